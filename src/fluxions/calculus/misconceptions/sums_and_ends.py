"""Wrong values of finite sums, geometric series and Taylor polynomials, and wrong intervals of convergence."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    TWO,
    ZERO,
    Const,
    Div,
    Expr,
    Interval,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Sum,
    Sym,
)
from fluxions.calculus.rules.sums import geometric_series
from fluxions.calculus.trees import free_of, substituted

CONDITIONALLY, DIVERGES = Const("conditionally"), Const("diverges")


# --- finite sums -----------------------------------------------------------------------------------------------------
def _finite(goal: Expr) -> tuple[Expr, Sym, Expr, Expr] | None:
    """The terms, the index and the ends of a finite sum whose terms change."""
    match goal:
        case Sum(a, n, low, high) if high != INF and not free_of(a, n):
            return a, n, low, high
    return None


def last_term_left_out(goal: Expr) -> Expr | None:
    """The sum up to n taken up to n − 1; from 0 on it has another name."""
    match _finite(goal):
        case (a, n, low, high) if low != ZERO:
            return Sum(a, n, low, tidied(high - ONE))
    return None


def first_of_sum_left_out(goal: Expr) -> Expr | None:
    """The sum from a taken from a + 1."""
    match _finite(goal):
        case (a, n, low, high):
            return Sum(a, n, tidied(low + ONE), high)
    return None


def last_term_alone(goal: Expr) -> Expr | None:
    """The sum taken for its last term."""
    match _finite(goal):
        case (a, n, _, high):
            return substituted(a, {n.name: high})
    return None


def half_of_sum_lost(goal: Expr) -> Expr | None:
    """n(n + 1)/2 taken for n(n + 1)."""
    match _finite(goal):
        case (a, n, low, _) if a == n and low in (ZERO, ONE):
            return Mul((TWO, goal))
    return None


def power_of_the_sum(goal: Expr) -> Expr | None:
    """Σ aᵏ taken for (Σ a)ᵏ."""
    match _finite(goal):
        case (Pow(a, Num(power) as k), n, low, high) if power > 1:
            return Pow(Sum(a, n, low, high), k)
    return None


def square_of_the_last(goal: Expr) -> Expr | None:
    """1 + 2 + … + n taken for n²/2, as if it were an integral."""
    match _finite(goal):
        case (a, n, low, high) if a == n and low in (ZERO, ONE):
            return Div(Pow(high, TWO), TWO)
    return None


# --- series ----------------------------------------------------------------------------------------------------------
def first_term_alone(goal: Expr) -> Expr | None:
    """The series taken for its first term."""
    match goal:
        case Sum(a, n, low, high) if high == INF and not free_of(a, n):
            return substituted(a, {n.name: low})
    return None


def geometric_not_divided(goal: Expr) -> Expr | None:
    """a/(1 − q) taken for a(1 − q)."""
    seen = found(geometric_series(goal))
    match dict(seen.using) if seen else {}:
        case {"a": a, "q": q}:
            return Mul((a, ONE - q))
    return None


def signs_save_it(goal: Expr) -> Expr | None:
    """Alternating terms that do not go to 0 taken to converge conditionally."""
    return CONDITIONALLY if _alternating(goal) else None


def alternating_so_divergent(goal: Expr) -> Expr | None:
    """Alternating terms taken to diverge, whatever their size."""
    return DIVERGES if _alternating(goal) else None


def _alternating(goal: Expr) -> bool:
    match goal:
        case Operator("converges", (Sum(Mul() | Div() | Pow() as a, n, _, high),)) if high == INF:
            sign = Pow(Num(-1), n)
            parts = a.children if isinstance(a, (Mul, Div)) else (a,)
            return sign in parts or any(isinstance(each, Mul) and sign in each.factors for each in parts)
    return False


# --- the interval of convergence -------------------------------------------------------------------------------------
def _ends(goal: Expr) -> tuple[Expr, Expr, bool, bool] | None:
    """The ends, and whether the series converges there."""
    match goal:
        case Operator("endpoints", (left, right, Const() as at_left, Const() as at_right)):
            return left, right, at_left != DIVERGES, at_right != DIVERGES
    return None


def ends_exchanged(goal: Expr) -> Expr | None:
    """The end that belongs to the interval taken for the other."""
    match _ends(goal):
        case (left, right, at_left, at_right) if at_left != at_right:
            return Interval(left, right, at_right, at_left)
    return None


def centre_turned(goal: Expr) -> Expr | None:
    """The centre a of powers of x − a taken for −a."""
    match _ends(goal):
        case (left, right, at_left, at_right) if tidied(left + right) != ZERO:
            return Interval(tidied(Neg(right)), tidied(Neg(left)), at_left, at_right)
    return None


def centre_at_zero(goal: Expr) -> Expr | None:
    """The centre a of powers of x − a taken for 0."""
    match _ends(goal):
        case (left, right, at_left, at_right) if tidied(left + right) != ZERO:
            half = tidied(Div(right - left, TWO))
            return Interval(tidied(Neg(half)), half, at_left, at_right)
    return None


def interval_of_inverted_radius(goal: Expr) -> Expr | None:
    """The interval with the radius 1/R about the right centre."""
    match _ends(goal):
        case (left, right, at_left, at_right):
            centre, radius = tidied(Div(left + right, TWO)), tidied(Div(TWO, right - left))
            return Interval(tidied(centre - radius), tidied(centre + radius), at_left, at_right)
    return None


# --- Taylor polynomials ----------------------------------------------------------------------------------------------
def order_too_low(goal: Expr) -> Expr | None:
    """The polynomial of one degree less."""
    match goal:
        case Operator("taylor", (f, Sym() as x, a, Num(n))) if n > 1:
            return Operator("taylor", (f, x, a, Num(n - 1)))
    return None


def order_too_high(goal: Expr) -> Expr | None:
    """The polynomial of one degree more."""
    match goal:
        case Operator("taylor", (f, Sym() as x, a, Num(n))) if 0 < n < 6:
            return Operator("taylor", (f, x, a, Num(n + 1)))
    return None


INDEX, GEOMETRIC, SERIES, TAYLOR = (
    "summation-index-notation", "sequences-geometric-series", "series-convergence", "taylor-polynomials"
)  # fmt: skip
GAUSS, SQUARES, THIRDS = "sum(k, k, 1, 10)", "sum(k^2, k, 1, 5)", "sum(2*(1/3)^k, k, 0, inf)"
POWERS = "convergence(sum((x - 3)^n/(n*2^n), n, 1, inf), x)"
MISCONCEPTIONS = (
    Misconception("last-term-left-out", INDEX,
        "You stopped one term early. The upper bound belongs to the sum: put it in as the last index.",
        last_term_left_out, "The last term of a sum is missing", (GAUSS, "45")),
    Misconception("first-of-sum-left-out", INDEX,
        "You began one term late. The lower bound belongs to the sum: put it in as the first index.",
        first_of_sum_left_out, "The first term of a sum is missing", (SQUARES, "54")),
    Misconception("last-term-alone", INDEX,
        "You put the upper bound into the term. The sum adds the terms of all indices up to it.",
        last_term_alone, "The last term for the sum", (SQUARES, "25")),
    Misconception("half-of-sum-lost", INDEX,
        "You lost the half. The first $n$ whole numbers add up to $n(n+1)/2$.",
        half_of_sum_lost, "The half of the sum of whole numbers", (GAUSS, "110")),
    Misconception("power-of-the-sum", INDEX,
        "You added first and raised to the power afterwards. Raise each term, then add.",
        power_of_the_sum, "The power of a sum for a sum of powers", (SQUARES, "225")),
    Misconception("sum-as-integral", INDEX,
        "You integrated. A sum of whole numbers has steps: the first $n$ add up to $n(n+1)/2$.",
        square_of_the_last, "A sum as an integral", (GAUSS, "50")),
    Misconception("first-term-alone", GEOMETRIC,
        "You gave the first term. The series adds all of them.",
        first_term_alone, "The first term for the series", (THIRDS, "2")),
    Misconception("geometric-not-divided", GEOMETRIC,
        "You multiplied by $1 - q$. The series is the first term divided by it.",
        geometric_not_divided, "Multiplied by one minus the ratio", (THIRDS, "4/3")),
    Misconception("signs-save-it", SERIES,
        "You concluded from the changing signs. They help only where the terms go to zero: check that first.",
        signs_save_it, "Changing signs taken to be enough", ("converges(sum((-1)^n*n/(n + 1), n, 1, inf))",
        "conditionally")),
    Misconception("alternating-so-divergent", SERIES,
        "You took changing signs for divergence. Terms of changing sign that shrink to zero converge, and absolutely "
        "if their sizes do.",
        alternating_so_divergent, "Changing signs taken for divergence",
        ("converges(sum((-1)^n/n^2, n, 1, inf))", "diverges")),
    Misconception("interval-ends-exchanged", SERIES,
        "You took in the other end. Put each end into the series and test it for itself.",
        ends_exchanged, "The ends of the interval are exchanged", (POWERS, "(1, 5]")),
    Misconception("centre-turned", TAYLOR,
        "You gave the centre the other sign. Powers of $x - a$ have the centre $a$.",
        centre_turned, "The centre of the interval has the other sign", (POWERS, "[-5, -1)")),
    Misconception("interval-about-zero", TAYLOR,
        "You centred the interval at zero. Powers of $x - a$ have the centre $a$: the interval reaches as far on both "
        "sides of it.",
        centre_at_zero, "The interval about zero", (POWERS, "[-2, 2)")),
    Misconception("interval-of-inverted-radius", TAYLOR,
        "You used one over the radius. The radius is the limit of $|c_n/c_{n+1}|$.",
        interval_of_inverted_radius, "The interval with the radius upside down", (POWERS, "[5/2, 7/2)")),
    Misconception("taylor-order-too-low", TAYLOR,
        "You stopped one degree early. The polynomial of degree $n$ has the term with $(x - a)^n$.",
        order_too_low, "One degree too few", ("taylor(exp(x), x, 0, 3)", "1 + x + x^2/2")),
    Misconception("taylor-order-too-high", TAYLOR,
        "You went one degree too far. The polynomial of degree $n$ ends with the term with $(x - a)^n$.",
        order_too_high, "One degree too many", ("taylor(exp(x), x, 0, 2)", "1 + x + x^2/2 + x^3/6")),
)  # fmt: skip
