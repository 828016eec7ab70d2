"""The fast check of a rewriting: both sides agree at seeded points, and in every cell that their kinks leave."""

from __future__ import annotations

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Add, Expr, Neg
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.domain import cells, kinks
from fluxions.calculus.trees import symbols

POINTS, BITS = 5, 160


def same(a: Expr, b: Expr, budget: Budget) -> bool:
    """Do they agree at seeded points, and in every cell that the kinks of both leave?"""
    if agree(a, b, POINTS, BITS, budget) != "agree":
        return False
    guards = (*kinks(a), *kinks(b))
    if not guards:
        return True
    inside = cells(guards, sorted(symbols(a) | symbols(b)), budget).inside
    gaps = (value_at(Add((a, Neg(b))), point, BITS, budget) for point in inside)
    return all(gap is None or gap.contains(0) for gap in gaps)


__all__ = ["BITS", "POINTS", "same"]
