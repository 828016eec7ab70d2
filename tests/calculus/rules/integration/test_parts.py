import pytest

from fluxions.calculus.rules.integration import parts
from tests.calculus.rules.integration_oracle import opens
from tests.calculus.spelled import check


@pytest.mark.parametrize("integrand, after", [
    ("x*exp(x)",      "x*exp(x) - int(exp(x), x)"),
    ("x*sin(x)",      "-x*cos(x) + int(cos(x), x)"),
    ("ln(x)",         "x*ln(x) - int(1, x)"),
    ("x^2*ln(x)",     "x^3*ln(x)/3 - 1/3*int(x^2, x)"),
    ("arctan(x)",     "x*arctan(x) - int(x/(1 + x^2), x)"),
    ("x/cos(x)^2",    "x*tan(x) - int(tan(x), x)"),
    ("x^3*exp(x^2)",  "…"),
    ("x*exp(x)/(1 + x)^2", "…"),
    ("x/(1 + x)",     None),  # a rational function: nothing is gained
    ("sqrt(1 - x^2)", None),
])  # fmt: skip
def test_by_parts(integrand, after):
    opens(parts.by_parts, integrand, after)


@pytest.mark.parametrize("integrand, after", [
    ("x^2*exp(x)",     "x^2*exp(x) - 2*x*exp(x) + 2*exp(x)"),
    ("x^2*cos(2*x)",   "x^2*sin(2*x)/2 - 2*x*(-cos(2*x)/4) + 2*(-sin(2*x)/8)"),
    ("(x^3 + x)*exp(-x)", "…"),
    ("x^2*2^x",        "…"),
    ("x*exp(x)",       None),  # once is enough
    ("x^2*exp(x^2)",   None),
    ("x^2*ln(x)",      None),
])  # fmt: skip
def test_tabular(integrand, after):
    opens(parts.tabular, integrand, None if after is None else "…")
    if after is None:
        check(parts.tabular, f"int({integrand}, x)", None)


@pytest.mark.parametrize("integrand, after", [
    ("exp(x)*sin(x)",     "solve(I = exp(x)*(sin(x) - cos(x)) - I, I)"),
    ("sin(ln(x))",        "solve(I = x*sin(ln(x)) - x*cos(ln(x)) - I, I)"),
    ("exp(x)*sin(x)*I",   "solve(J = I*exp(x)*(sin(x) - cos(x)) - J, J)"),
    ("exp(x)*x",          None),
    ("exp(x)*sinh(x)",    None),  # the equation would be I = I
])  # fmt: skip
def test_circular(integrand, after):
    check(parts.circular, f"int({integrand}, x)", after)
