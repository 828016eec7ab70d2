"""A limit is confirmed by values that close in on it at a steady rate."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import Expr, Limit, Num, Sym
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import free_of, substituted, symbols


def approached(before: Limit, after: Expr) -> Check | None:
    """The values at a ± 2⁻ᵏ close in on `after` at a steady rate."""
    f, h, a, side = before.arg, before.variable, before.point, before.side
    signs = {"": (1, -1), "+": (1,), "-": (-1,)}[side]
    names = sorted((symbols(f) | symbols(a) | symbols(after)) - {h.name})
    rounds = range(3 if names else 1)
    draws = [{name: Fraction(7 * k + 3 * i + 5, 4 + k) for i, name in enumerate(names)} for k in rounds]
    fair = all(_closes_in(f, h, a, after, sign, draw) for draw in draws for sign in signs)
    return Check("approach", "numeric", 6 * len(draws) * len(signs), 256) if fair else None


def _closes_in(f: Expr, h: Sym, a: Expr, after: Expr, sign: int, draw: dict[str, Fraction]) -> bool:
    limit = value_at(after, draw, bits=256)
    if limit is None:
        return False
    gaps = []
    for k in (10, 20, 30, 40, 50, 60):
        near = substituted(f, {h.name: a + Num(Fraction(sign, 2**k))}) if free_of(a, h) else f
        value = value_at(near, draw, bits=256)
        if value is None:
            return False
        gaps.append(abs(float(value - limit)))
    return all(later <= earlier / 500 + 1e-60 for earlier, later in pairwise(gaps))


__all__ = ["approached"]
