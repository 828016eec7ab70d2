"""Integrals over a region that is given by inequalities, by a lattice of points: good to about one per cent.

It knows nothing of polar coordinates, slices or the order of bounds, so that it can judge those who do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.balls import Unclear, Undefined, ball, outputs, precision
from fluxions.calculus.numbers.tape import NoTape, Tape, tape, truth_tape

BITS = 53
FINE, COARSE = 12_007, 1_999  # points of the lattices, prime
STEPS = (1, 4_567, 7_919)  # generators: x = (1, g, h)·k/N, spread evenly
LARGEST = 64  # half the width of the box that is looked at
MARGIN = Fraction(1, 12)
Box = tuple[tuple[Fraction, Fraction], ...]


class Found(NamedTuple):
    """The integral and the volume of the region, both to about one per cent."""

    value: float
    volume: float


def region_integral(f: Expr, names: Sequence[str], conditions: Sequence[Expr], budget: Budget) -> Found | None:
    """The integral over all points where the conditions hold; None where there is no such point or no value."""
    try:
        inside, function = truth_tape(*conditions), tape(f)
        with precision(BITS):
            box = _box(inside, names, budget)
            return None if box is None else _sum(inside, function, names, box, budget)
    except (NoTape, Undefined):
        return None


def _points(box: Box, count: int) -> Iterator[tuple[Fraction, ...]]:
    """Evenly spread points of the box, on a grid of short binary fractions."""
    for k in range(count):
        yield tuple(
            low + (high - low) * Fraction((2 * (step * k % count) + 1) * 2**20 // (2 * count), 2**20)
            for (low, high), step in zip(box, STEPS, strict=False)
        )


def _holds(inside: Tape, names: Sequence[str], point: Sequence[Fraction]) -> bool:
    try:
        return all(outputs(inside, {name: ball(value) for name, value in zip(names, point, strict=True)}))
    except (Unclear, Undefined):
        return False


def _box(inside: Tape, names: Sequence[str], budget: Budget) -> Box | None:
    """A box round the region that is not much too large."""
    size = Fraction(1)
    while size <= LARGEST:
        whole = tuple((-size, size) for _ in names)
        budget.spend(COARSE * len(inside.code))
        hits = [point for point in _points(whole, COARSE) if _holds(inside, names, point)]
        if hits and max(abs(value) for point in hits for value in point) < size * Fraction(9, 10):
            break
        size *= 2
    else:
        return None
    margin = size * MARGIN
    ends = [(min(p[i] for p in hits) - margin, max(p[i] for p in hits) + margin) for i in range(len(names))]
    return tuple(ends)


def _sum(inside: Tape, function: Tape, names: Sequence[str], box: Box, budget: Budget) -> Found | None:
    budget.spend(FINE * (len(inside.code) + len(function.code)) // 4)
    total, count = 0.0, 0
    for point in _points(box, FINE):
        if not _holds(inside, names, point):
            continue
        at = {name: ball(value) for name, value in zip(names, point, strict=True)}
        try:
            total += float(outputs(function, at)[0].mid())
        except Unclear:
            continue  # a pole on a line: no share of the volume
        count += 1
    share = 1.0 / FINE
    for low, high in box:
        share *= float(high - low)
    return Found(total * share, count * share) if count else None


__all__ = ["Found", "region_integral"]
