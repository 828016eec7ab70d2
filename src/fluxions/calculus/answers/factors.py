"""Polynomial equations in several variables, factor by factor: what only one of them has must have few real zeros."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fluxions.calculus.answers.values import sign_at
from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Add, Div, Expr, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.numbers.critical import places, restrictions
from fluxions.calculus.numbers.ideals import Terms, terms_of
from fluxions.calculus.numbers.polynomials import TooBig, factors, ratio_in
from fluxions.calculus.numbers.roots import Unsettled
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import canonical_key, symbols

Point = tuple[Fraction, ...]


def spare_zeros(mine: Expr, right: Expr, names: Sequence[str]) -> tuple[Point, ...] | None:
    """The real zeros of all factors that one polynomial has and the other has not, where they are single points.

    None where such a factor has more zeros, or they are not known. Raises TooBig where one side is no polynomial.
    """
    both = [{_key(poly): poly for poly in _factors(each, names)} for each in (mine, right)]
    found: list[Point] = []
    for these, those in (both, both[::-1]):
        for key, poly in these.items():
            if key not in those:
                points = _single(poly, len(names))
                if points is None:
                    return None
                found += points
    return tuple(found)


def unmatched(mine: Expr, right: Expr) -> tuple[Expr, ...]:
    """The factors as typed that only one of two expressions has, powers and signs left out."""
    both = [_typed(each) for each in (mine, right)]
    return tuple(
        factor
        for these, those in (both, both[::-1])
        for factor in these
        if not any(canonical_key(factor) == canonical_key(each) for each in those)
    )


def _typed(e: Expr) -> list[Expr]:
    match e:
        case Add((u, Neg(Num(value)))) if not value:
            return _typed(u)
        case Mul(parts):
            return [factor for part in parts for factor in _typed(part)]
        case Neg(u) | Div(u, Num()):
            return _typed(u)
        case Pow(u, Num(n)) if n > 0 and n.denominator == 1:
            return _typed(u)
        case Num(value) if value:
            return []
    quotient = rational_value(e)
    return [] if quotient else [e]


def lone_zeros(e: Expr, names: Sequence[str], budget: Budget) -> tuple[Point, ...] | None:
    """The real zeros of a factor that is real everywhere, where they are single points; None where they may not be."""
    if restrictions(e):
        return None
    try:
        found: list[Point] = []
        for poly in _factors(e, names):
            points = _single(poly, len(names))
            if points is None:
                return None
            found += points
        return tuple(found)
    except TooBig:
        return () if len(symbols(e)) == 1 and _never(e, budget) else None


def _never(e: Expr, budget: Budget) -> bool:
    """Is an expression in one variable 0 nowhere?"""
    x = Sym(next(iter(symbols(e))))
    try:
        cut = places([e], x, budget)
    except Unsettled:
        return False
    return all(sign_at(e, x, at, budget) in ("+", "-") for at in cut.points)


def _factors(e: Expr, names: Sequence[str]) -> list[Terms]:
    top, bottom = ratio_in(e, names)
    if not bottom.is_constant() or top.is_zero() or top.is_constant():
        raise TooBig
    return [terms_of(factor) for factor, _ in factors(top)[1]]


def _key(poly: Terms) -> frozenset[tuple[tuple[int, ...], Fraction]]:
    leading = poly[max(poly)]
    return frozenset((powers, c / leading) for powers, c in poly.items())


def _single(poly: Terms, count: int) -> tuple[Point, ...] | None:
    """All real zeros where they are none or one: of sums of even powers and of definite quadratic polynomials."""
    origin = (0,) * count
    sign = 1 if poly[max(poly)] > 0 else -1
    even = all(sign * c > 0 and all(power % 2 == 0 for power in powers) for powers, c in poly.items())
    if even and origin in poly:
        return ()
    pure = {i for powers in poly for i in range(count) if powers[i] and sum(powers) == powers[i]}
    if even and len(pure) == count:
        return (tuple(Fraction(0) for _ in origin),)
    return _vertex(poly, count) if max(map(sum, poly)) == 2 else None


def _vertex(poly: Terms, count: int) -> tuple[Point, ...] | None:
    """Of a definite quadratic polynomial: the vertex if it is 0 there, none if it keeps its sign."""
    unit = [tuple(int(i == j) for j in range(count)) for i in range(count)]
    rows = [
        [poly.get(_sum(unit[i], unit[j]), Fraction(0)) * (2 if i == j else 1) for j in range(count)]
        + [-poly.get(unit[i], Fraction(0))]
        for i in range(count)
    ]
    signs = set()
    for i in range(count):  # elimination without exchanges: the pivots tell whether the form is definite
        if not rows[i][i]:
            return None
        signs.add(rows[i][i] > 0)
        for j in range(count):
            if j != i:
                share = rows[j][i] / rows[i][i]
                rows[j] = [a - share * b for a, b in zip(rows[j], rows[i], strict=True)]
    if len(signs) > 1:
        return None
    vertex = tuple(rows[i][count] / rows[i][i] for i in range(count))
    lowest = sum((c * _power(vertex, powers) for powers, c in poly.items()), Fraction(0))
    if not lowest:
        return (vertex,)
    return () if (lowest > 0) == signs.pop() else None


def _sum(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(x + y for x, y in zip(a, b, strict=True))


def _power(at: Point, powers: tuple[int, ...]) -> Fraction:
    product = Fraction(1)
    for value, power in zip(at, powers, strict=True):
        product *= value**power
    return product
