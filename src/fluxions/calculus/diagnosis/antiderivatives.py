"""Lines on the way to an antiderivative: they are compared by their slopes, so a constant more or less is no matter."""

from __future__ import annotations

from fluxions.calculus.budget import OutOfBudget, check_budget
from fluxions.calculus.diagnosis.scope import Scope, slope
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Expr, Int
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.problem import Problem
from fluxions.calculus.trees import nodes
from fluxions.calculus.verdict import Comparison, Unknown


def by_slope(e: Expr, other: Expr, scope: Scope, problem: Problem) -> Comparison:
    """Are two expressions equal up to a constant: have they the same slope in the variable of the working?"""
    mine, right = slope(e, scope), slope(other, scope)
    if mine is None or right is None:
        return Unknown("slope")
    try:
        return equal(mine, right, assume=problem.assume, budget=check_budget())
    except OutOfBudget:
        return Unknown("budget")
    except NoTape:
        return Unknown("no-value")


def has_indefinite(e: Expr) -> bool:
    """Does an integral without bounds stand in e?"""
    return any(isinstance(each, Int) and each.low is None for each in nodes(e))


__all__ = ["by_slope", "has_indefinite"]
