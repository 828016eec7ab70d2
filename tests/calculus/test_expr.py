"""Expressions are built without being evaluated, and compared by structure."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from fluxions.calculus.expr import (
    ONE,
    TWO,
    ZERO,
    Add,
    Diff,
    Div,
    E,
    Expr,
    Fn,
    Interval,
    Limit,
    Mul,
    Neg,
    Num,
    Piecewise,
    Pow,
    Rel,
    Root,
    Sym,
    exp,
    expr,
    fn,
    num,
    sqrt,
)
from tests.calculus.language.trees_drawn import everything

x, y = Sym("x"), Sym("y")


@pytest.mark.parametrize(
    "built, tree",
    [
        (Num(2) * Num(3), Mul((Num(2), Num(3)))),
        (x + y + 1, Add((x, y, ONE))),
        (x - y, Add((x, Neg(y)))),
        (x - y - 1, Add((x, Neg(y), Neg(ONE)))),
        (1 + x, Add((ONE, x))),
        (1 - x, Add((ONE, Neg(x)))),
        (2 * x * y, Mul((TWO, x, y))),
        (x * (y * 2), Mul((x, y, TWO))),
        (x / 2, Div(x, TWO)),
        (1 / x, Div(ONE, x)),
        (x**2, Pow(x, TWO)),
        (-x, Neg(x)),
        (x * Fraction(1, 2), Mul((x, Num(1, 2)))),
        (exp(x), Pow(E, x)),
        (sqrt(x), Root(x, TWO)),
        (fn("sin", x), Fn("sin", (x,))),
        (num(1, 2), Num(1, 2)),
        (expr(0), ZERO),
        (expr(x), x),
    ],
)
def test_operators_build_trees(built: Expr, tree: Expr) -> None:
    assert built == tree
    assert hash(built) == hash(tree)


@pytest.mark.parametrize(
    "one, other",
    [
        (Num(1, 2), Num(2, 4)),
        (Num(1, 2), Num(5, 10, 1)),
        (Num(5, 10, 1), Num(50, 100, 2)),
        (Add((x, y)), Add((y, x))),
        (Add((x, y)), Mul((x, y))),
        (Num(-2), Neg(Num(2))),
        (Div(ONE, TWO), Num(1, 2)),
        (Pow(x, Num(-1)), Div(ONE, x)),
        (Sym("e"), E),
        (Diff(x, x), Diff(x, y)),
        (Limit(x, x, ZERO), Limit(x, x, ZERO, "+")),
        (Interval(ZERO, ONE, True, False), Interval(ZERO, ONE, False, True)),
        (Fn("f", (x,)), Fn("f'", (x,))),
    ],
)
def test_different_trees_are_different(one: Expr, other: Expr) -> None:
    assert one != other


@pytest.mark.parametrize(
    "literal, value", [(Num(2, 4), Fraction(1, 2)), (Num(50, 100, 2), Fraction(1, 2)), (Num(-3), Fraction(-3))]
)
def test_a_literal_matches_its_value(literal: Num, value: Fraction) -> None:
    match literal:
        case Num(found):
            assert found == value


def test_a_literal_keeps_how_it_was_typed() -> None:
    half = Num(50, 100, places=2)
    assert (half.top, half.bottom, half.places) == (50, 100, 2)
    assert Num(Fraction(3, 4)) == Num(3, 4)


@pytest.mark.parametrize("bottom", [0, -1])
def test_a_literal_has_a_positive_denominator(bottom: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        Num(1, bottom)


@pytest.mark.parametrize("e, name", [(Num(1), "top"), (x, "name"), (Neg(x), "arg"), (Add((x, y)), "terms")])
def test_a_tree_is_frozen(e: Expr, name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(e, name, 3)


def test_a_piecewise_lists_conditions_before_values() -> None:
    condition = Rel("<", x, ZERO)
    e = Piecewise(((condition, Neg(x)),), x)
    assert e.children == (condition, Neg(x), x)
    assert e.rebuilt((condition, y, x)) == Piecewise(((condition, y),), x)
    assert Piecewise(((condition, y),)).rebuilt((condition, x)) == Piecewise(((condition, x),))


@settings(max_examples=200, deadline=None)
@given(everything)
def test_a_tree_rebuilt_from_its_children_is_the_same_tree(e: Expr) -> None:
    again = e.rebuilt(e.children)
    assert again == e
    assert hash(again) == hash(e)
