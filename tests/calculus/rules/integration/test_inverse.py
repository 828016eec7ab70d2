"""Inverse functions by parts and as the new variable, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import inverse as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.inverse_by_parts, "arcsin(x)", "x*arcsin(x) - int(x/sqrt(1 - x^2), x)"),
        (rules.inverse_by_parts, "arctan(x)", "x*arctan(x) - int(x/(1 + x^2), x)"),
        (rules.inverse_by_parts, "ln(x)", "x*ln(x) - int(1, x)"),
        (rules.inverse_by_parts, "ln(x)^2", "x*ln(x)^2 - 2*int(ln(x), x)"),
        (rules.inverse_by_parts, "arcsin(x)^2", "x*arcsin(x)^2 - 2*int(x*arcsin(x)/sqrt(1 - x^2), x)"),
        (rules.inverse_by_parts, "arccos(2*x)", "x*arccos(2*x) + 2*int(x/sqrt(1 - 4*x^2), x)"),
        (rules.inverse_by_parts, "arsinh(x)", "x*arsinh(x) - int(x/sqrt(x^2 + 1), x)"),
        (rules.inverse_by_parts, "artanh(x)", "x*artanh(x) - int(x/(1 - x^2), x)"),
        (rules.inverse_by_parts, "arcosh(x)", "x*arcosh(x) - int(x/sqrt(x^2 - 1), x)"),
        (rules.inverse_by_parts, "x*arcsin(x)", None),
        (rules.inverse_by_parts, "sin(x)", None),
        (rules.inverse_as_variable, "arcsin(x)", "at(int(t*cos(t), t), t, arcsin(x))"),
        (rules.inverse_as_variable, "arctan(x)", "at(int(t*sec(t)^2, t), t, arctan(x))"),
        (rules.inverse_as_variable, "ln(x)", "at(int(t*exp(t), t), t, ln(x))"),
        (rules.inverse_as_variable, "ln(x)^2", "at(int(t^2*exp(t), t), t, ln(x))"),
        (rules.inverse_as_variable, "arcsin(x)^2", "at(int(t^2*cos(t), t), t, arcsin(x))"),
        (rules.inverse_as_variable, "arccos(2*x)", "at(int(-1/2*t*sin(t), t), t, arccos(2*x))"),
        (rules.inverse_as_variable, "arsinh(x)", "at(int(t*cosh(t), t), t, arsinh(x))"),
        (rules.inverse_as_variable, "artanh(x)", "at(int(t*sech(t)^2, t), t, artanh(x))"),
        (rules.inverse_as_variable, "arcosh(x)", "at(int(t*sinh(t), t), t, arcosh(x))"),
        (rules.inverse_as_variable, "arcsin(x)*sqrt(x)", None),
        (rules.inverse_as_variable, "arcsin(x)*arctan(x)", None),
        (rules.inverse_as_variable, "arcsin(x^2)", None),
        (rules.size_as_variable, "x/(abs(x)*sqrt(x^2-1))", "at(int(1/sqrt(u^2 - 1), u), u, abs(x))"),
        (rules.size_as_variable, "1/(abs(x)*x)", "at(int(1/u^2, u), u, abs(x))"),
        (rules.size_as_variable, "abs(x)", None),
        (rules.size_as_variable, "abs(x)*e^x", None),
        (rules.sign_outside, "x/(abs(x)*sqrt(x^2-1))", "sign(x)*int(1/sqrt(x^2 - 1), x)"),
        (rules.sign_outside, "x^2/(abs(x)*sqrt(x^2-1))", "sign(x)*int(x/sqrt(x^2 - 1), x)"),
        (rules.sign_outside, "abs(x)", None),
        (rules.sign_outside, "(abs(x) + 1)/x^2", None),
        (rules.sign_outside, "abs(x)^2/x^4", None),
        (rules.sign_outside, "abs(x)/sqrt(1 - x^2)", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
