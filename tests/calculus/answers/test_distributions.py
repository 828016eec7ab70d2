"""Posteriors as answers: the name of a distribution and its parameters."""

import pytest

from fluxions.calculus.answers.check import check
from tests.calculus.spelled import spelled

BINOMIAL = "posterior(p^7*(1 - p)^3, betadist(2, 2), p)"


@pytest.mark.parametrize("answer, task, verdict", [
    ("betadist(9, 5)", BINOMIAL, "right"),
    ("beta(9, 5)", BINOMIAL, "right"),  # in the place of a distribution the name is not the number
    ("betadist(18/2, 2 + 3)", BINOMIAL, "right"),
    ("betadist(9, 4)", BINOMIAL, "wrong"),
    ("betadist(5, 9)", BINOMIAL, "wrong"),
    ("normal(y/2, 1/sqrt(2))", "posterior(exp(-(y - m)^2/2), normal(0, 1), m)", "right"),
    ("normal(y/2, 1/2)", "posterior(exp(-(y - m)^2/2), normal(0, 1), m)", "wrong"),  # the variance, not the deviation
    ("gammadist(4, 1/3)", "posterior(r^3*exp(-2*r), exponential(1), r)", "right"),
    ("gammadist(4, 3)", "posterior(r^3*exp(-2*r), exponential(1), r)", "wrong"),  # the rate, not the scale
])  # fmt: skip
def test_a_posterior_is_judged_by_its_parameters(answer, task, verdict):
    assert type(check(answer, spelled(task))).__name__.lower() == verdict
