"""Several variables: gradients and their kin, values at points, the chain rule over a graph."""

from fluxions.calculus.derivation.rule import Rule, on
from fluxions.calculus.rules.several import chains, gradients, places, vectors

RULES: tuple[Rule, ...] = (
    *gradients.RULES,
    *on(("dot", "cross", "norm", "det"), vectors.RULES),
    *on(("at",), places.RULES),
    *on(("chain", "path", "parametric"), chains.RULES),
)
