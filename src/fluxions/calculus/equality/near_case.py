"""A wrong answer beside the right one, and what may be said of how close it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.pair import Pair
from fluxions.calculus.equality.ratio import values
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.balls import Ball
from fluxions.calculus.verdict import Equal, Text

SEEN = 5  # points


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A code and what is told."""

    reason: str
    message: Text


@dataclass(slots=True)
class Case:
    """The two values, the function that the task began with, and what is assumed."""

    answer: Expr
    expected: Expr
    given: Expr | None
    assume: tuple[Expr, ...]
    budget: Budget
    seen: list[tuple[Ball, Ball]] | None = None  # both values at the first points

    def values(self) -> list[tuple[Ball, Ball]]:
        """Both values at some points, worked out once for all rungs."""
        if self.seen is None:
            pair = Pair(self.answer, self.expected, self.assume, self.budget)
            self.seen = list(islice(values(pair), SEEN))
        return self.seen

    def same(self, a: Expr, b: Expr, *more: Expr) -> bool:
        """Are they equal for certain or as good as certain, under more assumptions?"""
        return isinstance(equal(a, b, assume=(*self.assume, *more), budget=self.budget, witnessed=False), Equal)
