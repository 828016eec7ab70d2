"""Wrong ways to sums and series: geometric sums, tests of convergence, the radius and the ends."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    ZERO,
    Const,
    Div,
    Expr,
    Interval,
    Limit,
    Mul,
    Num,
    Operator,
    Pow,
    Sum,
    Sym,
)  # fmt: skip
from fluxions.calculus.rules.convergence import p_series
from fluxions.calculus.rules.power_series import radius
from fluxions.calculus.rules.sums import geometric_series, geometric_sum
from fluxions.calculus.rules.tendency import Way, ends_at, is_zero
from fluxions.calculus.trees import free_of

CONVERGES, DIVERGES = Const("converges"), Const("diverges")


def constant_summed_once(goal: Expr) -> Expr | None:
    """Σ c taken for c, however many terms there are."""
    match goal:
        case Sum(c, n, _, high) if free_of(c, n) and high != INF:
            return c
    return None


def one_term_too_few(goal: Expr) -> Expr | None:
    """From 0 to n counted as n terms."""
    match goal:
        case Sum(a, n, low, high) if low == ZERO and high not in (INF, ZERO):
            if free_of(a, n) or geometric_sum(goal) is not None:
                return Sum(a, n, low, high - ONE)
    return None


def sum_of_a_product(goal: Expr) -> Expr | None:
    """Σ a b taken for Σ a · Σ b."""
    match goal:
        case Sum(Mul(factors), n, low, high) if high != INF:
            moving = [each for each in factors if not free_of(each, n)]
            if len(moving) == 2:
                fixed = (each for each in factors if free_of(each, n))
                return Mul((*fixed, *(Sum(each, n, low, high) for each in moving)))
    return None


def first_term_one(goal: Expr) -> Expr | None:
    """The geometric series taken for 1/(1 − q), though it does not begin with 1."""
    seen = found(geometric_series(goal))
    match dict(seen.using) if seen else {}:
        case {"a": a, "q": q} if a != ONE:
            return Div(ONE, ONE - q)
    return None


def first_term_left_out(goal: Expr) -> Expr | None:
    """The geometric series from 0 on taken from 1 on: aq/(1 − q)."""
    match goal, found(geometric_series(goal)):
        case Sum(_, _, low, _), seen if seen is not None and low == ZERO:
            using = dict(seen.using)
            return Div(Mul((using["a"], using["q"])), ONE - using["q"])
    return None


def plus_in_the_bottom(goal: Expr) -> Expr | None:
    """The geometric series taken for a/(1 + q)."""
    seen = found(geometric_series(goal))
    match dict(seen.using) if seen else {}:
        case {"a": a, "q": q}:
            return Div(a, ONE + q)
    return None


def null_terms_converge(goal: Expr) -> Expr | None:
    """A series whose terms go to 0 taken to converge."""
    match goal:
        case Operator("converges", (Sum(a, n, _, high),)) if high == INF:
            end = ends_at(a, Way(n, INF))
            if end is not None and end.value is not None and is_zero(end.value):
                return CONVERGES
    return None


def ratio_one_decides(goal: Expr) -> Expr | None:
    """The ratio test at the value 1 taken to show divergence."""
    return DIVERGES if p_series(goal) is not None else None


def quotient_test_reversed(goal: Expr) -> Expr | None:
    """A limit of the quotients below 1 taken to show divergence, above 1 convergence."""
    match goal:
        case Operator("ratiotest" | "roottest", (Num(q), *_)) if q != 1:
            return DIVERGES if q < 1 else CONVERGES
    return None


def null_terms_test_ignored(goal: Expr) -> Expr | None:
    """Terms with a finite limit that is not 0 taken to show convergence."""
    match goal:
        case Operator("termtest", (Num(a), *_)) if a != 0:
            return CONVERGES
    return None


def alternating_absolutely(goal: Expr) -> Expr | None:
    """A series that converges by its signs alone taken to converge absolutely."""
    match goal:
        case Operator("absolute", (Const("diverges"), *_)):
            return Const("absolutely")
    return None


def signs_ignored(goal: Expr) -> Expr | None:
    """A series with alternating signs taken to diverge because its sizes do."""
    match goal:
        case Operator("absolute", (Const("diverges"), *_)):
            return DIVERGES
    return None


def powers_step(goal: Expr) -> int:
    """m where the powers of the series are those of (x − a)ᵐ."""
    match goal:
        case Operator("radius", (Sum(a, Sym() as n, _, _), Sym() as x)):
            for each in a.children if not isinstance(a, Pow) else (a,):
                match each:
                    case Pow(base, Mul((Num(m), index))) if index == n and not free_of(base, x) and m.denominator == 1:
                        return int(m)
    return 1


def radius_inverted(goal: Expr) -> Expr | None:
    """The radius taken for the limit of |cₙ₊₁/cₙ| instead of |cₙ/cₙ₊₁|."""
    match found(radius(goal)):
        case seen if seen is not None and isinstance(seen.result, Limit):
            ratio = seen.result
            size = Pow(ratio.arg, Num(powers_step(goal)))
            return Limit(tidied(Div(ONE, size)), ratio.variable, ratio.point, ratio.side)
    return None


def ends_not_tried(goal: Expr) -> Expr | None:
    """The open interval given without a look at its ends."""
    match goal:
        case Operator("endpoints", (low, high, *_)):
            return Interval(low, high, False, False)
    return None


def ends_taken_in(goal: Expr) -> Expr | None:
    """The closed interval given without a look at its ends."""
    match goal:
        case Operator("endpoints", (low, high, *_)):
            return Interval(low, high, True, True)
    return None


INDEX, GEOMETRIC, SERIES = "summation-index-notation", "sequences-geometric-series", "series-convergence"
TAYLOR = "taylor-polynomials"
MISCONCEPTIONS = (
    Misconception("constant-summed-once", INDEX,
        "You gave the constant itself. It is added once for every value of the index: multiply by the number of "
        "terms.",
        constant_summed_once, "A constant summed once", ("sum(5, k, 1, m)", "5")),
    Misconception("one-term-too-few", GEOMETRIC,
        "You counted one term too few. From 0 to $n$ there are $n+1$ terms.",
        one_term_too_few, "The number of terms", ("sum(2^k, k, 0, m)", "2^m - 1")),
    Misconception("sum-of-a-product-split", INDEX,
        "You multiplied two sums. The product stays inside: each term is multiplied first, then all are added.",
        sum_of_a_product, "A product of sums", ("sum(k*2^k, k, 1, 3)", "84")),
    Misconception("first-term-one", GEOMETRIC,
        "You took the first term for 1. Put the first value of the index in: the sum is the first term over $1-q$.",
        first_term_one, "The first term of a geometric series", ("sum(1/3^n, n, 1, inf)", "3/2")),
    Misconception("first-term-left-out", GEOMETRIC,
        "You left the first term out. Begin where the index begins: $q^0 = 1$ belongs to the sum.",
        first_term_left_out, "The first term is missing", ("sum(1/3^n, n, 0, inf)", "1/2")),
    Misconception("geometric-plus-below", GEOMETRIC,
        "You put a plus below the line. The sum is the first term over $1-q$, with the sign of $q$ as it is.",
        plus_in_the_bottom, "A plus for the minus in a/(1 - q)", ("sum(1/3^n, n, 0, inf)", "3/4")),
    Misconception("null-terms-converge", SERIES,
        "You concluded convergence from terms that go to 0. That is needed but not enough, as $\\sum 1/n$ shows: "
        "compare with a series that you know.",
        null_terms_converge, "Terms that go to 0", ("converges(sum(ln(n)/n, n, 1, inf))", "converges")),
    Misconception("ratio-one-decides", SERIES,
        "You let the ratio test decide where the quotient tends to 1. There it says nothing: use the p-series or a "
        "comparison.",
        ratio_one_decides, "The ratio test at 1", ("converges(sum(1/n^2, n, 1, inf))", "diverges")),
    Misconception("quotient-test-reversed", SERIES,
        "You read the test the other way round. Below 1 the terms shrink like those of a geometric series, so the "
        "series converges; above 1 it diverges.",
        quotient_test_reversed, "The quotient test reversed", ("converges(sum(n^2/2^n, n, 1, inf))", "diverges")),
    Misconception("term-test-ignored", SERIES,
        "You took a limit of the terms for convergence of their sum. Terms that do not go to 0 pile up: the series "
        "diverges.",
        null_terms_test_ignored, "Terms that tend to another number",
        ("converges(sum(n/(n + 1), n, 1, inf))", "converges")),
    Misconception("alternating-absolutely", SERIES,
        "You called the convergence absolute. The series of the sizes diverges: the convergence rests on the "
        "alternating signs, so it is conditional.",
        alternating_absolutely, "Absolute instead of conditional",
        ("converges(sum((-1)^n/n, n, 1, inf))", "absolutely")),
    Misconception("alternating-signs-ignored", SERIES,
        "You judged by the sizes alone. With alternating signs, sizes that fall to 0 are enough for convergence.",
        signs_ignored, "Alternating signs ignored", ("converges(sum((-1)^n/n, n, 1, inf))", "diverges")),
    Misconception("radius-inverted", TAYLOR,
        "You turned the radius over. It is the limit of $|c_n/c_{n+1}|$: the faster the coefficients shrink, the "
        "larger the radius.",
        radius_inverted, "The radius upside down", ("radius(sum(x^n/2^n, n, 0, inf), x)", "1/2")),
    Misconception("ends-not-tried", SERIES,
        "You left both ends out. The radius says nothing about them: put each into the series and test it.",
        ends_not_tried, "The ends were not tested",
        ("convergence(sum(x^n/n, n, 1, inf), x)", "open(-1, 1)")),
    Misconception("ends-taken-in", SERIES,
        "You took both ends in. The radius says nothing about them: put each into the series and test it.",
        ends_taken_in, "Both ends taken in untested", ("convergence(sum(x^n/n, n, 1, inf), x)", "closed(-1, 1)")),
)  # fmt: skip
