"""Mistakes in sums, tests of convergence, power series and Taylor polynomials."""

from __future__ import annotations

from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

FACTORIAL = "the factorials of a Taylor polynomial are left out"
POWERS = "the coefficient inside is not raised to the power of its term"
TERMS = "a series is taken to converge because its terms tend to 0"


def geometric(random: Random) -> Asked:
    a, p, q = random.randint(2, 7), *random.choice([(1, 2), (1, 3), (2, 3), (3, 4), (2, 5), (1, 4)])
    r = Q(p, q)
    return Asked(f"sum({a}*({p}/{q})^n, n, 0, inf)", str(a / (1 - r)), {
        "the first term of a geometric series is left out": str(a * r / (1 - r)),
        "in the sum of a geometric series 1 + r stands for 1 - r": str(a / (1 + r)),
        "the factor before a geometric series is left out": str(1 / (1 - r)),
        "a sum of infinitely many terms is taken to be infinite": "inf",
    })  # fmt: skip


def geometric_from_one(random: Random) -> Asked:
    p, q = random.choice([(1, 2), (1, 3), (2, 3), (3, 4), (2, 5), (1, 4)])
    a, r = random.randint(2, 7), Q(p, q)
    return Asked(f"sum({a}*({p}/{q})^n, n, 1, inf)", str(a * r / (1 - r)), {
        "a series that starts at 1 is summed as if it started at 0": str(a / (1 - r)),
        "in the sum of a geometric series 1 + r stands for 1 - r": str(a * r / (1 + r)),
    })  # fmt: skip


def alternating_geometric(random: Random) -> Asked:
    q = random.randint(2, 7)
    return Asked(f"sum((-1/{q})^n, n, 0, inf)", str(Q(q, q + 1)), {
        "the sign of the ratio is lost": str(Q(q, q - 1)),
        "the first term of a geometric series is left out": str(Q(-1, q + 1)),
    })  # fmt: skip


def telescoping(random: Random) -> Asked:
    a = random.randint(2, 7)
    return Asked(f"sum({a}/(n*(n + 1)), n, 1, inf)", f"{a}", {
        "a sum of infinitely many terms is taken to be infinite": "inf",
        "the limit of the terms is taken for the sum": "0",
        "only the first term of a telescoping sum is written": str(Q(a, 2)),
    })  # fmt: skip


