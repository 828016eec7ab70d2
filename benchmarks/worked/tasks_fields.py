"""Tasks of vector calculus with their answers, worked by hand."""

from __future__ import annotations

BALL = "[r*sin(u)*cos(t), r*sin(u)*sin(t), r*cos(u)], [r, u, t], [0, 1], [0, pi], [0, 2pi]"
SPHERE = "[sin(u)*cos(w), sin(u)*sin(w), cos(u)], [u, w], [0, pi], [0, 2pi]"
DISC = "[r*cos(t), r*sin(t)], [r, t], [0, 1], [0, 2pi]"
TASKS: tuple[tuple[str, str], ...] = (
    # derivatives of fields
    ("div([x^2, y^2, z^2], [x, y, z])", "2x + 2y + 2z"),
    ("div([x*y, y*z, z*x], [x, y, z])", "x + y + z"),
    ("div([-y, x], [x, y])", "0"),
    ("div([x/(x^2 + y^2), y/(x^2 + y^2)], [x, y])", "0"),
    ("curl([-y, x, 0], [x, y, z])", "[0, 0, 2]"),
    ("curl([x*y, y*z, z*x], [x, y, z])", "[-y, -z, -x]"),
    ("curl([y*z, x*z, x*y], [x, y, z])", "[0, 0, 0]"),
    ("curl([-y, x], [x, y])", "2"),
    ("curl([x*y^2, x^2*y], [x, y])", "0"),
    ("curl(grad(x^2*y*z, [x, y, z]), [x, y, z])", "[0, 0, 0]"),
    ("div(curl([x*y, y*z^2, x*z], [x, y, z]), [x, y, z])", "0"),
    ("laplacian(x^2 + y^2, [x, y])", "4"),
    ("laplacian(x^3 - 3x*y^2, [x, y])", "0"),
    ("laplacian(exp(x)*sin(y), [x, y])", "0"),
    ("laplacian(ln(x^2 + y^2), [x, y])", "0"),
    ("laplacian(x^2*y*z, [x, y, z])", "2y*z"),
    ("div(grad(x^4 + y^4, [x, y]), [x, y])", "12x^2 + 12y^2"),
    # potentials
    ("potential([2x*y, x^2 + 1], [x, y])", "x^2*y + y"),
    ("potential([y, x], [x, y])", "x*y"),
    ("potential([y, -x], [x, y])", "dne"),
    ("potential([2x, 2y, 2z], [x, y, z])", "x^2 + y^2 + z^2"),
    ("potential([y*z + 2x, x*z, x*y + cos(z)], [x, y, z])", "x*y*z + x^2 + sin(z)"),
    ("potential([exp(y), x*exp(y)], [x, y])", "x*exp(y)"),
    ("potential([-y, x, z], [x, y, z])", "dne"),
    ("potential([y^2*cos(x), 2y*sin(x)], [x, y])", "y^2*sin(x)"),
    # line integrals
    ("line([y, x], [x, y], [t, t^2], t, 0, 1)", "1"),
    ("line([-y, x], [x, y], [cos(t), sin(t)], t, 0, 2pi)", "2pi"),
    ("line([x^2, y*z, z], [x, y, z], [t, t^2, t^3], t, 0, 1)", "1/3 + 2/7 + 1/2"),
    ("line([x, y], [x, y], [3t, 4t], t, 0, 1)", "25/2"),
    ("line(1, [x, y], [3t, 4t], t, 0, 2)", "10"),
    ("line(1, [x, y], [2cos(t), 2sin(t)], t, 0, pi)", "2pi"),
    ("line(1, [x, y, z], [cos(t), sin(t), t], t, 0, 2pi)", "2pi*sqrt(2)"),
    ("line(x, [x, y], [t, t^2], t, 0, 1)", "(5sqrt(5) - 1)/12"),
    ("line(x^2, [x, y], [cos(t), sin(t)], t, 0, pi)", "pi/2"),
    ("line(1, [x, y], [exp(t)*cos(t), exp(t)*sin(t)], t, 0, 1)", "sqrt(2)*(e - 1)"),
    ("line([2x*cos(y), -x^2*sin(y)], [x, y], [exp(t^2), t], t, 0, 1)", "exp(2)*cos(1) - 1"),
    # surface integrals
    (f"flux([x, y, z], [x, y, z], {SPHERE})", "4pi"),
    (f"flux([0, 0, z], [x, y, z], {SPHERE})", "4pi/3"),
    (f"flux(1, [x, y, z], {SPHERE})", "4pi"),
    ("flux([x, y, z], [x, y, z], [u, w, 1 - u - w], [u, w], [0, 1 - w], [0, 1])", "1/2"),
    ("flux([0, 0, 1], [x, y, z], [u, w, u^2 + w^2], [u, w], [-1, 1], [-1, 1])", "4"),
    ("flux(1, [x, y, z], [u, w, u + w], [u, w], [0, 1], [0, 1])", "sqrt(3)"),
    ("flux(1, [x, y, z], [u*cos(w), u*sin(w), u], [u, w], [0, 1], [0, 2pi])", "pi*sqrt(2)"),
    ("flux([x, y, z], [x, y, z], [u*cos(w), u*sin(w), 4 - u^2], [u, w], [0, 2], [0, 2pi])", "24pi"),
    ("cross([1, 2, 3], [4, 5, 6])", "[-3, 6, -3]"),
    # the theorems of Green, Stokes and Gauss
    (f"green([-y, x], [x, y], {DISC})", "2pi"),
    (f"green([-y^3, x^3], [x, y], {DISC})", "3pi/2"),
    ("green([x*y, x^2], [x, y], [x, y], [y, x], [x^2, x], [0, 1])", "1/12"),
    ("green([x^2*y, x*y^3], [x, y], [x, y], [x, y], [0, 1], [0, 2])", "10/3"),
    ("stokes([-y, x, z], [x, y, z], [r*cos(t), r*sin(t), 1 - r^2], [r, t], [0, 1], [0, 2pi])", "2pi"),
    ("stokes([z, x, y], [x, y, z], [u, w, 1 - u - w], [u, w], [0, 1 - w], [0, 1])", "3/2"),
    ("gauss([x, y, z], [x, y, z], [x, y, z], [x, y, z], [0, 1], [0, 2], [0, 3])", "18"),
    (f"gauss([x, y, z], [x, y, z], {BALL})", "4pi"),
    (f"gauss([x^3, y^3, z^3], [x, y, z], {BALL})", "12pi/5"),
    ("gauss([x*y, y*z, z*x], [x, y, z], [x, y, z], [z, y, x], [0, 1 - x - y], [0, 1 - x], [0, 1])", "1/8"),
)
