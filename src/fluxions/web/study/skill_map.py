"""The map: every skill by unit and strand, with how it stands with whoever looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fluxions.curriculum import Career, Skill, Unit, curriculum
from fluxions.learner import LearnerState
from fluxions.tutor.graph import goal_of
from fluxions.web.study.marks import Mark, marks

LEARNED = ("learned", "retained")


@dataclass(frozen=True, slots=True)
class Row:
    """A unit: how many of its skills are learned, and its skills by strand."""

    unit: Unit
    learned: int
    total: int
    cells: tuple[tuple[str, tuple[Mark, ...]], ...]


def map_context(state: LearnerState, career: str, day: int, asked: str, everything: bool) -> dict[str, Any]:
    """What the page of the map shows; with a career chosen the skills of its path, unless everything is asked for."""
    programme = curriculum()
    path = next((each for each in programme.careers if each.id == career), None)
    shown = _shown(path, everything)
    found = marks(state, shown, day)
    known = {each.skill.id: each for each in found}
    chosen = known.get(asked) or _first(found)
    graph = programme.graph
    return {
        "asked": asked in known,
        "rows": _rows(found),
        "strands": programme.strands,
        "chosen": chosen,
        "before": [programme.skills[each] for each in graph.prerequisites(chosen.skill.id)],
        "after": [programme.skills[each] for each in graph.dependants(chosen.skill.id)],
        "career": path,
        "everything": everything or path is None,
        "shown": len(shown),
        "skills": len(programme.skills),
        "written": sum(1 for each in shown if each.written),
        "counts": _counts(found),
    }


def _shown(path: Career | None, everything: bool) -> list[Skill]:
    skills = curriculum().skills
    return list(skills.values()) if path is None or everything else [skills[each] for each in goal_of(path.id).core]


def _first(found: Sequence[Mark]) -> Mark:
    """The first skill that is being learned, else the first that is open."""
    for word in ("learning", "open"):
        if first := next((each for each in found if each.word == word), None):
            return first
    return found[0]


def _rows(found: Sequence[Mark]) -> tuple[Row, ...]:
    programme = curriculum()
    rows = []
    for unit in programme.units:
        here = [each for each in found if each.skill.unit == unit.id]
        cells = tuple(
            (strand, tuple(each for each in here if each.skill.strand == strand)) for strand in programme.strands
        )
        if here:
            rows.append(Row(unit, sum(1 for each in here if each.word in LEARNED), len(here), cells))
    return tuple(rows)


def _counts(found: Sequence[Mark]) -> list[str]:
    """59 learned, 32 of them retained · 10 fading · 11 learning · 16 open."""
    words = [each.word for each in found]
    learned, retained = sum(each in LEARNED for each in words), words.count("retained")
    said = [f"{learned} learned" + (f", {retained} of them retained" if retained else "")]
    fading = sum(1 for each in found if each.core is not None)
    rest = ((fading, "fading"), (words.count("learning"), "learning"), (words.count("open"), "open"))
    return said + [f"{count} {word}" for count, word in rest if count]
