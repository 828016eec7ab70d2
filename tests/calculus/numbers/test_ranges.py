"""Zeros on a range, and the order of exact numbers."""

import pytest

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.ranges import between_for_certain, is_at, keeps_off_zero, order
from tests.calculus.spelled import spelled


@pytest.mark.parametrize("e, low, high, answer", [
    ("1 + x^2", "-5", "5", True),
    ("x", "1", "2", True),
    ("x", "-1", "2", None),
    ("2 + cos(x)", "0", "2*pi", True),
    ("x^2 - 2", "0", "1", True),
    ("x^2 - 2", "1", "2", None),
    ("ln(x)", "2", "3", True),
])  # fmt: skip
def test_an_expression_keeps_off_zero(e, low, high, answer):
    assert keeps_off_zero(spelled(e), Sym("x"), spelled(low), spelled(high), Budget(20_000)) is answer


def test_values_on_a_range_rise():
    values = tuple(map(spelled, ("pi/2", "3*pi/2", "0", "-pi/2")))
    inside = between_for_certain(values, spelled("0"), spelled("2*pi"))
    assert inside is not None and [ascii(each) for each in inside] == ["0", "pi/2", "3*pi/2"]


@pytest.mark.parametrize("a, b, answer", [
    ("1", "2", -1), ("pi", "3", 1), ("sqrt(4)", "2", 0), ("-inf", "0", -1), ("a", "1", -1),
])  # fmt: skip
def test_order(a, b, answer):
    assert order(spelled(a), spelled(b)) == answer


def test_the_same_number_in_two_spellings():
    assert is_at(spelled("sqrt(2)/2"), spelled("1/sqrt(2)")) and not is_at(spelled("1"), spelled("2"))
