"""Simple fractions recognised in balls."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.numbers.balls import value_at, value_ball
from fluxions.calculus.numbers.nearness import fractions_in


@given(st.integers(-1000, 1000), st.integers(1, 1000))
def test_every_fraction_is_found(top, bottom):
    assert fractions_in(value_ball(Fraction(top, bottom)), 1000) == Fraction(top, bottom)


@pytest.mark.parametrize(
    "text", ["sqrt(2)", "pi", "355/113 + 10^(-20)", "1001", "1/1001", "10^(-12)", "1/3 + 10^(-30)", "10^40"]
)
def test_nothing_else_is(text):
    found = read(text)
    assert isinstance(found, Reading)
    value = value_at(found.expr, {})
    assert value is not None
    assert fractions_in(value, 1000) is None
