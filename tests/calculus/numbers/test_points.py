"""Points, cells, agreement and exact polynomials."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fluxions.calculus.budget import Budget, check_budget
from fluxions.calculus.expr import Expr
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.numbers.agreement import agree, apart
from fluxions.calculus.numbers.domain import bounds, cells, edges, kinks
from fluxions.calculus.numbers.points import liked_points, seeded_points
from fluxions.calculus.numbers.polynomials import real_roots


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), found
    return found.expr


def test_seeded_points_never_change() -> None:
    first = seeded_points(("x",), 3)
    assert first == seeded_points(("x",), 3)
    assert seeded_points(("x",), 3, phase=1) != first
    assert seeded_points(("x",), 3, seed=1) != first


def test_liked_points_in_two_variables_are_not_all_on_the_diagonal() -> None:
    found = list(liked_points(("x", "y")))
    assert {"x": 2, "y": 2} in found and {"x": 2, "y": 1} in found


@pytest.mark.parametrize("a, b, found", [
    ("diff(x^5, x)", "5 x^4 diff(x, x)", "agree"),
    ("diff(sin(x^2), x)", "cos(x^2) diff(x^2, x)", "agree"),
    ("diff(f(x) g(x), x)", "f'(x) g(x) + f(x) g'(x)", "agree"),
    ("diff(sin(x^2), x)", "cos(x^2)", "differ"),
    ("diff(ln(x-400), x)", "1/(x-400)", "agree"),
    ("x", "x + 10^(-20)", "differ"),
    ("sqrt(-1-x^2)", "x", "unknown"),
    ("limit(x, x, 0)", "0", "unknown"),
    ("at(diff(x^2, x), x, 3)", "6", "agree"),
])  # fmt: skip
def test_agree(a: str, b: str, found: str) -> None:
    assert agree(tree(a), tree(b)) == found


@pytest.mark.parametrize("a, b, found", [
    ("x", "x + 1", True), ("x + x", "2x", False),
    ("if(abs(x) <= 8, x, 8sign(x))", "if(abs(x) <= 8, x, 8)", True),  # only far to the left
    ("if(abs(x) <= 8, x, 8sign(x))", "max(-8, min(8, x))", False),
])  # fmt: skip
def test_apart(a: str, b: str, found: bool) -> None:
    assert apart(tree(a), tree(b)) is found


def test_agreement_ends_with_the_budget() -> None:
    budget = Budget(25)
    assert agree(tree("sin(x)^2"), tree("1-cos(x)^2"), budget=budget) == "unknown"
    assert budget.spent <= 25


def test_assumptions_choose_the_points() -> None:
    assert agree(tree("|x|"), tree("x")) == "differ"
    assert agree(tree("|x|"), tree("x"), assume=(tree("x > 0"),)) == "agree"


@pytest.mark.parametrize("text, zeros", [
    ("|x-40|", [40]), ("relu(2x-1)", ["1/2"]), ("max(x, 3)", [3]), ("if(x<5, 1, 2)", [5]), ("|x^2-2|", []),
    ("|x|+|x-7|", [0, 7]),
])  # fmt: skip
def test_every_cell_gets_points_and_so_do_rational_kinks(text: str, zeros: list[int | str]) -> None:
    found = cells(kinks(tree(text)), ("x",), check_budget())
    values = sorted(point["x"] for point in found.inside)
    breaks = [Fraction(each) for each in zeros]
    assert set(breaks) <= {point["x"] for point in found.breaks}
    for low, high in zip([values[0] - 1, *breaks], [*breaks, values[-1] + 1], strict=True):
        assert any(low < each < high for each in values)


def test_cells_in_two_variables_lie_on_both_sides() -> None:
    points = cells(kinks(tree("|x-y|")), ("x", "y"), check_budget()).inside
    assert {point["x"] > point["y"] for point in points} == {True, False}


@pytest.mark.parametrize("text, count", [("ln(x)", 1), ("sqrt(x)+ln(x)", 1), ("arcsin(x)", 2), ("x^2", 0), ("x^x", 1)])
def test_edges(text: str, count: int) -> None:
    assert len(edges(tree(text))) == count


def test_bounds_of_assumptions() -> None:
    assert bounds((tree("x > 0"), tree("5 >= x"), tree("y < 1"))) == {"x": (0, 5), "y": (None, 1)}


def test_real_roots_are_isolated() -> None:
    (low, high), (zero, same) = real_roots([Fraction(0), Fraction(2), Fraction(1)])
    assert low <= -2 <= high and zero == same == 0
    assert real_roots([Fraction(1), Fraction(0), Fraction(1)]) == ()
