"""Mistakes of school algebra, alone and inside tasks of the calculus."""

from __future__ import annotations

from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

MIDDLE = "the middle term of a squared sum is left out"
ROOT = "a root of a sum is taken term by term"
SPLIT = "a fraction is split over the sum in its denominator"
FIRST = "only the first term of the numerator is divided by the denominator"
LOG = "the logarithm of a sum is split into a sum of logarithms"


def squared_sum(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"(x + {a})^2", f"x^2 + {2 * a}x + {a * a}", {
        MIDDLE: f"x^2 + {a * a}", "the middle term of a squared sum is not doubled": f"x^2 + {a}x + {a * a}",
    })  # fmt: skip


def squared_difference(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"(x - {a})^2", f"x^2 - {2 * a}x + {a * a}", {
        MIDDLE: f"x^2 + {a * a}", "the square of a difference is taken for the difference of squares": f"x^2 - {a * a}",
    })  # fmt: skip


def coefficient_to_a_power(random: Random) -> Asked:
    a, n = random.randint(2, 5), random.randint(2, 3)
    return Asked(f"({a}x)^{n}", f"{a**n}x^{n}", {
        "the power is given to the variable and not to its coefficient": f"{a}x^{n}",
        "a number is multiplied by its exponent instead of raised to it": f"{a * n}x^{n}",
    })  # fmt: skip


def root_of_a_sum(random: Random) -> Asked:
    a = random.randint(2, 7)
    return Asked(f"sqrt(x^2 + {a * a})", f"(x^2 + {a * a})^(1/2)", {ROOT: f"x + {a}"})


def sum_of_fractions(random: Random) -> Asked:
    a = random.randint(2, 8)
    return Asked(f"1/x + 1/{a}", f"(x + {a})/({a}x)", {
        "fractions are added by adding their denominators": f"1/(x + {a})",
        "fractions are added by adding numerators and denominators": f"2/(x + {a})",
    })  # fmt: skip


def fraction_with_a_sum_below(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"{a}/(x + {b})", f"{2 * a}/(2x + {2 * b})", {SPLIT: f"{a}/x + {a}/{b}"})


def cancelled(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"({a}x + {b})/{a}", f"x + {b}/{a}", {"a factor is cancelled against one term of a sum": f"x + {b}"})


def cancelled_variable(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"(x + {a})/(x + {b})", f"1 + {a} * 1/(x + {b}) - {b}/(x + {b})", {
        "equal terms of numerator and denominator are cancelled": f"{a}/{b}",
    })  # fmt: skip


def logarithm_of_a_sum(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"ln(x + {a})", f"ln({a} + x)", {LOG: f"ln(x) + ln({a})"})


def quotient_of_logarithms(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"ln(x)/ln({a})", f"log(x, {a})", {
        "a quotient of logarithms is taken for the logarithm of a quotient": random.choice(
            (f"ln(x) - ln({a})", f"ln(x/{a})")
        ),
    })  # fmt: skip


def logarithm_of_a_multiple_of_a_power(random: Random) -> Asked:
    a, n = random.randint(2, 7), random.randint(2, 5)
    return Asked(f"ln({a}x^{n})", f"ln({a}) + {n} ln(x)", {
        "an exponent that belongs to one factor is brought before the whole logarithm": f"{n} ln({a}x)",
    })  # fmt: skip


def power_of_a_power(random: Random) -> Asked:
    m, n = random.choice([(2, 3), (3, 4), (3, 2), (4, 3), (5, 2)])
    return Asked(f"(x^{m})^{n}", f"x^{m * n}", {
        "exponents are added where a power is raised to a power": f"x^{m + n}",
        "exponents are raised to each other where a power is raised to a power": f"x^{m**n}",
    })  # fmt: skip


def product_of_powers(random: Random) -> Asked:
    m, n = random.choice([(2, 3), (3, 4), (3, 2), (4, 3), (5, 2)])
    return Asked(f"x^{m} * x^{n}", f"x^{m + n}", {
        "exponents are multiplied where powers are multiplied": f"x^{m * n}",
    })  # fmt: skip


