"""Wrong ways to limits: indeterminate forms read as numbers, sides, growth, and L'Hôpital where it does not fit."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    TWO,
    ZERO,
    Add,
    At,
    Diff,
    Div,
    E,
    Expr,
    Fn,
    Limit,
    Mul,
    Neg,
    Operator,
    Piecewise,
    Pow,
    Root,
    fn,
)  # fmt: skip
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.rules.tendency import Toward, is_zero, toward, way
from fluxions.calculus.trees import free_of, mapped, nodes


def _goes(e: Expr, goal: Limit) -> Toward | None:
    """Where a part of the goal goes by the laws of limits."""
    return toward(e, way(goal))


def _to_zero(e: Expr, goal: Limit) -> bool:
    found = _goes(e, goal)
    return found is not None and found.value is not None and is_zero(found.value)


def _to_infinity(e: Expr, goal: Limit) -> bool:
    found = _goes(e, goal)
    if found is None and goal.point == INF:
        known = coefficients(e, goal.variable)
        return known is not None and max(known, default=0) > 0
    return found is not None and found.infinite


def _zero_over_zero(goal: Expr) -> bool:
    match goal:
        case Limit(Div(u, v)):
            return _to_zero(u, goal) and _to_zero(v, goal)
    return False


def zero_over_zero_one(goal: Expr) -> Expr | None:
    """0/0 taken for 1."""
    return ONE if _zero_over_zero(goal) else None


def zero_over_zero_zero(goal: Expr) -> Expr | None:
    """0/0 taken for 0, but in a difference over its step (there it is the step put to zero too early)."""
    match goal:
        case Limit(Div(top, bottom), x, point) if _zero_over_zero(goal):
            step = point == ZERO and bottom == x and isinstance(top, Add)
            return None if step else ZERO
    return None


def infinity_over_infinity(goal: Expr) -> Expr | None:
    """∞/∞ taken for 1."""
    match goal:
        case Limit(Div(u, v)) if _to_infinity(u, goal) and _to_infinity(v, goal):
            return ONE
    return None


def leading_coefficients_anyway(goal: Expr) -> Expr | None:
    """p/q at infinity taken for the quotient of the leading coefficients, though the degrees differ."""
    match goal:
        case Limit(Div(u, v), x, point) if point == INF:
            above, below = coefficients(u, x), coefficients(v, x)
            if above and below and max(above) != max(below) and max(above) and max(below):
                return tidied(Div(above[max(above)], below[max(below)]))
    return None


def infinities_subtracted(goal: Expr) -> Expr | None:
    """∞ − ∞ taken for 0."""
    match goal:
        case Limit(Add((u, Neg(v)))) if _to_infinity(u, goal) and _to_infinity(v, goal):
            return ZERO
    return None


def zero_times_infinity(goal: Expr) -> Expr | None:
    """0 · ∞ taken for 0."""
    match goal:
        case Limit(Mul(factors)) if any(_to_zero(each, goal) for each in factors):
            if any(_to_infinity(each, goal) for each in factors):
                return ZERO
    return None


def one_to_infinity(goal: Expr) -> Expr | None:
    """1^∞ taken for 1."""
    match goal:
        case Limit(Pow(u, v)) if _to_zero(u - ONE, goal) and _to_infinity(v, goal):
            return ONE
    return None


def exponent_alone(goal: Expr) -> Expr | None:
    """The limit of v ln u given for that of uᵛ: the logarithm is not undone."""
    match goal:
        case Limit(Pow(u, v), x, point, side) if not free_of(u, x) and not free_of(v, x):
            return Limit(Mul((v, fn("ln", u))), x, point, side)
    return None


def exponential_beaten(goal: Expr) -> Expr | None:
    """A power taken to grow faster than an exponential: x⁵/eˣ goes to infinity."""
    match goal:
        case Limit(Div(u, v), x, point) if point == INF and coefficients(u, x) and _is_exponential(v):
            return INF if _to_infinity(u, goal) and _to_infinity(v, goal) else None
        case Limit(Div(u, v), x, point) if point == INF and coefficients(v, x) and _is_exponential(u):
            return ZERO if _to_infinity(u, goal) and _to_infinity(v, goal) else None
        case Limit(Mul(factors), x, point) if point == INF and len(factors) == 2:
            small = [each for each in factors if _is_exponential(each) and _to_zero(each, goal)]
            large = [each for each in factors if coefficients(each, x) and _to_infinity(each, goal)]
            return INF if len(small) == len(large) == 1 else None
    return None


def _is_exponential(e: Expr) -> bool:
    return isinstance(e, Pow) and e.base == E


def quotient_rule_inside(goal: Expr) -> Expr | None:
    """L'Hôpital with the derivative of the whole quotient; far out that is 0 nearly always and tells nothing."""
    match goal:
        case Limit(Div() as f, x, point, side) if (
            point != INF and _indeterminate(goal) and not any(isinstance(e, Root) for e in nodes(f))
        ):
            return Limit(Diff(f, x), x, point, side)
    return None


