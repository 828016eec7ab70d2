"""The rules of differentiation, each as a table of facts."""

import pytest

from fluxions.calculus.rules import derivatives as rules
from tests.calculus.spelled import check


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(7, x)", "0"),
        ("diff(a*b^2, x)", "0"),
        ("diff(f(3), x)", "0"),
        ("diff(x, x)", None),
        ("diff(x*y, y)", None),
    ],
)
def test_constant(before, after):
    check(rules.constant, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(x, x)", "1"),
        ("diff(w, w)", "1"),
        ("diff(x, w)", None),
        ("diff(2x, x)", None),  # a line: another rule
    ],
)
def test_identity(before, after):
    check(rules.identity, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(2x + 1, x)", "2"),
        ("diff(7 - x, x)", "-1"),
        ("diff(3 - 5x + a, x)", "-5"),
        ("diff(x^2 + 1, x)", None),  # no line
        ("diff(2x + x, x)", None),  # two moving terms: term by term
        ("diff(2x, x)", "2"),
        ("diff(1 + 2, x)", None),
    ],
)
def test_line(before, after):
    check(rules.line, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(x^2 + sin(x), x)", "diff(x^2, x) + diff(sin(x), x)"),
        ("diff(x^2 - sin(x) + 3, x)", "diff(x^2, x) - diff(sin(x), x) + diff(3, x)"),
        ("diff(-sin(x), x)", "-diff(sin(x), x)"),
        ("diff(x*sin(x), x)", None),
    ],
)
def test_sums(before, after):
    check(rules.sums, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(5x^2, x)", "5*diff(x^2, x)"),
        ("diff(a*sin(x)*b, x)", "a*b*diff(sin(x), x)"),
        ("diff(sin(x)/3, x)", "diff(sin(x), x)/3"),
        ("diff(x*sin(x)*w, x)", "w*diff(x*sin(x), x)"),
        ("diff(x*sin(x), x)", None),  # nothing constant in it
        ("diff(3/x, x)", None),
    ],
)
def test_constant_factor(before, after):
    check(rules.constant_factor, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(x^5, x)", "5*x^4"),
        ("diff(x^(-2), x)", "-2*x^(-3)"),
        ("diff(x^(1/2), x)", "1/2*x^(-1/2)"),
        ("diff(x^n, x)", "n*x^(n - 1)"),
        ("diff(x^pi, x)", "pi*x^(pi - 1)"),
        ("diff((2x + 1)^5, x)", None),  # the inside moves: the chain rule
        ("diff(2^x, x)", None),  # the variable is in the exponent: another rule
        ("diff(x^x, x)", None),
        ("diff(3^2, x)", None),  # a constant: another rule
    ],
)
def test_power(before, after):
    check(rules.power, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(1/x, x)", "diff(x^(-1), x)"),
        ("diff(3/x^4, x)", "diff(3*x^(-4), x)"),
        ("diff(a/x^2, x)", "diff(a*x^(-2), x)"),
        ("diff(x/x^2, x)", None),
        ("diff(1/(x + 1), x)", None),
    ],
)
def test_reciprocal_as_power(before, after):
    check(rules.reciprocal_as_power, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(root(x, 3), x)", "diff(x^(1/3), x)"),
        ("diff(root(2x + 1, 5), x)", "diff((2x + 1)^(1/5), x)"),
        ("diff(sqrt(x), x)", None),
        ("diff(root(2, 3), x)", None),
    ],
)
def test_root_as_power(before, after):
    check(rules.root_as_power, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(sqrt(x), x)", "1/(2*sqrt(x))"),
        ("diff(sqrt(2x), x)", None),
        ("diff(root(x, 3), x)", None),
    ],
)
def test_square_root(before, after):
    check(rules.square_root, before, after)


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (rules.exponential, "diff(e^x, x)", "e^x"),
        (rules.exponential, "diff(e^(2x), x)", None),
        (rules.exponential, "diff(2^x, x)", None),
        (rules.exponential_to_base, "diff(2^x, x)", "2^x*ln(2)"),
        (rules.exponential_to_base, "diff(a^x, x)", "a^x*ln(a)"),
        (rules.exponential_to_base, "diff(e^x, x)", None),
        (rules.exponential_to_base, "diff(x^x, x)", None),
        (rules.logarithm_to_base, "diff(log(x, 10), x)", "1/(x*ln(10))"),
        (rules.logarithm_to_base, "diff(log(x, b), x)", "1/(x*ln(b))"),
        (rules.logarithm_to_base, "diff(log(2, x), x)", None),
        (rules.change_of_base, "diff(log(2, x), x)", "diff(ln(2)/ln(x), x)"),
        (rules.change_of_base, "diff(log(x, 2), x)", None),
        (rules.variable_power, "diff(x^x, x)", "x^x*diff(x*ln(x), x)"),
        (rules.variable_power, "diff(sin(x)^x, x)", "sin(x)^x*diff(x*ln(sin(x)), x)"),
        (rules.variable_power, "diff(x^3, x)", None),
        (rules.variable_power, "diff(3^x, x)", None),
    ],
)
def test_exponentials_and_logarithms(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(x^2*sin(x), x)", "diff(x^2, x)*sin(x) + x^2*diff(sin(x), x)"),
        ("diff(x*e^x*sin(x), x)", "diff(x, x)*e^x*sin(x) + x*diff(e^x, x)*sin(x) + x*e^x*diff(sin(x), x)"),
        ("diff(f(x)*g(x), x)", "diff(f(x), x)*g(x) + f(x)*diff(g(x), x)"),
        ("diff(3*x^2, x)", None),  # one factor moves: the constant stays in front
        ("diff(sin(x), x)", None),
    ],
)
def test_product(before, after):
    check(rules.product, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(sin(x)/x, x)", "(diff(sin(x), x)*x - sin(x)*diff(x, x))/x^2"),
        ("diff(3/sin(x), x)", "(-(3*diff(sin(x), x)))/sin(x)^2"),
        ("diff(sin(x)/3, x)", None),
    ],
)
def test_quotient(before, after):
    check(rules.quotient, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff((2x + 1)^5, x)", "at(diff(u^5, u), u, 2x + 1)*diff(2x + 1, x)"),
        ("diff(sin(3x), x)", "at(diff(sin(u), u), u, 3x)*diff(3x, x)"),
        ("diff(sin(u*x), x)", "at(diff(sin(v), v), v, u*x)*diff(u*x, x)"),  # u is taken
        ("diff(2^(3x), x)", "at(diff(2^u, u), u, 3x)*diff(3x, x)"),
        ("diff(f(g(x)), x)", "at(diff(f(u), u), u, g(x))*diff(g(x), x)"),
        ("diff(sqrt(sin(x)), x)", "at(diff(sqrt(u), u), u, sin(x))*diff(sin(x), x)"),
        ("diff(log(x^2, 2), x)", "at(diff(log(u, 2), u), u, x^2)*diff(x^2, x)"),
        ("diff(sin(x), x)", None),
        ("diff(sin(3), x)", None),
        ("diff(x^x, x)", None),
        ("diff(silu(2x), x)", None),  # written out first
    ],
)
def test_chain(before, after):
    check(rules.chain, before, after)


