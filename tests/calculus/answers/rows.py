"""One way to write a row: what is typed, what is right, the kind, the verdict and its reason."""

from __future__ import annotations

from typing import Any

from fluxions.calculus.answers.check import check
from fluxions.calculus.expr import Expr
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Verdict, Wrong
from fluxions.calculus.vocabulary import STANDARD

NAMES = {Right: "right", Wrong: "wrong", Undecided: "undecided", Unreadable: "unreadable"}
READ_AS = {"vector": "vector", "matrix": "matrix", "set": "set", "multiset": "set", "interval": "interval"}


def tree(text: str, kind: str | None = None) -> Expr:
    found = read(text, want=READ_AS.get(kind or ""))  # type: ignore[arg-type]
    assert isinstance(found, Reading), found
    return found.expr


def judged(answer: str, expected: str, kind: Any = "auto", variables: str = "", **options: Any) -> Verdict:
    words = STANDARD.declaring(*variables.split()) if variables else STANDARD
    return check(answer, tree(expected, kind), kind=kind, vocabulary=words, **options)


def code(found: Verdict) -> str:
    match found:
        case Right(reason) | Wrong(reason) | Undecided(reason) | Unreadable(reason):
            return reason


def holds(row: tuple[str, str, str, str], kind: Any, variables: str = "", **options: Any) -> Verdict:
    """The verdict, after it was compared with the row."""
    answer, expected, verdict, reason = row
    found = judged(answer, expected, kind, variables, **options)
    assert (NAMES[type(found)], code(found)) == (verdict, reason or code(found)), found
    assert not isinstance(found, Right) or found.reason != "different-domain" or found.note is not None
    return found
