"""Powers of x too high to expand: the same zeros, poles and signs with a low one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fluxions.calculus.expr import Expr
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.numbers.parity import binomial, signs_in_one_variable


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), text
    return found.expr


@pytest.mark.parametrize("text, at, sign", [
    ("x^5999 (1 - x + x^3)", "-1", "-"), ("x^5999 (1 - x + x^3)", "-2", "+"), ("x^5999 (1 - x + x^3)", "0", "0"),
    ("x^6000 - x^6001 - x^5999", "2", "-"), ("x^6000 - x^6001 - x^5999", "-2", "+"),
    ("x^6000 - x^6001 - x^5999", "0", "0"),
    ("x^5999/x^5999", "3", "+"), ("x^5999/x^5999", "0", "undefined"),  # the pole at 0 stays
    ("1/x^301 - 1/x^302", "1", "0"), ("1/x^301 - 1/x^302", "1/2", "-"), ("1/x^301 - 1/x^302", "-1", "-"),
    ("1/x^301 - 1/x^302", "0", "undefined"),
    ("(-x)^101", "2", "-"), ("(-x)^100", "-2", "+"),
    ("x^2 - 2", "1", "-"), ("(1/x)^0", "0", "undefined"),
])  # fmt: skip
def test_signs(text, at, sign):
    found = signs_in_one_variable(tree(text), "x")
    assert found is not None
    assert found.sign(Fraction(at)) == sign


@pytest.mark.parametrize("text", ["(x + 1)^100", "x^100 + x", "x^y", "sin(x)", "(2x)^100 + 1", "x^100/(x - x)"])
def test_what_is_not_told(text):
    assert signs_in_one_variable(tree(text), "x") is None


@pytest.mark.parametrize("text, power, value", [
    ("x^100 - 1", 100, "1"), ("2x^50 + 3", 50, "-3/2"), ("1 - x^101", 101, "1"), ("x^100 + x^100 - 4", 100, "2"),
])  # fmt: skip
def test_binomials(text, power, value):
    assert binomial(tree(text), "x") == (power, Fraction(value))


@pytest.mark.parametrize("text", ["x^100 + x", "x^100 - y", "x^2 - 1", "x^100 - x^100 + 1", "x^100"])
def test_no_binomials(text):
    assert binomial(tree(text), "x") is None
