"""Where two readings are common, the note names the other one."""

from __future__ import annotations

import pytest

from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.language import ascii, read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.vocabulary import Vocabulary


def others(typed: str) -> list[str | None]:
    found = read(typed)
    assert isinstance(found, Reading), found
    return [None if note.other is None else ascii(note.other) for note in found.notes]


@pytest.mark.parametrize(
    "typed, taken, other",
    [
        ("1/2x", "1/2*x", "1/(2*x)"),
        ("1/2x^2", "1/2*x^2", "1/(2*x^2)"),
        ("1/2(x+1)", "1/2*(x + 1)", "1/(2*(x + 1))"),
        ("1/2xy", "1/2*x*y", "1/(2*x*y)"),
        ("1/2xy + 1", "1/2*x*y + 1", "1/(2*x*y) + 1"),
        ("1/2x/y", "1/2*x/y", "(1/(2*x))/y"),
        ("sin(x)/2x", "(sin(x)/2)*x", "sin(x)/(2*x)"),
        ("1/x(x+1)", "(1/x)*(x + 1)", "1/(x*(x + 1))"),
        ("1/2 sqrt(x)", "1/2*sqrt(x)", "1/(2*sqrt(x))"),
        ("x/y sin(x)", "(x/y)*sin(x)", "x/(y*sin(x))"),
        ("e^2x", "exp(2)*x", "exp(2*x)"),
        ("e^-2x", "exp(-2)*x", "exp(-2*x)"),
        ("3e^2x", "3*exp(2)*x", "3*exp(2*x)"),
        ("e^2x^2", "exp(2)*x^2", "exp(2*x^2)"),
        ("e^2x + 1", "exp(2)*x + 1", "exp(2*x) + 1"),
        ("2^3x", "2^3*x", "2^(3*x)"),
        ("ln x^3", "ln(x^3)", "ln(x)^3"),
        ("sin x^2", "sin(x^2)", "sin(x)^2"),
        ("2 ln x^3 + 1", "2*ln(x^3) + 1", "2*ln(x)^3 + 1"),
        ("sin 2x", "sin(2*x)", "sin(2)*x"),
        ("ln 5 x^6", "ln(5*x^6)", "ln(5)*x^6"),
        ("7x^1/2", "7*x^1/2", "7*x^(1/2)"),
        ("x^-1/2 + 1", "x^(-1)/2 + 1", "x^(-1/2) + 1"),
        ("sin 2x cos x", "sin(2*x)*cos(x)", "sin(2)*x*cos(x)"),
        ("sin x cos x", "sin(x)*cos(x)", "sin(x*cos(x))"),
        ("sin x e^x", "sin(x)*exp(x)", "sin(x*exp(x))"),
        ("sin xy", "sin(x*y)", "sin(x)*y"),
        ("sin x/2", "sin(x)/2", "sin(x/2)"),
        ("sin^-1(x)", "arcsin(x)", "sin(x)^(-1)"),
        ("tan^-1 x", "arctan(x)", "tan(x)^(-1)"),
        ("x1", "x*1", "x_1"),
        ("2x3 + 1", "2*x*3 + 1", "2*x_3 + 1"),
        ("log2x", "log(x, 2)", "ln(2*x)"),
        ("2e-3", "2*e - 3", "0.002"),
        ("2e3", "2000", "2*e*3"),
        ("3.2e-4", "0.00032", "3.2*e - 4"),
        ("1e-5 x", "0.00001*x", "1*e - 5*x"),
        (r"\frac{3.2e-4}{x}", "0.00032/x", "(3.2*e - 4)/x"),
        ("d/dx x^2 + x", "diff(x^2, x) + x", None),
        ("d/dx x sin(x)", "diff(x*sin(x), x)", None),
        ("d/dx(x^2) sin(x)", "diff(x^2, x)*sin(x)", "diff(x^2*sin(x), x)"),
        ("d/dx(x+1)^2", "diff((x + 1)^2, x)", "diff((x + 1)^2, x)"),
    ],
)
def test_a_note_with_the_other_reading(typed: str, taken: str, other: str | None) -> None:
    found = read(typed)
    assert isinstance(found, Reading)
    assert ascii(found.expr) == taken
    assert other in others(typed)
    assert all(0 <= note.span[0] <= note.span[1] <= len(typed) for note in found.notes)


@pytest.mark.parametrize(
    "typed",
    ["2x", "x^2y", "e^x y", "e^(2x)", "1/(2x)", "1/2*x", "ln(x^3)", "ln(x)^3", "sin(2x)", "sin(2x)cos(x)", "sin(x)/2",
     "1/sin(x)", "x_1", "log(x)", "d/dx(x^2)", "d/dx(x^2) + 1", "dy/dx", "x^2/2", "f(x)g(x)", "2 sin(x)", "arcsin(x)",
     r"\frac{1}{2}x", r"e^{2x}", r"\sin\left(2x\right)"],
)  # fmt: skip
def test_no_note_where_nothing_is_doubtful(typed: str) -> None:
    assert others(typed) == []


def test_a_declared_index_needs_no_note() -> None:
    found = read("x1", Vocabulary(symbols=frozenset({"x_1"})))
    assert isinstance(found, Reading)
    expected: Expr = Sym("x_1")
    assert found.expr == expected
    assert found.notes == ()


@pytest.mark.parametrize(
    "typed, symbols, printed",
    [
        ("xy", "x y", "x*y"),
        ("xy", "xy", "xy"),
        ("lr g", "lr", "lr*g"),
        ("2lr", "lr", "2*lr"),
        ("eta", "x", "eta"),
        ("mu", "m u", "m*u"),
        ("e", "e", "e"),
        ("x(x+1)", "x", "x*(x + 1)"),
        ("f(x+1)", "f x", "f*(x + 1)"),
        ("h(2x+h)", "h x", "h*(2*x + h)"),
        ("sigma(x)", "sigma x", "sigma*x"),
        ("x12", "x_1 x_12", "x_12"),
        ("x_12", "x_1", "x_12"),
        ("w1", "w1", "w1"),
        ("kx", "k x", "k*x"),
        ("loss", "loss", "loss"),
    ],
)
def test_declared_symbols_drive_products(typed: str, symbols: str, printed: str) -> None:
    found = read(typed, Vocabulary().declaring(*symbols.split()))
    assert isinstance(found, Reading), found
    assert ascii(found.expr) == printed
