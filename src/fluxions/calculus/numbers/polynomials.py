"""Exact rational functions over Q in a fixed number of generators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from math import comb, gcd, lcm
from typing import Any, Literal

from flint import Ordering, fmpq, fmpq_mpoly_ctx, fmpq_poly, fmpz

from fluxions.calculus.expr import Add, Div, Expr, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.numbers.balls import precision
from fluxions.calculus.numbers.tape import rational_value

MOST_TERMS = 20_000
MOST_BITS = 20_000
MOST_SHARED = 2_000  # product of the numbers of terms whose greatest common divisor is looked for
Poly = Any  # flint.fmpq_mpoly has no published types


class TooBig(Exception):
    """The expansion would have too many terms, or too long coefficients."""


@lru_cache(maxsize=8)
def ring(generators: int) -> Any:
    """Polynomials in g0, g1, … over Q."""
    return fmpq_mpoly_ctx.get(tuple(f"g{i}" for i in range(generators)), Ordering.lex)


@dataclass(slots=True, eq=False)  # not frozen, though never changed: made thirty times a verdict, in half the time
class Quotient:
    """top / bottom, two polynomials of one ring; not in lowest terms unless `lowest` made it."""

    top: Poly
    bottom: Poly

    def __add__(self, other: Quotient) -> Quotient:
        if self.bottom is other.bottom or self.bottom == other.bottom:
            return Quotient(self.top + other.top, self.bottom)
        left, right = self.bottom, other.bottom
        if not left.is_constant() and not right.is_constant() and len(left) * len(right) <= MOST_SHARED:
            shared = left.gcd(right)
            left, right = left / shared, right / shared
        return Quotient(_times(self.top, right) + _times(other.top, left), _times(self.bottom, right))

    def __sub__(self, other: Quotient) -> Quotient:
        if self.bottom is other.bottom:
            return Quotient(self.top - other.top, self.bottom)
        return self + -other

    def __neg__(self) -> Quotient:
        return Quotient(-self.top, self.bottom)

    def __mul__(self, other: Quotient) -> Quotient:
        return Quotient(_times(self.top, other.top), _times(self.bottom, other.bottom))

    def __truediv__(self, other: Quotient) -> Quotient:
        if other.top.is_zero():
            raise ZeroDivisionError
        return Quotient(_times(self.top, other.bottom), _times(self.bottom, other.top))

    def __pow__(self, n: int) -> Quotient:
        if n < 0:
            if self.top.is_zero():
                raise ZeroDivisionError
            return Quotient(_power(self.bottom, -n), _power(self.top, -n))
        return self if n == 1 else Quotient(_power(self.top, n), _power(self.bottom, n))

    def constant(self) -> Fraction | None:
        """The value of a quotient of numbers."""
        if self.top.is_constant() and self.bottom.is_constant():
            above = fraction(leading(self.top))
            return above if self.bottom.is_one() else above / fraction(leading(self.bottom))
        return None

    def lowest(self) -> Quotient:
        """In lowest terms, the bottom with leading coefficient 1."""
        top, bottom = self.top, self.bottom
        if top.is_zero():
            return Quotient(top, one(bottom.context()))
        if bottom.is_one():
            return self
        if not bottom.is_constant():
            if len(top) * len(bottom) > MOST_SHARED:
                raise TooBig
            shared = top.gcd(bottom)
            top, bottom = top / shared, bottom / shared
        leading = bottom.leading_coefficient()
        return Quotient(top / leading, bottom / leading)

    def key(self) -> str:
        """A name for the value of a quotient in lowest terms."""
        return f"{self.top}/{'1' if self.bottom.is_one() else self.bottom}"

    def terms(self) -> Iterator[tuple[tuple[int, ...], Fraction]]:
        """The terms of the top: powers and coefficient."""
        for powers, coefficient in self.top.to_dict().items():
            yield powers, fraction(coefficient)


def fraction(value: Any) -> Fraction:
    """An exact rational of flint as one of Python's."""
    return Fraction(int(value.p), int(value.q))


