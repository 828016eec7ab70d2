"""What can be proved once the balls agree: an algebraic constant smaller than its separation bound is zero.

A constant made of rationals, + − × ÷, roots, and sines and cosines of rational parts of π is a quotient of algebraic
integers. With conjugates of the top at most U and of the bottom at most L, and degree at most D, it is 0 or at least
1/(Uᴰ⁻¹·L) in absolute value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Add, Const, Div, Expr, Fn, Mul, Neg, Num, Pow, Root
from fluxions.calculus.numbers.balls import Unclear, Undefined, run, smaller_than_power
from fluxions.calculus.numbers.tape import NoTape, rational_value, tape

MOST_BITS = 40_000
START_BITS = 64


class NotAlgebraic(Exception):
    """The constant has a part that the bound does not cover."""


@dataclass(slots=True)
class _Bound:
    """Grows the degree while the bounds of the parts are combined; all bounds are whole numbers of bits."""

    roots: dict[Expr, int] = field(default_factory=dict)
    turns: set[int] = field(default_factory=set)

    def degree(self) -> int:
        product = 1
        for index in self.roots.values():
            product *= index
        return product * (_totient(lcm(4, *self.turns)) if self.turns else 1)

    def of(self, e: Expr) -> tuple[int, int]:
        """(log₂ U, log₂ L), rounded up."""
        match e:
            case Num(value):
                return _bits(value.numerator), _bits(value.denominator)
            case Neg(u):
                return self.of(u)
            case Add(parts):
                return self._sum(self.of(each) for each in parts)
            case Mul(parts):
                pairs = [self.of(each) for each in parts]
                return sum(top for top, _ in pairs), sum(bottom for _, bottom in pairs)
            case Div(u, v):
                (a, b), (c, d) = self.of(u), self.of(v)
                return a + d, b + c
            case Pow(u, exponent):
                return self._power(e, u, rational_value(exponent))
            case Root(u, degree):
                return self._power(e, u, _inverse(rational_value(degree)))
            case Fn("sin" | "cos", (angle,)):
                return self._circle(angle)
        raise NotAlgebraic

    def _sum(self, pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
        top, bottom = 0, 0
        for place, (u, v) in enumerate(pairs):
            top, bottom = (max(top + v, u + bottom) + 1, bottom + v) if place else (u, v)
        return top, bottom

    def _power(self, e: Expr, base: Expr, exponent: Fraction | None) -> tuple[int, int]:
        if exponent is None or abs(exponent) > 1000 or exponent.denominator > 64:
            raise NotAlgebraic
        top, bottom = self.of(base)
        q = exponent.denominator
        if q > 1:  # (U/L)^(1/q) = (U·L^(q−1))^(1/q) / L
            self.roots[Root(base, Num(q))] = q
            top = -(-(top + (q - 1) * bottom) // q)
        n = abs(exponent.numerator)
        return (top * n, bottom * n) if exponent > 0 else (bottom * n, top * n)

    def _circle(self, angle: Expr) -> tuple[int, int]:
        """2 cos(2πk/n) is an algebraic integer with conjugates at most 2."""
        part = _part_of_pi(angle)
        if part is None or part.denominator > 200:
            raise NotAlgebraic
        self.turns.add(2 * part.denominator)
        return 1, 1


def _part_of_pi(angle: Expr) -> Fraction | None:
    match angle:
        case Const("pi"):
            return Fraction(1)
        case Num(value) if value == 0:
            return Fraction(0)
        case Neg(u):
            part = _part_of_pi(u)
            return None if part is None else -part
        case Div(u, v):
            part, below = _part_of_pi(u), rational_value(v)
            return None if part is None or not below else part / below
        case Mul(factors):
            found = Fraction(1)
            turns = 0
            for each in factors:
                value = rational_value(each)
                if value is None:
                    value, turns = _part_of_pi(each), turns + 1
                if value is None:
                    return None
                found *= value
            return found if turns == 1 else None
        case Add(terms):
            parts = [_part_of_pi(each) for each in terms]
            known = [part for part in parts if part is not None]
            return sum(known, Fraction(0)) if len(known) == len(parts) else None
    return None


def _bits(n: int) -> int:
    """log₂ |n|, rounded up; 0 for 0 and ±1."""
    return (abs(n) - 1).bit_length() if n else 0


def _inverse(value: Fraction | None) -> Fraction | None:
    return 1 / value if value else None


def _totient(n: int) -> int:
    result, rest, p = n, n, 2
    while p * p <= rest:
        if rest % p == 0:
            result -= result // p
            while rest % p == 0:
                rest //= p
        p += 1
    return result - result // rest if rest > 1 else result


def separation(e: Expr) -> int | None:
    """n such that e is 0 or |e| >= 2⁻ⁿ; None where no bound is known."""
    bound = _Bound()
    try:
        top, bottom = bound.of(e)
    except NotAlgebraic:
        return None
    return (bound.degree() - 1) * top + bottom


def same_constant(a: Expr, b: Expr, budget: Budget | None = None) -> bool:
    """Is a = b proved by the separation bound of a − b?"""
    gap = Add((a, Neg(b)))
    least = separation(gap)
    if least is None or least + START_BITS > MOST_BITS:
        return False
    try:
        value = run(tape(gap), {}, least + START_BITS, budget)[0]
    except (NoTape, Undefined, Unclear):
        return False
    return bool(value.contains(0) and smaller_than_power(value, -least))
