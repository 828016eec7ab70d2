"""The laws of logarithms before differentiation, as a table of facts."""

import pytest

from fluxions.calculus.derivation.step import every_step
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules import logarithms as rules
from tests.calculus.elementary import derivatives
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(ln(3*x^2), x)", "diff(ln(3) + 2*ln(abs(x)), x)"),
        ("diff(ln(x^7*e^(-3*x)), x)", "diff(7*ln(x) - 3*x, x)"),
        ("diff(ln(x^2*e^x), x)", "diff(2*ln(abs(x)) + x, x)"),
        ("diff(ln(5/x^4), x)", "diff(ln(5) - 4*ln(abs(x)), x)"),
        ("diff(ln(x^2*x), x)", "diff(2*ln(x) + ln(x), x)"),  # it has a value for positive x alone
        ("diff(ln(2^x*x/5), x)", "diff(x*ln(2) + ln(x) - ln(5), x)"),
        ("diff(ln(4/x^3), x)", "diff(ln(4) - 3*ln(x), x)"),
        ("diff(ln(1/x), x)", "diff(-ln(x), x)"),
        ("diff(ln(x^n), x)", "diff(n*ln(x), x)"),
        ("diff(ln(x), x)", None),  # nothing to write out
        ("diff(ln(x + 1), x)", None),  # a sum has no such law
        ("diff(ln(x^2*(1 - x)), x)", None),  # a part that is not simple: the chain rule
        ("diff(ln(-3*x), x)", None),  # ln(-3) has no value
        ("diff(ln(a*x), x)", None),  # the sign of a is not known
        ("diff(ln(x)^2, x)", None),
    ],
)
def test_logarithm_written_out(before, after):
    check(rules.logarithm_written_out, before, after)


def test_it_is_sound_wherever_it_fires():
    drawn = [spelled(f"diff(ln({u}), x)") for u in ("x^2", "x*e^x", "3/x", "sqrt(x)*2^x/x^3", "e^(x^2)*x", "pi*x^3")]
    for goal in (*drawn, *derivatives(1500, 2)):
        result = rules.logarithm_written_out(goal)
        assert result is None or agree(goal, result.result, 4, 106) != "differ", goal
    assert all(rules.logarithm_written_out(goal) is not None for goal in drawn)


@pytest.mark.parametrize("before, after", [
    ("diff(ln(abs(x)), x)", "1/x"),
    ("diff(ln(abs(x^2 - 1)), x)", "diff(x^2 - 1, x)/(x^2 - 1)"),
    ("diff(ln(abs(a)), x)", None),
    ("diff(ln(x), x)", None),
])  # fmt: skip
def test_logarithm_of_absolute_value(before, after):
    check(rules.logarithm_of_absolute_value, before, after)


@pytest.mark.parametrize("task, needed", [
    ("diff(ln(3*x^3), x)", ["x > 0"]),
    ("diff(ln(x^2), x)", []),  # 2/x on either side of 0, as its answer shows
    ("diff(ln(x^2*e^x), x)", []),
    ("diff(ln(sqrt(x)), x)", ["x > 0"]),
])  # fmt: skip
def test_the_answer_says_for_which_x_the_sum_was_written(task, needed):
    told = {each.relation for step in every_step(solved(task).steps) for each in step.provided}
    assert told - {spelled("x >= 0"), spelled("sqrt(x) > 0")} == {spelled(each) for each in needed}
