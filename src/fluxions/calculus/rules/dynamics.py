"""Steps of gradient descent and of Newton's method, and the tangent line."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Add, At, Diff, Div, Expr, Mul, Neg, Num, Operator, Sym


def place_reached(node: Expr) -> Expr | Found | None:
    """Where one stands is worked out before the next step is taken."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, n)):
            place = tidied(a)
            if place != a:
                return Found(Operator("descend", (f, x, place, rate, n)), (("x", x), ("a", place)))
        case Operator("newton", (f, Sym() as x, a, n)):
            place = tidied(a)
            if place != a:
                return Found(Operator("newton", (f, x, place, n)), (("x", x), ("a", place)))
    return None


def descent_step(node: Expr) -> Expr | Found | None:
    """wₖ₊₁ = wₖ − η f'(wₖ), n times."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if n.denominator == 1 and 0 < n <= 50:
            moved = Add((a, Neg(Mul((rate, At(Diff(f, x), x, a))))))
            return Found(Operator("descend", (f, x, moved, rate, Num(n - 1))), (("x", x), ("a", a), ("eta", rate)))
    return None


def steps_taken(node: Expr) -> Expr | Found | None:
    """After no more steps the place is where one stands."""
    match node:
        case Operator("descend" | "newton", (_, Sym() as x, a, *_, Num(n))) if n == 0:
            return Found(a, (("x", x), ("a", a)))
    return None


def newton_step(node: Expr) -> Expr | Found | None:
    """xₖ₊₁ = xₖ − f(xₖ)/f'(xₖ), n times."""
    match node:
        case Operator("newton", (f, Sym() as x, a, Num(n))) if n.denominator == 1 and 0 < n <= 20:
            moved = Add((a, Neg(Div(At(f, x, a), At(Diff(f, x), x, a)))))
            return Found(Operator("newton", (f, x, moved, Num(n - 1))), (("x", x), ("a", a)))
    return None


def tangent_line(node: Expr) -> Expr | Found | None:
    """The tangent at a is f(a) + f'(a)(x − a)."""
    match node:
        case Operator("tangent", (f, Sym() as x, a)):
            return Found(Add((At(f, x, a), Mul((At(Diff(f, x), x, a), Add((x, Neg(a))))))), (("x", x), ("a", a)))
    return None


RULES = (
    Rule("place-reached", "gradient-descent-1d", "This leads to ${x} = {a}$.", place_reached, "the place reached"),
    Rule("descent-step", "gradient-descent-1d", "Step against the slope at ${x} = {a}$, scaled by ${eta}$.",
         descent_step, "a step of gradient descent"),
    Rule("steps-taken", "gradient-descent-1d", "All steps are taken: ${x} = {a}$.", steps_taken, "the last step",
         silent=True),
    Rule("newton-step", "newtons-method-1d", "Go to where the tangent at ${x} = {a}$ meets zero.", newton_step,
         "a step of Newton's method"),
    Rule("tangent-line", "linear-approximation", "The tangent has the value and the slope of the curve at ${x} = {a}$.",
         tangent_line, "the tangent line"),
)  # fmt: skip
