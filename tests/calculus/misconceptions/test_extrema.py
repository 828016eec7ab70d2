"""Wrong ways of optimisation, on tasks other than their examples; every wrong answer is worked out by hand."""

import pytest

from tests.calculus.misconceptions.values import led_to, mistakes

QUARTIC = "extrema(x^4 + y^4 - 4x*y + 1, [x, y])"
CLOSED = "extrema(x^3 - 3x, x, 0, 2)"
CIRCLE = "lagrange(4x + 3y, [x^2 + y^2 = 25], [x, y])"
STEP = "[3 - 1/4*at(diff(x^2 + x*y, x), [x, y], [3, 1]), 1 - 1/4*at(diff(x^2 + x*y, y), [x, y], [3, 1])]"


@pytest.mark.parametrize("task, wrong, name", [
    (QUARTIC, "{minimum([1, 1], -1), minimum([-1, -1], -1)}", "points-with-zero-lost"),
    (QUARTIC, "{saddle([0, 0], 1), minimum([1, 1], -1)}", "negative-roots-lost"),
    (QUARTIC, "{saddle([0, 0], 1), maximum([1, 1], -1), maximum([-1, -1], -1)}", "minimum-for-maximum"),
    (QUARTIC, "{minimum([0, 0], 1), minimum([1, 1], -1), minimum([-1, -1], -1)}", "every-point-a-minimum"),
    (QUARTIC, "{maximum([0, 0], 1), minimum([1, 1], -1), minimum([-1, -1], -1)}", "negative-determinant-maximum"),
    ("extrema(x^2 + y^2 + z^2, [x, y, z])", "{maximum([0, 0, 0], 0)}", "minimum-for-maximum"),
    ("extrema(x^4, x)", "{saddle(0, 0)}", "singular-taken-for-saddle"),
    ("extrema(x^4 - 2x^2, x)", "{minimum(-1, -1)}", "one-point-only"),
    (CLOSED, "{minimum(1, -2)}", "ends-left-out"),
    (CLOSED, "{minimum(0, 0), maximum(2, 2)}", "ends-only"),
    (CLOSED, "{maximum(1, -2), minimum(2, 2)}", "minimum-for-maximum"),
    ("extrema(x^3 - 12x, x, 0, 3)", "{minimum(2, -16), maximum(-2, 16)}", "points-outside-kept"),
    (CIRCLE, "{maximum([-4, -3], -25), minimum([4, 3], 25)}", "minimum-for-maximum"),
    ("extrema(x^3 - 12x, x)", "{maximum(-sqrt(12), 0), minimum(sqrt(12), 0)}", "zeros-of-the-function"),
    ("extrema(x^3 - 12x, x)", "{maximum(-2, 0), minimum(2, 0)}", "slope-for-the-value"),  # at both
    ("extrema(x^3 - 12x, x)", "{maximum(-2, -12), minimum(2, 12)}", "curvature-for-the-value"),
    ("extrema(x^3 - 12x, x)", "{maximum(16, -2), minimum(-16, 2)}", "place-and-value-exchanged"),
    ("extrema(x^3 - 12x, x)", "{saddle(0, 0)}", "zeros-of-the-curvature"),
    ("extrema(x^2 - 6x, x)", "{minimum(-3, 27)}", "solutions-turned"),
    ("extrema(x^2 + y^2 - 6x - 2y, [x, y])", "{minimum([-3, -1], 30)}", "solutions-turned"),
    ("extrema(x^2 + y^2 - 6x - 2y, [x, y])", "{minimum([3, -1], -6)}", "last-coordinate-turned"),
    ("extrema(x^2 + y^2 - 6x - 2y, [x, y])", "{minimum([1, 3], -2)}", "point-coordinates-exchanged"),
    ("extrema(x^2 + y^2 - 6x - 2y, [x, y])", "{minimum([3, 1], 0)}", "slope-for-the-value"),
    (CLOSED, "{minimum(1, -2), maximum(0, 0)}", "upper-end-left-out"),
    ("extrema(x^2 - 2x, x, -1, 2)", "{minimum(1, -1), maximum(2, 0)}", "lower-end-left-out"),
    (CLOSED, "{maximum(0, 0), minimum(1, -2), maximum(2, 2)}", "local-for-extreme"),
    (CLOSED, "{maximum(2, 2)}", "greatest-alone"),
    (CLOSED, "{minimum(0, -3), maximum(2, 9)}", "slopes-compared"),
    (CIRCLE, "{maximum([4, -3], 7), minimum([-4, 3], -7)}", "last-coordinate-turned"),  # with their kinds
    (CIRCLE, "{maximum([3, 4], 24), minimum([-3, -4], -24)}", "point-coordinates-exchanged"),
    ("lagrange(x^2 + y^2, [x + 3y = 10], [x, y])", "{minimum([-1, -3], 10)}", "solutions-turned"),
    ("lagrange(x*y, [2x + 3y = 12], [x, y])", "{maximum([12/5, 12/5], 144/25)}", "variables-set-equal"),
    ("lagrange(x*y, [2x + 3y = 12], [x, y])", "{saddle([3, 2], 6)}", "kind-without-constraint"),
    ("kkt((x - 3)^2 + y^2, [x <= 1], [x, y])", "{maximum([1, 0], 4)}", "minimum-for-maximum"),
    ("kkt((x - 6)^2 + y^2, [x <= 7], [x, y])", "{minimum([-6, 0], 144)}", "solutions-turned"),
    ("definiteness([[1, 3], [3, 9]])", "indefinite", "singular-as-indefinite"),
    ("definiteness([[-2, 1], [1, -2]])", "positive_definite", "positive-and-negative-exchanged"),
    ("definiteness([[-2, 1], [1, -2]])", "negative_semidefinite", "semidefinite-where-definite"),
    ("convexity(2x^2 - 3x*y - y^2, [x, y])", "convex", "convex-in-each-variable"),
    ("convexity(ln(x), [x])", "neither", "concave-as-neither"),
    ("descend((w - 3)^2, w, 5, 1/4, 2)", "1/4", "loss-at-the-end"),  # (7/2 - 3)²
    (STEP, "[9/4, -3/4]", "step-entries-exchanged"),  # the gradient is [7, 3]
    (STEP, "[7, 3]", "gradient-alone"),
    (STEP, "[-7/4, -3/4]", "move-alone"),
    (STEP, "[5/4, 1]", "first-weight-alone"),
    (CIRCLE, "{minimum([-4, -3], -25), minimum([4, 3], 25)}", "every-candidate-a-minimum"),
    ("lagrange(x*y, [x + y = 10], [x, y])", "{saddle([0, 0], 0)}", "constraint-ignored"),
    ("lagrange(x^2 + 2y^2, [x + y = 6], [x, y])", "{minimum([1/2, 1/4], 3/8)}", "multiplier-taken-as-one"),
    ("shadowprice(x*y, [x + y = 10], [x, y])", "-5", "price-sign-turned"),
    ("shadowprice(x*y, [x + y = 10], [x, y])", "1/5", "price-upside-down"),
    ("kkt(x^2 + y^2, [x + y <= 2], [x, y])", "{minimum([1, 1], 2)}", "all-constraints-active"),
    ("kkt((x - 3)^2 + y^2, [x <= 1], [x, y])", "{minimum([3, 0], 0)}", "constraint-ignored"),
    ("definiteness([[-1, 0], [0, -3]])", "positive_definite", "determinant-decides"),
    ("definiteness([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])", "indefinite", "entries-decide"),
    ("definiteness([[1, 4], [4, 2]])", "positive_definite", "diagonal-decides"),
    ("convexity(-x^2 - y^2, [x, y])", "convex", "convex-and-concave-exchanged"),
    ("convexity(x^2 + 5x*y + y^2, [x, y])", "convex", "convex-in-each-variable"),
    ("descend((w - 3)^2, w, 5, 1/4, 2)", "3", "slope-taken-once"),
    ("descend((w - 3)^2, w, 5, 1/4, 2)", "9/2", "every-step-from-the-start"),  # slope 2 at 4: 5 - 1/2
    (STEP, "[19/4, 7/4]", "gradient-added"),
    (STEP, "[-4, -2]", "gradient-without-rate"),
    (STEP, "[5/4, 11/16]", "weights-one-after-the-other"),  # x = 3 - 7/4 first
])  # fmt: skip
def test_a_wrong_answer_is_led_to(task, wrong, name):
    assert name in led_to(task, wrong), [each for each, _ in mistakes(task)]


@pytest.mark.parametrize("task, name", [
    ("extrema(x*y, [x, y])", "minimum-for-maximum"),  # a saddle stays a saddle
    ("extrema(x^2 + y^2, [x, y])", "points-with-zero-lost"),  # nothing would be left
    ("extrema(x^2, x, 1, 2)", "ends-left-out"),  # no zero inside
    ("kkt(x^2 + y^2, [x + y = 2], [x, y])", "all-constraints-active"),
    ("descend((w - 3)^2, w, 5, 1/4, 1)", "slope-taken-once"),  # the first step has no other slope
])  # fmt: skip
def test_it_is_not_seen_where_it_does_not_fit_or_makes_no_difference(task, name):
    assert name not in {each for each, _ in mistakes(task)}
