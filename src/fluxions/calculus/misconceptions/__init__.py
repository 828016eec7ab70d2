"""All misconceptions: wrong rules with the shape of right ones."""

from fluxions.calculus.derivation.rule import Misconception, on
from fluxions.calculus.expr import At, Diff, Int, Limit, Rate, Sum
from fluxions.calculus.misconceptions import (
    activations,
    branches,
    chains,
    compositions,
    definite,
    derivatives,
    dynamics,
    expansions,
    gaussians,
    higher,
    implicit,
    integrals,
    inverses,
    limits,
    limits_series,
    logarithms,
    losses,
    nested,
    odes,
    probability,
    quotients,
    regions,
    series,
    substitutions,
    trigonometry,
)

CONVERGENCE = ("converges", "ratiotest", "roottest", "termtest", "absolute", "radius", "endpoints")
BAYES = ("expect", "variance", "mgf", "normalise", "entropy", "kl", "posterior", "kernel")

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
    *on((Int,), integrals.MISCONCEPTIONS),
    *on((Int,), substitutions.MISCONCEPTIONS),
    *on((Int, Diff, "bracket", "average", "area"), definite.MISCONCEPTIONS),
    *on((Limit, "sides"), limits.MISCONCEPTIONS),
    *on((Sum, *CONVERGENCE), series.MISCONCEPTIONS),
    *on((Int, "over", "changed"), regions.MISCONCEPTIONS),
    *on(("ode", "balanced", "weighted", "fitted", "euler"), odes.MISCONCEPTIONS),
    *on((Int, "gamma", *BAYES), probability.MISCONCEPTIONS),
    *on(("taylor", "remainder"), expansions.MISCONCEPTIONS),
)
