"""Differentiation in one variable: what is mistaken, by formulas in the numbers drawn."""

from __future__ import annotations

from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic


def power(random: Random) -> Asked:
    """axⁿ + b."""
    a, n, b = random.randint(2, 9), random.randint(3, 8), random.randint(2, 9)
    return Asked(f"diff({a}x^{n} + {b}, x)", f"{a * n}x^{n - 1}", {
        "constant kept": f"{a * n}x^{n - 1} + {b}",
        "exponent not lowered": f"{a * n} * x^{n}",
        "exponent not brought down": f"{a}x^({n - 1})",
        "exponent raised instead": f"{a * n}x^{n + 1}",
    })  # fmt: skip


def negative_power(random: Random) -> Asked:
    """a/xⁿ."""
    a, n = random.randint(2, 9), random.randint(2, 6)
    return Asked(f"diff({a}/x^{n}, x)", f"-{a * n}/x^{n + 1}", {
        "negative exponent lowered the wrong way": f"-{a * n}/x^{n - 1}",
        "sign of a negative exponent lost": f"{a * n} x^(-{n + 1})",
        "reciprocal of the derivative": f"{a}/({n}x^{n - 1})",
    })  # fmt: skip


def root(random: Random) -> Asked:
    """a√x."""
    a = 2 * random.randint(1, 6)
    return Asked(f"diff({a}*sqrt(x), x)", f"{a // 2}/sqrt(x)", {
        "exponent not lowered": f"{a // 2} sqrt(x)",
        "exponent not brought down": f"{a} x^(-1/2)",
    })  # fmt: skip


def product(random: Random) -> Asked:
    """xⁿ sin x."""
    n = random.randint(2, 6)
    return Asked(f"diff(x^{n} * sin(x), x)", f"{n}x^{n - 1} sin(x) + x^{n} cos(x)", {
        "product of the derivatives": f"{n}x^{n - 1} cos x",
        "second term of the product rule left out": f"{n}x^{n - 1} sin x",
        "first term of the product rule left out": f"x^{n}cos(x)",
        "minus in the product rule": f"{n}x^{n - 1} sin(x) - x^{n} cos(x)",
    })  # fmt: skip


def product_of_lines(random: Random) -> Asked:
    """(ax + b)(cx² + d)."""
    a, b, c, d = (random.randint(2, 7) for _ in "abcd")
    return Asked(f"diff(({a}x + {b})*({c}x^2 + {d}), x)", f"{3 * a * c}x^2 + {2 * b * c}x + {a * d}", {
        "product of the derivatives": f"{2 * a * c}x",
        "minus in the product rule": f"{a}({c}x^2+{d}) - ({a}x+{b})*{2 * c}x",
        "second term of the product rule left out": f"{a}({c}x^2+{d})",
    })  # fmt: skip


def quotient(random: Random) -> Asked:
    """xⁿ/(x + b)."""
    n, b = random.randint(2, 5), random.randint(1, 9)
    top, bottom = f"{n}x^{n - 1}*(x+{b})", f"x^{n}"
    return Asked(f"diff(x^{n}/(x + {b}), x)", f"({top} - {bottom})/(x+{b})^2", {
        "quotient of the derivatives": f"{n}x^{n - 1}",
        "numerator of the quotient rule turned round": f"({bottom} - {top})/(x+{b})^2",
        "plus in the quotient rule": f"({top} + {bottom})/(x + {b})^2",
        "denominator not squared": f"({top} - {bottom})/(x+{b})",
        "denominator of the quotient rule lost": f"{top} - {bottom}",
    })  # fmt: skip


def sine_over_line(random: Random) -> Asked:
    """sin x/(ax + b)."""
    a, b = random.randint(2, 7), random.randint(1, 9)
    top, bottom = f"cos(x)({a}x+{b})", f"{a}sin(x)"
    return Asked(f"diff(sin(x)/({a}x + {b}), x)", f"({top} - {bottom})/({a}x+{b})^2", {
        "quotient of the derivatives": f"cos(x)/{a}",
        "numerator of the quotient rule turned round": f"({bottom} - {top})/({a}x+{b})^2",
        "plus in the quotient rule": f"({top} + {bottom})/({a}x+{b})^2",
        "denominator not squared": f"({top} - {bottom})/({a}x+{b})",
    })  # fmt: skip


