"""Why a task is in the plan: a closed set of cases, put into words by the tutor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Due:
    """Recall has fallen to the wished level; one success refreshes the other skills too."""

    skill: str
    recall: float
    days_ago: int  # since it was last asked
    refreshes: tuple[str, ...] = ()  # due skills that this task also practises


@dataclass(frozen=True, slots=True)
class New:
    """Open, and not begun."""

    skill: str
    unlocks: tuple[str, ...]  # skills of the goal that rest on it, directly or not, and are not learned
    for_goal: bool  # core of the goal, or what that rests on
    rests_on: int = 0  # prerequisites that are learned
    unwritten: int = 0  # prerequisites without a lesson, which count as met


@dataclass(frozen=True, slots=True)
class Practice:
    """Begun, and not learned: learned by an unaided success on each of two days."""

    skill: str
    begun_days_ago: int
    success_days_ago: int | None  # of the first unaided success; None where there is none


@dataclass(frozen=True, slots=True)
class Remedy:
    """A misconception was named and is still open."""

    skill: str
    misconception: str
    seen_days_ago: int


@dataclass(frozen=True, slots=True)
class Audit:
    """Counted as learned without having been shown."""

    skill: str


@dataclass(frozen=True, slots=True)
class Maintenance:
    """Learned and not due: practised since nothing presses."""

    skill: str
    recall: float
    goal: str


@dataclass(frozen=True, slots=True)
class InLab:
    """A lab whose skills are begun."""

    skill: str
    lab: str
    step: bool  # there is room for a part of it only


@dataclass(frozen=True, slots=True)
class Chosen:
    """The learner asked for it."""

    skill: str
    missing: tuple[str, ...] = ()  # prerequisites that are not learned


Reason = Due | New | Practice | Remedy | Audit | Maintenance | InLab | Chosen
