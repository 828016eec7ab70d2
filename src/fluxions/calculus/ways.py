"""Other ways to the same answer: the solution worked again without a rule that it chose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fluxions.calculus.budget import Budget, solve_budget
from fluxions.calculus.derivation.step import Derivation, Step, skills_of, step_count
from fluxions.calculus.expr import Expr
from fluxions.calculus.solve import solve

MOST_TRIED = 6
LONGER = 3  # a way with so many times the steps is a detour


def other_ways(
    derivation: Derivation,
    at_most: int = 2,
    *,
    given: Sequence[Expr] = (),
    assume: Sequence[Expr] = (),
    budget: Budget | None = None,
) -> tuple[Derivation, ...]:
    """Solutions of the task that begin differently, shortest first."""
    budget = budget or solve_budget()
    found: list[Derivation] = []
    seen = {_shape(derivation)}
    for step in _choices(derivation):
        avoided = frozenset({(step.before, step.rule)})
        way = solve(derivation.task, given=given, assume=assume, budget=budget, avoided=avoided)
        if isinstance(way, Derivation) and _shape(way) not in seen and _is_short(way, derivation):
            seen.add(_shape(way))
            found.append(way)
        if len(found) >= at_most:
            break
    return tuple(sorted(found, key=step_count))


def _choices(derivation: Derivation) -> Iterator[Step]:
    """The steps on the task at which another rule would also have worked; where there is none, those right inside."""
    outer = [step for step in derivation.steps if not step.silent]
    inner = [child for step in outer for child in step.children if not child.silent]
    chosen = [step for step in outer if step.others] or [step for step in inner if step.others]
    yield from chosen[:MOST_TRIED]


def _shape(derivation: Derivation) -> tuple[object, ...]:
    """What tells two ways apart: the rules used on the task itself, and the skills that all of it takes."""
    rules = tuple(step.rule for step in derivation.steps if not step.silent)
    return rules, frozenset(skills_of(derivation))


def _is_short(way: Derivation, first: Derivation) -> bool:
    return step_count(way) <= LONGER * max(2, step_count(first))


__all__ = ["other_ways"]
