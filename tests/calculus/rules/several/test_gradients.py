"""Gradients and their kin, as tables of facts."""

import pytest

from fluxions.calculus.rules.several import chains, gradients, places, vectors
from tests.calculus.spelled import check


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (gradients.gradient, "grad(x^2*y, [x, y])", "[diff(x^2*y, x), diff(x^2*y, y)]"),
        (gradients.gradient, "grad(x^2*y, [x, x])", None),  # not two variables
        (gradients.gradient, "grad([x, y], [x, y])", None),  # a field has a Jacobian
        (gradients.jacobian, "jacobian([x*y, x], [x, y])", "[[diff(x*y, x), diff(x*y, y)], [diff(x, x), diff(x, y)]]"),
        (gradients.hessian, "hessian(x*y, [x, y])", "jacobian(grad(x*y, [x, y]), [x, y])"),
        (gradients.component_by_component, "diff([t, t^2], t)", "[diff(t, t), diff(t^2, t)]"),
        (gradients.unit_direction, "dirderiv(x*y, [x, y], [1, 2], [3, 4])",
         "dirderiv(x*y, [x, y], [1, 2], [3/5, 4/5])"),
        (gradients.unit_direction, "dirderiv(x*y, [x, y], [1, 2], [3/5, 4/5])", None),  # of length 1 already
        (gradients.unit_direction, "dirderiv(x*y, [x, y], [1, 2], [0, 0])", None),  # no direction
        (gradients.slope_in_direction, "dirderiv(x*y, [x, y], [1, 2], [3/5, 4/5])",
         "dot(at(grad(x*y, [x, y]), [x, y], [1, 2]), [3/5, 4/5])"),
        (gradients.slope_in_direction, "dirderiv(x*y, [x, y], [1, 2], [3, 4])", None),  # not of length 1
        (gradients.tangent_plane, "tangent(x*y, [x, y], [2, 3])",
         "at(x*y, [x, y], [2, 3]) + at(diff(x*y, x), [x, y], [2, 3])*(x - 2)"
         " + at(diff(x*y, y), [x, y], [2, 3])*(y - 3)"),
        (gradients.tangent_plane, "tangent(x*y, [x, y], [2, 3, 4])", None),
        (gradients.second_order, "taylor(x*y, [x, y], [0, 0], 3)", None),  # to second order only
        (gradients.second_order, "taylor(x*y, [x, y], [2, 3], 0)", "at(x*y, [x, y], [2, 3])"),
        (gradients.differential, "differential(x*y, [x, y], [h, k])", "diff(x*y, x)*h + diff(x*y, y)*k"),
        (places.put_in, "at(x*y + x, [x, y], [y, x])", "y*x + y"),  # all at once
        (vectors.dot_product, "dot([1, 2], [x, y])", "1*x + 2*y"),
        (vectors.dot_product, "dot([1, 2, 3], [x, y])", None),
        (vectors.cross_product, "cross([1, 0, 0], [0, 1, 0])", "[0*0 - 0*1, 0*0 - 1*0, 1*1 - 0*0]"),
        (vectors.length, "norm([x, 1])", "sqrt(x^2 + 1^2)"),
        (vectors.length_of_square, "norm([3*cos(t), 3*sin(t)])", "3"),
        (vectors.length_of_square, "norm([a*cos(t), a*sin(t)])", "abs(a)"),
        (vectors.length_of_square, "norm([u*cos(t), u*sin(t), u])", "sqrt(2)*abs(u)"),
        (vectors.length_of_square, "norm([u, 2*u^2])", "sqrt(4*u^2 + 1)*abs(u)"),
        (vectors.length_of_square, "norm([x, 1])", None),  # nothing comes out of the root
        (vectors.determinant, "det([[a, b], [c, d]])", "a*d - b*c"),
        (vectors.expansion, "det([[1, 0, 2], [a, b, c], [p, q, r]])",
         "1*det([[b, c], [q, r]]) + 2*det([[a, b], [p, q]])"),
        (chains.over_all_paths, "chain(x*t, [x = t^2], t)",
         "path(x*t, vector(x = t^2), [x, t]) + path(x*t, vector(x = t^2), vector(t))"),
        (chains.over_all_paths, "chain(x, [x = y, y = x], t)", None),  # round in a circle, and never to t
        (chains.along_one_path, "path(x*y, [x = t^2, y = t], [x, t])",
         "at(diff(x*y, x), [x, y], [t^2, t])*diff(t^2, t)"),
        (chains.slope_of_curve, "parametric([t^2, t^3], t)", "diff(t^3, t)/diff(t^2, t)"),
    ],
)  # fmt: skip
def test_rules(rule, before, after):
    check(rule, before, after)
