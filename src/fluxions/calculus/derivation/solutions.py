"""Solutions of an equation in one unknown confirmed by signs: zero at each of them, and nowhere a sign in between."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import ZERO, Add, Expr, Mul, Neg, Rel, Set, Sym
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import substituted, symbols

GRID = tuple(Fraction(k, 7) for k in range(-281, 282, 5))  # from −40 to 40, never a whole number
BITS = 256


def are_all_solutions(equation: Expr, x: Sym, found: Set, budget: Budget) -> bool:
    """Do the elements fulfil the equation, and does it keep its sign between and beyond them?"""
    if not isinstance(equation, Rel) or symbols(equation) != {x.name} or any(symbols(each) for each in found.elements):
        return False
    gap = _gap(equation)
    if any(agree(substituted(gap, {x.name: each}), ZERO, budget=budget) != "agree" for each in found.elements):
        return False
    zeros = [value for each in found.elements if (value := value_at(each, {}, BITS)) is not None]
    if len(zeros) < len(found.elements):
        return False
    signs: dict[int, set[int]] = {}
    for at, sign in _signs(gap, x, budget):
        signs.setdefault(sum(float(zero.mid()) < at for zero in zeros), set()).add(sign)
    return all(len(each) == 1 for each in signs.values())


def have_the_same_solutions(first: Expr, second: Expr, x: Sym, budget: Budget) -> bool:
    """Is the quotient of the gaps of two equations of one sign everywhere?"""
    if not isinstance(first, Rel) or not isinstance(second, Rel) or symbols(first) | symbols(second) != {x.name}:
        return False
    return len({sign for _, sign in _signs(Mul((_gap(first), _gap(second))), x, budget)}) == 1


def _gap(equation: Rel) -> Expr:
    return Add((equation.left, Neg(equation.right)))


def _signs(gap: Expr, x: Sym, budget: Budget) -> list[tuple[Fraction, int]]:
    """The sign of the gap at the points of the grid; 0 where it has none for certain."""
    found = []
    for at in GRID:
        value = value_at(gap, {x.name: at}, BITS, budget)
        found.append((at, 0 if value is None else 1 if value > 0 else -1 if value < 0 else 0))
    return found


__all__ = ["are_all_solutions", "have_the_same_solutions"]