def rational(value: Fraction | int) -> Any:
    """An exact rational of Python's as one of flint's."""
    return fmpq(value.numerator, value.denominator)


def leading(poly: Poly) -> Any:
    """The first coefficient; 0 of the zero polynomial."""
    return poly.leading_coefficient() if not poly.is_zero() else fmpq(0)


def _times(a: Poly, b: Poly) -> Poly:
    """The product of two parts of quotients, most of which are 1."""
    if b.is_one():
        return a
    if a.is_one():
        return b
    if len(a) * len(b) > MOST_TERMS:
        raise TooBig
    return a * b


def _power(a: Poly, n: int) -> Poly:
    if n == 1 or a.is_one():
        return a
    terms = len(a)
    if n > 1 and terms > 1 and (n > MOST_BITS or comb(n + terms - 1, terms - 1) > MOST_TERMS):
        raise TooBig
    if n > 16 and any(int(c.p).bit_length() + int(c.q).bit_length() > 2 + MOST_BITS // n for c in a.coeffs()):
        raise TooBig
    return a**n


def expansion(a: Poly, n: int) -> int:
    """How many words of 64 bits the coefficients of aⁿ may have, all together."""
    terms = len(a)
    if terms < 2:
        return 1
    longest = max(int(c.p).bit_length() + int(c.q).bit_length() for c in a.coeffs())
    return comb(n + terms - 1, terms - 1) * (1 + n * (longest + terms.bit_length()) // 64)


def number(context: Any, value: Fraction | int) -> Quotient:
    """A rational number as a quotient."""
    return Quotient(context.constant(rational(value)), one(context))


@lru_cache(maxsize=64)
def one(context: Any) -> Poly:
    """The polynomial 1, the same object every time: bottoms are told by it without a comparison."""
    return context.constant(1)


def factors(poly: Poly) -> tuple[Fraction, tuple[tuple[Poly, int], ...]]:
    """The content and the irreducible factors with their powers."""
    if len(poly) == 1:
        context = poly.context()
        powers = tuple((context.gen(i), int(n)) for i, n in enumerate(poly.degrees()) if n)
        return fraction(poly.leading_coefficient()), powers
    degree = poly.total_degree()
    if len(poly) > 30 or degree > 24:
        raise TooBig
    if degree == 1:
        content = _content(poly)
        return fraction(content), ((poly / content, 1),)
    content, found = poly.factor()
    return fraction(content), tuple((factor, int(power)) for factor, power in found)


def _content(poly: Poly) -> Any:
    """The rational by which a polynomial is divided for whole coefficients without a common divisor, the first > 0."""
    coefficients = poly.coeffs()
    content = fmpq(gcd(*(int(c.p) for c in coefficients)), lcm(*(int(c.q) for c in coefficients)))
    return content if poly.leading_coefficient() > 0 else -content


def split(poly: Poly, generator: int) -> dict[int, Poly]:
    """The coefficients of the powers of one generator."""
    parts: dict[int, dict[tuple[int, ...], Any]] = {}
    for powers, coefficient in poly.to_dict().items():
        rest = (*powers[:generator], 0, *powers[generator + 1 :])
        parts.setdefault(int(powers[generator]), {})[rest] = coefficient
    return {power: poly.context().from_dict(terms) for power, terms in parts.items()}


def prime_factors(n: int) -> tuple[tuple[int, int], ...]:
    """The primes of a positive number that is not too long to factor."""
    if n.bit_length() > 80:
        raise TooBig
    return tuple((int(p), int(power)) for p, power in fmpz(n).factor())


def real_roots(coefficients: Sequence[Fraction]) -> tuple[tuple[Fraction, Fraction], ...]:
    """Disjoint small intervals, in order, each with one real root of c₀ + c₁x + c₂x² + … and no other."""
    poly = fmpq_poly([rational(each) for each in coefficients])
    if poly.degree() < 1:
        return ()
    found = []
    with precision(64):
        roots: list[tuple[Any, int]] = poly.numer().complex_roots()  # type: ignore[assignment]
        for root, _ in roots:
            if root.imag.is_zero() and root.real.is_finite():
                found.append((outer(root.real.lower()), outer(root.real.upper())))
    return tuple(sorted(found))


def outer(end: Any) -> Fraction:
    """A number of flint's that is exact, as a rational."""
    top, exponent = end.man_exp()
    return Fraction(int(top)) * Fraction(2) ** int(exponent)


@dataclass(frozen=True, slots=True, eq=False)
class OneVariable:
    """A rational function of one variable, from c₀ + c₁x + … up."""

    top: Any
    bottom: Any

    def breaks(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """Small intervals around the real zeros and poles."""
        return tuple(sorted({*_roots(self.top), *_roots(self.bottom)}))

    def sign(self, at: Fraction) -> Literal["+", "-", "0", "undefined"]:
        """The sign of the value at a rational number."""
        value = rational(at)
        top, bottom = self.top(value), self.bottom(value)
        if bottom == 0:
            return "undefined"
        return "0" if top == 0 else "+" if (top > 0) == (bottom > 0) else "-"


def _roots(poly: Any) -> tuple[tuple[Fraction, Fraction], ...]:
    return real_roots([fraction(each) for each in poly.coeffs()])


def in_one_variable(e: Expr, x: str) -> OneVariable | None:
    """The tree as a rational function of x, if it is one of small degree."""
    try:
        top, bottom = ratio_of_polynomials(e, x)
    except (TooBig, ZeroDivisionError):
        return None
    return OneVariable(top, bottom)


def ratio_of_polynomials(e: Expr, x: str) -> tuple[Any, Any]:
    """Top and bottom as polynomials of x; raises TooBig or ZeroDivisionError."""
    one = fmpq_poly([1])
    match e:
        case Num(value):
            return fmpq_poly([rational(value)]), one
        case Sym(name) if name == x:
            return fmpq_poly([0, 1]), one
        case Neg(u):
            top, bottom = ratio_of_polynomials(u, x)
            return -top, bottom
        case Add(parts) | Mul(parts):
            total, below = ratio_of_polynomials(parts[0], x)
            for part in parts[1:]:
                top, bottom = ratio_of_polynomials(part, x)
                total = total * bottom + top * below if isinstance(e, Add) else total * top
                below = small(below * bottom)
            return small(total), below
        case Div(u, v):
            (a, b), (c, d) = ratio_of_polynomials(u, x), ratio_of_polynomials(v, x)
            if not c:
                raise ZeroDivisionError
            return small(a * d), small(b * c)
        case Pow(u, Num(n)) if n.denominator == 1 and 0 <= n <= 24:
            top, bottom = ratio_of_polynomials(u, x)
            if n == 0:
                return bottom, bottom  # 1, but not at a pole
            return small(top ** int(n)), small(bottom ** int(n))
    value = rational_value(e)
    if value is None:
        raise TooBig
    return fmpq_poly([rational(value)]), one


def ratio_in(e: Expr, names: Sequence[str]) -> tuple[Poly, Poly]:
    """Top and bottom of a rational function of several variables; raises TooBig for any other tree."""
    context = ring(len(names))
    one = context.constant(1)

    def ratio(e: Expr) -> Quotient:
        match e:
            case Num(value):
                return number(context, value)
            case Sym(name) if name in names:
                return Quotient(context.gen(names.index(name)), one)
            case Neg(u):
                return -ratio(u)
            case Add(parts):
                return reduce(Quotient.__add__, map(ratio, parts))
            case Mul(parts):
                return reduce(Quotient.__mul__, map(ratio, parts))
            case Div(u, v):
                return ratio(u) / ratio(v)
            case Pow(u, Num(n)) if n.denominator == 1 and abs(n) <= 24:
                return ratio(u) ** int(n)
        raise TooBig

    found = ratio(e)
    if max(found.top.total_degree(), found.bottom.total_degree()) > 40:
        raise TooBig
    return found.top, found.bottom


def small(poly: Any) -> Any:
    """The polynomial, if its degree is not too high; else raises TooBig."""
    if poly.degree() > 40:
        raise TooBig
    return poly
