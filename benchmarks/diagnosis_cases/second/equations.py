"""Mistakes in differential equations and Euler's method."""

from __future__ import annotations

from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

ADDED = "the constant is added after the exponential was taken"
NO_C = "the constant of a general solution is forgotten"
START = "the value at the start is taken for the constant"


def growth(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"ode(y' = {a}y, y, x)", f"y = C e^({a}x)", {
        ADDED: f"y = e^({a}x) + C", NO_C: f"y = e^({a}x)", "the rate is lost in the exponent": "y = C e^x",
        "y is integrated as if it were x": f"y = {a}x^2/2 + C",
        "y is held constant while the right side is integrated": f"y = {a}x*y + C",
    })  # fmt: skip


def started_growth(random: Random) -> Asked:
    a, c = random.randint(2, 7), random.randint(2, 9)
    return Asked(f"ode(y' = {a}y, y, x, y(0) = {c})", f"y = {c} e^({a}x)", {
        "the value at the start is added instead of multiplied": f"y = e^({a}x) + {c - 1}",
        "the condition at the start is not used": f"y = C e^({a}x)",
        "the condition at the start is ignored and the constant taken to be 1": f"y = e^({a}x)",
    })  # fmt: skip


def decay(random: Random) -> Asked:
    a, c = random.randint(2, 7), random.randint(2, 9)
    return Asked(f"ode(y' = -{a}y, y, x, y(0) = {c})", f"y = {c} e^(-{a}x)", {
        "the sign of the rate is lost in the exponent": f"y = {c} e^({a}x)",
        "the value at the start is added instead of multiplied": f"y = e^(-{a}x) + {c - 1}",
    })  # fmt: skip


def balance(random: Random) -> Asked:
    a, m = random.randint(2, 6), random.randint(2, 8)
    return Asked(f"ode(y' + {a}y = {a * m}, y, x, y(0) = 0)", f"y = {m} - {m} e^(-{a}x)", {
        "the sign in the exponent of the homogeneous part is wrong": f"y = {m} - {m} e^({a}x)",
        "the constant right side is not divided by the rate": f"y = {a * m} - {a * m} e^(-{a}x)",
        "the right side is not multiplied by the integrating factor": f"y = {a * m}x e^(-{a}x)",
        "the condition at the start is ignored and the constant taken to be 1": f"y = {m} + e^(-{a}x)",
    })  # fmt: skip


def balance_in_general(random: Random) -> Asked:
    a, m = random.randint(2, 6), random.randint(2, 8)
    return Asked(f"ode(y' + {a}y = {a * m}, y, x)", f"y = {m} + C e^(-{a}x)", {
        "the constant is not divided by the integrating factor": f"y = {m} + C",
        "the sign in the exponent of the homogeneous part is wrong": f"y = {m} + C e^({a}x)",
        "only the homogeneous equation is solved": f"y = C e^(-{a}x)",
        "the constant right side is not divided by the rate": f"y = {a * m} + C e^(-{a}x)",
    })  # fmt: skip


def bell(random: Random) -> Asked:
    a = random.randint(1, 4)
    return Asked(f"ode(y' = {2 * a}x*y, y, x)", f"y = C e^({a}x^2)", {
        ADDED: f"y = e^({a}x^2) + C", "the factor x is not integrated": f"y = C e^({2 * a}x)",
        "the power is not divided when x is integrated": f"y = C e^({2 * a}x^2)", NO_C: f"y = e^({a}x^2)",
    })  # fmt: skip


def hyperbola(random: Random) -> Asked:
    c = random.randint(2, 9)
    return Asked(f"ode(y' = x/y, y, x, y(0) = {c})", f"y = sqrt(x^2 + {c * c})", {
        "the constant is added after the root was taken": f"y = sqrt(x^2) + {c}",
        "a root of a sum is taken term by term": f"y = x + {c}", START: f"y = sqrt(x^2 + {c})",
    })  # fmt: skip


