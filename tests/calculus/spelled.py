"""What the tables of facts are written in: the learner's spelling, and one check of a rule."""

from __future__ import annotations

from benchmarks.worked import Task
from fluxions.calculus.derivation.rule import Rewrite, found
from fluxions.calculus.derivation.step import Derivation, Unsolved
from fluxions.calculus.expr import Expr
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import canonical_key
from fluxions.calculus.vocabulary import STANDARD, Vocabulary

WORDS = STANDARD.declaring(*"a b c d k m n p q r s t u v w y z".split(), "beta", "delta", "eta", "lambda", "mu", "tau")


def spelled(text: str) -> Expr:
    """The tree of a text; h is a step wherever it is not applied to x."""
    words: Vocabulary = WORDS if "h(x)" in text else WORDS.declaring("h")
    reading = read(text, words)
    assert isinstance(reading, Reading), (text, reading)
    return reading.expr


def check(rule: Rewrite, before: str, after: str | None) -> None:
    """The rule makes `after` of `before`, up to the order of terms and factors; None: it declines."""
    result = found(rule(spelled(before)))
    if after is None:
        assert result is None, ascii(result.result)
    else:
        assert result is not None, f"declined {before}"
        assert canonical_key(result.result) == canonical_key(spelled(after)), ascii(result.result)


def solved(task: str, *given: str) -> Derivation:
    """The derivation of a task."""
    derivation = solve(spelled(task), given=[spelled(each) for each in given])
    assert isinstance(derivation, Derivation), (task, derivation)
    return derivation


def solved_task(task: Task) -> Derivation | Unsolved:
    """What becomes of a task of benchmarks/worked."""
    reading = read(task.text, task.words)
    assert isinstance(reading, Reading), (task, reading)
    return solve(reading.expr)
