"""What a problem can tell: which mistakes show, which do not, and which are kept apart."""

import pytest

from fluxions.calculus import discriminates
from fluxions.calculus.problem import Problem
from tests.calculus.spelled import spelled


def power(task):
    return discriminates(Problem("", spelled(task)))


@pytest.mark.parametrize(
    "task, visible, hidden",
    [
        ("diff((2x + 1)^5, x)", {"inner-derivative-lost", "exponent-not-lowered"}, set()),
        ("diff(exp(x + 3), x)", set(), {"inner-derivative-lost"}),
        ("int(x*exp(x), x)", {"parts-with-plus"}, set()),
    ],
)
def test_which_mistakes_show(task, visible, hidden):
    found = power(task)
    assert visible <= found.visible and hidden <= found.hidden
    assert not found.visible & found.hidden


@pytest.mark.parametrize(
    "task, one, other, apart",
    [
        ("diff((2x + 1)^5, x)", "inner-derivative-lost", "exponent-not-lowered", True),
        ("diff(x^2*sin(3x), x)", "inner-derivative-lost", "outer-taken-at-x", True),
        ("diff(exp(x + 3), x)", "inner-derivative-lost", "outer-taken-at-x", False),  # the first cannot be seen
        ("limit(sin(3x)/x, x, 0)", "sine-quotient-one", "zero-over-zero-one", False),  # both lead to 1
    ],
)
def test_which_mistakes_are_kept_apart(task, one, other, apart):
    found = power(task)
    assert found.separates(one, other) is apart is found.separates(other, one)
    assert ({one, other} in [set(pair) for pair in found.pairs()]) is apart


def test_the_share_counts_what_is_seen_alone():
    assert 0 < power("diff(x^2*sin(3x), x)").share <= 1
    assert power("diff(exp(x + 3), x)").share < power("diff((2x + 1)^5, x)").share
    assert power("2 + 3").share == 0
