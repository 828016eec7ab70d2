"""Mistakes in indefinite integrals."""

from __future__ import annotations

from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

INSIDE = "an antiderivative is not divided by the slope of the linear inside"
TIMES = "an antiderivative is multiplied by the slope of the linear inside instead of divided by it"
NO_C = "the constant of integration is forgotten"
PRODUCT = "the product of the antiderivatives is taken for the antiderivative of the product"
SUBSTITUTED = "in a substitution the factor that du brings is forgotten"
SINE = "the sign of the antiderivative of the sine is lost"
LOG = "a logarithm is written for every reciprocal"
RAISED = "the power rule of integration is used on an exponential"


def power(random: Random) -> Asked:
    a, n = random.randint(2, 9), random.randint(3, 6)
    return Asked(f"int({a}x^{n}, x)", f"{a}x^{n + 1}/{n + 1} + C", {
        NO_C: f"{a}x^{n + 1}/{n + 1}", "the derivative is taken instead of the antiderivative": f"{a * n}x^{n - 1} + C",
        "the exponent is raised but the term is not divided by it": f"{a}x^{n + 1} + C",
        "the term is divided by the old exponent": f"{a}x^{n + 1}/{n} + C",
    })  # fmt: skip


def polynomial(random: Random) -> Asked:
    a, b, c = (random.randint(2, 9) for _ in range(3))
    return Asked(f"int({a}x^2 - {b}x + {c}, x)", f"{a}x^3/3 - {b}x^2/2 + {c}x + C", {
        NO_C: f"{a}x^3/3 - {b}x^2/2 + {c}x",
        "the antiderivative of a constant term is left out": f"{a}x^3/3 - {b}x^2/2 + C",
        "a constant term is kept as it is in the antiderivative": f"{a}x^3/3 - {b}x^2/2 + {c} + C",
    })  # fmt: skip


def reciprocal_power(random: Random) -> Asked:
    a, n = random.randint(1, 7), random.randint(2, 5)
    return Asked(f"int({a}/x^{n}, x)", f"-{a}/({n - 1}x^{n - 1}) + C", {
        LOG: f"{a} ln|x^{n}| + C", "the minus sign of a new negative exponent is lost": f"{a}/({n - 1}x^{n - 1}) + C",
        "a negative exponent is lowered by one instead of raised": f"-{a}/({n + 1}x^{n + 1}) + C",
    })  # fmt: skip


def root(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"int({a}sqrt(x), x)", f"{2 * a}x^(3/2)/3 + C", {
        "the term is multiplied by the new exponent instead of divided by it": f"{3 * a}x^(3/2)/2 + C",
        "the derivative is taken instead of the antiderivative": f"{a}/(2sqrt(x)) + C",
        "the exponent is raised but the term is not divided by it": f"{a}x^(3/2) + C",
    })  # fmt: skip


def exponential(random: Random) -> Asked:
    a = random.randint(2, 8)
    return Asked(f"int(e^({a}x), x)", f"e^({a}x)/{a} + C", {
        INSIDE: f"e^({a}x) + C", TIMES: f"{a} e^({a}x) + C", RAISED: f"e^({a}x + 1)/({a}x + 1) + C",
    })  # fmt: skip


def decay(random: Random) -> Asked:
    a = random.randint(2, 8)
    return Asked(f"int(e^(-{a}x), x)", f"-e^(-{a}x)/{a} + C", {
        INSIDE: f"e^(-{a}x) + C", TIMES: f"-{a} e^(-{a}x) + C", NO_C: f"-e^(-{a}x)/{a}",
        "the minus sign of the inside is lost": f"e^(-{a}x)/{a} + C",
    })  # fmt: skip


def sine(random: Random) -> Asked:
    a = random.randint(2, 8)
    return Asked(f"int(sin({a}x), x)", f"-cos({a}x)/{a} + C", {
        SINE: f"cos({a}x)/{a} + C", INSIDE: f"-cos({a}x) + C", TIMES: f"-{a} cos({a}x) + C",
        "the derivative is taken instead of the antiderivative": f"{a} cos({a}x) + C",
    })  # fmt: skip


def cosine(random: Random) -> Asked:
    a, b = random.randint(2, 8), random.randint(1, 9)
    return Asked(f"int(cos({a}x + {b}), x)", f"sin({a}x + {b})/{a} + C", {
        INSIDE: f"sin({a}x + {b}) + C", "the antiderivative of the cosine is given a minus sign": (
            f"-sin({a}x + {b})/{a} + C"
        ),
    })  # fmt: skip


