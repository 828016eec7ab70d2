"""Wrong slopes of an inverse function at a point."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, At, Diff, Div, Expr, Operator, Sym


def slope_at_the_value(node: Expr) -> Expr | None:
    """(f⁻¹)'(b) taken for 1/f'(b): the slope of f at b, not at a."""
    match node:
        case Operator("inverse", (f, Sym() as x, b, _)):
            return Div(ONE, At(Diff(f, x), x, b))
    return None


def not_turned_over(node: Expr) -> Expr | None:
    """(f⁻¹)'(b) taken for f'(a)."""
    match node:
        case Operator("inverse", (f, Sym() as x, _, a)):
            return At(Diff(f, x), x, a)
    return None


def slope_of_the_reciprocal(node: Expr) -> Expr | None:
    """(f⁻¹)'(b) taken for the slope of 1/f at b."""
    match node:
        case Operator("inverse", (f, Sym() as x, b, _)):
            return At(Diff(Div(ONE, f), x), x, b)
    return None


SKILL = "derivative-inverse-functions"
MISCONCEPTIONS = (
    Misconception("slope-at-the-value", SKILL,
        "You took the slope of the function at the value. Find the place where the function has this value, and take "
        "the slope there.",
        slope_at_the_value, "The slope at the wrong place", ("inverse(x^3 + x, x, 2, 1)", "1/13")),
    Misconception("slope-not-turned-over", SKILL,
        "You gave the slope of the function itself. The inverse exchanges rise and run: take one over that slope.",
        not_turned_over, "The slope was not turned over", ("inverse(x^3 + x, x, 2, 1)", "4")),
    Misconception("slope-of-the-reciprocal", SKILL,
        "You differentiated one over the function. The inverse undoes the function; its slope is one over the slope "
        "at the place where the value is taken.",
        slope_of_the_reciprocal, "The inverse is not one over the function", ("inverse(x^3 + x, x, 2, 1)", "-13/100")),
)  # fmt: skip
