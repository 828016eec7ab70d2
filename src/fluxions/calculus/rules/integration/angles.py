"""Trigonometric functions under an integral: one angle, one slope, the powers of sine and cosine."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from fluxions.calculus.expr import ONE, Expr, Fn, Sym
from fluxions.calculus.rules.integration.integrand import Powers, factored, indefinite, line, of_powers
from fluxions.calculus.trees import free_of, nodes

# name -> the powers of sine and cosine that it is
CIRCULAR = {"sin": (1, 0), "cos": (0, 1), "tan": (1, -1), "cot": (-1, 1), "sec": (0, -1), "csc": (-1, 0)}
HYPERBOLIC = {"sinh": (1, 0), "cosh": (0, 1), "tanh": (1, -1), "coth": (-1, 1), "sech": (0, -1), "csch": (-1, 0)}


@dataclass(frozen=True, slots=True)
class Waves:
    """constant · sinᵖ w · cos^q w · other, where w = slope · x + …; `names` are the functions as written."""

    x: Sym
    constant: Expr
    w: Expr
    slope: Expr
    p: Fraction
    q: Fraction
    names: frozenset[str]
    other: Expr = ONE

    @property
    def whole(self) -> bool:
        return self.p.denominator == self.q.denominator == 1

    @property
    def alone(self) -> bool:
        """Is nothing else under the integral?"""
        return self.other == ONE


def waves(node: Expr) -> Waves | None:
    """The integrand of an indefinite integral as powers of sine and cosine of one angle."""
    return _seen(node, False)


def hyperbolic_waves(node: Expr) -> Waves | None:
    """The integrand of an indefinite integral as powers of sinh and cosh of one argument."""
    return _seen(node, True)


@lru_cache(maxsize=4096)
def _seen(node: Expr, hyperbolic: bool) -> Waves | None:
    goal = indefinite(node)
    table = HYPERBOLIC if hyperbolic else CIRCULAR
    if goal is None or not _has_waves(goal[0], table):
        return None
    f, x = goal
    constant, powers = factored(f, x)
    ours = {base: n for base, n in powers.items() if isinstance(base, Fn) and base.name in table}
    inside = {base.children[0] for base in ours}
    if len(inside) != 1:
        return None
    (w,) = inside
    linear = line(w, x)
    others: Powers = {base: n for base, n in powers.items() if base not in ours}
    if linear is None or any(_has_waves(base, table) for base in others):
        return None
    p = sum((n * table[base.name][0] for base, n in ours.items() if isinstance(base, Fn)), Fraction(0))
    q = sum((n * table[base.name][1] for base, n in ours.items() if isinstance(base, Fn)), Fraction(0))
    names = frozenset(base.name for base in ours if isinstance(base, Fn))
    return Waves(x, constant, w, linear[0], p, q, names, of_powers(others))


def _has_waves(e: Expr, table: dict[str, tuple[int, int]]) -> bool:
    return any(isinstance(each, Fn) and each.name in table for each in nodes(e))


def angles_in(f: Expr, x: Sym, table: dict[str, tuple[int, int]]) -> tuple[Expr, ...]:
    """The different arguments of the functions of the table that depend on x."""
    found = (each.args[0] for each in nodes(f) if isinstance(each, Fn) and each.name in table)
    return tuple(dict.fromkeys(each for each in found if not free_of(each, x)))
