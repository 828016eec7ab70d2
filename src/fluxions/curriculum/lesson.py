"""A lesson read into plain values: prose, worked examples, questions to predict, tasks to try."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fluxions.calculus.language import read
from fluxions.calculus.problem import Problem
from fluxions.calculus.verdict import Unreadable
from fluxions.calculus.vocabulary import STANDARD

SECTIONS = ("Why it matters", "The idea", "A worked example", "Try it", "What goes wrong", "Summary")
OPTION = re.compile(r"- \[([ x])\] (\S.*)")
FORMULA = re.compile(r"\$\$(.*?)\$\$|\$(.*?)\$", re.DOTALL)
NOTE = re.compile(r"<!--.*-->")
LINK = re.compile(r"\]\(skill:([^)]*)\)")


class LessonError(ValueError):
    """A part of a lesson that cannot be read; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown with $TeX$."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Worked:
    """A task that the engine works out; `symbols` are the names it declares."""

    task: str
    symbols: tuple[str, ...] = ()

    @property
    def problem(self) -> Problem | Unreadable:
        """The task as the engine takes it, or why it cannot be read."""
        vocabulary = STANDARD.declaring(*self.symbols)
        reading = read(self.task, vocabulary)
        return reading if isinstance(reading, Unreadable) else Problem("", reading.expr, vocabulary)


@dataclass(frozen=True, slots=True)
class Predict:
    """A question to answer before reading on; `answer` is the place of the right option."""

    question: str
    options: tuple[str, ...]
    answer: int
    why: str


@dataclass(frozen=True, slots=True)
class Try:
    """A task of one family, to be solved now."""

    family: str


@dataclass(frozen=True, slots=True)
class Explorable:
    """A figure to move, by its id."""

    figure: str


Block = Prose | Worked | Predict | Try | Explorable


@dataclass(frozen=True, slots=True)
class Lesson:
    """The parts of a lesson in reading order."""

    blocks: tuple[Block, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All Markdown of the lesson, questions and options included."""
        return tuple(text for block in self.blocks for text in _texts(block))

    @property
    def headings(self) -> tuple[str, ...]:
        """The titles of its sections, in order."""
        prose = (block.markdown for block in self.blocks if isinstance(block, Prose))
        return tuple(line[3:].strip() for each in prose for line in each.splitlines() if line.startswith("## "))

    @property
    def words(self) -> int:
        """How many words there are to read; a formula counts as one."""
        return sum(len(FORMULA.sub(" x ", text).replace("#", " ").split()) for text in self.texts)

    @property
    def formulas(self) -> tuple[str, ...]:
        """The TeX between dollar signs."""
        return tuple(
            (found[1] if found[1] is not None else found[2]).strip()
            for text in self.texts
            for found in FORMULA.finditer(text)
        )

    @property
    def links(self) -> tuple[str, ...]:
        """The skills that the lesson refers to."""
        return tuple(found[1] for text in self.texts for found in LINK.finditer(text))


def parsed(text: str) -> Lesson:
    """The lesson written in `text`, without notes to its authors; LessonError where a fence cannot be read."""
    return Lesson(tuple(_blocks(["" if NOTE.fullmatch(line) else line for line in text.splitlines()])))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    prose: list[str] = []
    number = 0
    while number < len(lines):
        kind = lines[number][3:].strip() if lines[number].startswith("```") else ""
        if kind not in READERS:
            end = _closing(lines, number) + 1 if lines[number].startswith("```") else number + 1
            prose.extend(lines[number:end])
            number = end
            continue
        yield from _prose(prose)
        prose = []
        end = _closing(lines, number)
        yield READERS[kind](lines[number + 1 : end], number + 1)
        number = end + 1
    yield from _prose(prose)


def _closing(lines: Sequence[str], opened: int) -> int:
    for number in range(opened + 1, len(lines)):
        if lines[number].rstrip() == "```":
            return number
    raise LessonError(opened + 1, "this fence is not closed; end it with a line of ```")


def _prose(lines: Sequence[str]) -> Iterator[Prose]:
    text = "\n".join(lines).strip("\n")
    if text.strip():
        yield Prose(text)


def _worked(lines: Sequence[str], number: int) -> Worked:
    match [line.strip() for line in lines if line.strip()]:
        case [task]:
            return Worked(task)
        case [task, symbols] if symbols.startswith("symbols:"):
            return Worked(task, tuple(name.strip() for name in symbols[8:].split(",") if name.strip()))
    raise LessonError(number, "a worked example is one task, and below it, if needed, `symbols: a, b`")


def _predict(lines: Sequence[str], number: int) -> Predict:
    places = [index for index, line in enumerate(lines) if OPTION.fullmatch(line.rstrip())]
    if len(places) < 2 or places != list(range(places[0], places[0] + len(places))):
        raise LessonError(number, "a question has at least two options, one below the other: `- [ ] …`, `- [x] …`")
    found = [option for each in places if (option := OPTION.fullmatch(lines[each].rstrip()))]
    right = [index for index, option in enumerate(found) if option[1] == "x"]
    if len(right) != 1:
        raise LessonError(number + places[0] + 1, "mark exactly one option as right: `- [x] …`")
    question, why = ("\n".join(part).strip() for part in (lines[: places[0]], lines[places[-1] + 1 :]))
    if not question or not why:
        raise LessonError(number, "write the question above the options, and below them why the answer holds")
    return Predict(question, tuple(option[2] for option in found), right[0], why)


def _try(lines: Sequence[str], number: int) -> Try:
    names = [line.strip() for line in lines if line.strip()]
    if len(names) != 1:
        raise LessonError(number, "name one family of this skill")
    return Try(names[0])


def _explorable(lines: Sequence[str], number: int) -> Explorable:
    names = [line.strip() for line in lines if line.strip()]
    if len(names) != 1:
        raise LessonError(number, "name one figure by its id")
    return Explorable(names[0])


READERS: dict[str, Callable[[Sequence[str], int], Block]] = {
    "worked": _worked,
    "predict": _predict,
    "try": _try,
    "figure": _explorable,
}


def _texts(block: Block) -> tuple[str, ...]:
    match block:
        case Prose(markdown):
            return (markdown,)
        case Predict(question, options, _, why):
            return (question, *options, why)
        case _:
            return ()
