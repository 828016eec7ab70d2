"""Problems of a skill as plain JSON values, none twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fluxions import calculus
from fluxions.calculus.derivation.step import Derivation, skills_of
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.calculus.problem import Problem, ProblemFamily, Rejected
from fluxions.calculus.problems.accept import first_draw, visible_mistakes
from fluxions.calculus.trees import canonical_key, symbols
from fluxions.curriculum import curriculum, families
from fluxions.tutor.fields import BadItem
from fluxions.tutor.steps import steps_of

PATIENCE = 200  # draws in a row that bring nothing new before a family counts as used up
MOST = 1_000_000


def generate_items(
    skill: str,
    family: str | None = None,
    n: int = 100,
    seed: int = 0,
    difficulty: tuple[float, float] = (0.0, 1.0),
    separates: tuple[str, str] | None = None,
) -> Iterator[dict[str, Any]]:
    """n problems, the families of the skill in turn; BadItem where there is no such skill or family.

    `separates` asks for variants in which two misconceptions lead to different wrong answers. A last line says so
    when fewer than n different problems exist.
    """
    streams = [_stream(each, seed, difficulty, _known(separates)) for each in _asked_for(skill, family)]
    if not 0 <= n <= MOST:
        raise BadItem(f"-n is from 0 to {MOST}")
    return _in_turn(streams, n)


def _in_turn(streams: list[Iterator[Problem]], n: int) -> Iterator[dict[str, Any]]:
    made = 0
    while streams and made < n:
        for stream in tuple(streams):
            problem = next(stream, None)
            if problem is None:
                streams.remove(stream)
                continue
            yield item_of(problem)
            made += 1
            if made == n:
                return
    if made < n:
        yield {"error": f"only {made} different problems were found, {n} were asked for"}


def _known(separates: tuple[str, str] | None) -> tuple[str, str] | None:
    names = {each.name for each in MISCONCEPTIONS}
    unknown = next((each for each in separates or () if each not in names), None)
    if unknown is not None:
        raise BadItem(f"there is no misconception {unknown[:60]!r}")
    return separates


def _asked_for(skill: str, family: str | None) -> tuple[ProblemFamily, ...]:
    if skill not in curriculum().skills:
        raise BadItem(f"there is no skill {skill[:60]!r}")
    found = families(skill)
    if not found:
        raise BadItem(f"{skill} has no problems yet")
    chosen = tuple(each for each in found if family in (None, each.name))
    if not chosen:
        raise BadItem(f"{skill} has no family {str(family)[:60]!r}; it has {', '.join(each.name for each in found)}")
    return chosen


def _stream(
    family: ProblemFamily, seed: int, difficulty: tuple[float, float], separates: tuple[str, str] | None = None
) -> Iterator[Problem]:
    """The problems of one family from a seed on, each only once."""
    seen: set[object] = set()
    idle = 0
    while idle < PATIENCE:
        met = _key(first_draw(family, seed)) in seen
        problem = None if met else calculus.generate(family, seed)
        seed, idle = seed + 1, idle + 1
        if problem is None or isinstance(problem, Rejected) or not difficulty[0] <= problem.difficulty <= difficulty[1]:
            continue
        if separates is not None and not calculus.discriminates(problem).separates(*separates):
            continue
        if _key(problem) not in seen:
            seen.add(_key(problem))
            idle = 0
            yield problem


def _key(problem: Problem) -> object:
    """What makes two problems the same: the task and what is given."""
    return (canonical_key(problem.task), *map(canonical_key, problem.given))


def item_of(problem: Problem) -> dict[str, Any]:
    """A problem with its derived answer, its steps and the wrong answers that its misconceptions lead to."""
    derivation = problem.derivation
    assert isinstance(derivation, Derivation), "a generated problem carries its derivation"
    mistakes = visible_mistakes(problem)
    return {
        "skill": problem.skill,
        "family": problem.family,
        "variant": problem.variant,
        "prompt": problem.prompt,
        "task": calculus.ascii(problem.task),
        "given": [calculus.ascii(each) for each in problem.given],
        "answer": calculus.ascii(derivation.answer),
        "type": _type(problem, derivation),
        "difficulty": problem.difficulty,
        "skills": list(skills_of(derivation)),
        "steps": steps_of(derivation),
        "misconceptions": [{"id": each.misconception.name, "answer": calculus.ascii(each.answer)} for each in mistakes],
        "checked": derivation.checked,
    }


def _type(problem: Problem, derivation: Derivation) -> str:
    if problem.type != "auto":
        return problem.type
    return "expression" if symbols(derivation.answer) else "number"
