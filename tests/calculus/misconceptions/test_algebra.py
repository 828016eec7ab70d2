"""Wrong algebra before, during and after the calculus, as it is typed."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("int((x + 2)^2, x)", "x^3/3 + 4x + C", "power-of-a-sum"),
        ("int((x - 3)^2, x, 0, 3)", "-18", "power-of-a-sum"),
        ("diff(sqrt(x^2 + 4), x)", "1", "root-of-a-sum"),
        ("diff(1/(x + 3), x)", "-1/x^2", "split-below-the-line"),
        ("at((x^2 + 5)/(x + 5), x, 3)", "3", "term-cancelled"),
        ("at((4x + 6)/2, x, 5)", "16", "one-term-divided"),
        ("at(3/x + 1/(x + 2), x, 1)", "1", "fractions-added-across"),
        ("diff(4x - (x^3 + 2x), x)", "6 - 3x^2", "minus-on-first-term"),
        ("diff(3*(x^2 + 5x), x)", "6x + 5", "factor-on-first-term"),
        ("at(x^2 - 1, x, -4)", "-17", "square-of-negative"),
        ("at(2 - x^2, x, 5)", "27", "minus-squared-too"),
        ("solve(x^2 = 9, x)", "{3}", "negative-root-lost"),
        ("diff((x^3)^2, x)", "5x^4", "exponents-added"),
        ("at(4 - e^x, x, 0)", "4", "zeroth-power-zero"),
        ("at(ln(x + 1), x, 3)", "ln(3)", "logarithm-split"),
        ("diff(ln(x)^3, x)", "3/x", "power-of-a-logarithm"),
        ("diff(cos(3x), x)", "-3sin(x)", "wave-of-a-multiple"),
        ("at(sigmoid(-x), x, 3)", "-sigmoid(3)", "sigmoid-as-odd"),
    ],
)
def test_wrong_algebra_is_seen_wherever_it_is_done(task, answer, name):
    assert name in named(task, answer)


@pytest.mark.parametrize("task, answer", [
    ("int((x + 2)^2, x)", "(x + 2)^3/3"),
    ("diff(sqrt(x^2 + 4), x)", "x*(x^2 + 4)^(-1/2)"),
    ("diff(ln(x)^3, x)", "3ln(x)^2/x"),
    ("at((4x + 6)/2, x, 5)", "26/2"),
])  # fmt: skip
def test_right_algebra_is_not(task, answer):
    assert named(task, answer) == set()
