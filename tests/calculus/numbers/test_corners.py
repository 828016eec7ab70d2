"""Points on all four sides of the corners of straight guards."""

import pytest

from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.corners import around_corners
from tests.calculus.spelled import spelled


@pytest.mark.parametrize(
    "guards, names",
    [
        (("x + 2", "x + y - 1/2"), ("x", "y")),
        (("x - 900", "2y + x/3"), ("x", "y")),
        (("a - 1", "x + a"), ("a", "b", "x")),
        (("x - y", "x + y", "x - 1"), ("x", "y")),
    ],
)
def test_every_pair_of_signs_is_met(guards, names):
    read = [spelled(each) for each in guards]
    points = list(around_corners(read, names))
    assert points and all(set(point) == set(names) for point in points)
    for i, first in enumerate(read):
        for second in read[i + 1 :]:
            signs = {(value_at(first, point) > 0, value_at(second, point) > 0) for point in points}
            assert len(signs) == 4


@pytest.mark.parametrize("guards", [("x - y", "2x - 2y + 1"), ("x^2 - y", "x"), ("x - 1", "x + 1"), ("sin(x)", "y")])
def test_no_corner_where_guards_are_parallel_or_not_straight(guards):
    assert list(around_corners([spelled(each) for each in guards], ("x", "y"))) == []
