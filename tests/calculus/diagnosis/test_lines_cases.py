"""Equations by cases: every value is tried, and solutions that never come back are found where they were lost."""

import pytest

from fluxions.calculus import Problem, diagnose_lines
from tests.calculus.spelled import spelled


def report(task, lines):
    return diagnose_lines(Problem("", spelled(task)), [each.strip() for each in lines.split("|")])


@pytest.mark.parametrize("task, wrong, lines", [
    ("solve(9x^2 + 7x = 0, x)", 3, "x(9x + 7) = 0 | x = 0 or 9x + 7 = 0 | x = 0 or x = 7/9"),
    ("solve(x^2 - 5x + 6 = 0, x)", 2, "(x - 2)(x - 3) = 0 | x = 2 or x = -3"),
    ("solve(x^2 - 5x + 6 = 0, x)", 1, "x = (5 ± 5)/2 | x = 5 or x = 0"),
    ("solve(x^2 - 5x + 6 = 0, x)", 2, "x(x - 5) = -6 | x = -6 or x - 5 = -6"),
    ("solve(x^3 - x = 0, x)", 3, "x(x^2 - 1) = 0 | x = 0 or x^2 = 1 | x = 0 or x = 2"),
    ("extrema(x^3 - 12x, x)", 2, "3x^2 - 12 = 0 | x = 2 or x = -4"),
    # divided by x, or one root only: the line that lost the others, where they never come back
    ("solve(2x^2 + 4x = 0, x)", 1, "2x + 4 = 0 | 2x = -4 | x = -2"),
    ("solve(2x^2 + 4x = 0, x)", 2, "2x^2 = -4x | 2x = -4 | x = -2"),
    ("solve(x^2 = 9, x)", 1, "x = 3"),
])  # fmt: skip
def test_a_case_that_solves_nothing_is_wrong(task, wrong, lines):
    assert report(task, lines).first_wrong_line == wrong


@pytest.mark.parametrize("task, lines", [
    ("solve(2x^2 + 4x = 0, x)", "2x(x + 2) = 0 | x = 0 or x + 2 = 0 | x = -2"),
    ("solve(2x^2 + 4x = 0, x)", "x = 0 | 2x + 4 = 0 | x = -2"),
    ("solve(x^2 = 9, x)", "x = 3 or x = -3"),
    ("solve(x^2 = 9, x)", "x = 3 | x = -3"),
    ("solve(x^2 - 5x + 6 = 0, x)", "x = (5 ± 1)/2 | x = 3 or x = 2"),
    ("solve(x^3 - x = 0, x)", "x = 0 or x^2 = 1 | x = 1 or x = -1"),
])  # fmt: skip
def test_cases_that_come_one_by_one_are_the_whole_answer(task, lines):
    found = report(task, lines)
    assert found.first_wrong_line is None and found.complete


@pytest.mark.parametrize("task, lines", [
    ("solve(sqrt(x + 2) = x, x)", "x + 2 = x^2 | x = 2 or x = -1 | x = 2"),  # the root was squared
    ("solve(sqrt(x + 2) = x, x)", "x = 2 or x = -1 | x = 2"),
    ("extrema(x^3 - 3x, x, 0, 5)", "3x^2 - 3 = 0 | x = 1 or x = 0 or x = 5"),  # the ends of the domain
])  # fmt: skip
def test_a_value_that_may_be_meant_otherwise_is_not_called_wrong(task, lines):
    assert report(task, lines).first_wrong_line is None


def test_the_mistake_that_lost_a_solution_is_named():
    found = report("solve(2x^2 + 4x = 0, x)", "2x + 4 = 0 | x = -2")
    assert found.diagnosis.misconception.name == "zero-root-lost"
    assert found.lines[0].verdict == "wrong" and found.lines[0].message == found.diagnosis.message
