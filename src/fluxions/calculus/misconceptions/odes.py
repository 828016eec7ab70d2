"""Wrong ways with differential equations: separating, the constant, the integrating factor, steps of Euler."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Found, Misconception, Rewrite, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, Diff, Div, Expr, Fn, Int, Mul, Neg, Num, Operator, Pow, Rel, Sym
from fluxions.calculus.rules.ode import by_the_factor, exponential, separated, separated_without_loss, slope_of
from fluxions.calculus.rules.ode_solutions import (
    constant_added,
    constant_in,
    constant_name,
    solved_linear,
    solved_logarithm,
)
from fluxions.calculus.trees import free_of, mapped, substituted


def multiplied_instead_of_divided(goal: Expr) -> Expr | None:
    """y' = g h separated as ∫ h dy = ∫ g dx."""
    seen = found(separated(goal)) or found(separated_without_loss(goal))
    match goal, dict(seen.using) if seen else {}:
        case Operator("ode", (_, Sym() as y, Sym() as x, *known)), {"g": g, "h": h}:
            return Operator("balanced", (Rel("=", Int(h, y), Int(g, x)), y, x, *known))
    return None


def sign_of_the_rate_lost(goal: Expr) -> Expr | None:
    """y' = −k y solved as y' = k y: decay taken for growth."""
    match slope_of(goal):
        case (f, y, x, known) if not free_of(f, y) and (plus := _without_minus(f)) is not None:
            return Operator("ode", (Rel("=", Diff(y, x), plus), y, x, *known))
    return None


def _without_minus(f: Expr) -> Expr | None:
    match f:
        case Neg(u):
            return u
        case Mul((Num(c), *rest)) if c < 0:
            return Mul((Num(-c), *rest))
    return None


def unknown_held_constant(goal: Expr) -> Expr | None:
    """y' = f(x, y) integrated by x alone with y held at its known value: y = b + ∫ f(x, b) dx."""
    match slope_of(goal):
        case (f, y, x, known) if not free_of(f, y) and not free_of(f, x) and known:
            match known[0]:
                case Rel("=", Fn(_, (a,)), b):
                    moved = Int(substituted(f, {y.name: b}), x, a, x)
                    return Rel("=", y, Add((b, moved)))
    return None


def constant_at_the_end(goal: Expr) -> Expr | None:
    """ln|y| = G answered by y = e^G + C: the constant is added after the exponential is taken."""
    result = found(solved_logarithm(goal))
    if result is None:
        return None
    c = constant_name(goal)

    def moved(e: Expr) -> Expr:
        match e:
            case Operator("fitted", (Rel("=", y, value), *rest)):
                return Operator("fitted", (Rel("=", y, Add((_with(value, c, ONE), c))), *rest))
            case Rel("=", y, value):
                return Rel("=", y, Add((_with(value, c, ONE), c)))
        return e

    return moved(result.result)


def _with(e: Expr, c: Sym, value: Expr) -> Expr:
    """e with a value in the place of the constant."""
    return tidied(substituted(e, {c.name: value}))


def constant_left_out(goal: Expr) -> Expr | None:
    """One solution given for all: the constant is missing."""
    match goal:
        case Operator("balanced", (_, _, _)):
            rules: tuple[tuple[Rewrite, Expr], ...] = (
                (solved_logarithm, ONE), (solved_linear, ZERO), (constant_added, ZERO),
            )  # fmt: skip
            c = constant_name(goal)
            for rule, value in rules:
                result = found(rule(goal))
                if result is not None:
                    return mapped(result.result, lambda e, v=value: v if e == c else e)  # type: ignore[misc]
    return None


def constant_not_divided(goal: Expr) -> Expr | None:
    """m y = R answered by y = R/m + C: the constant is not divided by the factor."""
    match goal:
        case Operator("balanced", (Rel("=", left, right), Sym() as y, Sym() as x, *known)):
            factor = tidied(substituted(left, {y.name: ONE}) - substituted(left, {y.name: ZERO}))
            if free_of(factor, x) or solved_linear(goal) is None:
                return None
            answer = Rel("=", y, Add((tidied(Div(right, factor)), constant_name(goal))))
            return Operator("fitted", (answer, y, x, *known)) if known else answer
    return None


