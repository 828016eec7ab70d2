"""A misconception as a page tells it: an example worked right, where it is taught, and a task that isolates it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fluxions import calculus
from fluxions.calculus import Ambiguous, Derivation, Mistaken, Problem, Reading, Witness
from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Expr
from fluxions.calculus.problems.accept import visible_mistakes
from fluxions.curriculum import Skill, curriculum, families
from fluxions.tutor.fields import sizes_in, vocabulary
from fluxions.tutor.next_task import misconceptions_of
from fluxions.tutor.stated import Stated, drawn, problem_of

LOOKED_AT = 12  # variants of a family


@dataclass(frozen=True, slots=True)
class Example:
    """A task, what the misconception makes of it, and the worked solution."""

    task: Expr
    wrong: Expr
    derivation: Derivation
    witness: Witness | None


@lru_cache(maxsize=512)
def example(misconception: Misconception) -> Example | None:
    """The misconception's own example; None where its text needs more than its sizes and the usual names."""
    words = vocabulary({"shapes": sizes_in(misconception.shapes)})
    task, wrong = (calculus.read(each, words) for each in misconception.example)
    if not isinstance(task, Reading) or not isinstance(wrong, Reading):
        return None
    problem = Problem("", task.expr, words)
    derivation = calculus.solve(task.expr)
    said = calculus.diagnose(problem, misconception.example[1])
    if not isinstance(derivation, Derivation) or not isinstance(said, (Mistaken, Ambiguous)):
        return None
    return Example(task.expr, wrong.expr, derivation, said.witness)


def skills_with(misconception: Misconception) -> tuple[Skill, ...]:
    """The written skills that are about it: that of the broken rule, then those that list it."""
    skills = curriculum().skills
    told = misconception.name
    listed = [each.id for each in skills.values() if any(told in known.ids for known in each.misconceptions)]
    named = (skills[each] for each in dict.fromkeys([misconception.skill, *listed]) if each in skills)
    return tuple(each for each in named if each.written)


@lru_cache(maxsize=2048)
def shown_by(task: Stated) -> frozenset[str]:
    """The misconceptions that would show in a task."""
    return frozenset(each.misconception.name for each in visible_mistakes(problem_of(task)))


def isolating(misconception: Misconception, met: Sequence[tuple[str, str, int]], start: int = 0) -> Stated | None:
    """A task in which this mistake leads to an answer that no other leads to; one not `met` (skill, family, seed)."""
    known = frozenset(met)
    tasks = (task for task in _candidates(misconception, start) if (task.skill, task.family, task.seed) not in known)
    return next((task for task in tasks if _isolates(task, misconception.name)), None)


def _candidates(misconception: Misconception, start: int) -> Iterator[Stated]:
    """Variants of the families that show it, each family in turn."""
    places = [
        (skill.id, family.name)
        for skill in skills_with(misconception)
        for family in families(skill.id)
        if misconception.name in misconceptions_of(skill.id, family.name)
    ]
    for seed in range(start, start + LOOKED_AT):
        yield from (task for place in places if (task := drawn(*place, seed)) is not None)


@lru_cache(maxsize=512)
def _isolates(task: Stated, name: str) -> bool:
    problem = problem_of(task)
    found = next((each for each in visible_mistakes(problem) if each.misconception.name == name), None)
    if found is None:
        return False
    said = calculus.diagnose(problem, calculus.ascii(found.answer))
    return isinstance(said, Mistaken) and said.misconception.name == name
