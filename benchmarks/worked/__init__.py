"""Tasks of our own with their answers, by subject: what the solver is measured on, and what the tests run through.

A file `tasks_<subject>.py` holds `TASKS`, pairs of a task and its answer in the maths language; the answer is known by
hand or from a second method. Where it speaks of vectors and matrices it has their sizes in `SHAPES`.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from fluxions.calculus.vocabulary import STANDARD, Vocabulary
from fluxions.tutor import fields

HERE = Path(__file__).parent
LETTERS = ("a", "b", "c", "d", "k", "m", "n", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z")
NAMES = (*LETTERS, "alpha", "beta", "eta", "lambda", "mu", "sigma", "tau", "theta")


class Task(NamedTuple):
    """A task and its answer in the maths language, and the names that they are read with."""

    subject: str
    text: str
    answer: str
    words: Vocabulary


def subjects() -> tuple[str, ...]:
    """The subjects, in the order of their names."""
    return tuple(sorted(each.stem.removeprefix("tasks_") for each in HERE.glob("tasks_*.py")))


def tasks(subject: str) -> tuple[Task, ...]:
    """The tasks of a subject."""
    module = import_module(f"benchmarks.worked.tasks_{subject}")
    shapes = {name: list(sizes) for name, sizes in getattr(module, "SHAPES", {}).items()}
    words = fields.vocabulary({"shapes": shapes}) if shapes else STANDARD.declaring(*NAMES)
    return tuple(Task(subject, text, answer, words) for text, answer in module.TASKS)


def every() -> tuple[Task, ...]:
    """All tasks."""
    return tuple(each for subject in subjects() for each in tasks(subject))
