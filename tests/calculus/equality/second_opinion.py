"""The value of a tree by mpmath, straight from the domain rule: a second method beside tapes and balls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from random import Random
from typing import Any

import mpmath as mp

from fluxions.calculus.expr import Add, And, Const, Div, Expr, Fn, Mul, Neg, Num, Or, Piecewise, Pow, Rel, Root, Sym

DIGITS = 120
SURE = mp.mpf(10) ** -(DIGITS - 40)  # values further apart than this are different
Point = Mapping[str, Fraction]


class NoValue(Exception):
    """The tree has no value at the point, or it cannot be told in so many digits."""


def value(e: Expr, at: Point) -> Any:
    """The real value where every part is real and finite, in the working precision of mpmath."""
    match e:
        case Num(n):
            return mp.mpf(n.numerator) / n.denominator
        case Sym(name):
            return mp.mpf(at[name].numerator) / at[name].denominator
        case Const("pi"):
            return +mp.pi
        case Const("e"):
            return +mp.e
        case Add(terms):
            return mp.fsum(value(each, at) for each in terms)
        case Mul(factors):
            return mp.fprod(value(each, at) for each in factors)
        case Neg(u):
            return -value(u, at)
        case Div(top, bottom):
            return value(top, at) / _not_zero(value(bottom, at))
        case Pow(base, exponent):
            return _power(base, exponent, at)
        case Root(u, Num(degree)):
            return _real_power(value(u, at), 1 / degree)
        case Piecewise():
            return _chosen(e, at)
        case Fn(name, args):
            return FUNCTIONS[name](*(value(each, at) for each in args))
    raise NoValue(type(e).__name__)


def _not_zero(u: Any) -> Any:
    if abs(u) < SURE:
        raise NoValue
    return u


def _positive(u: Any) -> Any:
    if u < SURE:
        raise NoValue
    return u


def _small(u: Any) -> Any:
    """The argument of an exponential."""
    if abs(u) > 5000:
        raise NoValue
    return u


def _power(base: Expr, exponent: Expr, at: Point) -> Any:
    if base == Const("e"):
        return mp.exp(_small(value(exponent, at)))
    u = value(base, at)
    match exponent:
        case Num(n):
            return _real_power(u, n)
        case Neg(Num(n)):
            return _real_power(u, -n)
    return mp.exp(_small(value(exponent, at) * mp.log(_positive(u))))


def _real_power(u: Any, n: Fraction) -> Any:
    """u^(p/q): the real root for odd q, no value below 0 for even q."""
    if n.denominator == 1:
        return _not_zero(u) ** int(n) if n < 0 else u ** int(n)
    if n.denominator % 2 == 0 or n < 0:
        if n.denominator % 2 == 0:
            _positive(u)
        _not_zero(u)
    size = abs(u) ** (mp.mpf(n.numerator) / n.denominator)
    return -size if u < 0 and n.numerator % 2 else size


def _chosen(e: Piecewise, at: Point) -> Any:
    for condition, branch in e.branches:
        if holds(condition, at):
            return value(branch, at)
    if e.otherwise is None:
        raise NoValue
    return value(e.otherwise, at)


def holds(e: Expr, at: Point) -> bool:
    """The truth of a condition."""
    match e:
        case And(parts):
            return min([holds(each, at) for each in parts])  # each must be told
        case Or(parts):
            return max([holds(each, at) for each in parts])
        case Rel(op, left, right):
            gap = value(left, at) - value(right, at)
            if gap and abs(gap) < SURE:
                raise NoValue
            return {"<": gap < 0, "<=": gap <= 0, ">": gap > 0, ">=": gap >= 0, "=": gap == 0, "!=": gap != 0}[op]
    raise NoValue(type(e).__name__)


def _within(u: Any) -> Any:
    """The argument of an inverse sine."""
    if abs(u) > 1 - SURE:
        raise NoValue
    return u


def _sigmoid(u: Any) -> Any:
    return 1 / (1 + mp.exp(-_small(u)))


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "sin": mp.sin, "cos": mp.cos, "tan": lambda u: mp.sin(u) / _not_zero(mp.cos(u)), "arctan": mp.atan,
    "arcsin": lambda u: mp.asin(_within(u)), "arccos": lambda u: mp.acos(_within(u)),
    "ln": lambda u: mp.log(_positive(u)),
    "sinh": lambda u: mp.sinh(_small(u)), "cosh": lambda u: mp.cosh(_small(u)), "tanh": lambda u: mp.tanh(_small(u)),
    "sec": lambda u: 1 / _not_zero(mp.cos(u)), "sigmoid": _sigmoid, "softplus": lambda u: mp.log(1 + mp.exp(_small(u))),
    "silu": lambda u: u * _sigmoid(u), "relu": lambda u: max(u, mp.mpf(0)), "abs": abs, "max": max, "min": min,
    "cot": lambda u: mp.cos(u) / _not_zero(mp.sin(u)), "csc": lambda u: 1 / _not_zero(mp.sin(u)),
    "arccot": lambda u: mp.pi / 2 - mp.atan(u), "sech": lambda u: 1 / mp.cosh(_small(u)),
    "csch": lambda u: 1 / _not_zero(mp.sinh(_small(u))), "coth": lambda u: 1 / _not_zero(mp.tanh(_small(u))),
    "arsinh": mp.asinh, "arcosh": lambda u: mp.acosh(1 + _positive(u - 1)), "artanh": lambda u: mp.atanh(_within(u)),
    "sign": lambda u: mp.sign(_not_zero(u)), "gelu": lambda u: u * mp.erfc(-u / mp.sqrt(2)) / 2,
    "logit": lambda u: mp.log(_positive(u) / _positive(1 - u)), "log": lambda u, b: mp.log(_positive(u)) / mp.log(b),
    "erfc": mp.erfc, "Ei": lambda u: mp.ei(_not_zero(u)), "Si": mp.si, "Ci": lambda u: mp.ci(_positive(u)),
    "li": lambda u: mp.li(_positive(u)), "gamma": mp.gamma, "factorial": mp.factorial,
    "erf": mp.erf, "Phi": lambda u: mp.erfc(-u / mp.sqrt(2)) / 2,
    "phi": lambda u: mp.exp(-_small(u * u / 2)) / mp.sqrt(2 * mp.pi),
}  # fmt: skip

RANGES = ((0, 2), (-3, 3), (1, 4), (-1, 1), (-2, 0), (2, 12), (-12, -2), (0, Fraction(1, 8)), (-60, 60), (0, 1))


def points(names: frozenset[str], random: Random, count: int) -> Iterator[dict[str, Fraction]]:
    """Rational points of no special kind, in one range after the other."""
    for k in range(count):
        low, high = RANGES[k % len(RANGES)]
        yield {name: low + (high - low) * Fraction(random.randrange(1, 99_991), 99_991) for name in sorted(names)}


def told_apart(a: Expr, b: Expr, at: Point) -> bool | None:
    """Do the two differ there, in two precisions? None where one of them has no value."""
    found = []
    for digits in (DIGITS, DIGITS + 60):
        with mp.workdps(digits):
            try:
                left, right = value(a, at), value(b, at)
            except (NoValue, OverflowError, ZeroDivisionError):
                return None
            found.append(bool(abs(left - right) > SURE * max(1, abs(left), abs(right))))
    return found[0] if found[0] == found[1] else None
