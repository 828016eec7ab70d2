"""Places in a tree, names that are free in it, and substitution."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fluxions.calculus.expr import Expr, Num, Sym
from fluxions.calculus.language import ascii, read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.trees import (
    alike,
    canonical_key,
    free_of,
    mapped,
    node_at,
    nodes,
    replaced,
    size,
    standing,
    substituted,
    symbols,
    walk,
)
from tests.calculus.language.trees_drawn import everything


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), found
    return found.expr


@pytest.mark.parametrize(
    "text, path, part",
    [
        ("2x cos(x^2)", (), "2*x*cos(x^2)"),
        ("2x cos(x^2)", (2,), "cos(x^2)"),
        ("2x cos(x^2)", (2, 0, 1), "2"),
        ("x - y", (1,), "-y"),
        ("x - y", (1, 0), "y"),
        ("diff(x^2, x)", (0,), "x^2"),
        ("if(x < 0, -x, x)", (2,), "x"),
        ("[[1, 2], [3, 4]]", (2,), "3"),
        ("int(x, x, 0, 1)", (3,), "1"),
    ],
)
def test_node_at(text: str, path: tuple[int, ...], part: str) -> None:
    assert ascii(node_at(tree(text), path)) == part


@pytest.mark.parametrize(
    "text, path, by, after",
    [
        ("2x", (), "y", "y"),
        ("2x cos(x^2)", (2, 0), "y", "2*x*cos(y)"),
        ("x - y", (1, 0), "z", "x - z"),
        ("diff(x^2, x)", (0, 1), "3", "diff(x^3, x)"),
        ("if(x < 0, -x, x)", (1,), "y", "if(x < 0, y, x)"),
        ("[a, b]", (0,), "c", "[c, b]"),
        ("limit(x, x, 0, +)", (2,), "1", "limit(x, x, 1, +)"),
    ],
)
def test_replaced(text: str, path: tuple[int, ...], by: str, after: str) -> None:
    assert ascii(replaced(tree(text), path, tree(by))) == after


@pytest.mark.parametrize(
    "text, names",
    [
        ("x + y*z", "x y z"),
        ("2 + pi", ""),
        ("sin(x_1)", "x_1"),
        ("at(x*y, x, t)", "y t"),
        ("at(x, x, x)", "x"),
        ("limit(f(x + h), h, 0)", "x"),
        ("sum(n*x, n, 1, N)", "x N"),
        ("int(x*y, x, 0, 1)", "y"),
        ("int(x*y, x)", "x y"),
        ("diff(x*y, x)", "x y"),
        ("rate(a*x, x, b, c)", "a b c"),
    ],
)
def test_symbols(text: str, names: str) -> None:
    assert symbols(tree(text)) == frozenset(names.split())


@pytest.mark.parametrize(
    "text, free", [("y^2", True), ("x", False), ("at(x, x, 2)", True), ("at(x, x, x)", False), ("3", True)]
)
def test_free_of_x(text: str, free: bool) -> None:
    assert free_of(tree(text), Sym("x")) is free


@pytest.mark.parametrize(
    "text, values, after",
    [
        ("x + y", {"x": "2"}, "2 + y"),
        ("x*y", {"x": "y", "y": "x"}, "y*x"),
        ("at(x*y, x, x)", {"x": "2"}, "at(x*y, x, 2)"),
        ("sum(n*x, n, 1, n)", {"n": "3"}, "sum(n*x, n, 1, 3)"),
        ("limit(x*h, h, 0)", {"h": "1", "x": "2"}, "limit(2*h, h, 0)"),
        ("int(x*y, x, 0, x)", {"x": "2"}, "int(x*y, x, 0, 2)"),
        ("diff(x^2, x)", {"x": "3"}, "at(diff(x^2, x), x, 3)"),
        ("diff(x*y, x)", {"y": "2"}, "diff(x*2, x)"),
        ("diff(x*y, x)", {"x": "1", "y": "2"}, "at(diff(x*2, x), x, 1)"),
        ("x", {}, "x"),
        ("3", {"x": "2"}, "3"),
    ],
)
def test_substituted(text: str, values: dict[str, str], after: str) -> None:
    assert ascii(substituted(tree(text), {name: tree(value) for name, value in values.items()})) == after


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("x + y", "y + x", True),
        ("x*(y*z)", "z*y*x", True),
        ("(a + b) + c", "a + (c + b)", True),
        ("2/4", "1/2", True),
        ("0.5", "1/2", True),
        ("sin(x + y)", "sin(y + x)", True),
        ("x - y", "y - x", False),
        ("x/y", "y/x", False),
        ("x^y", "y^x", False),
        ("x + y", "x*y", False),
        ("f(x)", "g(x)", False),
        ("limit(x, x, 0, +)", "limit(x, x, 0, -)", False),
        ("x", "y", False),
    ],
)
def test_the_canonical_key_does_not_see_order_or_grouping(one: str, other: str, same: bool) -> None:
    assert (canonical_key(tree(one)) == canonical_key(tree(other))) is same


@pytest.mark.parametrize(
    "text, stands",
    [
        ("x^2", False),
        ("diff(x, x)", True),
        ("2 + at(x, x, 1)", True),
        ("f'(x)", False),
        ("grad(x, [x])", True),
        ("rate(x, x, 0, 1)", True),
    ],
)
def test_standing(text: str, stands: bool) -> None:
    assert standing(tree(text)) is stands


@settings(max_examples=150, deadline=None)
@given(everything)
def test_walking_meets_every_node_once_at_its_place(e: Expr) -> None:
    met = list(walk(e))
    assert [node for _, node in met] == list(nodes(e))
    assert len(met) == size(e)
    assert all(node_at(e, path) == node for path, node in met)


@settings(max_examples=150, deadline=None)
@given(everything, st.data())
def test_replacing_a_part_by_itself_changes_nothing(e: Expr, data: st.DataObject) -> None:
    path, node = data.draw(st.sampled_from(list(walk(e))))
    assert replaced(e, path, node) == e


@settings(max_examples=150, deadline=None)
@given(everything)
def test_mapping_the_identity_changes_nothing(e: Expr) -> None:
    assert mapped(e, lambda node: node) == e
    assert substituted(e, {"unused": Num(1)}) == e


@pytest.mark.parametrize("a, b, same", [
    ("x + y", "y + x", True), ("(x + y) + z", "x + (z + y)", True), ("2 x y", "y x 2", True),
    ("0.50 + x", "x + 0.5", True), ("sin(x + y)", "sin(y + x)", True), ("x - y", "y - x", False), ("x^2", "2^x", False),
    ("(0, 1]", "(0, 1)", False), ("|x|", "x", False), ("if(x < 0, 1, 2)", "if(x <= 0, 1, 2)", False),
])  # fmt: skip
def test_alike_but_for_order_and_spelling(a, b, same):
    one, other = (found.expr for found in map(read, (a, b)) if isinstance(found, Reading))
    assert alike(one, other) is same
    assert (canonical_key(one) == canonical_key(other)) is same
