"""Steps of descent and of Newton's method, and tangents, as tables of facts."""

import pytest

from fluxions.calculus.rules import dynamics as rules
from tests.calculus.spelled import check, solved, spelled


@pytest.mark.parametrize(
    "rule, before, after",
    [
        (
            rules.descent_step,
            "descend(w^2, w, 1, 1/10, 3)",
            "descend(w^2, w, 1 - 1/10*at(diff(w^2, w), w, 1), 1/10, 2)",
        ),
        (rules.descent_step, "descend(w^2, w, 1, 1/10, 0)", None),
        (rules.descent_step, "descend(w^2, w, 1, 1/10, 1/2)", None),
        (rules.place_reached, "descend(w^2, w, 1 - 1/10*2, 1/10, 2)", "descend(w^2, w, 4/5, 1/10, 2)"),
        (rules.place_reached, "descend(w^2, w, 4/5, 1/10, 2)", None),
        (rules.place_reached, "newton(x^2 - 2, x, 1 + 1, 2)", "newton(x^2 - 2, x, 2, 2)"),
        (rules.steps_taken, "descend(w^2, w, 4/5, 1/10, 0)", "4/5"),
        (rules.steps_taken, "newton(x^2 - 2, x, 3/2, 0)", "3/2"),
        (rules.steps_taken, "newton(x^2 - 2, x, 3/2, 1)", None),
        (
            rules.newton_step,
            "newton(x^2 - 2, x, 1, 1)",
            "newton(x^2 - 2, x, 1 - at(x^2 - 2, x, 1)/at(diff(x^2 - 2, x), x, 1), 0)",
        ),
        (rules.tangent_line, "tangent(x^2, x, 3)", "at(x^2, x, 3) + at(diff(x^2, x), x, 3)*(x - 3)"),
        (rules.tangent_line, "newton(x^2 - 2, x, 1, 1)", None),
    ],
)
def test_rules(rule, before, after):
    check(rule, before, after)


@pytest.mark.parametrize(
    "task, answer",
    [
        ("descend(w^2, w, 1, 1/10, 3)", "64/125"),
        ("descend((w - 3)^2/2, w, 1, eta, 1)", "1 + 2eta"),
        ("descend(3*(w - 2)^2, w, a, 1/10, 1)", "2/5*a + 6/5"),
        ("solve(descend(3*w^2 - 12*w, w, 5, eta, 1) = 2, eta)", "1/6"),
        ("newton(x^2 - 2, x, 1, 3)", "577/408"),
        ("newton(cos(x) - x, x, 0, 1)", "1"),
        ("tangent(x^2, x, 3)", "6x - 9"),
        ("tangent(ln(x), x, 1)", "x - 1"),
    ],
)
def test_answers(task, answer):
    assert solved(task).answer == spelled(answer)
