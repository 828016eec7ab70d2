"""Is a lesson complete? Its sections, its length, its question, its worked examples, its links."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.solve import solve
from fluxions.calculus.verdict import Unreadable
from fluxions.curriculum.figures import figures
from fluxions.curriculum.lesson import SECTIONS, Explorable, Lesson, LessonError, Predict, Prose, Try, Worked
from fluxions.curriculum.linter.finding import Finding, in_file
from fluxions.curriculum.load import curriculum, families, lesson
from fluxions.curriculum.skills import Skill

FEWEST_WORDS, MOST_WORDS = 400, 900


def lesson_findings(skill: Skill) -> Iterator[Finding]:
    """What there is to repair in lesson.md."""
    try:
        found = lesson(skill.id)
    except LessonError as error:
        yield in_file(skill, "lesson.md", str(error))
        return
    for message in faults(found or Lesson(()), _names(skill), set(curriculum().skills)):
        yield in_file(skill, "lesson.md", message)
    for message in unknown_figures(found or Lesson(()), set(figures())):
        yield in_file(skill, "lesson.md", message)


def unknown_figures(lesson: Lesson, known: set[str]) -> Iterator[str]:
    """What a lesson shows that no explorable.py makes."""
    for each in lesson.blocks:
        if isinstance(each, Explorable) and each.figure not in known:
            yield f"```figure names {each.figure}, which no explorable.py has; there are {', '.join(sorted(known))}"


def _names(skill: Skill) -> set[str]:
    """The families of a skill; none where families.py is broken, which is told of that file."""
    try:
        return {each.name for each in families(skill.id)}
    except Exception:
        return set()


def faults(lesson: Lesson, families: set[str], skills: set[str]) -> Iterator[str]:
    """Everything that a lesson lacks."""
    if lesson.headings != SECTIONS:
        yield f"the sections are, in this order: {', '.join(f'## {each}' for each in SECTIONS)}"
    else:
        yield from (f"nothing stands under ## {each} yet" for each in _empty(lesson))
    if not FEWEST_WORDS <= lesson.words <= MOST_WORDS:
        yield f"a lesson has {FEWEST_WORDS} to {MOST_WORDS} words; this one has {lesson.words}"
    if sum(isinstance(each, Predict) for each in lesson.blocks) != 1:
        yield "a lesson has exactly one question to predict: a fence ```predict"
    yield from left_over(lesson)
    for each in lesson.links:
        if each not in skills:
            yield f"links to skill:{each}, which does not exist"
    yield from _worked(lesson)
    yield from _tried(lesson, families)


def _empty(lesson: Lesson) -> list[str]:
    """The sections with nothing in them."""
    filled: dict[str, bool] = {}
    current = ""
    for block in lesson.blocks:
        for line in block.markdown.splitlines() if isinstance(block, Prose) else ("block",):
            if line.startswith("## "):
                current = line[3:].strip()
                filled.setdefault(current, False)
            elif line.strip():
                filled[current] = True
    return [each for each in SECTIONS if not filled.get(each)]


def left_over(lesson: Lesson) -> Iterator[str]:
    """Dollar signs and braces that have no partner."""
    for text in lesson.texts:
        if text.count("$") % 2:
            yield f"a $ is left over in: {text.strip().splitlines()[0][:60]}"
    for tex in lesson.formulas:
        if not tex:
            yield "a formula is empty"
        elif tex.replace(r"\{", "").replace(r"\}", "").count("{") != tex.replace(r"\}", "").count("}"):
            yield f"the braces do not match in ${tex}$"


def _worked(lesson: Lesson) -> Iterator[str]:
    examples = [each for each in lesson.blocks if isinstance(each, Worked)]
    if not examples:
        yield "a lesson has a worked example: a fence ```worked with a task, such as diff((x^2 + 1)^3, x)"
    for each in examples:
        problem = each.problem
        if isinstance(problem, Unreadable):
            yield f"the worked example {each.task} cannot be read: {problem.message}"
        elif not isinstance(solve(problem.task), Derivation):
            yield f"the engine cannot work out {each.task}"


def _tried(lesson: Lesson, families: set[str]) -> Iterator[str]:
    tried = [each.family for each in lesson.blocks if isinstance(each, Try)]
    if not tried:
        yield "a lesson has a task to try: a fence ```try with the name of a family"
    for each in tried:
        if each not in families:
            yield f"```try names the family {each}, which families.py does not have"
