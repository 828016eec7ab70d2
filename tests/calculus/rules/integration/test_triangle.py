"""The way back from an angle by the triangle, as a table of facts; on both branches where there are two."""

import mpmath as mp
import pytest

from fluxions.calculus.derivation.rule import found
from fluxions.calculus.rules.integration import triangle as rules
from tests.calculus.rules.integration_oracle import LETTERS, value
from tests.calculus.spelled import check, spelled


@pytest.mark.parametrize(
    "rule, before, after, points",
    [
        (rules.triangle, "at(sin(t), t, arcsin(x/3))", "x/3", (-2.1, 0.4, 2.9)),
        (rules.triangle, "at(cos(t), t, arcsin(x/3))", "sqrt(9 - x^2)/3", (-2.1, 0.4, 2.9)),
        (rules.triangle, "at(t + sin(2*t)/2, t, arcsin(x))", "arcsin(x) + 2*x*sqrt(1 - x^2)/2", (-0.9, 0.2, 0.7)),
        (rules.triangle, "at(tan(t), t, arccos(x/2))", "sqrt(4 - x^2)/x", (-1.4, 0.3, 1.9)),
        (rules.triangle, "at(sec(t), t, arctan(x/2))", "sqrt(x^2 + 4)/2", (-5, 0.3, 7)),
        (rules.triangle, "at(csc(t), t, arctan(3*x))", "sqrt(9*x^2 + 1)/(3*x)", (-5, 0.3, 7)),
        (rules.triangle, "at(tan(t) - t, t, sign(x)*arcsec(x/3))", "sqrt(x^2 - 9)/3 - sign(x)*arcsec(x/3)", (-5, 7)),
        (rules.triangle, "at(sin(t)*cos(t), t, sign(x)*arcsec(x))", "(sqrt(x^2 - 1)/x)*(1/x)", (-5, -1.1, 7)),
        (rules.triangle, "at(cos(t), t, arcsin(x/a))", "sqrt(a^2 - x^2)/a", (-0.5, 0.9)),
        (rules.triangle, "at(sin(3*t), t, arcsin(x))", None, (-0.5, 0.9)),
        (rules.hyperbola, "at(cosh(t), t, arsinh(x/2))", "sqrt(x^2 + 4)/2", (-5, 0.3, 7)),
        (rules.hyperbola, "at(sinh(2*t), t, arsinh(x))", None, (-5, 0.3, 7)),
        (rules.hyperbola, "at(coth(t), t, arcosh(2*x))", "2*x/sqrt(4*x^2 - 1)", (0.7, 4)),
    ],
)
def test_it_reads_the_same_value(rule, before, after, points):
    """None: the spelling is left open, the value is not."""
    result = found(rule(spelled(before)))
    assert result is not None
    if after is not None:
        check(rule, before, after)
    for x in points:
        at = {**LETTERS, "x": mp.mpf(x)}
        assert mp.almosteq(value(spelled(before), at), value(result.result, at), 1e-12)


@pytest.mark.parametrize(
    "before",
    [
        "at(sin(t), t, x)",
        "at(t^2, t, arcsin(x))",
        "at(sin(t/2), t, arcsin(x))",
        "at(sin(t^2), t, arctan(x))",
        "at(sinh(t), t, arcsin(x))",
        "at(sin(t), t, arcsec(x))",  # the tangent changes its sign with x
    ],
)
def test_it_declines(before):
    assert rules.triangle(spelled(before)) is None and rules.hyperbola(spelled(before)) is None


def test_a_letter_below_counts_as_positive_and_this_is_told():
    result = found(rules.triangle(spelled("at(cos(t), t, arcsin(x/a))")))
    assert [each.relation for each in result.provided] == [spelled("a > 0")]
