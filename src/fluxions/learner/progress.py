"""How far a learner has come with one skill: answers counted, and the days that count."""

from __future__ import annotations

from typing import NamedTuple

from fluxions.learner.evidence import Evidence
from fluxions.learner.grades import Speed, unaided

RETAINED_AFTER = 14  # days between learned and the success that shows it has stayed


class Progress(NamedTuple):
    """Counts of answers on this very skill, and the days of first answer, first success, learned, retained."""

    asked: int = 0
    unaided: int = 0
    run: int = 0
    quick: int = 0
    begun_day: int | None = None
    success_day: int | None = None
    learned_day: int | None = None
    retained_day: int | None = None
    inferred: bool = False
    misconception: str = ""
    misconception_day: int | None = None


def is_learned(progress: Progress) -> bool:
    """Two unaided successes on two days, or placed and not contradicted."""
    return progress.learned_day is not None or progress.inferred


def moved(progress: Progress, evidence: Evidence, how_fast: Speed) -> Progress:
    """The progress after one piece of evidence."""
    match evidence.role:
        case "asked":
            if unaided(evidence):
                return _succeeded(progress, evidence.day, how_fast)
            begun = evidence.day if progress.begun_day is None else progress.begun_day
            counted = progress._replace(asked=progress.asked + 1, begun_day=begun, run=0, quick=0)
            return counted if evidence.correct else _failed(counted, evidence)._replace(inferred=False)
        case "blamed" if not evidence.correct:
            return _failed(progress._replace(run=0, quick=0), evidence)
        case "placed" if evidence.correct and progress.asked == 0:
            return progress._replace(inferred=True, begun_day=evidence.day)
    return progress


def _succeeded(progress: Progress, day: int, how_fast: Speed) -> Progress:
    """One unaided success: it may be the one of a second day, or the one that shows the skill has stayed."""
    asked, right, run, quick, begun, first, learned, retained, inferred, wrong_idea, wrong_day = progress
    if first is None:
        first = day
        learned = day if inferred else learned  # what placement found, one success confirms
    elif learned is None and day > first:
        learned = day
    elif learned is not None and retained is None and day >= learned + RETAINED_AFTER:
        retained = day
    if wrong_day is not None and day > wrong_day:
        wrong_idea, wrong_day = "", None
    quick = quick + 1 if how_fast == "fast" else 0
    begun = day if begun is None else begun
    return Progress(asked + 1, right + 1, run + 1, quick, begun, first, learned, retained, False, wrong_idea, wrong_day)


def _failed(progress: Progress, evidence: Evidence) -> Progress:
    """One failure; the misconception that the diagnosis names is open from now on."""
    if not evidence.misconception:
        return progress
    return progress._replace(misconception=evidence.misconception, misconception_day=evidence.day)
