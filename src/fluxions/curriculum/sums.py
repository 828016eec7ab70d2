"""Sums of scaled parts, written as one would by hand."""

from __future__ import annotations

from collections.abc import Sequence

from fluxions.calculus.expr import Add, Expr, Mul, Neg, Num


def weighted_sum(weights: Sequence[int], parts: Sequence[Expr]) -> Expr:
    """The sum of cₖ · uₖ for weights other than 0: the first with its sign, the others added or subtracted."""
    (c, *later), (first, *rest) = weights, parts
    others = (scaled(d, part) if d > 0 else Neg(scaled(-d, part)) for d, part in zip(later, rest, strict=True))
    return Add((scaled(c, first), *others)) if rest else scaled(c, first)


def scaled(c: int, u: Expr) -> Expr:
    """c · u without a factor 1, flat where u is a product already."""
    factors = u.factors if isinstance(u, Mul) else (u,)
    return u if c == 1 else Neg(u) if c == -1 else Mul((Num(c), *factors))
