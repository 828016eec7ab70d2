import json
from dataclasses import replace

import pytest

from fluxions.calculus import STANDARD, Derivation, Problem, generate, read
from fluxions.curriculum import curriculum, families
from fluxions.tutor.stated import Unstated, drawn, frozen, problem_of, stated

FAMILIES = [family for skill in curriculum().written for family in families(skill.id)]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda each: each.id)
def test_what_is_kept_of_a_task_gives_the_same_task_and_answer(family):
    for seed in range(12):
        kept = drawn(family.skill, family.name, seed)
        assert kept is not None
        fresh, again = generate(family, seed), problem_of(kept)
        assert (again.task, again.given, again.vocabulary, again.prompt) == (
            fresh.task, fresh.given, fresh.vocabulary, fresh.prompt,
        )  # fmt: skip
        assert isinstance(again.derivation, Derivation)
        assert again.derivation.answer == fresh.derivation.answer


def test_there_is_no_such_family():
    assert drawn("chain-rule", "no-such-family", 1) is None
    assert drawn("no-such-skill", "x", 1) is None


def test_a_task_that_cannot_be_read_back_is_refused():
    kept = drawn("chain-rule", "scaled-input", 1)
    assert kept is not None
    with pytest.raises(Unstated):
        problem_of(replace(kept, task="diff(x^2"))


def test_stated_is_what_a_problem_shows():
    problem = problem_of(drawn("chain-rule", "scaled-input", 1))
    assert stated(problem).task == drawn("chain-rule", "scaled-input", 1).task


def test_a_task_with_shapes_is_kept_with_them():
    words = replace(STANDARD, shapes=(("X", ("m", "n")), ("w", ("n",)), ("y", ("m",))))
    problem = Problem("", read("matgrad(norm(X*w - y)^2, w)", words).expr, words)
    kept = stated(problem)
    again = replace(kept, **{name: frozen(value) for name, value in json.loads(json.dumps(kept.terms)).items()})
    assert again == kept and problem_of(again).task == problem.task
    assert isinstance(problem_of(again).derivation, Derivation)
    assert "shapes" not in drawn("chain-rule", "scaled-input", 1).terms
