"""Rules for definite, improper and multiple integrals as tables of facts."""

import re

import pytest

from fluxions.calculus.derivation.rule import found
from fluxions.calculus.expr import INF, Const, Neg, Operator
from fluxions.calculus.language.latex import latex
from fluxions.calculus.rules.definite import (
    comparison,
    fundamental,
    gamma_beta,
    gaussian,
    improper,
    kinks,
    normal,
    plan,
    substitution,
    symmetry,
    variable_bounds,
)
from fluxions.calculus.rules.definite.singular import singular_points
from fluxions.calculus.rules.multiple import coordinates, order
from fluxions.calculus.rules.probability import expectation, information, posterior
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize("rule, before, after", [
    (fundamental.no_width, "int(f(x), x, a, a)", "0"),
    (fundamental.no_width, "int(f(x), x, a, b)", None),
    (fundamental.bounds_exchanged, "int(x, x, 2, 0)", "-int(x, x, 0, 2)"),
    (fundamental.bounds_exchanged, "int(x, x, 0, 2)", None),
    (fundamental.bounds_exchanged, "int(x, x, b, a)", None),  # their order is not known
    (fundamental.bounds_exchanged, "int(exp(-x), x, inf, 0)", "-int(exp(-x), x, 0, inf)"),
    (fundamental.constant_function, "int(c, x, a, b)", "c*(b - a)"),
    (fundamental.constant_function, "int(2, x, 0, inf)", None),
    (fundamental.sum_split, "int(x - exp(x), x, 0, 1)", "int(x, x, 0, 1) - int(exp(x), x, 0, 1)"),
    (fundamental.fundamental_theorem, "int(x^2, x, 0, 1)", "bracket(int(x^2, x), x, 0, 1)"),
    (fundamental.fundamental_theorem, "int(1/x, x, -1, 1)", None),  # the pole that is so easily overlooked
    (fundamental.fundamental_theorem, "int(1/x, x, 0, 1)", None),
    (fundamental.fundamental_theorem, "int(tan(x), x, 0, pi)", None),
    (fundamental.fundamental_theorem, "int(1/x^2, x, 1, inf)", None),
    (fundamental.bracket_evaluated, "bracket(x^2, x, 1, 3)", "3^2 - 1^2"),
    (fundamental.bracket_evaluated, "bracket(tan(x/2), x, 0, pi)", None),
    (fundamental.bracket_by_limits, "bracket(ln(x), x, 0, 1)", "limit(ln(x), x, 1, -) - limit(ln(x), x, 0, +)"),
    (fundamental.average_value, "average(x^2, x, 0, 3)", "1/(3 - 0)*int(x^2, x, 0, 3)"),
    (fundamental.area_between, "area(x, x^2, x, 0, 1)", "int(abs(x - x^2), x, 0, 1)"),
])  # fmt: skip
def test_bounds_and_antiderivatives(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize("rule, before, after", [
    (symmetry.odd, "int(x^3*cos(x), x, -2, 2)", "0"),
    (symmetry.odd, "int(x^3, x, -1, 2)", None),
    (symmetry.odd, "int(x^2, x, -1, 1)", None),
    (symmetry.even, "int(x^2, x, -a, a)", "2*int(x^2, x, 0, a)"),
    (symmetry.even, "int(exp(-x^2), x, -inf, inf)", "2*int(exp(-x^2), x, 0, inf)"),
    (symmetry.even, "int(x + x^2, x, -1, 1)", None),
    (symmetry.odd_terms, "int(x^3 + x^2 + x, x, -1, 1)", "int(x^2, x, -1, 1)"),
    (symmetry.mirrored_at_the_middle, "int(1/(1 + exp(x)), x, -1, 1)", "1"),
    (symmetry.mirrored_at_the_middle, "int(1/(2 + exp(x)), x, -1, 1)", None),
    (symmetry.mirrored_at_the_middle, "int(x, x, 0, 1)", None),  # an antiderivative is at hand
    (symmetry.whole_periods, "int(abs(sin(x)), x, 0, 4*pi)", "4*int(abs(sin(x)), x, 0, pi)"),
    (symmetry.whole_periods, "int(sin(x), x, 0, 1)", None),
    (symmetry.halves_alike, "int(1/(2 + cos(x)), x, 0, 2*pi)", "2*int(1/(2 + cos(x)), x, 0, pi)"),
    (symmetry.halves_alike, "int(cos(2 - x + x), x, 0, 1)", None),  # where nothing moves, halves have no end
    (symmetry.halves_alike, "int(1/(2 + cos(x)), x, 0, pi)", None),
    (kinks.split_at_kinks, "int(abs(x), x, -1, 2)", "int(abs(x), x, -1, 0) + int(abs(x), x, 0, 2)"),
    (kinks.split_at_kinks, "int(abs(x), x, 1, 2)", None),
    (kinks.split_at_kinks, "int(abs(x), x, a, 2)", None),
    (kinks.one_formula, "int(abs(x), x, -1, 0)", "int(-x, x, -1, 0)"),
    (kinks.one_formula, "int(relu(x), x, -1, 0)", "int(0, x, -1, 0)"),
    (kinks.one_formula, "int(max(x, 1 - x), x, 1/2, 1)", "int(x, x, 1/2, 1)"),
    (kinks.one_formula, "int(if(x < 1, x, 2), x, 1, 3)", "int(2, x, 1, 3)"),
    (kinks.one_formula, "int(abs(x), x, -1, 1)", None),
])  # fmt: skip
def test_symmetry_and_kinks(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize("rule, before, after", [
    (improper.limit_of_partial, "int(1/x^2, x, 1, inf)", "limit(int(1/x^2, x, 1, b), b, inf)"),
    (improper.limit_of_partial, "int(exp(x), x, -inf, 0)", "limit(int(exp(x), x, t, 0), t, -inf)"),
    (improper.limit_of_partial, "int(ln(x), x, 0, 1)", "limit(int(ln(x), x, t, 1), t, 0, +)"),
    (improper.limit_of_partial, "int(1/(x - 1), x, 0, 1)", "limit(int(1/(x - 1), x, 0, t), t, 1, -)"),
    (improper.limit_of_partial, "int(x, x, 0, 1)", None),
    (improper.split_improper, "int(1/x, x, -1, 1)", "int(1/x, x, -1, 0) + int(1/x, x, 0, 1)"),
    (improper.split_improper, "int(1/sqrt(x*(1 - x)), x, 0, 1)",
     "int(1/sqrt(x*(1 - x)), x, 0, 1/2) + int(1/sqrt(x*(1 - x)), x, 1/2, 1)"),
    (improper.split_improper, "int(1/x^2, x, 1, inf)", None),
    (improper.divergent_whole, "diverges(inf, dne)", "dne"),
    (improper.divergent_whole, "diverges(3, dne)", None),
    (comparison.by_exponent, "converges(int(3/x^2, x, 1, inf))", "converges"),
    (comparison.by_exponent, "converges(int(1/x, x, 1, inf))", "diverges"),
    (comparison.by_exponent, "converges(int(1/x, x, 0, 1))", "diverges"),
    (comparison.by_exponent, "converges(int(1/(1 + x^2), x, 1, inf))", None),
    (comparison.by_quotient, "converges(int(1/(x^2 + sin(x)^2), x, 1, inf))",
     "comparison(limit(x^2/(x^2 + sin(x)^2), x, inf), converges(int(1/x^2, x, 1, inf)))"),
    (comparison.by_quotient, "converges(int(1/(x - 2)^2, x, 1, inf))", None),  # a pole on the way
    (comparison.by_order, "converges(int(exp(-x^2), x, 0, inf))", "comparison(1, converges(int(1/x^2, x, 1, inf)))"),
    (comparison.by_value, "converges(-1)", "converges"),
    (comparison.by_value, "converges(-inf)", "diverges"),
    (variable_bounds.at_the_upper_bound, "diff(int(sin(t^2), t, 0, x), x)", "sin(x^2)"),
    (variable_bounds.at_the_upper_bound, "diff(int(t, t, x, x^2), x)", "x^2*diff(x^2, x) - x"),
    (variable_bounds.at_the_upper_bound, "diff(int(x*t, t, 0, 1), x)", None),
    (variable_bounds.leibniz, "diff(int(x*t, t, 0, 1), x)", "int(diff(x*t, x), t, 0, 1)"),
    (variable_bounds.leibniz, "diff(int(x*t, t, 0, x), x)", "x*x + int(diff(x*t, x), t, 0, x)"),
])  # fmt: skip
def test_limits_and_moving_bounds(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize("rule, before, after", [
    (gaussian.gaussian_integral, "int(exp(-a*x^2), x, -inf, inf)", "sqrt(pi/a)"),
    (gaussian.gaussian_integral, "int(exp(-x^2/(2*s^2)), x, -inf, inf)", "s*sqrt(2*pi)"),
    (gaussian.gaussian_integral, "int(exp(2*x^2), x, -inf, inf)", None),
    (gaussian.gaussian_integral, "int(exp(-x^2), x, 0, inf)", None),
    (gaussian.complete_the_square, "int(exp(-x^2 + 2*x), x, -inf, inf)", "exp(1)*int(exp(-(x - 1)^2), x, -inf, inf)"),
    (gaussian.complete_the_square, "int(exp(-x^2), x, -inf, inf)", None),
    (gaussian.move_to_the_centre, "int(x*exp(-(x - m)^2), x, -inf, inf)", "int((u + m)*exp(-u^2), u, -inf, inf)"),
    (gaussian.exponent_apart, "int(exp(-x^2 + 3), x, -inf, inf)", "exp(3)*int(exp(-x^2), x, -inf, inf)"),
    (gaussian.gaussian_moment, "int(x^4*exp(-x^2), x, -inf, inf)", "3/2*int(x^2*exp(-x^2), x, -inf, inf)"),
    (gaussian.gaussian_moment, "int(x^3*exp(-x^2), x, -inf, inf)", None),
    (gaussian.error_integral, "int(exp(-x^2), x, 0, a)", "sqrt(pi)*erf(a)/2"),
    (normal.normal_moment, "int(x^6*phi(x), x, -inf, inf)", "15"),
    (normal.normal_moment, "int(x^6*phi(x), x, 0, inf)", None),
    (normal.normal_probability, "int(phi(x), x, a, inf)", "1 - Phi(a)"),
    (normal.partial_expectation, "int(x*phi(x), x, a, b)", "phi(a) - phi(b)"),
    (normal.tilt, "int(exp(t*x)*phi(x), x, a, inf)", "exp(t^2/2)*int(phi(x - t), x, a, inf)"),
    (normal.centre_of_phi, "int(phi(x - t), x, a, inf)", "int(phi(u), u, a - t, inf)"),
    (gamma_beta.gamma_integral, "int(x^3*exp(-2*x), x, 0, inf)", "gamma(4)/2^4"),
    (gamma_beta.gamma_integral, "int(sqrt(x)*exp(-x), x, 0, inf)", "gamma(3/2)"),
    (gamma_beta.gamma_integral, "int(x^3*exp(2*x), x, 0, inf)", None),
    (gamma_beta.gamma_integral, "int(x*exp(-x), x, 0, inf)", None),  # by hand, as it is defined
    (gamma_beta.exponential_integral, "int(exp(-c*x), x, 0, inf)", "1/c"),
    (gamma_beta.beta_integral, "int(x^2*(1 - x)^3, x, 0, 1)", "gamma(3)*gamma(4)/gamma(7)"),
    (gamma_beta.beta_integral, "int(x^2, x, 0, 1)", None),
    (gamma_beta.power_from_zero, "int(x^n, x, 0, b)", "b^(n + 1)/(n + 1)"),
])  # fmt: skip
def test_bells_gamma_and_beta(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize("rule, before, after", [
    (order.order_exchanged, "int(exp(x^2), [x, y, 1], [y, 0, 1])", "int(exp(x^2), [y, 0, x], [x, 0, 1])"),
    (order.order_exchanged, "int(sin(y)/y, [y, x, pi], [x, 0, pi])", "int(sin(y)/y, [x, 0, y], [y, 0, pi])"),
    (order.order_exchanged, "int(cos(x^2), [x, y^2, 2], [y, 0, sqrt(2)])", "int(cos(x^2), [y, 0, sqrt(x)], [x, 0, 2])"),
    (order.order_exchanged, "int(exp(x^2), [x, 0, 1], [y, 0, 2])", "int(exp(x^2), [y, 0, 2], [x, 0, 1])"),
    (order.order_exchanged, "int(x*y, [x, y, 1], [y, 0, 1])", None),
    (order.order_exchanged, "int(exp(x^2), [x, y, 2], [y, 0, 1])", None),  # a trapezium: two strips
    (coordinates.polar, "over(x^2 + y^2, [x, y], x^2 + y^2 <= 4)", "int(int(r^3, r, 0, 2), theta, 0, 2*pi)"),
    (coordinates.polar, "over(x, [x, y], x^2 + y^2 <= 1, x >= 0, y >= 0)",
     "int(int(r^2*cos(theta), r, 0, 1), theta, 0, pi/2)"),
    (coordinates.polar, "over(1, [x, y], 1 <= x^2 + y^2 <= 4)", "int(int(r, r, 1, 2), theta, 0, 2*pi)"),
    (coordinates.polar, "over(x, [x, y], x <= 1)", None),
    (coordinates.cylindrical, "over(z, [x, y, z], x^2 + y^2 <= 1, 0 <= z <= 2)",
     "int(int(int(r*z, z, 0, 2), r, 0, 1), theta, 0, 2*pi)"),
    (coordinates.spherical, "over(1, [x, y, z], x^2 + y^2 + z^2 <= 4)",
     "int(int(int(rho^2*sin(phi), rho, 0, 2), phi, 0, pi), theta, 0, 2*pi)"),
    (coordinates.as_strips, "over(x*y, [x, y], 0 <= y <= x, x <= 1)", "int(int(x*y, y, 0, x), x, 0, 1)"),
    (coordinates.as_strips, "over(x, [x, y], x^2 <= y, y <= x)", "int(int(x, y, x^2, x), x, 0, 1)"),
    (coordinates.as_strips, "over(1, [x, y], x >= 0, y >= 0, x + y <= 1)", "int(int(1, y, 0, 1 - x), x, 0, 1)"),
    (coordinates.as_strips, "over(1, [x, y], y <= x)", None),
    (coordinates.round_bounds, "int(sqrt(x^2 + y^2), [y, 0, sqrt(4 - x^2)], [x, -2, 2])",
     "int(int(r^2, r, 0, 2), theta, 0, pi)"),
    (coordinates.round_bounds, "int(x, [y, 0, sqrt(4 - x^2)], [x, 0, 1])", None),
])  # fmt: skip
def test_several_integrals(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize("rule, before, after", [
    (expectation.of_a_constant, "expect(c, x, normal(0, 1))", "c"),
    (expectation.constant_in_front, "expect(3*x, x, normal(0, 1))", "3*expect(x, x, normal(0, 1))"),
    (expectation.of_a_sum, "expect(x - x^2, x, uniform(0, 1))",
     "expect(x, x, uniform(0, 1)) - expect(x^2, x, uniform(0, 1))"),
    (expectation.standardised, "expect(x, x, normal(mu, s))", "expect(mu + s*z, z, normal(0, 1))"),
    (expectation.standardised, "expect(x, x, normal(0, 1))", None),
    (expectation.as_integral, "expect(x, x, uniform(2, 4))", "1/2*int(x, x, 2, 4)"),
    (expectation.as_integral, "expect(x, x, exponential(2))", "2*int(x*exp(-2*x), x, 0, inf)"),
    (expectation.as_integral, "expect(x, x, if(0 <= x and x <= 1, 2*x, 0))", "2*int(x^2, x, 0, 1)"),
    (expectation.variance, "variance(x, x, normal(0, 1))",
     "expect(x^2, x, normal(0, 1)) - expect(x, x, normal(0, 1))^2"),
    (expectation.generating_function, "mgf(t, x, exponential(2))", "expect(exp(t*x), x, exponential(2))"),
    (expectation.normalised, "normalise(x^2, x, 0, 1)", "1/int(x^2, x, 0, 1)"),
    (information.entropy, "entropy(x, exponential(2))", "expect(2*x - ln(2), x, exponential(2))"),
    (information.entropy, "entropy(x, uniform(0, 4))", "expect(ln(4), x, uniform(0, 4))"),
    (posterior.proportional, "posterior(5*p^7*(1 - p)^3, betadist(2, 2), p)", "kernel(p^8*(1 - p)^4, p)"),
    (posterior.proportional, "posterior(sin(p), betadist(2, 2), p)", None),
    (posterior.matched, "kernel(p^8*(1 - p)^4, p)", "betadist(9, 5)"),
    (posterior.matched, "kernel(r^2*exp(-3*r), r)", "gammadist(3, 1/3)"),
    (posterior.matched, "kernel(exp(-m^2 + 4*m), m)", "normal(2, sqrt(1/2))"),
    (posterior.matched, "kernel(sin(p), p)", None),
])  # fmt: skip
def test_chance(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize("task, points", [
    ("int(1/x, x, -1, 1)", ("0",)),
    ("int(1/(x^2 - 1), x, -2, 2)", ("-1", "1")),
    ("int(1/(x^2 + 1), x, -2, 2)", ()),
    ("int(tan(x), x, 0, 2*pi)", ("1/2*pi", "3/2*pi")),
    ("int(1/ln(x), x, 1/2, 2)", ("1",)),
    ("int(1/(sin(x) - cos(x)), x, 0, pi)", ("pi/4",)),
    ("int(1/(exp(x) - x^5), x, 0, 3)", None),  # a zero that nobody writes down
])  # fmt: skip
def test_singular_points(task, points):
    found_points = singular_points(spelled(task))
    assert found_points == (None if points is None else tuple(map(spelled, points)))


RULES = (
    *plan.RULES, *plan.EARLY, *fundamental.RULES, *improper.WHOLE, *comparison.RULES,
    *variable_bounds.RULES, *coordinates.RULES,
    *expectation.RULES, *information.RULES, *posterior.RULES,
)  # fmt: skip
NAMES = frozenset("u v c n x y a b f g t e m k q p r s z d inside places".split())
BY_PLAN = {substitution.WITH_BOUNDS.name, improper.DIVERGENT.name}  # they are made by the planner
GOALS = tuple(map(spelled, (
    "int(f(x), x, a, a)", "int(x, x, 2, 0)", "int(c, x, a, b)", "int(3*x, x, 0, 1)", "int(x - exp(x), x, 0, 1)",
    "bracket(x^2, x, 1, 3)", "bracket(tan(x/2), x, 0, pi)", "average(x^2, x, 0, 3)", "area(x, x^2, x, 0, 1)",
    "int(x^3, x, -2, 2)",
    "int(x^2, x, -a, a)", "int(x^3 + x^2, x, -1, 1)", "int(1/(1 + exp(x)), x, -1, 1)",
    "int(abs(sin(x)), x, 0, 4*pi)", "int(1/(2 + cos(x)), x, 0, 2*pi)",
    "int(abs(x), x, -1, 2)", "int(abs(x), x, -1, 0)", "int(1/x^2, x, 1, inf)",
    "int(1/x, x, -1, 1)", "diff(int(sin(t^2), t, 0, x), x)", "diff(int(x*t, t, 0, 1), x)",
    "int(exp(-a*x^2), x, -inf, inf)", "int(exp(-x^2 + 2*x), x, -inf, inf)", "int(x*exp(-(x - m)^2), x, -inf, inf)",
    "int(exp(-x^2 + 3), x, -inf, inf)", "int(x^4*exp(-x^2), x, -inf, inf)", "int((x + 1)*exp(-x^2), x, -inf, inf)",
    "int(exp(-x^2), x, 0, a)", "int(x^6*phi(x), x, -inf, inf)", "int(phi(x), x, a, inf)", "int(x*phi(x), x, a, b)",
    "int((x + 1)*phi(x), x, a, b)", "int(exp(t*x)*phi(x), x, a, inf)", "int(phi(x - t), x, a, inf)",
    "int(x^3*exp(-2*x), x, 0, inf)", "int(exp(-c*x), x, 0, inf)", "int(x^2*(1 - x)^3, x, 0, 1)", "int(x^n, x, 0, b)",
    "int(sin(x)/x, x, 0, inf)", "int(sin(a*x)/x, x, 0, inf)",
    "int(exp(x^2), [x, y, 1], [y, 0, 1])", "int(sqrt(x^2 + y^2), [y, 0, sqrt(4 - x^2)], [x, -2, 2])",
    "over(x^2 + y^2, [x, y], x^2 + y^2 <= 4)", "over(z, [x, y, z], x^2 + y^2 <= 1, 0 <= z <= 2)",
    "over(1, [x, y, z], x^2 + y^2 + z^2 <= 4)", "over(x*y, [x, y], 0 <= y <= x, x <= 1)",
    "changed(x, [x, y], [u - v, u + v], [u, 0, 1], [v, 0, 2])", "expect(c, x, normal(0, 1))",
    "expect(3*x, x, normal(0, 1))", "expect(x - x^2, x, uniform(0, 1))", "expect(x, x, normal(mu, s))",
    "variance(x, x, normal(0, 1))", "mgf(t, x, exponential(2))", "normalise(x^2, x, 0, 1)",
    "entropy(x, exponential(2))", "kl(x, exponential(2), exponential(3))", "kernel(p^8*(1 - p)^4, p)",
    "posterior(5*p^7*(1 - p)^3, betadist(2, 2), p)", "diverges(inf, dne)",
    "converges(int(3/x^2, x, 1, inf))", "converges(int(1/(x^2 + sin(x)^2), x, 1, inf))",
    "converges(int(exp(-x^2), x, 0, inf))", "converges(-1)",
)))  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_sentence_has_all_its_slots_filled(rule):
    fired = 0
    for goal in GOALS:
        result = found(rule.rewrite(goal))
        if result is None:
            continue
        fired += 1
        for name, bound in result.using:
            assert latex(bound), (rule.name, name)
        names = {name for name, _ in result.using}
        slots = set(re.findall(r"(?<![a-z])\{([a-z]+)\}", rule.says)) & NAMES
        assert slots <= names, (rule.name, slots - names)
    assert fired or rule.name in BY_PLAN


@pytest.mark.parametrize("task, parts", [
    ("int(1/x, x, -1, 1)", ["divergent-part", "divergent-whole"]),
    ("int(x*exp(-x^2), x, 0, 1)", ["substitution-with-bounds"]),
    ("int(exp(x^2), [x, y, 1], [y, 0, 1])", ["order-exchanged"]),
    ("variance(x, x, exponential(2))", ["variance-by-moments"]),
])  # fmt: skip
def test_the_planner_takes_the_way_a_teacher_takes(task, parts):
    names = [step.rule for step in solved(task).steps]
    assert [each for each in names if each in parts] == parts


@pytest.mark.parametrize("values, whole", [
    ([INF, Neg(INF)], Const("dne")), ([INF, spelled("1")], INF), ([INF, INF], INF), ([Neg(INF)], Neg(INF)),
])  # fmt: skip
def test_what_divergent_pieces_make_of_the_whole(values, whole):
    assert improper.outcome(values) == whole
    assert isinstance(spelled("diverges(inf, dne)"), Operator)
