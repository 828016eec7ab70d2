"""Series are confirmed by their terms far out, sums by partial sums, Taylor polynomials by derivatives at the point."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import (
    INF,
    ONE,
    Add,
    Const,
    Expr,
    Interval,
    Limit,
    Neg,
    Num,
    Operator,
    Pow,
    Set,
    Sum,
    Sym,
)  # fmt: skip
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import free_of, nodes, substituted, symbols

BITS, LEVELS, WINDOW = 192, range(4, 13), 24
TESTS = ("termtest", "ratiotest", "roottest")


def term_at(a: Expr, n: Sym, k: int, draw: dict[str, Fraction] | None = None) -> Any:
    """The kth term as a ball; None where it has none. Powers of −1 need the whole number in its place."""
    draw = draw or {}
    value = value_at(a, {**draw, n.name: k}, BITS)
    return value if value is not None else value_at(substituted(a, {n.name: Num(k)}), draw, BITS)


def behaviour(a: Expr, n: Sym) -> str | None:
    """What Σ a does, by Cauchy's condensed terms 2ᵏ·|a| and the signs; None where that does not tell."""
    if symbols(a) - {n.name}:
        return None
    heights: list[float] = []
    mixed = False
    for k in LEVELS:
        window = [term_at(a, n, 2**k + i) for i in range(WINDOW if k < 10 else 8)]
        if any(each is None for each in window):
            return None
        mixed = mixed or len({float(each.mid()) > 0 for each in window if not each.contains(0)}) > 1
        tallest = max((abs(each) for each in window), key=lambda each: float(each.mid()))
        if not tallest > 0:
            return None
        heights.append(float(tallest.log().mid()) / 0.6931471805599453 + k)
    fate = _condensed(heights)
    if fate is None or fate:
        return None if fate is None else "absolutely" if mixed else "converges"
    if not mixed:
        return "diverges"
    return _alternates(a, n, heights)


def _condensed(heights: list[float]) -> bool | None:
    """Do the condensed terms, given by their logarithms, have a finite sum?"""
    (_, *_), slopes = heights, [b - a for a, b in pairwise(heights)]
    k, early, late = LEVELS[-2], slopes[-5], slopes[-1]
    rate = (k * late - (k - 4) * early) / 4  # without what logarithms add
    if late > 0:  # they still grow: 1/(n + 8)
        return False
    if late < -0.5 and rate < -0.05:
        return True
    if rate < -0.03:
        return True
    if rate > 0.03:
        return False
    power = k * (1 - 2**late)
    return True if power > 1.35 else False if power < 1.12 else None


def _alternates(a: Expr, n: Sym, heights: list[float]) -> str | None:
    """Terms that change sign each time and fall to zero: conditionally; terms that stay away from zero: divergence."""
    sizes = [height - k for height, k in zip(heights, LEVELS, strict=True)]
    if sizes[-1] > sizes[2] - 0.15:
        return "diverges"
    for k in (5, 8, 11):
        row = [term_at(a, n, 2**k + i) for i in range(10)]
        if not all(bool(u * v < 0) and bool(abs(v) < abs(u)) for u, v in pairwise(row)):
            return None
    return "conditionally"


