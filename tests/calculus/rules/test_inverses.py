"""The slope of an inverse function at a point."""

import pytest

from fluxions.calculus.derivation.step import Unsolved
from fluxions.calculus.language.latex import latex
from fluxions.calculus.rules import inverses as rules
from fluxions.calculus.solve import solve
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize(
    "before, after",
    [
        ("inverse(x^3 + x, x, 2, 1)", "1/at(diff(x^3 + x, x), x, 1)"),
        ("inverse(f(x), x, 5, 2)", "1/at(diff(f(x), x), x, 2)"),
        ("tangent(x^2, x, 1)", None),
    ],
)
def test_reciprocal_slope(before, after):
    check(rules.reciprocal_slope, before, after)


@pytest.mark.parametrize(
    "task, given, answer",
    [
        ("inverse(x^3 + 2x + 1, x, 4, 1)", (), "1/5"),
        ("inverse(3exp(x) + 2x, x, 3, 0)", (), "1/5"),
        ("inverse(Phi(x), x, Phi(1), 1)", (), "1/phi(1)"),
        ("inverse(f(x), x, 5, 2)", ("f(2) = 5", "f'(2) = 3", "f'(5) = 7"), "1/3"),
    ],
)
def test_answers(task, given, answer):
    assert solved(task, *given).answer == spelled(answer)


@pytest.mark.parametrize("task", ["inverse(x^3 + x, x, 3, 1)", "inverse(x^2, x, 0, 0)"])
def test_a_point_that_is_not_on_the_graph_or_has_no_slope_is_refused(task):
    assert isinstance(solve(spelled(task)), Unsolved)


def test_it_is_shown_as_the_slope_of_the_inverse():
    assert latex(spelled("inverse(x^3, x, 8, 2)")) == r"f(x)=x^3,\;f(2)=8:\quad \left(f^{-1}\right)'(8)"
    assert latex(spelled("inverse(f(x), x, 8, 2)")) == r"\left(f^{-1}\right)'(8)"
