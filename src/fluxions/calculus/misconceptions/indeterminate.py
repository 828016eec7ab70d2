"""Wrong ways with undetermined limits: a verdict read off the form alone, growth misread, factors lost near 0."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    TWO,
    ZERO,
    Add,
    Const,
    Div,
    E,
    Expr,
    Fn,
    Limit,
    Mul,
    Neg,
    Pow,
    Root,
    Sym,
)  # fmt: skip
from fluxions.calculus.misconceptions.limits import _to_infinity, _to_zero, _zero_over_zero
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.trees import free_of, mapped

NO_LIMIT = Const("dne")


def zero_over_zero_none(goal: Expr) -> Expr | None:
    """0/0 taken to mean that there is no limit."""
    return NO_LIMIT if _zero_over_zero(goal) else None


def _infinite_quotient(goal: Expr) -> bool:
    match goal:
        case Limit(Div(u, v)):
            return _to_infinity(u, goal) and _to_infinity(v, goal)
    return False


def infinite_quotient_infinite(goal: Expr) -> Expr | None:
    """∞/∞ taken for ∞."""
    return INF if _infinite_quotient(goal) else None


def infinite_quotient_zero(goal: Expr) -> Expr | None:
    """∞/∞ taken for 0, as if the top were finite."""
    return ZERO if _infinite_quotient(goal) else None


def _by_powers(goal: Expr) -> tuple[Mapping[int, Expr], Mapping[int, Expr]] | None:
    """The coefficients above and below of a quotient of polynomials far out."""
    match goal:
        case Limit(Div(u, v), x, point) if point == INF:
            above, below = coefficients(u, x), coefficients(v, x)
            return (above, below) if above and below else None
    return None


def constant_terms_compared(goal: Expr) -> Expr | None:
    """p/q far out taken for the quotient of the constant terms."""
    match _by_powers(goal):
        case (above, below) if 0 in above and 0 in below and max(above) and max(below):
            return tidied(Div(above[0], below[0]))
    return None


def leading_quotient_turned(goal: Expr) -> Expr | None:
    """p/q of the same degree taken for the leading coefficient below over that above."""
    match _by_powers(goal):
        case (above, below) if max(above) == max(below) > 0:
            return tidied(Div(below[max(below)], above[max(above)]))
    return None


def _one_to_infinity(goal: Expr) -> bool:
    match goal:
        case Limit(Pow(u, v)):
            return _to_zero(u - ONE, goal) and _to_infinity(v, goal)
    return False


def compound_always_e(goal: Expr) -> Expr | None:
    """(1 + a/n)^(bn) taken for e, whatever a and b are."""
    return E if _one_to_infinity(goal) else None


def one_to_infinity_infinite(goal: Expr) -> Expr | None:
    """1^∞ taken for ∞, because the exponent is."""
    return INF if _one_to_infinity(goal) else None


def _difference(goal: Expr) -> tuple[Expr, Expr] | None:
    """(u, v) where the goal is the limit of u − v and both grow without end."""
    match goal:
        case Limit(Add((u, Neg(v)))) if _to_infinity(u, goal) and _to_infinity(v, goal):
            return u, v
    return None


def infinite_difference_infinite(goal: Expr) -> Expr | None:
    """∞ − ∞ taken for ∞."""
    return INF if _difference(goal) else None


def conjugate_counted_once(goal: Expr) -> Expr | None:
    """√u − v made (u − v²)/v: below the line only one of the two equal halves of √u + v is left."""
    match goal, _difference(goal):
        case Limit(_, x, point, side), (Root(u, degree), v) if degree == TWO:
            return Limit(Div(tidied(u - Pow(v, TWO)), v), x, point, side)
    return None


def root_positive_far_left(goal: Expr) -> Expr | None:
    """√(x²) taken for x at −∞, where it is −x."""
    match goal:
        case Limit(f, x, Neg(point), side) if point == INF:
            turned = mapped(f, lambda e: Neg(e) if _square_root_of_square(e, x) else e)
            return Limit(turned, x, Neg(INF), side) if turned != f else None
    return None


def _square_root_of_square(e: Expr, x: Sym) -> bool:
    match e:
        case Root(u, degree) if degree == TWO:
            known = coefficients(u, x)
            return bool(known) and max(known or {0: ONE}) % 4 == 2
    return False


def other_side_too(goal: Expr) -> Expr | None:
    """A one-sided limit answered for both sides at once."""
    match goal:
        case Limit(f, x, point, side) if side and point not in (INF, Neg(INF)):
            return Limit(f, x, point, "")
    return None


def _small(e: Expr, x: Sym) -> tuple[Expr, int, Callable[[Expr], Expr]] | None:
    """(u, k, what is like it near 0) for sin u, tan u, ln(1 + u), eᵘ − 1, 1 − cos u, with k the power of u in that."""
    match e:
        case Fn("sin" | "tan" | "arcsin" | "arctan" | "sinh", (u,)):
            return u, 1, lambda v: v
        case Fn("ln", (Add((one, u)),)) if one == ONE:
            return u, 1, lambda v: v
        case Add((Pow(base, u), Neg(one))) if one == ONE and base == E and not free_of(u, x):
            return u, 1, lambda v: v
        case Add((one, Neg(Fn("cos", (u,))))) if one == ONE:
            return u, 2, lambda v: Div(Pow(v, TWO), TWO)
    return None


def _near_zero(goal: Expr) -> tuple[Limit, Expr, int, Callable[[Expr], Expr]] | None:
    """The goal lim f(ax)/v at 0 with the factor a ≠ 1, the power and the small likeness of f."""
    match goal:
        case Limit(Div(u, _) as f, x, point) if point == ZERO and isinstance(f, Div):
            seen = _small(u, x)
            factors = coefficients(seen[0], x) if seen else None
            if seen and factors and set(factors) == {1} and factors[1] != ONE:
                return goal, factors[1], seen[1], seen[2]
    return None


def inside_scale_lost(goal: Expr) -> Expr | None:
    """sin(ax), e^(ax) − 1, 1 − cos(ax) near 0 taken for x, x, x²/2: the factor inside is lost."""
    match _near_zero(goal):
        case (Limit(Div(_, v), x, point, side), _, _, like):
            return Limit(Div(like(x), v), x, point, side)
    return None


def inside_scale_not_squared(goal: Expr) -> Expr | None:
    """1 − cos(ax) near 0 taken for a x²/2: the factor inside is not squared."""
    match _near_zero(goal):
        case (Limit(Div(_, v), x, point, side), a, 2, like):
            return Limit(Div(Mul((a, like(x))), v), x, point, side)
    return None


def cosine_half_lost(goal: Expr) -> Expr | None:
    """1 − cos u near 0 taken for u²: the half is lost."""
    match goal:
        case Limit(Div(Add((one, Neg(Fn("cos", (u,))))), v), x, point, side) if one == ONE and point == ZERO:
            return Limit(Div(Pow(u, TWO), v), x, point, side)
    return None


def scales_turned(goal: Expr) -> Expr | None:
    """lim sin(ax)/(bx) taken for b/a: the factor inside is divided by."""
    match _near_zero(goal):
        case (Limit(Div(_, v), x), a, 1, _):
            below = coefficients(v, x)
            if below and set(below) == {1}:
                return tidied(Div(below[1], a))
    return None


ALGEBRA, FAR = "limit-algebraic", "limits-infinity-growth"
MISCONCEPTIONS = (
    Misconception("zero-over-zero-no-limit", ALGEBRA,
        "You read 0/0 as no limit. It only says that more work is needed: cancel, expand or use L'Hôpital's rule, "
        "then put the point in.",
        zero_over_zero_none, "0/0 taken for no limit", ("limit((x^2 - 9)/(x - 3), x, 3)", "dne")),
    Misconception("infinity-over-infinity-infinite", FAR,
        "You took infinity over infinity for infinity. Top and bottom both grow: divide both by the highest power "
        "and see what is left.",
        infinite_quotient_infinite, "Infinity over infinity taken for infinity",
        ("limit((3x^2 + 1)/(2x^2 - x), x, inf)", "inf")),
    Misconception("infinity-over-infinity-zero", FAR,
        "You took infinity over infinity for 0. Dividing by what grows gives 0 only where the top stays bounded: "
        "compare the highest powers.",
        infinite_quotient_zero, "Infinity over infinity taken for 0", ("limit((3x^2 + 1)/(2x^2 - x), x, inf)", "0")),
    Misconception("constant-terms-compared", FAR,
        "You divided the constant terms. They decide at 0; far out the terms of the highest power do.",
        constant_terms_compared, "The constant terms compared", ("limit((4x^2 + 5)/(3x^2 + 7), x, inf)", "5/7")),
    Misconception("leading-quotient-upside-down", FAR,
        "You turned the quotient of the leading coefficients over. The one from the top stays above the line.",
        leading_quotient_turned, "The leading coefficients upside down",
        ("limit((4x^2 + 5)/(3x^2 + 7), x, inf)", "3/4")),
    Misconception("compound-limit-always-e", FAR,
        "You took the limit for $e$. That is the limit of $(1 + 1/n)^n$: other factors go into the exponent, as in "
        "$(1 + a/n)^{bn} \\to e^{ab}$.",
        compound_always_e, "Always e", ("limit((1 + 2/x)^x, x, inf)", "e")),
    Misconception("one-to-infinity-infinite", FAR,
        "You took the power for infinite because its exponent is. The base goes to 1 at the same time: look at the "
        "exponent times $\\ln$ of the base.",
        one_to_infinity_infinite, "One to the power infinity taken for infinity",
        ("limit((1 + 2/x)^x, x, inf)", "inf")),
    Misconception("infinities-subtracted-infinite", FAR,
        "You took infinity minus infinity for infinity. What is left depends on how fast each grows: rewrite the "
        "difference as one fraction first.",
        infinite_difference_infinite, "Infinity minus infinity taken for infinity",
        ("limit(sqrt(x^2 + x) - x, x, inf)", "inf")),
    Misconception("conjugate-counted-once", FAR,
        "You counted one of the two terms of the conjugate below the line. Far out the root and the other term are "
        "as large as each other: together they are twice one of them.",
        conjugate_counted_once, "Half of the conjugate is missing", ("limit(sqrt(x^2 + 6x) - x, x, inf)", "6")),
    Misconception("root-positive-far-left", FAR,
        "You took $\\sqrt{x^2}$ for $x$. Towards minus infinity $x$ is negative, so the root is $-x$.",
        root_positive_far_left, "The root of a square on the left",
        ("limit(sqrt(9x^2 + 1)/(x + 2), x, -inf)", "3")),
    Misconception("one-side-read-as-both", "limit-graph-numeric",
        "You looked from both sides where one is asked. With a sign at the point the values on that side alone "
        "decide.",
        other_side_too, "A one-sided limit taken from both sides", ("limit(abs(x - 2)/(x - 2), x, 2, -)", "dne")),
    Misconception("inside-scale-lost", ALGEBRA,
        "You left out the factor inside. Near 0, $\\sin(ax)$ and $e^{ax} - 1$ are like $ax$, and $1 - \\cos(ax)$ is "
        "like $(ax)^2/2$: keep the factor $a$, as L'Hôpital's rule brings it from the inner derivative.",
        inside_scale_lost, "The factor inside is missing near 0", ("limit((e^(3x) - 1)/(2x), x, 0)", "1/2")),
    Misconception("inside-scale-not-squared", ALGEBRA,
        "You took the factor inside once. Near 0, $1 - \\cos(ax)$ is like $(ax)^2/2$: the factor is squared with the "
        "variable.",
        inside_scale_not_squared, "The factor inside was not squared", ("limit((1 - cos(3x))/x^2, x, 0)", "3/2")),
    Misconception("cosine-half-lost", ALGEBRA,
        "You took $1 - \\cos u$ for $u^2$. Near 0 it is like $u^2/2$.",
        cosine_half_lost, "The half of one minus cosine is missing", ("limit((1 - cos(3x))/x^2, x, 0)", "9")),
    Misconception("scales-upside-down", ALGEBRA,
        "You divided by the factor inside. Near 0, $\\sin(ax)$ is like $ax$: the factor stays above the line.",
        scales_turned, "The factors of the quotient upside down", ("limit(sin(2x)/(5x), x, 0)", "5/2")),
)  # fmt: skip
