"""All misconceptions: wrong rules with the shape of right ones."""

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.misconceptions import (
    activations,
    compositions,
    derivatives,
    dynamics,
    higher,
    limits_series,
    logarithms,
    nested,
    quotients,
    trigonometry,
)

MISCONCEPTIONS: tuple[Misconception, ...] = (
    *derivatives.MISCONCEPTIONS,
    *compositions.MISCONCEPTIONS,
    *activations.MISCONCEPTIONS,
    *limits_series.MISCONCEPTIONS,
    *dynamics.MISCONCEPTIONS,
    *logarithms.MISCONCEPTIONS,
    *higher.MISCONCEPTIONS,
    *nested.MISCONCEPTIONS,
    *quotients.MISCONCEPTIONS,
    *trigonometry.MISCONCEPTIONS,
)
