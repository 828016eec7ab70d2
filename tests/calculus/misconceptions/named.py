"""One check for the tables of wrong answers: which misconceptions explain a typed answer."""

from __future__ import annotations

from fluxions.calculus.diagnosis.diagnose import diagnose
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Mistaken
from fluxions.calculus.problem import Problem
from tests.calculus.spelled import WORDS, spelled


def named(task: str, answer: str) -> set[str]:
    """The misconceptions that lead to a typed answer; none where it is right, or wrong for no known reason."""
    found = diagnose(Problem("", spelled(task), WORDS), answer)
    match found:
        case Mistaken(misconception):
            return {misconception.name}
        case Ambiguous(candidates):
            return {each.misconception.name for each in candidates}
    return set()
