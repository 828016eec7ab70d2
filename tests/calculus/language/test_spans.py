"""Where each part stood in the text, and what the wanted type changes."""

from __future__ import annotations

from random import Random

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


PIECES = [
    *"()[]{}|,;^_+-*/=<>'!.&x2",
    r"\frac",
    r"\left",
    r"\right",
    r"\\",
    r"\sqrt",
    "∫",
    "d/dx",
    "lim",
    "if",
    "or",
    "±",
]
WHOLE = [
    "sin(x^2)/(1 + |x|)", "∫ dx/(x+1)", "∑_{i=1}^n i", "lim_{x→0+} 1/x", "x² + √2", "if(x < 0, -x, x)", "[[1, 2], [3]]",
    "{x | x > 2}", "]0,1[ ∪ [2,3[", "x for x > 0, -x otherwise", "1 + 2 + … + n", "x = ±2", "3.2e-4 x", "f'(x) g(x)",
    r"\frac{\mathrm{d}}{\mathrm{d}x}\left(x^{2}\right)", r"\int_{0}^{1} \frac{dx}{x}", r"\sqrt[3]{x}", r"12\frac34",
    r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", r"\begin{cases}-x&x<0\\x&x\ge 0\end{cases}", r"\prod_{k=1}^{3} k",
    r"\left\{\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}\right.", r"\left.x^2\right|_{x=2}", r"\binom{5}{2}",
]  # fmt: skip


@pytest.mark.parametrize("whole", WHOLE)
def test_no_message_has_an_empty_place(whole: str) -> None:
    random = Random(whole)
    broken = [whole[:k] for k in range(1, len(whole))] + [_broken(whole, random) for _ in range(120)]
    for text in broken:
        found = read(text)
        places = [found.span] if isinstance(found, Unreadable) else [note.span for note in found.notes]
        assert all(0 <= start < end <= len(text) for start, end in places), (text, found)


def _broken(text: str, random: Random) -> str:
    """One to three characters taken out or pieces put in."""
    for _ in range(random.randint(1, 3)):
        at = random.randint(0, len(text))
        out = random.random() < 0.5 and len(text) > 1
        text = text[:at] + (text[at + 1 :] if out else random.choice(PIECES) + text[at:])
    return text
