"""Lines on the way to points: equations that hold there, cases, multipliers, the kind of a point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from fluxions.calculus.answers import ANSWER_TYPES
from fluxions.calculus.answers.question import Question
from fluxions.calculus.budget import OutOfBudget, check_budget
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.cases import GAINED, LOST, NOT_HELD, cases_line
from fluxions.calculus.diagnosis.claims import Meaning
from fluxions.calculus.diagnosis.diagnosis import LineVerdict
from fluxions.calculus.diagnosis.unknowns import Point, Unknowns, holds, is_case_of, multiplier_at, unknowns_of
from fluxions.calculus.diagnosis.worth import compared, folded, same, worked_out
from fluxions.calculus.expr import (
    NAMED,
    ZERO,
    Add,
    And,
    Diff,
    Expr,
    Neg,
    Num,
    Operator,
    Or,
    Rel,
    Set,
    Sym,
    Vector,
)
from fluxions.calculus.language.lines import Line
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.trees import substituted, symbols
from fluxions.calculus.verdict import Different, Equal, Right, Text

NOT_TRUE = Text("The two sides are not equal.")
NOT_A_POINT = Text("Not all equations are true at this point.")
NOT_THIS_KIND = Text("This is not one of the points that are sought, or not its kind or value.")
NOT_DECIDED = Text("We could not decide this line. It does not count against you.")
NOTHING_LEFT = Text("There are such points.")
NOT_LAGRANGE = Text("This is not the function plus or minus the multiplier times the constraint.")


def system_line(board: Board, line: Line) -> LineVerdict | None:
    """The verdict on a line of a task that asks for points; None where it asks for something else."""
    found = unknowns_of(board.task, board.target)
    if found is None:
        return None
    if not found.points:
        return _against_equation(found, line, board) if len(found.equations) == 1 else None
    if line.name is None and len(line.sides) == 1:
        return _statement(board, found, line.sides[0])
    sides = (line.name, *line.sides) if line.name is not None else line.sides
    if isinstance(sides[0], Sym) and (said := _lagrange_function(board, found, sides[0], sides[-1])):
        return said
    verdicts = [_equation(board, found, Rel("=", a, b)) for a, b in pairwise(sides)]
    return _gravest(verdicts)


def _compared_as_equation(board: Board, found: Unknowns, meant: Rel) -> str:
    """How the solutions of an equation compare with those of the task: equal, gained-solutions, lost-solutions, …"""
    question = Question(found.equations[0], board.problem.vocabulary, check_budget())
    try:
        said = ANSWER_TYPES["equation"].compare(question, meant)
    except (OutOfBudget, NoTape):
        return "budget"
    return "equal" if isinstance(said, Right) else getattr(said, "reason", "")


def same_solutions(board: Board, e: Expr, above: Expr | None) -> bool:
    """Has an equation the solutions of the one above it?"""
    if not isinstance(e, Rel) or not isinstance(above, Rel):
        return False
    one, other = (Rel("=", board.meant(each.left), board.meant(each.right)) for each in (e, above))
    try:
        question = Question(other, board.problem.vocabulary, check_budget())
        return isinstance(ANSWER_TYPES["equation"].compare(question, one), Right)
    except (OutOfBudget, NoTape):
        return False


def _against_equation(found: Unknowns, line: Line, board: Board) -> LineVerdict | None:
    """A line against an equation whose solutions are not known: never wrong, for it may have lost some on purpose."""
    e = line.sides[-1] if line.name is None else Rel("=", line.name, line.sides[-1])
    if not isinstance(e, Rel) or e.op != "=":
        return None
    match _compared_as_equation(board, found, Rel("=", board.meant(e.left), board.meant(e.right))):
        case "equal":
            return LineVerdict("right", "follows", expr=e)
        case "gained-solutions":
            return LineVerdict("right", "gained-solutions", GAINED, e)
    return _undecided(e)


def _gravest(verdicts: list[LineVerdict]) -> LineVerdict:
    order = ("wrong", "undecided", "right")
    gravest = min((each.verdict for each in verdicts), key=order.index)
    return next(each for each in reversed(verdicts) if each.verdict == gravest)


def _statement(board: Board, found: Unknowns, e: Expr) -> LineVerdict | None:
    match e:
        case And(parts) if _point_in(parts, found) is not None:
            return _is_point(found, _point_in(parts, found) or {}, e, board)
        case And(parts):
            return _gravest([_statement(board, found, each) or _undecided(each) for each in parts])
        case Or(parts) if all(isinstance(each, Rel) for each in parts):
            return cases_line(board, found, parts, e)
        case Rel("=", left, right):
            return _equation(board, found, Rel("=", left, right))
        case Rel():
            return _inequality(board, e)
        case Set(()):
            return LineVerdict("wrong", "missing-element", NOTHING_LEFT, e)
        case Set(elements) if len(found.names) == 1 and not any(
            symbols(each) or isinstance(each, Operator) for each in elements
        ):
            said = [_is_point(found, {found.names[0].name: each}, each, board) for each in elements]
            return replace(_gravest(said), expr=e)
        case Set(elements):
            return _gravest([_statement(board, found, each) or _undecided(each) for each in elements])
        case Operator(name, _) if name in NAMED:
            return _element(board, e)
        case Vector(entries) if len(entries) == len(found.names) and not symbols(e):
            names = (x.name for x in found.names)
            return _is_point(found, dict(zip(names, entries, strict=True)), e, board)
    return None


def _point_in(parts: tuple[Expr, ...], found: Unknowns) -> Point | None:
    """x = 1 and y = 2 as a point."""
    names = {x.name for x in found.names}
    values = {
        each.left.name: each.right
        for each in parts
        if isinstance(each, Rel) and each.op == "=" and isinstance(each.left, Sym) and not symbols(each.right)
    }
    return values if len(values) == len(parts) and values.keys() == names else None


def _is_point(found: Unknowns, point: Point, e: Expr, board: Board) -> LineVerdict:
    outcomes = [[compared(each[name], point[name], board.problem) for name in point] for each in found.points]
    if any(all(isinstance(each, Equal) for each in row) for row in outcomes):
        board.cases.append(Vector(tuple(point.values())) if len(point) > 1 else next(iter(point.values())))
        return LineVerdict("right", "part", expr=e)
    known = _all_known(board, found) or any(holds(each, point) is False for each in found.equations)
    if known and all(any(isinstance(each, Different) for each in row) for row in outcomes):
        return LineVerdict("wrong", "not-a-solution", NOT_A_POINT, e)
    return _undecided(e)


def _all_known(board: Board, found: Unknowns) -> bool:
    """Are these all points where the equations hold, and not the extrema alone?"""
    return not isinstance(board.task, Operator) or board.task.name in ("solve", "lagrange") or len(found.names) == 1


def _element(board: Board, e: Operator) -> LineVerdict:
    """minimum([2, -1], -3): one of what is sought, or not."""
    target = board.target.elements if isinstance(board.target, Set) else (board.target,)
    for each in target:
        if isinstance(each, Operator) and each.name == e.name:
            pairs = list(zip(each.args, e.args, strict=False))
            if all(same(board.meant(b), a, board.problem) for a, b in pairs):
                board.cases.append(each)
                return LineVerdict("right", "part", expr=e)
    return LineVerdict("wrong", "not-a-solution", NOT_THIS_KIND, e)


def _equation(board: Board, found: Unknowns, e: Rel) -> LineVerdict:
    left, right = (folded(board.meant(each)) for each in (e.left, e.right))
    if board.names_a_value(e.left) and not _is_zero(right) and not _with_multiplier(board, found, right):
        return _identity(board, found, e, left, right)
    names = {x.name for x in found.names}
    inside = (symbols(left) | symbols(right)) & names
    multiplier = _with_multiplier(board, found, Add((_scalar(left), _scalar(right))))
    strange = (symbols(left) | symbols(right)) - names - symbols(board.task) - ({multiplier} if multiplier else set())
    if strange:
        return _named_or_undecided(board, found, e)
    if not inside and not multiplier:
        return _identity(board, found, e, left, right)
    if isinstance(left, Vector) or isinstance(right, Vector):
        return _vectors(board, found, e, left, right, multiplier)
    return _at_points(board, found, e, Rel("=", left, right), multiplier)


def _scalar(e: Expr) -> Expr:
    return Add(e.entries) if isinstance(e, Vector) else e


def _is_zero(e: Expr) -> bool:
    return (isinstance(e, Num) and e.value == 0) or (
        isinstance(e, Vector) and all(_is_zero(each) for each in e.entries)
    )


def _named_or_undecided(board: Board, found: Unknowns, e: Rel) -> LineVerdict:
    """A name that the learner gives; with the variables of the task it is a function of them."""
    if not isinstance(e.left, Sym) or e.left.name in symbols(board.task) or e.right.stands:
        return _undecided(e)
    if not symbols(board.meant(e.right)) <= symbols(board.task) | {x.name for x in found.names}:
        return _undecided(e)
    board.give(e.left.name, Meaning(e.right, found.names[0], found.names[1:]))
    return LineVerdict("right", "definition", expr=e)


def _identity(board: Board, found: Unknowns, e: Rel, left: Expr, right: Expr) -> LineVerdict:
    if e.left == Sym("f") and not symbols(right) and found.function is not None:
        values = [substituted(found.function, each) for each in found.points]
        if any(same(each, right, board.problem) for each in values):
            return LineVerdict("right", "true", expr=e)
        return _undecided(e)
    if isinstance(e.left, Sym) and e.left.name in ("H", "D") and not symbols(right):
        return _at_some_point(board, found, e, left, right)
    match compared(left, right, board.problem):
        case Equal():
            return LineVerdict("right", "true", expr=e)
        case Different():
            return LineVerdict("wrong", "not-true", NOT_TRUE, e)
    return _undecided(e)


def _at_some_point(board: Board, found: Unknowns, e: Rel, left: Expr, right: Expr) -> LineVerdict:
    """H or D as it is at one of the points."""
    values = [substituted(worked_out(left, board.problem), each) for each in found.points]
    outcomes = [compared(each, right, board.problem) for each in values]
    if any(isinstance(each, Equal) for each in outcomes):
        return LineVerdict("right", "true", expr=e)
    if all(isinstance(each, Different) for each in outcomes):
        return LineVerdict("wrong", "not-true", NOT_TRUE, e)
    return _undecided(e)


def _with_multiplier(board: Board, found: Unknowns, e: Expr) -> str | None:
    """The one name in e that can be the multiplier of the constraint."""
    if len(found.constraints) != 1:
        return None
    strange = symbols(e) - {x.name for x in found.names} - symbols(board.task) - board.scope.meanings.keys()
    return next(iter(strange)) if len(strange) == 1 and (board.multiplier in (None, *strange)) else None


def _vectors(board: Board, found: Unknowns, e: Rel, left: Expr, right: Expr, multiplier: str | None) -> LineVerdict:
    """∇f = λ∇g and ∇f = 0, entry by entry."""
    count = len(found.names)
    sides = [each.entries if isinstance(each, Vector) else (each,) * count for each in (left, right)]
    if len(sides[0]) != len(sides[1]):
        return _undecided(e)
    pairs = zip(*sides, strict=True)
    said = [_at_points(board, found, e, Rel("=", a, b), multiplier) for a, b in pairs]
    return _gravest(said)


def _at_points(board: Board, found: Unknowns, e: Rel, meant: Rel, multiplier: str | None) -> LineVerdict:
    """An equation in the unknowns: true at all points, at some, or at none."""
    if isinstance(compared(meant.left, meant.right, board.problem), Equal):
        return LineVerdict("right", "true", expr=e)
    signs: tuple[int, ...] = board.signs if multiplier else (1,)
    results: dict[int, list[bool | None]] = {}
    for sign in signs:
        results[sign] = [holds(meant, each) for each in _places(found, multiplier, sign)]
    good = tuple(sign for sign, row in results.items() if row and all(row))
    if good:
        if multiplier:
            board.signs, board.multiplier = good, multiplier
        board.equations.append(meant)
        return _all_hold(board, found, e, meant)
    some = tuple(sign for sign, row in results.items() if any(row))
    if some or any(None in row for row in results.values()):
        return _some_hold(board, found, e, meant, bool(some))
    if any(is_case_of(meant, each) for each in (*board.equations, *found.equations)):
        return LineVerdict("right", "follows", expr=e)
    if not all(results.values()):
        return _undecided(e)
    return LineVerdict("wrong", "not-a-solution", NOT_HELD, e)


def _places(found: Unknowns, multiplier: str | None, sign: int) -> Iterator[Point]:
    for point in found.points:
        if multiplier is None:
            yield point
            continue
        value = multiplier_at(found, point)
        if value is not None:
            yield {**point, multiplier: value if sign > 0 else Neg(value)}


def _all_hold(board: Board, found: Unknowns, e: Rel, meant: Rel) -> LineVerdict:
    """True at all points; in one unknown it may have more solutions than that."""
    if len(found.names) == 1 and found.equations:
        x = found.names[0]
        if isinstance(meant.left, Sym) and meant.left == x and not symbols(meant.right):
            board.cases.append(meant.right)
        if _compared_as_equation(board, found, meant) == "gained-solutions":
            return LineVerdict("right", "gained-solutions", GAINED, e)
    return LineVerdict("right", "follows", expr=e)


def _some_hold(board: Board, found: Unknowns, e: Rel, meant: Rel, some: bool) -> LineVerdict:
    """A case: the value of one unknown, or a factor of an equation above."""
    lone = isinstance(meant.left, Sym) and not symbols(meant.right)
    if some and lone and len(found.names) == 1:
        board.cases.append(meant.right)
        return LineVerdict("right", "lost-solutions", LOST, e)
    if some and (lone or any(is_case_of(meant, each) for each in (*board.equations, *found.equations))):
        return LineVerdict("right", "part", expr=e)
    if some and len(found.names) == 1:
        return LineVerdict("right", "lost-solutions", LOST, e)
    return _undecided(e)


def _inequality(board: Board, e: Rel) -> LineVerdict:
    """2 > 0: true or false where both sides are numbers."""
    gap = worked_out(Add((board.meant(e.left), Neg(board.meant(e.right)))), board.problem)
    if symbols(gap):
        return _undecided(e)
    value = value_at(gap, {})
    if value is None or (value.contains(0) and agree(gap, ZERO) != "agree"):
        return _undecided(e)
    sign = 0 if value.contains(0) else 1 if value > 0 else -1
    true = {"<": sign < 0, "<=": sign <= 0, ">": sign > 0, ">=": sign >= 0, "!=": sign != 0}.get(e.op)
    if true is None:
        return _undecided(e)
    return LineVerdict("right", "true", expr=e) if true else LineVerdict("wrong", "not-true", NOT_TRUE, e)


def _lagrange_function(board: Board, found: Unknowns, name: Sym, e: Expr) -> LineVerdict | None:
    """L = f ± λ g, which also fixes the sign of λ; L_x and the like stand for its derivatives."""
    if len(found.constraints) != 1 or found.function is None or name.name not in ("L", "Λ", "Lambda", "F"):
        return None
    multiplier = _with_multiplier(board, found, e)
    if multiplier is None:
        return None
    line = Rel("=", name, e)
    free = substituted(e, {multiplier: ZERO})
    rate = Diff(e, Sym(multiplier))
    gap = found.constraints[0]
    signs = tuple(sign for sign in (1, -1) if same(rate, gap if sign < 0 else Neg(gap), board.problem))
    if not same(free, found.function, board.problem) or not signs:
        return LineVerdict("wrong", "not-true", NOT_LAGRANGE, line)
    board.signs, board.multiplier = signs, multiplier
    board.give(name.name, Meaning(e, found.names[0], (*found.names[1:], Sym(multiplier))))
    for x in (*found.names, Sym(multiplier)):
        board.give(f"{name.name}_{x.name}", Meaning(Diff(e, x)))
    return LineVerdict("right", "definition", expr=line)


def _undecided(e: Expr) -> LineVerdict:
    return LineVerdict("undecided", "equation", NOT_DECIDED, e)


def gathered(board: Board, e: Expr) -> Expr:
    """The answer: the points found one by one as a set, in which each stands once."""
    if not isinstance(board.target, Set) or isinstance(e, Set):
        return e
    found = tuple(dict.fromkeys(board.cases))
    kinds = [isinstance(each, Operator) for each in found]
    kept = tuple(each for each, kind in zip(found, kinds, strict=True) if kind) if any(kinds) else found
    return Set(kept) if kept else e


__all__ = ["gathered", "system_line"]
