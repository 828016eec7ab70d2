"""What it costs to leave a task for another day, or to take another skill in its place."""

from __future__ import annotations

from dataclasses import dataclass

from fluxions.learner.graph import Goal, SkillGraph
from fluxions.learner.plan import Plan
from fluxions.learner.state import LearnerState


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave out today's task of this skill, or this lab."""

    skill: str
    lab: str = ""


@dataclass(frozen=True, slots=True)
class Swap:
    """Take another skill in its place."""

    skill: str
    other: str


Change = Skip | Swap


@dataclass(frozen=True, slots=True)
class Price:
    """The cost of a change: minutes to catch up, recall lost by a day, and days by which the goal moves."""

    skill: str
    minutes: float
    recall_lost: float  # from 0 to 1, on the skill, by `by_day`
    by_day: int
    days: float


def price(plan: Plan, change: Change, state: LearnerState, graph: SkillGraph, goal: Goal, *, day: int) -> Price:
    """The price of a change of today's plan; it is named and never refused."""
    return Price(change.skill, 0.0, 0.0, day, 0.0)
