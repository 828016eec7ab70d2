"""The queue of a day as the page shows it: each task with its title, its reason and the price of leaving it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from fluxions.curriculum import Skill, curriculum
from fluxions.curriculum.load_labs import labs
from fluxions.learner import Change, PlannedTask, Skip, Swap, price
from fluxions.tutor.graph import skill_graph
from fluxions.tutor.words import price_tag, price_words, why
from fluxions.web.study.public import KINDS
from fluxions.web.today.day import Day, name_of

KIND_OF = KINDS | {"lab": "Lab"}
LESSON = "lesson, then a first task"
ENDED = {"right": "right", "given-up": "solution shown", "solution-shown": "solution shown after an answer"}


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the queue."""

    task: PlannedTask
    name: str
    title: str
    skill: Skill
    kind: str
    why: str
    skip: str  # with its price, as it stands on the button
    price: str
    minutes: int


def rows_of(day: Day) -> tuple[Row, ...]:
    """The entries in their order; tasks of one kind and skill that follow each other stand as one."""
    grouped = groupby(day.plan.tasks, key=lambda each: (each.kind, each.skill, each.lab))
    return tuple(_row(day, list(tasks)) for _, tasks in grouped)


def _row(day: Day, tasks: Sequence[PlannedTask]) -> Row:
    task, count = tasks[0], len(tasks)
    skill = curriculum().skill(task.skill)
    priced = price(day.plan, Skip(task.skill, task.lab), day.state, skill_graph(), day.goal, day=day.number)
    return Row(
        task,
        name_of(task),
        labs()[task.lab].title if task.lab else skill.title,
        skill,
        f"{KIND_OF[task.kind]}{f' · {count} tasks' if count > 1 else ''} · {_about(task, skill)}",
        str(why(task.reason, day=day.number)),
        str(price_tag(priced)),
        str(price_words(priced, day=day.number)),
        sum(each.minutes for each in tasks),
    )


def _about(task: PlannedTask, skill: Skill) -> str:
    if task.lab:
        return f"{skill.title}{', a part of it' if task.minutes < labs()[task.lab].minutes else ''}"
    return LESSON if task.kind == "new" else curriculum().unit(skill.unit).title


def price_of_skipping(day: Day, task: PlannedTask) -> str:
    """What it costs to leave a task for another day."""
    return _priced(day, Skip(task.skill, task.lab))


def price_of_swapping(day: Day, task: PlannedTask, instead: PlannedTask) -> str:
    """What it costs to take another task in its place."""
    return _priced(day, Swap(task.skill, instead.skill, task.lab))


def _priced(day: Day, change: Change) -> str:
    return str(price_words(price(day.plan, change, day.state, skill_graph(), day.goal, day=day.number), day=day.number))


def ended_of(day: Day) -> list[dict[str, object]]:
    """What was done today."""
    programme = curriculum()
    return [
        {
            "address": reverse("study:task", args=[each.number]),
            "title": programme.skills[each.skill].title if each.skill in programme.skills else each.skill,
            "ended": ENDED.get(each.ended, each.ended),
            "minutes": each.minutes,
        }
        for each in day.done
    ] + [
        {
            "address": reverse("labs:lab", args=[each.lab.id]),
            "title": each.lab.title,
            "ended": "passed",
            "minutes": each.minutes,
        }
        for each in day.passed
    ]


__all__ = ["Row", "ended_of", "price_of_skipping", "price_of_swapping", "rows_of"]
