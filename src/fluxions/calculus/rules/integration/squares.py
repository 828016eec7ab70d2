"""Quadratics in x, their signs and roots: what decides between an arctangent and a logarithm."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, Const, Div, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym, sqrt
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.integration.pieces import product, total
from fluxions.calculus.trees import free_of, symbols

Quadratic = tuple[Expr, Expr, Expr]  # a, b, c of a x² + b x + c


def quadratic(e: Expr, x: Sym) -> Quadratic | None:
    """(a, b, c) of a polynomial of degree two in x with any constants; a is not 0."""
    found = coefficients(e, x)
    if found is None or set(found) - {0, 1, 2} or 2 not in found:
        return None
    return found[2], found.get(1, ZERO), found.get(0, ZERO)


def pure_quadratic(e: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(p, c) of p x² + c."""
    found = quadratic(e, x)
    return None if found is None or found[1] != ZERO else (found[0], found[2])


@lru_cache(maxsize=8192)
def coefficients(e: Expr, x: Sym) -> Mapping[int, Expr] | None:
    """The coefficients of e as a polynomial in x by degree, zeros left out; None of anything else."""
    found = _coefficients(e, x)
    if found is None:
        return None
    tidy = {n: tidied(total(parts)) for n, parts in found.items()}
    return {n: each for n, each in tidy.items() if each != ZERO}


def _coefficients(e: Expr, x: Sym) -> dict[int, list[Expr]] | None:
    if free_of(e, x):
        return {0: [e]}
    match e:
        case Sym():
            return {1: [ONE]}
        case Neg(u):
            inner = _coefficients(u, x)
            return None if inner is None else {n: [Neg(each) for each in parts] for n, parts in inner.items()}
        case Add(terms):
            return _summed([_coefficients(each, x) for each in terms])
        case Mul(factors):
            return _multiplied([_coefficients(each, x) for each in factors])
        case Div(u, c) if free_of(c, x):
            inner = _coefficients(u, x)
            return None if inner is None else {n: [Div(each, c) for each in parts] for n, parts in inner.items()}
        case Pow(u, Num(n)) if n.denominator == 1 and 0 < n <= 12:
            return {int(n): [ONE]} if u == x else _multiplied([_coefficients(u, x)] * int(n))
    return None


def _summed(parts: list[dict[int, list[Expr]] | None]) -> dict[int, list[Expr]] | None:
    result: dict[int, list[Expr]] = {}
    for part in parts:
        if part is None:
            return None
        for n, each in part.items():
            result.setdefault(n, []).extend(each)
    return result


def _multiplied(parts: list[dict[int, list[Expr]] | None]) -> dict[int, list[Expr]] | None:
    result: dict[int, list[Expr]] = {0: [ONE]}
    for part in parts:
        if part is None or len(result) * len(part) > 100:
            return None
        grown: dict[int, list[Expr]] = {}
        for m, left in result.items():
            for n, right in part.items():
                grown.setdefault(m + n, []).append(product((total(left), total(right))))
        result = {n: [tidied(total(each))] for n, each in grown.items()}
    return result


def sign_of(c: Expr) -> int | None:
    """1, −1 or 0 where the sign of a constant is known for all values of its letters."""
    match c:
        case Num(value):
            return int(value > 0) - int(value < 0)
        case Neg(u):
            inner = sign_of(u)
            return None if inner is None else -inner
        case Pow(_, Num(n)) if n.numerator % 2 == 0 and n.denominator == 1:
            return 1
        case Pow(Const("e" | "pi"), _):
            return 1
        case Fn("cosh", _):
            return 1
        case Mul(factors):
            return _sign_of_product([sign_of(each) for each in factors])
        case Div(u, v):
            return _sign_of_product([sign_of(u), sign_of(v)])
        case Add(terms):
            signs = {sign_of(each) for each in terms}
            if len(signs) == 1 and None not in signs:
                return signs.pop()
    return None if symbols(c) else _numeric_sign(c)


def _sign_of_product(signs: list[int | None]) -> int | None:
    result = 1
    for each in signs:
        if each is None:
            return None
        result *= each
    return result


def _numeric_sign(c: Expr) -> int | None:
    value = value_at(c, {}, 106)
    if value is None or value.contains(0):
        return None
    return 1 if float(value) > 0 else -1


def root_of(c: Expr) -> Expr:
    """A square root of a constant, a² giving a: of either sign where a letter stands for it."""
    match c:
        case Pow(u, Num(n)) if n.denominator == 1 and n.numerator % 2 == 0:
            return tidied(Pow(u, Num(n / 2)))
        case Mul(factors):
            split = [root_of(each) for each in factors]
            if sum(isinstance(each, Root) for each in split) <= 1:
                return tidied(product(split))
        case Div(u, v):
            return tidied(Div(root_of(u), root_of(v)))
        case Num(value) if value > 0 and value.denominator > 1:
            return tidied(Div(root_of(Num(value.numerator)), root_of(Num(value.denominator))))
    return tidied(sqrt(c))


def half(e: Expr) -> Expr:
    """e/2."""
    return tidied(Mul((Num(Fraction(1, 2)), e)))
