"""Answers to differential equations: with or without `y =`, the constant by any letter, mistakes named."""

import pytest

from fluxions.calculus.diagnosis.diagnose import diagnose
from fluxions.calculus.diagnosis.diagnosis import Mistaken
from fluxions.calculus.problem import Problem
from fluxions.calculus.verdict import Right, Wrong
from tests.calculus.spelled import spelled


def judged(task, answer):
    return diagnose(Problem("", spelled(task)), answer)


@pytest.mark.parametrize(
    "task, answer",
    [
        ("ode(y' = x*y, y, x)", "y = C*e^(x^2/2)"),
        ("ode(y' = x*y, y, x)", "K*e^(x^2/2)"),
        ("ode(y' = x*y, y, x)", "y = -2A exp(x^2/2)"),
        ("ode(y' = x*y, y, x)", "2*y = 2*C*e^(x^2/2)"),
        ("ode(x*y' + y = x^2, y, x)", "y = (x^3 + K)/(3x)"),
        ("ode(y' = -2y, y, x, y(0) = 3)", "y = 3e^(-2x)"),
        ("ode(y' = -2y, y, x, y(0) = 3)", "3/e^(2x)"),
        ("ode(y' = x^2, y, x)", "x^3/3 + c"),
    ],
)
def test_a_right_solution_is_right_however_it_is_written(task, answer):
    assert isinstance(judged(task, answer), Right)


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("ode(y' = x*y, y, x)", "y = e^(x^2/2) + C", "constant-at-the-end"),
        ("ode(y' = x*y, y, x)", "e^(x^2/2) + K", "constant-at-the-end"),
        ("ode(y' = x*y, y, x)", "y = e^(x^2/2)", "constant-left-out"),
        ("ode(y' = -2y, y, x, y(0) = 3)", "3e^(2x)", "rate-sign-lost"),
        ("ode(x*y' + y = x^2, y, x)", "y = x^2/3 + C", "constant-not-divided"),
        ("ode(y' + y = e^x, y, x)", "y = e^x/2 + K", "constant-not-divided"),
        ("ode(y' = x*y, y, x)", "y = C*e^x", "exponent-not-integrated"),
    ],
)
def test_a_mistake_on_the_way_is_named(task, answer, name):
    found = judged(task, answer)
    assert isinstance(found, Mistaken) and found.misconception.name == name


def test_another_function_is_wrong():
    assert isinstance(judged("ode(y' = x*y, y, x)", "y = C*e^(x^3)"), Wrong)
