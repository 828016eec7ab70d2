"""Answers of matrix calculus judged: right in any form, and wrong for a reason."""

import pytest

from fluxions.calculus import check
from fluxions.calculus.verdict import Right, Undecided, Unreadable, Wrong
from tests.calculus.arrays_in_numpy import WORDS, spelled

LEAST = "matgrad(norm(X*w - y)^2, w)"


@pytest.mark.parametrize("task, answer", [
    (LEAST, "2X'(X w - y)"),
    (LEAST, "2X'X w - 2X'y"),
    (LEAST, "-2X^T(y - X w)"),
    (LEAST, r"2\mathbf{X}^{\top}\left(\mathbf{X}\mathbf{w}-\mathbf{y}\right)"),
    (LEAST, "(2(X w - y)'X)'"),
    ("matgrad(x'*A*x, x)", "(A + A')x"),
    ("matgrad(x'*S*x, x)", "2S x"),
    ("matgrad(x'*S*x, x)", "2S'x"),
    ("matgrad(logdet(A), A)", "A^{-T}"),
    ("matgrad(logdet(A), A)", "(A')^{-1}"),
    ("matgrad(sum(softplus(X*w)) - y'*X*w, w)", "X'(sigmoid(X w) - y)"),
    ("matgrad(sum(softplus(X*w)) - y'*X*w, w)", "X'(1/(1 + exp(-X w)) - y)"),
    ("matgrad(norm(y)^2, w)", "0"),
    ("matgrad(s^2*n, s)", "2 s n"),
    ("hessian(norm(X*w - y)^2, w)", "2X'X"),
    ("jacobian(softmax(x), x)", "diag(softmax(x)) - softmax(x) softmax(x)'"),
    ("2*X'*(X*w - y)", "2X'(X w - y)"),
    ("tr(A*B)", "tr(B A)"),
])  # fmt: skip
def test_right(task, answer):
    found = check(answer, spelled(task), vocabulary=WORDS)
    assert isinstance(found, Right) and found.proof == "probed", found


@pytest.mark.parametrize("task, answer, reason", [
    (LEAST, "X'(X w - y)", "constant-factor"),
    (LEAST, "-2X'(X w - y)", "sign"),
    (LEAST, "2(X w - y)'X", "transposed"),
    (LEAST, "2(X w - y)", "wrong-shape"),
    (LEAST, "X'X", "wrong-shape"),
    (LEAST, "2X'X w", "different-value"),
    (LEAST, "2X'(X w - y) + 10^(-40)*w", "different-value"),
    (LEAST, "1", "wrong-shape"),
    ("matgrad(x'*A*x, x)", "2A x", "different-value"),
    ("matgrad(logdet(A), A)", "inv(A)", "transposed"),
    ("hessian(x'*A*x, x)", "A", "different-value"),
    ("matgrad(norm(x)^2, x)", "n*x", "different-value"),  # one size alone is drawn anew as well
    ("matgrad(norm(x)^2, x)", "4/n*x", "different-value"),
    ("jacobian(X*w, w)", "X'", "transposed"),
    (LEAST, LEAST, "operator-left-standing"),
])  # fmt: skip
def test_wrong_for_a_reason(task, answer, reason):
    found = check(answer, spelled(task), vocabulary=WORDS)
    assert isinstance(found, Wrong) and found.reason == reason, found
    if reason in ("constant-factor", "sign", "different-value"):
        assert found.witness is not None and found.witness.answer != found.witness.expected
        assert {("m", "2"), ("n", "2"), ("n", "3")} & set(found.witness.at)


def test_the_first_entry_that_differs_is_shown():
    vector = check("X'(X w - y)", spelled(LEAST), vocabulary=WORDS)
    matrix = check("X'X", spelled("2*X'*X"), vocabulary=WORDS)
    assert isinstance(vector, Wrong) and ("entry", "1") in vector.witness.at
    assert isinstance(matrix, Wrong) and ("entry", "1, 1") in matrix.witness.at


def test_what_has_no_value_anywhere_is_undecided_and_a_clash_is_unreadable():
    nowhere = "ln(-norm(x)^2)"
    assert isinstance(check(nowhere, spelled("norm(x)^2"), vocabulary=WORDS), Undecided)
    clash = check("X*y", spelled(LEAST), vocabulary=WORDS)
    assert isinstance(clash, Unreadable) and clash.suggestion == "X'*y"
