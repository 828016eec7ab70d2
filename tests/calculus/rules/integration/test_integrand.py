"""How an integrand is seen: tables of facts."""

import pytest

from fluxions.calculus.expr import Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.rules.integration import integrand as rules
from fluxions.calculus.rules.integration.angles import waves
from tests.calculus.spelled import spelled

X = Sym("x")


@pytest.mark.parametrize(
    "f, constant, powers",
    [
        ("2*sin(x)^3/sqrt(cos(x))", "2", {"sin(x)": "3", "cos(x)": "-1/2"}),
        ("x*tan(3*x)^2/(5*a)", "1/(5*a)", {"x": "1", "tan(3*x)": "2"}),
        ("-x^2/x", "-1", {"x": "1"}),
        ("sqrt(x*(x + 1))", "1", {"x*(x + 1)": "1/2"}),  # a root is not spread over its factors
        ("sqrt(x^2)", "1", {"x^2": "1/2"}),  # |x| is not x
    ],
)
def test_factored(f, constant, powers):
    found, bases = rules.factored(spelled(f), X)
    assert ascii(found) == constant
    assert {ascii(base): str(n) for base, n in bases.items()} == powers


@pytest.mark.parametrize(
    "e, expected", [("3*x - 2", ("3", "-2")), ("a*(x + 1)/b", ("a/b", "a/b")), ("x^2", None), ("5", None)]
)
def test_line(e, expected):
    found = rules.line(spelled(e), X)
    assert expected == (None if found is None else (ascii(found[0]), ascii(found[1])))


@pytest.mark.parametrize(
    "e, written",
    [("sqrt(3)*sqrt(3)/sqrt(2)", "3/sqrt(2)"), ("sqrt(2)/sqrt(8)", "1/2"), ("sqrt(3)", "sqrt(3)"), ("a*2", "a*2")],
)
def test_surd(e, written):
    assert ascii(rules.surd(spelled(e))) == written


@pytest.mark.parametrize(
    "f, seen",
    [
        ("tan(2*x)^3*sec(2*x)", ("3", "-4", "2", "1")),
        ("x*sin(x)^2", ("2", "0", "1", "x")),
        ("sin(x)*sin(2*x)", None),
        ("sin(x)*cos(x)/(1 + sin(x))", None),  # a wave inside another factor
        ("sin(x^2)", None),
    ],
)
def test_waves(f, seen):
    found = waves(spelled(f"int({f}, x)"))
    assert seen == (None if found is None else (str(found.p), str(found.q), ascii(found.slope), ascii(found.other)))
