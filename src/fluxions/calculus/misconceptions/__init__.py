"""All misconceptions: wrong rules with the shape of right ones."""

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.misconceptions import (
    activations,
    branches,
    chains,
    compositions,
    derivatives,
    dynamics,
    gaussians,
    higher,
    implicit,
    inverses,
    limits_series,
    logarithms,
    losses,
    nested,
    quotients,
    trigonometry,
)

MISCONCEPTIONS: tuple[Misconception, ...] = (
    *derivatives.MISCONCEPTIONS,
    *compositions.MISCONCEPTIONS,
    *activations.MISCONCEPTIONS,
    *branches.MISCONCEPTIONS,
    *losses.MISCONCEPTIONS,
    *gaussians.MISCONCEPTIONS,
    *chains.MISCONCEPTIONS,
    *limits_series.MISCONCEPTIONS,
    *dynamics.MISCONCEPTIONS,
    *logarithms.MISCONCEPTIONS,
    *higher.MISCONCEPTIONS,
    *nested.MISCONCEPTIONS,
    *quotients.MISCONCEPTIONS,
    *trigonometry.MISCONCEPTIONS,
    *implicit.MISCONCEPTIONS,
    *inverses.MISCONCEPTIONS,
)
