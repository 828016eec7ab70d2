"""Facts about equality, as a learner would type them."""

from __future__ import annotations

import pytest

from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Expr
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Different, Equal, Unknown


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), found
    return found.expr


EQUAL = [
    ("(x+1)^2", "x^2+2x+1"),
    ("2x cos(x^2)", "diff(sin(x^2), x)"),
    ("2 sin(x) cos(x)", "sin(2x)"),
    ("1-2sin(x)^2", "cos(2x)"),
    ("4cos(x)^3-3cos(x)", "cos(3x)"),
    ("e e^x", "e^(x+1)"),
    ("1/e^x", "e^(-x)"),
    ("(e^x)^2", "e^(2x)"),
    ("e^(x/2) e^(x/2)", "e^x"),
    ("(e^x-e^(-x))/(e^x+e^(-x))", "tanh(x)"),
    ("sigma(x)(1-sigma(x))", "diff(sigma(x), x)"),
    ("e^(-x)/(1+e^(-x))^2", "diff(sigma(x), x)"),
    ("3 ln(2)", "ln(8)"),
    ("2 sqrt(2)", "sqrt(8)"),
    ("|x|", "sqrt(x^2)"),
    ("x", "sqrt(x) sqrt(x)"),
    ("x", "x^(1/3) x^(2/3)"),
    ("sqrt(x)/x", "1/sqrt(x)"),
    ("2^x ln(2)", "diff(2^x, x)"),
    ("2^(2x)", "4^x"),
    ("x^(n+1)", "x^n x"),
    ("n x^(n-1)", "diff(x^n, x)"),
    ("x^x (ln(x)+1)", "diff(x^x, x)"),
    ("x^x", "e^(x ln(x))"),
    ("-arctan(x)", "arctan(-x)"),
    ("1/sqrt(1-x^2)", "diff(arcsin(x), x)"),
    ("-1/sqrt(1-x^2)", "diff(arccos(x), x)"),
    ("f'(x) g(x) + f(x) g'(x)", "diff(f(x) g(x), x)"),
    ("2x f'(x^2)", "diff(f(x^2), x)"),
    ("1+tan(x)^2", "sec(x)^2"),
    ("ln(x)/ln(2)", "log(x, 2)"),
    ("relu(x)", "max(x, 0)"),
    ("-sin(x)", "sin(x+pi)"),
    ("cos(x)", "sin(x+pi/2)"),
    ("1/(1-x^2)", "diff(artanh(x), x)"),
    ("1/sqrt(x^2+1)", "diff(arsinh(x), x)"),
    ("x/(x^2+1)", "diff(ln(sqrt(x^2+1)), x)"),
    ("Phi(x) + x phi(x)", "diff(gelu(x), x)"),
    ("sigma(x)", "diff(softplus(x), x)"),
    ("-x/sqrt(1-x^2)", "diff(sqrt(1-x^2), x)"),
    ("(x+1)/(x-1)", "(1+1/x)/(1-1/x)"),
    ("5x (x^2+1)^(3/2)", "diff((x^2+1)^(5/2), x)"),
    ("sqrt(2)-1", "1/(1+sqrt(2))"),
    ("x/|x|", "diff(|x|, x)"),
    ("-cos(2x)", "sin(x)^4-cos(x)^4"),
    ("3 sin(6x)", "diff(sin(3x)^2, x)"),
    ("sec(x)", "diff(ln(sec(x)+tan(x)), x)"),
    ("sec(x)^2", "diff(tan(x), x)"),
    ("2+sqrt(3)", "sqrt(7+4sqrt(3))"),
    ("1/2", "cos(pi/7)-cos(2pi/7)+cos(3pi/7)"),
    ("pi/2", "arcsin(1)"),
    ("sqrt(x) sqrt(y)", "sqrt(x y)"),
    ("relu(x-y)+y", "max(x, y)"),
    ("if(x<0, 0, 1)", "diff(relu(x), x)"),
    ("if(x<0, -x, x)", "|x|"),
    ("x^y", "e^(y ln(x))"),
    ("12", "at(diff(x^3, x), x, 2)"),
    ("4", "rate(x^2, x, 1, 3)"),
    ("x+3", "(x^2-9)/(x-3)"),
    ("0.5", "1/2"),
    ("0.001", "1/1000"),
    ("i^2", "-1"),
    ("ln((x-5000)^3)", "3 ln(x-5000)"),
    ("sqrt(x-5000) sqrt(x-4000)", "sqrt((x-5000)(x-4000))"),
]


@pytest.mark.parametrize("a, b", EQUAL)
def test_equal(a: str, b: str) -> None:
    assert isinstance(equal(tree(a), tree(b)), Equal)
    assert isinstance(equal(tree(b), tree(a)), Equal)


