"""Euler's substitutions, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import euler as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.euler_first, "1/(x*sqrt(x^2+x+1))", "at(int(2/((u - 1)*(u + 1)), u), u, x + sqrt(x^2 + x + 1))"),
        (rules.euler_first, "1/sqrt(x^2+2*x+3)", "at(int(1/(u + 1), u), u, x + sqrt(x^2 + 2*x + 3))"),
        (
            rules.euler_first,
            "x/(1+sqrt(4*x^2+x+1))",
            "at(int((4*u^3 - 2*u^2 + 2*u - 4)/((2*u + 3)*(4*u + 1)^2), u), u, 2*x + sqrt(4*x^2 + x + 1))",
        ),
        (rules.euler_first, "1/(x+sqrt(x^2-x))", "at(int((2*u - 2)/(2*u - 1)^2, u), u, x + sqrt(x^2 - x))"),
        (
            rules.euler_first,
            "1/(x*sqrt(a^2*x^2+x+1))",
            "at(int(2/((u - 1)*(u + 1)), u), u, a*x + sqrt(a^2*x^2 + x + 1))",
        ),
        (rules.euler_first, "sqrt(1 + x^2)", None),
        (rules.euler_first, "1/(x + sqrt(x - x^2))", None),
        (rules.euler_first, "sqrt(2*x^2 + 1)", None),
        (rules.euler_second, "1/(x*sqrt(x^2+x+1))", "at(int(2/(2*u - 1), u), u, (sqrt(x^2 + x + 1) - 1)/x)"),
        (
            rules.euler_second,
            "x/(1+sqrt(4*x^2+x+1))",
            "at(int((-4*u^3 + 6*u^2 - 18*u + 8)/((u - 8)*(u - 2)^2*(u + 2)^2), u), u, (sqrt(4*x^2 + x + 1) - 1)/x)",
        ),
        (rules.euler_second, "1/(x*sqrt(1+x-x^2))", "at(int(2/(2*u - 1), u), u, (sqrt(1 + x - x^2) - 1)/x)"),
        (rules.euler_second, "1/(x*sqrt(a^2*x^2+x+1))", "at(int(2/(2*u - 1), u), u, (sqrt(a^2*x^2 + x + 1) - 1)/x)"),
        (rules.euler_second, "sqrt(x^2 - 1)", None),
        (rules.euler_second, "sqrt(x^2 + x)", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
