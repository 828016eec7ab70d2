"""The rules for limits in the order a teacher tries them, and the look ahead that keeps to those that lead to an end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Rule, found
from fluxions.calculus.derivation.strategy import Choice, Strategy, Stuck, next_goal, remembered, valued
from fluxions.calculus.equality.tidy import tidied, tidyings
from fluxions.calculus.expr import INF, Const, Expr, Limit, Neg
from fluxions.calculus.rules import limits, limits_branches, limits_forms, limits_infinity, limits_standard
from fluxions.calculus.trees import node_at, nodes, replaced, size

DNE = Const("dne")
DEEPEST, LARGEST = 8, 160


def _named(*names: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in limits.RULES if rule.name in names)


TIDY = Rule("tidy-inside", "algebraic-manipulation", "Tidy up.", lambda node: None, "tidying up")  # stands for tidyings
ORDER: tuple[Rule, ...] = (
    *_named("constant-limit", "continuity"),
    *limits_branches.RULES,
    *_named("sign-outside", "multiply-out", "cancel-step", "common-root", "common-denominator", "conjugate"),
    *limits_forms.LAWS,
    *limits_standard.RULES,
    *_named("recognise-derivative"),
    TIDY,
    *limits_infinity.RULES,
    *limits_forms.SQUEEZE,
    *limits_forms.FORMS,
)
RULES = (*(rule for rule in ORDER if rule is not TIDY),)


@dataclass(slots=True)
class Ahead:
    """The look ahead of one goal: the goals on the way, so that none comes twice, and those that lead nowhere."""

    strategy: Strategy
    budget: Budget
    path: list[Expr] = field(default_factory=list)
    dead: dict[Expr, int] = field(default_factory=dict)

    def chosen(self, goal: Limit, depth: int) -> Choice | None:
        """The first rule that leads on; no goal is met again on its own way, nor L'Hôpital used without end."""
        if depth <= self.dead.get(goal, 0) or goal in self.path or size(goal) > LARGEST:
            return None
        self.path.append(goal)
        choice = next((each for rule in ORDER for each in self._by(rule, goal, depth)), None)
        self.path.pop()
        if choice is None:
            self.dead[goal] = depth
        return choice

    def _by(self, rule: Rule, goal: Limit, depth: int) -> Iterator[Choice]:
        self.budget.spend(1)
        if rule is TIDY:
            tidy = goal.rebuilt((tidied(goal.arg), *goal.children[1:]))
            if tidy != goal and self.leads_on(tidy, depth):
                yield _first_tidying(goal)
            return
        result = found(rule.rewrite(goal))
        if result is not None and self.leads_on(result.result, depth - 1):
            yield Choice(rule, result)

    def leads_on(self, e: Expr, depth: int) -> bool:
        """Is there an answer in the end, a number or ±∞ or none, and no infinity inside a number?"""
        try:
            value = self.value(e, depth)
        except Stuck:
            return False
        return value in (INF, Neg(INF), DNE) or not any(each in (INF, DNE) for each in nodes(value))

    def value(self, e: Expr, depth: int) -> Expr:
        """Where the limits in e lead, each with its best rule; raises Stuck where one leads nowhere."""
        while (place := next_goal(e, self.strategy)) is not None:
            goal = node_at(e, place)
            inner = self._reached(goal, depth) if isinstance(goal, Limit) else valued(goal, self.strategy, self.budget)
            e = replaced(e, place, inner)
        return tidied(e)

    def _reached(self, goal: Limit, depth: int) -> Expr:
        def work() -> Expr:
            choice = self.chosen(goal, depth) if depth > 0 else None
            if choice is None:
                raise Stuck("no rule for limit")
            return self.value(choice.found.result, depth - 1)

        return remembered(self.strategy.values, goal, self.budget, work)


def _first_tidying(goal: Limit) -> Choice:
    """The first clean-up of what the limit is taken of, as a step of its own."""
    each = next(iter(tidyings(goal.arg)))
    by = Rule(each.by.name, "algebraic-manipulation", each.by.says, lambda node: None, silent=each.by.silent)
    return Choice(by, Found(goal.rebuilt((replaced(goal.arg, each.at, each.after), *goal.children[1:]))))


def plan(goal: Expr, strategy: Strategy, budget: Budget) -> Choice | None:
    """The first rule that leads to an answer within a few steps; raises Stuck where none does."""
    if not isinstance(goal, Limit):
        return None
    choice = Ahead(strategy, budget).chosen(goal, DEEPEST)
    if choice is None:
        raise Stuck("no rule for limit")
    return choice
