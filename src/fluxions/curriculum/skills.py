"""What the programme is made of: skills, the units they stand in, the careers that need them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from fluxions.curriculum.graph import Path, SkillGraph

Need = Literal["core", "useful"]


class UnknownSkill(KeyError):
    """No skill has this id."""

    def __str__(self) -> str:
        return f"there is no skill {self.args[0]!r}"


@dataclass(frozen=True, slots=True)
class Known:
    """A mistake that learners of a skill make, and the misconceptions of the engine that realise it."""

    says: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing that a learner can do, with all that skill.toml says of it."""

    id: str
    title: str
    unit: str
    strand: str
    objective: str
    prerequisites: tuple[str, ...]
    encompasses: Mapping[str, float]  # prerequisite -> how much one success here also practises it, in (0, 1]
    confusable: tuple[str, ...]
    ml_use: str
    answer_type: str
    problem_families: tuple[str, ...]  # the author's plan; families.py is what exists
    misconceptions: tuple[Known, ...]
    visual: str
    careers: Mapping[str, Need]
    minutes: int  # to first mastery; an author's estimate
    lab: str | None = None
    written: bool = False  # has a lesson


@dataclass(frozen=True, slots=True)
class Unit:
    """A chapter of the programme."""

    id: str
    order: int
    core_skill: str
    title: str
    summary: str
    skills: tuple[str, ...] = ()  # the reading order; a skill that is not listed comes last


@dataclass(frozen=True, slots=True)
class Career:
    """A path through the skills."""

    id: str
    title: str
    summary: str


@dataclass(frozen=True)
class Curriculum:
    """The whole programme: units in their order, and skills so that each stands after its prerequisites."""

    units: tuple[Unit, ...]
    skills: Mapping[str, Skill]
    careers: tuple[Career, ...]
    strands: tuple[str, ...]
    conventions: tuple[str, ...]

    def skill(self, skill_id: str) -> Skill:
        """The skill of this id; UnknownSkill where there is none."""
        try:
            return self.skills[skill_id]
        except KeyError:
            raise UnknownSkill(skill_id) from None

    def unit(self, unit_id: str) -> Unit:
        """The unit of this id."""
        return next(each for each in self.units if each.id == unit_id)

    def in_unit(self, unit_id: str) -> tuple[Skill, ...]:
        """The skills of a unit, in order."""
        return tuple(each for each in self.skills.values() if each.unit == unit_id)

    @cached_property
    def written(self) -> tuple[Skill, ...]:
        """The skills that have a lesson, in order."""
        return tuple(each for each in self.skills.values() if each.written)

    @cached_property
    def graph(self) -> SkillGraph:
        """Which skill rests on which."""
        return SkillGraph({each.id: each.prerequisites for each in self.skills.values()})

    def path(self, career: str) -> Path:
        """The core skills of a career and all they rest on, with the authors' estimate of the minutes."""
        core = [each.id for each in self.skills.values() if each.careers.get(career) == "core"]
        skills = self.graph.closed(core)
        return Path(skills, sum(self.skills[each].minutes for each in skills))

    def useful(self, career: str) -> tuple[str, ...]:
        """The skills that are merely useful in a career and not on its path."""
        on_path = set(self.path(career).skills)
        return tuple(
            each.id for each in self.skills.values() if each.careers.get(career) == "useful" and each.id not in on_path
        )