def value_as_constant(goal: Expr) -> Expr | None:
    """The known value itself taken for the constant."""
    match goal:
        case Operator("fitted", (Rel("=", y, value), _, Sym(), Rel("=", Fn(), b))):
            c = constant_in(value, goal)
            return None if c is None else Rel("=", y, _with(value, c, b))
    return None


def factor_on_the_left_only(goal: Expr) -> Expr | None:
    """y' + p y = q with the factor on the left side alone: μ y = ∫ q dx."""
    match goal, found(by_the_factor(goal)):
        case Operator("weighted", (_, q, _, Sym() as y, Sym() as x, *known)), Found(Operator("balanced", (whole, *_))):
            if isinstance(whole, Rel):
                return Operator("balanced", (Rel("=", whole.left, Int(q, x)), y, x, *known))
    return None


def factor_not_integrated(goal: Expr) -> Expr | None:
    """e^p taken for the integrating factor instead of e^∫p."""
    match goal:
        case Operator("weighted", (p, q, big, Sym() as y, Sym() as x, *known)) if big != p and not free_of(p, x):
            return Operator("weighted", (p, q, p, y, x, *known))
    return None


def factor_with_minus(goal: Expr) -> Expr | None:
    """e^(−∫p) taken for the integrating factor."""
    match goal:
        case Operator("weighted", (_, q, big, Sym() as y, Sym() as x, *known)) if not big.stands:
            factor = exponential(tidied(Neg(big)))
            whole = Rel("=", tidied(Mul((factor, y))), Int(tidied(Mul((factor, q))), x))
            return Operator("balanced", (whole, y, x, *known))
    return None


def step_left_out(goal: Expr) -> Expr | None:
    """A step of Euler with the slope itself added: the step size is left out, in every step."""
    return _stepped(goal, lambda slope, h: slope)


def step_squared(goal: Expr) -> Expr | None:
    """A step of Euler with the slope times h², in every step."""
    return _stepped(goal, lambda slope, h: Mul((slope, Pow(h, Num(2)))))


def step_downwards(goal: Expr) -> Expr | None:
    """A step of Euler with the slope subtracted, in every step."""
    return _stepped(goal, lambda slope, h: Neg(Mul((slope, h))))


def _stepped(goal: Expr, change: Callable[[Expr, Expr], Expr]) -> Expr | None:
    match goal:
        case Operator("euler", (f, Sym() as x, a, b, h, Num(n))) if n.denominator == 1 and 1 <= n <= 6:
            y = Sym("y")
            place, value = a, b
            for _ in range(int(n)):
                slope = substituted(f, {x.name: place, y.name: value})
                value = tidied(value + change(slope, h))
                place = tidied(place + h)
            return value
    return None


def unknown_kept_outside(goal: Expr) -> Expr | None:
    """y' = f(x, y) integrated by x alone with y left standing: y = ∫ f dx + C."""
    match slope_of(goal):
        case (f, y, x, ()) if not free_of(f, y):
            return Rel("=", y, Add((Int(f, x), constant_name(goal))))
    return None


