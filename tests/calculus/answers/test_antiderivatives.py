"""Antiderivatives in the forms that tables and books print, their constants, jumps and faults; differences agree."""

import pytest

from fluxions.calculus.answers.check import check_antiderivative
from fluxions.calculus.expr import Sym
from fluxions.calculus.verdict import Wrong
from tests.calculus.answers.rows import NAMES, code, tree
from tests.calculus.answers.second import value

# answer, integrand, verdict, reason
ROWS = [
    ("x^2+C", "2x", "right", "equal"),
    ("x^2+K", "2x", "right", "equal"),
    ("x^2 - C", "2x", "right", "equal"),
    ("x^2+3C", "2x", "right", "equal"),
    ("C+x^2", "2x", "right", "equal"),
    ("x^2+c", "2x", "right", "equal"),
    ("x^2+k", "2x", "right", "equal"),
    ("F(x) = x^2+C", "2x", "right", "equal"),
    ("y = x^2+C", "2x", "right", "equal"),
    ("x^2", "2x", "wrong", "missing-constant"),
    ("x^2+1", "2x", "wrong", "missing-constant"),
    ("x^2+C+D", "2x", "wrong", "wrong-variable"),
    ("x^2+C1", "2x", "right", "equal"),
    ("x^2+C_1", "2x", "right", "equal"),
    ("ln|x|+C", "1/x", "right", "equal"),
    ("ln(x)+C", "1/x", "right", "different-domain"),
    ("ln(C x)", "1/x", "right", "different-domain"),
    ("ln|C x|", "1/x", "right", "equal"),
    ("ln(3x)+C", "1/x", "right", "different-domain"),
    ("ln|x|+ln(C)", "1/x", "right", "different-domain"),
    ("log(x)+C", "1/x", "right", "different-domain"),
    ("-1/x+C", "1/x^2", "right", "equal"),
    ("arctan(x)+C", "1/(1+x^2)", "right", "equal"),
    ("-arccot(x)+C", "1/(1+x^2)", "right", "equal"),
    ("-arctan(1/x)+C", "1/(1+x^2)", "right", "jump"),
    ("ln|sec(x)|+C", "tan(x)", "right", "equal"),
    ("-ln|cos(x)|+C", "tan(x)", "right", "equal"),
    ("ln|sec(x)+tan(x)|+C", "sec(x)", "right", "equal"),
    ("-ln|sec(x)-tan(x)|+C", "sec(x)", "right", "equal"),
    ("sin(x)^2+C", "sin(2x)", "right", "equal"),
    ("-cos(2x)/2+C", "sin(2x)", "right", "equal"),
    ("-cos(x)^2+C", "sin(2x)", "right", "equal"),
    ("x ln(x) - x + C", "ln(x)", "right", "equal"),
    ("x(ln(x)-1)+C", "ln(x)", "right", "equal"),
    ("e^(x^2)/2+C", "x e^(x^2)", "right", "equal"),
    ("(1/2)ln|x-1| - (1/2)ln|x+1| + C", "1/(x^2-1)", "right", "equal"),
    ("ln(sqrt((x-1)/(x+1)))+C", "1/(x^2-1)", "right", "different-domain"),
    ("-artanh(x)+C", "1/(x^2-1)", "right", "different-domain"),
    ("arcsin(x)+C", "1/sqrt(1-x^2)", "right", "equal"),
    ("-arccos(x)+C", "1/sqrt(1-x^2)", "right", "equal"),
    ("2arctan(sqrt((1+x)/(1-x)))+C", "1/sqrt(1-x^2)", "right", "equal"),
    ("arsinh(x)+C", "1/sqrt(1+x^2)", "right", "equal"),
    ("ln(x+sqrt(x^2+1))+C", "1/sqrt(1+x^2)", "right", "equal"),
    ("if(x<0, ln(-x)+C, ln(x)+C)", "1/x", "right", "equal"),
    ("if(x<0, ln(-x)+1, ln(x)) + C", "1/x", "right", "equal"),
    ("if(x<0, ln(-x)+A, ln(x)+B)", "1/x", "right", "equal"),
    ("x|x|/2+C", "|x|", "right", "equal"),
    ("x^2/2+C", "|x|", "wrong", "different-value"),
    ("|x|+C", "sign(x)", "right", "equal"),
    ("2/sqrt(3) arctan(tan(x/2)/sqrt(3)) + C", "1/(2+cos(x))", "right", "jump"),
    ("2x", "x^2", "wrong", "is-the-derivative"),
    ("x^2", "x^2", "wrong", "is-the-function"),
    ("x^2+C", "x^2", "wrong", "is-the-function"),
    ("2x+C", "x^2", "wrong", "is-the-derivative"),
    ("cos(x)+C", "sin(x)", "wrong", "sign"),
    ("-cos(x)+C", "sin(x)", "right", "equal"),
    ("x^3+C", "x^2", "wrong", "constant-factor"),
    ("e^(2x)+C", "e^(2x)", "wrong", "constant-factor"),
    ("2e^(2x)+C", "e^(2x)", "wrong", "constant-factor"),
    ("x^2 + C x", "2x", "wrong", "different-value"),
    ("C x^2", "2x", "wrong", "different-value"),
    ("x^2 + a", "2x", "right", "equal"),
    ("a x^2/2 + C", "a x", "right", "equal"),
    ("a x^2/2", "a x", "wrong", "missing-constant"),
    ("x^2 C", "2x", "wrong", "different-value"),
    ("tan(x)+C", "sec(x)^2", "right", "equal"),
    ("sin(x)/cos(x)+C", "1/cos(x)^2", "right", "equal"),
    ("x/2 - sin(2x)/4 + C", "sin(x)^2", "right", "equal"),
    ("(x - sin(x)cos(x))/2 + C", "sin(x)^2", "right", "equal"),
    ("x^(n+1)/(n+1)+C", "x^n", "right", "equal"),
    ("2^x/ln(2)+C", "2^x", "right", "equal"),
    ("2^x+C", "2^x", "wrong", "is-the-function"),
    ("sinh(x)+C", "cosh(x)", "right", "equal"),
    ("ln(cosh(x))+C", "tanh(x)", "right", "equal"),
    ("ln(1+e^x)+C", "1/(1+e^(-x))", "right", "equal"),
    ("x+ln(1+e^(-x))+C", "1/(1+e^(-x))", "right", "equal"),
    ("sqrt(pi)/2 erf(x) + C", "e^(-x^2)", "right", "equal"),
    ("int(2x,x)", "2x", "wrong", "operator-left-standing"),
    ("int(2x,x)+C", "2x", "wrong", "operator-left-standing"),
    ("{x^2}", "2x", "wrong", "wrong-type"),
    ("[x^2, C]", "2x", "wrong", "wrong-type"),
    ("x^2+C = 0", "2x", "wrong", "wrong-type"),
    ("1/2 x^2 + C", "x", "right", "equal"),
    ("2sqrt(x)+C", "1/sqrt(x)", "right", "equal"),
    ("3/2 x^(2/3) + C", "x^(-1/3)", "right", "equal"),
    ("(x+1)^3/3+C", "(x+1)^2", "right", "equal"),
    ("x^3/3+x^2+x+C", "(x+1)^2", "right", "equal"),
    ("ln|ln(x)|+C", "1/(x ln(x))", "right", "equal"),
    ("ln(ln(x))+C", "1/(x ln(x))", "right", "different-domain"),
    ("e^C + x^2", "2x", "right", "equal"),
    ("x^2 + C^2", "2x", "right", "equal"),
    ("x^2 + C + 0 D", "2x", "right", "equal"),
    ("C", "2x", "wrong", "different-value"),
    ("C", "0", "right", "equal"),
    ("0", "0", "wrong", "missing-constant"),
    ("floor(x)+C", "0", "right", "jump"),
    ("if(x<0, -x^2/2+A, x^2/2+B)", "|x|", "wrong", "wrong-variable"),
    ("if(x<0, -x^2/2+C, x^2/2+C+1)", "|x|", "right", "jump"),
    ("x+C", "x/x", "right", "equal"),
    ("ln|x-1|-ln|x+1|+C", "2/(x^2-1)", "right", "equal"),
    ("sqrt(x^2)+C", "sign(x)", "right", "equal"),
    ("tan(x)+C", "1+tan(x)^2", "right", "equal"),
]  # fmt: skip
SHUT = ("wrong-type", "operator-left-standing", "wrong-variable")
NO_SYMPY = ("if(", "|", "floor", "arsinh", "artanh", "arccot", "sign(", "F(x)", "y =", "Phi", "int(", "C_1", "log(")
POINTS = ("2/7", "3/7")
STEP = 1e-4


