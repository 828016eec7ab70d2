"""All rules, in the order in which a teacher tries them, and the planners of goals that need a look ahead."""

from collections.abc import Mapping

from fluxions.calculus.derivation.rule import Head, Rule, on
from fluxions.calculus.derivation.strategy import Planner
from fluxions.calculus.expr import At, Diff, Int, Limit, Rate
from fluxions.calculus.rules import (
    derivatives,
    dynamics,
    equations,
    implicit,
    integration,
    inverses,
    limits,
    logarithmic,
    logarithms,
    quotients,
    values,
)
from fluxions.calculus.rules.integration import triangle
from fluxions.calculus.rules.integration.plan import planned

RULES: tuple[Rule, ...] = (
    *on((Diff,), logarithms.RULES),
    *on((Diff,), quotients.RULES),
    *on((Diff, "logdiff"), logarithmic.RULES),
    *on((Diff,), derivatives.RULES),
    *on((At,), triangle.RULES),
    *on((At, Rate), values.RULES),
    *on((Limit,), limits.RULES),
    *on(("descend", "newton", "tangent"), dynamics.RULES),
    *on(("implicit", "along", "insert", "solve"), implicit.RULES),
    *on(("solve",), equations.RULES),
    *on(("inverse",), inverses.RULES),
    *on((Int,), integration.RULES),
)
PLANNERS: Mapping[Head, Planner] = {Int: planned}

__all__ = ["PLANNERS", "RULES"]
