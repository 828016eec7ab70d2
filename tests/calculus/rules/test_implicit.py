"""Implicit differentiation: the rules, and slopes confirmed on the curve itself."""

from dataclasses import replace

import pytest

from fluxions.calculus.derivation.rule import found
from fluxions.calculus.expr import Diff, Div, Neg, Operator, Rel
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.read import read
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules import implicit as rules
from fluxions.calculus.vocabulary import STANDARD
from tests.calculus.spelled import solved, spelled
from tests.calculus.tasks_of_one_variable import IMPLICIT


def test_both_sides_are_differentiated_with_y_a_function_of_x():
    result = found(rules.both_sides(spelled("implicit(x^2 + y^2 = 25, y, x)")))
    assert result is not None
    assert ascii(result.result) == "solve(diff(x^2 + y(x)^2, x) = diff(25, x), y'(x))"


@pytest.mark.parametrize(
    "before, after",
    [
        ("2*x + 2*y(x)*y'(x) = 0", "-x/y"),
        ("y'(x) = 2*y'(x) + x", "-x"),
        ("x = 1", None),  # no slope in it
        ("y'(x)^2 = x", None),  # not linear
    ],
)
def test_isolate(before, after):
    words = replace(STANDARD, functions=frozenset({"y"}))
    equation = read(before, words).expr
    slope = read("y'(x)", words).expr
    result = found(rules.isolate(Operator("solve", (equation, slope))))
    assert (None if result is None else result.result) == (None if after is None else spelled(after))


@pytest.mark.parametrize("task", IMPLICIT.strip().splitlines())
def test_the_slope_is_minus_the_quotient_of_the_partial_derivatives(task):
    """dy/dx = −Fₓ/F_y holds as an identity in x and y for our form of the answer."""
    match spelled(task):
        case Operator("implicit", (Rel("=", left, right), y, x)):
            slope = Neg(Div(Diff(left - right, x), Diff(left - right, y)))
    assert agree(solved(task).answer, slope, 5, 106) == "agree"


@pytest.mark.parametrize(
    "task, answer",
    [
        ("implicit(x^2 + y^2 = 25, y, x, 2)", "-(y^2 + x^2)/y^3"),
        ("implicit(exp(y) = x + y, y, x, 2)", "-exp(y)/(exp(y) - 1)^3"),
        ("at(at(implicit(x*y + y^2 = 6, y, x, 2), x, 1), y, 2)", "12/125"),
        ("at(at(implicit(x^2 + x*y + y^2 = 7, y, x), x, 1), y, 2)", "-4/5"),
    ],
)
def test_second_derivatives_and_points(task, answer):
    assert solved(task).answer == spelled(answer)


@pytest.mark.parametrize("task", ["implicit(x*y + y^2 = 6, y, x, 2)", "implicit(x^3 + y^3 = 9, y, x, 2)"])
def test_the_second_derivative_is_that_of_the_slope_along_the_curve(task):
    """y'' = sₓ + s_y s with the slope s = −Fₓ/F_y holds as an identity in x and y."""
    match spelled(task):
        case Operator("implicit", (Rel("=", left, right), y, x, _)):
            slope = Neg(Div(Diff(left - right, x), Diff(left - right, y)))
    assert agree(solved(task).answer, Diff(slope, x) + Diff(slope, y) * slope, 5, 106) == "agree"


def test_declines_what_is_no_equation():
    assert rules.both_sides(spelled("tangent(x^2, x, 1)")) is None
    assert rules.isolate(spelled("tangent(x^2, x, 1)")) is None
    assert rules.slope_first(spelled("implicit(x*y = 6, y, x, 3)")) is None
    assert rules.along_the_curve(spelled("tangent(x^2, x, 1)")) is None
    assert rules.insert_slope(spelled("tangent(x^2, x, 1)")) is None
