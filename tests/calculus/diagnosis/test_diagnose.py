"""Answers as they are typed, and what is said of them."""

import pytest

from fluxions.calculus import Ambiguous, Mistaken, Problem, Right, Undecided, Unreadable, Wrong, diagnose, wrong_answers
from tests.calculus.spelled import spelled

TABLE = ("f(2) = 3", "g(2) = 5", "f'(2) = -1", "g'(2) = 4")
PRODUCT_AT_TWO = "at(diff(f(x)*g(x), x), x, 2)"


def problem(task, *given):
    return Problem("", spelled(task), given=tuple(spelled(each) for each in given))


@pytest.mark.parametrize("task, answer", [
    ("diff(sin(x^2), x)", "2x cos(x^2)"),
    ("diff(sin(x^2), x)", "f'(x) = 2x cos(x^2)"),
    ("diff(sin(x^2), x)", "= 2x cos(x^2)"),
    ("diff(sin(x^2), x)", "dy/dx = cos(x^2) * 2x"),
    ("diff(sin(x^2), x)", r"2x\cos\left(x^2\right)"),
    ("diff((2x + 1)^5, x)", "10(2x+1)^4"),
    ("diff((2x + 1)^5, x)", "10(16x^4 + 32x^3 + 24x^2 + 8x + 1)"),
    ("diff(sigma(x), x)", "e^(-x)/(1 + e^(-x))^2"),
    ("diff(sigma(x), x)", "sigma(x)*sigma(-x)"),
    ("diff(tanh(x), x)", "4/(e^x + e^(-x))^2"),
    ("diff(ln(3x), x)", "1/x"),
    ("diff(x^x, x)", "x^x (1 + ln x)"),
    ("at(diff(x^3, x), x, 2)", "12"),
    ("limit(rate(x^2, x, 3, 3 + h), h, 0)", "6"),
    ("implicit(x^2 + y^2 = 25, y, x)", "-x/y"),
    ("implicit(x^2 + y^2 = 25, y, x)", "-25x/(y(x^2 + y^2))"),
    ("implicit(x^2 + y^2 = 25, y, x, 2)", "y'' = -25/y^3"),
    ("inverse(x^3 + 2x + 1, x, 4, 1)", "0.2"),
    ("tangent(7sin(x) + 6x, x, pi)", "y - 6pi = -(x - pi)"),
    ("tangent(7sin(x) + 6x, x, pi)", "x + y = 7pi"),
    ("tangent(7sin(x) + 6x, x, pi)", "14pi - 2x = 2y"),
    ("tangent(7sin(x) + 6x, x, pi)", "y(x) = 7pi - x"),
    ("descend(x^2, x, 1, 1/10, 2)", "0.64"),
    ("descend((w - 3)^2, w, 1, 1/4, 1)", "w_1 = 2"),
    ("diff((7w + 6)^2, w)", "L'(w) = 98w + 84"),
    ("diff((7w + 6)^2, w)", "2(7w + 6)*7 = 98w + 84"),
    ("at(diff(x^3, x), x, 2)", "y'(2) = 12"),
    ("rate((w - 1)^2, w, 6, 6 + h)", "(L(6+h) - L(6))/h = 10 + h"),
    ("limit(rate(x^2, x, 3, 3 + h), h, 0)", "lim = 6"),
])  # fmt: skip
def test_right_answers_in_unusual_forms(task, answer):
    assert isinstance(diagnose(problem(task), answer), Right)


@pytest.mark.parametrize("task, answer", [
    ("implicit(x^2 + x*y + y^2 = 7, y, x)", "(-2x - y - x*y')/(2y)"),
    ("implicit(x^2 + x*y + y^2 = 7, y, x)", "dy/dx = (-2x - y - x*dy/dx)/(2y)"),
    ("implicit(x^2 + y^2 = 25, y, x, 2)", "-(y - x*y')/y^2"),
    ("at(at(implicit(x^2 + x*y + y^2 = 7, y, x), x, 1), y, 2)", "-(2x + y)/(x + 2y)"),
    ("at(at(implicit(x^2 + x*y + y^2 = 7, y, x), x, 1), y, 2)", "-(2 + y)/(1 + 2y)"),
])  # fmt: skip
def test_a_slope_that_is_true_but_not_finished_is_not_wrong(task, answer):
    assert isinstance(diagnose(problem(task), answer), Undecided)


@pytest.mark.parametrize("task, answer, name", [
    ("diff(x^2*sin(3x), x)", "2x sin 3x + x^2 cos 3x", "inner-derivative-lost"),
    ("diff(sin(x^2), x)", "cos(2x)", "derivative-put-inside"),
    ("diff(sin(x^2), x)", "cos(x^2)", "inner-derivative-lost"),
    ("diff((2x + 1)^5, x)", "5(2x+1)^4", "inner-derivative-lost"),
    ("diff(x^2*e^x, x)", "2x e^x", "product-of-derivatives"),
    ("diff(x^3*sin(x), x)", "3x^2 cos(x)", "product-of-derivatives"),
    ("diff(1/x^2, x)", "1/(2x)", "reciprocal-of-derivative"),
    ("diff(x^2 + 7, x)", "2x + 7", "constant-kept"),
    ("diff(x^5, x)", "5x^5", "exponent-not-lowered"),
    ("diff(sigmoid(x), x)", "sigmoid(x)*(1 - x)", "one-minus-input"),
    ("limit(rate(x^2, x, 3, 3 + h), h, 0)", "1", "shifted-input-as-sum"),
    ("descend(x^2, x, 1, 1/10, 1)", "6/5", "uphill"),
    ("implicit(x^2 + y^2 = 25, y, x)", "x/y", "sign-lost-in-solving"),
    ("inverse(x^3 + 2x + 1, x, 4, 1)", "1/50", "slope-at-the-value"),
])  # fmt: skip
def test_a_mistake_is_named(task, answer, name):
    diagnosis = diagnose(problem(task), answer)
    named = (
        {each.misconception.name for each in diagnosis.candidates}
        if isinstance(diagnosis, Ambiguous)
        else {diagnosis.misconception.name}
    )
    assert name in named


