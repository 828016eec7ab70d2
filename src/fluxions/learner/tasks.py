"""The entries of a day's queue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fluxions.learner.reasons import Reason
from fluxions.learner.state import SkillState

Kind = Literal["review", "new", "practice", "remedy", "check", "lab"]
THIRD = 0.3333


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """One entry of today's queue. Difficulty: shares of the skill's own range, 0 its easiest family, 1 its hardest."""

    skill: str
    kind: Kind
    minutes: int
    difficulty: tuple[float, float]
    reason: Reason
    lab: str = ""
    number: int = 0  # which task of this skill today, from 0


@dataclass(frozen=True, slots=True)
class DoneToday:
    """A task that was closed today, or a part of a lab that was done."""

    skill: str
    kind: Kind
    minutes: int  # as planned, or as taken
    lab: str = ""


@dataclass(frozen=True, slots=True)
class LabOffer:
    """A lab as the plan sees it: the main skill first, and the minutes that are left of it."""

    id: str
    skills: tuple[str, ...]
    minutes: int


def difficulty_range(row: SkillState, kind: Kind) -> tuple[float, float]:
    """Easy tasks first, up with each unaided success in a row, down after a failure: a rule until P is calibrated."""
    match kind:
        case "new" | "lab":
            return 0.0, THIRD
        case "check":
            return THIRD, 1 - THIRD
        case "remedy":
            return 0.0, 1 - THIRD
        case "review" | "practice":
            steps = ((0.0, THIRD), (0.0, 1 - THIRD), (THIRD, 1 - THIRD))
            return steps[row.run] if row.run < len(steps) else (0.5 if row.retained_day is not None else THIRD, 1.0)
