"""Working towards points: equations, extrema, multipliers, conditions at the border."""

import pytest

from tests.calculus.diagnosis.notebooks import goes_wrong, report, unflagged

BOWL = "extrema(x^2 + x*y + y^2 - 3x, [x, y])"
SADDLES = "extrema(x^3 + y^3 - 3x*y, [x, y])"

RIGHT = [
    ("solve(x^2 = 2x, x)", "x^2 - 2x = 0 | x(x - 2) = 0 | x = 0 or x = 2"),
    ("solve(x^2 = 2x, x)", "x(x - 2) = 0 | x = 0 | x = 2"),
    ("solve(x^2 - 5x + 6 = 0, x)", "(x - 2)(x - 3) = 0 | x = 2 or x = 3"),
    ("solve(x^2 - 5x + 6 = 0, x)", "x = (5 ± sqrt(25 - 24))/2 | x = (5 ± 1)/2 | {2, 3}"),
    ("solve(exp(2x) = 5, x)", "2x = ln 5 | x = ln(5)/2"),
    ("solve(2x + 3 = 7, x)", "2x = 4 => x = 2"),
    ("solve([x + y = 3, x - y = 1], [x, y])", "2x = 4 | x = 2 | y = 3 - x | y = 1 | x = 2, y = 1"),
    ("solve([x + y = 3, x - y = 1], [x, y])", "x = 1 + y | 1 + 2y = 3 | y = 1 | (2, 1)"),
    ("extrema(x^3 - 3x, x)",
     "f'(x) = 3x^2 - 3 | 3x^2 - 3 = 0 | x^2 = 1 | x = 1 or x = -1 | f''(x) = 6x | f''(1) = 6 > 0 | "
     "f''(-1) = -6 < 0 | {minimum(1, -2), maximum(-1, 2)}"),
    ("extrema(x^3 - 3x, x)", "3x^2 = 3 | x = ±1 | f(1) = -2, f(-1) = 2 | {minimum(1, -2), maximum(-1, 2)}"),
    ("extrema(x + 4/x, x)",
     "f'(x) = 1 - 4/x^2 | 1 - 4/x^2 = 0 | x^2 = 4 | x = 2 or x = -2 | f''(x) = 8/x^3 | "
     "{maximum(-2, -4), minimum(2, 4)}"),
    (BOWL,
     "f_x = 2x + y - 3 = 0 | f_y = x + 2y = 0 | x = -2y | -4y + y - 3 = 0 | y = -1 | x = 2 | "
     "H = [[2, 1], [1, 2]] | D = 2*2 - 1 = 3 > 0 | {minimum([2, -1], -3)}"),
    (BOWL,
     "∇f = (2x + y - 3, x + 2y) | 2x + y = 3 | x + 2y = 0 | -3y = 3 | (2, -1) | f_xx = 2 > 0 | det H = 3 | "
     "f(2,-1) = -3 | minimum([2, -1], -3)"),
    (BOWL, "2x + y - 3 = 0, x + 2y = 0 | x = 2, y = -1 | minimum([2, -1], -3)"),
    (SADDLES,
     "f_x = 3x^2 - 3y = 0 | f_y = 3y^2 - 3x = 0 | y = x^2 | x^4 - x = 0 | x(x^3 - 1) = 0 | x = 0 or x = 1 | "
     "x = 0, y = 0 | x = 1, y = 1 | D = 36x*y - 9 | {saddle([0, 0], 0), minimum([1, 1], -1)}"),
    (SADDLES,
     "y = x^2, x = y^2 | (0, 0) | (1, 1) | H = [[6x, -3], [-3, 6y]] | saddle([0, 0], 0) | minimum([1, 1], -1)"),
    ("lagrange(x*y, [x + y = 4], [x, y])",
     "L = x y - λ(x + y - 4) | L_x = y - λ = 0 | L_y = x - λ = 0 | x = y | 2x = 4 | x = 2 | y = 2 | λ = 2 | "
     "{maximum([2, 2], 4)}"),
    ("lagrange(x*y, [x + y = 4], [x, y])",
     "∇f = λ∇g | y = λ | x = λ | x = y | x + y = 4 | x = 2, y = 2 | f(2,2) = 4 | maximum([2, 2], 4)"),
    ("lagrange(x*y, [x + y = 4], [x, y])",
     "L = x y + λ(x + y - 4) | y + λ = 0 | x + λ = 0 | λ = -2 | (2, 2) | maximum([2, 2], 4)"),
    ("lagrange(x^2 + y^2, [x + y = 4], [x, y])", "2x = λ | 2y = λ | x = y | x = 2 | λ = 4 | {minimum([2, 2], 8)}"),
    ("lagrange(x + y, [x^2 + y^2 = 2], [x, y])",
     "1 = 2λ x | 1 = 2λ y | x = y | 2x^2 = 2 | x = ±1 | (1, 1) | (-1, -1) | "
     "{maximum([1, 1], 2), minimum([-1, -1], -2)}"),
    ("lagrange(ln(x) + ln(y), [x + 2y = 4], [x, y])",
     "1/x = λ | 1/y = 2λ | x = 2y | 4y = 4 | y = 1 | x = 2 | {maximum([2, 1], ln(2))}"),
    ("kkt(x^2 + y^2, [1 - x <= 0], [x, y])",
     "2x - μ = 0 | 2y = 0 | y = 0 | μ(1 - x) = 0 | x = 1 | μ = 2 | {minimum([1, 0], 1)}"),
]  # fmt: skip

