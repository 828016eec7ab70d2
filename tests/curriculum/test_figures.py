from dataclasses import replace

import numpy as np
import pytest

from fluxions.calculus.expr import Sym
from fluxions.calculus.language import read
from fluxions.calculus.numbers.plots import values
from fluxions.curriculum import BadContent, curriculum
from fluxions.curriculum.figures import compiled, figures, figures_of
from fluxions.curriculum.lesson import Explorable, Lesson
from fluxions.curriculum.linter.lessons import unknown_figures
from fluxions.curriculum.numpy_text import numpy_text
from fluxions.figures import Choice

X = np.array([-2.0, -1.0, -0.5, 0.25, 0.5, 1.0, 3.0])


FORMULAS = """
x^2 - 3*x + 1/2 | -x^2 | (-x)^2 | (x + 1)*(x - 2) | x - (x - 1) | x/(2*x^2 + 1) | 2/x/3 | (x + 1)/(x^2 + 1)/2
e^(-x^2/2) | 2^(-x) | (x^2 + 1)^(1/2) | sqrt(x + 3) | root(x, 3) | sin(x)*cos(x) | ln(x^2 + 1) | sigmoid(2*x)*3
softplus(-x) | relu(x - 1) | silu(x) | tanh(x) | if(x > 0, x, -x^2) | if(x >= 0 and x < 2, 1, 0) | max(x, 1/2) | pi*x
if(x < -1 or x > 1, x) | -(x + 1) | 0.5*x
"""


@pytest.mark.parametrize("text", [each for line in FORMULAS.strip().splitlines() for each in line.split(" | ")])
def test_an_expression_written_for_numpy_has_its_values(text):
    e = read(text).expr
    with np.errstate(all="ignore"):
        found = eval(numpy_text(e), {"np": np, "x": X})  # noqa: S307
    assert np.allclose(found, values(e, X, variables=[Sym("x")]), rtol=1e-12, atol=1e-12, equal_nan=True)


def test_a_figure_belongs_to_the_first_of_its_skills():
    assert list(figures()) == ["secant-to-tangent", "step-size-cobweb"]
    for each in figures().values():
        assert all(skill in curriculum().skills for skill in each.skills)
        assert each in figures_of(each.skills[-1])
        assert 0 <= each.prediction.answer < len(each.prediction.options)


def broken(**functions):
    figure = figures()["secant-to-tangent"]
    choice = Choice("broken", "", "", {"f(x)": "x^2", "left(x)": "2*x", "right(x)": "2*x", **functions})
    return replace(figure, id="broken", choices=(choice,)), choice


@pytest.mark.parametrize("functions, message", [
    ({"f(x)": "x^^2"}, "cannot be read"),
    ({"f(x)": "x + q"}, "uses q"),
    ({"f(x)": "f(x) + 1"}, "in a ring"),
])  # fmt: skip
def test_a_formula_that_cannot_be_used_is_named(functions, message):
    with pytest.raises(BadContent, match=message):
        compiled(*broken(**functions))


def test_a_lesson_that_shows_an_unknown_figure_is_reported():
    lesson = Lesson((Explorable("no-such"), Explorable("secant-to-tangent")))
    (found,) = unknown_figures(lesson, set(figures()))
    assert "no-such" in found and "secant-to-tangent" in found
