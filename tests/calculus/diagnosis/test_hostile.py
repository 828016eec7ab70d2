"""Inputs made to hang or crash a judge: each gets a verdict within its budget of work."""

import pytest

from fluxions.calculus import Problem, check, diagnose, diagnose_lines
from fluxions.calculus.budget import Budget
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Wrong
from tests.calculus.spelled import spelled

TASK = Problem("", spelled("diff(x^2*sin(3x), x)"))
HOSTILE = [
    "8^8^8^8^8",
    "x^(10^7)",
    "(" * 10_000,
    "(" * 500 + "x" + ")" * 500,
    "x+" * 5_000 + "x",
    "9" * 1_000_000,
    "sin(" * 90 + "x" + ")" * 90,
    "((x+1)^50)^50",
    "e^(e^(e^(e^x)))",
    "sqrt(1+" * 40 + "x" + ")" * 40,
    "1/" + "(1+1/" * 40 + "x" + ")" * 40,
    "+".join(f"abs(x-{k})" for k in range(1, 60)),
    "max(" + ", ".join(f"sin({k}x)" for k in range(1, 12)) + ")",
    "diff(" * 12 + "x^x" + ", x)" * 12,
    "cos(10^(-200))",
    "floor(10^30 x)",
    "x\x00y",
    "\ud800",
    "__import__('os').system('true')",
    "x if x else ().__class__",
    "{{7*7}}",
    "\\input{/etc/passwd}",
    "х^2",  # a Cyrillic letter that looks like x
    "limit(" * 30 + "x" + ", x, 0)" * 30,
    "let x = x^2",
]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))
def test_an_answer_gets_a_verdict(text):
    assert not isinstance(diagnose(TASK, text), Right)
    assert isinstance(check(text, TASK.task), (Wrong, Undecided, Unreadable))


@pytest.mark.timeout(20)
def test_forty_hostile_lines_get_a_report():
    report = diagnose_lines(TASK, HOSTILE[:8] * 5)
    assert len(report.lines) == 40 and not report.complete


def test_work_is_counted_and_ends():
    budget = Budget(2_000)
    verdict = check("+".join(f"sin({k}x)" for k in range(1, 40)), spelled("x"), budget=budget)
    assert isinstance(verdict, (Undecided, Wrong))
    assert budget.spent < 20_000
