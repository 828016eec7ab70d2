"""Powers and products of hyperbolic functions, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import hyperbolic as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.sinh_times, "sinh(x)*cosh(x)^4", "at(int(u^4, u), u, cosh(x))"),
        (rules.sinh_times, "cosh(3x)/sinh(3x)^4", "at(int(1/(3*u^4), u), u, sinh(3*x))"),
        (rules.square_by_the_other, "sinh(x)*cosh(x)^4", "int(sinh(x)^5 + 2*sinh(x)^3 + sinh(x), x)"),
        (rules.square_by_the_other, "cosh(2x)^3*sinh(2x)^2", "int(cosh(2*x)^5 - cosh(2*x)^3, x)"),
        (rules.square_by_the_other, "sinh(x)^2*cosh(x)^2", "int(cosh(x)^4 - cosh(x)^2, x)"),
        (rules.square_by_the_other, "tanh(x)^2", "int(1 - sech(x)^2, x)"),
        (rules.square_by_the_other, "coth(x)^2", "int(1 + csch(x)^2, x)"),
        (rules.square_by_the_other, "sinh(x)^2/cosh(x)", "int(cosh(x) - sech(x), x)"),
        (rules.square_by_the_other, "cosh(x)^2/sinh(x)", "int(sinh(x) + csch(x), x)"),
        (rules.odd_sinh, "sinh(x)^3", "at(int(u^2 - 1, u), u, cosh(x))"),
        (rules.odd_sinh, "tanh(x)^3*sech(x)^2", "at(int((u^2 - 1)/u^5, u), u, cosh(x))"),
        (rules.odd_sinh, "tanh(x)^3*sech(x)", "at(int((u^2 - 1)/u^4, u), u, cosh(x))"),
        (rules.odd_sinh, "sinh(x)^2", None),
        (rules.odd_sinh, "x*sinh(x)^3", None),
        (rules.odd_sinh, "tanh(x)^3", None),
        (rules.odd_cosh, "cosh(2x)^3*sinh(2x)^2", "at(int(1/2*u^2*(1 + u^2), u), u, sinh(2*x))"),
        (rules.double_argument, "sinh(x)^2", "int(1/2*(cosh(2*x) - 1), x)"),
        (rules.double_argument, "cosh(x)^2", "int(1/2*(cosh(2*x) + 1), x)"),
        (rules.double_argument, "sinh(x)^2*cosh(x)^2", "int(1/4*(cosh(2*x)^2 - 1), x)"),
        (rules.double_argument, "sinh(x)^4", "int(1/4*(cosh(2*x)^2 - 2*cosh(2*x) + 1), x)"),
        (rules.double_argument, "x*sinh(x)^2", "int(1/2*x*(cosh(2*x) - 1), x)"),
        (rules.double_argument, "sinh(x)^6", None),
        (rules.tanh_kept, "sech(x)^4", "at(int(1 - u^2, u), u, tanh(x))"),
        (rules.tanh_kept, "csch(x)^4", "at(int(-(u^2 - 1), u), u, coth(x))"),
        (rules.sech_squared_times, "tanh(x)^3*sech(x)^2", "at(int(u^3, u), u, tanh(x))"),
        (rules.sech_squared_times, "1/(sinh(x)*cosh(x))", "at(int(1/u, u), u, tanh(x))"),
        (rules.tanh_squared, "tanh(x)^2", "int(1 - sech(x)^2, x)"),
        (rules.tanh_squared, "coth(x)^2", "int(1 + csch(x)^2, x)"),
        (rules.tanh_squared, "x*tanh(x)^2", "int(x*(1 - sech(x)^2), x)"),
        (rules.tanh_squared, "tanh(x)^4", None),
        (rules.product_to_sum, "sinh(x)*cosh(3x)", "int(1/2*(sinh(4*x) - sinh(2*x)), x)"),
        (rules.product_to_sum, "sinh(2x)*sinh(x)", "int(1/2*(cosh(3*x) - cosh(x)), x)"),
        (rules.product_to_sum, "cosh(x)*cosh(4x)", "int(1/2*(cosh(5*x) + cosh(3*x)), x)"),
        (rules.product_to_sum, "sinh(x)*cosh(x)", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
