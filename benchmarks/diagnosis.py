"""Diagnosis measured on mistakes, right answers and workings that were made apart from it.

Run `python -m benchmarks.diagnosis` in the root of the repository. Five tables, their cases drawn by `--seed`: wrong
answers with the name of their mistake (right is what the `names.py` of the set lists for its kind); right answers in
unusual forms, of which none may be called wrong; workings with one slip, of which the first wrong line must be found;
right workings, in which no line may be called wrong; and tables of predicted answers. SymPy and NumPy confirm the cases
before they are asked. There are two sets of cases, and `--set` asks one of them: the second was written without reading
the first or the engine's rules. `--only` runs one table, `--list` shows every case that failed. Times are the
processor's, with the task solved before. The status is 1 where something right is called wrong, a wrong answer right,
or a case crashes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from time import process_time
from types import ModuleType
from typing import Any

from benchmarks.diagnosis_cases import drawn, names
from benchmarks.diagnosis_cases.drawn import Answer, Working
from benchmarks.diagnosis_cases.matrices import SHAPES
from benchmarks.diagnosis_cases.second import drawn as drawn_second
from benchmarks.diagnosis_cases.second import names as names_second
from fluxions.calculus import Problem, diagnose, diagnose_lines, solve
from fluxions.calculus import wrong_answers as predicted
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Diagnosis, LineReport, Mistaken
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Wrong
from fluxions.calculus.vocabulary import STANDARD

LETTER = re.compile(r"(?<![a-zA-Z])[a-df-z](?![a-zA-Z(])")
MATRICES = replace(STANDARD, shapes=tuple(SHAPES.items()))
FALSE = frozenset({"called right", "called wrong", "false line", "crashed"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one case went, in how many milliseconds, and what is shown of it."""

    topic: str
    result: str
    ms: float
    shown: str
    nameable: bool = True  # is there any name that would be right?


def problem(task: str, topic: str) -> Problem:
    """The task, solved beforehand as it is for a learner."""
    words = MATRICES if topic == "matrix calculus" else STANDARD.declaring(*LETTER.findall(task))
    reading = read(task, words)
    if not isinstance(reading, Reading):
        raise SystemExit(f"{task}: {reading.message}")
    solved = solve(reading.expr)
    return Problem("", reading.expr, words, derivation=solved if isinstance(solved, Derivation) else None)


@dataclass(frozen=True, slots=True)
class Cases:
    """A set of cases: how they are drawn, and which names, reasons and hints are right for a kind of mistake."""

    drawn: ModuleType
    names: ModuleType


SETS = {"first": Cases(drawn, names), "second": Cases(drawn_second, names_second)}


def of_wrong(case: Answer, given: ModuleType = names) -> Outcome:
    """Is a mistake named, or told among at most three?"""
    asked, began = problem(case.task, case.topic), process_time()
    found = diagnose(asked, case.text)
    ms = 1000 * (process_time() - began)
    result, said = named(found, case.mistake, given)
    nameable = bool(ids(given.NAMES, case.mistake) + ids(given.REASONS, case.mistake))
    return Outcome(case.topic, result, ms, f"{case.mistake}: {case.task} | {case.text} | {said}", nameable)


def named(found: Diagnosis, mistake: str, given: ModuleType = names) -> tuple[str, str]:
    """What was found, and the ids that were said."""
    allowed = ids(given.NAMES, mistake)
    match found:
        case Mistaken(misconception):
            return ("named" if misconception.name in allowed else "misnamed"), misconception.name
        case Ambiguous():
            told = [each.misconception.name for each in found.told]
            return ("among three" if set(told) & set(allowed) else "misnamed"), ", ".join(told)
        case Wrong(reason):
            if reason in ids(given.REASONS, mistake):
                return "named", reason
            return ("told" if reason in ids(given.TOLD, mistake) else "missed"), reason
        case Undecided(why):
            return "undecided", why
        case Unreadable(code):
            return "unreadable", code
        case Right(reason):
            return "called right", reason


def ids(of: Mapping[str, tuple[str, ...]], mistake: str) -> tuple[str, ...]:
    """What is listed for a mistake, or for any of several that lead to the same answer."""
    return tuple(name for each in mistake.split(" | ") for name in of.get(each, ()))


def of_right(case: Answer) -> Outcome:
    """A right answer in an unusual form: right, or at worst not decided."""
    asked, began = problem(case.task, case.topic), process_time()
    found = diagnose(asked, case.text)
    ms = 1000 * (process_time() - began)
    result, said = named(found, "")
    result = {"called right": "right", "undecided": "undecided", "unreadable": "unreadable"}.get(result, "called wrong")
    return Outcome(case.topic, result, ms, f"{case.task} | {case.text} | {said}")


def of_working(case: Working) -> Outcome:
    """Is the first wrong line found, or none where none is?"""
    asked, began = problem(case.task, case.topic), process_time()
    report = diagnose_lines(asked, case.lines)
    ms = 1000 * (process_time() - began)
    shown = (
        f"{case.task} | {' ; '.join(case.lines)} | slip {case.slip}, found {report.first_wrong_line}, {said(report)}"
    )
    if report.first_wrong_line == case.slip:
        return Outcome(case.topic, "exact" if case.slip else "none", ms, shown)
    if case.slip is None or (report.first_wrong_line or case.slip) < case.slip:
        return Outcome(case.topic, "false line", ms, shown)
    return Outcome(case.topic, "not found" if report.first_wrong_line is None else "later line", ms, shown)


