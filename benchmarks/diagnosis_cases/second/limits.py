"""Mistakes in limits."""

from __future__ import annotations

from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

ZERO = "0/0 is taken to be 0"
NONE = "0/0 is taken to mean that there is no limit"
ONE = "0/0 is taken to be 1"
SAME = "infinity minus infinity is taken to be 0"
TURNED = "the quotient of the coefficients is turned over"


def difference_of_squares(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"limit((x^2 - {a * a})/(x - {a}), x, {a})", f"{2 * a}", {
        ZERO: "0", NONE: "dne", ONE: "1",
    })  # fmt: skip


def factors(random: Random) -> Asked:
    a, b = random.sample(range(1, 8), 2)
    return Asked(f"limit((x^2 - {a + b}x + {a * b})/(x - {a}), x, {a})", f"{a - b}", {
        ZERO: "0", NONE: "dne", "the other factor is read with the opposite sign": f"{a + b}",
    })  # fmt: skip


def sines(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"limit(sin({a}x)/sin({b}x), x, 0)", str(Q(a, b)), {ONE: "1", TURNED: str(Q(b, a)), ZERO: "0"})


def sine(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"limit(sin({a}x)/({b}x), x, 0)", str(Q(a, b)), {
        ZERO: "0", "the factor inside the sine is not seen": str(Q(1, b)), TURNED: str(Q(b, a)),
    })  # fmt: skip


