"""Wrong rules of several variables, on tasks other than their examples; every wrong answer is worked out by hand."""

import pytest

from tests.calculus.misconceptions.values import led_to, mistakes

PLANE = "tangent(x^2*y, [x, y], [1, 1])"
SECOND = "taylor(x^2*y, [x, y], [1, 1], 2)"
SLOPE = "dirderiv(x*y, [x, y], [2, 3], [1, 1])"
TREE = "chain(x*y, [x = u + v, y = u*v, u = t, v = t^2], t)"
STEEP = "dirderiv(3x^2*y, [x, y], [1, 3], [4, 3])"
MAP = "jacobian([x^2*y, x + y^2], [x, y])"
BOWL = "hessian(3x^3 + 2x*y^2, [x, y])"
WALK = "chain(x^2*y, [x = 4t, y = t^3], t)"
POLAR = "jacobian([r*cos(t), r*sin(t)], [r, t])"


@pytest.mark.parametrize("task, wrong, name", [
    ("diff(x*y^2 + y, x)", "y^2 + 2x*y + 1", "every-variable-moves"),
    ("diff(3x^2*y, x)", "6x", "each-variable-in-turn"),
    ("diff(diff(x^3*y^2, y), x)", "2x^3", "same-variable-twice"),
    ("at(diff(diff(x^2*y, x), y), [x, y], [1, 3])", "6", "mixed-as-product"),
    ("grad(sqrt(x^2 + y^2 + z^2), [x, y, z])", "[x, y/sqrt(x^2 + y^2 + z^2), z/sqrt(x^2 + y^2 + z^2)]",
     "length-as-half-square"),
    ("at(grad(x^2*y, [x, y]), [x, y], [1, 2])", "[-1, 4]", "along-the-level-curve"),
    ("at(grad(x^2*y, [x, y]), [x, y], [1, 2])", "5", "partials-added"),
    ("diff(6x^4*y^3 + 9y, x)", "24x^3", "other-factor-dropped"),
    ("diff(exp(6x*y), x)", "6x*exp(6x*y)", "by-the-other-variable"),
    ("diff(6x^4*y^3 + 9y, x)", "24x^3*y^3 + 9", "still-term-differentiated"),
    ("diff(diff(x^3*y^2, y), x)", "2x^3*y", "second-variable-left-out"),
    ("diff(diff(x^3*y^2, y), x)", "3x^2*y^2", "first-variable-left-out"),
    ("grad(x^2 + 3x*y, [x, y])", "[3x, 2x + 3y]", "gradient-in-the-other-order"),
    ("grad(x^2 + 3x*y, [x, y])", "[-2x - 3y, -3x]", "gradient-downhill"),
    ("at(grad(x^2 + 3x*y, [x, y]), [x, y], [4, 2])", "40", "value-for-gradient"),
    ("at(grad(x^2 + 3x*y, [x, y]), [x, y], [4, 2])", "[16, 6]", "gradient-at-exchanged-place"),
    ("at(grad(x^2 + 3x*y, [x, y]), [x, y], [4, 2])", "[0, 0]", "place-put-in-first"),
    (STEEP, "21", "direction-left-out"),
    (STEEP, "63/5", "value-in-the-direction"),
    (STEEP, "81/7", "divided-by-the-sum"),
    (STEEP, "405", "multiplied-by-the-length"),
    (STEEP, "66/5", "direction-exchanged"),
    (STEEP, "-81/5", "direction-turned"),
    (STEEP, "63/5", "products-subtracted"),
    (STEEP, "432/5", "gradient-at-the-direction"),
    (MAP, "[[x^2, 2x*y], [2y, 1]]", "jacobian-columns-exchanged"),
    (MAP, "[[1, 2y], [2x*y, x^2]]", "jacobian-rows-exchanged"),
    (MAP, "[2x*y, 2y]", "jacobian-diagonal-listed"),
    (MAP, "[2x*y + x^2, 1 + 2y]", "jacobian-rows-added"),
    (BOWL, "[[4x, 4y], [4y, 18x]]", "hessian-mirrored"),
    (BOWL, "[[18x, -4y], [-4y, 4x]]", "mixed-entries-turned"),
    (BOWL, "[9x^2 + 2y^2, 4x*y]", "gradient-for-second-derivatives"),
    (BOWL, "22x", "trace-for-hessian"),
    (BOWL, "[[9x^2 + 2y^2, 4y], [4y, 4x*y]]", "first-derivatives-on-diagonal"),
    (BOWL, "[[4y, 18x], [4x, 4y]]", "hessian-columns-exchanged"),
    (WALK, "-16t^4", "paths-subtracted"),
    (WALK, "12t^2", "rates-multiplied"),
    (WALK, "4 + 3t^2", "rates-added"),
    (WALK, "48t^2", "rates-put-in"),
    ("parametric([t^2, t^4], t)", "4t^3 + 2t", "curve-rates-added"),
    (PLANE, "1 - 2(x - 1) - (y - 1)", "plane-with-turned-slopes"),
    ("tangent(x^2*y, [x, y], [1, 2])", "2 + 4(x - 2) + (y - 1)", "plane-with-exchanged-place"),
    (PLANE, "2x + y", "plane-slopes-alone"),
    (SECOND, "1 + 2(x - 1) + (y - 1)", "second-order-left-out"),
    (SECOND, "1 + 2(x - 1) + (y - 1) + (x - 1)^2 + 4(x - 1)(y - 1)", "cross-term-doubled"),
    (SLOPE, "5", "direction-not-unit"),
    (SLOPE, "5/2", "divided-by-the-square"),
    (SLOPE, "17/5", "target-as-direction"),  # to (3, 4), of length 5
    (SLOPE, "sqrt(13)", "steepest-for-asked"),
    (SLOPE, "[3, 2]", "gradient-for-slope"),
    (PLANE, "2(x - 1) + y - 1", "plane-height-left-out"),
    (PLANE, "1 + 2x + y", "plane-from-the-origin"),
    (PLANE, "1 + 2x*y*(x - 1) + x^2*(y - 1)", "plane-with-moving-slopes"),
    (PLANE, "1 + 2(x - 1)", "plane-along-one-variable"),
    (PLANE, "1 + (x - 1) + 2(y - 1)", "plane-with-exchanged-slopes"),
    (SECOND, "1 + 2(x - 1) + (y - 1) + 2(x - 1)^2 + 2(x - 1)(y - 1)", "half-left-out"),
    (SECOND, "1 + 2(x - 1) + (y - 1) + (x - 1)^2 + (x - 1)(y - 1)", "cross-term-halved"),
    (SECOND, "1 + 2(x - 1) + (y - 1) + (x - 1)^2", "cross-term-left-out"),
    (SECOND, "1 + 2(x - 1) + (y - 1) + 2(x - 1)^2 + 4(x - 1)(y - 1)", "form-not-halved"),
    (SECOND, "1 + (x - 1)^2 + 2(x - 1)(y - 1)", "first-order-left-out"),
    (TREE, "t^3", "first-path-only"),
    (TREE, "2t^3 + 2t^4", "last-path-only"),
    ("chain(x^2 + y^2, [x = r*cos(t), y = r*sin(t)], [r, t])", "[2r*cos(t)^2, 0]", "first-path-only"),
    ("chain(t*x, [x = sin(t)], t)", "t*cos(t)", "direct-part-left-out"),
    ("chain(t*x, [x = sin(t)], t)", "sin(t)", "direct-part-only"),
    ("chain(x*y, [x = t^2, y = t^3], t)", "3t^2 + t^2 + t^3 + 2t", "steps-of-a-path-added"),
    ("chain(x*y, [x = t^2, y = t^3], t)", "t^3 + t^2", "last-step-left-out"),
    ("chain(x*y, [x = t^2, y = t^3], t)", "2t^2 + 3t^3", "slopes-at-the-parameter"),
    ("chain(x*y, [x = t^2, y = t^3], t)", "6t^8", "paths-multiplied"),
    ("parametric([cos(t), sin(t)], t)", "-tan(t)", "curve-slope-upside-down"),
    (POLAR, "[[cos(t), sin(t)], [-r*sin(t), r*cos(t)]]", "jacobian-transposed"),
    (POLAR, "[[cos(t), 0], [0, r*cos(t)]]", "off-diagonal-left-out"),
    (f"det({POLAR})", "r*cos(t)^2 - r*sin(t)^2", "determinant-with-plus"),
    (f"det({POLAR})", "-r", "determinant-turned"),
    (f"det({POLAR})", "cos(t) + r*cos(t)", "trace-for-determinant"),
    ("hessian(x*y*z, [x, y, z])", "[[0, 0, 0], [0, 0, 0], [0, 0, 0]]", "off-diagonal-left-out"),
    ("at(hessian(x^2*y, [x, y]), [x, y], [1, 2])", "[[4, 4], [4, 0]]", "mixed-entries-as-products"),
    ("at(hessian(x^2*y, [x, y]), [x, y], [1, 2])", "[[2, 1], [1, 0]]", "hessian-halved"),
    ("at(hessian(x^2*y, [x, y]), [x, y], [1, 2])", "[4, 0]", "pure-seconds-listed"),
    ("norm(diff([cos(t), t], t))", "[-sin(t), 1]", "velocity-for-speed"),
    ("norm([1, 2, 2])", "5", "length-as-sum"),
    ("norm([1, 2, 2])", "9", "length-without-root"),
    ("cross([1, 0, 2], [0, 3, 1])", "[6, 1, -3]", "cross-turned"),
    ("cross([1, 0, 2], [0, 3, 1])", "[-6, 1, 3]", "cross-middle-sign"),
    ("det([[2, 0, 1], [1, 3, 0], [0, 1, 1]])", "6", "determinant-of-the-diagonal"),
])  # fmt: skip
def test_a_wrong_answer_is_led_to(task, wrong, name):
    assert name in led_to(task, wrong), [each for each, _ in mistakes(task)]


@pytest.mark.parametrize("task, name", [
    ("diff(a*x^2, x)", "every-variable-moves"),  # a is no variable beside x
    ("diff((w*x + b)^2, w)", "each-variable-in-turn"),
    ("dirderiv(x*y, [x, y], [2, 3], [3/5, 4/5])", "direction-not-unit"),
    ("chain(x*t + y, [x = t^2, y = t^3], t)", "first-path-only"),  # the direct part has its own name
    ("chain(x^2, [x = t^2], t)", "paths-multiplied"),
    ("jacobian([x^2, y^2], [x, y])", "off-diagonal-left-out"),  # the right answer is diagonal
    ("hessian(x^2 + x*y + y^2, [x, y])", "jacobian-transposed"),
    ("taylor(x*y, [x, y], [0, 0], 2)", "plane-height-left-out"),  # the height is 0
])  # fmt: skip
def test_it_is_not_seen_where_it_does_not_fit_or_makes_no_difference(task, name):
    assert name not in {each for each, _ in mistakes(task)}
