"""Lines such as du = 2x dx, dv = e^x dx and x = 2 sin(t): what a substitution or parts begin with."""

from __future__ import annotations

from dataclasses import replace

from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.claims import Meaning
from fluxions.calculus.diagnosis.diagnosis import LineVerdict
from fluxions.calculus.diagnosis.scope import carried_back, differentials_in, slope
from fluxions.calculus.diagnosis.worth import compared
from fluxions.calculus.expr import ONE, ZERO, Diff, Expr, Mul, Rel, Sym, num
from fluxions.calculus.language.lines import Line
from fluxions.calculus.trees import substituted, symbols
from fluxions.calculus.verdict import Different, Equal, Text

NOT_ITS_DIFFERENTIAL = Text(
    "The two sides do not agree. If ${u}$ is a function of ${x}$, then $d{u}$ is $u'$ times $d{x}$."
)
NOT_ITS_SLOPE = Text("The derivative of this is not what stands with $d{name}$ above.")


def differential_line(board: Board, line: Line) -> LineVerdict | None:
    """The verdict on a line with differentials on both sides of an equation; None where there are none."""
    line = _as_differentials(board, line)
    if line.name is None or board.scope.variable is None:
        return None
    sides = (line.name, *line.sides)
    if not any(differentials_in(each) for each in sides):
        return None
    e = Rel("=", line.name, line.sides[-1])
    new = _new_part(board, line.name, line.sides[-1])
    if new is not None:
        return LineVerdict("right", "definition", expr=e)
    values = [carried_back(each, board.scope) for each in sides]
    strange = [each for each in values if each is None or board.stranger(_plain(each, board))]
    if strange:
        return LineVerdict("undecided", "equation", Text("We could not decide this line."), e)
    first, *rest = (each for each in values if each is not None)
    outcomes = [compared(first, each, board.problem) for each in rest]
    if all(isinstance(each, Equal) for each in outcomes):
        return LineVerdict("right", "true", expr=e)
    if any(isinstance(each, Different) for each in outcomes):
        name = differentials_in(line.name)
        slots = (("u", name[0] if name else "u"), ("x", board.scope.variable.name))
        return LineVerdict("wrong", "wrong-differential", Text(NOT_ITS_DIFFERENTIAL.text, slots), e)
    return LineVerdict("undecided", "equation", Text("We could not decide this line."), e)


def _as_differentials(board: Board, line: Line) -> Line:
    """`v' = e^x` of a part that has not been named yet, as `dv = e^x dx`."""
    match line.name:
        case Diff(Sym(name), Sym() as x) if board.integrates() and x == board.scope.variable and len(line.sides) == 1:
            if name not in board.scope.meanings and name not in symbols(board.task):
                return replace(line, name=Sym("d" + name), sides=(Mul((line.sides[0], Sym("d" + x.name))),))
    return line


def _plain(e: Expr, board: Board) -> Expr:
    """e without the differential of the variable."""
    assert board.scope.variable is not None
    return substituted(e, {"d" + board.scope.variable.name: ONE})


def _new_part(board: Board, left: Expr, right: Expr) -> Meaning | None:
    """`dv = e^x dx` before v is known: v is what has this derivative."""
    base = board.scope.variable
    if not isinstance(left, Sym) or base is None:
        return None
    name = left.name[1:]
    if name in board.scope.meanings or name == base.name or differentials_in(right) != (base.name,):
        return None
    rate = substituted(right, {"d" + base.name: ONE})
    if board.stranger(board.meant(rate)):
        return None
    meaning = Meaning(Sym(name), slope=rate)
    board.give(name, meaning)
    return meaning


def part_found(board: Board, line: Line) -> LineVerdict | None:
    """`v = e^x` after `dv = e^x dx`: right where its derivative is what was said."""
    if not isinstance(line.name, Sym):
        return None
    meaning = board.scope.meanings.get(line.name.name)
    if meaning is None or meaning.slope is None:
        return None
    e = line.sides[-1]
    rate = board.scope.slope_of(line.name)
    found = [slope(each, board.scope) for each in line.sides]
    if rate is None or None in found:
        return LineVerdict("undecided", "equation", Text("We could not decide this line."), e)
    outcomes = [compared(each, rate, board.problem) for each in found if each is not None]
    if all(isinstance(each, Equal) for each in outcomes):
        if not e.stands:
            board.give(line.name.name, Meaning(e))
        return LineVerdict("right", "true", expr=Rel("=", line.name, e))
    if any(isinstance(each, Different) for each in outcomes):
        said = Text(NOT_ITS_SLOPE.text, (("name", line.name.name),))
        return LineVerdict("wrong", "not-an-antiderivative", said, Rel("=", line.name, e))
    return LineVerdict("undecided", "equation", Text("We could not decide this line."), e)


def change_of_variable(board: Board, name: Expr | None, value: Expr) -> bool:
    """`x = 2 sin(t)` in an integral over x: from here on everything is seen in t."""
    if not board.integrates() or name != board.scope.variable or not isinstance(name, Sym):
        return False
    fresh = symbols(board.scope.spelled(value)) - symbols(board.task) - {name.name}
    if name.name in symbols(value) or len(fresh) != 1:
        return False
    board.give(name.name, Meaning(value))
    t = Sym(next(iter(fresh)))
    board.scope.variable = t
    where = (Rel(">", t, ZERO), Rel("<", t, num(1)))  # there sine, cosine and tangent are positive
    board.problem = replace(board.problem, assume=(*board.problem.assume, *where))
    return True


__all__ = ["change_of_variable", "differential_line", "part_found"]
