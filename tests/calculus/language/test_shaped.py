"""Reading with declared shapes: notations of matrices, and clashes with a repair."""

import pytest

from fluxions.calculus import ascii, latex, read, spoken
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Unreadable
from tests.calculus.arrays_in_numpy import WORDS, spelled


@pytest.mark.parametrize("typed, meant", [
    ("X'X", "X'*X"),
    ("X^T X", "X'*X"),
    ("Xᵀ X", "X'*X"),
    (r"X^\top X", "X'*X"),
    (r"\mathbf{X}^{\top}\mathbf{y}", "X'*y"),
    ("(X w - y)'", "(X*w - y)'"),
    ("(X w - y)^T", "(X*w - y)'"),
    ("A^{-1}", "inv(A)"),
    ("A^(-1)", "inv(A)"),
    ("A^{-1}'", "inv(A)'"),
    ("A^{-T}", "inv(A)'"),
    (r"A^{-\top}", "inv(A)'"),
    ("A∘B", "hadamard(A, B)"),
    ("A ⊙ B", "hadamard(A, B)"),
    (r"A\circ B", "hadamard(A, B)"),
    (r"A\odot B", "hadamard(A, B)"),
    ("A⊗B", "kron(A, B)"),
    (r"A\otimes B", "kron(A, B)"),
    ("‖X w - y‖^2", "norm(X*w - y)^2"),
    (r"\left\|Xw-y\right\|^2", "norm(X*w - y)^2"),
    (r"\lVert X\rVert_F^2", "norm(X, F)^2"),
    (r"\left\|X\right\|_{F}", "norm(X, F)"),
    ("‖w‖_1", "norm(w, 1)"),
    ("‖w‖_2", "norm(w)"),
    (r"\mathbf{1}_m b^\top", "ones(m)*b'"),
    (r"X-\mathbf{1}_{m\times n}", "X - ones(m, n)"),
    ("1 - sigmoid(X w)", "ones(m) - sigmoid(X*w)"),
    ("X W - s", "X*W - s*ones(m, k)"),
    ("y/t", "quotient(y, t)"),
    ("1/y", "quotient(ones(m), y)"),
    ("X'X + sI", "X'*X + s*I_n"),
    ("I A", "I_n*A"),
    ("grad(norm(w)^2, w)", "matgrad(norm(w)^2, w)"),
    ("diff(norm(w)^2, w)", "matgrad(norm(w)^2, w)"),
    ("diff(X w, w)", "jacobian(X*w, w)"),
    ("step(X w)", "step(X*w)"),
    ("w(a'x)", "w*(a'*x)"),
    ("dot(a, x)", "dot(a, x)"),
    ("matgrad(r^2*norm(w)^2, r)", "matgrad(r^2*norm(w)^2, r)"),
])  # fmt: skip
def test_a_notation(typed, meant):
    reading = read(typed, WORDS)
    assert isinstance(reading, Reading), str(reading.message)
    assert ascii(reading.expr) == meant
    again = read(ascii(reading.expr), WORDS)
    assert isinstance(again, Reading) and again.expr == reading.expr


@pytest.mark.parametrize("typed, said, repaired", [
    ("X*y", "X*y: X is m×n, y is a vector of m entries. These two cannot be multiplied. Did you mean X'*y?", "X'*y"),
    ("2 + X*y", "X*y: X is m×n, y is a vector of m entries. These two cannot be multiplied. Did you mean X'*y?",
     "2 + X'*y"),
    ("w*w", "w*w: w is a vector of n entries, w is a vector of n entries. These two cannot be multiplied. "
     "Did you mean w'*w?", "w'*w"),
    ("X W + b", "X W + b: X*W is m×k, b is a vector of k entries. These two cannot be added. "
     "Did you mean X*W + ones(m)*b'?", "X*W + ones(m)*b'"),
    ("X + X'", "X + X': X is m×n, X' is n×m. These two cannot be added.", None),
    ("tr(X)", "X is m×n: the trace needs a square matrix.", None),
    ("inv(X)", "X is m×n: the inverse needs a square matrix.", None),
    ("X^2", "X is m×n: only a square matrix has powers, with whole exponents.", None),
    ("w/A", "A is n×n: only a scalar divides.", None),
    ("norm(X)", "X is m×n: write norm( … , F) for the Frobenius norm of a matrix.", None),
    ("matgrad(X*w, w)", "A gradient is taken of a scalar; X*w is a vector of m entries.", None),
    ("hessian(norm(X, F)^2, X)", "A Hessian is taken by a vector; X is m×n.", None),
    ("s*I", "How large I is cannot be seen here: write I_n.", None),
])  # fmt: skip
def test_a_clash_names_both_shapes_and_a_repair(typed, said, repaired):
    found = read(typed, WORDS)
    assert isinstance(found, Unreadable) and found.code == "shape-clash"
    assert str(found.message) == said and found.suggestion == repaired
    assert 0 <= found.span[0] < found.span[1] <= len(typed)


@pytest.mark.parametrize("text, tex, words", [
    ("X'*X", r"X^{\top}X", "capital x transposed times capital x"),
    ("inv(A)*x", "A^{-1}x", "the inverse of capital a times x"),
    ("norm(X*w - y)^2", r"\left\lVert Xw-y\right\rVert^2", None),
    ("norm(X, F)", r"\left\lVert X\right\rVert_{F}", None),
    ("hadamard(a, x)", r"a\circ x", "a entrywise times x"),
    ("kron(A, B)", r"A\otimes B", "capital a kronecker times capital b"),
    ("I_n", "I_{n}", "the identity of size n"),
    ("ones(n) - x", r"\mathbf{1}_{n}-x", None),
    ("tr(A)", r"\operatorname{tr}\left(A\right)", "trace of capital a"),
    ("logdet(A)", r"\ln\det \left(A\right)", "log determinant of capital a"),
    ("X*dw", r"X\mathrm{d}w", None),
    ("differential(A*x, x)", r"\mathrm{d}\left(Ax\right)", None),
    ("matgrad(norm(w)^2, w)", r"\nabla_{w}\left\lVert w\right\rVert^2", None),
    ("hessian(w'*w, w)", r"\nabla^2_{w}\left(w^{\top}w\right)", None),
    ("jacobian(A*x, x)", r"\frac{\partial}{\partial x^{\top}}\left(Ax\right)", None),
    ("readoff(a'*dx, x)", r"\nabla_{x}f\;\text{where}\;\mathrm{d}f=a^{\top}\mathrm{d}x",
     "nabla by x where d f is a transposed times d x"),
    ("readoff(A*dx, x)", r"\frac{\partial f}{\partial x^{\top}}\;\text{where}\;\mathrm{d}f=A\mathrm{d}x", None),
    ("differential(A*x, x)", r"\mathrm{d}\left(Ax\right)", "the differential of, capital a times x, end differential"),
])  # fmt: skip
def test_how_it_is_written_and_spoken(text, tex, words):
    e = spelled(text)
    assert latex(e).strip() == tex
    assert words is None or spoken(e) == words


def test_without_shapes_nothing_changes():
    assert ascii(read("X*y").expr) == "X*y"
