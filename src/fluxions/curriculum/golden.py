"""Five variants of each family with worked solutions, kept in golden.md so that a change of any of them is read."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions import calculus
from fluxions.calculus.derivation.step import Derivation, worked
from fluxions.calculus.problem import Problem, ProblemFamily, Rejected
from fluxions.calculus.problems.accept import visible_mistakes
from fluxions.curriculum.load import families
from fluxions.curriculum.skills import Skill

VARIANTS = 5
HEAD = "Written by `make golden`; compared by `make content`. Formulas are in the maths language."


def golden(skill: Skill) -> str:
    """The text of golden.md."""
    parts = [f"# {skill.title}", "", HEAD, ""]
    for family in families(skill.id):
        parts += [f"## {family.name}", ""]
        for seed in range(VARIANTS):
            parts += [*shown(family, seed), ""]
    return "\n".join(parts).rstrip() + "\n"


def shown(family: ProblemFamily, seed: int) -> Iterator[str]:
    """One variant as Markdown: the task, the solution line by line, what mistakes lead to."""
    problem = calculus.generate(family, seed)
    if isinstance(problem, Rejected):
        yield f"### Variant {seed}"
        yield f"No acceptable draw: {problem.why}."
        return
    yield f"### Variant {seed}, difficulty {problem.difficulty}"
    yield from _told(problem)


def _told(problem: Problem) -> Iterator[str]:
    derivation = problem.derivation
    assert isinstance(derivation, Derivation), "a generated problem carries its derivation"
    yield problem.prompt
    yield ""
    yield f"`{calculus.ascii(problem.task)}`" + "".join(f", `{calculus.ascii(each)}`" for each in problem.given)
    yield ""
    for number, line in enumerate(worked(derivation), 1):
        yield f"{number}. {line.step.says}"
        yield f"   `{calculus.ascii(line.opened)}`"
    yield ""
    yield f"Answer: `{calculus.ascii(derivation.answer)}`"
    mistakes = visible_mistakes(problem)
    if mistakes:
        yield ""
        yield "Mistakes lead to:"
        yield ""
    for each in mistakes:
        yield f"- `{calculus.ascii(each.answer)}` {each.misconception.name}"
