"""Probability: what is mistaken, by formulas in the numbers drawn."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic


def linear_density(random: Random) -> Asked:
    """The variance under 2x/b² on [0, b]."""
    b = random.randint(1, 5)
    second, mean = Fraction(b * b, 2), Fraction(2 * b, 3)
    return Asked(f"variance(x, x, if(0 <= x and x <= {b}, 2x/{b * b}, 0))", str(second - mean**2), {
        "variance: mean not subtracted": str(second),
        "variance: mean not squared": str(second - mean),
        "variance: terms turned round": str(mean**2 - second),
        "standard deviation for the variance": f"sqrt({second - mean**2})",
    })  # fmt: skip


def mean_of_density(random: Random) -> Asked:
    """The mean under 2x/b² on [0, b]."""
    b = random.randint(2, 6)
    return Asked(f"expect(x, x, if(0 <= x and x <= {b}, 2x/{b * b}, 0))", str(Fraction(2 * b, 3)), {
        "expectation: density alone integrated": "1",
        "expectation: density ignored": str(Fraction(b * b, 2)),
        "expectation: the middle of the range": str(Fraction(b, 2)),
    })  # fmt: skip


def uniform_variance(random: Random) -> Asked:
    """The variance of a uniform variable."""
    a = random.randint(0, 3)
    b = a + random.randint(2, 7)
    d = b - a
    return Asked(f"variance(x, x, uniform({a}, {b}))", str(Fraction(d * d, 12)), {
        "uniform: width not squared": str(Fraction(d, 12)),
        "variance: mean not subtracted": str(Fraction(b * b + a * b + a * a, 3)),
        "standard deviation for the variance": f"sqrt({Fraction(d * d, 12)})",
    })  # fmt: skip


def uniform_mean(random: Random) -> Asked:
    """The mean of a square under a uniform density."""
    a = random.randint(1, 3)
    b = a + random.randint(2, 6)
    return Asked(f"expect(x^2, x, uniform({a}, {b}))", str(Fraction(b * b + a * b + a * a, 3)), {
        "expectation of a square as the square of the mean": str(Fraction(a + b, 2) ** 2),
        "density not normalised": str(Fraction(b**3 - a**3, 3)),
        "uniform: half the width as mean": str(Fraction(b - a, 2) ** 2),
    })  # fmt: skip


def exponential_mean(random: Random) -> Asked:
    """The mean of an exponential variable by its rate."""
    r = random.randint(2, 9)
    return Asked(f"expect(x, x, exponential({r}))", f"1/{r}", {
        "exponential: rate taken for the mean": f"{r}",
        "density not normalised": f"1/{r * r}",
    })  # fmt: skip


def exponential_variance(random: Random) -> Asked:
    """The variance of an exponential variable."""
    r = random.randint(2, 9)
    return Asked(f"variance(x, x, exponential({r}))", f"1/{r * r}", {
        "standard deviation for the variance": f"1/{r}",
        "variance: mean not subtracted": f"2/{r * r}",
        "exponential: rate taken for the mean": f"{r * r}",
    })  # fmt: skip


def normal_moment(random: Random) -> Asked:
    """E[x²] of a normal variable."""
    m, s = random.randint(1, 5), random.randint(2, 5)
    return Asked(f"expect(x^2, x, normal({m}, {s}))", f"{m * m + s * s}", {
        "expectation of a square as the square of the mean": f"{m * m}",
        "second moment as the variance": f"{s * s}",
        "sigma for sigma squared": f"{m * m + s}",
    })  # fmt: skip


def normal_variance(random: Random) -> Asked:
    """The variance of ax + b under a normal density."""
    a, b, m, s = random.randint(2, 5), random.randint(1, 9), random.randint(0, 5), random.choice([6, 7])
    return Asked(f"variance({a}x + {b}, x, normal({m}, {s}))", f"{a * a * s * s}", {
        "variance: factor not squared": f"{a * s * s}",
        "variance: shift added": f"{a * a * s * s + b}",
        "sigma for sigma squared": f"{a * a * s}",
        "standard deviation for the variance": f"{a * s}",
    })  # fmt: skip


def linear_mean(random: Random) -> Asked:
    """E[ax + b] under a normal density."""
    a, b, m, s = random.randint(2, 5), random.randint(1, 9), random.randint(1, 5), random.randint(1, 5)
    return Asked(f"expect({a}x + {b}, x, normal({m}, {s}))", f"{a * m + b}", {
        "expectation: shift dropped": f"{a * m}",
        "expectation: factor dropped": f"{m + b}",
    })  # fmt: skip


def normalising(random: Random) -> Asked:
    """The constant that makes xⁿ a density on [0, b]."""
    n, b = random.randint(1, 4), random.randint(2, 4)
    return Asked(f"normalise(x^{n}, x, 0, {b})", str(Fraction(n + 1, b ** (n + 1))), {
        "normalising: the integral itself": str(Fraction(b ** (n + 1), n + 1)),
        "normalising: antiderivative not divided": str(Fraction(1, b ** (n + 1))),
        "normalising: one minus the integral": str(1 - Fraction(b ** (n + 1), n + 1)),
    })  # fmt: skip


def normalising_exponential(random: Random) -> Asked:
    """The constant that makes e^(−ax) a density."""
    a = random.randint(2, 9)
    return Asked(f"normalise(exp(-{a}x), x, 0, inf)", f"{a}", {
        "normalising: the integral itself": f"1/{a}",
        "normalising: sign lost": f"-{a}",
        "integral: inner factor not divided": "1",
    })  # fmt: skip


def generating(random: Random) -> Asked:
    """The moment generating function of an exponential variable."""
    r = random.randint(2, 9)
    return Asked(f"mgf(t, x, exponential({r}))", f"{r}/({r} - t)", {
        "generating function: sign of t": f"{r}/({r} + t)",
        "density not normalised": f"1/({r} - t)",
    })  # fmt: skip


def posterior_of_coin(random: Random) -> Asked:
    """A beta prior and k heads of n."""
    k, m, a, b = random.randint(2, 8), random.randint(2, 8), random.randint(2, 4), random.randint(2, 4)
    while k == m:
        m += 1
    return Asked(f"posterior(p^{k}*(1 - p)^{m}, betadist({a}, {b}), p)", f"betadist({a + k}, {b + m})", {
        "posterior: prior ignored": f"betadist({k + 1}, {m + 1})",
        "posterior: counts exchanged": f"betadist({a + m}, {b + k})",
        "posterior: exponents for parameters": f"betadist({a + k - 1}, {b + m - 1})",
    })  # fmt: skip


TOPIC = Topic("probability", (
    linear_density, mean_of_density, uniform_variance, uniform_mean, exponential_mean, exponential_variance,
    normal_moment, normal_variance, linear_mean, normalising, normalising_exponential, generating, posterior_of_coin,
))  # fmt: skip
