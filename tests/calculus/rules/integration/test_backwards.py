"""The product rule read backwards, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import backwards as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.product_backwards, "e^x*(sin(x)+cos(x))", "exp(x)*sin(x)"),
        (rules.product_backwards, "e^x*(1+sin(x))/(1+cos(x))", "exp(x)*sin(x)/(1 + cos(x))"),
        (rules.product_backwards, "e^x*(1/x-1/x^2)", "exp(x)/x"),
        (rules.product_backwards, "x*e^x/(1+x)^2", "exp(x)/(1 + x)"),
        (rules.product_backwards, "e^(2x)*(2*ln(x)+1/x)", "exp(2*x)*ln(x)"),
        (rules.product_backwards, "e^(-x)*(1/(1+x^2)-arctan(x))", "exp(-x)*arctan(x)"),
        (rules.product_backwards, "3*e^x*(tan(x)+sec(x)^2)", "3*exp(x)*tan(x)"),
        (rules.product_backwards, "e^x*sin(x)", None),
        (rules.product_backwards, "e^x*(x+sin(x))", None),
        (rules.product_backwards, "e^(x^2)*(1+2*x)", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
