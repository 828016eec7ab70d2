"""Numbers: digits that are asked, tolerances with their borders, powers of ten."""

from fractions import Fraction

import pytest

from fluxions.calculus.answers.question import Tolerance
from fluxions.calculus.verdict import Wrong
from tests.calculus.answers.rows import NAMES, code, judged

THREE_DIGITS = [
    ("3.14", "pi", "right"), ("3.1", "pi", "wrong-form"), ("3.15", "pi", "wrong"), ("3.140", "pi", "wrong-form"),
    ("pi", "pi", "wrong-form"), ("0.00314", "pi/1000", "right"), ("314", "100pi", "right"),
    ("3.14e2", "100pi", "right"), ("3.14*10^2", "100pi", "right"), ("3.14 \\times 10^{2}", "100pi", "right"),
    ("31400", "10000pi", "right"), ("-3.14", "-pi", "right"), ("3.14", "-pi", "wrong"), ("0.333", "1/3", "right"),
    ("0.33", "1/3", "wrong-form"), ("0.334", "1/3", "wrong"), ("2.00", "2", "right"), ("2", "2", "wrong-form"),
    ("2.50", "5/2", "right"), ("2.5", "5/2", "wrong-form"), ("0.125", "1/8", "right"), ("1000", "1000", "right"),
    ("1.00e3", "1000", "right"), ("100", "99.95", "right"), ("1.41", "sqrt(2)", "right"),
    ("1.42", "sqrt(2)", "wrong"), ("22/7", "pi", "wrong"),
]  # fmt: skip
TWO_PLACES = [
    ("3.14", "pi", "right"), ("3.1", "pi", "wrong-form"), ("3.141", "pi", "wrong-form"), ("3.15", "pi", "wrong"),
    ("0.50", "1/2", "right"), ("0.5", "1/2", "wrong-form"), ("1/2", "1/2", "wrong-form"), ("0.13", "1/8", "right"),
    ("0.12", "1/8", "right"), ("2.00", "2", "right"), ("-0.33", "-1/3", "right"), ("100.00", "100", "right"),
    (".50", "1/2", "right"), ("0.00", "1/1000", "right"), ("2.72", "e", "right"), ("2.71", "e", "last-digit"),
]  # fmt: skip
TOLERANCES = [
    ("abs", "1/100", "3.14", "pi", "right"), ("abs", "1/100", "3.15", "pi", "right"),
    ("abs", "1/100", "3.16", "pi", "wrong"), ("abs", "1/100", "1.01", "1", "right"),
    ("abs", "1/100", "1.0101", "1", "wrong"), ("abs", "1/100", "0.99", "1", "right"),
    ("rel", "1/100", "101", "100", "right"), ("rel", "1/100", "101.01", "100", "wrong"),
    ("rel", "1/100", "99", "100", "right"), ("rel", "1/100", "-1", "1", "wrong"),
    ("abs", "1/2", "sqrt(2)+1/2", "sqrt(2)", "right"), ("rel", "1/100", "0", "0", "right"),
    ("rel", "1/100", "0.001", "0", "wrong"), ("abs", "1/10", "22/7", "pi", "right"),
    ("abs", "0", "pi", "pi", "right"), ("abs", "1/1000", "1/3", "1/3", "right"),
    ("abs", "1/1000", "e^(-1)", "1/e", "right"),
]  # fmt: skip
EXACT = [
    ("1.5e3", "1500", "right"), ("1E-3", "1/1000", "right"), ("1e3", "1000", "right"),
    ("0.785", "pi/4", "rounded"), ("3.14", "pi", "rounded"), ("3.15", "pi", "different-value"),
    ("5 \\cdot 10^{-1}", "1/2", "right"), ("0.3333", "1/3", "rounded"), ("x", "2", "wrong"),
    ("inf", "inf", "right"), ("-inf", "inf", "sign"), ("2", "inf", "wrong"), ("i^2", "-1", "right"),
    ("1+2i", "1+2i", "right"),
]  # fmt: skip


def said(answer: str, expected: str, want: str, **options: object) -> None:
    found = judged(answer, expected, "number", **options)
    assert want in (NAMES[type(found)], code(found)), found
    if isinstance(found, Wrong) and found.reason not in ("wrong-form", "wrong-type") and "inf" not in expected:
        assert found.witness is not None


@pytest.mark.parametrize("answer, expected, want", THREE_DIGITS)
def test_three_significant_digits(answer: str, expected: str, want: str) -> None:
    said(answer, expected, want, form=["sigfigs:3"])


@pytest.mark.parametrize("answer, expected, want", TWO_PLACES)
def test_two_decimal_places(answer: str, expected: str, want: str) -> None:
    said(answer, expected, want, form=["decimals:2"])


@pytest.mark.parametrize("how, size, answer, expected, want", TOLERANCES)
def test_a_tolerance_and_its_border(how: str, size: str, answer: str, expected: str, want: str) -> None:
    said(answer, expected, want, tolerance=Tolerance(how, Fraction(size)))  # type: ignore[arg-type]


@pytest.mark.parametrize("answer, expected, want", EXACT)
def test_an_exact_number(answer: str, expected: str, want: str) -> None:
    said(answer, expected, want)
