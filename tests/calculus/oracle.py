"""A second opinion from another computer algebra system; it never takes part in a derivation."""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from fluxions.calculus.expr import (
    Add,
    And,
    At,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Operator,
    Piecewise,
    Pow,
    Rate,
    Rel,
    Root,
    Sym,
)  # fmt: skip

X = sp.Symbol("x", real=True)


def _real_power(u: sp.Expr, n: Fraction) -> sp.Expr:
    """uⁿ, real for negative u where the denominator of n is odd."""
    if n.denominator % 2 == 0 or n.denominator == 1:
        return u ** sp.Rational(n.numerator, n.denominator)
    size = sp.Abs(u) ** sp.Rational(n.numerator, n.denominator)
    return size if n.numerator % 2 == 0 else sp.sign(u) * size


def _sigmoid(u: sp.Expr) -> sp.Expr:
    return 1 / (1 + sp.exp(-u))


def _normal_cdf(u: sp.Expr) -> sp.Expr:
    return (1 + sp.erf(u / sp.sqrt(2))) / 2


FUNCTIONS = {
    "sin": sp.sin, "cos": sp.cos, "tan": sp.tan, "cot": sp.cot, "sec": sp.sec, "csc": sp.csc, "arcsin": sp.asin,
    "arccos": sp.acos, "arctan": sp.atan, "arccot": sp.acot, "arcsec": sp.asec, "arccsc": sp.acsc, "sinh": sp.sinh,
    "cosh": sp.cosh, "tanh": sp.tanh, "coth": sp.coth, "sech": sp.sech, "csch": sp.csch, "arsinh": sp.asinh,
    "arcosh": sp.acosh, "artanh": sp.atanh, "ln": sp.log, "abs": sp.Abs, "sign": sp.sign, "erf": sp.erf,
    "erfc": sp.erfc, "sigmoid": _sigmoid, "softplus": lambda u: sp.log(1 + sp.exp(u)), "relu": lambda u: sp.Max(0, u),
    "silu": lambda u: u * _sigmoid(u), "gelu": lambda u: u * _normal_cdf(u), "logit": lambda u: sp.log(u / (1 - u)),
    "Phi": _normal_cdf, "phi": lambda u: sp.exp(-(u**2) / 2) / sp.sqrt(2 * sp.pi),
    "log": lambda u, b: sp.log(u) / sp.log(b), "max": sp.Max, "min": sp.Min, "floor": sp.floor, "ceil": sp.ceiling,
}  # fmt: skip
RELATIONS = {"<": sp.Lt, "<=": sp.Le, ">": sp.Gt, ">=": sp.Ge, "=": sp.Eq, "!=": sp.Ne}
CONSTANTS = {"pi": sp.pi, "e": sp.E}


def as_sympy(e: Expr) -> sp.Basic:
    """The expression in the other system; derivatives are carried out there."""
    match e:
        case Num(value):
            return sp.Rational(value.numerator, value.denominator)
        case Sym(name):
            return sp.Symbol(name, real=True)
        case Const(name):
            return CONSTANTS[name]
        case Pow(u, Num(n)):
            return _real_power(as_sympy(u), n)
        case Root(u, Num(n)):
            return _real_power(as_sympy(u), 1 / n)
        case Diff(f, x):
            return sp.diff(as_sympy(f), as_sympy(x))
        case At(f, x, a):
            return as_sympy(f).subs(as_sympy(x), as_sympy(a))
        case Rate(f, x, a, b):
            low, high = as_sympy(a), as_sympy(b)
            g = as_sympy(f)
            return (g.subs(as_sympy(x), high) - g.subs(as_sympy(x), low)) / (high - low)
        case Piecewise(branches, otherwise):
            pairs = [(as_sympy(value), as_sympy(condition)) for condition, value in branches]
            return sp.Piecewise(*pairs, (sp.nan if otherwise is None else as_sympy(otherwise), True))
        case Rel(op, left, right):
            return RELATIONS[op](as_sympy(left), as_sympy(right))
    parts = [as_sympy(child) for child in e.children]
    return _combined(e, parts)


def _combined(e: Expr, parts: list[sp.Basic]) -> sp.Basic:
    match e:
        case Add():
            return sp.Add(*parts)
        case Mul():
            return sp.Mul(*parts)
        case Neg():
            return -parts[0]
        case Div():
            return parts[0] / parts[1]
        case Pow():
            return parts[0] ** parts[1]
        case And():
            return sp.And(*parts)
        case Fn(name) if name in FUNCTIONS:
            return FUNCTIONS[name](*parts)
        case Fn(name):
            return sp.Function(name)(*parts)
        case Operator(name):
            return OPERATORS[name](*parts)
    raise TypeError(type(e).__name__)


def _descended(f: sp.Expr, x: sp.Symbol, start: sp.Expr, rate: sp.Expr, n: sp.Integer) -> sp.Expr:
    for _ in range(int(n)):
        start = start - rate * sp.diff(f, x).subs(x, start)
    return start


def _newton(f: sp.Expr, x: sp.Symbol, start: sp.Expr, n: sp.Integer) -> sp.Expr:
    for _ in range(int(n)):
        start = start - f.subs(x, start) / sp.diff(f, x).subs(x, start)
    return start


def _tangent(f: sp.Expr, x: sp.Symbol, a: sp.Expr) -> sp.Expr:
    return f.subs(x, a) + sp.diff(f, x).subs(x, a) * (x - a)


def _inverse(f: sp.Expr, x: sp.Symbol, value: sp.Expr, a: sp.Expr) -> sp.Expr:
    assert sp.simplify(f.subs(x, a) - value) == 0
    return 1 / sp.diff(f, x).subs(x, a)


OPERATORS = {"descend": _descended, "newton": _newton, "tangent": _tangent, "inverse": _inverse, "logdiff": sp.diff}


def value(e: sp.Basic, at: dict[str, Fraction]) -> complex | None:
    """The value at a point; None where it has none."""
    point = {sp.Symbol(name, real=True): sp.Rational(q.numerator, q.denominator) for name, q in at.items()}
    try:
        found = complex(sp.N(e.subs(point), 20))
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return None if found != found or abs(found) > 1e30 else found
