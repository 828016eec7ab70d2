"""Wrong steps of gradient descent."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Add, At, Diff, Expr, Mul, Neg, Num, Operator, Sym


def uphill(node: Expr) -> Expr | None:
    """wₖ₊₁ taken for wₖ + η f'(wₖ)."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if n > 0:
            moved = Add((a, Mul((rate, At(Diff(f, x), x, a)))))
            return Operator("descend", (f, x, moved, rate, Num(n - 1)))
    return None


def rate_left_out(node: Expr) -> Expr | None:
    """wₖ₊₁ taken for wₖ − f'(wₖ)."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if n > 0:
            return Operator("descend", (f, x, Add((a, Neg(At(Diff(f, x), x, a)))), rate, Num(n - 1)))
    return None


def value_for_slope(node: Expr) -> Expr | None:
    """wₖ₊₁ taken for wₖ − η f(wₖ)."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if n > 0:
            return Operator("descend", (f, x, Add((a, Neg(Mul((rate, At(f, x, a)))))), rate, Num(n - 1)))
    return None


SKILL = "gradient-descent-1d"
MISCONCEPTIONS = (
    Misconception("uphill", SKILL, "You added the slope and went uphill. Descent subtracts: step against the slope.",
        uphill, "A step uphill", ("descend(x^2, x, 1, 1/10, 1)", "6/5")),
    Misconception("rate-left-out", SKILL,
        "You stepped by the whole slope. Multiply the slope by the learning rate first.",
        rate_left_out, "The learning rate is missing", ("descend(x^2, x, 1, 1/10, 1)", "-1")),
    Misconception("value-for-slope", SKILL,
        "You stepped by the value of the loss. The step uses its derivative at that point.",
        value_for_slope, "The value in the place of the slope", ("descend(x^2, x, 1, 1/10, 1)", "9/10")),
)  # fmt: skip
