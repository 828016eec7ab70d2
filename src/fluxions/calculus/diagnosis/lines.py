"""A learner's derivation judged line by line, by value: what follows, the first wrong line, and what goes on right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fluxions.calculus.budget import Budget, OutOfBudget, check_budget, solve_budget
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.derivation.strategy import Stuck, settled
from fluxions.calculus.diagnosis.claims import (
    Meaning,
    is_name,
    limit_of_all,
    milestones,
    open_slope,
    primed,
    spelled_out,
    stranger,
    symbols_of,
    usual_names,
    variables,
)
from fluxions.calculus.diagnosis.diagnose import (
    UNFINISHED,
    derived,
    diagnose_read,
    explained,
    named,
    same_value,
    strategy_of,
    undefined,
    with_given,
    words,
)
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Diagnosis, LineReport, LineVerdict, Mistaken
from fluxions.calculus.diagnosis.equations import holds_at_solutions, unknown_of
from fluxions.calculus.diagnosis.hints import next_hints
from fluxions.calculus.diagnosis.implicit import compared_on_curve, curve_of, holds_with_slope
from fluxions.calculus.diagnosis.shaped_lines import diagnose_shaped_lines
from fluxions.calculus.diagnosis.tangents import solved_for_height
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Add, And, Diff, Expr, Fn, Limit, Neg, Operator, Or, Rel, Set, Sym
from fluxions.calculus.language.latex import latex
from fluxions.calculus.language.lines import Line, read_line
from fluxions.calculus.language.reading import Reading, Syntax
from fluxions.calculus.problem import Problem
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import free_of, nodes, standing, symbols
from fluxions.calculus.verdict import Comparison, Different, Equal, Right, Text, Undecided, Unknown, Unreadable, Wrong

RELATIONS = (Rel, And, Or, Set)
MOST_TERMS = 12  # of a line that is searched for a lost one
LIMIT_OF_ALL = Text("The limit is taken of the first term only. Put brackets around all that it is taken of.")
OWN_NAMES = Undecided("unfinished", Text("Right so far. Put back what the names you gave stand for."))
NOT_AN_ANSWER = frozenset({"restated", "definition", "task", "true", "on-the-way"})


@dataclass(slots=True)
class _Board:
    """What has been written so far."""

    above: Expr  # the last line that was read
    valid: Expr  # the last line that has the value of the task
    target: Expr
    broken: int | None = None
    begun: bool = False  # has a line had the value of the task?
    last: Reading | None = None
    diagnosis: Diagnosis | None = None
    meanings: dict[str, Meaning] = field(default_factory=dict)
    count: int = 0  # how many lines there are


def diagnose_lines(
    problem: Problem, lines: Sequence[str], *, syntax: Syntax = "auto", budget: Budget | None = None
) -> LineReport:
    """Every line with its verdict, the first wrong one named, and the next step from the last valid line."""
    if is_shaped(problem.task):
        return diagnose_shaped_lines(problem, lines, syntax)
    derivation = derived(problem)
    target = derivation.answer if isinstance(derivation, Derivation) else problem.task
    board = _Board(problem.task, problem.task, target, meanings=usual_names(problem.task), count=len(lines))
    spent = budget or solve_budget()
    verdicts = tuple(_judged(problem, board, text, number, syntax, spent) for number, text in enumerate(lines, 1))
    diagnosis, complete = _concluded(problem, board, verdicts)
    goal = diagnosis.at if isinstance(diagnosis, Mistaken) else None
    hints = () if complete else next_hints(board.valid, strategy_of(problem), goal)
    return LineReport(verdicts, board.broken, diagnosis, hints, complete)


def _judged(problem: Problem, board: _Board, text: str, number: int, syntax: Syntax, budget: Budget) -> LineVerdict:
    line = solved_for_height(problem, read_line(text, words(problem), syntax=syntax))
    reading = line.reading
    if isinstance(reading, Unreadable):
        board.last = None
        return LineVerdict("unreadable", reading.code, reading.message, spot=reading)
    if line.kind == "let" and isinstance(line.name, Sym) and line.name.name in named(problem):
        message = Text("{name} is in the task already. Use another letter.", (("name", line.name.name),))
        return LineVerdict("unreadable", "name-taken", message, spot=Unreadable("name-taken", (0, len(text)), message))
    if line.kind == "let" and isinstance(line.name, Sym):
        board.meanings[line.name.name] = Meaning(reading.expr)
        return LineVerdict("right", "definition", expr=Rel("=", line.name, reading.expr))
    board.last = reading
    if _restated(problem, line, line.sides[0]):
        return LineVerdict("right", "restated", expr=reading.expr)
    relation = any(isinstance(each, RELATIONS) for each in line.sides)
    if relation or not (line.name is None or is_name(line.name, problem)):
        return _equation(problem, board, line, reading.expr)
    return _stated(problem, board, line, number, budget)


def _stated(problem: Problem, board: _Board, line: Line, number: int, budget: Budget) -> LineVerdict:
    """Every side against the task; a value that is another one is wrong only where nothing else explains it."""
    for typed in line.sides:
        e = _meant(problem, board, typed)
        name = stranger(e, problem)
        unsaid = name is not None or open_slope(typed, board.meanings)
        outcome = Unknown("names") if unsaid else _outcome(problem, board, e)
        excuse = None if isinstance(outcome, Equal) else _excused(problem, board, line, e, number)
        if excuse is None and name:
            excuse = _undefined(name, e)
        found = excuse or _compared(problem, board, e, number, budget, outcome)
        if found.verdict != "right":
            return found
        if excuse is None and found.reason != "carried":
            board.valid = spelled_out(typed, board.meanings)  # values still to be looked up are a step of their own
    return found


def _meant(problem: Problem, board: _Board, e: Expr) -> Expr:
    return with_given(spelled_out(e, board.meanings), problem)


def _undefined(name: str, e: Expr) -> LineVerdict:
    spot = undefined(name)
    return LineVerdict("unreadable", spot.code, spot.message, e, spot)


def _excused(problem: Problem, board: _Board, line: Line, e: Expr, number: int) -> LineVerdict | None:
    """What a line says that has another value than the task: a true equation, a name, a value on the way."""
    if line.name is not None and _true(problem, board, line.name, line.sides[-1]):
        _keep_name(board, line)
        return LineVerdict("right", "true", expr=e)
    if isinstance(line.name, Diff) and line.name.variable.name not in named(problem):
        return LineVerdict("undecided", "equation", Undecided("").message, e)
    last = number == board.count
    known = not stranger(e, problem)
    if isinstance(line.name, (Sym, Fn)) and not primed(line.name) and not (last and known):
        return _named_so(problem, board, line.name, line.sides[-1])
    if known and not primed(line.name) and _on_the_way(problem, board, e, last):
        return LineVerdict("right", "on-the-way", expr=e)
    sought = unknown_of(problem.task)
    if sought is not None and not free_of(e, sought):
        return _not_decided(e)
    return _in_doubt(problem, board, line) if known else None


def _true(problem: Problem, board: _Board, left: Expr, right: Expr) -> bool:
    """Do both sides of an equation have the same value, whatever the task is?"""
    left, right = _meant(problem, board, left), _meant(problem, board, right)
    known = variables(board.meanings)
    strange = stranger(left, problem, known) or stranger(right, problem, known)
    return strange is None and same_value(left, right, problem)


def _keep_name(board: _Board, line: Line) -> None:
    """`y = u^3`, where u has been named: y is from here on seen as a function of u."""
    value = line.sides[-1]
    if isinstance(line.name, Sym) and symbols(value) & board.meanings.keys():
        board.meanings[line.name.name] = Meaning(value)


def _named_so(problem: Problem, board: _Board, name: Sym | Fn, value: Expr) -> LineVerdict | None:
    """`u = 9x - 5` or `g(x) = 9x - 5`: from here on the name stands for the value."""
    match name:
        case Sym(called) if called not in named(problem):
            board.meanings[called] = Meaning(value, None)
        case Fn(called, (Sym() as x,)) if called not in symbols_of(problem):
            board.meanings[called] = Meaning(value, x)
        case _:
            return None
    return LineVerdict("right", "definition", expr=Rel("=", name, value))


def _on_the_way(problem: Problem, board: _Board, e: Expr, last: bool) -> bool:
    """Is e a value on the way to the answer? A function written in the place of its derivative is not."""
    if isinstance(problem.task, Diff) and (last or board.begun):
        return False
    return any(same_value(e, each, problem) for each in milestones(problem.task))


def _in_doubt(problem: Problem, board: _Board, line: Line) -> LineVerdict | None:
    """A question back where the line is right under the other common reading."""
    assert isinstance(line.reading, Reading)
    others = [(note.other, note.span, note.message) for note in line.reading.notes if note.other is not None]
    if (whole := limit_of_all(line.sides[-1])) is not None:
        others.append((whole, (0, len(line.reading.text)), LIMIT_OF_ALL))
    for other, span, said in others:
        if isinstance(_outcome(problem, board, _meant(problem, board, other)), Equal):
            message = Text("This can be read in two ways. {note}", (("note", str(said)),))
            spot = Unreadable("ambiguous-reading", span, message)
            return LineVerdict("unreadable", spot.code, message, line.reading.expr, spot)
    return None


def _equation(problem: Problem, board: _Board, line: Line, right: Expr) -> LineVerdict:
    """A line that is an equation: judged by its sides, and on the curve where the slope of one is sought."""
    e = right if line.name is None else Rel("=", line.name, right)
    task = problem.task
    if line.name is not None and not any(isinstance(each, RELATIONS) for each in line.sides):
        value = _meant(problem, board, right)
        if all(_true(problem, board, each, value) for each in (line.name, *line.sides)):
            answers = isinstance(_outcome(problem, board, value), Equal)
            return LineVerdict("right", "follows" if answers else "true", expr=right)
    curve = curve_of(task)
    if curve is not None and isinstance(e, Rel) and e.op == "=":
        derivation = solve(curve)
        if isinstance(derivation, Derivation) and holds_with_slope(curve, e, derivation.answer):
            return LineVerdict("right", "follows", expr=e)
    if isinstance(e, Rel) and holds_at_solutions(task, e, board.target):
        return LineVerdict("right", "follows", expr=e)
    return _not_decided(e)


def _not_decided(e: Expr) -> LineVerdict:
    words = Text("We could not decide this line. It does not count against you.")
    return LineVerdict("undecided", "equation", words, e)


def _outcome(problem: Problem, board: _Board, e: Expr) -> Comparison:
    try:
        return _against(problem, e, board.target)
    except OutOfBudget:
        return Unknown("budget")


def _compared(
    problem: Problem, board: _Board, e: Expr, number: int, budget: Budget, outcome: Comparison
) -> LineVerdict:
    try:
        follows = isinstance(equal(e, board.above, assume=problem.assume, budget=check_budget()), Equal)
        budget.spend(1)
    except OutOfBudget:
        outcome, follows = Unknown("budget"), False
    match outcome:
        case Equal():
            reason = "follows" if board.broken is None else "recovered"
            board.above = e
            board.begun = board.begun or e != problem.task
            return LineVerdict("right", "task" if e == problem.task else reason, expr=e)
        case Unknown():
            return LineVerdict("undecided", "not-decided", Undecided("").message, e)
    if follows and board.broken is not None:
        board.above = e
        return LineVerdict("right", "carried", Text("This follows from the line above, which is wrong."), e)
    return _wrong(problem, board, e, number, outcome)


def _against(problem: Problem, e: Expr, target: Expr) -> Comparison:
    """The line against the value of the task; limits are worked out, the slope of a curve is compared on the curve."""
    outcome = equal(_without_limits(problem, e), target, assume=problem.assume, budget=check_budget())
    task = problem.task
    if isinstance(outcome, Different) and isinstance(task, Operator) and task.name == "implicit":
        return compared_on_curve(task, e, target)
    return outcome


def _without_limits(problem: Problem, e: Expr) -> Expr:
    """e with its limits worked out where that succeeds; derivatives stand, jets carry them out."""
    if not any(isinstance(each, Limit) for each in nodes(e)):
        return e
    try:
        return settled(e, strategy_of(problem), solve_budget())[1]
    except (Stuck, OutOfBudget, RecursionError):
        return e


def _wrong(problem: Problem, board: _Board, e: Expr, number: int, outcome: Different) -> LineVerdict:
    wrong = Wrong(outcome.reason, Text("This line is not equal to the one above."), outcome.witness, "counterexample")
    if board.broken is None:
        board.broken = number
        board.diagnosis = _named(problem, board, e, wrong)
        board.above = e
        return LineVerdict("wrong", board.diagnosis.reason, board.diagnosis.message, e)
    board.above = e
    return LineVerdict("wrong", wrong.reason, wrong.message, e)


def _named(problem: Problem, board: _Board, e: Expr, wrong: Wrong) -> Mistaken | Ambiguous | Wrong:
    """The mistake that leads from the learner's own last valid line to this one."""
    try:
        steps, value = settled(board.valid, strategy_of(problem), solve_budget())
    except (Stuck, OutOfBudget, RecursionError):
        return wrong
    found = explained(Derivation(board.valid, value, steps, "numeric"), e, wrong, problem)
    if not isinstance(found, (Mistaken, Ambiguous)):
        found = _lost_term(problem, board.valid, e, wrong)
    whole = derived(problem)
    if found is wrong and isinstance(whole, Derivation):  # the rule was applied before, and undone in this line
        found = explained(whole, e, wrong, problem)
    return found if isinstance(found, (Mistaken, Ambiguous, Wrong)) else wrong