def arithmetic(random: Random) -> Asked:
    a, n = random.randint(2, 6), random.randint(6, 12)
    return Asked(f"sum({a}k + 1, k, 1, {n})", str(a * n * (n + 1) // 2 + n), {
        "a constant is added once in a sum instead of once for each term": str(a * n * (n + 1) // 2 + 1),
        "the sum of the first numbers is taken as n(n - 1)/2": str(a * n * (n - 1) // 2 + n),
        "the factor one half of the sum of the first numbers is forgotten": str(a * n * (n + 1) + n),
        "the last term is taken for the sum": str(a * n + 1),
    })  # fmt: skip


def squares(random: Random) -> Asked:
    n = random.randint(4, 9)
    return Asked(f"sum(k^2, k, 1, {n})", str(n * (n + 1) * (2 * n + 1) // 6), {
        "the square of the sum is taken for the sum of the squares": str((n * (n + 1) // 2) ** 2),
    })  # fmt: skip


def harmonic(random: Random) -> Asked:
    a, b = random.randint(2, 6), random.randint(1, 5)
    return Asked(f"converges(sum({a}/(n + {b}), n, 1, inf))", "diverges", {TERMS: "converges"})


def slow(random: Random) -> Asked:
    p = random.choice(["sqrt(n)", "n^(1/3)", "n^(2/3)", "ln(n)"])
    return Asked(f"converges(sum(1/{p}, n, 2, inf))", "diverges", {TERMS: "converges"})


def terms_with_a_limit(random: Random) -> Asked:
    a, b = random.sample(range(2, 8), 2)
    return Asked(f"converges(sum(({a}n + 1)/({b}n + 3), n, 1, inf))", "diverges", {
        "a series is taken to converge because its terms have a limit": "converges",
    })  # fmt: skip


def alternating(random: Random) -> Asked:
    p = random.choice(["n", "sqrt(n)", "(n + 1)", "(2n + 1)"])
    return Asked(f"converges(sum((-1)^n/{p}, n, 1, inf))", "conditionally", {
        "convergence of an alternating series is taken to be absolute": "absolutely",
        "an alternating series is judged by its absolute values alone": "diverges",
    })  # fmt: skip


def radius(random: Random) -> Asked:
    a, c = random.randint(2, 9), random.randint(1, 5)
    return Asked(f"radius(sum(n*(x - {c})^n/{a}^n, n, 1, inf), x)", f"{a}", {
        "the limit of the ratio is taken for the radius instead of its reciprocal": f"1/{a}",
        "the centre is taken into the radius": f"{a + c}",
        "the length of the interval is taken for the radius": f"{2 * a}",
    })  # fmt: skip


def radius_with_a_factorial(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"radius(sum({a}^n*x^n/n!, n, 0, inf), x)", "inf", {
        "the factorial is overlooked in the ratio": f"1/{a}",
        "the limit of the ratio is taken for the radius instead of its reciprocal": "0",
    })  # fmt: skip


def interval(random: Random) -> Asked:
    a = random.randint(2, 7)
    return Asked(f"convergence(sum(x^n/(n*{a}^n), n, 1, inf), x)", f"[-{a}, {a})", {
        "the ends of the interval of convergence are not tested and left out": f"open(-{a}, {a})",
        "the ends of the interval of convergence are not tested and taken in": f"closed(-{a}, {a})",
        "the ends of the interval of convergence are exchanged": f"(-{a}, {a}]",
    })  # fmt: skip


def taylor_exponential(random: Random) -> Asked:
    a = random.randint(2, 5)
    return Asked(f"taylor(e^({a}x), x, 0, 3)", f"1 + {a}x + {Q(a * a, 2)} * x^2 + {Q(a**3, 6)} * x^3", {
        FACTORIAL: f"1 + {a}x + {a * a}x^2 + {a**3}x^3", POWERS: f"1 + {a}x + {Q(a, 2)} * x^2 + {Q(a, 6)} * x^3",
        "the exponents stand for the factorials in a Taylor polynomial": (
            f"1 + {a}x + {Q(a * a, 2)} * x^2 + {Q(a**3, 3)} * x^3"
        ),
        "a Taylor polynomial ends one term too early": f"1 + {a}x + {Q(a * a, 2)} * x^2",
    })  # fmt: skip


def taylor_cosine(random: Random) -> Asked:
    a = random.randint(2, 4)
    return Asked(f"taylor(cos({a}x), x, 0, 4)", f"1 - {Q(a * a, 2)} * x^2 + {Q(a**4, 24)} * x^4", {
        "the signs of a Taylor polynomial do not alternate": f"1 + {Q(a * a, 2)} * x^2 + {Q(a**4, 24)} * x^4",
        FACTORIAL: f"1 - {a * a}x^2 + {a**4}x^4", POWERS: f"1 - {Q(a, 2)} * x^2 + {Q(a, 24)} * x^4",
        "the series of the sine is written for the cosine": f"{a}x - {Q(a**3, 6)} * x^3",
    })  # fmt: skip


def taylor_logarithm(random: Random) -> Asked:
    a = random.randint(2, 4)
    return Asked(f"taylor(ln(1 + {a}x), x, 0, 3)", f"{a}x - {Q(a * a, 2)} * x^2 + {Q(a**3, 3)} * x^3", {
        "factorials are written in the series of the logarithm": f"{a}x - {Q(a * a, 2)} * x^2 + {Q(a**3, 6)} * x^3",
        POWERS: f"{a}x - {Q(a, 2)} * x^2 + {Q(a, 3)} * x^3",
        "the signs of a Taylor polynomial do not alternate": f"{a}x + {Q(a * a, 2)} * x^2 + {Q(a**3, 3)} * x^3",
        "a constant term 1 is written where the function is 0": f"1 + {a}x - {Q(a * a, 2)} * x^2 + {Q(a**3, 3)} * x^3",
    })  # fmt: skip


def taylor_elsewhere(random: Random) -> Asked:
    a = random.randint(2, 5)
    return Asked(f"taylor(1/x, x, {a}, 2)", f"1/{a} - (x - {a})/{a * a} + (x - {a})^2/{a**3}", {
        "powers of x stand for powers of the distance from the centre": f"1/{a} - x/{a * a} + x^2/{a**3}",
        FACTORIAL: f"1/{a} - (x - {a})/{a * a} + 2(x - {a})^2/{a**3}",
        "the centre is added instead of subtracted": f"1/{a} - (x + {a})/{a * a} + (x + {a})^2/{a**3}",
        "the derivatives are not evaluated at the centre": f"1/x - (x - {a})/x^2 + (x - {a})^2/x^3",
    })  # fmt: skip


def taylor_geometric(random: Random) -> Asked:
    a = random.randint(2, 5)
    return Asked(f"taylor(1/(1 + {a}x), x, 0, 3)", f"1 - {a}x + {a * a}x^2 - {a**3}x^3", {
        "the signs of a Taylor polynomial do not alternate": f"1 + {a}x + {a * a}x^2 + {a**3}x^3",
        POWERS: f"1 - {a}x + {a}x^2 - {a}x^3",
        "factorials are written in the geometric series": f"1 - {a}x + {Q(a * a, 2)} * x^2 - {Q(a**3, 6)} * x^3",
    })  # fmt: skip


TOPIC = Topic("series", (
    geometric, geometric_from_one, alternating_geometric, telescoping, arithmetic, squares, harmonic, slow,
    terms_with_a_limit, alternating, radius, radius_with_a_factorial, interval, taylor_exponential, taylor_cosine,
    taylor_logarithm, taylor_elsewhere, taylor_geometric,
))  # fmt: skip
