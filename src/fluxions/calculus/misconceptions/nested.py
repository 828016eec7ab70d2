"""Wrong rules for functions inside functions inside functions."""

from __future__ import annotations

from typing import NamedTuple

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Add, At, Diff, Expr, Mul, Neg, Num, Sym
from fluxions.calculus.rules.derivatives import outer_and_inner
from fluxions.calculus.trees import free_of


class Layers(NamedTuple):
    """F(c · G(H) + d): its outer function of u, and the middle one of v, with their insides and the factor c."""

    outer: Expr
    u: Sym
    inside: Expr
    factor: Expr | None
    middle: Expr
    v: Sym
    core: Expr


def _layers(f: Expr, x: Sym) -> Layers | None:
    """The three layers of f, or None where it has fewer, or where its inside is a sum of moving terms."""
    first = outer_and_inner(f, x)
    if first is None:
        return None
    factor, part = _moving_part(first[2], x)
    second = None if part is None else outer_and_inner(part, x)
    return None if second is None else Layers(*first, factor, *second)


def _moving_part(inside: Expr, x: Sym) -> tuple[Expr | None, Expr | None]:
    """c and the part of c · part + d that moves with x."""
    match inside:
        case Add(terms):
            moving = [each for each in terms if not free_of(each, x)]
            return _moving_part(moving[0], x) if len(moving) == 1 else (None, None)
        case Neg(u):
            return Num(-1), u
        case Mul((c, u)) if free_of(c, x):
            return c, u
    return None, inside


def middle_layer_skipped(node: Expr) -> Expr | None:
    """d/dx F(G(H)) taken for F'(G(H)) · H': the slope of the layer between is missing."""
    match node:
        case Diff(f, x) if not free_of(f, x) and (found := _layers(f, x)):
            outer = At(Diff(found.outer, found.u), found.u, found.inside)
            return _product(outer, found.factor, Diff(found.core, x))
    return None


def every_layer_at_x(node: Expr) -> Expr | None:
    """d/dx F(G(H)) taken for F'(x) · G'(x) · H': each slope at x and not at its own input."""
    match node:
        case Diff(f, x) if not free_of(f, x) and (found := _layers(f, x)):
            outer, middle = At(Diff(found.outer, found.u), found.u, x), At(Diff(found.middle, found.v), found.v, x)
            return _product(outer, found.factor, Mul((middle, Diff(found.core, x))))
    return None


def _product(outer: Expr, factor: Expr | None, rest: Expr) -> Expr:
    return Mul((outer, rest)) if factor is None else Mul((outer, factor, rest))


NESTED = "chain-rule-nested"
MISCONCEPTIONS = (
    Misconception("middle-layer-skipped", NESTED,
        "You went from the outermost layer to the innermost. The layer between has a slope too: multiply by it, taken "
        "at its own inside.",
        middle_layer_skipped, "A layer in the middle was skipped", ("diff(sin(e^(x^2)), x)", "2x*cos(e^(x^2))")),
    Misconception("every-layer-at-x", NESTED,
        "You took the slope of each layer at the variable itself. Each layer sees the output of the one inside it: "
        "take its slope there.",
        every_layer_at_x, "Every slope is taken at the variable", ("diff(sin(e^(x^2)), x)", "cos(x)*e^x*2x")),
)  # fmt: skip
