"""Differentiation through the logarithm."""

import pytest

from fluxions.calculus.language.latex import latex
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules import logarithmic as rules
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (rules.logarithm_spread, "diff(ln(x^3*(x + 1)), x)", "diff(3*ln(x) + ln(x + 1), x)"),
        (rules.logarithm_spread, "diff(ln(x^3*exp(2x)), x)", "diff(3*ln(x) + 2x, x)"),
        (rules.logarithm_spread, "diff(ln(sqrt(x)/(x + 1)), x)", "diff(ln(x)/2 - ln(x + 1), x)"),
        (rules.logarithm_spread, "diff(ln(3x), x)", None),  # one part moves: the chain rule
        (rules.logarithm_spread, "diff(ln(x^2 + x), x)", None),  # a sum does not spread
        (rules.through_the_logarithm, "logdiff(x^3*exp(x), x)", "x^3*exp(x)*diff(ln(x^3*exp(x)), x)"),
        (rules.through_the_logarithm, "tangent(x^2, x, 1)", None),
    ],
)
def test_rules(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize(
    "f", ["x^3*(x^2 + 1)^4*exp(2x)", "x^5*(1 - x)^3", "x^3*(x^2 + 2)^4/(x^2 + 3)", "x^4*exp(-x)/(x^2 + 1)^3"]
)
def test_the_answer_is_the_derivative(f):
    assert agree(solved(f"logdiff({f}, x)").answer, spelled(f"diff({f}, x)"), 5, 106) == "agree"


def test_it_is_shown_as_a_derivative():
    assert latex(spelled("logdiff(x^2*y, x)")) == r"\frac{\mathrm{d}}{\mathrm{d}x}\left(x^2y\right)"
