"""Weighted sums, as they are written."""

import pytest

from fluxions.calculus.language.ascii import ascii
from fluxions.curriculum.sums import scaled, weighted_sum
from tests.calculus.spelled import spelled


@pytest.mark.parametrize(
    "weights, parts, written",
    [
        ((3, -2), ("sin(x)", "cos(x)"), "3*sin(x) - 2*cos(x)"),
        ((-1, 1), ("sin(x)", "x"), "-sin(x) + x"),
        ((-4, -1, 5), ("x^2", "x", "ln(x)"), "-4*x^2 - x + 5*ln(x)"),
        ((7,), ("x",), "7*x"),
    ],
)
def test_weighted_sum(weights, parts, written):
    summed = weighted_sum(weights, [spelled(each) for each in parts])
    assert ascii(summed) == written
    assert spelled(written) == summed


def test_a_scaled_product_stays_flat():
    assert ascii(scaled(3, spelled("x*ln(x)"))) == "3*x*ln(x)"
    assert len(scaled(3, spelled("x*ln(x)")).children) == 3
