"""Mistakes in derivatives of one variable."""

from __future__ import annotations

from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic, signed

INNER = "the derivative of the inner function is forgotten"
SINE = "the derivative of the cosine is taken without its minus sign"
PRODUCT = "the product of the derivatives is taken for the derivative of the product"
CONSTANT = "a constant is differentiated as if it were the variable"
NESTED = "the outer derivative is taken at the derivative of the inner function"
POWER_OF_E = "the power rule is used on an exponential"


def power_of_a_line(random: Random) -> Asked:
    a, b, n = random.randint(2, 7), random.randint(1, 9), random.randint(3, 6)
    return Asked(f"diff(({a}x + {b})^{n}, x)", f"{n * a}({a}x + {b})^{n - 1}", {
        INNER: f"{n}({a}x + {b})^{n - 1}", "the exponent is brought down but not lowered": f"{n * a}({a}x + {b})^{n}",
        NESTED: f"{n} * {a}^{n - 1}",
    })  # fmt: skip


def power_of_a_square(random: Random) -> Asked:
    a, n = random.randint(2, 9), random.randint(3, 6)
    return Asked(f"diff((x^2 - {a})^{n}, x)", f"{2 * n}x(x^2 - {a})^{n - 1}", {
        INNER: f"{n}(x^2 - {a})^{n - 1}", NESTED: f"{n}(2x)^{n - 1}",
        "the exponent is lowered but not brought down": f"2x(x^2 - {a})^{n - 1}",
    })  # fmt: skip


def polynomial(random: Random) -> Asked:
    a, b, c = random.randint(2, 6), random.randint(2, 9), random.randint(2, 9)
    n = random.randint(3, 5)
    return Asked(f"diff({a}x^{n} - {b}x + {c}, x)", f"{a * n}x^{n - 1} - {b}", {
        "a constant term is kept in the derivative": f"{a * n}x^{n - 1} - {b} + {c}",
        "a linear term keeps its variable in the derivative": f"{a * n}x^{n - 1} - {b}x",
        "a linear term is dropped like a constant": f"{a * n}x^{n - 1}",
        "the integral is taken instead of the derivative": f"{a}x^{n + 1}/{n + 1} - {b}x^2/2 + {c}x",
    })  # fmt: skip


def product_with_a_sine(random: Random) -> Asked:
    n, a = random.randint(2, 4), random.randint(2, 6)
    first = f"{n}x^{n - 1}"
    return Asked(f"diff(x^{n} sin({a}x), x)", f"{first} * sin({a}x) + {a}x^{n} cos({a}x)", {
        PRODUCT: f"{first} * {a} cos({a}x)", INNER: f"{first} * sin({a}x) + x^{n} cos({a}x)",
        "only the first factor of a product is differentiated": f"{first} * sin({a}x)",
        "in the product rule the two parts are subtracted": f"{first} * sin({a}x) - {a}x^{n} cos({a}x)",
    })  # fmt: skip


def product_with_a_cosine(random: Random) -> Asked:
    n = random.randint(2, 5)
    return Asked(f"diff(x^{n} cos(x), x)", f"{n}x^{n - 1} * cos(x) - x^{n} sin(x)", {
        PRODUCT: f"-{n}x^{n - 1} * sin(x)", SINE: f"{n}x^{n - 1} * cos(x) + x^{n} sin(x)",
    })  # fmt: skip


def product_with_an_exponential(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"diff(x e^({a}x), x)", f"(1 + {a}x) e^({a}x)", {
        PRODUCT: f"{a} e^({a}x)", INNER: f"e^({a}x) + x e^({a}x)",
        "only the last factor of a product is differentiated": f"{a}x e^({a}x)",
    })  # fmt: skip


def quotient(random: Random) -> Asked:
    a, b, c = random.randint(2, 7), random.randint(1, 9), random.randint(1, 9)
    u, v = f"({a}x + {b})", f"(x^2 + {c})"
    return Asked(f"diff({u}/{v}, x)", f"({a}{v} - 2x{u})/{v}^2", {
        "the quotient of the derivatives is taken for the derivative of the quotient": f"{a}/(2x)",
        "the numerator of the quotient rule is taken in the wrong order": f"(2x{u} - {a}{v})/{v}^2",
        "in the quotient rule the two parts are added": f"({a}{v} + 2x{u})/{v}^2",
        "in the quotient rule the denominator is not squared": f"({a}{v} - 2x{u})/{v}",
    })  # fmt: skip


