"""What a learner changes in the plan of a day."""

from __future__ import annotations

from datetime import datetime

from fluxions.learner import PlannedTask
from fluxions.web.accounts.models import Learner
from fluxions.web.today.day import Day
from fluxions.web.today.models import Override
from fluxions.web.today.queue import price_of_skipping, price_of_swapping

NOTHING_ELSE = "Nothing else is open today: all of it rests on this skill. Nothing was changed."


def leave(learner: Learner, task: PlannedTask, day: Day, *, swap: bool, now: datetime) -> str:
    """Leave a task for another day, or swap it for another one; the price that was named."""
    instead = day.instead_of(task) if swap else None
    if swap and instead is None:
        return NOTHING_ELSE
    price = price_of_swapping(day, task, instead) if instead else price_of_skipping(day, task)
    Override.objects.create(
        learner=learner,
        kind=Override.Kind.SWAP if swap else Override.Kind.SKIP,
        skill=task.skill,
        lab=task.lab,
        minutes=sum(each.minutes for each in day.plan.tasks if (each.skill, each.lab) == (task.skill, task.lab)),
        price=price,
        day=day.number,
        made=now,
    )
    return price


def set_minutes(learner: Learner, minutes: int, day: Day, *, now: datetime) -> None:
    """Study for so many minutes on this day alone."""
    Override.objects.create(learner=learner, kind=Override.Kind.MINUTES, minutes=minutes, day=day.number, made=now)
