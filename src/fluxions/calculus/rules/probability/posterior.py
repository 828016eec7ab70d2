"""Posteriors of conjugate families: multiply likelihood and prior, then match the kernel of a known density."""

from __future__ import annotations

from fluxions.calculus.derivation.densities import named
from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Div, Expr, Mul, Neg, Operator, Pow, Sym, exp, sqrt
from fluxions.calculus.rules.definite.fundamental import split_constant
from fluxions.calculus.rules.definite.gamma_beta import powers_of_x_and_mirror
from fluxions.calculus.rules.definite.gaussian import over
from fluxions.calculus.rules.definite.powers import coefficients, power_of, split_exponential


def proportional(node: Expr) -> Expr | Found | None:
    """The posterior is proportional to likelihood times prior; what does not hold θ is left out."""
    match node:
        case Operator("posterior", (likelihood, prior, Sym() as theta)):
            kernel = _kernel(likelihood, named(prior), theta)
            if kernel is None:
                return None
            return Found(Operator("kernel", (kernel, theta)), (("t", theta), ("p", named(prior)), ("k", kernel)))
    return None


def _kernel(likelihood: Expr, prior: Expr, theta: Sym) -> Expr | None:
    _, moving = split_constant(likelihood, theta)
    match prior:
        case Operator("uniform", (low, high)) if (low, high) == (ZERO, ONE):
            return _kernel(likelihood, Operator("betadist", (ONE, ONE)), theta)
        case Operator("betadist", (a, b)):
            powers = powers_of_x_and_mirror(moving, theta)
            if powers is None:
                return None
            p, q = (tidied(have + put - ONE) for have, put in zip(powers, (a, b), strict=True))
            return _product((Pow(theta, p), Pow(ONE - theta, q)))
        case Operator("gammadist", (k, scale)):
            return _gamma_kernel(moving, k, over(ONE, scale), theta)
        case Operator("exponential", (rate,)):
            return _gamma_kernel(moving, ONE, rate, theta)
        case Operator("normal", (mean, deviation)):
            return _normal_kernel(moving, mean, deviation, theta)
    return None


def _gamma_kernel(moving: Expr, shape: Expr, rate: Expr, theta: Sym) -> Expr | None:
    factor, exponent = split_exponential(moving)
    p = power_of(factor, theta)
    known = {1: ZERO} if exponent is None else coefficients(exponent, theta)
    if p is None or known is None or not set(known) <= {0, 1}:
        return None
    whole = tidied(rate - known.get(1, ZERO))
    return _product((Pow(theta, tidied(shape + p - ONE)), exp(Neg(tidied(Mul((whole, theta)))))))


def _normal_kernel(moving: Expr, mean: Expr, deviation: Expr, theta: Sym) -> Expr | None:
    factor, exponent = split_exponential(moving)
    known = coefficients(exponent, theta) if exponent is not None and factor == ONE else None
    if known is None or max(known) > 2:
        return None
    precision = over(ONE, tidied(Pow(deviation, TWO)))
    square = tidied(Div(precision, TWO) - known.get(2, ZERO))
    line = tidied(known.get(1, ZERO) + Mul((mean, precision)))
    curve = tidied(Neg(Mul((square, Pow(theta, TWO)))))
    return exp(curve if line == ZERO else curve + tidied(Mul((line, theta))))


def _product(factors: tuple[Expr, ...]) -> Expr:
    return tidied(Mul(factors))


def matched(node: Expr) -> Expr | Found | None:
    """θ^(a−1)(1 − θ)^(b−1) is beta, θ^(k−1)e^(−rθ) gamma, exp(−Aθ² + Bθ) normal with mean B/(2A), variance 1/(2A)."""
    match node:
        case Operator("kernel", (kernel, Sym() as theta)):
            found = _normal(kernel, theta) or _gamma(kernel, theta) or _beta(kernel, theta)
            return None if found is None else Found(found, (("d", found), ("t", theta)))
    return None


def _normal(kernel: Expr, theta: Sym) -> Expr | None:
    factor, exponent = split_exponential(kernel)
    known = coefficients(exponent, theta) if exponent is not None and factor == ONE else None
    if known is None or max(known) != 2:
        return None
    twice = tidied(Neg(Mul((TWO, known[2]))))
    mean = tidied(over(known.get(1, ZERO), twice))
    return Operator("normal", (mean, tidied(sqrt(over(ONE, twice)))))


def _gamma(kernel: Expr, theta: Sym) -> Expr | None:
    factor, exponent = split_exponential(kernel)
    p = power_of(factor, theta)
    known = coefficients(exponent, theta) if exponent is not None else None
    if p is None or known is None or set(known) != {1}:
        return None
    return Operator("gammadist", (tidied(p + ONE), tidied(over(ONE, tidied(Neg(known[1]))))))


def _beta(kernel: Expr, theta: Sym) -> Expr | None:
    powers = powers_of_x_and_mirror(kernel, theta)
    return None if powers is None else Operator("betadist", tuple(tidied(each + ONE) for each in powers))


RULES = (
    Rule("likelihood-times-prior", "bayes-rule-densities",
         "The posterior is proportional to likelihood times prior; up to a factor without ${t}$ it is ${k}$.",
         proportional,
         "likelihood times prior"),
    Rule("matching-the-kernel", "conjugate-beta-binomial",
         "Up to its constant this is the density ${d}$; since densities integrate to 1, it is the posterior.", matched,
         "matching the kernel"),
)  # fmt: skip