def line_to_a_power(random: Random) -> Asked:
    """(ax + b)ⁿ."""
    a, b, n = random.randint(2, 7), random.randint(1, 9), random.randint(3, 7)
    return Asked(f"diff(({a}x + {b})^{n}, x)", f"{a * n}({a}x + {b})^{n - 1}", {
        "inner derivative forgotten": f"{n}*({a}x+{b})^({n}-1)",
        "exponent not lowered": f"{a * n}({a}x + {b})^{n}",
        "derivative put inside": f"{n * a ** (n - 1)}",
        "power spread over a sum": f"{n * a**n}x^{n - 1}",
    })  # fmt: skip


def square_of_polynomial(random: Random) -> Asked:
    """(ax² + bx + c)ⁿ."""
    a, b, c, n = random.randint(2, 5), random.randint(1, 6), random.randint(1, 9), random.randint(3, 5)
    u = f"({a}x^2 + {b}x + {c})"
    return Asked(f"diff({u}^{n}, x)", f"{n}{u}^{n - 1}({2 * a}x + {b})", {
        "inner derivative forgotten": f"{n}{u}^{n - 1}",
        "inner derivative added": f"{n}{u}^{n - 1} + ({2 * a}x + {b})",
        "derivative put inside": f"{n}({2 * a}x + {b})^{n - 1}",
        "inner constant kept": f"{n}{u}^{n - 1}({2 * a}x + {b} + {c})",
    })  # fmt: skip


def sine_of_power(random: Random) -> Asked:
    """sin(xⁿ) and cos(xⁿ)."""
    n = random.randint(2, 5)
    return Asked(f"diff(cos(x^{n}), x)", f"-{n}x^{n - 1} sin(x^{n})", {
        "inner derivative forgotten": f"-sin(x^{n})",
        "derivative put inside": f"-sin({n}x^{n - 1})",
        "sign of the derivative of cosine": f"{n}x^{n - 1}sin(x^{n})",
        "outer derivative taken at x": f"-sin(x)*{n}x^{n - 1}",
    })  # fmt: skip


def wave(random: Random) -> Asked:
    """a sin(bx) + c cos x."""
    a, b, c = random.randint(2, 9), random.randint(2, 6), random.randint(2, 9)
    return Asked(f"diff({a}sin({b}x) + {c}cos(x), x)", f"{a * b}cos({b}x) - {c}sin(x)", {
        "inner derivative forgotten": f"{a}cos({b}x) - {c}sin(x)",
        "sign of the derivative of cosine": f"{a * b} cos({b}x) + {c} sin x",
        "sign of the derivative of sine": f"-{a * b}cos({b}x) - {c}sin(x)",
    })  # fmt: skip


def sine_squared(random: Random) -> Asked:
    """a sinⁿ x."""
    a, n = random.randint(2, 6), random.randint(3, 5)
    return Asked(f"diff({a}sin(x)^{n}, x)", f"{a * n}sin(x)^{n - 1}cos(x)", {
        "inner derivative forgotten": f"{a * n} sin^{n - 1}(x)",
        "derivative put inside": f"{a * n}cos(x)^{n - 1}",
        "power of the argument instead of the value": f"{a * n}x^{n - 1}cos(x^{n})",
    })  # fmt: skip


def tangent_function(random: Random) -> Asked:
    """tan(ax)."""
    a = random.randint(2, 9)
    return Asked(f"diff(tan({a}x), x)", f"{a}/cos({a}x)^2", {
        "inner derivative forgotten": f"1/cos({a}x)^2",
        "derivative of tangent as secant times tangent": f"{a}sec({a}x)tan({a}x)",
        "square lost in the derivative of tangent": f"{a}sec({a}x)",
    })  # fmt: skip


def exponential(random: Random) -> Asked:
    """a e^(bx)."""
    a, b = random.randint(2, 9), random.randint(2, 7)
    return Asked(f"diff({a}*exp({b}x), x)", f"{a * b}e^({b}x)", {
        "inner derivative forgotten": f"{a}e^({b}x)",
        "power rule on an exponential": f"{a * b}x e^({b}x - 1)",
        "derivative put into the exponent": f"{a}e^{b}",
    })  # fmt: skip


