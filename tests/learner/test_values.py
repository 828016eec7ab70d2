"""The greedy choice of reviews beside the best of all choices."""

from itertools import combinations

import numpy as np
import pytest

from fluxions.calculus.problems.draw import Random
from fluxions.learner import goal
from fluxions.learner.values import (
    CORE,
    OTHER,
    USEFUL,
    best_cover,
    cover,
    lesson_minutes,
    outlook,
    task_minutes,
    total,
    weights,
)
from tests.learner.programmes import DAY, history, programme


def drawn(number, tasks=12, skills=16):
    """Gains, who covers what, and minutes, as they come up: a task covers its own skill and parts of a few others."""
    random = Random(f"case {number}")
    gain = np.array([random.randint(0, 300) / 1000 for _ in range(skills)])
    covers = np.zeros((tasks, skills))
    for k in range(tasks):
        for j in random.sample(range(skills), random.below(5)):
            covers[k, j] = random.randint(5, 60) / 100
        covers[k, k] = 1.0
    return gain, covers, np.array([random.randint(4, 6) for _ in range(tasks)]), random.randint(8, 40)


def exhaustive(gain, covers, minutes, room):
    """The most that any choice within the room gains."""
    return max(
        total(gain, covers, chosen)
        for count in range(len(minutes) + 1)
        for chosen in combinations(range(len(minutes)), count)
        if minutes[list(chosen)].sum() <= room
    )


def test_greedy_is_near_the_best_of_all_choices():
    shares = []
    for number in range(24):
        gain, covers, minutes, room = drawn(number)
        found = best_cover(gain, covers, minutes, room)
        assert minutes[list(found)].sum() <= room and len(set(found)) == len(found)
        shares.append(total(gain, covers, found) / exhaustive(gain, covers, minutes, room))
    assert min(shares) >= 0.95 and np.mean(shares) >= 0.995


def test_a_task_that_refreshes_others_comes_first_and_saves_them():
    gain, minutes = np.array([0.2, 0.2, 0.2]), np.array([4, 4, 4])
    covers = np.array([[1.0, 0, 0], [0.9, 1.0, 0], [0, 0, 1.0]])
    assert best_cover(gain, covers, minutes, 8) == (1, 2)


def test_ties_go_to_the_first():
    assert best_cover(np.full(4, 0.1), np.eye(4), np.full(4, 4), 8) == (0, 1)


def test_nothing_fits():
    assert best_cover(np.array([0.1]), np.eye(1), np.array([4]), 3) == ()


@pytest.mark.parametrize("minutes, lesson, task", [(15, 10, 4), (20, 10, 4), (25, 12, 4), (30, 14, 5), (35, 14, 6)])
def test_minutes_of_a_lesson_and_of_a_task(minutes, lesson, task):
    assert (lesson_minutes(minutes), task_minutes(minutes)) == (lesson, task)


def test_what_counts_for_the_goal():
    graph = programme("a b<a c d")
    assert weights(graph, goal("g", ["b"], ["c"], graph)).tolist() == [CORE, CORE, USEFUL, OTHER]


def test_the_outlook_of_a_day():
    graph = programme("a b<a c")
    seen = outlook(history("a+0 a+1 b+0 b+20", today=20), graph, goal("g", ["b"], (), graph), DAY)
    assert seen.graded.tolist() == [True, True, False]
    assert 0 < seen.recall[0] < seen.recall[1] == 1.0 and seen.recall[2] == 0
    assert seen.gain[0] > seen.gain[1] >= 0 and seen.gain[2] == 0
    assert seen.refreshable.tolist() == [True, False, False]
    assert cover(np.array([1]), graph, seen)[0].tolist() == [0.3, 1.0, 0.0]  # 0.6 of the half that b is worth


def test_nothing_is_known():
    graph = programme("a b<a")
    assert not outlook(history(""), graph, goal("", ["b"], (), graph), DAY).gain.any()
