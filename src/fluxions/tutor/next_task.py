"""Which variant is set for a task of the plan: a family of its range, and numbers that were not met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from fluxions.calculus import discriminates
from fluxions.calculus.diagnosis.diagnosis import MOST_TOLD
from fluxions.calculus.problems.accept import visible_mistakes
from fluxions.curriculum import curriculum, families
from fluxions.learner import PlannedTask, Remedy
from fluxions.tutor.stated import drawn, problem_of

MOST_COMPARED = 6  # families of which a variant is tried for what it tells apart
FIRST = 0  # the variant by which families are compared
ROUNDING = 1e-3


@dataclass(frozen=True, slots=True)
class Done:
    """A task that is closed: was it solved?"""

    skill: str
    family: str
    seed: int
    right: bool


def unused_seed(done: Sequence[Done], skill: str, family: str, start: int) -> int:
    """The first seed from `start` on that was not met in this family."""
    met = {each.seed for each in done if (each.skill, each.family) == (skill, family)}
    return next(seed for seed in range(start, start + len(met) + 1) if seed not in met)


@dataclass(frozen=True, slots=True)
class Variant:
    """The task that is set for an entry of the plan."""

    skill: str
    family: str
    seed: int


def variant_for(
    planned: PlannedTask, done: Sequence[Done], *, start: int = 0, unsure: Sequence[str] = ()
) -> Variant | None:
    """A family within the range, the least recently met first, and a seed not met; None where there is none.

    `done` are the tasks that this learner has closed, oldest first; seeds count from `start`. `unsure` are the
    misconceptions between which the last diagnosis could not decide: a variant that tells them apart comes first.
    """
    fitting = () if planned.lab else _fitting(planned)
    if not fitting:
        return None
    met = {each.family: number for number, each in enumerate(done) if each.skill == planned.skill}
    names = sorted(fitting, key=lambda each: (met.get(each, -1), fitting.index(each)))
    offered = [Variant(planned.skill, name, unused_seed(done, planned.skill, name, start)) for name in names]
    pairs = tuple(combinations(unsure[:MOST_TOLD], 2))
    if not pairs:
        return offered[0]
    return max(offered[:MOST_COMPARED], key=lambda each: sum(_separates(each, *pair) for pair in pairs))


@lru_cache(maxsize=1024)
def _separates(variant: Variant, one: str, other: str) -> bool:
    """Do the two misconceptions lead to different wrong answers in this variant?"""
    task = drawn(variant.skill, variant.family, variant.seed)
    return task is not None and discriminates(problem_of(task)).separates(one, other)


def _fitting(planned: PlannedTask) -> tuple[str, ...]:
    """The families that may be set: those that show the misconception, else those of the range, else the nearest."""
    placed = difficulty_places(planned.skill)
    if isinstance(planned.reason, Remedy):
        wrong = planned.reason.misconception
        if showing := tuple(each for each in placed if wrong in misconceptions_of(planned.skill, each)):
            return showing
    low, high = planned.difficulty
    apart = {name: max(low - place, place - high, 0.0) for name, place in placed.items()}
    return tuple(name for name in placed if apart[name] <= min(apart.values()) + ROUNDING)


@cache
def difficulty_places(skill: str) -> Mapping[str, float]:
    """Each family of a skill with its place among them, from 0, the easiest, to 1, by its first variant."""
    offered = families(skill) if skill in curriculum().skills else ()
    tasks = ((each.name, drawn(skill, each.name, FIRST)) for each in offered)
    known = sorted((task.difficulty, name) for name, task in tasks if task is not None)
    return {name: number / max(len(known) - 1, 1) for number, (_, name) in enumerate(known)}


@cache
def misconceptions_of(skill: str, name: str) -> frozenset[str]:
    """The misconceptions that would show in the first variant of a family."""
    task = drawn(skill, name, FIRST)
    return (
        frozenset()
        if task is None
        else frozenset(each.misconception.name for each in visible_mistakes(problem_of(task)))
    )