def quotient_of_lines(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"diff(x/({a}x + {b}), x)", f"{b}/({a}x + {b})^2", {
        "the quotient of the derivatives is taken for the derivative of the quotient": f"1/{a}",
        "the numerator of the quotient rule is taken in the wrong order": f"-{b}/({a}x + {b})^2",
    })  # fmt: skip


def exponential(random: Random) -> Asked:
    a = random.randint(2, 8)
    return Asked(f"diff(e^({a}x), x)", f"{a} e^({a}x)", {INNER: f"e^({a}x)", POWER_OF_E: f"{a}x e^({a}x - 1)"})


def exponential_of_a_square(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"diff(e^(-{a}x^2), x)", f"-{2 * a}x e^(-{a}x^2)", {
        INNER: f"e^(-{a}x^2)", NESTED: f"e^(-{2 * a}x)",
        "the sign of the inner derivative is lost": f"{2 * a}x e^(-{a}x^2)",
    })  # fmt: skip


def other_base(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"diff({a}^x, x)", f"ln({a}) * {a}^x", {
        POWER_OF_E: f"x * {a}^(x - 1)", "the logarithm of the base is forgotten": f"{a}^x",
        "the exponential is divided by the logarithm of its base instead of multiplied": f"{a}^x/ln({a})",
    })  # fmt: skip


def logarithm(random: Random) -> Asked:
    a = random.randint(1, 9)
    return Asked(f"diff(ln(x^3 + {a}), x)", f"3x^2/(x^3 + {a})", {
        INNER: f"1/(x^3 + {a})", NESTED: "1/(3x^2)",
    })  # fmt: skip


def logarithm_of_a_line(random: Random) -> Asked:
    a, b = random.randint(2, 9), random.randint(1, 9)
    return Asked(f"diff(ln({a}x + {b}), x)", f"{a}/({a}x + {b})", {INNER: f"1/({a}x + {b})", NESTED: f"1/{a}"})


def reciprocal_power(random: Random) -> Asked:
    a, n = random.randint(2, 9), random.randint(2, 5)
    return Asked(f"diff({a}/x^{n}, x)", f"-{a * n}/x^{n + 1}", {
        "a negative exponent is raised by one instead of lowered": f"-{a * n}/x^{n - 1}",
        "the denominator alone is differentiated": f"{a}/({n}x^{n - 1})",
        "the minus sign of a negative exponent is lost when it is brought down": f"{a * n}/x^{n + 1}",
    })  # fmt: skip


def root_of_a_line(random: Random) -> Asked:
    a, b = random.randint(3, 9), random.randint(1, 9)
    return Asked(f"diff(sqrt({a}x + {b}), x)", f"{a}/(2sqrt({a}x + {b}))", {
        INNER: f"1/(2sqrt({a}x + {b}))", "the radicand is differentiated under the root": f"sqrt({a})",
        "the factor one half of the derivative of a root is forgotten": f"{a}/sqrt({a}x + {b})",
    })  # fmt: skip


def cosine_of_a_line(random: Random) -> Asked:
    a, b = random.randint(2, 7), random.randint(-6, 6) or 1
    inside = f"{a}x {signed(b)}"
    return Asked(f"diff(cos({inside}), x)", f"-{a} sin({inside})", {
        SINE: f"{a} sin({inside})", INNER: f"-sin({inside})", NESTED: f"-sin({a})",
    })  # fmt: skip


def power_of_a_sine(random: Random) -> Asked:
    n = random.randint(3, 6)
    return Asked(f"diff(sin(x)^{n}, x)", f"{n} sin(x)^{n - 1} * cos(x)", {
        INNER: f"{n} sin(x)^{n - 1}", NESTED: f"{n} cos(x)^{n - 1}",
        "a power of the sine is read as the sine of a power": f"{n}x^{n - 1} * cos(x^{n})",
    })  # fmt: skip


def tangent_function(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"diff(tan({a}x), x)", f"{a}/cos({a}x)^2", {
        INNER: f"1/cos({a}x)^2", "the derivative of the tangent is divided by the cosine, not by its square": (
            f"{a}/cos({a}x)"
        ),
    })  # fmt: skip


def arctangent(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"diff(arctan({a}x), x)", f"{a}/(1 + {a * a}x^2)", {
        INNER: f"1/(1 + {a * a}x^2)",
        "the coefficient of the inner function is not squared with its variable": f"{a}/(1 + {a}x^2)",
    })  # fmt: skip


