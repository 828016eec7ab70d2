"""What a line may say in the working of each kind of task, besides the value of the task."""

from __future__ import annotations

from fluxions.calculus.answers.check import indefinite
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.antiderivatives import by_slope, has_indefinite
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.claims import milestones
from fluxions.calculus.diagnosis.diagnosis import LineVerdict
from fluxions.calculus.diagnosis.equations import holds_at_solutions, unknown_of
from fluxions.calculus.diagnosis.implicit import curve_of, holds_with_slope
from fluxions.calculus.expr import And, Diff, Expr, Int, Limit, Or, Rel, Set, Sym
from fluxions.calculus.language.lines import Line
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import free_of, nodes
from fluxions.calculus.verdict import Equal, Text

RELATIONS = (Rel, And, Or, Set)
NOT_DECIDED = Text("We could not decide this line. It does not count against you.")
LIMIT_DROPPED = Text("Right. Keep writing the limit until its point is put in.")


def subject_line(board: Board, line: Line, number: int) -> LineVerdict | None:
    """The verdict where the kind of task knows this kind of line, else None."""
    return None


def equation_line(board: Board, line: Line) -> LineVerdict:
    """A line that is an equation: judged by its sides, and on the curve where the slope of one is sought."""
    right = line.sides[-1]
    e = right if line.name is None else Rel("=", line.name, right)
    task = board.task
    if line.name is not None and not any(isinstance(each, RELATIONS) for each in line.sides):
        if all(board.same(each, right) for each in (line.name, *line.sides[:-1])):
            answers = not indefinite(task) and isinstance(board.compare(right, board.target), Equal)
            return LineVerdict("right", "follows" if answers else "true", expr=right)
    curve = curve_of(task)
    if curve is not None and isinstance(e, Rel) and e.op == "=":
        derivation = solve(curve)
        if isinstance(derivation, Derivation) and holds_with_slope(curve, e, derivation.answer):
            return LineVerdict("right", "follows", expr=e)
    if isinstance(e, Rel) and holds_at_solutions(task, e, board.target):
        return LineVerdict("right", "follows", expr=e)
    return LineVerdict("undecided", "equation", NOT_DECIDED, e)


def on_the_way(board: Board, typed: Expr, last: bool) -> LineVerdict | None:
    """Is this a value on the way to the answer? A function written in the place of its derivative is not."""
    e = board.meant(typed)
    task = board.task
    right = LineVerdict("right", "on-the-way", expr=e)
    known = board.stranger(e) is None
    limited = any(isinstance(each, Limit) for each in nodes(e))
    if known and not limited and not (isinstance(task, Diff) and (last or board.begun)):
        if any(board.same(typed, each) for each in milestones(task)):
            return right
    sought = unknown_of(task)
    if sought is not None and not free_of(e, sought):
        return LineVerdict("undecided", "equation", NOT_DECIDED, e)
    match task:
        case Int(f, x, low, _) if low is not None and not last:
            return _towards_integral(board, typed, f, x)
        case Limit(_, x) if not last and not free_of(e, x) and not limited:
            if isinstance(board.compare(Limit(typed, x, task.point, task.side), board.target), Equal):
                return LineVerdict("right", "on-the-way", LIMIT_DROPPED, e)
    return None


def _towards_integral(board: Board, typed: Expr, f: Expr, x: Sym) -> LineVerdict | None:
    """The integrand, an antiderivative, or the inner one of several integrals."""
    right = LineVerdict("right", "on-the-way", expr=typed)
    if isinstance(by_slope(typed, Int(f, x), board.scope, board.problem), Equal):
        return right
    while isinstance(f, Int):
        if not has_indefinite(typed) and board.same(typed, f):
            return right
        f = f.arg
    return right if not has_indefinite(typed) and board.same(typed, f) else None


__all__ = ["equation_line", "on_the_way", "subject_line"]
