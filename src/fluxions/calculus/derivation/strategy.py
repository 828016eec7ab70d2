"""How a task is worked: the innermost standing operator first, the first rule that fits, a clean-up after each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.assumed import placed, signed_letters
from fluxions.calculus.derivation.conditions import lost
from fluxions.calculus.derivation.rule import Found, Head, Rule, found, head
from fluxions.calculus.derivation.step import Check, Step, every_step
from fluxions.calculus.derivation.verify import checked
from fluxions.calculus.equality.tidy import tidyings
from fluxions.calculus.expr import Expr, Int, Limit, Operator
from fluxions.calculus.numbers.agreement import apart
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.trees import Path, node_at, replaced, walk

T = TypeVar("T")
Memory = dict[Expr, tuple[T, int]]  # what was found for a goal, and the work it took
Shelf = tuple[tuple[Rule, ...], tuple[Rule, ...]]  # all rules for a kind of goal, and those of them that are early
MOST_REMEMBERED = 4_000


class Stuck(Exception):
    """No rule fits a goal, or a step did not pass its check; the message says which.

    `at` is the goal and the rule whose step was not confirmed.
    """

    def __init__(self, why: str, at: tuple[Expr, str] | None = None) -> None:
        super().__init__(why)
        self.at = at


@dataclass(frozen=True, slots=True)
class Strategy:
    """The rules in the order a teacher tries them, the values that are given, and what was worked out with them.

    What planners find depends on what they met before: a strategy with planned goals serves one question alone.
    """

    rules: tuple[Rule, ...]
    given: Mapping[Expr, Expr] = field(default_factory=dict)
    planners: Mapping[Head, Planner] = field(default_factory=dict)
    avoided: frozenset[tuple[Expr, str]] = frozenset()  # (goal, rule): another way is wanted there
    shelves: dict[tuple[Head, Head | None], Shelf] = field(default_factory=dict, compare=False, repr=False)
    steps: Memory[Step] = field(default_factory=dict, compare=False, repr=False)
    values: Memory[Expr] = field(default_factory=dict, compare=False, repr=False)
    choices: dict[Expr, Choice] = field(default_factory=dict, compare=False, repr=False)  # of planners
    hopeless: set[Expr] = field(default_factory=set, compare=False, repr=False)  # no planner found a way
    pursued: list[Expr] = field(default_factory=list, compare=False, repr=False)  # goals that a planner looks beyond
    patience: int | None = None  # work that the search for a plan may take, where less than usual is worth it

    def shelf(self, goal: Expr) -> tuple[Rule, ...]:
        """The rules that may fit this kind of goal, in order."""
        known = self._shelf(goal)[0]
        avoided = self.avoided
        return tuple(rule for rule in known if (goal, rule.name) not in avoided) if avoided else known

    def fits_early(self, goal: Expr) -> bool:
        """Is the goal worked before what stands inside it?"""
        early = self._shelf(goal)[1]
        return bool(early) and any(rule.rewrite(goal) is not None for rule in early)

    def _shelf(self, goal: Expr) -> Shelf:
        """All rules of the shelf, and the early ones; by the kind of the goal and of what it is taken of."""
        parts = goal.children
        kind = head(goal), head(parts[0]) if parts else None
        known = self.shelves.get(kind)
        if known is None:
            rules = tuple(rule for rule in self.rules if _may_fit(rule, *kind))
            known = self.shelves[kind] = rules, tuple(rule for rule in rules if rule.early)
        return known


def _may_fit(rule: Rule, kind: Head, inside: Head | None) -> bool:
    return (not rule.on or kind in rule.on) and (not rule.inside or inside in rule.inside)


@dataclass(frozen=True, slots=True)
class Choice:
    """The rule for a goal, what it makes of it, and the rules that would also have worked."""

    rule: Rule
    found: Found
    others: tuple[str, ...] = ()


Planner = Callable[[Expr, Strategy, Budget], Choice | None]
"""Chooses the rule for a goal by looking ahead; None: the first rule of the shelf that fits."""


def remembered(memory: Memory[T], goal: Expr, budget: Budget, work: Callable[[], T]) -> T:
    """What was worked out for this goal before, at the same price; else it is worked out now."""
    known = memory.get(goal)
    if known is not None:
        budget.spend(known[1])
        return known[0]
    spent = budget.spent
    result = work()
    if len(memory) >= MOST_REMEMBERED:
        memory.clear()
    memory[goal] = (result, budget.spent - spent)
    return result


Chain = tuple[tuple[Step, ...], Expr]  # steps, and the expression they lead to


def next_goal(e: Expr, strategy: Strategy) -> Path | None:
    """The place of the leftmost standing operator that has none inside it, or that a rule fits as it stands."""
    path: list[int] = []
    if not e.stands:
        return None
    while True:
        if strategy.fits_early(e):
            return tuple(path)
        inside = next((i for i, child in enumerate(e.children) if child.stands), None)
        if inside is None:
            return tuple(path)
        path.append(inside)
        e = e.children[inside]


def settled(e: Expr, strategy: Strategy, budget: Budget) -> Chain:
    """All operators of e carried out; raises Stuck or OutOfBudget."""
    steps: list[Step] = []
    while (place := next_goal(e, strategy)) is not None:
        try:
            step = carried_out(node_at(e, place), place, strategy, budget)
        except Stuck:
            cleaned, e = _cleaned_inside(e, place, strategy, budget)
            if not cleaned:
                raise
            steps.extend(cleaned)
            continue
        steps.append(step)
        e = replaced(e, place, step.after)
        cleaned, value = cleaned_up(step.after, place, strategy, budget)
        steps.extend(cleaned)
        e = replaced(e, place, value)
    cleaned, value = cleaned_up(e, (), strategy, budget)
    return (*steps, *cleaned), value


def _cleaned_inside(e: Expr, place: Path, strategy: Strategy, budget: Budget) -> Chain:
    """A limit or integral that no rule fits, with what it is taken of cleaned up; no steps where nothing changes."""
    goal, inside = node_at(e, place), (*place, 0)
    if not isinstance(goal, (Limit, Int)):
        return (), e
    cleaned, value = cleaned_up(goal.arg, inside, strategy, budget)
    return cleaned, replaced(e, inside, value)


def carried_out(goal: Expr, at: Path, strategy: Strategy, budget: Budget) -> Step:
    """The first rule that fits the goal, with the sub-tasks it opens worked out."""
    step = remembered(strategy.steps, goal, budget, lambda: _first_step(goal, strategy, budget))
    return step.placed(at) if at else step


def _first_step(goal: Expr, strategy: Strategy, budget: Budget) -> Step:
    choice = chosen(goal, strategy, budget)
    return applied(choice, goal, strategy, budget)


def chosen(goal: Expr, strategy: Strategy, budget: Budget) -> Choice:
    """The planner's rule for the goal, else the first rule that fits."""
    planner = strategy.planners.get(head(goal))
    choice = planner(goal, strategy, budget) if planner else None
    if choice is not None:
        return choice
    shelf = strategy.shelf(goal)
    for place, rule in enumerate(shelf):
        result = found(rule.rewrite(goal))
        if result is not None:
            budget.spend(place + 1)
            return Choice(rule, result)
    raise Stuck(f"no rule for {_called(goal)}")


