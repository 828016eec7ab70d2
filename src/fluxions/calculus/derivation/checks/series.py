"""Series are confirmed by their terms far out, sums by partial sums, Taylor polynomials by derivatives at the point."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import factorial
from typing import Any

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.limits import approached
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import (
    INF,
    ONE,
    ZERO,
    Add,
    Const,
    Diff,
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
            good = found is not None and (found == said or (said == "not absolutely" and found in ("conditionally", "diverges"))
                                          or {found, said} == {"absolutely", "converges"})  # fmt: skip
            return Check("condensation", "numeric", len(LEVELS), BITS) if good else None
    return None


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
    if isinstance(after, Limit):
        after = _far_out(after)
    if centre is None or after is None:
        return False
    if after == INF:
        return _shrinks(a, n, x, centre + 20) is True
    value = value_at(after, {}, BITS)
    if value is None:
        return False
    r = Fraction(float(value.mid())).limit_denominator(10**6)
    if r == 0:
        return _shrinks(a, n, x, centre + Fraction(1, 20)) is False
    return _shrinks(a, n, x, centre + r * Fraction(9, 10)) is True and _shrinks(a, n, x, centre + r * Fraction(11, 10)) is False


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
        case Operator("within", (r, a, Sym(), _, Sym())) if before.args[0] == Sum(a, *after.args[2:4], INF):  # type: ignore[arg-type]
            return radius(Operator("radius", before.args), r, budget)
    return None


def ends(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The ends are the centre ± the radius, and each belongs to the interval where its series converges."""
    match before, after:
        case Operator("within", (r, a, Sym() as n, _, Sym() as x)), Interval(Neg(Const("inf")), Const("inf")) if r == INF:
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
            same = (low, high, with_low, with_high) == (left, right, *(e != Const("diverges") for e in (at_left, at_right)))
            return Check("same", "proved") if same else None
    return None


def _names(word: Expr) -> tuple[str, ...]:
    name = word.name if isinstance(word, Const) else ""
    return ("converges", "absolutely") if name in ("converges", "absolutely") else (name,)


def _same_number(a: Expr, b: Expr) -> bool:
    gap = value_at(Add((a, Neg(b))), {}, BITS)
    return gap is not None and gap.contains(0)


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
        if any(each is None for each in bounds):
            return None
        first, last = (round(float(each.mid())) for each in bounds)
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
        start = value_at(low, draw, BITS) if not symbols(low) else 1
        for i in range(8):
            place = i + (start if isinstance(start, int) else round(float(start.mid())))
            u, v = term_at(a, n, place, draw), term_at(b, n, place, draw)
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
    if isinstance(after, Limit):
        value = _limit_far_out(after)
    else:
        value = after
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
    if any(each is None for each in row):
        return False
    for _ in range(n + 1):
        row = [v - u for u, v in pairwise(row)]
    return all(each.contains(0) for each in row)


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
    ends = [value_at(each, {}, BITS) for each in (a, b)]
    if any(each is None for each in ends):
        return None
    low, high = (Fraction(float(each.mid())) for each in ends)
    row = [value_at(g, {x.name: low + (high - low) * i / 128}, BITS) for i in range(129)]
    return None if any(each is None for each in row) else [abs(each) for each in row]


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


CHECKS = {
    "converges": convergence, **dict.fromkeys((*TESTS, "absolute", "comparison"), decided), "radius": radius,
    "convergence": begun, "within": ends, "endpoints": ends, "taylor": taylor, "upto": upto,
    "largest": largest, "remainder": remainder,
}  # fmt: skip
