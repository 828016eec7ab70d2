"""Equality where the imaginary unit is written: principal values at real points."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.judgement import identical
from fluxions.calculus.equality.witness import coordinates, printed
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.complexes import NoValue, Value, apart, complex_value
from fluxions.calculus.numbers.points import Point, liked_points, seeded_points
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Comparison, Different, Equal, Unknown, Witness

BITS = (160, 640, 2560)  # agreement counts once it holds to the last
ENOUGH = 6
MOST_DIGITS = 12


def equal_complex(a: Expr, b: Expr, budget: Budget) -> Comparison:
    """Whether a and b have the same complex value wherever both have one."""
    names = tuple(sorted(symbols(a) | symbols(b)))
    agreed = 0
    for point in _points(names):
        for bits in BITS:
            try:
                left, right = (complex_value(each, point, bits, budget) for each in (a, b))
            except NoValue:
                break
            if apart(left, right):
                return Different(coordinates(point), _witness(point, left, right))
        else:
            agreed += 1
    if agreed >= (ENOUGH if names else 1):
        return Equal("polynomial-identity" if identical(a, b, budget) else "probed")
    return Unknown("complex")


def constant_multiple(a: Expr, b: Expr, budget: Budget) -> bool:
    """Is a/b the same number at all points tried, to the last bit?"""
    names = tuple(sorted(symbols(a) | symbols(b)))
    ratios: list[Value] = []
    for point in _points(names):
        try:
            top, bottom = (complex_value(each, point, BITS[-1], budget) for each in (a, b))
        except NoValue:
            continue
        if bottom.contains(0):
            continue
        ratios.append(top / bottom)
        if apart(ratios[0], ratios[-1]):
            return False
    return len(ratios) >= ENOUGH and not ratios[0].contains(0)


def _points(names: tuple[str, ...]) -> Iterator[Point]:
    if not names:
        yield {}
        return
    yield from list(liked_points(names))[:4]
    yield from seeded_points(names, 8)


def _witness(point: Point, left: Value, right: Value) -> Witness:
    digits = 3
    while digits < MOST_DIGITS and shown(left, digits) == shown(right, digits):
        digits += 1
    at = tuple((name, str(value)) for name, value in point.items())
    return Witness(at, shown(left, digits), shown(right, digits))


def shown(value: Value, digits: int) -> str:
    """A complex number in digits."""
    real, imaginary = (printed(each, digits) for each in (value.real, value.imag))
    if value.imag.contains(0):
        return real
    sign = "-" if imaginary.startswith("-") else "+"
    part = f"{imaginary.lstrip('-')}i"
    return f"{'-' if sign == '-' else ''}{part}" if value.real.contains(0) else f"{real} {sign} {part}"
