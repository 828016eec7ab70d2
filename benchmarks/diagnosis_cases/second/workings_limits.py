"""Workings of limits, series and differential equations."""

from __future__ import annotations

from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Worked


def factored(random: Random) -> Worked:
    a = random.randint(2, 9)
    return Worked(
        f"limit((x^2 - {a * a})/(x - {a}), x, {a})",
        (f"lim_(x -> {a}) (x - {a})(x + {a})/(x - {a})", f"= lim_(x -> {a}) (x + {a})", f"= {a} + {a}", f"= {2 * a}"),
        {2: (f"= lim_(x -> {a}) (x - {a})", "= 0"), 3: (f"= {a} - {a}", "= 0")},
    )  # fmt: skip


def conjugate(random: Random) -> Worked:
    a = random.randint(2, 9)
    root = f"sqrt(x + {a * a})"
    return Worked(
        f"limit(({root} - {a})/x, x, 0)",
        (f"lim_(x -> 0) (x + {a * a} - {a * a})/(x ({root} + {a}))", f"lim_(x -> 0) 1/({root} + {a})",
         f"1/({a} + {a})", f"1/{2 * a}"),
        {
            1: (f"lim_(x -> 0) (x + {a * a} + {a * a})/(x ({root} + {a}))",),
            2: (f"lim_(x -> 0) 1/{root}", f"1/{a}"), 3: (f"1/{a}",),
        },
    )  # fmt: skip


def hospital_twice(random: Random) -> Worked:
    a = random.randint(2, 7)
    return Worked(
        f"limit((1 - cos({a}x))/x^2, x, 0)",
        (f"= limit({a} sin({a}x)/(2x), x, 0)", f"= limit({a * a} cos({a}x)/2, x, 0)", f"= {Q(a * a, 2)}"),
        {
            1: (f"= limit(sin({a}x)/(2x), x, 0)", f"= limit({a} cos({a}x)/2, x, 0)", f"= {Q(a, 2)}"),
            2: (f"= limit({a} cos({a}x)/2, x, 0)", f"= {Q(a, 2)}"), 3: ("= 0",),
        },
    )  # fmt: skip


def leading_terms(random: Random) -> Worked:
    a, b, c = random.sample(range(2, 9), 3)
    return Worked(
        f"limit(({a}x^2 + {b}x)/({c}x^2 + 1), x, inf)",
        (f"lim_(x -> inf) ({a} + {b}/x)/({c} + 1/x^2)", f"= ({a} + 0)/({c} + 0)", f"= {Q(a, c)}"),
        {
            1: (f"lim_(x -> inf) ({a} + {b})/({c} + 1/x^2)", f"= ({a} + {b})/({c} + 0)", f"= {Q(a + b, c)}"),
            2: (f"= ({a} + 0)/({c} + 1)", f"= {Q(a, c + 1)}"), 3: (f"= {Q(c, a)}",),
        },
    )  # fmt: skip


def difference_quotient(random: Random) -> Worked:
    a = random.randint(2, 6)
    return Worked(
        f"limit(({a}(x + h)^2 - {a}x^2)/h, h, 0)",
        (f"lim_(h -> 0) ({a}x^2 + {2 * a}x*h + {a}h^2 - {a}x^2)/h", f"lim_(h -> 0) ({2 * a}x*h + {a}h^2)/h",
         f"lim_(h -> 0) ({2 * a}x + {a}h)", f"{2 * a}x"),
        {
            1: (f"lim_(h -> 0) ({a}x^2 + {a}h^2 - {a}x^2)/h", f"lim_(h -> 0) {a}h", "0"),
            3: (f"lim_(h -> 0) ({2 * a}x*h + {a}h)", "0"), 4: (f"{2 * a}x + {a}",),
        },
    )  # fmt: skip


def geometric_from_one(random: Random) -> Worked:
    a, (p, q) = random.randint(2, 7), random.choice([(1, 2), (1, 3), (2, 3), (3, 4), (2, 5)])
    r = Q(p, q)
    return Worked(
        f"sum({a}*({p}/{q})^n, n, 1, inf)",
        (f"= sum({a}*({p}/{q})^n, n, 0, inf) - {a}", f"= {a}/(1 - {p}/{q}) - {a}", f"= {a / (1 - r)} - {a}",
         f"= {a * r / (1 - r)}"),
        {
            1: (f"= sum({a}*({p}/{q})^n, n, 0, inf)", f"= {a}/(1 - {p}/{q})", f"= {a / (1 - r)}"),
            2: (f"= {a}/(1 + {p}/{q}) - {a}", f"= {a / (1 + r) - a}"),
            3: (f"= {a * (1 - r)} - {a}", f"= {-a * r}"),
        },
    )  # fmt: skip


def taylor_exponential(random: Random) -> Worked:
    a = random.randint(2, 5)
    return Worked(
        f"taylor(e^({a}x), x, 0, 3)",
        (f"1 + ({a}x) + ({a}x)^2/2! + ({a}x)^3/3!", f"= 1 + {a}x + {a * a}x^2/2 + {a**3}x^3/6",
         f"= 1 + {a}x + {Q(a * a, 2)} x^2 + {Q(a**3, 6)} x^3"),
        {
            1: (f"1 + ({a}x) + ({a}x)^2/2 + ({a}x)^3/3", f"= 1 + {a}x + {a * a}x^2/2 + {a**3}x^3/3"),
            2: (f"= 1 + {a}x + {a}x^2/2 + {a}x^3/6",),
        },
    )  # fmt: skip


