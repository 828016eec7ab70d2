"""All rules, in the order in which a teacher tries them, and the planners of goals that need a look ahead."""

from collections.abc import Mapping

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Head, Rule, on
from fluxions.calculus.derivation.strategy import Choice, Planner, Strategy
from fluxions.calculus.expr import At, Diff, Expr, Int, Limit, Rate, Sum
from fluxions.calculus.rules import (
    convergence,
    derivatives,
    dynamics,
    equations,
    fields,
    flows,
    implicit,
    integration,
    inverses,
    kinks,
    limits_laws,
    limits_plan,
    logarithmic,
    logarithms,
    matrix,
    ode,
    ode_solutions,
    optimisation,
    power_series,
    quotients,
    remainders,
    several,
    sums,
    taylor,
    values,
)
from fluxions.calculus.rules.definite import comparison, fundamental, improper, plan, variable_bounds
from fluxions.calculus.rules.fields import plan as line_integrals
from fluxions.calculus.rules.integration import triangle
from fluxions.calculus.rules.integration.plan import planned
from fluxions.calculus.rules.multiple import coordinates
from fluxions.calculus.rules.probability import expectation, information, posterior

RULES: tuple[Rule, ...] = (
    *on((Diff,), logarithms.RULES),
    *on((Diff,), quotients.RULES),
    *logarithmic.RULES,
    *on((Diff,), derivatives.RULES),
    *on((At,), triangle.RULES),
    *on((At,), kinks.RULES),
    *on((At, Rate), values.RULES),
    *on((Limit,), limits_plan.RULES),
    *on(("sides",), limits_laws.SIDES),
    *on((Sum,), sums.RULES),
    *on(("taylor",), taylor.RULES),
    *on(("upto",), taylor.CUT),
    *on(("remainder", "largest"), remainders.BOUNDS),
    *on(("converges",), convergence.EARLY),
    *on(("termtest", "absolute", "ratiotest", "roottest", "comparison"), convergence.DECIDED),
    *on(("radius", "convergence", "within", "endpoints"), power_series.POWERS),
    *on(("ode",), (*flows.FIRST, *ode.ODE)),
    *on(("balanced", "explicit", "fitted", "weighted"), ode_solutions.AFTER),
    *on(("flow", "euler"), flows.RULES),
    *on(("descend", "newton", "tangent"), dynamics.RULES),
    *on(("implicit", "along", "insert", "solve"), implicit.RULES),
    *on(("solve",), equations.RULES),
    *on(("inverse",), inverses.RULES),
    *matrix.RULES,
    *on((Diff,), variable_bounds.RULES),
    *on((Int,), plan.EARLY),
    *on((Int,), integration.RULES),
    *on((Int,), plan.RULES),
    *on(("over", "changed"), coordinates.RULES),
    *on((Int,), (improper.DIVERGENT,)),
    *on(("bracket", "average", "area"), fundamental.RULES),
    *on(("diverges",), improper.WHOLE),
    *on(("converges",), comparison.RULES),
    *on(("expect", "variance", "mgf", "normalise"), expectation.RULES),
    *on(("entropy", "kl"), information.RULES),
    *on(("posterior", "kernel"), posterior.RULES),
    *several.RULES,
    *fields.RULES,
    *optimisation.RULES,
)


def integral(goal: Expr, strategy: Strategy, budget: Budget) -> Choice | None:
    """The rule for an integral, without bounds or with them."""
    return planned(goal, strategy, budget) or plan.definite(goal, strategy, budget)


PLANNERS: Mapping[Head, Planner] = {
    Limit: limits_plan.plan,
    Int: integral,
    "line": line_integrals.planned,
    **matrix.PLANNERS,
}

__all__ = ["PLANNERS", "RULES"]