def _indeterminate(goal: Expr) -> bool:
    match goal:
        case Limit(Div(u, v)):
            return _zero_over_zero(goal) or (_to_infinity(u, goal) and _to_infinity(v, goal))
    return False


def derivatives_without_need(goal: Expr) -> Expr | None:
    """L'Hôpital where the form is not indeterminate."""
    match goal:
        case Limit(Div(u, v), x, point, side) if point != INF and not free_of(u, x) and not free_of(v, x):
            if _indeterminate(goal):
                return None
            ends = [_goes(each, goal) for each in (u, v)]
            if all(each is not None and each.value is not None for each in ends) and not _to_zero(v, goal):
                return Limit(Div(Diff(u, x), Diff(v, x)), x, point, side)
    return None


def sine_quotient_far_out(goal: Expr) -> Expr | None:
    """lim sin(u)/u at infinity taken for 1, its limit at 0."""
    match goal:
        case Limit(Div(Fn("sin", (u,)), v), _, point) if point == INF and u == v:
            return ONE
    return None


def other_side(goal: Expr) -> Expr | None:
    """A one-sided limit taken from the other side."""
    match goal:
        case Limit(f, x, point, "+"):
            return Limit(f, x, point, "-")
        case Limit(f, x, point, "-") if point != INF:
            return Limit(f, x, point, "+")
    return None


def bars_dropped_below_zero(goal: Expr) -> Expr | None:
    """|u| taken for u where u is negative on the side that is looked at."""
    match goal:
        case Limit(f, x, point, side) if side:
            bare = mapped(f, lambda e: e.args[0] if isinstance(e, Fn) and e.name == "abs" else e)
            return Limit(bare, x, point, side) if bare != f else None
    return None


def sides_averaged(goal: Expr) -> Expr | None:
    """Two different one-sided limits taken for their mean."""
    match goal:
        case Operator("sides", (left, right)) if left != right and not left.stands and not right.stands:
            return Div(left + right, TWO)
    return None


def value_for_limit(goal: Expr) -> Expr | None:
    """The value at the point taken for the limit there."""
    match goal:
        case Limit(Piecewise() as f, x, point) if point != INF:
            return At(f, x, point)
    return None


def pole_as_zero(goal: Expr) -> Expr | None:
    """c/0 taken for 0."""
    match goal:
        case Limit(Div(u, v)) if _to_zero(v, goal) and not _to_zero(u, goal) and not _to_infinity(u, goal):
            return ZERO
    return None


