"""Does a lab hold what it promises, in every framework that is installed?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from fluxions.curriculum import load, load_labs
from fluxions.curriculum.linter.finding import Finding
from fluxions.labs import Lab
from fluxions.labs.contract import Formula, Function, Inputs, NoSandbox, Oracle, Run, Verdict
from fluxions.labs.forbidden import syntax_fault
from fluxions.labs.frameworks import FRAMEWORKS, installed
from fluxions.labs.grade import grade

FEWEST_WRONG = 3
SEEDS = (1, 2)
Graded: TypeAlias = Callable[[Lab, str, str], list[Verdict]]
EXPECTS, SAYS = "# expects:", "# says:"


def lab_findings(
    lab_id: str, run: Run | None = None, only: str | None = None, seeds: Sequence[int] = SEEDS
) -> Iterator[Finding]:
    """What there is to repair in the folder of a lab; with `only`, its programs in one framework alone."""
    found = load_labs.summary(lab_id)
    for name in (*found.skills, *found.variants):
        if name not in load.curriculum().skills and name not in FRAMEWORKS:
            yield _in(lab_id, "lab.toml", f"names {name}, which is neither a skill nor a framework")
    try:
        lab = load_labs.lab(lab_id)
    except Exception as broken:  # a file that an author is writing may hold anything
        yield _in(lab_id, "checks.py", f"cannot be imported: {type(broken).__name__}: {broken}")
        return
    yield from _shape(lab)
    for framework in lab.variants:
        if only in (None, framework) and installed(framework):
            yield from _programs(lab, framework, partial(_graded, run=run or _shared(), seeds=seeds))


def _shared() -> Run:
    from fluxions.labs.sandbox.broker import shared

    return shared().run


def _shape(lab: Lab) -> Iterator[Finding]:
    """What can be seen without running anything."""
    named = {each.name for function in lab.functions for each in function.misconceptions}
    wrong = [file for framework in lab.variants for file in load_labs.programs(lab.id, "wrong", framework)]
    realised = {_header(text, EXPECTS) for _, text in wrong}
    for each in sorted(named - realised):
        yield _in(lab.id, "", f"no wrong_*.py expects the misconception {each}")
    if not load_labs.hints(lab.id):
        yield _in(lab.id, "hints.md", "is missing, or has no section that begins with ##")
    if len(wrong) < FEWEST_WRONG:
        yield _in(lab.id, "", f"write at least {FEWEST_WRONG} wrong_*.py; there are {len(wrong)}")
    skills = load.curriculum().skills
    for mistake in (each for function in lab.functions for each in function.misconceptions):
        if mistake.skill not in skills:
            yield _in(lab.id, "checks.py", f"{mistake.name} counts against {mistake.skill}, which is no skill")
    for function in lab.functions:
        if not function.examples:
            yield _in(lab.id, "checks.py", f"{function.name} has no example to show")
        if any(not _fits(function, inputs) for inputs in function.examples):
            yield _in(lab.id, "checks.py", f"{function.name} has an example that is not what it takes")
        if f"def {function.name}(" not in load_labs.starter(lab.id, lab.variants[0]):
            yield _in(lab.id, "starter.py", f"does not begin the function {function.name}")


def _fits(function: Function, inputs: Inputs) -> bool:
    """As many inputs as are taken, and a formula for each oracle and nowhere else."""
    asked = [isinstance(each, Oracle) for each in function.takes]
    return asked == [isinstance(each, Formula) for each in inputs]


def _programs(lab: Lab, framework: str, graded: Graded) -> Iterator[Finding]:
    """Starter, solutions and mistakes, each graded as a learner's program is."""
    starter = load_labs.starter(lab.id, framework)
    if syntax_fault(starter) or graded(lab, framework, starter)[0].passed:
        yield _in(lab.id, "starter.py", f"must be Python and must not pass ({framework})")
    right = [("solution", load_labs.solution(lab.id, framework)), *load_labs.programs(lab.id, "right", framework)]
    for name, text in right:
        yield from (_in(lab.id, name, f"does not pass in {framework}: {_first(each)}") for each in
                    graded(lab, framework, text) if not each.passed)  # fmt: skip
        if name == "solution" and text.strip() in load_labs.task(lab.id, framework):
            yield _in(lab.id, "task.md", "tells the solution")
    for name, text in load_labs.programs(lab.id, "wrong", framework):
        yield from _wrong(lab, framework, name, text, graded)


def _wrong(lab: Lab, framework: str, name: str, text: str, graded: Graded) -> Iterator[Finding]:
    """Does the program fail with just what it says? Of the properties, only one that it expects to miss is tried."""
    expects, says = _header(text, EXPECTS), _header(text, SAYS)
    asked = replace(lab, figure=None, properties=tuple(each for each in lab.properties if each.name == expects))
    for each in graded(asked, framework, text):
        failing = [one for one in each.checks if one.passed is False]
        named = [one.misconception or one.name for one in failing]
        if named != [expects] or not failing[0].message.startswith(says or "?"):
            told = "; ".join(f"{what}: {one.message}" for what, one in zip(named, failing, strict=True)) or "no fault"
            yield _in(lab.id, name, f"must give {expects} ({says}…) in {framework}, and gives {told}")


def _graded(lab: Lab, framework: str, text: str, *, run: Run, seeds: Sequence[int]) -> list[Verdict]:
    found = [grade(lab, framework, text, seed=seed, run=run) for seed in seeds]
    if any(each.level == "none" and not syntax_fault(text) for each in found):
        raise NoSandbox(f"programs in {framework} cannot be run here")
    return found


def _first(verdict: Verdict) -> str:
    return next(
        (f"{each.misconception or each.name}: {each.message}" for each in verdict.checks if not each.passed), "no fault"
    )


def _header(text: str, key: str) -> str | None:
    return next((line.removeprefix(key).strip() for line in text.splitlines()[:2] if line.startswith(key)), None)


def _in(lab_id: str, name: str, message: str) -> Finding:
    path = load_labs.lab_folder(lab_id).relative_to(load.ROOT)
    return Finding(str(Path("curriculum") / path / name), message)


def labs_of(skills: Iterable[str]) -> tuple[str, ...]:
    """The labs whose folder lies with one of these skills."""
    wanted = set(skills)
    return tuple(each.id for each in load_labs.labs().values() if each.skills[0] in wanted)
