"""Kernels: the transcendental and algebraic parts of an expression, each a generator of one polynomial ring.

They are chosen so that equal parts become the same generator: exp(a + b) = exp(a) exp(b), multiples of one angle, logs
and roots split over factors. A log stands for ln|u| and an even root of a square for |u|, which is what they are
wherever they are real; so a zero difference is an identity on the common domain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Literal

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.polynomials import (
    Poly,
    Quotient,
    TooBig,
    factors,
    fraction,
    number,
    prime_factors,
    ring,
    split,
)  # fmt: skip

Kind = Literal["sym", "pi", "i", "wave", "cosine", "power", "ln", "abs", "root", "fn"]
MOST_GENERATORS = (8, 16, 32)
LARGEST_MULTIPLE = 24  # of one angle
LARGEST_POWER = 2_000  # of one exponential
SQUARED = frozenset({"wave", "abs", "i"})  # kernels whose square a relation knows
WHOLE = Fraction(1)
STEP = 10  # units of one operation, whatever its size


class NoNormal(Exception):
    """The tree has a node that no rational function stands for."""


class Finer(Exception):
    """A unit was too coarse: begin again with the finer one."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """What a generator stands for; `arg` is the angle, exponent, logarithm's argument, or radicand."""

    kind: Kind
    name: str = ""  # of a symbol or function; for a power the key of its base
    arg: Quotient | None = None
    base: Quotient | None = None  # of a power; None is e
    degree: int = 0  # of a root: kernel^degree = arg
    trees: tuple[Expr, ...] = ()  # the arguments of a function, for its derivative


class Units(dict[str, Fraction]):
    """For every angle or exponent the greatest rational of which all its multiples are whole multiples."""

    def count(self, key: str, coefficient: Fraction, largest: int) -> int:
        """How many units a coefficient is; a finer unit begins again."""
        unit = self.get(key)
        if unit is None:
            unit = self[key] = abs(coefficient)
        if coefficient == unit:
            return 1
        n = coefficient / unit
        if n.denominator != 1:
            top = gcd(unit.numerator * coefficient.denominator, coefficient.numerator * unit.denominator)
            self[key] = Fraction(top, unit.denominator * coefficient.denominator)
            raise Finer
        if abs(n) > largest:
            raise TooBig
        return int(n)


