"""A mistake is gone when three tasks that would show it were solved without help, on two days, since it was made."""

from datetime import UTC, datetime, timedelta

import pytest

from fluxions.learner.mistakes import Avoided, Made, mistakes

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def at(hours: int) -> tuple[datetime, int]:
    when = START + timedelta(hours=hours)
    return when, when.date().toordinal()


def record(made: list[int], avoided: list[int], shown: str = "sign-lost"):
    found = mistakes(
        [Made("sign-lost", *at(each)) for each in made],
        [Avoided(frozenset({shown, "other"}), *at(each)) for each in avoided],
    )
    return found[0]


@pytest.mark.parametrize(
    "made, avoided, times, since, gone",
    [
        ([0], [], 1, 0, False),
        ([0], [1, 2, 3], 1, 3, False),  # on one day
        ([0], [1, 2, 25], 1, 3, True),
        ([0], [1, 25], 1, 2, False),
        ([0, 26], [1, 2, 25], 2, 0, False),  # made again
        ([0, 26], [1, 27, 28, 50], 2, 3, True),
        ([5], [1, 2, 3, 4], 1, 0, False),  # solved before it was made
    ],
)
def test_a_mistake_is_gone_when_it_has_been_avoided_often_enough_since(made, avoided, times, since, gone):
    found = record(made, avoided)
    assert (found.times, found.solved_since, found.gone) == (times, since, gone)


def test_only_tasks_that_would_show_it_count():
    assert record([0], [1, 2, 25, 26], shown="another").solved_since == 0


def test_those_that_are_not_gone_come_first_and_then_the_latest():
    made = [Made("old", *at(0)), Made("gone", *at(1)), Made("late", *at(30)), Made("old", *at(2))]
    avoided = [Avoided(frozenset({"gone"}), *at(each)) for each in (2, 3, 40)]
    found = mistakes(made, avoided)
    assert [each.misconception for each in found] == ["late", "old", "gone"]
    assert (found[1].first, found[1].last, found[1].times) == (at(0)[1], at(2)[1], 2)


def test_no_mistakes_no_list():
    assert mistakes([], [Avoided(frozenset({"x"}), *at(0))]) == ()
