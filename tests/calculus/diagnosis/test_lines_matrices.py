"""Working on gradients of vectors and matrices: differentials, traces, names for parts."""

import pytest

from fluxions.calculus import Problem, diagnose_lines
from tests.calculus.arrays_in_numpy import WORDS, spelled
from tests.calculus.diagnosis.notebooks import parted, shown

RIGHT = [
    ("matgrad(norm(X*w - y)^2, w)",
     "let r = X w - y | d(r'r) = 2 r' dr | dr = X dw | df = 2 r' X dw | 2 X' r | 2X'(X w - y)"),
    ("matgrad(norm(X*w - y)^2, w)", "df = 2(X w - y)' X dw | = (2X'(X w - y))' dw | 2X'X w - 2X'y"),
    ("matgrad(norm(X*w - y)^2, w)", "df = 2(X w - y)'X dw | df = tr(2(X w - y)'X dw) | 2X'(X w - y)"),
    ("matgrad(w'*A*w, w)", "df = dw' A w + w' A dw | df = w'(A + A') dw | (A + A') w"),
    ("matgrad(w'*A*w, w)", "A w + A' w"),
    ("matgrad(tr(A*B), A)", "df = tr(dA B) | df = tr(B dA) | B'"),
    ("matgrad(logdet(A), A)", "df = tr(inv(A) dA) | inv(A)'"),
    ("matgrad(norm(X*w - y)^2 + s*w'*w, w)", "df = 2(X w - y)'X dw + 2s w' dw | 2X'(X w - y) + 2s w"),
    ("matgrad(ln(w'*w), w)", "df = 2 w' dw/(w'w) | 2w/(w'w)"),
    ("matgrad(y'*X*w, w)", "y' X dw | X' y"),
]  # fmt: skip

WRONG = [
    ("matgrad(norm(X*w - y)^2, w)", 4, "let r = X w - y | d(r'r) = 2 r' dr | dr = X dw | df = r' X dw | X'(X w - y)"),
    ("matgrad(norm(X*w - y)^2, w)", 2, "let r = X w - y | d(r'r) = r' dr | r' X dw | X'(X w - y)"),
    ("matgrad(norm(X*w - y)^2, w)", 3, "let r = X w - y | d(r'r) = 2 r' dr | dr = X dw - y' X dw | 2X'(X w - y)"),
    ("matgrad(norm(X*w - y)^2, w)", 2, "df = 2(X w - y)' X dw | X'(X w - y)"),
    ("matgrad(norm(X*w - y)^2, w)", 2, "df = 2(X w - y)' X dw | 2(X w - y)'X"),
    ("matgrad(w'*A*w, w)", 1, "df = 2 w' A dw | 2A' w"),
    ("matgrad(w'*A*w, w)", 2, "df = dw' A w + w' A dw | 2A w"),
    ("matgrad(tr(A*B), A)", 2, "df = tr(dA B) | B"),
    ("matgrad(logdet(A), A)", 2, "df = tr(inv(A) dA) | inv(A)"),
    ("matgrad(norm(X*w - y)^2 + s*w'*w, w)", 1, "df = 2(X w - y)'X dw + s w' dw | 2X'(X w - y) + s w"),
    ("matgrad(ln(w'*w), w)", 1, "df = 2 w' dw | 2w"),
    ("matgrad(y'*X*w, w)", 2, "y' X dw | y' X"),
]  # fmt: skip


def report(task, lines):
    return diagnose_lines(Problem("", spelled(task), WORDS), parted(lines))


@pytest.mark.parametrize("task, lines", RIGHT)
def test_right_working_is_not_flagged(task, lines):
    found = report(task, lines)
    assert found.first_wrong_line is None, shown(found)
    assert all(each.verdict in ("right", "undecided") for each in found.lines), shown(found)
    assert found.complete, (shown(found), found.diagnosis)


@pytest.mark.parametrize("task, at, lines", WRONG)
def test_the_first_wrong_line(task, at, lines):
    found = report(task, lines)
    assert found.first_wrong_line == at, shown(found)
    assert not found.complete


def test_an_answer_in_a_name_of_ones_own_is_right_so_far():
    found = report("matgrad(norm(X*w - y)^2, w)", "let r = X w - y | 2 X' r")
    assert found.first_wrong_line is None and not found.complete
    assert "names you gave" in str(found.diagnosis.message)
