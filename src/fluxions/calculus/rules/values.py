"""Values at a point and average rates of change."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import At, Div, Expr, Rate
from fluxions.calculus.trees import substituted


def value_at_point(node: Expr) -> Expr | Found | None:
    """f at x = a is f with a in the place of x."""
    match node:
        case At(f, x, a):
            return Found(substituted(f, {x.name: a}), (("x", x), ("a", a)))
    return None


def difference_quotient(node: Expr) -> Expr | Found | None:
    """The average rate of change from a to b is (f(b) − f(a))/(b − a)."""
    match node:
        case Rate(f, x, a, b):
            rise = substituted(f, {x.name: b}) - substituted(f, {x.name: a})
            return Found(Div(rise, b - a), (("a", a), ("b", b)))
    return None


RULES = (
    Rule("value-at-point", "function-composition", "Put ${a}$ in the place of ${x}$.", value_at_point, "substitution"),
    Rule("difference-quotient", "derivative-definition",
         "The average rate of change from ${a}$ to ${b}$ is the change of the function over the change of its input.",
         difference_quotient, "the difference quotient"),
)  # fmt: skip
