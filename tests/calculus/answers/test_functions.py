"""Piecewise functions, families of solutions, densities; numbers to so many digits or within a tolerance."""

from fractions import Fraction
from typing import Any

import pytest

from fluxions.calculus.answers.question import Tolerance
from fluxions.calculus.verdict import Wrong
from tests.calculus.answers.rows import holds

PIECEWISE = [
    ("if(x < 0, -x, x)", "|x|", "right", ""),
    ("if(x <= 0, -x, x)", "|x|", "right", ""),
    ("if(x >= 0, x, -x)", "|x|", "right", ""),
    ("sqrt(x^2)", "|x|", "right", ""),
    ("max(x, -x)", "|x|", "right", ""),
    ("if(x < 0, x, -x)", "|x|", "wrong", "sign"),
    ("if(x < 0, -x, x > 0, x)", "|x|", "wrong", "not-covered"),
    ("if(x < 0, -x, x <= 5, x)", "|x|", "wrong", "not-covered"),
    ("x", "|x|", "wrong", "different-value"),
    (r"\begin{cases}-x&x<0\\x&x\ge 0\end{cases}", "|x|", "right", ""),
    (r"\begin{cases}-x&x<0\\x&x>0\end{cases}", "|x|", "wrong", "not-covered"),
    ("if(x <= 1, x^2, 2x-1)", "if(x < 1, x^2, 2x-1)", "right", ""),
    ("if(x <= 1, x^2, 2x)", "if(x < 1, x^2, 2x)", "wrong", "different-value"),
    ("if(x >= 1, 2x, x^2)", "if(x < 1, x^2, 2x)", "right", ""),
    ("if(x < 1, x^2, 3x)", "if(x < 1, x^2, 2x)", "wrong", "different-value"),
    ("if(x < 2, x^2, 2x)", "if(x < 1, x^2, 2x)", "wrong", "different-value"),
    ("max(x, 0)", "if(x < 0, 0, x)", "right", ""),
    ("(x + |x|)/2", "relu(x)", "right", ""),
    ("x (1 + sign(x))/2", "relu(x)", "right", ""),
    ("if(x > 0, 1, 0)", "if(x >= 0, 1, 0)", "wrong", "different-value"),
    ("if(x >= 0, 1, 0)", "if(x >= 0, 1, 0)", "right", ""),
    ("if(x < 0, 0, 1)", "if(x >= 0, 1, 0)", "right", ""),
    ("if(x < sqrt(2), 1, 2)", "if(x^2 < 2, 1, x < 0, 1, 2)", "right", ""),
    ("if(x < 1.4142, 1, 2)", "if(x < sqrt(2), 1, 2)", "wrong", "different-value"),
    ("if(x < -1, -1, x > 1, 1, x)", "min(max(x, -1), 1)", "right", ""),
    ("if(x < -1, -1, x > 1, 1, 0)", "min(max(x, -1), 1)", "wrong", "different-value"),
    ("if(x < 0, alpha (e^x - 1), x)", "if(x >= 0, x, alpha (e^x - 1))", "right", ""),
    ("if(x > 0, x, x/100)", "max(x, 0.01x)", "right", ""),
    ("if(|x| <= 1, x^2/2, |x| - 1/2)", "if(x < -1, -x - 1/2, x <= 1, x^2/2, x - 1/2)", "right", ""),
    ("if(|x| <= 1, x^2/2, |x| + 1/2)", "if(x < -1, -x - 1/2, x <= 1, x^2/2, x - 1/2)", "wrong", "different-value"),
    ("x > 0", "|x|", "wrong", "wrong-type"),
    ("y = if(x < 0, -x, x)", "|x|", "wrong", "wrong-type"),
]  # fmt: skip
FAMILIES = [
    ("4 A ln(x)", "C ln(x^4)", "right", "different-domain"),
    ("A e^(2x)", "C e^(2x)", "right", ""),
    ("C e^(2x+1)", "C e^(2x)", "right", ""),
    ("-3 C e^(2x)", "C e^(2x)", "right", ""),
    ("C^3 e^(2x)", "C e^(2x)", "right", ""),
    ("y = C e^(2x)", "C e^(2x)", "right", ""),
    ("e^(2x+C)", "C e^(2x)", "wrong", "missing-members"),
    ("C^2 e^(2x)", "C e^(2x)", "wrong", "missing-members"),
    ("2 e^(2x)", "C e^(2x)", "wrong", "missing-constant"),
    ("C e^(3x)", "C e^(2x)", "wrong", "different-value"),
    ("e^(2x) + C", "C e^(2x)", "wrong", ""),
    ("C + x^2", "x^2 + C", "right", ""),
    ("x^2 - k", "x^2 + C", "right", ""),
    ("x^2 + C/2 - 7", "x^2 + C", "right", ""),
    ("x^2", "x^2 + C", "wrong", "missing-constant"),
    ("x^2 + 1", "x^2 + C", "wrong", "missing-constant"),
    ("C x^2", "x^2 + C", "wrong", ""),
    ("2x^2 + C", "x^2 + C", "wrong", "different-value"),
    ("A(x-1) + B", "C x + D", "right", ""),
    ("A x", "C x + D", "wrong", "missing-constant"),
    ("A x + A", "C x + D", "wrong", "missing-constant"),
    ("A x + B x", "C x + D", "wrong", "missing-constant"),
    ("A cosh(x) + B sinh(x)", "C e^x + D e^(-x)", "right", ""),
    ("A e^x + B e^x", "C e^x + D e^(-x)", "wrong", "missing-constant"),
    ("A sin(x) + B cos(x)", "C cos(x) - D sin(x)", "right", ""),
    ("A sin(x+1) + B cos(x)", "C cos(x) + D sin(x)", "right", ""),
    ("A sin(2x) + B cos(x)", "C cos(x) + D sin(x)", "wrong", "different-value"),
    ("(A + B x) e^x", "C e^x + D x e^x", "right", ""),
    ("1/(C-x)", "-1/(x+C)", "right", ""),
    ("1/(x+C)", "-1/(x+C)", "wrong", ""),
    ("x = 3", "C e^(2x)", "wrong", ""),
    ("C e^(-x) + x - 1", "x - 1 + K e^(-x)", "right", ""),
    ("C e^(-x) + x", "x - 1 + K e^(-x)", "wrong", "different-value"),
]  # fmt: skip
DENSITIES = [
    ("if(x > 0, 2e^(-2x))", "if(x > 0, 2e^(-2x), 0)", "right", ""),
    ("if(x >= 0, 2e^(-2x))", "if(x > 0, 2e^(-2x), 0)", "right", ""),
    ("if(x < 0, 0, 2e^(-2x))", "if(x > 0, 2e^(-2x), 0)", "right", ""),
    ("if(x > 0, e^(-2x))", "if(x > 0, 2e^(-2x), 0)", "wrong", "not-normalised"),
    ("if(x > 0, -2e^(-2x))", "if(x > 0, 2e^(-2x), 0)", "wrong", "negative-density"),
    ("if(x > 1, 2e^(-2x))", "if(x > 0, 2e^(-2x), 0)", "wrong", "different-value"),
    ("if(x > 0, 2e^(-3x))", "if(x > 0, 2e^(-2x), 0)", "wrong", "different-value"),
    ("2e^(-2x)", "if(x > 0, 2e^(-2x), 0)", "wrong", "missing-support"),
    ("if(0 < x < 1, 2x)", "if(x > 0 and x < 1, 2x, 0)", "right", ""),
    ("if(0 <= x <= 1, 2x)", "if(x > 0 and x < 1, 2x, 0)", "right", ""),
    ("if(0 < x < 1, x)", "if(x > 0 and x < 1, 2x, 0)", "wrong", "not-normalised"),
    ("if(0 < x < 1, 1)", "if(x > 0 and x < 1, 2x, 0)", "wrong", "different-value"),
    ("if(0 < x < 2, x/2)", "if(x > 0 and x < 1, 2x, 0)", "wrong", "different-value"),
    ("e^(-x^2/2)/sqrt(2pi)", "phi(x)", "right", ""),
    ("e^(-x^2/2)", "phi(x)", "wrong", "not-normalised"),
    ("e^(-x^2)/sqrt(pi)", "phi(x)", "wrong", "different-value"),
    ("1/(pi (1 + x^2))", "1/(pi + pi x^2)", "right", ""),
    ("1/(1 + x^2)", "1/(pi + pi x^2)", "wrong", "not-normalised"),
    ("if(x > 1, 3/x^4)", "if(x > 1, 3 x^(-4), 0)", "right", ""),
    ("if(x > 1, 1/x^4)", "if(x > 1, 3 x^(-4), 0)", "wrong", "not-normalised"),
    ("if(x > 0, 1/(2 sqrt(x)))", "if(x > 0 and x < 1, 1/(2 sqrt(x)), 0)", "wrong", "different-value"),
    ("x > 0", "phi(x)", "wrong", "wrong-type"),
]  # fmt: skip
ROUNDED = [
    ("3.14", "pi", "sigfigs:3", "right", ""), ("3.1", "pi", "sigfigs:3", "wrong", "wrong-form"),
    ("3.15", "pi", "sigfigs:3", "wrong", "last-digit"), ("3.140", "pi", "sigfigs:3", "wrong", "wrong-form"),
    ("3.1416", "pi", "sigfigs:3", "wrong", "wrong-form"), ("-0.33", "-1/3", "decimals:2", "right", ""),
    ("0.67", "2/3", "decimals:2", "right", ""), ("0.66", "2/3", "decimals:2", "wrong", "last-digit"),
    ("0.68", "2/3", "decimals:2", "wrong", ""), ("0.50", "1/2", "decimals:2", "right", ""),
    ("0.5", "1/2", "decimals:2", "wrong", "wrong-form"), ("1/2", "1/2", "decimals:2", "wrong", "wrong-form"),
    ("pi", "pi", "decimals:2", "wrong", "wrong-form"), ("1200", "1234", "sigfigs:2", "right", ""),
    ("1.2E3", "1234", "sigfigs:2", "right", ""), ("1300", "1234", "sigfigs:2", "wrong", ""),
    ("0.0012", "0.00123", "sigfigs:2", "right", ""), ("0.00123", "0.00123", "sigfigs:2", "wrong", "wrong-form"),
    ("2.72", "e", "decimals:2", "right", ""), ("2.71", "e", "decimals:2", "wrong", "last-digit"),
    ("12", "12", "sigfigs:2", "right", ""), ("3", "e", "decimals:0", "right", ""),
    ("1.41", "sqrt(2)", "decimals:2", "right", ""), ("1.42", "sqrt(2)", "decimals:2", "wrong", "last-digit"),
    ("0.69", "ln(2)", "decimals:2", "right", ""), ("0.7", "ln(2)", "decimals:1", "right", ""),
]  # fmt: skip
TOLERATED = [
    ("3.14", "pi", "abs", "1/100", "right"), ("3.1", "pi", "abs", "1/100", "wrong"),
    ("3.1", "pi", "rel", "2/100", "right"), ("22/7", "pi", "abs", "0.002", "right"),
    ("22/7", "pi", "abs", "0.001", "wrong"), ("-3.14", "pi", "rel", "1", "wrong"),
    ("0.6931", "ln(2)", "abs", "0.0001", "right"), ("0.7", "ln(2)", "rel", "0.01", "right"),
    ("0.71", "ln(2)", "rel", "0.01", "wrong"), ("e^(0.5)", "1.6487", "abs", "0.0001", "right"),
]  # fmt: skip


