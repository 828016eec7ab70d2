"""Constants of integration: what of an antiderivative moves with its variable, and how it depends on a letter."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.expr import ONE, ZERO, Add, Const, Diff, Expr, Mul, Neg, Num, Piecewise, Sym
from fluxions.calculus.trees import free_of, nodes

STILL = frozenset({Num, Sym, Const, Add, Neg, Mul})  # real everywhere


def moving(e: Expr, x: Sym) -> Expr:
    """e without the terms that are free of x and real everywhere: the slope by x and its domain stay the same."""
    match e:
        case Add(terms):
            left = tuple(moving(each, x) for each in terms if not _still(each, x))
            return ZERO if not left else left[0] if len(left) == 1 else Add(left)
        case Piecewise():
            return _in_branches(e, lambda value: moving(value, x))
    return ZERO if _still(e, x) else e


def slope(e: Expr, x: Sym) -> Expr:
    """de/dx with sums and branches carried out, 0 for what is free of x: wherever de/dx is real, and beyond."""
    if free_of(e, x):
        return ZERO
    match e:
        case Sym():
            return ONE
        case Neg(u):
            return Neg(slope(u, x))
        case Add(terms):
            slopes = tuple(found for each in terms if (found := slope(each, x)) != ZERO)
            return ZERO if not slopes else slopes[0] if len(slopes) == 1 else Add(slopes)
        case Piecewise():
            found = _in_branches(e, lambda value: slope(value, x))
            return ZERO if all(each == ZERO for each in values_of(found)) else found
    return Diff(e, x)


def values_of(e: Piecewise) -> tuple[Expr, ...]:
    """What a function in pieces is in each of them."""
    values = tuple(value for _, value in e.branches)
    return values if e.otherwise is None else (*values, e.otherwise)


def _in_branches(e: Piecewise, change: Callable[[Expr], Expr]) -> Piecewise:
    branches = tuple((condition, change(value)) for condition, value in e.branches)
    return Piecewise(branches, None if e.otherwise is None else change(e.otherwise))


def _still(e: Expr, x: Sym) -> bool:
    return free_of(e, x) and all(type(node) in STILL for node in nodes(e))