def quotient_of_powers(random: Random) -> Asked:
    m, n = random.choice([(6, 2), (8, 2), (6, 3), (8, 4), (10, 5)])
    return Asked(f"x^{m}/x^{n}", f"x^{m - n}", {"exponents are divided where powers are divided": f"x^{m // n}"})


def negative_power(random: Random) -> Asked:
    n = random.randint(2, 6)
    return Asked(f"x^(-{n})", f"1/x^{n}", {
        "a negative exponent is read as a minus sign": f"-x^{n}",
        "a negative exponent is read as a root": f"x^(1/{n})",
    })  # fmt: skip


def minus_before_a_bracket(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"{a}x - (x - {b})", f"{a - 1}x + {b}", {
        "a minus before a bracket is given to the first term only": f"{a - 1}x - {b}",
    })  # fmt: skip


def factor_before_a_bracket(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"{a}(x + {b})", f"{a}x + {a * b}", {
        "a factor before a bracket is given to the first term only": f"{a}x + {b}",
    })  # fmt: skip


def lost_by_division(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"solve(x^2 = {a}x, x)", f"{{0, {a}}}", {
        "both sides are divided by the unknown and the solution 0 is lost": f"{{{a}}}",
    })  # fmt: skip


def square_equation(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"solve(x^2 = {a * a}, x)", f"{{-{a}, {a}}}", {
        "the negative root of a square is forgotten": f"{{{a}}}",
    })  # fmt: skip


def quadratic(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"solve(x^2 - {a + b}x + {a * b} = 0, x)", f"{{{a}, {b}}}", {
        "the solutions are read from the factors with the opposite signs": f"{{-{a}, -{b}}}",
        "in the quadratic formula only the root is divided by 2a": (
            f"{{{a + b} + {abs(a - b)}/2, {a + b} - {abs(a - b)}/2}}"
        ),
    })  # fmt: skip


def product_equal_to_a_number(random: Random) -> Asked:
    a = random.randint(1, 4)
    k = random.choice([2, 6, 12])
    roots = {2: (1, 2), 6: (2, 3), 12: (3, 4)}[k]  # (x − a)(x − a − 1) = k has x = a − p or a + q with p·q = k
    p, q = roots
    return Asked(f"solve((x - {a})*(x - {a + 1}) = {k}, x)", f"{{{a - p}, {a + q}}}", {
        "each factor is set equal to the right side": f"{{{a + k}, {a + 1 + k}}}",
        "each factor is set to 0 although the right side is not 0": f"{{{a}, {a + 1}}}",
    })  # fmt: skip


def slope_of_a_split_fraction(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"diff((x^2 + {a})/x, x)", f"1 - {a}/x^2", {FIRST: "1"})


def slope_of_a_split_logarithm(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"diff(ln(x^2 + {a}), x)", f"2x/(x^2 + {a})", {LOG: "2/x"})


def slope_of_a_root(random: Random) -> Asked:
    a = random.randint(2, 7)
    return Asked(f"diff(sqrt(x^2 + {a * a}), x)", f"x/sqrt(x^2 + {a * a})", {ROOT: "1"})


def integral_of_a_square(random: Random) -> Asked:
    a = random.randint(2, 7)
    return Asked(f"int((x + {a})^2, x)", f"(x + {a})^3/3 + C", {MIDDLE: f"x^3/3 + {a * a}x + C"})


def integral_of_a_split_fraction(random: Random) -> Asked:
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"int({a}/(x + {b}), x)", f"{a} ln|x + {b}| + C", {SPLIT: f"{a} ln|x| + {a}x/{b} + C"})


TOPIC = Topic("algebra", (
    squared_sum, squared_difference, coefficient_to_a_power, root_of_a_sum, sum_of_fractions, fraction_with_a_sum_below,
    cancelled, cancelled_variable, logarithm_of_a_sum, quotient_of_logarithms, logarithm_of_a_multiple_of_a_power,
    power_of_a_power, product_of_powers, quotient_of_powers, negative_power, minus_before_a_bracket,
    factor_before_a_bracket, lost_by_division, square_equation, quadratic, product_equal_to_a_number,
    slope_of_a_split_fraction, slope_of_a_split_logarithm, slope_of_a_root, integral_of_a_square,
    integral_of_a_split_fraction,
))  # fmt: skip
