"""How far things are: what is learned and being learned, what fades and when, with the days that earned it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fluxions.curriculum import Skill, curriculum
from fluxions.learner import due_day, standing
from fluxions.learner.curves import fading_day
from fluxions.tutor.graph import skill_graph
from fluxions.tutor.words import ahead, standing_words
from fluxions.web.study.public import Mark, marks
from fluxions.web.today.day import Day

SHOWN_NEXT = 3
WEEK, MOST_OF_A_YEAR = 7, 300


@dataclass(frozen=True, slots=True)
class Line:
    """One skill that was begun."""

    mark: Mark
    earned: str  # the standing with the days that earned it
    asked: int  # answers on this very skill
    due: str
    fades: str
    fades_on: int | None

    @property
    def skill(self) -> Skill:
        """What it is about."""
        return self.mark.skill


def lines(day: Day) -> list[Line]:
    """The skills that were begun, in the order of the programme."""
    programme = curriculum()
    begun = [
        programme.skills[name]
        for name, row in day.state.skills.items()
        if name in programme.skills and (row.begun_day is not None or row.is_learned)
    ]
    begun.sort(key=lambda each: skill_graph().row[each.id])
    return [_line(day, each) for each in marks(day.state, begun, day.number)]


def _line(day: Day, mark: Mark) -> Line:
    row, stands = day.state.skill(mark.skill.id), standing(day.state, mark.skill.id, day.number)
    due, fades = due_day(day.state, mark.skill.id, skill_graph()), fading_day(day.state, mark.skill.id)
    kept = mark.word in ("learned", "retained")
    return Line(
        mark,
        str(standing_words(stands, day=day.number)),
        row.asked,
        "" if due is None else "now" if due <= day.number else when(due, day.number),
        "" if fades is None or not kept else "fading now" if fades <= day.number else when(fades, day.number),
        fades if kept else None,
    )


def fading_next(found: list[Line]) -> list[Line]:
    """The learned skills that fade first, those that are fading among them."""
    known = [each for each in found if each.fades_on is not None]
    return sorted(known, key=lambda each: (each.fades_on or 0, each.skill.id))[:SHOWN_NEXT]


def when(day: int, today: int) -> str:
    """A day to come at the end of a row: tomorrow, Friday, 12 Mar, 12 Mar 2027."""
    if day < today + WEEK:
        return ahead(day, today).removeprefix("on ")
    found = date.fromordinal(day)
    return f"{found.day} {found:%b}" + (f" {found.year}" if day > today + MOST_OF_A_YEAR else "")


def in_groups(found: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Learning, learned and retained, those that hold anything."""
    for word in ("learning", "learned", "retained"):
        group = [each for each in found if each.mark.word == word]
        if group:
            yield word, group
