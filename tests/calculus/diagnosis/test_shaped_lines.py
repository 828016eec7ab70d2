"""Lines of matrix calculus: differentials on the way, the answer, and the first wrong line."""

import pytest

from fluxions.calculus import Problem, diagnose, diagnose_lines
from fluxions.calculus.verdict import Right, Wrong
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
    assert isinstance(found := diagnose(LEAST, "X'(X w - y)"), Wrong) and found.reason == "constant-factor"
