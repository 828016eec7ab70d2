"""What the variants of a family can tell: which misconceptions show, and which of them some variant keeps apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from fluxions.calculus.diagnosis.power import Power, discriminates
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.accept import generate


@dataclass(frozen=True, slots=True)
class FamilyPower:
    """Of so many variants: in how many each misconception shows, in how many by an answer that is its alone."""

    variants: int
    shows: tuple[tuple[str, int], ...]  # most often first
    alone: tuple[tuple[str, int], ...]
    together: tuple[tuple[str, str], ...]  # pairs that show in one variant, and that no variant keeps apart


def family_power(family: ProblemFamily, seeds: Iterable[int]) -> FamilyPower:
    """What these variants of a family can tell; a seed without a problem is left out."""
    made = (generate(family, seed) for seed in seeds)
    powers = tuple(discriminates(each) for each in made if isinstance(each, Problem))
    shows = Counter(name for each in powers for name in sorted(each.visible))
    alone = Counter(name for each in powers for name in sorted(each.alone))
    return FamilyPower(len(powers), _often(shows), _often(alone), tuple(_together(powers)))


def _together(powers: tuple[Power, ...]) -> Iterable[tuple[str, str]]:
    """The pairs that meet in a variant and are apart in none."""
    met = {pair for each in powers for pair in combinations(sorted(each.visible), 2)}
    return sorted(pair for pair in met if not any(each.separates(*pair) for each in powers))


def _often(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


__all__ = ["FamilyPower", "family_power"]
