"""Wrong ways with the inside of a composition."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize("task, answer, name", [
    ("diff((x^2 + 3)^5, x)", "32x^5", "outside-kept"),
    ("diff(ln(x^2 + 5), x)", "ln(2x)", "outside-kept"),
    ("diff(e^(x^2), x)", "2x*e^(2x)", "inside-differentiated-twice"),
    ("diff((4x + 3)^7, x)", "112*(4x + 3)^6", "inner-derivative-squared"),
    ("diff(e^(5x), x)", "25e^(5x)", "inner-derivative-squared"),
    ("diff(sin(5x), x)", "5x*cos(5x)", "inside-as-factor"),
    ("diff((4x + 3)^7, x)", "7/4*(4x + 3)^6", "inner-derivative-divided"),
    ("diff(sin(x^2), x)", "cos(x^2)/(2x)", "inner-derivative-divided"),
    ("diff(ln(x^3 + 1), x)", "3x^2", "inner-derivative-alone"),
    ("diff((5 - 2x)^4, x)", "8*(5 - 2x)^3", "inner-minus-lost"),
    ("diff(sin(1 - x^2), x)", "2x*cos(1 - x^2)", "inner-minus-lost"),
    ("diff(exp(-6x^2), x)", "12x*exp(-6x^2)", "bump-minus-lost"),
    ("diff((4x + 3)^7, x)", "28x*(4x + 3)^6", "inner-variable-kept"),
])  # fmt: skip
def test_a_wrong_answer_is_explained(task, answer, name):
    assert name in named(task, answer)


@pytest.mark.parametrize("task, answer", [
    ("diff((5 - 2x)^4, x)", "8*(2x - 5)^3"),
    ("diff(ln(x^2 + 5), x)", "2x/(5 + x^2)"),
    ("diff(exp(-6x^2), x)", "-12x/exp(6x^2)"),
])  # fmt: skip
def test_a_right_answer_in_another_form_is_not(task, answer):
    assert not named(task, answer)
