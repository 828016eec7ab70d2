"""A learner's derivation judged line by line, by value: what follows, the first wrong line, and what goes on right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fluxions.calculus.budget import Budget, OutOfBudget, check_budget, solve_budget
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.derivation.strategy import Stuck, settled
from fluxions.calculus.diagnosis.diagnose import (
    UNFINISHED,
    derived,
    diagnose_read,
    explained,
    foreign_prime,
    named,
    strategy_of,
    undefined,
    with_given,
    words,
)
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Diagnosis, LineReport, LineVerdict, Mistaken
from fluxions.calculus.diagnosis.hints import next_hints
from fluxions.calculus.diagnosis.implicit import compared_on_curve, holds_with_slope
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import And, Diff, Expr, Fn, Limit, Operator, Or, Rel, Set, Sym
from fluxions.calculus.language.lines import Line, read_line
from fluxions.calculus.language.reading import Reading, Syntax
from fluxions.calculus.problem import Problem
from fluxions.calculus.trees import nodes, standing, substituted
from fluxions.calculus.verdict import Comparison, Different, Equal, Right, Text, Undecided, Unknown, Unreadable, Wrong

RELATIONS = (Rel, And, Or, Set)
NOT_AN_ANSWER = frozenset({"restated", "definition", "task"})


@dataclass(slots=True)
class _Board:
    """What has been written so far."""

    above: Expr  # the last line that was read
    valid: Expr  # the last line that has the value of the task
    target: Expr
    broken: int | None = None
    last: Reading | None = None
    diagnosis: Diagnosis | None = None
    definitions: dict[str, Expr] = field(default_factory=dict)


def diagnose_lines(
    problem: Problem, lines: Sequence[str], *, syntax: Syntax = "auto", budget: Budget | None = None
) -> LineReport:
    """Every line with its verdict, the first wrong one named, and the next step from the last valid line."""
    derivation = derived(problem)
    target = derivation.answer if isinstance(derivation, Derivation) else problem.task
    board = _Board(problem.task, problem.task, target)
    spent = budget or solve_budget()
    verdicts = tuple(_judged(problem, board, text, number, syntax, spent) for number, text in enumerate(lines, 1))
    diagnosis, complete = _concluded(problem, board, verdicts)
    goal = diagnosis.at if isinstance(diagnosis, Mistaken) else None
    hints = () if complete else next_hints(board.valid, strategy_of(problem), goal)
    return LineReport(verdicts, board.broken, diagnosis, hints, complete)


def _judged(problem: Problem, board: _Board, text: str, number: int, syntax: Syntax, budget: Budget) -> LineVerdict:
    line = read_line(text, words(problem), syntax=syntax)
    reading = line.reading
    if isinstance(reading, Unreadable):
        board.last = None
        return LineVerdict("unreadable", reading.code, reading.message, spot=reading)
    if line.kind == "let" and isinstance(line.name, Sym) and line.name.name in named(problem):
        message = Text("{name} is in the task already. Use another letter.", (("name", line.name.name),))
        return LineVerdict("unreadable", "name-taken", message, spot=Unreadable("name-taken", (0, len(text)), message))
    if line.kind == "let" and isinstance(line.name, Sym):
        board.definitions[line.name.name] = reading.expr
        return LineVerdict("right", "definition", expr=Rel("=", line.name, reading.expr))
    board.last = reading
    sides = tuple(with_given(substituted(each, board.definitions), problem) for each in line.sides)
    stranger = next((name for each in sides if (name := foreign_prime(each, problem))), None)
    if stranger is not None:
        spot = undefined(stranger)
        return LineVerdict("unreadable", spot.code, spot.message, reading.expr, spot)
    if _restated(problem, line, sides[0]):
        return LineVerdict("right", "restated", expr=reading.expr)
    if any(isinstance(each, RELATIONS) for each in sides) or not isinstance(line.name, (Diff, Fn, Sym, type(None))):
        return _equation(problem, line, reading.expr)
    judged = [_compared(problem, board, e, number, budget) for e in sides]
    return next((each for each in judged if each.verdict != "right"), judged[-1])


def _equation(problem: Problem, line: Line, right: Expr) -> LineVerdict:
    """A line that is an equation: judged where the slope is sought of a curve, else left open."""
    e = right if line.name is None else Rel("=", line.name, right)
    task = problem.task
    if isinstance(task, Operator) and task.name == "implicit" and isinstance(e, Rel) and e.op == "=":
        derivation = derived(problem)
        if isinstance(derivation, Derivation) and holds_with_slope(task, e, derivation.answer):
            return LineVerdict("right", "follows", expr=e)
    return LineVerdict(
        "undecided", "equation", Text("We could not decide this line. It does not count against you."), e
    )


def _compared(problem: Problem, board: _Board, e: Expr, number: int, budget: Budget) -> LineVerdict:
    try:
        outcome = _against(problem, e, board.target)
        follows = isinstance(equal(e, board.above, assume=problem.assume, budget=check_budget()), Equal)
        budget.spend(1)
    except OutOfBudget:
        outcome, follows = Unknown("budget"), False
    match outcome:
        case Equal():
            reason = "follows" if board.broken is None else "recovered"
            board.above = board.valid = e
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
        return LineVerdict("wrong", wrong.reason, board.diagnosis.message, e)
    board.above = e
    return LineVerdict("wrong", wrong.reason, wrong.message, e)


def _named(problem: Problem, board: _Board, e: Expr, wrong: Wrong) -> Mistaken | Ambiguous | Wrong:
    """The mistake that leads from the learner's own last valid line to this one."""
    try:
        steps, value = settled(board.valid, strategy_of(problem), solve_budget())
    except (Stuck, OutOfBudget, RecursionError):
        return wrong
    found = explained(Derivation(board.valid, value, steps, "numeric"), e, wrong, problem)
    return found if isinstance(found, (Mistaken, Ambiguous)) else wrong


def _restated(problem: Problem, line: Line, e: Expr) -> bool:
    """Does the line write down the function that is to be differentiated?"""
    task = problem.task
    while isinstance(task, Diff):
        task = task.arg
        if e == task and line.name is not None and not _primed(line.name):
            return True
    return False


def _primed(left: Expr) -> bool:
    return isinstance(left, Diff) or (isinstance(left, Fn) and left.name.endswith("'"))


def _concluded(problem: Problem, board: _Board, verdicts: Sequence[LineVerdict]) -> tuple[Diagnosis, bool]:
    """The diagnosis of the whole working, and whether it ends with a right answer."""
    if board.diagnosis is not None:
        return board.diagnosis, False
    if board.last is None or not verdicts:
        spot = next((each.spot for each in reversed(verdicts) if each.spot is not None), None)
        return spot or Undecided("empty", Text("There is no answer yet.")), False
    if standing(board.last.expr) or verdicts[-1].verdict != "right" or verdicts[-1].reason in NOT_AN_ANSWER:
        return UNFINISHED, False
    verdict = diagnose_read(problem, board.last)
    return verdict, isinstance(verdict, Right)


__all__ = ["diagnose_lines"]
