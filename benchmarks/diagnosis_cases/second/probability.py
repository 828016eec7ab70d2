"""Mistakes in expectations, variances, densities and what is learned of a parameter."""

from __future__ import annotations

from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

SQUARE = "the square of the expectation is taken for the expectation of the square"
DEVIATION = "the standard deviation is taken for the variance"
UNCENTRED = "the expectation of the square is given for the variance, its mean not subtracted"
NOT_SQUARED = "the mean is subtracted from the expectation of the square without being squared"
JENSEN = "the function of the expectation is taken for the expectation of the function"


def square_of_a_normal(random: Random) -> Asked:
    m, s = random.randint(1, 5), random.randint(2, 4)
    return Asked(f"expect(x^2, x, normal({m}, {s}))", f"{m * m + s * s}", {
        SQUARE: f"{m * m}", DEVIATION: f"{m * m + s}", "the variance is given for the expectation of the square": (
            f"{s * s}"
        ),
        "the variance is subtracted from the squared mean": f"{m * m - s * s}",
    })  # fmt: skip


def variance_of_a_line(random: Random) -> Asked:
    a, b, s = random.randint(2, 5), random.randint(1, 9), random.randint(2, 4)
    return Asked(f"variance({a}x + {b}, x, normal(1, {s}))", f"{a * a * s * s}", {
        "the factor of a variable leaves its variance unsquared": f"{a * s * s}",
        "a shift is added to the variance": f"{a * a * s * s + b}", DEVIATION: f"{a * a * s}",
        "the variance is treated like an expectation": f"{a * s * s + b}",
    })  # fmt: skip


def mean_of_a_line(random: Random) -> Asked:
    a, b, m = random.randint(2, 5), random.randint(2, 9), random.randint(1, 6)
    return Asked(f"expect({a}x - {b}, x, normal({m}, 2))", f"{a * m - b}", {
        "a shift is left out of the expectation": f"{a * m}", "a factor is left out of the expectation": f"{m - b}",
    })  # fmt: skip


def mean_of_an_exponential(random: Random) -> Asked:
    r = random.randint(2, 9)
    return Asked(f"expect(x, x, exponential({r}))", f"1/{r}", {
        "the rate is taken for the mean": f"{r}", "the variance is given where the mean is asked": f"1/{r * r}",
    })  # fmt: skip


def variance_of_an_exponential(random: Random) -> Asked:
    r = random.randint(2, 9)
    return Asked(f"variance(x, x, exponential({r}))", f"1/{r * r}", {
        UNCENTRED: f"2/{r * r}", "the standard deviation is given where the variance is asked": f"1/{r}",
    })  # fmt: skip


def square_of_an_exponential(random: Random) -> Asked:
    r = random.randint(2, 9)
    return Asked(f"expect(x^2, x, exponential({r}))", f"2/{r * r}", {
        SQUARE: f"1/{r * r}", "the mean is given where the second moment is asked": f"1/{r}",
    })  # fmt: skip


def variance_of_a_uniform(random: Random) -> Asked:
    a = random.randint(1, 4)
    b = a + random.randint(2, 7)
    d = b - a
    return Asked(f"variance(x, x, uniform({a}, {b}))", str(Q(d * d, 12)), {
        UNCENTRED: str(Q(a * a + a * b + b * b, 3)), "the length of a uniform interval is not squared": str(Q(d, 12)),
        "the mean is given where the variance is asked": str(Q(a + b, 2)), NOT_SQUARED: (
            str(Q(a * a + a * b + b * b, 3) - Q(a + b, 2))
        ),
    })  # fmt: skip


def square_of_a_uniform(random: Random) -> Asked:
    a = random.randint(1, 4)
    b = a + random.randint(2, 6)
    return Asked(f"expect(x^2, x, uniform({a}, {b}))", str(Q(a * a + a * b + b * b, 3)), {
        SQUARE: str(Q(a + b, 2) ** 2), "the density of a uniform variable is left out": str(Q(b**3 - a**3, 3)),
        "the density of a uniform variable is taken as 1/b": str(Q(b**3 - a**3, 3) / b),
    })  # fmt: skip


def mean_of_a_density(random: Random) -> Asked:
    b = random.randint(2, 6)
    return Asked(f"expect(x, x, if(0 <= x and x <= {b}, 2x/{b * b}, 0))", str(Q(2 * b, 3)), {
        "the density alone is integrated, without the variable": "1",
        "the middle of the interval is taken for the mean": str(Q(b, 2)),
        "the variable alone is integrated, without the density": str(Q(b * b, 2)),
    })  # fmt: skip


def variance_of_a_density(random: Random) -> Asked:
    b = random.randint(2, 6)
    return Asked(f"variance(x, x, if(0 <= x and x <= {b}, 2x/{b * b}, 0))", str(Q(b * b, 18)), {
        UNCENTRED: str(Q(b * b, 2)), NOT_SQUARED: str(Q(b * b, 2) - Q(2 * b, 3)),
        "the variance is subtracted the wrong way round": str(-Q(b * b, 18)),
    })  # fmt: skip


