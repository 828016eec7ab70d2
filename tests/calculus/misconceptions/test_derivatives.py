"""Wrong derivatives of one variable as they are typed."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("diff(cosh(5x), x)", "-5sinh(5x)", "hyperbolic-cosine-with-minus"),
        ("diff(2cosh(x) + x^3, x)", "3x^2 - 2sinh(x)", "hyperbolic-cosine-with-minus"),
    ],
)
def test_a_wrong_answer_is_explained(task, answer, name):
    assert name in named(task, answer)
