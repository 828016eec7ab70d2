"""Lines on the way to the solution of a differential equation: they are tried on the solution itself."""

from __future__ import annotations

from itertools import pairwise

from fluxions.calculus.diagnosis.antiderivatives import by_slope
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.claims import Meaning
from fluxions.calculus.diagnosis.diagnosis import LineVerdict
from fluxions.calculus.diagnosis.worth import compared, same
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, And, At, Diff, Div, Expr, Fn, Neg, Operator, Or, Rel, Set, Sym
from fluxions.calculus.language.lines import Line
from fluxions.calculus.trees import free_of, nodes, substituted, symbols
from fluxions.calculus.verdict import Comparison, Different, Equal, Text, Unknown

RELATIONS = (And, Or, Set)
NOT_A_SOLUTION = Text("This does not solve the differential equation.")
NOT_HELD = Text("The solution does not fulfil this equation.")
NOT_DECIDED = Text("We could not decide this line. It does not count against you.")


def equation_of(task: Expr) -> tuple[Rel, Sym, Sym] | None:
    """The differential equation, the function that is sought, and its variable."""
    match task:
        case Operator("ode", (Rel("=") as equation, Sym() as y, Sym() as x, *_)):
            return equation, y, x
    return None


def names_of_solution(task: Expr, target: Expr) -> tuple[dict[str, Meaning], frozenset[str]]:
    """y as the solution, and the constants in it under names that nobody types."""
    found = equation_of(task)
    if found is None or not isinstance(target, Rel) or target.left != found[1]:
        return {}, frozenset()
    _, y, x = found
    constants = symbols(target.right) - symbols(task)
    renamed = {name: Sym(f"constant {name}") for name in constants}
    body = substituted(target.right, dict(renamed))
    return {y.name: Meaning(body, x)}, frozenset(each.name for each in renamed.values())


def ode_line(board: Board, line: Line) -> LineVerdict | None:
    """The verdict on a line of such a working; None where the task is another."""
    found = equation_of(board.task)
    if found is None or found[1].name not in board.scope.meanings:
        return None
    if any(isinstance(each, RELATIONS) for each in line.sides):
        return None
    if line.name is None:
        return _expression(board, line.sides[-1], found)
    sides = (line.name, *line.sides)
    verdicts = [_equation(board, Rel("=", a, b), found) for a, b in pairwise(sides)]
    order = ("wrong", "undecided", "right")
    return min(verdicts, key=lambda each: order.index(each.verdict))


def _expression(board: Board, e: Expr, found: tuple[Rel, Sym, Sym]) -> LineVerdict | None:
    """A formula alone is meant as the solution."""
    if isinstance(e, Rel) or not symbols(e) & {found[2].name}:
        return None
    return _explicit(board, e, found, e)


def _equation(board: Board, e: Rel, found: tuple[Rel, Sym, Sym]) -> LineVerdict:
    _, y, x = found
    if board.open_integral(e.left, e.right):
        return _said(by_slope(e.left, e.right, board.scope, board.problem), e)
    strange = sorted(_constants(board, e))
    if e.left == y and y.name not in symbols(e.right) and not e.right.stands:
        return _explicit(board, e.right, found, e)
    if isinstance(e.left, Sym) and e.left.name in strange:
        return _constant(board, e.left, e.right, e)
    if not strange:
        return _said(compared(board.meant(e.left), board.meant(e.right), board.problem), e)
    if len(strange) == 1:
        return _with_constant(board, e, Sym(strange[0]), x)
    return LineVerdict("undecided", "equation", NOT_DECIDED, e)


def _constants(board: Board, e: Expr) -> frozenset[str]:
    """The names in e that are constants of the learner's."""
    known = symbols(board.task) | board.scope.meanings.keys() | board.known()
    return symbols(e) - known


