"""Several variables: gradients and their kin, values at points, the chain rule over a graph."""

from fluxions.calculus.derivation.rule import Rule, on
from fluxions.calculus.expr import Diff
from fluxions.calculus.rules.several import chains, gradients, places

OPERATORS = ("grad", "jacobian", "hessian", "dirderiv", "dot", "norm", "det", "tangent", "taylor", "differential")

RULES: tuple[Rule, ...] = (
    *on((Diff, *OPERATORS), gradients.RULES),
    *on(("at",), places.RULES),
    *on(("chain", "path", "parametric"), chains.RULES),
)
