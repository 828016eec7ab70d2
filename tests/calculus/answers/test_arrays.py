"""Vectors and matrices: every wrong entry named with both values, arrangements and directions told apart."""

from __future__ import annotations

import pytest
import sympy as sp

from fluxions.calculus.answers.check import check
from fluxions.calculus.verdict import Wrong, place_in_words
from tests.calculus.answers.judged import Row, judged, tree
from tests.calculus.oracle import as_sympy

ROWS: list[Row] = [
    ("[1, 2]", "[1, 2]", "right", "equal"),
    ("(1, 2)", "[1, 2]", "right", "equal"),
    ("[[1, 2]]", "[1, 2]", "right", "equal"),
    ("[[1], [2]]", "[1, 2]", "right", "equal"),
    ("[sqrt(4)/2, 4/2]", "[1, 2]", "right", "equal"),
    ("[0.5, 1]", "[1/2, 1]", "right", "equal"),
    ("[2x, sin(2y)]", "[x+x, 2sin(y)cos(y)]", "right", "equal"),
    ("2i+3j", "[2, 3]", "right", "equal"),
    ("2i+3j-k", "[2, 3, -1]", "right", "equal"),
    ("x i + y j", "[x, y]", "right", "equal"),
    ("i + j", "[1, 1, 0]", "right", "equal"),
    ("2i+3j-4k", "[2, 3, -5]", "wrong", "different-value"),
    ("2i+3j+1", "[2, 3]", "wrong", "wrong-type"),
    ("[1, 2, 4]", "[1, 2, 3]", "wrong", "different-value"),
    ("[x, 2y]", "[x, 3y]", "wrong", "constant-factor"),
    ("[1, 2]", "[1, x]", "wrong", "evaluated-too-early"),
    ("[-1, 2]", "[1, 2]", "wrong", "sign"),
    ("[2, 1]", "[1, 2]", "wrong", "reversed"),
    ("[3, 2, 1]", "[1, 2, 3]", "wrong", "reversed"),
    ("[y, x]", "[x, y]", "wrong", "reversed"),
    ("[2, 1, 3]", "[1, 2, 3]", "wrong", "different-value"),
    ("[1, 2, 3]", "[1, 2]", "wrong", "wrong-shape"),
    ("[[1, 2], [3, 4]]", "[1, 2]", "wrong", "wrong-shape"),
    ("1", "[1, 2]", "wrong", "wrong-type"),
    ("[inf, 1]", "[2, 1]", "wrong", "different-value"),
    ("[1/0, 2]", "[1, 2]", "wrong", "different-domain"),
    ("[[1, 2], [3, 4]]", "[[1, 2], [3, 4]]", "right", "equal"),
    ("[[1, 2], [3, 5]]", "[[1, 2], [3, 4]]", "wrong", "different-value"),
    ("[[1, 3], [2, 4]]", "[[1, 2], [3, 4]]", "wrong", "transposed"),
    ("[[1, x], [y, 2]]", "[[1, y], [x, 2]]", "wrong", "transposed"),
    ("[[1, 2, 3], [4, 5, 6]]", "[[1, 4], [2, 5], [3, 6]]", "wrong", "transposed"),
    ("[[x, 2x, 3], [4, 5, 6]]", "[[x, 4], [x+x, 5], [3, 6]]", "wrong", "transposed"),
    ("[[1, 2, 3], [4, 5, 7]]", "[[1, 4], [2, 5], [3, 6]]", "wrong", "wrong-shape"),
    ("[[2x, y], [y, 2y]]", "[[x+x, y], [y, y+y]]", "right", "equal"),
    ("[[2x, y], [y, 3y]]", "[[2x, y], [y, 2y]]", "wrong", "constant-factor"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} | {row[1]}")
def test_arrays(row: Row) -> None:
    found = judged(row)
    if isinstance(found, Wrong) and found.reason not in ("wrong-shape", "wrong-type"):
        assert found.witness is not None or found.reason == "transposed"


@pytest.mark.parametrize("answer, expected, kind, verdict, reason", [
    ("[1, 2]", "[[1, 2]]", "matrix", "right", "equal"), ("[1, 2]", "[[1], [2]]", "matrix", "right", "equal"),
    ("[[1, 2]]", "[[1], [2]]", "matrix", "wrong", "transposed"),
    ("[1, 2, 3]", "[[1, 2]]", "matrix", "wrong", "wrong-shape"),
])  # fmt: skip
def test_a_list_is_the_row_or_the_column_that_is_wanted(
    answer: str, expected: str, kind: str, verdict: str, reason: str
) -> None:
    judged((answer, expected, verdict, reason), kind)


@pytest.mark.parametrize("answer, expected", [
    ("[1, 2, 4]", "[1, 2, 3]"), ("[x, 2y]", "[x, 3y]"), ("[1, x^2]", "[1, x^3]"),
    ("[[1, 2], [x, 5]]", "[[1, 2], [x, 4]]"),
    ("[sin(x), cos(x)]", "[sin(x), -cos(x)]"), ("[[x, y], [1, 0]]", "[[x, y], [1, x y]]"),
])  # fmt: skip
def test_the_witness_of_an_entry_is_true(answer: str, expected: str) -> None:
    """Both values at the point, computed by SymPy, are those that are printed."""
    found = check(answer, tree(expected))
    assert isinstance(found, Wrong) and found.witness is not None
    (name, where), *point = found.witness.at
    assert name == "entry"
    at = {sp.Symbol(each, real=True): as_sympy(tree(value)) for each, value in point}
    for text, shown in ((answer, found.witness.answer), (expected, found.witness.expected)):
        entries, place = tree(text), [int(each) - 1 for each in where.split(", ")]
        width = 1 if len(place) == 1 else 2
        entry = entries.children[place[0] if width == 1 else place[0] * 2 + place[1]]
        assert abs(float(as_sympy(entry).subs(at)) - float(shown)) < 0.01 * max(1, abs(float(shown)))


@pytest.mark.parametrize("answer, expected, words", [
    ("[1, 2, 4]", "[1, 2, 3]", "Entry 3: "), ("[[1, 2], [x, 5]]", "[[1, 2], [x, 4]]", "Row 2, column 2: "),
])  # fmt: skip
def test_the_place_is_told_in_words(answer: str, expected: str, words: str) -> None:
    found = check(answer, tree(expected))
    assert isinstance(found, Wrong) and found.witness is not None
    assert str(found.message).startswith(words)
    assert place_in_words((*found.witness.at, ("x", "2"))) == f"{words.lower().removesuffix(': ')}, x = 2"


@pytest.mark.parametrize("answer, expected, form, verdict, reason", [
    ("[2, 4]", "[1, 2]", "up-to-scale", "right", "equal"),
    ("[-2, -4]", "[1, 2]", "up-to-scale", "right", "equal"),
    ("[sqrt(2), 2sqrt(2)]", "[1, 2]", "up-to-scale", "right", "equal"),
    ("[0, 3]", "[0, 1]", "up-to-scale", "right", "equal"),
    ("[2, 5]", "[1, 2]", "up-to-scale", "wrong", "different-direction"),
    ("[1, 3]", "[0, 1]", "up-to-scale", "wrong", "different-direction"),
    ("[3, 0]", "[0, 1]", "up-to-scale", "wrong", "different-direction"),
    ("[0, 0]", "[1, 2]", "up-to-scale", "wrong", "zero-vector"),
    ("[2, 4]", "[1, 2]", "up-to-positive-scale", "right", "equal"),
    ("[-2, -4]", "[1, 2]", "up-to-positive-scale", "wrong", "sign"),
    ("[2x, 2y]", "[x, y]", "up-to-positive-scale", "right", "equal"),
    ("[-2x, -2y]", "[x, y]", "up-to-positive-scale", "wrong", "sign"),
    ("[1/sqrt(5), 2/sqrt(5)]", "[1, 2]", "unit", "right", "equal"),
    ("[1, 2]", "[1, 2]", "unit", "wrong", "not-unit"),
    ("[-1/sqrt(5), -2/sqrt(5)]", "[1, 2]", "unit", "wrong", "sign"),
    ("[x/sqrt(x^2+y^2), y/sqrt(x^2+y^2)]", "[x, y]", "unit", "right", "equal"),
    ("[-3/5, 4/5]", "[3, -4]", "unit up-to-scale", "right", "equal"),
    ("[1, 2, 3]", "[1, 2]", "up-to-scale", "wrong", "wrong-shape"),
    ("[0.50, 1]", "[1/2, 1]", "exact", "wrong", "wrong-form"),
])  # fmt: skip
def test_directions_and_forms(answer: str, expected: str, form: str, verdict: str, reason: str) -> None:
    judged((answer, expected, verdict, reason), form=tuple(form.split()))
