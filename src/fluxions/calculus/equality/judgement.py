"""Identities decided by exact arithmetic of kernels, in the smallest field that is fine enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.kernels import MOST_GENERATORS, Finer, NoNormal, Units
from fluxions.calculus.equality.normal import Normal, Steep
from fluxions.calculus.equality.products import same_product
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.polynomials import TooBig

MOST_RESTARTS = 8
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a − b is zero as a rational function, and whether its bottom is not."""

    identical: bool = False
    somewhere: bool = False


def judged(a: Expr, b: Expr, budget: Budget | None = None) -> Judgement:
    """Is a = b wherever both are real, by arithmetic of kernels? A no proves nothing."""

    def ask(field: Normal) -> Judgement:
        field.wary = True
        try:
            gap = field.of(a) - field.of(b)
        except Steep:
            field.wary = False
            if same_product(a, b, field):
                return Judgement(True, True)
            gap = field.of(a) - field.of(b)
        if not field.vanishes(gap):
            return Judgement()
        return Judgement(True, not field.reduced(gap.bottom).top.is_zero())

    return in_one_field(ask, budget) or Judgement()


def identical(a: Expr, b: Expr, budget: Budget | None = None) -> bool:
    """Is a = b by arithmetic of kernels?"""
    return judged(a, b, budget).identical


def in_one_field(ask: Callable[[Normal], Result], budget: Budget | None = None) -> Result | None:
    """The answer of `ask` in a field that is fine and wide enough; None where there is no such field."""
    units, size = Units(), 0
    for _ in range(MOST_RESTARTS):
        try:
            return ask(Normal(units, MOST_GENERATORS[size], budget))
        except Finer:
            continue
        except OverflowError:
            size += 1
            if size == len(MOST_GENERATORS):
                return None
        except (NoNormal, TooBig, ZeroDivisionError):
            return None
    return None
