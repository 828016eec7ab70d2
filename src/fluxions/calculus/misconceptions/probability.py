"""Wrong ways to expectations, variances, densities, tails, entropies and posteriors."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.densities import pieces
from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    PI,
    TWO,
    ZERO,
    Add,
    Div,
    Expr,
    Fn,
    Int,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Sym,
    fn,
    sqrt,
)  # fmt: skip
from fluxions.calculus.misconceptions.integrals import exponent_of
from fluxions.calculus.rules.definite.fundamental import MINUS_INF, split_constant
from fluxions.calculus.rules.definite.gamma_beta import beta_integral, gamma_integral, powers_of_x_and_mirror
from fluxions.calculus.rules.definite.gaussian import bell, complete_the_square, gaussian_integral, over
from fluxions.calculus.rules.definite.normal import normal_moment
from fluxions.calculus.rules.definite.powers import coefficients, power_of, split_exponential
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


def tail_for_distribution(goal: Expr) -> Expr | None:
    """P(X > a) taken for Φ(a), and P(X < a) for 1 − Φ(a)."""
    match goal:
        case Int(Fn("phi", (u,)), x, low, high) if u == x and high == INF and low not in (None, MINUS_INF):
            return fn("Phi", low) if low is not None else None
        case Int(Fn("phi", (u,)), x, low, high) if u == x and low == MINUS_INF and high not in (None, INF):
            return ONE - fn("Phi", high) if high is not None else None
    return None


def density_for_distribution(goal: Expr) -> Expr | None:
    """∫ φ from a to b taken for φ(b) − φ(a)."""
    match goal:
        case Int(Fn("phi", (u,)), x, low, high) if u == x and low is not None and high is not None:
            ends = [ZERO if each in (INF, MINUS_INF) else fn("phi", each) for each in (high, low)]
            return None if ends == [ZERO, ZERO] else ends[0] - ends[1]
    return None


def even_moment_one(goal: Expr) -> Expr | None:
    """E[Z⁴], E[Z⁶], … taken for 1, as E[Z²] is."""
    return ONE if found(normal_moment(goal)) not in (None, found(Num(1))) else None


def root_of_pi_lost(goal: Expr) -> Expr | None:
    """∫ exp(−a x²) taken for π/a."""
    seen = bell(goal)
    return over(PI, seen.a) if seen is not None and gaussian_integral(goal) is not None else None


def width_upside_down(goal: Expr) -> Expr | None:
    """∫ exp(−a x²) taken for √(aπ)."""
    seen = bell(goal)
    if seen is None or gaussian_integral(goal) is None or seen.a == ONE:
        return None
    return sqrt(Mul((seen.a, PI)))


def half_in_the_exponent_ignored(goal: Expr) -> Expr | None:
    """∫ exp(−x²/2) taken for √π, and of exp(−x²/(2s²)) for s√π."""
    seen = bell(goal)
    if seen is None or gaussian_integral(goal) is None:
        return None
    half = {Num(1, 2), tidied(Div(ONE, TWO))}
    twice = tidied(Mul((TWO, seen.a)))
    if seen.a in half or not isinstance(seen.a, Num):
        return sqrt(over(PI, twice))
    return None


def completed_factor_lost(goal: Expr) -> Expr | None:
    """The square in the exponent completed, and the factor e^(b²/4a) dropped."""
    match found(complete_the_square(goal)):
        case seen if seen is not None and isinstance(seen.result, Mul):
            return seen.result.factors[-1]
    return None


def gamma_as_factorial(goal: Expr) -> Expr | None:
    """Γ(n) taken for n!."""
    match goal:
        case Fn("gamma", (Num(n),)) if n.denominator == 1 and 1 < n <= 12:
            return fn("factorial", Num(n))
    return None


def rate_power_lost(goal: Expr) -> Expr | None:
    """∫ xᵖ e^(−cx) dx taken for Γ(p + 1), without the power of c."""
    match goal:
        case Int(f, x, low, high) if low == ZERO and high == INF and gamma_integral(goal) is not None:
            c, moving = split_constant(f, x)
            p = power_of(split_exponential(moving)[0], x)
            rate = _rate(f, x)
            if p is not None and rate not in (None, ONE):
                return Mul((c, fn("gamma", tidied(p + ONE))))
    return None


def rate_once(goal: Expr) -> Expr | None:
    """∫ xᵖ e^(−cx) dx taken for Γ(p + 1)/c."""
    rate = _rate(goal.arg, goal.variable) if isinstance(goal, Int) else None
    whole = rate_power_lost(goal)
    return None if whole is None or rate is None else Div(whole, rate)


def _rate(f: Expr, x: Sym) -> Expr | None:
    exponent = split_exponential(split_constant(f, x)[1])[1]
    known = coefficients(exponent, x) if exponent is not None else None
    return tidied(Neg(known[1])) if known is not None and set(known) == {1} else None


def beta_inverted(goal: Expr) -> Expr | None:
    """B(a, b) taken for Γ(a + b)/(Γ(a)Γ(b))."""
    match found(beta_integral(goal)):
        case seen if seen is not None and isinstance(seen.result, Div):
            return Div(seen.result.bottom, seen.result.top)
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
    match _binomial(goal):
        case (a, b, p, q):
            return Operator("betadist", (tidied(a + p), tidied(b + p + q)))
    return None


def successes_to_both(goal: Expr) -> Expr | None:
    """The successes added to both parameters."""
    match _binomial(goal):
        case (a, b, p, q) if p != q:
            return Operator("betadist", (tidied(a + p), tidied(b + p)))
    return None


def _binomial(goal: Expr) -> tuple[Expr, Expr, Expr, Expr] | None:
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


MOMENTS, NORMAL, DENSITY = "expectation-variance", "gaussian-moments", "pdf-cdf"
PHI, GAUSS, GAMMA = "error-function-normal-cdf", "gaussian-integral", "gamma-beta-functions"
BAYES, BETA = "bayes-rule-densities", "conjugate-beta-binomial"
TWO_X = "if(0 <= x and x <= 1, 2*x, 0)"
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
    Misconception("tail-for-distribution", PHI,
        "You took the other tail. $\\Phi(a)$ is the probability below $a$; above it is $1 - \\Phi(a)$.",
        tail_for_distribution, "The wrong tail", ("int(phi(x), x, 2, inf)", "Phi(2)")),
    Misconception("height-for-area", PHI,
        "You used the density where its integral belongs. $\\varphi$ is the height of the curve, $\\Phi$ the area to "
        "its left.",
        density_for_distribution, "phi in the place of Phi", ("int(phi(x), x, -1, 2)", "phi(2) - phi(-1)")),
    Misconception("even-moments-all-one", NORMAL,
        "You gave 1 for this moment. That is the second one: the fourth is $1\\cdot3$, the sixth "
        "$1\\cdot3\\cdot5$.",
        even_moment_one, "The fourth moment taken for 1", ("expect(x^4, x, normal(0, 1))", "1")),
    Misconception("gaussian-root-lost", GAUSS,
        "You lost the square root. $\\pi$ is the square of this integral: it is $\\sqrt{\\pi/a}$.",
        root_of_pi_lost, "The square root is missing", ("int(exp(-3*x^2), x, -inf, inf)", "pi/3")),
    Misconception("gaussian-width-inverted", GAUSS,
        "You multiplied by the factor in the exponent. A larger factor makes the bell narrower: divide, "
        "$\\sqrt{\\pi/a}$.",
        width_upside_down, "The width upside down", ("int(exp(-3*x^2), x, -inf, inf)", "sqrt(3*pi)")),
    Misconception("gaussian-half-ignored", GAUSS,
        "You overlooked the one half in the exponent. With $a = 1/2$ the integral is $\\sqrt{2\\pi}$.",
        half_in_the_exponent_ignored, "The half in the exponent", ("int(exp(-x^2/2), x, -inf, inf)", "sqrt(pi)")),
    Misconception("completed-factor-lost", GAUSS,
        "You completed the square and lost what is left over. It stays in front as the factor $e^{b^2/(4a)}$.",
        completed_factor_lost, "The factor of the completed square",
        ("int(exp(-x^2 + 2x), x, -inf, inf)", "sqrt(pi)")),
    Misconception("gamma-as-factorial", GAMMA,
        "You took $\\Gamma(n)$ for $n!$. It is one step behind: $\\Gamma(n) = (n-1)!$.",
        gamma_as_factorial, "Gamma one step too far", ("int(x^4*e^(-x), x, 0, inf)", "120")),
    Misconception("gamma-rate-lost", GAMMA,
        "You left the rate out. With $u = c\\,x$ each $x$ and the $dx$ bring a factor $1/c$: divide by $c^{p+1}$.",
        rate_power_lost, "The rate is missing", ("int(x^3*e^(-2x), x, 0, inf)", "6")),
    Misconception("gamma-rate-once", GAMMA,
        "You divided by the rate once. The power brings its own factors: divide by $c^{p+1}$.",
        rate_once, "The rate divided once", ("int(x^3*e^(-2x), x, 0, inf)", "3")),
    Misconception("beta-inverted", GAMMA,
        "You turned the quotient over. $B(a,b) = \\Gamma(a)\\Gamma(b)/\\Gamma(a+b)$, a number that is small.",
        beta_inverted, "The beta quotient upside down", ("int(x^2*(1 - x)^3, x, 0, 1)", "60")),
    Misconception("entropy-minus-lost", "entropy-cross-entropy",
        "You lost the minus. Entropy is the mean of $-\\ln p$.",
        entropy_minus_lost, "The minus of the entropy", ("entropy(x, uniform(0, 4))", "-ln(4)")),
    Misconception("divergence-turned-round", "kl-divergence",
        "You exchanged the two densities. The divergence is not symmetric: average under the first, with the first "
        "on top in the logarithm.",
        divergence_turned_round, "The divergence the other way round",
        ("kl(x, exponential(1), exponential(2))", "ln(2) - 1/2")),
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
