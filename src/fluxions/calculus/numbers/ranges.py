"""Has an expression in one variable a zero on a range? Proved by balls that cover the range."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from fluxions.calculus.budget import Budget, OutOfBudget
from fluxions.calculus.expr import INF, Expr, Neg, Sym
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, ball, outputs, precision, value_at
from fluxions.calculus.numbers.tape import NoTape, Tape, tape

DEEPEST = 10
FAR = 10**6  # an infinite end is looked at up to here


def keeps_off_zero(e: Expr, x: Sym, low: Expr, high: Expr, budget: Budget) -> bool | None:
    """Is e different from 0 on the whole range? None where that is not decided, as at a zero."""
    with precision(64):
        ends = [_end(each) for each in (low, high)]
        if ends[0] is None or ends[1] is None:
            return None
        try:
            program = tape(e)
            pieces = [_off_zero(program, x.name, a, b, DEEPEST, budget) for a, b in pairwise(_cuts(low, high, *ends))]
            return True if all(pieces) else None
        except (NoTape, OutOfBudget):
            return None


def _cuts(low: Expr, high: Expr, start: Ball, end: Ball) -> list[Ball]:
    """The ends, and between them steps that double towards an infinite end."""
    cuts = [start]
    if low == Neg(INF):
        base = end if high != INF else ball(0)
        cuts += [base - 2**k for k in range(16, -1, -1)]
    if high == INF:
        base = start if low != Neg(INF) else ball(0)
        cuts += [base + 2**k for k in range(17)]
    return [*cuts, end]


def _end(e: Expr) -> Ball | None:
    if e == INF or e == Neg(INF):
        return ball(FAR if e == INF else -FAR)
    return value_at(e, {}, 64)


def _off_zero(program: Tape, x: str, low: Ball, high: Ball, depth: int, budget: Budget) -> bool | None:
    budget.spend(len(program.code) + len(program.leaves))
    try:
        if not outputs(program, {x: low.union(high)})[0].contains(0):
            return True
    except (Undefined, Unclear):
        pass
    if depth == 0:
        return None
    middle = (low + high) / 2
    first = _off_zero(program, x, low, middle.mid(), depth - 1, budget)
    return first and _off_zero(program, x, middle.mid(), high, depth - 1, budget)


def between_for_certain(values: Sequence[Expr], low: Expr, high: Expr) -> tuple[Expr, ...] | None:
    """The values from low to high in rising order; None where the order of some cannot be told."""
    with precision(128):
        left, right = (_end(each) for each in (low, high))
        balls = [value_at(each, {}, 128) for each in values]
        if left is None or right is None or any(each is None for each in balls):
            return None
        inside = [
            (float(each.mid()), value)
            for each, value in zip(balls, values, strict=True)
            if each is not None and not each < left and not each > right
        ]
    return tuple(dict.fromkeys(value for _, value in sorted(inside, key=lambda pair: pair[0])))


def is_at(value: Expr, end: Expr) -> bool:
    """Is the value that of the end, to 100 bits?"""
    with precision(128):
        first, second = _end(value), _end(end)
        return first is not None and second is not None and bool((first - second).contains(0))


def order(low: Expr, high: Expr) -> int:
    """−1, 0 or 1 as low is below, at or above high; −1 where that cannot be told."""
    with precision(128):
        left, right = _end(low), _end(high)
        if left is None or right is None:
            return -1
        return 0 if (left - right).contains(0) else 1 if left > right else -1


__all__ = ["between_for_certain", "is_at", "keeps_off_zero", "order"]
