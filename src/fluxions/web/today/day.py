"""A person's day: what is done, what was changed, and the plan of what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from django.http import HttpRequest

from fluxions.curriculum.load_labs import labs
from fluxions.learner import DoneToday, Goal, LabOffer, LearnerState, Plan, PlannedTask, plan_session
from fluxions.learner.plan import FEWEST_MINUTES
from fluxions.tutor.graph import goal_of, skill_graph
from fluxions.web import clock
from fluxions.web.accounts.visitors import learner as learner_of
from fluxions.web.accounts.visitors import learner_ids, time_zone
from fluxions.web.labs.public import PassedLab, labs_done, passed_between
from fluxions.web.study.public import ClosedTask, closed_between, state_of
from fluxions.web.today.models import Override

USUAL_MINUTES = 30  # of whoever has not chosen otherwise


@dataclass(frozen=True, eq=False)
class Day:
    """One day of one person: what its plan is a function of."""

    number: int
    learners: tuple[int, ...]
    career: str
    usual: int  # minutes a day
    state: LearnerState
    done: tuple[ClosedTask, ...]
    passed: tuple[PassedLab, ...]
    labs_done: frozenset[str]
    changes: tuple[Override, ...]

    @property
    def goal(self) -> Goal:
        """What the plan leads to."""
        return goal_of(self.career)

    @property
    def minutes(self) -> int:
        """The budget: the usual minutes or those chosen for this day, less what was left for another day since."""
        found = self.usual
        for each in self.changes:
            if each.kind == Override.Kind.MINUTES:
                found = each.minutes
            elif each.kind == Override.Kind.SKIP:
                found -= each.minutes
        return max(found, 0)

    @property
    def done_today(self) -> tuple[DoneToday, ...]:
        """The closed tasks and passed labs, as the plan counts them."""
        return (
            *(DoneToday(each.skill, each.kind, each.minutes) for each in self.done),
            *(DoneToday(each.lab.skills[0], "lab", each.minutes, each.lab.id) for each in self.passed),
        )

    @cached_property
    def plan(self) -> Plan:
        """What is left; an empty plan where the budget is less than a task takes."""
        if self.minutes < FEWEST_MINUTES:
            return Plan(self.number, self.minutes, sum(each.minutes for each in self.done_today), ())
        return plan_session(
            self.state,
            skill_graph(),
            self.goal,
            day=self.number,
            minutes=self.minutes,
            seed=self.learners[0] if self.learners else 0,
            done_today=self.done_today,
            skipped=[each.lab or each.skill for each in self.changes if each.kind != Override.Kind.MINUTES],
            labs=[LabOffer(each.id, each.skills, each.minutes) for each in labs().values()],
            labs_done=self.labs_done,
        )

    def with_minutes(self, minutes: int) -> Day:
        """The same day with other minutes."""
        return replace(self, changes=(*self.changes, Override(kind=Override.Kind.MINUTES, minutes=minutes)))

    def planned(self, name: str) -> PlannedTask | None:
        """The entry of the plan that a form names."""
        return next((each for each in self.plan.tasks if name_of(each) == name), None)

    def instead_of(self, task: PlannedTask) -> PlannedTask | None:
        """What comes into the plan when a task is left out of it, if anything does."""
        left = Override(kind=Override.Kind.SWAP, skill=task.skill, lab=task.lab, minutes=task.minutes)
        after = replace(self, changes=(*self.changes, left)).plan
        had = {(each.skill, each.lab) for each in self.plan.tasks}
        return next((each for each in after.tasks if (each.skill, each.lab) not in had), None)


def day_of(request: HttpRequest, now: datetime) -> Day:
    """The day of whoever asks; nothing is written for one who has not answered anything yet."""
    zone, learners = time_zone(request), learner_ids(request)
    number = clock.day(zone, now)
    if not learners:
        return Day(number, (), "", USUAL_MINUTES, state_of(()), (), (), frozenset(), ())
    learner = learner_of(request)
    begins = clock.start_of(zone, number)
    span = begins, begins + timedelta(days=1)
    return Day(
        number,
        learners,
        learner.career if learner else "",
        learner.minutes if learner else USUAL_MINUTES,
        state_of(learners),
        closed_between(learners, *span),
        passed_between(learners, *span),
        labs_done(learners),
        tuple(Override.objects.filter(learner_id__in=learners, day=number).order_by("pk")),
    )


def name_of(task: PlannedTask) -> str:
    """How a form names an entry of the plan."""
    return f"{task.kind}/{task.skill}/{task.lab}/{task.number}"
