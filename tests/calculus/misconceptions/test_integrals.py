"""Wrong antiderivatives as they are typed: with or without the constant, in every term, in any form."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("int(x^3, x)", "x^4/3 + C", "old-exponent-divided"),
        ("int(x^3 + x^2, x)", "x^4/3 + x^3/2 + C", "old-exponent-divided"),  # in every term
        ("int(6x^2 - 4x^3, x)", "6x^3 - 4x^4", "new-exponent-not-divided"),
        ("int(sqrt(x), x)", "x^(3/2)", "new-exponent-not-divided"),
        ("int(1/x^3, x)", "-1/(4x^4) + C", "negative-exponent-grown"),
        ("int(3x^2 + 2x, x)", "6x + 2", "differentiated-instead"),
        ("int(2sin(x), x)", "2cos(x) + C", "wave-sign-of-derivative"),
        ("int(cos(x) + sin(x), x)", "cos(x) - sin(x) + C", "wave-sign-of-derivative"),
        ("int(3*2^x, x)", "3*2^x*ln(2)", "base-logarithm-multiplied"),
        ("int(4e^x, x)", "4x*e^x + C", "constant-factor-integrated"),
        ("int(2x + 7, x)", "x^2 + C", "constant-integrated-to-zero"),
        ("int(1/(x^2 + 25), x)", "arctan(x/5) + C", "arctangent-factor-lost"),
        ("int(cos(4x), x)", "sin(4x) + C", "inner-slope-not-divided"),
        ("int(cos(4x), x)", "4sin(4x) + C", "inner-slope-multiplied"),
        ("int((3x - 2)^4, x)", "(3x - 2)^5/5 + C", "inner-slope-not-divided"),
        ("int(1/(5x + 1), x)", "ln(abs(5x + 1)) + C", "inner-slope-not-divided"),
        ("int((x^2 + 1)^2, x)", "(x^2 + 1)^3/3 + C", "inner-slope-not-divided"),
        ("int(x*e^(x^2), x)", "e^(x^2) + C", "factor-of-du-lost"),
        ("int(cos(x)^2, x)", "cos(x)^3/3 + C", "wave-power-raised"),
        ("int(x*cos(x), x)", "x^2*sin(x)/2 + C", "product-of-antiderivatives"),
        ("int(x*cos(x), x)", "x*sin(x) - cos(x) + C", "parts-with-plus"),
        ("int(x*cos(x), x)", "x*sin(x) + C", "parts-integral-left-out"),
        ("int(x*ln(x), x)", "x^2*ln(x)/2 + x^2/4 + C", "parts-with-plus"),
        ("int(x^2*sin(x), x)", "-x^2*cos(x) + 2x*sin(x) - 2cos(x) + C", "parts-second-minus-lost"),
        ("int(1/(x^2 + 49), x)", "7arctan(x/7) + C", "arctangent-factor-multiplied"),
        ("int(cos(x)^3*sin(x), x)", "cos(x)^4*sin(x)/4 + C", "slope-kept-beside"),
        ("int(cos(x)^3*sin(x), x)", "cos(x)^4/4 + C", "wave-slope-sign-turned"),
        ("int(5/x^4, x, 2, inf)", "inf", "infinite-by-its-range"),
        ("int(x + y, [x, 0, 2], [y, 0, 4])", "2 + 2y", "outer-integral-left-out"),
        ("int(x + 2y, [x, 0, 2], [y, 0, 4])", "32", "ranges-exchanged"),
        ("diff(int(t^2, t, 1, x^3), x)", "6x^5", "integrand-differentiated"),
        ("diff(int(t^2, t, 1, x^3), x)", "3x^4", "bound-not-put-in"),
    ],
)
def test_a_wrong_antiderivative_is_explained(task, answer, name):
    assert name in named(task, answer)


@pytest.mark.parametrize(
    "task, answer",
    [
        ("int(x^3, x)", "x^4/4 + 7"),
        ("int(cos(4x), x)", "sin(4x)/4 + K"),
        ("int(sin(x)*cos(x), x)", "-cos(2x)/4"),
        ("int(1/(2x), x)", "ln(abs(2x))/2 + C"),
        ("int(x*e^x, x)", "(x - 1)*e^x"),
    ],
)
def test_a_right_antiderivative_in_another_form_is_not(task, answer):
    assert named(task, answer) == set()
