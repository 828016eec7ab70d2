"""The flow downhill as a differential equation, and steps of Euler's method."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    Add,
    Diff,
    Expr,
    Mul,
    Neg,
    Num,
    Operator,
    Rel,
    Sym,
)  # fmt: skip
from fluxions.calculus.trees import substituted


def gradient_flow(node: Expr) -> Expr | Found | None:
    """x' = −f'(x): first the slope of f."""
    match node:
        case Operator("ode", (Rel("=", Diff(y, _), Neg(Diff(f, z))), Sym() as unknown, Sym() as t, *known)) if (
            y == z == unknown
        ):
            return Found(Operator("flow", (Diff(f, unknown), unknown, t, *known)), (("f", f), ("x", unknown)))
    return None


def flow_as_equation(node: Expr) -> Expr | Found | None:
    """The flow downhill as an equation with its slope worked out."""
    match node:
        case Operator("flow", (slope, Sym() as x, Sym() as t, *known)):
            equation = Rel("=", Diff(x, t), tidied(Neg(slope)))
            return Found(Operator("ode", (equation, x, t, *known)), (("x", x), ("t", t)))
    return None


def euler_step(node: Expr) -> Expr | Found | None:
    """xₖ₊₁ = xₖ + h, yₖ₊₁ = yₖ + h f(xₖ, yₖ)."""
    match node:
        case Operator("euler", (f, Sym() as x, a, b, h, Num(n))) if n.denominator == 1 and 0 < n <= 30:
            y = Sym("y")
            slope = substituted(f, {x.name: a, y.name: b})
            there = tidied(Add((b, Mul((h, slope)))))
            opened = Operator("euler", (f, x, tidied(a + h), there, h, Num(n - 1)))
            return Found(opened, (("x", x), ("a", a), ("b", b), ("h", h), ("s", tidied(slope)), ("v", there)))
    return None


def euler_steps_taken(node: Expr) -> Expr | Found | None:
    """After no more steps the value is the one reached."""
    match node:
        case Operator("euler", (_, Sym() as x, a, b, _, Num(n))) if n == 0:
            return Found(b, (("x", x), ("a", a), ("b", b)))
    return None


EULER, FLOW = "euler-method", "gradient-flow"
FIRST = (
    Rule("gradient-flow", FLOW, "The flow goes against the slope of ${f}$: work out that slope first.", gradient_flow,
         "the gradient flow", early=True),
)  # fmt: skip
RULES = (
    Rule("flow-as-equation", FLOW, "Against the slope: this is a differential equation for ${x}$ in ${t}$.",
         flow_as_equation, "the flow as an equation"),
    Rule("euler-step", EULER, "At $({a}, {b})$ the slope is ${s}$: a step of ${h}$ along it leads to ${v}$.",
         euler_step, "a step of Euler's method"),
    Rule("euler-steps-taken", EULER, "All steps are taken: at ${x} = {a}$ the value is ${b}$.", euler_steps_taken,
         "the last step of Euler's method", silent=True),
)  # fmt: skip
