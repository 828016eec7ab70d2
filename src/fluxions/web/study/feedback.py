"""A marked answer as a template shows it: words, marks, the point that shows it, the figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from fluxions.calculus import (
    Ambiguous,
    Derivation,
    LineVerdict,
    Mistaken,
    Right,
    Text,
    Undecided,
    Unreadable,
    Witness,
    Wrong,
    other_ways,
)
from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Expr
from fluxions.calculus.language import caret
from fluxions.calculus.trees import symbols
from fluxions.figures import LIBRARIES, Script, comparison
from fluxions.tutor.comparison import Comparison, compared
from fluxions.tutor.marking import Marked
from fluxions.tutor.stated import Stated, problem_of
from fluxions.web.steps import MOST_WAYS, WorkedStep, steps_of
from fluxions.web.study.guarded import or_else

NO_MISCONCEPTION: tuple[Misconception, ...] = ()
TABLE_ROWS = 9
NOT_THE_TASK = Text("This is not equal to the task.")
SAID_BY_WITNESS = frozenset({"different-value"})  # the point with both values says it all
KINDS = {"right": "right", "wrong": "wrong", "undecided": "undecided", "unreadable": "open"}


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """One line of working: what was read, or the text where nothing could be, and its verdict."""

    number: int
    expr: Expr | None
    text: str
    kind: str  # right, wrong, undecided, open
    word: str
    style: str  # class of the line: wrong, after, or none
    message: Text | None = None
    first_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """The learner's curve and the true one, with their values as a table and the insight in words."""

    curves: dict[str, object]
    rows: Sequence[tuple[str, str, str]]
    variable: str
    insight: str
    scripts: tuple[Script, ...] = ()


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said about an answer."""

    kind: str  # right, wrong, undecided, open
    word: str
    message: Text | None = None
    title: str = ""
    misconceptions: tuple[Misconception, ...] = NO_MISCONCEPTION
    witness: Witness | None = None
    expr: Expr | None = None
    lines: tuple[JudgedLine, ...] = ()
    first_wrong_line: int | None = None
    picture: str = ""  # the text with a caret where reading stopped
    suggestion: str | None = None  # the whole answer as it could be read
    suggested: str = ""  # the part of it that is shown
    figure: Figure | None = None
    notes: tuple[Text, ...] = field(default=())


def feedback(task: Stated, text: str, found: Marked) -> Feedback:
    """The words for a marked answer."""
    report = found.report
    said = _discreet(task, _said(text, found))
    if report is None:
        figure = _figure(task, found.expr, said.witness) if said.kind == "wrong" else None
        return replace(said, expr=None if said.kind == "open" else found.expr, figure=figure)
    first = report.first_wrong_line
    texts = [line.strip() for line in text.splitlines() if line.strip()]
    lines = tuple(
        _line(number, each, written, first)
        for number, (each, written) in enumerate(zip(report.lines, texts, strict=True), 1)
    )
    figure = _figure(task, found.expr, said.witness) if first else None
    return replace(said, lines=lines, first_wrong_line=first, figure=figure)


def _discreet(task: Stated, said: Feedback) -> Feedback:
    """Where the answer is one number, the point that shows the mistake would give the answer away."""
    derivation = problem_of(task).derivation
    if said.kind != "wrong" or (isinstance(derivation, Derivation) and symbols(derivation.answer)):
        return said
    tells = said.message is not None and any(name == "expected" for name, _ in said.message.slots)
    title = said.title or ("Not equal to the answer" if tells or said.message is None else "")
    return replace(said, witness=None, message=None if tells else said.message, title=title)


def _said(text: str, found: Marked) -> Feedback:
    match found.diagnosis:
        case Right(note=note):
            return Feedback("right", "Right", note)
        case Mistaken(misconception, message=message, witness=witness):
            return Feedback("wrong", "Wrong", message, misconception.title, (misconception,), witness)
        case Ambiguous(message=message, witness=witness) as several:
            names = tuple(each.misconception for each in several.told)
            return Feedback("wrong", "Wrong", message, "Several mistakes lead to this", names, witness)
        case Wrong(reason, message, witness) if witness is not None and found.report is None:
            told = message if reason not in SAID_BY_WITNESS else None
            return Feedback("wrong", "Wrong", told, "" if told else "Not equal to the answer", (), witness)
        case Wrong(message=message, witness=witness):
            first = found.report is not None and found.report.first_wrong_line == 1
            return Feedback("wrong", "Wrong", NOT_THE_TASK if first else message, "", (), witness)
        case Undecided("unfinished", message):
            return Feedback("undecided", "Not finished", message)
        case Undecided(message=message):
            return Feedback("undecided", "Not decided", message)
        case Unreadable() as spot:
            return _unreadable(text, spot, found)


def _unreadable(text: str, spot: Unreadable, found: Marked) -> Feedback:
    whole = text
    suggestion = spot.suggestion
    if found.report is not None:
        texts = [line.strip() for line in text.splitlines() if line.strip()]
        place = next((n for n, each in enumerate(found.report.lines) if each.spot == spot), 0)
        whole = texts[place] if texts else ""
        if suggestion is not None:
            suggestion = "\n".join([*texts[:place], suggestion, *texts[place + 1 :]])
    picture = caret(whole, spot.span) if spot.span != (0, 0) and spot.code != "too-long" else ""
    return Feedback(
        "open",
        "Cannot be read" if found.expr is None else "Not judged",
        spot.message,
        picture=picture,
        suggestion=suggestion,
        suggested=spot.suggestion or "",
    )


def _line(number: int, each: LineVerdict, text: str, first: int | None) -> JudgedLine:
    kind, word, style = KINDS[each.verdict], each.verdict.capitalize(), ""
    match each.verdict, each.reason:
        case "right", "carried":
            kind, word, style = "open", f"Follows from {number - 1}", "after"
        case "right", "restated" | "task" | "definition" | "on-the-way":
            kind, word = "open", "Noted"
        case "right", "recovered":
            word = "Right again"
        case "wrong", _:
            word, style = ("Wrong here", "wrong") if number == first else ("Wrong", "wrong")
        case "undecided", _:
            word = "Not decided"
        case "unreadable", _:
            word = "Cannot be read"
    return JudgedLine(number, each.expr, text, kind, word, style, each.message, number == first)


@or_else(None)
def _figure(task: Stated, mine: Expr | None, witness: Witness | None) -> Figure | None:
    return None if mine is None else figure(task, mine, witness)


@lru_cache(maxsize=64)
def figure(task: Stated, mine: Expr, witness: Witness | None) -> Figure | None:
    """My answer beside the true one; None where there is no such picture."""
    found = compared(task, mine)
    if found is None:
        return None
    series = [
        {"name": "true", "role": "true", "x": found.x, "y": found.true},
        {"name": "yours", "role": "mine", "x": found.x, "y": found.mine},
    ]
    curves: dict[str, object] = {"series": series, "witness": _dot(found, witness), "xlabel": found.variable}
    scripts = tuple(comparison(found.variable, found.x, found.true, found.mine, each) for each in LIBRARIES)
    return Figure(curves, _rows(found), found.variable, _insight(found), scripts)


def _dot(found: Comparison, witness: Witness | None) -> dict[str, float] | None:
    """The witness as a point of the picture, where it lies in it."""
    try:
        ((_, at),) = witness.at if witness else ()
        point = {"x": _value(at), "yours": _value(witness.answer), "true": _value(witness.expected)}  # type: ignore[union-attr]
    except ValueError:
        return None
    heights = [each for each in (*found.true, *found.mine) if each is not None]
    inside = found.x[0] <= point["x"] <= found.x[-1]
    return point if inside and all(min(heights) <= point[y] <= max(heights) for y in ("yours", "true")) else None


def _value(text: str) -> float:
    top, _, bottom = text.partition("/")
    return float(top) / float(bottom) if bottom else float(top)


def _rows(found: Comparison) -> tuple[tuple[str, str, str], ...]:
    step = max(1, (len(found.x) - 1) // (TABLE_ROWS - 1))
    places = range(0, len(found.x), step)
    return tuple(tuple(_shown(column[place]) for column in (found.x, found.true, found.mine)) for place in places)  # type: ignore[misc]


def _shown(value: float | None) -> str:
    return "none" if value is None else f"{value:.4g}".replace("e+0", "e").replace("e-0", "e-")


def _insight(found: Comparison) -> str:
    low, high = (f"{each:.3g}".replace("-", "\u2212") for each in (found.x[0], found.x[-1]))
    where = f"for {found.variable} from {low} to {high}"
    if found.crossings == 0:
        return f"Yours lies {'above' if found.above else 'below'} the true one {where}; they do not cross."
    times = {1: "once", 2: "twice", 3: "three times"}.get(found.crossings, "several times")
    return f"They cross {times} {where}."


def solution(task: Stated) -> tuple[WorkedStep, ...]:
    """The worked solution of a task, step by step."""
    derivation = problem_of(task).derivation
    return steps_of(derivation) if isinstance(derivation, Derivation) else ()


@lru_cache(maxsize=256)
def other_solutions(task: Stated) -> tuple[tuple[WorkedStep, ...], ...]:
    """Other ways to the same answer, step by step."""
    problem = problem_of(task)
    if not isinstance(problem.derivation, Derivation):
        return ()
    ways = other_ways(problem.derivation, MOST_WAYS, given=problem.given, assume=problem.assume)
    return tuple(steps_of(way) for way in ways)