def exponential_of_square(random: Random) -> Asked:
    """e^(−ax²)."""
    a = random.randint(2, 6)
    return Asked(f"diff(exp(-{a}x^2), x)", f"-{2 * a}x e^(-{a}x^2)", {
        "inner derivative forgotten": f"exp(-{a}x^2)",
        "derivative put inside": f"exp(-{2 * a}x)",
        "sign of the inner derivative lost": f"{2 * a}x exp(-{a}x^2)",
        "power rule on an exponential": f"-{a}x^2 e^(-{a}x^2 - 1)",
    })  # fmt: skip


def other_base(random: Random) -> Asked:
    """aˣ."""
    a = random.randint(2, 9)
    return Asked(f"diff({a}^x, x)", f"{a}^x ln({a})", {
        "logarithm of the base forgotten": f"{a}^x",
        "power rule on an exponential": f"x*{a}^(x-1)",
        "divided by the logarithm of the base": f"{a}^x/ln({a})",
    })  # fmt: skip


def logarithm(random: Random) -> Asked:
    """ln(ax² + b)."""
    a, b = random.randint(2, 7), random.randint(1, 9)
    return Asked(f"diff(ln({a}x^2 + {b}), x)", f"{2 * a}x/({a}x^2+{b})", {
        "inner derivative forgotten": f"1/({a}x^2 + {b})",
        "derivative put inside": f"1/({2 * a}x)",
        "logarithm spread over a sum": "2/x",
        "logarithm kept in its derivative": f"ln({2 * a}x)",
    })  # fmt: skip


def log_of_multiple(random: Random) -> Asked:
    """x ln(ax)."""
    a = random.randint(2, 9)
    return Asked(f"diff(x*ln({a}x), x)", f"ln({a}x) + 1", {
        "inner derivative forgotten": f"ln({a}x) + 1/{a}",
        "inner derivative without division": f"ln({a}x) + {a}",
        "product of the derivatives": "1/x",
        "second term of the product rule left out": f"ln({a}x)",
    })  # fmt: skip


def log_other_base(random: Random) -> Asked:
    """log to another base."""
    b = random.choice([2, 3, 5, 10])
    return Asked(f"diff(log(x, {b}), x)", f"1/(x ln({b}))", {
        "logarithm of the base forgotten": "1/x",
        "multiplied by the logarithm of the base": f"ln({b})/x",
    })  # fmt: skip


def inverse_tangent(random: Random) -> Asked:
    """arctan(ax)."""
    a = random.randint(2, 9)
    return Asked(f"diff(arctan({a}x), x)", f"{a}/(1 + {a * a}x^2)", {
        "inner derivative forgotten": f"1/(1 + {a * a}x^2)",
        "inside squared only in part": f"{a}/(1 + {a}x^2)",
        "inverse function as a reciprocal": f"-{a}/sin({a}x)^2",
    })  # fmt: skip


def three_layers(random: Random) -> Asked:
    """sin of a square of a line, in an exponential."""
    a, b = random.randint(2, 6), random.randint(1, 7)
    u = f"({a}x + {b})^2"
    return Asked(f"diff(exp(sin({u})), x)", f"{2 * a}({a}x+{b})cos({u})exp(sin({u}))", {
        "innermost derivative forgotten": f"2({a}x+{b})cos({u})exp(sin({u}))",
        "middle derivative forgotten": f"{2 * a}({a}x+{b})exp(sin({u}))",
        "inner derivative forgotten": f"exp(sin({u}))",
    })  # fmt: skip


def second_derivative(random: Random) -> Asked:
    """sin(ax), twice."""
    a, b = random.randint(2, 7), random.randint(2, 5)
    return Asked(f"diff({b}sin({a}x), x, 2)", f"-{a * a * b}sin({a}x)", {
        "second derivative: only the first": f"{a * b}cos({a}x)",
        "second derivative as a square": f"{(a * b) ** 2}cos({a}x)^2",
        "second derivative: inner derivative once": f"-{a * b}sin({a}x)",
    })  # fmt: skip


def second_of_product(random: Random) -> Asked:
    """x² e^(ax), twice."""
    a = random.randint(2, 6)
    return Asked(f"diff(x^2*exp({a}x), x, 2)", f"(2 + {4 * a}x + {a * a}x^2)exp({a}x)", {
        "second derivative: product term by term": f"(2 + {a * a}x^2)exp({a}x)",
        "second derivative: product of seconds": f"{2 * a * a}exp({a}x)",
        "second derivative: only the first": f"(2x + {a}x^2)exp({a}x)",
    })  # fmt: skip


