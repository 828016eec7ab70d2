"""An indefinite integral is confirmed by differentiating: exactly in kernels where they reach, else by jets."""

from __future__ import annotations

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.same import BITS, POINTS, same
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.equality.judgement import identical
from fluxions.calculus.expr import Add, At, Diff, Expr, Int, Mul, Operator, Rel, Sym
from fluxions.calculus.trees import substituted


def integrated(before: Int, after: Expr, budget: Budget) -> Check | None:
    """Is `after` an antiderivative, the same integral written otherwise, or an equation that the integral solves?"""
    match after:
        case Int(f, x, None) if x == before.variable:
            return _confirmed(before.arg, f, budget)
        case Operator("solve", (Rel("=", left, right), Sym() as unknown)) if left == unknown:
            return _equation(before, right, unknown, budget)
        case At(Int(h, u, None), v, g) if u == v:
            return _confirmed(Mul((substituted(h, {u.name: g}), Diff(g, before.variable))), before.arg, budget)
        case At(value, u, g) if not value.stands:
            return integrated(before, substituted(value, {u.name: g}), budget)
    return None if after.stands else _confirmed(Diff(after, before.variable), before.arg, budget)


def _equation(before: Int, right: Expr, unknown: Sym, budget: Budget) -> Check | None:
    """I = A + k·I: then A' + k·f is f."""
    x = before.variable
    fixed = Diff(substituted(right, {unknown.name: Sym("C")}), x)
    back = Mul((Diff(right, unknown), before.arg))
    return _confirmed(Add((fixed, back)), before.arg, budget)


def _confirmed(a: Expr, b: Expr, budget: Budget) -> Check | None:
    if identical(a, b, budget):
        return Check("identity", "proved")
    return Check("jets", "numeric", POINTS, BITS) if same(a, b, budget) else None


__all__ = ["integrated"]
