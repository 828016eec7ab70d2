"""The rules for limits in the order of a teacher, and the look ahead that keeps to those that lead to an end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Rule, found
from fluxions.calculus.derivation.strategy import MOST_REMEMBERED, Choice, Strategy, Stuck, next_goal, remembered
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.equality.tidy import tidied, tidyings
from fluxions.calculus.expr import INF, Const, Div, Expr, Limit, Mul, Neg, Operator
from fluxions.calculus.rules import (
    limits,
    limits_branches,
    limits_forms,
    limits_infinity,
    limits_laws,
    limits_standard,
)
from fluxions.calculus.rules.tendency import has_value, toward, way
from fluxions.calculus.trees import Path, node_at, replaced, size

DNE = Const("dne")
DEEPEST, NEXT, LARGEST, MOST_DEAD = 8, 4, 80, 32  # steps ahead for the first way and for another; size; goals in vain
AT_ONCE = frozenset({"constant-limit", "continuity", "limit-laws", "pole", "beyond-all-bounds"})
WAYS = frozenset({
    "conjugate", "common-root", "recognise-derivative", "divide-by-highest-power", "growth-comparison", "dominant-term",
    "squeeze", "conjugates", "cube-conjugates", "power-of-one-plus", "power-as-exponential", "lhopital",
})  # fmt: skip


def _named(*names: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in limits.RULES if rule.name in names)


def declines(node: Expr) -> Expr | None:
    """The clean-ups are made by `tidyings`, not by a rule."""
    return None


TIDY = Rule("tidy-inside", "algebraic-manipulation", "Tidy up.", declines, "tidying up")  # stands for tidyings
ORDER: tuple[Rule, ...] = (
    *_named("constant-limit", "continuity"),
    *limits_branches.RULES,
    *_named("sign-outside", "multiply-out", "cancel-step", "common-root", "common-denominator", "conjugate"),
    *limits_laws.LAWS,
    *limits_standard.RULES,
    *_named("recognise-derivative"),
    TIDY,
    *limits_infinity.RULES,
    *limits_laws.SQUEEZE,
    *limits_laws.PARTS,
    *limits_forms.FORMS,
    *limits_laws.LAST,
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
        known = self.strategy.choices.get(goal)
        if known is not None:
            return known
        if len(self.dead) > MOST_DEAD or depth <= self.dead.get(goal, 0) or goal in self.path or size(goal) > LARGEST:
            return None
        self.path.append(goal)
        choice = next((each for rule in ORDER for each in self._by(rule, goal, depth)), None)
        self.path.pop()
        if choice is None:
            self.dead[goal] = depth
        else:
            self.keep(goal, choice)
        return choice

    def others(self, goal: Limit, first: Rule) -> tuple[str, ...]:
        """The rules after the first that would also lead on within a few steps."""
        if first not in ORDER or first.name in AT_ONCE:
            return ()
        later = ORDER[ORDER.index(first) + 1 :]
        return tuple(rule.name for rule in later if rule.name in WAYS and any(self._by(rule, goal, NEXT)))

    def keep(self, goal: Limit, choice: Choice) -> None:
        """The way that was found stays: each next goal goes on along it, and never back."""
        choices = self.strategy.choices
        if len(choices) >= MOST_REMEMBERED:
            choices.clear()
        choices[goal] = choice

    def _by(self, rule: Rule, goal: Limit, depth: int) -> Iterator[Choice]:
        self.budget.spend(1)
        if (goal, rule.name) in self.strategy.avoided:
            return
        if rule is TIDY:
            *before, last = _tidyings(goal)
            if last[0] != goal and not _back_to_a_product(goal, last[0]) and self.leads_on(last[0], depth):
                for each, choice in before[1:]:
                    self.keep(each, choice)
                yield before[0][1]
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
        return value in (INF, Neg(INF), DNE) or has_value(value)

    def value(self, e: Expr, depth: int) -> Expr:
        """Where the limits in e lead, each with its best rule; raises Stuck where one leads nowhere."""
        while (place := next_goal(e, self.strategy)) is not None:
            goal = node_at(e, place)
            inner = self._reached(goal, depth) if isinstance(goal, Limit) else valued(goal, self.strategy, self.budget)
            if inner in (INF, Neg(INF), DNE) and not _may_hold(inner, e, place):
                raise Stuck("an infinity inside")
            e = replaced(e, place, inner)
        return tidied(e)

    def _reached(self, goal: Limit, depth: int) -> Expr:
        def work() -> Expr:
            choice = self.chosen(goal, depth) if depth > 0 else None
            if choice is None:
                raise Stuck("no rule for limit")
            if choice.rule.rewrite is declines:
                return self.value(_tidy(goal), depth)
            return self.value(choice.found.result, depth - 1)

        return remembered(self.strategy.values, goal, self.budget, work)


def _may_hold(inner: Expr, e: Expr, place: Path) -> bool:
    """May ±∞ stand there: the whole, the point of a limit, one of two sides, behind a sign? `dne`: as a side."""
    if not place:
        return True
    parent = node_at(e, place[:-1])
    if isinstance(parent, Operator):
        return parent.name == "sides"
    return inner != DNE and (isinstance(parent, Limit) or (isinstance(e, Neg) and place == (0,)))


def _tidyings(goal: Limit) -> list[tuple[Limit, Choice]]:
    """The clean-ups of what the limit is taken of, as steps of their own, and at the end the tidy limit."""
    found_so_far: list[tuple[Limit, Choice]] = []
    for each in tidyings(goal.arg):
        by = Rule(each.by.name, "algebraic-manipulation", each.by.says, declines, silent=each.by.silent)
        after = Limit(replaced(goal.arg, each.at, each.after), goal.variable, goal.point, goal.side)
        found_so_far.append((goal, Choice(by, Found(after))))
        goal = after
    return [*found_so_far, (goal, Choice(TIDY, Found(goal)))]


def _tidy(goal: Limit) -> Limit:
    return Limit(tidied(goal.arg), goal.variable, goal.point, goal.side)


def _back_to_a_product(before: Limit, after: Limit) -> bool:
    """A product 0·∞ that was written as a quotient is not turned back."""
    return isinstance(before.arg, Div) and isinstance(after.arg, Mul) and toward(after.arg, way(after)) is None


def plan(goal: Expr, strategy: Strategy, budget: Budget) -> Choice | None:
    """The first rule that leads to an answer within a few steps; raises Stuck where none does."""
    if not isinstance(goal, Limit):
        return None
    ahead = Ahead(strategy, budget)
    choice = ahead.chosen(goal, DEEPEST)
    if choice is None:
        raise Stuck("no rule for limit")
    return replace(choice, others=ahead.others(goal, choice.rule))
