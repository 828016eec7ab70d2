"""Are a skill's problems sound? Every variant is solved, answered in several spellings, and answered wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions import calculus
from fluxions.calculus.derivation.step import Derivation, every_step
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Diagnosis, Mistaken
from fluxions.calculus.expr import Add, Expr, Mul
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.problem import Problem, ProblemFamily, Rejected
from fluxions.calculus.verdict import Right, Unreadable
from fluxions.curriculum.golden import golden
from fluxions.curriculum.linter.finding import Finding, in_file
from fluxions.curriculum.load import families, folder
from fluxions.curriculum.skills import Skill

FEWEST_FAMILIES = 3
FEWEST_BANDS = 3  # of difficulty, each a tenth wide


def family_findings(skill: Skill, seeds: int) -> Iterator[Finding]:
    """What there is to repair in families.py and golden.md."""
    found = families(skill.id)
    for message in faults(skill, found, seeds):
        yield in_file(skill, "families.py", message)
    path = folder(skill) / "golden.md"
    if found and (not path.exists() or path.read_text(encoding="utf-8") != golden(skill)):
        yield in_file(skill, "golden.md", "is not what the families give: run `make golden`, read the difference")


def faults(skill: Skill, found: tuple[ProblemFamily, ...], seeds: int) -> Iterator[str]:
    """What is wrong with the families of a skill, each tried on so many seeds."""
    if len(found) < FEWEST_FAMILIES:
        yield f"FAMILIES has {len(found)} families; write at least {FEWEST_FAMILIES}"
    if found and not any(each.ml for each in found):
        yield "no family is about a model or a loss; write one, with ml=True"
    if len({each.name for each in found}) != len(found):
        yield "two families have the same name"
    seen: set[str] = set()
    difficulties: list[float] = []
    for family in found:
        if family.skill != skill.id:
            yield f"{family.name}: its skill is {family.skill}, not {skill.id}"
        for seed in range(seeds):
            problem = calculus.generate(family, seed)
            if isinstance(problem, Rejected):
                yield f"{family.name}, seed {seed}: no acceptable draw in 50: {problem.why}"
                continue
            difficulties.append(problem.difficulty)
            yield from (f"{family.name}, seed {seed}: {each}" for each in problem_faults(problem, seen))
    if difficulties:
        yield from _coverage(skill, seen, difficulties)


def _coverage(skill: Skill, seen: set[str], difficulties: list[float]) -> Iterator[str]:
    """Do the families differ in difficulty, and bring out the misconceptions that skill.toml lists?"""
    bands = sorted({int(10 * each) for each in difficulties})
    if len(bands) < FEWEST_BANDS:
        reached = ", ".join(f"{band / 10}" for band in bands)
        yield f"all difficulties lie in the tenths from {reached}; reach {FEWEST_BANDS} with easier or harder families"
    for name in sorted({each for known in skill.misconceptions for each in known.ids} - seen):
        yield f"skill.toml lists the misconception {name}, but no family lets it show"


def problem_faults(problem: Problem, seen: set[str]) -> Iterator[str]:
    """What is wrong with one variant; `seen` collects the misconceptions that it can show."""
    derivation = problem.derivation
    assert isinstance(derivation, Derivation), "a generated problem carries its derivation"
    if any(each.checked.status == "assumed" for each in every_step(derivation.steps)):
        yield "a step of the solution was not checked"
    if not problem.given and agree(problem.task, derivation.answer, 7, 160) == "differ":
        yield "the answer differs from the task, evaluated without the steps"
    for e in (problem.task, derivation.answer):
        reading = calculus.read(calculus.ascii(e), problem.vocabulary)
        if isinstance(reading, Unreadable) or reading.expr != e:
            yield f"{calculus.ascii(e)} does not read back to itself"
    for text in spellings(derivation.answer):
        verdict = calculus.diagnose(problem, text)
        if not isinstance(verdict, Right):
            yield f"the right answer written {text} is judged {type(verdict).__name__}"
    wrong = calculus.wrong_answers(problem)
    if not wrong:
        yield "no misconception leads to a wrong answer here, so the problem cannot show any"
    for each in wrong:
        seen.add(each.misconception.name)
        text = calculus.ascii(each.answer)
        verdict = calculus.diagnose(problem, text)
        if each.misconception.name not in named(verdict):
            judged = f"{type(verdict).__name__} {named(verdict)}"
            yield f"{text}, which comes from {each.misconception.name}, is judged {judged}"


def spellings(answer: Expr) -> Iterator[str]:
    """The same answer as different people would write it."""
    text = calculus.ascii(answer)
    yield text
    yield calculus.latex(answer)
    yield f"({text})"
    if isinstance(answer, (Add, Mul)):
        yield calculus.ascii(answer.rebuilt(tuple(reversed(answer.children))))
    yield text.replace("*", " * ").replace("^", "**")


def named(verdict: Diagnosis) -> tuple[str, ...]:
    """The misconceptions that a diagnosis speaks of."""
    match verdict:
        case Mistaken(misconception):
            return (misconception.name,)
        case Ambiguous(candidates):
            return tuple(each.misconception.name for each in candidates)
    return ()
