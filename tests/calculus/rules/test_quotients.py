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


POWERS = [
    ("diff(5/(x^2 + 1)^3, x)", "diff(5*(x^2 + 1)^(-3), x)"),
    ("diff(1/cos(x)^2, x)", "diff(cos(x)^(-2), x)"),
    ("diff(1/sqrt(2x + 1), x)", "diff((2x + 1)^(-1/2), x)"),
    ("diff(a/root(x^2 + 1, 3), x)", "diff(a*(x^2 + 1)^(-1/3), x)"),
]


@pytest.mark.parametrize(
    "before, after",
    [
        *POWERS,
        ("diff(1/x^3, x)", None),  # the power rule rewrites it
        ("diff(x/(x^2 + 1)^3, x)", None),  # the top moves
        ("diff(1/(x^2 + 1), x)", None),  # a sum alone: the quotient rule is as short
        ("diff(1/2^(2x), x)", None),  # the exponent moves
    ],
)
def test_reciprocal_of_power(before, after):
    check(rules.reciprocal_of_power, before, after)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.name)
def test_a_rule_is_sound_wherever_it_fires(rule):
    goals = (*(spelled(before) for before, _ in (*DIVIDED, *POWERS)), *derivatives(1500, 2))
    opened = [(goal, rule.rewrite(goal)) for goal in goals]
    verdicts = [agree(goal, result.result, 4, 106) for goal, result in opened if result is not None]
    assert "differ" not in verdicts and verdicts.count("agree") >= 4
