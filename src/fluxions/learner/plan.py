"""A day's tasks within a budget of minutes, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from fluxions.learner.graph import Goal, SkillGraph
from fluxions.learner.reasons import Reason
from fluxions.learner.state import LearnerState

Kind = Literal["review", "new", "practice", "remedy", "check", "lab"]
FEWEST_MINUTES, MOST_MINUTES = 5, 240


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """One entry of today's queue. Difficulty: shares of the skill's own range, 0 its easiest task, 1 its hardest."""

    skill: str
    kind: Kind
    minutes: int
    difficulty: tuple[float, float]
    reason: Reason
    lab: str = ""


@dataclass(frozen=True, slots=True)
class DoneToday:
    """A task that was closed today, or a part of a lab that was done."""

    skill: str
    kind: Kind
    minutes: int  # as planned
    lab: str = ""


@dataclass(frozen=True, slots=True)
class LabOffer:
    """A lab as the plan sees it; its main skill is the first."""

    id: str
    skills: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class DebtStopsNew:
    """The reviews that are due take more than one and a half times today's minutes, so nothing new is begun."""

    minutes: int  # of all reviews that are due
    reviews: int


@dataclass(frozen=True, slots=True)
class RunsShort:
    """Less than the budget: more of the same skills today would not help."""

    minutes: int  # that are planned


@dataclass(frozen=True, slots=True)
class AllDone:
    """Nothing is left for today; the next review is on this day, and this many skills are still being learned."""

    next_review: int | None
    learning: int


Note = DebtStopsNew | RunsShort | AllDone


@dataclass(frozen=True, slots=True)
class Plan:
    """What is left of a day: tasks in their order; due skills that found no room; what else is to be said."""

    day: int
    minutes: int  # the budget
    spent: int
    tasks: tuple[PlannedTask, ...]
    left_out: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def planned(self) -> int:
        """Minutes of the tasks that are left."""
        return sum(each.minutes for each in self.tasks)


def plan_session(
    state: LearnerState,
    graph: SkillGraph,
    goal: Goal,
    *,
    day: int,
    minutes: int,
    seed: int,
    done_today: Sequence[DoneToday] = (),
    skipped: Collection[str] = (),
    chosen: Sequence[str] = (),
    labs: Sequence[LabOffer] = (),
    labs_done: Collection[str] = (),
) -> Plan:
    """What is left of today's tasks; `skipped` holds skills and labs, `chosen` skills that the learner asked for.

    The same values give the same plan on every machine. ValueError where minutes are not 5 to 240.
    """
    return Plan(day, minutes, 0, ())
