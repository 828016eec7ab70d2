"""How a definite integral is worked: the first way, in a teacher's order, that leads to a value which is confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Rule, found
from fluxions.calculus.derivation.strategy import Choice, Strategy, Stuck, valued
from fluxions.calculus.derivation.verify import checked
from fluxions.calculus.expr import Expr, Int, Limit, Operator
from fluxions.calculus.rules.definite import fundamental, gamma_beta, gaussian, improper, kinks, normal, symmetry

SPECIAL = (*normal.RULES, *gaussian.RULES, *gamma_beta.RULES)
RULES: tuple[Rule, ...] = (
    *fundamental.BOUNDS,
    *kinks.RULES,
    *symmetry.FIRST,
    *SPECIAL,
    *symmetry.EVEN,
    *improper.RULES,
    *fundamental.BY_ANTIDERIVATIVE,
    *symmetry.LATE,
    *fundamental.LINEAR,
)
MOST_STUCK = 4_000
_STUCK: set[tuple[int, Expr]] = set()  # goals that no way leads from, for one strategy
_OPEN: list[Expr] = []


def definite(goal: Expr, strategy: Strategy, budget: Budget) -> Choice | None:
    """The rule for a definite integral; raises Stuck where none leads on."""
    if not isinstance(goal, Int) or goal.low is None:
        return None
    key = (id(strategy), goal)
    if key in _STUCK or goal in _OPEN:
        raise Stuck("no rule for int")
    _OPEN.append(goal)
    try:
        choice = next(_choices(goal, strategy, budget), None)
    finally:
        _OPEN.pop()
    if choice is None:
        if len(_STUCK) > MOST_STUCK:
            _STUCK.clear()
        _STUCK.add(key)
        raise Stuck("no rule for int")
    return choice


def _choices(goal: Int, strategy: Strategy, budget: Budget) -> Iterator[Choice]:
    for rule in RULES:
        budget.spend(1)
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
    if improper.diverges(value):
        return isinstance(result.result, Limit)
    return checked(goal, value, budget) is not None


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
