"""Values at a point and average rates, as tables of facts."""

import pytest

from fluxions.calculus.rules import values as rules
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (rules.value_at_point, "at(x^2 + x, x, 3)", "3^2 + 3"),
        (rules.value_at_point, "at(x^2*w, x, a + 1)", "(a + 1)^2*w"),
        (rules.value_at_point, "diff(x^2, x)", None),
        (rules.difference_quotient, "rate(x^2, x, 1, 4)", "(4^2 - 1^2)/(4 - 1)"),
        (rules.difference_quotient, "rate(sin(x), x, a, a + h)", "(sin(a + h) - sin(a))/(a + h - a)"),
        (rules.difference_quotient, "at(x^2, x, 1)", None),
    ],
)
def test_rules(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize(
    "task, answer",
    [
        ("at(diff(x^3, x), x, 2)", "12"),
        ("at(diff(sqrt(x^2 + 9), x), x, 4)", "4/5"),
        ("at(diff(root(x, 3), x), x, -8)", "1/12"),
        ("at(diff(cos(x), x), x, pi/6)", "-1/2"),
        ("at(diff(sigmoid(x), x), x, 0)", "1/4"),
        ("at(diff(x^3*ln(x), x, 2), x, 1)", "5"),
        ("rate(x^2, x, 1, 4)", "5"),
    ],
)
def test_values(task, answer):
    assert solved(task).answer == spelled(answer)
