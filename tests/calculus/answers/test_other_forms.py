"""Right answers in another form and the same answers wrong by a little; mpmath agrees with every label."""

from collections.abc import Callable
from functools import partial

import mpmath
import pytest
import sympy
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)

from fluxions.calculus.verdict import Right, Wrong
from tests.calculus.answers.rows import judged

# function to differentiate by x (or by the name in front of a colon), right in another form, wrong by a little
SLOPES = [
    ("(3x^2 - 1)^4", "24x (3x^2-1)^3", "24x (3x^2-1)^4"),
    ("(x^2+1)(x^3-2)", "x (5x^3 + 3x - 4)", "x (5x^3 + 3x + 4)"),
    ("x^2/(1+x^2)", "2x/(1+2x^2+x^4)", "2x/(1+x^2+x^4)"),
    ("sqrt(1+4x^2)", "4x/sqrt(4x^2+1)", "8x/sqrt(4x^2+1)"),
    ("(1+sqrt(x))^2", "1 + x^(-1/2)", "1 - x^(-1/2)"),
    ("x^3 e^(2x)", "x^2 e^(2x) (3+2x)", "x^2 e^(2x) (3+x)"),
    ("e^(-3x^2)", "-6x/e^(3x^2)", "-6x/e^(-3x^2)"),
    ("e^(2x) sin(3x)", "e^(2x) (2sin(3x) + 3cos(3x))", "e^(2x) (2sin(3x) - 3cos(3x))"),
    ("sin(x)/x", "cos(x)/x - sin(x)/x^2", "cos(x)/x + sin(x)/x^2"),
    ("tan(2x)", "2 + 2tan(2x)^2", "1 + tan(2x)^2"),
    ("sin(x)^3", "(3/4)(cos(x) - cos(3x))", "(3/4)(cos(x) + cos(3x))"),
    ("cos(3x)^2", "-3 sin(6x)", "-6 sin(6x)"),
    ("ln(x^2+3x)", "1/x + 1/(x+3)", "1/x - 1/(x+3)"),
    ("ln(cos(x))", "-sin(x)/cos(x)", "sin(x)/cos(x)"),
    ("ln((x+1)^3/x)", "(2x-1)/(x(x+1))", "(2x+1)/(x(x+1))"),
    ("x^2 ln(x)", "x (1 + ln(x^2))", "x (2 + ln(x^2))"),
    ("ln(x)^2", "ln(x^2)/x", "ln(x)/x"),
    ("arctan(3x)", "1/(1/3 + 3x^2)", "1/(1 + 3x^2)"),
    ("arcsin(x^2)", "2x/sqrt((1-x^2)(1+x^2))", "2x/sqrt(1-x^2)"),
    ("x arcsin(x) + sqrt(1-x^2)", "arcsin(x)", "arcsin(x) + x"),
    ("sinh(2x)", "e^(2x) + e^(-2x)", "e^(2x) - e^(-2x)"),
    ("tanh(x)^2", "2tanh(x)(1-tanh(x))(1+tanh(x))", "2tanh(x)(1-tanh(x))"),
    ("ln(1+e^(-2x))", "-2/(e^(2x)+1)", "2/(e^(2x)+1)"),
    ("1/(1+e^(-3x))", "3/(e^(3x)+2+e^(-3x))", "3/(e^(3x)+1+e^(-3x))"),
    ("x/(1+e^(-2x))", "(e^(4x) + e^(2x) + 2x e^(2x))/(e^(2x)+1)^2", "(e^(4x) + e^(2x) - 2x e^(2x))/(e^(2x)+1)^2"),
    ("x tanh(ln(1+e^x))", "tanh(ln(1+e^x)) + x (1-tanh(ln(1+e^x))^2)/(1+e^(-x))",
     "tanh(ln(1+e^x)) + x (1-tanh(ln(1+e^x))^2)/(1+e^x)"),
    ("ln(e^x + e^(-x))", "1 - 2/(e^(2x)+1)", "1 - 1/(e^(2x)+1)"),
    ("2^(3x)", "8^x ln(8)", "8^x ln(3)"),
    ("x^sin(x)", "x^sin(x) cos(x) ln(x) + sin(x) x^(sin(x)-1)", "x^sin(x) cos(x) ln(x)"),
    ("(1+1/x)^x", "(1+1/x)^x (ln(1+x) - ln(x) - 1/(1+x))", "(1+1/x)^x (ln(1+x) + ln(x) - 1/(1+x))"),
    ("w: (w x - y)^2/2", "w x^2 - x y", "w x^2 - y"),
    ("w: ln(1+e^(-y w x))", "-x y/(1+e^(w x y))", "-x/(1+e^(w x y))"),
    ("m: -(x-m)^2/(2s^2)", "x/s^2 - m/s^2", "x/s - m/s"),
    ("s: -ln(s) - (x-m)^2/(2s^2)", "((x-m)^2 - s^2)/s^3", "((x-m)^2 + s^2)/s^3"),
    ("p: -y ln(p) - (1-y) ln(1-p)", "(p-y)/(p(1-p))", "(p-y)/(1-p)"),
    ("p: p (1-p)", "1 - 2p", "1 - p"),
    ("p: k ln(p) + (n-k) ln(1-p)", "(k - n p)/(p (1-p))", "(k + n p)/(p (1-p))"),
    ("t: e^(-a t) cos(b t)", "-e^(-a t) (a cos(b t) + b sin(b t))", "-e^(-a t) (a cos(b t) - b sin(b t))"),
    ("s: ln(s + sqrt(s^2+1))", "(s^2+1)^(-1/2)", "2(s^2+1)^(-1/2)"),
    ("u: u^2/(u^2+v^2)", "2u v^2/(u^2+v^2)^2", "2u v/(u^2+v^2)^2"),
    ("x e^(-x/t)", "(1 - x/t)/e^(x/t)", "(1 - x)/e^(x/t)"),
    ("sqrt(x+sqrt(x))", "(2sqrt(x)+1)/(4sqrt(x^2+x sqrt(x)))", "(2sqrt(x)+1)/(2sqrt(x^2+x sqrt(x)))"),
    ("x^(1/3) (x-2)", "(4x-2)/(3x^(2/3))", "(4x-1)/(3x^(2/3))"),
    ("(x-1)/sqrt(x)", "(x+1)/(2x sqrt(x))", "(x-1)/(2x sqrt(x))"),
    ("1/ln(x)", "-1/(x ln(x)^2)", "1/(x ln(x)^2)"),
    ("ln(x)/x^2", "(1-2ln(x))/x^3", "(1-ln(x))/x^3"),
    ("sec(x) tan(x)", "(1+sin(x)^2)/cos(x)^3", "(1-sin(x)^2)/cos(x)^3"),
    ("cot(x)^2", "-2cos(x)/sin(x)^3", "2cos(x)/sin(x)^3"),
    ("(sin(x)+cos(x))^2", "2cos(2x)", "2sin(2x)"),
    ("e^x/(1+e^x)^2", "e^x (1-e^x)/(1+e^x)^3", "e^x (1+e^x)/(1+e^x)^3"),
]  # fmt: skip
# two forms of the same value, and one that differs
VALUES = [
    ("(a+b)^3", "a^3 + 3a b (a+b) + b^3", "a^3 + 3a b + b^3"),
    ("1/(x-1) - 1/(x+1)", "2/(x^2-1)", "2x/(x^2-1)"),
    ("(x^4-1)/(x-1)", "(x+1)(x^2+1)", "(x-1)(x^2+1)"),
    ("e^(a+b)", "e^a e^b", "e^a + e^b"),
    ("ln(6)", "ln(2) + ln(3)", "ln(2) ln(3)"),
    ("ln(sqrt(e))", "1/2", "2"),
    ("log(8, 2)", "3", "4"),
    ("log(x, 10)", "ln(x)/ln(10)", "ln(10)/ln(x)"),
    ("cos(pi/12)", "(sqrt(6)+sqrt(2))/4", "(sqrt(6)-sqrt(2))/4"),
    ("sqrt(7+4sqrt(3))", "2 + sqrt(3)", "2 - sqrt(3)"),
    ("sqrt(12) + sqrt(27)", "5sqrt(3)", "sqrt(39)"),
    ("1/(sqrt(3)-sqrt(2))", "sqrt(2)+sqrt(3)", "sqrt(3)-sqrt(2)"),
    ("2^10", "1024", "1000"),
    ("arctan(1)", "pi/4", "pi/2"),
    ("4 arctan(1/5) - arctan(1/239)", "pi/4", "pi/3"),
    ("sin(pi/3)", "sqrt(3)/2", "1/2"),
    ("e^(2 ln(3))", "9", "6"),
    ("sinh(ln(2))", "3/4", "4/3"),
    ("sum(k, k, 1, 100)", "5050", "5000"),
    ("limit(sin(x)/x, x, 0)", "1", "0"),
    ("1/(1+e^(-x)) + 1/(1+e^x)", "1", "2"),
    ("sin(2x)^2", "4sin(x)^2 - 4sin(x)^4", "4sin(x)^2 - 4sin(x)^3"),
    ("cos(x)^2 - sin(x)^2", "1 - 2sin(x)^2", "1 - sin(x)^2"),
    ("tan(x+y)", "(tan(x)+tan(y))/(1-tan(x)tan(y))", "(tan(x)+tan(y))/(1+tan(x)tan(y))"),
    ("cosh(x)^2", "1 + sinh(x)^2", "1 - sinh(x)^2"),
    ("2sinh(x)cosh(x)", "sinh(2x)", "cosh(2x)"),
    ("(1-x^n)/(1-x)", "(x^n-1)/(x-1)", "(x^n+1)/(x-1)"),
    ("x^a x^b", "x^(a+b)", "x^(a b)"),
    ("(x^2)^3", "x^6", "x^5"),
    ("a/b/c", "a/(b c)", "a c/b"),
    ("(x+y)^2 - (x-y)^2", "4x y", "2x y"),
    ("max(x, y)", "(x+y+max(x-y, y-x))/2", "(x+y-max(x-y, y-x))/2"),
    ("erf(x/sqrt(2))", "2Phi(x) - 1", "Phi(x) - 1"),
    ("softplus(x) - softplus(-x)", "x", "-x"),
    ("sigmoid(x) (1 - sigmoid(x))", "1/(2 + 2cosh(x))", "1/(1 + cosh(x))"),
    ("tanh(x)", "2sigmoid(2x) - 1", "2sigmoid(x) - 1"),
    ("x relu(x)", "relu(x)^2", "relu(x)"),
]  # fmt: skip
LETTERS = "x y w m s p k n t u v a b"
CHANGES = (*standard_transformations, convert_xor, implicit_multiplication_application)
NAMES = {"e": sympy.E, "ln": sympy.log, "arctan": sympy.atan, "arcsin": sympy.asin, "max": sympy.Max,
         "relu": lambda u: sympy.Max(u, 0), "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)),
         "softplus": lambda u: sympy.log(1 + sympy.exp(u)),
         "Phi": lambda u: (1 + sympy.erf(u / sympy.sqrt(2))) / 2}  # fmt: skip


