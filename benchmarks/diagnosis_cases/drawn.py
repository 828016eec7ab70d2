"""Everything that is asked, drawn by a seed: the same cases on every machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.diagnosis_cases import arrays, truth
from benchmarks.diagnosis_cases.asked import Worked
from benchmarks.diagnosis_cases.lines import kept
from benchmarks.diagnosis_cases.topics import TOPICS, WORKINGS
from benchmarks.diagnosis_cases.unusual import right_answers


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed for a task; `mistake` is the kind of mistake in it, "" where it is right."""

    topic: str
    task: str
    text: str
    mistake: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """Lines for a task; `slip` is the first wrong one, None where all are right."""

    topic: str
    task: str
    lines: tuple[str, ...]
    slip: int | None = None


def wrong_answers(draws: int, seed: int) -> Iterator[Answer]:
    """Every mistake of every template, `draws` times; what is right by coincidence is left out, and what repeats."""
    random, seen = Random(f"wrong {seed}"), set()
    for topic in TOPICS:
        for template in topic.tasks:
            for _ in range(draws):
                asked = template(random)
                for mistake, text in asked.mistakes.items():
                    right = arrays.agrees(asked.task, text) if topic.matrices else truth.coincides(asked, text)
                    if not right and (asked.task, text) not in seen:
                        seen.add((asked.task, text))
                        yield Answer(topic.name, asked.task, text, mistake)


def unusual_answers(count: int, seed: int) -> Iterator[Answer]:
    """Right answers in unusual forms, over all templates in turn."""
    for topic, asked, text in right_answers(TOPICS, Random(f"right {seed}"), count):
        yield Answer(topic.name, asked.task, text)


def workings(count: int, seed: int) -> Iterator[Working]:
    """As many right workings as wrong ones; a right one may leave out lines, never the last."""
    return worked_through(WORKINGS, kept, count, Random(f"workings {seed}"))


def worked_through(
    topics: Mapping[str, Sequence[Callable[[Random], Worked]]],
    kept: Callable[[str, str, str], bool | None],
    count: int,
    random: Random,
    stays: re.Pattern[str] = re.compile("let"),
) -> Iterator[Working]:
    """The templates in turn until there are `count` right workings and `count` with a slip."""
    right, wrong = count, count
    while right or wrong:
        for topic, templates in topics.items():
            for template in templates:
                worked = template(random)
                slips = [
                    k for k, tail in worked.slips.items() if kept(worked.task, tail[0], worked.lines[-1]) is not True
                ]
                if wrong and slips:
                    slip = random.choice(slips)
                    wrong -= 1
                    yield Working(topic, worked.task, (*worked.lines[: slip - 1], *worked.slips[slip]), slip)
                if right:
                    right -= 1
                    yield Working(topic, worked.task, _with_jumps(worked.lines, random, stays))


def _with_jumps(lines: tuple[str, ...], random: Random, stays: re.Pattern[str]) -> tuple[str, ...]:
    """Half of the workings whole, the others with some lines left out; a definition stays."""
    if random.random() < 0.5:
        return lines
    stay = [line for line in lines[:-1] if stays.match(line) or random.random() < 0.5]
    return (*stay, lines[-1])