def power_of_a_line(random: Random) -> Asked:
    a, b, n = random.randint(2, 7), random.randint(1, 9), random.randint(2, 5)
    return Asked(f"int(({a}x + {b})^{n}, x)", f"({a}x + {b})^{n + 1}/{a * (n + 1)} + C", {
        INSIDE: f"({a}x + {b})^{n + 1}/{n + 1} + C", TIMES: f"{a}({a}x + {b})^{n + 1}/{n + 1} + C",
        "the derivative is taken instead of the antiderivative": f"{a * n}({a}x + {b})^{n - 1} + C",
    })  # fmt: skip


def reciprocal_line(random: Random) -> Asked:
    a, b = random.randint(2, 7), random.randint(1, 9)
    return Asked(f"int(1/({a}x + {b}), x)", f"ln|{a}x + {b}|/{a} + C", {
        INSIDE: f"ln|{a}x + {b}| + C", TIMES: f"{a} ln|{a}x + {b}| + C",
        "the logarithm is not seen and the power rule gives a derivative": f"-{a}/({a}x + {b})^2 + C",
    })  # fmt: skip


def substitution(random: Random) -> Asked:
    a, n = random.randint(1, 9), random.randint(2, 5)
    u = f"(x^2 + {a})"
    return Asked(f"int(x{u}^{n}, x)", f"{u}^{n + 1}/{2 * (n + 1)} + C", {
        SUBSTITUTED: f"{u}^{n + 1}/{n + 1} + C",
        "in a substitution the factor that du brings is multiplied instead of divided": f"2{u}^{n + 1}/{n + 1} + C",
        "in a substitution a factor x is left standing": f"x{u}^{n + 1}/{n + 1} + C",
        PRODUCT: f"x^2{u}^{n + 1}/{2 * (n + 1)} + C",
    })  # fmt: skip


def substitution_in_an_exponential(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"int(x e^({a}x^2), x)", f"e^({a}x^2)/{2 * a} + C", {
        SUBSTITUTED: f"e^({a}x^2) + C", PRODUCT: f"x^2/2 * e^({a}x^2) + C",
        "in a substitution the factor that du brings is multiplied instead of divided": f"{2 * a} e^({a}x^2) + C",
    })  # fmt: skip


def logarithmic_derivative(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"int(x/(x^2 + {a}), x)", f"ln(x^2 + {a})/2 + C", {
        SUBSTITUTED: f"ln(x^2 + {a}) + C", "numerator and denominator are integrated apart": (
            f"(x^2/2)/(x^3/3 + {a}x) + C"
        ),
    })  # fmt: skip


def power_of_a_sine(random: Random) -> Asked:
    n = random.randint(2, 5)
    return Asked(f"int(sin(x)^{n} * cos(x), x)", f"sin(x)^{n + 1}/{n + 1} + C", {
        PRODUCT: f"sin(x)^{n + 1}/{n + 1} * sin(x) + C",
        "the sign of a substitution by a sine is taken for that of a cosine": f"-sin(x)^{n + 1}/{n + 1} + C",
    })  # fmt: skip


def power_of_a_cosine(random: Random) -> Asked:
    n = random.randint(2, 5)
    return Asked(f"int(cos(x)^{n} * sin(x), x)", f"-cos(x)^{n + 1}/{n + 1} + C", {
        "the minus sign that du brings is lost": f"cos(x)^{n + 1}/{n + 1} + C",
    })  # fmt: skip


def parts_with_an_exponential(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"int(x e^({a}x), x)", f"x e^({a}x)/{a} - e^({a}x)/{a * a} + C", {
        PRODUCT: f"x^2/2 * e^({a}x)/{a} + C",
        "in integration by parts the second integral is added": f"x e^({a}x)/{a} + e^({a}x)/{a * a} + C",
        "in integration by parts the second integral is left out": f"x e^({a}x)/{a} + C",
        "in integration by parts the last integral is not carried out in full": (
            f"x e^({a}x)/{a} - e^({a}x)/{a} + C"
        ),
    })  # fmt: skip


def parts_with_a_cosine(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"int(x cos({a}x), x)", f"x sin({a}x)/{a} + cos({a}x)/{a * a} + C", {
        "in integration by parts the second integral is added": f"x sin({a}x)/{a} - cos({a}x)/{a * a} + C",
        PRODUCT: f"x^2/2 * sin({a}x)/{a} + C", INSIDE: f"x sin({a}x) + cos({a}x) + C",
    })  # fmt: skip


