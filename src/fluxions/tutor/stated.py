"""A task as plain values that can be kept, and graded later by what was shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from fluxions import calculus
from fluxions.calculus import Derivation, Problem, Reading, Rejected, Vocabulary
from fluxions.calculus.expr import Expr
from fluxions.curriculum import curriculum, family


class Unstated(ValueError):
    """A task cannot be kept: its text would not be read back as it is."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A problem without its answer: the prompt, the task in the maths language, and the names it declares."""

    skill: str
    family: str
    version: int
    seed: int
    prompt: str
    task: str
    given: tuple[str, ...] = ()
    assume: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    functions: tuple[str, ...] = ("f", "g", "h")
    variable: str = "x"
    dependent: tuple[str, ...] = ()
    type: str = "auto"
    form: tuple[str, ...] = ()
    difficulty: float = 0.0
    shapes: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def vocabulary(self) -> Vocabulary:
        """What names mean in this task."""
        names = (frozenset(self.symbols), frozenset(self.functions))
        return Vocabulary(*names, self.variable, frozenset(self.dependent), self.shapes)

    @property
    def terms(self) -> dict[str, Any]:
        """All but what names the task, as plain JSON."""
        lists = ("given", "assume", "symbols", "functions", "dependent", "form")
        plain = {name: list(getattr(self, name)) for name in lists} | {"variable": self.variable, "type": self.type}
        return plain | ({"shapes": [[name, list(sizes)] for name, sizes in self.shapes]} if self.shapes else {})


@lru_cache(maxsize=512)
def drawn(skill: str, name: str, seed: int) -> Stated | None:
    """The variant of a family as it is shown; None where there is none."""
    found = family(skill, name) if skill in curriculum().skills else None
    if found is None:
        return None
    problem = calculus.generate(found, seed)
    return None if isinstance(problem, Rejected) else stated(problem, found.version)


def stated(problem: Problem, version: int = 1) -> Stated:
    """The plain values of a problem; Unstated where they would not be read back to the same problem."""
    words = problem.vocabulary
    kept = Stated(
        problem.skill,
        problem.family,
        version,
        problem.variant,
        problem.prompt,
        calculus.ascii(problem.task),
        tuple(calculus.ascii(each) for each in problem.given),
        tuple(calculus.ascii(each) for each in problem.assume),
        tuple(sorted(words.symbols)),
        tuple(sorted(words.functions)),
        words.variable,
        tuple(sorted(words.dependent)),
        problem.type,
        problem.form,
        problem.difficulty,
        words.shapes,
    )
    if problem_of(kept).task != problem.task:
        raise Unstated(f"{problem.skill}/{problem.family} {problem.variant}: {kept.task}")
    return kept


@lru_cache(maxsize=512)
def problem_of(kept: Stated) -> Problem:
    """The problem with its worked solution, made anew from what was shown."""
    words = kept.vocabulary
    problem = Problem(
        kept.prompt,
        _read(kept.task, words),
        words,
        tuple(_read(each, words) for each in kept.given),
        tuple(_read(each, words) for each in kept.assume),
        kept.type,
        kept.form,
        kept.skill,
        kept.family,
        kept.seed,
        kept.difficulty,
    )
    derivation = calculus.solve(problem.task, given=problem.given, assume=problem.assume)
    return replace(problem, derivation=derivation) if isinstance(derivation, Derivation) else problem


def frozen(value: Any) -> Any:
    """Lists of plain JSON as tuples, nested ones too."""
    return tuple(frozen(each) for each in value) if isinstance(value, list) else value


def _read(text: str, words: Vocabulary) -> Expr:
    match calculus.read(text, words, syntax="ascii"):
        case Reading(expr=found):
            return found
        case unreadable:
            raise Unstated(f"{text}: {unreadable.message}")
