"""The same mistake made wherever it fits."""

import pytest

from fluxions.calculus.budget import solve_budget
from fluxions.calculus.derivation.rule import Misconception, head
from fluxions.calculus.derivation.strategy import Strategy, Stuck
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.diagnosis.held import OFTEN, holding
from fluxions.calculus.expr import Diff, Sym, Vector
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules import PLANNERS, RULES
from tests.calculus.spelled import spelled

BY_NAME = {each.name: each for each in MISCONCEPTIONS}
SOUND = Strategy(RULES, planners=PLANNERS)


def held(task, wrong, kinds):
    return valued(spelled(task), holding(SOUND, wrong, kinds), solve_budget())


@pytest.mark.parametrize(
    "task, name, wrong",
    [
        ("diff((2x + 1)^3 + (5x + 1)^2, x)", "inner-derivative-lost", "3*(2x + 1)^2 + 2*(5x + 1)"),
        ("diff(sin((3x)^2), x)", "inner-derivative-lost", "cos((3x)^2)"),
        # at goals within its own result
        ("diff(sin(e^(3x)), x)", "inner-derivative-added", "cos(e^(3x)) + e^(3x) + 3"),
        # it asks for the same slope again: there it is not made
        ("diff(x^2*y, x)", "every-variable-moves", "2x*y + x^2"),
        ("grad(x^2*y, [x, y])", "every-variable-moves", "[2x*y + x^2, x^2 + 2x*y]"),
        ("variance(2x + 1, x, normal(0, 9))", "variance-read-for-deviation", "36"),
    ],
)
def test_a_mistake_is_made_at_every_goal(task, name, wrong):
    found, expected = parts(held(task, BY_NAME[name], KINDS)), parts(spelled(wrong))
    assert [agree(*pair) for pair in zip(found, expected, strict=True)] == ["agree"] * len(expected), found


def parts(e):
    return e.entries if isinstance(e, Vector) else (e,)


KINDS = {head(spelled(each)) for each in ("diff(x, x)", "grad(x, [x])", "variance(x, x, normal(0, 1))")}


def test_a_mistake_that_opens_itself_has_an_end():
    """d/dx f taken for x + d/dx (x f): the goals grow, each asks for another."""
    made = []

    def growing(node):
        match node:
            case Diff(f, Sym() as x):
                made.append(node)
                return x + Diff(x * f, x)
        return None

    with pytest.raises(Stuck):
        held("diff(sin(x), x)", Misconception("growing", "chain-rule", "…", growing), {Diff})
    assert len(made) == OFTEN + 1
