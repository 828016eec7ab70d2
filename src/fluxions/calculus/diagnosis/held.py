"""Someone who holds a misconception makes the same mistake wherever it fits."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Head, Misconception, Rule, found, head
from fluxions.calculus.derivation.strategy import Choice, Planner, Strategy, Stuck
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.diagnosis.learned import Learned, knowing
from fluxions.calculus.expr import Expr
from fluxions.calculus.trees import nodes

OFTEN = 12  # times one mistake is made in a task; more often, it opens what it is made at again, without end


def holding(
    sound: Strategy, wrong: Misconception, kinds: AbstractSet[Head], untouched: Sequence[Learned] = ()
) -> Strategy:
    """The strategy of someone who takes the wrong rule wherever it fits a goal of these kinds; what is untouched by it
    has been worked out already."""
    held = _Held(Rule(wrong.name, wrong.skill, wrong.says, wrong.rewrite), sound)
    planners = {**sound.planners, **{kind: held.before(sound.planners.get(kind)) for kind in kinds}}
    own = replace(sound, planners=planners, steps={}, choices={}, hopeless=set(), pursued=[])
    return knowing(own, untouched)


@dataclass(slots=True)
class _Held:
    """A wrong rule on its way through one task, and the strategy without it."""

    rule: Rule
    sound: Strategy
    taken: int = 0

    def before(self, planner: Planner | None) -> Planner:
        """A planner that takes the wrong rule where it fits, and else what the other one chooses."""

        def choice(goal: Expr, strategy: Strategy, budget: Budget) -> Choice | None:
            bent = found(self.rule.rewrite(goal))
            if bent is None or bent.result == goal:
                return planner(goal, strategy, budget) if planner else None
            return Choice(self.rule, self.worked(goal, bent, budget))

        return choice

    def worked(self, goal: Expr, bent: Found, budget: Budget) -> Found:
        """What the mistake makes of a goal; where the same is asked again by it, it is not made there."""
        self.taken += 1
        if self.taken > OFTEN:
            raise Stuck(f"{self.rule.name} has no end")
        if any(_asks_again(node, goal) for node in nodes(bent.result)):
            return bent._replace(result=valued(bent.result, self.sound, budget))
        return bent


def _asks_again(node: Expr, goal: Expr) -> bool:
    """Is it the same operator on the same expression: d/dx f, and d/dy f in the place of it?"""
    return head(node) == head(goal) and node.children[:1] == goal.children[:1]


__all__ = ["holding"]
