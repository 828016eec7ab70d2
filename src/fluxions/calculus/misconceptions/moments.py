"""Wrong means, spreads, generating functions and normalising constants by shortcuts of the named densities."""

from __future__ import annotations

from fluxions.calculus.derivation.densities import pieces
from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import INF, ONE, TWO, ZERO, Add, Div, Expr, Int, Mul, Neg, Num, Operator, Pow, Sym, sqrt
from fluxions.calculus.misconceptions.posteriors import binomial
from fluxions.calculus.rules.definite.fundamental import MINUS_INF
from fluxions.calculus.rules.integration.squares import coefficients as polynomial_in
from fluxions.calculus.trees import free_of, substituted


def middle_of_the_range(goal: Expr) -> Expr | None:
    """E[X] taken for the middle of the range of the density."""
    match goal:
        case Operator("expect", (Sym() as f, Sym() as x, density)) if f == x:
            parts = pieces(density, x)
            if parts and not {parts[0].low, parts[-1].high} & {INF, MINUS_INF}:
                return Div(Add((parts[0].low, parts[-1].high)), TWO)
    return None


def area_for_mean(goal: Expr) -> Expr | None:
    """E[g(X)] taken for ∫ p, which is 1."""
    match goal:
        case Operator("expect", (f, Sym() as x, _)) if not free_of(f, x):
            return ONE
    return None


def width_once(goal: Expr) -> Expr | None:
    """The variance (b − a)²/12 of a uniform variable taken for (b − a)/12."""
    match goal:
        case Operator("variance", (f, Sym() as x, Operator("uniform", (a, b)))) if f == x:
            return Div(b - a, Num(12))
    return None


def half_width_as_mean(goal: Expr) -> Expr | None:
    """The mean (a + b)/2 of a uniform variable taken for (b − a)/2, and put into the function."""
    match goal:
        case Operator("expect", (f, Sym() as x, Operator("uniform", (a, b)))) if a != ZERO and not f.stands:
            return substituted(f, {x.name: tidied(Div(b - a, TWO))}) if not free_of(f, x) else None
    return None


def deviation_for_variance(goal: Expr) -> Expr | None:
    """Var[X] taken for its root."""
    match goal:
        case Operator("variance", _):
            return sqrt(goal)
    return None


def constant_of_density_lost(goal: Expr) -> Expr | None:
    """An exponential or normal density taken without the constant before it."""
    match goal:
        case Operator("expect" | "mgf", (_, _, Operator("exponential", (rate,)))) if rate != ONE:
            return Div(goal, rate)
        case Operator("expect" | "mgf", (_, _, Operator("normal", (_, deviation)))):
            return Mul((deviation, sqrt(Mul((TWO, Sym("pi")))), goal))
    return None


def variance_for_square(goal: Expr) -> Expr | None:
    """E[X²] taken for Var[X]."""
    match goal:
        case Operator("expect", (Pow(f, Num(n)), Sym() as x, density)) if n == 2 and not free_of(f, x):
            return Operator("variance", (f, x, density))
    return None


def square_turned(goal: Expr) -> Expr | None:
    """Var[X] taken for E[X]² − E[X²]."""
    match goal:
        case Operator("variance", (f, Sym() as x, density)):
            return Pow(Operator("expect", (f, x, density)), TWO) - Operator("expect", (Pow(f, TWO), x, density))
    return None


def _line(goal: Expr, name: str) -> tuple[Expr, Expr, Sym, Expr] | None:
    """a, b, x and the density of the mean or the variance of ax + b."""
    match goal:
        case Operator(kind, (f, Sym() as x, density)) if kind == name and f != x:
            known = polynomial_in(f, x)
            if known is not None and max(known, default=0) == 1:
                return known[1], known.get(0, ZERO), x, density
    return None


def factor_once(goal: Expr) -> Expr | None:
    """Var[aX + b] taken for a Var[X], with a shift that is rightly dropped."""
    match _line(goal, "variance"):
        case (a, b, x, density) if b != ZERO:
            return Mul((a, Operator("variance", (x, x, density))))
    return None


def mean_shift_dropped(goal: Expr) -> Expr | None:
    """E[aX + b] taken for a E[X]."""
    match _line(goal, "expect"):
        case (a, b, x, density) if b != ZERO:
            return Mul((a, Operator("expect", (x, x, density))))
    return None


def mean_factor_dropped(goal: Expr) -> Expr | None:
    """E[aX + b] taken for E[X] + b."""
    match _line(goal, "expect"):
        case (a, b, x, density) if a != ONE:
            return Operator("expect", (x, x, density)) + b
    return None


def normaliser_by_difference(goal: Expr) -> Expr | None:
    """The normalising constant taken for 1 − ∫ f."""
    match goal:
        case Operator("normalise", (f, Sym() as x, low, high)):
            return ONE - Int(f, x, low, high)
    return None


