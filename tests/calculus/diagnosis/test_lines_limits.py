"""Working on limits, derivatives and series."""

import pytest

from tests.calculus.diagnosis.notebooks import goes_wrong, unflagged

RIGHT = [
    ("limit((x^2 - 4)/(x - 2), x, 2)", "lim_(x->2) (x-2)(x+2)/(x-2) | lim_(x->2) (x + 2) | 4"),
    ("limit((x^2 - 4)/(x - 2), x, 2)", "(x-2)(x+2)/(x-2) | x + 2 | 2 + 2 = 4"),
    ("limit(sin(3x)/x, x, 0)", "lim_(x->0) 3 sin(3x)/(3x) | 3 lim_(x->0) sin(3x)/(3x) | 3*1 = 3"),
    ("limit(sin(3x)/x, x, 0)", "lim_(x->0) 3cos(3x)/1 | 3 cos(0) | 3"),
    ("limit((1 - cos(x))/x^2, x, 0)", "lim_(x->0) sin(x)/(2x) | lim_(x->0) cos(x)/2 | 1/2"),
    ("limit((1 - cos(x))/x^2, x, 0)",
     "lim_(x->0) (1 - cos(x)^2)/(x^2 (1 + cos x)) | lim_(x->0) (sin(x)/x)^2 / (1 + cos x) | 1/2"),
    ("limit((sqrt(x + 4) - 2)/x, x, 0)",
     "lim_(x->0) (x + 4 - 4)/(x (sqrt(x+4) + 2)) | lim_(x->0) 1/(sqrt(x+4) + 2) | 1/(2+2) | 1/4"),
    ("limit((3x^2 + 1)/(2x^2 - x), x, inf)", "lim_(x->inf) (3 + 1/x^2)/(2 - 1/x) | 3/2"),
    ("limit((3x^2 + 1)/(2x^2 - x), x, inf)", "lim_(x->inf) 6x/(4x - 1) | lim_(x->inf) 6/4 | 3/2"),
    ("limit(x*ln(x), x, 0, +)", "lim_(x->0+) ln(x)/(1/x) | lim_(x->0+) (1/x)/(-1/x^2) | lim_(x->0+) -x | 0"),
    ("limit((1 + 1/n)^n, n, inf)", "lim_(n->inf) e^(n ln(1 + 1/n)) | e"),
    ("limit((exp(x) - 1 - x)/x^2, x, 0)", "lim_(x->0) (e^x - 1)/(2x) | lim_(x->0) e^x/2 | 1/2"),
    ("limit(rate(x^2 + x, x, x, x + h), h, 0)",
     "((x+h)^2 + (x+h) - x^2 - x)/h | (2x h + h^2 + h)/h | 2x + h + 1 | 2x + 1"),
    ("limit(rate(1/x, x, x, x + h), h, 0)", "lim_(h->0) (1/(x+h) - 1/x)/h | lim_(h->0) -1/(x(x+h)) | -1/x^2"),
    # derivatives
    ("diff(x^2*sin(x), x)", "(x^2)' sin x + x^2 (sin x)' | 2x sin x + x^2 cos x"),
    ("diff(x^2*sin(x), x)", "u = x^2, v = sin x | u' = 2x, v' = cos x | u' v + u v' | 2x sin x + x^2 cos x"),
    ("diff(sin(x)/x, x)", "(x (sin x)' - sin x (x)')/x^2 | (x cos x - sin x)/x^2"),
    ("diff(exp(sin(x^2)), x)", "e^(sin(x^2)) (sin(x^2))' | e^(sin(x^2)) cos(x^2) 2x"),
    ("diff(exp(sin(x^2)), x)", "y = e^u, u = sin(v), v = x^2 | dy/du = e^u | dv/dx = 2x | 2x cos(x^2) e^(sin(x^2))"),
    ("diff(ln(x^2 + 1), x)", "1/(x^2+1) * d/dx(x^2 + 1) | 2x/(x^2+1)"),
    ("diff(sqrt(3x + 1), x)", "f(x) = (3x+1)^(1/2) | f'(x) = 1/2 (3x+1)^(-1/2) * 3 | 3/(2 sqrt(3x+1))"),
    ("diff(x^x, x)", "e^(x ln x) (x ln x)' | x^x (ln x + 1)"),
    ("diff(x^3 - 2x, x, 2)", "f'(x) = 3x^2 - 2 | f''(x) = 6x"),
    ("diff(x*exp(-x), x, 2)",
     "f'(x) = e^(-x) - x e^(-x) | f'(x) = (1 - x) e^(-x) | f''(x) = -e^(-x) - (1 - x)e^(-x) | = (x - 2) e^(-x)"),
    ("at(diff(x^3 + x, x), x, 2)", "f'(x) = 3x^2 + 1 | f'(2) = 3*4 + 1 | = 13"),
    ("at(diff(x^3 + x, x), x, 2)", "3x^2 + 1 | 3*2^2 + 1 | 13"),
    ("tangent(x^2, x, 3)", "f(3) = 9 | f'(x) = 2x | f'(3) = 6 | y = 9 + 6(x - 3) | y = 6x - 9"),
    ("implicit(x^2 + y^2 = 25, y, x)", "2x + 2y y' = 0 | 2y y' = -2x | y' = -x/y"),
    ("implicit(x^2 + y^2 = 25, y, x)", "2x + 2y dy/dx = 0 | dy/dx = -2x/(2y) | -x/y"),
    ("implicit(x^3 + y^3 = 6x*y, y, x)",
     "3x^2 + 3y^2 y' = 6y + 6x y' | y'(3y^2 - 6x) = 6y - 3x^2 | y' = (6y - 3x^2)/(3y^2 - 6x) | "
     "(2y - x^2)/(y^2 - 2x)"),
    ("logdiff(x^x, x)", "ln(y) = x ln(x) | y'/y = ln(x) + 1 | y' = x^x (ln x + 1)"),
    # series
    ("sum(1/2^n, n, 0, inf)", "1/(1 - 1/2) | 2"),
    ("sum(3*(2/5)^n, n, 0, inf)", "3 sum((2/5)^n, n, 0, inf) | 3 * 1/(1 - 2/5) | 3 * 5/3 | 5"),
    ("sum(1/n - 1/(n+1), n, 1, inf)", "lim_(n->inf) (1 - 1/(n+1)) | 1"),
    ("sum(n, n, 1, 100)", "100*101/2 | 5050"),
    ("taylor(exp(2x), x, 0, 3)",
     "f(x) = e^(2x) | f'(x) = 2e^(2x) | f(0) = 1, f'(0) = 2 | f''(0) = 4 | f'''(0) = 8 | "
     "1 + 2x + 4x^2/2 + 8x^3/6 | 1 + 2x + 2x^2 + 4/3 x^3"),
    ("taylor(exp(2x), x, 0, 3)", "1 + (2x) + (2x)^2/2 + (2x)^3/6 | = 1 + 2x + 2x^2 + 4x^3/3"),
    ("taylor(sin(x)*exp(x), x, 0, 3)", "(x - x^3/6)(1 + x + x^2/2) | x + x^2 + x^3/2 - x^3/6 | x + x^2 + x^3/3"),
    ("taylor(ln(x), x, 1, 2)", "f(1) = 0 | f'(1) = 1 | f''(1) = -1 | (x - 1) - (x - 1)^2/2"),
    ("radius(sum(x^n/n, n, 1, inf), x)", "lim_(n->inf) n/(n+1) = 1 | 1"),
    ("radius(sum(n*x^n/3^n, n, 1, inf), x)", "lim_(n->inf) (n+1)/(3n) = 1/3 | R = 1/(1/3) = 3"),
    ("converges(sum(n/2^n, n, 1, inf))", "lim_(n->inf) (n+1)/(2n) = 1/2 | converges"),
    # descent and Newton's method
    ("descend(x^2 - 4x, x, 5, 0.1, 2)", "f'(x) = 2x - 4 | x_1 = 5 - 0.1*6 = 4.4 | x_2 = 4.4 - 0.1*4.8 | x_2 = 3.92"),
    ("descend(x^2, x, 1, 1/4, 3)", "f'(x) = 2x | x_1 = 1/2 | x_2 = 1/4 | x_3 = 1/8"),
    ("descend((w - 3)^2, w, 1, 1/4, 2)", "w1 = 1 - 1/4*2(1 - 3) = 2 | w2 = w1 - 1/4*2(w1 - 3) | w2 = 5/2"),
    ("newton(x^2 - 2, x, 1, 1)", "x1 = 1 - (1 - 2)/2 | 3/2"),
    ("euler(x + y, x, 0, 1, 1/2, 2)", "y1 = 1 + 1/2 = 3/2 | y2 = y1 + 1/2*(1/2 + 3/2) | y2 = 5/2"),
    ("newton(x^2 - 2, x, 1, 2)", "f'(x) = 2x | x_1 = 1 - (1 - 2)/2 = 3/2 | x_2 = 3/2 - (9/4 - 2)/3 | x_2 = 17/12"),
]  # fmt: skip

