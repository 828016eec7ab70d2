"""Integrals drawn at random: what is solved is an antiderivative, and nothing crashes."""

from random import Random

import pytest

from benchmarks.worked.evaluation import confirmed, program
from fluxions.calculus.derivation.step import Derivation, Unsolved
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, Add, Div, Expr, Int, Mul, Num, Pow, Sym, exp, fn, sqrt
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.rules.integration.slopes import slope
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import free_of, substituted

X = Sym("x")
NAMES = ("sin", "cos", "tan", "ln", "exp", "arctan", "sqrt", "sinh", "cosh", "tanh")


def around(u: Expr, random: Random) -> Expr:
    name = random.choice((*NAMES, "power", "power", "reciprocal"))
    match name:
        case "exp":
            return exp(u)
        case "sqrt":
            return sqrt(u)
        case "power":
            return Pow(u, Num(random.choice((2, 3, 4, -1, -2))))
        case "reciprocal":
            return Div(ONE, u)
    return fn(name, u)


def inside(random: Random) -> Expr:
    a, b = Num(random.randint(1, 4)), Num(random.randint(1, 5))
    return random.choice((X, Add((Mul((a, X)), b)), Add((Pow(X, TWO), b)), Add((Pow(X, TWO), Mul((a, X)), b))))


def hidden(random: Random) -> Expr:
    """f(g(x)) g'(x)."""
    outer = around(X, random)
    inner = inside(random) if random.random() < 0.5 else around(inside(random), random)
    found = slope(inner, X)
    assert found is not None
    return tidied(Mul((substituted(outer, {"x": inner}), found)))


def by_parts(random: Random) -> Expr:
    """A power or a line times a transcendental function of a line."""
    line = Add((Mul((Num(random.randint(1, 4)), X)), Num(random.randint(0, 2))))
    name = random.choice(("exp", "sin", "cos", "ln", "arctan", "sinh"))
    factor = random.choice((X, Pow(X, TWO), Add((X, TWO))))
    return tidied(Mul((factor, exp(line) if name == "exp" else fn(name, line))))


def rational(random: Random) -> Expr:
    """A small polynomial over linear and quadratic factors."""
    factors = [Add((X, Num(random.randint(-4, 4)))), Add((Pow(X, TWO), Num(random.randint(1, 5)))), X]
    below = tuple(Pow(random.choice(factors), Num(random.choice((1, 1, 2)))) for _ in range(random.randint(1, 3)))
    above = tuple(Mul((Num(random.randint(1, 4)), Pow(X, Num(k)))) for k in range(random.randint(1, 4)))
    return tidied(Div(Add(above), Mul(below)))


def derived(random: Random) -> Expr:
    """The derivative of a product of two functions."""
    found = slope(Mul((around(inside(random), random), around(X, random))), X)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "family, count, share", [(hidden, 40, 0.95), (by_parts, 40, 0.99), (rational, 30, 0.95), (derived, 12, 0)]
)
def test_integrals_of_a_family(family, count, share):
    random, asked, solved = Random(5), 0, 0
    while asked < count:
        integrand = family(random)
        if free_of(integrand, X):
            continue
        asked += 1
        found = solve(Int(integrand, X))
        if isinstance(found, Unsolved):
            continue
        assert isinstance(found, Derivation)
        answer = ascii(found.answer).removesuffix(" + C")
        verdict = confirmed(program(answer), program(ascii(integrand)), "x")
        assert verdict is not False, f"{ascii(integrand)} -> {answer}"
        solved += 1
    assert solved >= share * asked
