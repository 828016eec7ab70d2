"""Sums are confirmed by partial sums that agree with a closed form, or close in on the value of a series."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.series import term_at
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import (
    INF,
    ZERO,
    Expr,
    Limit,
    Neg,
    Num,
    Sum,
    Sym,
)  # fmt: skip
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import symbols

BITS = 192
MOST_TERMS = 500  # that are added up one by one


def total(before: Sum, after: Expr, budget: Budget) -> Check | None:
    """Partial sums agree with a closed form, or close in on the value of a series."""
    budget.spend(2_000)
    a, n, low, high = before.arg, before.index, before.low, before.high
    if isinstance(after, Sum):
        same = (n, low, high) == (after.index, after.low, after.high) and _same_terms(a, after.arg, n, low)
        return Check("terms", "numeric", 12, BITS) if same else None
    if high == INF:
        return _series_total(before, after)
    names = sorted((symbols(a) - {n.name}) | symbols(low) | symbols(high) | symbols(after))
    for k in (2, 3, 5, 8):
        draw = {name: Fraction(k + 2 * i) for i, name in enumerate(names)}
        other = {name: Fraction(3 * k + i + 1, 5 + i) for i, name in enumerate(names)}
        at = {name: (draw if Sym(name) in (low, high) or _counts(name, low, high) else other)[name] for name in names}
        bounds = [value_at(each, at, BITS) for each in (low, high)]
        whole = [round(float(each.mid())) for each in bounds if each is not None]
        if len(whole) < 2:
            return None
        first, last = whole
        if last - first > MOST_TERMS:
            return None
        terms = [term_at(a, n, i, at) for i in range(first, last + 1)]
        value = value_at(after, at, BITS)
        if value is None or any(each is None for each in terms) or not (value - sum(terms)).contains(0):
            return None
    return Check("partial sums", "numeric", 4, BITS)


def _same_terms(a: Expr, b: Expr, n: Sym, low: Expr) -> bool:
    """Do two terms agree for the first whole numbers, where both have values, whatever the letters are?"""
    names = sorted((symbols(a) | symbols(b) | symbols(low)) - {n.name})
    heard = 0
    for k in (1, 2, 3):
        draw = {name: Fraction(3 * k + i + 1, 5 + i) for i, name in enumerate(names)}
        start = value_at(low, draw, BITS) if not symbols(low) else None
        first = 1 if start is None else round(float(start.mid()))
        for i in range(8):
            u, v = term_at(a, n, first + i, draw), term_at(b, n, first + i, draw)
            if u is not None and v is not None:
                heard += 1
                if not (u - v).contains(0):
                    return False
    return heard >= 6


def _counts(name: str, low: Expr, high: Expr) -> bool:
    return name in symbols(low) | symbols(high)


def _series_total(before: Sum, after: Expr) -> Check | None:
    if after in (INF, Neg(INF)):
        return None
    a, n = before.arg, before.index
    value = _limit_far_out(after) if isinstance(after, Limit) else after
    names = sorted((symbols(a) - {n.name}) | symbols(value or ZERO))
    heard = 0
    for k in range(5 if names else 1):
        draw = {name: Fraction(2 + 3 * k + i, 11 + 4 * i) * (-1) ** k for i, name in enumerate(names)}
        far = [term_at(a, n, i, draw) for i in (20, 40, 80)]
        if names and any(each is None or abs(float(each.mid())) > 0.25 for each in far[1:]):
            continue  # no convergence for these letters
        heard += 1
        wanted = None if value is None else value_at(value, draw, BITS)
        low = value_at(before.low, draw, BITS)
        if wanted is None or low is None or not _partial_sums_close_in(a, n, round(float(low.mid())), draw, wanted):
            return None
    return Check("partial sums", "numeric", heard, BITS) if heard else None


def _limit_far_out(limit: Limit) -> Expr | None:
    value = value_at(limit.arg, {limit.variable.name: 2**60}, BITS)
    return None if value is None else Num(Fraction(float(value.mid())).limit_denominator(10**9))


def _partial_sums_close_in(a: Expr, n: Sym, low: int, draw: dict[str, Fraction], wanted: Any) -> bool:
    """The gaps of the sums of 8, 16, … terms shrink by a steady factor, or are nothing."""
    running, gaps = 0 * wanted, []
    for i in range(512):
        term = term_at(a, n, low + i, draw)
        if term is None:
            return False
        running = running + term
        if i + 1 in (8, 16, 32, 64, 128, 256, 512):
            gaps.append(abs(float((running - wanted).mid())))
    return all(later < 0.78 * earlier or later < 1e-12 for earlier, later in pairwise(gaps))
