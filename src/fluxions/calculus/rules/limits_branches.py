"""Kinks and jumps on one side: |u|, sign, floor and branches become the piece that holds there."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ZERO, Add, Expr, Fn, Limit, Neg, Num, Piecewise
from fluxions.calculus.numbers.balls import holds
from fluxions.calculus.rules.tendency import Way, side_of, sign_of, toward, way
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols


def _here(e: Expr, on: Way) -> Expr | None:
    """The piece of a function with branches that holds on the way."""
    if free_of(e, on.x):
        return None
    match e:
        case Fn("abs", (u,)):
            return {1: u, -1: tidied(Neg(u))}.get(side_of(u, on))
        case Fn("sign", (u,)):
            return {1: Num(1), -1: Num(-1)}.get(side_of(u, on))
        case Fn("relu", (u,)):
            return {1: u, -1: ZERO}.get(side_of(u, on))
        case Fn("max" | "min" as name, (u, v)):
            sign = side_of(Add((u, Neg(v))), on)
            return None if sign == 0 else u if (sign > 0) == (name == "max") else v
        case Fn("floor" | "ceil" as name, (u,)):
            return _whole(name, u, on)
        case Piecewise(branches, otherwise):
            return _branch(branches, otherwise, on)
    return None


def _whole(name: str, u: Expr, on: Way) -> Expr | None:
    """The whole number that floor or ceil keeps on the way."""
    found = toward(u, on)
    match found.value if found is not None else None:
        case Num(value):
            low = value.numerator // value.denominator
            if value == low:
                low -= side_of(Add((u, Num(-low))), on) < 0
            whole = Num(low if name == "floor" else low + 1)
            inside = sign_of(Num(1)) and side_of(Add((u, Num(-low))), on) > 0
            return whole if inside and side_of(Add((u, Num(-low - 1))), on) < 0 else None
    return None


def _branch(branches: tuple[tuple[Expr, Expr], ...], otherwise: Expr | None, on: Way) -> Expr | None:
    for condition, value in branches:
        truth = _truth(condition, on)
        if truth is None:
            return None
        if truth:
            return value
    return otherwise


def _truth(condition: Expr, on: Way) -> bool | None:
    """Is the condition true, or false, at all places tried on the way?"""
    if symbols(condition) - {on.x.name} or symbols(on.point):
        return None
    signs = {"": (1, -1), "+": (1,), "-": (-1,)}[on.side] if not on.at_infinity else (on.at_infinity,)
    found = set()
    for sign in signs:
        for k in (12, 20, 29):
            far = Num(sign * (2**k + Fraction(1, 3)))
            place = far if on.at_infinity else on.point + Num(Fraction(sign, 2**k))
            found.add(holds((substituted(condition, {on.x.name: place}),), {}))
    return found.pop() if len(found) == 1 else None


def branch_on_the_side(node: Expr) -> Expr | Found | None:
    """|u| is u or −u on one side of its zero; of a function with branches one branch holds there."""
    if not isinstance(node, Limit):
        return None
    for each in nodes(node.arg):
        here = _here(each, way(node))
        if here is not None:
            changed = mapped(node.arg, _exchange(each, here))
            return Found(node.rebuilt((changed, *node.children[1:])), (("u", each), ("v", here)))
    return None


def _exchange(old: Expr, new: Expr) -> Callable[[Expr], Expr]:
    return lambda e: new if e == old else e


RULES = (
    Rule("branch-on-the-side", "piecewise-functions", "Close to the point, on the way there, ${u}$ is ${v}$.",
         branch_on_the_side, "the branch that holds there"),
)  # fmt: skip
