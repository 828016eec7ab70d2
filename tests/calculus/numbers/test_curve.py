"""Expressions compared on a curve, where its equation may be used."""

import pytest

from fluxions.calculus.expr import Sym
from fluxions.calculus.numbers.curve import agree_on_curve
from tests.calculus.spelled import spelled

CIRCLE = "x^2 + y^2 - 25"


@pytest.mark.parametrize("curve, a, b, outcome", [
    (CIRCLE, "-x/y", "-x/y", "agree"),
    (CIRCLE, "x^2 + y^2", "25", "agree"),
    (CIRCLE, "-x/y", "x/y", "differ"),
    ("2*x^2 + 2*y^2 - 6", "-x/y", "-x^3/y", "differ"),  # equal at x = 0, 1 and -1, and nowhere else
    ("5*x^2 + 5*x*y + 3*y^2 - 4", "(-10*x - 5*y)/(5*x + 6*y)", "(-10*x^3 - 5*y)/(5*x + 6*y)", "differ"),
    ("100*x^2 + 100*y^2 - 1", "-x/y", "-x/(1*y)", "unknown"),  # too small for the points that are tried
    (CIRCLE, "x^2 + y^2", "25 + 10^(-12)", "differ"),
    ("x^3 + y^3 - 6*x*y", "(2*y - x^2)/(y^2 - 2*x)", "(6*y - 3*x^2)/(3*y^2 - 6*x)", "agree"),
    ("x^2 + y^2 + 1", "x", "x", "unknown"),  # no real point
    ("1/y - x", "1/y", "x", "agree"),  # the sign change at the pole of 1/y is no point of the curve
])  # fmt: skip
def test_agreement_on_a_curve(curve, a, b, outcome):
    assert agree_on_curve(spelled(curve), Sym("x"), Sym("y"), spelled(a), spelled(b))[0] == outcome
