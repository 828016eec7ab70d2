"""Hostile input gets a verdict: nothing false, nothing run, with work and memory that have an end."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from fluxions.calculus.answers.check import check
from fluxions.calculus.budget import check_budget
from fluxions.calculus.expr import Expr
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Wrong
from tests.calculus.hostile import HOSTILE

MOST_CALLS = 250_000  # of Python functions, for one verdict: the work without a clock
MOST_GROWTH = 50_000  # kilobytes of the whole process, over all inputs

CHILD = """
import json, resource, sys
from fluxions.calculus.answers.check import check
from fluxions.calculus.language.read import read

pairs = json.loads(sys.stdin.read())
check("2x cos(x^2)", read("diff(sin(x^2), x)").expr)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for answer, expected in pairs:
    check(answer, read(expected).expr)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), (text, found)
    return found.expr


def calls_of(answer: str, expected: Expr) -> int:
    count = 0

    def counted(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        check(answer, expected)
    finally:
        sys.setprofile(None)
    return count


def test_there_are_enough() -> None:
    assert len(HOSTILE) >= 300
    assert len(set(HOSTILE.values())) == len(HOSTILE)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", HOSTILE)
def test_each_gets_a_verdict_that_is_not_false(name: str) -> None:
    answer, expected = HOSTILE[name]
    budget = check_budget()
    found = check(answer, tree(expected), budget=budget)
    assert isinstance(found, (Right, Wrong, Undecided, Unreadable))
    if name.startswith("equal"):
        assert isinstance(found, Right | Undecided), found
    if name.startswith(("different", "code", "nested", "half", "poles", "large")):
        assert not isinstance(found, Right), found
    assert budget.spent <= 1.2 * budget.units


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", [name for name in HOSTILE if name.startswith(("nested", "large", "different"))])
def test_work_has_an_end(name: str) -> None:
    answer, expected = HOSTILE[name]
    assert calls_of(answer, tree(expected)) <= MOST_CALLS


@pytest.mark.timeout(120)
def test_memory_has_an_end() -> None:
    sent = json.dumps([pair for pair in HOSTILE.values() if len(pair[0]) < 100_000])
    told = subprocess.run([sys.executable, "-c", CHILD], input=sent, capture_output=True, text=True, check=True)
    assert int(told.stdout) <= MOST_GROWTH
