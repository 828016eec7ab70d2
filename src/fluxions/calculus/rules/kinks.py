"""The slope at a kink: no rule for derivatives holds there, so the definition is asked from both sides."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import ZERO, At, Diff, Expr, Fn, Limit, Num, Rate, Sym
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.limits import has_kinks
from fluxions.calculus.trees import nodes, substituted, symbols

BITS, NEAR, APART = 200, 40, 1e-6


def slope_from_both_sides(node: Expr) -> Expr | Found | None:
    """f'(a) by its definition, where f has a kink or a jump at a."""
    match node:
        case At(Diff(f, x), z, a) if x == z and not symbols(a) and has_kinks(f) and not _by_convention(f):
            left, right = _slope(f, x, a, -1), _slope(f, x, a, 1)
            if left is None or right is None or abs(left - right) < APART * (1 + abs(left) + abs(right)):
                return None
            h = Sym("h" if "h" not in symbols(f) and x.name != "h" else "k")
            return Found(Limit(Rate(f, x, a, a + h), h, ZERO), (("f", f), ("a", a), ("h", h)))
    return None


def _by_convention(f: Expr) -> bool:
    """ReLU has the slope 0 at 0 by convention."""
    return any(isinstance(each, Fn) and each.name == "relu" for each in nodes(f))


def _slope(f: Expr, x: Sym, a: Expr, side: int) -> float | None:
    """The slope of a very short chord on one side."""
    step = Fraction(side, 2**NEAR)
    ends = (value_at(substituted(f, {x.name: each}), {}, BITS) for each in (a, a + Num(step)))
    start, end = ends
    return None if start is None or end is None else float((end - start).mid()) / float(step)


RULES = (
    Rule("slope-from-both-sides", "differentiability-kinks", "At ${a}$ the function has a kink or a jump: ask the "
         "definition of the derivative, from both sides.", slope_from_both_sides, "the slope at a kink",
         inside=(Diff,), early=True),
)  # fmt: skip