SEPARABLE, LINEAR, EULER = "separable-odes", "linear-first-order-odes", "euler-method"
MISCONCEPTIONS = (
    Misconception("separated-by-multiplying", SEPARABLE,
        "You multiplied by what contains $y$ where it has to be divided. Move it below $dy$: "
        "$y' = g(x)h(y)$ becomes $dy/h(y) = g(x)\\,dx$.",
        multiplied_instead_of_divided, "Separated by multiplying",
        ("ode(y' = y^2, y, x, y(0) = 1)", "y = root(3x + 1, 3)")),
    Misconception("unknown-left-standing", SEPARABLE,
        "You integrated by $x$ with $y$ as if it were constant. It changes with $x$: bring all that contains $y$ to "
        "one side first.",
        unknown_kept_outside, "The unknown treated as a constant", ("ode(y' = x*y, y, x)", "y = x^2*y/2 + C")),
    Misconception("initial-value-held", SEPARABLE,
        "You held $y$ at its first value while integrating. It changes along the way: separate the variables first.",
        unknown_held_constant, "The unknown held at its first value",
        ("ode(y' = x*y, y, x, y(0) = 3)", "y = 3 + 3x^2/2")),
    Misconception("rate-sign-lost", SEPARABLE,
        "You lost the minus of the rate. Keep it through the integration: it decides which way the solution goes.",
        sign_of_the_rate_lost, "Growth for decay", ("ode(y' = -2y, y, x, y(0) = 3)", "y = 3e^(2x)")),
    Misconception("constant-at-the-end", SEPARABLE,
        "You added the constant after taking the exponential. Add it when you integrate: $e^{G + c}$ is a factor "
        "$C$ times $e^G$.",
        constant_at_the_end, "The constant was added too late", ("ode(y' = x*y, y, x)", "y = e^(x^2/2) + C")),
    Misconception("constant-left-out", LINEAR,
        "You gave one solution of many. Integrating brings a constant: add it before you solve for $y$.",
        constant_left_out, "The constant is missing", ("ode(x*y' + y = x^2, y, x)", "y = x^2/3")),
    Misconception("constant-not-divided", LINEAR,
        "You divided the integral by the factor of $y$, but not the constant. It belongs to the integral, so it is "
        "divided with it.",
        constant_not_divided, "The constant was not divided", ("ode(x*y' + y = x^2, y, x)", "y = x^2/3 + C")),
    Misconception("known-value-as-constant", SEPARABLE,
        "You put the known value in as the constant. Put the point into the whole solution, then solve for the "
        "constant.",
        value_as_constant, "The known value taken for the constant",
        ("ode(y' = 3*(20 - y), y, t, y(0) = 100)", "y = 20 - 100e^(-3t)")),
    Misconception("factor-on-one-side", LINEAR,
        "You multiplied only the left side by the integrating factor. The right side is multiplied too, before it is "
        "integrated.",
        factor_on_the_left_only, "The factor on one side only", ("ode(x*y' + y = x^2, y, x)", "y = x/2 + C/x")),
    Misconception("factor-not-integrated", LINEAR,
        "You took $e$ to the power $p$. The integrating factor is $e$ to the power of the integral of $p$.",
        factor_not_integrated, "The coefficient was not integrated",
        ("ode(y' + y/x = 1/x^2, y, x)", "y = -1 + C*e^(-1/x)")),
    Misconception("factor-with-minus", LINEAR,
        "You put a minus into the integrating factor. With $y' + p\\,y$ on the left it is $e^{\\int p}$, whose "
        "derivative brings $p$ back.",
        factor_with_minus, "A minus in the integrating factor", ("ode(x*y' + y = x^2, y, x)", "y = x^2 + C*x")),
    Misconception("euler-step-left-out", EULER,
        "You added the slope itself. The step is slope times step size: $y + h\\,f(x, y)$.",
        step_left_out, "The step size is missing", ("euler(x + y, x, 0, 1, 1/2, 2)", "7/2")),
    Misconception("euler-step-squared", EULER,
        "You multiplied by the step size twice. One factor $h$ turns the slope into a change of $y$.",
        step_squared, "The step size twice", ("euler(x + y, x, 0, 1, 1/2, 2)", "27/16")),
    Misconception("euler-downwards", EULER,
        "You subtracted the step. Euler's method goes along the slope, so add $h\\,f(x, y)$.",
        step_downwards, "The step was subtracted", ("euler(x + y, x, 0, 1, 1/2, 2)", "0")),
)  # fmt: skip
