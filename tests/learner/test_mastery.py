import pytest

from fluxions.learner import due_day, fsrs, learned, recall
from tests.learner.programmes import DAY, history, programme

GRAPH = programme("a b<a c")


@pytest.mark.parametrize("skill, retention", [("a", 0.90), ("c", 0.85)])
def test_a_review_is_due_when_recall_has_fallen_to_the_wish(skill, retention):
    state = history(f"{skill}+0 {skill}+1", today=1)
    when = due_day(state, skill, GRAPH)
    assert recall(state, skill, when - 1) > retention > recall(state, skill, when + 1)


def test_a_skill_that_others_rest_on_is_due_earlier():
    state = history("a+0 a+1 c+0 c+1", today=1)
    assert due_day(state, "a", GRAPH) < due_day(state, "c", GRAPH)


def test_what_is_not_learned_is_not_due():
    assert due_day(history("a+0"), "a", GRAPH) is None
    assert due_day(history(""), "a", GRAPH) is None


def test_a_failure_brings_the_review_near():
    assert due_day(history("a+0 a+1 a-9", today=9), "a", GRAPH) == DAY + 1


def test_the_learned_skills_by_row():
    state = history("a+0 a+1 c+1 z+0 z+1", today=1)
    assert learned(state, GRAPH).tolist() == [True, False, False]


def test_recall_is_that_of_fsrs():
    state = history("a+0", today=0)
    assert recall(state, "a", DAY + 5) == fsrs.recall(5, fsrs.W[2])
