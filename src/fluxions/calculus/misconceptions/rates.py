"""Wrong ways with equations of growth and decay: the exponent, the known value, what stands on the right; Euler."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, Diff, Expr, Int, Mul, Neg, Num, Operator, Rel, Sym
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.rules.ode import exponential, separated, separated_without_loss, slope_of
from fluxions.calculus.rules.ode_solutions import constant_in, constant_name
from fluxions.calculus.trees import free_of, substituted


def _growth(goal: Expr) -> tuple[Expr, Sym, Sym, tuple[Expr, ...]] | None:
    """(g, y, x, what is known) of y' = g·y."""
    match slope_of(goal):
        case (f, Sym() as y, Sym() as x, known):
            by_power = coefficients(f, y)
            if by_power and set(by_power) == {1}:
                return by_power[1], y, x, tuple(known)
    return None


def unknown_read_as_variable(goal: Expr) -> Expr | None:
    """y' = f(y) integrated as if y were x: y = ∫ f(x) dx + C."""
    match slope_of(goal):
        case (f, y, x, ()) if not free_of(f, y) and free_of(f, x):
            return Rel("=", y, Add((Int(substituted(f, {y.name: x}), x), constant_name(goal))))
    return None


def rate_left_out(goal: Expr) -> Expr | None:
    """y' = k y solved as y' = y: the rate is missing in the exponent."""
    match _growth(goal):
        case (g, y, x, known) if free_of(g, x) and g not in (ONE, Neg(ONE), Num(-1)):
            return Operator("ode", (Rel("=", Diff(y, x), y), y, x, *known))
    return None


def decay_for_growth(goal: Expr) -> Expr | None:
    """y' = g y solved as y' = −g y: growth taken for decay."""
    match _growth(goal):
        case (g, y, x, known) if not isinstance(g, Neg) and not (isinstance(g, Num) and g.value < 0):
            return Operator("ode", (Rel("=", Diff(y, x), tidied(Neg(Mul((g, y))))), y, x, *known))
    return None


def exponent_not_integrated(goal: Expr) -> Expr | None:
    """dy/h = g dx with the right side left as it is: ln|y| = g + C."""
    seen = found(separated(goal)) or found(separated_without_loss(goal))
    match seen.result if seen else None:
        case Operator("balanced", (Rel("=", left, Int(g, x)), *rest)) if not free_of(g, x):
            return Operator("balanced", (Rel("=", left, g), *rest))
    return None


def known_value_unused(goal: Expr) -> Expr | None:
    """The known value not put in: the constant 1 as a factor, or 0 as a term."""
    match goal:
        case Operator("fitted", (Rel("=", y, value), _, Sym(), *_)):
            c = constant_in(value, goal)
            if c is None:
                return None
            slope = tidied(Diff(value, c)) if c not in getattr(value, "terms", ()) else ONE
            return Rel("=", y, tidied(substituted(value, {c.name: ZERO if slope == ONE else ONE})))
    return None


def right_side_not_divided(goal: Expr) -> Expr | None:
    """y' + p y = q with constants solved with q in the place of q/p as the level of rest."""
    match _constant_linear(goal):
        case (p, q, y, x, known) if p not in (ONE, ZERO):
            c = constant_name(goal)
            decaying = exponential(tidied(Neg(Mul((p, x)))))
            answer = Rel("=", y, Add((q, Mul((c, decaying)))))
            return Operator("fitted", (answer, y, x, *known)) if known else answer
    return None


def _constant_linear(goal: Expr) -> tuple[Expr, Expr, Sym, Sym, tuple[Expr, ...]] | None:
    """(p, q, y, x, what is known) of y' + p y = q with p and q constant, as the task says it or solved for y'."""
    match goal:
        case Operator("weighted", (p, q, _, Sym() as y, Sym() as x, *known)) if free_of(p, x) and free_of(q, x):
            return p, q, y, x, tuple(known)
    match slope_of(goal):
        case (f, Sym() as y, Sym() as x, given):
            by_power = coefficients(f, y)
            if by_power and set(by_power) == {0, 1} and all(free_of(each, x) for each in by_power.values()):
                return tidied(Neg(by_power[1])), by_power[0], y, x, tuple(given)
    return None


