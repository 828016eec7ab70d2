"""Vectors and matrices: the shape first, then entry by entry, the first wrong one named."""

from __future__ import annotations

from fluxions.calculus.answers.expression import compare as compare_expression
from fluxions.calculus.answers.expression import compare_number, kind_in_words
from fluxions.calculus.answers.question import AnswerType, Example, Question, wrong
from fluxions.calculus.expr import Expr, Interval, Matrix, Vector
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Right, Text, Undecided, Verdict, Wrong

Rows = tuple[tuple[Expr, ...], ...]


def compare(question: Question, answer: Expr) -> Verdict:
    """An array against the right one."""
    wanted, given = _rows(question.expected), _rows(answer)
    title = "a matrix" if isinstance(question.expected, Matrix) else "a vector"
    if wanted is None or given is None:
        return wrong("wrong-type", "You gave {given}, {title} is wanted.", given=kind_in_words(answer), title=title)
    if _shape(given) != _shape(wanted):
        return _misshapen(given, wanted, title)
    return _entries(question, given, wanted, title)


def _rows(e: Expr) -> Rows | None:
    """A vector as a column."""
    match e:
        case Vector(entries):
            return tuple((entry,) for entry in entries)
        case Matrix(rows):
            return rows
        case Interval(low, high, closed_low, closed_high) if closed_low == closed_high:
            return ((low,), (high,))  # a pair in like brackets
    return None


def _shape(rows: Rows) -> tuple[int, int]:
    return len(rows), len(rows[0])


def _misshapen(given: Rows, wanted: Rows, title: str) -> Wrong:
    if title == "a vector" and _shape(given)[1] == 1:
        sentence = "This vector has {has} entries, {wants} are wanted."
        return wrong("wrong-shape", sentence, has=str(len(given)), wants=str(len(wanted)))
    has, wants = ("×".join(map(str, _shape(rows))) for rows in (given, wanted))
    return wrong("wrong-shape", "The shape is {has}, {wants} is wanted.", has=has, wants=wants)


def _entries(question: Question, given: Rows, wanted: Rows, title: str) -> Verdict:
    unsure: Undecided | None = None
    notes: list[Right] = []
    for i, (mine, yours) in enumerate(zip(given, wanted, strict=True)):
        for j, (entry, right) in enumerate(zip(mine, yours, strict=True)):
            found = (compare_expression if symbols(right) else compare_number)(question.about(right), entry)
            match found:
                case Wrong():
                    return _transposed(question, given, wanted) or _placed(found, i, j, title)
                case Undecided():
                    unsure = found
                case Right():
                    notes.append(found)
    if unsure is not None:
        return unsure
    weakest = next((each for each in notes if each.proof == "probed"), notes[0])
    return next((each for each in notes if each.reason != "equal"), weakest)


def _transposed(question: Question, given: Rows, wanted: Rows) -> Wrong | None:
    if len(given) != len(given[0]) or len(given) == 1:
        return None
    turned = tuple(zip(*wanted, strict=True))
    for mine, yours in zip(given, turned, strict=True):
        for entry, right in zip(mine, yours, strict=True):
            if not isinstance(compare_number(question.about(right), entry), Right):
                return None
    return wrong("transposed", "This is the transpose of the right matrix: rows and columns are exchanged.")


def _placed(found: Wrong, i: int, j: int, title: str) -> Wrong:
    where = str(i + 1) if title == "a vector" else f"{i + 1}, {j + 1}"
    slots = (("where", where), *found.message.slots)
    return Wrong(found.reason, Text("Entry {where}: " + found.message.text, slots), found.witness, found.proof)


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("x + 1", "wrong"), Example(text[:-1], "unreadable"))


VECTOR = AnswerType("vector", "a vector", compare, _examples)
MATRIX = AnswerType("matrix", "a matrix", compare, _examples)