WRONG = [
    ("solve(x^2 - 5x + 6 = 0, x)", 1, "(x + 2)(x + 3) = 0 | x = -2 or x = -3"),
    ("solve(x^2 - 5x + 6 = 0, x)", 2, "(x - 2)(x - 3) = 0 | x = -2 or x = -3"),
    ("solve(exp(2x) = 5, x)", 1, "2x = 5/e | x = 5/(2e)"),
    ("solve(exp(2x) = 5, x)", 2, "2x = ln 5 | x = 2 ln 5"),
    ("solve(2x + 3 = 7, x)", 1, "2x = 10 => x = 5"),
    ("solve(2x + 3 = 7, x)", 2, "2x = 4 | x = 8"),
    ("solve([x + y = 3, x - y = 1], [x, y])", 1, "2x = 2 | x = 1 | y = 2"),
    ("solve([x + y = 3, x - y = 1], [x, y])", 3, "2x = 4 | x = 2 | y = 5 | (2, 5)"),
    ("extrema(x^3 - 3x, x)", 1, "f'(x) = 3x^2 - 3x | x = 0 or x = 1"),
    ("extrema(x^3 - 3x, x)", 3, "f'(x) = 3x^2 - 3 | 3x^2 = 3 | x = 3 or x = -3"),
    ("extrema(x^3 - 3x, x)", 4, "f'(x) = 3x^2 - 3 | x = ±1 | f''(x) = 6x | f''(1) = 3 > 0"),
    ("extrema(x^3 - 3x, x)", 4, "f'(x) = 3x^2 - 3 | x = ±1 | f''(x) = 6x | {maximum(1, -2), minimum(-1, 2)}"),
    ("extrema(x^3 - 3x, x)", 3, "f'(x) = 3x^2 - 3 | x = ±1 | f(1) = 2"),
    (BOWL, 1, "f_x = 2x - 3 = 0 | f_y = 2y = 0 | (3/2, 0)"),
    (BOWL, 2, "f_x = 2x + y - 3 = 0 | f_y = 2y = 0 | y = 0"),
    (BOWL, 3, "f_x = 2x + y - 3 = 0 | f_y = x + 2y = 0 | x = 2y | 5y = 3"),
    (BOWL, 5, "f_x = 2x + y - 3 = 0 | f_y = x + 2y = 0 | x = -2y | -3y = 3 | y = 1 | x = -2"),
    (BOWL, 4, "2x + y = 3 | x + 2y = 0 | (2, -1) | H = [[2, 1], [1, 1]]"),
    (BOWL, 4, "2x + y = 3 | x + 2y = 0 | (2, -1) | D = 2*2 + 1 = 5 > 0"),
    (BOWL, 4, "2x + y = 3 | x + 2y = 0 | (2, -1) | {maximum([2, -1], -3)}"),
    (BOWL, 4, "2x + y = 3 | x + 2y = 0 | (2, -1) | f(2, -1) = 3 | minimum([2, -1], 3)"),
    (SADDLES, 2, "f_x = 3x^2 - 3y = 0 | f_y = 3y^2 - 3y = 0"),
    (SADDLES, 4, "y = x^2, x = y^2 | (0, 0) | (1, 1) | H = [[6x, 3], [3, 6y]]"),
    ("lagrange(x*y, [x + y = 4], [x, y])", 1, "L = x y - λ(x y - 4) | y - λ y = 0"),
    ("lagrange(x*y, [x + y = 4], [x, y])", 2, "L = x y - λ(x + y - 4) | L_x = x - λ = 0, L_y = y = 0"),
    ("lagrange(x*y, [x + y = 4], [x, y])", 2, "L = x y - λ(x + y - 4) | y + λ = 0 | x + λ = 0"),
    ("lagrange(x*y, [x + y = 4], [x, y])", 3, "y = λ | x = λ | x = -y"),
    ("lagrange(x*y, [x + y = 4], [x, y])", 4, "y = λ | x = λ | x = y | x = 4"),
    ("lagrange(x^2 + y^2, [x + y = 4], [x, y])", 4, "2x = λ | 2y = λ | x = y | λ = 2"),
    ("lagrange(x^2 + y^2, [x + y = 4], [x, y])", 5, "2x = λ | 2y = λ | x = y | (2, 2) | {maximum([2, 2], 8)}"),
    ("lagrange(x + y, [x^2 + y^2 = 2], [x, y])", 1, "1 = λ x^2 + 2 | 1 = 2λ y"),
    ("lagrange(ln(x) + ln(y), [x + 2y = 4], [x, y])", 3, "1/x = λ | 1/y = 2λ | y = 2x | 5x = 4"),
    ("kkt(x^2 + y^2, [1 - x <= 0], [x, y])", 2, "2y = 0 | x = 0 | {minimum([0, 0], 0)}"),
]  # fmt: skip


