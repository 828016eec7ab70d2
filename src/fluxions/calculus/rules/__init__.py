"""All rules, in the order in which a teacher tries them, and the planners of goals that need a look ahead."""

from collections.abc import Mapping

from fluxions.calculus.derivation.rule import Head, Rule, on
from fluxions.calculus.derivation.strategy import Planner
from fluxions.calculus.expr import At, Diff, Int, Limit, Rate
from fluxions.calculus.rules import (
    derivatives,
    dynamics,
    equations,
    fields,
    implicit,
    inverses,
    limits_forms,
    limits_plan,
    logarithmic,
    logarithms,
    matrix,
    optimisation,
    quotients,
    several,
    values,
)
from fluxions.calculus.rules.definite import fundamental, improper, plan, variable_bounds
from fluxions.calculus.rules.probability import expectation, information, posterior

RULES: tuple[Rule, ...] = (
    *on((Diff,), logarithms.RULES),
    *on((Diff,), quotients.RULES),
    *on((Diff, "logdiff"), logarithmic.RULES),
    *on((Diff,), derivatives.RULES),
    *on((At, Rate), values.RULES),
    *on((Limit,), limits_plan.RULES),
    *on(("sides",), limits_forms.SIDES),
    *on(("descend", "newton", "tangent"), dynamics.RULES),
    *on(("implicit", "along", "insert", "solve"), implicit.RULES),
    *on(("solve",), equations.RULES),
    *on(("inverse",), inverses.RULES),
    *matrix.RULES,
    *on((Diff,), variable_bounds.RULES),
    *on((Int,), plan.RULES),
    *on((Int,), (improper.DIVERGENT,)),
    *on(("bracket", "average", "area"), fundamental.RULES),
    *on(("diverges",), improper.WHOLE),
    *on(("expect", "variance", "mgf", "normalise"), expectation.RULES),
    *on(("entropy", "kl"), information.RULES),
    *on(("posterior", "kernel"), posterior.RULES),
    *several.RULES,
    *fields.RULES,
    *optimisation.RULES,
)
PLANNERS: Mapping[Head, Planner] = {
    Limit: limits_plan.plan,
    Int: plan.definite,
}

__all__ = ["PLANNERS", "RULES"]
