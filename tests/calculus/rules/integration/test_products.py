"""Products of different angles, conjugates of 1 ± wave and sums of two waves, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import products as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.product_to_sum, "sin(3x)*cos(2x)", "int(1/2*(sin(x) + sin(5*x)), x)"),
        (rules.product_to_sum, "sin(2x)*sin(5x)", "int(1/2*(cos(3*x) - cos(7*x)), x)"),
        (rules.product_to_sum, "cos(x)*cos(4x)", "int(1/2*(cos(3*x) + cos(5*x)), x)"),
        (rules.product_to_sum, "sin(2x)*cos(5x)", "int(1/2*(sin(7*x) - sin(3*x)), x)"),
        (rules.product_to_sum, "x*sin(x)*cos(3x)", "int(1/2*(x*sin(4*x) - x*sin(2*x)), x)"),
        (rules.product_to_sum, "sin(a*x)*cos(b*x)", "int(1/2*(sin(a*x - b*x) + sin(a*x + b*x)), x)"),
        (rules.product_to_sum, "sin(x)*cos(x)", None),
        (rules.product_to_sum, "sin(x)*cos(x^2)", None),
        (
            rules.multiple_angles,
            "cos(x)*cos(4x)",
            "int(cos(x)*(2*sin(x)^4 - 6*cos(x)^2*sin(x)^2 + cos(x)^2 - sin(x)^2), x)",
        ),
        (rules.multiple_angles, "x*sin(x)*cos(3x)", "int(x*sin(x)*cos(x)*(1 - 4*sin(x)^2), x)"),
        (rules.multiple_angles, "sin(2x)*sin(x)^2", "int(2*sin(x)^3*cos(x), x)"),
        (rules.multiple_angles, "cos(2x)/sin(x)^2", "int((1 - 2*sin(x)^2)/sin(x)^2, x)"),
        (rules.multiple_angles, "sin(3x)/sin(x)", "int(2*cos(x)^2 + 1 - 2*sin(x)^2, x)"),
        (rules.multiple_angles, "sin(x)*sin(sqrt(2)*x)", None),
        (rules.conjugate_of_one_and_wave, "1/(1+sin(x))", "int(1/cos(x)^2 - sin(x)/cos(x)^2, x)"),
        (rules.conjugate_of_one_and_wave, "1/(1-cos(2x))", "int(1/sin(2*x)^2 + cos(2*x)/sin(2*x)^2, x)"),
        (rules.conjugate_of_one_and_wave, "1/(cos(x)-1)", "int(-(1/sin(x)^2) - cos(x)/sin(x)^2, x)"),
        (rules.conjugate_of_one_and_wave, "sin(x)/(1+sin(x))", "int(sin(x)/cos(x)^2 - sin(x)^2/cos(x)^2, x)"),
        (rules.conjugate_of_one_and_wave, "x/(1+cos(x))", "int(x/sin(x)^2 - x*cos(x)/sin(x)^2, x)"),
        (rules.conjugate_of_one_and_wave, "1/(2-2*sin(x))", "int(1/(2*cos(x)^2) + sin(x)/(2*cos(x)^2), x)"),
        (rules.conjugate_of_one_and_wave, "1/(sec(x)-1)", "int(sec(x)/tan(x)^2 + 1/tan(x)^2, x)"),
        (rules.conjugate_of_one_and_wave, "1/(1+csc(x))", "int(csc(x)/cot(x)^2 - 1/cot(x)^2, x)"),
        (rules.conjugate_of_one_and_wave, "1/(a+a*cos(x))", "int(1/(a*sin(x)^2) - cos(x)/(a*sin(x)^2), x)"),
        (rules.conjugate_of_one_and_wave, "1/(2 + sin(x))", None),
        (rules.conjugate_of_one_and_wave, "1/(1 + sin(x^2))", None),
        (rules.in_sine_and_cosine, "1/(1+csc(x))", "int(sin(x)/(sin(x) + 1), x)"),
        (rules.in_sine_and_cosine, "1/(1+tan(x))", "int(cos(x)/(cos(x) + sin(x)), x)"),
        (rules.in_sine_and_cosine, "1/(sin(x)+tan(x))", "int(cos(x)/(sin(x)*(cos(x) + 1)), x)"),
        (rules.in_sine_and_cosine, "tan(x)^2", None),
        (rules.one_wave_from_two, "1/(sin(x)+cos(x))", "int(1/(sqrt(2)*sin(x + pi/4)), x)"),
        (rules.one_wave_from_two, "1/(3*sin(x)-4*cos(x))^2", "int(1/(25*sin(x + arctan(-4/3))^2), x)"),
        (rules.one_wave_from_two, "1/(cos(x)-2*sin(x))", "int(-(1/(sqrt(5)*sin(x + arctan(-1/2)))), x)"),
        (rules.one_wave_from_two, "1/(a*sin(x)+b*cos(x))", "int(1/(sqrt(a^2 + b^2)*sin(x + arctan(b/a))), x)"),
        (
            rules.denominator_and_its_slope,
            "sin(x)/(sin(x)+cos(x))",
            "int(1/2 - (cos(x) - sin(x))/(2*(sin(x) + cos(x))), x)",
        ),
        (
            rules.denominator_and_its_slope,
            "(2*sin(x)+3*cos(x))/(sin(x)-2*cos(x))",
            "int(7*(cos(x) + 2*sin(x))/(5*(sin(x) - 2*cos(x))) - 4/5, x)",
        ),
        (
            rules.denominator_and_its_slope,
            "cos(x)/(cos(x)+sin(x))",
            "int(1/2 + (cos(x) - sin(x))/(2*(cos(x) + sin(x))), x)",
        ),
        (rules.denominator_and_its_slope, "sin(x)/(sin(2*x) + cos(x))", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
