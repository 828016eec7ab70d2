"""How far a skill is learned, and the days that earned it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from fluxions.learner import fsrs
from fluxions.learner.graph import Flags, SkillGraph
from fluxions.learner.state import LearnerState

Word = Literal["new", "learning", "learned", "retained"]
FADING = 0.7  # recall below it is marked
RETENTION_OF_A_GATE, RETENTION = 0.90, 0.85  # wished recall of skills that others rest on, and of the rest


@dataclass(frozen=True, slots=True)
class Standing:
    """The word for a skill, since which day, and the days of the unaided successes that earned it."""

    word: Word
    since: int | None = None
    inferred: bool = False
    fading: bool = False
    earned: tuple[int, ...] = ()


def standing(state: LearnerState, skill: str, day: int) -> Standing:
    """How far a skill is learned on a day."""
    row = state.skill(skill)
    fading = row.stability > 0 and recall(state, skill, day) < FADING
    earned = tuple(each for each in (row.success_day, row.learned_day, row.retained_day) if each is not None)
    if row.retained_day is not None:
        return Standing("retained", row.retained_day, fading=fading, earned=earned)
    if row.learned_day is not None:
        return Standing("learned", row.learned_day, fading=fading, earned=earned)
    if row.inferred:
        return Standing("learned", row.begun_day, inferred=True, fading=fading, earned=earned)
    if row.begun_day is not None:
        return Standing("learning", row.begun_day, fading=fading, earned=earned)
    return Standing("new")


def recall(state: LearnerState, skill: str, day: int) -> float:
    """The chance that a skill is recalled on a day; 0 where it was never graded."""
    row = state.skill(skill)
    return fsrs.recall(day - row.last, row.stability) if row.stability > 0 else 0.0


def learned(state: LearnerState, graph: SkillGraph) -> Flags:
    """Which skills count as learned."""
    found = np.zeros(len(graph.names), dtype=np.bool_)
    for name, row in state.skills.items():
        if name in graph.row and row.is_learned:
            found[graph.row[name]] = True
    return found


def retention(skill: str, graph: SkillGraph) -> float:
    """The recall at which a review of a skill is due."""
    return RETENTION_OF_A_GATE if skill in graph.row and graph.gates[graph.row[skill]] else RETENTION


def due_day(state: LearnerState, skill: str, graph: SkillGraph) -> int | None:
    """The day on which a learned skill is to be reviewed; None where it is not learned."""
    row = state.skill(skill)
    if not row.is_learned or row.stability <= 0:
        return None
    return round(row.last + round(fsrs.interval(row.stability, retention(skill, graph))))
