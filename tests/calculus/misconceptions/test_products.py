"""Wrong ways through products and quotients."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize("task, answer, name", [
    ("diff(x^3*e^x, x)", "3x^2 + e^x", "derivatives-added"),
    ("diff(x^3*sin(x), x)", "3x^5 + sin(x)*cos(x)", "own-derivative-beside"),
    ("diff(x^3*sin(x), x)", "3x^5*sin(x)*cos(x)", "turns-multiplied"),
    ("diff(x^3/(x + 4), x)", "3x^2*(x + 4) - x^3", "quotient-undivided"),
    ("diff(x^3/(x + 4), x)", "-x^3/(x + 4)^2", "top-held-still"),
    ("diff(x^3/(x + 4), x)", "(3x^5 - x - 4)/(x + 4)^2", "quotient-partners-exchanged"),
    ("diff(sin(x)/x, x)", "(x*cos(x) - sin(x))/sin(x)^2", "top-squared"),
    ("diff(e^x/(x^2 + 1), x)", "(e^x*(x^2 + 1) - 2x*e^x)/(4x^2)", "bottom-slope-squared"),
    ("diff(x^3/(x + 4), x)", "(3x^2 - x^3)/(x + 4)^2", "bottom-factor-lost"),
])  # fmt: skip
def test_a_wrong_answer_is_explained(task, answer, name):
    assert name in named(task, answer)


@pytest.mark.parametrize("task, answer", [
    ("diff(x^3*e^x, x)", "x^2*e^x*(x + 3)"),
    ("diff(x/(x + 4), x)", "4/(x + 4)^2"),
])  # fmt: skip
def test_a_right_answer_in_another_form_is_not(task, answer):
    assert not named(task, answer)