def _explicit(board: Board, formula: Expr, found: tuple[Rel, Sym, Sym], e: Expr) -> LineVerdict:
    """y = …: put into the differential equation."""
    equation, y, _ = found
    value = board.scope.spelled(formula)
    if y.name in symbols(value):
        return LineVerdict("undecided", "equation", NOT_DECIDED, e)
    filled = substituted(equation, {y.name: value})
    assert isinstance(filled, Rel)
    outcome = compared(filled.left, filled.right, board.problem)
    strange = _constants(board, formula)
    trial = len(strange) == 1 and _order(equation) > 1  # y = e^(r x), with r still to be found
    if isinstance(outcome, Different) and not trial and _reliable(board, equation, y):
        return LineVerdict("wrong", "not-a-solution", NOT_A_SOLUTION, e)
    if not isinstance(outcome, Equal):
        return LineVerdict("undecided", "equation", NOT_DECIDED, e)
    if len(strange) == 1:
        _remember(board, Sym(next(iter(strange))), Add((y, Neg(formula))))
    return LineVerdict("right", "follows", expr=e)


def _reliable(board: Board, equation: Rel, y: Sym) -> bool:
    """Does our own solution stand this test? Where roots have two signs it may hold on a part of the line alone."""
    filled = substituted(equation, {y.name: board.scope.meanings[y.name].body})
    return isinstance(filled, Rel) and not isinstance(compared(filled.left, filled.right, board.problem), Different)


def _order(equation: Rel) -> int:
    found = 0
    for each in nodes(equation):
        depth = 0
        while isinstance(each, Diff):
            each, depth = each.arg, depth + 1
        found = max(found, depth)
    return found


def _with_constant(board: Board, e: Rel, c: Sym, x: Sym) -> LineVerdict:
    """ln|y| = x + C: along the solution C is a constant."""
    gap = Add((e.left, Neg(e.right)))
    value = _value_of(board, c, gap)
    if value is not None:
        outcome = compared(Diff(value, x), ZERO, board.problem)
        if isinstance(outcome, Equal):
            board.scope.sought[c.name] = value
        return _said(outcome, e)
    left, right = (board.scope.spelled(each) for each in (e.left, e.right))
    for each in (Add((left, Neg(right))), Div(left, right)):
        if same(Diff(each, x), ZERO, board.problem):
            return LineVerdict("right", "true", expr=e)
    return LineVerdict("undecided", "equation", NOT_DECIDED, e)


def _value_of(board: Board, c: Sym, gap: Expr) -> Expr | None:
    """What c is along the solution, where it stands in the equation linearly."""
    bare = {name: each for name, each in board.scope.sought.items() if name != c.name}
    spelled = substituted(gap, bare)
    free, one, two = (board.scope.spelled(substituted(spelled, {c.name: each})) for each in (ZERO, ONE, TWO))
    factor = Add((one, Neg(free)))
    if not same(Add((two, Neg(one))), factor, board.problem) or same(factor, ZERO, board.problem):
        return None
    return Div(Neg(free), factor)


def _remember(board: Board, c: Sym, gap: Expr) -> None:
    value = _value_of(board, c, gap)
    if value is not None:
        board.scope.sought[c.name] = value


def _constant(board: Board, c: Sym, value: Expr, e: Rel) -> LineVerdict:
    """C = 2: what the solution gives for it."""
    known = board.scope.sought.get(c.name)
    if known is None:
        if not symbols(value) - symbols(board.task):
            board.give(c.name, Meaning(value))  # an integrating factor, or another name
            return LineVerdict("right", "definition", expr=e)
        return LineVerdict("undecided", "equation", NOT_DECIDED, e)
    if any(name.startswith("constant ") for name in symbols(known)) or not free_of(value, c):
        return LineVerdict("undecided", "equation", NOT_DECIDED, e)
    place = start_of(board.task)
    outcome = compared(known if place is None else substituted(known, place), board.meant(value), board.problem)
    return _said(outcome, e) if place is not None or isinstance(outcome, Equal) else _said(Unknown("place"), e)


def start_of(task: Expr) -> dict[str, Expr] | None:
    """Where the solution starts: x = 0 of y(0) = 2."""
    match task:
        case Operator("ode", (_, _, Sym() as x, Rel("=", Fn(_, (a,)) | At(_, _, a), _), *_)):
            return {x.name: a}
    return None


def _said(outcome: Comparison, e: Expr) -> LineVerdict:
    match outcome:
        case Equal():
            return LineVerdict("right", "true", expr=e)
        case Different():
            return LineVerdict("wrong", "not-true", NOT_HELD, e)
        case Unknown():
            return LineVerdict("undecided", "equation", NOT_DECIDED, e)


__all__ = ["equation_of", "names_of_solution", "ode_line", "start_of"]
