"""Rational functions with powers of x too high to expand: zeros, poles and signs need only their parity."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

from flint import fmpq_poly

from fluxions.calculus.expr import Add, Div, Expr, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.numbers.polynomials import (
    OneVariable,
    TooBig,
    fraction,
    in_one_variable,
    ratio_of_polynomials,
    small,
)

HIGHEST = 1_000_000  # power of x
FARTHEST = 40  # between the powers of two terms
ONE, X = fmpq_poly([1]), fmpq_poly([0, 1])


@dataclass(frozen=True, slots=True, eq=False)
class _Shifted:
    """xⁿ·top / (xᵐ·bottom)."""

    n: int
    m: int
    top: Any
    bottom: Any

    @property
    def nothing(self) -> bool:
        """Is it 0, without a pole?"""
        return not self.top and not self.m and self.bottom == ONE

    @property
    def constant(self) -> bool:
        """Is it a number times xⁿ?"""
        return not self.m and self.top.degree() <= 0 and self.bottom.degree() == 0

    @property
    def number(self) -> Fraction:
        """The number that xⁿ stands with."""
        return fraction(self.top[0] / self.bottom[0])

    def __mul__(self, other: _Shifted) -> _Shifted:
        top, bottom = small(self.top * other.top), small(self.bottom * other.bottom)
        return _Shifted(self.n + other.n, self.m + other.m, top, bottom)

    def __truediv__(self, other: _Shifted) -> _Shifted:
        if not other.top:
            raise ZeroDivisionError
        return self * _Shifted(other.m, other.n, other.bottom, other.top)

    def __add__(self, other: _Shifted) -> _Shifted:
        m = max(self.m, other.m)
        above = self.n + m - self.m, other.n + m - other.m
        if abs(above[0] - above[1]) > FARTHEST:
            raise TooBig
        n = min(above)
        left, right = self.top * X ** (above[0] - n), other.top * X ** (above[1] - n)
        return _Shifted(n, m, small(left * other.bottom + right * self.bottom), small(self.bottom * other.bottom))

    def __pow__(self, power: int) -> _Shifted:
        if power > FARTHEST and not (self.top in (ONE, -ONE) and self.bottom == ONE):
            raise TooBig
        return _Shifted(self.n * power, self.m * power, small(self.top**power), small(self.bottom**power))


def signs_in_one_variable(e: Expr, x: str) -> OneVariable | None:
    """A rational function with the zeros, poles and signs of the tree; None where it is none of small degree."""
    plain = in_one_variable(e, x)
    if plain is not None:
        return plain
    try:
        found = _shifted(e, x)
        return OneVariable(small(found.top * _like(found.n)), small(found.bottom * _like(found.m)))
    except (TooBig, ZeroDivisionError):
        return None


def binomial(e: Expr, x: str) -> tuple[int, Fraction] | None:
    """(n, c) where e is a number times xⁿ − c, with n above `FARTHEST`."""
    try:
        terms = [_shifted(each, x) for each in (e.terms if isinstance(e, Add) else ())]
    except (TooBig, ZeroDivisionError):
        return None
    power = max((each.n for each in terms), default=0)
    if power <= FARTHEST or any(not each.constant or each.n not in (0, power) for each in terms):
        return None
    above, below = (sum((each.number for each in terms if each.n == n), Fraction(0)) for n in (power, 0))
    return (power, -below / above) if above else None


def _like(power: int) -> Any:
    """1, x or x², which has the sign of the power."""
    return X ** (2 - power % 2) if power else ONE


def _shifted(e: Expr, x: str) -> _Shifted:
    match e:
        case Sym(name) if name == x:
            return _Shifted(1, 0, ONE, ONE)
        case Neg(u):
            return _shifted(u, x) * _Shifted(0, 0, -ONE, ONE)
        case Mul(parts):
            return reduce(_Shifted.__mul__, [_shifted(each, x) for each in parts])
        case Add(parts):
            found = [_shifted(each, x) for each in parts]
            return reduce(_Shifted.__add__, [each for each in found if not each.nothing] or found[:1])
        case Div(u, v):
            return _shifted(u, x) / _shifted(v, x)
        case Pow(u, Num(n)) if n.denominator == 1 and 0 < n <= HIGHEST:
            return _shifted(u, x) ** int(n)
    return _Shifted(0, 0, *ratio_of_polynomials(e, x))
