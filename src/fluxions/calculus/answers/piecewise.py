"""Piecewise functions: the same value at every point, ends of the pieces included; gaps and overlaps are told."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.answers.expression import LESS, MORE, kind_in_words, told, unwrapped
from fluxions.calculus.answers.line import Line, guards
from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.answers.truth import cut_by
from fluxions.calculus.answers.values import sign_of
from fluxions.calculus.equality.ladder import NOT_REAL, equal
from fluxions.calculus.equality.shared_domain import agreement
from fluxions.calculus.equality.witness import printed, printed_apart
from fluxions.calculus.expr import Add, And, Expr, Interval, Matrix, Neg, Or, Piecewise, Rel, Set, Sym, Union, Vector
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.domain import kinks
from fluxions.calculus.numbers.place import Place
from fluxions.calculus.trees import nodes, substituted, symbols
from fluxions.calculus.verdict import Different, Equal, Right, Text, Unknown, Verdict, Witness, Wrong

NO_FUNCTION = (Rel, And, Or, Vector, Matrix, Set, Interval, Union)
NOWHERE = "none"


class Undecidable(Exception):
    """A condition, or a value at a place, cannot be told."""


def compare(question: Question, answer: Expr, *, ends: bool = True) -> Verdict:
    """A function given in pieces against the right one, however either is written; cases are read in their order.

    Without `ends`, single points do not count.
    """
    answer, note = unwrapped(question, answer)
    if isinstance(answer, NO_FUNCTION):
        return wrong("wrong-type", "You gave {given}, a function is wanted.", given=kind_in_words(answer))
    names = symbols(answer) | symbols(question.expected)
    if len(names) == 1:
        at_ends = _at_places(question, answer, Sym(next(iter(names))), ends)
        if not isinstance(at_ends, Right):
            return at_ends
    found = equal(answer, question.expected, assume=question.assume, budget=question.budget)
    match found:
        case Equal(certificate, True, outside):
            return Right("different-domain", certificate, agreement(answer, question.expected, outside))
        case Equal(certificate):
            return Right("equal", certificate, note)
        case Different(_, seen, "different-domain"):
            yours = seen is None or seen.answer == NOT_REAL
            return Wrong("different-domain", Text(LESS if yours else MORE), seen, "counterexample")
        case Different(point) if not ends and _is_end(question, answer, point):
            return Right("equal", "probed", note)
        case Different(_, seen):
            return Wrong("different-value", told(seen), seen, "counterexample")
        case Unknown(why):
            return undecided(why)


def _is_end(question: Question, answer: Expr, point: tuple[tuple[str, Expr], ...]) -> bool:
    """Is this one of the points where pieces meet?"""
    if len(point) != 1:
        return False
    ((name, value),) = point
    about = [gap for each in (answer, question.expected) for gap in _guards(each, Sym(name))]
    return any(end and at.value == value for at, end in cut_by(about, Sym(name), question.budget))


def _at_places(question: Question, answer: Expr, x: Sym, ends: bool) -> Verdict:
    """The values at the ends of all pieces and once inside each."""
    about = [gap for each in (answer, question.expected) for gap in _guards(each, x)]
    line = Line(answer, question.expected, x, x, question.assume, question.budget)
    unsure = False
    for at, end in cut_by(about, x, question.budget):
        if end and not ends:
            continue
        try:
            if not all(line.truth(each, at, x) for each in question.assume):
                continue
            fault = _fault(line, question, answer, at)
        except Undecidable:
            unsure = True
            continue
        if fault is not None:
            return fault
    return undecided("end-of-a-piece") if unsure else Right()


def _guards(e: Expr, x: Sym) -> Iterator[Expr]:
    yield from (each for each in kinks(e) if symbols(each) == {x.name})
    for node in nodes(e):
        if isinstance(node, Piecewise):
            for condition, _ in node.branches:
                yield from (each for each in guards(condition, x) if symbols(each) == {x.name})


def _fault(line: Line, question: Question, answer: Expr, at: Place) -> Wrong | None:
    if at.value is None:
        raise Undecidable
    mine, right = value_of(line, answer, at), value_of(line, question.expected, at)
    shown = ((line.x.name, ascii(at.value)),)
    point = Text("", (("point", f"{line.x.name} = {ascii(at.value)}"),)).slots
    if right is None or mine is right:
        return None
    if mine is None:
        sentence = Text("Your answer says nothing about {point}.", point)
        return Wrong("not-covered", sentence, Witness(shown, NOWHERE, _printed(right)), "counterexample")
    gap = sign_of(Add((mine, Neg(right))), question.budget)
    if gap is None or gap == "undefined":
        raise Undecidable
    if gap == "0":
        return None
    seen = Witness(shown, *_apart(mine, right))
    return Wrong("different-value", told(seen), seen, "counterexample")


def _printed(e: Expr) -> str:
    value = value_at(e, {})
    return ascii(e) if value is None else printed(value)


def _apart(mine: Expr, right: Expr) -> tuple[str, str]:
    left, other = value_at(mine, {}), value_at(right, {})
    return (ascii(mine), ascii(right)) if left is None or other is None else printed_apart(left, other)


def value_of(line: Line, e: Expr, at: Place) -> Expr | None:
    """The value at a known place as a constant expression; None where there is none."""
    assert at.value is not None
    chosen = _chosen(line, e, at)
    if chosen is None:
        return None
    value = substituted(chosen, {line.x.name: at.value})
    match sign_of(value, line.budget):
        case "undefined":
            return None
        case None:
            raise Undecidable
    return value


def _chosen(line: Line, e: Expr, at: Place) -> Expr | None:
    """The expression with the branch that holds in the place of every case distinction."""
    if isinstance(e, Piecewise):
        for condition, value in e.branches:
            holds = line.truth(condition, at, line.x)
            if holds is None:
                raise Undecidable
            if holds:
                return _chosen(line, value, at)
        return None if e.otherwise is None else _chosen(line, e.otherwise, at)
    if not any(isinstance(node, Piecewise) for node in nodes(e)):
        return e
    parts = [_chosen(line, child, at) for child in e.children]
    return None if None in parts else e.rebuilt(tuple(each for each in parts if each is not None))


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example(f"({text}) + 1", "wrong"), Example(f"{text} (", "unreadable"))


PIECEWISE = AnswerType("piecewise", "a function in pieces", compare, _examples)
