"""What is remembered of one skill, and how a grade moves it."""

from __future__ import annotations

from typing import NamedTuple

from fluxions.learner import fsrs
from fluxions.learner.fsrs import AGAIN, Grade

PLACED_STABILITY = 21.0  # days; of a skill that placement found known


class Memory(NamedTuple):
    """Stability in days (0 before the first grade), difficulty, and the day that recall is counted from."""

    stability: float = 0.0
    difficulty: float = 0.0
    last: float = 0.0
    repetitions: int = 0
    lapses: int = 0
    graded_day: int | None = None
    credits: int = 0


def graded(memory: Memory, grade: Grade, day: int) -> Memory:
    """The memory after an explicit answer; only the first of a day moves it, and a day in the past is no new day."""
    if memory.graded_day is not None and day <= memory.graded_day:
        return memory
    if memory.stability <= 0:
        stability, difficulty = fsrs.first(grade)
        return Memory(stability, difficulty, float(day), 1, 0, day, 0)
    stability, difficulty = fsrs.after(memory.stability, memory.difficulty, day - memory.last, grade)
    lapses = memory.lapses + (grade == AGAIN)
    return Memory(stability, difficulty, max(memory.last, float(day)), memory.repetitions + 1, lapses, day, 0)


def placed(memory: Memory, day: int) -> Memory:
    """The memory of a skill that placement found known; one that was graded keeps what the grades say."""
    if memory.stability > 0:
        return memory
    return Memory(PLACED_STABILITY, fsrs.first(fsrs.GOOD)[1], float(day), 0, 0, None, 0)
