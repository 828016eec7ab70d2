"""Roots made rational, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import roots as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.root_of_line, "1/(1+sqrt(x))", "at(int(2*u/(u + 1), u), u, sqrt(x))"),
        (rules.root_of_line, "x*sqrt(2*x+3)", "at(int((u^4 - 3*u^2)/2, u), u, sqrt(2*x + 3))"),
        (rules.root_of_line, "1/(sqrt(x)+x^(1/3))", "at(int(6*u^3/(u + 1), u), u, root(x, 6))"),
        (rules.root_of_line, "e^sqrt(x)", "at(int(2*u*exp(u), u), u, sqrt(x))"),
        (rules.root_of_line, "sin(sqrt(x))", "at(int(2*u*sin(u), u), u, sqrt(x))"),
        (rules.root_of_line, "sqrt(1+sqrt(x))", "at(int(2*u*sqrt(1 + u), u), u, sqrt(x))"),
        (rules.root_of_line, "1/(x*sqrt(a*x+b))", "at(int(2/(u^2 - b), u), u, sqrt(a*x + b))"),
        (rules.root_of_line, "x/(a+b*x)^(3/2)", "at(int((2*u^2 - 2*a)/(u^2*b^2), u), u, sqrt(a + b*x))"),
        (rules.root_of_line, "1/(x^(1/2)+x^(1/4))", "at(int(4*u^2/(u + 1), u), u, root(x, 4))"),
        (rules.root_of_line, "sqrt(x)*sqrt(x + 1)", None),
        (rules.root_of_line, "sqrt(x^2 + 1)", None),
        (rules.top_made_rational, "sqrt((1+x)/(1-x))", "int((1 + x)/sqrt(1 - x^2), x)"),
        (rules.top_made_rational, "sqrt(x/(1-x))", "int(x/sqrt(x - x^2), x)"),
        (rules.top_made_rational, "sqrt((x - 1)/(x + 1))", None),
        (rules.root_of_fraction, "sqrt((1+x)/(1-x))", "at(int(4*u^2/(u^2 + 1)^2, u), u, sqrt((1 + x)/(1 - x)))"),
        (
            rules.root_of_fraction,
            "sqrt((x-1)/(x+1))",
            "at(int(4*u^2/((u - 1)^2*(u + 1)^2), u), u, sqrt((x - 1)/(x + 1)))",
        ),
        (rules.root_of_fraction, "sqrt(x/(1-x))", "at(int(2*u^2/(u^2 + 1)^2, u), u, sqrt(x/(1 - x)))"),
        (
            rules.root_of_fraction,
            "((x+1)/x)^(1/3)/x",
            "at(int(-(3*u^3/((u - 1)*(u^2 + u + 1))), u), u, root((x + 1)/x, 3))",
        ),
        (rules.root_of_fraction, "sqrt(x^2/(x + 1))", None),
        (rules.root_of_binomial, "x^3*sqrt(1-x^2)", "at(int(u^4 - u^2, u), u, sqrt(1 - x^2))"),
        (rules.root_of_binomial, "1/(x*sqrt(x^2+1))", "at(int(1/((u - 1)*(u + 1)), u), u, sqrt(x^2 + 1))"),
        (rules.root_of_binomial, "1/(x*sqrt(x^3+1))", "at(int(2/(3*(u - 1)*(u + 1)), u), u, sqrt(x^3 + 1))"),
        (rules.root_of_binomial, "x^5/sqrt(1+x^3)", "at(int((2*u^2 - 2)/3, u), u, sqrt(1 + x^3))"),
        (rules.root_of_binomial, "sqrt(x^2-9)/x", "at(int(u^2/(u^2 + 9), u), u, sqrt(x^2 - 9))"),
        (rules.root_of_binomial, "x^3/(x^2+4)^(1/3)", "at(int((3*u^4 - 12*u)/2, u), u, root(x^2 + 4, 3))"),
        (rules.root_of_binomial, "sqrt(x^2 + 1)", None),
        (rules.roots_together, "sqrt(x+1)*sqrt(x-1)", "int(sqrt(x^2 - 1), x)"),
        (rules.roots_together, "sqrt(1+x)/sqrt(1-x)", "int((1 + x)/sqrt(1 - x^2), x)"),
        (rules.roots_together, "1/(sqrt(x+1)*sqrt(x+2))", "int(1/sqrt(x^2 + 3*x + 2), x)"),
        (rules.roots_together, "sqrt(x)*sqrt(x^2 + 1)", None),
        (rules.conjugate_of_roots, "1/(sqrt(x+1)+sqrt(x))", "int(sqrt(x + 1) - sqrt(x), x)"),
        (rules.conjugate_of_roots, "1/(x+sqrt(x^2+1))", "int(sqrt(x^2 + 1) - x, x)"),
        (rules.conjugate_of_roots, "1/(1+sqrt(1-x^2))", "int((1 - sqrt(1 - x^2))/x^2, x)"),
        (rules.conjugate_of_roots, "1/(1 + sqrt(x))*1/2", None),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