def task_of(text: str) -> tuple[str, str]:
    name, colon, function = text.partition(": ")
    return (function, name) if colon else (text, "x")


@pytest.mark.parametrize("task, right, wrong", SLOPES)
def test_a_derivative_in_another_form(task: str, right: str, wrong: str) -> None:
    function, name = task_of(task)
    expected = f"diff({function}, {name})"
    assert isinstance(judged(right, expected, variables=LETTERS), Right)
    assert isinstance(judged(wrong, expected, variables=LETTERS), Wrong)
    slope = numbers(function, derived_by=name)
    assert slope == pytest.approx(numbers(right), rel=1e-9) and slope != pytest.approx(numbers(wrong), rel=1e-6)


@pytest.mark.parametrize("value, right, wrong", VALUES)
def test_a_value_in_another_form(value: str, right: str, wrong: str) -> None:
    assert isinstance(judged(right, value), Right)
    found = judged(wrong, value)
    assert isinstance(found, Wrong) and found.witness is not None
    if not value.startswith(("sum(", "limit(")):
        given = numbers(value)
        assert given == pytest.approx(numbers(right), rel=1e-9) and given != pytest.approx(numbers(wrong), rel=1e-6)


def numbers(text: str, derived_by: str = "") -> list[float]:
    """The values at two points, by mpmath; a derivative by differences to fifty digits."""
    found = parse_expr(text, local_dict=NAMES, transformations=CHANGES)
    names = sorted(found.free_symbols | ({sympy.Symbol(derived_by)} if derived_by else set()), key=str)
    values = []
    for shift in ("0.31", "0.58"):
        point = {each: mpmath.mpf(shift) + mpmath.mpf(i) / 7 for i, each in enumerate(sorted(map(str, names)))}
        function = sympy.lambdify(names, found, "mpmath")
        order = [point[str(each)] for each in names]
        if derived_by:
            place = [str(each) for each in names].index(derived_by)
            line = partial(along, function, order, place)
            with mpmath.workdps(50):
                values.append(float(mpmath.diff(line, order[place])))
        else:
            values.append(float(function(*order)))
    return values


def along(function: Callable[..., mpmath.mpf], order: list[mpmath.mpf], place: int, h: mpmath.mpf) -> mpmath.mpf:
    return function(*order[:place], h, *order[place + 1 :])
