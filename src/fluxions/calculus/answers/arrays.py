"""Vectors and matrices: the shape first, then entry by entry, the first wrong one named with its values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fluxions.calculus.answers.directions import DIRECTIONS, compare_direction
from fluxions.calculus.answers.expression import compare as compare_expression
from fluxions.calculus.answers.expression import compare_number, kind_in_words
from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.answers.sets import same
from fluxions.calculus.answers.truth import STATEMENTS
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import ONE, ZERO, Add, Const, Expr, Interval, Matrix, Mul, Sym, Vector, num
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.trees import mapped, nodes, substituted, symbols
from fluxions.calculus.verdict import Different, Equal, Right, Text, Undecided, Verdict, Witness, Wrong, entry_in_words

Rows = tuple[tuple[Expr, ...], ...]
UNIT = Sym("the first unit vector")  # a name that no reader gives
TRANSPOSED = "This is the transpose of the right matrix: rows and columns are exchanged."
REVERSED = "The entries are right, but in reversed order."


def compare(question: Question, answer: Expr) -> Verdict:
    """An array against the right one."""
    wanted, given = rows_of(question.expected), rows_of(answer) or by_units(answer, question.expected)
    title = "a matrix" if isinstance(question.expected, Matrix) else "a vector"
    if wanted is None or given is None:
        return wrong("wrong-type", "You gave {given}, {title} is wanted.", given=kind_in_words(answer), title=title)
    if title == "a vector" or isinstance(answer, (Vector, Interval)):
        given = _laid(given, wanted)
    if _shape(given) != _shape(wanted):
        return _misshapen(question, given, wanted, title)
    if any(each in DIRECTIONS for each in question.form):
        flat = (tuple(entry for row in rows for entry in row) for rows in (given, wanted))
        return compare_direction(question, *flat)
    return _entries(question, given, wanted, title)


def rows_of(e: Expr) -> Rows | None:
    """A vector as a column."""
    match e:
        case Vector(entries):
            return tuple((entry,) for entry in entries)
        case Matrix(rows):
            return rows
        case Interval(low, high, closed_low, closed_high) if closed_low == closed_high:
            return ((low,), (high,))  # a pair in like brackets
    return None


def by_units(e: Expr, expected: Expr) -> Rows | None:
    """The entries of 2i + 3j − k, where a vector of two or three entries is wanted that has no such letters itself."""
    count = len(expected.entries) if isinstance(expected, Vector) else 0
    units = (Const("i"), Sym("j"), Sym("k"))
    if count not in (2, 3) or not any(each in tuple(nodes(e)) for each in units) or {"j", "k"} & symbols(expected):
        return None
    spelled = mapped(e, lambda node: UNIT if node == units[0] else node)
    names = (UNIT.name, "j", "k")
    entries = []
    for name in names[:count]:
        others = {other: ZERO for other in names if other != name}
        entry = substituted(spelled, {**others, name: ONE})
        twice = substituted(spelled, {**others, name: num(2)})
        if not isinstance(equal(twice, Mul((num(2), entry))), Equal):
            return None
        entries.append((entry,))
    whole = Add(tuple(Mul((Sym(name), entry)) for name, (entry,) in zip(names, entries, strict=False)))
    return tuple(entries) if isinstance(equal(spelled, whole), Equal) else None


def _laid(given: Rows, wanted: Rows) -> Rows:
    """A list of entries as the row or the column that is wanted."""
    if _shape(given)[0] == _shape(wanted)[1] and 1 in _shape(given) and 1 in _shape(wanted):
        return tuple(zip(*given, strict=True))
    return given


def _shape(rows: Rows) -> tuple[int, int]:
    return len(rows), len(rows[0])


def _misshapen(question: Question, given: Rows, wanted: Rows, title: str) -> Wrong:
    if title == "a vector" and 1 in _shape(given):
        sentence = "This vector has {has} entries, {wants} are wanted."
        return wrong("wrong-shape", sentence, has=str(max(_shape(given))), wants=str(len(wanted)))
    if _same(question, given, tuple(zip(*wanted, strict=True))):
        return wrong("transposed", TRANSPOSED)
    has, wants = ("×".join(map(str, _shape(rows))) for rows in (given, wanted))
    return wrong("wrong-shape", "The shape is {has}, {wants} is wanted.", has=has, wants=wants)


def _entry(question: Question, entry: Expr) -> Verdict:
    """One entry: a number, a formula, or a statement."""
    if isinstance(question.expected, STATEMENTS):
        match same(question, entry, question.expected):
            case Equal(certificate):
                return Right("equal", certificate)
            case Different():
                return wrong("different-value", "This does not hold where it should.")
        return undecided("entry")
    return (compare_expression if symbols(question.expected) else compare_number)(question, entry)


def _entries(question: Question, given: Rows, wanted: Rows, title: str) -> Verdict:
    unsure: Undecided | None = None
    notes: list[Right] = []
    astray: Wrong | None = None
    for where, entry, right in _in_order(given, wanted, title):
        about = replace(question, expected=right, given=None)
        found = _entry(about, entry)
        match found:
            case Wrong():
                placed = _placed(found, where, entry, right)
                if found.reason != "wrong-form":
                    return _rearranged(question, given, wanted, title, placed) or placed
                astray = astray or placed
            case Undecided():
                unsure = found
            case Right():
                notes.append(found)
    if unsure is not None or astray is not None:
        return unsure or astray  # type: ignore[return-value]
    weakest = next((each for each in notes if each.proof == "probed"), notes[0])
    return next((each for each in notes if each.reason != "equal"), weakest)


def _in_order(given: Rows, wanted: Rows, title: str) -> Iterator[tuple[str, Expr, Expr]]:
    for i, (mine, yours) in enumerate(zip(given, wanted, strict=True)):
        for j, (entry, right) in enumerate(zip(mine, yours, strict=True)):
            yield str(max(i, j) + 1) if title == "a vector" else f"{i + 1}, {j + 1}", entry, right


def _rearranged(question: Question, given: Rows, wanted: Rows, title: str, placed: Wrong) -> Wrong | None:
    """All entries are right, in the place of another: of the transpose, or from the other end."""
    turned = tuple(zip(*wanted, strict=True))
    if title == "a matrix" and 1 not in _shape(given) and _same(question, given, turned):
        return Wrong("transposed", Text(TRANSPOSED), placed.witness, placed.proof)
    if 1 in _shape(given) and _same(question, given, _backwards(wanted)):
        return Wrong("reversed", Text(REVERSED), placed.witness, placed.proof)
    return None


def _backwards(rows: Rows) -> Rows:
    return tuple(row[::-1] for row in rows[::-1])


def _same(question: Question, given: Rows, wanted: Rows) -> bool:
    """Are all entries equal?"""
    if _shape(given) != _shape(wanted):
        return False
    pairs = ((a, b) for mine, yours in zip(given, wanted, strict=True) for a, b in zip(mine, yours, strict=True))
    return all(isinstance(equal(a, b, assume=question.assume, budget=question.budget), Equal) for a, b in pairs)


def _placed(found: Wrong, where: str, entry: Expr, right: Expr) -> Wrong:
    """The entry that is wrong, with its values; as typed where they have no printed value."""
    slots = (("where", entry_in_words(where).capitalize()), *found.message.slots)
    message = Text("{where}: " + found.message.text, slots)
    if found.reason == "wrong-form":
        return Wrong(found.reason, message, None, found.proof)
    seen = found.witness or Witness((), ascii(entry), ascii(right))
    return Wrong(found.reason, message, replace(seen, at=(("entry", where), *seen.at)), found.proof)


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("x + 1", "wrong"), Example(text[:-1], "unreadable"))


VECTOR = AnswerType("vector", "a vector", compare, _examples)
MATRIX = AnswerType("matrix", "a matrix", compare, _examples)
