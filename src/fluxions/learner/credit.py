"""Implicit repetition: a learned skill that was used on the way to a right answer is partly refreshed."""

from __future__ import annotations

from fluxions.learner import fsrs
from fluxions.learner.memory import Memory

SHARE = 0.6  # of an explicit Good, at full credit
FRESH = 0.97  # above this recall there is nothing to refresh
MOST_IN_A_ROW = 2  # then an explicit answer has to come: every third consolidation at least


def weight(credit: float) -> float:
    """The part of a Good that a use is worth: 0.6 · credit, credit held to [0, 1]."""
    return SHARE * min(max(credit, 0.0), 1.0)


def credited(memory: Memory, credit: float, day: int) -> Memory:
    """S ← S^(1−w)·S₊^w and last ← last + w·(day − last), where S₊ is the stability after Good."""
    elapsed = day - memory.last
    if memory.stability <= 0 or elapsed < 1 or memory.credits >= MOST_IN_A_ROW:
        return memory
    if fsrs.recall(elapsed, memory.stability) > FRESH:
        return memory
    w = weight(credit)
    after_good, _ = fsrs.after(memory.stability, memory.difficulty, elapsed, fsrs.GOOD)
    return memory._replace(
        stability=memory.stability ** (1 - w) * after_good**w,
        last=memory.last + w * elapsed,
        credits=memory.credits + 1,
    )
