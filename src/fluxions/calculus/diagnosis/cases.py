"""Lines that list cases: x = 1 or x = -2, of which each is a solution and none is left out."""

from __future__ import annotations

from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.diagnosis import LineVerdict
from fluxions.calculus.diagnosis.unknowns import Unknowns, holds
from fluxions.calculus.expr import ZERO, Add, Diff, Div, Expr, Mul, Neg, Num, Operator, Pow, Rel, Sym
from fluxions.calculus.trees import nodes, symbols
from fluxions.calculus.verdict import Text

GAINED = Text("Right, with more solutions than the line above has: put them in at the end.")
NEVER_BACK = Text("This keeps only some of the solutions, and the others do not come back.")
LOST = Text("Right for some of the solutions. Keep the others.")
NOT_HELD = Text("This is not true at any of the points that are sought.")
NOT_ALL_SOLVE = Text("One of these values does not solve the equation. Put each of them in.")
NOT_DECIDED = Text("We could not decide this line. It does not count against you.")


def cases_line(board: Board, found: Unknowns, parts: tuple[Expr, ...], e: Expr) -> LineVerdict:
    """x = 1 or x = -2: every point is one of the cases."""
    equations = [Rel("=", board.meant(each.left), board.meant(each.right)) for each in parts if isinstance(each, Rel)]
    rows = [[holds(each, point) for each in equations] for point in found.points]
    if len(found.names) == 1 and _never_a_solution(board, found, equations):
        return LineVerdict("wrong", "not-a-solution", NOT_ALL_SOLVE, e)
    board.cases.extend(
        each.right
        for i, each in enumerate(equations)
        if len(found.names) == 1 and _is_value(each, found) and any(row[i] for row in rows)
    )
    if all(any(row) for row in rows):
        extra = [i for i, each in enumerate(equations) if not any(row[i] for row in rows)]
        if extra and len(found.names) == 1 and all(_is_value(each, found) for each in equations):
            board.cases.extend(equations[i].right for i in extra)
            return LineVerdict("right", "gained-solutions", GAINED, e)
        board.equations.append(Rel("=", _product(equations), ZERO))
        return LineVerdict("right", "follows", expr=e)
    if any(None in row for row in rows):
        return LineVerdict("undecided", "equation", NOT_DECIDED, e)
    if any(any(row) for row in rows):
        return LineVerdict("right", "lost-solutions", LOST, e)
    return LineVerdict("wrong", "not-a-solution", NOT_HELD, e)


def lost_for_good(verdicts: tuple[LineVerdict, ...]) -> int | None:
    """The line, from 0, after which no line has all solutions; None where none are lost on the way."""
    place: int | None = None
    for i, each in enumerate(verdicts):
        if each.reason == "lost-solutions" and place is None:
            place = i
        elif each.reason in ("follows", "gained-solutions"):
            place = None
    return place


def _is_value(e: Rel, found: Unknowns) -> bool:
    """Is this x = 3, with x sought?"""
    return e.left == found.names[0] and not symbols(e.right)


def bounded(task: Expr) -> bool:
    """Are extrema sought between two ends?"""
    return isinstance(task, Operator) and task.name == "extrema" and len(task.args) > 2


def _never_a_solution(board: Board, found: Unknowns, equations: list[Rel]) -> bool:
    """Is a value among the cases that solves neither the equation of the task nor any that was written?

    A root or a logarithm may be undone in the head, which brings in more solutions: there nothing is said.
    """
    earlier = (*found.equations, *board.equations)
    if bounded(board.task):
        return False  # the ends of the domain are candidates too
    if not found.equations or not all(_is_plain(each) for each in earlier):
        return False
    values = [{found.names[0].name: each.right} for each in equations if _is_value(each, found)]
    return any(all(holds(each, value) is False for each in earlier) for value in values)


def _is_plain(e: Rel) -> bool:
    """Is this an equation of sums, products, quotients and whole powers?"""
    for each in nodes(e):
        match each:
            case Rel() | Add() | Mul() | Div() | Diff() | Neg() | Num() | Sym():
                continue
            case Pow(_, Num(n)) if n.denominator == 1 and n >= 0:
                continue
        return False
    return True


def _product(equations: list[Rel]) -> Expr:
    return Mul(tuple(Add((each.left, Neg(each.right))) for each in equations))


__all__ = ["GAINED", "LOST", "NEVER_BACK", "NOT_HELD", "bounded", "cases_line", "lost_for_good"]
