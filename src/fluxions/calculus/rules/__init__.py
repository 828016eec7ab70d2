"""All rules, in the order in which a teacher tries them, and the planners of goals that need a look ahead."""

from collections.abc import Mapping

from fluxions.calculus.derivation.rule import Head, Rule, on
from fluxions.calculus.derivation.strategy import Planner
from fluxions.calculus.expr import At, Diff, Limit, Rate
from fluxions.calculus.rules import (
    derivatives,
    dynamics,
    equations,
    fields,
    implicit,
    inverses,
    limits,
    logarithmic,
    logarithms,
    optimisation,
    quotients,
    several,
    values,
)

RULES: tuple[Rule, ...] = (
    *on((Diff,), logarithms.RULES),
    *on((Diff,), quotients.RULES),
    *on((Diff, "logdiff"), logarithmic.RULES),
    *on((Diff,), derivatives.RULES),
    *on((At, Rate), values.RULES),
    *on((Limit,), limits.RULES),
    *on(("descend", "newton", "tangent"), dynamics.RULES),
    *on(("implicit", "along", "insert", "solve"), implicit.RULES),
    *on(("solve",), equations.RULES),
    *on(("inverse",), inverses.RULES),
    *several.RULES,
    *fields.RULES,
    *optimisation.RULES,
)
PLANNERS: Mapping[Head, Planner] = {}

__all__ = ["PLANNERS", "RULES"]
