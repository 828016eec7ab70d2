"""Lines of matrix calculus: differentials on the way, the answer, and the first wrong line."""

import pytest

from fluxions.calculus import Mistaken, Problem, diagnose, diagnose_lines
from fluxions.calculus.verdict import Right
from tests.calculus.arrays_in_numpy import WORDS, spelled

LEAST = Problem("", spelled("matgrad(norm(X*w - y)^2, w)"), WORDS)


@pytest.mark.parametrize("lines, verdicts, wrong", [
    (["2X'(X w - y)"], ["right follows"], None),
    (["df = 2(X w - y)'X dw", "2X'(X w - y)"], ["right on-the-way", "right follows"], None),
    (["2(X w - y)'X dw", "= (2X'(X w - y))'dw", "2X'X w - 2X'y"],
     ["right on-the-way", "right on-the-way", "right follows"], None),
    (["2X'X w - 2X'y", "X'(X w - y)"], ["right follows", "wrong constant-factor"], 2),
    (["2X'X w", "X'X w + X'X w"], ["wrong different-value", "right carried"], 1),
    (["df = 2(X w - y)'dw", "2X'(X w - y)"], ["unreadable shape-clash", "right follows"], None),
    (["df = (X w - y)'X dw"], ["wrong not-true"], 1),
    (["matgrad(norm(X*w - y)^2, w)", "2X'(X w - y)"], ["right task", "right follows"], None),
])  # fmt: skip
def test_lines(lines, verdicts, wrong):
    report = diagnose_lines(LEAST, lines)
    assert [f"{each.verdict} {each.reason}" for each in report.lines] == verdicts
    assert report.first_wrong_line == wrong
    assert report.complete == (wrong is None and report.lines[-1].reason == "follows")
    assert bool(report.next_hints) != report.complete


def test_a_differential_alone_is_not_finished():
    report = diagnose_lines(LEAST, ["df = 2(X w - y)'X dw"])
    assert report.first_wrong_line is None and not report.complete
    assert [str(hint.text) for hint in report.next_hints][1] == "Use the gradient by differentials."


def test_one_answer():
    assert isinstance(diagnose(LEAST, "2X'(X w - y)"), Right)
    found = diagnose(LEAST, "X'(X w - y)")
    assert isinstance(found, Mistaken) and found.reason == "constant-factor"
    assert found.misconception.name == "two-of-the-square-lost" and not found.possible


SQUARES = Problem("", spelled("matgrad(norm(X*W - Y, F)^2, W)"), WORDS)
FORM = Problem("", spelled("matgrad(x'*A*x, x)"), WORDS)


@pytest.mark.parametrize("problem, lines, wrong, complete", [
    # the function itself, written out and multiplied out, is no gradient yet
    (LEAST, ["(X w - y)'(X w - y)", "w'X'X w - 2w'X'y + y'y", "2X'X w - 2X'y"], None, True),
    (LEAST, ["f = (X w - y)'(X w - y)", "f = w'X'X w - w'X'y + y'y", "2X'X w - X'y"], 2, False),
    (LEAST, ["(X w - y)'(X w - y)", "w'X'X w - 2w'X'y + y'y", "2X'X w - X'y"], 3, False),
    # several statements in a line, and words before the gradient
    (LEAST, ["let r = X w - y; df = 2r'dr; dr = X dw", "df = 2r'X dw => grad = 2X'r"], None, False),
    (LEAST, ["df = 2 r'X dw, r = X w - y", "so the gradient is 2X'(X w - y)"], None, True),
    (LEAST, ["let r = X w - y; df = r'dr"], 1, False),
    (LEAST, ["∇f = 2X'(X w - y)"], None, True),
    (LEAST, ["∇f = X'(X w - y)"], 1, False),
    (FORM, ["d(x'A x) = dx'A x + x'A dx; the gradient is (A + A')x"], None, True),
    (FORM, ["d(x'A x) = dx'A x + x'A dx => = 2x'A dx", "2A'x"], 1, False),
    (SQUARES, ["2X^T(X W - Y)"], None, True),
])  # fmt: skip
def test_what_a_line_of_matrices_may_say(problem, lines, wrong, complete):
    found = diagnose_lines(problem, lines)
    assert found.first_wrong_line == wrong and found.complete == complete
    assert all(each.verdict != "unreadable" for each in found.lines)


@pytest.mark.parametrize("problem, line, typed, meant, suggestion", [
    (SQUARES, "2X^T(X w - Y)", "w", "W", "2X^T(X W - Y)"),
    (LEAST, "2X'(X*W - y)", "W", "w", "2X'(X*w - y)"),
    (LEAST, "2X'(XW - y)", "W", "w", "2X'(Xw - y)"),
    (LEAST, "2X'(X w - Y)", "Y", "y", "2X'(X w - y)"),
])  # fmt: skip
def test_a_letter_in_the_other_case_is_asked_about(problem, line, typed, meant, suggestion):
    (said,) = diagnose_lines(problem, [line]).lines
    assert said.verdict == "unreadable" and said.spot.code == "letter-case"
    assert str(said.message) == f"{typed} is not in the task, {meant} is. Did you mean {meant}?"
    assert said.spot.suggestion == suggestion and line[said.spot.span[0]] == typed
