"""The sentences of the rules: every slot is filled with what prints as TeX, and the board reads as a textbook does."""

import re

import pytest

from fluxions.calculus.derivation.rule import found
from fluxions.calculus.language.latex import latex
from fluxions.calculus.rules.integration import triangle
from fluxions.calculus.rules.integration.methods import WAVES_AND_ROOTS
from tests.calculus.rules.integration.goals import GOALS
from tests.calculus.spelled import spelled

SLOT = re.compile(r"(?<![\\a-z^_])\{([a-z]+)\}")


@pytest.mark.parametrize("rule", (*WAVES_AND_ROOTS, *triangle.RULES), ids=lambda rule: rule.name)
def test_every_slot_is_filled(rule):
    fired = [result for goal in GOALS if (result := found(rule.rewrite(spelled(goal)))) is not None]
    assert fired
    for result in fired:
        bound = dict(result.using)
        assert all(latex(each) for each in bound.values())
        slots = {name for name in SLOT.findall(rule.says) if f"operatorname{{{name}}}" not in rule.says}
        assert slots <= set(bound), slots - set(bound)


@pytest.mark.parametrize("rule", (*WAVES_AND_ROOTS, *triangle.RULES), ids=lambda rule: rule.name)
def test_it_says_one_calm_sentence(rule):
    assert rule.says.endswith(".") and rule.says.count("$") % 2 == 0 and "!" not in rule.says
    assert rule.title and not rule.title.endswith(".")
    assert rule.rewrite.__doc__
