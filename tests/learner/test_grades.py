"""The table behaviour -> grade, and the pace that it is measured by."""

import math
from datetime import UTC, datetime

import pytest

from fluxions.learner import Evidence
from fluxions.learner.fsrs import AGAIN, EASY, GOOD, HARD
from fluxions.learner.grades import Pace, expected_seconds, grade, paced, speed, unaided

RIGHT = Evidence("chain-rule", True, datetime(2026, 3, 1, tzinfo=UTC), difficulty=0.3)
USUAL = expected_seconds(0.3)
STEADY = Pace(0.0, 20)


@pytest.mark.parametrize(
    "correct, role, hints, pace, quick, expected",
    [
        (True, "asked", 0, 1.0, 0, GOOD),
        (True, "asked", 1, 1.0, 0, GOOD),  # the first hint only points
        (True, "asked", 2, 1.0, 0, HARD),
        (True, "asked", 4, 0.3, 5, HARD),
        (True, "asked", 0, 2.4, 0, GOOD),
        (True, "asked", 0, 2.6, 0, HARD),
        (True, "asked", 0, 0.45, 0, GOOD),  # fast once
        (True, "asked", 0, 0.45, 1, EASY),  # fast twice in a row
        (True, "asked", 0, 0.55, 1, GOOD),
        (True, "asked", 0, None, 3, GOOD),  # time unknown
        (False, "asked", 0, 0.3, 3, AGAIN),
        (False, "asked", 0, None, 0, AGAIN),
        (False, "blamed", 0, 1.0, 0, AGAIN),
    ],
)
def test_behaviour_gives_a_grade(correct, role, hints, pace, quick, expected):
    seconds = None if pace is None else pace * USUAL
    shown = RIGHT._replace(correct=correct, role=role, hints=hints, seconds=seconds)
    assert grade(shown, speed(shown, STEADY), quick) == expected


@pytest.mark.parametrize("seconds", [0.0, -5.0, math.inf, math.nan, None])
def test_a_time_that_cannot_be_is_unknown(seconds):
    shown = RIGHT._replace(seconds=seconds)
    assert speed(shown, STEADY) == "usual" and paced(STEADY, shown) == STEADY


def test_the_pace_says_nothing_before_five_answers():
    assert speed(RIGHT._replace(seconds=1.0), Pace(0.0, 4)) == "usual"
    assert speed(RIGHT._replace(seconds=1.0), Pace(0.0, 5)) == "fast"


def test_speed_is_beside_the_own_pace():
    slow_person = Pace(math.log(3), 20)
    assert speed(RIGHT._replace(seconds=2.6 * USUAL), slow_person) == "usual"
    assert speed(RIGHT._replace(seconds=2.6 * USUAL), STEADY) == "slow"


def test_a_harder_task_may_take_longer():
    assert expected_seconds(0.0) < expected_seconds(None) < expected_seconds(1.0) == expected_seconds(7.0)


def test_the_pace_is_the_mean_at_first_and_forgets_later():
    pace = Pace()
    for factor in (1.0, 2.0, 4.0):
        pace = paced(pace, RIGHT._replace(seconds=factor * USUAL))
    assert pace.answers == 3 and pace.mean == pytest.approx(math.log(2))
    assert paced(Pace(0.0, 500), RIGHT._replace(seconds=math.e * USUAL)).mean == pytest.approx(0.1)


@pytest.mark.parametrize("correct, role, hints", [(False, "asked", 0), (True, "used", 0), (True, "asked", 2)])
def test_other_answers_say_nothing_of_the_pace(correct, role, hints):
    shown = RIGHT._replace(correct=correct, role=role, hints=hints, seconds=5.0)
    assert not unaided(shown) and paced(STEADY, shown) == STEADY