def equal_degrees(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    c, d = random.randint(1, 9), random.randint(1, 9)
    return Asked(f"limit(({a}x^2 + {c})/({b}x^2 - {d}), x, inf)", str(Q(a, b)), {
        "infinity over infinity is taken to be 1": "1", TURNED: str(Q(b, a)),
        "infinity over infinity is taken to be infinite": "inf",
        "the quotient of the constant terms is taken": str(-Q(c, d)),
    })  # fmt: skip


def lower_degree(random: Random) -> Asked:
    a, b, c = random.randint(2, 9), random.randint(2, 9), random.randint(1, 9)
    return Asked(f"limit(({a}x + {c})/({b}x^2 + 1), x, inf)", "0", {
        "the leading coefficients are divided although the degrees differ": str(Q(a, b)),
        "the numerator alone decides the limit": "inf",
    })  # fmt: skip


def higher_degree(random: Random) -> Asked:
    a, b = random.randint(2, 9), random.randint(2, 9)
    return Asked(f"limit(({a}x^3 - x)/({b}x^2 + 1), x, inf)", "inf", {
        "the leading coefficients are divided although the degrees differ": str(Q(a, b)),
        "the denominator alone decides the limit": "0",
    })  # fmt: skip


def negative_infinity(random: Random) -> Asked:
    a, b = random.randint(2, 6), random.randint(1, 9)
    return Asked(f"limit(sqrt({a * a}x^2 + {b})/x, x, -inf)", f"-{a}", {
        "the root of a square is taken to be x where x is negative": f"{a}",
    })  # fmt: skip


def difference_of_roots(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"limit(sqrt(x^2 + {a}x) - x, x, inf)", str(Q(a, 2)), {
        SAME: "0", "the difference of two infinite terms is taken to be infinite": "inf",
        "after the conjugate one of the two terms below is lost": f"{a}",
    })  # fmt: skip


def conjugate(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"limit((sqrt(x + {a * a}) - {a})/x, x, 0)", str(Q(1, 2 * a)), {
        ZERO: "0", "after the conjugate one of the two terms below is lost": str(Q(1, a)),
        NONE: "dne", "the limit is turned over": f"{2 * a}",
    })  # fmt: skip


def euler(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"limit((1 + {a}/n)^n, n, inf)", f"e^{a}", {
        "1 to the power infinity is taken to be 1": "1", "every such power is taken to be e": "e",
        "a number above 1 to the power infinity is taken to be infinite": "inf",
    })  # fmt: skip


def euler_with_a_factor(random: Random) -> Asked:
    a, b = random.randint(2, 5), random.randint(2, 5)
    return Asked(f"limit((1 - {a}/n)^({b}n), n, inf)", f"e^(-{a * b})", {
        "1 to the power infinity is taken to be 1": "1", "the sign inside the power is lost": f"e^{a * b}",
        "the factor in the exponent is lost": f"e^(-{a})",
    })  # fmt: skip


def no_indeterminate(random: Random) -> Asked:
    a, b, p = random.randint(2, 7), random.randint(1, 9), random.randint(1, 4)
    return Asked(f"limit((x^2 + {a})/(x + {b}), x, {p})", str(Q(p * p + a, p + b)), {
        "L'Hôpital's rule is used where nothing is indeterminate": f"{2 * p}",
    })  # fmt: skip


def one_minus_cosine(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"limit((1 - cos({a}x))/x^2, x, 0)", str(Q(a * a, 2)), {
        ZERO: "0", "the inner derivative is forgotten in L'Hôpital's rule": "1/2",
        "the inner derivative is taken once where it is due twice": str(Q(a, 2)),
        "the derivative of the cosine is taken without its minus sign": str(-Q(a * a, 2)),
    })  # fmt: skip


def exponential_quotient(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"limit((e^({a}x) - 1)/({b}x), x, 0)", str(Q(a, b)), {
        ZERO: "0", "the inner derivative is forgotten in L'Hôpital's rule": str(Q(1, b)),
        "the constant is not differentiated in L'Hôpital's rule": str(Q(a - 1, b)),
    })  # fmt: skip


def one_side(random: Random) -> Asked:
    a = random.randint(1, 9)
    return Asked(f"limit(1/(x - {a}), x, {a}, -)", "-inf", {
        "the sign of the denominator on that side is not looked at": "inf",
        "a number over 0 is taken to be 0": "0",
    })  # fmt: skip


def two_sides(random: Random) -> Asked:
    a, c = random.randint(1, 9), random.randint(2, 9)
    return Asked(f"limit({c}/(x - {a}), x, {a})", "dne", {
        "one side is taken for both": random.choice(("inf", "inf", "-inf")), "a number over 0 is taken to be 0": "0",
    })  # fmt: skip


def sign_of_x(random: Random) -> Asked:
    a = random.randint(1, 9)
    return Asked(f"limit(|x - {a}|/(x - {a}), x, {a})", "dne", {"one side is taken for both": "1", ZERO: "0"})


def zero_times_infinity(random: Random) -> Asked:
    n = random.randint(2, 5)
    return Asked(f"limit(x^{n} * ln(x), x, 0, +)", "0", {
        "the infinite factor alone decides a product with 0": "-inf",
        "0 times infinity is taken to mean that there is no limit": "dne",
    })  # fmt: skip


def growth(random: Random) -> Asked:
    n = random.randint(2, 6)
    return Asked(f"limit(x^{n}/e^x, x, inf)", "0", {
        "a power is taken to outgrow the exponential": "inf", "infinity over infinity is taken to be 1": "1",
    })  # fmt: skip


def two_pieces(random: Random) -> Asked:
    a, b = random.randint(2, 5), random.randint(1, 6)
    return Asked(f"limit(if(x < {a}, x + {b}, x^2), x, {a})", "dne" if a + b != a * a else f"{a * a}", {
        "one side is taken for both": random.choice((f"{a + b}", f"{a * a}")),
    })  # fmt: skip


def sine_far_out(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"limit(sin({a}x)/x, x, inf)", "0", {
        "the limit at 0 is used at infinity": f"{a}",
        "a bounded oscillation is taken to have no limit although it is damped": "dne",
    })  # fmt: skip


def difference_quotient(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"limit(((x + h)^2 - x^2 + {a}h)/h, h, 0)", f"2x + {a}", {
        "the middle term of a squared sum is left out": f"{a}",
        "the step is left standing after the limit": f"2x + {a} + h",
    })  # fmt: skip


TOPIC = Topic("limits", (
    difference_of_squares, factors, sines, sine, equal_degrees, lower_degree, higher_degree, negative_infinity,
    difference_of_roots, conjugate, euler, euler_with_a_factor, no_indeterminate, one_minus_cosine,
    exponential_quotient, one_side, two_sides, sign_of_x, zero_times_infinity, growth, two_pieces, sine_far_out,
    difference_quotient,
))  # fmt: skip
