"""A second opinion on integrals, by the quadrature of mpmath; it shares nothing with the engine but the trees."""

from __future__ import annotations

from collections.abc import Mapping

import mpmath as mp

from fluxions.calculus.expr import (
    Add,
    And,
    At,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Int,
    Mul,
    Neg,
    Num,
    Operator,
    Piecewise,
    Pow,
    Rel,
    Root,
    Sym,
)  # fmt: skip

Place = Mapping[str, mp.mpf]
KINKED = ("abs", "relu", "max", "min", "sign")
FUNCTIONS = {
    "sin": mp.sin, "cos": mp.cos, "tan": mp.tan, "sec": mp.sec, "arcsin": mp.asin, "arctan": mp.atan, "ln": mp.log,
    "tanh": mp.tanh, "abs": abs, "sign": mp.sign, "erf": mp.erf, "gamma": mp.gamma, "beta": mp.beta, "max": max,
    "min": min, "relu": lambda u: max(u, mp.mpf(0)), "Phi": mp.ncdf, "phi": mp.npdf,
}  # fmt: skip
TRUTHS = {
    "<": lambda u, v: u < v, "<=": lambda u, v: u <= v, ">": lambda u, v: u > v, ">=": lambda u, v: u >= v,
}  # fmt: skip
DENSITIES = {
    "normal": lambda x, m, s: mp.npdf(x, m, s),
    "exponential": lambda x, rate: rate * mp.exp(-rate * x) if x >= 0 else mp.mpf(0),
    "uniform": lambda x, a, b: 1 / (b - a),
    "betadist": lambda x, a, b: x ** (a - 1) * (1 - x) ** (b - 1) / mp.beta(a, b),
    "gammadist": lambda x, k, s: x ** (k - 1) * mp.exp(-x / s) / (mp.gamma(k) * s**k),
}  # fmt: skip


def value(e: Expr, at: Place) -> mp.mpf:
    """The value at a place."""
    match e:
        case Num(number):
            return mp.mpf(number.numerator) / number.denominator
        case Sym(name):
            return at[name]
        case Const(name):
            return {"pi": mp.pi, "e": mp.e, "inf": mp.inf}[name]
        case Add(terms):
            return mp.fsum(value(each, at) for each in terms)
        case Mul(factors):
            return mp.fprod(value(each, at) for each in factors)
        case Neg(u):
            return -value(u, at)
        case Div(top, bottom):
            return value(top, at) / value(bottom, at)
        case Pow(base, exponent):
            return value(base, at) ** value(exponent, at)
        case Root(u, n):
            return mp.root(value(u, at), int(value(n, at)))
        case Fn(name, args):
            return FUNCTIONS[name](*(value(each, at) for each in args))
        case Piecewise(branches, otherwise):
            return value(next((v for c, v in branches if holds(c, at)), otherwise), at)
        case At(f, x, point):
            return value(f, {**at, x.name: value(point, at)})
        case Diff(f, x):
            return mp.diff(lambda t: value(f, {**at, x.name: t}), at[x.name])
        case Int(f, x, low, high):
            return quad(lambda t: value(f, {**at, x.name: t}), value(low, at), value(high, at), rough=is_rough(f))
        case Operator():
            return operator(e, at)
    raise TypeError(type(e).__name__)


def holds(condition: Expr, at: Place) -> bool:
    match condition:
        case Rel(op, u, v):
            return bool(TRUTHS[op](value(u, at), value(v, at)))
        case And(parts):
            return all(holds(each, at) for each in parts)
    raise TypeError(type(condition).__name__)


def is_rough(e: Expr) -> bool:
    """Has it kinks, so that quadrature needs many pieces?"""
    own = isinstance(e, Piecewise) or (isinstance(e, Fn) and e.name in KINKED)
    return own or any(is_rough(child) for child in e.children)


def quad(f, low, high, *, rough=False) -> mp.mpf:
    if rough and not mp.isinf(low) and not mp.isinf(high):
        return mp.quad(f, mp.linspace(low, high, 241))
    few = {"maxdegree": 4} if mp.mp.dps <= 10 else {}
    if mp.isinf(low) and mp.isinf(high):
        return mp.quad(f, [low, -2, 2, high] if few else [low, -8, -2, 0, 2, 8, high], **few)
    return mp.quad(f, [low, low + 2, low + 10, high] if mp.isinf(high) else [low, high], **few)


def operator(e: Operator, at: Place) -> mp.mpf:
    match e.name, e.args:
        case "average", (f, x, a, b):
            return value(Int(f, x, a, b), at) / (value(b, at) - value(a, at))
        case "area", (f, g, x, a, b):
            return value(Int(Fn("abs", (f - g,)), x, a, b), at)
        case "normalise", (f, x, a, b):
            return 1 / value(Int(f, x, a, b), at)
        case "expect", (f, x, density):
            return mean(lambda t: value(f, {**at, x.name: t}), density, at, x.name)
        case "variance", (f, x, density):
            centre = operator(Operator("expect", e.args), at)
            return mean(lambda t: (value(f, {**at, x.name: t}) - centre) ** 2, density, at, x.name)
        case "mgf", (t, x, density):
            return mean(lambda u: mp.exp(value(t, at) * u), density, at, x.name)
        case "entropy", (x, density):
            return mean(lambda t: -mp.log(weight(density, t, at, x.name)), density, at, x.name)
        case "kl", (x, p, q):
            return mean(lambda t: mp.log(weight(p, t, at, x.name) / weight(q, t, at, x.name)), p, at, x.name)
    raise TypeError(e.name)


def weight(density: Expr, t: mp.mpf, at: Place, x: str) -> mp.mpf:
    if isinstance(density, Operator):
        return DENSITIES[density.name](t, *(value(each, at) for each in density.args))
    return value(density, {**at, x: t})


def mean(f, density: Expr, at: Place, x: str) -> mp.mpf:
    """∫ f p over a range outside which p is negligible."""
    if isinstance(density, Operator):
        args = [value(each, at) for each in density.args]
        ends = {
            "normal": lambda: [args[0] + k * args[1] for k in range(-12, 13, 3)],
            "exponential": lambda: [0, 1 / args[0], 10 / args[0], 80 / args[0]],
            "uniform": lambda: args, "betadist": lambda: [0, mp.mpf(1) / 2, 1],
            "gammadist": lambda: [0, args[0] * args[1], 20 * args[0] * args[1], 80 * args[0] * args[1]],
        }[density.name]()  # fmt: skip
        return mp.quad(lambda t: f(t) * weight(density, t, at, x), ends)
    return mp.quad(lambda t: f(t) * weight(density, t, at, x), [-2, -1, 0, 1, 2, 20, 400, 10**5])
