"""Every row of the table of derivatives, confirmed by truncated series at points of the whole domain."""

from fractions import Fraction

import pytest

from fluxions.calculus.expr import Diff, Fn, Sym
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.derivatives import RULES
from fluxions.calculus.rules.table import DEFINITIONS, TABLE
from fluxions.calculus.vocabulary import FUNCTIONS

X = Sym("x")
POINTS = [Fraction(k, 16) for k in (-73, -40, -21, -17, -15, -9, -5, -1, 1, 3, 8, 11, 15, 17, 24, 37, 70)]
# functions that have no row: what treats them instead
TREATED = {
    "silu": "activation-written-out", "gelu": "activation-written-out",
    "log": "logarithm-to-base", "min": "branches", "max": "branches",
    "sign": "flat", "floor": "flat", "ceil": "flat",
}  # fmt: skip
LATER = frozenset("factorial gamma beta binomial Ei Si Ci li".split())  # no elementary derivative is taught


@pytest.mark.parametrize("name", [*TABLE, *DEFINITIONS])
def test_the_row_is_right_wherever_the_function_has_a_slope(name):
    row = TABLE[name].slope(X) if name in TABLE else Diff(DEFINITIONS[name](X), X)
    compared = 0
    for point in POINTS:
        slope = value_at(Diff(Fn(name, (X,)), X), {"x": point}, bits=200)
        if slope is None:
            continue
        found = value_at(row, {"x": point}, bits=200)
        assert found is not None and found.overlaps(slope) and float((found - slope).rad()) < 1e-40, point
        compared += 1
    assert compared >= 4


def test_every_function_of_the_language_is_differentiated_or_left_for_later():
    assert set(TABLE) | set(TREATED) | LATER == set(FUNCTIONS)
    assert set(TREATED.values()) <= {rule.name for rule in RULES}


@pytest.mark.parametrize("name", TABLE)
def test_the_row_says_what_it_does(name):
    entry = TABLE[name]
    assert (entry.says.endswith(".") and "{u}" in entry.says) or name in ("softplus", "relu"), entry.says
    assert entry.says.count("$") % 2 == 0 and entry.title.startswith("the derivative of")
