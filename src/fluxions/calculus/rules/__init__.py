"""All rules, in the order in which a teacher tries them, and the planners of goals that need a look ahead."""

from collections.abc import Mapping

from fluxions.calculus.derivation.rule import Head, Rule, on
from fluxions.calculus.derivation.strategy import Planner
from fluxions.calculus.expr import At, Diff, Limit, Rate, Sum
from fluxions.calculus.rules import (
    convergence,
    derivatives,
    dynamics,
    equations,
    implicit,
    inverses,
    limits_forms,
    limits_plan,
    logarithmic,
    logarithms,
    quotients,
    sums,
    taylor,
    values,
)

RULES: tuple[Rule, ...] = (
    *on((Diff,), logarithms.RULES),
    *on((Diff,), quotients.RULES),
    *on((Diff, "logdiff"), logarithmic.RULES),
    *on((Diff,), derivatives.RULES),
    *on((At, Rate), values.RULES),
    *on((Limit,), limits_plan.RULES),
    *on(("sides",), limits_forms.SIDES),
    *on((Sum,), sums.RULES),
    *on(("taylor",), taylor.RULES),
    *on(("upto",), taylor.CUT),
    *on(("remainder", "largest"), taylor.BOUNDS),
    *on(("converges",), convergence.EARLY),
    *on(("termtest", "absolute", "ratiotest", "roottest", "comparison"), convergence.DECIDED),
    *on(("radius", "convergence", "within", "endpoints"), convergence.POWERS),
    *on(("descend", "newton", "tangent"), dynamics.RULES),
    *on(("implicit", "along", "insert", "solve"), implicit.RULES),
    *on(("solve",), equations.RULES),
    *on(("inverse",), inverses.RULES),
)
PLANNERS: Mapping[Head, Planner] = {Limit: limits_plan.plan}

__all__ = ["PLANNERS", "RULES"]
