"""Wrong formulas for named densities: spreads of uniform and normal variables, generating functions, updates."""

from __future__ import annotations

from fluxions.calculus.derivation.densities import pieces
from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Div, Expr, Mul, Neg, Num, Operator, Pow, Sym, exp, fn
from fluxions.calculus.misconceptions.posteriors import binomial
from fluxions.calculus.rules.integration.squares import coefficients as polynomial_in
from fluxions.calculus.rules.probability.posterior import matched
from fluxions.calculus.trees import free_of, substituted


# --- uniform ---------------------------------------------------------------------------------------------------------
def _uniform(goal: Expr, kind: str) -> tuple[Expr, Expr] | None:
    """The ends of the range in the mean, or the variance, of a uniform variable."""
    match goal:
        case Operator(name, (f, x, Operator("uniform", (a, b)))) if name == kind and f == x:
            return a, b
    return None


def twelfth_left_out(goal: Expr) -> Expr | None:
    """The variance (b − a)²/12 taken for (b − a)²."""
    ends = _uniform(goal, "variance")
    return Pow(ends[1] - ends[0], TWO) if ends else None


def half_range_squared(goal: Expr) -> Expr | None:
    """The variance (b − a)²/12 taken for ((b − a)/2)²."""
    ends = _uniform(goal, "variance")
    return Div(Pow(ends[1] - ends[0], TWO), Num(4)) if ends else None


def spread_by_the_sum(goal: Expr) -> Expr | None:
    """The variance (b − a)²/12 taken for (a + b)²/12."""
    ends = _uniform(goal, "variance")
    return Div(Pow(ends[0] + ends[1], TWO), Num(12)) if ends and ends[0] != ZERO else None


def width_for_mean(goal: Expr) -> Expr | None:
    """The mean (a + b)/2 taken for b − a."""
    ends = _uniform(goal, "expect")
    return ends[1] - ends[0] if ends else None


def averaged_at_the_ends(goal: Expr) -> Expr | None:
    """E[g(X)] of a uniform variable taken for (g(a) + g(b))/2."""
    match goal:
        case Operator("expect", (f, Sym() as x, Operator("uniform", (a, b)))) if f != x and not f.stands:
            if not free_of(f, x):
                return Div(Add(tuple(substituted(f, {x.name: end}) for end in (a, b))), TWO)
    return None


# --- means and variances ---------------------------------------------------------------------------------------------
def mean_for_variance(goal: Expr) -> Expr | None:
    """Var[X] taken for E[X]."""
    match goal:
        case Operator("variance", (f, Sym() as x, density)):
            return Operator("expect", (f, x, density))
    return None


def mean_squared_alone(goal: Expr) -> Expr | None:
    """Var[X] taken for E[X]²."""
    match goal:
        case Operator("variance", (f, Sym() as x, density)):
            return Pow(Operator("expect", (f, x, density)), TWO)
    return None


def moments_added(goal: Expr) -> Expr | None:
    """Var[X] taken for E[X²] + E[X]²."""
    match goal:
        case Operator("variance", (f, Sym() as x, density)):
            return Operator("expect", (Pow(f, TWO), x, density)) + Pow(Operator("expect", (f, x, density)), TWO)
    return None


def second_moment_by_difference(goal: Expr) -> Expr | None:
    """E[X²] taken for E[X]² − Var[X]."""
    match goal:
        case Operator("expect", (Pow(f, Num(n)), Sym() as x, density)) if n == 2 and not free_of(f, x):
            return Pow(Operator("expect", (f, x, density)), TWO) - Operator("variance", (f, x, density))
    return None


def _line(goal: Expr, kind: str) -> tuple[Expr, Expr, Sym, Expr] | None:
    """a, b, x and the density of the mean or the variance of aX + b."""
    match goal:
        case Operator(name, (f, Sym() as x, density)) if name == kind and f != x:
            known = polynomial_in(f, x)
            if known is not None and max(known, default=0) == 1:
                return known[1], known.get(0, ZERO), x, density
    return None


def variance_factor_dropped(goal: Expr) -> Expr | None:
    """Var[aX + b] taken for Var[X]."""
    match _line(goal, "variance"):
        case (a, _, x, density) if a != ONE:
            return Operator("variance", (x, x, density))
    return None


