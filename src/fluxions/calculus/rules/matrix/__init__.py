"""Matrix calculus: the differential is taken, brought into the form tr(G' dX), and the gradient is read off."""

from collections.abc import Mapping
from dataclasses import replace

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Head, Rule, found, on
from fluxions.calculus.derivation.strategy import Choice, Planner, Strategy
from fluxions.calculus.expr import Expr
from fluxions.calculus.rules.matrix import differentials, functions, jacobians, reading
from fluxions.calculus.shapes import Clash, is_shaped


def careful(rule: Rule) -> Rule:
    """The rule, declining what is no product or sum of fitting shapes."""

    def rewrite(node: Expr) -> Expr | Found | None:
        try:
            return rule.rewrite(node)
        except Clash:
            return None

    return replace(rule, rewrite=rewrite)


RULES: tuple[Rule, ...] = (
    *on(("matgrad", "jacobian", "hessian"), jacobians.RULES),
    *on(("differential",), (*differentials.RULES, *functions.RULES)),
    *on(("readoff",), (*reading.RULES, *jacobians.READING)),
)
RULES = tuple(careful(rule) for rule in RULES)


def plan(goal: Expr, strategy: Strategy, budget: Budget) -> Choice | None:
    """The first rule that fits; the later ones are not other ways, so they are not tried."""
    for place, rule in enumerate(strategy.shelf(goal) if is_shaped(goal) else ()):
        result = found(rule.rewrite(goal))
        if result is not None:
            budget.spend(place + 1)
            return Choice(rule, result)
    return None


PLANNERS: Mapping[Head, Planner] = {"differential": plan, "readoff": plan}

__all__ = ["PLANNERS", "RULES"]
