"""Is what was typed the right answer? The reading, the kind, then the comparison of that kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, TypeGuard

from fluxions.calculus.answers import ANSWER_TYPES, antiderivative, shaped, slopes, word
from fluxions.calculus.answers.antiderivative import Constant, Logs
from fluxions.calculus.answers.choice import key_typed
from fluxions.calculus.answers.directions import DIRECTIONS
from fluxions.calculus.answers.distributions import parameters
from fluxions.calculus.answers.question import Question, Tolerance, undecided, wrong
from fluxions.calculus.budget import Budget, OutOfBudget, check_budget
from fluxions.calculus.equality.forms import FORMS, known
from fluxions.calculus.equality.ladder import Domain
from fluxions.calculus.expr import (
    And,
    At,
    Const,
    Diff,
    Expr,
    Fn,
    Int,
    Interval,
    Limit,
    Matrix,
    Operator,
    Or,
    Rel,
    Set,
    Sum,
    Sym,
    Union,
    Vector,
)  # fmt: skip
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Kind, Reading, Syntax
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.shapes import is_scalar, is_shaped
from fluxions.calculus.trees import kinds, nodes, standing, symbols
from fluxions.calculus.verdict import Right, Text, Undecided, Unreadable, Verdict, Wrong
from fluxions.calculus.vocabulary import FUNCTIONS, STANDARD, Vocabulary

NO_VALUE = "no-value:"
KIND_OF: dict[type, str] = {
    Vector: "vector", Matrix: "matrix", Set: "set", Interval: "interval", Union: "interval", And: "inequality",
    Or: "set",
}  # fmt: skip
CARRIED_OUT = frozenset({Limit, Int, Sum, Operator})  # operators without a value at a point
SAME_READER: dict[str, Kind] = {
    "vector": "vector", "matrix": "matrix", "set": "set", "multiset": "multiset", "interval": "interval",
    "inequality": "interval", "number": "number", "system": "system",
}  # fmt: skip


def kind_of(expected: Expr) -> str:
    """The kind of answer that a right value asks for."""
    if is_shaped(expected):
        return "expression" if is_scalar(expected) else "matrix"
    if isinstance(expected, Rel):
        return "equation" if expected.op == "=" else "inequality"
    if isinstance(expected, And) and all(isinstance(each, Rel) and each.op == "=" for each in expected.parts):
        return "system"
    if isinstance(expected, Or) and not all(isinstance(each, Rel) and each.op == "=" for each in expected.parts):
        return "inequality"  # x < 1 or x > 2
    if type(expected) in KIND_OF:
        return KIND_OF[type(expected)]
    if symbols(expected) or any(isinstance(node, Fn) and node.name not in FUNCTIONS for node in nodes(expected)):
        return "expression"
    return "number"


def check(
    answer: str,
    expected: Expr,
    *,
    kind: Kind = "auto",
    vocabulary: Vocabulary = STANDARD,
    syntax: Syntax = "auto",
    decimal: Literal[".", ","] = ".",
    form: Sequence[str] = (),
    assume: Sequence[Expr] = (),
    unknown: str | None = None,
    tolerance: Tolerance | None = None,
    domain: Domain = "common",
    budget: Budget | None = None,
) -> Verdict:
    """The verdict on a typed answer."""
    for each in form:
        if not known(each) and each not in DIRECTIONS:
            raise ValueError(f"there is no form {each!r}; the forms are {', '.join((*FORMS, *DIRECTIONS))}")
    if indefinite(expected) and kind in ("auto", "antiderivative"):
        return check_antiderivative(answer, expected.arg, expected.variable, vocabulary=vocabulary, budget=budget)
    value = worked_out(expected)
    name = kind_of(value) if kind == "auto" else kind
    if name not in ANSWER_TYPES:
        return undecided(f"kind:{name}", "This kind of answer is not compared yet.")
    words = vocabulary if name == "choice" else _with(vocabulary, _declared(expected, vocabulary))
    typed = key_typed(answer, value) if name == "choice" else answer
    want = None if is_shaped(value) else SAME_READER.get(name)
    reading = read(typed, words, syntax=syntax, decimal=decimal, want=want)
    if name == "vector" and isinstance(reading, Reading) and len(reading.expr.children) < len(value.children):
        plain = read(answer, words, syntax=syntax, decimal=decimal)  # i + j in space: no length is typed
        reading = plain if isinstance(plain, Reading) and Const("i") in nodes(plain.expr) else reading
    if isinstance(reading, Unreadable):
        return reading
    question = Question(
        value, words, check_budget() if budget is None else budget, tuple(form), tuple(assume), unknown, tolerance,
        domain, given=_given(expected), task=expected, variables=vocabulary.symbols, stated=kind != "auto",
    )  # fmt: skip
    return _settled(question, reading, name)


def check_read(
    reading: Reading,
    expected: Expr,
    *,
    kind: str = "auto",
    vocabulary: Vocabulary = STANDARD,
    form: Sequence[str] = (),
    assume: Sequence[Expr] = (),
    budget: Budget | None = None,
    task: Expr | None = None,
) -> Verdict:
    """The verdict on an answer that has been read already; `task` is what was asked, where `expected` is its value."""
    if indefinite(expected) and kind in ("auto", "antiderivative"):
        asked = Question(expected.arg, vocabulary, check_budget() if budget is None else budget, (), tuple(assume))
        return _antiderivative(asked, reading.expr, expected.variable, "required", "lenient")
    value = worked_out(expected)
    question = Question(
        value, vocabulary, check_budget() if budget is None else budget, tuple(form), tuple(assume),
        given=_given(task or expected), task=task or expected, stated=kind != "auto",
    )  # fmt: skip
    name = kind_of(value) if kind == "auto" else kind
    if name not in ANSWER_TYPES:
        return undecided(f"kind:{name}", "This kind of answer is not compared yet.")
    return _settled(question, reading, name)


def _settled(question: Question, reading: Reading, name: str) -> Verdict:
    """The verdict under the reading taken; a question back where only another reading is right."""
    verdict = _compared(question, reading.expr, name)
    if not isinstance(verdict, Wrong) or verdict.reason == "wrong-form":
        return verdict
    for note in reading.notes:
        if note.other is not None and isinstance(_compared(question, note.other, name), Right):
            message = Text("This can be read in two ways. {note}", (("note", str(note.message)),))
            return Unreadable("ambiguous-reading", note.span, message)
    return verdict


def _compared(question: Question, answer: Expr, name: str) -> Verdict:
    verdict = _as_typed(question, answer, name)
    if is_shaped(question.expected):
        return verdict
    if isinstance(verdict, Undecided) and verdict.why.startswith(NO_VALUE):
        done = worked_out(answer)
        if done != answer:
            return _left_standing(_as_typed(question, done, name))
    return verdict


def _as_typed(question: Question, answer: Expr, name: str) -> Verdict:
    try:
        if is_shaped(question.expected):
            return shaped.compare(question, answer)
        if word.is_word(question.expected):
            return word.compare(question, answer)
        both = parameters(question.expected, answer)
        if both is not None:
            return ANSWER_TYPES["vector"].compare(replace(question, expected=both[0]), both[1])
        found = ANSWER_TYPES[name].compare(question, answer)
        return slopes.explained(question, answer, found) if isinstance(found, Wrong) else found
    except OutOfBudget:
        return undecided("budget")
    except NoTape as reason:
        return undecided(f"{NO_VALUE}{reason}")


def _left_standing(verdict: Verdict) -> Verdict:
    """What is said of a right value whose operator is still to be carried out."""
    if isinstance(verdict, Right):
        return wrong("operator-left-standing", "The value is right, but it is still to be worked out.")
    return verdict


def _declared(expected: Expr, vocabulary: Vocabulary) -> frozenset[str]:
    """Symbols of the right value that the question did not declare itself."""
    return symbols(expected) - vocabulary.symbols - vocabulary.dependent


@lru_cache(maxsize=256)
def _with(vocabulary: Vocabulary, names: frozenset[str]) -> Vocabulary:
    return vocabulary.declaring(*names) if names else vocabulary


def _given(expected: Expr) -> Expr | None:
    """The function that a task of differentiation begins with."""
    match expected:
        case Diff(f) | At(Diff(f)):
            return f
    return None


def worked_out(expected: Expr) -> Expr:
    """The value of a task whose operators have no value at a point; others stand, jets carry them out."""
    if not standing(expected):
        return expected
    if CARRIED_OUT.isdisjoint(kinds(expected)):
        return expected
    from fluxions.calculus.derivation.step import Derivation
    from fluxions.calculus.solve import solve  # heavy, and only wanted here

    found = solve(expected)
    return found.answer if isinstance(found, Derivation) else expected


def indefinite(task: Expr) -> TypeGuard[Int]:
    """Is an antiderivative asked for, with its constant?"""
    return isinstance(task, Int) and task.low is None


def check_antiderivative(
    answer: str,
    integrand: Expr,
    variable: Sym,
    *,
    constant: Constant = "required",
    logs: Logs = "lenient",
    vocabulary: Vocabulary = STANDARD,
    budget: Budget | None = None,
) -> Verdict:
    """The verdict on an antiderivative, judged by its derivative."""
    words = vocabulary.declaring(*_declared(integrand, vocabulary), variable.name)
    reading = read(answer, words, want="antiderivative")
    if isinstance(reading, Unreadable):
        return reading
    question = Question(integrand, words, check_budget() if budget is None else budget)
    return _antiderivative(question, reading.expr, variable, constant, logs)


def _antiderivative(question: Question, answer: Expr, variable: Sym, constant: Constant, logs: Logs) -> Verdict:
    try:
        return antiderivative.compare(question, answer, variable, constant, logs)
    except OutOfBudget:
        return undecided("budget")
    except NoTape as reason:
        return undecided(f"{NO_VALUE}{reason}")
