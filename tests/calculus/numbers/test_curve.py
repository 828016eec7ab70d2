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
    (CIRCLE, "x^2 + y^2", "25 + 10^(-12)", "differ"),
    ("x^3 + y^3 - 6*x*y", "(2*y - x^2)/(y^2 - 2*x)", "(6*y - 3*x^2)/(3*y^2 - 6*x)", "agree"),
    ("x^2 + y^2 + 1", "x", "x", "unknown"),  # no real point
    ("1/y - x", "1/y", "x", "agree"),  # the sign change at the pole of 1/y is no point of the curve
])  # fmt: skip
def test_agreement_on_a_curve(curve, a, b, outcome):
    assert agree_on_curve(spelled(curve), Sym("x"), Sym("y"), spelled(a), spelled(b))[0] == outcome
