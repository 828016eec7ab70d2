"""Every task of several variables, of optimisation and of fields is solved, and its answer is the one known by hand."""

import pytest

from benchmarks.worked import tasks
from fluxions.calculus import check
from fluxions.calculus.derivation.step import Derivation, every_step
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.read import read
from fluxions.calculus.verdict import Right
from tests.calculus.spelled import solved_task

TASKS = [task for subject in ("several", "optimisation", "fields") for task in tasks(subject)]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.text)
def test_task(task):
    derivation = solved_task(task)
    assert isinstance(derivation, Derivation), derivation
    verdict = check(task.answer, derivation.answer, vocabulary=task.words)
    assert isinstance(verdict, Right), (ascii(derivation.answer), verdict)
    assert read(ascii(derivation.answer), task.words).expr == derivation.answer
    assert all(step.checked.method not in ("none", "given") for step in every_step(derivation.steps))


def test_the_tasks_are_many_enough():
    assert len(TASKS) >= 120
