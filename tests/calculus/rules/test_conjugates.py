"""Differences of roots multiplied by their partners, as a table of facts."""

import pytest

from fluxions.calculus.rules import conjugates as rules
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (rules.conjugates, "limit(sqrt(x^2 + x) - x, x, inf)", "limit(x/(sqrt(x^2 + x) + x), x, inf)"),
        (rules.conjugates, "limit(cbrt(x + 1) - cbrt(x), x, inf)", None),
        (rules.conjugates, "limit(sqrt(x) + x, x, inf)", None),  # nothing stands against it
        (
            rules.cube_conjugates,
            "limit(cbrt(x + 1) - cbrt(x), x, inf)",
            "limit(1/((x + 1)^(2/3) + cbrt(x)*cbrt(x + 1) + x^(2/3)), x, inf)",
        ),
        (
            rules.cube_conjugates,
            "limit(x - cbrt(x^3 - 1), x, inf)",
            "limit(1/(x^2 + x*cbrt(x^3 - 1) + (x^3 - 1)^(2/3)), x, inf)",
        ),
        (
            rules.cube_conjugates,
            "limit(2*cbrt(x + 1) - cbrt(8x), x, inf)",
            "limit(8/(4*(x + 1)^(2/3) + 2*cbrt(8*x)*cbrt(x + 1) + (8*x)^(2/3)), x, inf)",
        ),
        (rules.cube_conjugates, "limit(cbrt(x + 1) - cbrt(x), x, 0)", None),  # determined
        (rules.cube_conjugates, "limit(sqrt(x + 1) - sqrt(x), x, inf)", None),
    ],
)
def test_the_roots_go_away(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize("task, answer", [
    ("limit(cbrt(x^3 + x^2) - x, x, -inf)", "1/3"),  # the cube root of a negative number is negative
    ("limit(cbrt(x + 1) - cbrt(x), x, -inf)", "0"),
])  # fmt: skip
def test_far_out_to_the_left(task, answer):
    assert solved(task).answer == spelled(answer)
