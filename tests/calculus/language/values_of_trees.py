"""A small evaluator in floating point, to compare the values of two trees."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from fluxions.calculus.expr import Add, Const, Div, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym

_FUNCTIONS: dict[str, Callable[..., float]] = {
    "sin": math.sin, "cos": math.cos, "tan": math.tan, "arctan": math.atan, "sinh": math.sinh, "tanh": math.tanh,
    "ln": math.log, "log": lambda u, b: math.log(u) / math.log(b), "abs": abs,
    "sigmoid": lambda u: 1 / (1 + math.exp(-u)),
    "max": max, "min": min,
    "relu": lambda u: max(u, 0.0), "softplus": lambda u: math.log(1 + math.exp(u)),
}  # fmt: skip
KNOWN = sorted(_FUNCTIONS)
_CONSTANTS = {"pi": math.pi, "e": math.e}


def value(e: Expr, at: Mapping[str, float]) -> float:
    """The value of a tree, or an ArithmeticError where it has none."""
    match e:
        case Num(n):
            return float(n)
        case Sym(name):
            return at[name]
        case Const(name):
            return _CONSTANTS[name]
        case Add(terms):
            return sum(value(each, at) for each in terms)
        case Mul(factors):
            return math.prod((value(each, at) for each in factors), start=1.0)
        case Neg(u):
            return -value(u, at)
        case Div(top, bottom):
            return value(top, at) / value(bottom, at)
        case Pow(base, exponent):
            return _power(value(base, at), value(exponent, at))
        case Root(u, degree):
            return _power(value(u, at), 1 / value(degree, at))
        case Fn(name, args):
            return _FUNCTIONS[name](*(value(each, at) for each in args))
    raise NotImplementedError(type(e).__name__)


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > 200 or abs(base) > 1e6 or (base < 0 and not exponent.is_integer()):
        raise OverflowError
    return float(base**exponent)
