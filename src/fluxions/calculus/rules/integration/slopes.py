"""The derivative of a part of an integrand at once: what a solver knows by heart while it looks for a substitution."""

from __future__ import annotations

from functools import lru_cache

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Const, Div, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym, fn
from fluxions.calculus.rules.integration.pieces import product, total
from fluxions.calculus.rules.table import TABLE
from fluxions.calculus.trees import free_of


@lru_cache(maxsize=4096)
def slope(e: Expr, x: Sym) -> Expr | None:
    """de/dx tidied, or None where e has a part without a rule."""
    found = _slope(e, x)
    return None if found is None else tidied(found)


def _slope(e: Expr, x: Sym) -> Expr | None:
    if free_of(e, x):
        return ZERO
    match e:
        case Sym():
            return ONE
        case Neg(u):
            inner = _slope(u, x)
            return None if inner is None else Neg(inner)
        case Add(terms):
            parts = [_slope(each, x) for each in terms if not free_of(each, x)]
            return None if any(each is None for each in parts) else total(each for each in parts if each is not None)
        case Mul(factors):
            return _of_product(factors, x)
        case Div(u, v):
            return _of_quotient(u, v, x)
        case Pow(base, exponent):
            return _of_power(base, exponent, x)
        case Root(u, Num(n)):
            return _of_power(u, Num(1 / n), x)
        case Fn("abs", (u,)):
            return _chained(fn("sign", u), u, x)
        case Fn(name, (u,)) if name in TABLE:
            return _chained(TABLE[name].slope(u), u, x)
    return None


def _chained(outer: Expr, u: Expr, x: Sym) -> Expr | None:
    inner = slope(u, x)
    return None if inner is None else product((outer, inner))


def _of_product(factors: tuple[Expr, ...], x: Sym) -> Expr | None:
    turns = []
    for i, each in enumerate(factors):
        if free_of(each, x):
            continue
        inner = _slope(each, x)
        if inner is None:
            return None
        turns.append(product((*factors[:i], inner, *factors[i + 1 :])))
    return total(turns)


def _of_quotient(u: Expr, v: Expr, x: Sym) -> Expr | None:
    du, dv = _slope(u, x), _slope(v, x)
    if du is None or dv is None:
        return None
    if free_of(v, x):
        return Div(du, v)
    return Div(Add((product((du, v)), Neg(product((u, dv))))), Pow(v, TWO))


def _of_power(base: Expr, exponent: Expr, x: Sym) -> Expr | None:
    if free_of(exponent, x):
        inner = slope(base, x)
        lower = Num(exponent.value - 1) if isinstance(exponent, Num) else Add((exponent, Num(-1)))
        return None if inner is None else product((exponent, Pow(base, lower), inner))
    if free_of(base, x):
        scale = ONE if base == Const("e") else fn("ln", base)
        return _chained(product((scale, Pow(base, exponent))), exponent, x)
    return None


__all__ = ["slope"]
