"""Fractions rewritten before differentiation, as a table of facts."""

import pytest

from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules import quotients as rules
from tests.calculus.elementary import derivatives
from tests.calculus.spelled import check, spelled

DIVIDED = [
    ("diff((3x^4 - 2x)/x^2, x)", "diff(3x^2 - 2/x, x)"),
    ("diff((x^2 + 6)/(2x), x)", "diff(1/2*x + 3/x, x)"),
    ("diff((x^2 + 5)/(3x), x)", "diff(1/3*x + 5/3*x^(-1), x)"),
    ("diff((5x^3 - x^2 + 4)/x^2, x)", "diff(5x - 1 + 4/x^2, x)"),
    ("diff((x + 1)/sqrt(x), x)", "diff(x^(1/2) + x^(-1/2), x)"),
]


@pytest.mark.parametrize(
    "before, after",
    [
        *DIVIDED,
        ("diff((x + 1)/(x + 2), x)", None),  # the bottom is a sum
        ("diff((e^x + x)/x, x)", None),  # not every term is a power
        ("diff((x^2 + x)/3, x)", None),  # a constant factor: another rule
        ("diff(x^4/x^2, x)", None),  # no sum
        ("diff((a*x + 1)/x, x)", None),
    ],
)
def test_divided_term_by_term(before, after):
    check(rules.divided_term_by_term, before, after)


def test_it_is_sound_wherever_it_fires():
    for goal in (*(spelled(before) for before, _ in DIVIDED), *derivatives(1500, 2)):
        result = rules.divided_term_by_term(goal)
        assert result is None or agree(goal, result.result, 4, 106) == "agree", goal
