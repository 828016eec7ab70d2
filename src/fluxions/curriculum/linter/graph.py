"""Is the skill graph sound? Its fields, its edges, its careers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from fluxions.calculus.language.reading import Kind
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.curriculum.graph import Cycle
from fluxions.curriculum.linter.finding import Finding, in_file
from fluxions.curriculum.skills import Curriculum, Skill

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ANSWER_TYPES = frozenset(get_args(Kind)) - {"auto"} | {"steps", "plot", "code"}
NEEDS = ("core", "useful")
FEWEST, MOST = 2, 4  # planned families, and misconceptions, of a skill
SHORTEST, LONGEST = 5, 60  # minutes
NAMES = frozenset(each.name for each in MISCONCEPTIONS)


def graph_findings(programme: Curriculum) -> Iterator[Finding]:
    """What there is to repair in skill.toml and unit.toml, taken together."""
    yield from _units(programme)
    for skill in programme.skills.values():
        for message in (*_own(skill, programme), *_edges(skill, programme)):
            yield in_file(skill, "skill.toml", message)
    try:
        order = programme.graph.order
    except Cycle as cycle:
        yield in_file(programme.skills[cycle.ring[0]], "skill.toml", f"prerequisites run in a ring: {cycle}")
        return
    assert set(order) == set(programme.skills)
    for skill in programme.skills.values():
        for message in _place(skill, programme):
            yield in_file(skill, "skill.toml", message)


def _units(programme: Curriculum) -> Iterator[Finding]:
    file = "curriculum/units"
    if [unit.order for unit in programme.units] != list(range(1, len(programme.units) + 1)):
        yield Finding(file, "the orders of the units are not 1, 2, 3, …")
    if len({unit.id for unit in programme.units}) != len(programme.units):
        yield Finding(file, "two units have the same id")
    for unit in programme.units:
        for each in unit.skills:
            if each not in programme.skills or programme.skills[each].unit != unit.id:
                yield Finding(f"{file}/{unit.id.replace('-', '_')}/unit.toml", f"lists {each}, which is no skill of it")


def _own(skill: Skill, programme: Curriculum) -> Iterator[str]:
    """Faults of the skill's own fields."""
    if not KEBAB.fullmatch(skill.id):
        yield f"id {skill.id} is not lower-case words joined by hyphens"
    if skill.strand not in programme.strands:
        yield f"strand {skill.strand} is none of {', '.join(programme.strands)}"
    if skill.unit not in {unit.id for unit in programme.units}:
        yield f"there is no unit {skill.unit}"
    if skill.answer_type not in ANSWER_TYPES:
        yield f"answer_type {skill.answer_type} is none of {', '.join(sorted(ANSWER_TYPES))}"
    if not skill.objective.startswith("Can "):
        yield "the objective says what one can do: begin it with 'Can '"
    if not FEWEST <= len(skill.problem_families) <= MOST:
        yield f"plan {FEWEST} to {MOST} problem_families"
    if not FEWEST <= len(skill.misconceptions) <= MOST:
        yield f"name {FEWEST} to {MOST} misconceptions"
    if not SHORTEST <= skill.minutes <= LONGEST:
        yield f"minutes is between {SHORTEST} and {LONGEST}"
    for name in {each for known in skill.misconceptions for each in known.ids} - NAMES:
        yield f"the engine has no misconception {name}; see fluxions/calculus/misconceptions"
    yield from _careers(skill, programme)


def _careers(skill: Skill, programme: Curriculum) -> Iterator[str]:
    known = {career.id for career in programme.careers}
    if not skill.careers:
        yield "name at least one career"
    for career, need in skill.careers.items():
        if career not in known:
            yield f"there is no career {career} in careers.toml"
        if need not in NEEDS:
            yield f"careers: {career} is core or useful, not {need}"


def _edges(skill: Skill, programme: Curriculum) -> Iterator[str]:
    """Faults of what the skill says of others."""
    for each in skill.prerequisites:
        if each not in programme.skills:
            yield f"there is no prerequisite {each}"
    if len(set(skill.prerequisites)) != len(skill.prerequisites):
        yield "a prerequisite is named twice"
    for each, share in skill.encompasses.items():
        if each not in skill.prerequisites:
            yield f"encompasses {each}, which is not a prerequisite"
        if not 0 < share <= 1:
            yield f"encompasses {each} by {share}; it is more than 0 and at most 1"
    for each in skill.confusable:
        if each == skill.id or each not in programme.skills:
            yield f"confusable with {each}, which is not another skill"
        elif skill.id not in programme.skills[each].confusable:
            yield f"confusable with {each}, but {each} does not say so of {skill.id}"


def _place(skill: Skill, programme: Curriculum) -> Iterator[str]:
    """Faults of where the skill stands in the whole."""
    orders = {unit.id: unit.order for unit in programme.units}
    graph = programme.graph
    for each in graph.prerequisites(skill.id):
        if orders.get(programme.skills[each].unit, 0) > orders.get(skill.unit, 0):
            yield f"its prerequisite {each} lies in a later unit"
    if not graph.prerequisites(skill.id):
        if skill.strand != "foundations":
            yield "has no prerequisite; only skills of the strand foundations begin the programme"
        if not graph.dependants(skill.id):
            yield "nothing leads to it and nothing follows from it"
    for career, need in skill.careers.items():
        missing = [each for each in graph.ancestors(skill.id) if career not in programme.skills[each].careers]
        if need == "core" and missing:
            yield f"is core for {career}, but {', '.join(sorted(missing))}, on which it rests, is not in that career"
