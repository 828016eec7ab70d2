"""The display form."""

from __future__ import annotations

import pytest

from fluxions.calculus.expr import Add, Expr, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.language import latex, read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.vocabulary import Vocabulary


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), found
    return found.expr


@pytest.mark.parametrize(
    "text, shown",
    [
        ("2x cos(x^2)", r"2x\cos\left(x^2\right)"),
        ("cos(2x)", r"\cos(2x)"),
        ("(x+1)^2/(x-1)", r"\frac{(x+1)^2}{x-1}"),
        ("-1/2*x^3", r"-\frac{1}{2}x^3"),
        ("x^(1/3)", r"x^{\frac{1}{3}}"),
        ("x^10", r"x^{10}"),
        ("x^-2", r"x^{-2}"),
        ("root(x+1,3)", r"\sqrt[3]{x+1}"),
        ("sqrt(x)", r"\sqrt{x}"),
        ("sqrt(x)^2", r"\left(\sqrt{x}\right)^2"),
        ("sin(x)^2 + cos(x)^2", r"\sin^2(x)+\cos^2(x)"),
        ("relu(x)^2", r"\operatorname{relu}(x)^2"),
        ("f'(x)^2", r"f'(x)^2"),
        ("sigmoid(z)*(1-sigmoid(z))", r"\sigma(z)(1-\sigma(z))"),
        ("diff(x^2*sin(x), x)", r"\frac{\mathrm{d}}{\mathrm{d}x}\left(x^2\sin(x)\right)"),
        ("diff(x^3, x, 2)", r"\frac{\mathrm{d}^{2}}{\mathrm{d}x^{2}}\left(x^3\right)"),
        ("dy/dx", r"\frac{\mathrm{d}y}{\mathrm{d}x}"),
        ("diff(x, x)*3", r"\frac{\mathrm{d}x}{\mathrm{d}x}\cdot 3"),
        ("exp(2x)", r"\mathrm{e}^{2x}"),
        ("e^x", r"\mathrm{e}^x"),
        ("2*3*x^2", r"2\cdot 3x^2"),
        ("x*2", r"x\cdot 2"),
        ("2*(1/2)", r"2\cdot \frac{1}{2}"),
        ("1*x", r"1\cdot x"),
        ("-2x", "-2x"),
        ("x*(-2)", r"x\cdot (-2)"),
        ("x - (-3)", "x-(-3)"),
        ("x + (-3)", "x+(-3)"),
        ("a - (b - c)", "a-(b-c)"),
        ("-(x+1)", "-(x+1)"),
        ("(-x)^2", "(-x)^2"),
        ("(-2)^2", "(-2)^2"),
        ("(x^2)^3", r"\left(x^2\right)^3"),
        ("(x*y)*z", "(xy)z"),
        ("x(x+1)(x-2)", "x(x+1)(x-2)"),
        ("theta*x", r"\theta x"),
        ("theta*2", r"\theta\cdot 2"),
        ("x_1 + x_12 + x_max", r"x_{1}+x_{12}+x_{\mathrm{max}}"),
        ("pi*r^2", r"\pi r^2"),
        ("p*i*x", r"p\mathrm{i}x"),
        ("abs(x-1)", r"\left|x-1\right|"),
        ("floor(x)", r"\left\lfloor x\right\rfloor"),
        ("factorial(n)", "n!"),
        ("factorial(n+1)", "(n+1)!"),
        ("binomial(n,2)", r"\binom{n}{2}"),
        ("log(x,2)", r"\log_{2}(x)"),
        ("ln(x)/x", r"\frac{\ln(x)}{x}"),
        ("max(x,0)", r"\max(x, 0)"),
        ("arsinh(x)", r"\operatorname{arsinh}(x)"),
        ("if(x<0,-x,x)", r"\begin{cases}-x&x<0\\x&\text{otherwise}\end{cases}"),
        ("limit(sin(x)/x,x,0,+)", r"\lim_{x\to 0^{+}}\frac{\sin(x)}{x}"),
        ("limit(x+1,x,inf)", r"\lim_{x\to \infty}(x+1)"),
        ("int(x^2,x,0,1)", r"\int_{0}^{1} x^2\,\mathrm{d}x"),
        ("int(x+1,x)*2", r"\left(\int(x+1)\,\mathrm{d}x\right)\cdot 2"),
        ("sum(n^2,n,1,N)", r"\sum_{n=1}^{N} n^2"),
        ("at(x^2,x,3)", r"\left.x^2\right|_{x=3}"),
        ("rate(x^2,x,1,3)", r"\frac{3^2-1^2}{3-1}"),
        ("[1,2]", r"\begin{pmatrix}1\\2\end{pmatrix}"),
        ("[[1,2],[3,4]]", r"\begin{pmatrix}1&2\\3&4\end{pmatrix}"),
        ("{1,2}", r"\left\{1, 2\right\}"),
        ("(0,1] U [2,inf)", r"\left(0, 1\right]\cup \left[2, \infty\right)"),
        ("x<1 or x>=2", r"x<1\text{ or }x\ge 2"),
        ("1 <= x and x != 2", r"1\le x\text{ and }x\ne 2"),
        ("0.50", "0.50"),
        ("-1/2", r"-\frac{1}{2}"),
        ("grad(x^2,[x,y])", r"\nabla\left(x^2\right)"),
        ("solve(3x = 2, x)", r"3x=2,\quad {x=\;{?}}"),
        ("norm(v)", r"\left\|v\right\|"),
        ("implicit(x^2+y^2=25,y,x)", r"x^2+y^2=25\quad\Rightarrow\quad \frac{\mathrm{d}y}{\mathrm{d}x}"),
        ("solve(2*w=6,w)", r"2w=6,\quad {w=\;{?}}"),
        (
            "at(at(implicit(x*y=6,y,x),x,2),y,3)",
            r"\left.\left(xy=6\quad\Rightarrow\quad \frac{\mathrm{d}y}{\mathrm{d}x}\right)\right|_{x=2,\;y=3}",
        ),
        (
            "descend(w^2,w,3,1/10,2)",
            r"\text{descend }w^2\text{ from }w=3\text{ with rate }\frac{1}{10},\;2\text{ steps}",
        ),
        ("diff(x^2*y, x)", r"\frac{\partial}{\partial x}\left(x^2y\right)"),  # another coordinate stands beside it
        ("diff(a*x^2, x)", r"\frac{\mathrm{d}}{\mathrm{d}x}\left(ax^2\right)"),
        ("1/3*int(x^2, x)", r"\frac{1}{3}\int x^2\,\mathrm{d}x"),  # nothing follows that it would swallow
        ("int(x^2, x)*y", r"\left(\int x^2\,\mathrm{d}x\right)y"),
        ("1/2*(1/x)", r"\frac{1}{2}\cdot \frac{1}{x}"),
        ("tangent(sqrt(x), x, 4)", r"\text{tangent to }y=\sqrt{x}\text{ at }x=4"),
        ("newton(x^2 - 2, x, 1, 1)", r"{x^2-2=0}\text{ from }{x=1},\;1\text{ Newton step}"),
        (
            "chain(x*y, [x = t^2, y = t], t)",
            r"\frac{\mathrm{d}}{\mathrm{d}t}(xy)\text{ where }{x=t^2},\;{y=t}",
        ),
        ("path(x*y, [x = t^2, y = t], [x, t])", r"\frac{\partial f}{\partial x}\,\frac{\mathrm{d}x}{\mathrm{d}t}"),
        ("potential([y, x], [x, y])", r"\varphi\text{ with }\nabla\varphi=\begin{pmatrix}y\\x\end{pmatrix}"),
        ("gathered([y, x], [x, y], 2, x*y)", r"\varphi=xy"),
        ("gathered([y, x], [x, y], 1, x*y)", r"\varphi=xy+\dots"),
        (
            "parametric([t^2, t^3], t)",
            r"\frac{\mathrm{d}y}{\mathrm{d}x}\text{ for }\left(x, y\right)=\left(t^2, t^3\right)",
        ),
        (
            "line(1, [x, y], [t, t^2], t, 0, 1)",
            r"\int_{C} \,\mathrm{d}s,\quad {\vec{r}=\begin{pmatrix}t\\t^2\end{pmatrix}},\;{0\le t\le 1}",
        ),
        (
            "green([-y, x], [x, y], [x, y], [x, y], [0, 1], [0, 1])",
            r"\oint_{\partial R}\begin{pmatrix}-y\\x\end{pmatrix}\cdot\mathrm{d}\vec{r},\quad "
            r"{\vec{r}=\begin{pmatrix}x\\y\end{pmatrix}},\;{0\le x\le 1},\;{0\le y\le 1}",
        ),
    ],
)
def test_latex(text: str, shown: str) -> None:
    assert latex(tree(text)) == shown