@pytest.mark.parametrize("row", PIECEWISE, ids=str)
def test_piecewise_functions(row: tuple[str, str, str, str]) -> None:
    found = holds((row[0], row[1], row[2], row[3] if row[3] != "sign" else ""), "piecewise", "x alpha")
    if isinstance(found, Wrong) and found.reason != "wrong-type":
        assert found.witness is not None and found.witness.answer != found.witness.expected


@pytest.mark.parametrize("row", FAMILIES, ids=str)
def test_families(row: tuple[str, str, str, str]) -> None:
    holds(row, "family", "x")


@pytest.mark.parametrize("row", DENSITIES, ids=str)
def test_densities(row: tuple[str, str, str, str]) -> None:
    found = holds(row, "density", "x")
    if isinstance(found, Wrong) and found.reason != "wrong-type":
        assert found.witness is not None


@pytest.mark.parametrize("answer, expected, form, verdict, reason", ROUNDED)
def test_so_many_digits(answer: str, expected: str, form: str, verdict: str, reason: str) -> None:
    holds((answer, expected, verdict, reason), "number", form=[form])


@pytest.mark.parametrize("answer, expected, kind, size, verdict", TOLERATED)
def test_tolerances(answer: str, expected: str, kind: Any, size: str, verdict: str) -> None:
    holds((answer, expected, verdict, ""), "number", tolerance=Tolerance(kind, Fraction(size)))
