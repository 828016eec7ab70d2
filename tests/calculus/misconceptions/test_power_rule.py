"""Wrong numbers in the power rule, and wrong ways with lines, constants and divisors."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize("task, answer, name", [
    ("diff(5x^7 + 2, x)", "35x^8", "negative-exponent-raised"),
    ("diff(x^(3/2), x)", "3/2*x^(5/2)", "negative-exponent-raised"),
    ("diff(5x^7, x)", "5x^6/7", "divided-by-exponent"),
    ("diff(10*sqrt(x), x)", "20/sqrt(x)", "divided-by-exponent"),
    ("diff(10*sqrt(x), x)", "5*sqrt(x)", "exponent-not-lowered"),
    ("diff(x^4 + 3x, x)", "3x^3 + 3", "lowered-exponent-in-front"),
    ("diff(4x^6, x)", "10x^5", "factor-plus-exponent"),
    ("diff(x^4/3 + x, x)", "4x^3 + 1", "divisor-lost"),
    ("diff(x^4/3, x)", "12x^3", "divisor-multiplied"),
    ("diff(x^3 - 4x, x)", "3x^2", "line-taken-for-constant"),
    ("diff(x^3 - 4x, x)", "3x^2 - 4x", "line-kept"),
    ("diff(x^3 + 4x, x)", "3x^2 + 1", "slope-of-line-one"),
    ("diff(x^3 + 4, x)", "3x^2 + 1", "constant-as-one"),
    ("diff(4/x, x)", "4ln(x)", "power-integrated"),
    ("diff(2^(3x), x)", "3x*2^(3x - 1)", "exponential-as-power"),
    ("at(diff(4x^3 + 5x, x), x, 2)", "48", "one-derivative-too-many"),
    ("at(diff(4x^3 + 5x, x), x, 2)", "0", "point-put-in-first"),
    ("diff(x^2*exp(4x), x, 2)", "(2 + 16x^2)*exp(4x)", "middle-term-left-out"),
    ("implicit(5x^2 + 3y^2 = 20, y, x)", "(20 - 10x)/(6y)", "constant-kept"),
    ("implicit(5x^2 + 3y^2 = 20, y, x)", "10x + 6y", "slope-of-y-left-out"),
])  # fmt: skip
def test_a_wrong_answer_is_explained(task, answer, name):
    assert name in named(task, answer)


@pytest.mark.parametrize("task, answer", [
    ("diff(x^4/3 + x, x)", "1 + 4x^3/3"),
    ("diff(10*sqrt(x), x)", "5x^(-1/2)"),
    ("at(diff(x^2 - 4x, x), x, 2)", "0"),
    ("implicit(x^2 + y^2 = 25, y, x)", "-x/y"),
])  # fmt: skip
def test_a_right_answer_in_another_form_is_not(task, answer):
    assert not named(task, answer)
