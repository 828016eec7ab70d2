"""A learner's derivation judged line by line, by value: what follows, the first wrong line, and what goes on right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fluxions.calculus.answers.check import indefinite
from fluxions.calculus.budget import Budget, OutOfBudget, solve_budget
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.blame import named_mistake
from fluxions.calculus.diagnosis.board import Board, variable_of
from fluxions.calculus.diagnosis.cases import NEVER_BACK, bounded, lost_for_good
from fluxions.calculus.diagnosis.claims import (
    Meaning,
    is_name,
    limit_of_all,
    open_slope,
    primed,
    symbols_of,
    usual_names,
)
from fluxions.calculus.diagnosis.conclusion import concluded
from fluxions.calculus.diagnosis.conditions import conditions_of
from fluxions.calculus.diagnosis.diagnose import (
    derived,
    named,
    undefined,
    words,
)
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Diagnosis, LineReport, LineVerdict, Mistaken
from fluxions.calculus.diagnosis.differentials import change_of_variable, differential_line, part_found
from fluxions.calculus.diagnosis.guidance import guidance
from fluxions.calculus.diagnosis.implicit import compared_on_curve
from fluxions.calculus.diagnosis.kinds_of_value import as_answer, labelled, unlike
from fluxions.calculus.diagnosis.labels import labels_of
from fluxions.calculus.diagnosis.letters import FREE, letters_of
from fluxions.calculus.diagnosis.odes import names_of_solution
from fluxions.calculus.diagnosis.progress import SEEN_BEFORE, SHOW_HOW, is_jump, was_there
from fluxions.calculus.diagnosis.scope import Scope
from fluxions.calculus.diagnosis.shaped_lines import diagnose_shaped_lines
from fluxions.calculus.diagnosis.statements import statements
from fluxions.calculus.diagnosis.subjects import equation_line, on_the_way, subject_line
from fluxions.calculus.diagnosis.systems import same_solutions
from fluxions.calculus.diagnosis.tangents import solved_for_height
from fluxions.calculus.diagnosis.unknowns import unknowns_of
from fluxions.calculus.diagnosis.worth import entry_apart
from fluxions.calculus.expr import And, Diff, Expr, Fn, Operator, Or, Rel, Set, Sum, Sym, Vector
from fluxions.calculus.language.lines import Line
from fluxions.calculus.language.reading import Reading, Syntax
from fluxions.calculus.problem import Problem
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.trees import nodes, symbols
from fluxions.calculus.verdict import Comparison, Different, Equal, Text, Undecided, Unknown, Unreadable, Wrong
from fluxions.calculus.vocabulary import FUNCTIONS, Vocabulary

RELATIONS = (Rel, And, Or, Set)
LIMIT_OF_ALL = Text("The limit is taken of the first term only. Put brackets around all that it is taken of.")
NOT_EQUAL = Text("This line is not equal to the one above.")
CARRIED = Text("This follows from the line above, which is wrong.")
LINE = 20_000  # units of work that a line counts for
GRAVEST = ("wrong", "unreadable", "undecided", "right")


def diagnose_lines(
    problem: Problem, lines: Sequence[str], *, syntax: Syntax = "auto", budget: Budget | None = None
) -> LineReport:
    """Every line with its verdict, the first wrong one named, and the next step from the last valid line."""
    if is_shaped(problem.task):
        return diagnose_shaped_lines(problem, lines, syntax)
    derivation = derived(problem)
    target = derivation.answer if isinstance(derivation, Derivation) else problem.task
    solution, constants = names_of_solution(problem.task, target)
    names = {**letters_of(problem.task), **usual_names(problem.task), **solution}
    scope = Scope(names, variable_of(problem.task), frozenset(names) - FREE, constants)
    problem = replace(problem, assume=(*problem.assume, *conditions_of(problem.task, derivation)))
    board = Board(problem, target, problem.task, problem.task, scope, count=len(lines))
    spent = budget or solve_budget()
    verdicts = tuple(_within(spent, board, text, number, syntax) for number, text in enumerate(lines, 1))
    diagnosis, complete = concluded(board, verdicts)
    verdicts = _with_what_was_lost(board, _with_doubt_settled(board, verdicts), diagnosis)
    goal = diagnosis.at if isinstance(diagnosis, Mistaken) else None
    hints = () if complete else guidance(board, goal)
    return LineReport(verdicts, board.broken, diagnosis, hints, complete)


def _with_doubt_settled(board: Board, verdicts: tuple[LineVerdict, ...]) -> tuple[LineVerdict, ...]:
    """A line that could be read in two ways is wrong where the learner goes on from its wrong reading."""
    if board.broken is None or board.doubtful is None or board.broken != board.doubtful[0]:
        return verdicts
    place = board.broken - 1
    later = next(i for i, each in enumerate(verdicts) if each.verdict == "wrong")
    said, carried = verdicts[later], LineVerdict("right", "carried", CARRIED, verdicts[later].expr)
    changed = {place: replace(said, expr=board.doubtful[1]), later: carried}
    return tuple(changed.get(i, each) for i, each in enumerate(verdicts))


def _with_what_was_lost(
    board: Board, verdicts: tuple[LineVerdict, ...], diagnosis: Diagnosis
) -> tuple[LineVerdict, ...]:
    """A line that keeps only some of the solutions is the first wrong one where the others never come back."""
    place = lost_for_good(verdicts) if isinstance(diagnosis, (Mistaken, Ambiguous, Wrong)) else None
    if place is None or bounded(board.task) or board.broken is not None or verdicts[-1].verdict != "right":
        return verdicts
    board.broken = place + 1
    message = diagnosis.message if isinstance(diagnosis, Mistaken) else NEVER_BACK
    said = replace(verdicts[place], verdict="wrong", message=message)
    return (*verdicts[:place], said, *verdicts[place + 1 :])


def _within(spent: Budget, board: Board, text: str, number: int, syntax: Syntax) -> LineVerdict:
    """A line's verdict; after a hundred lines nothing is decided any more."""
    try:
        spent.spend(LINE)
    except OutOfBudget:
        return LineVerdict("undecided", "budget", Undecided("budget").message)
    return _judged(board, text, number, syntax)


