"""Tasks of several variables with their answers, worked by hand."""

from __future__ import annotations

TASKS: tuple[tuple[str, str], ...] = (
    # partial derivatives and gradients
    ("diff(x^3*y^2 - 5x*y, x)", "3x^2*y^2 - 5y"),
    ("diff(exp(x*y), y)", "x*exp(x*y)"),
    ("diff(diff(x^2*sin(y), x), y)", "2x*cos(y)"),
    ("diff(ln(x^2 + y^2), x, 2)", "2(y^2 - x^2)/(x^2 + y^2)^2"),
    ("grad(x^2*y, [x, y])", "[2x*y, x^2]"),
    ("grad(x*exp(y), [x, y])", "[exp(y), x*exp(y)]"),
    ("grad(sqrt(x^2 + y^2), [x, y])", "[x/sqrt(x^2 + y^2), y/sqrt(x^2 + y^2)]"),
    ("grad(x*y*z, [x, y, z])", "[y*z, x*z, x*y]"),
    ("grad(ln(exp(x) + exp(y)), [x, y])", "[exp(x)/(exp(x) + exp(y)), exp(y)/(exp(x) + exp(y))]"),
    ("grad((w*x + b - y)^2, [w, b])", "[2x(w*x + b - y), 2(w*x + b - y)]"),
    ("at(grad(x^2 + 3x*y, [x, y]), [x, y], [1, 2])", "[8, 3]"),
    # Jacobians
    ("jacobian([x*y, x + y], [x, y])", "[[y, x], [1, 1]]"),
    ("jacobian([r*cos(t), r*sin(t)], [r, t])", "[[cos(t), -r*sin(t)], [sin(t), r*cos(t)]]"),
    ("det(jacobian([r*cos(t), r*sin(t)], [r, t]))", "r"),
    ("det(jacobian([r*sin(u)*cos(t), r*sin(u)*sin(t), r*cos(u)], [r, u, t]))", "r^2*sin(u)"),
    ("det(jacobian([u^2 - v^2, 2u*v], [u, v]))", "4u^2 + 4v^2"),
    ("jacobian([x^2, x*y, y^2], [x, y])", "[[2x, 0], [y, x], [0, 2y]]"),
    (
        "jacobian([exp(x)*cos(y), exp(x)*sin(y)], [x, y])",
        "[[exp(x)*cos(y), -exp(x)*sin(y)], [exp(x)*sin(y), exp(x)*cos(y)]]",
    ),
    ("det([[1, 2, 3], [4, 5, 6], [7, 8, 10]])", "-3"),
    # Hessians
    ("hessian(x^3 + x*y^2, [x, y])", "[[6x, 2y], [2y, 2x]]"),
    ("hessian(x^2 + 3x*y + y^2, [x, y])", "[[2, 3], [3, 2]]"),
    ("hessian(exp(x*y), [x, y])", "[[y^2*exp(x*y), exp(x*y)*(1 + x*y)], [exp(x*y)*(1 + x*y), x^2*exp(x*y)]]"),
    ("hessian(x*y*z, [x, y, z])", "[[0, z, y], [z, 0, x], [y, x, 0]]"),
    ("hessian(x*ln(y), [x, y])", "[[0, 1/y], [1/y, -x/y^2]]"),
    # slopes in a direction
    ("dirderiv(x^2*y, [x, y], [1, 2], [3/5, 4/5])", "16/5"),
    ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "16/5"),
    ("dirderiv(x*y, [x, y], [2, 3], [1, 1])", "5/sqrt(2)"),
    ("dirderiv(exp(x)*y, [x, y], [0, 1], [1, 0])", "1"),
    ("dirderiv(x*y*z, [x, y, z], [1, 1, 1], [1, 2, 2])", "5/3"),
    ("dirderiv(x^2 + y^2, [x, y], [1, 1], [1, -1])", "0"),
    # tangent planes and Taylor polynomials
    ("tangent(x^2 + y^2, [x, y], [1, 2])", "2x + 4y - 5"),
    ("tangent(x*y, [x, y], [2, 3])", "3x + 2y - 6"),
    ("tangent(exp(x - y), [x, y], [1, 1])", "1 + x - y"),
    ("tangent(sqrt(x*y), [x, y], [1, 4])", "x + y/4"),
    ("taylor(exp(x)*cos(y), [x, y], [0, 0], 2)", "1 + x + x^2/2 - y^2/2"),
    ("taylor(exp(x + y), [x, y], [0, 0], 2)", "1 + x + y + x^2/2 + x*y + y^2/2"),
    ("taylor(ln(1 + x + y), [x, y], [0, 0], 2)", "x + y - x^2/2 - x*y - y^2/2"),
    ("taylor(1/(1 - x*y), [x, y], [0, 0], 2)", "1 + x*y"),
    ("taylor(x^2*y, [x, y], [1, 1], 1)", "2x + y - 2"),
    ("taylor(x^2*y, [x, y], [1, 1], 2)", "1 + 2(x - 1) + (y - 1) + (x - 1)^2 + 2(x - 1)(y - 1)"),
    ("differential(x^2*y, [x, y], [h, k])", "2x*y*h + x^2*k"),
    # the chain rule over all paths
    ("chain(x^2*y, [x = t^2, y = sin(t)], t)", "4t^3*sin(t) + t^4*cos(t)"),
    ("chain(x*y, [x = cos(t), y = sin(t)], t)", "cos(t)^2 - sin(t)^2"),
    ("chain(x^2 + y^2, [x = r*cos(t), y = r*sin(t)], [r, t])", "[2r, 0]"),
    ("chain(exp(x*y), [x = s + t, y = s - t], s)", "2s*exp(s^2 - t^2)"),
    ("chain(x*t + y, [x = t^2, y = t^3], t)", "6t^2"),
    ("chain(x*y, [x = u + v, y = u*v, u = t, v = t^2], t)", "4t^3 + 5t^4"),
    ("chain(ln(x + y), [x = exp(t), y = exp(-t)], t)", "(exp(t) - exp(-t))/(exp(t) + exp(-t))"),
    # implicit and parametric
    ("implicit(x^2 + y^2 + z^2 = 9, z, x)", "-x/z"),
    ("implicit(x*y*z = 6, z, y)", "-z/y"),
    ("parametric([t^2, t^3], t)", "3t/2"),
    ("parametric([cos(t), sin(t)], t)", "-cos(t)/sin(t)"),
    ("parametric([t^2, t^3], t, 2)", "3/(4t)"),
    ("diff([t, t^2, t^3], t)", "[1, 2t, 3t^2]"),
    ("norm(diff([3cos(t), 3sin(t), 4t], t))", "5"),
)
