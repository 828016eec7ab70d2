"""Tasks of our own with their answers, by subject: what the solver is measured on, and what the tests run through.

A file `tasks_<subject>.py` holds `TASKS`, pairs of a task and its answer in the maths language; the answer is known by
hand or from a second method. `every()` gives them all.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def subjects() -> tuple[str, ...]:
    """The subjects, in the order of their names."""
    return tuple(sorted(each.stem.removeprefix("tasks_") for each in HERE.glob("tasks_*.py")))


def tasks(subject: str) -> tuple[tuple[str, ...], ...]:
    """The tasks of a subject, each with its answer, and with the sizes of its vectors and matrices where it has some."""
    found: tuple[tuple[str, ...], ...] = import_module(f"benchmarks.worked.tasks_{subject}").TASKS
    return found


def every() -> tuple[tuple[str, ...], ...]:
    """All tasks."""
    return tuple(each for subject in subjects() for each in tasks(subject))