def blow_up(random: Random) -> Asked:
    c = random.randint(2, 9)
    return Asked(f"ode(y' = y^2, y, x, y(0) = {c})", f"y = {c}/(1 - {c}x)", {
        "the minus sign of the integral of 1/y^2 is lost": f"y = {c}/(1 + {c}x)",
        "the constant is added after the reciprocal was taken": f"y = -1/x + {c}",
        "y is integrated as if it were x": f"y = x^3/3 + {c}", START: f"y = 1/({c} - x)",
    })  # fmt: skip


def pure_integral(random: Random) -> Asked:
    a, c = random.randint(2, 5), random.randint(2, 9)
    return Asked(f"ode(y' = {a} e^({a}x), y, x, y(0) = {c})", f"y = e^({a}x) + {c - 1}", {
        START: f"y = e^({a}x) + {c}",
        "the condition at the start is ignored and the constant taken to be 0": f"y = e^({a}x)",
        "an antiderivative is not divided by the slope of the linear inside": f"y = {a} e^({a}x) + {c - a}",
    })  # fmt: skip


def logistic_like(random: Random) -> Asked:
    m, a = random.randint(2, 9), random.randint(2, 5)
    return Asked(f"ode(y' = {a}({m} - y), y, x)", f"y = {m} + C e^(-{a}x)", {
        "the minus sign of the inside is lost when 1/(m - y) is integrated": f"y = {m} + C e^({a}x)",
        "the sign is lost when y is isolated": f"y = -{m} + C e^(-{a}x)",
        ADDED: f"y = {m} + e^(-{a}x) + C",
    })  # fmt: skip


def forced(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"ode(y' + y = {a}x, y, x)", f"y = {a}x - {a} + C e^(-x)", {
        "only the homogeneous equation is solved": "y = C e^(-x)",
        "the constant is not divided by the integrating factor": f"y = {a}x - {a} + C",
        "in integration by parts the second integral is added": f"y = {a}x + {a} + C e^(-x)",
        "the right side is not multiplied by the integrating factor": f"y = ({a}x^2/2 + C) e^(-x)",
        "the particular solution is only the right side": f"y = {a}x + C e^(-x)",
    })  # fmt: skip


def euler(random: Random) -> Asked:
    y, k, h = random.randint(1, 4), random.randint(2, 3), Q(1, random.choice([2, 4]))
    first = k * y  # the slope k·y + x at x = 0
    one = y + h * first
    two = one + h * (k * one + h)
    return Asked(f"euler({k}y + x, x, 0, {y}, {h}, 2)", str(two), {
        "only one step of the iteration is taken": str(one),
        "the slope at the start is used in every step": str(one + h * first),
        "the step size is left out": str(y + first + k * (y + first) + 1),
        "x is not moved on between the steps": str(one + h * k * one),
        "the step is subtracted instead of added": str(y - h * first - h * (k * (y - h * first) + h)),
        "only the step is given, not added to the old value": str(h * (k * h * first + h)),
    })  # fmt: skip


def euler_decay(random: Random) -> Asked:
    y, k, h = random.randint(2, 6), random.randint(1, 3), Q(1, 4)
    right = y * (1 - k * h) ** 3
    return Asked(f"euler(-{k}y, x, 0, {y}, {h}, 3)", str(right), {
        "one step too few is taken": str(y * (1 - k * h) ** 2), "one step too many is taken": str(y * (1 - k * h) ** 4),
        "the slope at the start is used in every step": str(y - 3 * h * k * y),
        "the sign of the slope is lost": str(y * (1 + k * h) ** 3),
    })  # fmt: skip


TOPIC = Topic("differential equations", (
    growth, started_growth, decay, balance, balance_in_general, bell, hyperbola, blow_up, pure_integral, logistic_like,
    forced, euler, euler_decay,
))  # fmt: skip
