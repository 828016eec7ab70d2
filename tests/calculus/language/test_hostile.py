"""Hostile input gets an answer, with work bounded by the limits of the language."""

from __future__ import annotations

import sys

import pytest

from fluxions.calculus.language import ascii, latex, read, read_line, spoken
from fluxions.calculus.language.reading import Reading, Unreadable

SHORT = [
    "(", ")", "[", "]", "{", "}", "|", "+", "-", "*", "/", "^", "!", "'", ",", ";", "=", "<", "_", ".", "√", "∫",
    "²", "ⁿ", "x", "e", "sin ", "ln", "d/dx ", "dx", "f(", "f'", "x'", "1/2x", "e^2x", "sin x ", "log2x", "2e3",
    "x_1", "1e5", "diff(", "if(", "[[", "a<", "U", "(0,1]U", "and ", "\\frac", "\\frac{1}{", "\\sqrt[", "\\sqrt{",
    "\\left(", "\\right)", "\\left.", "\\left|", "\\begin{cases}", "\\end{cases}", "\\begin{pmatrix}1&", "^.0\\",
    "\\int_0^", "\\sum_{n=", "\\lim_{", "^{", "_{", "x^{2}", "\\mathrm{", "\\placeholder{}", "\\\\", "&", "$", "%",
    "\x00", "\ud800", "\u202e", "\U0001f600", "х", "１", "lambda:", "__import__", "eval(", "αβ", "sinsin", "qwertz",
    "∞", "≤", "½", "''", '"', "^^", "**", "d/d", "d^", "1,000", "0,", "2 3 ",
]  # fmt: skip
LONG = {
    "brackets": "(" * 10_000 + "x" + ")" * 10_000,
    "a megabyte": "x+" * 500_000,
    "a tower": "8^8^8^8^8",
    "a tower of symbols": "^".join("x" * 1000),
    "a thousand terms": "+".join("x" * 1000),
    "nested fractions": r"\frac{1}{" * 150 + "x" + "}" * 150,
    "nested calls": "sin(" * 300 + "x" + ")" * 300,
    "nested groups": "{" * 900 + "x" + "}" * 900,
    "a wall of slashes": "/".join("x" * 900),
    "nines": "9" * 2000,
    "zeros": "0" * 2000,
    "a huge exponent": "2^" + "9" * 299,
    "a tiny number": "1E-9999999",
    "factorials of factorials": "((9!)!)!",
    "a large factorial": "99999!",
    "many derivatives": "diff(x, x" + ", x" * 600 + ")",
    "many orders": "diff(x, x, 20)" * 140,
    "a matrix of thirteen rows": "[" + ", ".join("[1]" for _ in range(13)) + "]",
    "alternating": "-+" * 999 + "x",
    "quotes": "'" * 1999 + "x",
    "code": "__import__('os').system('true')",
    "a lambda": "(lambda: (yield))()",
    "a format": "{0.__class__.__mro__}",
    "markup": "<script>alert(1)</script>",
    "sql": "x'; DROP TABLE answers; --",
    "half a surrogate": "x + \udfff",
    "spaces": " " * 1999 + "x",
    "zero width": "\u200b" * 1999 + "x",
}


@pytest.mark.parametrize("count", [1, 2, 3, 57, 400])
@pytest.mark.parametrize("piece", SHORT)
def test_a_piece_again_and_again(piece: str, count: int) -> None:
    text = piece * count
    for syntax in ("ascii", "latex", "auto"):
        assert isinstance(read(text, syntax=syntax), (Reading, Unreadable))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_long_text(text: str) -> None:
    found = read(text)
    if isinstance(found, Reading):
        assert ascii(found.expr) and latex(found.expr) and spoken(found.expr)
    assert read_line(text).kind in ("expression", "continued", "named", "let")


def calls(text: str) -> int:
    """How many Python calls reading a text takes: the work, without a clock."""
    count = 0

    def counted(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", [piece for piece in SHORT if len(piece) < 10])
def test_work_grows_with_the_length_only(piece: str) -> None:
    length = 1_900
    text = piece * (length // len(piece))
    assert calls(text) <= 200 * length + 5_000


@pytest.mark.parametrize("text", [text for text in LONG.values() if len(text) > 2_000])
def test_the_length_is_looked_at_first(text: str) -> None:
    found = read(text)
    assert isinstance(found, Unreadable) and found.code == "too-long"
    assert calls(text) < 60


@pytest.mark.parametrize(
    "text",
    [
        "8^8^8^8",
        "8^8^8^8^8",
        "2^(10^7)",
        "10^10^10",
        "9^(9^(9^9))",
        "2^-10000000",
        "x^(2^30)",
        "x^(3*10^6)",
        "2^1000001",
    ],
)
def test_a_constant_exponent_has_a_bound(text: str) -> None:
    found = read(text)
    assert isinstance(found, Unreadable) and found.code == "too-big"


@pytest.mark.parametrize("text", ["2^1000000", "x^(10^6)", "8^8", "2^(2^10)", "x^(10^5)", "(10^6)^2"])
def test_an_exponent_within_the_bound_is_read(text: str) -> None:
    assert isinstance(read(text), Reading)
