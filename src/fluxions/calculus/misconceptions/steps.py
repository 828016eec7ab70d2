"""Wrong steps of descent and of Newton's method: their number, their length, where they begin; shifted tangents."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Add, At, Diff, Div, Expr, Mul, Neg, Num, Operator, Sym, Vector
from fluxions.calculus.rules.several.places import symbols_of, value_at_place


def one_step_too_few(node: Expr) -> Expr | None:
    """n steps counted with the start as the first."""
    return _steps(node, -1)


def one_step_too_many(node: Expr) -> Expr | None:
    """One step more than asked."""
    return _steps(node, 1)


def _steps(node: Expr, more: int) -> Expr | None:
    match node:
        case Operator("descend" | "newton", (*rest, Num(n))) if n > 1:
            return node.rebuilt((*rest, Num(n + more)))
    return None


def step_alone(node: Expr) -> Expr | None:
    """The step given in the place of where it leads: −η f'(w), or f(x)/f'(x)."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if n == 1:
            return Neg(Mul((rate, At(Diff(f, x), x, a))))
        case Operator("newton", (f, Sym() as x, a, Num(n))) if n == 1:
            return Div(At(f, x, a), At(Diff(f, x), x, a))
    return None


def amount_alone(node: Expr) -> Expr | None:
    """The step with the other sign: η f'(w), or −f(x)/f'(x)."""
    alone = step_alone(node)
    return Neg(alone) if alone else None


def loss_at_the_end(node: Expr) -> Expr | None:
    """The value of the function at the new place taken for the place."""
    match node:
        case Operator("descend" | "newton", (f, Sym() as x, *_, Num(n))) if n > 0:
            return At(f, x, node)
    return None


def slope_alone(node: Expr) -> Expr | None:
    """The slope at the start taken for where the step leads."""
    match node:
        case Operator("descend", (f, Sym() as x, a, _, Num(n))) if n == 1:
            return At(Diff(f, x), x, a)
    return None


def rate_squared(node: Expr) -> Expr | None:
    """w − η f'(w) taken for w − η² f'(w)."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if n == 1:
            return Operator("descend", (f, x, a, Mul((rate, rate)), Num(n)))
    return None


def newton_for_an_extremum(node: Expr) -> Expr | None:
    """x − f/f' taken for x − f'/f'': the step to a zero of f'."""
    match node:
        case Operator("newton", (f, Sym() as x, a, Num(n))) if n > 0:
            return Operator("newton", (Diff(f, x), x, a, Num(n)))
    return None


def newton_slope_kept(node: Expr) -> Expr | None:
    """Every step of Newton's method taken with the slope at the start."""
    match node:
        case Operator("newton", (f, Sym() as x, a, Num(n))) if n == 2:
            slope = At(Diff(f, x), x, a)
            first = Add((a, Neg(Div(At(f, x, a), slope))))
            return Add((first, Neg(Div(At(f, x, first), slope))))
    return None


def divided_by_the_rate(node: Expr) -> Expr | None:
    """w − η f'(w) taken for w − f'(w)/η."""
    match node:
        case Operator("descend", (f, Sym() as x, a, rate, Num(n))) if n > 0:
            return Operator("descend", (f, x, a, Div(Num(1), rate), Num(n)))
    return None


def newton_undivided(node: Expr) -> Expr | None:
    """x − f/f' taken for x − f."""
    match node:
        case Operator("newton", (f, Sym() as x, a, Num(n))) if n > 0:
            return Operator("newton", (f, x, Add((a, Neg(At(f, x, a)))), Num(n - 1)))
    return None


def newton_multiplied(node: Expr) -> Expr | None:
    """x − f/f' taken for x − f f'."""
    match node:
        case Operator("newton", (f, Sym() as x, a, Num(n))) if n > 0:
            moved = Add((a, Neg(Mul((At(f, x, a), At(Diff(f, x), x, a))))))
            return Operator("newton", (f, x, moved, Num(n - 1)))
    return None


def tangent_shift_turned(node: Expr) -> Expr | None:
    """The tangent at a written with x + a for x − a."""
    match node:
        case Operator("tangent", (f, Sym() as x, a)):
            return Add((At(f, x, a), Mul((At(Diff(f, x), x, a), Add((x, a))))))
        case Operator("tangent", (f, Vector() as v, Vector(entries) as place)) if len(entries) == len(v.entries):
            pairs = zip(symbols_of(v), entries, strict=False)
            rises = (Mul((value_at_place(Diff(f, x), v, place), Add((x, a)))) for x, a in pairs)
            return Add((value_at_place(f, v, place), *rises))
    return None


