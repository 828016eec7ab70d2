"""Integrals that converge because their integrand swings: ∫ sin(x)/x from 0 on.

The integrals over half waves alternate in sign and fall; their sums are averaged again and again, as Euler did for
alternating series. The last two averages differ by a quarter of the radius. None: no such value can be told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from flint import arb

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import INF, PI, ZERO, Add, Div, Expr, Fn, Int, Mul, Neg, Num, Sym
from fluxions.calculus.numbers.balls import Ball, value_at
from fluxions.calculus.numbers.quadrature import value_with_integrals
from fluxions.calculus.trees import free_of, nodes, substituted

BEFORE, AVERAGED = 4, 20  # half waves that are added first, and those whose sums are averaged


def value_by_half_waves(e: Int, at: Mapping[str, Fraction], budget: Budget) -> Ball | None:
    """The value where the other symbols have these values; over the whole line that of both halves."""
    if e.low == Neg(INF) and e.high == INF:
        mirrored = substituted(e.arg, {e.variable.name: Neg(e.variable)})
        halves = [value_by_half_waves(Int(f, e.variable, ZERO, INF), at, budget) for f in (e.arg, mirrored)]
        return None if halves[0] is None or halves[1] is None else halves[0] + halves[1]
    half = _half_wave(e.arg, e.variable, at) if e.high == INF and e.low is not None else None
    if half is None or e.low is None:
        return None
    parts: list[Ball] = []
    for k in range(BEFORE + AVERAGED):
        ends = (Add((e.low, Mul((Num(n), half)))) for n in (k, k + 1))
        part = value_with_integrals(Int(e.arg, e.variable, *ends), at, budget)
        if part is None:
            return None
        parts.append(part)
    return _averaged(parts) if _alternate_and_fall(parts[BEFORE:]) else None


def _half_wave(f: Expr, x: Sym, at: Mapping[str, Fraction]) -> Expr | None:
    """Half the period of the one sine or cosine in f, of a line in x."""
    angles = {each.args[0] for each in nodes(f) if isinstance(each, Fn) and each.name in ("sin", "cos")}
    if len(angles) != 1 or free_of(angle := angles.pop(), x):
        return None
    start, one, three = (substituted(angle, {x.name: Num(k)}) for k in (0, 1, 3))
    slope = Add((one, Neg(start)))
    bent = value_at(Add((three, Neg(start), Neg(Mul((Num(3), slope))))), at)
    size = value_at(slope, at)
    if bent is None or size is None or not bent.contains(0) or bent.rad() > arb(1) / 2**40 or size.contains(0):
        return None
    return Div(PI, slope if size > 0 else Neg(slope))


def _alternate_and_fall(parts: Sequence[Ball]) -> bool:
    return all(a * b < 0 and abs(b) < abs(a) for a, b in pairwise(parts))


def _averaged(parts: Sequence[Ball]) -> Ball:
    total = sum(parts[:BEFORE], arb(0))
    sums = [total := total + each for each in parts[BEFORE:]]
    while len(sums) > 2:
        sums = [(a + b) / 2 for a, b in pairwise(sums)]
    return sums[1] + arb(0, 4 * abs(sums[1] - sums[0]).upper())


__all__ = ["value_by_half_waves"]
