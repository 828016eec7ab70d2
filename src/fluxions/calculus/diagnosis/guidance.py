"""The next step from where the learner stands: from their own line, else from as far as their lines reach in ours."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.answers.check import indefinite
from fluxions.calculus.budget import solve_budget
from fluxions.calculus.derivation.step import Derivation, Line, worked
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.diagnosis.board import Board
from fluxions.calculus.diagnosis.diagnose import derived, strategy_of
from fluxions.calculus.diagnosis.diagnosis import Hint
from fluxions.calculus.diagnosis.hints import ladder, next_hints
from fluxions.calculus.diagnosis.potentials import field_of
from fluxions.calculus.diagnosis.worth import entries
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import NAMED, ZERO, Add, Diff, Expr, Fn, Int, Mul, Neg, Num, Operator, Rel, Set, Sym, Vector
from fluxions.calculus.language.latex import latex
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.trees import alike, mapped, nodes, substituted, symbols
from fluxions.calculus.verdict import Text

MOST_WRITTEN = 12  # right lines that are looked for in the solution


def guidance(board: Board, goal: Expr | None) -> tuple[Hint, ...]:
    """The ladder of the step that leads on; empty where nothing is left to do."""
    if board.valid == board.task and board.written:
        found = by_parts(board) or beyond(board)
        if found:
            return found
    found = next_hints(board.valid, strategy_of(board.problem), goal)
    return found or closing(board) or beyond(board) or next_hints(board.task, strategy_of(board.problem))


def beyond(board: Board) -> tuple[Hint, ...]:
    """The first step of the worked solution after the last one whose result stands among the learner's lines."""
    solution = derived(board.problem)
    if not isinstance(solution, Derivation):
        return ()
    lines = list(worked(solution))
    written = [part for each in board.written[-MOST_WRITTEN:] for part in _said_in(board, each)]
    reached = [i for i, each in enumerate(lines) if _stands_in(each, written)]
    following = reached[-1] + 1 if reached else len(lines)
    return ladder(lines[following]) if following < len(lines) else ()


def _said_in(board: Board, e: Expr) -> Iterator[Expr]:
    """A line as it was typed, without constants of the learner's, and with the names put back."""
    strange = symbols(e) - symbols(board.task) - board.scope.meanings.keys()
    bare = substituted(e, dict.fromkeys(strange & board.scope.sought.keys(), ZERO))
    if field_of(board.task) is not None:
        open_ones = [each for each in nodes(e) if isinstance(each, Fn) and each.name in board.scope.meanings]
        yield from _parts(mapped(e, lambda node: ZERO if node in open_ones else node))
        return
    for each in dict.fromkeys((e, bare, board.meant(e))):
        yield from _parts(each)


def _stands_in(line: Line, written: list[Expr]) -> bool:
    """Has everything that a step found been written down?"""
    found = _results(line)
    return bool(found) and all(any(_same(each, mine) for mine in written) for each in found)


def _results(line: Line) -> list[Expr]:
    """What is new in a line of the solution and says something: equations, arrays, formulas without operators."""
    before = set(nodes(line.before))
    found: list[Expr] = []
    stack = [line.opened]
    while stack:
        node = stack.pop()
        if node in before or isinstance(node, (Num, Sym)):
            continue
        equations = isinstance(node, Vector) and any(isinstance(each, Rel) for each in node.entries)
        if node.stands or equations or isinstance(node, Set):
            stack.extend(node.children)
        else:
            found.append(node)
    return found


def _parts(e: Expr) -> Iterator[Expr]:
    """A line, and what can be compared in it."""
    yield e
    match e:
        case Rel(_, _, right):
            yield from _parts(right)
        case Set(elements):
            for each in elements:
                yield from _parts(each.args[0] if isinstance(each, Operator) and each.name in NAMED else each)


def _same(a: Expr, b: Expr) -> bool:
    if alike(a, b):
        return True
    both = entries(a), entries(b)
    if both[0] is not None and both[1] is not None:
        return len(both[0]) == len(both[1]) and all(_same(x, y) for x, y in zip(both[0], both[1], strict=True))
    try:
        if isinstance(a, Rel) and isinstance(b, Rel):
            one, other = (Add((each.left, Neg(each.right))) for each in (a, b))
            return agree(one, other) == "agree" or agree(one, Neg(other)) == "agree"
        return not isinstance(a, Rel) and not isinstance(b, Rel) and agree(a, b) == "agree"
    except NoTape:
        return False


def by_parts(board: Board) -> tuple[Hint, ...]:
    """u and dv have been chosen: put them into ∫ u dv = u v − ∫ v du."""
    if not indefinite(board.task):
        return ()
    x = board.task.variable
    names = {name: each for name, each in board.scope.meanings.items() if len(name) == 1 and name not in ("f", "I")}
    for u, first in names.items():
        for v, second in names.items():
            slope = board.scope.slope_of(Sym(v))
            if u == v or slope is None or first.slope is not None or second.slope is not None:
                continue
            if board.same(Int(Mul((board.scope.spelled(Sym(u)), slope)), x), board.task):
                return _parts_hint(board, u, v)
    return ()


def _parts_hint(board: Board, u: str, v: str) -> tuple[Hint, ...]:
    assert isinstance(board.task, Int)
    first, second = (board.scope.spelled(Sym(each)) for each in (u, v))
    rate = valued(Diff(first, board.task.variable), strategy_of(board.problem), solve_budget())
    line = Add((Mul((first, second)), Neg(Int(tidied(Mul((second, rate))), board.task.variable))))
    slots = (("u", u), ("v", v))
    return (
        Hint(1, Text("Look at what you have chosen: ${u}$, $d{v}$, and from them $d{u}$ and ${v}$.", slots)),
        Hint(2, Text("Use integration by parts.")),
        Hint(3, Text("Put them in: $\\int {u}\\,d{v} = {u}{v} - \\int {v}\\,d{u}$.", slots)),
        Hint(4, Text("The next line is ${line}$.", (("line", latex(line)),)), line),
    )


def closing(board: Board) -> tuple[Hint, ...]:
    """What is left when no operator is: names to put back, the constant of integration."""
    own = sorted(board.own_names(board.valid))
    if own:
        line = board.scope.spelled(board.valid)
        slots = (("name", own[0]), ("value", latex(board.scope.spelled(Sym(own[0])))))
        return (
            Hint(1, Text("Look at ${name}$. It is your name for something else.", slots)),
            Hint(2, Text("Put back what the name stands for.")),
            Hint(3, Text("${name}$ stands for ${value}$.", slots)),
            Hint(4, Text("The next line is ${line}$.", (("line", latex(line)),)), line),
        )
    if indefinite(board.task) and board.begun and symbols(board.valid) <= symbols(board.task):
        line = Add((board.valid, Sym("C")))
        return (
            Hint(1, Text("Is this the only function with this derivative?")),
            Hint(2, Text("Add the constant of integration.")),
            Hint(3, Text("Functions with the same derivative differ by a constant: write it as $C$.")),
            Hint(4, Text("The next line is ${line}$.", (("line", latex(line)),)), line),
        )
    return ()


__all__ = ["guidance"]
