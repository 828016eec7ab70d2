"""A worked solution: a tree of named rules, each step checked when it is made.

A step rewrites its own goal. `before` is the goal, `opened` is what the rule made of it, where operators may still
stand, and `after` is the value of the goal: `opened` with every child's goal exchanged for the child's `after`.
So no step can disagree with the answer. `at` is the place of the goal in the parent's `opened` (in the task, for a
step of the root). Steps that follow one another on one place form a chain: each `before` is the `after` before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from fluxions.calculus.derivation.rule import Condition, Status
from fluxions.calculus.expr import At, Diff, Expr, Operator, Rate, Vector
from fluxions.calculus.language.latex import latex
from fluxions.calculus.trees import Path, nodes, replaced, symbols
from fluxions.calculus.verdict import Text


@dataclass(frozen=True, slots=True)
class Check:
    """How a step was confirmed: by which method, at how many points, at how many bits."""

    method: str
    status: Status
    points: int = 0
    bits: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One named rule applied to one goal."""

    rule: str
    skill: str
    sentence: str  # with the slots of `using`
    before: Expr
    opened: Expr
    after: Expr
    at: Path
    using: tuple[tuple[str, Expr], ...] = ()
    provided: tuple[Condition, ...] = ()
    children: tuple[Step, ...] = ()
    checked: Check = Check("none", "assumed")
    others: tuple[str, ...] = ()  # rules that would also have worked
    cost: int = 1
    silent: bool = False

    def placed(self, at: Path) -> Step:
        """The same step at another place."""
        return Step(
            self.rule, self.skill, self.sentence, self.before, self.opened, self.after, at, self.using, self.provided,
            self.children, self.checked, self.others, self.cost, self.silent,
        )  # fmt: skip

    @property
    def says(self) -> Text:
        """The sentence with its formulas as TeX."""
        return Text(self.sentence, tuple((name, latex(value)) for name, value in self.using))


@dataclass(frozen=True, slots=True)
class Line:
    """A step seen on the whole line: the line before it, the line when its rule is applied, and the line after it."""

    step: Step
    before: Expr
    opened: Expr
    after: Expr


@dataclass(frozen=True, slots=True)
class Derivation:
    """A task, its answer, and the chain of steps that leads from one to the other."""

    task: Expr
    answer: Expr
    steps: tuple[Step, ...]
    checked: Status


@dataclass(frozen=True, slots=True)
class Unsolved:
    """No rule leads to an answer that could be checked."""

    task: Expr
    why: str


def lines(start: Expr, steps: Sequence[Step]) -> Iterator[Line]:
    """The steps of one chain on whole lines: each line begins where the one above ended."""
    for step in steps:
        after = replaced(start, step.at, step.after)
        yield Line(step, start, replaced(start, step.at, step.opened), after)
        start = after


def every_step(steps: Sequence[Step]) -> Iterator[Step]:
    """All steps of the tree, a parent before its children."""
    for step in steps:
        yield step
        yield from every_step(step.children)


def worked(derivation: Derivation) -> Iterator[Line]:
    """The whole solution on the board: one line for each rule as it is applied.

    Silent clean-ups of a rule's own result belong to its line; those of a whole line make a line of their own.
    """
    board: list[Line] = []
    _write(derivation.steps, lambda inner: inner, derivation.task, board)
    return iter(board)


def _write(
    steps: Sequence[Step], frame: Callable[[Expr], Expr], current: Expr, board: list[Line], routine: bool = False
) -> None:
    shown: Step | None = None  # the step whose line stands last and opened nothing
    pairs = list(_runs(steps, routine))
    for i, (step, run) in enumerate(pairs):
        whole = current

        def inside(e: Expr, whole: Expr = whole, at: Path = step.at) -> Expr:
            return frame(replaced(whole, at, e))

        if run:
            for each in run:
                current = replaced(current, each.at, each.after)
            board.append(_at_once(run, frame(whole), frame(current)))
            shown = None
            continue
        if _is_written(step) and not _goes_on(step, board):
            opened = step.opened if step.children else step.after
            board.append(Line(step, frame(whole), inside(opened), inside(opened)))
            _write(step.children, inside, step.opened, board, _is_of_several(step.before))
            shown = None if step.children or _is_worth_a_line(step, pairs[i + 1 :]) else step
        elif shown is not None and step.at[: len(shown.at)] == shown.at:
            last = board[-1].step
            made = replace(last, after=replaced(last.after, step.at[len(shown.at) :], step.after))
            board[-1] = replace(board[-1], step=made, opened=inside(step.after), after=inside(step.after))
        else:
            _tidy(board, frame(whole), inside(step.after), step)
        current = replaced(whole, step.at, step.after)


def _is_written(step: Step) -> bool:
    """Does it make a line: it is no clean-up, or named steps are inside?"""
    return not step.silent or any(not each.silent for each in every_step(step.children))


def _goes_on(step: Step, board: Sequence[Line]) -> bool:
    """Is it one more of the clean-ups that stand on the last line already?"""
    if step.rule not in REPEATED or step.children or not board:
        return False
    last = board[-1].step
    return last.rule == step.rule or (last.rule == "tidy" and last.cost < MUCH)


REPEATED = frozenset({"same-base", "known-value"})
MUCH = 8  # clean-ups on one line
SHORT_ARITHMETIC = 3  # clean-ups


