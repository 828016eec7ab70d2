"""Systems of polynomial equations over Q: their reduced Gröbner bases and their real points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import lcm
from typing import Any

from flint import Ordering, fmpq_poly, fmpz_mpoly_ctx, fmpz_mpoly_vec

from fluxions.calculus.budget import Budget
from fluxions.calculus.numbers.balls import Ball, ball, precision
from fluxions.calculus.numbers.polynomials import TooBig, fraction, rational

MOST_UNKNOWNS = 6
MOST_DEGREE = 12
MOST_COMBINATIONS = 400
LIMITS = (80, 80, 600)  # polynomials of a basis, terms of one, bits of a coefficient
BASIS_COST = 600  # units of one basis
BITS = 320
Terms = dict[tuple[int, ...], Fraction]
Basis = frozenset[frozenset[tuple[tuple[int, ...], Fraction]]]


@dataclass(frozen=True, slots=True, eq=False)
class Coordinate:
    """A real number as a ball of 320 bits; `exact` where it is rational."""

    value: Ball
    exact: Fraction | None = None

    def same(self, other: Coordinate) -> bool:
        """Are both one number, as far as 320 bits tell? Rational ones are compared exactly."""
        if self.exact is not None and other.exact is not None:
            return self.exact == other.exact
        return bool(self.value.overlaps(other.value))


Point = tuple[Coordinate, ...]


def terms_of(poly: Any) -> Terms:
    """The terms of a polynomial over Q."""
    return {tuple(map(int, powers)): fraction(c) for powers, c in poly.to_dict().items()}


def _reduced(polys: Sequence[Terms], count: int, budget: Budget) -> list[Terms]:
    """The reduced lexicographic Gröbner basis; raises TooBig where it would grow long."""
    budget.spend(BASIS_COST)
    if count > MOST_UNKNOWNS or any(sum(powers) > MOST_DEGREE for poly in polys for powers in poly):
        raise TooBig
    context = fmpz_mpoly_ctx.get(tuple(f"g{i}" for i in range(count)), Ordering.lex)
    whole = [context.from_dict(_without_fractions(poly)) for poly in polys if poly]
    if not whole:
        return []
    vector: Any = fmpz_mpoly_vec(whole, context)
    found, complete = vector.buchberger_naive(limits=LIMITS)
    if not complete:
        raise TooBig
    return [_made_monic(each) for each in found.autoreduction(groebner=True)]


def _without_fractions(poly: Terms) -> dict[tuple[int, ...], int]:
    below = lcm(*(c.denominator for c in poly.values()))
    return {powers: int(c * below) for powers, c in poly.items()}


def _made_monic(poly: Any) -> Terms:
    found = {tuple(map(int, powers)): Fraction(int(c)) for powers, c in poly.to_dict().items()}
    leading = found[max(found)]
    return {powers: c / leading for powers, c in found.items()}


def basis(polys: Sequence[Terms], count: int, budget: Budget) -> Basis:
    """The reduced basis as a value: equal ones belong to equal ideals, so to the same solutions."""
    return frozenset(frozenset(each.items()) for each in _reduced(polys, count, budget))


def impossible(polys: Sequence[Terms], count: int, budget: Budget) -> bool:
    """Have the polynomials no common zero, real or complex?"""
    return any(set(each) == {(0,) * count} for each in _reduced(polys, count, budget))


def real_points(polys: Sequence[Terms], count: int, budget: Budget) -> tuple[Point, ...] | None:
    """All common real zeros; None where there are infinitely many complex ones."""
    columns: list[tuple[Coordinate, ...]] = []
    for place in range(count):
        turned = [{_last(powers, place): c for powers, c in poly.items()} for poly in polys]
        found = _reduced(turned, count, budget)
        if any(set(each) == {(0,) * count} for each in found):
            return ()
        alone = next((each for each in found if all(not any(powers[:-1]) for powers in each)), None)
        if alone is None:
            return None
        columns.append(tuple(_roots({powers[-1]: c for powers, c in alone.items()})))
    total = 1
    for column in columns:
        total *= len(column)
    if total > MOST_COMBINATIONS:
        raise TooBig
    budget.spend(total * len(polys) * 20)
    with precision(BITS):
        return tuple(point for point in product(*columns) if all(vanishes(poly, point) for poly in polys))


def _last(powers: tuple[int, ...], place: int) -> tuple[int, ...]:
    return (*powers[:place], *powers[place + 1 :], powers[place])


def _roots(poly: dict[int, Fraction]) -> Iterator[Coordinate]:
    """The real zeros of a polynomial in one variable."""
    whole: Any = fmpq_poly([rational(poly.get(i, Fraction(0))) for i in range(max(poly) + 1)])
    with precision(BITS):
        for factor, _ in whole.numer().factor()[1]:
            if factor.degree() == 1:
                exact = Fraction(-int(factor[0]), int(factor[1]))
                yield Coordinate(ball(exact), exact)
                continue
            for root, _ in factor.complex_roots():
                if root.imag.is_zero():
                    yield Coordinate(root.real)


def vanishes(poly: Terms, point: Point) -> bool:
    """Is the polynomial 0 at the point, as far as the working precision tells?"""
    total = ball(0)
    for powers, c in poly.items():
        term = ball(c)
        for coordinate, power in zip(point, powers, strict=True):
            if power:
                term = term * coordinate.value**power
        total = total + term
    return bool(total.contains(0))
