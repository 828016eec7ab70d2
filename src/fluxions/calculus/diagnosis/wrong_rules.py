"""The misconceptions that may fit a node, by its kind: few of them need be tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fluxions.calculus.derivation.rule import Head, Misconception, head
from fluxions.calculus.expr import Expr
from fluxions.calculus.misconceptions import MISCONCEPTIONS


@dataclass(frozen=True, slots=True)
class WrongRules:
    """Misconceptions with a memory of which of them fit which kind of node."""

    rules: tuple[Misconception, ...]
    goals: dict[Head, tuple[Misconception, ...]] = field(default_factory=dict, compare=False, repr=False)
    parts: dict[Head, tuple[Misconception, ...]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, goal: Expr) -> tuple[Misconception, ...]:
        """Those that may take the place of the rule for a goal."""
        kind = head(goal)
        if kind not in self.goals:
            self.goals[kind] = tuple(each for each in self.rules if not each.on or kind in each.on)
        return self.goals[kind]

    def anywhere(self, node: Expr) -> tuple[Misconception, ...]:
        """Those that may bend a sub-expression between the steps."""
        kind = head(node)
        if kind not in self.parts:
            self.parts[kind] = tuple(each for each in self.of(node) if each.anywhere)
        return self.parts[kind]


ALL = WrongRules(MISCONCEPTIONS)


def indexed(rules: Sequence[Misconception]) -> WrongRules:
    """An index of these misconceptions; that of all of them is kept."""
    return ALL if rules is MISCONCEPTIONS else WrongRules(tuple(rules))


__all__ = ["ALL", "WrongRules", "indexed"]