def _judged(board: Board, text: str, number: int, syntax: Syntax) -> LineVerdict:
    """The gravest of what is said of its statements; a line that is wrong is wrong at its first wrong statement."""
    found: list[LineVerdict] = []
    for each in statements(
        text, _words(board), board.variables(), unknowns=_unknowns(board), labels=labels_of(board.task), syntax=syntax
    ):
        found.append(_statement(board, solved_for_height(board.problem, each), text, number))
        if found[-1].verdict in ("wrong", "unreadable"):
            break
    if not found:
        spot = Unreadable("empty", (0, len(text)), Text("There is nothing here."))
        return LineVerdict("unreadable", spot.code, spot.message, spot=spot)
    gravest = min((each.verdict for each in found), key=GRAVEST.index)
    return next(each for each in reversed(found) if each.verdict == gravest)


def _unknowns(board: Board) -> frozenset[str]:
    """The names whose values make one point."""
    found = unknowns_of(board.task, board.target)
    return frozenset() if found is None or len(found.names) < 2 else frozenset(x.name for x in found.names)


def _words(board: Board) -> Vocabulary:
    """The names that may be used, with those of functions that such a working usually has."""
    known = words(board.problem)
    usual = {"F", "G"} if board.integrates() else set()
    if isinstance(board.task, Sum) and "N" not in named(board.problem):
        known = known.declaring("N")  # of partial sums
    match board.task:
        case Operator("line", (_, _, _, Sym(t), *_)):
            usual, known = {"F", "r"}, replace(known, variable=t)  # r' is dr/dt
        case Operator("chain", (_, _, Sym(t))):
            known = replace(known, variable=t)
    return replace(known, functions=known.functions | (usual - named(board.problem)))


def _statement(board: Board, line: Line, text: str, number: int) -> LineVerdict:
    reading, problem = line.reading, board.problem
    if isinstance(reading, Unreadable):
        board.last = None
        return LineVerdict("unreadable", reading.code, reading.message, spot=reading)
    if change_of_variable(board, line.name, line.sides[-1]):
        return LineVerdict("right", "definition", expr=Rel("=", line.name or line.sides[0], line.sides[-1]))
    if line.kind == "let" and isinstance(line.name, Sym) and line.name.name in named(problem):
        message = Text("{name} is in the task already. Use another letter.", (("name", line.name.name),))
        return LineVerdict("unreadable", "name-taken", message, spot=Unreadable("name-taken", (0, len(text)), message))
    if line.kind == "let" and isinstance(line.name, Sym):
        board.give(line.name.name, Meaning(reading.expr))
        return LineVerdict("right", "definition", expr=Rel("=", line.name, reading.expr))
    board.last, board.named_last = reading, line.name
    found = differential_line(board, line) or part_found(board, line) or subject_line(board, line, number)
    if found is not None:
        return _kept(board, line, found, number)
    if _restated(problem, line, line.sides[0]):
        return LineVerdict("right", "restated", expr=reading.expr)
    relation = any(isinstance(each, RELATIONS) for each in line.sides)
    if relation or not (line.name is None or is_name(line.name, problem)):
        return _kept(board, line, equation_line(board, line), number)
    return _stated(board, line, number)


