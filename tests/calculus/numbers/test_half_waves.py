"""Integrals that converge by swinging, against mpmath's own sum over half waves and closed forms."""

from fractions import Fraction

import mpmath as mp
import pytest

from fluxions.calculus.budget import Budget
from fluxions.calculus.numbers.half_waves import value_by_half_waves
from tests.calculus.spelled import spelled

UNITS = 2_000_000


def ball(task, **at):
    return value_by_half_waves(spelled(task), {name: Fraction(value) for name, value in at.items()}, Budget(UNITS))


@pytest.mark.parametrize("task, known", [
    ("int(sin(x)/x, x, 0, inf)", mp.pi / 2),
    ("int(sin(x)/x, x, -inf, inf)", mp.pi),
    ("int(sin(3*x)/x, x, 0, inf)", mp.pi / 2),
    ("int(cos(x)/(1 + x^2), x, 0, inf)", mp.pi / (2 * mp.e)),
    ("int(cos(2*x + 1)/sqrt(x), x, 1, inf)",
     mp.quadosc(lambda x: mp.cos(2 * x + 1) / mp.sqrt(x), [1, mp.inf], omega=2)),
])  # fmt: skip
def test_the_value_lies_in_a_small_ball(task, known):
    found = ball(task)
    assert abs(float(found.mid()) - known) <= float(found.rad()) < 1e-6


def test_letters_have_their_values():
    assert abs(float(ball("int(sin(a*x)/x, x, 0, inf)", a=2).mid()) - mp.pi / 2) < 1e-7
    assert abs(float(ball("int(sin(a*x)/x, x, 0, inf)", a=-2).mid()) + mp.pi / 2) < 1e-7


@pytest.mark.parametrize("task", [
    "int(sin(x), x, 0, inf)",  # the half waves do not fall
    "int(x*sin(x), x, 0, inf)",
    "int(sin(x)^2/x^2, x, 0, inf)",  # they do not alternate
    "int(sin(x^2), x, 0, inf)",  # no period
    "int(sin(x)*cos(2*x)/x, x, 0, inf)",  # two periods
    "int(1/x^2, x, 1, inf)",
    "int(sin(x)/x, x, 0, 1)",
])  # fmt: skip
def test_elsewhere_no_value_is_told(task):
    assert ball(task) is None
