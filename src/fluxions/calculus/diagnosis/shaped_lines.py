"""Lines of matrix calculus: each is the differential of the task, or has the value of the task."""

from __future__ import annotations

from collections.abc import Sequence

from fluxions.calculus.answers.check import check_read
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.diagnose import UNFINISHED, derived, strategy_of, words
from fluxions.calculus.diagnosis.diagnosis import Diagnosis, LineReport, LineVerdict
from fluxions.calculus.diagnosis.hints import next_hints
from fluxions.calculus.expr import Expr, Operator
from fluxions.calculus.language.lines import Line, read_line
from fluxions.calculus.language.reading import Reading, Syntax
from fluxions.calculus.numbers.array_agreement import agree
from fluxions.calculus.problem import Problem
from fluxions.calculus.shapes import Clash, Shaped, differential_of, names_in, shape
from fluxions.calculus.verdict import Right, Text, Undecided, Unreadable, Wrong

CARRIED = Text("This follows from the line above, which is wrong.")


def diagnose_shaped_lines(problem: Problem, texts: Sequence[str], syntax: Syntax) -> LineReport:
    """Every line with its verdict, and the first wrong one named."""
    verdicts: list[LineVerdict] = []
    broken: int | None = None
    diagnosis: Diagnosis | None = None
    above: Expr = problem.task
    for number, text in enumerate(texts, 1):
        line = read_line(text, words(problem), syntax=syntax)
        found, said = _judged(problem, line)
        if isinstance(said, Wrong) and broken is not None and isinstance(line.reading, Reading):
            if _same(line.reading.expr, above):
                found = LineVerdict("right", "carried", CARRIED, found.expr)
        elif isinstance(said, Wrong):
            broken, diagnosis = number, said
        above = found.expr or above
        diagnosis = diagnosis if broken is not None else said
        verdicts.append(found)
    last = verdicts[-1] if verdicts else None
    complete = broken is None and isinstance(diagnosis, Right)
    empty = Undecided("empty", Text("There is no answer yet."))
    hints = () if complete else next_hints(problem.task, strategy_of(problem))
    return LineReport(tuple(verdicts), broken, diagnosis if last and diagnosis else empty, hints, complete)


def _judged(problem: Problem, line: Line) -> tuple[LineVerdict, Diagnosis]:
    """One line, and what it means as the last one."""
    reading = line.reading
    if isinstance(reading, Unreadable):
        return LineVerdict("unreadable", reading.code, reading.message, spot=reading), reading
    e = line.sides[-1]
    if e == problem.task:
        return LineVerdict("right", "task", expr=e), UNFINISHED
    if _is_differential(problem, line.sides):
        return LineVerdict("right", "on-the-way", expr=e), UNFINISHED
    derivation = derived(problem)
    expected = derivation.answer if isinstance(derivation, Derivation) else problem.task
    said = check_read(
        Reading(e, reading.text, (), reading.spans), expected, vocabulary=words(problem), form=problem.form
    )
    match said:
        case Right():
            return LineVerdict("right", "follows", expr=e), said
        case Wrong(reason, message):
            return LineVerdict("wrong", reason, message, e), said
        case Undecided(why, message):
            return LineVerdict("undecided", why, message, e), said
    return LineVerdict("unreadable", said.code, said.message, e), said


def _is_differential(problem: Problem, sides: tuple[Expr, ...]) -> bool:
    """Does every side that holds dX have the value of the differential of what is differentiated?"""
    match problem.task:
        case Operator("matgrad" | "jacobian", (f, Shaped() as x)):
            held = [each for each in sides if differential_of(x).name in names_in(each)]
            whole = Operator("differential", (f, x))
            return bool(held) and held[-1] == sides[-1] and all(_same(each, whole) for each in held)
    return False


def _same(a: Expr, b: Expr) -> bool:
    try:
        return shape(a) == shape(b) and agree(a, b) == "agree"
    except Clash:
        return False


__all__ = ["diagnose_shaped_lines"]