def taylor_product(random: Random) -> Worked:
    a = random.randint(2, 6)
    return Worked(
        f"taylor({a}x*cos(x), x, 0, 5)",
        (f"{a}x (1 - x^2/2 + x^4/24)", f"= {a}x - {a}x * x^2/2 + {a}x * x^4/24",
         f"= {a}x - {a}x^3/2 + {a}x^5/24"),
        {
            1: (f"{a}x (x - x^3/6 + x^5/120)", f"= {a}x^2 - {a}x^4/6"),
            2: (f"= {a}x - x^2/2 + x^4/24",), 3: (f"= {a}x - {a}x^2/2 + {a}x^4/24",),
        },
    )  # fmt: skip


def telescoping(random: Random) -> Worked:
    a = random.randint(2, 6)
    return Worked(
        f"sum({a}/(n*(n + 1)), n, 1, inf)",
        (f"sum({a}/n - {a}/(n + 1), n, 1, inf)", f"= lim_(m -> inf) ({a} - {a}/(m + 1))", f"= {a} - 0", f"= {a}"),
        {
            2: (f"= lim_(m -> inf) ({a} + {a}/2 - {a}/(m + 1))", f"= {Q(3 * a, 2)}"),
            3: (f"= {a} - {a}", "= 0"),
        },
    )  # fmt: skip


def arithmetic(random: Random) -> Worked:
    a, n = random.randint(2, 6), random.randint(6, 12)
    whole = a * n * (n + 1) // 2
    return Worked(
        f"sum({a}k + 1, k, 1, {n})",
        (f"= {a} sum(k, k, 1, {n}) + {n}", f"= {a} * {n}*{n + 1}/2 + {n}", f"= {whole} + {n}", f"= {whole + n}"),
        {
            1: (f"= {a} sum(k, k, 1, {n}) + 1", f"= {a} * {n}*{n + 1}/2 + 1", f"= {whole + 1}"),
            2: (f"= {a} * {n}*{n - 1}/2 + {n}", f"= {a * n * (n - 1) // 2 + n}"),
        },
    )  # fmt: skip


def growth(random: Random) -> Worked:
    a, c = random.randint(2, 7), random.randint(2, 9)
    return Worked(
        f"ode(y' = {a}y, y, x, y(0) = {c})",
        (f"dy/y = {a} dx", f"ln|y| = {a}x + C", f"y = A e^({a}x)", f"A = {c}", f"y = {c} e^({a}x)"),
        {
            2: (f"ln|y| = {a}x^2/2 + C", f"y = {c} e^({a}x^2/2)"),
            3: (f"y = e^({a}x) + A", f"A = {c - 1}", f"y = e^({a}x) + {c - 1}"), 5: (f"y = {c} e^(-{a}x)",),
        },
    )  # fmt: skip


def integrating_factor(random: Random) -> Worked:
    a, m = random.randint(2, 6), random.randint(2, 8)
    e = f"e^({a}x)"
    return Worked(
        f"ode(y' + {a}y = {a * m}, y, x, y(0) = 0)",
        (f"mu = {e}", f"({e} y)' = {a * m} {e}", f"{e} y = {m} {e} + C", f"y = {m} + C e^(-{a}x)", f"C = -{m}",
         f"y = {m} - {m} e^(-{a}x)"),
        {
            2: (f"({e} y)' = {a * m}", f"{e} y = {a * m}x + C", f"y = ({a * m}x + C) e^(-{a}x)"),
            3: (f"{e} y = {a * m} {e} + C", f"y = {a * m} + C e^(-{a}x)", f"y = {a * m} - {a * m} e^(-{a}x)"),
            4: (f"y = {m} + C", f"C = -{m}"), 5: (f"C = {m}", f"y = {m} + {m} e^(-{a}x)"),
        },
    )  # fmt: skip


def hyperbola(random: Random) -> Worked:
    c = random.randint(3, 9)
    return Worked(
        f"ode(y' = x/y, y, x, y(0) = {c})",
        ("y dy = x dx", "y^2/2 = x^2/2 + C", f"C = {c * c}/2", f"y^2 = x^2 + {c * c}", f"y = sqrt(x^2 + {c * c})"),
        {
            1: ("dy/y = x dx", "ln|y| = x^2/2 + C", f"y = {c} e^(x^2/2)"),
            3: (f"C = {c}", f"y^2 = x^2 + {2 * c}", f"y = sqrt(x^2 + {2 * c})"), 5: (f"y = x + {c}",),
        },
    )  # fmt: skip


def euler(random: Random) -> Worked:
    y, k, h = random.randint(2, 4), random.randint(2, 3), Q(1, random.choice([2, 4]))
    one = y * (1 + h * k)
    two = one * (1 + h * k)
    return Worked(
        f"euler({k}y, x, 0, {y}, {h}, 2)",
        (f"y_1 = {y} + {h} * {k * y}", f"y_1 = {one}", f"y_2 = {one} + {h} * {k * one}", f"y_2 = {two}"),
        {
            1: (f"y_1 = {y} - {h} * {k * y}", f"y_1 = {y * (1 - h * k)}"),
            3: (f"y_2 = {one} + {h} * {k * y}", f"y_2 = {one + h * k * y}"),
        },
    )  # fmt: skip


LIMITS = (factored, conjugate, hospital_twice, leading_terms, difference_quotient)
SERIES = (geometric_from_one, taylor_exponential, taylor_product, telescoping, arithmetic)
EQUATIONS = (growth, integrating_factor, hyperbola, euler)
