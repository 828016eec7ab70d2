"""Every objective of the benchmark and more: solved, reads back, and equal to difference quotients in NumPy."""

import numpy as np
import pytest

from benchmarks.matrices.objectives import OBJECTIVES
from benchmarks.worked.tasks_matrix import SHAPES as TASK_SHAPES
from benchmarks.worked.tasks_matrix import TASKS
from fluxions.calculus import ascii, latex, read, spoken
from fluxions.calculus.derivation.step import every_step
from fluxions.calculus.expr import Operator
from tests.calculus.arrays_in_numpy import SHAPES, WORDS, derivative, entries, expected, solved, spelled, value

KINKED = ("relu", "abs", ", 1)")


@pytest.mark.parametrize("task", [task for _, task, _ in OBJECTIVES])
def test_an_objective_of_machine_learning(task):
    found = solved(task)
    assert read(ascii(found.answer), WORDS).expr == found.answer
    assert read(latex(found.answer), WORDS, syntax="latex").expr == found.answer
    assert spoken(found.answer)
    for seed in (1, 2):
        at = entries(seed)
        kind, f, x = found.task.name, *found.task.args
        if kind == "hessian":
            wanted = derivative(solved(ascii(Operator("matgrad", (f, x)))).answer, x, at)
        else:
            wanted = expected(found.task, at)
        np.testing.assert_allclose(value(found.answer, at), wanted, rtol=2e-5, atol=2e-6)


@pytest.mark.parametrize("task, answer", TASKS)
def test_the_answer_known_by_hand(task, answer):
    assert TASK_SHAPES == SHAPES
    at = entries(3)
    np.testing.assert_allclose(value(solved(task).answer, at), value(spelled(answer), at), rtol=1e-9, atol=1e-12)


def test_every_step_of_every_objective_is_confirmed_and_named():
    for _, task, _ in OBJECTIVES[::4]:
        for step in every_step(solved(task).steps):
            assert step.checked.method == "entries" and step.checked.points == 3
            assert step.rule and step.skill and step.sentence.endswith(".")
