"""Substitution in a definite integral: the bounds go along."""

from __future__ import annotations

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.derivation.strategy import Choice, Strategy, Stuck
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, At, Diff, Expr, Int, Mul, Sym
from fluxions.calculus.rules.definite.fundamental import finite
from fluxions.calculus.rules.integration.plan import planned
from fluxions.calculus.trees import substituted

WITH_BOUNDS = Rule(
    "substitution-with-bounds", "u-substitution",
    "Substitute ${u}={inside}$, so that $\\mathrm{d}{u}={s}\\,\\mathrm{d}{x}$; the bounds become ${a}$ and ${b}$.",
    lambda node: None, "substitution with new bounds", cost=3,
)  # fmt: skip


def with_bounds(goal: Int, strategy: Strategy, budget: Budget) -> Choice | None:
    """The substitution that the antiderivative would be found by, with the bounds carried over."""
    if not finite(goal) or goal.low is None or goal.high is None:
        return None
    known = _substitution(Int(goal.arg, goal.variable), strategy, budget)
    if known is None:
        return None
    factor, choice, inner, inside = known
    x = goal.variable
    ends = [tidied(substituted(inside, {x.name: end})) for end in (goal.low, goal.high)]
    moved = Int(inner.arg, inner.variable, *ends)
    slope = dict(choice.found.using)["s"] if choice.rule.name == "substitution" else _slope(inside, x, strategy, budget)
    using = (("u", inner.variable), ("inside", inside), ("s", slope), ("x", x), ("a", ends[0]), ("b", ends[1]))
    return Choice(WITH_BOUNDS, Found(moved if factor == ONE else Mul((factor, moved)), using))


def _slope(inside: Expr, x: Sym, strategy: Strategy, budget: Budget) -> Expr:
    return tidied(valued(Diff(inside, x), strategy, budget))


def _substitution(goal: Int, strategy: Strategy, budget: Budget) -> tuple[Expr, Choice, Int, Expr] | None:
    """(c, choice, ∫ h du, g) where the plan for the antiderivative is c times a substitution."""
    try:
        choice = planned(goal, strategy, budget)
    except Stuck:
        return None
    match choice.found.result if choice else None:
        case At(Int(_, u) as inner, Sym() as v, g) if choice is not None and u == v:
            return ONE, choice, inner, g
        case Mul((factor, Int(_, _, None) as rest)) if choice is not None and not factor.stands:
            known = _substitution(rest, strategy, budget)
            return None if known is None else (tidied(Mul((factor, known[0]))), *known[1:])
    return None


__all__ = ["WITH_BOUNDS", "with_bounds"]
