"""Points beyond the places where a guard may be zero far out, as √x − 900 is: exactly where that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.budget import Budget, OutOfBudget
from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.numbers.critical import places
from fluxions.calculus.numbers.domain import SHORT, shortened
from fluxions.calculus.numbers.points import Point, far_points, seeded_points
from fluxions.calculus.numbers.roots import Unsettled
from fluxions.calculus.trees import symbols

WORK = 20_000  # units for the zeros of one variable; where they do not suffice nothing is added
MOST_CELLS = 24


def beyond(guards: Sequence[Expr], names: Sequence[str], budget: Budget) -> Iterator[Point]:
    """Points in the cells that guards in one variable leave, then some of large coordinates."""
    for name in names:
        own = [guard for guard in guards if symbols(guard) == {name}]
        for i, value in enumerate(_in_cells(own, Sym(name), budget) if own else ()):
            others = seeded_points(names, MOST_CELLS + 2, seed=8)[i]
            yield {**others, name: value}
    yield from far_points(names)


def _in_cells(guards: Sequence[Expr], x: Sym, budget: Budget) -> list[Fraction]:
    """A number in each cell between the zeros, and one on each side of all."""
    part = Budget(WORK)
    try:
        found = places(guards, x, part).points
    except (Unsettled, OutOfBudget):
        found = ()
    budget.spend(part.spent)
    ends = [(each.low, each.high) for each in found][:MOST_CELLS]
    if not ends:
        return []
    between = [shortened(low, high, Fraction(1, 2)) for (_, low), (high, _) in pairwise(ends) if low < high]
    return [(ends[0][0] - 1).limit_denominator(SHORT), *between, (ends[-1][1] + 1).limit_denominator(SHORT)]