def test_a_test_misread_comes_before_slips_that_lead_to_the_same_word():
    diagnosis = diagnose(problem("convexity(4x^2 - 2x*y - y^2, [x, y])"), "convex")
    assert isinstance(diagnosis, Mistaken) and diagnosis.misconception.name == "convex-in-each-variable"


def test_named_points_are_the_same_in_any_form():
    diagnosis = diagnose(problem("extrema(x^3 - 12x, x)"), "{maximum(-sqrt(12), 0), minimum(sqrt(12), 0)}")
    assert isinstance(diagnosis, Ambiguous)  # typed as -2 sqrt(3) the same
    assert "zeros-of-the-function" in {each.misconception.name for each in diagnosis.candidates}


def test_what_was_done_right_is_known():
    diagnosis = diagnose(problem("diff(x^2*sin(3x), x)"), "2x sin 3x + x^2 cos 3x")
    assert isinstance(diagnosis, Mistaken)
    assert "product-rule" in diagnosis.right and "chain-rule" not in diagnosis.right
    assert (diagnosis.witness.at, diagnosis.witness.answer, diagnosis.witness.expected) == (
        (("x", "2"),),
        "2.72",
        "10.4",
    )


@pytest.mark.parametrize("answer, expected", [
    ("7", Right), ("-1*5 + 3*4", Right), ("14/2", Right),
    ("f'(2) g(2) + f(2) g'(2)", Undecided), ("at(f'(x) g(x) + f(x) g'(x), x, 2)", Undecided),
    (PRODUCT_AT_TWO, Undecided), ("f'(2) g'(2)", Mistaken), ("-4", Mistaken), ("-5", Mistaken),
    ("12", Mistaken), ("100", Wrong),
])  # fmt: skip
def test_values_from_a_table(answer, expected):
    assert isinstance(diagnose(problem(PRODUCT_AT_TWO, *TABLE), answer), expected)


@pytest.mark.parametrize("task, answer, kind", [
    ("diff(sin(x^2), x)", "2x cos(x^2", Unreadable),
    ("diff(sin(x^2), x)", "", Unreadable),
    ("diff(sin(x^2), x)", "diff(sin(x^2), x)", Undecided),  # right so far, but nothing is worked out
    ("diff(sin(x^2), x)", "17", Wrong),
    ("diff((6x - 2)^3, x)", "3(6x-2)^2 u'", Unreadable),  # what u stands for is not said
    ("diff(sigma(x), x)", "σ(1 - σ)", Unreadable),  # nor what sigma is taken of
    ("diff(exp(-5x), x)", "-5E^(-5x)", Unreadable),
    ("diff(exp(-5x), x)", "-5f(x)", Unreadable),
    ("diff(sqrt(x), x)", "1/2 x^-1/2", Unreadable),  # -1/2 in the exponent?
    ("diff(5^x*x, x)", "5^x (1 + ln 5 x)", Unreadable),
    ("at(diff(x^3, x), x, 2)", "3x^2", Undecided),  # the value is still to be put in
    ("at(diff(exp(u), u), u, 2x^2 + 1)", "e^u", Undecided),
    ("diff(x^2, x)", "x^2 = 2x", Undecided),
    ("diff(relu(-5*x - 8), x)", "-5 if x < -1.6 else 0", Right),
    ("solve(x^2 - 14*x + 45 = 0, x)", "x in {5, 9}", Right),
    ("solve(x^2 - 14*x + 45 = 0, x)", "x = 5 and x = 9", Right),
    ("diff((2*x + 1)^5, x)", "[10(2x+1)^4]", Right),
    ("int(exp(-x^2)*sin(x), x)", "x", Wrong),  # no antiderivative is known, and this is none
    ("int(exp(-x^2)*sin(x), x, 0, 1)", "1", Undecided),  # out of scope
])  # fmt: skip
def test_what_is_neither_right_nor_a_named_mistake(task, answer, kind):
    assert isinstance(diagnose(problem(task), answer), kind)


def test_every_wrong_answer_is_wrong_and_its_mistake_among_the_candidates():
    asked = problem("diff((x^2 + 1)*e^(-x/2), x)")
    for wrong in wrong_answers(asked):
        from fluxions.calculus import ascii

        diagnosis = diagnose(asked, ascii(wrong.answer))
        named = (
            {each.misconception.name for each in diagnosis.candidates}
            if isinstance(diagnosis, Ambiguous)
            else {diagnosis.misconception.name}
        )
        assert wrong.misconception.name in named
