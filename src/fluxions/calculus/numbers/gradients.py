"""The partial derivatives of a rational function by exact polynomials: a second way beside the rules."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fluxions.calculus.expr import Add, Expr, Mul, Num, Pow, Sym
from fluxions.calculus.numbers.ideals import terms_of
from fluxions.calculus.numbers.polynomials import TooBig, ratio_in


def slopes_of(f: Expr, names: Sequence[str]) -> tuple[Expr, ...] | None:
    """The numerators of ∂f/∂xᵢ as sums of monomials, over the bottom of f squared; None of what is not rational."""
    try:
        top, bottom = ratio_in(f, names)
    except (TooBig, ZeroDivisionError):
        return None
    found = []
    for i in range(len(names)):
        slope = top.derivative(i) * bottom - top * bottom.derivative(i)
        terms = [_monomial(names, powers, c) for powers, c in terms_of(slope).items()]
        over = Add(tuple(_monomial(names, powers, c) for powers, c in terms_of(bottom).items()))
        whole: Expr = Add(tuple(terms)) if terms else Num(0)
        found.append(whole if bottom.is_constant() else whole / over)
    return tuple(found)


def _monomial(names: Sequence[str], powers: Sequence[int], c: Fraction) -> Expr:
    return Mul((Num(c), *(Pow(Sym(name), Num(n)) for name, n in zip(names, powers, strict=True) if n)))