@pytest.mark.parametrize("answer, integrand, verdict, reason", ROWS)
def test_an_antiderivative(answer: str, integrand: str, verdict: str, reason: str) -> None:
    found = check_antiderivative(answer, tree(integrand), Sym("x"))
    assert (NAMES[type(found)], code(found)) == (verdict, reason), found
    if isinstance(found, Wrong) and reason not in (*SHUT, "missing-constant"):
        assert found.witness is not None
    if reason in SHUT or any(each in answer + integrand for each in NO_SYMPY):
        return
    agree = verdict == "right" or reason == "missing-constant"
    slopes = [slope(answer, x) for x in POINTS]
    wanted = [number(integrand, x) for x in POINTS]
    assert (slopes == pytest.approx(wanted, rel=1e-4, abs=1e-5)) is agree


def slope(text: str, x: str) -> complex:
    """A difference quotient around x."""
    ends = [number(text, f"{x}{sign}1/10000") for sign in "+-"]
    return (ends[0] - ends[1]) / (2 * STEP)


def number(text: str, x: str) -> complex:
    others = {"C": "3/5", "D": "4/5", "K": "1/5", "c": "2/5", "k": "1/3", "a": "7/5", "n": "5/3", "C1": "1/7"}
    found = value(text, {**others, "x": x})
    assert found is not None
    return found
