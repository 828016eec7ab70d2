"""What follows from what is assumed."""

import pytest

from fluxions.calculus.derivation.conditions import conditions, implied
from tests.calculus.spelled import spelled


@pytest.mark.parametrize(
    "assume, relation, follows",
    [
        (["x > 0"], "x > 0", True),
        (["0 < x"], "x >= 0", True),
        (["x > 2"], "x > 1", True),
        (["x > 2"], "x != 0", True),
        (["x >= 0"], "x > 0", False),
        (["x < 0"], "x != 0", True),
        (["x < 0"], "x^2 > 0", True),
        (["x > 0", "a > 0"], "a*x^3/2 > 0", True),
        (["x > 0"], "sqrt(x) + 1 > 0", True),
        (["x > 0"], "x - 1 > 0", False),
        (["x != 0"], "x^2 > 0", True),
        ([], "x^2 > 0", False),
        ([], "e^x > 0", True),
        ([], "x < 1", False),
    ],
)
def test_implied(assume, relation, follows):
    assert implied(spelled(relation), [spelled(each) for each in assume]) is follows


@pytest.mark.parametrize("e, needed", [
    ("ln(x)", ["x > 0"]),
    ("ln(3*x)", ["x > 0"]),
    ("ln(-3*x)", ["-3*x > 0"]),
    ("ln(x^2)", []),  # but for one point
    ("ln(x^3)", ["x > 0"]),
    ("ln(x^2*(x + 1)^3/(x - 1)^4)", ["x + 1 > 0"]),
    ("ln((x + 1)/x)", ["(x + 1)*x > 0"]),
    ("ln(e^x*x)", ["x > 0"]),
    ("arcsin(x)", ["abs(x) <= 1"]),
    ("arccos(-1/2)", []),
])  # fmt: skip
def test_conditions(e, needed):
    assert conditions(spelled(e)) == {spelled(each) for each in needed}
