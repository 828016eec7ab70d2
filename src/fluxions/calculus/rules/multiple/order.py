"""The order of an iterated integral exchanged, where its inner integral has no antiderivative."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ZERO, Add, Const, Div, Expr, Fn, Int, Num, Pow, Root, Sym
from fluxions.calculus.numbers.ranges import order
from fluxions.calculus.rules.definite.powers import coefficients, power_of
from fluxions.calculus.rules.integration.substitution import substitutions
from fluxions.calculus.trees import free_of, nodes, substituted

Ends = tuple[Expr, Expr]


def order_exchanged(node: Expr) -> Expr | Found | None:
    """The region between x = a(y) and x = b(y) cut into strips of the other direction."""
    match node:
        case Int(Int(f, x, low, high), y, c, d) if (
            low is not None and high is not None and c is not None and d is not None and not f.stands
        ):
            if not _hard(Int(f, x)) or _hard(Int(f, y)):
                return None
            swapped = _other_way((low, high), y, (c, d), x)
            if swapped is None:
                return None
            inner, outer = swapped
            using = (("x", x), ("y", y), ("a", inner[0]), ("b", inner[1]), ("c", outer[0]), ("d", outer[1]))
            return Found(Int(Int(f, y, *inner), x, *outer), using)
    return None


def _hard(goal: Int) -> bool:
    """Has the integrand a nonlinear inside and no factor that is its derivative, or is it like sin x/x or 1/ln x?"""
    f, x = goal.arg, goal.variable
    match f:
        case Div(Fn() | Pow(Const("e"), _), bottom) if bottom == x:
            return True
        case Div(_, Fn("ln", (u,))) if u == x:
            return True
    insides = [each for node in nodes(f) for each in _insides(node) if _degree(each, x) >= 2]
    return bool(insides) and not any(_degree(g, x) != 1 for g, _ in substitutions(f, x))


def _insides(node: Expr) -> Iterator[Expr]:
    match node:
        case Fn(_, (u,)) | Pow(Const("e"), u) | Root(u, _):
            yield u
        case Pow(u, Num(n)) if n.denominator != 1:
            yield u
        case Div(_, Add() as bottom) if any(_cubic(each) for each in bottom.terms):
            yield bottom


def _cubic(e: Expr) -> bool:
    return any(
        isinstance(each, Pow) and isinstance(each.exponent, Num) and each.exponent.value > 2 for each in nodes(e)
    )


def _degree(e: Expr, x: Sym) -> int:
    """The degree of a polynomial in x; −1 for anything else."""
    known = coefficients(e, x)
    return -1 if known is None else max(known)


def _other_way(inner: Ends, y: Sym, outer: Ends, x: Sym) -> tuple[Ends, Ends] | None:
    """(bounds of y, bounds of x) of the same region; one curve must be a constant that the other one meets."""
    (low, high), (c, d) = inner, outer
    if free_of(low, y) and free_of(high, y):
        return (c, d), (low, high)
    if free_of(high, y):  # x from a(y) to a constant
        curve, first, last = low, _at(low, y, c), _at(low, y, d)
        back = _inverse(curve, y, x)
        if back is None:
            return None
        if _equal(last, high):
            return (c, back), (first, high)
        return ((back, d), (last, high)) if _equal(first, high) else None
    if free_of(low, y):  # x from a constant to b(y)
        curve, first, last = high, _at(high, y, c), _at(high, y, d)
        back = _inverse(curve, y, x)
        if back is None:
            return None
        if _equal(first, low):
            return (back, d), (low, last)
        return ((c, back), (low, first)) if _equal(last, low) else None
    return _between_two_curves(inner, y, outer, x)


def _between_two_curves(inner: Ends, y: Sym, outer: Ends, x: Sym) -> tuple[Ends, Ends] | None:
    """Both curves rise and meet at both ends, as x = y² and x = y."""
    (low, high), (c, d) = inner, outer
    ends = [(_at(low, y, end), _at(high, y, end)) for end in (c, d)]
    backs = (_inverse(high, y, x), _inverse(low, y, x))
    if backs[0] is None or backs[1] is None or not all(_equal(a, b) for a, b in ends):
        return None
    return (backs[0], backs[1]), (ends[0][0], ends[1][0])


def _at(curve: Expr, y: Sym, end: Expr) -> Expr:
    return tidied(substituted(curve, {y.name: end}))


def _equal(a: Expr, b: Expr) -> bool:
    return a == b or order(a, b) == 0


def _inverse(curve: Expr, y: Sym, x: Sym) -> Expr | None:
    """y as a function of x = curve(y): a line, a power or a root."""
    known = coefficients(curve, y)
    if known is not None and set(known) <= {0, 1} and 1 in known:
        return tidied((x - known.get(0, ZERO)) / known[1])
    n = power_of(curve, y)
    if not isinstance(n, Num) or n.value <= 0:
        return None
    if n.value.numerator == 1:
        return tidied(Pow(x, Num(n.value.denominator)))
    return Root(x, n) if n.value.denominator == 1 else Pow(x, Num(1 / n.value))


RULES = (
    Rule("order-exchanged", "double-integrals",
         "By ${x}$ first it is hard: exchange the order. For each ${x}$ from ${c}$ to "
         "${d}$, ${y}$ goes from ${a}$ to ${b}$.", order_exchanged, "exchanging the order of integration",
         early=True),
)  # fmt: skip
