"""Grades are derived from behaviour and never asked for."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from fluxions.learner.evidence import Evidence
from fluxions.learner.fsrs import AGAIN, EASY, GOOD, HARD, Grade

FIRST_HINT = 1  # it only points; from the second on the answer had help
FAST, SLOW = math.log(0.5), math.log(2.5)  # times the own pace
SETTLED = 5  # answers before a pace says anything
NEWEST_SHARE = 0.1  # of the newest answer in the pace
USUAL_DIFFICULTY = 0.3  # where a task states none
Speed = Literal["fast", "usual", "slow"]


class Pace(NamedTuple):
    """How long a learner takes: the mean of log(seconds / expected seconds), and of how many answers."""

    mean: float = 0.0
    answers: int = 0


def unaided(evidence: Evidence) -> bool:
    """Right on the skill asked, with at most the first hint."""
    return evidence.correct and evidence.role == "asked" and evidence.hints <= FIRST_HINT


def expected_seconds(difficulty: float | None) -> float:
    """A minute for the easiest task, four for the hardest; set by hand, only ratios count."""
    return 60.0 * (1 + 3 * (USUAL_DIFFICULTY if difficulty is None else min(max(difficulty, 0.0), 1.0)))


def ratio(evidence: Evidence) -> float | None:
    """log(seconds / expected seconds) of an answer on the skill asked; None where the time is unknown."""
    seconds = evidence.seconds
    if seconds is None or evidence.role != "asked" or not 0 < seconds < math.inf:
        return None
    return math.log(seconds / expected_seconds(evidence.difficulty))


def speed(evidence: Evidence, pace: Pace) -> Speed:
    """The time of a right answer beside the learner's own pace; an unknown one is usual."""
    if pace.answers < SETTLED or not evidence.correct or (found := ratio(evidence)) is None:
        return "usual"
    apart = found - pace.mean
    return "fast" if apart < FAST else "slow" if apart > SLOW else "usual"


def paced(pace: Pace, evidence: Evidence) -> Pace:
    """The pace after an unaided right answer; other answers say nothing of it."""
    found = ratio(evidence) if unaided(evidence) else None
    if found is None:
        return pace
    share = max(NEWEST_SHARE, 1 / (pace.answers + 1))
    return Pace(pace.mean + share * (found - pace.mean), pace.answers + 1)


def grade(evidence: Evidence, how_fast: Speed, quick_before: int) -> Grade:
    """Again, Hard, Good or Easy for an answer on the skill asked or blamed.

    `quick_before` counts the fast unaided answers on this skill just before.
    """
    if not evidence.correct:
        return AGAIN
    if not unaided(evidence) or how_fast == "slow":
        return HARD
    return EASY if how_fast == "fast" and quick_before >= 1 else GOOD
