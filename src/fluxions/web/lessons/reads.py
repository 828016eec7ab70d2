"""A lesson as its page shows it: every worked example derived by the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.text import slugify

from fluxions.calculus import Derivation, Problem, Unreadable, solve
from fluxions.curriculum import (
    Explorable,
    Lesson,
    Predict,
    Prose,
    Skill,
    Try,
    Unit,
    Worked,
    curriculum,
    family,
)
from fluxions.curriculum.figures import figures
from fluxions.tutor.stated import drawn, problem_of
from fluxions.web.lessons.figures import ShownFigure, shown_figure
from fluxions.web.steps import WorkedStep, steps_of

EXAMPLE_SEED = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a lesson; `kind` names the template that shows it."""

    kind: str
    number: int
    block: Prose | Predict | Worked | Try | Explorable
    problem: Problem | None = None
    derivation: Derivation | None = None
    steps: tuple[WorkedStep, ...] = ()
    chosen: int | None = None
    shown: ShownFigure | None = None

    @property
    def asked(self) -> str:
        """The first paragraph of a task's prompt."""
        return self.problem.prompt.partition("\n\n")[0] if self.problem else ""

    @property
    def right(self) -> bool:
        """Was the right option chosen?"""
        return isinstance(self.block, Predict) and self.chosen == self.block.answer


def parts(skill: str, lesson: Lesson, chosen: Mapping[str, str]) -> Iterator[Part]:
    """The blocks in reading order; `chosen` holds what was picked in `predict-1`, `predict-2`, …"""
    for number, block in enumerate(lesson.blocks):
        match block:
            case Worked():
                derivation = derived(block)
                if derivation is not None:
                    yield Part("worked", number, block, None, derivation, steps_of(derivation))
            case Predict():
                picked = chosen.get(f"predict-{number}", "")
                place = int(picked) if picked.isascii() and picked.isdigit() and len(picked) < 3 else None
                known = place is not None and place < len(block.options)
                yield Part("predict", number, block, chosen=place if known else None)
            case Try(name):
                task = drawn(skill, name, EXAMPLE_SEED) if family(skill, name) else None
                if task is not None:
                    yield Part("try", number, block, problem_of(task))
            case Explorable(name):
                if name in figures():
                    yield Part("figure", number, block, shown=shown_figure(figures()[name], {}))
            case Prose():
                yield Part("prose", number, block)


@lru_cache(maxsize=512)
def derived(block: Worked) -> Derivation | None:
    """The example worked out by the engine."""
    problem = block.problem
    if isinstance(problem, Unreadable):
        return None
    found = solve(problem.task)
    return found if isinstance(found, Derivation) else None


def headings(lesson: Lesson) -> list[tuple[str, str]]:
    """The sections, as names of places and titles."""
    return [(slugify(title), title) for title in lesson.headings]


def chapter(unit: Unit) -> tuple[Unit, list[Skill], list[Skill]]:
    """A unit with the skills that have a lesson, and those that have none yet."""
    skills = curriculum().in_unit(unit.id)
    return unit, [each for each in skills if each.written], [each for each in skills if not each.written]


def place_in_unit(skill_id: str) -> tuple[int, int]:
    """Which of how many skills of its unit."""
    programme = curriculum()
    unit = [each.id for each in programme.in_unit(programme.skill(skill_id).unit)]
    return unit.index(skill_id) + 1, len(unit)
