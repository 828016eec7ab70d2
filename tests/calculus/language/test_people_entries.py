"""Vectors, matrices, bars and numbers, as people write them."""

from __future__ import annotations

import pytest

from fluxions.calculus.language.reading import Kind
from tests.calculus.language.typed import check


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("<1, 2>", None, "[1, 2]"),
        ("<1, 2, 3>", "vector", "[1, 2, 3]"),
        ("⟨1,2⟩", None, "[1, 2]"),
        (r"\langle 1,2\rangle", None, "[1, 2]"),
        ("[1,2;3,4]", None, "[[1, 2], [3, 4]]"),
        ("[1 2; 3 4]", None, "[[1, 2], [3, 4]]"),
        ("[1;2]", None, "[1, 2]"),
        ("[[1],[2]]", None, "[[1], [2]]"),
        ("(1,2)^T", None, "[1, 2]"),
        ("[1,2]^T", None, "[1, 2]"),
        ("2i+3j", "vector", "[2, 3]"),
        (r"2\mathbf{i}+3\hat{j}", "vector", "[2, 3]"),
        ("2 î + 3 ĵ", "vector", "[2, 3]"),
        ("5, 9", "vector", "[5, 9]"),
        ("5, 9", "set", "{5, 9}"),
        ("5; 9", "set", "{5, 9}"),
        ("5, 9", "multiset", "{5, 9}"),
        ("(1,2,3)", None, "[1, 2, 3]"),
        ("[1,2,3]", None, "[1, 2, 3]"),
        ("<x, 2x>", None, "[x, 2*x]"),
        ("⟨1, 2, 3⟩", None, "[1, 2, 3]"),
        (r"\left\langle 1,2\right\rangle", None, "[1, 2]"),
        (r"\langle x, 2x \rangle", None, "[x, 2*x]"),
        ("i+2j", "vector", "[1, 2]"),
        ("3i - 2j + k", "vector", "[3, -2, 1]"),
        (r"\hat{i}+2\hat{j}", "vector", "[1, 2]"),
        (r"\mathbf{i} - \mathbf{j}", "vector", "[1, -1]"),
        (r"2\hat{\imath}+3\hat{\jmath}", "vector", "[2, 3]"),
        ("-i", "vector", "[-1, 0]"),
        ("2x i + 3 j", "vector", "[2*x, 3]"),
        ("2xi + 3j", "vector", "[2*x, 3]"),
        ("[1 -2; 3 4]", None, "[[1, -2], [3, 4]]"),
        ("[1 2 3]", None, "[1, 2, 3]"),
        ("[1/2 3; 4 5]", None, "[[1/2, 3], [4, 5]]"),
        ("[[1,2],[3,4]]", None, "[[1, 2], [3, 4]]"),
        ("((1,2),(3,4))", None, "vector([1, 2], [3, 4])"),
        ("(1,2;3,4)", None, "[[1, 2], [3, 4]]"),
        ("[[1,2],[3,4]]^T", None, "[[1, 3], [2, 4]]"),
        (r"\begin{bmatrix}1&2\\3&4\end{bmatrix}^T", None, "[[1, 3], [2, 4]]"),
        (r"\begin{pmatrix}1\\2\end{pmatrix}^T", None, "[1, 2]"),
        (r"(1,2)^\top", None, "[1, 2]"),
        ("(1;2)", None, "[1, 2]"),
        ("[1; 2; 3]", None, "[1, 2, 3]"),
        (r"\begin{bmatrix} 1 \\ 2 \end{bmatrix}", None, "[1, 2]"),
        (r"\begin{array}{c}1\\2\end{array}", None, "[1, 2]"),
        (r"\left|\begin{matrix}1&2\\3&4\end{matrix}\right|", None, "det([[1, 2], [3, 4]])"),
        ("1;2;3", "vector", "[1, 2, 3]"),
    ],
)
def test_vectors(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("|x|x||", None, "abs(x*abs(x))"),
        ("||x|-1|", None, "abs(abs(x) - 1)"),
        ("|x||y|", None, "abs(x)*abs(y)"),
        ("|x|^2", None, "abs(x)^2"),
        ("||x||", None, "abs(abs(x))"),
        ("2|x|", None, "2*abs(x)"),
        ("|x+1|-|x-1|", None, "abs(x + 1) - abs(x - 1)"),
        ("|x| |y|", None, "abs(x)*abs(y)"),
        ("|x|y||", None, "abs(x*abs(y))"),
        ("|2|x|-3|", None, "abs(2)*x*abs(-3)"),
        ("||x|-|y||", None, "abs(abs(x) - abs(y))"),
        ("|x|/x", None, "abs(x)/x"),
        ("x|x|", None, "x*abs(x)"),
        ("x/|x|", None, "x/abs(x)"),
        ("e^|x|", None, "exp(abs(x))"),
        ("|sin x|", None, "abs(sin(x))"),
        ("ln|x|+ln|x+1|", None, "ln(abs(x)) + ln(abs(x + 1))"),
        ("|x^2-|x||", None, "abs(x^2 - abs(x))"),
        ("| x | - | y |", None, "abs(x) - abs(y)"),
        (r"\left|x\left|x\right|\right|", None, "abs(x*abs(x))"),
    ],
)
def test_bars(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("|a|b|c|", "abs(a)*b*abs(c)"),
    ],
)
def test_bars_of_any_letters(typed: str, printed: str) -> None:
    check(typed, None, printed, free=True)


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("50%", "number", "50/100"),
        (r"50\%", "number", "50/100"),
        ("12.5 %", "number", "125/1000"),
        ("{1, 2, …, 5}", None, "{1, 2, 3, 4, 5}"),
        ("{1, 2, ..., 5}", None, "{1, 2, 3, 4, 5}"),
        ("1+3+5+...+99", None, "sum(1 + 2*k, k, 0, 49)"),
        ("50 %", "number", "50/100"),
        ("0.5%", "number", "5/1000"),
        ("1e3", None, "1000"),
        ("2E-3", None, "0.002"),
        ("5x", "number", "5*x"),
        ("m", "number", "m"),
        ("2pi", "number", "2*pi"),
        (".5", None, "0.5"),
        ("5.", None, "5"),
        ("1/2", None, "1/2"),
        (r"3\frac{1}{2}", None, "3*(1/2)"),
        ("{1, 3, ..., 9}", None, "{1, 3, 5, 7, 9}"),
        ("{2, 4, …, 10}", None, "{2, 4, 6, 8, 10}"),
        ("1, 2, ..., 5", "set", "{1, 2, 3, 4, 5}"),
        ("1+2+...+100", None, "sum(k, k, 1, 100)"),
    ],
)
def test_numbers(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("1 + 2 + … + n", "sum(k, k, 1, n)"),
        ("1+2+...+n", "sum(k, k, 1, n)"),
        (r"1 + 2 + \dots + n", "sum(k, k, 1, n)"),
        ("1+4+9+...+n^2", "sum(k^2, k, 1, n)"),
        ("2+4+...+2n", "sum(2*k, k, 1, n)"),
        ("1+3+...+(2n-1)", "sum(2*k - 1, k, 1, n)"),
        ("1+1/2+1/3+...+1/n", "sum(1/k, k, 1, n)"),
    ],
)
def test_numbers_of_any_letters(typed: str, printed: str) -> None:
    check(typed, None, printed, free=True)
