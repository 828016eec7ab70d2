"""A trace names the rules that the checked solution uses and leads to the same function; values rest on it."""

import pytest

from fluxions.calculus.budget import solve_budget
from fluxions.calculus.derivation.step import Derivation, every_step
from fluxions.calculus.derivation.strategy import Stuck
from fluxions.calculus.derivation.trace import traced, valued
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.tidy import TIDY
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.solve import SOUND, solve
from fluxions.calculus.verdict import Equal
from tests.calculus.elementary import derivatives
from tests.calculus.spelled import spelled

CLEAN_UPS = {each.name for each in TIDY}
DRAWN = derivatives(150, depth=2)


@pytest.mark.parametrize("task, rules", [
    ("diff(x^5, x)", ["power"]),
    ("diff(sin(x^2), x)", ["chain", "sine", "value-at-point", "power"]),
    ("diff(x*exp(x) + 3, x)", ["sum", "product", "identity", "exponential", "constant"]),
    ("diff(x^3, x, 2)", ["power", "constant-factor", "power"]),
])  # fmt: skip
def test_the_rules_of_a_derivative(task, rules):
    assert [rule.name for rule, _, _ in traced(spelled(task), SOUND)[1]] == rules


def test_a_trace_says_what_the_solution_says():
    solved = [found for task in DRAWN if isinstance(found := solve(task), Derivation)]
    assert len(solved) > 0.95 * len(DRAWN)  # the others have no value anywhere
    for derivation in solved:
        value, taken = traced(derivation.task, SOUND)
        used = [step.rule for step in every_step(derivation.steps) if step.rule not in CLEAN_UPS]
        named = [rule.name for rule, _, _ in taken if rule.name not in CLEAN_UPS]
        assert sorted(named) == sorted(used), ascii(derivation.task)
        assert isinstance(equal(value, derivation.answer), Equal), ascii(derivation.task)
        assert valued(derivation.task, SOUND, solve_budget()) == derivation.answer, ascii(derivation.task)


def test_where_no_rule_fits_it_is_said():
    with pytest.raises(Stuck):
        traced(spelled("diff(gamma(x), x)"), SOUND)
