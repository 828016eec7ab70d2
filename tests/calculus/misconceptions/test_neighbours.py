"""Derivatives of known functions taken for those of their neighbours."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize("task, answer, name", [
    ("diff(csc(x), x)", "csc(x)*cot(x)", "circular-sign-turned"),
    ("diff(arccos(x), x)", "1/sqrt(1 - x^2)", "circular-sign-turned"),
    ("diff(tan(8x), x)", "-8sec(8x)^2", "circular-sign-turned"),
    ("diff(sqrt(7x^2 + 5), x)", "-7x/sqrt(7x^2 + 5)", "minus-on-growth"),
    ("diff(sinh(x), x)", "-cosh(x)", "hyperbolic-like-circular"),
    ("diff(tanh(x), x)", "1 + tanh(x)^2", "hyperbolic-like-circular"),
    ("diff(tan(8x), x)", "8sec(8x)*tan(8x)", "tangent-and-secant-exchanged"),
    ("diff(sec(x), x)", "sec(x)^2", "tangent-and-secant-exchanged"),
    ("diff(tan(x), x)", "-1/sin(x)^2", "cofunction-slope"),
    ("diff(arcsin(x), x)", "1/sqrt(1 + x^2)", "inverse-sign-below"),
    ("diff(arctan(9x), x)", "9/(1 - 81x^2)", "inverse-sign-below"),
    ("diff(arcsin(x), x)", "1/(1 - x^2)", "inverse-root-below"),
    ("diff(arcsin(x), x)", "1/(1 + x^2)", "arcsine-and-arctangent-exchanged"),
    ("diff(arcsin(3x), x)", "3/sqrt(1 - 3x^2)", "only-variable-squared"),
    ("diff(5^x, x)", "5^x*ln(x)", "exponent-in-logarithm"),
    ("diff(5^x, x)", "5*5^x", "base-in-front"),
    ("diff(ln(x^3 + 1), x)", "3x^2*(x^3 + 1)", "logarithm-slope-upside-down"),
    ("diff(sigmoid(4x + 1), x)", "4sigmoid(4x + 1)*(1 + sigmoid(4x + 1))", "one-plus-output"),
    ("diff(sigmoid(4x + 1), x)", "4*(1 - sigmoid(4x + 1))", "sigmoid-factor-lost"),
    ("diff(sigmoid(4x + 1), x)", "4sigmoid(4x + 1)^2", "sigmoid-squared"),
    ("diff(cos(x)^3, x)", "-3x^2*sin(x^3)", "power-moved-inside"),
    ("diff(sin(x^2), x)", "2sin(x)*cos(x)", "power-moved-outside"),
    ("diff((5x)^3, x)", "15x^2", "power-of-first-factor"),
    ("diff((4x + 3)^7, x)", "114688x^6", "power-of-a-sum"),
    ("diff(sqrt(7x^2 + 5), x)", "sqrt(7)", "root-of-a-sum"),
])  # fmt: skip
def test_a_wrong_answer_is_explained(task, answer, name):
    assert name in named(task, answer)


@pytest.mark.parametrize("task, answer", [
    ("diff(arccos(x), x)", "-(1 - x^2)^(-1/2)"),
    ("diff(tan(x), x)", "1 + tan(x)^2"),
    ("diff(arctan(9x), x)", "9/(1 + (9x)^2)"),
    ("diff(tanh(x), x)", "1/cosh(x)^2"),
    ("diff(5^x, x)", "ln(5)*e^(x*ln(5))"),
])  # fmt: skip
def test_a_right_answer_in_another_form_is_not(task, answer):
    assert not named(task, answer)
