"""The derivation replayed with one rule bent: every answer that one mistake leads to.

At every step, each misconception that fires on the step's goal takes the place of the rule; the sound strategy
finishes what is left. The other steps keep their results.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fluxions.calculus.budget import Budget, OutOfBudget
from fluxions.calculus.derivation.rule import Found, Misconception
from fluxions.calculus.derivation.step import Derivation, Step
from fluxions.calculus.derivation.strategy import Strategy, Stuck, settled
from fluxions.calculus.expr import Expr
from fluxions.calculus.trees import Path, node_at, replaced


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """What one mistake leads to: the answer, the misconception, the right rule of that step, and its goal."""

    answer: Expr
    misconception: Misconception
    rule: str
    at: Expr


def closure(
    derivation: Derivation, misconceptions: Sequence[Misconception], strategy: Strategy, budget: Budget
) -> Iterator[WrongAnswer]:
    """Every answer of one mistake, in the order of the steps; the same misconception and answer only once."""
    seen: set[tuple[str, Expr]] = set()
    unchecked = replace(strategy, check=False)
    for wrong in _variants(derivation.task, derivation.steps, misconceptions, unchecked, budget):
        key = (wrong.misconception.name, wrong.answer)
        if key not in seen:
            seen.add(key)
            yield wrong


def _variants(
    start: Expr, steps: Sequence[Step], misconceptions: Sequence[Misconception], strategy: Strategy, budget: Budget
) -> Iterator[WrongAnswer]:
    """The values that the chain from `start` can lead to with one mistake in it."""
    current = start
    for index, step in enumerate(steps):
        for bent in _bent(step, misconceptions, strategy, budget):
            value = _finished(replaced(current, step.at, bent.answer), step.at, steps[index + 1 :], strategy, budget)
            if value is not None:
                yield replace(bent, answer=value)
        current = replaced(current, step.at, step.after)


def _bent(
    step: Step, misconceptions: Sequence[Misconception], strategy: Strategy, budget: Budget
) -> Iterator[WrongAnswer]:
    """Values of the step's own goal with one mistake: here, or in what the step opened."""
    if not step.silent:
        for misconception in misconceptions:
            budget.spend(1)
            result = misconception.rewrite(step.before)
            if result is not None:
                wrong = result.result if isinstance(result, Found) else result
                yield WrongAnswer(wrong, misconception, step.rule, step.before)
    if step.children:
        yield from _variants(step.opened, step.children, misconceptions, strategy, budget)


def _finished(e: Expr, at: Path, later: Sequence[Step], strategy: Strategy, budget: Budget) -> Expr | None:
    """The rest of the chain: steps elsewhere keep their results, the others are worked anew."""
    for step in later:
        apart = step.at[: len(at)] != at and at[: len(step.at)] != step.at
        if apart and node_at(e, step.at) == step.before:
            e = replaced(e, step.at, step.after)
    try:
        return settled(e, strategy, budget)[1]
    except (Stuck, OutOfBudget, RecursionError):
        return None
