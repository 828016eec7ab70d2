"""What an answer is compared with, and what every kind of answer must offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.ladder import Domain
from fluxions.calculus.expr import Expr
from fluxions.calculus.verdict import Text, Undecided, Verdict, Wrong
from fluxions.calculus.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a number may be off: absolutely, or as a share of the right one."""

    kind: Literal["abs", "rel"]
    size: Fraction


@dataclass(frozen=True, slots=True)
class Question:
    """The right value, and what is asked of its form."""

    expected: Expr
    vocabulary: Vocabulary
    budget: Budget
    form: tuple[str, ...] = ()
    assume: tuple[Expr, ...] = ()
    unknown: str | None = None
    tolerance: Tolerance | None = None
    domain: Domain = "common"
    given: Expr | None = None  # the function the task began with
    task: Expr | None = None  # what was asked, with its operators
    variables: frozenset[str] = frozenset()  # declared by the caller; the expected value may have more
    stated: bool = False  # the kind was named by the caller: other notations of it are accepted

    def about(self, expected: Expr) -> Question:
        """The same question of a part, whose form is not judged again."""
        return replace(self, expected=expected, form=(), given=None, task=None)


@dataclass(frozen=True, slots=True)
class Example:
    """An answer as typed and what must be said of it."""

    text: str
    verdict: Literal["right", "wrong", "unreadable"]


@dataclass(frozen=True, slots=True)
class AnswerType:
    """A kind of answer: what reads as one, how it is compared, and examples made from any expected value."""

    name: str
    title: str  # in a sentence: "an equation"
    compare: Callable[[Question, Expr], Verdict]
    examples: Callable[[Expr], tuple[Example, ...]]


def wrong(reason: str, sentence: str, **slots: str) -> Wrong:
    """A wrong answer with its reason and words."""
    return Wrong(reason, Text(sentence, tuple(slots.items())))


CHECKABLE = "Here is a form we can check: one line, without operators of calculus."
UNDECIDED_WORDS = "We could not decide this. It does not count against you. {hint}"


def undecided(why: str, hint: str = CHECKABLE) -> Undecided:
    """An answer that could be neither accepted nor refuted."""
    return Undecided(why, Text(UNDECIDED_WORDS, (("hint", hint),)))