class Field:
    """The rational functions in the kernels met so far."""

    def __init__(self, units: Units, generators: int = MOST_GENERATORS[0], budget: Budget | None = None) -> None:
        self.budget = budget
        self.ring = ring(generators)
        self.limit = generators
        self.units = units
        self.kernels: list[Kernel] = []
        self.places: dict[tuple[str, str], int] = {}
        self.one, self.zero = number(self.ring, 1), number(self.ring, 0)

    def paid(self, q: Quotient) -> Quotient:
        """The same quotient, its terms counted as work."""
        if self.budget is not None:
            self.budget.spend(STEP + len(q.top) + len(q.bottom))
        return q

    def number(self, value: Fraction | int) -> Quotient:
        return number(self.ring, value)

    def generator(self, place: int) -> Quotient:
        return Quotient(self.ring.gen(place), self.one.bottom)

    def kernel(self, kernel: Kernel, key: str) -> int:
        """The place of a kernel, new or known."""
        place = self.places.get((kernel.kind, key))
        if place is None:
            place = len(self.kernels)
            if place >= self.limit:
                raise OverflowError
            self.kernels.append(kernel)
            self.places[(kernel.kind, key)] = place
        return place

    def named(self, kind: Kind, name: str) -> Quotient:
        place = self.places.get((kind, name))
        return self.generator(self.kernel(Kernel(kind, name), name) if place is None else place)

    # --- reduction -------------------------------------------------------------------------------------------------
    def relation(self, kernel: Kernel) -> Quotient:
        """The value of the power of a kernel that `bounded` tells."""
        match kernel.kind:
            case "wave":
                cosine = self.generator(self.places[("cosine", kernel.name)])
                return self.one - cosine * cosine
            case "abs":
                assert kernel.arg is not None
                return kernel.arg * kernel.arg
            case "root":
                assert kernel.arg is not None
                return kernel.arg
        return self.number(-1)  # i² = −1

    def bounded(self) -> Iterator[tuple[int, int]]:
        """(place, n) of every kernel whose nth power a relation knows, outer ones first."""
        for place in range(len(self.kernels) - 1, -1, -1):
            kernel = self.kernels[place]
            if kernel.kind in SQUARED:
                yield place, 2
            elif kernel.kind == "root":
                yield place, kernel.degree

    def reduced(self, top: Poly) -> Quotient:
        """A polynomial with every power that a relation knows replaced, outer kernels first."""
        for place, n in self.bounded():
            if top.degrees()[place] >= n:
                top = self._lowered(top, place, n).top
        return Quotient(top, self.one.bottom)

    def _lowered(self, top: Poly, place: int, n: int) -> Quotient:
        total, value = self.zero, self.relation(self.kernels[place])
        generator = self.generator(place)
        for power, part in split(top, place).items():
            lowered = Quotient(part, self.one.bottom) * generator ** (power % n) * value ** (power // n)
            total = total + self.paid(lowered)
        return total

    def vanishes(self, q: Quotient) -> bool:
        """Is the top 0 once every relation is used? (The bottom only matters for the domain.)"""
        if len(q.top) < 2:  # no power of a kernel is 0, nor a product of such
            return bool(q.top.is_zero())
        return bool(self.reduced(q.top).top.is_zero())

    def lowest(self, q: Quotient) -> Quotient:
        """In lowest terms, with relations of polynomial value used."""
        for place, n in self.bounded():
            if q.top.degrees()[place] >= n:
                q = self._lowered(q.top, place, n) / Quotient(q.bottom, self.one.bottom)
            if not q.bottom.is_one() and q.bottom.degrees()[place] >= n:
                q = Quotient(q.top, self.one.bottom) / self._lowered(q.bottom, place, n)
        return self.paid(q).lowest()

    # --- parts of an argument --------------------------------------------------------------------------------------
    def pieces(self, q: Quotient) -> list[tuple[Fraction, Quotient]]:
        """q as Σ cᵢ·mᵢ with rational cᵢ and mᵢ a product of generators over the bottom."""
        q = self.lowest(q)
        if len(q.top) == 1:
            value = q.top.leading_coefficient()
            return [(fraction(value), Quotient(q.top / value, q.bottom))]
        bottom = Quotient(self.one.bottom, q.bottom)
        return [
            (value, Quotient(self.ring.from_dict({powers: 1}), self.one.bottom) * bottom) for powers, value in q.terms()
        ]

    # --- exponentials ----------------------------------------------------------------------------------------------
    def power(self, base: Quotient | None, exponent: Quotient) -> Quotient:
        """baseᵉˣᵖᵒⁿᵉⁿᵗ for a base that is positive wherever the power is real; None is the base e."""
        result = self.one
        for coefficient, part in self.pieces(exponent):
            for factor, times in self._base_factors(base):
                result = result * self._one_power(factor, coefficient * times, part)
        return result

    def _base_factors(self, base: Quotient | None) -> list[tuple[Quotient | None, Fraction]]:
        if base is None:
            return [(None, WHOLE)]
        value = base.constant()
        if value is None:
            return [(self.lowest(base), WHOLE)]
        if value <= 0:
            raise NoNormal
        found: list[tuple[Quotient | None, Fraction]] = []
        for sign, n in ((1, value.numerator), (-1, value.denominator)):
            found += [(self.number(prime), Fraction(sign * power)) for prime, power in prime_factors(n)]
        return found

    def _one_power(self, base: Quotient | None, coefficient: Fraction, part: Quotient) -> Quotient:
        below = "e" if base is None else base.key()
        key = f"{below}^{part.key()}"
        if part.constant() == 1 and base is not None and base.constant() is not None:
            return self._prime_power(base, coefficient)
        if part.constant() == 1 and base is not None:
            return self.root(base, coefficient) if coefficient.denominator > 1 else base ** int(coefficient)
        n = self.units.count(key, coefficient, LARGEST_POWER)
        place = self.places.get(("power", key))
        if place is None:
            place = self.kernel(Kernel("power", below, self.number(self.units[key]) * part, base), key)
        return self.generator(place) ** n

    def _prime_power(self, prime: Quotient, exponent: Fraction) -> Quotient:
        """p^(a/b): a whole power times a root with a relation."""
        whole = exponent.numerator // exponent.denominator
        rest = exponent - whole
        result = prime**whole
        if rest == 0:
            return result
        return result * self._radical(prime, rest)

    def _radical(self, radicand: Quotient, exponent: Fraction) -> Quotient:
        """radicand^exponent for 0 < exponent < 1, a power of one root of it."""
        key = f"root {radicand.key()} {exponent.denominator % 2}"
        self.units.setdefault(key, Fraction(1, exponent.denominator))
        unit = self.units[key]
        if exponent.denominator > unit.denominator or unit.denominator % exponent.denominator:
            self.units[key] = Fraction(1, lcm(unit.denominator, exponent.denominator))
            raise Finer
        degree = unit.denominator
        if degree > 64:
            raise TooBig
        place = self.kernel(Kernel("root", "", radicand, None, degree), key)
        return self.generator(place) ** int(exponent * degree)

    # --- roots -----------------------------------------------------------------------------------------------------
    def root(self, radicand: Quotient, exponent: Fraction) -> Quotient:
        """radicand^(p/q) in lowest terms, q > 1: the real root."""
        p, q = exponent.numerator, exponent.denominator
        if q > 64 or abs(p) > LARGEST_POWER:
            raise TooBig
        radicand = self.lowest(radicand)
        if radicand.top.is_zero():
            if p < 0:
                raise ZeroDivisionError
            return self.zero
        content, parts = self.factored(radicand)
        sign = -1 if content < 0 else 1
        result = self.power(self.number(abs(content)), self.number(Fraction(1, q)))
        left = self.one
        for factor, power in parts:
            taken, rest = power // q, power % q
            kernel = self._positive(factor)
            if kernel is not None and kernel.kind == "power" and kernel.arg is not None:
                result = result * self.power(kernel.base, kernel.arg * self.number(Fraction(power, q)))
            elif q % 2:
                result = result * factor**taken * (self._radical(factor, Fraction(rest, q)) if rest else self.one)
            else:
                result = result * (factor**taken if taken % 2 == 0 else self._absolute(factor) ** taken)
                left = left * factor**rest
        if q % 2 and sign < 0:
            result = -result
        elif q % 2 == 0 and (sign < 0 or left.constant() is None):
            if left.constant() is not None:
                raise NoNormal
            result = result * self._radical(self.number(sign) * left, Fraction(1, q))
        return result**p

    def factored(self, q: Quotient) -> tuple[Fraction, list[tuple[Quotient, int]]]:
        """Content and irreducible factors of a quotient in lowest terms that is not 0."""
        content, above = factors(q.top)
        below_content, below = factors(q.bottom)
        parts = [(Quotient(factor, self.one.bottom), power) for factor, power in above]
        parts += [(Quotient(factor, self.one.bottom), -power) for factor, power in below]
        return content / below_content, parts

    # --- absolute values and logs ----------------------------------------------------------------------------------
    def _positive(self, factor: Quotient) -> Kernel | None:
        """The kernel that a factor is, if that one is positive wherever it is real."""
        if len(factor.top) != 1 or factor.top.total_degree() != 1:
            return None
        kernel = self.kernels[next(i for i, n in enumerate(factor.top.degrees()) if n)]
        even = kernel.kind == "root" and kernel.degree % 2 == 0
        return kernel if kernel.kind in ("power", "pi", "abs") or even else None

    def _absolute(self, factor: Quotient) -> Quotient:
        if self._positive(factor) is not None:
            return factor
        return self.generator(self.kernel(Kernel("abs", "", factor), factor.key()))

    def absolute(self, q: Quotient) -> Quotient:
        """|q|, factor by factor."""
        q = self.lowest(q)
        if q.top.is_zero():
            return self.zero
        content, parts = self.factored(q)
        result = self.number(abs(content))
        for factor, power in parts:
            result = result * (factor**power if power % 2 == 0 else self._absolute(factor) ** power)
        return result

    def ln(self, q: Quotient) -> Quotient:
        """ln|q|, split over primes and factors."""
        q = self.lowest(q)
        if q.top.is_zero():
            raise ZeroDivisionError
        content, parts = self.factored(q)
        total = self.zero
        for sign, n in ((1, abs(content.numerator)), (-1, content.denominator)):
            for prime, power in prime_factors(n):
                total = total + self.number(sign * power) * self._one_ln(self.number(prime))
        for factor, power in parts:
            total = total + self.number(power) * self._one_ln(factor)
        return total

    def _one_ln(self, factor: Quotient) -> Quotient:
        kernel = self._positive(factor)
        if kernel is None or kernel.kind == "pi":
            return self.generator(self.kernel(Kernel("ln", "", factor), factor.key()))
        assert kernel.arg is not None
        if kernel.kind == "power":
            return kernel.arg if kernel.base is None else kernel.arg * self.ln(kernel.base)
        if kernel.kind == "root":
            return self.ln(kernel.arg) * self.number(Fraction(1, kernel.degree))
        return self.ln(kernel.arg)

    # --- angles ----------------------------------------------------------------------------------------------------
    def circle(self, angle: Quotient) -> tuple[Quotient, Quotient]:
        """(sin, cos) of a sum of multiples of base angles; whole and half turns are exact."""
        sine, cosine = self.zero, self.one
        pieces = self.pieces(angle)
        if len(pieces) > 4:
            raise TooBig
        if len(pieces) == 1:
            return self._turned(*pieces[0])
        for coefficient, part in pieces:
            s, c = self._turned(coefficient, part)
            sine, cosine = self.paid(sine * c + cosine * s), self.paid(cosine * c - sine * s)
        return sine, cosine

    def _turned(self, coefficient: Fraction, part: Quotient) -> tuple[Quotient, Quotient]:
        key = part.key()
        pi = self.places.get(("pi", "pi"))
        if pi is not None and coefficient.denominator <= 2 and key == self.generator(pi).key():
            quarters = int(2 * coefficient) % 4
            return [(self.zero, self.one), (self.one, self.zero), (self.zero, -self.one), (-self.one, self.zero)][
                quarters
            ]
        n = self.units.count(key, coefficient, LARGEST_MULTIPLE)
        angle = self.number(self.units[key]) * part
        c = self.generator(self.kernel(Kernel("cosine", key, angle), key))
        s = self.generator(self.kernel(Kernel("wave", key, angle), key))
        sine, cosine = self._multiple(s, c, abs(n))
        return (-sine if n < 0 else sine), cosine

    def _multiple(self, s: Quotient, c: Quotient, n: int) -> tuple[Quotient, Quotient]:
        """(sin nθ, cos nθ) by doubling."""
        if n == 0:
            return self.zero, self.one
        if n == 1:
            return s, c
        sine, cosine = self._multiple(s, c, n // 2)
        self.paid(sine)
        sine, cosine = self.number(2) * sine * cosine, self.one - self.number(2) * sine * sine
        if n % 2:
            sine, cosine = sine * c + cosine * s, cosine * c - sine * s
        return Quotient(self.reduced(sine.top).top, sine.bottom), Quotient(self.reduced(cosine.top).top, cosine.bottom)
