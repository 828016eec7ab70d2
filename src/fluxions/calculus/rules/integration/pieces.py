"""An integrand as a constant times powers: −3x/√(1 + x²) is −3 · x¹ · (1 + x²)^(−1/2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, Add, Const, Div, E, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym, fn
from fluxions.calculus.trees import canonical_key, free_of

Power = tuple[Expr, Expr]  # base and exponent; one of both moves with x
LARGEST_POWER = 12
RECIPROCALS = {"sec": "cos", "csc": "sin", "sech": "cosh", "csch": "sinh"}


@dataclass(frozen=True, slots=True)
class Pieces:
    """constant · Π baseᵉˣᵖᵒⁿᵉⁿᵗ: the constant is free of x, no two bases are equal."""

    constant: Expr
    powers: tuple[Power, ...]

    def exponent(self, base: Expr) -> Expr | None:
        """The exponent of a base among the powers."""
        return next((n for each, n in self.powers if each == base), None)

    def without(self, *bases: Expr) -> Pieces:
        """The other powers with the same constant."""
        return Pieces(self.constant, tuple(each for each in self.powers if each[0] not in bases))


@lru_cache(maxsize=8192)
def pieces(e: Expr, x: Sym) -> Pieces:
    """The factors of e, gathered by base."""
    constants: list[tuple[Expr, bool]] = []
    found: dict[object, tuple[Expr, list[Expr]]] = {}
    for factor, sign in _factors(e, Fraction(1), x):
        base, exponent = _powered(factor, sign)
        if free_of(base, x) and free_of(exponent, x):
            constants.append((_raised(base, exponent) if exponent != Num(-1) else base, exponent == Num(-1)))
            continue
        key = canonical_key(base)
        found.setdefault(key, (base, []))[1].append(exponent)
    powers = tuple((base, _total(exponents)) for base, exponents in found.values())
    if len(powers) > 1:  # e^(x − 1) beside another factor is e^(−1) e^x
        powers = tuple(_unshifted(each, constants, x) for each in powers)
    return Pieces(_constant(constants), tuple(each for each in powers if each[1] != Num(0)))


def _shift(exponent: Add, x: Sym) -> tuple[Expr, Expr] | None:
    """(c, a x) where an exponent is a x + c: e^(x − 1) = e^(−1) e^x."""
    line = linear(exponent, x)
    return None if line is None or line[1] == Num(0) else (line[1], tidied(product((line[0], x))))


def _unshifted(power: Power, constants: list[tuple[Expr, bool]], x: Sym) -> Power:
    """The power without the constant in its exponent, which joins the constants."""
    base, exponent = power
    shift = _shift(exponent, x) if base == E and isinstance(exponent, Add) else None
    if shift is None:
        return power
    constants.append((Pow(E, shift[0]), False))
    return base, shift[1]


def _factors(e: Expr, exponent: Fraction, x: Sym) -> Iterator[tuple[Expr, Fraction]]:
    """Factors with a rational exponent each; even roots are spread over what is surely not negative only."""
    match e:
        case Neg(u) if exponent.denominator % 2:
            if exponent.numerator % 2:
                yield Num(-1), Fraction(1)
            yield from _factors(u, exponent, x)
        case Mul(factors) if exponent.denominator == 1:
            for each in factors:
                yield from _factors(each, exponent, x)
        case Div(top, bottom) if exponent.denominator == 1:
            yield from _factors(top, exponent, x)
            yield from _factors(bottom, -exponent, x)
        case Pow(base, Num(n)) if _joins(base, n, exponent):
            yield from _factors(base, n * exponent, x)
        case Root(base, Num(n)) if n != 0 and _joins(base, 1 / n, exponent):
            yield from _factors(base, exponent / n, x)
        case Fn(name, args) if name in RECIPROCALS:
            yield fn(RECIPROCALS[name], *args), -exponent
        case _:
            yield e, exponent


def _joins(base: Expr, n: Fraction, exponent: Fraction) -> bool:
    """(bⁿ)ᵐ = bⁿᵐ without loss: not for √(b²), which is |b|."""
    return exponent.denominator == 1 or n.numerator % 2 == 1 or n.denominator % 2 == 0


def _powered(factor: Expr, n: Fraction) -> Power:
    """A factor as a power; exponents that move with x keep their base."""
    match factor:
        case Pow(base, exponent) if not isinstance(exponent, Num):
            return base, exponent if n == 1 else _times(Num(n), exponent)
    return factor, Num(n)


def _times(number: Num, e: Expr) -> Expr:
    return tidied(Mul((number, e)))


def _total(exponents: list[Expr]) -> Expr:
    return exponents[0] if len(exponents) == 1 else tidied(Add(tuple(exponents)))


def _constant(parts: list[tuple[Expr, bool]]) -> Expr:
    above = tuple(each for each, below in parts if not below)
    below = tuple(each for each, below in parts if below)
    top = product(above)
    if not parts:
        return ONE
    return tidied(top if not below else Div(top, product(below)))


def _raised(base: Expr, exponent: Expr) -> Expr:
    match exponent:
        case Num(n) if n == 1:
            return base
        case Num(n) if n.numerator == 1 and n.denominator > 1:
            return Root(base, Num(n.denominator))
    return Pow(base, exponent)


def as_power(base: Expr, exponent: Expr) -> Expr:
    """A power as it is written: √u for u^(1/2), 1/u² for u⁻²."""
    if isinstance(exponent, Num) and exponent.value < 0:
        return Div(ONE, _raised(base, Num(-exponent.value)))
    return _raised(base, exponent)


def product(factors: Iterable[Expr]) -> Expr:
    """A product without needless ones."""
    kept = tuple(
        part for each in factors if each != ONE for part in (each.factors if isinstance(each, Mul) else (each,))
    )
    if not kept:
        return ONE
    return kept[0] if len(kept) == 1 else Mul(kept)


def over(top: Expr, bottom: Expr) -> Expr:
    """A fraction, unless the bottom is 1."""
    return top if bottom == ONE else Div(top, bottom)


def total(terms: Iterable[Expr]) -> Expr:
    """A sum, one term as it is."""
    kept = tuple(terms)
    if not kept:
        return Num(0)
    return kept[0] if len(kept) == 1 else Add(kept)


def built(found: Pieces) -> Expr:
    """The pieces as one product or fraction, negative powers below the line."""
    above: list[Expr] = []
    below: list[Expr] = []
    for base, exponent in found.powers:
        if isinstance(exponent, Num) and exponent.value < 0 and not isinstance(base, Const):
            below.append(_named(base, -exponent.value))
        else:
            above.append(_raised(base, exponent))
    constant = found.constant
    if isinstance(constant, Div):
        above.insert(0, constant.top)
        below.insert(0, constant.bottom)
    else:
        above.insert(0, constant)
    top = product(above)
    return tidied(Div(top, product(below)) if below else top)


def _named(base: Expr, n: Fraction) -> Expr:
    return _raised(base, Num(n))


def moving(found: Pieces) -> Expr:
    """The pieces without their constant."""
    return built(Pieces(ONE, found.powers))


def linear(e: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(a, b) of a line a·x + b, both free of x and a not 0."""
    slopes: list[Expr] = []
    rest: list[Expr] = []
    for term in e.terms if isinstance(e, Add) else (e,):
        if free_of(term, x):
            rest.append(term)
            continue
        slope = _slope(term, x)
        if slope is None:
            return None
        slopes.append(slope)
    if not slopes:
        return None
    slope = tidied(total(slopes))
    return None if slope == Num(0) else (slope, tidied(total(rest)))


def _slope(term: Expr, x: Sym) -> Expr | None:
    match term:
        case Sym():
            return ONE
        case Neg(u):
            inner = linear(u, x)
            return Neg(inner[0]) if inner is not None and inner[1] == Num(0) else None
        case Mul(factors):
            inside = [each for each in factors if not free_of(each, x)]
            inner = linear(inside[0], x) if len(inside) == 1 else None
            if inner is None or inner[1] != Num(0):
                return None
            return product((*(each for each in factors if each is not inside[0]), inner[0]))
        case Div(u, c) if free_of(c, x):
            inner = linear(u, x)
            return Div(inner[0], c) if inner is not None and inner[1] == Num(0) else None
    return None


def exponential(u: Expr) -> Expr:
    """eᵘ."""
    return Pow(E, u)


__all__ = [
    "Pieces",
    "Power",
    "as_power",
    "built",
    "exponential",
    "linear",
    "moving",
    "over",
    "pieces",
    "product",
    "total",
]
