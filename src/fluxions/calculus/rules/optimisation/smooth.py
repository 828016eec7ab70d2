"""Where the test by derivatives may be used: no kinks, no cusps, and a value everywhere that counts."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.expr import Add, Const, Div, Expr, Fn, Mul, Num, Piecewise, Pow, Root
from fluxions.calculus.numbers.balls import Unclear, Undefined, ball, outputs, precision, value_at
from fluxions.calculus.numbers.polynomials import outer
from fluxions.calculus.numbers.tape import NoTape, tape
from fluxions.calculus.trees import nodes, symbols

KINKED = frozenset({"abs", "sign", "floor", "ceil", "relu", "min", "max", "arcsin", "arccos", "arcosh"})
MOST_PIECES = 400


def smooth(f: Expr, v: Expr) -> bool:
    """Has f a derivative wherever it has a value? Roots only of what is positive."""
    names = symbols(v)
    for node in nodes(f):
        if not symbols(node) & names:
            continue
        match node:
            case Piecewise():
                return False
            case Fn(name) if name in KINKED:
                return False
            case Root(u, _) if not positive(u):
                return False
            case Pow(u, Num(n)) if n.denominator != 1 and not positive(u):
                return False
    return not f.stands


def positive(e: Expr) -> bool:
    """Is e greater than 0 wherever it has a value, as its form shows?"""
    match e:
        case Num(value):
            return bool(value > 0)
        case Const("pi" | "e"):
            return True
        case Add(terms):
            return all(never_negative(each) for each in terms) and any(positive(each) for each in terms)
        case Mul() | Div():
            return all(positive(each) for each in e.children)
        case Pow(base, _):
            return positive(base)
        case Root(u, _):
            return positive(u)
        case Fn("sigmoid" | "cosh" | "softplus" | "phi" | "Phi", _):
            return True
    return False


def never_negative(e: Expr) -> bool:
    """Is e at least 0 wherever it has a value, as its form shows?"""
    match e:
        case Num(value):
            return bool(value >= 0)
        case Pow(_, Num(n)) if n.denominator == 1 and n.numerator % 2 == 0:
            return True
        case Add() | Mul() | Div():
            return all(never_negative(each) for each in e.children)
        case Fn("abs" | "relu", _):
            return True
    return positive(e)


def has_values(f: Expr, x: Expr, a: Expr, b: Expr) -> bool:
    """Has f a value everywhere on [a, b]? Shown by balls over pieces of the interval."""
    low, high = value_at(a, {}), value_at(b, {})
    if low is None or high is None or not low < high:
        return False
    name = next(iter(symbols(x)))
    stack = [(outer(low.lower()), outer(high.upper()))]
    for _ in range(MOST_PIECES):
        if not stack:
            return True
        left, right = stack.pop()
        if not _defined(f, name, left, right):
            middle = (left + right) / 2
            stack += [(left, middle), (middle, right)]
    return not stack


def _defined(f: Expr, name: str, low: Fraction, high: Fraction) -> bool:
    try:
        with precision(64):
            return bool(outputs(tape(f), {name: ball(low).union(ball(high))})[0].is_finite())
    except (Undefined, Unclear, NoTape):
        return False
