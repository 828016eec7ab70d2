"""Values of definite integrals as balls, against closed forms worked out by mpmath."""

from fractions import Fraction

import mpmath as mp
import pytest

from fluxions.calculus.budget import Budget, OutOfBudget
from fluxions.calculus.numbers.quadrature import value_with_integrals
from tests.calculus.spelled import spelled

UNITS = 2_000_000


def ball(task, **at):
    return value_with_integrals(spelled(task), {name: Fraction(value) for name, value in at.items()}, Budget(UNITS))


@pytest.mark.parametrize("task, known", [
    ("int(x*exp(x), x, 0, 1)", mp.mpf(1)),
    ("int(exp(-x^2), x, 0, 2)", mp.sqrt(mp.pi) / 2 * mp.erf(2)),
    ("int(exp(-x^2), x, -inf, inf)", mp.sqrt(mp.pi)),
    ("int(exp(-(x - 50)^2), x, -inf, inf)", mp.sqrt(mp.pi)),  # far from where one looks first
    ("int(exp(-(x - 50)^2), x, 0, inf)", mp.sqrt(mp.pi)),
    ("int(exp(-100*(x - 1/2)^2), x, -inf, inf)", mp.sqrt(mp.pi) / 10),
    ("int(1/(1 + x^2), x, -inf, inf)", mp.pi),
    ("int(1/x^2, x, 1, inf)", mp.mpf(1)),
    ("int(exp(-x)*cos(5*x), x, 0, inf)", mp.mpf(1) / 26),
    ("int(x^20*exp(-x), x, 0, inf)", mp.factorial(20)),
    ("int(ln(x)*exp(-x), x, 0, inf)", -mp.euler),
    ("int(1/sqrt(x), x, 0, 1)", mp.mpf(2)),
    ("int(1/sqrt(1 - x), x, 0, 1)", mp.mpf(2)),  # singular at the end that is no exact 0
    ("int(x^(-9/10), x, 0, 1)", mp.mpf(10)),
    ("int(ln(x), x, 0, 1)", mp.mpf(-1)),
    ("int(x^(-1/2)*(1 - x)^(-1/2), x, 0, 1)", mp.pi),
    ("int(abs(x - 1/3), x, -1, 1)", mp.mpf(10) / 9),
    ("int(if(x < 1, x, x >= 1, 2), x, 0, 2)", mp.mpf(5) / 2),
    ("int(if(x < 0, 0, exp(-2*x)), x, -inf, inf)", mp.mpf(1) / 2),
    ("int(root(x, 3), x, -1, 8)", mp.mpf(45) / 4),
    ("int(1/(2 + cos(x)), x, 0, 2*pi)", 2 * mp.pi / mp.sqrt(3)),
    ("int(x, x, 1, 0)", mp.mpf(-1) / 2),
    ("int(int(x*y, x, 0, y), y, 0, 1)", mp.mpf(1) / 8),
    ("int(int(exp(y^2), y, x, 1), x, 0, 1)", (mp.e - 1) / 2),
    ("int(int(sqrt(1 - x^2 - y^2), y, 0, sqrt(1 - x^2)), x, 0, 1)", mp.pi / 6),
    ("3*int(x, x, 0, 1) + at(int(t*x, x, 0, 1), t, 4)", mp.mpf(7) / 2),
])  # fmt: skip
def test_the_ball_holds_the_value(task, known):
    found = ball(task)
    assert found is not None
    gap = abs(mp.mpf(found.mid().str(25, radius=False)) - known)
    assert gap <= mp.mpf(float(found.rad())) + mp.mpf(10) ** -15 * abs(known)
    assert float(found.rad()) < 1e-7 * (1 + abs(float(known)))


@pytest.mark.parametrize("task", [
    "int(1/x, x, 0, 1)",
    "int(1/x, x, -1, 1)",
    "int(1/x^2, x, -1, 2)",
    "int(1/x, x, 1, inf)",
    "int(tan(x), x, 0, 2)",
    "int(cos(x), x, 0, inf)",
    "int(x/(1 + x^2), x, -inf, inf)",  # an odd function whose halves diverge
    "int(sqrt(x), x, -1, 1)",  # not real on the left
    "int(sqrt(x)*sqrt(x), x, -1, 1)",
    "int(x, x)",
    "int(y, x, 0, 1)",
])  # fmt: skip
def test_what_has_no_value_gets_none(task):
    assert ball(task) is None


@pytest.mark.parametrize("task, at, known", [
    ("int(x^n, x, 0, 1)", {"n": "-9/10"}, mp.mpf(10)),
    ("int(x^(s - 1)*exp(-x), x, 0, inf)", {"s": "5/2"}, mp.gamma(2.5)),
    ("int(exp(-a*x), x, 0, inf)", {"a": "3"}, mp.mpf(1) / 3),
    ("diff(int(sin(t^2), t, 0, x^2), x)", {"x": "3/4"}, mp.mpf(3) / 2 * mp.sin(mp.mpf(81) / 256)),
    ("diff(int(exp(x*t), t, 0, 1), x)", {"x": "1"}, mp.mpf(1)),
])  # fmt: skip
def test_parameters_have_values(task, at, known):
    assert abs(float(ball(task, **at).mid()) - float(known)) < 1e-9


def test_no_ball_for_parameters_where_the_integral_diverges():
    assert ball("int(exp(-a*x), x, 0, inf)", a="-1") is None
    assert ball("int(x^n, x, 0, 1)", n="-3/2") is None


def test_work_is_counted():
    with pytest.raises(OutOfBudget):
        value_with_integrals(spelled("int(int(exp(y^2), y, x, 1), x, 0, 1)"), {}, Budget(500))