DIFFERENT = [
    ("cos(2x)", "diff(sin(x^2), x)"),
    ("x", "sqrt(x^2)"),
    ("x-2", "sqrt((x-2)^2)"),
    ("40-x", "|x-40|"),
    ("1", "cos(10^(-200))"),
    ("1", "tanh(1000)"),
    ("x+10^(-100)", "x"),
    ("x^2+10^(-40)", "x^2"),
    ("x^2(1+10^(-60))", "x^2"),
    ("e^(-e^x)+10^(-30)", "e^(-e^x)"),
    ("if(x<100, x, x+1)", "x"),
    ("if(x<100, x, x+10^(-30))", "x"),
    ("sign(x)^2", "1"),
    ("ceil(x)-1", "floor(x)"),
    ("ln(-x)", "ln(x)"),
    ("sqrt(-x)", "sqrt(x)"),
    ("sqrt(x-5000)+10^(-9)", "sqrt(x-5000)"),
    ("2", "sqrt(-4)"),
    ("1/0", "1"),
    ("|f(x)|", "f(x)"),
    ("3.14", "pi"),
    ("0.785", "pi/4"),
    ("diff(x^2, x)", "x^2"),
    ("x y", "x+y"),
    ("1/(2x)", "x/2"),
    ("sin(x)^2+cos(x)^2+10^(-20)", "1"),
    ("sqrt(2)+sqrt(3)", "3.146264369941972342329135065715570445512214"),
    ("erf(30)", "1"),
    ("arctan(10^50)", "pi/2"),
    ("max(x, y)", "max(x, y) + relu(x-50)"),
    # formulas part far out, where a guard that is no rational function is zero
    ("max(tanh(a)+6, sqrt(x))", "max(tanh(a)+6, root(x, 4))"),
    ("max(sqrt(x), 900)", "900"),
    ("relu(x^(1/3)-300)", "0"),
    ("max(ln(x), 9)", "9"),
    ("abs(ln(x)-9)", "9 - ln(x)"),
    ("max(ln(x y), 12)", "12"),
    ("if(exp(x/20) > y^2+30, 1, 2)", "2"),
]


@pytest.mark.parametrize("a, b", DIFFERENT)
def test_different(a: str, b: str) -> None:
    assert isinstance(equal(tree(a), tree(b)), Different)
    assert isinstance(equal(tree(b), tree(a)), Different)


@pytest.mark.parametrize("a, b, differ", [
    ("4 ln(x)", "ln(x^4)", True),
    ("3 ln(x)", "ln(x^3)", False),
    ("x + ln(x) - ln(x)", "x", True),
    ("x", "e^ln(x)", True),
    ("x+3", "(x^2-9)/(x-3)", False),
    ("x^2/x", "x", False),
    ("sqrt(x)^2", "x", True),
    ("x^(2/3)", "(x^2)^(1/3)", False),
])  # fmt: skip
def test_domains(a: str, b: str, differ: bool) -> None:
    found = equal(tree(a), tree(b))
    assert isinstance(found, Equal)
    assert found.domains_differ is differ
    same = equal(tree(a), tree(b), domain="same")
    assert isinstance(same, Different if differ else Equal)


@pytest.mark.parametrize("a, b, proof", [
    ("x+1", "1+x", "same"),
    ("(x+1)^2", "x^2+2x+1", "polynomial-identity"),
    ("2+sqrt(3)", "sqrt(7+4sqrt(3))", "separation-bound"),
    ("sqrt(x) sqrt(y)", "sqrt(x y)", "probed"),
])  # fmt: skip
def test_proofs(a: str, b: str, proof: str) -> None:
    found = equal(tree(a), tree(b))
    assert isinstance(found, Equal)
    assert found.certificate == proof


@pytest.mark.parametrize("a, b, at, values", [
    ("cos(2x)", "diff(sin(x^2), x)", "2", ("-0.654", "-2.61")),
    ("3x^2", "x^3", "2", ("12", "8")),
    ("sqrt(x)", "x", "2", ("1.41", "2")),
    ("x", "|x|", "-1", ("-1", "1")),
    ("ln(x)", "1/x", "2", ("0.693", "0.500")),
])  # fmt: skip
def test_the_witness_is_a_point_that_people_like(a: str, b: str, at: str, values: tuple[str, str]) -> None:
    found = equal(tree(a), tree(b))
    assert isinstance(found, Different) and found.witness is not None
    assert found.witness.at == (("x", at),)
    assert (found.witness.answer, found.witness.expected) == values


@pytest.mark.parametrize("a, b, assume, same", [
    ("|x|", "x", ("x > 0",), True),
    ("sqrt(x^2)", "x", ("x > 0",), True),
    ("sqrt(x^2)", "x", ("x > -1",), False),
    ("|x-1000|", "1000-x", ("x < 1000",), True),
    ("|x-1000|", "x-1000", ("x > 5000", "x < 6000"), True),
    ("ln(x y)", "ln(x)+ln(y)", ("x > 0", "y > 0"), True),
])  # fmt: skip
def test_assumptions(a: str, b: str, assume: tuple[str, ...], same: bool) -> None:
    found = equal(tree(a), tree(b), assume=tuple(map(tree, assume)))
    assert isinstance(found, Equal if same else Different)


@pytest.mark.parametrize("a, b", [
    ("limit(sin(x)/x, x, 0)", "1"),
    ("1/(x-x)", "1/(x-x+0)"),
])  # fmt: skip
def test_what_is_not_known_is_unknown(a: str, b: str) -> None:
    assert isinstance(equal(tree(a), tree(b)), Unknown)
