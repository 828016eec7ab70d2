"""Equations with coefficients that are still to be found: 1 = A(x + 1) + B(x - 1)."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.claims import Meaning
from fluxions.calculus.diagnosis.diagnosis import LineVerdict
from fluxions.calculus.diagnosis.worth import compared
from fluxions.calculus.expr import ONE, ZERO, Add, Expr, Neg, Rel, Sym, num
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import substituted, symbols
from fluxions.calculus.verdict import Different, Equal, Text

PLACES = tuple(Fraction(each) for each in ("2", "3", "5", "7", "-3", "1/2", "11", "-5", "13", "1/3", "-7", "17"))
MOST = 6
NO_VALUES = Text("No numbers make the two sides equal for all {x}.")
NOT_EQUAL = Text("The two sides are not equal.")


def coefficient_line(board: Board, left: Expr, right: Expr) -> LineVerdict | None:
    """An equation between formulas in which coefficients stand; None where it has none."""
    x = board.scope.variable
    if x is None:
        return None
    e = Rel("=", left, right)
    gap = Add((left, Neg(right)))
    unknown = sorted(_unknown(board, gap))
    sought = board.scope.sought
    if unknown and not sought and x.name in symbols(gap):
        found = _solved(board, gap, unknown, x)
        if found is None:
            return None
        if not found:
            return LineVerdict("wrong", "no-coefficients", Text(NO_VALUES.text, (("x", x.name),)), e)
        sought.update(found)
        return LineVerdict("right", "true", expr=e)
    names = symbols(gap) & sought.keys()
    if not names or unknown:
        return None
    match compared(board.meant(left), board.meant(right), board.problem):
        case Equal():
            if isinstance(left, Sym) and left.name in names and not symbols(right):
                board.give(left.name, Meaning(right))
            return LineVerdict("right", "true", expr=e)
        case Different():
            return LineVerdict("wrong", "not-true", NOT_EQUAL, e)
    return None


def _unknown(board: Board, gap: Expr) -> frozenset[str]:
    known = symbols(board.task) | board.scope.meanings.keys() | board.scope.sought.keys() | board.known()
    return symbols(gap) - known


def _solved(board: Board, gap: Expr, names: list[str], x: Sym) -> dict[str, Expr] | None:
    """The coefficients by comparing values: {} where there are none; None where that cannot be told."""
    if len(names) > MOST:
        return None
    rows: list[list[Fraction]] = []
    for place in PLACES:
        row = _row(board.meant(gap), names, {x.name: num(place)})
        if row is not None:
            rows.append(row)
    if len(rows) < len(names) + 2:
        return None
    solved = _eliminated(rows, len(names))
    if solved is None:
        return None
    return {name: num(value) for name, value in zip(names, solved, strict=False)}


def _row(gap: Expr, names: list[str], at: dict[str, Expr]) -> list[Fraction] | None:
    """Σ row[i]·names[i] = row[-1] at a place; None where the gap has no rational value or is not linear."""
    nothing = dict.fromkeys(names, ZERO)
    free = rational_value(substituted(gap, {**nothing, **at}))
    units = [rational_value(substituted(gap, {**nothing, name: ONE, **at})) for name in names]
    double = [rational_value(substituted(gap, {**nothing, name: num(2), **at})) for name in names]
    if free is None:
        return None
    row: list[Fraction] = []
    for one, two in zip(units, double, strict=True):
        if one is None or two is None or two - one != one - free:
            return None
        row.append(one - free)
    return [*row, -free]


def _eliminated(rows: list[list[Fraction]], count: int) -> list[Fraction] | None:
    """The one solution; [] where there is none; None where there are many."""
    rows = [list(each) for each in rows]
    for place in range(count):
        pivot = next((i for i in range(place, len(rows)) if rows[i][place]), None)
        if pivot is None:
            return None
        rows[place], rows[pivot] = rows[pivot], rows[place]
        rows[place] = [each / rows[place][place] for each in rows[place]]
        for i, row in enumerate(rows):
            if i != place and row[place]:
                rows[i] = [a - row[place] * b for a, b in zip(row, rows[place], strict=True)]
    if any(row[-1] for row in rows[count:]):
        return []
    return [row[-1] for row in rows[:count]]


__all__ = ["coefficient_line"]
