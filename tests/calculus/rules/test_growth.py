"""How fast a term falls: the exponent that is found, and the one that its own values show."""

import mpmath as mp
import pytest

from fluxions.calculus.expr import INF, Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.rules.growth import LOG, growth
from fluxions.calculus.rules.tendency import Way
from tests.calculus.far_and_near import number
from tests.calculus.spelled import solved, spelled

n = Sym("n")


@pytest.mark.parametrize("term, exponent", [
    ("1 - cos(1/n)", -2), ("-cos(1/n) + 1", -2), ("1 - cos(1/sqrt(n))", -1), ("e^(1/n) - 1", -1), ("e^(1/n^2) - 1", -2),
    ("ln(1 + 1/n)", -1), ("ln(1 + 1/n^2)", -2), ("n*(1 - cos(1/n))", -1), ("e^(1/n) + 1", 0), ("2 - cos(1/n)", 0),
])  # fmt: skip
def test_a_small_difference_falls_like_its_first_power(term, exponent):
    found = growth(spelled(term), Way(n, INF, "")) or {}
    assert found.get(LOG, 0) == exponent
    with mp.workdps(60):
        far, farther = (abs(number(spelled(term), {"n": mp.mpf(10) ** k})) for k in (8, 9))
        assert abs(mp.log10(farther / far) - exponent) < 0.001


@pytest.mark.parametrize("task, answer", [
    ("converges(sum(1 - cos(1/n), n, 1, inf))", "converges"),
    ("converges(sum(e^(1/n) - 1, n, 1, inf))", "diverges"),
    ("converges(sum(ln(1 + 1/n^2), n, 1, inf))", "converges"),
    ("converges(sum(ln(1 + 1/n), n, 1, inf))", "diverges"),  # its sums are ln(N + 1)
    ("limit(softplus(x) - x, x, inf)", "0"),
    ("limit(ln(1 + e^x) - x, x, inf)", "0"),
    ("limit(ln(3 + 2*e^x) - x, x, inf)", "ln(2)"),
    ("limit(softplus(x) - 2*x, x, inf)", "-inf"),
    ("limit(-ln(t), t, 0, +)", "inf"),
    ("int(1/x, x, 0, 1)", "inf"),
    ("int(-1/x, x, 0, 1)", "-inf"),
])  # fmt: skip
def test_what_they_lead_to(task, answer):
    assert ascii(solved(task).answer) == answer
