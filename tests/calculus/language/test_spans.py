"""Where each part stood in the text, and what the wanted type changes."""

from __future__ import annotations

import pytest

from fluxions.calculus.language import ascii, read
from fluxions.calculus.language.reading import Kind, Reading, Unreadable


@pytest.mark.parametrize(
    "text, path, part",
    [
        ("2x cos(x^2)", (), "2x cos(x^2)"),
        ("2x cos(x^2)", (0,), "2"),
        ("2x cos(x^2)", (1,), "x"),
        ("2x cos(x^2)", (2,), "cos(x^2)"),
        ("2x cos(x^2)", (2, 0), "x^2"),
        ("2x cos(x^2)", (2, 0, 1), "2"),
        ("x - 3y", (1,), "3y"),
        ("x - 3y", (1, 0, 1), "y"),
        ("(x + 1)^5", (0,), "(x + 1)"),
        ("(x + 1)^5", (0, 1), "1"),
        ("a + b + c", (2,), "c"),
        ("a*b*c", (1,), "b"),
        ("diff(x^2, x)", (0,), "x^2"),
        ("f'(x) g(x)", (1,), "g(x)"),
        ("if(x < 0, -x, x)", (1,), "-x"),
        ("[a, b]", (1,), "b"),
        ("x²", (1,), "²"),
        (r"\frac{x+1}{2}", (0,), "x+1"),
        (r"\frac{x+1}{2}", (1,), "2"),
        (r"\sqrt{x+1}", (0,), "x+1"),
        (r"x^{10}", (1,), "10"),
    ],
)
def test_span(text: str, path: tuple[int, ...], part: str) -> None:
    found = read(text)
    assert isinstance(found, Reading), found
    start, end = found.spans[path]
    assert text[start:end].strip("{}") == part


@pytest.mark.parametrize(
    "text, want, printed",
    [
        ("(0, 1)", "interval", "open(0, 1)"),
        ("[0, 1]", "interval", "closed(0, 1)"),
        ("(0, 1)", "vector", "[0, 1]"),
        ("(0, 1)", None, "[0, 1]"),
        ("(0, inf)", None, "(0, inf)"),
        ("1, 2", "set", "{1, 2}"),
        ("1, 2", "multiset", "{1, 2}"),
        ("1, 2, 3", "vector", "[1, 2, 3]"),
        ("x = 1, y = 2", "system", "x = 1 and y = 2"),
    ],
)
def test_the_wanted_type_decides_what_brackets_mean(text: str, want: Kind | None, printed: str) -> None:
    found = read(text, want=want)
    assert isinstance(found, Reading), found
    assert ascii(found.expr) == printed


def test_a_list_is_refused_where_one_value_is_wanted() -> None:
    found = read("1, 2")
    assert isinstance(found, Unreadable) and found.code == "comma"
