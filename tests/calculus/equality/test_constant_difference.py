"""Equalities that are proved by a derivative of 0 and one point of each interval, and none that is false."""

from __future__ import annotations

import pytest

from fluxions.calculus.budget import check_budget
from fluxions.calculus.equality.constant_difference import constant_difference
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Different, Equal

X = Sym("x")


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), text
    return found.expr


@pytest.mark.parametrize("left, right, assume", [
    ("arctan(x) + arctan(1/x)", "pi/2", "x > 0"),
    ("arctan(x) + arctan(1/x)", "-pi/2", "x < 0"),
    ("arctan(x^2) + arctan(1/x^2)", "pi/2", ""),
    ("arcsin(x)", "arctan(x/sqrt(1 - x^2))", ""),
    ("2arctan(e^x) - pi/2", "arctan(sinh(x))", ""),
    ("2arctan(tanh(x/2))", "arctan(sinh(x))", ""),
    ("arctan((1+x)/(1-x))", "arctan(x) + pi/4", "x < 1"),
])  # fmt: skip
def test_equal_and_proved_so(left, right, assume):
    found = equal(tree(left), tree(right), assume=(tree(assume),) if assume else ())
    assert isinstance(found, Equal)
    assert found.certificate == "constant-difference"


@pytest.mark.parametrize("left, right", [
    ("arctan(x) + arctan(1/x)", "pi/2"),  # -pi/2 for x < 0
    ("arctan((1+x)/(1-x))", "arctan(x) + pi/4"),  # off by pi for x > 1
    ("arcsin(x)", "arctan(x/sqrt(1 - x^2)) + 10^(-60)"),
    ("arctan(tan(x))", "x"),
    ("x + sign(x)", "x + 1"),
])  # fmt: skip
def test_constant_on_each_interval_but_not_the_same(left, right):
    assert not constant_difference(tree(left), tree(right), X, (), check_budget())
    assert isinstance(equal(tree(left), tree(right)), Different)


@pytest.mark.parametrize("left, right", [
    ("floor(x)", "floor(x) + floor(x) - floor(x + 10^9) + 10^9"),  # jumps at every whole number
    ("diff(|x|, x)", "sign(x)"),  # a standing derivative: its poles are not listed
    ("log(2, x)", "ln(2)/ln(x)"),  # a base that varies
    ("if(x = 1/3, 1/3, x)", "x + floor(x) - floor(x)"),
])  # fmt: skip
def test_what_the_method_does_not_speak_of(left, right):
    assert not constant_difference(tree(left), tree(right), X, (), check_budget())


@pytest.mark.parametrize("left, right", [
    ("arctan(1)", "pi/4"), ("arctan(-1)", "-pi/4"), ("arcsin(1)", "pi/2"), ("arccos(-1)", "pi"),
    ("arcsin(-1/2)", "-pi/6"), ("arccos(1/2)", "pi/3"),
    ("ln(12)", "2ln(2) + ln(3)"), ("ln(8)/ln(4)", "3/2"), ("ln(35/6)", "ln(5) + ln(7) - ln(2) - ln(3)"),
    ("(pi + 1)^2", "pi^2 + 2pi + 1"), ("(pi^2 - 1)/(pi - 1)", "pi + 1"),
])  # fmt: skip
def test_numbers_with_logs_of_rationals_and_pi_are_proved(left, right):
    found = equal(tree(left), tree(right))
    assert isinstance(found, Equal)
    assert found.certificate == "polynomial-identity"


@pytest.mark.parametrize("left, right", [
    ("arctan(1)", "pi/4 + 10^(-50)"), ("arcsin(1/2)", "pi/3"), ("arcsin(1/3)", "pi/9"),
    ("ln(12)", "2ln(2) + ln(3) + 10^(-70)"), ("pi^2", "9869604401/10^9"),
])  # fmt: skip
def test_numbers_that_are_near_only(left, right):
    assert isinstance(equal(tree(left), tree(right)), Different)
