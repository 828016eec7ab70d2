"""Whole integrals: the expected antiderivative and the one that is worked out both have the integrand as slope."""

import pytest

from benchmarks.worked.tasks_trigonometric import TASKS
from fluxions.calculus.derivation.step import every_step
from tests.calculus.rules.integration_oracle import confirm, whole
from tests.calculus.spelled import solved, spelled


@pytest.mark.parametrize("task, expected", TASKS)
def test_the_expected_antiderivative_is_one(task, expected):
    confirm(spelled(task), spelled(expected))


@pytest.mark.parametrize("task", [task for task, _ in TASKS])
def test_it_is_worked_out(task):
    whole(task.removeprefix("int(").removesuffix(", x)"))


@pytest.mark.parametrize(
    "task, rules",
    [
        ("int(sin(x)^3*cos(x)^2, x)", {"odd-power-of-sine"}),
        ("int(cos(x)^4, x)", {"half-angle-squares"}),
        ("int(sec(x)^3, x)", {"reduction-sec"}),
        ("int(sin(3*x)*cos(2*x), x)", {"product-to-sum"}),
        ("int(sqrt(9 - x^2), x)", {"sine-substitution", "triangle"}),
        ("int(1/(x^2*sqrt(x^2 + 4)), x)", {"tangent-substitution", "triangle"}),
        ("int(sqrt(x^2 - 4), x)", {"secant-substitution", "triangle"}),
        ("int(1/(sqrt(x) + x^(1/3)), x)", {"root-of-line"}),
        ("int(1/(2 + cos(x)), x)", {"half-angle"}),
        ("int(1/(1 + sin(x)^2), x)", {"tangent-for-even"}),
        ("int(sech(x)^3, x)", {"reduction-sech"}),
        ("int(arcsin(x), x)", {"inverse-by-parts"}),
    ],
)
def test_it_is_worked_out_as_a_textbook_does(task, rules):
    assert rules <= {each.rule for each in every_step(solved(task).steps)}
