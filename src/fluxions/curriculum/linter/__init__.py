"""What is wrong with the content, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from fluxions.curriculum.linter.articles import article_findings
from fluxions.curriculum.linter.families import family_findings
from fluxions.curriculum.linter.finding import Finding
from fluxions.curriculum.linter.graph import graph_findings
from fluxions.curriculum.linter.labs import lab_findings, labs_of
from fluxions.curriculum.linter.lessons import lesson_findings
from fluxions.curriculum.load import curriculum
from fluxions.curriculum.load_labs import labs
from fluxions.curriculum.skills import Skill

SEEDS = 20
Runner = Callable[[Callable[[str], tuple[Finding, ...]], Iterable[str]], Iterable[tuple[Finding, ...]]]


def findings(seeds: int = SEEDS, run: Runner = map) -> Iterator[Finding]:
    """All there is to repair in the shipped curriculum: first the graph, then articles, labs and the written skills.

    `run` applies a function to each skill in turn, as `map` does, or to several at once.
    """
    yield from graph_findings(curriculum())
    yield from article_findings()
    for each in labs():
        yield from lab_findings(each)
    for found in run(partial(findings_of, seeds=seeds), [each.id for each in curriculum().written]):
        yield from found


def findings_of(skill: str, seeds: int = SEEDS) -> tuple[Finding, ...]:
    """What there is to repair in one written skill."""
    return tuple(skill_findings((curriculum().skill(skill),), seeds))


def skill_findings(skills: Iterable[Skill], seeds: int = SEEDS) -> Iterator[Finding]:
    """What there is to repair in these skills' lessons and families."""
    for skill in skills:
        yield from lesson_findings(skill)
        yield from family_findings(skill, seeds)


def chosen_findings(skills: Iterable[Skill], seeds: int = SEEDS) -> Iterator[Finding]:
    """What there is to repair in these skills, with the labs that lie in their folders."""
    chosen = tuple(skills)
    yield from skill_findings((each for each in chosen if each.written), seeds)
    for each in labs_of(each.id for each in chosen):
        yield from lab_findings(each)


__all__ = ["SEEDS", "Finding", "chosen_findings", "findings", "graph_findings", "lab_findings", "skill_findings"]
