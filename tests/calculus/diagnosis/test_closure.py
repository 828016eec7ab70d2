"""The derivation replayed with one rule bent."""

from dataclasses import replace

import pytest

from fluxions.calculus.budget import Budget, OutOfBudget, solve_budget
from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.derivation.strategy import Strategy
from fluxions.calculus.diagnosis.closure import closure
from fluxions.calculus.expr import Add, Num, Root, sqrt
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules import RULES
from tests.calculus.spelled import solved, spelled
from tests.calculus.tasks_of_one_variable import TASKS

STRATEGY = Strategy(RULES)


def answers(task, names=None):
    wanted = [each for each in MISCONCEPTIONS if names is None or each.name in names]
    return list(closure(solved(task), wanted, STRATEGY, solve_budget()))


@pytest.mark.parametrize(
    "task, name, wrong",
    [
        ("diff(x^2*sin(3x), x)", "inner-derivative-lost", "2x*sin(3x) + x^2*cos(3x)"),
        ("diff(x^2*sin(3x), x)", "product-of-derivatives", "6x*cos(3x)"),
        ("diff(x^2*sin(3x), x)", "outer-taken-at-x", "2x*sin(3x) + 3x^2*cos(x)"),
        ("diff(x^2*sin(3x), x)", "exponent-not-lowered", "2x^2*sin(3x) + 3x^2*cos(3x)"),
        ("diff((x^2 + 1)^3 + cos(x), x)", "cosine-sign-lost", "6x*(x^2 + 1)^2 + sin(x)"),
        ("at(diff((2x + 1)^3, x), x, 1)", "inner-derivative-lost", "27"),
        ("diff(x*e^x, x, 2)", "product-of-derivatives", "e^x"),
        ("tangent((2x + 1)^2, x, 0)", "inner-derivative-lost", "2x + 1"),
        ("descend((2w - 3)^2, w, 0, 1/8, 1)", "inner-derivative-lost", "3/4"),
    ],
)
def test_one_mistake_is_carried_on_soundly(task, name, wrong):
    found = answers(task, {name})
    assert any(agree(each.answer, spelled(wrong)) == "agree" for each in found)


def test_the_place_and_the_right_rule_are_told():
    (bent,) = [each for each in answers("diff(x^2*sin(3x), x)") if each.misconception.name == "outer-taken-at-x"]
    assert bent.rule == "chain" and bent.at == spelled("diff(sin(3x), x)")


def test_a_mistake_in_the_task_itself_bends_no_rule():
    (squared,) = answers("diff(x^3, x, 2)", {"derivative-squared"})
    assert squared.rule == "" and squared.answer == spelled("9x^4")


def test_no_answer_comes_twice_under_one_name():
    for task in TASKS[::9]:
        keys = [(each.misconception.name, each.answer) for each in answers(task)]
        assert len(keys) == len(set(keys))


def test_most_tasks_have_mistakes_that_show():
    """A problem that no mistake can spoil tests nothing; the slice has few of them."""
    blind = [
        task for task in TASKS if not any(agree(each.answer, solved(task).answer) == "differ" for each in answers(task))
    ]
    assert len(blind) <= 0.03 * len(TASKS), blind


def test_the_work_is_bounded():
    with pytest.raises(OutOfBudget):
        list(closure(solved("diff(x^2*sin(3x), x)"), MISCONCEPTIONS, STRATEGY, Budget(20)))


def root_of_a_sum(node):
    """√(a + b) taken for √a + √b."""
    match node:
        case Root(Add(terms), Num(2)):
            return Add(tuple(sqrt(each) for each in terms))
    return None


SPLIT_ROOT = Misconception("split", "radicals", "…", root_of_a_sum, on=(Root,), anywhere=True)


@pytest.mark.parametrize(
    "task, wrong",
    [
        ("diff(sqrt(x^4 + 4), x)", "2x"),  # in the task itself, before the rule
        ("at(diff(sqrt(x^2 + 4), x), x, 1)", "1"),
        ("at(sqrt(x^2 + 9), x, 4)", "7"),  # in what a step leads to
        ("diff(sqrt(x^4 + 9), x)", "2x^3/(x^2 + 3)"),  # in the answer
        ("diff(x * sqrt(x^4 + 16), x)", "x^2 + 4 + x*2*x^3/sqrt(x^4 + 16)"),  # one of two
    ],
)
def test_a_wrong_rule_of_algebra_bends_what_the_steps_work_on(task, wrong):
    found = list(closure(solved(task), (SPLIT_ROOT,), STRATEGY, solve_budget()))
    assert any(agree(each.answer, spelled(wrong)) == "agree" for each in found), [each.answer for each in found]


def test_the_kinds_of_goal_are_an_index_only():
    """A misconception whose kinds are left out leads to the same answers."""
    bare = tuple(replace(each, on=()) for each in MISCONCEPTIONS)
    for task in TASKS[::7]:
        assert all_found(task, bare) == all_found(task, MISCONCEPTIONS), task


def all_found(task, rules):
    return [(each.misconception.name, each.answer) for each in closure(solved(task), rules, STRATEGY, solve_budget())]
