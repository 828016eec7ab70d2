"""The programme as the learner model sees it: names and numbers."""

from __future__ import annotations

from functools import cache

from fluxions.curriculum import Curriculum, curriculum
from fluxions.learner import Goal, SkillFacts, SkillGraph, goal


@cache
def skill_graph() -> SkillGraph:
    """The skills of the programme that is shipped."""
    return graph_of(curriculum())


def graph_of(programme: Curriculum) -> SkillGraph:
    """The skills of a programme, in its order."""
    return SkillGraph(
        tuple(
            SkillFacts(each.id, each.prerequisites, dict(each.encompasses), each.confusable, each.minutes, each.written)
            for each in programme.skills.values()
        )
    )


@cache
def goal_of(career: str) -> Goal:
    """The goal of a career of the programme; where none is chosen, or it is unknown, all written skills."""
    programme = curriculum()
    if career not in {each.id for each in programme.careers}:
        return goal("", [each.id for each in programme.written], (), skill_graph())
    core = [each.id for each in programme.skills.values() if each.careers.get(career) == "core"]
    return goal(career, core, programme.useful(career), skill_graph())
