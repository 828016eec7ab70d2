"""What went wrong: a verdict, or a named mistake with the step it was made in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Expr
from fluxions.calculus.verdict import Right, Text, Undecided, Unreadable, Verdict, Witness, Wrong


@dataclass(frozen=True, slots=True)
class Candidate:
    """A misconception that leads to the learner's value, and the goal it was applied to."""

    misconception: Misconception
    rule: str  # the right rule of that step
    at: Expr  # the goal of the step, before


@dataclass(frozen=True, slots=True)
class Mistaken:
    """The answer is wrong, and exactly one misconception explains it, or exactly one pair."""

    misconception: Misconception
    rule: str
    at: Expr
    right: frozenset[str]  # skills of the steps that were carried out right
    message: Text
    witness: Witness | None = None
    reason: str = "different-value"
    also: tuple[Candidate, ...] = ()  # a second mistake, where it takes two to get here
    near: Literal["", "sign", "constant-factor"] = ""  # what is off besides the mistake
    possible: bool = False  # a single number can come about in other ways, or not all mistakes could be worked out:
    # told as "this is what you get if …"


MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The answer is wrong, and several misconceptions lead to it: none is blamed."""

    candidates: tuple[Candidate, ...]  # those of the task's own skill first
    message: Text
    witness: Witness | None = None
    reason: str = "different-value"

    @property
    def told(self) -> tuple[Candidate, ...]:
        """As many as one can take in."""
        return self.candidates[:MOST_TOLD]


Diagnosis = Right | Mistaken | Ambiguous | Wrong | Undecided | Unreadable


@dataclass(frozen=True, slots=True)
class Hint:
    """One rung of the ladder: what to look at, the rule's name, its binding, the line itself."""

    rank: Literal[1, 2, 3, 4]
    text: Text
    line: Expr | None = None  # the whole next line, on the last rung


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """One line of working. `follows`: from the line above; `carried`: right work on a wrong line."""

    verdict: Literal["right", "wrong", "undecided", "unreadable"]
    reason: str  # follows, carried, recovered, jump, task, different-value, …
    message: Text | None = None
    expr: Expr | None = None  # what was read, None where unreadable
    spot: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class LineReport:
    """A derivation judged: every line, the first wrong one (from 1), what went wrong in it, and the next step."""

    lines: tuple[LineVerdict, ...]
    first_wrong_line: int | None
    diagnosis: Diagnosis  # of the first wrong line, else of the last line as the answer to the task
    next_hints: tuple[Hint, ...]  # from the last valid line; empty when the task is done
    complete: bool  # the last line is a right final answer


__all__ = [
    "Ambiguous", "Candidate", "Diagnosis", "Hint", "LineReport", "LineVerdict", "Mistaken", "Right", "Text",
    "Undecided", "Unreadable", "Verdict", "Witness", "Wrong",
]  # fmt: skip
