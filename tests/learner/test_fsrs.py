"""Parity with py-fsrs 6.3.2, and the arithmetic of one skill against that of many."""

import random
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from fluxions.learner import fsrs

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
PEER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
FIVE_YEARS = 5 * 365
GRADES = st.sampled_from([1, 2, 3, 4])
STABILITIES = st.floats(fsrs.LEAST, fsrs.MOST)
DIFFICULTIES = st.floats(fsrs.EASIEST, fsrs.HARDEST)


def peers(reviews):
    """(stability, difficulty) after each (day, grade), by py-fsrs."""
    card, found = Card(), []
    for day, grade in reviews:
        card, _ = PEER.review_card(card, Rating(grade), START + timedelta(days=day))
        card.stability = min(card.stability, fsrs.MOST)  # ours is held below a hundred years
        found.append((card.stability, card.difficulty))
    return found


def ours(reviews):
    found, last = [], None
    for day, grade in reviews:
        found.append(fsrs.first(grade) if last is None else fsrs.after(*found[-1], day - last, grade))
        last = day
    return found


def check(reviews):
    for mine, theirs in zip(ours(reviews), peers(reviews), strict=True):
        assert mine == pytest.approx(theirs, rel=1e-9)


def test_the_parameters_are_the_published_ones():
    assert fsrs.W == DEFAULT_PARAMETERS


@pytest.mark.parametrize("grade", [1, 2, 3, 4])
def test_the_first_grade(grade):
    check([(0, grade)])


@pytest.mark.parametrize(
    "reviews",
    [
        [(0, 3), (0, 2)],  # the same day, Hard: the multiplier is held at 1
        [(0, 1), (0, 2), (0, 2), (0, 3), (0, 4)],
        [(0, 4), (0, 1), (0, 1)],
        [(0, 4), (FIVE_YEARS, 1), (FIVE_YEARS, 1), (2 * FIVE_YEARS, 3)],
        [(0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1)],  # difficulty at its upper end
        [(0, 4), (20, 4), (100, 4), (500, 4), (3000, 4), (9000, 4), (30000, 4)],  # stability too
    ],
)
def test_the_traps(reviews):
    check(reviews)


def test_a_thousand_random_cards():
    draw = random.Random(7)
    for _ in range(1000):
        day, reviews = 0, []
        for _ in range(20):
            reviews.append((day, draw.choice((1, 2, 3, 3, 3, 4))))
            day += draw.choice((0, 1, 2, 5, 13, 40, 200, FIVE_YEARS))
        check(reviews)


@pytest.mark.parametrize("stability", [0.001, 0.5, 2.3065, 21.0, 400.0, 36_500.0])
@pytest.mark.parametrize("days", [0, 1, 7, 100, FIVE_YEARS])
def test_recall(stability, days):
    card = Card(stability=stability, difficulty=5.0, last_review=START)
    peer = PEER.get_card_retrievability(card, START + timedelta(days=days))
    assert fsrs.recall(days, stability) == pytest.approx(peer, rel=1e-9)
    assert fsrs.recalls(np.array([float(days)]), np.array([stability]))[0] == pytest.approx(peer, rel=1e-9)


def test_recall_is_nine_in_ten_after_as_many_days_as_the_stability():
    assert fsrs.recall(12.5, 12.5) == pytest.approx(0.9, rel=1e-12)


@pytest.mark.parametrize("retention", [0.8, 0.85, 0.9, 0.95])
@pytest.mark.parametrize("stability", [0.01, 1.0, 8.2956, 300.0])
def test_the_interval_ends_where_recall_has_fallen_to_the_wish(retention, stability):
    days = fsrs.interval(stability, retention)
    assert days == 1 or fsrs.recall(days, stability) == pytest.approx(retention, rel=1e-12)
    assert round(days) == Scheduler(desired_retention=retention)._next_interval(stability=stability)


@given(st.lists(st.tuples(STABILITIES, DIFFICULTIES, st.floats(-10, 4000), GRADES), min_size=1, max_size=50))
def test_many_at_once_are_as_one_by_one_and_stay_in_range(rows):
    stability, difficulty, elapsed = (np.array([row[k] for row in rows]) for k in range(3))
    many = fsrs.afters(stability, difficulty, elapsed, np.array([row[3] for row in rows]))
    single = [fsrs.after(*row) for row in rows]
    np.testing.assert_allclose(np.array(single).T, np.array(many), rtol=1e-12)
    for moved, harder in single:
        assert fsrs.LEAST <= moved <= fsrs.MOST and fsrs.EASIEST <= harder <= fsrs.HARDEST
    kept = fsrs.recalls(elapsed, stability)
    assert ((kept > 0) & (kept <= 1)).all()


@given(STABILITIES, DIFFICULTIES, st.integers(0, 4000))
def test_a_better_grade_never_leaves_less(stability, difficulty, elapsed):
    after = [fsrs.after(stability, difficulty, elapsed, grade)[0] for grade in (1, 2, 3, 4)]
    assert after == sorted(after)
    assert after[1] >= stability * (1 - 1e-12)
    assert after[0] <= stability