def first_slope_kept(goal: Expr) -> Expr | None:
    """All steps of Euler with the slope of the start: it is not worked out anew."""
    match goal:
        case Operator("euler", (f, Sym() as x, a, b, h, Num(n))) if n >= 2:
            slope = substituted(f, {x.name: a, "y": b})
            return tidied(b + Mul((Num(n), h, slope)))
    return None


def one_step_too_few(goal: Expr) -> Expr | None:
    """One step of Euler fewer than asked."""
    match goal:
        case Operator("euler", (f, x, a, b, h, Num(n))) if n >= 2:
            return Operator("euler", (f, x, a, b, h, Num(n - 1)))
    return None


def one_step_too_many(goal: Expr) -> Expr | None:
    """One step of Euler more than asked."""
    match goal:
        case Operator("euler", (f, x, a, b, h, Num(n))) if n >= 1:
            return Operator("euler", (f, x, a, b, h, Num(n + 1)))
    return None


SEPARABLE, LINEAR, EULER = "separable-odes", "linear-first-order-odes", "euler-method"
MISCONCEPTIONS = (
    Misconception("unknown-read-as-variable", SEPARABLE,
        "You integrated $y$ as if it were the variable. It depends on it: bring all that contains $y$ to the side of "
        "$dy$ first.",
        unknown_read_as_variable, "The unknown integrated as the variable", ("ode(y' = 3y, y, x)", "y = 3x^2/2 + C")),
    Misconception("rate-left-out-of-exponent", SEPARABLE,
        "You left the rate out of the exponent. $y' = k y$ has the solutions $C e^{kx}$, as differentiating shows.",
        rate_left_out, "The rate is missing in the exponent", ("ode(y' = 3y, y, x)", "y = C e^x")),
    Misconception("growth-turned-to-decay", SEPARABLE,
        "You put a minus into the exponent. Here $y'$ has the sign of $y$, so the solution grows: check it by "
        "differentiating.",
        decay_for_growth, "Decay for growth", ("ode(y' = 3y, y, x)", "y = C e^(-3x)")),
    Misconception("exponent-not-integrated", SEPARABLE,
        "You took the right side over as it stands. Integrate both sides, so that the exponent is $\\int g\\,dx$.",
        exponent_not_integrated, "The right side was not integrated",
        ("ode(y' = 4x*y, y, x, y(0) = 3)", "y = 3e^(4x)")),
    Misconception("known-value-unused", SEPARABLE,
        "You gave one solution without putting the known value in. Put the point into the whole solution and solve "
        "for the constant.",
        known_value_unused, "The known value was not used", ("ode(y' = 4x*y, y, x, y(0) = 3)", "y = e^(2x^2)")),
    Misconception("right-side-not-divided", LINEAR,
        "You took the right side for the level of rest. There $y' = 0$, so $p\\,y = q$: divide it by $p$.",
        right_side_not_divided, "The right side was not divided",
        ("ode(y' + 3y = 12, y, x, y(0) = 0)", "y = 12 - 12e^(-3x)")),
    Misconception("euler-first-slope-kept", EULER,
        "You kept the slope of the start for every step. Work it out anew at each point that you reach.",
        first_slope_kept, "The slope of the start was kept", ("euler(x + y, x, 0, 1, 1/2, 2)", "2")),
    Misconception("euler-one-step-too-few", EULER,
        "You stopped one step early. Take as many steps as are asked, each from the point the last one reached.",
        one_step_too_few, "One Euler step too few", ("euler(x + y, x, 0, 1, 1/2, 2)", "3/2")),
    Misconception("euler-one-step-too-many", EULER,
        "You took one step more than is asked. Count the steps: each is one step size further.",
        one_step_too_many, "One Euler step too many", ("euler(x + y, x, 0, 1, 1/2, 2)", "17/4")),
)  # fmt: skip
