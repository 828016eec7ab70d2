"""Symbols and LaTeX, as keyboards and fields write them."""

from __future__ import annotations

import pytest

from fluxions.calculus.language.reading import Kind
from tests.calculus.language.typed import check


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("x_{12}", None, "x_12"),
        ("x⁻¹", None, "x^(-1)"),
        ("x½", None, "x*(1/2)"),
        ("f′(x)", None, "f'(x)"),
        ("f″(x)", None, "f''(x)"),
        ("2×3", None, "2*3"),
        ("2·x", None, "2*x"),
        ("6÷2", None, "6/2"),
        ("x∗2", None, "x*2"),
        ("1⁄2", None, "1/2"),
        ("x−1", None, "x - 1"),
        ("1∕x", None, "1/x"),
        ("√x", None, "sqrt(x)"),
        ("√(x+1)", None, "sqrt(x + 1)"),
        ("∛x", None, "root(x, 3)"),
        ("x ≤ 1", None, "x <= 1"),
        ("x ≥ 1", None, "x >= 1"),
        ("π", None, "pi"),
        ("½x", None, "1/2*x"),
        ("¾", None, "3/4"),
        ("⅓", None, "1/3"),
        ("𝑥²", None, "x^2"),
        ("𝐱", None, "x"),
        ("ｘ＋１", None, "x + 1"),
        ("𝜋", None, "pi"),
        ("２ｘ", None, "2*x"),
        ("x²+2x+1", None, "x^2 + 2*x + 1"),
        ("e^−x", None, "exp(-x)"),
        ("x = −3", None, "x = -3"),
    ],
)
def test_symbols(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("a_{n}", "a_n"),
        ("x_n", "x_n"),
        ("x₁²", "x_1^2"),
        ("xⁿ⁻¹", "x^(n - 1)"),
        ("θ", "theta"),
        ("sinθ", "sin(theta)"),
        ("x⋅y", "x*y"),
        ("∇f", "grad(f)"),
        ("a ∧ b", "a and b"),
    ],
)
def test_symbols_of_any_letters(typed: str, printed: str) -> None:
    check(typed, None, printed, free=True)


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("(-inf,1) or (2,inf)", "interval", "(-inf, 1) U (2, inf)"),
        (r"\left(-\infty,1\right)\lor\left(2,\infty\right)", "interval", "(-inf, 1) U (2, inf)"),
        (r"\mathbb{R}\setminus\left\lbrack1,2\right\rbrack", None, "(-inf, inf) ∖ [1, 2]"),
        (r"\left\lbrace x\mid x>2\right\rbrace", None, "{x | x > 2}"),
        (r"\left\lbrace1,2\right\rbrace", None, "{1, 2}"),
        (r"x=\pm2", None, "x = 2 or x = -2"),
        ("piecewise((x, x>0), (0, x<=0))", None, "if(x > 0, x, x <= 0, 0)"),
        ("Piecewise((x, x > 0), (0, True))", None, "if(x > 0, x, 0)"),
        ("piecewise((x, x>0), (0, otherwise))", None, "if(x > 0, x, 0)"),
        ("piecewise(x>0, x, 0)", None, "if(x > 0, x, 0)"),
        ("{x, x > 0; 0, x<=0}", None, "if(x > 0, x, x <= 0, 0)"),
        ("x, x > 0; -x, x < 0", None, "if(x > 0, x, x < 0, -x)"),
        ("x if x > 0; -x if x < 0", None, "if(x > 0, x, x < 0, -x)"),
        (r"\begin{cases}x,&x>0\\0,&x\le0\end{cases}", None, "if(x > 0, x, x <= 0, 0)"),
        (r"\lim_{x\to0}x", None, "limit(x, x, 0)"),
        (r"\lim _{x\rightarrow 0^{-}}\frac{1}{x}", None, "limit(1/x, x, 0, -)"),
        (r"\lim_{x \to \infty} \frac{1}{x}", None, "limit(1/x, x, inf)"),
        ("lim_{x->inf} 1/x", None, "limit(1/x, x, inf)"),
        ("lim_(x->oo) 1/x", None, "limit(1/x, x, inf)"),
        ("lim x→∞ 1/x", None, "limit(1/x, x, inf)"),
        ("lim_(x→0⁺) 1/x", None, "limit(1/x, x, 0, +)"),
        ("lim_{x->0^-} 1/x", None, "limit(1/x, x, 0, -)"),
        ("lim_{h->0} (f(x+h)-f(x))/h", None, "limit((f(x + h) - f(x))/h, h, 0)"),
        (r"\sum_{n=1}^{\infty}\frac{1}{n^2}", None, "sum(1/n^2, n, 1, inf)"),
        ("sum_(n=1)^inf 1/n^2", None, "sum(1/n^2, n, 1, inf)"),
        ("sum(1/n^2, n, 1, inf)", None, "sum(1/n^2, n, 1, inf)"),
        ("integrate(x, x)", None, "int(x, x)"),
        (r"\int x^{2}\,\mathrm{d}x", None, "int(x^2, x)"),
        (r"\frac{d}{dx} \sin x", None, "diff(sin(x), x)"),
        (r"\frac{d}{dx}(x^2)", None, "diff(x^2, x)"),
        (r"\frac{\mathrm d}{\mathrm dx}x^2", None, "diff(x^2, x)"),
        (r"\frac{d^2y}{dx^2}", None, "diff(y, x, 2)"),
        (r"\frac{d^{2}}{dx^{2}}x^4", None, "diff(x^4, x, 2)"),
        (r"\frac{\partial}{\partial x} x^2", None, "diff(x^2, x)"),
        (r"\partial f/\partial x", None, "f'(x)"),
        (r"f^{\prime}(x)", None, "f'(x)"),
        (r"f^{\prime\prime}(x)", None, "f''(x)"),
        ("y''", None, "diff(y, x, 2)"),
        (r"y^{\prime}", None, "diff(y, x)"),
        ("f^{(4)}(x)", None, "f''''(x)"),
        ("d/dx sin x", None, "diff(sin(x), x)"),
        ("dy/dx = 2x", None, "diff(y, x) = 2*x"),
        ("e^{2x}", None, "exp(2*x)"),
        (r"\mathrm{e}^{x}", None, "exp(x)"),
        (r"\exp(x)", None, "exp(x)"),
        (r"\exp\left(x\right)", None, "exp(x)"),
        (r"\sin^{2}x", None, "sin(x)^2"),
        (r"\sin ^2 x", None, "sin(x)^2"),
        (r"\sin^{2}{\left(x \right)}", None, "sin(x)^2"),
        (r"\cos x \sin x", None, "cos(x)*sin(x)"),
        (r"\tan^{-1}x", None, "arctan(x)"),
        (r"\ln x", None, "ln(x)"),
        (r"\log x", None, "ln(x)"),
        (r"\log_{10} x", None, "log(x, 10)"),
        (r"\sqrt{x^{2}+1}", None, "sqrt(x^2 + 1)"),
        (r"\frac{x^{2}}{2}", None, "x^2/2"),
        ("x^{-1}", None, "x^(-1)"),
        (r"2\cdot3", None, "2*3"),
        (r"2\times 10^{3}", None, "2*10^3"),
        (r"\left|x\right|", None, "abs(x)"),
        (r"\left\vert x\right\vert", None, "abs(x)"),
        (r"\text{d}x", None, "d*x"),
        (r"\mathrm{relu}(x)", None, "relu(x)"),
        (r"\operatorname{ReLU}(x)", None, "relu(x)"),
        (r"\operatorname*{max}(0,x)", None, "max(0, x)"),
        (r"|\sin x|", None, "abs(sin(x))"),
        (r"\lvert\sin x\rvert", None, "abs(sin(x))"),
        (r"\overline{x}", None, "x_bar"),
        (r"\bar{x}", None, "x_bar"),
        (r"\tilde{x}", None, "x_tilde"),
        (r"\mathbf{x}", None, "x"),
        (r"\infty", None, "inf"),
        (r"-\infty", None, "-inf"),
        (r"+\infty", None, "inf"),
        (r"\left.x^2\right|_{x=1}", None, "at(x^2, x, 1)"),
        (r"\begin{bmatrix}x&0\\0&x\end{bmatrix}", None, "[[x, 0], [0, x]]"),
        (r"\dfrac{1}{2}", None, "1/2"),
        (r"\tfrac{1}{2}", None, "1/2"),
        (r"x\;+\;1", None, "x + 1"),
        ("{x}^{2}", None, "x^2"),
        ("{(x+1)}^{2}", None, "(x + 1)^2"),
        (r"x^{\frac{1}{2}}", None, "x^(1/2)"),
        (r"\binom{5}{2}", None, "binomial(5, 2)"),
        (r"\cfrac{1}{x}", None, "1/x"),
    ],
)
def test_latex(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("∑_{i=1}^n i", "sum(i, i, 1, n)"),
        (r"\int_0^1\int_0^1 xy\,dx\,dy", "int(int(x*y, x, 0, 1), y, 0, 1)"),
        ("x_{1}^{2}", "x_1^2"),
        (r"\alpha\beta", "alpha*beta"),
        ("a_{12}", "a_12"),
        (r"\lVert v\rVert", "norm(v)"),
        (r"\hat{y}", "y_hat"),
        (r"\pi r^2", "pi*r^2"),
        (r"x\,y", "x*y"),
        (r"\sqrt[n]{x}", "root(x, n)"),
        ("n!", "factorial(n)"),
    ],
)
def test_latex_of_any_letters(typed: str, printed: str) -> None:
    check(typed, None, printed, free=True)