x, y = Sym("x"), Sym("y")


@pytest.mark.parametrize(
    "e, mark, shown",
    [
        (Pow(Add((x, y)), Num(5)), {(0,): "inner", (1,): "outer"}, r"(\htmlClass{inner}{x+y})^{\htmlClass{outer}{5}}"),
        (Add((x, Neg(y))), {(1,): "new"}, r"x\htmlClass{new}{{}-y}"),
        (Add((x, Neg(y))), {(1, 0): "new"}, r"x-\htmlClass{new}{y}"),
        (Mul((Num(2), x)), {(): "all"}, r"\htmlClass{all}{2x}"),
        (Mul((x, Num(2))), {(1,): "two"}, r"x\cdot \htmlClass{two}{2}"),
        (Mul((x, Add((x, y)))), {(1,): "sum"}, r"x(\htmlClass{sum}{x+y})"),
        (Add((x, Num(-2))), {(1,): "last"}, r"x+(\htmlClass{last}{-2})"),
    ],
)
def test_marked_parts_carry_their_class(e: Expr, mark: dict[tuple[int, ...], str], shown: str) -> None:
    assert latex(e, mark=mark) == shown


@pytest.mark.parametrize(
    "names",
    ["p i", "l n", "s i n", "m u", "a n d", "d x", "x i", "n u", "e t a", "h x", "f x", "loss w", "lr loss", "o r"],
)
def test_letters_side_by_side_stay_apart(names: str) -> None:
    e = Mul(tuple(Sym(name) for name in names.split()))
    found = read(latex(e), Vocabulary(functions=frozenset()).declaring(*names.split()), syntax="latex")
    assert isinstance(found, Reading), found
    assert found.expr == e


@pytest.mark.parametrize("name", ["f", "g", "h", "sigma", "phi", "gamma", "beta", "x", "theta"])
def test_a_symbol_before_a_bracket_stays_a_factor(name: str) -> None:
    e = Mul((Sym(name), Add((x, Num(1)))))
    found = read(latex(e), syntax="latex")
    assert isinstance(found, Reading)
    assert found.expr == e
