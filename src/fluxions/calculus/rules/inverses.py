"""The slope of an inverse function at a point."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import ONE, At, Diff, Div, Expr, Operator, Sym


def reciprocal_slope(node: Expr) -> Expr | Found | None:
    """(f⁻¹)'(b) = 1/f'(a), where f(a) = b: the task `inverse(f, x, b, a)`."""
    match node:
        case Operator("inverse", (f, Sym() as x, b, a)):
            return Found(Div(ONE, At(Diff(f, x), x, a)), (("x", x), ("a", a), ("b", b)))
    return None


RULES = (
    Rule("reciprocal-slope", "derivative-inverse-functions",
         "The value ${b}$ is taken at ${x} = {a}$. There the inverse has one over the slope of the function.",
         reciprocal_slope, "the slope of an inverse function"),
)  # fmt: skip
