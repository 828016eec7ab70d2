"""Mistakes in integrals between bounds, improper ones, areas and averages."""

from __future__ import annotations

from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

REVERSED = "the value at the upper bound is subtracted from that at the lower"
LOWER = "the value at the lower bound is left out"
ZERO = "the antiderivative is taken to be 0 at the lower bound 0"
INSIDE = "an antiderivative is not divided by the slope of the linear inside"
POLE = "the integral is carried over a point where the integrand has no bound"


def between(random: Random) -> Asked:
    a, p = random.randint(2, 5), random.randint(1, 3)
    q = p + random.randint(1, 3)
    at_p, at_q = Q(a * p**3, 3) + p, Q(a * q**3, 3) + q
    return Asked(f"int({a}x^2 + 1, x, {p}, {q})", str(at_q - at_p), {
        REVERSED: str(at_p - at_q), LOWER: str(at_q),
        "the values at the bounds are added": str(at_q + at_p),
        "the bounds are put into the integrand instead of its antiderivative": str(a * (q * q - p * p)),
    })  # fmt: skip


def power(random: Random) -> Asked:
    n, q = random.randint(2, 4), random.randint(2, 4)
    right = Q(q ** (n + 1) - 1, n + 1)
    return Asked(f"int(x^{n}, x, 1, {q})", str(right), {
        "the exponent is raised but the term is not divided by it": str(q ** (n + 1) - 1),
        "the derivative is taken instead of the antiderivative": str(n * q ** (n - 1) - n),
        LOWER: str(right + Q(1, n + 1)),
    })  # fmt: skip


def exponential(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"int(e^({a}x), x, 0, 1)", f"(e^{a} - 1)/{a}", {
        ZERO: f"e^{a}/{a}", INSIDE: f"e^{a} - 1",
        "an antiderivative is multiplied by the slope of the linear inside instead of divided by it": f"{a}(e^{a} - 1)",
    })  # fmt: skip


def sine(random: Random) -> Asked:
    a = random.randint(2, 7)
    return Asked(f"int({a} sin(x), x, 0, pi/2)", f"{a}", {
        ZERO: "0", "the sign of the antiderivative of the sine is lost": f"-{a}",
    })  # fmt: skip


def substituted(random: Random) -> Asked:
    n, b = random.randint(2, 4), random.randint(1, 3)
    right = Q((b * b + 1) ** (n + 1) - 1, 2 * (n + 1))
    return Asked(f"int(x (x^2 + 1)^{n}, x, 0, {b})", str(right), {
        "the bounds are not changed with the substitution": str(Q(b ** (n + 1), 2 * (n + 1))),
        "in a substitution the factor that du brings is forgotten": str(2 * right),
        ZERO: str(right + Q(1, 2 * (n + 1))),
    })  # fmt: skip


def substituted_exponential(random: Random) -> Asked:
    b = random.randint(2, 4)
    return Asked(f"int(2x e^(x^2), x, 0, {b})", f"e^{b * b} - 1", {
        "the bounds are not changed with the substitution": f"e^{b} - 1", ZERO: f"e^{b * b}",
    })  # fmt: skip


def decay(random: Random) -> Asked:
    a, c = random.randint(2, 6), random.randint(2, 9)
    return Asked(f"int({c} e^(-{a}x), x, 0, inf)", str(Q(c, a)), {
        "the sign of the value at the lower bound is lost": str(-Q(c, a)), INSIDE: f"{c}",
        "the value at infinity is 0, and so is taken the one at 0": "0",
        "an integral over an infinite interval is taken to be infinite": "inf",
    })  # fmt: skip


def tail(random: Random) -> Asked:
    n, a = random.randint(2, 5), random.randint(1, 3)
    right = Q(1, (n - 1) * a ** (n - 1))
    return Asked(f"int(1/x^{n}, x, {a}, inf)", str(right), {
        "the sign of the value at the lower bound is lost": str(-right),
        "an integral over an infinite interval is taken to be infinite": "inf",
        "a negative exponent is lowered by one instead of raised": str(Q(1, (n + 1) * a ** (n + 1))),
    })  # fmt: skip


def harmonic_tail(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"int({a}/x, x, 1, inf)", "inf", {
        "an integral is taken to converge because its integrand tends to 0": random.choice(("0", f"{a}", "1")),
    })  # fmt: skip


def across_a_pole(random: Random) -> Asked:
    a, b = random.randint(1, 4), random.randint(1, 4)
    return Asked(f"int(1/x^2, x, -{a}, {b})", "inf", {POLE: str(-Q(1, b) - Q(1, a))})


def across_a_pole_evenly(random: Random) -> Asked:
    a = random.randint(1, 5)
    return Asked(f"int(1/x, x, -{a}, {a})", "dne", {"an odd integrand is cancelled over a pole": "0"})


