"""The derivation replayed with one rule bent: every answer that one mistake leads to.

At every step, each misconception that fires on the step's goal takes the place of the rule; those of algebra also
bend what is worked on between the steps. The sound strategy finishes what is left; the other steps keep their results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from fluxions.calculus.budget import Budget, OutOfBudget
from fluxions.calculus.derivation.rule import Head, Misconception, head
from fluxions.calculus.derivation.rule import found as full
from fluxions.calculus.derivation.step import Derivation, Step
from fluxions.calculus.derivation.strategy import Strategy, Stuck, chosen, next_goal
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.diagnosis.held import holding
from fluxions.calculus.diagnosis.learned import Learned, knowing, learned
from fluxions.calculus.diagnosis.wrong_rules import WrongRules, indexed
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import At, Diff, Expr, Fn, Int, Limit
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.trees import Path, node_at, nodes, replaced, walk

NO_WAY = (Stuck, RecursionError, ArithmeticError, LookupError)  # a bent line may have no sense at all, such as 1/0
OUTERMOST, FURTHER_IN = (60_000, 200), (30_000, 150)  # units for what is left after a mistake, patience with plans
PRICE: dict[Head, int] = {  # microseconds that a goal of a slow kind takes besides, as measured
    Limit: 3_000, Int: 600, "lagrange": 2_000, "kkt": 2_000, "extrema": 1_600, "mgf": 1_500, "ode": 1_400,
    "onset": 1_300, "expect": 1_200, "flux": 1_000, "multipliers": 900, "variance": 900, "convexity": 900, "along": 900,
    "logdiff": 700, "implicit": 500, "potential": 500, "over": 500, "solve": 400, "curvature": 300, "hessian": 300,
    "laplacian": 300, "line": 250, "classify": 200, "allowed": 200, "det": 200, Diff: 120, At: 60, "at": 60, "norm": 60,
}  # fmt: skip
MOST_THROUGHOUT = 3_000  # the price of a task that is worked once more for each mistake
ANY = 5  # what any other node above a goal takes
ORDER = 80  # what it takes to put an answer in order
WORK = 4  # units of the work on a goal that take a microsecond


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """What one mistake leads to: the answer, the misconception, the right rule of that step, and its goal.

    The rule is that of the step whose goal, or whose result, was bent; "" in the task itself, before any step.
    """

    answer: Expr
    misconception: Misconception
    rule: str
    at: Expr
    before: WrongAnswer | None = None  # the mistake made before this one, where there are two

    def worked_out(self, answer: Expr) -> WrongAnswer:
        """The same mistake with what it leads to, further on."""
        return WrongAnswer(answer, self.misconception, self.rule, self.at, self.before)


def closure(
    derivation: Derivation, misconceptions: Sequence[Misconception], strategy: Strategy, budget: Budget
) -> Iterator[WrongAnswer]:
    """Every answer of one mistake, those of the outermost steps first; the same misconception and answer only once."""
    seen: set[tuple[str, Expr]] = set()
    bend = _bend(derivation, misconceptions, strategy, budget, twice=False)
    for wrong in bend.all(derivation):
        key = (wrong.misconception.name, wrong.answer)
        if key not in seen:
            seen.add(key)
            yield wrong


def closure_of_two(
    derivation: Derivation, misconceptions: Sequence[Misconception], strategy: Strategy, budget: Budget
) -> Iterator[WrongAnswer]:
    """Answers of two mistakes on different goals, as far as the budget goes; the same pair and answer only once."""
    seen: set[tuple[frozenset[str], Expr]] = set()
    bend = _bend(derivation, misconceptions, strategy, budget, twice=True)
    for wrong in bend.all(derivation):
        if wrong.before is None or wrong.before.misconception == wrong.misconception:
            continue
        key = (frozenset({wrong.misconception.name, wrong.before.misconception.name}), wrong.answer)
        if key not in seen:
            seen.add(key)
            yield wrong


@dataclass(frozen=True, slots=True)
class _Bend:
    """One run of the closure: what may be bent, and by what the rest is worked."""

    wrong_rules: WrongRules
    strategy: Strategy
    facts: tuple[Learned, ...]  # what the right derivation has worked out
    budget: Budget
    twice: bool = False
    allowed: int = OUTERMOST[0]  # units for one variant
    known: dict[Expr, Expr | None] = field(default_factory=dict)  # what was worked out in this run
    bent_already: dict[tuple[Expr, bool], Sequence[tuple[Misconception, Expr]]] = field(default_factory=dict)
    fired: dict[str, dict[Expr, WrongAnswer]] = field(default_factory=dict)  # by misconception, then by goal

    def all(self, derivation: Derivation) -> Iterator[WrongAnswer]:
        """The wrong answers, those made in the outermost steps first."""
        for depth in range(_depth(derivation.steps)):
            units, patience = OUTERMOST if depth == 0 else FURTHER_IN
            bend = replace(self, strategy=replace(self.strategy, patience=patience), allowed=units)
            for wrong in bend.variants(derivation.task, derivation.steps, "", depth):
                answer = self.value(wrong.answer)
                if answer is not None:
                    yield wrong.worked_out(answer)
        yield from self.throughout(derivation)

    def throughout(self, derivation: Derivation) -> Iterator[WrongAnswer]:
        """The answers of those who make the same mistake wherever it fits, if that is at two goals or more."""
        short = sum(map(_own_price, nodes(derivation.task))) < MOST_THROUGHOUT
        for places in self.fired.values():
            if short and len(places) > 1:
                first = next(iter(places.values()))
                untouched = [each for each in self.facts if each.met.isdisjoint(places)]
                value = self.value(
                    derivation.task, holding(self.strategy, first.misconception, set(map(head, places)), untouched)
                )
                if value is not None:
                    yield first.worked_out(value)

    def variants(self, start: Expr, steps: Sequence[Step], rule: str, depth: int) -> Iterator[WrongAnswer]:
        """The values that the chain from `start`, opened by `rule`, can lead to with a mistake at that depth in it."""
        if depth == 0:
            yield from self.early(start, steps, rule)
            yield from self.between(start, walk(start), steps, rule)
        current = start
        for index, step in enumerate(steps):
            later = steps[index + 1 :]
            for bent in self.bent(step, depth):
                yield from self.carried_on(bent, current, step.at, later)
            current = replaced(current, step.at, step.after)
            if depth == 0:
                yield from self.between(current, _settled_by(step, current), later, step.rule)

    def carried_on(self, bent: WrongAnswer, current: Expr, at: Path, later: Sequence[Step]) -> Iterator[WrongAnswer]:
        """The wrong value of the place `at` with the rest of the chain worked out, also with a second mistake."""
        rest = replaced(current, at, bent.answer)
        value = self.finished(rest, at, later)
        if value is not None:
            yield bent.worked_out(value)
        if self.twice and bent.before is None:
            for second in self.next_mistakes(rest):
                yield replace(second, before=bent)

    def early(self, start: Expr, steps: Sequence[Step], rule: str) -> Iterator[WrongAnswer]:
        """A mistake made before what stands inside a goal is worked out: f'' taken for (f')²."""
        for path, node in walk(start):
            inner = node.stands and any(child.stands for child in node.children)
            if inner and (rule == "" or not isinstance(node, Diff)):  # of a step, its rule has been bent already
                for misconception, wrong in self.bends(node):
                    yield from self.carried_on(WrongAnswer(wrong, misconception, rule, node), start, path, steps)

    def between(
        self, current: Expr, places: Iterable[tuple[Path, Expr]], later: Sequence[Step], rule: str
    ) -> Iterator[WrongAnswer]:
        """A wrong rule of algebra applied once to what the steps work on."""
        for path, node in places:
            for misconception, wrong in () if node.stands else self.bends(node, of_algebra=True):
                yield from self.carried_on(WrongAnswer(wrong, misconception, rule, node), current, path, later)

    def bends(self, node: Expr, *, of_algebra: bool = False) -> Sequence[tuple[Misconception, Expr]]:
        """What each misconception that fires makes of a goal, or each one of algebra of what stands between goals."""
        known = self.bent_already.get((node, of_algebra))
        if known is None:
            rules = self.wrong_rules.anywhere(node) if of_algebra else self.wrong_rules.of(node)
            self.budget.spend(len(rules))
            tried = ((each, full(each.rewrite(node))) for each in rules)
            known = tuple((each, bent.result) for each, bent in tried if bent is not None and bent.result != node)
            self.bent_already[node, of_algebra] = known
        return known

    def bent(self, step: Step, depth: int) -> Iterator[WrongAnswer]:
        """Values of the step's own goal with a mistake: here, or in what the step opened."""
        if depth == 0 and not step.silent:
            for misconception, wrong in self.bends(step.before):
                bent = WrongAnswer(wrong, misconception, step.rule, step.before)
                self.fired.setdefault(misconception.name, {}).setdefault(step.before, bent)
                yield bent
        if depth > 0 and step.children:
            yield from self.variants(step.opened, step.children, step.rule, depth - 1)

    def next_mistakes(self, e: Expr) -> Iterator[WrongAnswer]:
        """The values that a half-finished line can lead to with a mistake at one of its goals, or within."""
        while (place := next_goal(e, self.strategy)) is not None:
            goal = node_at(e, place)
            try:
                choice = chosen(goal, self.strategy, self.budget)
            except NO_WAY:
                return
            here = [WrongAnswer(wrong, by, choice.rule.name, goal) for by, wrong in self.bends(goal)]
            for each in chain(here, self.next_mistakes(choice.found.result)):
                value = self.value(replaced(e, place, each.answer))
                if value is not None:
                    yield each.worked_out(value)
            right = self.value(goal)
            if right is None:
                return
            e = replaced(e, place, right)

    def finished(self, e: Expr, at: Path, later: Sequence[Step]) -> Expr | None:
        """The rest of the chain: steps elsewhere keep their results, the others are worked anew."""
        for step in later:
            apart = step.at[: len(at)] != at and at[: len(step.at)] != step.at
            if apart and _found_at(e, step.at) == step.before:
                e = replaced(e, step.at, step.after)
        if not e.stands:
            return e  # put in order once, at the end
        part = node_at(e, at)
        return self.value(e if part.stands or is_shaped(part) else replaced(e, at, tidied(part)))

    def value(self, e: Expr, strategy: Strategy | None = None) -> Expr | None:
        """Where the sound strategy, or another, leads from here; None where it needs more than a variant is worth."""
        if strategy is None and e in self.known:
            return self.known[e]
        self.budget.spend(ORDER + _price(e, strategy or self.strategy))
        allowance = Budget(min(self.allowed, WORK * (self.budget.units - self.budget.spent)))
        try:
            found = valued(e, strategy or self.strategy, allowance)
        except (*NO_WAY, OutOfBudget):
            found = None
        self.budget.spend(min(allowance.spent, allowance.units) // WORK)
        if strategy is None:
            self.known[e] = found
        return found


def _bend(
    derivation: Derivation, misconceptions: Sequence[Misconception], strategy: Strategy, budget: Budget, *, twice: bool
) -> _Bend:
    facts = learned(derivation)
    return _Bend(indexed(misconceptions), knowing(strategy, facts), facts, budget, twice)


def _price(e: Expr, strategy: Strategy) -> int:
    """What the goals in e are worth, besides the rules that are tried; those that are known cost nothing."""
    if not e.stands or e in strategy.values:
        return 0
    return _own_price(e) + sum(_price(child, strategy) for child in e.children)


def _own_price(e: Expr) -> int:
    """What a goal is worth by itself; the norm of an array of symbols is a name, not a goal."""
    return ANY if isinstance(e, Fn) else PRICE.get(head(e), ANY)


def _depth(steps: Sequence[Step]) -> int:
    """How deep steps open others."""
    return max((1 + _depth(each.children) for each in steps), default=1)


def _settled_by(step: Step, current: Expr) -> Iterator[tuple[Path, Expr]]:
    """What a step has made free of operators: its result, unless its children were shown, and what stands around it."""
    for depth in range(len(step.at)):
        yield step.at[:depth], node_at(current, step.at[:depth])
    for path, node in walk(step.after) if not step.children else ():
        yield (*step.at, *path), node


def _found_at(e: Expr, path: Path) -> Expr | None:
    """What stands at a path, or None where the bent rule left nothing there."""
    for index in path:
        parts = e.children
        if index >= len(parts):
            return None
        e = parts[index]
    return e
