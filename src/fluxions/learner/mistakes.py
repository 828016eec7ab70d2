"""The mistakes of a person by misconception: how often, when, and whether they are gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

GONE_TASKS, GONE_DAYS = 3, 2  # solved without help since, and on how many days


@dataclass(frozen=True, slots=True)
class Made:
    """A mistake that a diagnosis named, alone and surely; the day is the learner's own."""

    misconception: str
    when: datetime
    day: int


@dataclass(frozen=True, slots=True)
class Avoided:
    """A task solved at the first answer and without a hint, in which these misconceptions would have shown."""

    misconceptions: frozenset[str]
    when: datetime
    day: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """One misconception in the record of a person, with the days of its first and last time."""

    misconception: str
    times: int
    first: int
    last: int
    solved_since: int  # tasks that would have shown it
    days_since: int  # the days on which they were solved

    @property
    def gone(self) -> bool:
        """Has it been avoided often enough, on days enough, since it was last made?"""
        return self.solved_since >= GONE_TASKS and self.days_since >= GONE_DAYS


def mistakes(made: Sequence[Made], avoided: Iterable[Avoided]) -> tuple[Mistake, ...]:
    """Each misconception once: those that are not gone first, then by the day of the last time, latest first."""
    avoided = tuple(avoided)
    found = [_one(name, made, avoided) for name in dict.fromkeys(each.misconception for each in made)]
    return tuple(sorted(found, key=lambda each: (each.gone, -each.last, each.misconception)))


def _one(name: str, made: Sequence[Made], avoided: Sequence[Avoided]) -> Mistake:
    own = [each for each in made if each.misconception == name]
    last = max(each.when for each in own)
    since = [each.day for each in avoided if name in each.misconceptions and each.when > last]
    days = [each.day for each in own]
    return Mistake(name, len(own), min(days), max(days), len(since), len(set(since)))


__all__ = ["Avoided", "Made", "Mistake", "mistakes"]
