"""One of several options: the answer is the option's number, its letter, or its formula."""

from __future__ import annotations

import re

from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Expr, Num, Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.verdict import Different, Equal, Right, Verdict


def compare(question: Question, answer: Expr) -> Verdict:
    """The option as the key names it; a formula is compared with the key's."""
    if answer == question.expected:
        return Right("equal", "same")
    if isinstance(answer, Sym) and isinstance(question.expected, Sym):
        same = answer.name.lower() == question.expected.name.lower()
        return Right("equal", "same") if same else wrong("different-value", "This is not the right option.")
    match equal(answer, question.expected, assume=question.assume, budget=question.budget):
        case Equal(certificate):
            return Right("equal", certificate)
        case Different():
            return wrong("different-value", "This is not the right option.")
    return undecided("option", "Choose one of the options.")


KEY = re.compile(
    r"\s*(?:(?:option|answer|choice)\b\s*:?)?\s*[(\[]?\s*([A-Za-z]|[0-9]{1,2})\s*[)\]]?\s*[.:]?\s*", re.IGNORECASE
)


def key_typed(text: str, expected: Expr) -> str:
    """The letter or number alone of `(b)`, `B)`, `b.` and `option b`, where a key is wanted; else the text."""
    found = KEY.fullmatch(text)
    wanted = isinstance(expected, Sym) or (isinstance(expected, Num) and expected.bottom == 1)
    return found[1] if found and wanted else text


def the_key_is_alone(options: tuple[Expr, ...], key: int) -> bool:
    """Is no other option equal to the key, for certain?"""
    return all(
        isinstance(equal(option, options[key]), Different) for place, option in enumerate(options) if place != key
    )


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example(f"({text}) + 1", "wrong"), Example("", "unreadable"))


CHOICE = AnswerType("choice", "one of the options", compare, _examples)
