"""Complex mode: values in complex balls, principal branches, where the variables are real."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from flint import acb, arb

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Add, Const, Div, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.numbers.balls import ball, precision
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import kinds, nodes

Value = Any  # flint.acb has no published types

FUNCTIONS: dict[str, Callable[[Value], Value]] = {
    "sin": acb.sin, "cos": acb.cos, "tan": acb.tan, "cot": acb.cot, "sec": acb.sec, "csc": acb.csc, "ln": acb.log,
    "sinh": acb.sinh, "cosh": acb.cosh, "tanh": acb.tanh, "arcsin": acb.asin, "arccos": acb.acos,
    "arctan": acb.atan, "arsinh": acb.asinh, "arcosh": acb.acosh, "artanh": acb.atanh, "abs": lambda u: acb(abs(u)),
}  # fmt: skip


class NoValue(Exception):
    """There is no value here, or none that we can tell."""


def is_complex(e: Expr) -> bool:
    """Is the imaginary unit written in it?"""
    return Const in kinds(e) and any(isinstance(node, Const) and node.name == "i" for node in nodes(e))


def complex_value(e: Expr, at: Mapping[str, Fraction], bits: int, budget: Budget) -> Value:
    """The value as a complex ball; raises NoValue."""
    budget.spend(2 * (1 + bits // 64) * sum(1 for _ in nodes(e)))
    with precision(bits):
        value = _value(e, at)
        if not value.is_finite():
            raise NoValue
        return value


def _value(e: Expr, at: Mapping[str, Fraction]) -> Value:
    match e:
        case Num(value):
            return acb(ball(value))
        case Sym(name) if name in at:
            return acb(ball(at[name]))
        case Const("i"):
            return acb(0, 1)
        case Const("pi"):
            return acb(arb.pi())
        case Const("e"):
            return acb(arb.const_e())
        case Neg(u):
            return -_value(u, at)
        case Add(terms):
            return sum((_value(each, at) for each in terms), acb(0))
        case Mul(factors):
            product = acb(1)
            for each in factors:
                product = product * _value(each, at)
            return product
        case Div(top, bottom):
            return _value(top, at) / _value(bottom, at)
        case Root(u, degree):
            return _raised(_value(u, at), Fraction(1) / _rational(degree))
        case Pow(Const("e"), exponent):
            return _value(exponent, at).exp()
        case Pow(base, exponent):
            known = rational_value(exponent)
            return _raised(_value(base, at), known) if known is not None else _value(base, at) ** _value(exponent, at)
        case Fn(name, (u,)) if name in FUNCTIONS:
            return FUNCTIONS[name](_value(u, at))
    raise NoValue


def _rational(e: Expr) -> Fraction:
    found = rational_value(e)
    if found is None:
        raise NoValue
    return found


def _raised(u: Value, exponent: Fraction) -> Value:
    return u ** int(exponent) if exponent.denominator == 1 else u ** acb(ball(exponent))


def apart(left: Value, right: Value) -> bool:
    """Do the balls prove that two values differ?"""
    return not (left - right).contains(acb(0))
