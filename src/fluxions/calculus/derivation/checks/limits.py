"""A limit is confirmed by its values close to the point, which close in, grow or keep on swinging at a steady rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.same import BITS, POINTS, same
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import INF, Add, Const, Expr, Limit, Neg, Num, Operator, Sym
from fluxions.calculus.numbers.balls import Ball, value_at
from fluxions.calculus.trees import free_of, substituted, symbols

DNE = Const("dne")
Draw = dict[str, Fraction]


class Approach(NamedTuple):
    """At a ± 2⁻ᵏ, or at ±2ᵏ: the k, the bits, and how much of a gap may be left from one k to the next."""

    steps: tuple[int, ...]
    bits: int
    shrinks: float


STEADY = Approach((10, 20, 30, 40, 50, 60), 512, 0.3)
DOUBLED = Approach((16, 32, 64, 128, 256, 512, 1024), 4600, 0.75)  # for logarithms: h is squared each time
NEARBY = Approach((3, 4, 5, 6, 7, 8, 9, 10, 11), 512, 0.78)  # at infinity: whole numbers that powers still bear
STEP = Sym("a step")  # no name that is read
WINDOWS, PLACES = (5, 7, 9, 11), 60


def limit_confirmed(before: Limit, after: Expr, budget: Budget) -> Check | None:
    """Is `after` the limit, the same function under the same limit, or another limit of the same value?"""
    match after:
        case Limit(g, h, a) if (h, a, after.side) == (before.variable, before.point, before.side):
            if same(before.arg, g, budget):
                return Check("balls", "numeric", POINTS, BITS)
            return _together(before, after)
        case Limit():
            return _alike(before, after)
        case Operator("sides", (left, right)):
            f, h, a = before.arg, before.variable, before.point
            halves = ((Limit(f, h, a, "-"), left), (Limit(f, h, a, "+"), right))
            return _all_of([limit_confirmed(half, value, budget) for half, value in halves])
        case Const("dne"):
            return _swings(before)
        case Neg(Neg(u)):  # the sign in front of a limit that is −∞
            return limit_confirmed(before, u, budget)
    return approached(before, after)


def sides(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Do the values from the left and from the right agree, or else differ?"""
    left, right = before.args
    if left == right:
        return Check("equal", "proved") if after == left else None
    if {left, right} & {INF, Neg(INF), DNE}:
        return Check("unequal", "proved") if after == DNE else None
    gap = value_at(Add((left, Neg(right))), {}, BITS)
    apart = gap is not None and not gap.contains(0)
    if after == DNE:
        return Check("balls", "proved", 1, BITS) if apart else None
    return Check("balls", "numeric", 1, BITS) if after in (left, right) and same(left, right, budget) else None


def approached(before: Limit, after: Expr) -> Check | None:
    """The values close in on `after` at a steady rate; for ±∞ they grow at one."""
    if before.side == "" and before.point in (INF, Neg(INF)):
        signs: tuple[int, ...] = (1 if before.point == INF else -1,)
    else:
        signs = {"": (1, -1), "+": (1,), "-": (-1,)}[before.side]
    draws = _draws(before, after)
    for way in _ways(before):
        if all(_closes_in(before, after, sign, draw, way) for draw in draws for sign in signs):
            return Check("approach", "numeric", len(way.steps) * len(draws) * len(signs), way.bits)
    return None


def _ways(limit: Limit) -> tuple[Approach, ...]:
    return (STEADY, DOUBLED, NEARBY) if limit.point in (INF, Neg(INF)) else (STEADY, DOUBLED)


def _draws(before: Limit, after: Expr) -> list[Draw]:
    names = sorted((symbols(before.arg) | symbols(before.point) | symbols(after)) - {before.variable.name})
    rounds = range(3 if names else 1)
    return [{name: Fraction(7 * k + 3 * i + 5, 4 + k) for i, name in enumerate(names)} for k in rounds]


def _values(limit: Limit, sign: int, draw: Draw, way: Approach) -> Iterator[Ball | None]:
    """The values on the way, one after the other; whole numbers are put in as such, for powers of −1 and factorials."""
    x, point = limit.variable.name, limit.point
    if way is NEARBY:
        for k in way.steps:
            yield value_at(substituted(limit.arg, {x: Num(sign * 2**k)}), draw, bits=way.bits)
        return
    far = point in (INF, Neg(INF))
    moving = substituted(limit.arg, {x: STEP if far else point + STEP})
    for k in way.steps:
        yield value_at(
            moving, {**draw, STEP.name: sign * (2**k + Fraction(1, 3)) if far else Fraction(sign, 2**k)}, way.bits
        )


