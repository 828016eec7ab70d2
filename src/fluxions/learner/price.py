"""What it costs to leave a task for another day, or to take another skill in its place."""

from __future__ import annotations

from dataclasses import dataclass

from fluxions.learner import fsrs
from fluxions.learner.graph import Goal, SkillGraph
from fluxions.learner.plan import Plan
from fluxions.learner.state import LearnerState
from fluxions.learner.tasks import PlannedTask

AHEAD = 3  # days on which the loss of recall is named
REPAIR = 2  # more tasks after a failure


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
    lab: str = ""


Change = Skip | Swap


@dataclass(frozen=True, slots=True)
class Price:
    """The cost of a change: minutes to catch up, recall lost by a day, and days by which the goal moves."""

    change: Change
    kind: str  # of the task that is left
    minutes: float
    recall_lost: float  # from 0 to 1, on the skill, from today to `by_day`
    by_day: int
    days: float


def price(plan: Plan, change: Change, state: LearnerState, graph: SkillGraph, goal: Goal, *, day: int) -> Price:
    """The price of a change of today's plan, named and never refused; ValueError where it is not about this plan."""
    task = _task(plan, change)
    by_day, row = day + AHEAD, state.skill(task.skill)
    lost, minutes = 0.0, float(task.minutes)
    if row.stability > 0 and task.kind not in ("new", "lab"):
        now, then = (fsrs.recall(each - row.last, row.stability) for each in (day, by_day))
        lost = round(now - then, 4)
        minutes = round(task.minutes * (1 + REPAIR * (1 - then)), 1)
    delay = minutes if _delays(task, goal) else 0.0
    if isinstance(change, Swap):
        delay = max(delay - _won(change.other, task, state, graph, goal), 0.0)
    return Price(change, task.kind, minutes, lost, by_day, round(delay / plan.minutes, 2))


def _task(plan: Plan, change: Change) -> PlannedTask:
    found = (each for each in plan.tasks if each.skill == change.skill and each.lab == change.lab)
    task = next(found, None)
    if task is None:
        raise ValueError(f"{change.lab or change.skill} is not in today's plan")
    return task


def _delays(task: PlannedTask, goal: Goal) -> bool:
    """Only what the goal needs moves it; a lab is no part of it."""
    return task.kind != "lab" and task.skill in goal.core


def _won(other: str, task: PlannedTask, state: LearnerState, graph: SkillGraph, goal: Goal) -> float:
    """Minutes that the other skill brings the goal nearer instead: those of its task, where it is not learned yet."""
    if other not in graph.row:
        raise ValueError(f"there is no skill {other!r}")
    return float(task.minutes) if other in goal.core and not state.skill(other).is_learned else 0.0