def said(report: LineReport) -> str:
    """The verdicts of the lines."""
    return " ".join(f"{each.verdict}/{each.reason}" for each in report.lines)


def of_table(case: Answer) -> Outcome:
    """How long the table of predicted answers of a problem takes."""
    asked, began = problem(case.task, case.topic), process_time()
    found = predicted(asked)
    return Outcome(case.topic, "made" if found else "empty", 1000 * (process_time() - began), case.task)


def attempted(outcome: Callable[[Any], Outcome], case: Answer | Working) -> Outcome:
    """The outcome of a case; an exception is one too."""
    try:
        return outcome(case)
    except Exception as error:  # whatever it is, the other cases are asked
        return Outcome(case.topic, "crashed", 0.0, f"{case} | {error!r}")


def table(part: Part, outcomes: list[Outcome], listed: bool) -> int:
    """Prints a line for each topic; returns how many are false."""
    by_topic: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        by_topic[each.topic].append(each)
    print(f"\n{part.title}\n{'':<24}{'asked':>7}" + "".join(f"{name:>14}" for name in part.columns))
    for topic, theirs in [*by_topic.items(), ("all", outcomes)]:
        counts = Counter(each.result for each in theirs)
        print(f"{topic:<24}{len(theirs):>7}" + "".join(f"{counts[name]:>14}" for name in part.columns))
    good = sum(each.result in GOOD for each in outcomes)
    nameable = sum(each.nameable for each in outcomes)
    times = sorted(each.ms for each in outcomes)
    late = [times[int(share * (len(times) - 1))] for share in (0.5, 0.95, 1)]
    share = f"good {100 * good / len(outcomes):.1f} %"
    if nameable < len(outcomes):
        share += f", {100 * good / nameable:.1f} % of the {nameable} whose mistake has a name"
    print(f"{share}; p50 {late[0]:.1f} ms, p95 {late[1]:.1f} ms, worst {late[2]:.0f} ms")
    for each in outcomes if listed else ():
        if each.result not in GOOD:
            kept = "" if each.nameable else " (no name)"
            print(f"  {each.result + kept:<22} {each.topic}: {each.shown}")
    sys.stdout.flush()
    return sum(each.result in FALSE for each in outcomes)


GOOD = frozenset({"named", "among three", "right", "exact", "none", "made"})
WRONG = ("named", "among three", "told", "misnamed", "missed", "undecided", "unreadable", "called right", "crashed")
RIGHT = ("right", "undecided", "unreadable", "called wrong", "crashed")
SLIPS = ("exact", "later line", "not found", "false line", "crashed")


@dataclass(frozen=True, slots=True)
class Part:
    """A table: its title and columns, how a case is judged, and the cases of a set by the options of the command."""

    title: str
    columns: tuple[str, ...]
    outcome: Callable[[Any], Outcome]
    cases: Callable[[ModuleType, argparse.Namespace], Iterable[Any]]


PARTS = {
    "wrong": Part("Wrong answers", WRONG, of_wrong, lambda of, asked: of.wrong_answers(asked.draws, asked.seed)),
    "right": Part(
        "Right answers in unusual forms", RIGHT, of_right,
        lambda of, asked: of.unusual_answers(asked.right, asked.seed),
    ),
    "slips": Part(
        "Workings with one slip: the first wrong line", SLIPS, of_working,
        lambda of, asked: (each for each in of.workings(asked.workings, asked.seed) if each.slip),
    ),
    "jumps": Part(
        "Right workings, half of them with lines left out", ("none", "false line", "crashed"), of_working,
        lambda of, asked: (each for each in of.workings(asked.workings, asked.seed) if not each.slip),
    ),
    "tables": Part(
        "Tables of predicted answers", ("made", "empty", "crashed"), of_table,
        lambda of, asked: {each.task: each for each in of.wrong_answers(1, asked.seed)}.values(),
    ),
}  # fmt: skip


def options() -> argparse.Namespace:
    """What the command is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=tuple(SETS), help="one of the two sets of cases; without it both")
    parser.add_argument("--only", choices=tuple(PARTS))
    parser.add_argument("--list", action="store_true", help="show the cases that failed")
    parser.add_argument("--topic", help="only topics that begin so")
    parser.add_argument("--draws", type=int, default=2, help="how often each template is drawn for wrong answers")
    parser.add_argument("--right", type=int, default=2000, metavar="COUNT")
    parser.add_argument("--workings", type=int, default=200, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def tables(of: Cases, wished: argparse.Namespace) -> int:
    """Prints the tables of a set; returns how many outcomes are false."""
    unknown = {each for listed in of.names.NAMES.values() for each in listed} - {each.name for each in MISCONCEPTIONS}
    if unknown:
        print(f"not known to Fluxions: {', '.join(sorted(unknown))}")
    false = 0
    for name, part in PARTS.items():
        if wished.only in (None, name):
            asked = [each for each in part.cases(of.drawn, wished) if each.topic.startswith(wished.topic or "")]
            outcome = partial(of_wrong, given=of.names) if name == "wrong" else part.outcome
            false += table(part, [attempted(outcome, each) for each in asked], wished.list)
    return false


def main() -> int:
    """The status is 1 where something right is called wrong, or something wrong right."""
    wished, false = options(), 0
    of_wrong(Answer("differentiation", "diff(sin(x^2), x)", "cos(x^2)"))  # warm
    for name, of in SETS.items():
        if wished.set in (None, name):
            print(f"\nThe {name} set")
            false += tables(of, wished)
    return int(false > 0)


if __name__ == "__main__":
    sys.exit(main())
