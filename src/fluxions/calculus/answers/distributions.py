"""Distributions are the same where they have the same name and the same parameters."""

from __future__ import annotations

from fluxions.calculus.derivation.densities import KINDS, named
from fluxions.calculus.expr import Expr, Operator, Vector


def parameters(expected: Expr, answer: Expr) -> tuple[Expr, Expr] | None:
    """The parameters of both as vectors; None unless both are distributions of one name."""
    match expected, named(answer):
        case Operator(name, args), Operator(other, typed) if name == other and name in KINDS:
            return (Vector(args), Vector(typed)) if len(args) == len(typed) else None
    return None


__all__ = ["parameters"]