def slope_at_point(random: Random) -> Asked:
    """The slope of ax³ + bx at p."""
    a, b, p = random.randint(2, 5), random.randint(2, 9), random.choice([-3, -2, 2, 3])
    return Asked(f"at(diff({a}x^3 + {b}x, x), x, {p})", f"{3 * a * p * p + b}", {
        "value instead of slope": f"{a * p**3 + b * p}",
        "derivative of the value": "0",
        "sign of the squared point": f"{-3 * a * p * p + b}",
        "second derivative instead of the first": f"{6 * a * p}",
    })  # fmt: skip


def tangent_line(random: Random) -> Asked:
    """The tangent of x² + bx at p."""
    b, p = random.randint(1, 7), random.choice([-2, 1, 2, 3])
    m, h = 2 * p + b, p * p + b * p
    return Asked(f"tangent(x^2 + {b}x, x, {p})", f"{m}x + {h - m * p}", {
        "tangent through the origin": f"y = {m}x",
        "tangent without the shift": f"{m}x + {h}",
        "tangent with the shift of the wrong sign": f"{h} + {m}(x + {p})",
        "tangent with the value as slope": f"{h} + {h}(x - {p})",
        "tangent without the height": f"{m}(x - ({p}))",
    })  # fmt: skip


def circle(random: Random) -> Asked:
    """An ellipse, implicitly."""
    a, b, c = random.randint(2, 7), random.randint(2, 7), random.randint(20, 90)
    return Asked(f"implicit({a}x^2 + {b}y^2 = {c}, y, x)", f"-{a}x/({b}y)", {
        "implicit: sign lost": f"{a}x/({b}y)",
        "implicit: slope turned over": f"-{b}y/({a}x)",
        "implicit: constant kept": f"({c} - {2 * a}x)/({2 * b}y)",
        "implicit: no y' for y": f"-{2 * a}x - {2 * b}y",
    })  # fmt: skip


def implicit_product(random: Random) -> Asked:
    """x² + axy + y³ = c, implicitly."""
    a, c = random.randint(2, 7), random.randint(5, 40)
    return Asked(f"implicit(x^2 + {a}x*y + y^3 = {c}, y, x)", f"-(2x + {a}y)/({a}x + 3y^2)", {
        "implicit: product of the derivatives": f"-2x/({a} + 3y^2)",
        "implicit: sign lost": f"(2x + {a}y)/({a}x+3y^2)",
        "implicit: second term of the product left out": f"-(2x + {a}y)/(3y^2)",
        "implicit: first term of the product left out": f"-2x/({a}x + 3y^2)",
    })  # fmt: skip


def sigmoid_of_line(random: Random) -> Asked:
    """σ(ax + b)."""
    a, b = random.randint(2, 7), random.randint(1, 6)
    s = f"sigmoid({a}x+{b})"
    return Asked(f"diff(sigmoid({a}x + {b}), x)", f"{a}{s}(1 - {s})", {
        "inner derivative forgotten": f"{s}(1-{s})",
        "sigmoid: one minus the input": f"{a}{s}(1 - ({a}x+{b}))",
        "sigmoid: one plus": f"{a}{s}(1 + {s})",
    })  # fmt: skip


def two_layers_of_roots(random: Random) -> Asked:
    """√(ax² + b)."""
    a, b = random.randint(2, 7), random.randint(2, 9)
    return Asked(f"diff(sqrt({a}x^2 + {b}), x)", f"{a}x/sqrt({a}x^2 + {b})", {
        "inner derivative forgotten": f"1/(2sqrt({a}x^2 + {b}))",
        "derivative put inside": f"1/(2sqrt({2 * a}x))",
        "exponent not lowered": f"{a}x sqrt({a}x^2+{b})",
        "root spread over a sum": f"sqrt({a})",
        "derivative under the root": f"sqrt({2 * a}x)",
    })  # fmt: skip


TOPIC = Topic("differentiation", (
    power, negative_power, root, product, product_of_lines, quotient, sine_over_line, line_to_a_power,
    square_of_polynomial, sine_of_power, wave, sine_squared, tangent_function, exponential, exponential_of_square,
    other_base, logarithm, log_of_multiple, log_other_base, inverse_tangent, three_layers, second_derivative,
    second_of_product, slope_at_point, tangent_line, circle, implicit_product, sigmoid_of_line, two_layers_of_roots,
))  # fmt: skip