def shift_scaled_too(goal: Expr) -> Expr | None:
    """E[aX + b] taken for a (E[X] + b)."""
    match _line(goal, "expect"):
        case (a, b, x, density) if a != ONE and b != ZERO:
            return Mul((a, Add((Operator("expect", (x, x, density)), b))))
    return None


def standard_taken(goal: Expr) -> Expr | None:
    """A normal variable taken for the standard one."""
    match goal:
        case Operator("expect" | "variance" as name, (f, x, Operator("normal", parameters))):
            return Operator(name, (f, x, Operator("normal", (ZERO, ONE)))) if parameters != (ZERO, ONE) else None
    return None


def median_for_mean(goal: Expr) -> Expr | None:
    """The mean 1/λ of an exponential variable taken for its median ln 2/λ."""
    match goal:
        case Operator("expect", (f, x, Operator("exponential", (rate,)))) if f == x:
            return Div(fn("ln", TWO), rate)
    return None


# --- generating functions --------------------------------------------------------------------------------------------
def _normal_mgf(goal: Expr) -> tuple[Expr, Expr, Expr] | None:
    """t, μ and σ of the generating function of a normal variable."""
    match goal:
        case Operator("mgf", (t, _, Operator("normal", (mean, deviation)))):
            return t, mean, deviation
    return None


def _bell(t: Expr, mean: Expr, spread: Expr) -> Expr:
    """exp(μt + spread · t²)."""
    return exp(Add((Mul((mean, t)), Mul((spread, Pow(t, TWO))))))


def half_of_square_lost(goal: Expr) -> Expr | None:
    """exp(μt + σ²t²/2) taken for exp(μt + σ²t²)."""
    match _normal_mgf(goal):
        case (t, mean, deviation):
            return _bell(t, mean, Pow(deviation, TWO))
    return None


def minus_of_the_bell_kept(goal: Expr) -> Expr | None:
    """exp(μt + σ²t²/2) taken for exp(μt − σ²t²/2)."""
    match _normal_mgf(goal):
        case (t, mean, deviation):
            return _bell(t, mean, Neg(Div(Pow(deviation, TWO), TWO)))
    return None


def deviation_not_squared(goal: Expr) -> Expr | None:
    """exp(μt + σ²t²/2) taken for exp(μt + σt²/2)."""
    match _normal_mgf(goal):
        case (t, mean, deviation) if deviation != ONE:
            return _bell(t, mean, Div(deviation, TWO))
    return None


def mean_left_out_of_mgf(goal: Expr) -> Expr | None:
    """exp(μt + σ²t²/2) taken for exp(σ²t²/2)."""
    match _normal_mgf(goal):
        case (t, mean, deviation) if mean != ZERO:
            return exp(Div(Mul((Pow(deviation, TWO), Pow(t, TWO))), TWO))
    return None


def logarithm_of_mgf(goal: Expr) -> Expr | None:
    """The cumulant generating function given for the moment generating function."""
    match goal:
        case Operator("mgf", _):
            return fn("ln", goal)
    return None


def density_for_mgf(goal: Expr) -> Expr | None:
    """M(t) taken for the density at t."""
    match goal:
        case Operator("mgf", (t, Sym() as x, density)):
            parts = pieces(density, x)
            return substituted(parts[0].value, {x.name: t}) if parts and len(parts) == 1 else None
    return None


# --- updates ---------------------------------------------------------------------------------------------------------
def data_left_out(goal: Expr) -> Expr | None:
    """The posterior taken for the prior."""
    match goal:
        case Operator("posterior", (_, Operator() as prior, _)):
            return prior
    return None


def counts_multiplied(goal: Expr) -> Expr | None:
    """beta(a + k, b + m) taken for beta(a·k, b·m)."""
    match binomial(goal):
        case (a, b, p, q):
            return Operator("betadist", (tidied(a * p), tidied(b * q)))
    return None


def _matched(goal: Expr, name: str) -> tuple[Expr, ...] | None:
    """The parameters that a kernel is rightly matched to."""
    match found(matched(goal)):
        case (Operator(kind, parameters), *_) if kind == name:
            return parameters
    return None


