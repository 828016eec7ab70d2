"""A person's day: what is done, what was changed, and the plan of what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest

from fluxions.learner import DoneToday, Goal, LearnerState, Plan, PlannedTask, plan_session
from fluxions.learner.plan import FEWEST_MINUTES
from fluxions.tutor.graph import goal_of, skill_graph
from fluxions.web import clock
from fluxions.web.accounts.models import Learner
from fluxions.web.accounts.visitors import learner_ids, time_zone
from fluxions.web.study.public import ClosedTask, closed_between, state_of
from fluxions.web.today.models import Override

USUAL_MINUTES = 30  # of whoever has not chosen otherwise


@dataclass(frozen=True, slots=True)
class Day:
    """One day of one person; `minutes` is its budget, and what was left for another day is taken off."""

    number: int
    zone: str
    learners: tuple[int, ...]
    career: str
    minutes: int
    state: LearnerState
    done: tuple[ClosedTask, ...]
    changes: tuple[Override, ...]
    plan: Plan

    @property
    def seed(self) -> int:
        """What breaks ties in the plan."""
        return self.learners[0] if self.learners else 0

    @property
    def goal(self) -> Goal:
        """What the plan leads to."""
        return goal_of(self.career)

    def planned(self, name: str) -> PlannedTask | None:
        """The entry of the plan that a form names."""
        return next((each for each in self.plan.tasks if name_of(each) == name), None)


def day_of(request: HttpRequest, now: datetime) -> Day:
    """The day of whoever asks; nothing is written for one who has not answered anything yet."""
    zone, learners = time_zone(request), learner_ids(request)
    number = clock.day(zone, now)
    learner = Learner.objects.filter(pk=learners[0]).first() if learners else None
    changes = tuple(Override.objects.filter(learner_id__in=learners, day=number).order_by("pk")) if learners else ()
    begins = clock.start_of(zone, number)
    done = closed_between(learners, begins, begins + timedelta(days=1)) if learners else ()
    career, usual = (learner.career, learner.minutes) if learner else ("", USUAL_MINUTES)
    minutes = budget(usual, changes)
    state = state_of(learners)
    plan = plan_of(state, career, number, minutes, done, changes, seed=learners[0] if learners else 0)
    return Day(number, zone, learners, career, minutes, state, done, changes, plan)


def budget(usual: int, changes: Sequence[Override]) -> int:
    """The minutes of a day: the usual ones or those chosen for it, less what was left for another day."""
    chosen = [each.minutes for each in changes if each.kind == Override.Kind.MINUTES]
    left = sum(each.minutes for each in changes if each.kind == Override.Kind.SKIP)
    return (chosen[-1] if chosen else usual) - left


def plan_of(
    state: LearnerState,
    career: str,
    day: int,
    minutes: int,
    done: Sequence[ClosedTask],
    changes: Sequence[Override],
    *,
    seed: int,
) -> Plan:
    """The plan of what is left; an empty one where less is left of the budget than a task takes."""
    if minutes < FEWEST_MINUTES:
        return Plan(day, max(minutes, 0), sum(each.minutes for each in done), ())
    return plan_session(
        state,
        skill_graph(),
        goal_of(career),
        day=day,
        minutes=minutes,
        seed=seed,
        done_today=[DoneToday(each.skill, each.kind, each.minutes) for each in done],
        skipped=[each.lab or each.skill for each in changes if each.kind != Override.Kind.MINUTES],
    )


def plan_without(day: Day, task: PlannedTask) -> PlannedTask | None:
    """What comes into the plan when a task is left out of it, if anything does."""
    left = Override(kind=Override.Kind.SWAP, skill=task.skill, lab=task.lab, minutes=task.minutes)
    after = plan_of(day.state, day.career, day.number, day.minutes, day.done, (*day.changes, left), seed=day.seed)
    had = {(each.skill, each.lab) for each in day.plan.tasks}
    return next((each for each in after.tasks if (each.skill, each.lab) not in had), None)


def name_of(task: PlannedTask) -> str:
    """How a form names an entry of the plan."""
    return f"{task.kind}/{task.skill}/{task.lab}/{task.number}"
