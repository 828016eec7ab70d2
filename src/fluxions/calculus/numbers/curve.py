"""Two expressions compared on a curve F(x, y) = 0 instead of in the whole plane.

A point of the curve is x rational and y between two rationals where F changes sign; F is continuous there because
its ball over that small interval is finite. A difference whose ball excludes 0 is a proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from flint import arb

from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, ball, outputs, precision, value_at
from fluxions.calculus.numbers.points import liked_points, seeded_points
from fluxions.calculus.numbers.tape import NoTape, tape

BITS = 200
GRID = tuple(Fraction(k, 4) + Fraction(1, 64) for k in range(-24, 25))
COMMON = tuple(Fraction((11 * k) % 41 - 20, 8) + Fraction(3, 101) for k in range(41))  # no value that people like
WANTED, MOST = 6, 80

Point = tuple[Fraction, Fraction]  # x, and the middle of y


def agree_on_curve(
    curve: Expr, x: Sym, y: Sym, a: Expr, b: Expr
) -> tuple[Literal["agree", "differ", "unknown"], Point | None]:
    """Whether a = b where curve = 0, with the point that decided; "unknown" where too few points are found.

    Points such as x = 1, where powers coincide, may show a difference; what agrees is heard at the others alone.
    """
    heard = 0
    liked = frozenset(each["x"] for each in liked_points(("x",)))
    for number, (at_x, low, high) in enumerate(_arcs(curve, x, y)):
        if number >= MOST:
            break
        narrow = _narrowed(curve, x, y, at_x, low, high)
        gap = None if narrow is None else _gap(curve, x, y, a, b, at_x, *narrow)
        if gap is None or narrow is None:
            continue
        if not gap.contains(0):
            return "differ", (at_x, (narrow[0] + narrow[1]) / 2)
        heard += at_x not in liked
        if heard >= WANTED:
            return "agree", None
    return "unknown", None


def _arcs(curve: Expr, x: Sym, y: Sym) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """Places where F changes sign between two neighbours of the grid: (x, low y, high y)."""
    liked, seeded = liked_points(("x",)), seeded_points(("x",), 14)
    for at_x in (*(each["x"] for each in liked), *COMMON, *(each["x"] for each in seeded)):
        signs = [(at_y, _sign(curve, x, y, at_x, at_y)) for at_y in GRID]
        for (low, before), (high, after) in pairwise(signs):
            if before * after < 0:
                yield at_x, low, high


def _sign(curve: Expr, x: Sym, y: Sym, at_x: Fraction, at_y: Fraction) -> int:
    value = value_at(curve, {x.name: at_x, y.name: at_y}, bits=BITS)
    return 0 if value is None else (1 if value > 0 else -1 if value < 0 else 0)


def _narrowed(
    curve: Expr, x: Sym, y: Sym, at_x: Fraction, low: Fraction, high: Fraction
) -> tuple[Fraction, Fraction] | None:
    """The interval halved until it is shorter than 2⁻¹²⁰, the sign change kept."""
    at_low = _sign(curve, x, y, at_x, low)
    for _ in range(125):
        middle = (low + high) / 2
        sign = _sign(curve, x, y, at_x, middle)
        if sign == 0:
            return None
        low, high = (middle, high) if sign == at_low else (low, middle)
    return low, high


def _gap(curve: Expr, x: Sym, y: Sym, a: Expr, b: Expr, at_x: Fraction, low: Fraction, high: Fraction) -> Ball | None:
    """a − b over the interval, where F and both expressions are finite on all of it."""
    with precision(BITS):
        at = {x.name: ball(at_x), y.name: ball(low).union(ball(high))}
        try:
            outputs(tape(curve), at)
            gap: Ball = outputs(tape(a, b, difference=True), at)[2]
        except (NoTape, Undefined, Unclear):
            return None
    return gap if gap.rad() < arb(2) ** -40 else None
