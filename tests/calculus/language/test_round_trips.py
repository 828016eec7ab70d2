"""Printing and reading are inverse to each other."""

from __future__ import annotations

import math
import re

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fluxions.calculus.expr import Add, Div, Expr, Fn, Mul, Neg, Num, Pow, Root
from fluxions.calculus.language import ascii, latex, read, spoken
from fluxions.calculus.language.reading import Reading, Unreadable
from fluxions.calculus.trees import size
from tests.calculus.language.trees_drawn import VOCABULARY, everything, expressions, fractions, several, symbols, whole
from tests.calculus.language.values_of_trees import KNOWN, value

QUICK = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
TOO_BIG = {"too-big", "too-long"}  # a limit of the reader, not of the printer


def reads_back(e: Expr) -> None:
    text = ascii(e)
    found = read(text, VOCABULARY)
    if isinstance(found, Unreadable):
        assert found.code in TOO_BIG, (text, found)
        assert found.code == "too-big" or len(text) > 2_000
        return
    assert found.expr == e, text


@QUICK
@given(everything)
def test_every_tree_reads_back(e: Expr) -> None:
    reads_back(e)


@QUICK
@given(expressions)
def test_expressions_read_back(e: Expr) -> None:
    reads_back(e)


@QUICK
@given(everything)
def test_everything_is_shown_and_spoken(e: Expr) -> None:
    assert latex(e).count("{") == latex(e).count("}")
    assert spoken(e)


def arithmetic(trees: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    functions = [name for name in KNOWN if name not in ("log", "max", "min")]
    return st.one_of(
        several(trees).map(Add), several(trees).map(Mul), trees.map(Neg), st.builds(Div, trees, trees),
        st.builds(Pow, trees, trees), st.builds(Root, trees, st.sampled_from([Num(2), Num(3)])),
        st.builds(lambda name, u: Fn(name, (u,)), st.sampled_from(functions), trees),
        st.builds(lambda u: Fn("log", (u, Num(2))), trees),
        st.builds(lambda u, v: Fn("max", (u, v)), trees, trees),
    )  # fmt: skip


valued = st.recursive(st.one_of(symbols, whole, fractions), arithmetic, max_leaves=10)
POINT = {name: 1 + k / 7 for k, name in enumerate(sorted(VOCABULARY.symbols))}


@QUICK
@given(valued)
def test_latex_reads_back_to_the_same_value(e: Expr) -> None:
    shown = latex(e)
    found = read(shown, VOCABULARY, syntax="latex")
    if isinstance(found, Unreadable):
        assert found.code in TOO_BIG, (shown, found)
        return
    try:
        expected = value(e, POINT)
    except (ArithmeticError, ValueError):
        assume(False)
        return
    assume(math.isfinite(abs(expected)) and abs(expected) < 1e12)
    try:
        got = value(found.expr, POINT)
    except (ArithmeticError, ValueError):
        assume(False)
        return
    assert abs(got - expected) <= 1e-6 * max(1, abs(expected)), (shown, ascii(found.expr))


@QUICK
@given(everything, st.sampled_from([VOCABULARY, VOCABULARY.declaring("f")]))
def test_a_reading_places_every_part_inside_the_text(e: Expr, vocabulary: object) -> None:
    text = ascii(e)
    found = read(text, VOCABULARY)
    assume(isinstance(found, Reading))
    assert isinstance(found, Reading)
    assert found.spans[()] is not None
    assert all(0 <= start <= end <= len(text) for start, end in found.spans.values())
    assert len(found.spans) <= size(found.expr)


@QUICK
@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    assert isinstance(read(text), (Reading, Unreadable))
    assert isinstance(read(text, syntax="latex"), (Reading, Unreadable))


PIECES = [
    "x", "2", "sin", "(", ")", "^", "+", "-", "*", "/", "|", "e", "'", "d/dx", "[", "]", ",", "{", "}", "=", "<",
    "\\frac", "\\left(", "\\right)", "_", "f", "∫", "dx", "!", "√", "²", "and", "y", " ", "U", "lim", "\\sqrt",
]  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_no_scramble_raises_and_suggestions_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = read(text)
    if isinstance(found, Unreadable):
        assert 0 <= found.span[0] <= found.span[1] <= len(text)
        assert set(re.findall(r"\{(\w+)\}", found.message.text)) == {name for name, _ in found.message.slots}
        if found.suggestion is not None:
            assert isinstance(read(found.suggestion), Reading)
    else:
        assert isinstance(read(ascii(found.expr)), Reading)
