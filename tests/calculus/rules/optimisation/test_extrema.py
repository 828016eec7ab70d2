"""Extrema with and without constraints, as tables of facts; and what is declined instead of guessed."""

import pytest

from fluxions.calculus.derivation.step import Unsolved
from fluxions.calculus.rules.optimisation import constrained, convexity, extrema, kkt
from fluxions.calculus.solve import solve
from tests.calculus.spelled import check, spelled


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (extrema.stationary_points, "extrema(x*y, [x, y])",
         "classify(x*y, [x, y], solve([diff(x*y, x) = 0, diff(x*y, y) = 0], [x, y]))"),
        (extrema.stationary_points, "extrema(abs(x) + y^2, [x, y])", None),  # a kink
        (extrema.critical_points, "extrema(x^2, x)", "classify(x^2, x, solve(diff(x^2, x) = 0, x))"),
        (extrema.by_minors, "kind(f(x), [x, y], [0, 0], [[2, 0], [0, 4]])",
         "minimum([0, 0], at(f(x), [x, y], [0, 0]))"),
        (extrema.by_minors, "kind(f(x), [x, y], [0, 0], [[-2, 0], [0, -4]])",
         "maximum([0, 0], at(f(x), [x, y], [0, 0]))"),
        (extrema.by_minors, "kind(f(x), [x, y], [0, 0], [[0, 1], [1, 0]])",
         "saddle([0, 0], at(f(x), [x, y], [0, 0]))"),
        (extrema.by_minors, "kind(f(x), [x, y], [0, 0], [[1, 1], [1, 1]])", None),  # singular: not decided here
        (extrema.along_lines, "kind(x^3 - 3x*y^2, [x, y], [0, 0], [[0, 0], [0, 0]])",
         "saddle([0, 0], at(x^3 - 3x*y^2, [x, y], [0, 0]))"),
        (extrema.along_lines, "kind((y - x^2)*(y - 2x^2), [x, y], [0, 0], [[0, 0], [0, 2]])", None),
        (extrema.along_parabolas, "kind((y - x^2)*(y - 2x^2), [x, y], [0, 0], [[0, 0], [0, 2]])",
         "saddle([0, 0], at((y - x^2)*(y - 2x^2), [x, y], [0, 0]))"),
        (extrema.along_parabolas, "kind(3x^2*y - x^2 - x*y^2, [x, y], [0, 0], [[-2, 0], [0, 0]])",
         "saddle([0, 0], at(3x^2*y - x^2 - x*y^2, [x, y], [0, 0]))"),  # flat along one line
        (extrema.never_less, "kind(x^4 + y^4, [x, y], [0, 0], [[0, 0], [0, 0]])",
         "minimum([0, 0], at(x^4 + y^4, [x, y], [0, 0]))"),
        (extrema.never_less, "kind(x^4 - y^4, [x, y], [0, 0], [[0, 0], [0, 0]])", None),
        (extrema.candidates, "extrema(1/x, x, -1, 1)", None),  # a pole inside
        (extrema.values_compared, "compare({[0, 3], [1, -2], [2, 3]})",
         "{maximum(0, 3), minimum(1, -2), maximum(2, 3)}"),
        (constrained.without_multipliers, "multipliers([y = lambda*1, x = lambda*1], [lambda], [x + y = 10], [x, y])",
         "solve([y - x = 0, x + y - 10 = 0], [x, y])"),
        (constrained.values_on_bounded_set, "onset(x, [x^2 - y^2 = 1], [x, y], {[1, 0], [-1, 0]})", None),  # no bound
        (kkt.sorted_candidates, "allowed([x + y >= 2], [x, y], {}, {[0, 0]})", "{}"),  # not feasible
        (kkt.sorted_candidates, "allowed([x + y <= 2], [x, y], {1}, {[1, 1, -2]})", "{}"),  # a negative multiplier
        (kkt.sorted_candidates, "allowed([x + y <= 2], [x, y], {1}, {[1, 1, 2]})", "{[1, 1]}"),
        (convexity.definiteness, "definiteness([[1, 2], [2, 1]])", "indefinite"),
        (convexity.definiteness, "definiteness([[0, 0], [0, 1]])", "positive_semidefinite"),
        (convexity.definiteness, "definiteness([[1, 2], [3, 1]])", None),  # not symmetric
        (convexity.sign_of_curvature, "curvature([x, y], [[exp(x), 0], [0, 2]])", "convex"),
        (convexity.sign_of_curvature, "curvature([x, y], [[6x, 0], [0, 2]])", None),
    ],
)  # fmt: skip
def test_rules(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize(
    "task",
    [
        "extrema(abs(x), x)",  # a minimum at a kink, which no derivative shows
        "extrema(x^(2/3), x)",  # a cusp
        "extrema(x^2*y^2, [x, y])",  # whole lines of minima
        "extrema(1/x, x, -1, 1)",
        "kkt(-x^2, [x <= 1], vector(x))",  # there is no minimum
    ],
)
def test_what_is_not_known_is_not_guessed(task):
    assert isinstance(solve(spelled(task)), Unsolved)
