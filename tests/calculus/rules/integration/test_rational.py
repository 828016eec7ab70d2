import pytest

from fluxions.calculus.expr import Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.rules.integration import algebra, rational
from fluxions.calculus.rules.integration.polynomials import divided, factors_of
from tests.calculus.rules.integration_oracle import opens
from tests.calculus.spelled import spelled

X = Sym("x")


@pytest.mark.parametrize("integrand, after", [
    ("1/((x - 1)*(x + 2))",   "int(1/(3*(x - 1)) - 1/(3*(x + 2)), x)"),
    ("1/(x^3 - x)",           "…"),
    ("(x^2 + 1)/(x*(x - 1)^2)", "…"),
    ("(2*x^2 - x + 4)/(x^3 + 4*x)", "…"),
    ("1/(x^2*(x^2 + 1)^2)",   "…"),
    ("x/(x + 1)^3",           "…"),
    ("1/((x - a)*(x - b))",   "…"),
    ("1/(x*(a*x + b))",       "…"),
    ("1/(x*(x^2 - sqrt(2)))", "…"),
    ("1/(x^2 + 1)",           None),
    ("1/(x - 1)^2",           None),
    ("x^3/(x^2 - 1)",         None),  # not proper: divide first
    ("exp(x)/(x^2 - 1)",      None),
])  # fmt: skip
def test_partial_fractions(integrand, after):
    opens(rational.partial_fractions, integrand, after)


@pytest.mark.parametrize("integrand, after", [
    ("(3*x + 1)/(x^2 + 2*x + 5)",   "int(3*(2*x + 2)/(2*(x^2 + 2*x + 5)) - 2/(x^2 + 2*x + 5), x)"),
    ("(x + 3)/sqrt(x^2 + 4*x + 5)", "…"),
    ("(x + 1)/(x^2 + 1)^2",         "…"),
    ("x/(x^2 + 1)",                 None),  # the derivative already, up to a factor
    ("1/(x^2 + 2*x + 5)",           None),
])  # fmt: skip
def test_numerator_split(integrand, after):
    opens(rational.numerator_split, integrand, after)


@pytest.mark.parametrize("integrand, after", [
    ("1/(x^2 + 1)^2",       "x/(2*(x^2 + 1)) + 1/2*int(1/(x^2 + 1), x)"),
    ("1/(x^2 + 3)^4",       "…"),
    ("1/(2*x^2 - 5)^3",     "…"),
    ("1/(x^2 + 1)^(3/2)",   "x/sqrt(x^2 + 1)"),
    ("1/(x^2 + 1)^(5/2)",   "…"),
    ("1/(x^2 + 1)",         None),
])  # fmt: skip
def test_reduced_power(integrand, after):
    opens(rational.reduced_power, integrand, after)


@pytest.mark.parametrize("integrand", ["1/(x^4 + 1)", "x^2/(x^4 + 1)", "(x^2 + 3)/(x^4 + x^2 + 4)", "1/(2*x^4 + 8)"])
def test_biquadratic(integrand):
    opens(rational.biquadratic, integrand, "…")


@pytest.mark.parametrize("rule, integrand, after", [
    (algebra.long_division,    "x^2/(x^2 + 1)",      "int(1 - 1/(x^2 + 1), x)"),
    (algebra.long_division,    "(x^4 + 3)/(2*x - 1)", "…"),
    (algebra.long_division,    "x^2/(a*x + b)",      "…"),
    (algebra.long_division,    "x/(x^2 + 1)",        None),
    (algebra.multiplied_out,   "(x + 1)*sqrt(x)",    "int(x^(3/2) + sqrt(x), x)"),
    (algebra.multiplied_out,   "(exp(x) + 1)^2",     "int(exp(2*x) + 2*exp(x) + 1, x)"),
    (algebra.multiplied_out,   "x*exp(x)",           None),
    (algebra.split_fraction,   "(x + 1)/(x^2 + 1)",  "int(x/(x^2 + 1) + 1/(x^2 + 1), x)"),
    (algebra.completed_square, "1/(x^2 + 2*x + 5)",  "at(int(1/(u^2 + 4), u), u, x + 1)"),
    (algebra.completed_square, "1/sqrt(2*x - x^2)",  "at(int(1/sqrt(1 - u^2), u), u, x - 1)"),
    (algebra.completed_square, "exp(x^2 + 4*x)",     "at(int(exp(u^2 - 4), u), u, x + 2)"),
    (algebra.completed_square, "x/(x^2 + 2*x + 5)",  None),  # the numerator is split first
    (algebra.completed_square, "1/(x^2 + 5)",        None),
    (algebra.conjugate,        "1/(1 + sin(x))",     "int((1 - sin(x))/cos(x)^2, x)"),
    (algebra.conjugate,        "1/(sqrt(x + 1) - sqrt(x))", "int(sqrt(x + 1) + sqrt(x), x)"),
    (algebra.conjugate,        "1/(x + 1)",          None),
    (algebra.common_exponential, "1/(1 + exp(-x))",  "int(exp(x)/(exp(x) + 1), x)"),
    (algebra.common_exponential, "1/(1 + exp(x))",   None),
])  # fmt: skip
def test_algebra(rule, integrand, after):
    opens(rule, integrand, after)


@pytest.mark.parametrize("e, constant, factors", [
    ("2*x + 4",            "2",  ["x + 2"]),
    ("x^3 - x",            "1",  ["x", "x + 1", "x - 1"]),
    ("x^2 - a^2",          "1",  ["x + a", "x - a"]),
    ("-3*x^2 + 6",         "-3", ["x^2 - 2"]),
    ("x^2 + 1/4",          "1/4", ["4*x^2 + 1"]),
])  # fmt: skip
def test_factors_of(e, constant, factors):
    from fluxions.calculus.trees import canonical_key

    found = factors_of(spelled(e), X)
    assert found is not None and ascii(found[0]) == constant
    assert {canonical_key(each) for each, _ in found[1]} == {canonical_key(spelled(each)) for each in factors}


@pytest.mark.parametrize("e, g, digits", [
    ("x^4 + x^2", "x^2",     [("1", 2), ("1", 1)]),
    ("x^4",       "x^2 + 1", [("1", 2), ("-2", 1), ("1", 0)]),
    ("x^3",       "x^2",     None),
    ("a*x + b",   "x - c",   [("a", 1), ("a*c + b", 0)]),
])  # fmt: skip
def test_divided(e, g, digits):
    found = divided(spelled(e), spelled(g), X)
    assert (None if found is None else [(ascii(d), n) for d, n in found]) == digits
