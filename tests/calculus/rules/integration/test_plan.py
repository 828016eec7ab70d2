"""Indefinite integrals worked out: each answer is an antiderivative, asked of mpmath, and none is beyond its rules."""

import pytest

from benchmarks.worked.tasks_integrals import TASKS
from fluxions.calculus.derivation.step import Derivation, Unsolved, every_step
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Diff, Int, Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.rules import RULES
from fluxions.calculus.rules.integration import plan
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import substituted
from fluxions.calculus.verdict import Equal
from tests.calculus.rules.integration_oracle import confirm
from tests.calculus.spelled import spelled

NAMES = {rule.name for rule in RULES}


def antiderivative(task: str) -> tuple[Int, Derivation]:
    goal = spelled(task)
    derivation = solve(goal)
    assert isinstance(goal, Int) and isinstance(derivation, Derivation), (task, derivation)
    return goal, derivation


@pytest.mark.parametrize("task, known", TASKS, ids=[task for task, _ in TASKS])
def test_an_integral_of_the_textbooks(task, known):
    goal, derivation = antiderivative(task)
    slope = Diff(spelled(known), goal.variable)
    assert isinstance(equal(slope, goal.arg), Equal), "the known answer itself"
    assert isinstance(equal(Diff(derivation.answer, goal.variable), slope), Equal), ascii(derivation.answer)
    assert derivation.steps[-1].rule == "constant-of-integration"


@pytest.mark.parametrize("task", [task for task, _ in TASKS if ", x)" in task])
def test_mpmath_finds_the_integrand_in_the_slope_of_the_answer(task):
    goal, derivation = antiderivative(task)
    confirm(goal, substituted(derivation.answer, {"C": spelled("7")}))


def test_every_step_has_a_name_that_rules_have():
    for task, _ in TASKS[::3]:
        for step in every_step(antiderivative(task)[1].steps):
            assert step.silent or step.sentence.endswith("."), step.rule


@pytest.mark.parametrize(
    "task",
    ["int(x^x, x)", "int(x*sigmoid(x), x)", "int(sin(x)/ln(x), x)", "int(exp(exp(x))*x, x)", "int(sqrt(sin(x)), x)"],
)
def test_what_has_no_antiderivative_here_is_left_unsolved(task):
    assert isinstance(solve(spelled(task)), Unsolved)


def test_the_constant_takes_a_letter_that_is_free():
    derivation = solve(Int(Sym("C"), Sym("x")))
    assert isinstance(derivation, Derivation)
    assert ascii(derivation.answer) == "C*x + C_1"


@pytest.mark.parametrize(
    "task, value",
    [
        ("int(x/x, x)", "x + C"),
        ("int(sin(x)/sin(x), x)", "x + C"),
        ("int(x^0, x)", "x + C"),
        ("int(sin(x)/sin(x), x, 0, 1)", "1"),
        ("int(cos(2 - x + x), x, 0, 1)", "cos(2)"),
    ],
)
def test_what_does_not_move_is_integrated(task, value):
    derivation = solve(spelled(task))
    assert isinstance(derivation, Derivation) and ascii(derivation.answer) == value


@pytest.mark.parametrize(
    "task",
    [
        "int(sqrt(cosh(x)), x)",
        "int(ln(x + sqrt(x + 1))/x, x)",
        "int(sqrt(x + sqrt(x + sqrt(x))), x)",
        "int(1/(sqrt(x)*ln(1 + x)), x)",
        "int(sin(x)/(x + 1)^2, x)",
    ],
)
def test_a_search_in_vain_ends_by_its_work(task):
    goal = spelled(task)
    assert isinstance(goal, Int)
    found, work = plan.search(goal)
    assert found is None and work < 2 * plan.MOST_WORK
