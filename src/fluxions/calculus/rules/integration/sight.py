"""Antiderivatives seen at once: a form of the table, with a line inside, a constant in front, or termwise."""

from __future__ import annotations

from functools import lru_cache

from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, Add, Div, Expr, Int, Neg, Sym
from fluxions.calculus.rules.integration.linearity import fresh, only_line
from fluxions.calculus.rules.integration.pieces import moving, pieces, product, total
from fluxions.calculus.rules.integration.table import looked_up
from fluxions.calculus.trees import free_of, mapped, substituted


@lru_cache(maxsize=4096)
def at_sight(f: Expr, x: Sym) -> Expr | None:
    """An antiderivative of f, or None where it takes an idea."""
    if free_of(f, x):
        return product((f, x))
    match f:
        case Add(terms):
            parts = [at_sight(each, x) for each in terms]
            return None if any(each is None for each in parts) else tidied(total(p for p in parts if p is not None))
        case Neg(u):
            inner = at_sight(u, x)
            return None if inner is None else tidied(Neg(inner))
    apart = pieces(f, x)
    if apart.constant != ONE:
        bare = moving(apart)
        inner = at_sight(bare, x) if pieces(bare, x).constant == ONE else None
        return None if inner is None else tidied(product((apart.constant, inner)))
    row = looked_up(Int(f, x))
    if row is not None:
        return row[1].result
    line = only_line(f, x)
    if line is None:
        return None
    u = fresh(f, x)
    inner = at_sight(tidied(mapped(f, lambda e: u if e == line[0] else e)), u)
    return None if inner is None else tidied(Div(substituted(inner, {u.name: line[2]}), line[1]))
