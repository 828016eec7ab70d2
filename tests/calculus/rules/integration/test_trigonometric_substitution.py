"""Roots of quadratics by sine, tangent, secant and hyperbolic functions, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import trigonometric_substitution as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.sine_substitution, "sqrt(9-x^2)", "at(int(9*cos(t)^2, t), t, arcsin(x/3))"),
        (rules.sine_substitution, "x^2/sqrt(9-4*x^2)", "at(int(9/8*sin(t)^2, t), t, arcsin(2*x/3))"),
        (rules.sine_substitution, "sqrt(a^2-x^2)", "at(int(a^2*cos(t)^2, t), t, arcsin(x/a))"),
        (rules.sine_substitution, "(1-x^2)^(3/2)", "at(int(cos(t)^4, t), t, arcsin(x))"),
        (rules.sine_substitution, "1/((1+x^2)*sqrt(1-x^2))", "at(int(1/(1 + sin(t)^2), t), t, arcsin(x))"),
        (rules.sine_substitution, "1/(x+sqrt(1-x^2))", "at(int(cos(t)/(sin(t) + cos(t)), t), t, arcsin(x))"),
        (rules.sine_substitution, "sqrt(x^2 - 9)", None),
        (rules.sine_substitution, "e^x*sqrt(1 - x^2)", None),
        (rules.sine_substitution, "sqrt(1 - x^2)*sqrt(x)", None),
        (rules.tangent_substitution, "1/(x^2*sqrt(x^2+4))", "at(int(sec(t)/(4*tan(t)^2), t), t, arctan(x/2))"),
        (rules.tangent_substitution, "sqrt(x^2+1)", "at(int(sec(t)^3, t), t, arctan(x))"),
        (rules.tangent_substitution, "x^2/(4*x^2+9)^(3/2)", "at(int(tan(t)^2/(8*sec(t)), t), t, arctan(2*x/3))"),
        (rules.tangent_substitution, "1/(a^2+x^2)^(3/2)", "at(int(1/(a^2*sec(t)), t), t, arctan(x/a))"),
        (rules.tangent_substitution, "1/(x^2 + 1)", None),
        (rules.sinh_substitution, "1/(x^2*sqrt(x^2+4))", "at(int(1/(4*sinh(t)^2), t), t, arsinh(x/2))"),
        (rules.sinh_substitution, "sqrt(x^2+1)", "at(int(cosh(t)^2, t), t, arsinh(x))"),
        (rules.sinh_substitution, "x^2/(4*x^2+9)^(3/2)", "at(int(sinh(t)^2/(8*cosh(t)^2), t), t, arsinh(2*x/3))"),
        (rules.sinh_substitution, "1/(a^2+x^2)^(3/2)", "at(int(1/(a^2*cosh(t)^2), t), t, arsinh(x/a))"),
        (rules.secant_substitution, "sqrt(x^2-9)/x", "at(int(3*tan(t)^2, t), t, sign(x)*arcsec(x/3))"),
        (rules.secant_substitution, "1/sqrt(x^2-a^2)", "at(int(sec(t), t), t, sign(x)*arcsec(x/a))"),
        (rules.secant_substitution, "1/(x^2-1)^(3/2)", "at(int(sec(t)/tan(t)^2, t), t, sign(x)*arcsec(x))"),
        (
            rules.secant_substitution,
            "sqrt(2*x^2-3)",
            "at(int(3*tan(t)^2*sec(t)/sqrt(2), t), t, sign(x)*arcsec(sqrt(2)*x/sqrt(3)))",
        ),
        (rules.secant_substitution, "(1+x)/sqrt(x^2-4)", "at(int((1 + 2*sec(t))*sec(t), t), t, sign(x)*arcsec(x/2))"),
        (rules.secant_substitution, "sqrt(x^2)", None),
        (rules.cosh_substitution, "sqrt(x^2-9)/x", "at(int(3*sinh(t)^2/cosh(t), t), t, arcosh(x/3))"),
        (rules.cosh_substitution, "1/sqrt(x^2-a^2)", "at(int(1, t), t, arcosh(x/a))"),
        (rules.cosh_substitution, "1/(x^2-1)^(3/2)", "at(int(1/sinh(t)^2, t), t, arcosh(x))"),
        (rules.cosh_substitution, "sqrt(2*x^2-3)", "at(int(3*sinh(t)^2/sqrt(2), t), t, arcosh(sqrt(2)*x/sqrt(3)))"),
        (rules.cosh_substitution, "(1+x)/sqrt(x^2-4)", "at(int(1 + 2*cosh(t), t), t, arcosh(x/2))"),
        (rules.square_completed, "x/sqrt(3-2*x-x^2)", "at(int((u - 1)/sqrt(-u^2 + 4), u), u, x + 1)"),
        (rules.square_completed, "sqrt(x^2+2*x+5)", "at(int(sqrt(u^2 + 4), u), u, x + 1)"),
        (rules.square_completed, "sqrt(x-x^2)", "at(int(sqrt(-u^2 + 1/4), u), u, x - 1/2)"),
        (rules.square_completed, "sqrt(x^2 + 4*x + 4)", None),
        (rules.square_completed, "sqrt(1 - x^2)", None),
        (rules.tangent_for_powers, "1/(x^2+1)^2", "at(int(1/sec(t)^2, t), t, arctan(x))"),
        (rules.tangent_for_powers, "1/(1+x^2)^3", "at(int(1/sec(t)^4, t), t, arctan(x))"),
        (rules.tangent_for_powers, "x^3/(x^2+4)^2", "at(int(tan(t)^3/sec(t)^2, t), t, arctan(x/2))"),
        (rules.tangent_for_powers, "1/(x^2+a^2)^2", "at(int(1/(a^3*sec(t)^2), t), t, arctan(x/a))"),
        (rules.tangent_for_powers, "1/(x^2 - 1)^2", None),
        (rules.tangent_for_powers, "1/(x^2 + 1)", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
