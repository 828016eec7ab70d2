"""Are a skill's families sound, and do they reach far enough?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fluxions import calculus
from fluxions.calculus.problem import Problem, ProblemFamily, Rejected
from fluxions.calculus.problems.draw import Random
from fluxions.curriculum.golden import golden
from fluxions.curriculum.linter.finding import Finding, in_file
from fluxions.curriculum.linter.variants import variant_faults, visible_and_hidden
from fluxions.curriculum.load import families, folder
from fluxions.curriculum.skills import Skill

FEWEST_FAMILIES = 3
FEWEST_BANDS = 3  # of difficulty, each a tenth wide
STALE = "is not what the families give: run `make golden`, read the difference"


def family_findings(skill: Skill, seeds: int) -> Iterator[Finding]:
    """What there is to repair in families.py and golden.md."""
    try:
        found = families(skill.id)
    except Exception as broken:  # a file that an author is writing may hold anything
        yield in_file(skill, "families.py", f"cannot be imported: {type(broken).__name__}: {broken}")
        return
    broken_draws = [message for each in found for message in _undrawn(each)]
    for message in broken_draws or faults(skill, found, seeds):
        yield in_file(skill, "families.py", message)
    path = folder(skill) / "golden.md"
    if found and not broken_draws and (not path.exists() or path.read_text(encoding="utf-8") != golden(skill)):
        yield in_file(skill, "golden.md", STALE)


def _undrawn(family: ProblemFamily) -> Iterator[str]:
    """What a family raises instead of stating a task."""
    try:
        family.make(Random(f"{family.id}/trial"))
    except Exception as raised:
        yield f"{family.name} raised {type(raised).__name__}: {raised}"


def faults(skill: Skill, found: tuple[ProblemFamily, ...], seeds: int) -> Iterator[str]:
    """What is wrong with the families of a skill, each tried on so many seeds."""
    if len(found) < FEWEST_FAMILIES:
        yield f"FAMILIES has {len(found)} families; write at least {FEWEST_FAMILIES}"
    if found and not any(each.ml for each in found):
        yield "no family is about a model or a loss; write one, with ml=True"
    if len({each.name for each in found}) != len(found):
        yield "two families have the same name"
    problems: list[Problem] = []
    for family in found:
        if family.skill != skill.id:
            yield f"{family.name}: its skill is {family.skill}, not {skill.id}"
        for seed in range(seeds):
            problem = calculus.generate(family, seed)
            if isinstance(problem, Rejected):
                yield f"{family.name}, seed {seed}: no acceptable draw in 50: {problem.why}"
                continue
            problems.append(problem)
            yield from (f"{family.name}, seed {seed}: {each}" for each in variant_faults(problem))
    if problems:
        yield from _difficulty(problems)
        yield from _coverage(skill, problems)


def _difficulty(problems: list[Problem]) -> Iterator[str]:
    """Do the problems differ in difficulty?"""
    bands = sorted({int(10 * each.difficulty) for each in problems})
    if len(bands) < FEWEST_BANDS:
        reached = ", ".join(f"{band / 10}" for band in bands)
        yield f"all difficulties lie in the tenths from {reached}; reach {FEWEST_BANDS} with easier or harder families"


def _coverage(skill: Skill, problems: list[Problem]) -> Iterator[str]:
    """Do the problems bring out the misconceptions that skill.toml lists, and seldom hide one behind a right answer?"""
    listed = {each for known in skill.misconceptions for each in known.ids}
    sizes, hiding, seen = Counter(each.family for each in problems), Counter[tuple[str, str]](), set[str]()
    for problem in problems:
        visible, hidden = visible_and_hidden(problem)
        seen |= visible
        hiding.update((problem.family, name) for name in hidden & listed)
    for (family, name), times in sorted(hiding.items()):
        if 2 * times >= sizes[family]:
            yield f"{family}: {name} gives the right answer in {times} of {sizes[family]} variants, so it hides"
    for name in sorted(listed - seen):
        yield f"skill.toml lists the misconception {name}, but no family lets it show"
