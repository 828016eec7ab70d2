"""A posterior confirmed by ratios: likelihood times prior over the claimed density is the same at every parameter."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.densities import pieces
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import Div, Expr, Mul, Operator, Sym
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.points import between, stream
from fluxions.calculus.trees import symbols

PLACES = (Fraction(1, 7), Fraction(2, 5), Fraction(5, 8), Fraction(8, 9))  # inside every support
DRAWS, BITS = 3, 106


def proportional(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Is the density that `after` names a constant multiple of what `before` describes?"""
    theta = before.args[-1]
    if not isinstance(theta, Sym):
        return None
    first, second = _density(before, theta), _density(after, theta)
    if first is None or second is None:
        return None
    ratio = Div(first, second)
    names = sorted(symbols(ratio) - {theta.name})
    numbers = stream(7)
    for _ in range(DRAWS if names else 1):
        draw = {name: between(1, 4, next(numbers)) for name in names}
        values = [value_at(ratio, {**draw, theta.name: place}, BITS, budget) for place in PLACES]
        if any(v is None or w is None or not (v / w - 1).contains(0) for v, w in pairwise(values)):
            return None
    return Check("ratios", "numeric", DRAWS * len(PLACES), BITS)


def _density(e: Expr, theta: Sym) -> Expr | None:
    match e:
        case Operator("posterior", (likelihood, prior, _)):
            known = pieces(prior, theta)
            return Mul((likelihood, known[0].value)) if known else None
        case Operator("kernel", (kernel, _)):
            return kernel
    known = pieces(e, theta)
    return known[0].value if known else None


CHECKS = dict.fromkeys(("posterior", "kernel"), proportional)
__all__ = ["CHECKS", "proportional"]
