"""A learner's function beside the true one, in columns for a plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fluxions.calculus import Derivation
from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.numbers.plots import values
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.trees import symbols
from fluxions.tutor.stated import Stated, problem_of

SPANS = (3.0, 8.0)  # half the width of the interval that is drawn: the first that shows enough
POINTS = 241


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two curves over one variable; None where a value does not exist or runs out of the picture."""

    variable: str
    x: tuple[float, ...]
    true: tuple[float | None, ...]
    mine: tuple[float | None, ...]
    crossings: int  # changes of sign of the gap
    above: bool  # the learner's curve lies above where they do not cross


def compared(task: Stated, mine: Expr) -> Comparison | None:
    """The learner's function and the true one round 0; None where one is a number or has another variable."""
    derivation = problem_of(task).derivation
    if not isinstance(derivation, Derivation):
        return None
    name = task.variable
    if symbols(derivation.answer) != {name} or not symbols(mine) <= {name}:
        return None
    for half in SPANS:
        found = _on(derivation.answer, mine, name, half)
        if found is not None:
            return found
    return None


def _on(true: Expr, mine: Expr, name: str, half: float) -> Comparison | None:
    x = np.linspace(-half, half, POINTS)
    try:
        both = [values(each, x, variables=[Sym(name)]) for each in (true, mine)]
    except (NoTape, ValueError, OverflowError):
        return None
    drawn = [np.where(np.abs(each) <= _reach(both), each, np.nan) for each in both]
    seen = np.isfinite(drawn[0]) | np.isfinite(drawn[1])
    if np.count_nonzero(seen & np.isfinite(drawn[0])) < POINTS // 5 or np.count_nonzero(np.isfinite(drawn[1])) < 2:
        return None
    first, last = int(np.argmax(seen)), POINTS - int(np.argmax(seen[::-1]))
    gap = (both[1] - both[0])[np.isfinite(both[0]) & np.isfinite(both[1])]
    signs = np.sign(gap[np.abs(gap) > 1e-9])
    return Comparison(
        name,
        tuple(round(float(each), 6) for each in x[first:last]),
        _column(drawn[0][first:last]),
        _column(drawn[1][first:last]),
        int(np.count_nonzero(np.diff(signs))),
        bool(signs.size and signs[0] > 0),
    )


def _reach(both: Sequence[np.ndarray]) -> float:
    """Larger values leave the picture: a pole, or a steep rise, would flatten everything else."""
    sizes = [np.abs(each[np.isfinite(each)]) for each in both if np.isfinite(each).any()]
    if not sizes:
        return 0.0
    most = max(float(np.quantile(each, 0.3)) for each in sizes)
    return max(6 * float(np.median(np.concatenate(sizes))), 3 * most) + 1e-9


def _column(column: np.ndarray) -> tuple[float | None, ...]:
    return tuple(float(f"{each:.6g}") if np.isfinite(each) else None for each in column)
