"""The queue of a day as the page shows it: each task with its title, its reason and the price of leaving it."""

from __future__ import annotations

from dataclasses import dataclass

from fluxions.curriculum import Skill, curriculum
from fluxions.learner import Change, PlannedTask, Skip, Swap, price
from fluxions.tutor.graph import skill_graph
from fluxions.tutor.words import price_tag, price_words, why
from fluxions.web.today.day import Day, name_of

KINDS = {
    "review": "Review",
    "new": "New skill",
    "practice": "Practice",
    "remedy": "Remedy",
    "check": "Check",
    "lab": "Lab",
}
OPENS = {"new": "lesson, then a first task"}
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

    @property
    def minutes(self) -> int:
        """As planned."""
        return self.task.minutes


def rows_of(day: Day) -> tuple[Row, ...]:
    """The entries in their order."""
    return tuple(_row(day, each) for each in day.plan.tasks)


def _row(day: Day, task: PlannedTask) -> Row:
    skill = curriculum().skill(task.skill)
    priced = price(day.plan, Skip(task.skill, task.lab), day.state, skill_graph(), day.goal, day=day.number)
    return Row(
        task,
        name_of(task),
        skill.title,
        skill,
        f"{KINDS[task.kind]} · {OPENS.get(task.kind) or curriculum().unit(skill.unit).title}",
        str(why(task.reason, day=day.number)),
        str(price_tag(priced)),
        str(price_words(priced, day=day.number)),
    )


def price_of_skipping(day: Day, task: PlannedTask) -> str:
    """What it costs to leave a task for another day."""
    return _priced(day, Skip(task.skill, task.lab))


def price_of_swapping(day: Day, task: PlannedTask, instead: PlannedTask | None) -> str:
    """What it costs to take another task in its place."""
    return price_of_skipping(day, task) if instead is None else _priced(day, Swap(task.skill, instead.skill))


def _priced(day: Day, change: Change) -> str:
    return str(price_words(price(day.plan, change, day.state, skill_graph(), day.goal, day=day.number), day=day.number))


def ended_of(day: Day) -> list[dict[str, object]]:
    """What was done today."""
    programme = curriculum()
    return [
        {
            "number": each.number,
            "title": programme.skills[each.skill].title if each.skill in programme.skills else each.skill,
            "ended": ENDED.get(each.ended, each.ended),
            "minutes": each.minutes,
        }
        for each in day.done
    ]


__all__ = ["Row", "ended_of", "price_of_skipping", "price_of_swapping", "rows_of"]
