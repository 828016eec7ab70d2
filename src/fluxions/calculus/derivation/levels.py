"""A worked solution in little, in usual, and in full detail; and what it needs to hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from fluxions.calculus.derivation.conditions import conditions, implied
from fluxions.calculus.derivation.rule import Condition
from fluxions.calculus.derivation.step import Derivation, Line, Step, every_step, worked
from fluxions.calculus.expr import At, Expr, Num, Operator, Sym
from fluxions.calculus.trees import Path, bound_variable, replaced, substituted, symbols

Level = Literal["short", "usual", "full"]
Place = tuple[int, ...]  # (0, 2): the third step inside the first
Unfolded = dict[Place, bool]  # a step that is shown with what it opened: step by step, or all of that in one line
FEW_LINES, MOST_LINES = 3, 7  # of a short solution
INSIDE = "Work this out; step by step it takes ${n}$ steps."


def board(derivation: Derivation, level: Level = "usual") -> tuple[Line, ...]:
    """The lines that are written down.

    Short: a teacher's board, up to seven lines; where much work hides in a step, it is shown. Usual: a line for each
    rule as it is applied. Full: also the clean-ups, each with its name.
    """
    match level:
        case "short":
            return tuple(_short(derivation))
        case "usual":
            return tuple(worked(derivation))
        case "full":
            return tuple(_every(derivation))


def _short(derivation: Derivation) -> list[Line]:
    """The steps with most work inside unfold, one by one, while the lines are few or one step hides half of it."""
    shown: Unfolded = {}
    best = _lines(derivation, shown)
    half = _named(derivation.steps) / 2
    while True:
        for whole in (True, False):
            for hidden, place in _heaviest_first(derivation.steps, shown):
                wanted = len(best) < FEW_LINES or hidden > half
                lines = _lines(derivation, {**shown, place: whole}) if wanted else best
                if len(best) < len(lines) <= MOST_LINES:
                    break
            else:
                continue
            shown, best = {**shown, place: whole}, lines
            break
        else:
            return best


def _lines(derivation: Derivation, shown: Unfolded) -> list[Line]:
    """The board with all other steps folded; a clean-up belongs to the line above it."""
    steps = tuple(_folded(each, (i,), shown) for i, each in enumerate(derivation.steps))
    found: list[Line] = []
    for line in worked(replace(derivation, steps=steps)):
        if found and line.step.silent:
            found[-1] = replace(found[-1], opened=line.after, after=line.after)
        else:
            found.append(line)
    return found


def _folded(step: Step, place: Place, shown: Unfolded) -> Step:
    """The step with what it opened worked out at once, in one line of its own, or step by step."""
    if not step.children:
        return step
    if place not in shown:
        return replace(step, opened=step.after, children=())
    if shown[place]:
        return replace(step, children=tuple(_folded(each, (*place, i), shown) for i, each in enumerate(step.children)))
    inside = Step(
        "steps-inside", step.skill, INSIDE, step.opened, step.after, step.after, (),
        (("n", Num(_named(step.children))),), checked=step.checked,
    )  # fmt: skip
    return replace(step, children=(inside,))


def _heaviest_first(steps: Sequence[Step], shown: Unfolded) -> list[tuple[int, Place]]:
    """The folded steps that can be seen, with how many named steps are inside."""
    seen: list[tuple[int, Place]] = []
    pending: list[tuple[Place, Step]] = [((i,), each) for i, each in enumerate(steps)]
    while pending:
        place, step = pending.pop(0)
        if shown.get(place, False):
            pending.extend(((*place, i), each) for i, each in enumerate(step.children))
        elif place not in shown and (hidden := _named(step.children)):
            seen.append((hidden, place))
    return sorted(seen, key=lambda each: (-each[0], each[1]))


def _named(steps: Sequence[Step]) -> int:
    return sum(1 for each in every_step(steps) if not each.silent)


def _every(derivation: Derivation) -> Iterator[Line]:
    """Every step on the whole line, in the order in which one writes."""
    current = derivation.task
    pending = list(reversed(derivation.steps))
    places: list[tuple[int, ...]] = [()] * len(pending)
    while pending:
        step, base = pending.pop(), places.pop()
        at = (*base, *step.at)
        opened = replaced(current, at, step.opened if step.children else step.after)
        yield Line(step, current, opened, opened)
        current = opened
        pending.extend(reversed(step.children))
        places.extend([at] * len(step.children))


def needed(derivation: Derivation, assume: Sequence[Expr] = ()) -> tuple[Condition, ...]:
    """What the solution needs to hold and its answer does not show, each condition once, at its weakest standing.

    What is divided by in an equation for y is not 0 along its solutions: that constant ones are lost is told there.
    """
    shown = conditions(derivation.answer)
    unknown = _unknown_function(derivation.task)
    found: dict[Expr, Condition] = {}
    for each in _said(derivation.task, derivation.steps):
        if unknown in symbols(each.relation):
            continue
        if each.relation not in shown and (each.relation not in found or each.status != "proved"):
            found[each.relation] = each
    return tuple(
        Condition(each.relation, "proved") if implied(each.relation, assume) else each
        for each in found.values()
        if not implied(each.relation, [other for other in found if other != each.relation])
    )


def _unknown_function(task: Expr) -> str | None:
    """The name of y in a differential equation for y."""
    match task:
        case Operator("ode" | "flow", (_, Sym(name), *_)):
            return name
    return None


def _said(whole: Expr, steps: Sequence[Step]) -> Iterator[Condition]:
    """The conditions of a chain of steps, in the variables of the whole in which they stand."""
    for step in steps:
        outside, hidden = _meanings(whole, step.at), _bound(whole, step.at) | _bound(step.before, (0,))
        for each in (*step.provided, *_said(step.opened, step.children)):
            relation = each.relation
            if symbols(relation) & hidden:  # it speaks of a variable that nobody outside knows
                continue
            for name, value in outside:
                relation = substituted(relation, {name: value})
            yield Condition(relation, each.status)
        whole = replaced(whole, step.at, step.after)


def _bound(whole: Expr, at: Path) -> set[str]:
    """The variables of the integrals, limits and sums in whose bodies the place lies."""
    found: set[str] = set()
    for index in at:
        bound = bound_variable(whole)
        if bound is not None and index == 0 and not isinstance(whole, At):
            found.add(bound.name)
        if index < len(whole.children):
            whole = whole.children[index]
    return found


def _meanings(whole: Expr, at: Path) -> list[tuple[str, Expr]]:
    """What the variables stand for that are put in further out, the innermost first."""
    found: list[tuple[str, Expr]] = []
    for index in at:
        if isinstance(whole, At) and index == 0:
            found.insert(0, (whole.variable.name, whole.point))
        whole = whole.children[index]
    return found


__all__ = ["Level", "board", "needed"]
