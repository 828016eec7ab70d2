"""Which way a line integral is taken: by the parametrisation where that can be worked out, else by a potential."""

from __future__ import annotations

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import found
from fluxions.calculus.derivation.strategy import Choice, Strategy, Stuck
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.expr import Expr


def planned(goal: Expr, strategy: Strategy, budget: Budget) -> Choice | None:
    """The first rule that leads to a value, with the others that fit."""
    fits = [(rule, result) for rule in strategy.shelf(goal) if (result := found(rule.rewrite(goal))) is not None]
    for rule, result in fits if len(fits) > 1 else ():
        try:
            if not valued(result.result, strategy, budget).stands:
                return Choice(rule, result, tuple(other.name for other, _ in fits if other is not rule))
        except Stuck:
            continue
    return None
