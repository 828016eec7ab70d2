from dataclasses import replace

import pytest

from fluxions import calculus
from fluxions.calculus import Problem, ProblemFamily, read
from fluxions.curriculum import Known, curriculum, families
from fluxions.curriculum.lesson import parsed
from fluxions.curriculum.linter import families as problems
from fluxions.curriculum.linter import graph_findings, lessons
from fluxions.curriculum.linter.variants import variant_faults, visible_and_hidden

PROGRAMME = curriculum()


def spoiled(**changes):
    """What the linter says of the programme with other fields in the chain rule."""
    skill = replace(PROGRAMME.skills["chain-rule"], **changes)
    found = graph_findings(replace(PROGRAMME, skills={**PROGRAMME.skills, "chain-rule": skill}))
    return "\n".join(map(str, found))


def test_the_shipped_graph_is_sound():
    assert list(graph_findings(PROGRAMME)) == []


@pytest.mark.parametrize("changes, message", [
    ({"prerequisites": ("power-rule", "nowhere")}, "there is no prerequisite nowhere"),
    ({"prerequisites": ("power-rule", "power-rule")}, "named twice"),
    ({"prerequisites": ("chain-rule-nested",)}, "chain-rule needs chain-rule-nested needs chain-rule"),
    ({"prerequisites": ("riemann-sums",)}, "lies in a later unit"),
    ({"prerequisites": (), "encompasses": {}}, "only skills of the strand foundations begin"),
    ({"encompasses": {"limit-algebraic": 0.5}}, "which is not a prerequisite"),
    ({"encompasses": {"power-rule": 0}}, "more than 0 and at most 1"),
    ({"confusable": ("quotient-rule",)}, "quotient-rule does not say so of chain-rule"),
    ({"confusable": ("chain-rule",)}, "not another skill"),
    ({"strand": "cooking"}, "strand cooking is none of"),
    ({"answer_type": "essay"}, "answer_type essay is none of"),
    ({"objective": "Understand it."}, "begin it with 'Can '"),
    ({"problem_families": ("one",)}, "plan 2 to 4"),
    ({"misconceptions": ()}, "name 2 to 4 misconceptions"),
    ({"misconceptions": (Known("a", ("no-such-thing",)), Known("b"))}, "no misconception no-such-thing"),
    ({"minutes": 600}, "minutes is between"),
    ({"careers": {}}, "at least one career"),
    ({"careers": {"pilot": "core"}}, "there is no career pilot"),
    ({"careers": {"ml-engineer": "vital"}}, "is core or useful, not vital"),
    ({"careers": {"ml-engineer": "core"}}, "on which it rests, is not in that career"),
])  # fmt: skip
def test_each_fault_of_the_graph_is_told(changes, message):
    assert message in spoiled(**changes)


def test_a_unit_that_lists_what_it_does_not_have_is_told():
    first, *rest = PROGRAMME.units
    found = list(graph_findings(replace(PROGRAMME, units=(replace(first, skills=("chain-rule",)), *rest))))
    assert [each.message for each in found] == ["lists chain-rule, which is no skill of it"]


SECTIONS = """\
## Why it matters
{words}
```predict
Which?
- [x] $a$
- [ ] $b$

So.
```
## The idea
See [the chain rule](skill:chain-rule).
## A worked example
```worked
diff(x^2, x)
```
## Try it
```try
one
```
## What goes wrong
Much.
## Summary
Little.
"""
SOUND = SECTIONS.format(words="word " * 420)


def told(text):
    return list(lessons.faults(parsed(text), {"one"}, {"chain-rule"}))


def test_a_sound_lesson_has_no_faults():
    assert told(SOUND) == []


