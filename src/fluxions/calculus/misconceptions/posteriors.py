"""Wrong ways from a prior and a likelihood to a posterior."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    TWO,
    ZERO,
    Expr,
    Mul,
    Neg,
    Operator,
    Sym,
)  # fmt: skip
from fluxions.calculus.rules.definite.fundamental import split_constant
from fluxions.calculus.rules.definite.gamma_beta import powers_of_x_and_mirror
from fluxions.calculus.rules.definite.gaussian import over
from fluxions.calculus.rules.definite.powers import coefficients, split_exponential


def prior_left_out(goal: Expr) -> Expr | None:
    """The likelihood alone taken for the posterior, up to its constant."""
    match goal:
        case Operator("posterior", (likelihood, _, Sym() as theta)):
            return Operator("kernel", (split_constant(likelihood, theta)[1], theta))
    return None


def exponents_as_parameters(goal: Expr) -> Expr | None:
    """θᵖ(1 − θ)^q read as the beta density with parameters p and q."""
    match goal:
        case Operator("kernel", (kernel, Sym() as theta)):
            powers = powers_of_x_and_mirror(kernel, theta)
            return None if powers is None else Operator("betadist", powers)
    return None


def trials_for_failures(goal: Expr) -> Expr | None:
    """k successes in n trials added as k and n, instead of k and n − k."""
    match binomial(goal):
        case (a, b, p, q):
            return Operator("betadist", (tidied(a + p), tidied(b + p + q)))
    return None


def successes_to_both(goal: Expr) -> Expr | None:
    """The successes added to both parameters."""
    match binomial(goal):
        case (a, b, p, q) if p != q:
            return Operator("betadist", (tidied(a + p), tidied(b + p)))
    return None


def binomial(goal: Expr) -> tuple[Expr, Expr, Expr, Expr] | None:
    """(a, b, p, q) of a posterior under betadist(a, b) with the likelihood θᵖ(1 − θ)^q."""
    match goal:
        case Operator("posterior", (likelihood, Operator("betadist", (a, b)), Sym() as theta)):
            powers = powers_of_x_and_mirror(split_constant(likelihood, theta)[1], theta)
            if powers is not None and ZERO not in powers:
                return a, b, *powers
    return None


def posterior_spread_as_variance(goal: Expr) -> Expr | None:
    """The variance of a normal posterior given in the place of its standard deviation."""
    match goal:
        case Operator("kernel", (kernel, Sym() as theta)):
            exponent = split_exponential(kernel)[1]
            known = coefficients(exponent, theta) if exponent is not None else None
            if known is not None and max(known) == 2:
                twice = tidied(Neg(Mul((TWO, known[2]))))
                mean = tidied(over(known.get(1, ZERO), twice))
                return Operator("normal", (mean, tidied(over(ONE, twice))))
    return None


BAYES, BETA = "bayes-rule-densities", "conjugate-beta-binomial"
MISCONCEPTIONS = (
    Misconception("prior-left-out", BAYES,
        "You normalised the likelihood alone. The posterior is likelihood times prior: multiply before you match.",
        prior_left_out, "The prior is missing", ("posterior(p^7*(1 - p)^3, betadist(2, 2), p)", "betadist(8, 4)")),
    Misconception("exponents-as-parameters", BETA,
        "You read the exponents as the parameters. A beta density has $\\theta^{a-1}(1-\\theta)^{b-1}$: add one to "
        "each exponent.",
        exponents_as_parameters, "Parameters one too small",
        ("posterior(p^7*(1 - p)^3, betadist(2, 2), p)", "betadist(8, 4)")),
    Misconception("trials-for-failures", BETA,
        "You added all trials to the second parameter. It counts the failures alone: $b + n - k$.",
        trials_for_failures, "Trials in the place of failures",
        ("posterior(p^7*(1 - p)^3, betadist(2, 2), p)", "betadist(9, 12)")),
    Misconception("successes-to-both", BETA,
        "You added the successes to both parameters. They belong to the first; the failures go to the second.",
        successes_to_both, "Successes added twice", ("posterior(p^7*(1 - p)^3, betadist(2, 2), p)", "betadist(9, 9)")),
    Misconception("posterior-variance-for-deviation", "conjugate-gaussian",
        "You gave the variance of the posterior where its standard deviation stands. Take the square root.",
        posterior_spread_as_variance, "The posterior variance for its deviation",
        ("posterior(exp(-(3 - m)^2/2), normal(1, 1), m)", "normal(2, 1/2)")),
)  # fmt: skip
