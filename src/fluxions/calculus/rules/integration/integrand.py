"""How an integrand is seen: as a product of powers, and as a polynomial in x."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import Any

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, At, Div, Expr, Int, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.rules.integration.squares import coefficients, root_of
from fluxions.calculus.trees import free_of, mapped, substituted, symbols

Powers = dict[Expr, Fraction]  # base -> exponent
ANGLES = ("t", "theta", "s", "phi", "alpha")
INSIDES = ("u", "v", "w", "z", "p", "q")


def indefinite(node: Expr) -> tuple[Expr, Sym] | None:
    """The integrand and the variable of an integral without bounds."""
    match node:
        case Int(f, x, None) if not free_of(f, x) and not f.stands:
            return f, x
    return None


def quotient(top: Expr, bottom: Expr) -> Expr:
    """top/bottom, without a needless 1 below."""
    return top if bottom == ONE else Div(top, bottom)


def power(u: Expr, n: Fraction | int) -> Expr:
    """uⁿ, with 1, u and √u written as one writes them."""
    n = Fraction(n)
    if n == 0:
        return ONE
    if n.numerator == 1:
        return u if n == 1 else Root(u, Num(n.denominator))
    return Pow(u, Num(n))


def of_powers(powers: Mapping[Expr, Fraction], constant: Expr = ONE) -> Expr:
    """The product of powers as a fraction without negative exponents."""
    top = product((constant, *(power(base, n) for base, n in powers.items() if n > 0)))
    bottom = product(power(base, -n) for base, n in powers.items() if n < 0)
    return quotient(top, bottom)


def surd(e: Expr) -> Expr:
    """A positive constant with a rational square as one root: √3 · √3/√2 is 3/√2."""
    square = _square(e)
    return e if square is None else root_of(Num(square))


def _square(e: Expr) -> Fraction | None:
    match e:
        case Num(value) if value > 0:
            return Fraction(value * value)
        case Root(Num(value), Num(n)) if n == 2:
            return Fraction(value)
        case Mul(parts):
            squares = [_square(each) for each in parts]
            return None if None in squares else prod((each for each in squares if each is not None), start=Fraction(1))
        case Div(u, v):
            above, below = _square(u), _square(v)
            return None if above is None or below is None else above / below
        case Pow(u, Num(n)) if n.denominator == 1:
            inner = _square(u)
            return None if inner is None else Fraction(inner ** int(n))
    return None


@lru_cache(maxsize=4096)
def _factored(f: Expr, x: Sym) -> tuple[Expr, tuple[tuple[Expr, Fraction], ...]]:
    constants: list[Expr] = []
    powers: Powers = {}
    _collect(f, Fraction(1), x, constants, powers)
    return tidied(product(constants)), tuple((base, n) for base, n in powers.items() if n != 0)


def factored(f: Expr, x: Sym) -> tuple[Expr, Powers]:
    """f as a constant times a product of powers, bases in the order met."""
    constant, powers = _factored(f, x)
    return constant, dict(powers)


def _collect(f: Expr, n: Fraction, x: Sym, constants: list[Expr], powers: Powers) -> None:
    whole = n.denominator == 1
    match f:
        case _ if free_of(f, x):
            constants.append(f if n == 1 else Div(ONE, f) if n == -1 else Pow(f, Num(n)))
        case Mul(parts) if whole:
            for each in parts:
                _collect(each, n, x, constants, powers)
        case Div(top, bottom) if whole:
            _collect(top, n, x, constants, powers)
            _collect(bottom, -n, x, constants, powers)
        case Neg(u) if whole:
            constants.append(Num(-1 if n % 2 else 1))
            _collect(u, n, x, constants, powers)
        case Pow(u, Num(m)) if whole:
            _collect(u, n * m, x, constants, powers)
        case Root(u, Num(m)) if whole and m.denominator == 1 and m > 0:
            _collect(u, n / m, x, constants, powers)
        case _:
            powers[f] = powers.get(f, Fraction(0)) + n


def line(e: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(a, b) with e = a x + b and a not 0, both free of x."""
    found = coefficients(e, x)
    return None if found is None or set(found) - {0} != {1} else (found[1], found.get(0, ZERO))


def fresh(f: Expr, x: Sym, names: Iterable[str] = INSIDES) -> Sym:
    """A symbol that is neither x nor in f."""
    used = symbols(f) | {x.name}
    numbered = (f"u_{k}" for k in range(1, 100))
    return Sym(next(name for name in (*names, *numbered) if name not in used))


def substituting(g: Expr, u: Sym, inside: Expr) -> Expr:
    """∫ g du, taken at u = inside."""
    return At(Int(tidied(g), u), u, inside)


def signed(e: Expr) -> tuple[bool, Expr]:
    """Is e written with a minus, and e without it."""
    match e:
        case Neg(u):
            return True, u
        case Num(c) if c < 0:
            return True, Num(-c)
        case Mul((Num(c), *rest)) if c < 0:
            return True, product((Num(-c), *rest))
        case Div(u, v):
            negative, size = signed(u)
            return negative, Div(size, v)
    return False, e


def put_in(f: Expr, x: Sym, value: Expr) -> Expr:
    """f with the value in the place of x."""
    return substituted(f, {x.name: value})


def exchanged(f: Expr, table: Mapping[Any, Expr]) -> Expr:
    """f with some of its parts exchanged, from the inside out."""
    return mapped(f, lambda e: table.get(e, e))
