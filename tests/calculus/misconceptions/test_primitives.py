"""Wrong antiderivatives: signs and factors, neighbours of the table, powers of waves, fractions, du."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize("task, answer, name", [
    ("int(5/x^6, x)", "5/(5x^5) + C", "integrated-exponent-sign-lost"),
    ("int(sin(1 - 2x), x)", "-cos(1 - 2x)/2 + C", "integrated-inside-sign-lost"),
    ("int(3/x, x)", "ln(x)/3 + C", "integrated-factor-divided"),
    ("int(6x^2 + 1, x)", "x^3/3 + x + C", "integrated-factor-lost"),
    ("int(sin(3x), x)", "-cos(3x^2/2) + C", "inside-integrated"),
    ("int(3x^2 + 4x + 5, x)", "6x + 4 + C", "differentiated-instead"),
    ("int((2x + 9)^4, x)", "8(2x + 9)^3 + C", "differentiated-instead"),
    ("int(9exp(5x), x)", "9e^(5x + 1)/(5x + 1) + C", "exponential-integrated-as-power"),
    ("int(1/(3x + 2)^2, x)", "-1/(3x + 2) + C", "inner-slope-not-divided"),
    ("int(1/(x^2 + 25), x)", "arctan(x/25)/25 + C", "arctangent-root-lost"),
    ("int(1/(x^2 + 25), x)", "arctan(5x)/5 + C", "arctangent-inside-upside-down"),
    ("int(1/sqrt(9 - x^2), x)", "arcsin(x) + C", "arcsine-of-x-itself"),
    ("int(1/sqrt(9 - x^2), x)", "arcsin(x/3)/3 + C", "arcsine-factor-added"),
    ("int(1/sqrt(9 - x^2), x)", "arcsin(x/9) + C", "arcsine-root-lost"),
    ("int(1/(x^2 + 9), x)", "arcsin(x/3) + C", "arcsine-for-arctangent"),
    ("int(sec(x)^2, x)", "-tan(x) + C", "tangent-integral-sign"),
    ("int(tan(x), x)", "-ln(sin(x)) + C", "tangent-by-the-sine"),
    ("int(cos(x)^2, x)", "x + sin(2x)/2 + C", "double-angle-half-lost"),
    ("int(cos(x)^2, x)", "sin(x)^2 + C", "antiderivative-to-the-power"),
    ("int(cos(x)^2, x)", "sin(x)^3/3 + C", "wave-integrated-in-power"),
    ("int(7/((x - 3)*(x + 4)), x)", "ln(x - 3) + ln(x + 4) + C", "partial-signs-lost"),
    ("int((3x + 1)/((x - 1)*(x + 3)), x)", "2ln(x - 1) + ln(x + 3) + C", "partial-coefficients-exchanged"),
    ("int(7/((x - 3)*(x + 4)), x)", "7ln(x - 3) - 7ln(x + 4) + C", "partial-coefficients-not-found"),
    ("int(7/((x - 3)*(x + 4)), x)", "7ln(x - 3)*ln(x + 4) + C", "reciprocals-multiplied"),
    ("int(x*exp(4x^2 + 6), x)", "8exp(4x^2 + 6) + C", "factor-of-du-turned"),
    ("int(x*exp(4x^2 + 6), x)", "exp(4x^2 + 6)/4 + C", "exponent-of-du-lost"),
    ("int(x*exp(4x^2 + 6), x)", "exp(4x^2 + 6)/2 + C", "coefficient-of-du-lost"),
    ("int(x*exp(4x^2 + 6), x)", "x^2/2*exp(4x^2 + 6)/(8x) + C", "product-of-antiderivatives"),
    ("int(x*ln(x), x)", "x^2/2*1/x + C", "product-of-antiderivatives"),
    ("int(ln(x), x)", "x*ln(x) + x + C", "parts-with-plus"),
    ("int(x^2*cos(x), x)", "x^2*sin(x) + 2x*cos(x) + C", "parts-last-pass-left-out"),
    ("int((x + 6)^2, x)", "x^3/3 + 3x^2 + 36x + C", "middle-term-once"),
    ("int(3x + 4y, [x, 0, 3], [y, 0, 2])", "43/2", "double-integral-as-sum"),
    ("average(x^2, x, 1, 3)", "4", "value-in-the-middle"),
])  # fmt: skip
def test_a_wrong_answer_is_explained(task, answer, name):
    assert name in named(task, answer)


@pytest.mark.parametrize("task, answer", [
    ("int(tan(x), x)", "ln(abs(sec(x))) + C"),
    ("int(cos(x)^2, x)", "(x + sin(x)*cos(x))/2 + C"),
    ("int(1/sqrt(9 - x^2), x)", "-arccos(x/3) + C"),
    ("int(7/((x - 3)*(x + 4)), x)", "ln(abs((x - 3)/(x + 4))) + C"),
])  # fmt: skip
def test_a_right_answer_in_another_form_is_not(task, answer):
    assert not named(task, answer)
