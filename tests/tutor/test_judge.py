"""The table of learner.md: what each diagnosis shows about which skills."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fluxions.calculus import Ambiguous, Candidate, Mistaken, Right, Text, Undecided, Unreadable, Wrong
from fluxions.calculus.expr import Sym
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.curriculum import curriculum
from fluxions.tutor.judge import (
    AttemptFacts,
    LabFacts,
    evidence_from,
    evidence_from_lab,
    evidence_of_giving_up,
    used_skills,
)
from fluxions.tutor.stated import drawn, problem_of

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FACTS = AttemptFacts("7", "chain-rule", (("power-rule", 0.75), ("derivative-trig", 0.2)), decided=False, hints=1)
BY_SKILL = {each.skill: each for each in MISCONCEPTIONS}
SAYS = Text("x")


def mistaken(skill: str, *right: str) -> Mistaken:
    return Mistaken(BY_SKILL[skill], "chain", Sym("x"), frozenset(right), SAYS)


def unsure(*skills: str) -> Ambiguous:
    """Several misconceptions of these skills lead to the answer."""
    return Ambiguous(tuple(Candidate(BY_SKILL[each], "chain", Sym("x")) for each in skills), SAYS)


def both(first: Mistaken, skill: str) -> Mistaken:
    """A second mistake beside the first."""
    return replace(first, also=(Candidate(BY_SKILL[skill], "chain", Sym("x")),))


@pytest.mark.parametrize(
    "diagnosis, shows",
    [
        (Right(), [("chain-rule", "asked", True), ("power-rule", "used", True), ("derivative-trig", "used", True)]),
        (mistaken("chain-rule", "power-rule"), [("chain-rule", "asked", False)]),
        (mistaken("power-rule", "chain-rule"), [("power-rule", "blamed", False)]),
        (
            mistaken("power-rule", "chain-rule", "derivative-trig"),
            [("power-rule", "blamed", False), ("derivative-trig", "used", True)],
        ),
        (mistaken("power-rule"), [("chain-rule", "asked", False), ("power-rule", "blamed", False)]),
        (
            both(mistaken("power-rule", "chain-rule"), "derivative-trig"),
            [("derivative-trig", "blamed", False), ("power-rule", "blamed", False)],
        ),
        (
            both(mistaken("power-rule", "chain-rule"), "chain-rule"),
            [("chain-rule", "asked", False), ("power-rule", "blamed", False)],
        ),
        (Wrong("different-value", SAYS), [("chain-rule", "asked", False)]),
        (Ambiguous((), SAYS), [("chain-rule", "asked", False)]),
        (unsure("power-rule", "power-rule"), [("power-rule", "blamed", False)]),
        (unsure("chain-rule", "chain-rule"), [("chain-rule", "asked", False)]),
        (unsure("power-rule", "chain-rule"), [("chain-rule", "asked", False)]),
        (Undecided("budget"), []),
        (Unreadable("empty", (0, 0), SAYS), []),
    ],
)
def test_what_a_diagnosis_shows(diagnosis, shows):
    found = evidence_from(diagnosis, FACTS, now=NOW, day=5)
    assert [(each.skill, each.role, each.correct) for each in found] == shows
    assert all((each.attempt, each.day, each.seen_at, each.hints) == ("7", 5, NOW, 1) for each in found)
    assert evidence_from(diagnosis, replace(FACTS, decided=True), now=NOW, day=5) == ()


def test_credit_is_for_used_skills_alone():
    found = evidence_from(Right(), FACTS, now=NOW, day=5)
    assert [each.credit for each in found] == [1.0, 0.75, 0.2]


@pytest.mark.parametrize("decided, shows", [(False, [("chain-rule", False)]), (True, [])])
def test_giving_up_shows_the_asked_skill_alone(decided, shows):
    found = evidence_of_giving_up(replace(FACTS, decided=decided), now=NOW, day=5)
    assert [(each.skill, each.correct) for each in found] == shows


def test_credit_grows_with_every_use_and_stays_below_one():
    task = drawn("chain-rule", "scaled-input", 1)
    assert task is not None
    derivation, skill = problem_of(task).derivation, curriculum().skill("chain-rule")
    assert derivation is not None
    used = dict(used_skills(derivation, skill))
    assert "chain-rule" not in used and used
    assert all(0 < each < 1 for each in used.values())
    twice = replace(derivation, steps=derivation.steps * 2)
    assert all(dict(used_skills(twice, skill))[name] > credit for name, credit in used.items())


@pytest.mark.parametrize(
    "diagnosis, named",
    [
        (mistaken("chain-rule", "power-rule"), {"chain-rule": BY_SKILL["chain-rule"].name}),
        (mistaken("power-rule", "chain-rule"), {"power-rule": BY_SKILL["power-rule"].name}),
        (mistaken("power-rule"), {"power-rule": BY_SKILL["power-rule"].name}),
        (Wrong("different-value", SAYS), {}),
        (Ambiguous((), SAYS), {}),
        (Right(), {}),
    ],
)
def test_a_misconception_is_named_on_its_own_skill_alone(diagnosis, named):
    found = evidence_from(diagnosis, FACTS, now=NOW, day=5)
    assert {each.skill: each.misconception for each in found if each.misconception} == named


LAB = LabFacts("lab 3", (("gradient-descent-1d", 1.0), ("chain-rule", 0.4), ("power-rule", 0.2)), decided=False)


@pytest.mark.parametrize(
    "passed, blamed, shows",
    [
        (True, "", [("gradient-descent-1d", "asked", True, 1.0), ("chain-rule", "used", True, 0.4),
                    ("power-rule", "used", True, 0.2)]),
        (False, "", [("gradient-descent-1d", "asked", False, 1.0)]),
        (False, "gradient-descent-1d", [("gradient-descent-1d", "asked", False, 1.0)]),
        (False, "chain-rule", [("gradient-descent-1d", "asked", False, 1.0), ("chain-rule", "blamed", False, 1.0)]),
    ],
)  # fmt: skip
def test_what_a_graded_run_of_a_lab_shows(passed, blamed, shows):
    idea = "forgot-mean" if blamed else ""
    found = evidence_from_lab(passed, LAB, now=NOW, day=5, blamed=blamed, misconception=idea)
    assert [(each.skill, each.role, each.correct, each.credit) for each in found] == shows
    assert [each.misconception for each in found if each.misconception] == ([idea] if blamed else [])
    assert all((each.attempt, each.day, each.seen_at) == ("lab 3", 5, NOW) for each in found)
    assert evidence_from_lab(passed, replace(LAB, decided=True), now=NOW, day=5) == ()