def tangent_without_height_or_shift(node: Expr) -> Expr | None:
    """The tangent at a taken for f'(a) x: a line through the origin."""
    match node:
        case Operator("tangent", (f, Sym() as x, a)):
            return Mul((At(Diff(f, x), x, a), x))
    return None


LINE, NEWTON, TANGENT = "gradient-descent-1d", "newtons-method-1d", "linear-approximation"
TWO_STEPS, ONE_STEP = "descend((w - 3)^2, w, 1, 1/4, 2)", "descend((w - 3)^2, w, 1, 1/4, 1)"
MISCONCEPTIONS = (
    Misconception("one-step-too-few", LINE,
        "You stopped one step early. The start is no step: $n$ steps lead from $w_0$ to $w_n$.",
        one_step_too_few, "One step too few", (TWO_STEPS, "2")),
    Misconception("one-step-too-many", LINE,
        "You took one step more than asked. The first step leads from $w_0$ to $w_1$: stop at $w_n$.",
        one_step_too_many, "One step too many", (TWO_STEPS, "11/4")),
    Misconception("step-alone", LINE,
        "You gave the step alone. Add it to the place where you stand.",
        step_alone, "The step in the place of where it leads", (ONE_STEP, "1")),
    Misconception("amount-alone", LINE,
        "You gave the amount of the step. Take it off the place where you stand.",
        amount_alone, "The amount of the step alone", (ONE_STEP, "-1")),
    Misconception("loss-at-the-end", LINE,
        "You went on to the value of the function. Asked for is the place where the step leads.",
        loss_at_the_end, "The value at the new place for the place", (ONE_STEP, "1")),
    Misconception("slope-for-the-step", LINE,
        "You gave the slope. The step is the learning rate times the slope, subtracted from where you stand.",
        slope_alone, "The slope in the place of the step", (ONE_STEP, "-4")),
    Misconception("rate-squared", LINE,
        "You multiplied by the learning rate twice. The step is the learning rate times the slope.",
        rate_squared, "The learning rate was squared", (ONE_STEP, "5/4")),
    Misconception("newton-for-an-extremum", NEWTON,
        "You took the step that looks for an extremum, slope over curvature. For a zero of the function it is value "
        "over slope.",
        newton_for_an_extremum, "Slope over curvature for value over slope", ("newton(x^2 - 2, x, 3, 1)", "0")),
    Misconception("newton-slope-kept", NEWTON,
        "You kept the slope of the start. After each step take the slope where you are now.",
        newton_slope_kept, "The slope of Newton's method was not taken anew", ("newton(x^2 - 2, x, 3, 2)", "347/216")),
    Misconception("divided-by-the-rate", LINE,
        "You divided by the learning rate. The step is the learning rate times the slope.",
        divided_by_the_rate, "Divided by the learning rate", (ONE_STEP, "17")),
    Misconception("newton-undivided", NEWTON,
        "You subtracted the value itself. Divide it by the slope first: $x - f(x)/f'(x)$.",
        newton_undivided, "The value was not divided by the slope", ("newton(x^2 - 2, x, 3, 1)", "-4")),
    Misconception("newton-multiplied", NEWTON,
        "You multiplied the value by the slope. Divide by it: where the slope is steep the zero is near.",
        newton_multiplied, "Multiplied by the slope, not divided", ("newton(x^2 - 2, x, 3, 1)", "-39")),
    Misconception("tangent-shift-turned", TANGENT,
        "You added the point to the variable. The distance from the point is $x - a$, which is zero at the point.",
        tangent_shift_turned, "The shift of the tangent has the other sign", ("tangent(x^2, x, 3)", "9 + 6*(x + 3)")),
    Misconception("tangent-through-the-origin", TANGENT,
        "You gave the line with this slope through the origin. The tangent goes through the point: "
        "$f(a) + f'(a)(x - a)$.",
        tangent_without_height_or_shift, "The slope alone, through the origin", ("tangent(x^2, x, 3)", "6*x")),
)  # fmt: skip