def _lost_term(problem: Problem, above: Expr, e: Expr, wrong: Wrong) -> Wrong:
    """A term of the line above that is missing here, or has the other sign."""
    if not isinstance(above, Add) or len(above.terms) > MOST_TERMS:
        return wrong
    for i, term in enumerate(above.terms):
        rest = (*above.terms[:i], *above.terms[i + 1 :])
        slots, seen = (("term", latex(term)),), (wrong.witness, wrong.proof)
        if same_value(Add(rest), e, problem):
            return Wrong("missing-term", Text("The term ${term}$ of the line above is missing.", slots), *seen)
        if same_value(Add((*rest, Neg(term))), e, problem):
            message = Text("The term ${term}$ of the line above has the other sign here.", slots)
            return Wrong("term-sign", message, *seen)
    return wrong


def _restated(problem: Problem, line: Line, e: Expr) -> bool:
    """Does the line write down the function that is to be differentiated?"""
    task = problem.task
    while isinstance(task, Diff):
        task = task.arg
        if e == task and line.name is not None and not primed(line.name):
            return True
    return False


def _concluded(problem: Problem, board: _Board, verdicts: Sequence[LineVerdict]) -> tuple[Diagnosis, bool]:
    """The diagnosis of the whole working, and whether it ends with a right answer."""
    if board.diagnosis is not None:
        return board.diagnosis, False
    if board.last is None or not verdicts:
        spot = next((each.spot for each in reversed(verdicts) if each.spot is not None), None)
        return spot or Undecided("empty", Text("There is no answer yet.")), False
    if standing(board.last.expr) or verdicts[-1].verdict != "right" or verdicts[-1].reason in NOT_AN_ANSWER:
        return UNFINISHED, False
    if stranger(board.last.expr, problem):
        return OWN_NAMES, False
    verdict = diagnose_read(problem, board.last)
    return verdict, isinstance(verdict, Right)


__all__ = ["diagnose_lines"]
