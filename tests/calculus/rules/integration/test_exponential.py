"""The exponential as the new variable, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import exponential as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.exponential_kept, "1/(1+e^x)", "at(int(1/(u*(u + 1)), u), u, exp(x))"),
        (rules.exponential_kept, "e^(2x)/(1+e^x)", "at(int(u/(u + 1), u), u, exp(x))"),
        (rules.exponential_kept, "1/(e^x+e^(-x))", "at(int(1/(u^2 + 1), u), u, exp(x))"),
        (rules.exponential_kept, "sqrt(e^x-1)", "at(int(sqrt(u - 1)/u, u), u, exp(x))"),
        (rules.exponential_kept, "2^x/(1+4^x)", "at(int(1/(ln(2)*(u^2 + 1)), u), u, 2^x)"),
        (rules.exponential_kept, "1/(1+2^x)", "at(int(1/(u*ln(2)*(u + 1)), u), u, 2^x)"),
        (rules.exponential_kept, "e^x/(e^(2x)+3*e^x+2)", "at(int(1/((u + 1)*(u + 2)), u), u, exp(x))"),
        (rules.exponential_kept, "1/(a+b*e^(c*x))", "at(int(1/(u*c*(u*b + a)), u), u, exp(c*x))"),
        (rules.exponential_kept, "e^(x/2)/(1+e^(x/3))", "at(int(6*u^2/(u^2 + 1), u), u, exp(1/6*x))"),
        (rules.exponential_kept, "x/(1 + e^x)", None),
        (rules.exponential_kept, "e^(3*x)", None),
        (rules.exponential_kept, "e^(x^2)", None),
        (rules.exponential_kept, "1/(e^x + e^(sqrt(2)*x))", None),
        (rules.hyperbolic_as_exponentials, "e^x*sinh(x)", "int(exp(x)*(exp(x) - exp(-x))/2, x)"),
        (rules.hyperbolic_as_exponentials, "1/(2+cosh(x))", "int(2/(4 + exp(x) + exp(-x)), x)"),
        (rules.hyperbolic_as_exponentials, "e^x*cosh(2x)^2", "int(exp(x)*(exp(2*x) + exp(-2*x))^2/4, x)"),
        (rules.hyperbolic_as_exponentials, "sinh(x)", None),
        (rules.hyperbolic_as_exponentials, "x*sinh(x)", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
