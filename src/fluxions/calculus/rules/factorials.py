"""Factorials that stand against one another: (n + 1)! = (n + 1) · n!."""

from __future__ import annotations

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Add, Expr, Fn, Mul, Neg, Num
from fluxions.calculus.trees import mapped, nodes

MOST_FACTORS = 6


def factorials_peeled(e: Expr) -> Expr:
    """e with each factorial written by the smallest one of its kind, where they differ by whole numbers."""
    found = {each for each in nodes(e) if isinstance(each, Fn) and each.name == "factorial"}
    changes: dict[Expr, Expr] = {each: by for each in found if (by := _by_a_smaller(each, found)) is not None}
    return mapped(e, lambda node: changes.get(node, node)) if changes else e


def _by_a_smaller(whole: Fn, others: set[Fn]) -> Expr | None:
    """n! as n (n − 1) … (m + 1) m! for the smallest m among the others with n − m a whole number."""
    best, most = None, 0
    for other in others:
        gap = tidied(Add((whole.children[0], Neg(other.children[0]))))
        if isinstance(gap, Num) and gap.value.denominator == 1 and most < gap.value <= MOST_FACTORS:
            best, most = other, int(gap.value)
    if best is None:
        return None
    steps = tuple(tidied(Add((best.children[0], Num(i)))) for i in range(most, 0, -1))
    return Mul((*steps, best))


__all__ = ["factorials_peeled"]
