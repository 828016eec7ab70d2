"""Skills as numbered rows, and which rests on which."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

import numpy as np
import numpy.typing as npt

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SkillFacts:
    """What the model knows of a skill: names and numbers. A prerequisite that is no skill is left out."""

    name: str
    needs: tuple[str, ...] = ()
    encompasses: Mapping[str, float] = field(default_factory=dict)  # skill -> share that one success here practises
    confusable: tuple[str, ...] = ()
    minutes: int = 20  # to first mastery
    written: bool = True


@dataclass(frozen=True, eq=False)
class SkillGraph:
    """Skills in the order of the programme, each after what it rests on."""

    facts: tuple[SkillFacts, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The skills, in order."""
        return tuple(each.name for each in self.facts)

    @cached_property
    def row(self) -> dict[str, int]:
        """The number of each skill."""
        return {name: row for row, name in enumerate(self.names)}

    @cached_property
    def needs(self) -> Flags:
        """needs[i, j]: skill i rests directly on skill j."""
        found = np.zeros((len(self.facts), len(self.facts)), dtype=np.bool_)
        for i, each in enumerate(self.facts):
            for name in each.needs:
                if name in self.row:
                    found[i, self.row[name]] = True
        return found

    @cached_property
    def rests(self) -> Flags:
        """rests[i, j]: skill i rests on skill j, directly or not; ValueError where skills stand in a ring."""
        found = self.needs.copy()
        for i in range(len(self.facts)):
            for j in np.flatnonzero(self.needs[i]):
                if j >= i:
                    raise ValueError(f"{self.names[i]} stands before {self.names[j]}, which it rests on")
                found[i] |= found[j]
        return found

    @cached_property
    def encompasses(self) -> Numbers:
        """encompasses[i, j]: how much one success on skill i also practises skill j, in [0, 1]."""
        found = np.zeros((len(self.facts), len(self.facts)))
        for i, each in enumerate(self.facts):
            for name, share in each.encompasses.items():
                if name in self.row:
                    found[i, self.row[name]] = share
        return found

    @cached_property
    def confusable(self) -> Flags:
        """confusable[i, j]: the two are easily taken for each other; symmetric whoever declares it."""
        found = np.zeros((len(self.facts), len(self.facts)), dtype=np.bool_)
        for i, each in enumerate(self.facts):
            for name in each.confusable:
                if name in self.row:
                    found[i, self.row[name]] = found[self.row[name], i] = True
        return found

    @cached_property
    def minutes(self) -> Numbers:
        """Minutes to first mastery of each skill."""
        return np.array([each.minutes for each in self.facts], dtype=np.float64)

    @cached_property
    def written(self) -> Flags:
        """Which skills have a lesson."""
        return np.array([each.written for each in self.facts], dtype=np.bool_)

    @cached_property
    def gates(self) -> Flags:
        """Which skills another rests on."""
        return np.asarray(self.needs.any(axis=0))

    @cached_property
    def version(self) -> str:
        """The same for the same facts on every machine."""
        said = ((each.name, each.needs, tuple(sorted(each.encompasses.items())), each.confusable, each.minutes,
                 each.written) for each in self.facts)  # fmt: skip
        return sha256(repr(tuple(said)).encode()).hexdigest()[:16]

    def ancestors(self, skill: str) -> tuple[str, ...]:
        """All that a skill rests on, directly or not, in order."""
        return self._named(self.rests[self.row[skill]])

    def dependants(self, skill: str) -> tuple[str, ...]:
        """The skills that rest on this one directly, in order."""
        return self._named(self.needs[:, self.row[skill]])

    def closed(self, skills: Collection[str]) -> tuple[str, ...]:
        """The skills and all their ancestors, in order; names that are no skills are left out."""
        rows = [self.row[each] for each in skills if each in self.row]
        wanted: Flags = np.asarray(self.rests[rows].any(axis=0))
        wanted[rows] = True
        return self._named(wanted)

    def open(self, learned: Flags) -> Flags:
        """The written skills whose prerequisites are each learned or not written yet."""
        met = learned | ~self.written
        return np.asarray(self.written & ~(self.needs & ~met).any(axis=1))

    def frontier(self, learned: Flags) -> Flags:
        """The open skills that are not learned."""
        return np.asarray(self.open(learned) & ~learned)

    def _named(self, which: Flags) -> tuple[str, ...]:
        return tuple(self.names[i] for i in np.flatnonzero(which))


@dataclass(frozen=True, slots=True)
class Goal:
    """Skills wanted, with all they rest on, and skills that are merely useful and come after them."""

    name: str
    core: tuple[str, ...]
    useful: tuple[str, ...] = ()


def goal(name: str, core: Sequence[str], useful: Sequence[str], graph: SkillGraph) -> Goal:
    """A goal whose core is closed under prerequisites; a useful skill brings its missing prerequisites with it."""
    closed = graph.closed(core)
    after = graph.closed(useful)
    return Goal(name, closed, tuple(each for each in after if each not in set(closed)))
