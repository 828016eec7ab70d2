"""Wrong ways with difference quotients and their limits."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, ZERO, Add, At, Diff, Div, Expr, Fn, Limit, Rate, Sym
from fluxions.calculus.trees import free_of, substituted, symbols


def shifted_input_as_sum(node: Expr) -> Expr | None:
    """f(a + h) taken for f(a) + h in a difference quotient."""
    match node:
        case Rate(f, x, a, Add((*rest, Sym() as h))) if h.name not in symbols(a) and _same(rest, a):
            start = substituted(f, {x.name: a})
            return Div(Add((start, h)) - start, h)
    return None


def _same(rest: list[Expr], a: Expr) -> bool:
    return (rest[0] if len(rest) == 1 else Add(tuple(rest))) == a


def step_not_divided(node: Expr) -> Expr | None:
    """The change f(b) − f(a) taken for the rate: the division by b − a is missing.

    Over a step h it is left out: in the limit the undivided change is 0, as for a step put to zero too early.
    """
    match node:
        case Rate(f, x, a, b) if symbols(b) <= symbols(a):
            return substituted(f, {x.name: b}) - substituted(f, {x.name: a})
    return None


def step_zero_first(node: Expr) -> Expr | None:
    """h = 0 put into (f(a + h) − f(a))/h before it is simplified, and 0/0 taken for 0."""
    match node:
        case Limit(Rate(), _, point) if point == ZERO:
            return ZERO
        case Limit(Div(Add(), bottom), h, point) if point == ZERO and bottom == h:
            return ZERO
    return None


def slope_at_other_end(node: Expr) -> Expr | None:
    """The average rate over [a, b] taken for the slope at b."""
    match node:
        case Rate(f, x, a, b) if not symbols(a) and not symbols(b):
            return At(Diff(f, x), x, b)
    return None


def slope_at_start(node: Expr) -> Expr | None:
    """The average rate over [a, b] taken for the slope at a."""
    match node:
        case Rate(f, x, a, b) if not symbols(a) and not symbols(b):
            return At(Diff(f, x), x, a)
    return None


def sine_quotient_one(node: Expr) -> Expr | None:
    """lim sin(ah)/(bh) taken for 1, whatever a and b are."""
    match node:
        case Limit(Div(Fn("sin", (u,)), v), h, point) if point == ZERO and not free_of(u, h) and not free_of(v, h):
            return ONE
    return None


SKILL = "derivative-definition"
MISCONCEPTIONS = (
    Misconception("shifted-input-as-sum", SKILL,
        "You wrote $f(a+h)$ as $f(a)+h$. Put $a+h$ in every place where the function has its input.",
        shifted_input_as_sum, "The step was added outside", ("limit(rate(x^2, x, 3, 3 + h), h, 0)", "1")),
    Misconception("step-not-divided", SKILL,
        "You took the change of the function alone. A rate is that change divided by the change of the input.",
        step_not_divided, "The division is missing", ("rate(x^2, x, 1, 4)", "15")),
    Misconception("step-zero-first", SKILL,
        "You put the step to zero before simplifying, which leaves 0/0. Simplify until the step cancels, then let it "
        "go to zero.",
        step_zero_first, "The step was put to zero too early", ("limit(rate(x^2, x, 3, 3 + h), h, 0)", "0")),
    Misconception("sine-quotient-one", "limit-algebraic",
        "You took the quotient for 1. It tends to 1 where the same thing, going to 0, stands in the sine and below "
        "the line: bring it to that form, and keep the factor that is left over.",
        sine_quotient_one, "The limit of sin u over u for other quotients", ("limit(sin(3h)/h, h, 0)", "1")),
    Misconception("slope-at-the-end", SKILL,
        "You gave the slope at the right end. The average rate compares the two ends: the change over the distance.",
        slope_at_other_end, "A slope at one end instead of the average", ("rate(x^2, x, 1, 4)", "8")),
    Misconception("slope-at-the-start", SKILL,
        "You gave the slope at the left end. The average rate compares the two ends: the change over the distance.",
        slope_at_start, "A slope at one end instead of the average", ("rate(x^2, x, 1, 4)", "2")),
)  # fmt: skip