def constant_number(random: Random) -> Asked:
    a, n = random.randint(2, 5), random.randint(2, 4)
    return Asked(f"diff(x^{n} + {a}pi^2, x)", f"{n}x^{n - 1}", {CONSTANT: f"{n}x^{n - 1} + {2 * a}pi"})


def constant_letter(random: Random) -> Asked:
    n = random.randint(3, 5)
    return Asked(f"diff(a x^{n} + b^2, x)", f"{n} a x^{n - 1}", {
        CONSTANT: f"{n} a x^{n - 1} + 2b", "a constant factor is differentiated to 1 and dropped": f"{n}x^{n - 1}",
    })  # fmt: skip


def second_derivative(random: Random) -> Asked:
    a = random.randint(2, 5)
    return Asked(f"diff(sin({a}x), x, 2)", f"-{a * a} sin({a}x)", {
        "only the first derivative is taken where the second is asked": f"{a} cos({a}x)",
        "the first derivative is squared where the second is asked": f"{a * a} cos({a}x)^2",
        SINE: f"{a * a} sin({a}x)",
    })  # fmt: skip


def circle(random: Random) -> Asked:
    a = random.randint(2, 5)
    return Asked(f"implicit(x^2 + {a}y^2 = {a * 10}, y, x)", f"-x/({a}y)", {
        "the sign is lost when a term is brought to the other side": f"x/({a}y)",
        "the equation is solved for the slope upside down": f"-{a}y/x",
    })  # fmt: skip


def implicit_product(random: Random) -> Asked:
    a = random.randint(3, 9)
    return Asked(f"implicit(x^2 * y + y^3 = {a}, y, x)", "-2x*y/(x^2 + 3y^2)", {
        "y is held constant in a product with x": "-2x*y/(3y^2)",
        "in an implicit derivative the product rule is left out": "-2x/(1 + 3y^2)",
        "the sign is lost when a term is brought to the other side": "2x*y/(x^2 + 3y^2)",
    })  # fmt: skip


def variable_exponent(random: Random) -> Asked:
    a = random.randint(2, 5)
    return Asked(f"diff(x^({a}x), x)", f"{a}x^({a}x) (ln(x) + 1)", {
        "the power rule is used where the exponent holds the variable": f"{a}x * x^({a}x - 1)",
        "the base is treated as a constant where it holds the variable": f"{a}x^({a}x) * ln(x)",
    })  # fmt: skip


def logistic(random: Random) -> Asked:
    a = random.randint(2, 7)
    return Asked(f"diff(sigmoid({a}x), x)", f"{a} sigmoid({a}x) (1 - sigmoid({a}x))", {
        INNER: f"sigmoid({a}x) (1 - sigmoid({a}x))",
        "in the derivative of the sigmoid 1 + sigmoid stands for 1 - sigmoid": f"{a} sigmoid({a}x) (1 + sigmoid({a}x))",
    })  # fmt: skip


def slope_at_a_point(random: Random) -> Asked:
    a, p = random.randint(2, 6), random.randint(2, 5)
    return Asked(f"at(diff(x^3 - {a}x, x), x, {p})", f"{3 * p * p - a}", {
        "the function is evaluated where its slope is asked": f"{p**3 - a * p}",
        "the slope is left as a formula and not evaluated": f"3x^2 - {a}",
    })  # fmt: skip


def tangent_line(random: Random) -> Asked:
    a, p = random.randint(2, 6), random.randint(2, 5)
    return Asked(f"tangent(x^2 + {a}, x, {p})", f"{2 * p}x + {a - p * p}", {
        "the height at the point is taken for the intercept of the tangent": f"{2 * p}x + {p * p + a}",
        "the slope of the tangent is left as a function of x": f"{p * p + a} + 2x(x - {p})",
        "the tangent is taken through the point on the axis, its height forgotten": f"{2 * p}(x - {p})",
    })  # fmt: skip


TOPIC = Topic("differentiation", (
    power_of_a_line, power_of_a_square, polynomial, product_with_a_sine, product_with_a_cosine,
    product_with_an_exponential, quotient, quotient_of_lines, exponential, exponential_of_a_square, other_base,
    logarithm, logarithm_of_a_line, reciprocal_power, root_of_a_line, cosine_of_a_line, power_of_a_sine,
    tangent_function, arctangent, constant_number, constant_letter, second_derivative, circle, implicit_product,
    variable_exponent, logistic, slope_at_a_point, tangent_line,
))  # fmt: skip
