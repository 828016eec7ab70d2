import pytest

from fluxions.learner import Skip, Swap, goal, plan_session, price, recall
from fluxions.learner.price import AHEAD
from tests.learner.programmes import DAY, history, programme

GRAPH = programme("a b<a c<b d e")
GOAL = goal("g", ["c"], ["d"], GRAPH)
STATE = history("a+0 a+1 b+10 d+0 d+1 d-5", today=11)


def planned(minutes=30):
    return plan_session(STATE, GRAPH, GOAL, day=DAY, minutes=minutes, seed=1)


def cost(change, minutes=30):
    return price(planned(minutes), change, STATE, GRAPH, GOAL, day=DAY)


def test_a_skipped_review_costs_what_recall_falls():
    found = cost(Skip("a"))
    assert found.recall_lost == pytest.approx(recall(STATE, "a", DAY) - recall(STATE, "a", DAY + AHEAD), abs=1e-4)
    assert found.recall_lost > 0 and found.by_day == DAY + AHEAD
    assert found.minutes > next(each.minutes for each in planned().tasks if each.skill == "a")
    assert found.days == pytest.approx(found.minutes / 30, abs=0.01)


def test_the_fewer_minutes_a_day_the_longer_the_delay():
    assert cost(Skip("b"), 20).days > cost(Skip("b"), 60).days > 0


def test_what_is_no_part_of_the_goal_delays_nothing():
    assert cost(Skip("d")).days == 0


def test_a_swap_for_another_skill_of_the_goal_delays_less_than_a_skip():
    assert 0 <= cost(Swap("b", "c")).days < cost(Skip("b")).days
    assert cost(Swap("b", "e")).days == cost(Skip("b")).days


@pytest.mark.parametrize("change", [Skip("c"), Skip("a", lab="no-lab"), Swap("a", "unknown")])
def test_a_change_that_is_not_about_the_plan_is_refused(change):
    with pytest.raises(ValueError, match=r"today's plan|no skill"):
        cost(change)
