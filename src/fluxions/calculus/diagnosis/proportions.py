"""Lines that matter up to a factor: the density of a posterior, a normal of a surface; and the disc of a series."""

from __future__ import annotations

from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.diagnosis import LineVerdict
from fluxions.calculus.diagnosis.letters import kernels_of
from fluxions.calculus.diagnosis.worth import ENDLESS, compared
from fluxions.calculus.expr import ZERO, Add, Diff, Expr, Mul, Neg, Num, Operator, Pow, Rel, Sum, Sym, Vector, num
from fluxions.calculus.language.lines import Line
from fluxions.calculus.trees import free_of, nodes, substituted, symbols
from fluxions.calculus.verdict import Comparison, Different, Equal, Text

NOT_IN_PROPORTION = Text("This is not likelihood times prior, nor a multiple of it.")
NOT_THE_DISC = Text("The series does not converge just where this is true.")
NOT_NORMAL = Text("This is not perpendicular to the surface: it is no multiple of ${u} \\times {w}$.")


def proportional_line(board: Board, line: Line) -> LineVerdict | None:
    """The verdict on a line that says something up to a factor; None where it says another thing."""
    return _density(board, line) or _normal(board, line) or _disc(board, line)


def _density(board: Board, line: Line) -> LineVerdict | None:
    kernels = kernels_of(board.task)
    e = line.sides[-1]
    if not kernels or line.name is not None or board.stranger(board.meant(e)):
        return None
    theta = board.task.children[2]
    assert isinstance(theta, Sym)
    if free_of(e, theta) or any(isinstance(each, Operator) for each in nodes(e)):
        return None
    outcomes = [_in_proportion(board, board.meant(e), each, theta) for each in kernels]
    if any(isinstance(each, Equal) for each in outcomes):
        return LineVerdict("right", "on-the-way", expr=e)
    if all(isinstance(each, Different) for each in outcomes):
        return LineVerdict("wrong", "not-true", NOT_IN_PROPORTION, e)
    return None


def _in_proportion(board: Board, e: Expr, kernel: Expr, theta: Sym) -> Comparison:
    """Is e a multiple of the kernel: e' k = e k'?"""
    return compared(Mul((Diff(e, theta), kernel)), Mul((e, Diff(kernel, theta))), board.problem)


def _normal(board: Board, line: Line) -> LineVerdict | None:
    """n = …, of any length and either side."""
    if line.name != Sym("n") or not isinstance(board.task, Operator) or board.task.name not in ("flux", "stokes"):
        return None
    e = board.meant(line.sides[-1])
    ws = board.task.args[3]
    if not isinstance(e, Vector) or not isinstance(ws, Vector) or board.stranger(e):
        return None
    r = board.task.args[2]
    along = [Diff(r, each) for each in ws.entries if isinstance(each, Sym)]
    outcomes = [compared(Operator("dot", (e, each)), ZERO, board.problem) for each in along]
    if any(isinstance(each, Different) for each in outcomes):
        u, w = (f"r_{each.name}" for each in ws.entries if isinstance(each, Sym))
        return LineVerdict("wrong", "not-true", Text(NOT_NORMAL.text, (("u", u), ("w", w))), e)
    return None


def _disc(board: Board, line: Line) -> LineVerdict | None:
    """|x - c| < R of a power series: at its ends both sides are equal."""
    match board.task, line.sides:
        case Operator("radius", (Sum(term), Sym() as x)), (Rel("<", left, right) as e,):
            centre = _centre(term, x)
            strange = symbols(e) - {x.name} - symbols(term)
            if centre is None or strange or board.target in ENDLESS or x.name not in symbols(e):
                return None
            ends = [Add((centre, board.target)), Add((centre, Neg(board.target)))]
            sides = [(substituted(left, {x.name: end}), substituted(right, {x.name: end})) for end in ends]
            outcomes = [compared(one, other, board.problem) for one, other in sides]
            if all(isinstance(each, Equal) for each in outcomes):
                return LineVerdict("right", "true", expr=e)
            if any(isinstance(each, Different) for each in outcomes):
                return LineVerdict("wrong", "not-true", NOT_THE_DISC, e)
    return None


def _centre(term: Expr, x: Sym) -> Expr | None:
    """Where the one power in a term that holds x is zero: x = 1 of (x - 1)^n, x = 0 of x^n."""
    bases = {each.base for each in nodes(term) if isinstance(each, Pow) and x.name in symbols(each.base)}
    base = next(iter(bases)) if len(bases) == 1 else None
    match base:
        case Sym():
            return ZERO
        case Add((Sym() as z, Num() as c)) | Add((Num() as c, Sym() as z)) if z == x:
            return num(-c.value)
        case Add((Sym() as z, Neg(c))) if z == x and free_of(c, x):
            return c
    return None


__all__ = ["proportional_line"]
