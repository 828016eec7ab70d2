"""The shape of an expression of vectors and matrices."""

import pytest

from fluxions.calculus.shapes import Clash, Shaped, in_words, is_shaped, names_in, shape
from tests.calculus.arrays_in_numpy import spelled
from tests.calculus.spelled import spelled as plain


@pytest.mark.parametrize("text, words", [
    ("X", "m×n"),
    ("X'", "n×m"),
    ("w", "a vector of n entries"),
    ("w'", "1×n"),
    ("s", "a scalar"),
    ("X*w", "a vector of m entries"),
    ("w'*w", "a scalar"),
    ("w*w'", "n×n"),
    ("w'*A*w*X", "m×n"),
    ("2*X - Z/s", "m×n"),
    ("exp(X*W)", "m×k"),
    ("A^3", "n×n"),
    ("x^2", "a vector of n entries"),
    ("inv(A)*x", "a vector of n entries"),
    ("tr(A) + det(A) + logdet(A) + norm(x) + norm(X, F)", "a scalar"),
    ("kron(A, X)", "m·n×n·n"),
    ("vec(X)", "a vector of m·n entries"),
    ("diag(x)", "n×n"),
    ("diag(A)", "a vector of n entries"),
    ("logsumexp(X)", "a vector of m entries"),
    ("logsumexp(x)", "a scalar"),
    ("softmax(X)", "m×n"),
    ("sum(X) + mean(x)", "a scalar"),
    ("ones(m)*b'", "m×k"),
    ("X'*X + s*I", "n×n"),
    ("I_3", "3×3"),
    ("matgrad(norm(X*w)^2, X)", "m×n"),
    ("jacobian(X*w, w)", "m×n"),
    ("hessian(norm(w)^2, w)", "n×n"),
])  # fmt: skip
def test_a_shape(text, words):
    assert in_words(shape(spelled(text))) == words


@pytest.mark.parametrize("first, second", [("X", "y"), ("A", "W'")])
def test_a_product_that_does_not_fit_raises(first, second):
    with pytest.raises(Clash, match="multiplied"):
        shape(spelled(first) * spelled(second))


def test_plain_expressions_are_not_shaped():
    assert not is_shaped(plain("diff(x^2*sin(x), x)")) and is_shaped(spelled("norm(w)^2")) and is_shaped(spelled("I_3"))


def test_names_and_differentials():
    assert names_in(spelled("X*w - y + s*ones(m)")) == {"X", "w", "y", "s"}
    assert [name for name in ("dX", "dw_1", "dtheta", "d", "delta", "dim") if Shaped(name, ()).is_differential] == [
        "dX", "dw_1", "dtheta"
    ]  # fmt: skip