def kink(random: Random) -> Asked:
    a = random.randint(1, 4)
    b = a + random.randint(1, 3)
    return Asked(f"int(|x - {a}|, x, 0, {b})", str(Q(a * a + (b - a) ** 2, 2)), {
        "the bars of an absolute value are ignored": str(Q(b * b, 2) - a * b),
        "the bars of an absolute value are put around the whole integral": str(abs(Q(b * b, 2) - a * b)),
        "only the part on one side of the kink is counted": str(Q((b - a) ** 2, 2)),
    })  # fmt: skip


def area(random: Random) -> Asked:
    a = random.randint(2, 6)
    right = Q(a**3, 6)
    return Asked(f"area({a}x, x^2, x, 0, {a})", str(right), {
        "the lower curve minus the upper one is integrated": str(-right),
        "the areas under both curves are added": str(Q(a**3, 2) + Q(a**3, 3)),
        "only the area under the upper curve is taken": str(Q(a**3, 2)),
    })  # fmt: skip


def signed_area(random: Random) -> Asked:
    a = random.randint(1, 4)
    return Asked(f"area(x^3, 0, x, -{a}, {a})", str(Q(a**4, 2)), {
        "the parts above and below the axis are allowed to cancel": "0",
        "only the part on one side is counted": str(Q(a**4, 4)),
    })  # fmt: skip


def average(random: Random) -> Asked:
    p = random.randint(1, 3)
    q = p + random.randint(2, 4)
    whole = Q(q**3 - p**3, 3)
    return Asked(f"average(x^2, x, {p}, {q})", str(whole / (q - p)), {
        "the integral is not divided by the length of the interval": str(whole),
        "the mean of the values at the ends is taken for the average": str(Q(p * p + q * q, 2)),
        "the integral is divided by the upper bound instead of the length": str(whole / q),
        "the value at the middle is taken for the average": str(Q(p + q, 2) ** 2),
    })  # fmt: skip


def moving_bound(random: Random) -> Asked:
    a = random.randint(1, 5)
    return Asked(f"diff(int(sin(t^2), t, {a}, x^2), x)", "2x sin(x^4)", {
        "the derivative of the moving bound is forgotten": "sin(x^4)",
        "the value at the fixed bound is subtracted": f"2x sin(x^4) - sin({a * a})",
        "the bound is not put into the integrand": "2x sin(x^2)",
    })  # fmt: skip


def moving_lower_bound(random: Random) -> Asked:
    a = random.randint(1, 5)
    return Asked(f"diff(int(e^(t^2), t, x, {a}), x)", "-e^(x^2)", {
        "the minus sign of a moving lower bound is lost": "e^(x^2)",
        "the integrand is differentiated as well": "-2x e^(x^2)",
    })  # fmt: skip


def parts(random: Random) -> Asked:
    a = random.randint(2, 5)
    right = f"(1 + ({a} - 1) e^{a})/{a * a}"
    return Asked(f"int(x e^({a}x), x, 0, 1)", right, {
        "in integration by parts the second integral is added": f"e^{a}/{a} + (e^{a} - 1)/{a * a}",
        "in integration by parts the second integral is left out": f"e^{a}/{a}",
        ZERO: f"e^{a}/{a} - e^{a}/{a * a}",
    })  # fmt: skip


def double(random: Random) -> Asked:
    a, b = random.choice([(1, 2), (2, 3), (3, 1), (2, 1), (3, 2)])
    return Asked(f"int(x^2 * y, [x, 0, {a}], [y, 0, {b}])", str(Q(a**3 * b * b, 6)), {
        "the bounds of the two variables are exchanged": str(Q(b**3 * a * a, 6)),
        "in a double integral the other variable is not integrated": f"{Q(a**3, 3)} * y",
        "the integrals of the two factors are added instead of multiplied": str(Q(a**3, 3) + Q(b * b, 2)),
    })  # fmt: skip


def disc(random: Random) -> Asked:
    a = random.randint(1, 4)
    return Asked(f"over(x^2 + y^2, [x, y], x^2 + y^2 <= {a * a})", f"pi * {Q(a**4, 2)}", {
        "the factor r of polar coordinates is forgotten": f"2pi * {Q(a**3, 3)}",
        "the angle runs over half a turn": f"pi * {Q(a**4, 4)}",
    })  # fmt: skip


def test_of_a_tail(random: Random) -> Asked:
    p = random.choice(["1/2", "1/3", "2/3", "3/4"])
    return Asked(f"converges(int(1/x^({p}), x, 1, inf))", "diverges", {
        "an integral is taken to converge because its integrand tends to 0": "converges",
    })  # fmt: skip


TOPIC = Topic("definite integrals", (
    between, power, exponential, sine, substituted, substituted_exponential, decay, tail, harmonic_tail, across_a_pole,
    across_a_pole_evenly, kink, area, signed_area, average, moving_bound, moving_lower_bound, parts, double, disc,
    test_of_a_tail,
))  # fmt: skip
