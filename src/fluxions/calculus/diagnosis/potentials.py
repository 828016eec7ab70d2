"""Lines on the way to a potential: phi = x^2 y + g(y), where g is still to be found."""

from __future__ import annotations

from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.claims import Meaning
from fluxions.calculus.diagnosis.diagnosis import LineVerdict
from fluxions.calculus.diagnosis.worth import compared
from fluxions.calculus.expr import ZERO, Add, Diff, Expr, Fn, Int, Neg, Operator, Rel, Sym, Vector
from fluxions.calculus.trees import mapped, nodes, substituted
from fluxions.calculus.verdict import Comparison, Different, Equal, Text, Unknown
from fluxions.calculus.vocabulary import FUNCTIONS

NAMES = ("phi", "f", "F", "U", "V", "u")
NOT_SLOPE = Text("The derivative of this in {x} is not the component of the field.")
NOT_TRUE = Text("The two sides are not equal.")
NOT_DECIDED = Text("We could not decide this line. It does not count against you.")


def field_of(task: Expr) -> tuple[tuple[Expr, ...], tuple[Sym, ...]] | None:
    """The components of the field whose potential is sought, and its variables."""
    match task:
        case Operator("potential", (Vector(parts), Vector(xs))):
            return parts, tuple(each for each in xs if isinstance(each, Sym))
    return None


def potential_line(board: Board, left: Expr | None, right: Expr) -> LineVerdict | None:
    """The verdict on a line of such a working; None where the task is another."""
    found = field_of(board.task)
    if found is None or not isinstance(board.target, Expr) or board.target.stands:
        return None
    parts, xs = found
    e = right if left is None else Rel("=", left, right)
    match left:
        case None | Sym() | Fn("f" | "F", _) if left is None or _is_name(left):
            return _candidate(board, right, parts, xs, e)
        case Int(_, x) if x in xs and unknown_functions(board, right):
            outcome = board_slopes(board, left, right, x)
            return _said(outcome, e, x) if not isinstance(outcome, Equal) else _candidate(board, right, parts, xs, e)
        case Fn(name, (Sym() as x,)) if name.rstrip("'") in board.scope.meanings and "'" not in name:
            known = board.scope.meanings[name].body
            return _said(compared(Diff(known, x), Diff(board.meant(right), x), board.problem), e, None)
    slope = None if left is None else slope_named(left, xs)
    mine = Diff(board.target, slope) if slope is not None else left
    if mine is None:
        return None
    return _said(compared(board.meant(mine), board.meant(right), board.problem), e, None)


def _is_name(left: Expr) -> bool:
    return (isinstance(left, Sym) and left.name in NAMES) or (isinstance(left, Fn) and len(left.args) > 1)


def slope_named(left: Expr, xs: tuple[Sym, ...]) -> Sym | None:
    """The variable of phi_x, f_x and dphi/dx."""
    match left:
        case Sym(name) if "_" in name and name.partition("_")[0] in NAMES:
            return next((x for x in xs if x.name == name.partition("_")[2]), None)
        case Fn("f'" | "F'", (Sym() as x,)) if x in xs:
            return x
        case Diff(Sym(name), x) if name in NAMES and x in xs:
            return x
    return None


def unknown_functions(board: Board, e: Expr) -> dict[str, Sym]:
    """Functions of one variable in e that have no meaning yet."""
    known = FUNCTIONS.keys() | board.scope.meanings.keys()
    found = (each for each in nodes(e) if isinstance(each, Fn) and each.name.rstrip("'") not in known)
    return {each.name.rstrip("'"): each.args[0] for each in found if isinstance(each.args[0], Sym)}


def _candidate(board: Board, e: Expr, parts: tuple[Expr, ...], xs: tuple[Sym, ...], said: Expr) -> LineVerdict:
    """phi as far as it is known: its derivatives are those of the field, in each variable that no open function has."""
    open_ones = unknown_functions(board, e)
    body = mapped(e, lambda node: ZERO if isinstance(node, Fn) and node.name in open_ones else node)
    body = board.meant(body)
    checked: list[Comparison] = []
    for part, x in zip(parts, xs, strict=True):
        if x in open_ones.values():
            continue
        checked.append(compared(Diff(body, x), part, board.problem))
        if isinstance(checked[-1], Different):
            return LineVerdict("wrong", "not-an-antiderivative", Text(NOT_SLOPE.text, (("x", x.name),)), said)
    if not checked or any(isinstance(each, Unknown) for each in checked):
        return LineVerdict("undecided", "equation", NOT_DECIDED, said)
    if len(open_ones) == 1:
        ((name, x),) = open_ones.items()
        rest = Add((board.target, Neg(body)))
        others = {each.name: ZERO for each in xs if each != x}
        board.give(name, Meaning(substituted(rest, others), x))
    complete = not open_ones and len(checked) == len(xs)
    return LineVerdict("right", "follows" if complete else "on-the-way", expr=said)


def board_slopes(board: Board, left: Int, right: Expr, x: Sym) -> Comparison:
    """Is the derivative of the right side in x what is integrated on the left?"""
    open_ones = unknown_functions(board, right)
    body = mapped(right, lambda node: ZERO if isinstance(node, Fn) and node.name in open_ones else node)
    return compared(left.arg, Diff(board.meant(body), x), board.problem)


def _said(outcome: Comparison, e: Expr, x: Sym | None) -> LineVerdict:
    match outcome:
        case Equal():
            return LineVerdict("right", "true", expr=e)
        case Different() if x is not None:
            return LineVerdict("wrong", "not-an-antiderivative", Text(NOT_SLOPE.text, (("x", x.name),)), e)
        case Different():
            return LineVerdict("wrong", "not-true", NOT_TRUE, e)
    return LineVerdict("undecided", "equation", NOT_DECIDED, e)


__all__ = ["field_of", "potential_line"]
