"""Work is counted, not timed: the same input runs out on every machine or on none."""

from __future__ import annotations

from dataclasses import dataclass, field


class OutOfBudget(Exception):
    """The work allowed for this question is used up: the answer is undecided."""


@dataclass(slots=True)
class Budget:
    """Units of work left; one unit is one ball operation per 128 bits, one polynomial term, one rule attempt."""

    units: int
    spent: int = field(default=0)

    def spend(self, units: int) -> None:
        """Count work; raise OutOfBudget where the allowance ends."""
        self.spent += units
        if self.spent > self.units:
            raise OutOfBudget


def check_budget() -> Budget:
    """For one comparison: more than the dearest honest answer of the tests spends, 20 ms at worst."""
    return Budget(60_000)


def solve_budget() -> Budget:
    """For one worked solution."""
    return Budget(2_000_000)


def problem_budget() -> Budget:
    """For drawing one problem."""
    return Budget(500_000)
