"""How recall goes on: what a curve must do, whatever was answered."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxions.learner import Evidence, fold, recall
from fluxions.learner.curves import fading_day, recall_curve
from fluxions.learner.mastery import FADING

DAY = 739_000
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def answered(*days: tuple[int, bool]):
    """The state after answers on a skill, so many days ago."""
    return fold(
        Evidence("a", right, NOON - timedelta(days=ago), str(number), day=DAY - ago)
        for number, (ago, right) in enumerate(days)
    )


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), min_size=1, max_size=8))
def test_recall_falls_and_a_right_answer_lifts_it(days):
    state = answered(*sorted(days, reverse=True))
    curve = recall_curve(state, "a", DAY)
    for points in (curve.before, curve.without, curve.practised):
        values = [value for _, value in points]
        assert values == sorted(values, reverse=True) and all(0 <= each <= 1 for each in values)
    assert curve.before[-1][1] == curve.without[0][1] == curve.now
    assert all(with_it >= without for (_, with_it), (_, without) in zip(curve.practised, curve.without, strict=True))
    assert len(curve.without) == len(curve.practised) == 22 and -21 <= curve.before[0][0] <= 0


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), min_size=1, max_size=8))
def test_the_day_of_fading_is_the_first_below_the_mark(days):
    state = answered(*sorted(days, reverse=True))
    day = fading_day(state, "a")
    assert recall(state, "a", day) < FADING
    assert recall(state, "a", day - 1) >= FADING or day - 1 <= state.skill("a").last + 1


@pytest.mark.parametrize("skill", ["a", "b"])
def test_a_skill_that_was_never_graded_does_not_fade(skill):
    assert fading_day(fold(()), skill) is None
