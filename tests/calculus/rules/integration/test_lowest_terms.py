"""Fractions in lowest terms, as tables of facts."""

from fractions import Fraction

import pytest

from fluxions.calculus.expr import Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.rules.integration import lowest_terms as rules
from tests.calculus.spelled import spelled

U = Sym("u")


@pytest.mark.parametrize(
    "before, after",
    [
        ("2*x/(1+x^2)^2*(1+x^2)/x^2", "2/(x*(x^2 + 1))"),
        ("(x^2-1)/(2*(x-1))", "(x + 1)/2"),
        ("1/(a^2*x^2 + a^2)", "1/(a^2*(x^2 + 1))"),
        ("x/2 + x/3", "5*x/6"),
        ("1/(1 + 1/x)", "x/(x + 1)"),
        ("(e^x + 1)^2/(e^x + 1)", "exp(x) + 1"),
        ("0/x", "0"),
    ],
)
def test_in_lowest_terms(before, after):
    assert ascii(rules.in_lowest_terms(spelled(before))) == after


@pytest.mark.parametrize(
    "fraction, n, after",
    [
        ("u^2/(1 + u^4)", 2, "w/(1 + w^2)"),
        ("u^3*x", 3, "w*x"),
        ("u/(1 + u^2)", 2, None),
        ("u/(u + u^3)", 2, "1/(1 + w)"),
        ("x^2", 2, "x^2"),
        ("sqrt(u)", 2, None),  # u is inside another function
    ],
)
def test_by_power(fraction, n, after):
    result = rules.by_power(spelled(fraction), U, n, spelled("w"))
    if after is None:
        assert result is None
    else:
        assert ascii(rules.in_lowest_terms(result)) == ascii(rules.in_lowest_terms(spelled(after)))


@pytest.mark.parametrize(
    "fraction, share",
    [
        ("1/(u^2 + 1)", Fraction(1)),
        ("1/((u + 1)*(u^2 + 1))", Fraction(1, 2)),  # 1/2/(u + 1) + (1 − u)/2/(u² + 1)
        ("u/(u^2 + 1)", Fraction(0)),
        ("u^2/((2*u^2 + 1)*(u^2 + 1))", Fraction(1)),
        ("-(3/(u^2 + 1))", Fraction(-3)),
        ("1/(u^2 + 1)^2", Fraction(0)),
        ("1/((u + a)*(u^2 + 1))", Fraction(0)),  # letters are left to the arctangent
        ("1/(u + 1)", Fraction(0)),
    ],
)
def test_share_of_arctangent(fraction, share):
    assert rules.share_of_arctangent(spelled(fraction), U) == share


def test_is_fraction_in():
    assert rules.is_fraction_in(spelled("(u + sqrt(2))/(1 + u^2)"), (U,))
    assert not rules.is_fraction_in(spelled("u*ln(1 + u)"), (U,))


def test_is_polynomial():
    assert rules.is_polynomial(spelled("(u^2 - 1)/(u - 1)"))
    assert not rules.is_polynomial(spelled("1/u"))
