"""What a line may say in the working of each kind of task, besides the value of the task."""

from __future__ import annotations

from itertools import pairwise

from fluxions.calculus.answers.check import indefinite
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.antiderivatives import by_slope, has_indefinite
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.claims import Meaning, milestones
from fluxions.calculus.diagnosis.coefficients import coefficient_line
from fluxions.calculus.diagnosis.diagnosis import LineVerdict
from fluxions.calculus.diagnosis.equations import holds_at_solutions, unknown_of
from fluxions.calculus.diagnosis.implicit import curve_of, with_slope
from fluxions.calculus.diagnosis.odes import ode_line
from fluxions.calculus.diagnosis.potentials import field_of, potential_line
from fluxions.calculus.diagnosis.proportions import proportional_line
from fluxions.calculus.diagnosis.systems import system_line
from fluxions.calculus.diagnosis.worth import compared
from fluxions.calculus.expr import ZERO, And, At, Diff, Div, Expr, Fn, Int, Limit, Operator, Or, Rel, Set, Sym
from fluxions.calculus.language.lines import Line
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols
from fluxions.calculus.verdict import Different, Equal, Text

RELATIONS = (Rel, And, Or, Set)
NOT_DECIDED = Text("We could not decide this line. It does not count against you.")
NOT_ON_CURVE = Text("This does not hold on the curve.")
NOT_TRUE = Text("The two sides are not equal.")
NOT_ANTIDERIVATIVE = Text("The derivative of this is not the integrand.")
LIMIT_DROPPED = Text("Right. Keep writing the limit until its point is put in.")


def subject_line(board: Board, line: Line, number: int) -> LineVerdict | None:
    """The verdict where the kind of task knows this kind of line, else None."""
    left, right = line.name, line.sides[-1]
    if field_of(board.task) is not None and not any(isinstance(each, RELATIONS) for each in line.sides):
        return potential_line(board, left, right)
    if (said := ode_line(board, line) or proportional_line(board, line)) is not None:
        return said
    if (said := system_line(board, line)) is not None:
        return said
    if left is None or any(isinstance(each, RELATIONS) for each in line.sides):
        return None
    if isinstance(board.task, Operator) and board.task.name == "normalise" and (said := _norm_line(board, line)):
        return said
    if isinstance(left, Sym) and left.name in board.scope.sought:
        return coefficient_line(board, left, right)
    if isinstance(board.task, Int):
        return _integral_line(board, left, line.sides, number)
    return None


def _integral_line(board: Board, left: Expr, sides: tuple[Expr, ...], number: int) -> LineVerdict | None:
    """F(x) = …, an antiderivative; 2I = …; x = 0, a place where u is looked at."""
    task, right = board.task, sides[-1]
    assert isinstance(task, Int)
    match left:
        case Sym("F") | Fn("F", (Sym(),)) if "F" not in symbols(task):
            match by_slope(right, Int(task.arg, task.variable), board.scope, board.problem):
                case Equal():
                    board.give("F", Meaning(right, task.variable))
                    return LineVerdict("right", "true", expr=right)
                case Different():
                    return LineVerdict("wrong", "not-an-antiderivative", NOT_ANTIDERIVATIVE, right)
        case Sym(name) if name == task.variable.name and not symbols(right):
            board.place = right
            return LineVerdict("right", "definition", expr=Rel("=", left, right))
        case Sym(name) if name in board.scope.meanings and board.place is not None and not symbols(right):
            value = At(board.scope.spelled(left), task.variable, board.place)
            found = compared(value, right, board.problem)
            if isinstance(found, Different):
                return LineVerdict("wrong", "not-true", NOT_TRUE, Rel("=", left, right))
            return LineVerdict("right", "true", expr=Rel("=", left, right))
        case Sym():
            return None
    if board.open_integral(left) and not isinstance(left, Int):
        return _between_values(board, left, sides)
    return None


def _norm_line(board: Board, line: Line) -> LineVerdict | None:
    """c/3 = 1: true for the constant that is sought, whatever it is called."""
    left, right = line.name, line.sides[-1]
    assert left is not None
    strange = (
        {name for each in (left, right) for name in symbols(each)} - symbols(board.task) - board.scope.meanings.keys()
    )
    if len(strange) != 1 or board.target.stands:
        return None
    values = {strange.pop(): board.target}
    e = Rel("=", left, right)
    one, other = (substituted(board.meant(each), values) for each in (left, right))
    match compared(one, other, board.problem):
        case Equal():
            return LineVerdict("right", "follows" if isinstance(left, Sym) else "true", expr=e)
        case Different():
            return LineVerdict("wrong", "not-true", NOT_TRUE, e)
    return LineVerdict("undecided", "equation", NOT_DECIDED, e)


