"""The derivation replayed with one rule bent: every answer that one mistake leads to.

At every step, each misconception that fires on the step's goal takes the place of the rule; the sound strategy
finishes what is left. The other steps keep their results.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Misconception
from fluxions.calculus.derivation.step import Derivation, Step
from fluxions.calculus.derivation.strategy import Strategy, Stuck, valued
from fluxions.calculus.expr import Expr
from fluxions.calculus.trees import Path, replaced, walk


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """What one mistake leads to: the answer, the misconception, the right rule of that step, and its goal.

    The rule is "" where the mistake was made in the task itself, before any step.
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
    bend = _Bend(tuple(misconceptions), strategy, budget)
    for wrong in chain(bend.variants(derivation.task, derivation.steps), bend.whole(derivation.task)):
        key = (wrong.misconception.name, wrong.answer)
        if key not in seen:
            seen.add(key)
            yield wrong


@dataclass(frozen=True, slots=True)
class _Bend:
    """One run of the closure: what may be bent, and by what the rest is worked."""

    misconceptions: tuple[Misconception, ...]
    strategy: Strategy
    budget: Budget

    def variants(self, start: Expr, steps: Sequence[Step]) -> Iterator[WrongAnswer]:
        """The values that the chain from `start` can lead to with one mistake in it."""
        current = start
        for index, step in enumerate(steps):
            for bent in self.bent(step):
                value = self.finished(replaced(current, step.at, bent.answer), step.at, steps[index + 1 :])
                if value is not None:
                    yield replace(bent, answer=value)
            current = replaced(current, step.at, step.after)

    def whole(self, task: Expr) -> Iterator[WrongAnswer]:
        """A mistake made before what stands inside a goal is worked out: f'' taken for (f')². No rule is bent by it."""
        for path, node in walk(task):
            if node.stands and any(child.stands for child in node.children):
                for misconception, wrong in self.wrongly(node):
                    value = self.finished(replaced(task, path, wrong), path, ())
                    if value is not None:
                        yield WrongAnswer(value, misconception, "", node)

    def wrongly(self, goal: Expr) -> Iterator[tuple[Misconception, Expr]]:
        """What each misconception that fires makes of a goal."""
        self.budget.spend(len(self.misconceptions))
        for misconception in self.misconceptions:
            result = misconception.rewrite(goal)
            if result is not None:
                yield misconception, result.result if isinstance(result, Found) else result

    def bent(self, step: Step) -> Iterator[WrongAnswer]:
        """Values of the step's own goal with one mistake: here, or in what the step opened."""
        if not step.silent:
            for misconception, wrong in self.wrongly(step.before):
                yield WrongAnswer(wrong, misconception, step.rule, step.before)
        if step.children:
            yield from self.variants(step.opened, step.children)

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


def _found_at(e: Expr, path: Path) -> Expr | None:
    """What stands at a path, or None where the bent rule left nothing there."""
    for index in path:
        parts = e.children
        if index >= len(parts):
            return None
        e = parts[index]
    return e
