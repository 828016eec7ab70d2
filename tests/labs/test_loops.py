"""Loops over rows, seen in the syntax tree; loops over features and steps are free."""

import pytest

from fluxions.curriculum import load_labs
from fluxions.labs.loops import row_loop

FUNCTIONS = load_labs.lab("lab-linear-regression").functions


@pytest.mark.parametrize("body, line", [
    ("for row in X: pass", 2), ("for i in range(len(y)): pass", 2), ("for i in range(X.shape[0]): pass", 2),
    ("n, d = X.shape\n    for i in range(n): pass", 3), ("n = len(X)\n    return [X[i] for i in range(n)]", 3),
    ("return sum(r for r in y)", 2), ("for row, t in zip(X, y): pass", 2), ("for i, row in enumerate(X): pass", 2),
    ("return list(map(abs, y))", 2), ("rows = X.tolist()\n    for row in rows: pass", 3),
    ("for r in X.detach().numpy(): pass", 2),
    ("for i in range(0, X.size(0)): pass", 2),
    ("for column in X.T: pass", None), ("for j in range(X.shape[1]): pass", None),
    ("for j in range(len(w)): pass", None),
    ("n, d = X.shape\n    for j in range(d): pass", None), ("for _ in range(10): pass", None),
    ("for v in w: pass", None),
    ("n = len(X)\n    n = 3\n    for k in range(n): pass", None), ("return X @ w", None),
])  # fmt: skip
def test_where_rows_are_looped_over(body, line):
    assert row_loop(f"def loss(X, y, w, b):\n    {body}\n", FUNCTIONS) == line


def test_the_arguments_may_have_other_names_and_helpers_count_where_they_keep_them():
    assert row_loop("def loss(A, t, w, b):\n    for row in A: pass", FUNCTIONS) == 2
    assert row_loop("def mine(X):\n    for row in X: pass", FUNCTIONS) == 2
    assert row_loop("def mine(items):\n    for each in items: pass", FUNCTIONS) is None
    assert row_loop("def descend(X, y, eta, steps):\n    for k in range(steps): pass", FUNCTIONS) is None
