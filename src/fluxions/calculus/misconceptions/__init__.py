"""All misconceptions: wrong rules with the shape of right ones."""

from fluxions.calculus.derivation.rule import Misconception, on
from fluxions.calculus.expr import At, Diff, Limit, Rate
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
    *on((Diff,), derivatives.MISCONCEPTIONS),
    *on((Diff, At, "implicit", "logdiff"), compositions.MISCONCEPTIONS),
    *on((Diff,), activations.MISCONCEPTIONS),
    *on((Diff,), branches.MISCONCEPTIONS),
    *on((Diff,), losses.MISCONCEPTIONS),
    *on((Diff,), gaussians.MISCONCEPTIONS),
    *on((Diff,), chains.MISCONCEPTIONS),
    *on((Limit, Rate), limits_series.MISCONCEPTIONS),
    *on(("descend", "newton", "tangent"), dynamics.MISCONCEPTIONS),
    *on((Diff,), logarithms.MISCONCEPTIONS),
    *on((Diff,), higher.MISCONCEPTIONS),
    *on((Diff,), nested.MISCONCEPTIONS),
    *on((Diff,), quotients.MISCONCEPTIONS),
    *on((Diff,), trigonometry.MISCONCEPTIONS),
    *on(("solve",), implicit.MISCONCEPTIONS),
    *on(("inverse",), inverses.MISCONCEPTIONS),
)
