import pytest

from fluxions.calculus.expr import Sym
from fluxions.calculus.rules.integration import linearity, substitution
from tests.calculus.rules.integration_oracle import opens
from tests.calculus.spelled import spelled

X = Sym("x")


@pytest.mark.parametrize("integrand, after", [
    ("2*x*cos(x^2)",         "at(int(cos(u), u), u, x^2)"),
    ("x*exp(-x^2)",          "at(int(1/2*exp(-u), u), u, x^2)"),
    ("x/(1 + x^2)",          "at(int(1/(2*u), u), u, 1 + x^2)"),
    ("ln(x)/x",              "at(int(u, u), u, ln(x))"),
    ("sin(x)^4*cos(x)",      "at(int(u^4, u), u, sin(x))"),
    ("(4*x + 2)*(x^2 + x)^3", "at(int(2*u^3, u), u, x^2 + x)"),
    ("exp(x)/(1 + exp(2*x))", "…"),
    ("x^3/(1 + x^8)",        "…"),
    ("x^5*sqrt(x^3 + 1)",    "…"),
    ("x*sqrt(x + 1)",        "…"),
    ("1/(1 + sqrt(x))",      "…"),
    ("exp(x)*x",             None),
    ("x^2*cos(x^2)",         None),
    ("sin(x)*x",             None),
])  # fmt: skip
def test_substitution(integrand, after):
    opens(substitution.substitution, integrand, after)


@pytest.mark.parametrize("integrand, inside, after", [
    ("x^3/(1 + x^2)", "1 + x^2", "(u - 1)/(2*u)"),
    ("x^3/(1 + x^2)", "x^2",     "u/(2*(1 + u))"),
    ("exp(3*x)/(1 + exp(x))", "exp(x)", "u^2/(1 + u)"),
    ("x/(2*x + 3)",   "2*x + 3", "(u - 3)/(4*u)"),
    ("cos(x)*x",      "x^2",     None),
    ("tan(x)",        "cos(x)",  None),
])  # fmt: skip
def test_an_inside_is_put_in_exactly(integrand, inside, after):
    result = substitution.substituted_by(spelled(integrand), X, spelled(inside), Sym("u"))
    if after is None:
        assert result is None
    else:
        from fluxions.calculus.equality.judgement import identical

        assert result is not None and identical(result, spelled(after))


@pytest.mark.parametrize("integrand, after", [
    ("cos(3*x + 1)", "at(int(cos(u), u), u, 3*x + 1)/3"),
    ("(2 - x)^5",    "at(int(u^5, u), u, 2 - x)/(-1)"),
    ("exp(x + 2)",   None),  # a shift
    ("ln(a*x)",      "at(int(ln(u), u), u, a*x)/a"),
    ("x*exp(2*x)",   None),
    ("cos(x)",       None),
])  # fmt: skip
def test_line_inside(integrand, after):
    opens(linearity.line_inside, integrand, after)


@pytest.mark.parametrize("integrand, after", [
    ("exp(x + 2)",       "at(int(exp(u), u), u, x + 2)"),
    ("1/(x - 3)",        "at(int(1/u, u), u, x - 3)"),
    ("cos(2*x)",         None),
    ("(x + 1)*exp(x)",   None),
])  # fmt: skip
def test_shift_inside(integrand, after):
    opens(linearity.shift_inside, integrand, after)


@pytest.mark.parametrize("integrand, after", [
    ("3*x^2",      "3*int(x^2, x)"),
    ("x/4",        "1/4*int(x, x)"),
    ("-sin(x)",    "-int(sin(x), x)"),
    ("2*a*exp(x)", "2*a*int(exp(x), x)"),
    ("1/(5*x)",    "1/5*int(1/x, x)"),
    ("x^2",        None),
])  # fmt: skip
def test_constant_factor(integrand, after):
    opens(linearity.constant_factor, integrand, after)
