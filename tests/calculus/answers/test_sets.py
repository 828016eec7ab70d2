"""Sets and multisets: matched by value both ways, in every notation."""

from __future__ import annotations

import pytest

from fluxions.calculus.verdict import Wrong
from tests.calculus.answers.judged import Row, judged

SETS: list[Row] = [
    ("{2, 1}", "{1, 2}", "right", "equal"),
    ("{1, 2, 2}", "{1, 2}", "right", "equal"),
    ("x = 1 or x = 2", "{1, 2}", "right", "equal"),
    ("1 and 2", "{1, 2}", "right", "equal"),
    ("1 or 2", "{1, 2}", "right", "equal"),
    ("{sqrt(4), 1}", "{1, 2}", "right", "equal"),
    ("{2/2, 4/2}", "{1, 2}", "right", "equal"),
    ("{0.5}", "{1/2}", "right", "equal"),
    ("{(sqrt(5)-1)/2, -(1+sqrt(5))/2}", "{(-1+sqrt(5))/2, (-1-sqrt(5))/2}", "right", "equal"),
    ("{2+sqrt(3)}", "{sqrt(7+4sqrt(3))}", "right", "equal"),
    ("{}", "{}", "right", "equal"),
    ("1, 2", "{1, 2}", "right", "equal"),
    ("{[1, 2], [3, 4]}", "{[3, 4], [1, 2]}", "right", "equal"),
    ("{(1, 2), (3, 4)}", "{(3, 4), (1, 2)}", "right", "equal"),
    ("{a, -a}", "{-a, a}", "right", "equal"),
    ("{x+x, 3}", "{3, 2x}", "right", "equal"),
    ("{minimum([0, 0], 1)}", "{minimum([0, 0], 1)}", "right", "equal"),
    ("{minimum([1, -1], 2/2), saddle([0, 0], 5)}", "{saddle([0, 0], 5), minimum([1, -1], 1)}", "right", "equal"),
    ("{1, 3}", "{1, 2}", "wrong", "extra-element"),
    ("{1, 2, 3}", "{1, 2}", "wrong", "extra-element"),
    ("{1}", "{1, 2}", "wrong", "missing-element"),
    ("{}", "{1}", "wrong", "missing-element"),
    ("{0}", "{}", "wrong", "extra-element"),
    ("{1.41}", "{sqrt(2)}", "wrong", "extra-element"),
    ("{2, -2}", "{2}", "wrong", "extra-element"),
    ("x = 2", "{2, -2}", "wrong", "missing-element"),
    ("{(2, 1)}", "{(1, 2)}", "wrong", "extra-element"),
    ("{(1, 2)}", "{(1, 2), (2, 1)}", "wrong", "missing-element"),
    ("{maximum([0, 0], 1)}", "{minimum([0, 0], 1)}", "wrong", "extra-element"),
    ("{minimum([0, 1], 1)}", "{minimum([0, 0], 1)}", "wrong", "extra-element"),
    ("{1, (1, 2)}", "{(1, 2)}", "wrong", "extra-element"),
    ("x > 1 and x < 2", "{1, 2}", "wrong", "wrong-type"),
]

MULTISETS: list[Row] = [
    ("{1, 1, 2}", "{1, 2, 1}", "right", "equal"),
    ("1, 2, 1", "{1, 1, 2}", "right", "equal"),
    ("{2/2, 1, sqrt(4)}", "{1, 2, 1}", "right", "equal"),
    ("{1, 2}", "{1, 1, 2}", "wrong", "multiplicity"),
    ("{1, 1, 2}", "{1, 2}", "wrong", "multiplicity"),
    ("{1, 2, 2}", "{1, 1, 2}", "wrong", "multiplicity"),
    ("{1, 3}", "{1, 2}", "wrong", "extra-element"),
    ("{1}", "{1, 2}", "wrong", "missing-element"),
    ("{(1, 2), (1, 2)}", "{(1, 2), (1, 2)}", "right", "equal"),
]


@pytest.mark.parametrize("row", SETS, ids=lambda row: f"{row[0]} | {row[1]}")
def test_sets(row: Row) -> None:
    found = judged(row, "set")
    if isinstance(found, Wrong) and found.reason != "wrong-type":
        assert found.witness is not None
        side = found.witness.answer if found.reason == "extra-element" else found.witness.expected
        assert side == "inside"


@pytest.mark.parametrize("row", MULTISETS, ids=lambda row: f"{row[0]} | {row[1]}")
def test_multisets(row: Row) -> None:
    judged(row, "multiset")
