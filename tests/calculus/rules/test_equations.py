"""Equations in one unknown, as tables of facts."""

import pytest

from fluxions.calculus.budget import solve_budget
from fluxions.calculus.derivation.verify import checked
from fluxions.calculus.rules import equations as rules
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (rules.factor_never_zero, "solve(-3*exp(x^2)*(x - 1)/4 = 0, x)", "solve(x - 1 = 0, x)"),
        (rules.factor_never_zero, "solve(exp(x)*(x - 1) = 2, x)", None),
        (rules.factor_never_zero, "solve(x*(x - 1) = 0, x)", None),  # two factors can be zero
        (rules.factor_never_zero, "solve((x - 1)/x = 0, x)", None),  # the bottom can be zero
        (rules.square_root_of_both_sides, "solve(1 - (x - 3)^2/4 = 0, x)", "{1, 5}"),
        (rules.square_root_of_both_sides, "solve(x^2 = 4x + 5, x)", "{-1, 5}"),
        (rules.square_root_of_both_sides, "solve(x^2 = -4, x)", None),
        (rules.square_root_of_both_sides, "solve(x^2 = 0, x)", None),  # one solution, not two
        (rules.square_root_of_both_sides, "solve(x^3 = 4, x)", None),
        (rules.square_root_of_both_sides, "solve(a*x^2 = 4, x)", None),
        (rules.slope_by_output, "solve(sigmoid(z)*(1 - sigmoid(z)) = 9/100, z)", "{-ln(9), ln(9)}"),
        (
            rules.slope_by_output,
            "solve(6*sigmoid(2z)*(1 - sigmoid(2z)) = 27/50, z)",
            "{solve(2z = -ln(9), z), solve(2z = ln(9), z)}",
        ),
        (rules.slope_by_output, "solve(1 - tanh(z)^2 = 9/25, z)", "{-ln(3), ln(3)}"),
        (rules.slope_by_output, "solve(sigmoid(z)*(1 - sigmoid(z)) = 1/4, z)", None),  # one solution
        (rules.slope_by_output, "solve(sigmoid(z)*(1 - sigmoid(z)) = 1, z)", None),
        (rules.slope_by_output, "solve(sigmoid(z)*(1 - sigmoid(2z)) = 9/100, z)", None),
    ],
)
def test_rules(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize(
    "task, answer",
    [
        ("solve(diff(exp(-(x - 3)^2/8), x, 2) = 0, x)", "{1, 5}"),
        ("solve(diff(sigmoid(2z - 1), z) = 9/50, z)", "{(1 - ln(9))/2, (1 + ln(9))/2}"),
        ("solve(diff(3*tanh(z), z) = 27/25, z)", "{-ln(3), ln(3)}"),
    ],
)
def test_solutions(task, answer):
    found = checked(spelled(task), spelled(answer), solve_budget())
    assert found is not None and found.method == "signs"
    assert checked(spelled(task), solved(task).answer, solve_budget()) is not None


@pytest.mark.parametrize(
    "task, answer",
    [
        ("solve(x^2 = 4, x)", "{2}"),  # one is missing: the sign changes at −2
        ("solve(x^2 = 4, x)", "{-2, 3}"),
        ("solve(x^2 = 4, x)", "{-2, 2, 3}"),
        ("solve(exp(x)*(x - 1) = 0, x)", "solve(x - 2 = 0, x)"),
        ("solve(x^3 = x, x)", "solve(x^2 = 1, x)"),  # the solution 0 is lost
    ],
)
def test_wrong_solutions_are_refused(task, answer):
    assert checked(spelled(task), spelled(answer), solve_budget()) is None
