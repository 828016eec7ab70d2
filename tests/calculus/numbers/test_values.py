"""Values and derivatives at a point, against mpmath and against difference quotients."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest

from fluxions.calculus.expr import At, Diff, Expr, Fn, Piecewise, Rate, Rel, Root, Sym, fn, num
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.numbers.balls import ball, precision, value_at
from fluxions.calculus.numbers.tape import PLAIN, rational_value
from fluxions.calculus.vocabulary import FUNCTIONS

x, y, u = Sym("x"), Sym("y"), Sym("u")
INSIDE = {"arcsin": "3/7", "arccos": "3/7", "artanh": "3/7", "logit": "3/7"}
NO_SERIES = {"min", "max", "binomial", "beta", "log"}


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), found
    return found.expr


def value(text: str, **at: str) -> float | None:
    found = value_at(tree(text), {name: Fraction(each) for name, each in at.items()})
    return None if found is None else float(found.mid())


@pytest.mark.parametrize("text, at, expected", [
    ("x^2+1", {"x": "3"}, 10),
    ("diff(diff(x^2, y), x)", {"x": "3", "y": "1"}, 0),  # what does not depend on y is a series in x all the same
    ("at(at(diff(diff((5+s)*(5+t), t), s), s, 0), t, 0)", {}, 1),  # both start at 0 and stay two variables
    ("(-8)^(1/3)", {}, -2),
    ("(-8)^(2/3)", {}, 4),
    ("(-8)^(2/6)", {}, -2),
    ("cbrt(x)", {"x": "-27"}, -3),
    ("e^x", {"x": "1"}, mpmath.e),
    ("log(x, 2)", {"x": "8"}, 3),
    ("sigma(x)", {"x": "0"}, 0.5),
    ("softplus(x)", {"x": "0"}, mpmath.log(2)),
    ("gelu(x)", {"x": "1"}, mpmath.ncdf(1)),
    ("phi(x)", {"x": "1"}, mpmath.npdf(1)),
    ("erf(x)", {"x": "1/2"}, mpmath.erf(0.5)),
    ("5!", {}, 120),
    ("binomial(5, 2)", {}, 10),
    ("max(x, 2, y)", {"x": "1", "y": "7"}, 7),
    ("if(x<0, -x, x)", {"x": "-3"}, 3),
    ("if(x<0, ln(-x), ln(x))", {"x": "1"}, 0),
    ("sum(n^2, n, 1, 4)", {}, 30),
    ("rate(x^2, x, 1, 3)", {}, 4),
    ("at(diff(x^3, x), x, 2)", {}, 12),
    ("diff(diff(x^2 y^3, x), y)", {"x": "2", "y": "3"}, 108),
    ("diff(sin(x^2), x)", {"x": "2"}, 4 * mpmath.cos(4)),
    ("arccot(x)", {"x": "-1"}, 3 * mpmath.pi / 4),
])  # fmt: skip
def test_values(text: str, at: dict[str, str], expected: float) -> None:
    found = value(text, **at)
    assert found is not None
    assert abs(found - float(expected)) < 1e-14 * max(1.0, abs(float(expected)))


@pytest.mark.parametrize("text, at", [
    ("ln(x)", {"x": "0"}),
    ("ln(x)", {"x": "-1"}),
    ("sqrt(x)", {"x": "-1"}),
    ("1/x", {"x": "0"}),
    ("1/(x-x)", {"x": "1"}),
    ("arcsin(x)", {"x": "2"}),
    ("x^x", {"x": "-1"}),
    ("x^(1/2)", {"x": "-1"}),
    ("x^(-1)", {"x": "0"}),
    ("gamma(x)", {"x": "-2"}),
    ("diff(|x|, x)", {"x": "0"}),
    ("diff(relu(x), x)", {"x": "0"}),
    ("diff(sqrt(x), x)", {"x": "0"}),
    ("diff(if(x <= 0, -x, x), x)", {"x": "0"}),
    ("limit(x, x, 1)", {}),
    ("i", {}),
])  # fmt: skip
def test_where_there_is_no_value(text: str, at: dict[str, str]) -> None:
    assert value(text, **at) is None


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - NO_SERIES))
def test_the_derivative_of_every_function_is_its_difference_quotient(name: str) -> None:
    point, step = Fraction(INSIDE.get(name, "9/5")), Fraction(1, 10**20)
    slope = value_at(Diff(fn(name, x), x), {"x": point}, 320)
    high, low = (value_at(fn(name, x), {"x": point + each}, 320) for each in (step, -step))
    assert slope is not None and high is not None and low is not None
    with precision(320):
        assert abs((high - low) / ball(2 * step) - slope) < ball(Fraction(1, 10**30))


@pytest.mark.parametrize("name", sorted(PLAIN - {"floor", "ceil", "sign"}))
def test_several_variables_at_once_agree_with_one(name: str) -> None:
    """d/dx d/dy f(xy) = f′(xy) + xy f″(xy): the left side needs a jet in two variables, the right one in one."""
    mixed = Diff(Diff(fn(name, x * y), x), y)
    once, twice = Diff(fn(name, u), u), Diff(Diff(fn(name, u), u), u)
    point = {"x": Fraction(INSIDE.get(name, "9/5")), "y": Fraction(1)}
    single = At(once, u, x * y) + x * y * At(twice, u, x * y)
    left, right = value_at(mixed, point), value_at(single, point)
    assert left is not None and right is not None
    with precision(160):
        assert (left - right).contains(0) and abs(left - right) < ball(Fraction(1, 10**25))


@pytest.mark.parametrize("order", range(1, 6))
def test_primes_of_an_unknown_function_are_its_derivatives(order: int) -> None:
    e: Expr = fn("f", x)
    for _ in range(order):
        e = Diff(e, x)
    gap = value_at(e - Fn("f" + "'" * order, (x,)), {"x": Fraction(2, 3)})
    assert gap is not None and gap.contains(0)
    assert value_at(e, {"x": Fraction(2, 3)}) is not None


@pytest.mark.parametrize("text, expected", [
    ("1/2+1/3", Fraction(5, 6)), ("2^10", Fraction(1024)), ("-(3/4)", Fraction(-3, 4)), ("2^(-1)", Fraction(1, 2)),
    ("x", None), ("pi", None), ("1/0", None), ("9^99999", None), ("sqrt(4)", None),
])  # fmt: skip
def test_rational_value(text: str, expected: Fraction | None) -> None:
    assert rational_value(tree(text)) == expected


def test_a_rate_of_a_derivative() -> None:
    found = value_at(Rate(Diff(x**3, x), x, num(1), num(2)), {})
    assert found is not None and float(found.mid()) == 9


def test_the_undefined_branch_does_not_count() -> None:
    both = Piecewise(((Rel("<", x, num(0)), Root(-x, num(2))),), Root(x, num(2)))
    assert value_at(both, {"x": Fraction(4)}) is not None
    assert value_at(Diff(both, x), {"x": Fraction(-4)}) is not None
