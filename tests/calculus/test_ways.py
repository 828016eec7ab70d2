"""Other ways to the same answer."""

import pytest

from fluxions.calculus.derivation.levels import board
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.verdict import Equal
from fluxions.calculus.ways import other_ways
from tests.calculus.spelled import solved


@pytest.mark.parametrize(
    "task, first, another",
    [
        ("diff((x^2 + 1)/x, x)", "divided-term-by-term", "quotient"),
        ("diff(1/(x + 1)^2, x)", "reciprocal-of-power", "quotient"),
        ("limit((sqrt(9 + h) - 3)/h, h, 0)", "conjugate", "recognise-derivative"),
    ],
)
def test_another_rule_leads_to_the_same_answer(task, first, another):
    derivation = solved(task)
    assert board(derivation, "short")[0].step.rule == first
    ways = other_ways(derivation)
    assert another in {board(way, "short")[0].step.rule for way in ways}
    assert all(isinstance(equal(way.answer, derivation.answer), Equal) for way in ways)


@pytest.mark.parametrize("task", ["diff(x^2, x)", "diff(x^2*sin(3x), x)"])
def test_where_there_is_one_way_there_is_no_other(task):
    assert other_ways(solved(task)) == ()
