"""Wrong ways to expectations, variances, normalising constants, entropies and divergences."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.densities import pieces
from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    TWO,
    ZERO,
    Add,
    Div,
    Expr,
    Int,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Sym,
    sqrt,
)  # fmt: skip
from fluxions.calculus.misconceptions.integrals import exponent_of
from fluxions.calculus.rules.definite.fundamental import MINUS_INF, split_constant
from fluxions.calculus.rules.integration.squares import coefficients as polynomial_in
from fluxions.calculus.trees import free_of, substituted


def moment_of_the_mean(goal: Expr) -> Expr | None:
    """E[g(X)] taken for g(E[X])."""
    match goal:
        case Operator("expect", (f, Sym() as x, density)) if f != x and not free_of(f, x) and not _linear(f, x):
            mean = Operator("expect", (x, x, density))
            return substituted(f, {x.name: mean}) if _without_operators(f) else None
    return None


def _without_operators(f: Expr) -> bool:
    return not f.stands


def _linear(f: Expr, x: Sym) -> bool:
    known = polynomial_in(f, x)
    return known is not None and max(known, default=0) <= 1


def variance_scaled_once(goal: Expr) -> Expr | None:
    """Var[aX + b] taken for a Var[X] + b."""
    match _line(goal):
        case (a, b, x, density):
            return Mul((a, Operator("variance", (x, x, density)))) + b
    return None


def variance_shifted(goal: Expr) -> Expr | None:
    """Var[aX + b] taken for a² Var[X] + b."""
    match _line(goal):
        case (a, b, x, density) if b != ZERO:
            return Mul((Pow(a, TWO), Operator("variance", (x, x, density)))) + b
    return None


def _line(goal: Expr) -> tuple[Expr, Expr, Sym, Expr] | None:
    match goal:
        case Operator("variance", (f, Sym() as x, density)) if f != x:
            known = polynomial_in(f, x)
            if known is not None and max(known, default=0) == 1:
                return known[1], known.get(0, ZERO), x, density
    return None


def mean_not_squared(goal: Expr) -> Expr | None:
    """Var[X] taken for E[X²] − E[X]."""
    match goal:
        case Operator("variance", (f, Sym() as x, density)):
            return Operator("expect", (Pow(f, TWO), x, density)) - Operator("expect", (f, x, density))
    return None


def square_alone(goal: Expr) -> Expr | None:
    """Var[X] taken for E[X²]."""
    match goal:
        case Operator("variance", (f, Sym() as x, density)):
            return Operator("expect", (Pow(f, TWO), x, density))
    return None


def density_left_out(goal: Expr) -> Expr | None:
    """E[g(X)] taken for ∫ g over the range of the density."""
    match goal:
        case Operator("expect", (f, Sym() as x, density)):
            parts = pieces(density, x)
            if parts and not any({each.low, each.high} & {INF, MINUS_INF} for each in parts):
                terms = tuple(Int(f, x, each.low, each.high) for each in parts)
                return terms[0] if len(terms) == 1 else Add(terms)
    return None


def spread_for_variance(goal: Expr) -> Expr | None:
    """normal(μ, s) worked with s in the place of s²."""
    return _respread(goal, sqrt)


def variance_for_spread(goal: Expr) -> Expr | None:
    """normal(μ, s) worked with s² in the place of s."""
    return _respread(goal, lambda s: Pow(s, TWO))


def _respread(goal: Expr, change: Callable[[Expr], Expr]) -> Expr | None:
    match goal:
        case Operator("expect" | "variance" | "mgf" as name, (f, x, Operator("normal", (mean, deviation)))):
            if deviation != ONE:
                return Operator(name, (f, x, Operator("normal", (mean, tidied(change(deviation))))))
    return None


def rate_for_scale(goal: Expr) -> Expr | None:
    """The rate of an exponential, or the scale of a gamma density, turned over."""
    match goal:
        case Operator("expect" | "variance" | "mgf" as name, (f, x, Operator("exponential", (rate,)))) if rate != ONE:
            return Operator(name, (f, x, Operator("exponential", (tidied(Div(ONE, rate)),))))
        case Operator("expect" | "variance" | "mgf" as name, (f, x, Operator("gammadist", (k, s)))) if s != ONE:
            return Operator(name, (f, x, Operator("gammadist", (k, tidied(Div(ONE, s))))))
        case Operator("posterior", (likelihood, Operator("gammadist", (k, s)), theta)) if s != ONE:
            return Operator("posterior", (likelihood, Operator("gammadist", (k, tidied(Div(ONE, s)))), theta))
    return None


def not_turned_over(goal: Expr) -> Expr | None:
    """The normalising constant taken for the integral itself."""
    match goal:
        case Operator("normalise", (f, Sym() as x, low, high)):
            return Int(f, x, low, high)
    return None


def largest_value_divided(goal: Expr) -> Expr | None:
    """The normalising constant taken for one over the largest value, of a power from 0 to b."""
    match goal:
        case Operator("normalise", (f, Sym() as x, low, high)) if low == ZERO and high not in (INF, ZERO):
            c, moving = split_constant(f, x)
            n = exponent_of(moving, x)
            if n is not None and n > 0:
                return Div(ONE, Mul((c, Pow(high, Num(n)))))
    return None


def entropy_minus_lost(goal: Expr) -> Expr | None:
    """The entropy taken with the other sign: E[ln p(X)]."""
    match goal:
        case Operator("entropy", args):
            return Neg(Operator("entropy", args))
    return None


def divergence_turned_round(goal: Expr) -> Expr | None:
    """KL(p‖q) taken for KL(q‖p)."""
    match goal:
        case Operator("kl", (x, p, q)):
            return Operator("kl", (x, q, p))
    return None


MOMENTS, NORMAL, DENSITY = "expectation-variance", "gaussian-moments", "pdf-cdf"
BETA, TWO_X = "conjugate-beta-binomial", "if(0 <= x and x <= 1, 2*x, 0)"
MISCONCEPTIONS = (
    Misconception("function-of-the-mean", MOMENTS,
        "You put the mean into the function. Averaging comes last: $E[g(X)]$ is the integral of $g$ against the "
        "density.",
        moment_of_the_mean, "The function of the mean", (f"expect(x^2, x, {TWO_X})", "4/9")),
    Misconception("variance-scaled-once", MOMENTS,
        "You took the factor out of the variance as it is. A variance measures squares: $\\mathrm{Var}(aX+b) = "
        "a^2\\,\\mathrm{Var}(X)$.",
        variance_scaled_once, "The factor of a variance not squared", ("variance(3*x + 2, x, normal(1, 4))", "50")),
    Misconception("variance-shifted", MOMENTS,
        "You added the constant to the variance. A shift moves the mean and leaves the spread as it is.",
        variance_shifted, "A constant added to the variance", ("variance(3*x + 2, x, normal(1, 4))", "146")),
    Misconception("mean-not-squared", MOMENTS,
        "You subtracted the mean itself. Subtract its square: $E[X^2] - E[X]^2$.",
        mean_not_squared, "The mean was not squared", (f"variance(x, x, {TWO_X})", "-1/6")),
    Misconception("square-without-the-mean", MOMENTS,
        "You gave the mean of the square. The variance subtracts the square of the mean.",
        square_alone, "The square of the mean is missing", (f"variance(x, x, {TWO_X})", "1/2")),
    Misconception("density-left-out", MOMENTS,
        "You integrated the function without the density. Multiply by it: likely values count for more.",
        density_left_out, "The density is missing", (f"expect(x^2, x, {TWO_X})", "1/3")),
    Misconception("variance-read-for-deviation", NORMAL,
        "You took the given standard deviation for the variance. In $\\mathrm{normal}(\\mu, s)$ the second number is "
        "$s$, so the variance is $s^2$.",
        spread_for_variance, "The standard deviation read as the variance", ("variance(x, x, normal(1, 4))", "4")),
    Misconception("deviation-squared-twice", NORMAL,
        "You scaled with the variance where the standard deviation belongs. Standardise with $s$: "
        "$X = \\mu + s Z$.",
        variance_for_spread, "The variance for the standard deviation", ("variance(x, x, normal(1, 4))", "256")),
    Misconception("rate-for-scale", BETA,
        "You used the rate as the scale. They are reciprocals: an exponential variable of rate $\\lambda$ has mean "
        "$1/\\lambda$.",
        rate_for_scale, "Rate and scale exchanged", ("expect(x, x, exponential(4))", "4")),
    Misconception("normaliser-not-turned-over", DENSITY,
        "You gave the integral itself. The constant times the integral has to be 1, so it is one over it.",
        not_turned_over, "The constant upside down", ("normalise(x^2, x, 0, 1)", "1/3")),
    Misconception("largest-value-divided", DENSITY,
        "You divided by the largest value. A density has area 1, not height 1: divide by the integral.",
        largest_value_divided, "Divided by the maximum", ("normalise(x^2, x, 0, 2)", "1/4")),
    Misconception("entropy-minus-lost", "entropy-cross-entropy",
        "You lost the minus. Entropy is the mean of $-\\ln p$.",
        entropy_minus_lost, "The minus of the entropy", ("entropy(x, uniform(0, 4))", "-ln(4)")),
    Misconception("divergence-turned-round", "kl-divergence",
        "You exchanged the two densities. The divergence is not symmetric: average under the first, with the first "
        "on top in the logarithm.",
        divergence_turned_round, "The divergence the other way round",
        ("kl(x, exponential(1), exponential(2))", "ln(2) - 1/2")),
)  # fmt: skip
