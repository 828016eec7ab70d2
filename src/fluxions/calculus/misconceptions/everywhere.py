"""Where a wrong rule is held: in every term of a sum, and for numbers alone."""

from __future__ import annotations

from dataclasses import replace

from fluxions.calculus.derivation.rule import Found, Misconception, Rewrite, found
from fluxions.calculus.expr import Add, Expr, Int, Mul, Neg, Sym
from fluxions.calculus.rules.definite.fundamental import split_constant
from fluxions.calculus.shapes import is_shaped


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


def of_numbers(wrong: Misconception) -> Misconception:
    """The wrong rule for numbers alone: sizes of vectors and matrices would not fit what it makes."""
    return replace(wrong, rewrite=lambda node: None if is_shaped(node) else wrong.rewrite(node))
