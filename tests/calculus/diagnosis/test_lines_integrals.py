"""Working on integrals: substitution, parts, partial fractions, bounds, brackets; constants early and late."""

import pytest

from fluxions.calculus import Ambiguous, Mistaken
from tests.calculus.diagnosis.notebooks import goes_wrong, report, shown, unflagged

RIGHT = [
    # substitution
    ("int(2x*cos(x^2), x)", "let u = x^2 | du = 2x dx | int cos(u) du | sin(u) + C | sin(x^2) + C"),
    ("int(x*cos(x^2), x)", "u = x^2, du = 2x dx | 1/2 int cos(u) du | = 1/2 sin(u) + C | = 1/2 sin(x^2) + C"),
    ("int(x*exp(x^2), x)", "u = x^2 | du = 2x dx | x dx = du/2 | int e^u du/2 | e^u/2 | e^(x^2)/2 + C"),
    ("int((3x + 1)^5, x)", "let u = 3x + 1 | dx = du/3 | 1/3 ∫ u^5 du | u^6/18 | (3x+1)^6/18 + C"),
    ("int(x/(x^2 + 4), x)", "u = x^2 + 4; du = 2x dx | 1/2 int 1/u du | 1/2 ln|u| + C | 1/2 ln(x^2 + 4) + C"),
    ("int(cos(x)*sin(x)^3, x)", "u = sin x | du = cos x dx | int u^3 du = u^4/4 | sin(x)^4/4 + C"),
    ("int(x*sqrt(x + 1), x)",
     "u = x + 1 | x = u - 1 | int (u - 1) sqrt(u) du | 2/5 u^(5/2) - 2/3 u^(3/2) | "
     "2/5 (x+1)^(5/2) - 2/3 (x+1)^(3/2) + C"),
    ("int(exp(x)/(1 + exp(x)), x)", "u = 1 + e^x | du = e^x dx | int 1/u du | ln(1 + e^x) + C"),
    ("int(ln(x)/x, x)", "u = ln x | du = dx/x | int u du | u^2/2 | (ln x)^2/2 + C"),
    ("int(sqrt(4 - x^2), x)",
     "x = 2 sin(t) | dx = 2cos(t) dt | int 4 cos(t)^2 dt | 2t + sin(2t) | 2arcsin(x/2) + x sqrt(4 - x^2)/2 + C"),
    # parts
    ("int(x*exp(x), x)", "u = x, dv = e^x dx | du = dx, v = e^x | x e^x - int e^x dx | x e^x - e^x + C"),
    ("int(x*sin(x), x)",
     "u = x, dv = sin x dx | du = dx, v = -cos x | = -x cos x + int cos x dx | = -x cos x + sin x + C"),
    ("int(x^2*exp(x), x)", "x^2 e^x - int 2x e^x dx | x^2 e^x - 2(x e^x - int e^x dx) | x^2 e^x - 2x e^x + 2e^x + C"),
    ("int(ln(x), x)", "u = ln x | dv = dx | du = dx/x | v = x | x ln x - int 1 dx | x ln x - x + C"),
    ("int(exp(x)*sin(x), x)",
     "I = int(e^x sin x, x) | I = e^x sin x - int e^x cos x dx | I = e^x sin x - e^x cos x - I | "
     "2I = e^x (sin x - cos x) | I = e^x (sin x - cos x)/2 + C"),
    ("int(x*ln(x), x)", "∫ x ln x dx = x^2/2 ln x - ∫ x/2 dx | = x^2/2 ln x - x^2/4 + C"),
    # partial fractions
    ("int(1/(x^2 - 1), x)",
     "1/(x^2-1) = A/(x-1) + B/(x+1) | 1 = A(x+1) + B(x-1) | A = 1/2, B = -1/2 | "
     "1/2 int 1/(x-1) dx - 1/2 int 1/(x+1) dx | 1/2 ln|x-1| - 1/2 ln|x+1| + C"),
    ("int(1/(x^2 - 1), x)", "1/((x-1)(x+1)) = 1/2 (1/(x-1) - 1/(x+1)) | 1/2 ln|x-1| - 1/2 ln|x+1| + C"),
    ("int((x + 5)/(x^2 + x - 2), x)",
     "(x+5)/((x-1)(x+2)) = A/(x-1) + B/(x+2) | x + 5 = A(x+2) + B(x-1) | A = 2 | B = -1 | "
     "int 2/(x-1) - 1/(x+2) dx | 2ln|x-1| - ln|x+2| + C"),
    # table, linearity, algebra
    ("int(x^2 + 3x, x)", "int x^2 dx + 3 int x dx | x^3/3 + 3x^2/2 + C"),
    ("int((x + 1)^2/x, x)", "int (x^2 + 2x + 1)/x dx | int x + 2 + 1/x dx | x^2/2 + 2x + ln|x| + C"),
    ("int(sin(x)^2, x)", "int (1 - cos(2x))/2 dx | 1/2 int 1 dx - 1/2 int cos(2x) dx | x/2 - sin(2x)/4 + C"),
    ("int(1/(x^2 + 9), x)", "1/9 int 1/((x/3)^2 + 1) dx | u = x/3 | 1/3 int 1/(u^2 + 1) du | 1/3 arctan(x/3) + C"),
    ("int(6x^2 - 4x + 1, x)", "6 x^3/3 - 4 x^2/2 + x + C | = 2x^3 - 2x^2 + x + C"),
    ("int(tan(x), x)", "int sin(x)/cos(x) dx | u = cos x | du = -sin x dx | -int 1/u du | -ln|cos x| + C"),
    # constants early and late
    ("int(x^2 + 3x, x)", "x^3/3 + C + 3 int x dx | x^3/3 + 3/2 x^2 + C"),
    ("int(x^2 + 3x, x)", "x^3/3 + 3/2 x^2 | x^3/3 + 3/2 x^2 + C"),
    # definite
    ("int(x^2, x, 0, 3)", "[x^3/3]_0^3 | = 27/3 - 0 | = 9"),
    ("int(x^2, x, 0, 3)", "F(x) = x^3/3 | F(3) - F(0) | 9 - 0 = 9"),
    ("int(x^2, x, 0, 3)", "x^3/3 |_0^3 = 9"),
    ("int(x*cos(x^2), x, 0, 1)", "u = x^2 | du = 2x dx | 1/2 int_0^1 cos(u) du | 1/2 [sin(u)]_0^1 | 1/2 sin(1)"),
    ("int(2x*(x^2 + 1)^3, x, 0, 2)", "u = x^2 + 1, du = 2x dx | int_1^5 u^3 du | [u^4/4]_1^5 | (625 - 1)/4 | 156"),
    ("int(2x*(x^2 + 1)^3, x, 0, 2)", "int 2x(x^2+1)^3 dx = (x^2+1)^4/4 | (5^4 - 1^4)/4 | 624/4 = 156"),
    ("int(x*exp(x), x, 0, 1)", "[x e^x]_0^1 - int_0^1 e^x dx | e - [e^x]_0^1 | e - (e - 1) | 1"),
    ("int(1/x^2, x, 1, inf)", "lim_(b->inf) int_1^b 1/x^2 dx | lim_(b->inf) [-1/x]_1^b | lim_(b->inf) (1 - 1/b) | 1"),
    ("int(exp(-2x), x, 0, inf)", "[-e^(-2x)/2]_0^inf | 0 + 1/2 | 1/2"),
    ("int(x^2*y, [x,0,1],[y,0,2])", "int_0^2 (int_0^1 x^2 y dx) dy | int_0^2 y/3 dy | [y^2/6]_0^2 | 4/6 = 2/3"),
    ("int(x^2*y, [x,0,1],[y,0,2])", "int_0^1 x^2 y dx = y/3 | int_0^2 y/3 dy = 2/3"),
    ("int(sin(x), x, 0, pi)", "-cos(x) | -cos(pi) + cos(0) | 1 + 1 | 2"),
    ("int(4x^3 - 2x, x, 1, 2)", "[x^4 - x^2]_1^2 | (16 - 4) - (1 - 1) | 12"),
    ("int(abs(x - 1), x, 0, 3)", "int_0^1 (1 - x) dx + int_1^3 (x - 1) dx | 1/2 + 2 | 5/2"),
    ("int(ln(x), x, 1, e)", "[x ln x - x]_1^e | (e - e) - (0 - 1) | 1"),
    ("int(1/(x^2+1), x, 0, 1)", "arctan(1) - arctan(0) | pi/4"),
    # in one jump
    ("int(x*exp(x), x)", "(x - 1) e^x + C"),
    ("int(x^3*exp(x^2), x)", "1/2 (x^2 - 1) e^(x^2) + C"),
    ("int(x*cos(x^2), x, 0, 1)", "sin(1)/2"),
]  # fmt: skip

