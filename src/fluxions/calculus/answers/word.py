"""Words as answers: convex, concave, neither, positive definite and so on, compared as they stand."""

from __future__ import annotations

from fluxions.calculus.answers.question import Question, wrong
from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.verdict import Right, Verdict
from fluxions.calculus.vocabulary import VERDICTS


def is_word(e: Expr) -> bool:
    """Is it one of the words that answer a question?"""
    return isinstance(e, Sym) and e.name in VERDICTS


def compare(question: Question, answer: Expr) -> Verdict:
    """A word against the right one."""
    if answer == question.expected:
        return Right("equal", "same")
    if isinstance(answer, Sym) and is_word(answer):
        return wrong("different-value", "It is not {given}.", given=answer.name.replace("_", " "))
    return wrong("wrong-type", "Answer with a word, such as {such}.", such="convex or indefinite")


__all__ = ["compare", "is_word"]
