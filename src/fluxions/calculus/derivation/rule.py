"""A rule rewrites one node or declines; a wrong rule has the same shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from fluxions.calculus.expr import Expr

Status = Literal["proved", "numeric", "assumed"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a step needs to hold, and how sure that is."""

    relation: Expr
    status: Status


@dataclass(frozen=True, slots=True)
class Found:
    """The result of a rule with the names it bound (for its sentence and its hints) and what it needs to hold."""

    result: Expr
    using: tuple[tuple[str, Expr], ...] = ()
    provided: tuple[Condition, ...] = ()


Rewrite = Callable[[Expr], Expr | Found | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A sound rewriting: before and after have the same value under `provided`."""

    name: str
    skill: str
    says: str  # one sentence; {u} is filled from Found.using
    rewrite: Rewrite
    title: str = ""  # how a hint names it: "the chain rule"
    silent: bool = False  # folds into its neighbour at the usual level of detail: 1·x, x + 0, 2·3
    cost: int = 1


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong rewriting that people really use; `says` is what happened, then what to do."""

    name: str
    skill: str
    says: str
    rewrite: Rewrite
    title: str = ""  # the heading above the words: "The inner derivative is missing"
    example: tuple[str, str] = ("", "")  # (task, the wrong answer it leads to), in the learner's spelling


def found(value: Expr | Found | None) -> Found | None:
    """The result of a rewriting in its full form."""
    return Found(value) if isinstance(value, Expr) else value
