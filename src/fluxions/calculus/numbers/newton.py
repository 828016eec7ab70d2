"""Zeros of any system of as many equations as unknowns, looked for by Newton's method from many starts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from flint import arb, arb_mat

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Diff, Expr, Sym
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, ball, cost, outputs, precision
from fluxions.calculus.numbers.ideals import Coordinate, Point
from fluxions.calculus.numbers.tape import NoTape, Tape, tape

BITS, STEPS = 160, 40
PATIENCE, SLOW = 10, 2.0**-5  # by then the steps are small, or the walk leads away
CLOSE = Fraction(1, 2**60)
STARTS = (Fraction(-19, 7), Fraction(-9, 10), Fraction(-1, 5), Fraction(2, 5), Fraction(11, 10), Fraction(25, 8))
FAR = 10**6


def zeros_met(gaps: Sequence[Expr], names: Sequence[str], budget: Budget) -> tuple[Point, ...] | None:
    """The zeros that Newton's method meets, each known to 2⁻⁵⁰; None where the system cannot be run at points."""
    if len(gaps) != len(names) or len(names) > 3:
        return None
    try:
        values = tape(*gaps)
        slopes = tape(*(Diff(gap, Sym(name)) for gap in gaps for name in names))
    except NoTape:
        return None
    found: list[tuple[Fraction, ...]] = []
    with precision(BITS):
        for start in _starts(len(names)):
            budget.spend(cost(values, BITS) * 8)
            place = _followed(values, slopes, names, start)
            if place is not None and not any(_near(place, each) for each in found):
                found.append(place)
        return tuple(tuple(_around(each) for each in place) for place in found)


def _starts(count: int) -> Iterator[tuple[Fraction, ...]]:
    return product(STARTS, repeat=count)


def _followed(
    values: Tape, slopes: Tape, names: Sequence[str], start: tuple[Fraction, ...]
) -> tuple[Fraction, ...] | None:
    place = [ball(each) for each in start]
    for count in range(STEPS):
        at = dict(zip(names, place, strict=True))
        try:
            step = _step(outputs(values, at), outputs(slopes, at), len(names))
        except (Undefined, Unclear, ZeroDivisionError, NoTape):
            return None
        place = [(a - b).mid() for a, b in zip(place, step, strict=True)]
        if any(not each.is_finite() or abs(each) > FAR for each in place):
            return None
        if count >= PATIENCE and any(abs(each) > SLOW for each in step):
            return None
        if all(abs(each) < arb(2) ** -100 for each in step):
            return tuple(_rational(each) for each in place)
    return None


def _step(values: list[Ball], slopes: list[Ball], count: int) -> list[Ball]:
    matrix = arb_mat(count, count, [each.mid() for each in slopes])
    moved = matrix.solve(arb_mat(count, 1, [each.mid() for each in values]))
    return [moved[i, 0].mid() for i in range(count)]


def _rational(value: Ball) -> Fraction:
    top, exponent = value.mid().man_exp()
    return Fraction(int(top)) * Fraction(2) ** int(exponent)


def _near(a: Sequence[Fraction], b: Sequence[Fraction]) -> bool:
    return all(abs(p - q) < CLOSE for p, q in zip(a, b, strict=True))


def _around(value: Fraction) -> Coordinate:
    return Coordinate(ball(value) + arb(0, 2.0**-50))
