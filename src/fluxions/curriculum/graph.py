"""Which skill rests on which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


class Cycle(ValueError):
    """Skills that need one another in a ring."""

    def __init__(self, ring: Sequence[str]) -> None:
        super().__init__(" needs ".join(ring))
        self.ring = tuple(ring)


@dataclass(frozen=True, slots=True)
class Path:
    """Skills to learn, each after what it rests on."""

    skills: tuple[str, ...]
    minutes: int

    @property
    def hours(self) -> int:
        """The minutes in whole hours."""
        return (self.minutes + 30) // 60


@dataclass(frozen=True)
class SkillGraph:
    """Skills and their prerequisites; a prerequisite that is no skill is left out."""

    needs: Mapping[str, Sequence[str]]

    def prerequisites(self, skill: str) -> tuple[str, ...]:
        """What a skill rests on directly."""
        return tuple(each for each in self.needs[skill] if each in self.needs)

    def dependants(self, skill: str) -> tuple[str, ...]:
        """The skills that rest on this one directly."""
        return self._dependants[skill]

    def ancestors(self, skill: str) -> frozenset[str]:
        """All that a skill rests on, directly or not."""
        return self._ancestors[skill]

    def closed(self, skills: Iterable[str]) -> tuple[str, ...]:
        """The skills and all their ancestors, each after its prerequisites."""
        wanted = {each for skill in skills for each in (skill, *self.ancestors(skill))}
        return tuple(each for each in self.order if each in wanted)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Every skill after its prerequisites, otherwise as given; Cycle where there is none."""
        left = {skill: len(self.prerequisites(skill)) for skill in self.needs}
        done: list[str] = []
        ready = [skill for skill, count in left.items() if count == 0]
        place = {skill: index for index, skill in enumerate(self.needs)}
        while ready:
            skill = min(ready, key=place.__getitem__)
            ready.remove(skill)
            done.append(skill)
            for each in self._dependants[skill]:
                left[each] -= 1
                if left[each] == 0:
                    ready.append(each)
        if len(done) < len(self.needs):
            raise Cycle(self._ring(set(self.needs) - set(done)))
        return tuple(done)

    @cached_property
    def depth(self) -> dict[str, int]:
        """The length of the longest chain of prerequisites below each skill."""
        found: dict[str, int] = {}
        for skill in self.order:
            found[skill] = max((found[each] + 1 for each in self.prerequisites(skill)), default=0)
        return found

    @cached_property
    def _dependants(self) -> dict[str, tuple[str, ...]]:
        above: dict[str, list[str]] = {skill: [] for skill in self.needs}
        for skill in self.needs:
            for each in self.prerequisites(skill):
                above[each].append(skill)
        return {skill: tuple(each) for skill, each in above.items()}

    @cached_property
    def _ancestors(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for skill in self.order:
            direct = self.prerequisites(skill)
            found[skill] = frozenset(direct).union(*(found[each] for each in direct))
        return found

    def _ring(self, rest: set[str]) -> list[str]:
        """A ring among skills that each need another of them."""
        walk = [min(rest)]
        while walk[-1] not in walk[:-1]:
            walk.append(next(each for each in self.prerequisites(walk[-1]) if each in rest))
        return walk[walk.index(walk[-1]) :]
