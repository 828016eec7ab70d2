"""A region given by inequalities, taken apart: round ones for polar and spherical coordinates, others as strips."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import TURNED, ZERO, Add, And, Div, Expr, Num, Rel, Sym, sqrt
from fluxions.calculus.numbers.ranges import order
from fluxions.calculus.rules.definite.powers import coefficients, negative
from fluxions.calculus.rules.definite.singular import zeros
from fluxions.calculus.trees import free_of, symbols

FAR = 64  # strips are looked for as far out as this
Bounds = tuple[Expr, Expr]


class Ring(NamedTuple):
    """low² <= x² + y² (+ z²) <= high², the signs that are asked of coordinates, and the bounds of the others."""

    around: tuple[Sym, ...]
    low: Expr
    high: Expr
    signs: dict[Sym, int]
    others: dict[Sym, Bounds]


def links(conditions: Sequence[Expr]) -> list[Rel] | None:
    """All inequalities, those of chains one by one, turned so that they read left <= right."""
    found: list[Rel] = []
    for each in conditions:
        parts = each.parts if isinstance(each, And) else (each,)
        for part in parts:
            if not isinstance(part, Rel) or part.op in ("=", "!="):
                return None
            found.append(part if part.op in ("<", "<=") else Rel(TURNED[part.op], part.right, part.left))
    return found


def ring(variables: Sequence[Sym], conditions: Sequence[Expr]) -> Ring | None:
    """The region as a ring, disc, ball or cylinder, perhaps with the signs of some coordinates; else None."""
    relations = links(conditions)
    if relations is None:
        return None
    low: Expr = ZERO
    high: Expr | None = None
    around: tuple[Sym, ...] = ()
    signs: dict[Sym, int] = {}
    rest: list[Rel] = []
    for each in relations:
        squares = _radius(each, variables)
        if squares is None:
            rest.append(each)
            continue
        around, size, above = squares
        if above:
            high = size
        else:
            low = size
    if high is None or len(around) < 2:
        return None
    others = _others(rest, around, variables, signs)
    return None if others is None else Ring(around, low, high, signs, others)


def _radius(each: Rel, variables: Sequence[Sym]) -> tuple[tuple[Sym, ...], Expr, bool] | None:
    """(the variables, R, is it an upper bound) for x² + y² <= R² or R² <= x² + y²."""
    for side, other, above in ((each.left, each.right, True), (each.right, each.left, False)):
        if symbols(other) & {v.name for v in variables}:
            continue
        around = tuple(v for v in variables if not free_of(side, v))
        if len(around) >= 2 and tidied(side) in _sums_of_squares(around):
            return around, tidied(sqrt(other)), above
    return None


def _sums_of_squares(around: tuple[Sym, ...]) -> tuple[Expr, ...]:
    squares = tuple(v**2 for v in around)
    if len(squares) == 2:
        return Add(squares), Add(squares[::-1])
    orders = ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0))
    return tuple(Add(tuple(squares[i] for i in each)) for each in orders)


def _others(
    rest: Sequence[Rel], around: tuple[Sym, ...], variables: Sequence[Sym], signs: dict[Sym, int]
) -> dict[Sym, Bounds] | None:
    """Bounds of the coordinates along the axis; signs of those in the ring are noted."""
    ends: dict[Sym, list[Expr | None]] = {v: [None, None] for v in variables if v not in around}
    for each in rest:
        if each.left == ZERO and each.right in around:
            signs[each.right] = 1  # type: ignore[index]
        elif each.right == ZERO and each.left in around:
            signs[each.left] = -1  # type: ignore[index]
        elif each.right in ends and not symbols(each.left) & {v.name for v in ends}:
            ends[each.right][0] = each.left  # type: ignore[index]
        elif each.left in ends and not symbols(each.right) & {v.name for v in ends}:
            ends[each.left][1] = each.right  # type: ignore[index]
        else:
            return None
    if any(low is None or high is None for low, high in ends.values()):
        return None
    return {v: (low, high) for v, (low, high) in ends.items() if low is not None and high is not None}


def strips(variables: Sequence[Sym], conditions: Sequence[Expr]) -> tuple[tuple[Sym, Bounds], ...] | None:
    """Bounds for the inner and the outer variable of a region in the plane; the variable first named is the inner one
    only if it has to be."""
    relations = links(conditions)
    if relations is None or len(variables) != 2:
        return None
    for inner, outer in ((variables[1], variables[0]), (variables[0], variables[1])):
        found = _strip(inner, outer, relations)
        if found is not None:
            return ((inner, found[0]), (outer, found[1]))
    return None


def _strip(inner: Sym, outer: Sym, relations: Sequence[Rel]) -> tuple[Bounds, Bounds] | None:
    """a(x) <= y <= b(x) and c <= x <= d; where c or d is missing, it is where the two curves meet."""
    lows: list[Expr] = []
    highs: list[Expr] = []
    ends: list[list[Expr]] = [[], []]
    for each in relations:
        solved = _isolated(each, inner)
        if solved is not None:
            (lows if solved[1] else highs).append(solved[0])
            continue
        solved = _isolated(each, outer)
        if solved is None or not free_of(solved[0], inner):
            return None
        ends[0 if solved[1] else 1].append(solved[0])
    if len(lows) != 1 or len(highs) != 1 or max(map(len, ends)) > 1:
        return None
    if not (ends[0] and ends[1]):
        ends = _meetings(lows[0], highs[0], outer, ends) or ends
    return ((lows[0], highs[0]), (ends[0][0], ends[1][0])) if ends[0] and ends[1] else None


def _isolated(each: Rel, v: Sym) -> tuple[Expr, bool] | None:
    """(e, is it a lower bound) for e <= v or v <= e, also where v stands in a line: x + v <= 1."""
    gap = coefficients(each.left - each.right, v)
    if gap is None or set(gap) - {0, 1} or 1 not in gap or not isinstance(gap[1], Num):
        return None
    rest = negative(gap.get(0, ZERO))
    bound = rest if gap[1].value == 1 else tidied(Div(rest, gap[1]))
    return bound, gap[1].value < 0


def _meetings(low: Expr, high: Expr, outer: Sym, ends: list[list[Expr]]) -> list[list[Expr]] | None:
    found = zeros(tidied(low - high), outer, Num(-FAR), Num(FAR))
    if found is None or not found:
        return None
    ranked = sorted(found, key=lambda each: sum(order(each, other) > 0 for other in found))
    if len(ranked) == 2 and not ends[0] and not ends[1]:
        return [[ranked[0]], [ranked[1]]]
    known = (ends[0] or ends[1])[0] if ends[0] or ends[1] else None
    if known is None:
        return None
    if ends[0]:
        above = [each for each in ranked if order(each, known) > 0]
        return [ends[0], [above[0]]] if above else None
    below = [each for each in ranked if order(each, known) < 0]
    return [[below[-1]], ends[1]] if below else None


__all__ = ["Ring", "links", "ring", "strips"]