WRONG = [
    ("int(2x*cos(x^2), x)", 2, "let u = x^2 | du = x dx | int 2 cos(u) du | 2 sin(u) + C | 2 sin(x^2) + C"),
    ("int(x*cos(x^2), x)", 3, "u = x^2 | du = 2x dx | 2 int cos(u) du | 2 sin(u) + C | 2sin(x^2) + C"),
    ("int(x*cos(x^2), x)", 4, "u = x^2 | du = 2x dx | 1/2 int cos(u) du | -1/2 sin(u) + C | -1/2 sin(x^2) + C"),
    ("int((3x + 1)^5, x)", 3, "let u = 3x + 1 | du = 3 dx | ∫ u^5 du | u^6/6 | (3x+1)^6/6 + C"),
    ("int(x/(x^2 + 4), x)", 2, "u = x^2 + 4; du = 2x dx | int 1/u du | ln|u| + C | ln(x^2 + 4) + C"),
    ("int(cos(x)*sin(x)^3, x)", 3, "u = sin x | du = cos x dx | int u^3 du = 3u^2 | 3sin(x)^2 + C"),
    ("int(x*sin(x), x)", 2, "u = x, dv = sin x dx | du = dx, v = cos x | x cos x - int cos x dx | x cos x - sin x + C"),
    ("int(x*sin(x), x)", 3,
     "u = x, dv = sin x dx | du = dx, v = -cos x | -x cos x - int cos x dx | -x cos x - sin x + C"),
    ("int(x*exp(x), x)", 1, "x e^x + int e^x dx | x e^x + e^x + C"),
    ("int(x*exp(x), x)", 1, "x^2/2 e^x + C"),
    ("int(x^2*exp(x), x)", 2, "x^2 e^x - int 2x e^x dx | x^2 e^x - 2x e^x - 2e^x + C"),
    ("int(ln(x), x)", 4, "u = ln x | dv = dx | du = dx/x | v = x^2 | x^2 ln x - int x dx | x^2 ln x - x^2/2 + C"),
    ("int(exp(x)*sin(x), x)", 2,
     "I = int(e^x sin x, x) | I = e^x sin x + int e^x cos x dx | I = e^x sin x + e^x cos x - I"),
    ("int(1/(x^2 - 1), x)", 3,
     "1/(x^2-1) = A/(x-1) + B/(x+1) | 1 = A(x+1) + B(x-1) | A = 1/2, B = 1/2 | 1/2 ln|x-1| + 1/2 ln|x+1| + C"),
    ("int(1/(x^2 - 1), x)", 2, "1/(x^2-1) = A/(x-1) + B/(x+1) | 1 = A(x-1) + B(x+1) | A = 1/2, B = 1/2"),
    ("int(1/(x^2 - 1), x)", 1, "1/((x-1)(x+1)) = 1/(x-1) - 1/(x+1) | ln|x-1| - ln|x+1| + C"),
    ("int(x^2 + 3x, x)", 2, "int x^2 dx + 3 int x dx | x^3/3 + 3x^2 + C"),
    ("int((x + 1)^2/x, x)", 2, "int (x^2 + 2x + 1)/x dx | int x + 2 dx | x^2/2 + 2x + C"),
    ("int(sin(x)^2, x)", 1, "int (1 + cos(2x))/2 dx | x/2 + sin(2x)/4 + C"),
    ("int(sin(x)^2, x)", 3, "int (1 - cos(2x))/2 dx | x/2 - 1/2 int cos(2x) dx | x/2 - sin(2x)/2 + C"),
    ("int(6x^2 - 4x + 1, x)", 2, "6 x^3/3 - 4 x^2/2 + x + C | = 2x^3 - 4x^2 + x + C"),
    ("int(tan(x), x)", 4, "int sin(x)/cos(x) dx | u = cos x | du = -sin x dx | int 1/u du | ln|cos x| + C"),
    ("int(exp(3x), x)", 1, "3 e^(3x) + C"),
    ("int(1/x^3, x)", 2, "int x^(-3) dx | -x^(-2) + C"),
    ("int(x^2, x, 0, 3)", 1, "[2x]_0^3 | 6"),
    ("int(x^2, x, 0, 3)", 3, "[x^3/3]_0^3 | 27/3 - 0 | 27"),
    ("int(x*cos(x^2), x, 0, 2)", 3, "u = x^2 | du = 2x dx | 1/2 int_0^2 cos(u) du | 1/2 [sin(u)]_0^2 | sin(2)/2"),
    ("int(2x*(x^2 + 1)^3, x, 0, 2)", 2, "u = x^2 + 1, du = 2x dx | int_0^2 u^3 du | [u^4/4]_0^2 | 4"),
    ("int(2x*(x^2 + 1)^3, x, 0, 2)", 4, "u = x^2 + 1, du = 2x dx | int_1^5 u^3 du | [u^4/4]_1^5 | (625 + 1)/4 | 313/2"),
    ("int(x*exp(x), x, 0, 1)", 2, "[x e^x]_0^1 - int_0^1 e^x dx | e - e - 1 | -1"),
    ("int(1/x^2, x, 1, inf)", 2, "lim_(b->inf) int_1^b 1/x^2 dx | lim_(b->inf) [1/x]_1^b | -1"),
    ("int(exp(-2x), x, 0, inf)", 1, "[e^(-2x)/2]_0^inf | -1/2"),
    ("int(x^2*y, [x,0,1],[y,0,2])", 2, "int_0^2 (int_0^1 x^2 y dx) dy | int_0^2 y/2 dy | 1"),
    ("int(sin(x), x, 0, pi)", 1, "cos(x) | cos(pi) - cos(0) | -2"),
    ("int(sin(x), x, 0, pi)", 2, "[-cos(x)]_0^pi | 1 - 1 | 0"),
    ("int(4x^3 - 2x, x, 1, 2)", 2, "[x^4 - x^2]_1^2 | (16 - 4) + (1 - 1) - 2 | 10"),
    ("int(ln(x), x, 1, e)", 1, "[1/x]_1^e | 1/e - 1"),
    ("int(1/(x^2+1), x, 0, 1)", 1, "[ln(x^2 + 1)]_0^1 | ln 2"),
    ("int(x^2, x, 0, 3)", 1, "F(x) = x^2/2 | F(3) - F(0) | 9/2"),
]  # fmt: skip


