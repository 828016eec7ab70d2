"""Wrong steps of gradient descent and of Newton's method, and wrong tangents."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, Add, At, Diff, Div, Expr, Mul, Neg, Num, Operator, Sym, fn

LONGEST = 3  # steps that are written out as one expression, which doubles with each


def uphill(node: Expr) -> Expr | None:
    """wₖ₊₁ taken for wₖ + η f'(wₖ), in each step."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if n > 0:
            return Operator("descend", (f, x, a, Neg(rate), Num(n)))
    return None


def rate_left_out(node: Expr) -> Expr | None:
    """wₖ₊₁ taken for wₖ − f'(wₖ), in each step."""
    match node:
        case Operator("descend", (f, Sym() as x, a, _, Num(n))) if n > 0:
            return Operator("descend", (f, x, a, ONE, Num(n)))
    return None


def value_for_slope(node: Expr) -> Expr | None:
    """wₖ₊₁ taken for wₖ − η f(wₖ), in each step."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if 0 < n <= LONGEST:
            for _ in range(int(n)):
                a = a - rate * At(f, x, a)
            return a
    return None


def always_to_the_left(node: Expr) -> Expr | None:
    """wₖ₊₁ taken for wₖ − η |f'(wₖ)|, in each step: every step goes to smaller values."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if 0 < n <= LONGEST:
            for _ in range(int(n)):
                a = a - rate * fn("abs", At(Diff(f, x), x, a))
            return a
    return None


def newton_upside_down(node: Expr) -> Expr | None:
    """xₖ₊₁ taken for xₖ − f'(xₖ)/f(xₖ)."""
    match node:
        case Operator("newton", (f, Sym() as x, a, Num(n))) if n > 0:
            moved = Add((a, Neg(Div(At(Diff(f, x), x, a), At(f, x, a)))))
            return Operator("newton", (f, x, moved, Num(n - 1)))
    return None


def newton_plus(node: Expr) -> Expr | None:
    """xₖ₊₁ taken for xₖ + f(xₖ)/f'(xₖ)."""
    match node:
        case Operator("newton", (f, Sym() as x, a, Num(n))) if n > 0:
            moved = Add((a, Div(At(f, x, a), At(Diff(f, x), x, a))))
            return Operator("newton", (f, x, moved, Num(n - 1)))
    return None


def slope_left_moving(node: Expr) -> Expr | None:
    """The tangent at a taken for f(a) + f'(x)(x − a)."""
    match node:
        case Operator("tangent", (f, Sym() as x, a)):
            return Add((At(f, x, a), Mul((Diff(f, x), Add((x, Neg(a)))))))
    return None


def height_left_out(node: Expr) -> Expr | None:
    """The tangent at a taken for f'(a)(x − a)."""
    match node:
        case Operator("tangent", (f, Sym() as x, a)):
            return Mul((At(Diff(f, x), x, a), Add((x, Neg(a)))))
    return None


def tangent_through_origin(node: Expr) -> Expr | None:
    """The tangent at a taken for f(a) + f'(a) x."""
    match node:
        case Operator("tangent", (f, Sym() as x, a)):
            return Add((At(f, x, a), Mul((At(Diff(f, x), x, a), x))))
    return None


SKILL, NEWTON, TANGENT = "gradient-descent-1d", "newtons-method-1d", "linear-approximation"
MISCONCEPTIONS = (
    Misconception("uphill", SKILL, "You added the slope and went uphill. Descent subtracts: step against the slope.",
        uphill, "A step uphill", ("descend(x^2, x, 1, 1/10, 1)", "6/5")),
    Misconception("rate-left-out", SKILL,
        "You stepped by the whole slope. Multiply the slope by the learning rate first.",
        rate_left_out, "The learning rate is missing", ("descend(x^2, x, 1, 1/10, 1)", "-1")),
    Misconception("value-for-slope", SKILL,
        "You stepped by the value of the loss. The step uses its derivative at that point.",
        value_for_slope, "The value in the place of the slope", ("descend(x^2, x, 1, 1/10, 1)", "9/10")),
    Misconception("always-to-the-left", SKILL,
        "You moved to the left, whatever the sign of the slope. Step against the slope: where it is negative, the "
        "step goes to the right.",
        always_to_the_left, "Always to the left", ("descend((w - 3)^2, w, 1, 1/4, 1)", "0")),
    Misconception("newton-upside-down", NEWTON,
        "You divided the slope by the value. The step is the value divided by the slope.",
        newton_upside_down, "The fraction is upside down", ("newton(x^2 - 2, x, 1, 1)", "3")),
    Misconception("newton-plus", NEWTON,
        "You added the step. Newton's step is subtracted from where you stand.",
        newton_plus, "The step was added", ("newton(x^2 - 2, x, 1, 1)", "1/2")),
    Misconception("slope-left-moving", TANGENT,
        "You left the slope as a function. A tangent has one slope: put the point into the derivative first.",
        slope_left_moving, "The slope was not taken at the point", ("tangent(x^2, x, 3)", "9 + 2x*(x - 3)")),
    Misconception("height-left-out", TANGENT,
        "You left out the height. The tangent begins at the value of the function: add $f(a)$.",
        height_left_out, "The height is missing", ("tangent(x^2, x, 3)", "6*(x - 3)")),
    Misconception("step-from-zero", TANGENT,
        "You multiplied the slope by the variable. Multiply it by the distance from the point: $x - a$.",
        tangent_through_origin, "Measured from zero, not from the point", ("tangent(x^2, x, 3)", "9 + 6x")),
)  # fmt: skip
