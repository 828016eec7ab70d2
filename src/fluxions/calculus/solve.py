"""A task worked out: the rules in the order a teacher tries them, each step checked."""

from __future__ import annotations

from collections.abc import Sequence

from fluxions.calculus.budget import Budget, OutOfBudget, solve_budget
from fluxions.calculus.derivation.conditions import granted
from fluxions.calculus.derivation.constant import brackets_cleared, with_constant
from fluxions.calculus.derivation.rule import Head, Rule, Status
from fluxions.calculus.derivation.step import Derivation, Step, Unsolved, every_step
from fluxions.calculus.derivation.strategy import Shelf, Strategy, Stuck, settled
from fluxions.calculus.derivation.verify import taken_at_point
from fluxions.calculus.expr import STANDING, TWO, At, Diff, Expr, Int, Neg, Num, Pow, Rate, Rel, fn, sqrt
from fluxions.calculus.rules import PLANNERS, RULES
from fluxions.calculus.trees import nodes, standing

WEAKEST: tuple[Status, ...] = ("assumed", "numeric", "proved")


SOUND = Strategy(RULES)  # of tasks without planned goals; it remembers the goals it has met
SHELVES: dict[tuple[Head, Head | None], Shelf] = {}  # of RULES: a cache of facts
UNPLANNED = (Diff, At, Rate)


def strategy_with(
    task: Expr,
    given: Sequence[Expr] = (),
    rules: tuple[Rule, ...] = RULES,
    assume: Sequence[Expr] = (),
    avoided: frozenset[tuple[Expr, str]] = frozenset(),
) -> Strategy:
    """The strategy for a task: its rules, and the values that are given or follow from what is assumed."""
    table = {each.left: each.right for each in given if isinstance(each, Rel) and each.op == "="}
    table = _by_sign(assume) | table
    plain = not any(isinstance(each, STANDING) and not isinstance(each, UNPLANNED) for each in nodes(task))
    if plain and not table and not avoided and rules is RULES:
        return SOUND
    return Strategy(rules, table, PLANNERS, avoided, SHELVES if rules is RULES else {})


def solve(
    task: Expr,
    *,
    given: Sequence[Expr] = (),
    assume: Sequence[Expr] = (),
    budget: Budget | None = None,
    rules: tuple[Rule, ...] = RULES,
    avoided: frozenset[tuple[Expr, str]] = frozenset(),
) -> Derivation | Unsolved:
    """The derivation that answers the task, or why there is none.

    `given` are equations to be used; `assume` are conditions that hold; `avoided` are rules not to be used for a goal.
    """
    strategy = strategy_with(task, given, rules, assume, avoided)
    budget = budget or solve_budget()
    try:
        steps, answer = settled(task, strategy, budget)
        if not given and not taken_at_point(task, answer, budget):
            return Unsolved(task, "the derivative does not exist at this point")
        if isinstance(task, Int) and task.low is None:
            cleared = brackets_cleared(answer, budget)
            last = with_constant(cleared[-1].after if cleared else answer, task)
            steps, answer = (*steps, *cleared, last), last.after
    except Stuck as stuck:
        return Unsolved(task, str(stuck))
    except OutOfBudget:
        return Unsolved(task, "out of budget")
    except RecursionError:
        return Unsolved(task, "nested too deeply")
    if standing(answer):
        return Unsolved(task, "an operator is left")
    steps = tuple(granted(each, assume) for each in steps) if assume else steps
    return Derivation(task, answer, steps, _weakest(steps))


def _by_sign(assume: Sequence[Expr]) -> dict[Expr, Expr]:
    """|u| and √(u²) are u where u > 0 is assumed, −u where u < 0."""
    known: dict[Expr, Expr] = {}
    for each in assume:
        match each:
            case Rel(">" | ">=", u, Num(a)) | Rel("<" | "<=", Num(a), u) if a >= 0:
                known |= {fn("abs", u): u, sqrt(Pow(u, TWO)): u}
            case Rel("<" | "<=", u, Num(a)) | Rel(">" | ">=", Num(a), u) if a <= 0:
                known |= {fn("abs", u): Neg(u), sqrt(Pow(u, TWO)): Neg(u)}
    return known


def _weakest(steps: Sequence[Step]) -> Status:
    return min((each.checked.status for each in every_step(steps)), key=WEAKEST.index, default="proved")