def equation_line(board: Board, line: Line) -> LineVerdict:
    """A line that is an equation: judged by its sides, and on the curve where the slope of one is sought."""
    right = line.sides[-1]
    e = right if line.name is None else Rel("=", line.name, right)
    if line.name is not None and not any(isinstance(each, RELATIONS) for each in line.sides):
        said = coefficient_line(board, line.name, right) or _between_values(board, line.name, line.sides)
        if said is not None:
            return said
    curve = curve_of(board.task)
    if curve is not None and isinstance(e, Rel) and e.op == "=":
        derivation = solve(curve)
        outcome = with_slope(curve, e, derivation.answer) if isinstance(derivation, Derivation) else "unknown"
        if outcome == "agree":
            return LineVerdict("right", "follows", expr=e)
        if outcome == "differ" and not board.stranger(_without_slope(e)):
            return LineVerdict("wrong", "not-true", NOT_ON_CURVE, e)
    if isinstance(e, Rel) and holds_at_solutions(board.task, e, board.target):
        return LineVerdict("right", "follows", expr=e)
    return LineVerdict("undecided", "equation", NOT_DECIDED, e)


def _without_slope(e: Expr) -> Expr:
    """An equation with its y' left out."""
    return mapped(
        e, lambda node: ZERO if isinstance(node, Diff) or (isinstance(node, Fn) and "'" in node.name) else node
    )


def _between_values(board: Board, left: Expr, sides: tuple[Expr, ...]) -> LineVerdict | None:
    """An equation without unknowns is true or it is not; None where it has some."""
    right = sides[-1]
    chain = (left, *sides)
    if all(board.same(each, right) for each in chain[:-1]):
        answers = not indefinite(board.task) and isinstance(board.compare(right, board.target), Equal)
        return LineVerdict("right", "follows" if answers else "true", expr=right)
    if curve_of(board.task) is not None or unknown_of(board.task) is not None or isinstance(left, Sym):
        return None
    if any(board.stranger(board.meant(each)) and not board.open_integral(each) for each in chain):
        return None
    for one, other in pairwise(chain):
        found = (
            by_slope(one, other, board.scope, board.problem)
            if board.open_integral(one, other)
            else compared(board.meant(one), board.meant(other), board.problem)
        )
        if isinstance(found, Different):
            return LineVerdict("wrong", "not-true", NOT_TRUE, Rel("=", one, other))
    return None


def on_the_way(board: Board, typed: Expr, last: bool) -> LineVerdict | None:
    """Is this a value on the way to the answer? A function written in the place of its derivative is not."""
    e = board.meant(typed)
    task = board.task
    right = LineVerdict("right", "on-the-way", expr=e)
    known = board.stranger(e) is None
    limited = any(isinstance(each, Limit) for each in nodes(e))
    given = (last and board.begun) or (isinstance(task, Diff) and (last or board.begun))
    if known and not limited and not given and any(board.same(typed, each) for each in milestones(task)):
        return right
    sought = unknown_of(task)
    if sought is not None and not free_of(e, sought):
        return LineVerdict("undecided", "equation", NOT_DECIDED, e)
    match task:
        case Int(f, x, low, _) if low is not None and not last:
            return _towards_integral(board, typed, f, x)
        case Operator("taylor", (_, Sym() as x, a, n)) if known and not last:
            if board.same(Operator("taylor", (e, x, a, n)), board.target):
                return right
        case Limit(_, x) if not last and not free_of(e, x) and not limited:
            if _goes_on_below_limit(board, e, x) and isinstance(
                board.compare(Limit(typed, x, task.point, task.side), board.target), Equal
            ):
                return LineVerdict("right", "on-the-way", LIMIT_DROPPED, e)
    return None


def _goes_on_below_limit(board: Board, e: Expr, x: Sym) -> bool:
    """May this stand without its limit: the first such line, or the line above with top and bottom differentiated?"""
    above = None if board.running is None else board.meant(board.running)
    if above is None or free_of(above, x) or above.stands:
        return True
    return isinstance(above, Div) and board.same(e, Div(Diff(above.top, x), Diff(above.bottom, x)))


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
