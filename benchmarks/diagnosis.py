"""Diagnosis measured on mistakes, right answers and workings that were made apart from it.

Run `python -m benchmarks.diagnosis` in the root of the repository. Four parts, each drawn by `--seed`:
wrong answers with the name of their mistake (a name is right if `diagnosis_cases/names.py` lists it for that kind);
right answers in unusual forms, of which none may be called wrong; workings with and without one slip, of which the
first wrong line must be found, or none; and times. SymPy and NumPy confirm each case before it is asked. `--only`
runs one part, `--list` shows every case that failed. The status is 1 where a right answer or a right line is called
wrong, or a wrong answer right.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any

from benchmarks.diagnosis_cases.drawn import Answer, Working, unusual_answers, workings, wrong_answers
from benchmarks.diagnosis_cases.matrices import SHAPES
from benchmarks.diagnosis_cases.names import NAMES, REASONS
from fluxions.calculus import Problem, diagnose, diagnose_lines, solve, wrong_answers as predicted
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Diagnosis, LineReport, Mistaken
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Wrong
from fluxions.calculus.vocabulary import STANDARD, Vocabulary

LETTERS = STANDARD.declaring(*"abcdhkmnpqrstuvwxyz")
MATRICES = replace(STANDARD, shapes=tuple(SHAPES.items()))
FALSE = frozenset({"called right", "called wrong", "false line"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one case went, in how many milliseconds, and what is shown of it."""

    topic: str
    result: str
    ms: float
    shown: str


def problem(task: str, topic: str) -> Problem:
    """The task, solved beforehand as it is for a learner."""
    words: Vocabulary = MATRICES if topic == "matrix calculus" else LETTERS
    reading = read(task, words)
    if not isinstance(reading, Reading):
        raise SystemExit(f"{task}: {reading.message}")
    solved = solve(reading.expr)
    return Problem("", reading.expr, words, derivation=solved if isinstance(solved, Derivation) else None)


def of_wrong(case: Answer) -> Outcome:
    """Is a mistake named, or told among at most three?"""
    asked, began = problem(case.task, case.topic), perf_counter()
    found = diagnose(asked, case.text)
    ms = 1000 * (perf_counter() - began)
    result, said = named(found, case.mistake)
    return Outcome(case.topic, result, ms, f"{case.mistake}: {case.task} | {case.text} | {said}")


def named(found: Diagnosis, mistake: str) -> tuple[str, str]:
    """What was found, and the ids that were said."""
    allowed = NAMES.get(mistake, ())
    match found:
        case Mistaken(misconception):
            return ("named" if misconception.name in allowed else "misnamed"), misconception.name
        case Ambiguous():
            ids = [each.misconception.name for each in found.told]
            return ("among three" if set(ids) & set(allowed) else "misnamed"), ", ".join(ids)
        case Wrong(reason):
            return ("named" if reason in REASONS.get(mistake, ()) else "missed"), reason
        case Undecided(why):
            return "undecided", why
        case Unreadable(code):
            return "unreadable", code
        case Right(reason):
            return "called right", reason


def of_right(case: Answer) -> Outcome:
    """A right answer in an unusual form: right, or at worst not decided."""
    asked, began = problem(case.task, case.topic), perf_counter()
    found = diagnose(asked, case.text)
    ms = 1000 * (perf_counter() - began)
    result, said = named(found, "")
    result = {"called right": "right", "undecided": "undecided", "unreadable": "unreadable"}.get(result, "called wrong")
    return Outcome(case.topic, result, ms, f"{case.task} | {case.text} | {said}")


def of_working(case: Working) -> Outcome:
    """Is the first wrong line found, or none where none is?"""
    asked, began = problem(case.task, case.topic), perf_counter()
    report = diagnose_lines(asked, case.lines)
    ms = 1000 * (perf_counter() - began)
    shown = (
        f"{case.task} | {' ; '.join(case.lines)} | slip {case.slip}, found {report.first_wrong_line}, {said(report)}"
    )
    if report.first_wrong_line == case.slip:
        return Outcome(case.topic, "exact", ms, shown)
    if case.slip is None or (report.first_wrong_line or case.slip) < case.slip:
        return Outcome(case.topic, "false line", ms, shown)
    return Outcome(case.topic, "not found" if report.first_wrong_line is None else "later line", ms, shown)


