"""Letters that a kind of task comes with: P and Q of a field, r_u of a surface, a_n of a series, y_1 of Euler."""

import pytest

from fluxions.calculus import Problem, diagnose_lines
from tests.calculus.spelled import spelled

DISC = "green([-y, x], [x, y], [r cos(t), r sin(t)], [r, t], [0, 1], [0, 2pi])"
ROOF = "flux(1, [x, y, z], [u, w, u + w], [u, w], [0, 1], [0, 1])"
CONE = "flux(1, [x, y, z], [u*cos(w), u*sin(w), u], [u, w], [0, 1], [0, 2pi])"
FLOW = "flux([x, y, z], [x, y, z], [u, w, 1 - u - w], [u, w], [0, 1], [0, 1])"
COINS = "posterior(5*p^7*(1 - p)^3, betadist(2, 2), p)"
EULER = "euler(2y, x, 0, 1, 1/4, 2)"
RATIO = "converges(sum(n^2/3^n, n, 1, inf))"
SLOPE = "dirderiv(x*y, [x, y], [1, 2], [1, 1])"


def report(task, lines):
    return diagnose_lines(Problem("", spelled(task)), [each.strip() for each in lines.split("|  ")])


@pytest.mark.parametrize("task, lines", [
    (DISC, "Q_x - P_y = 2 |  int_0^(2pi) int_0^1 2 r dr dt |  2pi"),
    (DISC, "dQ/dx - dP/dy = 1 + 1 |  2pi"),
    (DISC, "Q_x = 1, P_y = -1 |  2pi"),
    (DISC, "A_x - B_y = 4 |  2pi"),  # letters that nobody has explained: not decided
    (ROOF, "r_u = (1, 0, 1) |  r_w = (0, 1, 1) |  r_u × r_w = (-1, -1, 1) |  |r_u × r_w| = sqrt(3) |  sqrt(3)"),
    # u runs from 0 to 1, so |u| is u
    (CONE, "|r_u × r_w| = sqrt(2) u |  int_0^(2pi) int_0^1 sqrt(2) u du dw |  sqrt(2) pi"),
    (FLOW, "r_u = (1, 0, -1), r_w = (0, 1, -1) |  n = (1, 1, 1) |  1"),
    (FLOW, "n = (-1, -1, -1)/sqrt(3) |  1"),
    (COINS, "p^7 (1-p)^3 * p (1-p) |  p^8 (1-p)^4 |  betadist(9, 5)"),
    (COINS, "p^7 (1-p)^3 |  p(1-p) |  posterior ∝ p^8 (1-p)^4 |  betadist(9, 5)"),
    (EULER, "h = 1/4 |  y_0 = 1 |  y_1 = 3/2 |  y_2 = 3/2 + 1/4*3 = 9/4"),
    (RATIO, "a_n = n^2/3^n |  a_(n+1)/a_n = (n+1)^2/(3n^2) |  (n+1)^2/(3n^2) → 1/3 |  converges"),
    (SLOPE, "grad f = (y, x) |  at (1,2): (2, 1) |  |v| = sqrt(2) |  3/sqrt(2)"),
    ("extrema(x^3 - 12x, x)", "x = ±2 |  f''(2) = 12 |  minimum at 2"),
])  # fmt: skip
def test_right_lines_in_usual_letters(task, lines):
    found = report(task, lines)
    assert found.first_wrong_line is None
    assert all(each.verdict in ("right", "undecided") for each in found.lines)


@pytest.mark.parametrize("task, wrong, lines", [
    (DISC, 1, "Q_x - P_y = 0 |  0"),
    (DISC, 2, "Q_x - P_y = 2 |  int_0^(2pi) int_0^1 2 dr dt |  4pi"),
    (ROOF, 3, "r_u = (1, 0, 1) |  r_w = (0, 1, 1) |  r_u × r_w = (1, -1, 1) |  sqrt(3)"),
    (ROOF, 2, "r_u × r_w = (-1, -1, 1) |  |r_u × r_w| = 3 |  3"),
    (FLOW, 1, "n = (1, 1, -1) |  0"),
    (COINS, 2, "p^7 (1-p)^3 * p (1-p) |  p^8 (1-p)^3 |  betadist(9, 4)"),
    (COINS, 2, "p^8 (1-p)^4 |  betadist(8, 4)"),
    (EULER, 2, "y_1 = 1 + 1/4*2 = 3/2 |  y_2 = 3/2 + 1/4*3/2 |  = 15/8"),
    (RATIO, 1, "a_(n+1)/a_n = (n+1)^2/n^2 |  1 |  converges"),
    (RATIO, 2, "(n+1)^2/(3n^2) → 1/3 |  diverges"),
    (SLOPE, 2, "∇f(1,2) = (2, 1) |  |v| = 2 |  3/2"),
    ("extrema(x^3 - 12x, x)", 2, "x = ±2 |  maximum at 2"),
    # values that are not finite, and the tangent's own letter
    ("limit((2x^3 + x)/(x^2 + 1), x, inf)", 2, "lim_(x->inf) (2x + 1/x)/(1 + 1/x^2) |  2"),
    ("limit(sqrt(x^2 + 6x) - x, x, inf)", 1, "lim_(x->inf) (6x - x^2)/(sqrt(x^2 + 6x) + x) |  -inf"),
    ("tangent(x^3, x, 1)", 3, "f(1) = 1 |  f'(1) = 3 |  y = 3(x - 1) - 1 |  y = 3x - 4"),
    ("normalise(x, x, 0, 3)", 3, "1/int(x, x, 0, 3) |  1/(9/2) |  9/2"),
])  # fmt: skip
def test_the_first_wrong_line(task, wrong, lines):
    assert report(task, lines).first_wrong_line == wrong
