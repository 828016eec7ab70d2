"""The second set, drawn by a seed: mistakes as often as they happen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.diagnosis_cases import arrays
from benchmarks.diagnosis_cases.asked import Asked
from benchmarks.diagnosis_cases.drawn import Answer, Working, worked_through
from benchmarks.diagnosis_cases.second import truth
from benchmarks.diagnosis_cases.second.lines import kept
from benchmarks.diagnosis_cases.second.topics import TOPICS, WORKINGS
from benchmarks.diagnosis_cases.second.weights import draws
from benchmarks.diagnosis_cases.unusual import right_answers

DEFINITION = re.compile(r"let|u = |t = |mu = |L = |.*A/\(|.*= A e|du = ")


def wrong_answers(usual: int, seed: int) -> Iterator[Answer]:
    """Every mistake of every template as often as its weight says; coincidences and repetitions are left out."""
    random, seen = Random(f"second wrong {seed}"), set()
    for topic in TOPICS:
        for template in topic.tasks:
            for draw in range(usual + 1):
                asked = template(random)
                for mistake, text in asked.mistakes.items():
                    right = arrays.agrees(asked.task, text) if topic.matrices else truth.coincides(asked, text)
                    if draw < draws(mistake, usual) and not right and (asked.task, text) not in seen:
                        seen.add((asked.task, text))
                        yield Answer(topic.name, asked.task, text, _all_that_lead_to(text, asked))


def _all_that_lead_to(text: str, asked: Asked) -> str:
    """The mistakes that make this very answer of the task, with a stroke between them: any of them is rightly named."""
    return " | ".join(
        mistake for mistake, each in asked.mistakes.items() if each == text or truth.agree(asked.task, each, text)
    )


def unusual_answers(count: int, seed: int) -> Iterator[Answer]:
    """Right answers in unusual forms, over all templates in turn."""
    for topic, asked, text in right_answers(TOPICS, Random(f"second right {seed}"), count):
        yield Answer(topic.name, asked.task, text)


def workings(count: int, seed: int) -> Iterator[Working]:
    """As many right workings as wrong ones; a right one may leave out lines, never the last."""
    return worked_through(WORKINGS, kept, count, Random(f"second workings {seed}"), DEFINITION)
