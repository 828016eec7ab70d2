"""Definite integrals and expectations: the values known by hand, those of another quadrature, and the solutions."""

import mpmath as mp
import pytest

from benchmarks.worked import tasks_definite, tasks_probability
from fluxions.calculus.derivation.step import every_step
from fluxions.calculus.expr import Int, Operator, Set
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.trees import symbols
from tests.calculus.quadrature_oracle import is_rough, value
from tests.calculus.spelled import solved, spelled

TASKS = (*tasks_definite.TASKS, *tasks_probability.TASKS)
DRAW = {name: mp.mpf(k) / 10 for name, k in {
    "a": 13, "b": 21, "c": 7, "k": 24, "m": 4, "mu": 6, "n": 17, "s": 8, "t": 9, "x": 12, "lambda": 15,
}.items()}  # fmt: skip
INSTEAD = {  # the same integral where that quadrature is at home: u = ln x, u² = x − 1
    "int(1/(x*ln(x)^2), x, e, inf)": "int(1/u^2, u, 1, inf)",
    "int(1/(x - 1)^(2/3), x, 1, 2)": "int(2*u^(-1/3), u, 0, 1)",
}
ELSEWHERE = ("over", "changed", "posterior", "converges")  # tried by their solutions


def has_a_value(task, answer):
    e = spelled(task)
    return answer not in ("inf", "dne") and not (isinstance(e, Operator) and e.name in ELSEWHERE)


def is_double(e):
    return isinstance(e, Int) and isinstance(e.arg, Int)


@pytest.mark.parametrize("task, answer", [each for each in TASKS if has_a_value(*each)])
def test_the_value_known_by_hand_is_that_of_another_quadrature(task, answer):
    e = spelled(INSTEAD.get(task, task))
    with mp.workdps(10 if is_double(e) else 15):
        known, found = value(spelled(answer), DRAW), value(e, DRAW)
        assert abs(known - found) < (1e-4 if is_rough(e) or is_double(e) else 1e-7) * (1 + abs(known)), (known, found)


def same(a, b):
    """The same tree, the same value, or the same distribution with parameters of the same value."""
    if a == b:
        return True
    if isinstance(a, Operator) and isinstance(b, Operator):
        return a.name == b.name and all(same(u, v) for u, v in zip(a.args, b.args, strict=True))
    return agree(a, b) == "agree"


@pytest.mark.parametrize("task, answer", TASKS[::5])
def test_the_solution_leads_to_the_value(task, answer):
    derivation = solved(task)
    assert same(derivation.answer, spelled(answer)), derivation.answer
    assert not isinstance(derivation.answer, Set) and symbols(derivation.answer) <= symbols(spelled(task)) | {"x"}
    for step in every_step(derivation.steps):
        assert step.checked.status in ("proved", "numeric")
        assert step.sentence.endswith(".")
