"""Working in several variables: partial derivatives, gradients, directions, Jacobians, Hessians, fields."""

import pytest

from tests.calculus.diagnosis.notebooks import goes_wrong, report, unflagged

RIGHT = [
    ("grad(x^2*y + y^3, [x, y])", "f_x = 2x y | f_y = x^2 + 3y^2 | [2x y, x^2 + 3y^2]"),
    ("grad(x^2*y + y^3, [x, y])", "∂f/∂x = 2xy | ∂f/∂y = x^2 + 3y^2 | ∇f = (2xy, x^2 + 3y^2)"),
    ("grad(x^2*y + y^3, [x, y])", "d/dx(x^2 y + y^3) = 2x y | d/dy(x^2 y + y^3) = x^2 + 3y^2 | (2xy, x^2 + 3y^2)"),
    ("grad(exp(x*y), [x, y])", "[y e^(x y), x e^(x y)]"),
    ("grad(ln(x^2 + y^2), [x, y])", "f_x = 1/(x^2+y^2) * 2x | f_y = 2y/(x^2+y^2) | (2x, 2y)/(x^2+y^2)"),
    ("grad(x*y*z, [x, y, z])", "f_x = y z, f_y = x z, f_z = x y | [y z, x z, x y]"),
    ("at(grad(x^2*y,[x,y]),[x,y],[1,2])", "f_x = 2xy | f_y = x^2 | ∇f = (2xy, x^2) | ∇f(1,2) = (4, 1)"),
    ("at(grad(x^2*y,[x,y]),[x,y],[1,2])", "[2x y, x^2] | [2*1*2, 1^2] | [4, 1]"),
    ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])",
     "∇f = (2xy, x^2) | ∇f(1,2) = (4, 1) | |v| = sqrt(3^2 + 4^2) = 5 | u = (3/5, 4/5) | 4*3/5 + 1*4/5 | 16/5"),
    ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "grad(f) = [2x y, x^2] | (4, 1)·(3, 4)/5 | (12 + 4)/5 | 16/5"),
    ("dirderiv(x^2 + 3y, [x, y], [1, 1], [0, 1])", "[2x, 3] | [2, 3] | 0*2 + 1*3 | 3"),
    ("jacobian([x*y, x^2], [x, y])", "[[y, x], [2x, 0]]"),
    ("jacobian([x*y, x^2], [x, y])",
     "d/dx(x y) = y | d/dy(x y) = x | d/dx(x^2) = 2x | d/dy(x^2) = 0 | [[y, x], [2x, 0]]"),
    ("jacobian([r*cos(t), r*sin(t)], [r, t])", "[[cos t, -r sin t], [sin t, r cos t]]"),
    ("hessian(x^3*y, [x, y])",
     "f_x = 3x^2 y | f_y = x^3 | f_xx = 6x y | f_xy = 3x^2 | f_yy = 0 | [[6x y, 3x^2], [3x^2, 0]]"),
    ("hessian(x^3*y, [x, y])", "∇f = (3x^2 y, x^3) | H = [[6x y, 3x^2], [3x^2, 0]]"),
    ("div([x*y, y^2, z], [x, y, z])", "y + 2y + 1 | 3y + 1"),
    ("div([x*y, y^2, z], [x, y, z])", "d/dx(x y) + d/dy(y^2) + d/dz(z) | y + 2y + 1 | = 3y + 1"),
    ("curl([x*y, y^2, z], [x, y, z])", "[0 - 0, 0 - 0, 0 - x] | [0, 0, -x]"),
    ("laplacian(x^2*y, [x, y])", "f_xx = 2y | f_yy = 0 | f_xx + f_yy = 2y | 2y"),
    ("laplacian(x^2*y + y^3, [x, y])", "f_x = 2xy | f_y = x^2 + 3y^2 | 2y + 6y | 8y"),
    ("tangent(x^2*y, [x, y], [1, 2])",
     "f(1,2) = 2 | f_x = 2xy | f_y = x^2 | ∇f(1,2) = (4, 1) | z = 2 + 4(x - 1) + (y - 2) | z = 4x + y - 4"),
    ("potential([2x*y, x^2 + 2y], [x, y])",
     "phi_x = 2x y | phi = x^2 y + g(y) | phi_y = x^2 + g'(y) | g'(y) = 2y | g(y) = y^2 | phi = x^2 y + y^2"),
    ("potential([2x*y, x^2 + 2y], [x, y])",
     "int 2x y dx = x^2 y + g(y) | x^2 + g'(y) = x^2 + 2y | g(y) = y^2 | x^2 y + y^2 + C"),
    ("potential([2x*y, x^2 + 2y], [x, y])", "f_y = x^2 + 2y | f = x^2 y + y^2 + h(x) | h'(x) = 0 | f = x^2 y + y^2"),
    ("line([y, x], [x, y], [t, t^2], t, 0, 1)",
     "r'(t) = (1, 2t) | F(r(t)) = (t^2, t) | (t^2, t)·(1, 2t) = t^2 + 2t^2 | int_0^1 3t^2 dt | [t^3]_0^1 | 1"),
    ("line([y, x], [x, y], [t, t^2], t, 0, 1)", "(t^2, t) | (1, 2t) | 3t^2 | 1"),
    ("line(1, [x, y], [3t, 4t], t, 0, 2)", "r'(t) = (3, 4) | |r'(t)| = 5 | int_0^2 5 dt | 10"),
    ("chain(x^2*y, [x = cos(t), y = sin(t)], t)",
     "2x y (-sin t) + x^2 cos t | 2 cos(t) sin(t) (-sin(t)) + cos(t)^2 cos(t) | cos(t)^3 - 2cos(t) sin(t)^2"),
    ("int(x + y, [y,0,x],[x,0,1])",
     "int_0^1 (int_0^x (x + y) dy) dx | int_0^1 (x^2 + x^2/2) dx | int_0^1 3x^2/2 dx | 1/2"),
]  # fmt: skip

