"""Wrong values of undetermined limits: read off the form, turned over, or with a part of the growth lost."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import INF, ONE, ZERO, Add, At, Const, Div, Expr, Limit, Mul, Num, Pow, Rate, exp, num
from fluxions.calculus.misconceptions.limits import _to_infinity, _to_zero, _zero_over_zero
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.trees import free_of

NO_LIMIT = Const("dne")


def zero_over_zero_infinite(goal: Expr) -> Expr | None:
    """0/0 taken for ∞, because the bottom is 0."""
    return INF if _zero_over_zero(goal) else None


def quotient_turned_over(goal: Expr) -> Expr | None:
    """lim u/v taken for lim v/u, of 0/0 or ∞/∞."""
    match goal:
        case Limit(Div(u, v)) if _zero_over_zero(goal) or (_to_infinity(u, goal) and _to_infinity(v, goal)):
            return Div(ONE, goal)
    return None


def far_out_no_limit(goal: Expr) -> Expr | None:
    """An undetermined limit taken for none: ∞/∞, 0 · ∞, ∞ − ∞."""
    match goal:
        case Limit(Div(u, v)) if _to_infinity(u, goal) and _to_infinity(v, goal):
            return NO_LIMIT
        case Limit(Mul((u, v))) if (_to_zero(u, goal) and _to_infinity(v, goal)) or (
            _to_zero(v, goal) and _to_infinity(u, goal)
        ):
            return NO_LIMIT
    return None


def point_for_limit(goal: Expr) -> Expr | None:
    """The point that x goes to given in the place of the limit."""
    match goal:
        case Limit(f, x, point) if f != x and not free_of(f, x) and point not in (INF, ZERO):
            return point
    return None


def leading_of_top_alone(goal: Expr) -> Expr | None:
    """p/q of the same degree far out taken for the leading coefficient of p."""
    match goal:
        case Limit(Div(u, v), x, point) if point == INF:
            above, below = coefficients(u, x), coefficients(v, x)
            if above and below and max(above) == max(below) > 0:
                return above[max(above)]
    return None


# --- (1 + a/x)^(bx) --------------------------------------------------------------------------------------------------
def _growth(goal: Expr) -> tuple[Expr, Expr] | None:
    """a and b of (1 + a/x)^(bx) far out, or of (1 + ax)^(b/x) near 0."""
    match goal:
        case Limit(Pow(Add((one, inner)), outer), x, point) if one == ONE:
            near = point == ZERO
            a = tidied(inner / x) if near else tidied(inner * x)
            b = tidied(outer * x) if near else tidied(outer / x)
            if (near or point == INF) and free_of(a, x) and free_of(b, x):
                return a, b
    return None


def outer_rate_lost(goal: Expr) -> Expr | None:
    """(1 + a/n)^(bn) taken for eᵃ."""
    match _growth(goal):
        case (a, b) if b != ONE:
            return exp(a)
    return None


def inner_rate_lost(goal: Expr) -> Expr | None:
    """(1 + a/n)^(bn) taken for eᵇ."""
    match _growth(goal):
        case (a, b) if a != ONE and b != ONE:
            return exp(b)
    return None


def rates_divided(goal: Expr) -> Expr | None:
    """(1 + a/n)^(bn) taken for e^(b/a)."""
    match _growth(goal):
        case (a, b) if a != ONE:
            return exp(tidied(Div(b, a)))
    return None


def rates_added(goal: Expr) -> Expr | None:
    """(1 + a/n)^(bn) taken for e^(a + b)."""
    match _growth(goal):
        case (a, b) if b != ONE:
            return exp(tidied(a + b))
    return None


def base_below_one(goal: Expr) -> Expr | None:
    """(1 − c/n)^n taken for 0, because the base is below 1."""
    match _growth(goal):
        case (Num(a), Num(b)) if a < 0 < b:
            return ZERO
    return None


# --- difference quotients and cubes ----------------------------------------------------------------------------------
def height_for_rate(goal: Expr) -> Expr | None:
    """The limit of a difference quotient taken for the value f(a)."""
    match goal:
        case Limit(Rate(f, x, a, _), h) if free_of(a, h):
            return At(f, x, a)
    return None


def step_left_in(goal: Expr) -> Expr | None:
    """The difference quotient itself given for its limit."""
    match goal:
        case Limit(Rate() as quotient, h) if not free_of(quotient, h):
            return quotient
    return None


def middle_of_cube_lost(goal: Expr) -> Expr | None:
    """(x³ − a³)/(x − a) taken for x² + a²."""
    match goal:
        case Limit(Div(u, v), x, Num(a)) if a:
            above, below = coefficients(u, x), coefficients(v, x)
            if above == {3: ONE, 0: num(-(a**3))} and below == {1: ONE, 0: num(-a)}:
                return num(2 * a * a)
    return None


def base_for_logarithm(goal: Expr) -> Expr | None:
    """(aˣ − 1)/x near 0 taken for a."""
    match goal:
        case Limit(Div(Add((Pow(Num() as base, u), minus)), v), x, point) if u == v == x and point == ZERO:
            return base if tidied(minus) == Num(-1) else None
    return None


ALGEBRA, FAR, RATE = "limit-algebraic", "limits-infinity-growth", "derivative-definition"
COMPOUND = "limit((1 + 2/x)^(3x), x, inf)"
MISCONCEPTIONS = (
    Misconception("zero-over-zero-infinite", ALGEBRA,
        "You took a zero below for infinity. The top is zero as well, so the form decides nothing: transform it first.",
        zero_over_zero_infinite, "0/0 taken for infinity", ("limit((x^2 - 9)/(x - 3), x, 3)", "inf")),
    Misconception("limit-turned-over", ALGEBRA,
        "You have the quotient upside down. Keep top and bottom in their places while you simplify.",
        quotient_turned_over, "The limit of the quotient is upside down", ("limit(sin(3x)/sin(5x), x, 0)", "5/3")),
    Misconception("undetermined-so-no-limit", FAR,
        "You took an undetermined form for no limit. It decides nothing by itself: compare how fast the parts grow or "
        "shrink.",
        far_out_no_limit, "Undetermined taken for no limit", ("limit((3x^2 + 1)/(2x^2 - x), x, inf)", "dne")),
    Misconception("point-for-limit", ALGEBRA,
        "You gave the point that the variable goes to. The limit is what the function goes to there.",
        point_for_limit, "The point in the place of the limit", ("limit((x^2 - 9)/(x - 3), x, 3)", "3")),
    Misconception("leading-of-top-alone", FAR,
        "You took the leading coefficient of the top alone. Divide it by that of the bottom.",
        leading_of_top_alone, "The leading coefficient below is missing",
        ("limit((3x^2 + 1)/(2x^2 - x), x, inf)", "3")),
    Misconception("outer-rate-lost", FAR,
        "You lost the factor in the exponent. $(1 + a/n)^{bn}$ is $(1 + a/n)^n$ to the power $b$, so it goes to "
        "$e^{ab}$.",
        outer_rate_lost, "The factor in the exponent is missing", (COMPOUND, "e^2")),
    Misconception("inner-rate-lost", FAR,
        "You lost the factor in the base. $(1 + a/n)^n$ goes to $e^a$, so $(1 + a/n)^{bn}$ goes to $e^{ab}$.",
        inner_rate_lost, "The factor in the base is missing", (COMPOUND, "e^3")),
    Misconception("compound-rates-divided", FAR,
        "You divided the two factors. $(1 + a/n)^{bn}$ goes to $e^{ab}$: they multiply.",
        rates_divided, "The factors of a compound limit divided", (COMPOUND, "e^(3/2)")),
    Misconception("compound-rates-added", FAR,
        "You added the two factors. $(1 + a/n)^{bn}$ goes to $e^{ab}$: they multiply.",
        rates_added, "The factors of a compound limit added", (COMPOUND, "e^5")),
    Misconception("base-below-one", FAR,
        "You took the base for a number below one. It comes closer to one while the exponent grows: the two balance, "
        "at a power of $e$.",
        base_below_one, "A base below one taken to zero", ("limit((1 - 1/x)^x, x, inf)", "0")),
    Misconception("height-for-rate-limit", RATE,
        "You gave the value of the function at the point. The limit of the difference quotient is its slope there.",
        height_for_rate, "The height for the limit of the quotient", ("limit(rate(x^2, x, 3, 3 + h), h, 0)", "9")),
    Misconception("step-left-in", RATE,
        "You simplified and stopped. Now let the step go to zero.",
        step_left_in, "The step was left in", ("limit(rate(x^2, x, 3, 3 + h), h, 0)", "6 + h")),
    Misconception("middle-of-cube-lost", ALGEBRA,
        "You lost the middle term. $x^3 - a^3 = (x - a)(x^2 + ax + a^2)$.",
        middle_of_cube_lost, "The middle term of a difference of cubes", ("limit((x^3 - 8)/(x - 2), x, 2)", "8")),
    Misconception("base-for-its-logarithm", ALGEBRA,
        "You gave the base. Near zero $a^x$ is about $1 + x\\ln a$, so the limit is the logarithm of the base.",
        base_for_logarithm, "The base for its logarithm", ("limit((2^x - 1)/x, x, 0)", "2")),
)  # fmt: skip
