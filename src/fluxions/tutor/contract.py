"""The batch commands as functions of plain JSON values: check, solve, diagnose, generate.

An item that does not fit gets an answer with an `error`; no item ends the run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args

from fluxions import calculus
from fluxions.calculus import Level
from fluxions.calculus.answers.antiderivative import Constant
from fluxions.calculus.answers.check import SAME_READER
from fluxions.calculus.budget import OutOfBudget
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Candidate, Diagnosis, Mistaken
from fluxions.calculus.expr import Expr, Int, Sym
from fluxions.calculus.language.reading import Kind, Syntax
from fluxions.calculus.problem import Problem
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Verdict, Witness, Wrong
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.tutor import fields
from fluxions.tutor.fields import BadItem
from fluxions.tutor.generated import generate_items
from fluxions.tutor.steps import conditions_of, lines_of, steps_of

Json = dict[str, Any]
KINDS: tuple[Kind, ...] = get_args(Kind)
ELSEWHERE = {"steps": "judged by diagnose", "plot": "judged on the page", "code": "judged by labs"}
SYNTAXES: tuple[Syntax, ...] = get_args(Syntax)
MARKS: tuple[Literal[".", ","], ...] = (".", ",")
CONSTANTS: tuple[Constant, ...] = ("required", "free")
COMMON = frozenset({"id", "variables", "shapes", "assume"})
CHECK = COMMON | {
    "answer", "expected", "type", "syntax", "integrand", "form", "tolerance", "unknown", "decimal", "constant",
}  # fmt: skip
SOLVE = COMMON | {"task", "given", "detail", "ways"}
DIAGNOSE = COMMON | {"task", "given", "answer", "lines", "syntax", "type", "form"}
TOO_DEEP = "nested too deeply or too large to be worked on"


def check_item(item: object) -> Json:
    """Is the answer right? The fields of `fluxions check --jsonl`."""
    return _guarded(item, CHECK, _check, {"verdict": "undecided", "reason": "too-big", "message": TOO_DEEP})


def solve_item(item: object) -> Json:
    """The task worked out. The fields of `fluxions solve --jsonl`."""
    return _guarded(item, SOLVE, _solve, {**UNSOLVED, "reason": TOO_DEEP})


def diagnose_item(item: object) -> Json:
    """What went wrong? The fields of `fluxions diagnose --jsonl`."""
    return _guarded(item, DIAGNOSE, _diagnose, {"verdict": "undecided", "reason": "too-big", "message": TOO_DEEP})


def _guarded(item: object, known: frozenset[str], answer: Callable[[Mapping[str, Any]], Json], too_big: Json) -> Json:
    """The answer to an item, whatever it holds."""
    named = {"id": fields.identity(item)}
    try:
        return named | answer(fields.known_fields(item, known))
    except BadItem as bad:
        return named | {"error": str(bad)}
    except (RecursionError, MemoryError, OutOfBudget):
        return named | too_big
    except Exception as ours:  # one broken item must not end the run for the others
        return named | {"error": f"an error of ours, not of this item: {type(ours).__name__}: {ours}"}


# --- check -----------------------------------------------------------------------------------------------------------
def _check(item: Mapping[str, Any]) -> Json:
    found = _verdict(item)
    return {
        **_said(found),
        "witness": _witness(getattr(found, "witness", None)),
        "proof": getattr(found, "proof", None),
        **_place(found),
    }


def _verdict(item: Mapping[str, Any]) -> Verdict:
    kind = _kind(item)
    declared = fields.vocabulary(item)
    answer = fields.text(item, "answer")
    if kind == "antiderivative":
        return _antiderivative_verdict(item, answer)
    return calculus.check(
        answer,
        fields.expression(fields.text(item, "expected"), "expected", declared, SAME_READER.get(kind)),
        kind=kind,
        vocabulary=declared,
        syntax=fields.choice(item, "syntax", SYNTAXES),
        decimal=fields.choice(item, "decimal", MARKS),
        form=fields.forms(item),
        assume=fields.relations(item, "assume", declared),
        unknown=fields.optional_text(item, "unknown"),
        tolerance=fields.tolerance(item),
    )


def _kind(item: Mapping[str, Any]) -> Kind:
    kind = item.get("type")
    if isinstance(kind, str) and kind in ELSEWHERE:
        raise BadItem(f"type {kind} is {ELSEWHERE[kind]}")
    return fields.choice(item, "type", KINDS)


def _antiderivative_verdict(item: Mapping[str, Any], answer: str) -> Verdict:
    declared = fields.vocabulary(item)
    integrand, variable = _integral(item, declared)
    return calculus.check_antiderivative(
        answer,
        integrand,
        variable,
        constant=fields.choice(item, "constant", CONSTANTS),
        vocabulary=declared,
    )


def _integral(item: Mapping[str, Any], declared: Vocabulary) -> tuple[Expr, Sym]:
    """The integrand with its variable; it may also be given as the integral that is expected."""
    if item.get("integrand") is None and item.get("expected") is not None:
        match fields.expression(fields.text(item, "expected"), "expected", declared):
            case Int(f, x, None):
                return f, x
    names = fields.texts(item, "variables") or ("x",)
    return fields.expression(fields.text(item, "integrand"), "integrand", declared), Sym(names[0])


def _said(found: Diagnosis) -> Json:
    """The verdict with its code and its words."""
    match found:
        case Right(reason, _, note):
            return {"verdict": "right", "reason": reason, "message": None if note is None else str(note)}
        case Wrong(reason, message) | Ambiguous(reason=reason, message=message):
            return {"verdict": "wrong", "reason": reason, "message": str(message)}
        case Mistaken(reason=reason, message=message):
            return {"verdict": "wrong", "reason": reason, "message": str(message)}
        case Undecided(why, message):
            return {"verdict": "undecided", "reason": why, "message": str(message)}
        case Unreadable(code, message=message):
            return {"verdict": "unreadable", "reason": code, "message": str(message)}


def _witness(seen: Witness | None) -> Json | None:
    return None if seen is None else {"at": dict(seen.at), "answer": seen.answer, "expected": seen.expected}


def _place(found: Diagnosis) -> Json:
    """Where an answer cannot be read, and what would be read instead."""
    if isinstance(found, Unreadable):
        return {"span": list(found.span), "suggestion": found.suggestion}
    return {}


# --- solve -----------------------------------------------------------------------------------------------------------
UNSOLVED: Json = {"status": "unsolved", "answer": None, "latex": None, "steps": [], "checked": None}
LEVELS: tuple[Level, ...] = ("usual", "short", "full")
MOST_WAYS = 3


def _solve(item: Mapping[str, Any]) -> Json:
    declared = fields.vocabulary(item)
    level = fields.choice(item, "detail", LEVELS)
    ways = fields.whole(item, "ways", 0, MOST_WAYS)
    reading = calculus.read(fields.text(item, "task"), declared)
    if isinstance(reading, Unreadable):
        return {**UNSOLVED, "status": "unreadable", "reason": str(reading.message), **_place(reading)}
    given, assume = (fields.relations(item, name, declared) for name in ("given", "assume"))
    found = calculus.solve(reading.expr, given=given, assume=assume)
    if not isinstance(found, Derivation):
        return {**UNSOLVED, "reason": found.why}
    others = calculus.other_ways(found, ways, given=given, assume=assume) if ways else ()
    return {
        "status": "solved",
        "answer": calculus.ascii(found.answer),
        "latex": calculus.latex(found.answer),
        "spoken": calculus.spoken(found.answer),
        "steps": steps_of(found),
        "lines": lines_of(found, level),
        "conditions": conditions_of(calculus.needed(found, assume)),
        "ways": [{"answer": calculus.ascii(way.answer), "lines": lines_of(way, level)} for way in others],
        "checked": found.checked,
    }


# --- diagnose --------------------------------------------------------------------------------------------------------
def _diagnose(item: Mapping[str, Any]) -> Json:
    problem = _problem(item)
    syntax = fields.choice(item, "syntax", SYNTAXES)
    if (item.get("lines") is None) == (item.get("answer") is None):
        raise BadItem("give either answer or lines")
    if item.get("lines") is not None:
        return _of_lines(problem, fields.texts(item, "lines"), syntax)
    found = calculus.diagnose(problem, fields.text(item, "answer"), syntax=syntax)
    wrong = isinstance(found, (Wrong, Mistaken, Ambiguous))
    hints = calculus.diagnose_lines(problem, ()).next_hints if wrong else ()
    return {**_diagnosed(found), "first_wrong_line": None, "lines": [], "next_hint": _hint(hints), **_place(found)}


def _problem(item: Mapping[str, Any]) -> Problem:
    declared = fields.vocabulary(item)
    return Problem(
        "",
        fields.expression(fields.text(item, "task"), "task", declared),
        declared,
        given=fields.relations(item, "given", declared),
        assume=fields.relations(item, "assume", declared),
        type=_kind(item),
        form=fields.forms(item),
    )


def _of_lines(problem: Problem, lines: tuple[str, ...], syntax: Syntax) -> Json:
    report = calculus.diagnose_lines(problem, lines, syntax=syntax)
    judged = [
        {"verdict": each.verdict, "reason": each.reason, "message": None if each.message is None else str(each.message)}
        for each in report.lines
    ]
    return {
        **_diagnosed(report.diagnosis),
        "first_wrong_line": report.first_wrong_line,
        "lines": judged,
        "next_hint": _hint(report.next_hints),
    }


def _diagnosed(found: Diagnosis) -> Json:
    candidates: tuple[Candidate, ...] = ()
    match found:
        case Mistaken(misconception, rule, at, also=also):
            candidates = (Candidate(misconception, rule, at), *also)
        case Ambiguous() as several:
            candidates = several.told
    return {
        **_said(found),
        "misconceptions": [_named(each) for each in candidates],
        "ambiguous": isinstance(found, Ambiguous),
        "possible": isinstance(found, Mistaken) and found.possible,
        "near": found.near if isinstance(found, Mistaken) else "",
        "witness": _witness(getattr(found, "witness", None)),
    }


def _named(by: Candidate) -> Json:
    wrong = by.misconception
    return {"id": wrong.name, "skill": wrong.skill, "says": wrong.says, "rule": by.rule, "at": calculus.ascii(by.at)}


def _hint(ladder: tuple[calculus.Hint, ...]) -> str | None:
    """The rung that says what to do next, without doing it."""
    return next((str(each.text) for each in reversed(ladder) if each.line is None), None)


__all__ = ["BadItem", "check_item", "diagnose_item", "generate_items", "solve_item"]