def _kept(board: Board, line: Line, found: LineVerdict, number: int) -> LineVerdict:
    """The board remembers a wrong line, and what a right one said."""
    said = line.sides[-1] if line.name is None else Rel("=", line.name, line.sides[-1])
    if found.verdict == "wrong":
        carried = board.broken is not None and same_solutions(board, said, board.wrong)
        board.wrong = said
        if carried:
            return LineVerdict("right", "carried", CARRIED, found.expr)
        if board.broken is None:
            board.broken = number
            plain = Wrong(found.reason, found.message or NOT_EQUAL, None, "counterexample")
            named_so = line.name is not None and board.names_a_value(line.name)
            board.diagnosis = named_mistake(board, line, line.sides[0], plain) if named_so else plain
            found = replace(found, reason=board.diagnosis.reason, message=board.diagnosis.message)
        board.above = line.sides[-1]
    elif found.verdict == "right":
        board.running = line.sides[-1]
        board.written.append(said)
    return found


def _stated(board: Board, line: Line, number: int) -> LineVerdict:
    """Every side against the task; a value that is another one is wrong only where nothing else explains it."""
    for typed in line.sides:
        name = board.stranger(board.meant(typed)) if not indefinite(board.task) else None
        unsaid = name is not None or open_slope(typed, board.scope.meanings)
        outcome: Comparison = Unknown("names") if unsaid else _outcome(board, typed)
        if line.name is not None and board.fixed(line.name) and not isinstance(outcome, Unknown):
            by_name = board.compare(line.name, typed)
            outcome = by_name if isinstance(by_name, Different) else outcome
        said = labelled(board, line, typed) if not isinstance(outcome, Equal) else None
        if said is not None:
            outcome = said
        elif isinstance(outcome, Unknown):
            outcome = unlike(board, typed, number) or as_answer(board, line, typed, number) or outcome
        excuse = None if isinstance(outcome, Equal) else _excused(board, line, typed, number)
        if excuse is None and name:
            excuse = _undefined(name, typed)
        found = excuse or _compared(board, line, typed, number, outcome)
        if found.verdict != "right":
            return found
        board.running = typed
        if excuse is None and found.reason != "carried":
            board.valid = typed if indefinite(board.task) else board.scope.spelled(typed)
    board.written.append(line.sides[-1])
    return found


def _undefined(name: str, e: Expr) -> LineVerdict:
    spot = undefined(name)
    return LineVerdict("unreadable", spot.code, spot.message, e, spot)


def _excused(board: Board, line: Line, typed: Expr, number: int) -> LineVerdict | None:
    """What a line says that has another value than the task: a true equation, a name, a value on the way."""
    e = board.meant(typed)
    if line.name is not None and _true(board, line.name, line.sides[-1]):
        _keep_name(board, line)
        return LineVerdict("right", "true", expr=e)
    if isinstance(line.name, Diff) and line.name.variable.name not in named(board.problem):
        return LineVerdict("undecided", "equation", Undecided("").message, e)
    last = number == board.count
    known = board.stranger(e) is None
    if _says_another_thing(board, line.name) and not last:
        return LineVerdict("undecided", "equation", Undecided("").message, e)
    if line.name is not None and (board.fixed(line.name) or _is_height(board.task, line.name)):
        return None
    if isinstance(line.name, (Sym, Fn)) and not primed(line.name) and not (last and known):
        return _named_so(board, line.name, line.sides[-1])
    if line.kind == "continued" and line.name is None and _goes_on(board, typed):
        return LineVerdict("right", "on-the-way", expr=e)
    if not primed(line.name) and (found := on_the_way(board, typed, last)) is not None:
        return found
    found = _in_doubt(board, line) if known else None
    if found is not None:
        board.doubtful = (number, typed)
    return found


def _says_another_thing(board: Board, name: Expr | None) -> bool:
    """Is what stands left a formula in letters that have not been explained: n m, ln L, Q - P?

    In a derivative u'v + uv' may stand for it; there only what holds no derivative says another thing.
    """
    if name is None or isinstance(name, (Diff, Sym)) or (isinstance(name, Fn) and name.name not in FUNCTIONS):
        return False
    task = board.task
    of_slopes = not isinstance(task, Operator) or task.name in ("implicit", "logdiff")
    primes = any(isinstance(each, Diff) or (isinstance(each, Fn) and primed(each)) for each in nodes(name))
    return not (of_slopes and primes) and board.stranger(board.meant(name)) is not None


def _is_height(task: Expr, name: Expr) -> bool:
    """Is this the y of a tangent, or the z of a tangent plane?"""
    if not isinstance(task, Operator) or task.name != "tangent":
        return False
    height = "z" if isinstance(task.args[1], Vector) else "y"
    return name == Sym(height) and height not in symbols(task)


def _goes_on(board: Board, typed: Expr) -> bool:
    """Does `= …` have the value that the line above ended with, though that is not yet the value of the task?"""
    return board.broken is None and board.running is not None and board.same(typed, board.running)


