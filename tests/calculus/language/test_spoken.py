"""Speech with closing words."""

from __future__ import annotations

import pytest

from fluxions.calculus.expr import Operator, Sym
from fluxions.calculus.language import read, spoken
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.language.spoken_tasks import WORDS, task_in_words
from fluxions.calculus.vocabulary import OPERATORS

AS_MANY = (1, 12)  # of an operator that is read without a count


def said(text: str) -> str:
    found = read(text)
    assert isinstance(found, Reading), found
    return spoken(found.expr)


@pytest.mark.parametrize(
    "text, words",
    [
        ("2x cos(x^2)", "two x times cosine of, x squared, end cosine"),
        ("x + 1", "x plus one"),
        ("positive_definite", "positive definite"),
        ("x - 1/2", "x minus open bracket, one half, close bracket"),
        ("(x+1)/2", "the fraction, x plus one, over, two, end fraction"),
        ("x^3", "x cubed"),
        (
            "{minimum(1, -2), maximum(2, 2)}",
            "the set of minimum negative two at one, end set",
        ),
        ("betadist(9, 5)", "the beta distribution with parameters nine and five"),
        ("curl([x, y], [x, y])", "the curl of, the vector x, comma, y, end vector, end curl"),
        (
            "newton(x, x, 1, 3)",
            "newton's method for x equals zero from x equal to one, steps left: three",
        ),
        ("x^n", "x to the power n, end power"),
        ("(x+1)^2", "open bracket, x plus one, close bracket squared"),
        ("sqrt(x+1)", "the square root of, x plus one, end root"),
        ("root(x, 3)", "the cube root of, x, end root"),
        ("sin(x)", "sine of x"),
        ("sin(x) + 1", "sine of x plus one"),
        ("sin(x + 1)", "sine of, x plus one, end sine"),
        ("diff(x^2, x)", "the derivative with respect to x of, x squared, end derivative"),
        ("diff(x^3, x, 2)", "the second derivative with respect to x of, x cubed, end derivative"),
        ("f'(x)", "f prime of x"),
        ("exp(x)", "e to the power x, end power"),
        ("0.05", "0 point 0 5"),
        ("-3", "negative three"),
        ("-x", "minus x"),
        ("x_1", "x sub 1"),
        ("X", "capital x"),
        ("limit(x, x, 0, +)", "the limit as x approaches zero from above of, x, end limit"),
        ("int(x, x, 0, 1)", "the integral from zero to one of, x, with respect to x, end integral"),
        ("sum(n, n, 1, N)", "the sum over n from one to capital n of, n, end sum"),
        ("x <= 3", "x is at most three"),
        ("[1, 2]", "the vector one, comma, two, end vector"),
        ("(0, 1]", "the interval from zero, excluded, to one, included, end interval"),
        ("if(x < 0, -x, x)", "by cases: minus x if x is less than zero; x otherwise; end cases"),
        ("log(x, 2)", "the logarithm to base two of, x, end logarithm"),
        ("2/3", "two thirds"),
    ],
)
def test_spoken(text: str, words: str) -> None:
    assert said(text) == words


@pytest.mark.parametrize(
    "one, other",
    [
        ("sin(x) + 1", "sin(x + 1)"),
        ("(x+1)/2", "x + 1/2"),
        ("x^(n+1)", "x^n + 1"),
        ("2*(x+1)", "2*x + 1"),
        ("sqrt(x+1)", "sqrt(x) + 1"),
        ("-(x+1)", "-x + 1"),
        ("-(x^2)", "(-x)^2"),
        ("a - (b - c)", "a - b - c"),
        ("a/(b/c)", "(a/b)/c"),
        ("(x*y)^2", "x*y^2"),
        ("diff(x, x) + 1", "diff(x + 1, x)"),
        ("f(x, y)", "f(x)*y"),
        ("a*(b*c)", "a*b*c"),
    ],
)
def test_different_trees_are_said_differently(one: str, other: str) -> None:
    assert said(one) != said(other)


@pytest.mark.parametrize("name, count", WORDS)
def test_the_words_of_a_task_name_parts_that_it_has(name, count):
    assert OPERATORS.get(name, AS_MANY)[0] <= count <= OPERATORS.get(name, AS_MANY)[1]
    e = Operator(name, tuple(Sym(f"a_{i}") for i in range(count)))
    assert task_in_words(e, spoken)