@pytest.mark.parametrize(
    "before, after",
    [
        ("diff(if(x < 0, -x, x^2), x)", "if(x < 0, diff(-x, x), diff(x^2, x))"),
        ("diff(max(x, x^2), x)", "if(x > x^2, diff(x, x), diff(x^2, x))"),
        ("diff(min(x, x^2), x)", "if(x < x^2, diff(x, x), diff(x^2, x))"),
        ("diff(max(0, x), x)", "if(x > 0, diff(x, x), diff(0, x))"),
        ("diff(max(x, -x, x^2), x)", "if(x > -x and x > x^2, diff(x, x), diff(max(-x, x^2), x))"),
        ("diff(max(a, b), x)", None),
        ("diff(abs(x), x)", None),
    ],
)
def test_branches(before, after):
    check(rules.branches, before, after)


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (rules.of_equals, "diff(min(x, x), x)", "diff(x, x)"),
        (rules.of_equals, "diff(max(x^2, x^2, x^2), x)", "diff(x^2, x)"),
        (rules.of_equals, "diff(max(x, x^2), x)", None),
        (rules.flat, "diff(sign(2x), x)", "0"),
        (rules.flat, "diff(floor(x^2), x)", "0"),
        (rules.flat, "diff(abs(x), x)", None),
        (rules.written_out, "diff(silu(2x), x)", "diff(2x*sigmoid(2x), x)"),
        (rules.written_out, "diff(gelu(x), x)", "diff(x*Phi(x), x)"),
        (rules.written_out, "diff(sigmoid(x), x)", None),
        (rules.unknown_function, "diff(f(x), x)", "f'(x)"),
        (rules.unknown_function, "diff(f'(x), x)", "f''(x)"),
        (rules.unknown_function, "diff(sin(x), x)", None),
        (rules.unknown_function, "diff(f(2x), x)", None),
    ],
)
def test_other_functions(rule, before, after):
    check(rule, before, after)
