"""What densities mean: their formulas and supports, named ones and those that are written out by cases.

Sources: NIST Digital Library of Mathematical Functions, §7 and §8 (normal, gamma, beta integrals). `normal` takes the
mean and the standard deviation, `exponential` the rate, `gammadist` shape and scale.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    PI,
    TURNED,
    TWO,
    ZERO,
    And,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Operator,
    Piecewise,
    Pow,
    Rel,
    Sym,
    exp,
    fn,
    sqrt,
)  # fmt: skip
from fluxions.calculus.trees import free_of


class Piece(NamedTuple):
    """A formula that holds from low to high."""

    low: Expr
    high: Expr
    value: Expr


class Kind(NamedTuple):
    """A family of densities: how many parameters it takes, and its one piece."""

    parameters: int
    piece: Callable[..., Piece]


MINUS_INF = Neg(INF)


def _normal(x: Expr, mean: Expr, deviation: Expr) -> Piece:
    if (mean, deviation) == (ZERO, ONE):
        return Piece(MINUS_INF, INF, fn("phi", x))
    centred = x if mean == ZERO else x - mean
    exponent = Neg(Div(Pow(centred, TWO), Mul((TWO, Pow(deviation, TWO))) if deviation != ONE else TWO))
    scale = sqrt(Mul((TWO, PI))) if deviation == ONE else Mul((deviation, sqrt(Mul((TWO, PI)))))
    return Piece(MINUS_INF, INF, Div(exp(tidied(exponent)), scale))


def _exponential(x: Expr, rate: Expr) -> Piece:
    return Piece(ZERO, INF, tidied(Mul((rate, exp(Neg(Mul((rate, x))))))))


def _uniform(x: Expr, low: Expr, high: Expr) -> Piece:
    return Piece(low, high, tidied(Div(ONE, high - low)))


def _beta(x: Expr, a: Expr, b: Expr) -> Piece:
    kernel = tidied(Mul((Pow(x, a - 1), Pow(ONE - x, b - 1))))
    if isinstance(a, Num) and isinstance(b, Num):
        return Piece(ZERO, ONE, tidied(Div(kernel, fn("beta", a, b))))
    scale = Div(fn("gamma", tidied(a + b)), Mul((fn("gamma", a), fn("gamma", b))))
    return Piece(ZERO, ONE, Mul((scale, kernel)))


def _gamma(x: Expr, shape: Expr, scale: Expr) -> Piece:
    kernel = Mul((Pow(x, shape - 1), exp(Neg(Div(x, scale)))))
    return Piece(ZERO, INF, Div(tidied(kernel), tidied(Mul((fn("gamma", shape), Pow(scale, shape))))))


KINDS: dict[str, Kind] = {
    "normal": Kind(2, _normal), "exponential": Kind(1, _exponential), "uniform": Kind(2, _uniform),
    "betadist": Kind(2, _beta), "gammadist": Kind(2, _gamma),
}  # fmt: skip


def named(density: Expr) -> Expr:
    """beta(a, b) in the place of a density is the distribution, not the number."""
    return Operator("betadist", density.args) if isinstance(density, Fn) and density.name == "beta" else density


def pieces(density: Expr, x: Sym) -> tuple[Piece, ...] | None:
    """The formula of a density on each part of its support; None where it cannot be read as one."""
    match named(density):
        case Operator(name, args) if name in KINDS and len(args) == KINDS[name].parameters:
            return (KINDS[name].piece(x, *args),)
        case Operator():
            return None
        case Piecewise(branches, otherwise) if otherwise in (None, ZERO):
            found = [_piece(condition, value, x) for condition, value in branches]
            return None if None in found else tuple(each for each in found if each and each.value != ZERO)
        case Piecewise(((condition, low_value),), otherwise) if otherwise is not None and low_value == ZERO:
            return _beyond(condition, otherwise, x)
        case Piecewise():
            return None
        case formula:
            return (Piece(MINUS_INF, INF, formula),)


def _beyond(condition: Expr, value: Expr, x: Sym) -> tuple[Piece, ...] | None:
    """if(x < a, 0, value): the value from a on."""
    left_out = _piece(condition, value, x)
    if left_out is None:
        return None
    if left_out.low == MINUS_INF:
        return (Piece(left_out.high, INF, value),)
    return (Piece(MINUS_INF, left_out.low, value),) if left_out.high == INF else None


def _piece(condition: Expr, value: Expr, x: Sym) -> Piece | None:
    """The interval that a condition like 0 < x and x <= 2 describes."""
    low: Expr = MINUS_INF
    high: Expr = INF
    for each in condition.parts if isinstance(condition, And) else (condition,):
        match each:
            case Rel(op, left, right) if right == x and free_of(left, x):
                op, bound = TURNED[op], left
            case Rel(op, left, right) if left == x and free_of(right, x):
                bound = right
            case _:
                return None
        if op in (">", ">="):
            low = bound
        elif op in ("<", "<="):
            high = bound
        else:
            return None
    return Piece(low, high, value)


def log_density(density: Expr, x: Sym) -> Expr | None:
    """ln p(x) with the logarithm carried into products and powers."""
    match named(density):
        case Operator("normal", (mean, deviation)):
            spread = tidied(fn("ln", Mul((deviation, sqrt(Mul((TWO, PI)))))) if deviation != ONE else _ln_root_two_pi())
            centred = x if mean == ZERO else x - mean
            return Neg(spread) - tidied(Div(Pow(centred, TWO), Mul((TWO, Pow(deviation, TWO)))))
        case Operator("exponential", (rate,)):
            return fn("ln", rate) - Mul((rate, x))
        case Operator("uniform", (low, high)):
            return Neg(fn("ln", tidied(high - low)))
    return None


def _ln_root_two_pi() -> Expr:
    return fn("ln", sqrt(Mul((TWO, PI))))


__all__ = ["KINDS", "MINUS_INF", "Kind", "Piece", "log_density", "named", "pieces"]