ALGEBRA, FAR, HOPITAL = "limit-algebraic", "limits-infinity-growth", "lhopital-rule"
GRAPH = "limit-graph-numeric"
MISCONCEPTIONS = (
    Misconception("zero-over-zero-one", ALGEBRA,
        "You took 0/0 for 1. It is undetermined: the limit depends on how fast top and bottom go to zero, so cancel "
        "or expand first.",
        zero_over_zero_one, "0/0 taken for 1", ("limit((x^2 - 9)/(x - 3), x, 3)", "1")),
    Misconception("zero-over-zero-zero", ALGEBRA,
        "You took 0/0 for 0. It is undetermined: cancel a common factor, or expand about the point, before putting "
        "the point in.",
        zero_over_zero_zero, "0/0 taken for 0", ("limit((x^2 - 9)/(x - 3), x, 3)", "0")),
    Misconception("infinity-over-infinity-one", FAR,
        "You took infinity over infinity for 1. Divide top and bottom by what grows fastest below the line and see "
        "what is left.",
        infinity_over_infinity, "Infinity over infinity taken for 1", ("limit((3x^2 + 1)/(2x^2 - x), x, inf)", "1")),
    Misconception("leading-coefficients-anyway", FAR,
        "You divided the leading coefficients though the degrees differ. They decide only for equal degrees: with the "
        "higher degree above the line the quotient grows beyond all bounds, with the higher degree below it goes to "
        "0.",
        leading_coefficients_anyway, "Leading coefficients of different degrees",
        ("limit((3x + 1)/(2x^2 + 5), x, inf)", "3/2")),
    Misconception("infinities-subtracted", FAR,
        "You subtracted infinities as if they were equal numbers. Rewrite the difference as one fraction first, by "
        "the conjugate or a common denominator.",
        infinities_subtracted, "Infinity minus infinity taken for 0", ("limit(sqrt(x^2 + x) - x, x, inf)", "0")),
    Misconception("zero-times-infinity-zero", FAR,
        "You took zero times infinity for 0. One factor shrinks while the other grows: write the product as a "
        "quotient and compare them.",
        zero_times_infinity, "Zero times infinity taken for 0", ("limit(x*(e^(2/x) - 1), x, inf)", "0")),
    Misconception("one-to-infinity-one", FAR,
        "You took 1 to the power infinity for 1. The base is only near 1: look at the logarithm, exponent times "
        "$\\ln$ of the base.",
        one_to_infinity, "One to the power infinity taken for 1", ("limit((1 + 2/x)^x, x, inf)", "1")),
    Misconception("logarithm-not-undone", HOPITAL,
        "You gave the limit of the logarithm. Undo it at the end: the limit itself is $e$ to that power.",
        exponent_alone, "The logarithm was not undone", ("limit((1 + 2/x)^x, x, inf)", "2")),
    Misconception("exponential-beaten", FAR,
        "You let the power outgrow the exponential. For $c > 0$ the exponential $e^{cx}$ beats every power of $x$ in "
        "the end, however large.",
        exponential_beaten, "A power against an exponential", ("limit(x^5/e^x, x, inf)", "inf")),
    Misconception("quotient-rule-in-lhopital", HOPITAL,
        "You differentiated the quotient by the quotient rule. L'Hôpital takes the derivative of the top over the "
        "derivative of the bottom.",
        quotient_rule_inside, "The quotient rule inside L'Hôpital's rule",
        ("limit((e^x - 1 - x)/(x*e^x), x, 0)", "1/2")),
    Misconception("lhopital-without-need", HOPITAL,
        "You used L'Hôpital's rule where nothing is undetermined. Put the point in first: the rule holds for 0/0 and "
        "infinity over infinity only.",
        derivatives_without_need, "L'Hôpital's rule where it does not apply", ("limit((x^2 + 1)/(x + 1), x, 1)", "2")),
    Misconception("sine-quotient-far-out", FAR,
        "You used the limit that $\\sin u/u$ has at 0. Far out the sine stays between $-1$ and $1$ while the bottom "
        "grows: squeeze it.",
        sine_quotient_far_out, "The limit of sin u over u at infinity", ("limit(sin(x)/x, x, inf)", "1")),
    Misconception("limit-from-the-other-side", GRAPH,
        "You came from the other side. A plus means values above the point, a minus values below it: try one of them.",
        other_side, "The limit from the other side", ("limit(1/(x - 1), x, 1, -)", "inf")),
    Misconception("bars-dropped-below-zero", "piecewise-functions",
        "You dropped the bars where the inside is negative. There $|u| = -u$.",
        bars_dropped_below_zero, "Bars dropped on the negative side", ("limit(abs(x - 2)/(x - 2), x, 2, -)", "1")),
    Misconception("sides-averaged", GRAPH,
        "You took the mean of the two one-sided limits. Where they differ there is no limit.",
        sides_averaged, "The mean of two one-sided limits", ("limit(abs(x)/x, x, 0)", "0")),
    Misconception("value-for-limit", GRAPH,
        "You gave the value at the point. A limit asks where the values nearby go, whatever is written at the point "
        "itself.",
        value_for_limit, "The value instead of the limit", ("limit(if(x = 1, 5, x + 1), x, 1)", "5")),
    Misconception("pole-as-zero", ALGEBRA,
        "You took a number over zero for 0. The quotient grows beyond all bounds there: find its sign on the side "
        "that is asked.",
        pole_as_zero, "A number over zero taken for 0", ("limit(1/(x - 1), x, 1, -)", "0")),
)  # fmt: skip
