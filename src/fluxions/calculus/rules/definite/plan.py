"""How a definite integral is worked: the first way, in a teacher's order, that leads to a value which is confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.assumed import placed, signed_letters
from fluxions.calculus.derivation.rule import Found, Rule, found
from fluxions.calculus.derivation.strategy import Choice, Strategy, Stuck
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.derivation.verify import checked
from fluxions.calculus.expr import Expr, Int, Limit, Operator
from fluxions.calculus.rules.definite import (
    dirichlet,
    fundamental,
    gamma_beta,
    gaussian,
    improper,
    kinks,
    normal,
    substitution,
    symmetry,
)
from fluxions.calculus.rules.multiple import coordinates, order

SPECIAL = (*normal.RULES, *gaussian.RULES, *gamma_beta.RULES, *dirichlet.RULES)
RULES: tuple[Rule, ...] = (
    *fundamental.BOUNDS,
    *kinks.RULES,
    *symmetry.FIRST,
    *SPECIAL,
    *symmetry.EVEN,
    *improper.RULES,
    *symmetry.REFLECTION,
    substitution.WITH_BOUNDS,
    *fundamental.BY_ANTIDERIVATIVE,
    *symmetry.LATE,
    *fundamental.LINEAR,
)
EARLY = (*coordinates.EARLY, *order.RULES)


def definite(goal: Expr, strategy: Strategy, budget: Budget) -> Choice | None:
    """The rule for a definite integral; raises Stuck where none leads on."""
    if not isinstance(goal, Int) or goal.low is None:
        return None
    if goal in strategy.hopeless or goal in strategy.pursued:
        raise Stuck("no rule for int")
    strategy.pursued.append(goal)
    try:
        choice = next(_choices(goal, strategy, budget), None)
    finally:
        strategy.pursued.pop()
    if choice is None:
        strategy.hopeless.add(goal)
        raise Stuck("no rule for int")
    return choice


def _choices(goal: Int, strategy: Strategy, budget: Budget) -> Iterator[Choice]:
    for rule in (*EARLY, *RULES) if goal.arg.stands else RULES:
        budget.spend(1)
        if (goal, rule.name) in strategy.avoided:
            continue
        if rule is substitution.WITH_BOUNDS:
            choice = substitution.with_bounds(goal, strategy, budget)
            if choice is not None and _leads_on(goal, choice.found, strategy, budget):
                yield choice
            continue
        result = found(rule.rewrite(goal))
        if result is None:
            continue
        if rule.name == "split-improper":
            divergent = _divergent_part(goal, strategy, budget)
            if divergent is not None:
                yield divergent
        if _leads_on(goal, result, strategy, budget):
            yield Choice(rule, result)


def _leads_on(goal: Int, result: Found, strategy: Strategy, budget: Budget) -> bool:
    """Can the result be worked out, and has it the value of the goal?"""
    try:
        value = valued(result.result, strategy, budget)
    except Stuck:
        return False
    if isinstance(result.result, Limit):  # its steps are checked one by one; quadrature may be too slow for the tail
        return True
    told = signed_letters(result.provided, goal)
    return not improper.diverges(value) and checked(*placed(goal, value, told), budget) is not None


def _divergent_part(goal: Int, strategy: Strategy, budget: Budget) -> Choice | None:
    """The first piece of an improper integral that diverges, with what follows for the whole."""
    values: list[Expr] = []
    parts = improper.pieces(goal)
    for part in parts:
        try:
            values.append(valued(part, strategy, budget))
        except Stuck:
            return None
    bad = [part for part, value in zip(parts, values, strict=True) if improper.diverges(value)]
    if not bad or bad[0].low is None or bad[0].high is None:
        return None
    whole = Operator("diverges", (bad[0], improper.outcome(values)))
    return Choice(improper.DIVERGENT, Found(whole, (("a", bad[0].low), ("b", bad[0].high))))


__all__ = ["RULES", "definite"]
