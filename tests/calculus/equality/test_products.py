"""High powers compared factor by factor."""

from __future__ import annotations

import pytest

from fluxions.calculus.budget import check_budget
from fluxions.calculus.equality.judgement import judged
from fluxions.calculus.expr import Expr
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading

FEW = 2_000  # units: far from those of thousands of terms


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), text
    return found.expr


@pytest.mark.parametrize("left, right", [
    ("(a - x)^6000", "(x - a)^6000"),
    ("(4a - x)^6000", "(x - 4a)^6000"),
    ("(a - x)^6001", "-(x - a)^6001"),
    ("(x^2 - 1)^200", "(x - 1)^200 (x + 1)^200"),
    ("(x + y)^80/(x + y)^79", "y + x"),
    ("(2x + 2)^50", "2^50 (x + 1)^50"),
    ("1/(x - y)^40", "1/(y - x)^40"),
    ("(sin(x) + 1)^100", "(1 + sin(x))^99 (1 + sin(x))"),
    ("(x + 1)^20 - (x + 1)^20", "0"),  # no product: written out
])  # fmt: skip
def test_the_same(left, right):
    budget = check_budget()
    assert judged(tree(left), tree(right), budget).identical
    assert budget.spent <= FEW


@pytest.mark.parametrize("left, right", [
    ("(a - x)^6001", "(x - a)^6001"),
    ("(a - x)^6000", "-(x - a)^6000"),
    ("(x - 1)^200", "(x - 1)^199"),
    ("(x - 1)^200", "(x + 1)^200"),
    ("(2x + 2)^50", "2 (x + 1)^50"),
    ("(x + 1)^6000", "x^6000 + 1"),
])  # fmt: skip
def test_not_the_same(left, right):
    assert not judged(tree(left), tree(right), check_budget()).identical
