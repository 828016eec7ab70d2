"""Values far out and close to a point, to 250 digits, by another library: a second method for answers."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import add, mul

import mpmath as mp

from fluxions.calculus.expr import (
    Add,
    Const,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Piecewise,
    Pow,
    Rel,
    Root,
    Sym,
)  # fmt: skip

mp.mp.dps = 250
FAR, NEAR = mp.mpf(10) ** 40, mp.mpf(10) ** -40
NAMES = {
    "arcsin": mp.asin, "arccos": mp.acos, "arctan": mp.atan, "abs": abs, "arsinh": mp.asinh, "artanh": mp.atanh,
    "sigmoid": lambda u: 1 / (1 + mp.exp(-u)), "softplus": lambda u: mp.log1p(mp.exp(u)),
}  # fmt: skip
TRUE = {"<": mp.mpf.__lt__, "<=": mp.mpf.__le__, ">": mp.mpf.__gt__, ">=": mp.mpf.__ge__}


def number(e: Expr, at: dict[str, mp.mpf]) -> mp.mpf:
    """The value of an expression where its letters have these values."""
    match e:
        case Num(value):
            return mp.mpf(value.numerator) / value.denominator
        case Sym(name):
            return at[name]
        case Const("pi"):
            return +mp.pi
        case Const("e"):
            return +mp.e
        case Add(terms):
            return reduce(add, (number(each, at) for each in terms))
        case Mul(factors):
            return reduce(mul, (number(each, at) for each in factors))
        case Neg(u):
            return -number(u, at)
        case Div(u, v):
            return number(u, at) / number(v, at)
        case Pow(u, v):
            return _power(number(u, at), number(v, at))
        case Root(u, Num(n)):
            return _power(number(u, at), 1 / mp.mpf(int(n)))
        case Fn(name, args):
            known = NAMES.get(name) or getattr(mp, name)
            return known(*(number(each, at) for each in args))
        case Piecewise(branches, otherwise):
            for condition, value in branches:
                if _holds(condition, at):
                    return number(value, at)
            return number(otherwise, at)
    raise TypeError(type(e).__name__)


def _power(u: mp.mpf, v: mp.mpf) -> mp.mpf:
    return mp.power(u, int(v)) if v == int(v) and abs(v) < 10**6 else mp.power(u, v)


def _holds(condition: Rel, at: dict[str, mp.mpf]) -> bool:
    return bool(TRUE[condition.op](number(condition.left, at), number(condition.right, at)))


def letters(names: frozenset[str]) -> dict[str, mp.mpf]:
    """A value for each letter that a task leaves open."""
    return {name: mp.mpf(Fraction(7 + 3 * i, 5).numerator) / 5 for i, name in enumerate(sorted(names))}
