"""Lines of working."""

from __future__ import annotations

import pytest

from fluxions.calculus.language import ascii, read_line
from fluxions.calculus.language.reading import Reading, Unreadable


@pytest.mark.parametrize(
    "typed, kind, name, right",
    [
        ("2x + 1", "expression", None, "2*x + 1"),
        ("= 6x", "continued", None, "6*x"),
        ("  = 6x", "continued", None, "6*x"),
        ("=6x", "continued", None, "6*x"),
        ("== 6x", "continued", None, "6*x"),
        ("=> 6x", "continued", None, "6*x"),
        ("⇒ 6x", "continued", None, "6*x"),
        ("=> y = 3", "continued", "y", "3"),
        ("= 2x*3 = 6x", "continued", None, "6*x"),
        ("y = 3x", "named", "y", "3*x"),
        ("y' = 2x", "named", "diff(y, x)", "2*x"),
        ("f'(x) = 2x", "named", "f'(x)", "2*x"),
        ("f(x) = x^2", "named", "f(x)", "x^2"),
        ("dy/dx = 2x*3 = 6x", "named", "diff(y, x)", "6*x"),
        ("d/dx(x^2) = 2x", "named", "diff(x^2, x)", "2*x"),
        ("let u = x^2", "let", "u", "x^2"),
        ("Let u = x^2", "let", "u", "x^2"),
        ("u := x^2", "let", "u", "x^2"),
        ("with u = 3x", "let", "u", "3*x"),
        ("where v = ln x", "let", "v", "ln(x)"),
        (r"=2x\cos\left(x^2\right)", "continued", None, "2*x*cos(x^2)"),
        (r"\Rightarrow y=\frac{1}{2}", "continued", "y", "1/2"),
        (r"y^{\prime}=\frac{x}{2}", "named", "diff(y, x)", "x/2"),
        (r"&=6x^{2}", "continued", None, "6*x^2"),
        ("x <= 3", "expression", None, "x <= 3"),
    ],
)
def test_line(typed: str, kind: str, name: str | None, right: str) -> None:
    line = read_line(typed)
    assert isinstance(line.reading, Reading), line
    assert (line.kind, None if line.name is None else ascii(line.name)) == (kind, name)
    assert ascii(line.reading.expr) == right
    assert line.sides[-1] == line.reading.expr


def test_all_sides_of_a_chain_are_kept() -> None:
    line = read_line("y' = 2*3x = 6x")
    assert [ascii(side) for side in line.sides] == ["2*3*x", "6*x"]


def test_places_are_counted_in_the_line_as_typed() -> None:
    line = read_line("y' = 2x = 6x + 1")
    assert isinstance(line.reading, Reading)
    assert line.reading.text == "y' = 2x = 6x + 1"
    assert line.reading.spans[()] == (10, 16)
    assert line.reading.spans[(1,)] == (15, 16)


def test_the_note_of_a_line_is_about_its_right_side() -> None:
    line = read_line("f'(x) = 1/2x")
    assert isinstance(line.reading, Reading)
    (note,) = line.reading.notes
    assert note.other is not None and ascii(note.other) == "1/(2*x)"


@pytest.mark.parametrize(
    "typed, code, span", [("= 2x +", "missing-operand", (5, 6)), ("=", "empty", (0, 1)), ("= (x", "unclosed", (2, 3))]
)
def test_an_unreadable_line_says_where(typed: str, code: str, span: tuple[int, int]) -> None:
    line = read_line(typed)
    assert isinstance(line.reading, Unreadable)
    assert (line.reading.code, line.reading.span) == (code, span)