@pytest.mark.parametrize("was, becomes, message", [
    ("## The idea", "## An idea", "the sections are, in this order"),
    ("Little.", "", "nothing stands under ## Summary yet"),
    ("word " * 100, "", "a lesson has 400 to 900 words; this one has"),
    ("Much.", "much " * 500, "a lesson has 400 to 900 words"),
    ("```predict\nWhich?\n- [x] $a$\n- [ ] $b$\n\nSo.\n```", "Well.", "exactly one question to predict"),
    ("Much.", "Much $$ $$ more.", "a formula is empty"),
    ("Much.", "Much $x more.", "a $ is left over"),
    ("Much.", r"Much $\frac{1}{2$ more.", "the braces do not match"),
    ("skill:chain-rule", "skill:chains", "links to skill:chains"),
    ("diff(x^2, x)", "diff(x^2, x", "cannot be read"),
    ("diff(x^2, x)", "int(x^x, x)", "cannot work out int(x^x, x)"),
    ("```worked\ndiff(x^2, x)\n```", "Later.", "a lesson has a worked example"),
    ("```try\none\n```", "Later.", "a lesson has a task to try"),
    ("```try\none\n```", "```try\ntwo\n```", "names the family two"),
])  # fmt: skip
def test_each_fault_of_a_lesson_is_told(was, becomes, message):
    assert was in SOUND
    assert any(message in each for each in told(SOUND.replace(was, becomes)))


def test_the_shipped_lessons_are_complete():
    for skill in PROGRAMME.written:
        assert list(lessons.lesson_findings(skill)) == []


SKILL = PROGRAMME.skills["chain-rule"]


def stating(task, name="one", skill="chain-rule", **more):
    return ProblemFamily(name, skill=skill, make=lambda random: Problem("", read(task).expr), **more)


@pytest.mark.parametrize("found, message", [
    ((stating("diff((2x+1)^3, x)"),), "FAMILIES has 1 families; write at least 3"),
    ((stating("diff((2x+1)^3, x)"),), "no family is about a model or a loss"),
    ((stating("diff((2x+1)^3, x)"),), "all difficulties lie in the tenths from 0.2"),
    ((stating("diff((2x+1)^3, x)"), stating("diff(x, x)")), "two families have the same name"),
    ((stating("int(x^x, x)"),), "no acceptable draw in 50: not solved"),
    ((stating("diff((2x+1)^3, x)", skill="power-rule"),), "its skill is power-rule, not chain-rule"),
    ((stating("diff(x, x)", ml=True),), "no misconception leads to a wrong answer"),
    ((stating("diff((x+1)^3, x)"),), "one: inner-derivative-lost gives the right answer in 1 of 1 variants"),
    ((stating("diff(x^3, x)"),), "lists the misconception inner-derivative-lost, but no family lets it show"),
])  # fmt: skip
def test_each_fault_of_families_is_told(found, message):
    assert any(message in each for each in problems.faults(SKILL, found, 1))


def test_a_problem_with_the_solution_of_another_is_told():
    good, other = (calculus.generate(stating(task), 0) for task in ("diff((2x+1)^3, x)", "diff((2x+5)^3, x)"))
    assert list(variant_faults(good)) == []
    swapped = replace(good, derivation=other.derivation)
    assert any("evaluated without the steps" in each for each in variant_faults(swapped))


def test_what_a_problem_hides_is_found():
    assert "inner-derivative-lost" in visible_and_hidden(calculus.generate(stating("diff((2x+1)^3, x)"), 0))[0]
    assert "inner-derivative-lost" in visible_and_hidden(calculus.generate(stating("diff((x+1)^3, x)"), 0))[1]


@pytest.mark.parametrize(
    "family", [each for skill in PROGRAMME.written for each in families(skill.id)], ids=lambda f: f.id
)
def test_every_family_gives_sound_problems(family):
    for seed in (3, 1_000_003):
        problem = calculus.generate(family, seed)
        assert isinstance(problem, Problem)
        assert list(variant_faults(problem)) == []


def test_families_that_cannot_be_imported_are_told(monkeypatch):
    def broken(skill_id):
        raise NameError("name 'Difff' is not defined")

    monkeypatch.setattr(problems, "families", broken)
    (only,) = problems.family_findings(SKILL, 1)
    assert only.file.endswith("chain_rule/families.py")
    assert only.message == "cannot be imported: NameError: name 'Difff' is not defined"


def test_a_family_that_raises_is_told(monkeypatch):
    def drawn(random):
        raise IndexError("list index out of range")

    monkeypatch.setattr(problems, "families", lambda skill_id: (ProblemFamily("one", skill="chain-rule", make=drawn),))
    (only,) = problems.family_findings(SKILL, 1)
    assert only.message == "one raised IndexError: list index out of range"
