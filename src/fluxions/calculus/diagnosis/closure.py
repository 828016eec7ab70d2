"""The derivation replayed with one rule bent: every answer that one mistake leads to.

At every step, each misconception that fires on the step's goal takes the place of the rule; those of algebra also
bend what is worked on between the steps. The sound strategy finishes what is left; the other steps keep their results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.derivation.step import Derivation, Step
from fluxions.calculus.derivation.strategy import Strategy, Stuck, valued
from fluxions.calculus.diagnosis.wrong_rules import WrongRules, indexed
from fluxions.calculus.expr import Expr
from fluxions.calculus.trees import Path, node_at, replaced, walk


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """What one mistake leads to: the answer, the misconception, the right rule of that step, and its goal.

    The rule is that of the step whose goal, or whose result, was bent; "" in the task itself, before any step.
    """

    answer: Expr
    misconception: Misconception
    rule: str
    at: Expr


def closure(
    derivation: Derivation, misconceptions: Sequence[Misconception], strategy: Strategy, budget: Budget
) -> Iterator[WrongAnswer]:
    """Every answer of one mistake, in the order of the steps; the same misconception and answer only once."""
    seen: set[tuple[str, Expr]] = set()
    bend = _Bend(indexed(misconceptions), strategy, budget)
    for wrong in bend.variants(derivation.task, derivation.steps, ""):
        key = (wrong.misconception.name, wrong.answer)
        if key not in seen:
            seen.add(key)
            yield wrong


@dataclass(frozen=True, slots=True)
class _Bend:
    """One run of the closure: what may be bent, and by what the rest is worked."""

    wrong_rules: WrongRules
    strategy: Strategy
    budget: Budget

    def variants(self, start: Expr, steps: Sequence[Step], rule: str) -> Iterator[WrongAnswer]:
        """The values that the chain from `start`, opened by `rule`, can lead to with one mistake in it."""
        yield from self.early(start, steps, rule)
        yield from self.between(start, walk(start), steps, rule)
        current = start
        for index, step in enumerate(steps):
            later = steps[index + 1 :]
            for bent in self.bent(step):
                yield from self.carried_on(bent, current, step.at, later)
            current = replaced(current, step.at, step.after)
            yield from self.between(current, _settled_by(step, current), later, step.rule)

    def carried_on(self, bent: WrongAnswer, current: Expr, at: Path, later: Sequence[Step]) -> Iterator[WrongAnswer]:
        """The wrong value of the place `at` with the rest of the chain worked out."""
        value = self.finished(replaced(current, at, bent.answer), at, later)
        if value is not None:
            yield replace(bent, answer=value)

    def early(self, start: Expr, steps: Sequence[Step], rule: str) -> Iterator[WrongAnswer]:
        """A mistake made before what stands inside a goal is worked out: f'' taken for (f')²."""
        for path, node in walk(start):
            if node.stands and any(child.stands for child in node.children):
                for misconception, wrong in self.wrongly(node):
                    yield from self.carried_on(WrongAnswer(wrong, misconception, rule, node), start, path, steps)

    def between(
        self, current: Expr, places: Iterable[tuple[Path, Expr]], later: Sequence[Step], rule: str
    ) -> Iterator[WrongAnswer]:
        """A wrong rule of algebra applied once to what the steps work on."""
        for path, node in places:
            for misconception in () if node.stands else self.wrong_rules.anywhere(node):
                wrong = self.rewritten(misconception, node)
                if wrong is not None:
                    yield from self.carried_on(WrongAnswer(wrong, misconception, rule, node), current, path, later)

    def wrongly(self, goal: Expr) -> Iterator[tuple[Misconception, Expr]]:
        """What each misconception that fires makes of a goal."""
        for misconception in self.wrong_rules.of(goal):
            wrong = self.rewritten(misconception, goal)
            if wrong is not None:
                yield misconception, wrong

    def rewritten(self, misconception: Misconception, node: Expr) -> Expr | None:
        """What one misconception makes of a node."""
        self.budget.spend(1)
        result = found(misconception.rewrite(node))
        return None if result is None or result.result == node else result.result

    def bent(self, step: Step) -> Iterator[WrongAnswer]:
        """Values of the step's own goal with one mistake: here, or in what the step opened."""
        if not step.silent:
            for misconception, wrong in self.wrongly(step.before):
                yield WrongAnswer(wrong, misconception, step.rule, step.before)
        if step.children:
            yield from self.variants(step.opened, step.children, step.rule)

    def finished(self, e: Expr, at: Path, later: Sequence[Step]) -> Expr | None:
        """The rest of the chain: steps elsewhere keep their results, the others are worked anew."""
        for step in later:
            apart = step.at[: len(at)] != at and at[: len(step.at)] != step.at
            if apart and _found_at(e, step.at) == step.before:
                e = replaced(e, step.at, step.after)
        try:
            return valued(e, self.strategy, self.budget)
        except (Stuck, RecursionError):
            return None


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