def _true(board: Board, left: Expr, right: Expr) -> bool:
    """Do both sides of an equation have the same value, whatever the task is?"""
    if board.stranger(board.meant(left)) or (board.stranger(board.meant(right)) and not board.integrates()):
        return False
    return board.same(left, right)


def _keep_name(board: Board, line: Line) -> None:
    """`y = u^3`, where u has been named: y is from here on seen as a function of u."""
    value = line.sides[-1]
    if isinstance(line.name, Sym) and line.name.name not in named(board.problem) and board.own_names(value):
        board.give(line.name.name, Meaning(value))


def _named_so(board: Board, name: Sym | Fn, value: Expr) -> LineVerdict | None:
    """`u = 9x - 5` or `g(x) = 9x - 5`: from here on the name stands for the value."""
    match name:
        case Sym(called) if called not in named(board.problem):
            board.give(called, Meaning(value, None))
        case Fn(called, (Sym() as x,)) if called not in symbols_of(board.problem) | FUNCTIONS.keys():
            board.give(called, Meaning(value, x))
        case _:
            return None
    board.running = value
    return LineVerdict("right", "definition", expr=Rel("=", name, value))


def _in_doubt(board: Board, line: Line) -> LineVerdict | None:
    """A question back where the line is right under the other common reading."""
    assert isinstance(line.reading, Reading)
    others = [(note.other, note.span, note.message) for note in line.reading.notes if note.other is not None]
    if (whole := limit_of_all(line.sides[-1])) is not None:
        others.append((whole, (0, len(line.reading.text)), LIMIT_OF_ALL))
    for other, span, said in others:
        if isinstance(_outcome(board, other), Equal):
            message = Text("This can be read in two ways. {note}", (("note", str(said)),))
            spot = Unreadable("ambiguous-reading", span, message)
            return LineVerdict("unreadable", spot.code, message, line.reading.expr, spot)
    return None


def _outcome(board: Board, typed: Expr) -> Comparison:
    """The line against the value of the task; the slope of a curve is compared on the curve."""
    if indefinite(board.task):
        return board.compare(typed, board.task)
    outcome = board.compare(typed, board.target)
    task = board.task
    if isinstance(outcome, Different) and isinstance(task, Operator) and task.name == "implicit":
        return compared_on_curve(task, board.meant(typed), board.target)
    return outcome


def _compared(board: Board, line: Line, typed: Expr, number: int, outcome: Comparison) -> LineVerdict:
    e = board.meant(typed)
    match outcome:
        case Equal():
            return _kept_value(board, typed, e, number)
        case Unknown():
            return LineVerdict("undecided", "not-decided", Undecided("").message, e)
    if board.broken is not None and isinstance(board.compare(typed, board.above), Equal):
        board.above = typed
        return LineVerdict("right", "carried", CARRIED, e)
    return _wrong(board, line, typed, number, outcome)


def _kept_value(board: Board, typed: Expr, e: Expr, number: int) -> LineVerdict:
    """A line with the value of the task: it follows, jumps, comes back to it, or says what was there."""
    begun, before = board.begun, board.valid
    board.above = typed
    board.begun = board.begun or e != board.task
    if number < board.count and ((begun and e == board.task) or was_there(board, typed)):
        return LineVerdict("right", "leads-nowhere", SEEN_BEFORE, e)
    if e == board.task:
        return LineVerdict("right", "task", expr=e)
    if board.broken is not None:
        return LineVerdict("right", "recovered", expr=e)
    if is_jump(board, before, typed):
        asked = board.problem.type == "steps"
        return LineVerdict("right", "jump", SHOW_HOW if asked else None, e)
    return LineVerdict("right", "follows", expr=e)


def _wrong(board: Board, line: Line, typed: Expr, number: int, outcome: Different) -> LineVerdict:
    label = line.name if line.name is not None and board.names_a_value(line.name) else board.target
    said = entry_apart(board.meant(label), board.meant(typed), board.problem) or NOT_EQUAL
    wrong = Wrong(outcome.reason, said, outcome.witness, "counterexample")
    e = board.meant(typed)
    board.above = typed
    if board.broken is None:
        taken_up = board.doubtful is not None and isinstance(board.compare(typed, board.doubtful[1]), Equal)
        board.broken = board.doubtful[0] if board.doubtful is not None and taken_up else number
        board.diagnosis = named_mistake(board, line, typed, wrong)
        return LineVerdict("wrong", board.diagnosis.reason, board.diagnosis.message, e)
    return LineVerdict("wrong", wrong.reason, wrong.message, e)


def _restated(problem: Problem, line: Line, e: Expr) -> bool:
    """Does the line write down the function that is to be differentiated?"""
    task = problem.task
    while isinstance(task, Diff):
        task = task.arg
        if e == task and line.name is not None and not primed(line.name):
            return True
    return False


__all__ = ["diagnose_lines"]
