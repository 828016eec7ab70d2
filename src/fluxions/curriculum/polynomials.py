"""Polynomials with given coefficients, written as one would by hand."""

from __future__ import annotations

from collections.abc import Sequence

from fluxions.calculus.expr import ONE, ZERO, Add, Expr, Mul, Neg, Num, Pow


def polynomial(coefficients: Sequence[int], x: Expr) -> Expr:
    """The sum of cₖ xᵏ for coefficients listed from the highest power down; a zero term is not written."""
    highest = len(coefficients) - 1
    terms = [(c, highest - place) for place, c in enumerate(coefficients) if c != 0]
    if not terms:
        return ZERO
    first, *rest = terms
    written = [_term(first[0], x, first[1])]
    written += [_term(c, x, k) if c > 0 else Neg(_term(-c, x, k)) for c, k in rest]
    return written[0] if len(written) == 1 else Add(tuple(written))


def _term(c: int, x: Expr, k: int) -> Expr:
    power = ONE if k == 0 else x if k == 1 else Pow(x, Num(k))
    if k == 0 or c == 1:
        return Num(c) if k == 0 else power
    return Neg(power) if c == -1 else Mul((Num(c), power))