WRONG = [
    ("grad(x^2*y + y^3, [x, y])", 1, "f_x = 2x y + y^3 | [2x y + y^3, x^2 + 3y^2]"),
    ("grad(x^2*y + y^3, [x, y])", 2, "f_x = 2x y | f_y = 2x + 3y^2 | [2x y, 2x + 3y^2]"),
    ("grad(x^2*y + y^3, [x, y])", 3, "∂f/∂x = 2xy | ∂f/∂y = x^2 + 3y^2 | ∇f = (x^2 + 3y^2, 2xy)"),
    ("grad(x^2*y + y^3, [x, y])", 1, "[2x y, 3y^2]"),
    ("grad(x^2*y + y^3, [x, y])", 1, "d/dx(x^2 y + y^3) = 2x y + 3y^2 | (2xy + 3y^2, x^2 + 3y^2)"),
    ("grad(exp(x*y), [x, y])", 1, "[e^(x y), e^(x y)]"),
    ("grad(ln(x^2 + y^2), [x, y])", 1, "f_x = 1/(x^2+y^2) | f_y = 1/(x^2+y^2)"),
    ("grad(x*y*z, [x, y, z])", 1, "f_x = y z, f_y = x z, f_z = x y z | [y z, x z, x y z]"),
    ("at(grad(x^2*y,[x,y]),[x,y],[1,2])", 4, "f_x = 2xy | f_y = x^2 | ∇f = (2xy, x^2) | ∇f(1,2) = (4, 4)"),
    ("at(grad(x^2*y,[x,y]),[x,y],[1,2])", 2, "[2x y, x^2] | [2*1*2, 2*1] | [4, 2]"),
    ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", 2, "∇f = (2xy, x^2) | ∇f(1,2) = (4, 2) | |v| = 5 | 4*3/5 + 2*4/5 | 4"),
    ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", 3, "∇f = (2xy, x^2) | ∇f(1,2) = (4, 1) | 4*3 + 1*4 | 16"),
    ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", 3,
     "∇f = (2xy, x^2) | ∇f(1,2) = (4, 1) | |(3,4)| = 7 | 4*3/7 + 4/7 | 16/7"),
    ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", 1, "∇f = (2x, x^2) | ∇f(1,2) = (2, 1) | (6 + 4)/5 | 2"),
    ("jacobian([x*y, x^2], [x, y])", 1, "[[y, 2x], [x, 0]]"),
    ("jacobian([x*y, x^2], [x, y])", 3, "d/dx(x y) = y | d/dy(x y) = x | d/dx(x^2) = x | [[y, x], [x, 0]]"),
    ("jacobian([r*cos(t), r*sin(t)], [r, t])", 1, "[[cos t, r sin t], [sin t, r cos t]]"),
    ("hessian(x^3*y, [x, y])", 3, "f_x = 3x^2 y | f_y = x^3 | f_xx = 6x | f_xy = 3x^2 | [[6x, 3x^2], [3x^2, 0]]"),
    ("hessian(x^3*y, [x, y])", 2, "∇f = (3x^2 y, x^3) | H = [[6x y, 3x^2], [x^3, 0]]"),
    ("hessian(x^3*y, [x, y])", 1, "[[6x y, 0], [0, 0]]"),
    ("div([x*y, y^2, z], [x, y, z])", 1, "x + 2y + 1"),
    ("div([x*y, y^2, z], [x, y, z])", 2, "d/dx(x y) + d/dy(y^2) + d/dz(z) | y + 2y | 3y"),
    ("div([x*y, y^2, z], [x, y, z])", 1, "[y, 2y, 1]"),
    ("curl([x*y, y^2, z], [x, y, z])", 1, "[0, 0, x]"),
    ("laplacian(x^2*y, [x, y])", 2, "f_xx = 2y | f_yy = 2x | 2y + 2x"),
    ("laplacian(x^2*y + y^3, [x, y])", 3, "f_x = 2xy | f_y = x^2 + 3y^2 | 2y + 3y | 5y"),
    ("tangent(x^2*y, [x, y], [1, 2])", 4,
     "f(1,2) = 2 | f_x = 2xy | f_y = x^2 | ∇f(1,2) = (4, 2) | z = 2 + 4(x - 1) + 2(y - 2)"),
    ("tangent(x^2*y, [x, y], [1, 2])", 2, "∇f(1,2) = (4, 1) | z = 4(x - 1) + (y - 2) | z = 4x + y - 6"),
    ("potential([2x*y, x^2 + 2y], [x, y])", 2, "phi_x = 2x y | phi = 2 x^2 y + g(y) | phi_y = 2x^2 + g'(y)"),
    ("potential([2x*y, x^2 + 2y], [x, y])", 4,
     "phi_x = 2x y | phi = x^2 y + g(y) | phi_y = x^2 + g'(y) | g'(y) = 2y + x^2 | phi = x^2 y + y^2 + x^2 y"),
    ("potential([2x*y, x^2 + 2y], [x, y])", 5,
     "phi_x = 2x y | phi = x^2 y + g(y) | phi_y = x^2 + g'(y) | g'(y) = 2y | g(y) = 2y^2 | phi = x^2 y + 2y^2"),
    ("line([y, x], [x, y], [t, t^2], t, 0, 1)", 1, "r'(t) = (1, t) | int_0^1 2t^2 dt | 2/3"),
    ("line([y, x], [x, y], [t, t^2], t, 0, 1)", 2, "r'(t) = (1, 2t) | F(r(t)) = (t, t^2) | int_0^1 (t + 2t^3) dt | 1"),
    ("line([y, x], [x, y], [t, t^2], t, 0, 1)", 3, "r'(t) = (1, 2t) | F(r(t)) = (t^2, t) | int_0^1 (t^2 + t) dt | 5/6"),
    ("line(1, [x, y], [3t, 4t], t, 0, 2)", 2, "r'(t) = (3, 4) | |r'(t)| = 7 | int_0^2 7 dt | 14"),
    ("chain(x^2*y, [x = cos(t), y = sin(t)], t)", 1, "2x y sin t + x^2 cos t | 2cos(t) sin(t)^2 + cos(t)^3"),
    ("int(x + y, [y,0,x],[x,0,1])", 2, "int_0^1 (int_0^x (x + y) dy) dx | int_0^1 (x^2 + x^2) dx | 2/3"),
]  # fmt: skip


@pytest.mark.parametrize("task, lines", RIGHT)
def test_right_working_is_not_flagged(task, lines):
    unflagged(task, lines)


@pytest.mark.parametrize("task, at, lines", WRONG)
def test_the_first_wrong_line(task, at, lines):
    goes_wrong(task, lines, at)


def test_the_first_wrong_entry_is_named():
    found = report("grad(x^2*y + y^3, [x, y])", "[2x y, x^2 + 5y^7]")
    assert str(found.lines[0].message) == "Entry 2 is not right."
