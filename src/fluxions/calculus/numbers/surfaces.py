"""Points of a surface near a given one: a step in a direction, then back along the gradients by Newton's method."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import arb_mat

from fluxions.calculus.expr import Diff, Expr, Sym
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, ball, outputs, precision
from fluxions.calculus.numbers.tape import NoTape, tape

BITS, STEPS = 400, 12


def nearby(
    gaps: Sequence[Expr], names: Sequence[str], place: Sequence[Expr], way: Sequence[Fraction], step: Fraction
) -> dict[str, Ball] | None:
    """A point with gaps = 0 about a step in a direction away; None where there is none that can be found."""
    try:
        values = tape(*gaps)
        slopes = tape(*(Diff(gap, Sym(name)) for gap in gaps for name in names))
        with precision(BITS):
            here = [each.mid() for each in outputs(tape(*place), {})]
            rows = _slopes(slopes, names, here, len(gaps))
            moved = _along(rows, here, way, step)
            for _ in range(STEPS):
                at = dict(zip(names, moved, strict=True))
                off = arb_mat(len(gaps), 1, [each.mid() for each in outputs(values, at)])
                back = rows.transpose() * (_slopes(slopes, names, moved, len(gaps)) * rows.transpose()).solve(off)
                moved = [(a - back[i, 0]).mid() for i, a in enumerate(moved)]
            return dict(zip(names, moved, strict=True))
    except (NoTape, Undefined, Unclear, ZeroDivisionError):
        return None


def _slopes(program: object, names: Sequence[str], place: Sequence[Ball], count: int) -> arb_mat:
    found = outputs(program, dict(zip(names, place, strict=True)))  # type: ignore[arg-type]
    return arb_mat(count, len(names), [each.mid() for each in found])


def _along(rows: arb_mat, here: Sequence[Ball], way: Sequence[Fraction], step: Fraction) -> list[Ball]:
    """A step along the direction without its part across the surface."""
    u = arb_mat(len(here), 1, [ball(each) for each in way])
    across = rows.transpose() * (rows * rows.transpose()).solve(rows * u)
    return [(a + ball(step) * (u[i, 0] - across[i, 0])).mid() for i, a in enumerate(here)]


def rise(f: Expr, here: Sequence[Expr], names: Sequence[str], there: dict[str, Ball]) -> int:
    """The sign of f at a point minus f at the given one; 0 where it cannot be told."""
    try:
        with precision(BITS):
            program = tape(f)
            start = dict(zip(names, outputs(tape(*here), {}), strict=True))
            gap = outputs(program, there)[0] - outputs(program, start)[0]
    except (NoTape, Undefined, Unclear):
        return 0
    return 0 if abs(gap) < 2.0**-120 else 1 if gap > 0 else -1 if gap < 0 else 0