def function_of_a_density(random: Random) -> Asked:
    b = random.randint(2, 5)
    return Asked(f"expect(x^2, x, if(0 <= x and x <= {b}, 3x^2/{b**3}, 0))", str(Q(3 * b * b, 5)), {
        JENSEN: str(Q(3 * b, 4) ** 2), "the mean is given where the second moment is asked": str(Q(3 * b, 4)),
        "the density is integrated with the wrong power": str(Q(b * b, 2)),
    })  # fmt: skip


def exponential_of_a_normal(random: Random) -> Asked:
    m, s = random.randint(1, 3), random.randint(2, 4)
    return Asked(f"expect(e^x, x, normal({m}, {s}))", f"e^({m} + {Q(s * s, 2)})", {
        JENSEN: f"e^{m}", DEVIATION: f"e^({m} + {Q(s, 2)})",
        "the factor one half of the variance in the exponent is lost": f"e^({m + s * s})",
    })  # fmt: skip


def normalised_power(random: Random) -> Asked:
    n, b = random.randint(1, 3), random.randint(2, 4)
    x = "x" if n == 1 else f"x^{n}"
    return Asked(f"normalise({x}, x, 0, {b})", str(Q(n + 1, b ** (n + 1))), {
        "the integral is given where its reciprocal normalises": str(Q(b ** (n + 1), n + 1)),
        "the constant normalises the function at the end and not its integral": str(Q(1, b**n)),
        "the exponent is not raised when the power is integrated": str(Q(n + 1, b**n)),
    })  # fmt: skip


def normalised_exponential(random: Random) -> Asked:
    r = random.randint(2, 9)
    return Asked(f"normalise(e^(-{r}x), x, 0, inf)", f"{r}", {
        "the integral is given where its reciprocal normalises": f"1/{r}",
        "the sign of the value at the lower bound is lost": f"-{r}",
        "the function is taken to be normalised already": "1",
    })  # fmt: skip


def generating_function(random: Random) -> Asked:
    r = random.randint(2, 9)
    return Asked(f"mgf(t, x, exponential({r}))", f"{r}/({r} - t)", {
        "the sign of t is turned in the generating function": f"{r}/({r} + t)",
        "the rate in front of the density is left out": f"1/({r} - t)",
        "the generating function is turned over": f"({r} - t)/{r}",
    })  # fmt: skip


def coin(random: Random) -> Asked:
    a, b = random.randint(2, 4), random.randint(2, 4)
    k, n = random.choice([(7, 3), (5, 2), (6, 4), (3, 8), (2, 7)])
    return Asked(f"posterior(p^{k}*(1 - p)^{n}, betadist({a}, {b}), p)", f"betadist({a + k}, {b + n})", {
        "the prior is left out of the posterior": f"betadist({k + 1}, {n + 1})",
        "successes and failures are exchanged": f"betadist({a + n}, {b + k})",
        "the exponents of the kernel are taken for the parameters": f"betadist({a + k - 1}, {b + n - 1})",
        "the exponents of the likelihood are counted one too high": f"betadist({a + k + 1}, {b + n + 1})",
    })  # fmt: skip


def divergence(random: Random) -> Asked:
    a, b, s = random.randint(1, 3), random.randint(4, 7), random.randint(2, 4)
    d = (a - b) ** 2
    return Asked(f"kl(x, normal({a}, {s}), normal({b}, {s}))", str(Q(d, 2 * s * s)), {
        DEVIATION: str(Q(d, 2 * s)), "the factor one half of the exponent is lost": str(Q(d, s * s)),
        "the difference of the means is not squared": str(Q(abs(a - b), 2 * s * s)),
    })  # fmt: skip


def entropy(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"entropy(x, uniform(0, {a}))", f"ln({a})", {
        "the minus sign of the entropy is lost": f"-ln({a})", "the logarithm of the entropy is left out": f"{a}",
    })  # fmt: skip


def marginal(random: Random) -> Asked:
    b = random.randint(2, 5)
    return Asked(f"int(3/{b**3} * x, y, 0, x)", f"3x^2/{b**3}", {
        "a constant factor is not integrated along": f"3x/{b**3}",
        "x is integrated where y is the variable": f"3x^2/{2 * b**3}",
    })  # fmt: skip


TOPIC = Topic("probability", (
    square_of_a_normal, variance_of_a_line, mean_of_a_line, mean_of_an_exponential, variance_of_an_exponential,
    square_of_an_exponential, variance_of_a_uniform, square_of_a_uniform, mean_of_a_density, variance_of_a_density,
    function_of_a_density, exponential_of_a_normal, normalised_power, normalised_exponential, generating_function, coin,
    divergence, entropy, marginal,
))  # fmt: skip
