"""Working on differential equations: separated, integrated, solved, the constant found; integrating factors."""

import pytest

from tests.calculus.diagnosis.notebooks import goes_wrong, unflagged

RIGHT = [
    ("ode(diff(y, x) = 3y, y, x)", "dy/y = 3 dx | ∫ 1/y dy = ∫ 3 dx | ln|y| = 3x + C | y = A e^(3x)"),
    ("ode(diff(y, x) = 3y, y, x)", "dy/dx = 3y | dy/y = 3dx | ln|y| = 3x + C | |y| = e^(3x + C) | y = K e^(3x)"),
    ("ode(y' = x*y, y, x, y(0) = 2)",
     "dy/y = x dx | ln|y| = x^2/2 + C | y = A e^(x^2/2) | y(0) = A = 2 | y = 2 e^(x^2/2)"),
    ("ode(y' = x*y, y, x, y(0) = 2)",
     "y'/y = x | ln(y) = x^2/2 + C | ln 2 = C | C = ln 2 | y = e^(x^2/2 + ln 2) | y = 2e^(x^2/2)"),
    ("ode(y' = y^2, y, x, y(0)=1)", "dy/y^2 = dx | -1/y = x + C | C = -1 | 1/y = 1 - x | y = 1/(1-x)"),
    ("ode(y' = 2*x*(1+y^2), y, x, y(0)=0)", "dy/(1+y^2) = 2x dx | arctan(y) = x^2 + C | C = 0 | y = tan(x^2)"),
    ("ode(y' + 2y = 4, y, x)", "mu = e^(2x) | (e^(2x) y)' = 4e^(2x) | e^(2x) y = 2e^(2x) + C | y = 2 + C e^(-2x)"),
    ("ode(y' + 2y = 4, y, x)",
     "y' = 4 - 2y | dy/(4 - 2y) = dx | -1/2 ln|4 - 2y| = x + C | 4 - 2y = A e^(-2x) | y = 2 + B e^(-2x)"),
    ("ode(x*y' + y = x^2, y, x)", "(x y)' = x^2 | x y = x^3/3 + C | y = x^2/3 + C/x"),
    ("ode(y' = cos(x), y, x, y(0)=1)", "y = sin(x) + C | C = 1 | y = sin(x) + 1"),
    ("ode(y' - y = e^x, y, x)", "(e^(-x) y)' = 1 | e^(-x) y = x + C | y = (x + C) e^x"),
    ("ode(y' = y*cos(x), y, x, y(0)=1)", "ln|y| = sin(x) + C | C = 0 | y = e^(sin(x))"),
    ("ode(y' = -2x*y, y, x)", "1/y dy = -2x dx | ln|y| = -x^2 + C | y = C e^(-x^2)"),
    ("ode(y' = x/y, y, x, y(0) = 1)", "y dy = x dx | y^2/2 = x^2/2 + C | C = 1/2 | y^2 = x^2 + 1 | y = sqrt(x^2 + 1)"),
    ("ode(y' = 3y, y, x)", "y = C e^(3x)"),
]  # fmt: skip

WRONG = [
    ("ode(diff(y, x) = 3y, y, x)", 1, "dy/y = 3x dx | ln|y| = 3x^2/2 + C"),
    ("ode(diff(y, x) = 3y, y, x)", 2, "dy/y = 3 dx | ln|y| = 3 + C | y = A e^3"),
    ("ode(diff(y, x) = 3y, y, x)", 3, "dy/y = 3 dx | ln|y| = 3x + C | y = e^(3x) + C"),
    ("ode(y' = x*y, y, x, y(0) = 2)", 2, "dy/y = x dx | ln|y| = x^2 + C | y = A e^(x^2)"),
    ("ode(y' = x*y, y, x, y(0) = 2)", 4, "dy/y = x dx | ln|y| = x^2/2 + C | y = A e^(x^2/2) | A = 1 | y = e^(x^2/2)"),
    ("ode(y' = x*y, y, x, y(0) = 2)", 3, "y'/y = x | ln(y) = x^2/2 + C | C = 2 | y = e^(x^2/2 + 2)"),
    ("ode(y' = y^2, y, x, y(0)=1)", 2, "dy/y^2 = dx | 1/y = x + C | y = 1/(x + 1)"),
    ("ode(y' = y^2, y, x, y(0)=1)", 3, "dy/y^2 = dx | -1/y = x + C | C = 1 | y = -1/(x + 1)"),
    ("ode(y' = 2*x*(1+y^2), y, x, y(0)=0)", 2, "dy/(1+y^2) = 2x dx | ln(1 + y^2) = x^2 + C"),
    ("ode(y' + 2y = 4, y, x)", 2, "mu = e^(2x) | (e^(2x) y)' = 4 | e^(2x) y = 4x + C"),
    ("ode(y' + 2y = 4, y, x)", 3, "mu = e^(2x) | (e^(2x) y)' = 4e^(2x) | e^(2x) y = 4e^(2x) + C | y = 4 + C e^(-2x)"),
    ("ode(y' + 2y = 4, y, x)", 4, "mu = e^(2x) | (e^(2x) y)' = 4e^(2x) | e^(2x) y = 2e^(2x) + C | y = 2 + C"),
    ("ode(y' + 2y = 4, y, x)", 3, "y' = 4 - 2y | dy/(4 - 2y) = dx | ln|4 - 2y| = x + C | 4 - 2y = A e^x"),
    ("ode(x*y' + y = x^2, y, x)", 2, "(x y)' = x^2 | x y = 2x + C | y = 2 + C/x"),
    ("ode(x*y' + y = x^2, y, x)", 3, "(x y)' = x^2 | x y = x^3/3 + C | y = x^2/3 + C"),
    ("ode(y' = cos(x), y, x, y(0)=1)", 1, "y = -sin(x) + C | y = -sin(x) + 1"),
    ("ode(y' - y = e^x, y, x)", 3, "(e^(-x) y)' = 1 | e^(-x) y = x + C | y = x e^x + C"),
    ("ode(y' = x/y, y, x, y(0) = 1)", 3, "y dy = x dx | y^2/2 = x^2/2 + C | C = 1 | y^2 = x^2 + 2"),
    ("ode(y' = x/y, y, x, y(0) = 1)", 1, "dy/y = x dx | ln|y| = x^2/2 + C"),
]  # fmt: skip


@pytest.mark.parametrize("task, lines", RIGHT)
def test_right_working_is_not_flagged(task, lines):
    unflagged(task, lines)


@pytest.mark.parametrize("task, at, lines", WRONG)
def test_the_first_wrong_line(task, at, lines):
    goes_wrong(task, lines, at)
