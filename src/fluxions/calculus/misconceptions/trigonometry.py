"""Wrong rules for sine, cosine, tangent and the hyperbolic cosine."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, Diff, Div, Expr, Fn, Neg, fn
from fluxions.calculus.trees import free_of


def function_name_as_factor(node: Expr) -> Expr | None:
    """d/dx sin u taken for sin(du/dx), as if sin were a factor that stays in front."""
    match node:
        case Diff(Fn("sin" | "cos" | "tan" as name, (u,)), x) if not free_of(u, x):
            return fn(name, Diff(u, x))
    return None


def tangent_not_squared(node: Expr) -> Expr | None:
    """d/dx tan x taken for 1/cos x."""
    match node:
        case Diff(Fn("tan", (u,)), x) if u == x:
            return Div(ONE, fn("cos", x))
    return None


def tangent_by_parts(node: Expr) -> Expr | None:
    """d/dx (sin x/cos x) taken for cos x/(−sin x)."""
    match node:
        case Diff(Fn("tan", (u,)), x) if u == x:
            return Neg(Div(fn("cos", x), fn("sin", x)))
    return None


def hyperbolic_sign(node: Expr) -> Expr | None:
    """d/dx cosh u taken for −sinh u · u', as with the cosine."""
    match node:
        case Diff(Fn("cosh", (u,)), x) if not free_of(u, x):
            return Neg(fn("sinh", u)) * Diff(u, x)
    return None


SKILL = "derivative-trig"
MISCONCEPTIONS = (
    Misconception("function-name-as-factor", SKILL,
        "You kept the name of the function as if it were a factor, and differentiated what it is taken of. Sine is a "
        "function: its own derivative comes first.",
        function_name_as_factor, "The function was taken for a factor", ("diff(sin(x), x)", "sin(1)")),
    Misconception("tangent-not-squared", SKILL,
        "The square is missing. The derivative of the tangent is one over the square of the cosine.",
        tangent_not_squared, "The square of the cosine is missing", ("diff(tan(x), x)", "1/cos(x)")),
    Misconception("tangent-by-parts", SKILL,
        "You differentiated sine and cosine apart and divided the results. Tangent is a quotient with a rule of its "
        "own: its derivative is $1/\\cos^2 x$.",
        tangent_by_parts, "Sine and cosine were differentiated apart", ("diff(tan(x), x)", "-cos(x)/sin(x)")),
    Misconception("hyperbolic-cosine-with-minus", "derivative-exp-log",
        "You gave the hyperbolic cosine the sign of the cosine. It is made of $e^x$ and $e^{-x}$: its derivative is "
        "$\\sinh x$, without a minus.",
        hyperbolic_sign, "The sign of the cosine for the hyperbolic cosine", ("diff(cosh(x), x)", "-sinh(x)")),
)  # fmt: skip