def _closes_in(before: Limit, after: Expr, sign: int, draw: Draw, way: Approach) -> bool:
    values = [value for value in _values(before, sign, draw, way) if value is not None]
    if len(values) < len(way.steps):
        return False
    if after in (INF, Neg(INF)):
        return _grows([value if after == INF else -value for value in values], way)
    limit = value_at(after, draw, bits=way.bits)
    return limit is not None and _shrinks([abs(value - limit) for value in values], way)


def _grows(values: Sequence[Ball], way: Approach) -> bool:
    """Positive in the end, and each time larger by a steady factor; squared steps leave a logarithm its factor 2."""
    low = [float(value.log().mid()) if value > 0 else None for value in values[1:]]
    heights = [each for each in low if each is not None]
    return len(heights) >= len(values) - 2 and all(b - a > -0.9 * _log(way.shrinks) for a, b in pairwise(heights))


def _log(x: float) -> float:
    return {0.3: -1.2, 0.75: -0.2877, 0.78: -0.2485}[x]


def _shrinks(gaps: Sequence[Ball], way: Approach) -> bool:
    """Each gap a steady part of the one before, down to what the bits can tell."""
    floor = 2.0 ** -(way.bits // 8)
    return all(bool(later <= earlier * way.shrinks) or bool(later < floor) for earlier, later in pairwise(gaps))


def _together(before: Limit, after: Limit) -> Check | None:
    """Two functions under one limit come together, or are the same close to the point, or grow to the same infinity."""
    found = []
    both = Limit(Add((before.arg, Neg(after.arg))), before.variable, before.point, before.side)
    met = approached(both, Num(0))
    if met is not None:
        return met
    for end in (INF, Neg(INF)):
        found.append(_all_of([approached(before, end), approached(after, end)]))
    return next((each for each in found if each is not None), None)


def _alike(before: Limit, after: Limit) -> Check | None:
    """Two limits in different variables have one value."""
    if free_of(after.arg, after.variable):
        return approached(before, after.arg)
    value = substituted(after.arg, {after.variable.name: after.point})
    if after.point not in (INF, Neg(INF)):
        return approached(before, value)
    return next(
        (
            each
            for end in (INF, Neg(INF), Num(0))
            if (each := _all_of([approached(before, end), approached(after, end)]))
        ),
        None,
    )


def _all_of(checks: Sequence[Check | None]) -> Check | None:
    met = [each for each in checks if each is not None]
    return met[0] if len(met) == len(checks) else None


def _swings(before: Limit) -> Check | None:
    """At every distance the values go up and down by a lasting part of their size, so there is no limit."""
    signs = (-1 if before.point == Neg(INF) else 1,) if before.side != "-" else (-1,)
    draws = _draws(before, Num(0))
    fair = all(_swings_from(before, sign, draw) for draw in draws for sign in signs)
    return Check("swings", "numeric", PLACES * len(WINDOWS), 256) if fair else None


def _swings_from(limit: Limit, sign: int, draw: Draw) -> bool:
    spreads = []
    for k in WINDOWS:
        values = [value_at(substituted(limit.arg, {limit.variable.name: place}), draw, 256)
                  for place in _window(limit, sign, k)]  # fmt: skip
        known = [float(value.mid()) for value in values if value is not None]
        turns = sum((b - a) * (c - b) < 0 for a, b, c in zip(known, known[1:], known[2:], strict=False))
        if len(known) < PLACES // 2 or turns < 3:
            return False
        spreads.append((max(known) - min(known)) / max(1e-9, *map(abs, known)))
    return all(spread > 0.3 for spread in spreads)


def _window(limit: Limit, sign: int, k: int) -> Iterator[Expr]:
    for i in range(PLACES):
        if limit.point in (INF, Neg(INF)):
            yield Num(sign * (2**k + i))
        else:
            yield limit.point + Num(Fraction(sign, 2**k + 1) / (1 + Fraction(i, PLACES)))


CHECKS = {"sides": sides}

__all__ = ["CHECKS", "approached", "limit_confirmed"]