def beta_exchanged(goal: Expr) -> Expr | None:
    """beta(a, b) taken for beta(b, a)."""
    match _matched(goal, "betadist"):
        case (a, b) if a != b:
            return Operator("betadist", (b, a))
    return None


def one_added_again(goal: Expr) -> Expr | None:
    """beta(a, b) taken for beta(a + 1, b + 1)."""
    match _matched(goal, "betadist"):
        case (a, b):
            return Operator("betadist", (tidied(a + ONE), tidied(b + ONE)))
    return None


def gamma_rate_as_scale(goal: Expr) -> Expr | None:
    """θᵏ⁻¹ e^(−rθ) matched to a gamma density of scale r."""
    match _matched(goal, "gammadist"):
        case (shape, scale):
            return Operator("gammadist", (shape, tidied(Div(ONE, scale))))
    return None


def gamma_exponent_as_shape(goal: Expr) -> Expr | None:
    """θᵏ⁻¹ e^(−rθ) matched to a gamma density of shape k − 1."""
    match _matched(goal, "gammadist"):
        case (shape, scale) if shape != ONE:
            return Operator("gammadist", (tidied(shape - ONE), scale))
    return None


MOMENTS, NORMAL, MGF, BETA, BAYES = (
    "expectation-variance", "gaussian-moments", "mgf-cumulants", "conjugate-beta-binomial", "bayes-rule-densities",
)  # fmt: skip
SPREAD, BELL, COINS = (
    "variance(x, x, uniform(1, 5))", "mgf(t, x, normal(2, 3))", "posterior(p^7*(1 - p)^3, betadist(2, 3), p)"
)  # fmt: skip
RATE = "posterior(exp(-2*l)*l^3, gammadist(2, 1/3), l)"
MISCONCEPTIONS = (
    Misconception("twelfth-left-out", MOMENTS,
        "You gave the square of the width. The variance of a uniform variable is a twelfth of it.",
        twelfth_left_out, "The division by twelve is missing", (SPREAD, "16")),
    Misconception("half-range-squared", MOMENTS,
        "You squared the largest distance from the mean. The variance averages the squared distances: a twelfth of the "
        "squared width.",
        half_range_squared, "Half the width squared", (SPREAD, "4")),
    Misconception("spread-by-the-sum", MOMENTS,
        "You added the ends. The spread depends on the width: subtract them before you square.",
        spread_by_the_sum, "The sum of the ends for the width", (SPREAD, "3")),
    Misconception("width-for-mean", MOMENTS,
        "You gave the width. The mean is the middle: half the sum of the ends.",
        width_for_mean, "The width for the mean", ("expect(x, x, uniform(1, 5))", "4")),
    Misconception("averaged-at-the-ends", MOMENTS,
        "You averaged the values at the two ends. Every value between counts as well: integrate over the range.",
        averaged_at_the_ends, "The mean of the two ends", ("expect(x^2, x, uniform(1, 5))", "13")),
    Misconception("mean-for-variance", MOMENTS,
        "You gave the mean. The variance is the mean square of the distance from it.",
        mean_for_variance, "The mean for the variance", (SPREAD, "3")),
    Misconception("mean-squared-alone", MOMENTS,
        "You gave the square of the mean. The variance is the mean of the square minus that.",
        mean_squared_alone, "The square of the mean for the variance", (SPREAD, "9")),
    Misconception("moments-added", MOMENTS,
        "You added the square of the mean. The variance subtracts it: $E[X^2] - E[X]^2$.",
        moments_added, "The square of the mean was added", (SPREAD, "58/3")),
    Misconception("second-moment-by-difference", MOMENTS,
        "You subtracted the variance. The mean square is larger than the squared mean: $E[X^2] = E[X]^2 + "
        "\\mathrm{Var}(X)$.",
        second_moment_by_difference, "The variance was subtracted", ("expect(x^2, x, normal(3, 2))", "5")),
    Misconception("variance-factor-dropped", MOMENTS,
        "You left the factor out. A factor stretches the spread: $\\mathrm{Var}(aX + b) = a^2\\,\\mathrm{Var}(X)$.",
        variance_factor_dropped, "The factor of a variance is missing", ("variance(3x + 2, x, normal(1, 4))", "16")),
    Misconception("shift-scaled-too", MOMENTS,
        "You multiplied the shift as well. Only the variable has the factor: $E[aX + b] = a\\,E[X] + b$.",
        shift_scaled_too, "The shift was multiplied too", ("expect(3x + 2, x, normal(1, 4))", "9")),
    Misconception("standard-normal-taken", NORMAL,
        "You used the standard normal density. Put $X = \\mu + \\sigma Z$ first, then use the moments of $Z$.",
        standard_taken, "The standard normal for the given one", ("expect(x^4, x, normal(0, 2))", "3")),
    Misconception("median-for-mean", MOMENTS,
        "You gave the median, which half of the values stay below. The mean of an exponential variable is one over "
        "its rate.",
        median_for_mean, "The median for the mean", ("expect(x, x, exponential(4))", "ln(2)/4")),
    Misconception("half-of-generating-square-lost", MGF,
        "You lost the half before the square. Completing the square leaves $\\mu t + \\sigma^2t^2/2$.",
        half_of_square_lost, "The half in the generating function", (BELL, "exp(2t + 9t^2)")),
    Misconception("generating-square-turned", MGF,
        "You kept the minus of the bell. Completing the square leaves a plus: $\\mu t + \\sigma^2t^2/2$.",
        minus_of_the_bell_kept, "A minus before the square in the generating function", (BELL, "exp(2t - 9t^2/2)")),
    Misconception("generating-deviation-once", MGF,
        "You took the standard deviation where the variance stands. The exponent has $\\sigma^2t^2/2$.",
        deviation_not_squared, "The deviation in the generating function not squared", (BELL, "exp(2t + 3t^2/2)")),
    Misconception("generating-mean-left-out", MGF,
        "You left out the mean. It adds $\\mu t$ to the exponent.",
        mean_left_out_of_mgf, "The mean is missing in the generating function", (BELL, "exp(9t^2/2)")),
    Misconception("cumulants-for-moments", MGF,
        "You took the logarithm, which generates the cumulants. The moment generating function is $E[e^{tX}]$ itself.",
        logarithm_of_mgf, "The logarithm of the generating function", (BELL, "2t + 9t^2/2")),
    Misconception("density-for-generating-function", MGF,
        "You put $t$ into the density. The generating function is the mean of $e^{tX}$: multiply and integrate.",
        density_for_mgf, "The density for the generating function", ("mgf(t, x, exponential(3))", "3exp(-3t)")),
    Misconception("data-left-out", BAYES,
        "You gave the prior. The data change it: multiply it by the likelihood.",
        data_left_out, "The prior for the posterior", (COINS, "betadist(2, 3)")),
    Misconception("counts-multiplied", BETA,
        "You multiplied the counts. Exponents of the same base add: $a + k$ and $b + n - k$.",
        counts_multiplied, "Counts multiplied, not added", (COINS, "betadist(14, 9)")),
    Misconception("beta-parameters-exchanged", BETA,
        "You exchanged the parameters. The first belongs to $p$, the second to $1 - p$.",
        beta_exchanged, "The parameters of the beta density are exchanged", (COINS, "betadist(6, 9)")),
    Misconception("parameters-one-too-large", BETA,
        "You added one more. Prior and likelihood have the exponents $a - 1 + k$ and $b - 1 + n - k$, so the "
        "parameters are $a + k$ and $b + n - k$.",
        one_added_again, "Parameters one too large", (COINS, "betadist(10, 7)")),
    Misconception("gamma-rate-as-scale", BAYES,
        "You gave the rate where the scale stands. In $\\theta^{k-1}e^{-\\theta/s}$ the second parameter is $s$: one "
        "over the rate.",
        gamma_rate_as_scale, "The rate in the place of the scale", (RATE, "gammadist(5, 5)")),
    Misconception("gamma-exponent-as-shape", BAYES,
        "You read the exponent as the shape. A gamma density has $\\theta^{k-1}$: add one to the exponent.",
        gamma_exponent_as_shape, "The shape one too small", (RATE, "gammadist(4, 1/5)")),
)  # fmt: skip
