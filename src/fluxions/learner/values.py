"""What a task is worth: recall gained by a horizon, per minute that it takes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fluxions.learner import credit, fsrs
from fluxions.learner.graph import Flags, Goal, Numbers, SkillGraph
from fluxions.learner.state import LearnerState

HORIZON = 30  # days ahead that recall is counted at
CORE, USEFUL, OTHER = 1.0, 0.5, 0.25  # weights of the goal's skills, of the useful ones, of all others
SHORTEST_LESSON, LONGEST_LESSON = 10, 14  # minutes for the lesson and a first task
SHORTEST_TASK, LONGEST_TASK = 4, 6
FEW = 12  # tasks: with more, the last one that does not fit matters little
DIGITS = 9  # of a value: what differs less is a tie, on every machine


def lesson_minutes(to_mastery: float) -> int:
    """Half of the author's estimate, from 10 to 14 minutes."""
    return min(max(round(to_mastery / 2), SHORTEST_LESSON), LONGEST_LESSON)


def task_minutes(to_mastery: float) -> int:
    """A third of what the lesson leaves, from 4 to 6 minutes."""
    return min(max(round((to_mastery - lesson_minutes(to_mastery)) / 3), SHORTEST_TASK), LONGEST_TASK)


@dataclass(frozen=True, eq=False, slots=True)
class Outlook:
    """Every skill on a day, by its row: recall, what one success would gain by the horizon, what a use may refresh."""

    graded: Flags
    recall: Numbers
    gain: Numbers  # weighted by the goal; 0 where nothing is remembered
    refreshable: Flags


def outlook(state: LearnerState, graph: SkillGraph, goal: Goal, day: int) -> Outlook:
    """The recall of each skill on a day, and what a success then would add by the horizon."""
    rows = [(graph.row[name], row) for name, row in state.skills.items() if name in graph.row and row.stability > 0]
    at = np.array([i for i, _ in rows], dtype=np.int64)
    stability = np.array([row.stability for _, row in rows])
    difficulty = np.array([row.difficulty for _, row in rows])
    elapsed = np.maximum(day - np.array([row.last for _, row in rows]), 0.0)
    better, _ = fsrs.afters(stability, difficulty, elapsed, np.full(len(rows), fsrs.GOOD))
    ahead = float(HORIZON)
    found = Outlook(*(np.zeros(len(graph.names), dtype=kind) for kind in (bool, float, float, bool)))
    found.graded[at] = True
    found.recall[at] = fsrs.recalls(elapsed, stability)
    found.gain[at] = fsrs.recalls(np.full(len(rows), ahead), better) - fsrs.recalls(elapsed + ahead, stability)
    found.gain[:] *= weights(graph, goal)
    found.refreshable[at] = [row.is_learned and row.credits < credit.MOST_IN_A_ROW for _, row in rows]
    found.refreshable[at] &= (elapsed >= 1) & (found.recall[at] <= credit.FRESH)
    return found


def weights(graph: SkillGraph, goal: Goal) -> Numbers:
    """What each skill counts for the goal."""
    found = np.full(len(graph.names), OTHER)
    found[[graph.row[each] for each in goal.useful]] = USEFUL
    found[[graph.row[each] for each in goal.core]] = CORE
    return found


def cover(rows: npt.NDArray[np.int64], graph: SkillGraph, seen: Outlook) -> Numbers:
    """cover[k, j]: the part of skill j's gain that a success on the k-th of these skills brings."""
    found = credit.SHARE * graph.encompasses[rows] * seen.refreshable
    found[np.arange(len(rows)), rows] = 1.0
    return found


def best_cover(gain: Numbers, covers: Numbers, minutes: npt.NDArray[np.int64], room: int) -> tuple[int, ...]:
    """The tasks that gain most within the room: greedily by gain per minute; where few fit, each is tried as the first.

    `covers` is task × skill; what one task covers counts less for the next. Ties go to the first task.
    """
    best = _refilled((), gain, covers, minutes, room)
    if len(best) == len(minutes) or len(best) > FEW:
        return best
    worth = total(gain, covers, best)
    firsts = np.argsort(-np.round(covers @ gain, DIGITS), kind="stable")[:FEW]
    for first in firsts[minutes[firsts] <= room]:
        other = _refilled((int(first),), gain, covers, minutes, room)
        if (found := total(gain, covers, other)) > worth + 10**-DIGITS:
            best, worth = other, found
    return best


def total(gain: Numbers, covers: Numbers, chosen: tuple[int, ...]) -> float:
    """What tasks gain together."""
    return float((gain * (1 - np.prod(1 - covers[list(chosen)], axis=0))).sum())


def _refilled(
    start: tuple[int, ...], gain: Numbers, covers: Numbers, minutes: npt.NDArray[np.int64], room: int
) -> tuple[int, ...]:
    """Tasks added to those at the start as long as one fits, by gain per minute."""
    chosen, free = list(start), np.ones(len(minutes), dtype=np.bool_)
    free[chosen] = False
    room -= int(minutes[chosen].sum())
    left = gain * np.prod(1 - covers[chosen], axis=0)
    while (fits := free & (minutes <= room)).any():
        value = np.where(fits, np.round(covers @ left / minutes, DIGITS), -1.0)
        best = int(np.argmax(value))
        chosen.append(best)
        free[best] = False
        room -= int(minutes[best])
        left = left * (1 - covers[best])
    return tuple(chosen)
