"""Integrals by Gauss's nodes, also of integrands with standing derivatives: a second opinion, without error bounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from flint import arb

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, cost, outputs, precision
from fluxions.calculus.numbers.tape import NoTape, Tape, tape

BITS = 140
NODES = {0: 1, 1: 20, 2: 18, 3: 14}  # by the number of variables
Bounds = tuple[str, Expr, Expr]  # a variable, and where it runs; the bounds of one may hold the variables after it


@lru_cache(maxsize=4)
def _nodes(count: int) -> tuple[tuple[Ball, Ball], ...]:
    """The zeros of the Legendre polynomial on [−1, 1] with their weights."""
    with precision(BITS):
        found = [arb.legendre_p_root(count, k, weight=True) for k in range(count)]
        return tuple((x.mid(), w.mid()) for x, w in found)


def integral(integrand: Expr, bounds: Sequence[Bounds], budget: Budget, pieces: int = 1, nodes: int = 0) -> Ball | None:
    """The integral over all variables, the first innermost; None where the integrand has no value at a node."""
    try:
        program = tape(integrand)
        ends = [(name, tape(low), tape(high)) for name, low, high in bounds]
    except NoTape:
        return None
    count = nodes or NODES[len(bounds)]
    budget.spend(cost(program, BITS) * (count * pieces) ** len(bounds))
    with precision(BITS):
        try:
            return _over(program, ends, {}, pieces, count)
        except (Undefined, Unclear, NoTape):
            return None


def _over(program: Tape, ends: Sequence[tuple[str, Tape, Tape]], at: dict[str, Ball], pieces: int, count: int) -> Ball:
    """The outermost variable first: it fixes the bounds of the others."""
    if not ends:
        return outputs(program, at)[0].mid()
    name, low, high = ends[-1]
    a, b = outputs(low, at)[0].mid(), outputs(high, at)[0].mid()
    total, width = arb(0), (b - a) / (2 * pieces)
    for i in range(pieces):
        centre = a + (2 * i + 1) * width
        for x, weight in _nodes(count):
            total += weight * _over(program, ends[:-1], {**at, name: (centre + width * x).mid()}, pieces, count)
    return (total * width).mid()


def close(a: Ball | None, b: Ball | None) -> bool:
    """Are two values the same to ten digits?"""
    if a is None or b is None:
        return False
    with precision(BITS):
        return bool(abs(a - b) < 1e-10 * (1 + abs(a) + abs(b)))
