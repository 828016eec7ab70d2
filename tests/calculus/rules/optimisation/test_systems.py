"""Systems and equations in one unknown, as tables of facts."""

import pytest

from fluxions.calculus.rules.optimisation import roots, systems, waves
from tests.calculus.spelled import check


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (systems.settled_equation, "solve([1 = 0, x = y], [x, y])", "{}"),
        (systems.settled_equation, "solve([0 = 0, x = y, x = 1], [x, y])", "solve([x - y = 0, x - 1 = 0], [x, y])"),
        (systems.one_value, "solve([2x = 6, x^2 = 9], [x])", "{vector(3)}"),
        (systems.one_value, "solve([2x = 6, x^2 = 8], [x])", "{}"),  # the other equation does not hold
        (systems.product_of_zero, "solve([x*y = 0, x + y = 1], [x, y])",
         "together(solve([x = 0, x + y - 1 = 0], [x, y]), solve([y = 0, x + y - 1 = 0], [x, y]))"),
        (systems.product_of_zero, "solve([x + y = 0, x = 1], [x, y])", None),  # no product
        (systems.product_of_zero, "solve([exp(x)*(x - 1) = 0, y = 2], [x, y])",
         "solve([x - 1 = 0, y - 2 = 0], [x, y])"),  # the exponential is never zero
        (systems.insert, "solve([x*y = 2, x + y = 3], [x, y])", "each([3 - y, y], y, solve(-y^2 + 3y - 2 = 0, y))"),
        (systems.insert, "solve([x^2 + y^2 = 1, x*y = 1], [x, y])", None),  # x may be 0 in xy
        (systems.eliminate, "solve([x^2 + y^2 = 5, x^2 - y^2 = 3], [x, y])",
         "solve([y^2 - 1 = 0, x^2 - 4 = 0], [x, y])"),
        (systems.eliminate, "solve([x^2 + y^2 = 1, x^2 + y^2 = 2], [x, y])", "{}"),
        (systems.put_together, "together({1, 2}, {2, 3}, 0)", "{0, 1, 2, 3}"),
        (systems.put_back, "each([3 - y, y], y, {1, 2})", "{[2, 1], [1, 2]}"),
        (roots.by_factors, "solve(x^3 - 6x^2 + 11x - 6 = 0, x)", "{1, 2, 3}"),
        (roots.by_factors, "solve(x^3 - 1 = 0, x)", "together(1, solve(x^2 + x + 1 = 0, x))"),
        (roots.by_factors, "solve(x^2 - 2 = 0, x)", None),  # no rational factor
        (roots.no_real_root, "solve(x^2 + x + 1 = 0, x)", "{}"),
        (roots.no_real_root, "solve(x^4 + x^2 + 1 = 0, x)", "{}"),
        (roots.no_real_root, "solve(x^2 - 1 = 0, x)", None),
        (roots.pure_power, "solve(x^3 = -8, x)", "{-2}"),
        (roots.pure_power, "solve(2x^4 = 32, x)", "{-2, 2}"),
        (roots.pure_power, "solve(x^4 = -1, x)", None),
        (roots.quadratic_in_power, "solve(x^4 - 4x^2 + 1 = 0, x)",
         "together(solve(x^2 = 2 - sqrt(3), x), solve(x^2 = 2 + sqrt(3), x))"),
        (roots.square_of_number, "solve(x^2 = 2 - sqrt(3), x)", "{-sqrt(2 - sqrt(3)), sqrt(2 - sqrt(3))}"),
        (roots.square_of_number, "solve(x^2 = 1 - sqrt(3), x)", "{}"),
        (roots.outer_undone, "solve(exp(2x) = 3, x)", "solve(2x = ln(3), x)"),
        (roots.outer_undone, "solve(exp(x) = -3, x)", "{}"),
        (roots.outer_undone, "solve(ln(x) = 2, x)", "solve(x = exp(2), x)"),
        (roots.outer_undone, "solve(exp(x) = x, x)", None),  # the unknown stands outside too
        (waves.one_wave, "solve(sin(x) = 1/2, x, 0, 2pi)", "{pi/6, 5/6*pi}"),
        (waves.one_wave, "solve(cos(x) = 2, x, 0, 2pi)", "{}"),
        (waves.one_wave, "solve(sin(x) = cos(x), x, 0, pi)", "{pi/4}"),
        (waves.one_wave, "solve(sin(x) = x, x, 0, pi)", None),  # the unknown stands outside too
        (waves.one_wave, "solve(sin(x) = 1/2, x)", None),  # infinitely many
        (waves.double_angle, "solve(sin(2x) + sin(x) = 0, x, 0, pi)", "solve(2sin(x)*cos(x) + sin(x) = 0, x, 0, pi)"),
        (roots.two_exponentials, "solve(exp(x) - exp(-x) = 0, x)", "solve(2x = 0, x)"),
        (roots.two_exponentials, "solve(exp(x) + exp(-x) = 0, x)", "{}"),
    ],
)  # fmt: skip
def test_rules(rule, before, after):
    check(rule, before, after)