def convergence(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Do the terms far out behave as is said, or as the test says that was opened?"""
    match before.args:
        case (Sum(a, n),):
            budget.spend(20_000)
            found, said = behaviour(a, n), _implied(after)
            good = found is not None and said is not None and _fits(found, said)
            return Check("condensation", "numeric", len(LEVELS), BITS) if good else None
    return None


def _fits(found: str, said: str) -> bool:
    if said == "not absolutely":
        return found in ("conditionally", "diverges")
    return found == said or {found, said} == {"absolutely", "converges"}


def _implied(after: Expr) -> str | None:
    """What a series does by the test whose limit is known."""
    match after:
        case Const(name):
            return name
        case Operator("comparison", (_, Const(name))):
            return name
        case Operator("absolute", (Const(name), *_)):
            return "absolutely" if name == "converges" else "not absolutely"
        case Operator("termtest", (_,)):
            return "diverges"
        case Operator("ratiotest" | "roottest", (limit,)):
            side = _against_one(limit)
            return None if side == 0 else "converges" if side < 0 else "diverges"
    return None


def _against_one(limit: Expr) -> int:
    if limit == INF:
        return 1
    value = value_at(limit, {}, BITS)
    return 0 if value is None else 1 if value > 1 else -1 if value < 1 else 0


def decided(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """A test with its limit known, and the word that follows from it."""
    match before, after:
        case Operator("absolute", (Const("diverges"), a, Sym() as n)), Const("conditionally"):
            return convergence(Operator("converges", (Sum(Pow(Num(-1), n) * a, n, ONE, INF),)), after, budget)
        case Operator("comparison", (limit, word)), _:
            value = value_at(limit, {}, BITS)
            return Check("same", "proved") if after == word and value is not None and not value.contains(0) else None
    return Check("value", "proved") if isinstance(after, Const) and _implied(before) == after.name else None


def radius(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Inside the radius the terms shrink, outside they grow."""
    match before.args:
        case (Sum(a, n), Sym() as x):
            return Check("terms", "numeric", 4, BITS) if _is_radius(a, n, x, after) else None
    return None


def _is_radius(a: Expr, n: Sym, x: Sym, after: Expr) -> bool:
    centre = _centre(a, n, x)
    size = _far_out(after) if isinstance(after, Limit) else after
    if centre is None or size is None:
        return False
    if size == INF:
        return _shrinks(a, n, x, centre + 20) is True
    value = value_at(size, {}, BITS)
    if value is None:
        return False
    r = Fraction(float(value.mid())).limit_denominator(10**6)
    if r == 0:
        return _shrinks(a, n, x, centre + Fraction(1, 20)) is False
    return (
        _shrinks(a, n, x, centre + r * Fraction(9, 10)) is True
        and _shrinks(a, n, x, centre + r * Fraction(11, 10)) is False
    )


def _far_out(limit: Limit) -> Expr | None:
    value = value_at(limit.arg, {limit.variable.name: 2**40}, BITS)
    if value is None:
        return None
    return INF if value > 2**20 else Num(Fraction(float(value.mid())).limit_denominator(10**6))


def _centre(a: Expr, n: Sym, x: Sym) -> Fraction | None:
    """Where the base of the power in x is zero."""
    for each in nodes(a):
        if isinstance(each, Pow) and not free_of(each.base, x):
            zero, one = (value_at(each.base, {x.name: place}, BITS) for place in (0, 1))
            if zero is not None and one is not None and not (one - zero).contains(0):
                return Fraction(float((-zero / (one - zero)).mid())).limit_denominator(10**6)
    return None


def _shrinks(a: Expr, n: Sym, x: Sym, place: Fraction) -> bool | None:
    """Do the terms go to zero at a place (True), or grow (False)?"""
    sizes = [term_at(substituted(a, {x.name: Num(place)}), n, k) for k in (150, 300, 600)]
    if any(each is None or each.contains(0) for each in sizes):
        return None
    logs = [float(abs(each).log().mid()) for each in sizes]
    return True if logs[2] < logs[1] < logs[0] - 1 else False if logs[2] > logs[1] > logs[0] + 1 else None


def begun(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The radius in the first step towards the interval."""
    match after:
        case Operator("within", (r, a, Sym() as n, low, Sym())) if before.args[0] == Sum(a, n, low, INF):
            return radius(Operator("radius", before.args), r, budget)
    return None


def ends(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The ends are the centre ± the radius, and each belongs to the interval where its series converges."""
    match before, after:
        case Operator("within", (r, a, Sym() as n, _, Sym() as x)), Interval(Neg(Const("inf")), Const("inf")) if (
            r == INF
        ):
            return Check("whole line", "proved")
        case Operator("within", (r, a, Sym() as n, low, Sym() as x)), Operator("endpoints", (left, right, *words)):
            centre = _centre(a, n, x)
            if centre is None:
                return None
            fits = all(_same_number(end, Num(centre) + sign * r) for end, sign in ((left, -1), (right, 1)))
            told = all(behaviour(substituted(a, {x.name: end}), n) in _names(word)
                       for end, word in zip((left, right), words, strict=True))  # fmt: skip
            return Check("ends", "numeric", 2, BITS) if fits and told else None
        case Operator("within", (_, a, Sym() as n, _, Sym() as x)), Set((only,)):
            centre = _centre(a, n, x)
            return Check("centre", "numeric") if centre is not None and _same_number(only, Num(centre)) else None
        case Operator("endpoints", (left, right, at_left, at_right)), Interval(low, high, with_low, with_high):
            same = (low, high, with_low, with_high) == (
                left,
                right,
                *(e != Const("diverges") for e in (at_left, at_right)),
            )
            return Check("same", "proved") if same else None
    return None


def _names(word: Expr) -> tuple[str, ...]:
    name = word.name if isinstance(word, Const) else ""
    return ("converges", "absolutely") if name in ("converges", "absolutely") else (name,)


def _same_number(a: Expr, b: Expr) -> bool:
    gap = value_at(Add((a, Neg(b))), {}, BITS)
    return gap is not None and gap.contains(0)


CHECKS = {
    "converges": convergence, **dict.fromkeys((*TESTS, "absolute", "comparison"), decided), "radius": radius,
    "convergence": begun, "within": ends, "endpoints": ends,
}  # fmt: skip
