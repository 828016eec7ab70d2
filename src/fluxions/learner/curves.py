"""How recall goes on from a day, with and without a right answer on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

from fluxions.learner import fsrs
from fluxions.learner.evidence import Evidence
from fluxions.learner.mastery import FADING, recall
from fluxions.learner.state import LearnerState, updated

LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class RecallCurve:
    """Recall of one skill, from 0 to 1, by day counted from today: before, without and with a right answer."""

    skill: str
    before: tuple[tuple[int, float], ...]
    without: tuple[tuple[int, float], ...]
    practised: tuple[tuple[int, float], ...]

    @property
    def now(self) -> float:
        """Recall today."""
        return self.without[0][1]


def recall_curve(state: LearnerState, skill: str, day: int, span: int = 21) -> RecallCurve:
    """`span` days either way; the past begins where recall is counted from."""
    after = updated(state, (Evidence(skill, True, LATEST, attempt="curve", day=day),))
    since = max(day - span, ceil(state.skill(skill).last))
    return RecallCurve(
        skill,
        tuple((each - day, recall(state, skill, each)) for each in range(since, day + 1)),
        tuple((each, recall(state, skill, day + each)) for each in range(span + 1)),
        tuple((each, recall(after, skill, day + each)) for each in range(span + 1)),
    )


def fading_day(state: LearnerState, skill: str) -> int | None:
    """The first day on which recall is below the level that is marked; None where the skill was never graded."""
    row = state.skill(skill)
    if row.stability <= 0:
        return None
    return int(row.last + fsrs.interval(row.stability, FADING)) + 1
