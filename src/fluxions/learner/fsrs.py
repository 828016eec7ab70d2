"""FSRS-6: stability S in days, difficulty D in [1, 10], and the chance R of recall after t days.

R = (1 + F·t/S)^(−w₂₀) with F = 0.9^(−1/w₂₀) − 1, so that R = 0.9 at t = S. Formulas and defaults are those of py-fsrs
6.3.2 (MIT). They are written once, for one skill with `math` and for arrays with NumPy.
"""

from __future__ import annotations

import math
from typing import Any, Literal, TypeVar

import numpy as np
import numpy.typing as npt

Real = TypeVar("Real", float, npt.NDArray[np.float64])
Numbers = npt.NDArray[np.float64]
Grade = Literal[1, 2, 3, 4]
AGAIN: Grade = 1
HARD: Grade = 2
GOOD: Grade = 3
EASY: Grade = 4

W = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
TAG = "fsrs-6/default"  # names the parameters in rows that were computed with them
DECAY = W[20]
FACTOR = math.pow(0.9, -1 / DECAY) - 1
LEAST, MOST = 0.001, 36_500.0  # days of stability
EASIEST, HARDEST = 1.0, 10.0
FIRST_STABILITY = (0.0, *W[:4])  # by grade
UNHELD = tuple(W[4] - math.exp(W[5] * (grade - 1)) + 1 for grade in range(5))  # D₀ by grade, not held to [1, 10]
FIRST_DIFFICULTY = tuple(min(max(each, EASIEST), HARDEST) for each in UNHELD)
SAME_DAY = tuple(math.exp(W[17] * (grade - 3 + W[18])) for grade in range(5))
GROWTH = tuple(math.exp(W[8]) * bonus for bonus in (0.0, 0.0, W[15], 1.0, W[16]))  # of stability, by grade
DRIFT = tuple(-W[6] * (grade - 3) / 9 for grade in range(5))  # of difficulty, by grade
GROWTHS, DRIFTS, SAME_DAYS = np.array(GROWTH), np.array(DRIFT), np.array(SAME_DAY)
STAYS = math.exp(-W[17] * W[18])


def recall(elapsed: float, stability: float) -> float:
    """The chance of recall after so many days; time that runs backwards counts as none."""
    return math.exp(-DECAY * math.log1p(FACTOR * max(elapsed, 0.0) / stability))


def recalls(elapsed: Numbers, stability: Numbers) -> Numbers:
    """`recall` for many skills at once."""
    return np.asarray(np.exp(-DECAY * np.log1p(FACTOR * np.maximum(elapsed, 0.0) / stability)))


def interval(stability: float, retention: float) -> float:
    """Days until recall has fallen to `retention`, at least one."""
    return max(stability / FACTOR * (math.pow(retention, -1 / DECAY) - 1), 1.0)


def first(grade: Grade) -> tuple[float, float]:
    """Stability and difficulty after the first grade of all."""
    return FIRST_STABILITY[grade], FIRST_DIFFICULTY[grade]


def after(stability: float, difficulty: float, elapsed: float, grade: Grade) -> tuple[float, float]:
    """Stability and difficulty after one more grade, `elapsed` days after the last."""
    if elapsed < 1:
        factor = SAME_DAY[grade] * stability ** -W[19]
        moved = stability * (factor if grade == AGAIN else max(factor, 1.0))
    elif grade == AGAIN:
        moved = min(_forgotten(math, stability, difficulty, recall(elapsed, stability)), stability * STAYS)
    else:
        moved = stability * _growth(math, stability, difficulty, recall(elapsed, stability), GROWTH[grade])
    return min(max(moved, LEAST), MOST), min(max(_difficulty(difficulty, DRIFT[grade]), EASIEST), HARDEST)


def afters(
    stability: Numbers, difficulty: Numbers, elapsed: Numbers, grade: npt.NDArray[np.int64]
) -> tuple[Numbers, Numbers]:
    """`after` for many skills at once, all of one shape."""
    recalled = recalls(elapsed, stability)
    moved = stability * _growth(np, stability, difficulty, recalled, GROWTHS[grade])
    lost = np.flatnonzero(grade == AGAIN)
    kept = stability[lost]
    moved[lost] = np.minimum(_forgotten(np, kept, difficulty[lost], recalled[lost]), kept * STAYS)
    again = np.flatnonzero(elapsed < 1)
    factor = SAME_DAYS[grade[again]] * stability[again] ** -W[19]
    moved[again] = stability[again] * np.where(grade[again] == AGAIN, factor, np.maximum(factor, 1.0))
    harder = _difficulty(difficulty, DRIFTS[grade])
    return np.clip(moved, LEAST, MOST), np.clip(harder, EASIEST, HARDEST)


def _growth(of: Any, stability: Real, difficulty: Real, recalled: Real, rate: Real) -> Real:
    """S₊/S after a success, t ≥ 1 day."""
    rise = of.exp(W[10] - W[10] * recalled) - 1
    return 1 + rate * (11 - difficulty) * of.exp(-W[9] * of.log(stability)) * rise  # type: ignore[no-any-return]


def _forgotten(of: Any, stability: Real, difficulty: Real, recalled: Real) -> Real:
    """S₊ after a failure, t ≥ 1 day, before it is held below S."""
    return (  # type: ignore[no-any-return]
        W[11]
        * of.exp(-W[12] * of.log(difficulty) + (1 - recalled) * W[14])
        * (of.exp(W[13] * of.log(stability + 1)) - 1)
    )


def _difficulty(difficulty: Real, drift: Real) -> Real:
    """D after a grade: damped towards 10, drawn towards D₀(Easy) as it is, not held to [1, 10]."""
    return W[7] * UNHELD[EASY] + (1 - W[7]) * (difficulty + drift * (10.0 - difficulty))
