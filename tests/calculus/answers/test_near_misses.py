"""What is said of answers that are wrong by little, and that the point shown is one; SymPy agrees."""

import pytest

from fluxions.calculus.verdict import Wrong
from tests.calculus.answers.rows import code, judged
from tests.calculus.answers.second import value

NEAR = [
    ("-2x", "2x", "sign"), ("b - a", "a - b", "sign"), ("-3", "3", "sign"), ("e^x - 1", "1 - e^x", "sign"),
    ("sin(x)", "2sin(x)", "constant-factor"), ("x^2", "x^2/2", "constant-factor"), ("pi", "2pi", "constant-factor"),
    ("pi/3", "pi/6", "constant-factor"), ("3 e^(2x)", "6 e^(2x)", "constant-factor"),
    ("x^2 + 1", "x^2", "additive-constant"), ("sin(x) + 2", "sin(x)", "additive-constant"),
    ("x^2 + x", "x^2 - x", "term-sign"), ("x + 1", "x - 1", "term-sign"),
    ("cos(x) + x sin(x)", "cos(x) - x sin(x)", "term-sign"),
    ("1/(x+1)", "x + 1", "reciprocal"), ("b/a", "a/b", "reciprocal"), ("e^(-x)", "e^x", "reciprocal"),
    ("(x-1)/(x+1)", "(x+1)/(x-1)", "reciprocal"), ("1/3", "3", "reciprocal"),
    ("2 - sqrt(3)", "2 + sqrt(3)", "conjugate"), ("(1-sqrt(5))/2", "(1+sqrt(5))/2", "conjugate"),
    ("(-1+sqrt(7))/3", "(-1-sqrt(7))/3", "conjugate"), ("1/(2+sqrt(3))", "1/(2-sqrt(3))", "conjugate"),
    ("sin(30)", "sin(pi/6)", "degrees"), ("sin(30)", "1/2", "degrees"), ("sqrt(3)/2", "cos(30)", "degrees"),
    ("2x", "x^2", "is-the-derivative"), ("cos(x)", "sin(x)", "is-the-derivative"),
    ("x^3", "3x^2", "is-the-antiderivative"), ("x^3/3", "x^2", "is-the-antiderivative"),
    ("2y", "2x", "wrong-variable"), ("e^t", "e^x", "wrong-variable"),
    ("4", "x^2", "evaluated-too-early"), ("e^2", "e^x", "evaluated-too-early"),
    ("6", "diff(x^2, x)", "evaluated-too-early"),
    ("1/2", "1/x", "evaluated-too-early"), ("ln(3)", "ln(x)", "evaluated-too-early"),
    ("1", "cos(2 pi x)", "integers-only"), ("0", "sin(pi n)", "integers-only"), ("tan(pi n)", "0", "integers-only"),
    ("(-1)^n", "cos(pi n)", "integers-only"), ("floor(x)", "x", "integers-only"),
    ("x", "sqrt(x^2)", "positive-only"), ("x", "|x|", "positive-only"), ("1", "sign(x)", "positive-only"),
    ("1", "|x|/x", "positive-only"), ("x", "max(x, -x)", "positive-only"), ("x", "relu(x)", "positive-only"),
    ("x^(1/3)", "(x^2)^(1/6)", "positive-only"), ("-x", "|x|", "negative-only"), ("0", "relu(x)", "negative-only"),
    ("-1", "sign(x)", "negative-only"), ("x y", "|x| y", "positive-only"),
    ("log(x, 10)", "ln(x)", "wrong-log"), ("ln(2)", "log(2, 10)", "wrong-log"),
    ("x ln(x)", "x log(x, 10)", "wrong-log"),
    ("x^2", "x", "squared"), ("9", "3", "squared"), ("(x+1)^2", "x + 1", "squared"), ("sqrt(x+1)", "x + 1", "rooted"),
    ("sqrt(3)", "3", "rooted"), ("sin(x)^2", "sin(x)", "squared"),
    ("2x cos(x)", "2x cos(x) - x^2 sin(x)", "missing-term"), ("x^2", "x^2 + sin(x)", "missing-term"),
    ("x^2 + x + 1", "x^2 + 1", "extra-term"), ("a b + c", "a b", "extra-term"),
    ("x^2 y", "x y^2", "swapped-letters"), ("a e^b", "b e^a", "swapped-letters"),
    ("x + 2y", "y + 2x", "swapped-letters"),
    ("ln(3)", "ln(2)", "different-value"), ("e^(x^2)", "e^(2x)", "different-value"), ("1/2", "1/3", "different-value"),
    ("x y", "x/y", "different-value"), ("3.15", "pi", "different-value"), ("x^3 + 2", "x^2 + 3x", "different-value"),
    ("sqrt(-1-x^2)", "x", "different-domain"), ("ln(-1)", "2", "different-domain"), ("1/0", "2", "different-domain"),
    ("2", "ln(-1)", "different-domain"),
    ("sqrt(1-x)", "sqrt(x-1)", "different-domain"), ("arcsin(2)", "1", "different-domain"),
]  # fmt: skip
NOT_REAL = "not real"
NO_SYMPY = ("x^(1/3)", "floor", "sign", "|", "max", "diff", "degrees")


@pytest.mark.parametrize("answer, expected, reason", NEAR)
def test_how_near(answer: str, expected: str, reason: str) -> None:
    found = judged(answer, expected)
    assert isinstance(found, Wrong) and code(found) == reason, found
    assert found.witness is not None and str(found.message)
    if not any(each in answer + expected for each in NO_SYMPY):
        at = dict(found.witness.at)
        for text, shown in ((answer, found.witness.answer), (expected, found.witness.expected)):
            confirmed(value(text, at), shown)


def confirmed(number: complex | None, shown: str) -> None:
    """A printed value is the number to its digits; one that is not real has an imaginary part or no value."""
    if shown == NOT_REAL:
        assert number is None or abs(number.imag) > 1e-12
    else:
        assert number is not None and abs(number.imag) < 1e-12
        assert number.real == pytest.approx(float(shown), rel=6e-3, abs=1e-9)
