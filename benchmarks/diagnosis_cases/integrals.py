"""Integration and differential equations: what is mistaken, by formulas in the numbers drawn."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic


def power(random: Random) -> Asked:
    """axⁿ + b."""
    n, b = random.randint(2, 6), random.randint(2, 9)
    a = random.randint(2, 5)
    return Asked(f"int({a}x^{n} + {b}, x)", f"{a}x^{n + 1}/{n + 1} + {b}x + C", {
        "differentiated instead of integrated": f"{a * n}x^{n - 1} + C",
        "integral: not divided by the new exponent": f"{a}x^{n + 1} + {b}x + C",
        "integral: divided by the old exponent": f"{a}x^{n + 1}/{n} + {b}x + C",
        "integral: exponent not raised": f"{a}x^{n}/{n + 1} + {b}x + C",
        "integral: constant not integrated": f"{a}/{n + 1} x^{n + 1} + {b} + C",
        "constant of integration forgotten": f"{a}x^{n + 1}/{n + 1} + {b}x",
    })  # fmt: skip


def negative_power(random: Random) -> Asked:
    """a/xⁿ."""
    a, n = random.randint(2, 9), random.randint(3, 6)
    return Asked(f"int({a}/x^{n}, x)", f"-{a}/({n - 1}x^{n - 1}) + C", {
        "integral: reciprocal of a power as a logarithm": f"{a}ln(x^{n}) + C",
        "integral: negative exponent lowered": f"-{a}/({n + 1}x^{n + 1}) + C",
        "integral: sign of a negative exponent lost": f"{a}/({n - 1}x^{n - 1}) + C",
        "integral: not divided by the new exponent": f"{a}/x^{n - 1} + C",
    })  # fmt: skip


def one_over_line(random: Random) -> Asked:
    """1/(ax + b)."""
    a, b, c = random.randint(2, 9), random.randint(1, 9), random.choice([1, 1, 3, 5])
    while c == a:
        c = random.choice([1, 2, 7])
    return Asked(f"int({c}/({a}x + {b}), x)", f"{c}/{a} ln(abs({a}x + {b})) + C", {
        "integral: inner factor not divided": f"{c} ln|{a}x+{b}| + C",
        "integral: multiplied by the inner factor": f"{a * c}*ln(abs({a}x+{b})) + C",
        "integral: fraction split over the denominator": f"{c}/{a} ln|x| + {c}x/{b} + C",
    })  # fmt: skip


def power_of_line(random: Random) -> Asked:
    """(ax + b)ⁿ."""
    a, b, n = random.randint(2, 6), random.randint(1, 9), random.randint(3, 6)
    return Asked(f"int(({a}x + {b})^{n}, x)", f"({a}x+{b})^{n + 1}/{a * (n + 1)} + C", {
        "integral: inner factor not divided": f"({a}x + {b})^{n + 1}/{n + 1} + C",
        "integral: multiplied by the inner factor": f"{a}({a}x + {b})^{n + 1}/{n + 1} + C",
        "differentiated instead of integrated": f"{a * n}({a}x+{b})^{n - 1} + C",
        "integral: not divided by the new exponent": f"({a}x+{b})^{n + 1}/{a} + C",
    })  # fmt: skip


def exponential(random: Random) -> Asked:
    """a e^(bx)."""
    b = random.randint(2, 6)
    a = random.choice([each for each in range(3, 10) if each % b])
    return Asked(f"int({a}*exp({b}x), x)", f"{a}/{b} e^({b}x) + C", {
        "integral: inner factor not divided": f"{a}e^({b}x) + C",
        "integral: multiplied by the inner factor": f"{a * b}exp({b}x) + C",
        "integral: power rule on an exponential": f"{a}e^({b}x + 1)/({b}x + 1) + C",
    })  # fmt: skip


def waves(random: Random) -> Asked:
    """a sin(bx) + cos x."""
    b = random.randint(2, 6)
    a = random.choice([each for each in range(3, 10) if each % b])
    return Asked(f"int({a}sin({b}x) + cos(x), x)", f"-{a}/{b} cos({b}x) + sin(x) + C", {
        "integral: sign of the integral of sine": f"{a}/{b} cos({b}x) + sin x + C",
        "integral: inner factor not divided": f"-{a}cos({b}x) + sin(x) + C",
        "integral: multiplied by the inner factor": f"sin(x) - {a * b} cos({b}x) + C",
        "integral: sign of the integral of cosine": f"-{a}/{b} cos({b}x) - sin(x) + C",
        "constant of integration forgotten": f"sin(x) - {a}cos({b}x)/{b}",
    })  # fmt: skip


def substitution(random: Random) -> Asked:
    """x e^(ax² + b)."""
    a, b = random.randint(2, 6), random.randint(1, 6)
    u = f"({a}x^2 + {b})"
    return Asked(f"int(x*exp{u}, x)", f"exp{u}/{2 * a} + C", {
        "substitution: factor of the differential lost": f"exp{u} + C",
        "substitution: multiplied by the factor": f"{2 * a}exp{u} + C",
        "product of the integrals": f"x^2/2 * exp{u}/({2 * a}x) + C",
    })  # fmt: skip


def substitution_log(random: Random) -> Asked:
    """x/(ax² + b)."""
    a, b = random.randint(2, 7), random.randint(1, 9)
    return Asked(f"int(x/({a}x^2 + {b}), x)", f"ln({a}x^2 + {b})/{2 * a} + C", {
        "substitution: factor of the differential lost": f"ln({a}x^2 + {b}) + C",
        "quotient of the integrals": f"(x^2/2)/({a}x^3/3 + {b}x) + C",
        "substitution: only the two lost": f"1/{a} ln({a}x^2+{b}) + C",
    })  # fmt: skip


def substitution_power(random: Random) -> Asked:
    """cos x sinⁿ x and the like."""
    n = random.randint(2, 6)
    return Asked(f"int(sin(x)^{n} * cos(x), x)", f"sin(x)^{n + 1}/{n + 1} + C", {
        "product of the integrals": f"-cos(x)^{n + 1}/{n + 1} * sin(x) + C",
        "integral: not divided by the new exponent": f"sin(x)^{n + 1} + C",
        "substitution: factor kept": f"sin(x)^{n + 1} cos(x)/{n + 1} + C",
        "substitution: wrong sign of the differential": f"-sin(x)^{n + 1}/{n + 1} + C",
    })  # fmt: skip


def parts_exponential(random: Random) -> Asked:
    """x e^(ax)."""
    a = random.randint(2, 6)
    return Asked(f"int(x*exp({a}x), x)", f"x e^({a}x)/{a} - e^({a}x)/{a * a} + C", {
        "parts: plus instead of minus": f"x e^({a}x)/{a} + e^({a}x)/{a * a} + C",
        "product of the integrals": f"x^2 e^({a}x)/{2 * a} + C",
        "parts: second integral left out": f"x exp({a}x)/{a} + C",
        "integral: inner factor not divided": f"x e^({a}x) - e^({a}x) + C",
        "parts: second integral not carried out": f"x e^({a}x)/{a} - e^({a}x)/{a} + C",
    })  # fmt: skip


def parts_wave(random: Random) -> Asked:
    """x cos(ax)."""
    a = random.randint(2, 6)
    return Asked(f"int(x*cos({a}x), x)", f"x sin({a}x)/{a} + cos({a}x)/{a * a} + C", {
        "parts: plus instead of minus": f"x sin({a}x)/{a} - cos({a}x)/{a * a} + C",
        "product of the integrals": f"x^2/2 * sin({a}x)/{a} + C",
        "parts: second integral left out": f"x*sin({a}x)/{a} + C",
    })  # fmt: skip


def parts_log(random: Random) -> Asked:
    """xⁿ ln x."""
    n = random.randint(1, 5)
    return Asked(f"int(x^{n}*ln(x), x)", f"x^{n + 1} ln(x)/{n + 1} - x^{n + 1}/{(n + 1) ** 2} + C", {
        "integral of the logarithm as its derivative": f"x^{n + 1}/{n + 1} * 1/x + C",
        "parts: plus instead of minus": f"x^{n + 1} ln(x)/{n + 1} + x^{n + 1}/{(n + 1) ** 2} + C",
        "parts: second integral left out": f"x^{n + 1}ln(x)/{n + 1} + C",
    })  # fmt: skip


def arctangent(random: Random) -> Asked:
    """1/(x² + a²)."""
    a = random.randint(2, 9)
    return Asked(f"int(1/(x^2 + {a * a}), x)", f"arctan(x/{a})/{a} + C", {
        "arctangent: factor lost": f"arctan(x/{a}) + C",
        "arctangent: factor multiplied": f"{a}arctan(x/{a}) + C",
        "integral: any reciprocal as a logarithm": f"ln(x^2 + {a * a}) + C",
        "integral: fraction split over the denominator": f"-1/x + x/{a * a} + C",
    })  # fmt: skip


def fractions(random: Random) -> Asked:
    """1/((x − a)(x + b))."""
    a, b = random.randint(1, 5), random.randint(1, 5)
    s = a + b
    return Asked(f"int({s}/((x - {a})*(x + {b})), x)", f"ln(abs(x - {a})) - ln(abs(x + {b})) + C", {
        "partial fractions: sign of a coefficient": f"ln|x - {a}| + ln|x + {b}| + C",
        "integral: any reciprocal as a logarithm": f"{s}*ln(abs((x - {a})(x + {b}))) + C",
    })  # fmt: skip


def definite_power(random: Random) -> Asked:
    """∫ axⁿ from p to q."""
    n, p, q = random.randint(2, 4), random.randint(1, 2), random.randint(3, 5)
    a = n + 1
    return Asked(f"int({a}x^{n}, x, {p}, {q})", f"{q**a - p**a}", {
        "bounds turned round": f"{p**a - q**a}",
        "lower bound left out": f"{q**a}",
        "bounds added": f"{q**a + p**a}",
        "bounds put into the integrand": f"{a * (q**n - p**n)}",
        "bounds put into the derivative": f"{a * n * (q ** (n - 1) - p ** (n - 1))}",
        "integral: not divided by the new exponent": f"{a * (q**a - p**a)}",
    })  # fmt: skip


def definite_substitution(random: Random) -> Asked:
    """∫ 2x(x² + b)ⁿ from 0 to q."""
    b, n, q = random.randint(1, 4), random.randint(2, 3), random.randint(2, 3)
    high = q * q + b
    return Asked(f"int(2x*(x^2 + {b})^{n}, x, 0, {q})", str(Fraction(high ** (n + 1) - b ** (n + 1), n + 1)), {
        "bounds not changed in a substitution": str(Fraction(q ** (n + 1), n + 1)),
        "lower bound left out": str(Fraction(high ** (n + 1), n + 1)),
        "integral: not divided by the new exponent": str(high ** (n + 1) - b ** (n + 1)),
        "bounds turned round": str(Fraction(b ** (n + 1) - high ** (n + 1), n + 1)),
    })  # fmt: skip


def definite_exponential(random: Random) -> Asked:
    """∫ e^(ax) from 0 to q."""
    a, q = random.randint(2, 5), random.randint(1, 3)
    return Asked(f"int(exp({a}x), x, 0, {q})", f"(e^{a * q} - 1)/{a}", {
        "lower bound of 0 left out": f"e^{a * q}/{a}",
        "integral: inner factor not divided": f"e^{a * q} - 1",
        "integral: multiplied by the inner factor": f"{a}(e^{a * q} - 1)",
        "bounds turned round": f"(1 - e^{a * q})/{a}",
    })  # fmt: skip


def moving_bound(random: Random) -> Asked:
    """d/dx ∫ from 1 to xⁿ of sin(t²)."""
    n, k = random.randint(2, 4), random.randint(2, 3)
    return Asked(f"diff(int(sin(t^{k}), t, 1, x^{n}), x)", f"{n}x^{n - 1}sin(x^{n * k})", {
        "moving bound: inner derivative forgotten": f"sin(x^{n * k})",
        "moving bound: not put in": f"{n}x^{n - 1} sin(x^{k})",
        "moving bound: integrand differentiated": f"{k}x^{n * (k - 1)}cos(x^{n * k})*{n}x^{n - 1}",
        "moving bound: value at the fixed bound subtracted": f"{n}x^{n - 1}sin(x^{n * k}) - sin(1)",
    })  # fmt: skip


def improper(random: Random) -> Asked:
    """∫ a/xⁿ from p to ∞."""
    a, n, p = random.randint(2, 6), random.randint(2, 4), random.randint(1, 3)
    value = Fraction(a, (n - 1) * p ** (n - 1))
    return Asked(f"int({a}/x^{n}, x, {p}, inf)", str(value), {
        "bounds turned round": str(-value),
        "improper: infinite because the range is": "inf",
        "bounds put into the integrand": str(Fraction(-a, p**n)),
    })  # fmt: skip


def iterated(random: Random) -> Asked:
    """∫∫ (ax + by) over a rectangle."""
    a, b, p, q = (random.randint(2, 6) for _ in "abpq")
    value = Fraction(a * p * p * q + b * q * q * p, 2)
    return Asked(f"int({a}x + {b}y, [x, 0, {p}], [y, 0, {q}])", str(value), {
        "iterated: outer integral forgotten": f"{a * p * p}/2 + {b * p}y",
        "iterated: integrals added": str(Fraction(a * p * p + b * q * q, 2)),
        "iterated: bounds exchanged": str(Fraction(a * q * q * p + b * p * p * q, 2)),
    })  # fmt: skip


def growth(random: Random) -> Asked:
    """y′ = ky."""
    k = random.randint(2, 9)
    return Asked(f"ode(y' = {k}y, y, x)", f"y = C e^({k}x)", {
        "constant added at the end": f"y = e^({k}x) + C",
        "ode: y integrated as if it were x": f"y = {k}x^2/2 + C",
        "ode: rate forgotten in the exponent": "y = C e^x",
        "ode: sign of the exponent": f"y = C e^(-{k}x)",
    })  # fmt: skip


def growth_from_start(random: Random) -> Asked:
    """y′ = kxy, y(0) = c."""
    k, c = random.randint(2, 6), random.randint(2, 9)
    return Asked(f"ode(y' = {2 * k}x*y, y, x, y(0) = {c})", f"y = {c}e^({k}x^2)", {
        "constant added at the end": f"y = e^({k}x^2) + {c - 1}",
        "ode: initial value not used": f"y = e^({k}x^2)",
        "ode: sign of the exponent": f"y = {c}e^(-{k}x^2)",
        "ode: right side not integrated": f"y = {c}e^({2 * k}x)",
    })  # fmt: skip


def cooling(random: Random) -> Asked:
    """y′ + ay = b, y(0) = 0."""
    a, c = random.randint(2, 5), random.randint(2, 6)
    return Asked(f"ode(y' + {a}y = {a * c}, y, x, y(0) = 0)", f"y = {c} - {c}e^(-{a}x)", {
        "ode: sign of the exponent": f"y = {c} - {c}e^({a}x)",
        "ode: initial value not used": f"y = {c} + e^(-{a}x)",
        "ode: right side not divided": f"y = {a * c} - {a * c}e^(-{a}x)",
    })  # fmt: skip


def euler_steps(random: Random) -> Asked:
    """Two steps of Euler's method for y′ = ky from 1."""
    k, n = random.randint(2, 5), random.choice([5, 10])
    step = Fraction(k, n)
    return Asked(f"euler({k}y, x, 0, 1, 1/{n}, 2)", str((1 + step) ** 2), {
        "euler: slope of the start kept": str(1 + 2 * step),
        "euler: minus the step": str((1 - step) ** 2),
        "euler: one step": str(1 + step),
        "euler: step size forgotten": str((1 + k) ** 2),
    })  # fmt: skip


INTEGRATION = Topic("integration", (
    power, negative_power, one_over_line, power_of_line, exponential, waves, substitution, substitution_log,
    substitution_power, parts_exponential, parts_wave, parts_log, arctangent, fractions,
))  # fmt: skip
DEFINITE = Topic("definite integrals", (
    definite_power, definite_substitution, definite_exponential, moving_bound, improper, iterated,
))  # fmt: skip
ODE = Topic("differential equations", (growth, growth_from_start, cooling, euler_steps))
