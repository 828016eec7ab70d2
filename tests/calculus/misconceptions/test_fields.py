"""Wrong rules of vector calculus and of changed coordinates; every wrong answer is worked out by hand."""

import pytest

from tests.calculus.misconceptions.values import led_to, mistakes

TURNING = "curl([x*y, y*z, x*z], [x, y, z])"  # (-y, -z, -x)
DISC = "[x, y], [r*cos(t), r*sin(t)], [r, t], [0, 1], [0, 2pi]"
BOX = "[x, y, z], [x, y, z], [x, y, z], [0, 1], [0, 2], [0, 3]"
SPRING = "div([3x^2*y, 2y*z, 5z^2], [x, y, z])"
BOWL = "laplacian(3x^3 + 2x*y^2, [x, y])"
WELL = "potential([10x*y, 5x^2 + 4y], [x, y])"
WAY = "line([2y, 7x], [x, y], [t, t^2], t, 0, 1)"
SLOPE = "flux([0, 0, 3], [x, y, z], [u, w, 3u], [u, w], [0, 1], [0, 2])"
ARC = "[cos(t), sin(t)], t, 0, pi"


@pytest.mark.parametrize("task, wrong, name", [
    ("div([x*y, y*z, z*x], [x, y, z])", "2x + 2y + 2z", "divergence-of-all-entries"),
    ("div([x*y, y*z, z*x], [x, y, z])", "[y, z, x]", "divergence-as-vector"),
    ("div([x^2, x*y], [x, y])", "x", "divergence-with-minus"),
    ("div([x^2*y, x*y], [x, y])", "x^2 + y", "divergence-crossed"),
    (SPRING, "6x*y", "divergence-by-one-variable"),
    (SPRING, "3x^2*y + 2y*z + 5z^2", "divergence-undifferentiated"),
    (SPRING, "6x*y - 2z + 10z", "divergence-alternating"),
    (SPRING, "120x*y*z^2", "divergence-multiplied"),
    (SPRING, "6x*y", "divergence-of-first-part"),
    (SPRING, "6x*y + 2z", "divergence-without-last"),
    ("div([5x*y^2, 8x^2*y], [x, y])", "6x*y", "curl-for-divergence"),
    ("curl([y*z, x^2, x*z], [x, y, z])", "[0, 0, x]", "curl-by-own-variables"),
    ("curl([y*z, x^2, x*z], [x, y, z])", "[0, y, 2x]", "curl-second-part-missing"),
    ("curl([y*z, x^2, x*z], [x, y, z])", "[0, -z, -z]", "curl-first-part-missing"),
    ("curl([y*z, x^2, x*z], [x, y, z])", "x", "divergence-for-curl"),
    ("curl([x*y^2, x^3], [x, y])", "[3x^2, 2x*y]", "plane-curl-listed"),
    (BOWL, "18x", "laplacian-by-first-variable"),
    (BOWL, "4x", "laplacian-by-last-variable"),
    (BOWL, "14x", "laplacian-with-minus"),
    (BOWL, "4y", "laplacian-as-mixed"),
    (BOWL, "72x^2", "laplacian-as-product"),
    (BOWL, "[9x^2 + 2y^2, 4x*y]", "laplacian-as-gradient"),
    (BOWL, "72x^2 - 16y^2", "laplacian-as-determinant"),
    (WELL, "10y + 4", "potential-differentiated"),
    (WELL, "10x*y + 5x^2 + 4y", "potential-as-components-added"),
    (WELL, "5x*y^2 + 5x^3/3 + 4x*y", "potential-by-the-other-variable"),
    (WELL, "-5x^2*y - 2y^2", "potential-turned"),
    (WELL, "5x^2*y + 4y", "potential-rest-not-integrated"),
    (WELL, "5x^2*y - 2y^2", "potential-rest-subtracted"),
    (WAY, "9/4", "position-for-velocity"),
    (WAY, "2/3", "first-component-of-work"),
    (WAY, "14/3", "last-component-of-work"),
    (WAY, "-4", "components-of-work-subtracted"),
    ("line(y, [x, y], [3t, 4t], t, 0, 1)", "50", "speed-squared"),
    (SLOPE, "6sqrt(10)", "strength-times-area"),
    (SLOPE, "2sqrt(10)", "area-alone"),
    ("flux([1, 0, 3], [x, y, z], [u, w, 2u + w^2], [u, w], [0, 1], [0, 2])", "10", "flux-slopes-added"),
    ("green([y, 3x], [x, y], [x, y], [x, y], [0, 1], [0, 2])", "2", "curl-not-integrated"),
    (f"gauss([x, 2y, 4z], {BOX})", "7", "curl-not-integrated"),
    (f"gauss([x, 2y, 4z], {BOX})", "6", "region-alone"),
    (TURNING, "[y, z, x]", "curl-turned"),
    (TURNING, "[y, z, x]", "curl-with-plus"),  # each component has one term only
    (TURNING, "[-y, z, -x]", "curl-middle-sign"),
    (TURNING, "-x - y - z", "curl-added-up"),
    (TURNING, "[-x, -z, -y]", "curl-ends-exchanged"),
    ("laplacian(exp(x)*sin(y), [x, y])", "exp(x)*sin(y) + exp(x)*cos(y)", "laplacian-of-first-order"),
    ("laplacian(x^2*y, [x, y])", "4x^2*y^2 + x^4", "laplacian-as-square"),
    ("laplacian(x^2*y, [x, y])", "2y + 4x", "laplacian-with-mixed"),
    ("potential([y*z + 2x, x*z, x*y + cos(z)], [x, y, z])", "3x*y*z + x^2 + sin(z)", "potential-parts-added"),
    ("potential([y*z + 2x, x*z, x*y + cos(z)], [x, y, z])", "x*y*z + x^2", "potential-of-first-part"),
    ("potential([-y, x], [x, y])", "-x*y", "potential-without-test"),
    ("line([y, x], [x, y], [t, t^2], t, 0, 1)", "-1", "ends-exchanged"),  # by the potential
    ("line([-y, x], [x, y], [t, t^2], t, 0, 1)", "-1/3", "ends-exchanged"),  # by the velocity
    ("line([-y, x], [x, y], [t, t^2], t, 0, 1)", "1/6", "velocity-left-out"),
    ("line([-y, x], [x, y], [t, t^2], t, 0, 1)", "1/6", "field-at-the-parameter"),
    ("line([-y, x], [x, y], [t, t^2], t, 0, 1)", "0", "potential-of-any-field"),
    ("line([-y, x], [x, y], [cos(t), sin(t)], t, 0, 2pi)", "0", "closed-loop-taken-for-zero"),
    (f"line(3, [x, y], {ARC})", "3pi", None),
    ("line(y, [x, y], [3t, 4t], t, 0, 1)", "2", "speed-left-out"),
    (f"line(1, [x, y], {ARC})", "2", "displacement-for-length"),
    ("flux([0, 0, 1], [x, y, z], [u, w, u^2 + w^2], [u, w], [-1, 1], [-1, 1])", "-4", "cross-turned"),
    ("flux(1, [x, y, z], [u, w, 2u + 2w], [u, w], [0, 1], [0, 1])", "1", "area-factor-left-out"),
    ("green([y, 3x], [x, y], [x, y], [x, y], [0, 1], [0, 2])", "-4", "curl-turned"),
    (f"green([-y^3, x^3], {DISC})", "2pi", "stretch-left-out"),
    ("green([y, 3x], [x, y], [x, y], [x, y], [0, 1], [0, 2])", "0", "divergence-for-curl"),
    (f"gauss([x, 2y, 0], {BOX})", "-18", "inward-flux"),
    (f"gauss([x, 2y, 0], {BOX})", "-7", None),
    ("over(1/sqrt(x^2 + y^2), [x, y], 1 <= x^2 + y^2, x^2 + y^2 <= 9)", "2pi*ln(3)", "radius-factor-left-out"),
    ("over(z, [x, y, z], x^2 + y^2 <= 1, 0 <= z, z <= 2)", "4pi", "radius-factor-left-out"),
    ("over(x^2 + y^2, [x, y], x^2 + y^2 <= 1)", "2pi/3", "radius-for-its-square"),
])  # fmt: skip
def test_a_wrong_answer_is_led_to(task, wrong, name):
    named = led_to(task, wrong)
    assert (name in named) if name else not named, [each for each, _ in mistakes(task)]


@pytest.mark.parametrize("task, name", [
    ("green([x^2*y, x*y^3], [x, y], [x, y], [x, y], [0, 1], [0, 2])", "stretch-left-out"),  # no new coordinates
    ("line([-y, x], [x, y], [cos(t), sin(t)], t, 0, 2pi)", "potential-of-any-field"),  # the loop has its own name
    ("curl([-y, x], [x, y])", "curl-middle-sign"),  # in the plane there is one component
    ("div([x, y], [x, y])", "divergence-of-all-entries"),
    ("over(x^2 + y^2, [x, y], x^2 + y^2 <= 1, x >= 0)", "half-a-turn"),
])  # fmt: skip
def test_it_is_not_seen_where_it_does_not_fit_or_makes_no_difference(task, name):
    assert name not in {each for each, _ in mistakes(task)}
