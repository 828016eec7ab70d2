"""The curriculum as it lies on disk: the folders are the truth, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from fluxions.calculus.problem import ProblemFamily
from fluxions.curriculum.graph import Cycle, SkillGraph
from fluxions.curriculum.lesson import Lesson, parsed
from fluxions.curriculum.shapes import misfit
from fluxions.curriculum.skills import Career, Curriculum, Known, Skill, Unit, UnknownSkill

ROOT = Path(__file__).parent
OPTIONAL = frozenset({"lab", "written"})
LISTS = ("prerequisites", "confusable", "problem_families")


class BadContent(ValueError):
    """A file of the curriculum cannot be used; the message names it and what to do."""


@cache
def curriculum() -> Curriculum:
    """The programme that is shipped with this version."""
    return curriculum_in(ROOT)


def curriculum_in(root: Path) -> Curriculum:
    """The programme in a folder that holds careers.toml, conventions.toml and units/."""
    units = tuple(sorted(_units(root), key=lambda unit: (unit.order, unit.id)))
    place = {skill: index for index, skill in enumerate(each for unit in units for each in unit.skills)}
    last = {unit.id: max((place[each] for each in unit.skills), default=-1) for unit in units}
    found = sorted(_skills(root), key=lambda each: (place.get(each.id, last.get(each.unit, len(place))), each.id))
    skills = {each.id: each for each in found}
    about = _conventions(root / "conventions.toml")
    return Curriculum(
        units,
        {each: skills[each] for each in _order(skills)},
        tuple(_careers(root / "careers.toml")),
        tuple(about["strands"]),
        tuple(about["conventions"]),
    )


def folder(skill: Skill) -> Path:
    """Where the files of a skill lie."""
    return ROOT / "units" / _snake(skill.unit) / _snake(skill.id)


def lesson(skill_id: str) -> Lesson | None:
    """The lesson of a skill; None where it is not written yet."""
    skill = curriculum().skill(skill_id)
    if not skill.written:
        return None
    return parsed((folder(skill) / "lesson.md").read_text(encoding="utf-8"))


@cache
def families(skill_id: str) -> tuple[ProblemFamily, ...]:
    """The problem families of a skill, imported when first asked for."""
    skill = curriculum().skill(skill_id)
    if not (folder(skill) / "families.py").exists():
        return ()
    module = import_module(f"fluxions.curriculum.units.{_snake(skill.unit)}.{_snake(skill.id)}.families")
    found: tuple[ProblemFamily, ...] = module.FAMILIES
    return found


def family(skill_id: str, name: str) -> ProblemFamily | None:
    """One family of a skill by its name."""
    return next((each for each in families(skill_id) if each.name == name), None)


def _conventions(path: Path) -> dict[str, Any]:
    values = toml(path)
    expect(path, values, {"strands", "conventions"}, set())
    return values


def _careers(path: Path) -> Iterator[Career]:
    for values in toml(path).get("careers", []):
        expect(path, values, {each.name for each in fields(Career)}, set())
        yield Career(**values)


def _units(root: Path) -> Iterator[Unit]:
    for path in sorted(root.glob("units/*/unit.toml")):
        values = toml(path)
        expect(path, values, {each.name for each in fields(Unit)} - {"skills"}, {"skills"})
        yield Unit(**{**values, "skills": tuple(values.get("skills", ()))})


def _skills(root: Path) -> Iterator[Skill]:
    for path in sorted(root.glob("units/*/*/skill.toml")):
        values = toml(path)
        expect(path, values, {each.name for each in fields(Skill)} - OPTIONAL, {"lab"})
        yield _skill(path, values)


def _skill(path: Path, values: dict[str, Any]) -> Skill:
    known = tuple(Known(each["says"], tuple(each.get("ids", ()))) for each in values.pop("misconceptions"))
    lists: dict[str, Any] = {name: tuple(values.pop(name)) for name in LISTS}
    skill = Skill(**values, **lists, misconceptions=known, written=(path.parent / "lesson.md").exists())
    if path.parent.name != _snake(skill.id) or path.parent.parent.name != _snake(skill.unit):
        raise BadContent(f"{path}: the folder of {skill.id} is units/{_snake(skill.unit)}/{_snake(skill.id)}")
    return skill


def toml(path: Path) -> dict[str, Any]:
    """The values of a TOML file; BadContent where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadContent(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadContent(f"{path}: {error}") from None


def expect(path: Path, values: dict[str, Any], wanted: set[str], allowed: set[str]) -> None:
    """BadContent where a field is missing, unknown, or of another shape."""
    missing, extra = wanted - set(values), set(values) - wanted - allowed
    if missing:
        raise BadContent(f"{path}: add {', '.join(sorted(missing))}")
    if extra:
        raise BadContent(f"{path}: unknown field {', '.join(sorted(extra))}")
    for name, value in values.items():
        if words := misfit(name, value):
            raise BadContent(f"{path}: {name} is {words}")


def _order(skills: dict[str, Skill]) -> tuple[str, ...]:
    """Each skill after its prerequisites; as listed where these run in a ring, which the linter reports."""
    try:
        return SkillGraph({each.id: each.prerequisites for each in skills.values()}).order
    except Cycle:
        return tuple(skills)


def _snake(name: str) -> str:
    return name.replace("-", "_")


__all__ = ["BadContent", "UnknownSkill", "curriculum", "curriculum_in", "families", "family", "folder", "lesson"]
