"""Working as it is written, line by line."""

import pytest

from fluxions.calculus import Mistaken, Problem, Right, Undecided, diagnose_lines
from tests.calculus.spelled import spelled

BUMP = "diff((x^2 + 1)*e^(-x/2), x)"


def report(task, *lines):
    return diagnose_lines(Problem("", spelled(task)), lines)


@pytest.mark.parametrize("task, lines, verdicts", [
    (BUMP, ["(x^2+1)' e^(-x/2) + (x^2+1)(e^(-x/2))'", "= 2x e^(-x/2) - 1/2 (x^2+1) e^(-x/2)"], ["follows", "follows"]),
    (BUMP, ["diff((x^2 + 1)*e^(-x/2), x)", "2x e^(-x/2) - 1/2 (x^2+1) e^(-x/2)"], ["task", "follows"]),
    (BUMP, ["f(x) = (x^2+1)e^(-x/2)", "f'(x) = 2x e^(-x/2) - 1/2 (x^2+1) e^(-x/2)"], ["restated", "follows"]),
    (BUMP, ["f'(x)=(x^2+1)' e^(-x/2) + (x^2+1)(e^(-x/2))'", "=2x e^(-x/2)+(x^2+1)e^(-x/2)", "=(x^2+2x+1)e^(-x/2)"],
     ["follows", "different-value", "carried"]),
    (BUMP, ["2x e^(-x/2)+(x^2+1)e^(-x/2)", "2x e^(-x/2) - 1/2 (x^2+1) e^(-x/2)"], ["different-value", "recovered"]),
    ("diff(sin(x^2), x)", ["let u = x^2", "cos(u) * 2x", "2x cos(x^2)"], ["definition", "follows", "follows"]),
    ("implicit(x^2 + x*y + y^2 = 7, y, x)",
     ["2x + y + x y' + 2y y' = 0", "(x + 2y) y' = -2x - y", "y' = -(2x+y)/(x+2y)"],
     ["follows", "follows", "follows"]),
    ("limit(rate(x^2, x, x, x + h), h, 0)", ["limit((2x h + h^2)/h, h, 0)", "limit(2x + h, h, 0)", "2x"],
     ["follows", "follows", "follows"]),
    ("diff(sin(x^2), x)", ["cos(x^2", "2x cos(x^2)"], ["unclosed", "follows"]),
    ("diff(sin(x^2), x)", ["let x = x^2", "2x cos(x^2)"], ["name-taken", "follows"]),
])  # fmt: skip
def test_each_line_has_its_verdict(task, lines, verdicts):
    assert [each.reason for each in report(task, *lines).lines] == verdicts


def test_the_first_wrong_line_is_named_and_the_next_step_begins_before_it():
    found = report(BUMP, "(x^2+1)' e^(-x/2) + (x^2+1)(e^(-x/2))'", "= 2x e^(-x/2) + (x^2+1) e^(-x/2)")
    assert found.first_wrong_line == 2
    assert isinstance(found.diagnosis, Mistaken) and found.diagnosis.misconception.name == "inner-derivative-lost"
    assert found.diagnosis.witness.answer == "3.31" and found.diagnosis.witness.expected == "0.552"
    assert [hint.rank for hint in found.next_hints] == [1, 2, 3, 4]
    assert str(found.next_hints[1].text) == "Use the chain rule."


def test_a_working_that_ends_right_is_complete_and_needs_no_hint():
    found = report("diff(sin(x^2), x)", "cos(x^2) (x^2)'", "2x cos(x^2)")
    assert found.complete and found.first_wrong_line is None and found.next_hints == ()
    assert isinstance(found.diagnosis, Right)


@pytest.mark.parametrize("lines", [["cos(x^2) (x^2)'"], ["f(x) = sin(x^2)"], ["let u = x^2"]])
def test_a_working_that_is_right_so_far_counts_for_nothing_yet(lines):
    found = report("diff(sin(x^2), x)", *lines)
    assert not found.complete and found.first_wrong_line is None
    assert isinstance(found.diagnosis, Undecided)


def test_no_lines_give_the_first_hint_of_the_task():
    assert str(report("diff(sin(x^2), x)").next_hints[1].text) == "Use the chain rule."


def test_the_hint_leads_to_a_line_that_follows():
    """Each hinted line, taken up as the learner's own, is right; in the end the work is done."""
    from fluxions.calculus import ascii

    lines: list[str] = []
    for _ in range(12):
        found = report(BUMP, *lines)
        assert all(each.verdict == "right" for each in found.lines)
        if not found.next_hints:
            break
        lines.append(ascii(found.next_hints[3].line))
    assert found.complete


@pytest.mark.parametrize("line, reason, says", [
    ("= x", "missing-term", "is missing"),
    ("= 2x ln(x) - x", "term-sign", "has the other sign here"),
])  # fmt: skip
def test_a_term_that_is_lost_on_the_way_is_named(line, reason, says):
    found = report("diff(x^2*ln(x), x)", "(x^2)' ln(x) + x^2 (ln(x))'", line)
    assert found.first_wrong_line == 2 and found.lines[1].reason == reason
    assert says in str(found.diagnosis.message)
