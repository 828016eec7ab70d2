"""The kinds of answers, by the names of interfaces.md."""

from __future__ import annotations

from fluxions.calculus.answers.arrays import MATRIX, VECTOR
from fluxions.calculus.answers.choice import CHOICE
from fluxions.calculus.answers.density import DENSITY
from fluxions.calculus.answers.expression import EXPRESSION, NUMBER
from fluxions.calculus.answers.family import FAMILY
from fluxions.calculus.answers.piecewise import PIECEWISE
from fluxions.calculus.answers.question import AnswerType
from fluxions.calculus.answers.sets import MULTISET, SET
from fluxions.calculus.answers.solutions import EQUATION, INEQUALITY, INTERVAL
from fluxions.calculus.answers.systems import SYSTEM

ANSWER_TYPES: dict[str, AnswerType] = {
    each.name: each
    for each in (
        EXPRESSION, NUMBER, VECTOR, MATRIX, SET, MULTISET, INTERVAL, EQUATION, SYSTEM, INEQUALITY, PIECEWISE,
        FAMILY, DENSITY, CHOICE,
    )
}  # fmt: skip
