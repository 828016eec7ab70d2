"""What a right derivation has worked out."""

import pytest

from fluxions.calculus.budget import solve_budget
from fluxions.calculus.derivation.step import every_step
from fluxions.calculus.derivation.strategy import Strategy
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.diagnosis.held import holding
from fluxions.calculus.diagnosis.learned import knowing, learned
from fluxions.calculus.expr import Diff
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.calculus.rules import PLANNERS, RULES
from tests.calculus.spelled import solved, spelled

SOUND = Strategy(RULES, planners=PLANNERS)
TASKS = (
    "diff(x^2*sin(3x), x)",
    "at(diff((2x + 1)^3*e^(5x), x), x, 1)",
    "int(x*e^(2x), x, 0, 1)",
    "hessian(2x^3 + 6x*y^2, [x, y])",
    "extrema(x^2 + 6x*y + y^2, [x, y])",
    "variance(2x + 3, x, normal(0, 6))",
)


@pytest.mark.parametrize("task", TASKS)
def test_a_goal_comes_to_what_it_comes_to_anew(task):
    derivation = solved(task)
    facts = learned(derivation)
    assert {each.before for each in every_step(derivation.steps) if each.before.stands} >= {each.goal for each in facts}
    assert facts and all(each.goal in each.met for each in facts)
    for each in facts:
        assert valued(each.goal, SOUND, solve_budget()) == each.value


def test_the_goals_on_the_way_are_known():
    (whole,) = (
        each for each in learned(solved("diff(x^2*sin(3x), x)")) if each.goal == spelled("diff(x^2*sin(3x), x)")
    )
    assert {spelled("diff(sin(3x), x)"), spelled("diff(3x, x)"), spelled("diff(x^2, x)")} <= whole.met


@pytest.mark.parametrize("task", TASKS[:4])
def test_who_holds_a_misconception_gets_the_same_without_what_is_known(task):
    """Goals where the wrong rule fits nowhere on the way may be looked up."""
    derivation, compared = solved(task), 0
    facts = learned(derivation)
    for wrong in (each for each in MISCONCEPTIONS if not each.on or Diff in each.on):
        places = {each.goal for each in facts if isinstance(each.goal, Diff) and wrong.rewrite(each.goal) is not None}
        untouched = [each for each in facts if each.met.isdisjoint(places)]
        if places and untouched:
            anew = valued(derivation.task, holding(SOUND, wrong, {Diff}), solve_budget())
            assert valued(derivation.task, holding(SOUND, wrong, {Diff}, untouched), solve_budget()) == anew, wrong.name
            compared += 1
    assert compared or "diff" not in task


def test_a_memory_is_not_shared():
    one = knowing(SOUND, learned(solved(TASKS[0])))
    assert one.values and one.values is not knowing(SOUND, ()).values and not knowing(SOUND, ()).values
