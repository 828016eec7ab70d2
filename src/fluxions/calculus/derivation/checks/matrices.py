"""A line of matrix calculus confirmed entry by entry: at sizes that are distinct primes, by difference quotients."""

from __future__ import annotations

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.array_agreement import WANTED, agree
from fluxions.calculus.numbers.arrays import BITS
from fluxions.calculus.shapes import Clash, shape


def confirmed(before: Expr, after: Expr, budget: Budget) -> Check | None:
    """Do both lines have the same shape, and the same entries at all places?"""
    try:
        if shape(before) != shape(after):
            return None
    except Clash:
        return None
    return Check("entries", "numeric", WANTED, BITS) if agree(before, after, budget) == "agree" else None