def _is_worth_a_line(step: Step, rest: Sequence[tuple[Step, tuple[Step, ...]]]) -> bool:
    """Do the numbers that are put in stand on a line of their own? A short difference of two values does not."""
    if isinstance(step.before, Operator) and step.before.name == "bracket":
        return sum(1 for _ in takewhile(lambda each: each[0].silent, rest)) > SHORT_ARITHMETIC
    return isinstance(step.before, (At, Rate))


# what is asked of several variables: there a derivative in one of them and a value at a point are one line
ROUTINE = frozenset({
    "grad", "jacobian", "hessian", "div", "curl", "laplacian", "path", "parametric", "differential", "dirderiv",
    "extrema", "classify", "kind", "candidates", "compare", "lagrange", "onset", "multipliers", "constrained",
    "tangential", "kkt", "active", "least", "convexity", "line", "rise", "flux", "green", "gauss", "price", "potential",
    "conservative", "gathered",
})  # fmt: skip


def _is_of_several(goal: Expr) -> bool:
    match goal:
        case Operator("tangent" | "taylor", (_, Vector(), *_)):
            return True
        case Operator(name, _):
            return name in ROUTINE
    return isinstance(goal, Diff) and isinstance(goal.arg, Vector)


def _is_routine(step: Step) -> bool:
    return isinstance(step.before, (Diff, At)) or (isinstance(step.before, Operator) and step.before.name == "at")


def _runs(steps: Sequence[Step], routine: bool) -> Iterator[tuple[Step, tuple[Step, ...]]]:
    """Each step for itself; of a routine kind, with all that follow of that kind and their clean-ups."""
    pending = list(steps)
    while pending:
        step = pending.pop(0)
        run: list[Step] = []
        if routine and _is_routine(step):
            run.append(step)
            while pending and (pending[0].silent or _is_routine(pending[0]) or _belongs(pending[0], run)):
                run.append(pending.pop(0))
        yield step, tuple(run)


def _belongs(step: Step, run: Sequence[Step]) -> bool:
    """Is it a clean-up of a value that was worked out in the run?"""
    return not step.children and any(step.at[: len(each.at)] == each.at for each in run)


def _held(run: tuple[Step, ...]) -> str:
    """What a partial derivative is reminded of."""
    slopes = [node for step in run for node in nodes(step.before) if isinstance(node, Diff)]
    partial = any(symbols(each.arg) - {each.variable.name} for each in slopes)
    return ", all other variables held constant" if partial else ""


def _at_once(run: tuple[Step, ...], before: Expr, after: Expr) -> Line:
    """Derivatives and values at a point as one line."""
    slopes = any(isinstance(node, Diff) for step in run for node in nodes(step.before))
    places = any(isinstance(step.before, (At, Operator)) for step in run)
    said = {
        (True, False): f"Work out the derivatives{_held(run)}.",
        (False, True): "Put in the point.",
        (True, True): "Work out the derivatives and put in the point.",
    }[slopes, places]
    partial = slopes and bool(_held(run))
    name = "partial-derivatives" if partial else "derivatives" if slopes else "put-in"
    skill = name if partial else run[0].skill
    step = Step(name, skill, said, before, after, after, (), children=run, checked=run[0].checked)
    return Line(step, before, after, after)


def _tidy(board: list[Line], before: Expr, after: Expr, step: Step) -> None:
    """The clean-ups of a whole line, as one line; brackets and signs are named if there is no more."""
    said, using, count = step.sentence, step.using, 1
    if board and board[-1].step.rule in ("tidy", *REPEATED):
        above = board.pop()
        before = above.before
        said, using = _told_after(above.step, step)
        count = above.step.cost + 1
    tidy = Step(
        "tidy", step.skill, said, before, after, after, (), using, checked=step.checked, cost=count, silent=True
    )
    board.append(Line(tidy, before, after, after))


# what goes without saying beside another clean-up
SPELLING = (
    "Leave out the brackets.", "Settle the sign.", "Settle the signs.", "Begin with a positive term.",
    "Write the simple factors first.", "Adding zero changes nothing.", "Write the sign in front of the fraction.",
)  # fmt: skip


def _told_after(above: Step, step: Step) -> tuple[str, tuple[tuple[str, Expr], ...]]:
    """Both sentences with their slots; those of the second get names of their own, and nothing is told twice."""
    if step.sentence in above.sentence and not step.using:
        return above.sentence, above.using
    if step.sentence in SPELLING:
        return above.sentence, above.using
    if above.sentence in SPELLING:
        return step.sentence, step.using
    said = step.sentence
    for name, _ in step.using:
        said = said.replace(f"{{{name}}}", f"{{{name}{len(above.using)}}}")
    own = tuple((f"{name}{len(above.using)}", value) for name, value in step.using)
    return f"{above.sentence} {said}", (*above.using, *own)


def skills_of(derivation: Derivation) -> tuple[str, ...]:
    """The skills whose rules were used, in order of first use."""
    return tuple(dict.fromkeys(each.skill for each in every_step(derivation.steps) if not each.silent))


def step_count(derivation: Derivation) -> int:
    """How many named steps the solution takes, silent clean-ups left out."""
    return sum(1 for each in every_step(derivation.steps) if not each.silent)


__all__ = [
    "Check", "Derivation", "Line", "Step", "Unsolved", "every_step", "lines", "skills_of", "step_count", "worked",
]  # fmt: skip
