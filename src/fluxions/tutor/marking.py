"""A final answer or several lines of working, marked against a task as it was shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from fluxions import calculus
from fluxions.calculus import Derivation, Diagnosis, Hint, LineReport, Reading
from fluxions.calculus.expr import Expr
from fluxions.calculus.language import read_line
from fluxions.tutor.stated import Stated, problem_of


@dataclass(frozen=True, slots=True)
class Marked:
    """What was made of an answer: `report` for lines of working, `expr` the value that was compared."""

    diagnosis: Diagnosis
    report: LineReport | None = None
    expr: Expr | None = None


@lru_cache(maxsize=256)
def marked(task: Stated, text: str, working: bool = False) -> Marked:
    """The answer marked; lines of working are separated by line ends."""
    problem = problem_of(task)
    if not working:
        diagnosis = calculus.diagnose(problem, text)
        reading = read_line(text, problem.vocabulary).reading
        return Marked(diagnosis, None, reading.expr if isinstance(reading, Reading) else None)
    report = calculus.diagnose_lines(problem, lines_of(text))
    place = report.first_wrong_line or len(report.lines)
    return Marked(report.diagnosis, report, report.lines[place - 1].expr if report.lines else None)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of working that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def next_step(task: Stated, working: str = "") -> tuple[Hint, ...]:
    """The hint ladder from the last right line of the working, else from the task; empty where all is done."""
    problem = problem_of(task)
    if lines_of(working):
        report = marked(task, working, True).report
        if report is not None and (report.next_hints or report.complete):
            return report.next_hints
    return calculus.hints(problem.derivation, 0) if isinstance(problem.derivation, Derivation) else ()