def said(report: LineReport) -> str:
    """The verdicts of the lines."""
    return " ".join(f"{each.verdict}/{each.reason}" for each in report.lines)


def of_table(case: Answer) -> Outcome:
    """How long the table of predicted answers of a problem takes."""
    asked, began = problem(case.task, case.topic), perf_counter()
    found = predicted(asked)
    return Outcome(case.topic, "made" if found else "empty", 1000 * (perf_counter() - began), case.task)


def table(title: str, outcomes: list[Outcome], columns: tuple[str, ...], listed: bool) -> int:
    """Prints a line for each topic; returns how many are false."""
    by_topic: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        by_topic[each.topic].append(each)
    print(f"\n{title}\n{'':<24}{'asked':>7}" + "".join(f"{name:>14}" for name in columns))
    for topic, theirs in [*by_topic.items(), ("all", outcomes)]:
        counts = Counter(each.result for each in theirs)
        print(f"{topic:<24}{len(theirs):>7}" + "".join(f"{counts[name]:>14}" for name in columns))
    good = sum(each.result in GOOD for each in outcomes)
    times = sorted(each.ms for each in outcomes)
    late = [times[int(share * (len(times) - 1))] for share in (0.5, 0.95, 1)]
    print(
        f"good {100 * good / len(outcomes):.1f} %; p50 {late[0]:.1f} ms, p95 {late[1]:.1f} ms, worst {late[2]:.0f} ms"
    )
    for each in outcomes if listed else ():
        if each.result not in GOOD:
            print(f"  {each.result:<12} {each.topic}: {each.shown}")
    sys.stdout.flush()
    return sum(each.result in FALSE for each in outcomes)


GOOD = frozenset({"named", "among three", "right", "exact", "made"})
WRONG = ("named", "among three", "misnamed", "missed", "undecided", "unreadable", "called right")
RIGHT = ("right", "undecided", "unreadable", "called wrong")
LINES = ("exact", "later line", "not found", "false line")
PARTS: tuple[tuple[str, str, tuple[str, ...], Callable[[Any], Outcome], Callable[[argparse.Namespace], Iterable[Any]]], ...] = (
    ("wrong", "Wrong answers", WRONG, of_wrong, lambda options: wrong_answers(options.draws, options.seed)),
    ("right", "Right answers in unusual forms", RIGHT, of_right, lambda options: unusual_answers(options.right, options.seed)),
    ("workings", "Workings, half of them with one slip", LINES, of_working,
     lambda options: workings(options.workings, options.seed)),
    ("tables", "Tables of predicted answers", ("made", "empty"), of_table,
     lambda options: {each.task: each for each in wrong_answers(1, options.seed)}.values()),
)  # fmt: skip


def main() -> int:
    """The status is 1 where something right is called wrong, or something wrong right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=("wrong", "right", "workings", "tables"))
    parser.add_argument("--list", action="store_true", help="show the cases that failed")
    parser.add_argument("--topic", help="only topics that begin so")
    parser.add_argument("--draws", type=int, default=2, help="how often each template is drawn for wrong answers")
    parser.add_argument("--right", type=int, default=2000, metavar="COUNT")
    parser.add_argument("--workings", type=int, default=200, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    of_wrong(Answer("differentiation", "diff(sin(x^2), x)", "cos(x^2)"))  # warm
    false = 0
    for name, title, columns, outcome, cases in PARTS:
        if options.only in (None, name):
            asked = [each for each in cases(options) if each.topic.startswith(options.topic or "")]
            false += table(title, [outcome(each) for each in asked], columns, options.list)
    return int(false > 0)


if __name__ == "__main__":
    sys.exit(main())
