import math

import pytest

from fluxions.calculus import Reading, read
from fluxions.tutor.comparison import compared
from fluxions.tutor.stated import Stated


def picture(task: str, mine: str, **names):
    reading = read(mine)
    assert isinstance(reading, Reading)
    return compared(Stated("chain-rule", "f", 1, 1, "", task, **names), reading.expr)


def test_the_curves_have_the_values_of_the_functions():
    found = picture("diff(sin(x^2), x)", "cos(x^2)")
    assert found is not None and found.variable == "x"
    for x, true, mine in zip(found.x, found.true, found.mine, strict=True):
        assert true is None or true == pytest.approx(2 * x * math.cos(x * x), rel=1e-4, abs=1e-4)
        assert mine is None or mine == pytest.approx(math.cos(x * x), rel=1e-4, abs=1e-4)


@pytest.mark.parametrize(
    "task, mine, crossings, above",
    [
        ("diff(x^2, x)", "2x + 1", 0, True),
        ("diff(x^2, x)", "2x - 1", 0, False),
        ("diff(x^2, x)", "x", 1, False),
        ("diff(x^3, x)", "3", 2, False),
    ],
)
def test_how_they_lie(task, mine, crossings, above):
    found = picture(task, mine)
    assert found is not None
    assert found.crossings == crossings
    assert crossings or found.above == above


def test_where_there_is_no_value_there_is_no_point():
    pole = picture("diff(1/x, x)", "1/x")
    assert pole is not None and None in pole.true


def test_a_steep_curve_does_not_flatten_the_other():
    found = picture("diff(exp(9*x), x)", "x")
    assert found is not None
    assert max(each for each in found.true if each is not None) < 1000


@pytest.mark.parametrize(
    "task, mine, drawn",
    [("diff(x^2, x)", "2y", False), ("diff(x^2, x)", "2", True), ("diff(3*x, x)", "x", False)],
)
def test_a_picture_needs_one_variable_and_never_gives_a_number_away(task, mine, drawn):
    assert (picture(task, mine) is not None) == drawn
