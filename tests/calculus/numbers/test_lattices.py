"""Integrals over regions by a lattice, against volumes that everyone knows."""

from math import pi

import pytest

from fluxions.calculus.budget import Budget
from fluxions.calculus.numbers.lattices import region_integral
from tests.calculus.spelled import spelled


@pytest.mark.parametrize("f, names, conditions, known", [
    ("1", "xy", ("x^2 + y^2 <= 4",), 4 * pi),
    ("x^2 + y^2", "xy", ("x^2 + y^2 <= 4",), 8 * pi),
    ("x*y", "xy", ("0 <= y", "y <= x", "x <= 1"), 1 / 8),
    ("1", "xy", ("(x - 5)^2 + y^2 <= 1",), pi),  # not where one looks first
    ("1/sqrt(x^2 + y^2)", "xy", ("x^2 + y^2 <= 1",), 2 * pi),  # a pole inside
    ("1", "xyz", ("x^2 + y^2 + z^2 <= 1",), 4 * pi / 3),
    ("x^2 + y^2 + z^2", "xyz", ("x^2 + y^2 + z^2 <= 1", "x >= 0", "y >= 0", "z >= 0"), pi / 10),  # thin corners
])  # fmt: skip
def test_about_two_digits(f, names, conditions, known):
    found = region_integral(spelled(f), tuple(names), [spelled(each) for each in conditions], Budget(10**8))
    assert found is not None and found.value == pytest.approx(known, rel=0.02)


def test_no_value_for_a_region_without_end_or_without_points():
    assert region_integral(spelled("1"), ("x", "y"), [spelled("x >= 0")], Budget(10**8)) is None
    assert region_integral(spelled("1"), ("x", "y"), [spelled("x^2 + y^2 < 0")], Budget(10**8)) is None