def parts_with_a_logarithm(random: Random) -> Asked:
    n = random.randint(1, 4)
    x = "x" if n == 1 else f"x^{n}"
    whole = f"x^{n + 1}/{n + 1}"
    return Asked(f"int({x} * ln(x), x)", f"{whole} * ln(x) - x^{n + 1}/{(n + 1) ** 2} + C", {
        "in integration by parts the second integral is left out": f"{whole} * ln(x) + C",
        "in integration by parts the second integral is added": f"{whole} * ln(x) + x^{n + 1}/{(n + 1) ** 2} + C",
        "the derivative of the logarithm is taken for its antiderivative": f"{whole} * 1/x + C",
    })  # fmt: skip


def logarithm(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"int({a} ln(x), x)", f"{a}x ln(x) - {a}x + C", {
        "the derivative of the logarithm is taken for its antiderivative": f"{a}/x + C",
        "in integration by parts the second integral is left out": f"{a}x ln(x) + C",
        "in integration by parts the second integral is added": f"{a}x ln(x) + {a}x + C",
    })  # fmt: skip


def arctangent(random: Random) -> Asked:
    a = random.randint(2, 7)
    return Asked(f"int(1/(x^2 + {a * a}), x)", f"arctan(x/{a})/{a} + C", {
        "the factor 1/a before the arctangent is forgotten": f"arctan(x/{a}) + C", LOG: f"ln(x^2 + {a * a}) + C",
        "the scale inside the arctangent is forgotten": f"arctan(x)/{a} + C",
        "the square a^2 is used as the scale of the arctangent": f"arctan(x/{a * a})/{a * a} + C",
    })  # fmt: skip


def fraction(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"int(({a}x^2 + {b})/x, x)", f"{a}x^2/2 + {b} ln|x| + C", {
        "numerator and denominator are integrated apart": f"({a}x^3/3 + {b}x)/(x^2/2) + C",
        "the derivative of 1/x is taken for its antiderivative": f"{a}x^2/2 - {b}/x^2 + C",
    })  # fmt: skip


def product(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"int(x(x + {a}), x)", f"x^3/3 + {a}x^2/2 + C", {
        PRODUCT: f"x^2/2 * (x^2/2 + {a}x) + C", NO_C: f"x^3/3 + {a}x^2/2",
    })  # fmt: skip


def partial_fractions(random: Random) -> Asked:
    a, b = random.sample(range(1, 7), 2)
    k = a + b
    return Asked(f"int(1/((x - {a})(x + {b})), x)", f"1/{k} * ln|x - {a}| - 1/{k} * ln|x + {b}| + C", {
        "the coefficients of the partial fractions are exchanged in sign": (
            f"-1/{k} * ln|x - {a}| + 1/{k} * ln|x + {b}| + C"
        ),
        "the coefficients of the partial fractions are both taken to be 1": f"ln|x - {a}| + ln|x + {b}| + C",
        "the coefficients of the partial fractions are given the same sign": (
            f"1/{k} * ln|x - {a}| + 1/{k} * ln|x + {b}| + C"
        ),
    })  # fmt: skip


def tangent(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"int({a} tan(x), x)", f"-{a} ln|cos(x)| + C", {
        "the minus sign that du brings is lost": f"{a} ln|cos(x)| + C",
        "the derivative is taken instead of the antiderivative": f"{a}/cos(x)^2 + C",
    })  # fmt: skip


def squared_sine(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"int({2 * a} sin(x)^2, x)", f"{a}x - {a} sin(2x)/2 + C", {
        "the power rule is used on a power of a function without its inner derivative": f"{2 * a} sin(x)^3/3 + C",
        "the sign in the half-angle formula is wrong": f"{a}x + {a} sin(2x)/2 + C",
    })  # fmt: skip


def constant_factor(random: Random) -> Asked:
    a, n = random.randint(3, 9), random.randint(2, 4)
    return Asked(f"int({a}x^{n} + {a}, x)", f"{a}x^{n + 1}/{n + 1} + {a}x + C", {
        "the constant factor is lost when the power is integrated": f"x^{n + 1}/{n + 1} + {a}x + C",
        "the antiderivative of a constant term is left out": f"{a}x^{n + 1}/{n + 1} + C",
    })  # fmt: skip


TOPIC = Topic("integration", (
    power, polynomial, reciprocal_power, root, exponential, decay, sine, cosine, power_of_a_line, reciprocal_line,
    substitution, substitution_in_an_exponential, logarithmic_derivative, power_of_a_sine, power_of_a_cosine,
    parts_with_an_exponential, parts_with_a_cosine, parts_with_a_logarithm, logarithm, arctangent, fraction, product,
    partial_fractions, tangent, squared_sine, constant_factor,
))  # fmt: skip
