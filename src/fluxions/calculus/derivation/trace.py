"""Where a task leads and by which rules, found without steps: nothing is checked, and a derivative is tidied once.

The search for a way through an integral or a limit, the answers of one mistake and the hints ask for values by the
thousand. What is shown to a learner is never taken from here: `settled` checks every step.
"""

from __future__ import annotations

from functools import partial

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.derivation.strategy import Strategy, Stuck, chosen, next_goal, remembered
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import At, Diff, Expr
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.trees import mapped, node_at, replaced

SLOPES = {Diff, At}  # what the derivative of a plain formula opens
Taken = tuple[Rule, Expr, Expr | Found]  # a rule, its goal and what it made of it


def valued(e: Expr, strategy: Strategy, budget: Budget) -> Expr:
    """Where `settled` leads, found without steps and checks."""
    while (place := next_goal(e, strategy)) is not None:
        goal = node_at(e, place)
        e = replaced(e, place, remembered(strategy.values, goal, budget, partial(_value, goal, strategy, budget)))
    if is_shaped(e):
        return e
    return tidied(mapped(e, lambda node: strategy.given.get(node, node)) if strategy.given else e)


def _value(goal: Expr, strategy: Strategy, budget: Budget) -> Expr:
    if type(goal) is Diff and not goal.arg.stands and not strategy.planners.keys() & SLOPES:
        value, rules = traced(goal, strategy)
        budget.spend(len(rules))
        return valued(value, strategy, budget)
    return valued(chosen(goal, strategy, budget).found.result, strategy, budget)


def traced(e: Expr, strategy: Strategy) -> tuple[Expr, list[Taken]]:
    """The value of a standing derivative, and the rules in the order taken: the first that fits each; raises Stuck."""
    rules: list[Taken] = []
    return _reached(e, strategy, rules), rules


def _reached(goal: Expr, strategy: Strategy, rules: list[Taken]) -> Expr:
    """The value of an operator; the rules are added to the list."""
    inside = goal.children[0]
    if inside.stands and not strategy.fits_early(goal):
        value = _carried_out(inside, strategy, rules)
        goal = goal.rebuilt((tidied(value) if type(goal) is Diff else value, *goal.children[1:]))
    for rule in strategy.shelf(goal):
        result = rule.rewrite(goal)
        if result is not None:
            break
    else:
        raise Stuck("no rule fits")
    rules.append((rule, goal, result))
    opened: Expr = result[0] if type(result) is Found else result  # type: ignore[assignment]
    return _carried_out(opened, strategy, rules) if opened.stands else opened


def _carried_out(e: Expr, strategy: Strategy, rules: list[Taken]) -> Expr:
    """What is left when every operator in e has its value."""
    if e.operates:
        return _reached(e, strategy, rules)
    parts = list(e.children)
    for i, each in enumerate(parts):
        if each.stands:
            parts[i] = _carried_out(each, strategy, rules)
    return e.rebuilt(tuple(parts))


__all__ = ["Taken", "traced", "valued"]
