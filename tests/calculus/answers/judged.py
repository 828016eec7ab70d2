"""A row of a table of facts put to the checker, and its witness put to a second method: SymPy with thirty digits."""

from __future__ import annotations

from typing import Any

import sympy as sp

from fluxions.calculus.answers.check import check
from fluxions.calculus.answers.expression import kind_in_words
from fluxions.calculus.expr import INF, And, Expr, Interval, Neg, Or, Rel, Set, Union, Vector
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Verdict, Witness, Wrong
from tests.calculus.oracle import as_sympy

NAMES = {Right: "right", Wrong: "wrong", Undecided: "undecided", Unreadable: "unreadable"}
WANTED: dict[str, Any] = {each: each for each in ("vector", "matrix", "set", "multiset", "interval", "system")}
Row = tuple[str, str, str, str]
ROOT = "the root near "


def tree(text: str, want: Any = None) -> Expr:
    found = read(text, want=want)
    assert isinstance(found, Reading), (text, found)
    return found.expr


def judged(row: Row, kind: Any = "auto", **options: Any) -> Verdict:
    """The verdict on the answer of a row, held against the last two columns: the verdict and its reason."""
    answer, expected, verdict, reason = row
    found = check(answer, tree(expected, WANTED.get(kind)), kind=kind, **options)
    why = found.why if isinstance(found, Undecided) else found.code if isinstance(found, Unreadable) else found.reason
    assert (NAMES[type(found)], why) == (verdict, reason), found
    assert why != "different-domain" or not isinstance(found, Right) or found.note is not None
    return found


def confirmed(row: Row, found: Verdict, kind: Any = "auto") -> None:
    """One side only holds at the witness, says the other system too."""
    if not isinstance(found, Wrong) or found.witness is None or found.reason == "wrong-type":
        return
    answer, expected = (tree(each, WANTED.get(kind)) for each in row[:2])
    sides = [holds(each, found.witness) for each in (answer, expected)]
    assert sides == [found.witness.answer in ("inside", "solves it"), found.witness.expected in ("inside", "solves it")]


def holds(e: Expr, witness: Witness) -> bool:
    """Is the statement true at the witness?"""
    near = sp.Float("0.1") if any(value.startswith(ROOT) for _, value in witness.at) else sp.Float("1e-20")
    at = {sp.Symbol(name, real=True): _number(value) for name, value in witness.at}
    if not symbols(e) and not isinstance(e, Rel):
        (element,) = at.values()
        return _member(e, element, at, near)
    if isinstance(e, (Interval, Union, Set, Vector)):
        return _member(e, at[sp.Symbol("x", real=True)], at, near)
    return _true(e, at, near)


def _number(text: str) -> Any:
    return sp.Float(text.removeprefix(ROOT)) if text.startswith(ROOT) else as_sympy(tree(text))


def _true(e: Expr, at: dict[Any, Any], near: Any) -> bool:
    match e:
        case And(parts):
            return all(_true(each, at, near) for each in parts)
        case Or(parts):
            return any(_true(each, at, near) for each in parts)
        case Rel(op, left, right):
            return _related(op, as_sympy(left).subs(at), as_sympy(right).subs(at), near)
    raise AssertionError(kind_in_words(e))


def _related(op: str, left: Any, right: Any, near: Any) -> bool:
    gap = sp.N(left - right, 30)
    if not gap.is_real or not gap.is_finite:
        return False
    zero = bool(abs(gap) < near)
    return {
        "=": zero, "!=": not zero, "<": not zero and gap < 0, ">": not zero and gap > 0,
        "<=": zero or gap < 0, ">=": zero or gap > 0,
    }[op]  # fmt: skip


def _member(e: Expr, element: Any, at: dict[Any, Any], near: Any) -> bool:
    match e:
        case Union(parts):
            return any(_member(each, element, at, near) for each in parts)
        case Set(found):
            return any(_related("=", element, as_sympy(each).subs(at), near) for each in found)
        case Vector((low, high)):
            return _member(Interval(low, high, False, False), element, at, near)
        case Interval(low, high, closed_low, closed_high):
            above = low == Neg(INF) or _related(">=" if closed_low else ">", element, as_sympy(low).subs(at), near)
            return above and (
                high == INF or _related("<=" if closed_high else "<", element, as_sympy(high).subs(at), near)
            )
    return _true(e, at, near)
