"""What can be said of an answer: the closed set of verdicts, with the fields of interfaces.md §3."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from fluxions.calculus.expr import Expr

Proof = Literal["same", "polynomial-identity", "counterexample", "separation-bound", "constant-difference", "probed"]


SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """An English sentence and its slots; the sentence is its own message id."""

    text: str
    slots: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        table = dict(self.slots)  # str.format would read braces that a learner typed; a value's own braces stay
        return SLOT.sub(lambda each: table.get(each[1], each[0]), self.text)


@dataclass(frozen=True, slots=True)
class Witness:
    """A point with both values, as printed: at x = 2 yours is 5.10, the task gives 3.70."""

    at: tuple[tuple[str, str], ...]
    answer: str
    expected: str

    @property
    def in_numbers(self) -> bool:
        """Are both sides numbers, and not words such as inside and outside, which the message has told?"""
        return all(each[:1] in "-.0123456789" for each in (self.answer, self.expected))


def place_in_words(at: Iterable[tuple[str, str]]) -> str:
    """Where a witness stands: `row 1, column 2, x = 2`."""
    return ", ".join(entry_in_words(value) if name == "entry" else f"{name} = {value}" for name, value in at)


def entry_in_words(place: str) -> str:
    """`2` is entry 2 of a vector, `1, 2` is row 1, column 2 of a matrix."""
    row, _, column = place.partition(", ")
    return f"row {row}, column {column}" if column else f"entry {row}"


@dataclass(frozen=True, slots=True)
class Right:
    """The answer has the wanted value and form."""

    reason: str = "equal"
    proof: Proof = "same"
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """The answer differs, and `witness` shows where, or its form is not the one asked."""

    reason: str
    message: Text
    witness: Witness | None = None
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Undecided:
    """Neither equal nor different could be shown; never counted as wrong."""

    why: str
    message: Text = Text("We could not decide this. It does not count against you.")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What was typed cannot be read: where (start, end in the text), why, and what would be read instead."""

    code: str
    span: tuple[int, int]
    message: Text
    suggestion: str | None = None


Verdict = Right | Wrong | Undecided | Unreadable


@dataclass(frozen=True, slots=True)
class Equal:
    """Two expressions have the same value on their common domain."""

    certificate: Proof
    domains_differ: bool = False  # on an open set
    outside: tuple[tuple[str, Expr], ...] = ()  # a point where only one of them is real


@dataclass(frozen=True, slots=True)
class Different:
    """They differ, proved at `point` (rational values of the symbols), where `left` and `right` are their values."""

    point: tuple[tuple[str, Expr], ...]
    witness: Witness | None
    reason: str = "different-value"


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not decided within the budget, or by no method we have."""

    why: str


Comparison = Equal | Different | Unknown