NAMED = [  # the line stands half-worked: the mistake was made before what still stands in it
    ("int(x*cos(x), x)", "x sin(x) + int sin(x) dx", {"parts-with-plus"}),
    ("int(x*exp(2x), x)", "x e^(2x)/2 + int e^(2x)/2 dx", {"parts-with-plus"}),
    (
        "limit(sin(3x)/x, x, 0)",
        "limit(cos(3x)/1, x, 0)",
        {"inside-scale-lost", "sine-quotient-one", "zero-over-zero-one"},
    ),
]  # fmt: skip


@pytest.mark.parametrize("task, lines, names", NAMED)
def test_a_half_worked_wrong_line_is_explained(task, lines, names):
    match report(task, lines).diagnosis:
        case Mistaken(misconception):
            assert {misconception.name} == names
        case Ambiguous(candidates):
            assert {each.misconception.name for each in candidates} == names
        case other:
            raise AssertionError(other)


@pytest.mark.parametrize("task, lines", RIGHT)
def test_right_working_is_not_flagged(task, lines):
    unflagged(task, lines)


@pytest.mark.parametrize("task, at, lines", WRONG)
def test_the_first_wrong_line(task, at, lines):
    goes_wrong(task, lines, at)


def test_a_missing_constant_is_no_wrong_line():
    found = report("int(2x, x)", "x^2")
    assert found.first_wrong_line is None and not found.complete
    assert found.diagnosis.reason == "missing-constant"


def test_lines_after_the_wrong_one_are_carried():
    assert shown(report("int(x*exp(x), x)", "x e^x + int e^x dx | x e^x + e^x + C"))[1] == "right carried"
