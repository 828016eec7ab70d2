"""Like fingerprints for like answers, whatever their form; unlike ones for different answers."""

import pytest

from fluxions.calculus.diagnosis.fingerprints import alike, factor_between, sight
from fluxions.calculus.expr import Sym
from tests.calculus.spelled import spelled

NAMES = frozenset({"x", "y"})


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("sin(x)^2", "1 - cos(x)^2", True),
        ("sin(x)", "cos(x)", False),
        ("ln(x^2)", "2 ln(x)", True),  # one is real where the other is not
        ("[x, y]", "[x, 2y/2]", True),
        ("[x, y]", "[y, x]", False),
        ("[x, y]", "x", False),
        ("{1, 2}", "{2, 4/4}", True),
        ("{1, 2}", "{1}", False),
        ("y = 2x", "2y = 4x", True),
        ("y = 2x", "y = 3x", False),
        ("1/3", "0.3333", False),
        ("inf", "-inf", False),
        ("inf", "dne", False),
    ],
)
def test_alike(one, other, same):
    at = sight(NAMES)
    assert alike(at.of(spelled(one)), at.of(spelled(other))) is same


def test_antiderivatives_are_alike_up_to_a_constant():
    at = sight(frozenset({"x"}), (), Sym("x"))
    assert alike(at.of(spelled("x^2 + 7")), at.of(spelled("x^2")))
    assert not alike(at.of(spelled("x^2")), at.of(spelled("x^3")))


@pytest.mark.parametrize("one, other, factor", [("-2x^2", "x^2", -2), ("x + 1", "x", None), ("6sin(x)", "2sin(x)", 3)])
def test_a_factor_between(one, other, factor):
    at = sight(NAMES)
    found = factor_between(at.of(spelled(one)), at.of(spelled(other)))
    assert found is None if factor is None else found == pytest.approx(factor)