WRONG = [
    ("limit((x^2 - 4)/(x - 2), x, 2)", 2, "lim_(x->2) (x-2)(x+2)/(x-2) | lim_(x->2) (x - 2) | 0"),
    ("limit(sin(3x)/x, x, 0)", 2, "lim_(x->0) 3 sin(3x)/(3x) | lim_(x->0) sin(3x)/(3x) | 1"),
    ("limit(sin(3x)/x, x, 0)", 1, "lim_(x->0) cos(3x)/1 | 1"),
    ("limit((1 - cos(x))/x^2, x, 0)", 1, "lim_(x->0) -sin(x)/(2x) | -1/2"),
    ("limit((1 - cos(x))/x^2, x, 0)", 3, "lim_(x->0) sin(x)/(2x) | lim_(x->0) cos(x)/2 | 0"),
    ("limit((sqrt(x + 4) - 2)/x, x, 0)", 2,
     "lim_(x->0) (x + 4 - 4)/(x (sqrt(x+4) + 2)) | lim_(x->0) x/(sqrt(x+4) + 2) | 0"),
    ("limit((3x^2 + 1)/(2x^2 - x), x, inf)", 1, "lim_(x->inf) (3x + 1)/(2x - 1) * 2 | 3"),
    ("limit((3x^2 + 1)/(2x^2 - x), x, inf)", 2, "lim_(x->inf) (3 + 1/x^2)/(2 - 1/x) | 3"),
    ("limit((exp(x) - 1 - x)/x^2, x, 0)", 2, "lim_(x->0) (e^x - 1)/(2x) | lim_(x->0) e^x | 1"),
    ("limit(rate(x^2 + x, x, x, x + h), h, 0)", 2, "((x+h)^2 + (x+h) - x^2 - x)/h | (h^2 + h)/h | h + 1 | 1"),
    ("limit(rate(1/x, x, x, x + h), h, 0)", 2, "lim_(h->0) (1/(x+h) - 1/x)/h | lim_(h->0) 1/(x(x+h)) | 1/x^2"),
    ("diff(x^2*sin(x), x)", 1, "(x^2)' (sin x)' | 2x cos x"),
    ("diff(x^2*sin(x), x)", 2, "(x^2)' sin x + x^2 (sin x)' | 2x sin x - x^2 cos x"),
    ("diff(x^2*sin(x), x)", 2, "u = x^2, v = sin x | u' = 2x, v' = -cos x | u' v + u v' | 2x sin x - x^2 cos x"),
    ("diff(sin(x)/x, x)", 1, "(x (sin x)' + sin x (x)')/x^2 | (x cos x + sin x)/x^2"),
    ("diff(exp(sin(x^2)), x)", 2, "e^(sin(x^2)) (sin(x^2))' | e^(sin(x^2)) cos(x^2)"),
    ("diff(ln(x^2 + 1), x)", 2, "1/(x^2+1) * d/dx(x^2 + 1) | 2/(x^2+1)"),
    ("diff(sqrt(3x + 1), x)", 2, "f(x) = (3x+1)^(1/2) | f'(x) = 3/2 * sqrt(3x+1) | 3 sqrt(3x+1)/2"),
    ("diff(x^x, x)", 1, "f'(x) = x x^(x-1) | x^x"),
    ("diff(x^3 - 2x, x, 2)", 1, "f'(x) = 3x^2 - 2x | f''(x) = 6x - 2"),
    ("diff(x*exp(-x), x, 2)", 2, "f'(x) = e^(-x) - x e^(-x) | f''(x) = -e^(-x) - e^(-x) - x e^(-x) | (-2 - x) e^(-x)"),
    ("at(diff(x^3 + x, x), x, 2)", 1, "f'(x) = 3x^2 | f'(2) = 12"),
    ("at(diff(x^3 + x, x), x, 2)", 2, "f'(x) = 3x^2 + 1 | f'(2) = 3*2 + 1 | 7"),
    ("at(diff(x^3 + x, x), x, 2)", 1, "f'(x) = x^2 + 1 | 5"),
    ("tangent(x^2, x, 3)", 3, "f(3) = 9 | f'(x) = 2x | f'(3) = 3 | y = 9 + 3(x - 3)"),
    ("implicit(x^2 + y^2 = 25, y, x)", 1, "2x + 2y = 0 | y = -x"),
    ("implicit(x^2 + y^2 = 25, y, x)", 2, "2x + 2y y' = 0 | 2y y' = 2x | y' = x/y"),
    ("implicit(x^3 + y^3 = 6x*y, y, x)", 1, "3x^2 + 3y^2 y' = 6y y' | y' = 3x^2/(6y - 3y^2)"),
    ("sum(1/2^n, n, 0, inf)", 1, "1/(1 - 2) | -1"),
    ("sum(3*(2/5)^n, n, 0, inf)", 2, "3 sum((2/5)^n, n, 0, inf) | 3 * 1/(1 + 2/5) | 15/7"),
    ("sum(n, n, 1, 100)", 1, "100*99/2 | 4950"),
    ("taylor(exp(2x), x, 0, 3)", 3, "f(x) = e^(2x) | f'(x) = 2e^(2x) | f(0) = 1, f'(0) = 1 | 1 + x"),
    ("taylor(exp(2x), x, 0, 3)", 2, "1 + (2x) + (2x)^2/2 + (2x)^3/6 | = 1 + 2x + x^2 + x^3/3"),
    ("taylor(exp(2x), x, 0, 3)", 1, "1 + 2x + 4x^2 + 8x^3"),
    ("taylor(sin(x)*exp(x), x, 0, 3)", 2, "(x - x^3/6)(1 + x + x^2/2) | x + x^2 + x^3/2 + x^3/6 | x + x^2 + 2x^3/3"),
    ("taylor(ln(x), x, 1, 2)", 3, "f(1) = 0 | f'(1) = 1 | f''(1) = 1 | (x - 1) + (x - 1)^2/2"),
    ("radius(sum(n*x^n/3^n, n, 1, inf), x)", 2, "lim_(n->inf) (n+1)/(3n) = 1/3 | R = 1/3"),
    ("radius(sum(n*x^n/3^n, n, 1, inf), x)", 1, "lim_(n->inf) (n+1)/(3n) = 1 | R = 1"),
    ("descend(x^2 - 4x, x, 5, 0.1, 2)", 2, "f'(x) = 2x - 4 | x_1 = 5 + 0.1*6 = 5.6 | x_2 = 5.6 + 0.1*7.2 = 6.32"),
    ("descend(x^2, x, 1, 1/4, 3)", 3, "f'(x) = 2x | x_1 = 1/2 | x_2 = 1/8 | x_3 = 1/16"),
    ("descend((w - 3)^2, w, 1, 1/4, 2)", 2, "w1 = 2 | w2 = 2 + 1/4*2(2 - 3) | w2 = 3/2"),
    ("newton(x^2 - 2, x, 1, 2)", 2, "f'(x) = 2x | x_1 = 1 + (1 - 2)/2 = 1/2 | x_2 = 9/4"),
]  # fmt: skip


@pytest.mark.parametrize("task, lines", RIGHT)
def test_right_working_is_not_flagged(task, lines):
    unflagged(task, lines)


@pytest.mark.parametrize("task, at, lines", WRONG)
def test_the_first_wrong_line(task, at, lines):
    goes_wrong(task, lines, at)
