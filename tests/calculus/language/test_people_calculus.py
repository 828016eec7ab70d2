"""Limits, sums, integrals, derivatives and functions, as people write them."""

from __future__ import annotations

import pytest

from fluxions.calculus.language import ascii, read
from fluxions.calculus.language.reading import Kind, Reading
from fluxions.calculus.vocabulary import STANDARD, Vocabulary

DECLARED = Vocabulary(symbols=frozenset({"x"}))


def check(typed: str, want: Kind | None, printed: str, free: bool = False) -> None:
    found = read(typed, STANDARD if free else DECLARED, want=want)
    assert isinstance(found, Reading), found
    assert ascii(found.expr) == printed
    back = read(printed, STANDARD if free else DECLARED)
    assert isinstance(back, Reading), back
    assert ascii(back.expr) == printed


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("lim_(h->0) (2x + h)", None, "limit(2*x + h, h, 0)"),
        ("lim_{x→0+} 1/x", None, "limit(1/x, x, 0, +)"),
        ("lim_{x->0} sin(x)/x", None, "limit(sin(x)/x, x, 0)"),
        ("lim_(x->0+) 1/x", None, "limit(1/x, x, 0, +)"),
        (r"\lim\limits_{x\to 0} x", None, "limit(x, x, 0)"),
        (r"\lim_{x\to 0^+} \frac1x", None, "limit(1/x, x, 0, +)"),
        (r"\lim_{x\rightarrow 0} \frac{\sin x}{x}", None, "limit(sin(x)/x, x, 0)"),
        ("lim x->0 sin(x)/x", None, "limit(sin(x)/x, x, 0)"),
        ("lim(x->0) sin(x)/x", None, "limit(sin(x)/x, x, 0)"),
        ("lim(sin(x)/x, x, 0)", None, "limit(sin(x)/x, x, 0)"),
        (r"\int_0^1 x\,dx", None, "int(x, x, 0, 1)"),
        (r"\int_{0}^{1} x \mathrm{d}x", None, "int(x, x, 0, 1)"),
        ("∫_0^1 x dx", None, "int(x, x, 0, 1)"),
        ("∫ x^2 dx", None, "int(x^2, x)"),
        ("∫₀¹ x dx", None, "int(x, x, 0, 1)"),
        ("int_0^1 x dx", None, "int(x, x, 0, 1)"),
        ("int x^2 dx", None, "int(x^2, x)"),
        (r"\int\limits_0^1 x dx", None, "int(x, x, 0, 1)"),
        (r"\int \frac{dx}{x}", None, "int(1/x, x)"),
        ("∫ dx/x", None, "int(1/x, x)"),
        ("d/dx(x^2)", None, "diff(x^2, x)"),
        ("d/dx x^2", None, "diff(x^2, x)"),
        ("d/dx [x^2]", None, "diff(x^2, x)"),
        (r"\frac{d^2}{dx^2} x^3", None, "diff(x^3, x, 2)"),
        (r"\frac{d}{dx}\left[x^2\right]", None, "diff(x^2, x)"),
        (r"\frac{dy}{dx}", None, "diff(y, x)"),
        ("f''(x)", None, "f''(x)"),
        ("f^{(3)}(x)", None, "f'''(x)"),
        ("f^(3)(x)", None, "f'''(x)"),
        ("y'", None, "diff(y, x)"),
        (r"\dot x", None, "diff(x, t)"),
        (r"\dot{x}", None, "diff(x, t)"),
        (r"\ddot{x}", None, "diff(x, t, 2)"),
        ("D_x x^2", None, "diff(x^2, x)"),
        ("D_x(x^2)", None, "diff(x^2, x)"),
        (r"x\in\left(-\infty,1\right)\cup\left(2,\infty\right)", None, "x ∈ (-inf, 1) U (2, inf)"),
        (r"x\in\left(-\infty,1\right)\cup\left(2,\infty\right)", "interval", "x ∈ (-inf, 1) U (2, inf)"),
        (r"\int_{-\infty}^{\infty} e^{-x^2} dx", None, "int(exp(-x^2), x, -inf, inf)"),
        ("∫_{0}^{1} x^2 dx", None, "int(x^2, x, 0, 1)"),
        ("∫_0^π sin(x) dx", None, "int(sin(x), x, 0, pi)"),
        ("∫(x+1)dx", None, "int(x + 1, x)"),
        (r"\int\!x\,dx", None, "int(x, x)"),
        (r"\int \frac{1}{x} dx", None, "int(1/x, x)"),
        (r"\int \frac{dx}{x^2+1}", None, "int(1/(x^2 + 1), x)"),
        ("∫ dx/(x+1)", None, "int(1/(x + 1), x)"),
        ("∫ dx", None, "int(1, x)"),
        (r"x\ +\ 1", None, "x + 1"),
        (r"\sin\left(x\right)\cos\left(x\right)", None, "sin(x)*cos(x)"),
        (r"\int \frac{x dx}{x^2+1}", None, "int(x/(x^2 + 1), x)"),
        (r"\int_0^1 \frac{dx}{1+x^2}", None, "int(1/(1 + x^2), x, 0, 1)"),
        ("∫_0^1 dx/(1+x^2)", None, "int(1/(1 + x^2), x, 0, 1)"),
        (r"(0,5) \ {1}", None, "(0, 5) ∖ {1}"),
        (r"R\(0,1)", None, "(-inf, inf) ∖ (0, 1)"),
    ],
)
def test_calculus(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        (r"\iint x y \,dx\,dy", "int(int(x*y, x), y)"),
        ("Σ_{k=1}^{n} k", "sum(k, k, 1, n)"),
        ("∑_{k=1}^{n} k", "sum(k, k, 1, n)"),
        ("sum_{k=1}^n k", "sum(k, k, 1, n)"),
        (r"\sum_{k=1}^{n} k^2", "sum(k^2, k, 1, n)"),
        (r"\sum\nolimits_{k=1}^{n} k", "sum(k, k, 1, n)"),
        (r"\sum\limits_{k=1}^{n} k", "sum(k, k, 1, n)"),
        ("∑_(k=1)^n k", "sum(k, k, 1, n)"),
        ("d^2y/dx^2", "diff(y, x, 2)"),
        (r"\frac{\partial^2 f}{\partial x\partial y}", "diff(diff(f, y), x)"),
        (r"\frac{\partial f}{\partial x}", "f'(x)"),
        ("∂f/∂x", "f'(x)"),
        ("∂²f/∂x∂y", "diff(diff(f, y), x)"),
        ("f_x", "f'(x)"),
        ("f_{xy}", "diff(diff(f, y), x)"),
        (r"\int \frac{dy}{dx} dx", "int(diff(y, x), x)"),
    ],
)
def test_calculus_of_any_letters(typed: str, printed: str) -> None:
    check(typed, None, printed, free=True)


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("clip(x, 0, 1)", None, "min(max(x, 0), 1)"),
        ("step(x)", None, "if(x < 0, 0, x > 0, 1)"),
        ("heaviside(x)", None, "if(x < 0, 0, x > 0, 1)"),
        ("H(x)", None, "H*x"),
        ("max(0, x)", None, "max(0, x)"),
        ("min(x,1)", None, "min(x, 1)"),
        ("floor(x)", None, "floor(x)"),
        ("ceil(x)", None, "ceil(x)"),
        ("abs(x)", None, "abs(x)"),
        ("sgn(x)", None, "sign(x)"),
        ("exp(x)", None, "exp(x)"),
        ("1/(1-tanh^2 3)", None, "1/(1 - tanh(3)^2)"),
        ("sin^2 x", None, "sin(x)^2"),
        ("sin x cos x", None, "sin(x)*cos(x)"),
        ("sin 2x", None, "sin(2*x)"),
        ("sin²x", None, "sin(x)^2"),
        ("sin(x)^2", None, "sin(x)^2"),
        ("e^2x", None, "exp(2)*x"),
        ("2^3x", None, "2^3*x"),
        ("ln x^2", None, "ln(x^2)"),
        ("log_2 x", None, "log(x, 2)"),
        ("log_{10}(x)", None, "log(x, 10)"),
        ("2/3x", None, "2/3*x"),
        ("1/2 x", None, "1/2*x"),
        ("arcsin x", None, "arcsin(x)"),
        ("asin(x)", None, "arcsin(x)"),
        ("sin^{-1} x", None, "arcsin(x)"),
        ("sin^-1(x)", None, "arcsin(x)"),
        (r"\sin^{-1}(x)", None, "arcsin(x)"),
        (r"\operatorname{relu}(x)", None, "relu(x)"),
        (r"\operatorname{clip}(x,0,1)", None, "min(max(x, 0), 1)"),
        (r"\max(0,x)", None, "max(0, x)"),
        (r"\max\{0,x\}", None, "max(0, x)"),
        (r"\max\left(0,x\right)", None, "max(0, x)"),
        (r"\operatorname{sgn}(x)", None, "sign(x)"),
        (r"\nicefrac{1}{2}", None, "1/2"),
        (r"\lfloor x\rfloor", None, "floor(x)"),
        (r"\lceil x\rceil", None, "ceil(x)"),
        (r"\left\lfloor x\right\rfloor", None, "floor(x)"),
        (r"\vert x\vert", None, "abs(x)"),
        (r"\lvert x\rvert", None, "abs(x)"),
        ("|x|", None, "abs(x)"),
        (r"\boldsymbol{x}", None, "x"),
        (r"\sigma{\left(x \right)}", None, "sigmoid(x)"),
        (r"\sin{\left(x \right)}", None, "sin(x)"),
        (r"\log{\left(x \right)}", None, "ln(x)"),
        (r"e^{x} \sin{\left(2 x \right)}", None, "exp(x)*sin(2*x)"),
        (r"\frac{x}{2}", None, "x/2"),
        (r"\frac12", None, "1/2"),
        (r"\frac1x", None, "1/x"),
        (r"\sqrt x", None, "sqrt(x)"),
        (r"\sqrt[3]{x}", None, "root(x, 3)"),
        (r"\sqrt3", None, "sqrt(3)"),
        (r"\ln\left|x\right|", None, "ln(abs(x))"),
        (r"\ln|x|", None, "ln(abs(x))"),
        ("ln|x|", None, "ln(abs(x))"),
        (r"\log_{2}{\left(x \right)}", None, "log(x, 2)"),
        (r"\log_2 x", None, "log(x, 2)"),
        (r"x\quad", None, "x"),
        (r"x=1\text{ or }x=2", None, "x = 1 or x = 2"),
        (r"x=1\quad\text{or}\quad x=2", None, "x = 1 or x = 2"),
        (r"x=1 \lor x=2", None, "x = 1 or x = 2"),
        (r"x<1\text{ and }x>0", None, "x < 1 and x > 0"),
        (r"\left(0,1\right)", None, "[0, 1]"),
        (r"\bigl(x+1\bigr)^2", None, "(x + 1)^2"),
        (r"\Bigl(x\Bigr)", None, "x"),
        (r"\big(x\big)", None, "x"),
        (r"(-\infty,1]\cup[2,\infty)", None, "(-inf, 1] U [2, inf)"),
        (r"\left(-\infty,1\right]\cup\left[2,\infty\right)", None, "(-inf, 1] U [2, inf)"),
        (r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", None, "[[1, 2], [3, 4]]"),
        (r"\begin{pmatrix}1\\2\end{pmatrix}", None, "[1, 2]"),
        (r"\begin{vmatrix}1&2\\3&4\end{vmatrix}", None, "det([[1, 2], [3, 4]])"),
        (r"\begin{matrix}1&2\\3&4\end{matrix}", None, "[[1, 2], [3, 4]]"),
        (r"\left[\begin{array}{cc}1&2\\3&4\end{array}\right]", None, "[[1, 2], [3, 4]]"),
        (r"\left(\begin{matrix}1\\2\end{matrix}\right)", None, "[1, 2]"),
        (r"\left[\begin{matrix}1 & 2\\3 & 4\end{matrix}\right]", None, "[[1, 2], [3, 4]]"),
        (r"\begin{pmatrix}1&2\end{pmatrix}", None, "[[1, 2]]"),
    ],
)
def test_functions(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("x^2y", "x^2*y"),
        (r"\binom{n}{k}", "binomial(n, k)"),
        (r"\|v\|", "norm(v)"),
        (r"\left\|v\right\|", "norm(v)"),
        (r"\vec{v}", "v"),
        (r"\overline{z}", "z_bar"),
    ],
)
def test_functions_of_any_letters(typed: str, printed: str) -> None:
    check(typed, None, printed, free=True)
