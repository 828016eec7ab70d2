"""Wrong definite integrals, areas, averages and derivatives by a bound, as they are typed."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("int(x^2 + 1, x, 1, 2)", "-10/3", "lower-minus-upper"),
        ("int(cos(x) + 2x, x, 1, 3)", "sin(3) + 9", "upper-bound-alone"),
        ("int(cos(2x), x, 0, 1)", "sin(2)", "inner-slope-not-divided"),
        ("int(x^3, x, 1, 2)", "7", "integrand-between-bounds"),
        ("int(x*e^(x^2), x, 0, 3)", "(e^3 - 1)/2", "old-bounds-kept"),
        ("int(x*e^x, x, 0, 2)", "2e^2 - 2", "product-of-definite-integrals"),
        ("int(x - 1, x, 0, 3)", "5/2", "area-for-integral"),
        ("int(sin(x), x, 0, 2*pi)", "4", "area-for-integral"),
        ("int(abs(x - 1), x, 0, 3)", "3/2", "integral-for-area"),
        ("area(x^3, x, x, -1, 1)", "0", "integral-for-area"),
        ("average(e^x, x, 0, 2)", "e^2 - 1", "average-not-divided"),
        ("average(x^3, x, 1, 3)", "14", "ends-averaged"),
        ("int(1/x^2, x, -2, 1)", "-3/2", "singularity-ignored"),
        ("diff(int(cos(t^2), t, 1, x^3), x)", "cos(x^6)", "bound-slope-lost"),
        ("diff(int(t^3 + 1, t, 2, x), x)", "x^3 - 8", "constant-bound-subtracted"),
        ("diff(int(cos(t), t, x^2, 5), x)", "2x*cos(x^2)", "lower-bound-sign-lost"),
        ("int(int(x*y^2, y, 0, x), x, 0, 1)", "1/6", "region-as-rectangle"),
        ("int(int(x^2 + y, y, 0, 2), x, 0, 1)", "2/3", "double-integral-as-product"),
    ],
)
def test_a_wrong_value_is_explained(task, answer, name):
    assert name in named(task, answer)


@pytest.mark.parametrize("task, answer", [
    ("int(x - 1, x, 0, 3)", "1.5"),
    ("int(sin(x), x, 0, 2*pi)", "0"),
    ("average(x^3, x, 1, 3)", "80/8"),
    ("diff(int(cos(t), t, x^2, 5), x)", "-cos(x^2)*2x"),
])  # fmt: skip
def test_a_right_value_in_another_form_is_not(task, answer):
    assert named(task, answer) == set()
