"""The second method confirms right steps and refuses wrong ones, also where they differ by very little."""

import pytest

from fluxions.calculus.budget import Budget, solve_budget
from fluxions.calculus.derivation.verify import checked, taken_at_point
from fluxions.calculus.expr import Num, Operator
from tests.calculus.spelled import spelled

SLOPE = "y'(x)"


def confirmed(before, after):
    return checked(spelled(before), spelled(after), solve_budget())


@pytest.mark.parametrize(
    "before, after, method",
    [
        ("diff(x^5, x)", "5x^4", "jets"),
        ("diff(x^5, x)", "5*x^4*diff(x, x)", "jets"),
        ("x + x", "2x", "balls"),
        ("at(x^2, x, 3)", "9", "balls"),
        ("limit((x^2 - 9)/(x - 3), x, 3)", "6", "approach"),
        ("limit((x^2 - 9)/(x - 3), x, 3)", "limit(x + 3, x, 3)", "balls"),
        ("limit(abs(h)/h, h, 0, +)", "1", "approach"),
        ("tangent(x^2, x, 3)", "6x - 9", "substitution"),
        ("descend(w^2, w, 1, 1/10, 1)", "descend(w^2, w, 4/5, 1/10, 0)", "substitution"),
        ("descend(w^2, w, 1 - 1/5, 1/10, 2)", "descend(w^2, w, 4/5, 1/10, 2)", "substitution"),
        ("solve(5 - 18*w = 2, w)", "1/6", "substitution"),
        ("newton(x^2 - 2, x, 1, 1)", "newton(x^2 - 2, x, 3/2, 0)", "substitution"),
        ("implicit(x^2 + y^2 = 25, y, x)", "-x/y", "substitution"),
        ("solve(3x = 2, x)", "2/3", "substitution"),
    ],
)
def test_right_steps_are_confirmed(before, after, method):
    check = confirmed(before, after)
    assert check is not None and check.method == method and check.status == "numeric"


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(x^5, x)", "5x^5"),
        ("diff(x^5, x)", "5x^4 + 1e-40"),
        ("diff(x^5, x)", "5x^4*(1 + 1e-25)"),
        ("diff(sin(x), x)", "cos(x) + 1e-25*sin(x)"),
        ("diff(abs(x), x)", "1"),
        ("diff(if(x < 5, x, 2x), x)", "1"),
        ("diff(abs(x - 40), x)", "-1"),
        ("diff(relu(x - 100), x)", "0"),
        ("max(x, 50)", "50"),
        ("x + x", "2x + 1e-30"),
        ("sqrt(x^2)", "x"),
        ("at(x^2, x, 3)", "10"),
        ("limit((x^2 - 9)/(x - 3), x, 3)", "6 + 1e-9"),
        ("limit((x^2 - 9)/(x - 3), x, 3)", "limit(x + 4, x, 3)"),
        ("limit(abs(h)/h, h, 0)", "1"),
        ("limit(1/h, h, 0)", "0"),
        ("tangent(x^2, x, 3)", "6x - 8"),
        ("tangent(x^2, x, 3)", "5x - 6"),
        ("descend(w^2, w, 1, 1/10, 1)", "descend(w^2, w, 6/5, 1/10, 0)"),
        ("descend(w^2, w, 1, 1/10, 2)", "descend(w^2, w, 4/5, 1/10, 0)"),
        ("descend(w^2, w, 4/5, 1/10, 0)", "3/5"),
        ("descend(w^2, w, 1 - 1/5, 1/10, 2)", "descend(w^2, w, 3/5, 1/10, 2)"),
        ("descend(w^2, w, 1 - 1/5, 1/10, 2)", "descend(w^2, w, 4/5, 1/5, 2)"),
        ("solve(5 - 18*w = 2, w)", "1/5"),
        ("newton(x^2 - 2, x, 1, 1)", "newton(x^2 - 2, x, 2, 0)"),
        ("implicit(x^2 + y^2 = 25, y, x)", "x/y"),
        ("solve(3x = 2, x)", "3/2"),
    ],
)
def test_wrong_steps_are_refused(before, after):
    assert confirmed(before, after) is None


@pytest.mark.parametrize(
    "task, answer, taken",
    [
        ("at(diff(x^2, x), x, 3)", "6", True),
        ("at(diff(x^2, x), x, 3)", "7", False),
        ("at(diff(abs(x), x), x, 0)", "0", False),
        ("at(diff(abs(x), x), x, 0)", "1", False),
        ("at(diff(x*abs(x), x), x, 0)", "0", True),
        ("at(diff(x*abs(x), x), x, 0)", "1", False),
        ("at(diff(relu(x), x), x, 0)", "0", True),  # the convention
        ("at(diff(relu(x), x), x, 0)", "1/2", False),
        ("at(diff(ln(x), x), x, -1)", "-1", False),
        ("diff(x^2, x)", "2x", True),
    ],
)
def test_a_derivative_at_a_point_exists_or_is_not_answered(task, answer, taken):
    assert taken_at_point(spelled(task), spelled(answer), solve_budget()) is taken


def test_a_known_step_costs_what_it_cost_before():
    """What is remembered spends the same work, so that a budget ends at the same place on every machine."""
    first, second = Budget(100_000), Budget(100_000)
    before, after = spelled("diff(x^7*sin(2x), x)"), spelled("7x^6*sin(2x) + 2x^7*cos(2x)")
    assert checked(before, after, first) == checked(before, after, second)
    assert first.spent == second.spent > 0


def test_an_operator_without_a_check_is_not_confirmed():
    assert checked(Operator("hessian", (spelled("x^2"),)), Num(2), solve_budget()) is None