def generating_sign_turned(goal: Expr) -> Expr | None:
    """M(t) taken for M(−t): the mean of e^(−tX)."""
    match goal:
        case Operator("mgf", (Sym() as t, x, density)):
            return substituted(Operator("mgf", (Sym("t_0"), x, density)), {"t_0": Neg(t)})
    return None


def counts_exchanged(goal: Expr) -> Expr | None:
    """Successes added to the second parameter of the prior, failures to the first."""
    match binomial(goal):
        case (a, b, p, q) if p != q:
            return Operator("betadist", (tidied(a + q), tidied(b + p)))
    return None


MOMENTS, DENSITY, BETA = "expectation-variance", "pdf-cdf", "conjugate-beta-binomial"
TWO_X = "if(0 <= x and x <= 1, 2*x, 0)"
MISCONCEPTIONS = (
    Misconception("mean-in-the-middle", MOMENTS,
        "You took the middle of the range. That is the mean of a symmetric density alone: integrate $x$ times the "
        "density.",
        middle_of_the_range, "The middle of the range for the mean", (f"expect(x, x, {TWO_X})", "1/2")),
    Misconception("area-for-mean", MOMENTS,
        "You integrated the density alone, which always gives 1. Multiply it by the function before you integrate.",
        area_for_mean, "The area in the place of the mean", (f"expect(x, x, {TWO_X})", "1")),
    Misconception("uniform-width-once", MOMENTS,
        "You divided the width by 12. The variance of a uniform variable is the square of its width over 12.",
        width_once, "The width was not squared", ("variance(x, x, uniform(3, 7))", "1/3")),
    Misconception("half-width-as-mean", MOMENTS,
        "You took half the width for the mean. The mean of a uniform variable is half the sum of its ends.",
        half_width_as_mean, "Half the width for the middle", ("expect(x, x, uniform(3, 7))", "2")),
    Misconception("deviation-for-variance", MOMENTS,
        "You gave the standard deviation. The variance is its square: leave out the root.",
        deviation_for_variance, "The standard deviation for the variance",
        ("variance(x, x, uniform(0, 6))", "sqrt(3)")),
    Misconception("density-constant-lost", MOMENTS,
        "You left out the constant before the density. It makes the area 1, and stays in front of the integral.",
        constant_of_density_lost, "The constant of the density is missing",
        ("expect(x, x, exponential(2))", "1/4")),
    Misconception("variance-for-second-moment", MOMENTS,
        "You gave the variance. The mean of the square is larger, by the square of the mean: "
        "$E[X^2] = \\mathrm{Var}(X) + E[X]^2$.",
        variance_for_square, "The variance for the mean of the square", ("expect(x^2, x, normal(3, 2))", "4")),
    Misconception("variance-turned-round", MOMENTS,
        "You subtracted the other way round. A variance is never negative: subtract the square of the mean from the "
        "mean of the square.",
        square_turned, "The variance the other way round", (f"variance(x, x, {TWO_X})", "-1/18")),
    Misconception("variance-factor-once", MOMENTS,
        "You took the factor out of the variance as it is. A variance measures squares, so the factor comes out "
        "squared.",
        factor_once, "The factor of a variance taken once", ("variance(3*x + 2, x, normal(1, 4))", "48")),
    Misconception("mean-shift-dropped", MOMENTS,
        "You dropped the constant. A shift leaves the variance alone, but it moves the mean: "
        "$E[aX+b] = a\\,E[X] + b$.",
        mean_shift_dropped, "The shift of a mean was dropped", ("expect(3*x + 2, x, normal(1, 4))", "3")),
    Misconception("mean-factor-dropped", MOMENTS,
        "You dropped the factor. It multiplies every value, and so the mean: $E[aX+b] = a\\,E[X] + b$.",
        mean_factor_dropped, "The factor of a mean was dropped", ("expect(3*x + 2, x, normal(1, 4))", "3")),
    Misconception("normaliser-by-difference", DENSITY,
        "You subtracted the integral from 1. The constant multiplies the function: divide 1 by the integral.",
        normaliser_by_difference, "Subtracted from 1, not divided", ("normalise(x^2, x, 0, 3)", "-8")),
    Misconception("generating-sign-turned", MOMENTS,
        "You took the mean of $e^{-tX}$. The moment generating function has a plus: $M(t) = E[e^{tX}]$.",
        generating_sign_turned, "The sign in the generating function", ("mgf(t, x, exponential(8))", "8/(8 + t)")),
    Misconception("counts-exchanged", BETA,
        "You exchanged the two counts. Successes go to the first parameter, failures to the second.",
        counts_exchanged, "Successes and failures exchanged",
        ("posterior(p^7*(1 - p)^3, betadist(2, 4), p)", "betadist(5, 11)")),
)  # fmt: skip
