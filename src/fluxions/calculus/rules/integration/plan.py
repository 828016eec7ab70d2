"""Which rule for an integral: a search that looks ahead, cheapest plans first, as a person with experience does.

A state is the set of integrals still open with the price paid so far; the next state tried is the one whose price plus
the size of what is open is least. What is found once is kept: the rule for each integral of a plan, or that there is
none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Rule, found
from fluxions.calculus.derivation.strategy import Choice, Strategy, Stuck
from fluxions.calculus.expr import Add, Expr, Int, Sym
from fluxions.calculus.rules.integration import linearity, substitution, table
from fluxions.calculus.rules.integration.methods import IDEA_RULES, METHODS
from fluxions.calculus.rules.integration.pieces import moving, pieces
from fluxions.calculus.rules.integration.sight import at_sight
from fluxions.calculus.trees import canonical_key, free_of, nodes, size, substituted

MOST_STATES, MOST_OPEN, MOST_DEPTH = 300, 24, 24
MOST_WORK = 6_000  # nodes of the integrals looked at, times the insides to be tried; twice the dearest that was solved
LONGER = 60  # nodes that a way may add to three times the integral
FEE, PER_WORK = 2_000, 100  # units of one question to the planner and of its work, also where the plan is known
PER_STEP = 0.2  # the price of a step that takes no idea
FEW, PER_TERM = 4, 0.6  # a sum of more terms than a few is dearer by the term
PER_NODE, SEEN = 0.25, 0.5  # what an open integral is expected to cost: by its size, or when it is seen at once
AT_ONCE = linearity.RULES  # after the table: the first that fits is taken, without a search
ANY = Sym(" x")
IDEAS = frozenset(rule.name for rule in IDEA_RULES)
Key = tuple[object, ...]
Plan = tuple[tuple[Int, Choice], ...]
Avoided = frozenset[tuple[Expr, str]]  # (goal, rule): another way is wanted there


class Open(NamedTuple):
    """An integral still to be planned, with the integrals it comes from."""

    goal: Int
    above: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class State:
    """A partial plan: the price paid, the choices made, and what is open."""

    price: float
    choices: tuple[tuple[Int, Choice], ...]
    left: tuple[Open, ...]


def planned(goal: Expr, strategy: Strategy, budget: Budget) -> Choice | None:
    """The rule for an indefinite integral; raises Stuck where the search finds no way."""
    if not isinstance(goal, Int) or goal.low is not None:
        return None
    budget.spend(FEE)
    if goal not in strategy.choices and goal not in strategy.hopeless:
        plan, work = search(goal, strategy.avoided, strategy.patience or MOST_WORK)
        budget.spend(PER_WORK * work)
        if plan is None:
            strategy.hopeless.add(goal)
        for each, choice in plan or ():
            strategy.choices.setdefault(each, choice)
    if goal in strategy.hopeless:
        raise Stuck("no rule for this integral")
    return strategy.choices[goal]


@lru_cache(maxsize=4096)
def search(goal: Int, avoided: Avoided = frozenset(), most_work: int = MOST_WORK) -> tuple[Plan | None, int]:
    """The choices of the cheapest plan met first, or None within MOST_STATES states and `most_work`; and the work."""
    start = at_once(State(0, (), (Open(goal),)))
    order = count()
    queue: list[tuple[float, int, State]] = []
    if start is not None:
        heappush(queue, (0, next(order), start))
    seen: set[frozenset[Key]] = set()
    work = 0
    for _ in range(MOST_STATES):
        if not queue or work > most_work:
            break
        state = heappop(queue)[2]
        if not state.left:
            return state.choices, work
        work += _work(max((each.goal for each in state.left), key=size))
        key = frozenset(_key(each.goal) for each in state.left)
        if key in seen:
            continue
        seen.add(key)
        for after in successors(state, avoided):
            heappush(queue, (after.price + _expected(after), next(order), after))
    return None, work


def _work(goal: Int) -> int:
    """What it takes to look at an integral: most of it is the insides that are tried."""
    return size(goal) * (1 + len(substitution.candidates(goal.arg, goal.variable)))


def successors(state: State, avoided: Avoided = frozenset()) -> Iterator[State]:
    """The states after one method for the largest open integral."""
    place = max(range(len(state.left)), key=lambda i: size(state.left[i].goal))
    chosen = state.left[place]
    others = (*state.left[:place], *state.left[place + 1 :])
    ways = [way for way in ways_of(chosen.goal) if (chosen.goal, way[0].name) not in avoided]
    for rule, result in ways:
        also = tuple(dict.fromkeys(r.name for r, f in ways if r.name != rule.name and _short(f)))
        after = _with(State(state.price, state.choices, others), chosen, Choice(rule, result, also))
        reduced = None if after is None else at_once(after)
        if reduced is not None:
            yield reduced


@lru_cache(maxsize=2048)
def ways_of(goal: Int) -> tuple[tuple[Rule, Found], ...]:
    """Every way that a method has for the integral, none of which makes it much longer."""
    longest = 3 * size(goal) + LONGER
    ways = (way for method in METHODS for way in method(goal))
    return tuple(way for way in ways if size(way[1].result) <= longest)


def _short(result: Found) -> bool:
    """Is all that is left open seen at once?"""
    return all(at_sight(each.arg, each.variable) is not None for each in integrals(result.result))


def at_once(state: State) -> State | None:
    """The state with everything done that takes no idea; None where an integral comes back to itself."""
    waiting: list[Open] = []
    pending = list(state.left)
    state = State(state.price, state.choices, ())
    known = {goal for goal, _ in state.choices}
    while pending:
        each = pending.pop()
        if each.goal in known and _key(each.goal) not in each.above:
            continue
        choice = _taken(each.goal)
        if choice is None:
            waiting.append(each)
            continue
        known.add(each.goal)
        after = _with(state, each, choice)
        if after is None:
            return None
        pending.extend(after.left)
        state = State(after.price, after.choices, ())
    fits = len(waiting) <= MOST_OPEN and all(_key(each.goal) not in each.above for each in waiting)
    return State(state.price, state.choices, tuple(waiting)) if fits else None


def _taken(goal: Int) -> Choice | None:
    """The first rule that fits without an idea."""
    settled = found(linearity.exponents(goal))
    if settled is not None:
        return Choice(linearity.EXPONENTS, settled)
    row = table.looked_up(goal)
    if row is not None:
        return Choice(*row)
    for rule in AT_ONCE:
        result = found(rule.rewrite(goal))
        if result is not None:
            natural = substitution.exact(goal) if rule is linearity.CONSTANT_FACTOR else None
            return Choice(rule, result) if natural is None else Choice(substitution.SUBSTITUTION, natural)
    return None


def _with(state: State, chosen: Open, choice: Choice) -> State | None:
    """The state with a choice made and the integrals that it opens; None where one of them is an integral above."""
    takes_idea = choice.rule.name in IDEAS
    above = chosen.above | {_key(chosen.goal)} if takes_idea else chosen.above
    opened = tuple(Open(each, above) for each in integrals(choice.found.result))
    if len(above) > MOST_DEPTH or any(_key(each.goal) in above for each in opened):
        return None
    price = state.price + (choice.rule.cost if takes_idea else PER_STEP) + _length(choice.found.result)
    return State(price, (*state.choices, (chosen.goal, choice)), (*state.left, *opened))


def _length(e: Expr) -> float:
    """What a long sum under one integral costs more."""
    match e:
        case Int(Add(terms), _, None):
            return PER_TERM * max(0, len(terms) - FEW)
    return 0


def integrals(e: Expr) -> tuple[Int, ...]:
    """The indefinite integrals that stand in e."""
    return tuple(each for each in nodes(e) if isinstance(each, Int) and each.low is None) if e.stands else ()


def _key(goal: Int) -> Key:
    """An integral up to a constant factor and the name of its variable."""
    f, x = goal.arg, goal.variable
    bare = f if free_of(f, x) else moving(pieces(f, x))
    return canonical_key(substituted(bare, {x.name: ANY}))


def _expected(state: State) -> float:
    """What the open integrals are likely to cost."""
    return sum(
        SEEN if at_sight(each.goal.arg, each.goal.variable) is not None else 1 + PER_NODE * size(each.goal.arg)
        for each in state.left
    )


__all__ = ["planned", "search"]
