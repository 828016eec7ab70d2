"""Do two expressions agree at a few points? The fast check of one step of a derivation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import Literal

from fluxions.calculus.budget import Budget, OutOfBudget, check_budget
from fluxions.calculus.expr import Add, Expr, Neg, Set
from fluxions.calculus.numbers.balls import (
    Ball,
    Unclear,
    Undefined,
    cost,
    holds,
    outputs,
    point_of,
    precision,
    value_at,
)
from fluxions.calculus.numbers.domain import cells, edges, kinks
from fluxions.calculus.numbers.points import Point, liked_points, seeded_points
from fluxions.calculus.numbers.tape import NoTape, Tape, tape
from fluxions.calculus.trees import symbols

ROUNDS = 4


def candidates(names: Sequence[str], count: int) -> Iterator[Point]:
    """Seeded points, round after round, then the liked ones; without symbols there is one point."""
    if not names:
        yield {}
        return
    for phase in range(ROUNDS):
        yield from seeded_points(names, count, phase=phase)
    yield from liked_points(names)


def agree(
    a: Expr,
    b: Expr,
    points: int = 5,
    bits: int = 106,
    budget: Budget | None = None,
    assume: Sequence[Expr] = (),
) -> Literal["agree", "differ", "unknown"]:
    """Whether a = b at `points` points where both are real; "unknown" where too few such points are found."""
    try:
        program = tape(a, b, difference=True)
    except NoTape:
        return "unknown"
    names = program.symbols
    wanted = points if names else 1
    heard = 0
    units = cost(program, bits)
    with precision(bits):
        for point in chain(candidates(names, max(points, 7)), _beyond(a, b, names, budget or check_budget())):
            if budget is not None and budget.spent + units > budget.units:
                break
            gap = _gap(program, point, assume, bits)
            if budget is not None:
                budget.spend(units)
            if gap is None:
                continue
            if not gap.contains(0):
                return "differ"
            heard += 1
            if heard >= wanted:
                return "agree"
    return "agree" if heard >= max(3, wanted // 2) else "unknown"


def apart(a: Expr, b: Expr, budget: Budget | None = None) -> bool:
    """Is a = b refuted: at a seeded point, in a cell that the kinks of both leave, or by an element of one set?"""
    if isinstance(a, Set) and isinstance(b, Set):
        return any(
            all(apart(each, other, budget) for other in those.elements)
            for these, those in ((a, b), (b, a))
            for each in these.elements
        )
    if agree(a, b, budget=budget) == "differ":
        return True
    guards = (*kinks(a), *kinks(b))
    if not guards:
        return False
    budget = budget or check_budget()
    with suppress(OutOfBudget):
        inside = cells(guards, sorted(symbols(a) | symbols(b)), budget).inside
        gaps = (value_at(Add((a, Neg(b))), point, 106, budget) for point in inside)
        return any(gap is not None and not gap.contains(0) for gap in gaps)
    return False


def _beyond(a: Expr, b: Expr, names: Sequence[str], budget: Budget) -> Iterator[Point]:
    """Points beside the edges of the domain, for domains that lie far out."""
    with suppress(OutOfBudget):
        yield from cells((*edges(a), *edges(b)), names, budget, 3).inside


def _gap(program: Tape, at: Point, assume: Sequence[Expr], bits: int) -> Ball | None:
    """a − b at a point that the assumptions allow; None where not both are defined for certain."""
    if assume and holds(assume, at, bits) is not True:
        return None
    try:
        return outputs(program, point_of(at))[2]
    except (Undefined, Unclear, NoTape):
        return None
