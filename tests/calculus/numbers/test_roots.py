"""Isolated zeros, held against zeros known in closed form or found by mpmath."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
import sympy as sp

from fluxions.calculus.budget import Budget, OutOfBudget
from fluxions.calculus.expr import Sym
from fluxions.calculus.numbers.critical import places
from fluxions.calculus.numbers.roots import Unsettled, Window, zeros
from tests.calculus.oracle import as_sympy
from tests.calculus.spelled import spelled as tree

X = Sym("x")
ORACLE = sp.Symbol("x", real=True)
LINE: Window = (None, None)


def found(text: str, window: Window = LINE, edges: tuple[tuple[Fraction, Fraction], ...] = ()) -> list[float]:
    brackets = zeros(tree(text), X, edges, window, Budget(400_000))
    assert all(high - low < Fraction(1, 2**150) for low, high in brackets)
    return [float(low) for low, _ in brackets]


@pytest.mark.parametrize("text, near", [
    ("x exp(x) - 1", [0.5]), ("cos(x) - x", [0.7]), ("exp(x) - 3x", [0.6, 1.5]), ("2^x - x^2", [-0.8, 2.1, 3.9]),
    ("exp(x) + x - 1000", [6.9]), ("x - 100 - sin(x)", [100]), ("exp(-x) - 1/1000000", [13.8]),
    ("arctan(x) - 1", [1.5]), ("x^3 - cos(x)", [0.8]), ("exp(x^2) - 2", [-0.8, 0.8]), ("x^5 - x - 1", [1.2]),
])  # fmt: skip
def test_simple_zeros_on_the_whole_line(text: str, near: list[float]) -> None:
    function = sp.lambdify(ORACLE, as_sympy(tree(text)), "mpmath")
    expected = [float(mpmath.findroot(function, start)) for start in near]
    assert found(text) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("text, expected", [
    ("exp(x) - x - 1", [0]), ("sin(x) - x", [0]), ("cosh(x) - 1", [0]), ("exp(x) + exp(-x) - 2", [0]),
    ("x - sin(x)", [0]), ("x exp(x) + 2", []), ("exp(x) + 1", []), ("sin(x) + 2", []), ("x^2 + cos(x) + 1", []),
])  # fmt: skip
def test_double_zeros_are_found_and_none_is_made_up(text: str, expected: list[float]) -> None:
    assert found(text) == pytest.approx(expected, abs=1e-40)


def test_waves_within_a_window() -> None:
    ten = (Fraction(-1, 2), Fraction(10))
    assert found("sin(x)", ten) == pytest.approx([0, mpmath.pi, 2 * mpmath.pi, 3 * mpmath.pi])
    assert found("sin(x)/2 - 1/4", ten) == pytest.approx([mpmath.pi * k / 6 for k in (1, 5, 13, 17)])


@pytest.mark.parametrize("text, edges, expected", [
    ("sqrt(x - 100) - 1", (100,), 101), ("ln(x - 100) - 2", (100,), 100 + mpmath.e**2),
    ("arcsin(x - 70)", (69, 71), 70), ("sqrt(-100 - x) - 3", (-100,), -109),
])  # fmt: skip
def test_a_far_stretch_may_be_real_in_a_part_alone(text: str, edges: tuple[int, ...], expected: float) -> None:
    ends = tuple((Fraction(edge), Fraction(edge)) for edge in edges)
    assert found(text, LINE, ends) == pytest.approx([expected], rel=1e-12)


def test_waves_without_end_are_not_counted() -> None:
    with pytest.raises(Unsettled):
        found("sin(x)")


def test_work_is_counted() -> None:
    with pytest.raises(OutOfBudget):
        zeros(tree("exp(x) - 3x"), X, (), LINE, Budget(500))


@pytest.mark.parametrize("text, expected", [
    ("tan(x) - 1", ["pi/4", "pi/2"]), ("1/(x^2-2)", ["-sqrt(2)", "sqrt(2)"]), ("abs(x-1) - 2", ["-1", "1", "3"]),
    ("ln(x) - 1", ["0", "e"]), ("sqrt(x) + sqrt(x+1) - 5", ["-1", "0", "144/25"]),
    ("exp(2x) - 3exp(x) + 2", ["0", "ln(2)"]),
])  # fmt: skip
def test_places_are_the_zeros_poles_kinks_and_ends_of_the_domain(text: str, expected: list[str]) -> None:
    window = (Fraction(0), Fraction(3)) if "tan" in text else (Fraction(-5), Fraction(7))
    cut = places([tree(text)], X, Budget(400_000), window)
    values = [float(as_sympy(tree(each))) for each in expected]
    middles = [float((place.low + place.high) / 2) for place in cut.points]
    assert all(any(abs(value - middle) < 1e-12 for middle in middles) for value in values), middles


@pytest.mark.parametrize("text, number", [
    ("sin(x) - x", 0), ("tan(x) - x", 0), ("exp(x) - x - 1", 0), ("ln(x) - x + 1", 1),
    ("x^3 exp(x)", 0), ("(1 - cos(x)) (1 + x^2)", 0),
])  # fmt: skip
def test_a_multiple_zero_at_a_simple_number_is_told_at_once(text: str, number: int) -> None:
    budget = Budget(400_000)
    edges = ((Fraction(0), Fraction(0)),) if text.startswith("ln") else ()
    brackets = zeros(tree(text), X, edges, (Fraction(-1), Fraction(1)), budget)
    assert brackets == ((Fraction(number), Fraction(number)),)
    assert budget.spent < 15_000


@pytest.mark.parametrize("text, known", [
    ("sin(x) - x + x^3/10", [0]), ("x^2 - x/1000", [0, 0.001]), ("sin(x) sin(x - 1/10)", [0, 0.1]),
    ("sin(x)^2 (x - 1/1024)", [0, 1 / 1024]), ("cos(x) - 1 + x^2/2", [0]),
])  # fmt: skip
def test_zeros_beside_one_at_a_simple_number_are_not_lost(text: str, known: list[float]) -> None:
    assert found(text, (Fraction(-1), Fraction(1))) == pytest.approx(known, abs=1e-9)
