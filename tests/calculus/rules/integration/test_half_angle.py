"""Fractions of sine and cosine with a new variable, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import half_angle as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.one_and_cosine_as_square, "x/(1+cos(x))", "int(x/(2*cos(x/2)^2), x)"),
        (rules.one_and_cosine_as_square, "x^2/(1-cos(2x))", "int(x^2/(2*sin(x)^2), x)"),
        (rules.one_and_cosine_as_square, "e^x/(3+3*cos(x))^2", "int(exp(x)/(36*cos(x/2)^4), x)"),
        (rules.one_and_cosine_as_square, "1/(1 + cos(x))", None),
        (rules.one_and_cosine_as_square, "x/(2 + cos(x))", None),
        (rules.half_angle, "1/(2+cos(x))", "at(int(2/(t^2 + 3), t), t, tan(x/2))"),
        (rules.half_angle, "1/(3*sin(x)-4*cos(x)+5)", "at(int(2/(3*t + 1)^2, t), t, tan(x/2))"),
        (rules.half_angle, "1/(1+cos(x))", "at(int(1, t), t, tan(x/2))"),
        (rules.half_angle, "cos(x)/(2+cos(x))", "x + at(int(-(4/(t^2 + 3)), t), t, tan(x/2))"),
        (rules.half_angle, "1/(a+cos(x))", "at(int(2/(a*t^2 - t^2 + a + 1), t), t, tan(x/2))"),
        (rules.half_angle, "sin(x)^2 + cos(x)", None),
        (rules.half_angle, "x/(2 + cos(x))", None),
        (rules.half_angle, "1/(1 + sin(x)^2)", None),
        (rules.half_angle, "1/(2 + cos(x^2))", None),
        (rules.cosine_for_odd_sine, "sin(x)/(1+cos(x)^2)", "at(int(-(1/(u^2 + 1)), u), u, cos(x))"),
        (rules.cosine_for_odd_sine, "1/(sin(x)+tan(x))", "at(int(u/((u - 1)*(u + 1)^2), u), u, cos(x))"),
        (
            rules.cosine_for_odd_sine,
            "sin(x)*cos(x)/(sin(x)^4+cos(x)^4)",
            "at(int(-u/(2*u^4 - 2*u^2 + 1), u), u, cos(x))",
        ),
        (rules.cosine_for_odd_sine, "1/(1 + sin(x))", None),
        (rules.sine_for_odd_cosine, "cos(x)/(sin(x)^2+sin(x))", "at(int(1/(u*(u + 1)), u), u, sin(x))"),
        (
            rules.sine_for_odd_cosine,
            "sin(x)*cos(x)/(sin(x)^4+cos(x)^4)",
            "at(int(u/(2*u^4 - 2*u^2 + 1), u), u, sin(x))",
        ),
        (rules.tangent_for_even, "1/(1+sin(x)^2)", "at(int(1/(2*u^2 + 1), u), u, tan(x))"),
        (rules.tangent_for_even, "1/(4*cos(x)^2+9*sin(x)^2)", "at(int(1/(9*u^2 + 4), u), u, tan(x))"),
        (rules.tangent_for_even, "1/(1+tan(x))", "1/2*x + at(int((-u + 1)/(2*(u + 1)*(u^2 + 1)), u), u, tan(x))"),
        (rules.tangent_for_even, "sin(x)^2/(1+sin(x)^2)", "x + at(int(-(1/(2*u^2 + 1)), u), u, tan(x))"),
        (rules.tangent_for_even, "1/(a^2*cos(x)^2+b^2*sin(x)^2)", "at(int(1/(b^2*u^2 + a^2), u), u, tan(x))"),
        (rules.tangent_for_even, "sin(x)*cos(x)/(sin(x)^4+cos(x)^4)", "at(int(u/(u^4 + 1), u), u, tan(x))"),
        (rules.tangent_for_even, "1/(1 + sin(x))", None),
        (rules.root_of_one_and_wave, "sqrt(1+cos(x))", "2*sin(x)/sqrt(1 + cos(x))"),
        (rules.root_of_one_and_wave, "sqrt(2-2*cos(3x))", "-(4*sin(3*x)/(3*sqrt(2 - 2*cos(3*x))))"),
        (rules.root_of_one_and_wave, "sqrt(1-sin(x))", "2*cos(x)/sqrt(1 - sin(x))"),
        (rules.root_of_one_and_wave, "sqrt(1+sin(2x))", "-cos(2*x)/sqrt(1 + sin(2*x))"),
        (rules.root_of_one_and_wave, "5*sqrt(a-a*sin(x))", "10*a*cos(x)/sqrt(a - a*sin(x))"),
        (rules.root_of_one_and_wave, "sqrt(2 + cos(x))", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