def _called(goal: Expr) -> str:
    return goal.name if isinstance(goal, Operator) else type(goal).__name__.lower()


def applied(choice: Choice, goal: Expr, strategy: Strategy, budget: Budget) -> Step:
    """The chosen rule's result as a checked step."""
    rule, result = choice.rule, choice.found
    children, after = opened_out(result.result, strategy, budget)
    told = (*result.provided, *(condition for step in every_step(children) for condition in step.provided))
    check = checked(*(placed(goal, after, signed_letters(told, goal)) if told else (goal, after)), budget)
    if check is None:
        raise Stuck(_not_confirmed(rule.name, goal, after, budget), (goal, rule.name))
    needed = tuple(dict.fromkeys((*result.provided, *lost(goal, after))))
    return Step(
        rule.name, rule.skill, rule.says, goal, result.result, after, (), result.using, needed, children,
        check, choice.others or _others(rule, goal, strategy), rule.cost, rule.silent,
    )  # fmt: skip


def _not_confirmed(name: str, before: Expr, after: Expr, budget: Budget) -> str:
    refuted = apart(before, after, budget)
    return f"the step {name} {'was refuted' if refuted else 'could not be confirmed'}"


def _others(rule: Rule, goal: Expr, strategy: Strategy) -> tuple[str, ...]:
    """The later rules that would also have fitted; where a planner looks ahead, it knows them."""
    if head(goal) in strategy.planners:
        return ()
    shelf = strategy.shelf(goal)
    later = shelf[shelf.index(rule) + 1 :] if rule in shelf else ()
    return tuple(each.name for each in later if each.rewrite(goal) is not None)


def opened_out(e: Expr, strategy: Strategy, budget: Budget) -> Chain:
    """The sub-tasks of a rule's result worked out one by one; the result itself is not cleaned up yet."""
    steps: list[Step] = []
    while (place := next_goal(e, strategy)) is not None:
        if place == ():  # the result is again one goal: the chain goes on where the rule stood
            return tuple(steps), e
        step = carried_out(node_at(e, place), place, strategy, budget)
        cleaned, value = cleaned_up(step.after, place, strategy, budget, look_up=False)
        steps.extend((step, *cleaned))
        e = replaced(e, place, value)
    return tuple(steps), e


def cleaned_up(e: Expr, at: Path, strategy: Strategy, budget: Budget, *, look_up: bool = True) -> Chain:
    """The tidy form of a value, with the given values looked up; nothing happens while an operator stands in it.

    Within a rule's result nothing is looked up: its step is checked as an identity, which given values are not.
    """
    if e.stands or is_shaped(e):  # factors that do not commute are put in order by the rules themselves
        return (), e
    steps: list[Step] = []
    while True:
        before = e
        for place, node in walk(e) if strategy.given and look_up else ():
            if node in strategy.given:
                steps.append(_look_up(node, strategy.given[node], (*at, *place)))
                e = replaced(e, place, strategy.given[node])
                break
        for each in tidyings(e):
            budget.spend(1)
            check = checked(each.before, each.after, budget)
            if check is None:
                raise Stuck(_not_confirmed(each.by.name, each.before, each.after, budget))
            steps.append(
                Step(each.by.name, "algebraic-manipulation", each.by.says, each.before, each.after, each.after,
                     (*at, *each.at), (), lost(each.before, each.after), checked=check, silent=each.by.silent)
            )  # fmt: skip
            e = replaced(e, each.at, each.after)
        if e is before:
            return tuple(steps), e


def _look_up(node: Expr, value: Expr, at: Path) -> Step:
    return Step(
        "given-value", "derivative-definition", "Take ${u} = {v}$ from what is given.", node, value, value, at,
        (("u", node), ("v", value)), checked=Check("given", "proved"),
    )  # fmt: skip
