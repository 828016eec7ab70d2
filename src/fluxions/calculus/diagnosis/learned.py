"""What a right derivation has worked out need not be worked out again, where no mistake is made in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fluxions.calculus.derivation.step import Derivation, Step, every_step
from fluxions.calculus.derivation.strategy import Strategy
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Expr
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.trees import replaced


@dataclass(frozen=True, slots=True)
class Learned:
    """What a goal comes to, and the goals that were met on the way, itself among them."""

    goal: Expr
    value: Expr
    met: frozenset[Expr]


def learned(derivation: Derivation) -> tuple[Learned, ...]:
    """What every goal of a derivation comes to, each once."""
    found: dict[Expr, Learned] = {}
    for steps in _chains(derivation.steps):
        for index, step in enumerate(steps):
            value, chain = _in_the_end(step, steps[index + 1 :])
            if step.before.stands and not value.stands:
                value = value if is_shaped(value) else tidied(value)
                met = frozenset(each.before for each in every_step(chain) if each.before.stands)
                found[step.before] = Learned(step.before, value, met)
    return tuple(found.values())


def knowing(strategy: Strategy, facts: Sequence[Learned]) -> Strategy:
    """The strategy that has worked these goals out, with a memory of its own."""
    return replace(strategy, values={each.goal: (each.value, 0) for each in facts})


def _chains(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    yield steps
    for step in steps:
        yield from _chains(step.children)


def _in_the_end(step: Step, later: Sequence[Step]) -> tuple[Expr, list[Step]]:
    """What the rest of its chain makes of a step's result, up to where it is worked out, and the steps to there."""
    value, depth, chain = step.after, len(step.at), [step]
    for each in later:
        if not value.stands:
            break
        if each.at[:depth] == step.at:
            value = replaced(value, each.at[depth:], each.after)
            chain.append(each)
        elif step.at[: len(each.at)] == each.at:
            break  # what stands around it is worked on from here
    return value, chain


__all__ = ["Learned", "knowing", "learned"]
