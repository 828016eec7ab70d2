"""Functions that change their formula inside the range: split there, and one formula on each part."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import INF, ONE, ZERO, Add, Expr, Fn, Int, Neg, Num, Piecewise, Sym
from fluxions.calculus.numbers.balls import holds, value_at
from fluxions.calculus.numbers.domain import kinks
from fluxions.calculus.numbers.points import between
from fluxions.calculus.numbers.ranges import between_for_certain, is_at
from fluxions.calculus.rules.definite.fundamental import MINUS_INF
from fluxions.calculus.rules.definite.singular import zeros
from fluxions.calculus.trees import free_of, mapped, nodes, symbols

SPLIT = frozenset({"abs", "sign", "relu", "min", "max"})
FAR = 50


def breaks(node: Int) -> tuple[Expr, ...] | None:
    """Where f changes its formula strictly inside the range, in rising order; None where that is not found."""
    assert node.low is not None and node.high is not None
    found: list[Expr] = []
    for guard in kinks(node.arg):
        if free_of(guard, node.variable):
            continue
        if symbols(guard) != {node.variable.name} or symbols(node.low) | symbols(node.high):
            return None
        own = zeros(tidied(guard), node.variable, node.low, node.high)
        if own is None:
            return None
        found.extend(own)
    inside = between_for_certain(tuple(dict.fromkeys(found)), node.low, node.high)
    if inside is None:
        return None
    return tuple(each for each in inside if not is_at(each, node.low) and not is_at(each, node.high))


def changes_formula(f: Expr) -> bool:
    """Is there a part with several formulas?"""
    return any(_splits(each) for each in nodes(f))


def _splits(e: Expr) -> bool:
    return isinstance(e, Piecewise) or (isinstance(e, Fn) and e.name in SPLIT)


def split_at_kinks(node: Expr) -> Expr | Found | None:
    """∫ from a to b is the sum over the parts between the places where the formula changes."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None and changes_formula(f):
            places = breaks(node)
            if not places:
                return None
            ends = (low, *places, high)
            parts = tuple(Int(f, x, a, b) for a, b in pairwise(ends))
            return Found(Add(parts), (("x", x), ("places", places[0])))
    return None


def one_formula(node: Expr) -> Expr | Found | None:
    """On a range without a change of formula the one that holds there is written."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None and changes_formula(f):
            inside = _inside(low, high)
            if breaks(node) != () or inside is None:
                return None
            plain = tidied(mapped(f, lambda each: _chosen(each, x, inside)))
            return Found(Int(plain, x, low, high), (("f", plain),)) if plain != f else None
    return None


def _inside(low: Expr, high: Expr) -> Num | None:
    """A point strictly between two numbers."""
    left = None if low == MINUS_INF else value_at(low, {})
    right = None if high == INF else value_at(high, {})
    if (left is None and low != MINUS_INF) or (right is None and high != INF):
        return None
    start = float(left.mid()) if left is not None else (float(right.mid()) if right is not None else 0.0) - FAR
    end = float(right.mid()) if right is not None else start + FAR
    return Num(between(Fraction(start), Fraction(end), 7919))


def _chosen(e: Expr, x: Sym, at: Num) -> Expr:
    """|u| as u or −u, max as the greater, a piecewise value as its branch, as at the point."""
    place = {x.name: at.value}
    match e:
        case Fn("abs" | "sign" | "relu" as name, (u,)):
            value = value_at(u, place)
            if value is None or not (value > 0 or value < 0):
                return e
            up = bool(value > 0)
            return {"abs": u if up else Neg(u), "sign": ONE if up else Num(-1), "relu": u if up else ZERO}[name]
        case Fn("min" | "max" as name, args):
            values = [value_at(each, place) for each in args]
            if any(each is None for each in values):
                return e
            ranked = sorted(range(len(args)), key=lambda i: float(values[i].mid()))  # type: ignore[union-attr]
            return args[ranked[-1 if name == "max" else 0]]
        case Piecewise(branches, otherwise):
            for condition, value in branches:
                truth = holds((condition,), place)
                if truth is None:
                    return e
                if truth:
                    return value
            return e if otherwise is None else otherwise
    return e


RULES = (
    Rule("split-at-kinks", "definite-integral-properties",
         "The formula changes inside the range, at ${x}={places}$ first: integrate part by part.", split_at_kinks,
         "splitting the range"),
    Rule("one-formula", "piecewise-functions", "On this part the function is ${f}$.", one_formula,
         "the formula on this part"),
)  # fmt: skip
