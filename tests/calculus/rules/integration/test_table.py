import pytest

from fluxions.calculus.derivation.rule import found
from fluxions.calculus.expr import Int
from fluxions.calculus.rules.integration import table
from tests.calculus.rules.integration_oracle import confirm, opens
from tests.calculus.spelled import spelled

ROWS = [
    "sin(x)", "cos(x)", "tan(x)", "cot(x)", "sec(x)", "csc(x)", "1/cos(x)^2", "csc(x)^2", "sinh(x)", "cosh(x)",
    "tanh(x)", "coth(x)", "sech(x)", "1/sinh(x)", "sech(x)^2", "csch(x)^2", "sigmoid(x)", "relu(x)", "abs(x)",
    "sign(x)", "phi(x)", "1/ln(x)", "sin(x)/cos(x)^2", "tan(x)*sec(x)", "cos(x)/sin(x)^2", "cot(x)*csc(x)",
    "sinh(x)/cosh(x)^2", "tanh(x)*sech(x)", "x^3", "x^(-5/3)", "x^k", "1/x", "exp(x)", "2^x", "a^x", "1/(x^2 + 3)",
    "1/(4*x^2 + 9)", "1/(-x^2 - 2)", "1/(x^2 - 5)", "1/(3 - 2*x^2)", "1/sqrt(5 - 2*x^2)", "1/sqrt(a^2 - x^2)",
    "1/sqrt(3*x^2 + 2)", "1/sqrt(x^2 - 2)", "exp(2*x)/x", "sin(3*x)/x", "cos(x/2)/x", "exp(-2*x^2)", "exp(3 - x^2)",
    "1/(1 + x^2)", "1/sqrt(1 - x^2)",
]  # fmt: skip


@pytest.mark.parametrize("integrand", ROWS)
def test_a_form_of_the_table_is_the_slope_of_its_value(integrand):
    goal = spelled(f"int({integrand}, x)")
    assert isinstance(goal, Int)
    row = table.looked_up(goal)
    assert row is not None
    confirm(goal, row[1].result, least=2)


def test_every_rule_of_the_table_has_a_row_here():
    met = {row[0].name for each in ROWS if (row := table.looked_up(spelled(f"int({each}, x)"))) is not None}
    assert met == {rule.name for rule in table.RULES}


@pytest.mark.parametrize("integrand", ["2*x", "sin(2*x)", "exp(x)*x", "x^x", "exp(x^2)", "1/(x^2 + x)", "ln(x)", "c"])
def test_what_is_no_form_of_the_table_is_declined(integrand):
    assert table.looked_up(spelled(f"int({integrand}, x)")) is None


@pytest.mark.parametrize("goal", ["int(sin(x), x, 0, 1)", "int(x^2, x, 0, a)"])
def test_an_integral_with_bounds_is_for_other_rules(goal):
    assert all(found(rule.rewrite(spelled(goal))) is None for rule in table.RULES)


@pytest.mark.parametrize("integrand, after", [
    ("x^4",  "x^5/5"),
    ("1/x",  None),  # the logarithm
    ("x^n",  "x^(n + 1)/(n + 1)"),
    ("5*x",  None),  # the constant goes in front first
])  # fmt: skip
def test_power(integrand, after):
    opens(table.power, integrand, after)


@pytest.mark.parametrize("integrand, needed", [
    ("x^n",            "n != -1"),
    ("1/(x^2 + c)",    "c > 0"),
    ("1/(x^2 + c^2)",  None),
    ("exp(-a*x^2)",    "a > 0"),
    ("1/sqrt(a^2 - x^2)", "a > 0"),
])  # fmt: skip
def test_what_a_letter_must_be_is_said(integrand, needed):
    row = table.looked_up(spelled(f"int({integrand}, x)"))
    assert row is not None
    assert [each.relation for each in row[1].provided] == ([] if needed is None else [spelled(needed)])
