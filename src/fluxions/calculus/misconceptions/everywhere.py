"""A wrong rule held in every term: who integrates one power wrongly does so with all powers of a sum."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rewrite, found
from fluxions.calculus.expr import Add, Expr, Int, Mul, Neg, Sym
from fluxions.calculus.rules.definite.fundamental import split_constant


def in_every_term(rewrite: Rewrite) -> Rewrite:
    """The wrong rule for ∫ f dx, and for ∫ (f + c g + …) dx taken in each term that it fits, if it fits several."""

    def everywhere(goal: Expr) -> Expr | Found | None:
        match goal:
            case Int(Add(terms), x, None):
                bent = [_in_term(rewrite, each, x) for each in terms]
                if sum(each is not None for each in bent) < 2:
                    return None
                return Add(tuple(each or Int(term, x) for each, term in zip(bent, terms, strict=True)))
        return rewrite(goal)

    return everywhere


def _in_term(rewrite: Rewrite, term: Expr, x: Sym) -> Expr | None:
    if isinstance(term, Neg):
        inner = _in_term(rewrite, term.arg, x)
        return None if inner is None else Neg(inner)
    c, moving = split_constant(term, x)
    whole = found(rewrite(Int(term, x)))
    if whole is not None:
        return whole.result
    result = found(rewrite(Int(moving, x)))
    return None if result is None else Mul((c, result.result))
