"""What is remembered of a learner: one row of plain numbers a skill, folded from the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fluxions.learner import fsrs
from fluxions.learner.credit import credited
from fluxions.learner.evidence import Evidence
from fluxions.learner.grades import Pace, Speed, grade, paced, speed
from fluxions.learner.memory import Memory, graded, placed
from fluxions.learner.progress import Progress, is_learned, moved

FOLD_VERSION = 1  # goes up when the same evidence would give other rows
PARAMETERS = fsrs.TAG


@dataclass(frozen=True, slots=True)
class SkillState:
    """One skill of one learner, in plain numbers. Days are the learner's own; None where it has not happened."""

    skill: str
    stability: float = 0.0  # days; 0 before the first grade
    difficulty: float = 0.0
    last: float = 0.0  # the day that recall is counted from; a credit moves it by a part of a day
    repetitions: int = 0  # grades
    lapses: int = 0  # grades Again after the first grade
    graded_day: int | None = None  # of the last grade
    credits: int = 0  # implicit repetitions since the last grade
    asked: int = 0  # answers on this very skill
    unaided: int = 0  # of them right with at most the first hint
    run: int = 0  # unaided ones in a row, up to now
    quick: int = 0  # of them fast ones in a row, up to now
    begun_day: int | None = None  # of the first answer on this very skill
    success_day: int | None = None  # of the first unaided success
    learned_day: int | None = None  # of an unaided success on a later day
    retained_day: int | None = None  # of an unaided success at least 14 days after that
    inferred: bool = False  # placed, and neither shown nor contradicted since
    misconception: str = ""  # the last that a diagnosis named, while it is open
    misconception_day: int | None = None

    @property
    def memory(self) -> Memory:
        """The part that forgetting moves."""
        return Memory(
            self.stability, self.difficulty, self.last, self.repetitions, self.lapses, self.graded_day, self.credits
        )

    @property
    def progress(self) -> Progress:
        """The part that only answers move."""
        return Progress(
            self.asked, self.unaided, self.run, self.quick, self.begun_day, self.success_day, self.learned_day,
            self.retained_day, self.inferred, self.misconception, self.misconception_day,
        )  # fmt: skip

    @property
    def is_learned(self) -> bool:
        """Does it count as learned, so that what rests on it is open?"""
        return self.learned_day is not None or self.inferred


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fold has come to: evidence is folded in this order."""

    seen_at: datetime
    attempt: str = ""
    skill: str = ""
    role: str = ""

    @property
    def key(self) -> tuple[datetime, str, str, str]:
        """What places are compared by."""
        return self.seen_at, self.attempt, self.skill, self.role


@dataclass(frozen=True, slots=True)
class LearnerState:
    """The rows of a learner, all or those that are needed; and what belongs to no single skill."""

    skills: Mapping[str, SkillState] = field(default_factory=dict)
    pace: float = 0.0  # mean of log(seconds / expected seconds)
    paced: int = 0  # answers that the pace was taken from
    newest: Place | None = None

    def skill(self, name: str) -> SkillState:
        """The row of a skill; an empty one where nothing was seen."""
        return self.skills.get(name) or SkillState(name)


class NotNewest(ValueError):
    """Evidence that is older than what was folded, or corrects it: fold all of it anew."""


def fold(evidence: Iterable[Evidence]) -> LearnerState:
    """The state that all evidence of a learner leads to, in whatever order it is given."""
    return _folded(LearnerState(), settled(evidence))


def updated(state: LearnerState, evidence: Sequence[Evidence]) -> LearnerState:
    """The state after the evidence of one more answer; NotNewest where only a fold gives the right state."""
    if any(each.replaces is not None for each in evidence):
        raise NotNewest("a correction")
    ordered = settled(evidence)
    if ordered and state.newest is not None and _key(ordered[0])[:4] <= state.newest.key:
        raise NotNewest(f"{ordered[0].attempt} at {ordered[0].seen_at}")
    return _folded(state, ordered)


def settled(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Each piece once, without those that were corrected; a correction stands where the corrected one stood."""
    once: dict[tuple[str, str, str, str | None], Evidence] = {}
    for each in evidence:
        key = (each.attempt, each.skill, each.role, each.replaces)
        if key not in once or _contents(each) < _contents(once[key]):
            once[key] = each
    replaced = {each.replaces for each in once.values() if each.replaces is not None}
    if not replaced:
        return sorted(once.values(), key=_key)
    known = {each.id: each for each in once.values()}
    return sorted((_in_place(each, known) for name, each in known.items() if name not in replaced), key=_key)


def _in_place(evidence: Evidence, known: Mapping[str, Evidence]) -> Evidence:
    """A correction at the time and day of what it corrects, however often that was corrected before."""
    first = evidence
    while first.replaces is not None and first.replaces in known:
        first = known[first.replaces]
    return evidence if first is evidence else evidence._replace(seen_at=first.seen_at, day=first.day)


def _key(evidence: Evidence) -> tuple[datetime, str, str, str, str]:
    return evidence.seen_at, evidence.attempt, evidence.skill, evidence.role, evidence.replaces or ""


def _contents(evidence: Evidence) -> tuple[datetime, int, bool, int]:
    """Which of two versions of one piece is kept, so that the order of arrival does not matter."""
    return evidence.seen_at, evidence.day, evidence.correct, evidence.hints


def _folded(state: LearnerState, ordered: Sequence[Evidence]) -> LearnerState:
    if not ordered:
        return state
    pace = Pace(state.pace, state.paced)
    rows: dict[str, tuple[Memory, Progress]] = {}
    for each in ordered:
        row = rows.get(each.skill)
        if row is None:
            before = state.skill(each.skill)
            row = before.memory, before.progress
        how_fast = speed(each, pace)
        rows[each.skill] = _remembered(*row, each, how_fast), moved(row[1], each, how_fast)
        pace = paced(pace, each)
    changed = {name: _row(name, memory, progress) for name, (memory, progress) in rows.items()}
    last = ordered[-1]
    newest = Place(last.seen_at, last.attempt, last.skill, last.role)
    return LearnerState({**state.skills, **changed}, pace.mean, pace.answers, newest)


def _row(skill: str, memory: Memory, progress: Progress) -> SkillState:
    asked, unaided, run, quick, begun, success, learned, retained, inferred, wrong_idea, wrong_day = progress
    return SkillState(
        skill, *memory, asked, unaided, run, quick, begun, success, learned, retained, inferred, wrong_idea, wrong_day
    )


def _remembered(memory: Memory, progress: Progress, evidence: Evidence, how_fast: Speed) -> Memory:
    """The memory of a skill after one piece of evidence."""
    match evidence.role:
        case "asked" | "blamed":
            return graded(memory, grade(evidence, how_fast, progress.quick), evidence.day)
        case "used" if evidence.correct and is_learned(progress):
            return credited(memory, evidence.credit, evidence.day)
        case "placed" if evidence.correct:
            return placed(memory, evidence.day)
    return memory
