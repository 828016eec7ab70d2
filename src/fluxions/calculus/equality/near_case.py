"""A wrong answer beside the right one, and what may be said of how close it is."""

from __future__ import annotations

from dataclasses import dataclass

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Expr
from fluxions.calculus.verdict import Equal, Text


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A code and what is told."""

    reason: str
    message: Text


@dataclass(frozen=True, slots=True)
class Case:
    """The two values, the function that the task began with, and what is assumed."""

    answer: Expr
    expected: Expr
    given: Expr | None
    assume: tuple[Expr, ...]
    budget: Budget

    def same(self, a: Expr, b: Expr, *more: Expr) -> bool:
        """Are they equal for certain or as good as certain, under more assumptions?"""
        return isinstance(equal(a, b, assume=(*self.assume, *more), budget=self.budget), Equal)
