"""Points on all sides of where two straight guards are zero at once: every part they cut off has a corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice, product

from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.points import Point, seeded_points
from fluxions.calculus.numbers.polynomials import TooBig, fraction, ratio_in
from fluxions.calculus.trees import symbols

MOST_CORNERS = 8
STEPS = (Fraction(1, 7), Fraction(2))  # by how much both guards are moved off zero
Straight = tuple[tuple[Fraction, ...], Fraction]  # the coefficients of the names, and the constant


def around_corners(guards: Sequence[Expr], names: Sequence[str]) -> Iterator[Point]:
    """For two straight guards in two of the names: near and far off their corner, with all four pairs of signs."""
    found = ((guard, straight) for guard in guards if (straight := _straight(guard, names)) is not None)
    for (first, f), (second, g) in islice(combinations(found, 2), MOST_CORNERS):
        own = sorted(symbols(first) | symbols(second))
        if len(own) != 2:
            continue
        i, j = (list(names).index(each) for each in own)
        others = seeded_points(names, 1, seed=9)[0]
        for step in STEPS:
            for a, b in product((step, -step), repeat=2):
                place = _solved(f, g, i, j, (a, b), others, names)
                if place is not None:
                    yield {**others, own[0]: place[0], own[1]: place[1]}


def _straight(guard: Expr, names: Sequence[str]) -> Straight | None:
    """The coefficients of a guard of degree one; None of any other."""
    try:
        top, bottom = ratio_in(guard, tuple(names))
    except (TooBig, ZeroDivisionError):
        return None
    terms, below = top.to_dict(), bottom.to_dict()
    if any(sum(map(int, powers)) for powers in below) or not all(sum(map(int, powers)) <= 1 for powers in terms):
        return None
    scale = fraction(next(iter(below.values())))
    found = {tuple(map(int, powers)): fraction(value) / scale for powers, value in terms.items()}
    unit = [tuple(int(k == place) for k in range(len(names))) for place in range(len(names))]
    return tuple(found.get(each, Fraction(0)) for each in unit), found.get((0,) * len(names), Fraction(0))


def _solved(
    f: Straight, g: Straight, i: int, j: int, values: tuple[Fraction, Fraction], others: Point, names: Sequence[str]
) -> tuple[Fraction, Fraction] | None:
    """Where both guards have these values, in the coordinates i and j; None where they are parallel."""
    (a, b), (c, d) = (f[0][i], f[0][j]), (g[0][i], g[0][j])
    determinant = a * d - b * c
    if not determinant:
        return None
    u, v = (
        value - each[1] - sum(each[0][k] * others[name] for k, name in enumerate(names) if k not in (i, j))
        for each, value in zip((f, g), values, strict=True)
    )
    return (u * d - b * v) / determinant, (a * v - u * c) / determinant
