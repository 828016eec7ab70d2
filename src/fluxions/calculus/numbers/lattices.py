"""Integrals over a region that is given by inequalities, by a lattice of points: good to about one per cent.

It knows nothing of polar coordinates, slices or the order of bounds, so that it can judge those who do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flint import arb

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, outputs, precision
from fluxions.calculus.numbers.tape import NoTape, Tape, tape, truth_tape

BITS = 53
FINE, COARSE = 8_000, 1_500  # points
SPREAD = {2: 1.3247179572447460, 3: 1.2207440846057594}  # x³ = x + 1, x⁴ = x + 1: their powers spread evenly
LARGEST = 64.0  # half the width of the box that is looked at
MARGIN = 1 / 12
Box = tuple[tuple[float, float], ...]
Place = tuple[float, ...]


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


def _points(box: Box, count: int) -> Iterator[Place]:
    """Evenly spread points of the box: the fractional parts of k/g, k/g², k/g³."""
    root = SPREAD[len(box)]
    steps = [root**-i for i in range(1, len(box) + 1)]
    for k in range(count):
        yield tuple(low + (high - low) * ((0.5 + k * step) % 1.0) for (low, high), step in zip(box, steps, strict=True))


def _at(names: Sequence[str], point: Place) -> dict[str, Ball]:
    return {name: arb(value) for name, value in zip(names, point, strict=True)}


def _holds(inside: Tape, names: Sequence[str], point: Place) -> bool:
    try:
        return all(outputs(inside, _at(names, point)))
    except (Unclear, Undefined):
        return False


def _box(inside: Tape, names: Sequence[str], budget: Budget) -> Box | None:
    """A box round the region that is not much too large."""
    size = 1.0
    while size <= LARGEST:
        whole = tuple((-size, size) for _ in names)
        budget.spend(COARSE * len(inside.code) // 4)
        hits = [point for point in _points(whole, COARSE) if _holds(inside, names, point)]
        if hits and max(abs(value) for point in hits for value in point) < 0.9 * size:
            break
        size *= 2
    else:
        return None
    margin = size * MARGIN
    return tuple((min(p[i] for p in hits) - margin, max(p[i] for p in hits) + margin) for i in range(len(names)))


def _sum(inside: Tape, function: Tape, names: Sequence[str], box: Box, budget: Budget) -> Found | None:
    budget.spend(FINE * (len(inside.code) + len(function.code)) // 4)
    total, count = 0.0, 0
    for point in _points(box, FINE):
        if not _holds(inside, names, point):
            continue
        try:
            total += float(outputs(function, _at(names, point))[0].mid())
        except Unclear:
            continue  # a pole on a line: no share of the volume
        count += 1
    share = 1.0 / FINE
    for low, high in box:
        share *= high - low
    return Found(total * share, count * share) if count else None


__all__ = ["Found", "region_integral"]
