"""Fields, as tables of facts; both sides of each theorem are worked out by different tasks."""

import pytest

from fluxions.calculus.budget import solve_budget
from fluxions.calculus.derivation.verify import checked
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules.fields import derivatives, integrals, potentials
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (derivatives.divergence, "div([x*y, y], [x, y])", "diff(x*y, x) + diff(y, y)"),
        (derivatives.divergence, "div([x*y, y], [x, y, z])", None),
        (derivatives.curl_in_plane, "curl([x*y, y], [x, y])", "diff(y, x) - diff(x*y, y)"),
        (derivatives.curl_in_space, "curl([x, y, z], [x, y, z])",
         "[diff(z, y) - diff(y, z), diff(x, z) - diff(z, x), diff(y, x) - diff(x, y)]"),
        (derivatives.laplacian, "laplacian(x*y, [x, y])", "diff(x*y, x, 2) + diff(x*y, y, 2)"),
        (potentials.no_potential, "conservative([y, -x], [x, y], -2)", "dne"),
        (potentials.no_potential, "conservative([y, x], [x, y], 0)", None),
        (potentials.first_integration, "conservative([y, x], [x, y], 0)", "gathered([y, x], [x, y], 1, int(y, x))"),
        (potentials.compare_component, "gathered([y, x], [x, y], 1, x*y)",
         "gathered([y, x], [x, y], 1, x*y, x - diff(x*y, y))"),
        (potentials.next_integration, "gathered([y, x + 2y], [x, y], 1, x*y, 2y)",
         "gathered([y, x + 2y], [x, y], 2, x*y + int(2y, y))"),
        (potentials.next_integration, "gathered([y, x^2], [x, y], 1, x*y, x^2 - x)", None),  # it holds x still
        (integrals.work, "line([y, x], [x, y], [t, t^2], t, 0, 1)",
         "int(dot(at([y, x], [x, y], [t, t^2]), diff([t, t^2], t)), t, 0, 1)"),
        (integrals.by_potential, "line([y, x], [x, y], [t, t^2], t, 0, 1)",
         "rise(potential([y, x], [x, y]), [x, y], [0, 0], [1, 1])"),
        (integrals.by_potential, "line([-y, x], [x, y], [t, t^2], t, 0, 1)", None),  # it turns
        (integrals.rise_of_potential, "rise(x*y, [x, y], [0, 0], [1, 1])",
         "at(x*y, [x, y], [1, 1]) - at(x*y, [x, y], [0, 0])"),
        (integrals.along_length, "line(1, [x, y], [t, t^2], t, 0, 1)", "int(norm(diff([t, t^2], t)), t, 0, 1)"),
        (integrals.green, "green([-y, x], [x, y], [x, y], [x, y], [0, 1], [0, 2])",
         "int(int(at(curl([-y, x], [x, y]), [x, y], [x, y]), x, 0, 1), y, 0, 2)"),
        (integrals.stokes, "stokes([z, x, y], [x, y, z], [u, w, 1], [u, w], [0, 1], [0, 1])",
         "flux(curl([z, x, y], [x, y, z]), [x, y, z], [u, w, 1], [u, w], [0, 1], [0, 1])"),
    ],
)  # fmt: skip
def test_rules(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize(
    "theorem, parts",
    [
        # around the unit square: four sides
        (
            "green([x*y, x^2], [x, y], [x, y], [x, y], [0, 1], [0, 1])",
            [
                "line([x*y, x^2], [x, y], [t, 0], t, 0, 1)",
                "line([x*y, x^2], [x, y], [1, t], t, 0, 1)",
                "line([x*y, x^2], [x, y], [1 - t, 1], t, 0, 1)",
                "line([x*y, x^2], [x, y], [0, 1 - t], t, 0, 1)",
            ],
        ),
        (
            "green([-y^3, x^3], [x, y], [r*cos(t), r*sin(t)], [r, t], [0, 1], [0, 2pi])",
            ["line([-y^3, x^3], [x, y], [cos(t), sin(t)], t, 0, 2pi)"],
        ),
        # the paraboloid z = 1 − r² over the unit disc, and its edge
        (
            "stokes([-y, x, z], [x, y, z], [r*cos(t), r*sin(t), 1 - r^2], [r, t], [0, 1], [0, 2pi])",
            ["line([-y, x, z], [x, y, z], [cos(t), sin(t), 0], t, 0, 2pi)"],
        ),
        # the unit ball and its sphere
        (
            "gauss([x, y, z], [x, y, z], [r*sin(u)*cos(t), r*sin(u)*sin(t), r*cos(u)], [r, u, t], [0, 1], [0, pi], "
            "[0, 2pi])",
            ["flux([x, y, z], [x, y, z], [sin(u)*cos(t), sin(u)*sin(t), cos(u)], [u, t], [0, pi], [0, 2pi])"],
        ),
    ],
)
def test_both_sides_of_a_theorem_agree(theorem, parts):
    total = sum((solved(part).answer for part in parts), spelled("0"))
    assert agree(solved(theorem).answer, total) == "agree"


@pytest.mark.parametrize(
    "goal, wrong",
    [
        ("potential([y, x], [x, y])", "conservative([y, x], [x, y], 1)"),
        ("gathered([y, x], [x, y], 2, x*y)", "x*y + x"),
        ("conservative([y, x], [x, y], 0)", "dne"),
        ("line([y, x], [x, y], [t, t^2], t, 0, 1)", "int(t^2 - t*2t, t, 0, 1)"),
        ("rise(x*y, [x, y], [0, 0], [1, 1])", "-1"),
        ("line([y, x], [x, y], [t, t^2], t, 0, 1)", "rise(x^2, [x, y], [0, 0], [1, 1])"),
        ("flux([0, 0, 1], [x, y, z], [u, w, 0], [u, w], [0, 1], [0, 1])", "int(int(-1, u, 0, 1), w, 0, 1)"),
        ("green([-y, x], [x, y], [x, y], [x, y], [0, 1], [0, 1])", "int(int(0, x, 0, 1), y, 0, 1)"),
        ("cross([1, 0, 0], [0, 1, 0])", "[0, 0, -1]"),
        ("extrema(x^2 - x^4, x)", "classify(x^2 - x^4, x, {0})"),  # two are missing
        ("kind(x^2 - y^2, [x, y], [0, 0], [[2, 0], [0, -2]])", "minimum([0, 0], 0)"),
        ("kind(x^2 + y^2, [x, y], [0, 0], [[2, 0], [0, 2]])", "minimum([0, 0], 1)"),  # the value is wrong
        ("compare({[0, 1], [1, 2]})", "{minimum(0, 1)}"),  # the greatest is missing
        ("lagrange(x*y, [x + y = 10], [x, y])",
         "onset(x*y, [x + y = 10], [x, y], {[4, 6]})"),
        ("tangential(x*y, [x, y], [5, 5], [[1, 1]], [[0, 1], [1, 0]])", "minimum([5, 5], 25)"),
        ("definiteness([[1, 2], [2, 1]])", "positive_definite"),
        ("curvature([x, y], [[2, 0], [0, -2]])", "convex"),
        ("least(x^2 + y^2, [x + y >= 2], [x, y], {[2, 2]})", "{minimum([2, 2], 8)}"),
        ("solve([x + y = 3, x - y = 1], [x, y])", "{[1, 2]}"),
        ("solve([x^2 = 1, y = x], [x, y])", "{[1, 1]}"),  # one is missing
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "16"),  # the direction is not of length 1
        ("chain(x*y, [x = t, y = t^2], t)", "t^2"),  # one path is missing
        ("hessian(x^2*y, [x, y])", "[[2*y, 2*x], [2*y, 0]]"),
        ("taylor(exp(x*y), [x, y], [0, 0], 2)", "1"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_not_confirmed(goal, wrong):
    assert checked(spelled(goal), spelled(wrong), solve_budget()) is None
