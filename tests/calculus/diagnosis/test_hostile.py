"""Inputs made to hang or crash a judge: each gets a verdict within its budget of work."""

import pytest

from fluxions.calculus import Problem, check, diagnose, diagnose_lines
from fluxions.calculus.budget import Budget
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Wrong
from tests.calculus.hostile import HOSTILE
from tests.calculus.spelled import spelled

TASK = Problem("", spelled("diff(x^2*sin(3x), x)"))
PICKED = [answer for name, (answer, _) in HOSTILE.items() if name.startswith(("code", "text", "nested", "large"))]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", PICKED[::3], ids=lambda text: ascii(text[:24]))
def test_an_answer_gets_a_verdict(text):
    assert not isinstance(diagnose(TASK, text), Right)
    assert isinstance(check(text, TASK.task), (Wrong, Undecided, Unreadable))


@pytest.mark.timeout(20)
def test_forty_hostile_lines_get_a_report():
    report = diagnose_lines(TASK, PICKED[::20][:8] * 5)
    assert len(report.lines) == 40 and not report.complete


def test_work_is_counted_and_ends():
    budget = Budget(2_000)
    verdict = check("+".join(f"sin({k}x)" for k in range(1, 40)), spelled("x"), budget=budget)
    assert isinstance(verdict, (Undecided, Wrong))
    assert budget.spent < 20_000


@pytest.mark.parametrize("task, lines", [
    ("diff(x^x, x)", ["∫ 1/y dy = ∫ 3 dx", "det H = 3", "y' = 4 - 2y"]),
    ("int(x^2, x)", ["∫ f df", "I = I", "u = u", "dv = du", "x = x", "int int x dx dx"]),
    ("grad(x^2*y, [x, y])", ["[x, y]_0^1", "∇∇f", "f_x = f_x(1, 2)", "= = 3", ",,,", "=>", "x =>"]),
    ("extrema(x^2 + y^2, [x, y])", ["x = y = z", "{}", "x = 1 or y", "D > H", "(1, 2) = (1, 2)", "L = L"]),
    ("ode(y' = y, y, x)", ["y = y", "C = C", "dy = dy dx", "y(y(0)) = 1", "ln(y) = C x + D"]),
])  # fmt: skip
def test_lines_that_make_no_sense_are_not_called_right_answers(task, lines):
    found = diagnose_lines(Problem("", spelled(task)), lines)
    assert not found.complete and len(found.lines) == len(lines)


@pytest.mark.timeout(60)
def test_only_so_many_lines_are_judged():
    found = diagnose_lines(TASK, ["2x sin(3x)"] * 130)
    assert [each.reason for each in found.lines[100:]] == ["budget"] * 30
