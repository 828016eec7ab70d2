"""Wrong steps of descent and Newton's method, and shifted tangents, as they are typed."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("descend(2w^2, w, 5, 1/10, 2)", "3", "one-step-too-few"),
        ("descend(2w^2, w, 5, 1/10, 2)", "27/25", "one-step-too-many"),
        ("descend((w - 7)^2, w, 1, 1/10, 1)", "6/5", "step-alone"),
        ("descend((w - 7)^2, w, 1, 1/10, 1)", "121", "divided-by-the-rate"),
        ("newton(x^2 - 5, x, 3, 1)", "-1", "newton-undivided"),
        ("newton(x^2 - 5, x, 3, 1)", "-21", "newton-multiplied"),
        ("newton(x^2 - 5, x, 3, 1)", "2/3", "step-alone"),
        ("newton(x^2 - 5, x, 3, 1)", "-2/3", "amount-alone"),
        ("newton(x^2 - 5, x, 3, 1)", "0", "newton-for-an-extremum"),
        ("newton(x^2 - 5, x, 3, 1)", "4/9", "loss-at-the-end"),
        ("newton(x^2 - 5, x, 1, 2)", "1", "newton-slope-kept"),
        ("descend((w - 7)^2, w, 1, 1/10, 1)", "-12", "slope-for-the-step"),
        ("descend((w - 7)^2, w, 1, 1/10, 1)", "28/25", "rate-squared"),
        ("descend((w - 7)^2, w, 1, 1/10, 1)", "-6/5", "amount-alone"),
        ("tangent(x^2 + x, x, 2)", "6 + 5(x + 2)", "tangent-shift-turned"),
        ("tangent(x^2 + y^2, [x, y], [1, 2])", "5 + 2(x + 1) + 4(y + 2)", "tangent-shift-turned"),
        ("tangent(x^2 + x, x, 2)", "5x", "tangent-through-the-origin"),
    ],
)
def test_a_wrong_answer_is_explained(task, answer, name):
    assert name in named(task, answer)
