"""Dirichlet's integral, as a table of facts; the values are those of mpmath's sum over half waves."""

import mpmath as mp
import pytest

from fluxions.calculus.derivation.step import Unsolved, every_step
from fluxions.calculus.rules.definite import dirichlet as rules
from fluxions.calculus.solve import solve
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize("rule, before, after", [
    (rules.damped, "int(sin(x)/x, x, 0, inf)", "int(1/(s^2 + 1), s, 0, inf)"),
    (rules.damped, "int(2*sin(x)/(3*x), x, 0, inf)", "2/3*int(1/(s^2 + 1), s, 0, inf)"),
    (rules.damped, "int(sin(s)/s, s, 0, inf)", "int(1/(t^2 + 1), t, 0, inf)"),
    (rules.damped, "int(sin(2*x)/x, x, 0, inf)", None),
    (rules.damped, "int(sin(x)/x, x, 1, inf)", None),
    (rules.damped, "int(cos(x)/x, x, 0, inf)", None),
    (rules.scaled, "int(sin(a*x)/x, x, 0, inf)", "int(sin(t)/t, t, 0, inf)"),
    (rules.scaled, "int(3*sin(2*x)/(5*x), x, 0, inf)", "3/5*int(sin(t)/t, t, 0, inf)"),
    (rules.scaled, "int(sin(x)/x, x, 0, inf)", None),
    (rules.scaled, "int(sin(x + 1)/x, x, 0, inf)", None),
    (rules.scaled, "int(sin(2*x)/x^2, x, 0, inf)", None),
])  # fmt: skip
def test_the_rules(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize("task, answer, a", [
    ("int(sin(x)/x, x, 0, inf)", "pi/2", 1),
    ("int(sin(5*x)/x, x, 0, inf)", "pi/2", 5),
])  # fmt: skip
def test_the_value(task, answer, a):
    derivation = solved(task)
    assert derivation.answer == spelled(answer)
    with mp.workdps(15):
        assert abs(mp.quadosc(lambda x: mp.sin(a * x) / x, [0, mp.inf], omega=a) - mp.pi / 2) < 1e-9
    assert "half-waves" in {step.checked.method for step in every_step(derivation.steps)}


def test_the_letter_is_said_to_be_positive():
    told = {each.relation for step in every_step(solved("int(sin(a*x)/x, x, 0, inf)").steps) for each in step.provided}
    assert spelled("a > 0") in told


@pytest.mark.parametrize("task", ["int(sin(x), x, 0, inf)", "int(cos(x)/x, x, 1, inf)"])
def test_what_has_no_such_value_is_not_solved(task):
    assert isinstance(solve(spelled(task)), Unsolved)
