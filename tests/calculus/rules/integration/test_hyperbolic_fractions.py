"""Fractions of sinh and cosh, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import hyperbolic_fractions as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.cosh_for_odd_sinh, "sinh(x)/(2+sinh(x)^2)", "at(int(1/(u^2 + 1), u), u, cosh(x))"),
        (rules.cosh_for_odd_sinh, "sinh(2x)/(3+cosh(2x))^2", "at(int(1/(2*(u + 3)^2), u), u, cosh(2*x))"),
        (rules.cosh_for_odd_sinh, "1/(sinh(x)*(1+cosh(x)))", "at(int(1/((u - 1)*(u + 1)^2), u), u, cosh(x))"),
        (rules.cosh_for_odd_sinh, "tanh(x)/(1+cosh(x))", "at(int(1/(u*(u + 1)), u), u, cosh(x))"),
        (rules.cosh_for_odd_sinh, "sinh(x)^3", None),
        (rules.cosh_for_odd_sinh, "1/(1 + sinh(x))", None),
        (rules.sinh_for_odd_cosh, "cosh(x)/(1+sinh(x)^2+sinh(x))", "at(int(1/(u^2 + u + 1), u), u, sinh(x))"),
        (rules.sinh_for_odd_cosh, "x/(1 + cosh(x))", None),
        (rules.tanh_for_even, "1/(1+cosh(x)^2)", "at(int(-(1/(u^2 - 2)), u), u, tanh(x))"),
        (rules.tanh_for_even, "1/(4*cosh(x)^2+9*sinh(x)^2)", "at(int(1/(9*u^2 + 4), u), u, tanh(x))"),
        (rules.tanh_for_even, "1/(2 + cosh(x))", None),
        (rules.tanh_for_even, "sinh(x)^2 + cosh(x)^2", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