@pytest.mark.parametrize("task, lines", RIGHT)
def test_right_working_is_not_flagged(task, lines):
    unflagged(task, lines)


@pytest.mark.parametrize("task, at, lines", WRONG)
def test_the_first_wrong_line(task, at, lines):
    goes_wrong(task, lines, at)


@pytest.mark.parametrize("task, lines, reasons", [
    ("solve(sqrt(x + 2) = x, x)", "x + 2 = x^2", ["gained-solutions"]),
    ("solve(ln(x) + ln(x - 1) = ln(6), x)", "ln(x(x - 1)) = ln 6 | (x - 3)(x + 2) = 0", ["gained-solutions"] * 2),
    ("solve(x = 2, x)", "x^2 = 2x", ["gained-solutions"]),
    ("solve(x^2 = 2x, x)", "x = 2", ["lost-solutions"]),
    ("solve(x^2 = 2x, x)", "x^2 - 2x = 0", ["follows"]),
])  # fmt: skip
def test_solutions_that_come_and_go_are_told(task, lines, reasons):
    assert [each.reason for each in report(task, lines).lines] == reasons


def test_an_answer_that_lost_a_solution_is_not_complete():
    found = report("solve(x^2 = 2x, x)", "x = 2")
    assert not found.complete and found.diagnosis.reason == "missing-element"
