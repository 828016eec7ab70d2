"""A problem is a sentence and a task; its answer is derived, never stated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxions.calculus.expr import Expr
from fluxions.calculus.vocabulary import STANDARD, Vocabulary

if TYPE_CHECKING:
    from fluxions.calculus.derivation.step import Derivation
    from fluxions.calculus.problems.draw import Random


@dataclass(frozen=True, slots=True)
class Problem:
    """A prompt (Markdown with $TeX$), a task, and what is asked of the answer.

    `given` are equations that may be used (`f(2) = 3` from a table). A family fills the fields down to `form`;
    `generate` adds the rest once the task is solved and every step checked.
    """

    prompt: str
    task: Expr
    vocabulary: Vocabulary = STANDARD
    given: tuple[Expr, ...] = ()
    assume: tuple[Expr, ...] = ()
    type: str = "auto"
    form: tuple[str, ...] = ()
    skill: str = ""
    family: str = ""
    variant: int = 0
    difficulty: float = 0.0
    derivation: Derivation | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ProblemFamily:
    """A function that draws numbers and states a task, and the bounds of what is accepted."""

    name: str
    skill: str
    make: Callable[[Random], Problem]
    version: int = 1
    ml: bool = False  # is it about a model or a loss?
    needs: tuple[str, ...] = ()  # rules that the solution must use
    largest_answer: int = 60  # nodes
    largest_number: int = 10_000  # height of any rational in the answer

    @property
    def id(self) -> str:
        """Known by its skill and name: `chain-rule/power-of-a-line`."""
        return f"{self.skill}/{self.name}"


@dataclass(frozen=True, slots=True)
class Rejected:
    """No acceptable variant was found; `why` names the last reason."""

    family: str
    why: str
