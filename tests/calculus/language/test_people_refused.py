"""What people write that is refused, with the place and what would be read instead."""

from __future__ import annotations

import pytest

from fluxions.calculus.language import read
from fluxions.calculus.language.reading import Kind, Reading, Unreadable
from fluxions.calculus.vocabulary import STANDARD, Vocabulary

DECLARED = Vocabulary(symbols=frozenset({"x"}))


@pytest.mark.parametrize(
    "typed, want, free, code, span, suggestion",
    [
        ("[1,2;3]", None, False, "ragged", (0, 7), None),
        ("|x|x|", None, False, "missing-operand", (4, 5), "|x|x"),
        ("|x|+|x-1||", None, False, "missing-operand", (9, 10), "|x|+|x-1|"),
        ("|x|x|x||", None, False, "missing-operand", (7, 8), "|x|x|x|"),
        ("x<1, x>2", None, False, "comma", (3, 4), None),
        ("50%", None, False, "percent", (2, 3), "50/100"),
        ("x…", None, False, "dots", (0, 2), None),
        ("5 m/s", "number", False, "unit", (2, 5), "5"),
        ("3 kg", "number", False, "unit", (2, 4), "3"),
        ("9.81 m s^-2", "number", False, "unit", (5, 11), "9.81"),
        ("5 m", "number", False, "unit", (2, 3), "5"),
        ("1,000", None, False, "thousands", (0, 5), "1000"),
        ("1 000 000", None, False, "thousands", (0, 9), "1000000"),
        ("1'000", None, False, "thousands", (0, 5), "1000"),
        ("1{,}000", None, False, "thousands", (0, 7), "1000"),
        ("10,000.5", None, False, "thousands", (0, 6), "10000.5"),
        ("1.000,5", None, False, "decimal-comma", (2, 7), None),
        ("3 m", "number", False, "unit", (2, 3), "3"),
        ("10 kg", "number", False, "unit", (3, 5), "10"),
        ("1,000,000", None, False, "thousands", (0, 9), "1000000"),
        ("1,5", None, False, "decimal-comma", (0, 3), "1.5"),
        ("1.5.2", None, False, "two-numbers", (0, 5), None),
        ("1½", None, False, "two-numbers", (0, 2), "1+½"),
        ("3 1/2", None, False, "two-numbers", (0, 3), "3+1/2"),
        ("1*2*...*n", None, True, "dots", (0, 9), None),
        ("1+x+x^2+...+x^n", None, True, "dots", (0, 15), None),
        ("{1, 2, 3, …}", None, False, "dots", (0, 12), None),
        ("1+2+…", None, False, "dots", (0, 5), None),
        ("x~y", None, True, "unknown-character", (1, 2), None),
        (r"\oint x dx", None, False, "unknown-command", (0, 5), None),
        (r"\prod_{k=1}^n k", None, True, "bounds", (12, 13), None),
        ("prod(k, k, 1, n)", None, True, "bounds", (14, 15), None),
        ("prod(k, k, 1, 1000)", None, True, "too-big", (0, 19), None),
        ("prod(k, 1, 3)", None, True, "arguments", (0, 13), None),
        (r"\prod x", None, True, "bounds", (0, 5), None),
        (r"\frac{d^2}{dx^2}", None, False, "missing-operand", (6, 15), None),
        ("a_{i+1}", None, True, "subscript", (1, 7), None),
        ("2½", None, False, "two-numbers", (0, 2), "2+½"),
        ("x ⇒ 1", None, False, "unexpected", (2, 3), None),
        ("x^²", None, False, "missing-operand", (2, 3), None),
        ("→", None, False, "missing-operand", (0, 1), None),
        ("(d/dx)(x^2)", None, False, "missing-operand", (1, 5), None),
        (r"5 \choose 2", None, False, "unknown-command", (2, 9), None),
        (r"x\to 2", None, False, "unexpected", (1, 4), None),
        (r"x \approx 2", None, False, "approximate", (2, 9), None),
        ("x ≈ 2", None, False, "unknown-character", (2, 3), None),
    ],
)
def test_refused(
    typed: str, want: Kind | None, free: bool, code: str, span: tuple[int, int], suggestion: str | None
) -> None:
    words = STANDARD if free else DECLARED
    found = read(typed, words, want=want)
    assert isinstance(found, Unreadable), found
    assert (found.code, found.span, found.suggestion) == (code, span, suggestion)
    if suggestion is not None:
        assert isinstance(read(suggestion, words, want=want), Reading)
