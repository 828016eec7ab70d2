"""Taylor polynomials are confirmed by how close they come, and bounds of a remainder by samples."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import factorial
from typing import Any

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.limits import approached
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import (
    ZERO,
    Diff,
    Expr,
    Limit,
    Num,
    Operator,
    Pow,
    Sym,
)  # fmt: skip
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import symbols

BITS = 192


def taylor(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """A polynomial of degree ≤ n has the value and the n derivatives of f at the point: f − P is small like hⁿ⁺¹."""
    match before.args:
        case (f, Sym() as x, a, Num(n)) if n.denominator == 1 and 0 <= n <= 16:
            return _osculates(f, after, x, a, int(n))
    return None


def _osculates(f: Expr, polynomial: Expr, x: Sym, a: Expr, n: int) -> Check | None:
    """(f − P)/(x − a)ⁿ goes to zero, and P has a vanishing derivative of order n + 1."""
    whole = isinstance(polynomial, Operator) and polynomial.name == "upto"
    polynomial = polynomial.args[0] if isinstance(polynomial, Operator) else polynomial
    scaled = Limit((f - polynomial) / Pow(x - a, Num(n)), x, a)
    if approached(scaled, ZERO) is None:
        return None
    return Check("approach", "numeric", 12, 512) if whole or _degree_at_most(polynomial, x, n) else None


def _degree_at_most(p: Expr, x: Sym, n: int) -> bool:
    """Are the (n + 1)th differences zero?"""
    names = sorted(symbols(p) - {x.name})
    draw = {name: Fraction(5 + 2 * i, 7) for i, name in enumerate(names)}
    row = [value_at(p, {**draw, x.name: k}, BITS) for k in range(n + 3)]
    values = [each for each in row if each is not None]
    if len(values) < len(row):
        return False
    for _ in range(n + 1):
        values = [v - u for u, v in pairwise(values)]
    return all(each.contains(0) for each in values)


def upto(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """A product or composition of polynomials cut off behind xⁿ."""
    match before.args:
        case (e, Sym() as x, a, Num(n)):
            return _osculates(e, after, x, a, int(n))
    return None


def largest(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Is |g| nowhere between a and b larger?"""
    match before.args:
        case (g, Sym() as x, a, b):
            bound, row = value_at(after, {}, BITS), _sizes(g, x, a, b)
            fits = bound is not None and row is not None and all(bool(each <= bound * 1.000000001) for each in row)
            return Check("samples", "numeric", 129, BITS) if fits else None
    return None


def _sizes(g: Expr, x: Sym, a: Expr, b: Expr) -> list[Any] | None:
    first, last = value_at(a, {}, BITS), value_at(b, {}, BITS)
    if first is None or last is None:
        return None
    low, high = Fraction(float(first.mid())), Fraction(float(last.mid()))
    row = [value_at(g, {x.name: low + (high - low) * i / 128}, BITS) for i in range(129)]
    known = [abs(each) for each in row if each is not None]
    return known if len(known) == len(row) else None


def remainder(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Is the bound at least the largest value that Lagrange's formula takes with derivatives found by jets?"""
    match before.args:
        case (f, Sym() as x, a, Num(n), b):
            slope: Expr = f
            for _ in range(int(n) + 1):
                slope = Diff(slope, x)
            row, bound, width = _sizes(slope, x, a, b), value_at(after, {}, BITS), value_at(b - a, {}, BITS)
            if row is None or bound is None or width is None:
                return None
            scale = abs(width) ** (int(n) + 1) / factorial(int(n) + 1)
            fits = all(bool(each * scale <= bound * 1.000000001) for each in row)
            return Check("samples", "numeric", 129, BITS) if fits else None
    return None


CHECKS = {"taylor": taylor, "upto": upto, "largest": largest, "remainder": remainder}
