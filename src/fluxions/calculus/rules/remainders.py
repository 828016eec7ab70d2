"""How far a Taylor polynomial can be off: Lagrange's form of the remainder."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import factorial

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    Diff,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Sym,
    fn,
)  # fmt: skip
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import free_of, substituted, symbols


def lagrange_remainder(node: Expr) -> Expr | Found | None:
    """|f(x) − Tₙ(x)| ≤ M/(n + 1)! · |b − a|ⁿ⁺¹ on [a, b], where M bounds the next derivative."""
    match node:
        case Operator("remainder", (f, Sym() as x, a, Num(n), b)) if n.denominator == 1 and 0 <= n <= 10:
            k = int(n) + 1
            slope: Expr = f
            for _ in range(k):
                slope = Diff(slope, x)
            largest = Operator("largest", (slope, x, a, b))
            width = tidied(fn("abs", b - a))
            return Found(
                Mul((Div(largest, Num(factorial(k))), Pow(width, Num(k)))),
                (("n", Num(n)), ("a", a), ("b", b), ("k", Num(k))),
            )
    return None


def largest_of_wave(node: Expr) -> Expr | Found | None:
    """c sin u and c cos u are never larger than |c|."""
    match node:
        case Operator("largest", (g, Sym() as x, _, _)):
            match g.arg if isinstance(g, Neg) else g:
                case Fn("sin" | "cos"):
                    return Found(ONE, (("g", g), ("c", ONE)))
                case Mul((*c, Fn("sin" | "cos"))) if c and all(free_of(each, x) for each in c):
                    size = tidied(fn("abs", c[0] if len(c) == 1 else Mul(tuple(c))))
                    return Found(size, (("g", g), ("c", size)))
    return None


def largest_at_an_end(node: Expr) -> Expr | Found | None:
    """Where g only rises or only falls between a and b and keeps its sign, |g| is largest at one end."""
    match node:
        case Operator("largest", (g, Sym() as x, a, b)) if not (symbols(g) - {x.name}) and not symbols(a) | symbols(b):
            low, high = value_at(a, {}, 106), value_at(b, {}, 106)
            if low is None or high is None:
                return None
            start, width = float(low.mid()), float((high - low).mid())
            row = [value_at(g, {x.name: Fraction(start + width * i / 64)}, 106) for i in range(65)]
            sizes = [abs(float(each.mid())) for each in row if each is not None]
            if len(sizes) < len(row):
                return None
            rises = all(v >= u - 1e-12 for u, v in pairwise(sizes))
            drops = all(v <= u + 1e-12 for u, v in pairwise(sizes))
            if rises or drops:
                end = b if rises else a
                return Found(fn("abs", substituted(g, {x.name: end})), (("g", g), ("x", x), ("b", end)))
    return None


REMAINDER = "taylor-remainder"
BOUNDS = (
    Rule("lagrange-remainder", REMAINDER, "The remainder is at most the largest size of the derivative of order "
         "${k}$ between ${a}$ and ${b}$, over ${k}!$, times the distance to that power.", lagrange_remainder,
         "Lagrange's remainder"),
    Rule("largest-of-wave", REMAINDER, "A sine or cosine is never larger than 1, so ${g}$ is at most ${c}$ in size.",
         largest_of_wave, "the size of a wave"),
    Rule("largest-at-an-end", REMAINDER, "Between the ends the size of ${g}$ changes in one direction only: it is "
         "largest at ${x} = {b}$.", largest_at_an_end, "the largest size at an end"),
)  # fmt: skip
