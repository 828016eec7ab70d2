"""The reduction formulas, as a table of facts."""

import pytest

from fluxions.calculus.rules.integration import reduction as rules
from tests.calculus.rules.integration_oracle import opens


@pytest.mark.parametrize(
    "rule, integrand, after",
    [
        (rules.RULES[0].rewrite, "sin(x)^5", "-sin(x)^4*cos(x)/5 + 4/5*int(sin(x)^3, x)"),
        (rules.RULES[0].rewrite, "sin(x)^2", None),
        (rules.RULES[0].rewrite, "sin(x)^3*cos(x)", None),
        (rules.RULES[0].rewrite, "x*sin(x)^3", None),
        (rules.RULES[1].rewrite, "2*cos(3x)^6", "2*(cos(3*x)^5*sin(3*x)/18 + 5/6*int(cos(3*x)^4, x))"),
        (rules.RULES[2].rewrite, "tan(x)^4", "tan(x)^3/3 - int(tan(x)^2, x)"),
        (rules.RULES[2].rewrite, "tan(a*x)^3", "tan(a*x)^2/(2*a) - int(tan(a*x), x)"),
        (rules.RULES[3].rewrite, "cot(x)^5", "-cot(x)^4/4 - int(cot(x)^3, x)"),
        (rules.RULES[4].rewrite, "sec(x)^3", "sec(x)*tan(x)/2 + 1/2*int(sec(x), x)"),
        (rules.RULES[4].rewrite, "1/cos(2x)^3", "sec(2*x)*tan(2*x)/4 + 1/2*int(sec(2*x), x)"),
        (rules.RULES[4].rewrite, "sec(x)^(3/2)", None),
        (rules.RULES[5].rewrite, "csc(x)^3", "-csc(x)*cot(x)/2 + 1/2*int(csc(x), x)"),
        (rules.RULES[5].rewrite, "csc(x)^5/a", "(1/a)*(-csc(x)^3*cot(x)/4 + 3/4*int(csc(x)^3, x))"),
        (rules.RULES[6].rewrite, "sinh(x)^4", "sinh(x)^3*cosh(x)/4 - 3/4*int(sinh(x)^2, x)"),
        (rules.RULES[7].rewrite, "cosh(x)^3", "cosh(x)^2*sinh(x)/3 + 2/3*int(cosh(x), x)"),
        (rules.RULES[8].rewrite, "tanh(2x)^3", "-tanh(2*x)^2/4 + int(tanh(2*x), x)"),
        (rules.RULES[9].rewrite, "coth(x)^3", "-coth(x)^2/2 + int(coth(x), x)"),
        (rules.RULES[10].rewrite, "sech(x)^4", "sech(x)^2*tanh(x)/3 + 2/3*int(sech(x)^2, x)"),
        (rules.RULES[10].rewrite, "sech(x)^3", "sech(x)*tanh(x)/2 + 1/2*int(sech(x), x)"),
        (rules.RULES[11].rewrite, "csch(x)^3", "-csch(x)*coth(x)/2 - 1/2*int(csch(x), x)"),
    ],
)
def test_it_opens_to(rule, integrand, after):
    opens(rule, integrand, after)
