"""All misconceptions: wrong rules with the shape of right ones."""

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.misconceptions import (
    activations,
    compositions,
    derivatives,
    dynamics,
    implicit,
    inverses,
    limits_series,
)

MISCONCEPTIONS: tuple[Misconception, ...] = (
    *derivatives.MISCONCEPTIONS,
    *compositions.MISCONCEPTIONS,
    *activations.MISCONCEPTIONS,
    *limits_series.MISCONCEPTIONS,
    *dynamics.MISCONCEPTIONS,
    *implicit.MISCONCEPTIONS,
    *inverses.MISCONCEPTIONS,
)
