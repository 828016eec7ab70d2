"""Five variants of each family with worked solutions, kept in golden.md so that a change of any of them is read."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions import calculus
from fluxions.calculus.derivation.step import Derivation, worked
from fluxions.calculus.problem import Problem, ProblemFamily, Rejected
from fluxions.calculus.problems.accept import visible_mistakes
from fluxions.calculus.problems.power import FamilyPower, family_power
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
        parts += [*_power(family), ""]
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


def _power(family: ProblemFamily) -> Iterator[str]:
    """What the variants tell of mistakes, and what they cannot."""
    power = family_power(family, range(VARIANTS))
    yield f"### What these {power.variants} variants tell apart"
    yield ""
    yield from told_apart(power)


def told_apart(power: FamilyPower) -> Iterator[str]:
    """The power of a family in three lines: what shows and in how many variants, what never shows alone, what with."""
    alone = {name for name, _ in power.alone}
    shown = (f"{name} {count}" for name, count in power.shows)
    hidden = (name for name, _ in power.shows if name not in alone)
    pairs = (" and ".join(pair) for pair in power.together)
    titled = (("Mistakes that show", shown), ("Never by an answer of their own", hidden), ("Never told apart", pairs))
    for title, found in titled:
        yield f"- {title}: {', '.join(found) or 'none'}."


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
