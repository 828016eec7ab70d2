"""From a diagnosis to what it shows about the learner's skills."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import assert_never

from fluxions.calculus import Ambiguous, Derivation, Diagnosis, Mistaken, Right, Undecided, Unreadable, Wrong
from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.derivation.step import every_step
from fluxions.curriculum import Skill
from fluxions.learner import Evidence

UNDECLARED = 0.25  # what one use of a prerequisite is worth where skill.toml says nothing


@dataclass(frozen=True, slots=True)
class AttemptFacts:
    """What the judge knows of an attempt besides its diagnosis."""

    attempt: str
    skill: str  # the skill asked
    used: tuple[tuple[str, float], ...]  # the other skills of the verified derivation, each with its credit
    decided: bool  # by an earlier answer, which then was the one that counts
    template: str = ""
    difficulty: float | None = None
    hints: int = 0
    seconds: float | None = None


def evidence_from(diagnosis: Diagnosis, facts: AttemptFacts, *, now: datetime, day: int) -> tuple[Evidence, ...]:
    """What the first decided answer of an attempt shows about each skill; any other answer shows nothing."""
    if facts.decided:
        return ()
    shows = _shows(facts, now, day)
    used = [shows(skill, True, role="used", credit=credit) for skill, credit in facts.used]
    match diagnosis:
        case Unreadable() | Undecided():
            return ()
        case Right():
            return (shows(facts.skill, True), *used)
        case Mistaken(misconception, right=right, also=also):
            named = {each.skill: each for each in (*(each.misconception for each in reversed(also)), misconception)}
            own = named.pop(facts.skill, None)
            blamed = tuple(_blamed(shows, each) for each in named.values())
            if own is None and facts.skill in right:
                return (*blamed, *(each for each in used if each.skill in right))
            return (shows(facts.skill, False, misconception=own.name if own else ""), *blamed)
        case Ambiguous(candidates) if len(skills := {each.misconception.skill for each in candidates}) == 1:
            (skill,) = skills  # whichever it was, it is this skill whose rule was broken
            return (shows(skill, False, role="asked" if skill == facts.skill else "blamed"),)
        case Ambiguous() | Wrong():
            return (shows(facts.skill, False),)
    assert_never(diagnosis)


def evidence_of_giving_up(facts: AttemptFacts, *, now: datetime, day: int) -> tuple[Evidence, ...]:
    """The full solution was asked for before any decided answer: the skill asked was not shown."""
    return () if facts.decided else (_shows(facts, now, day)(facts.skill, False),)


def used_skills(derivation: Derivation, skill: Skill) -> tuple[tuple[str, float], ...]:
    """The other skills of a worked solution: n uses of a skill that is worth e each are worth 1 − (1 − e)ⁿ."""
    uses = Counter(each.skill for each in every_step(derivation.steps) if not each.silent)
    return tuple(
        (name, round(1 - (1 - skill.encompasses.get(name, UNDECLARED)) ** count, 4))
        for name, count in uses.items()
        if name != skill.id
    )


@dataclass(frozen=True, slots=True)
class LabFacts:
    """What the judge knows of a graded run of a lab: its skills, the main one first, each with its declared weight."""

    attempt: str
    skills: tuple[tuple[str, float], ...]
    decided: bool  # by an earlier graded run
    hints: int = 0
    seconds: float | None = None


def evidence_from_lab(
    passed: bool, facts: LabFacts, *, now: datetime, day: int, blamed: str = "", misconception: str = ""
) -> tuple[Evidence, ...]:
    """What the first graded run of a lab shows; `blamed` is the skill of the misconception that a check names."""
    if facts.decided:
        return ()
    (main, _), *others = facts.skills
    told = AttemptFacts(facts.attempt, main, (), decided=False, hints=facts.hints, seconds=facts.seconds)
    shows = _shows(told, now, day)
    if passed:
        used = (shows(skill, True, role="used", credit=weight) for skill, weight in others if skill != main)
        return (shows(main, True), *used)
    if not blamed or blamed == main:
        return (shows(main, False, misconception=misconception if blamed else ""),)
    return (shows(main, False), shows(blamed, False, role="blamed", misconception=misconception))


def _shows(facts: AttemptFacts, now: datetime, day: int) -> partial[Evidence]:
    return partial(
        Evidence,
        seen_at=now,
        day=day,
        attempt=facts.attempt,
        template=facts.template,
        difficulty=facts.difficulty,
        hints=facts.hints,
        seconds=facts.seconds,
    )


def _blamed(shows: partial[Evidence], misconception: Misconception) -> Evidence:
    return shows(misconception.skill, False, role="blamed", misconception=misconception.name)
