"""Definite integrals, expectations and the like are confirmed by quadrature, at three draws of their parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks import series
from fluxions.calculus.derivation.checks.limits import approached
from fluxions.calculus.derivation.densities import pieces
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import (
    INF,
    ONE,
    TWO,
    Add,
    At,
    Const,
    Diff,
    Div,
    Expr,
    Int,
    Limit,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    Sym,
    Vector,
    exp,
    fn,
)  # fmt: skip
from fluxions.calculus.numbers.balls import Ball, ball, value_at
from fluxions.calculus.numbers.half_waves import value_by_half_waves
from fluxions.calculus.numbers.lattices import region_integral
from fluxions.calculus.numbers.points import between, stream
from fluxions.calculus.numbers.quadrature import has_integral, value_with_integrals
from fluxions.calculus.trees import mapped, nodes, substituted, symbols

NO_NUMBER = (INF, Const("dne"))
DRAWS, TRIES, BITS = 3, 14, 36
RANGES = ((1, 3), (Fraction(1, 4), 1), (3, 6), (-2, 2), (Fraction(1, 2), 2), (0, 1), (-1, 0))
ROUGH = 0.03  # of the lattice
FAR_OUT = (16, 32, 48)
SIDES = {0: Fraction(1, 2), 2: Fraction(-1, 2)}
LOUDEST = Fraction(1, 2**20)  # relative radius of a value that still decides


def agreeing(a: Expr, b: Expr, budget: Budget) -> Check | None:
    """Do both have the same value, the integrals in them worked out by quadrature?"""
    found = _compared(a, b, budget)
    return found if isinstance(found, Check) else None


def _compared(a: Expr, b: Expr, budget: Budget) -> Check | Literal["differ", "unknown"]:
    near = _beside_the_bounds(a)
    a, b = written_out(a), written_out(b)
    names = sorted(symbols(a) | symbols(b))
    heard, wanted = 0, DRAWS if names else 1
    for draw in _draws(names, near):
        left = value_with_integrals(a, draw, budget)
        right = None if left is None else value_with_integrals(b, draw, budget)
        if left is None or right is None:
            continue
        gap = left - right
        if not gap.contains(0):
            return "differ"
        if not gap.rad() < LOUDEST.numerator * (1 + abs(left)) / LOUDEST.denominator:
            continue
        heard += 1
        if heard == wanted:
            return Check("quadrature", "numeric", heard, BITS)
    return "unknown"


def _beside_the_bounds(e: Expr) -> dict[str, Fraction]:
    """For a bound that is a letter the other bound: beside it no pole lies between them."""
    match e:
        case Int(_, _, Sym(name), other) | Int(_, _, other, Sym(name)) if other is not None:
            value = value_with_integrals(other, {}, Budget(1_000)) if not symbols(other) else None
            if value is not None and value.is_finite():
                return {name: Fraction(round(float(value.mid()) * 64), 64)}
    return {}


def _draws(names: list[str], near: Mapping[str, Fraction] | None = None) -> Iterator[dict[str, Fraction]]:
    """Values of the parameters in several ranges; every other draw lies close to the places that are named."""
    numbers = stream(len(names))
    for k in range(TRIES if names else 1):
        low, high = RANGES[k % len(RANGES)]
        draw = {name: between(low, high, next(numbers)) for name in names}
        if near and k % 2 == 0:
            draw |= {name: place + SIDES[k % 4] * between(0, 1, next(numbers)) for name, place in near.items()}
        yield draw


def integral(before: Int, after: Expr, budget: Budget) -> Check | None:
    """A definite integral has the value of `after`; one that is improper is the limit of its parts."""
    match after:
        case Limit(part, t, end) if before.low is not None and before.high is not None:
            return _partial(before, part, t, end, budget)
        case Operator("diverges", (value, _)) if any(each in NO_NUMBER for each in nodes(value)):
            return _no_value(before, budget)
    found = _compared(before, after, budget)
    if isinstance(found, Check):
        return found
    match after:
        case Operator("bracket", (f, Sym() as x, low, high)) if found == "unknown":
            return _inside_the_ends(before, f, x, low, high, budget)
    if found == "unknown" and (swinging := _by_half_waves(before, after, budget)) is not None:
        return swinging
    return _by_lattice(before, after, budget) if found == "unknown" else None


def bracket(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """F(b) − F(a), or what F(b − h) − F(a + h) comes to as h falls to 0."""
    found = _compared(before, after, budget)
    if found != "unknown":
        return found if isinstance(found, Check) else None
    match before.args:
        case f, Sym() as x, low, high if not has_integral(f):
            h = Sym("h inside")
            return approached(Limit(At(f, x, high - h) - At(f, x, low + h), h, Num(0), "+"), written_out(after))
    return None


def _inside_the_ends(before: Int, f: Expr, x: Sym, low: Expr, high: Expr, budget: Budget) -> Check | None:
    """An antiderivative without a value at an end is compared between places close to both ends."""
    step = Div(high - low, Num(97))
    start, end = low + step, high - step
    return agreeing(Int(before.arg, before.variable, start, end), At(f, x, end) - At(f, x, start), budget)


def _by_half_waves(before: Int, after: Expr, budget: Budget) -> Check | None:
    """An integral that converges because it swings, summed half wave by half wave."""
    names = sorted(symbols(before) | symbols(after))
    heard, wanted = 0, DRAWS if names else 1
    for draw in _draws(names):
        left = value_by_half_waves(before, draw, budget)
        right = None if left is None else _with_half_waves(after, draw, budget)
        if left is None or right is None:
            continue
        if not (left - right).contains(0) or left.rad() > LOUDEST.numerator * (1 + abs(left)) / LOUDEST.denominator:
            return None
        heard += 1
        if heard == wanted:
            return Check("half-waves", "numeric", heard, BITS // 2)
    return None


def _with_half_waves(e: Expr, draw: Mapping[str, Fraction], budget: Budget) -> Ball | None:
    match e:
        case Int() if (value := value_by_half_waves(e, draw, budget)) is not None:
            return value
        case Mul((Num(c), Int() as rest)) if (value := value_by_half_waves(rest, draw, budget)) is not None:
            return ball(c) * value
    return value_with_integrals(written_out(e), draw, budget)


def _by_lattice(before: Int, after: Expr, budget: Budget) -> Check | None:
    """A double or triple integral too rough for quadrature, as over the tip of a cone, by a lattice of points."""
    names: list[Expr] = []
    conditions: list[Expr] = []
    e: Expr = before
    while isinstance(e, Int) and e.low is not None and e.high is not None:
        names.insert(0, e.variable)
        conditions += [Rel("<", e.low, e.variable), Rel("<", e.variable, e.high)]
        e = e.arg
    if len(names) < 2 or e.stands:
        return None
    return region(Operator("over", (e, Vector(tuple(names)), *conditions)), after, budget)


def _no_value(before: Int, budget: Budget) -> Check | None:
    """Quadrature finds no value at any draw."""
    draws = list(_draws(sorted(symbols(before))))[:DRAWS]
    if any(value_with_integrals(before, draw, budget) is not None for draw in draws):
        return None
    return Check("quadrature", "numeric", len(draws), BITS)


def divergence(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """What is said of the whole is what the part without a finite value leaves open."""
    part, said = before.args
    fits = any(each in NO_NUMBER for each in nodes(part)) and after == said and (said == part or said == NO_NUMBER[1])
    return Check("definition", "proved") if fits else None


def _partial(before: Int, part: Expr, t: Sym, end: Expr, budget: Budget) -> Check | None:
    """Is what the limit is taken of the integral up to t, or from t on?"""
    f, x, low, high = before.arg, before.variable, before.low, before.high
    whole = Int(f, x, low, t) if end == high else Int(f, x, t, high) if end == low else None
    return None if whole is None else agreeing(whole, part, budget)


def operator(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The meaning of the operator, written as integrals, has the value of `after`."""
    return agreeing(before, after, budget)


def convergence(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Does the integral have a value, or does it not? By how fast f falls far out, or grows towards an end."""
    match before.args:
        case (Int(f, x, low, high),) if low is not None and high is not None:
            budget.spend(2_000)
            steep = _steepness(f, x, low, high)
            said = _said(after)
            if steep is None or said is None or steep == (said != "converges"):
                return None
            return Check("steepness", "numeric", len(FAR_OUT), 192)
        case (value,) if not value.stands and isinstance(after, Const):
            wrong = any(each in NO_NUMBER for each in nodes(value)) == (after.name == "converges")
            return None if wrong else Check("definition", "proved")
    return series.convergence(before, after, budget)


def _said(after: Expr) -> str | None:
    match after:
        case Const(name) | Operator("comparison", (_, Const(name))):
            return name
    return None


def _steepness(f: Expr, x: Sym, low: Expr, high: Expr) -> bool | None:
    """Is the exponent of f beyond the one of 1/x, on the side of convergence? None where it is too close to tell."""
    far = high == INF
    logs: list[float] = []
    for k in FAR_OUT:
        place = (low if far else high if high == INF else low) + Num(Fraction(2) ** (k if far else -k))
        value = value_at(substituted(f, {x.name: place}), {}, 192)
        if value is None or value.contains(0):
            return None
        logs.append(float(abs(value).log().mid()) / 0.6931471805599453)
    slope = (logs[-1] - logs[0]) / (FAR_OUT[-1] - FAR_OUT[0])
    gap = -1 - slope if far else 1 - slope
    return None if abs(gap) < 0.03 and not _is_reciprocal(logs, far) else gap > 0.03


def _is_reciprocal(logs: list[float], far: bool) -> bool:
    """Is the exponent −1 to many digits, as of 1/x itself?"""
    slope = (logs[-1] - logs[-2]) / (FAR_OUT[-1] - FAR_OUT[-2])
    return abs(slope + 1 if far else slope - 1) < 1e-5


def region(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """An integral over a region, or in other coordinates, to the accuracy of a lattice of points."""
    f, places, *conditions = before.args
    names = [each.name for each in places.children if isinstance(each, Sym)]
    others = sorted((symbols(before) | symbols(after)) - set(names))
    draws = list(_draws(others))[: DRAWS if others else 1]
    for draw in draws:
        fixed = {name: Num(value) for name, value in draw.items()}
        known = region_integral(substituted(f, fixed), names, [substituted(c, fixed) for c in conditions], budget)
        value = None if known is None else value_with_integrals(written_out(after), draw, budget)
        if (
            known is None
            or value is None
            or abs(float(value) - known.value) > ROUGH * (abs(known.value) + known.volume)
        ):
            return None
    return Check("lattice", "numeric", len(draws), 6)


def changed(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """In new variables: the region is the image of the rectangle, its points the images of a lattice of its own."""
    match before.args:
        case f, Vector((Sym() as x, Sym() as y)), Vector((first, second)), Vector((u, a, b)), Vector((v, c, d)):
            moved = substituted(f, {x.name: first, y.name: second})
            slopes = (Diff(first, u), Diff(second, v), Diff(first, v), Diff(second, u))  # type: ignore[arg-type]
            area = fn("abs", Mul(slopes[:2]) - Mul(slopes[2:]))
            whole = Int(Int(Mul((moved, area)), u, a, b), v, c, d)  # type: ignore[arg-type]
            return agreeing(whole, after, budget)
    return None


def written_out(e: Expr) -> Expr:
    """The tree with brackets, expectations and the like as integrals and values."""
    return mapped(e, lambda node: _meaning(node) if isinstance(node, Operator) else node)


def _meaning(e: Operator) -> Expr:
    match e.name, e.args:
        case "bracket", (f, Sym() as x, low, high) if not has_integral(f):
            return At(f, x, high) - At(f, x, low)
        case "average", (f, Sym() as x, low, high):
            return Div(Int(f, x, low, high), high - low)
        case "area", (f, g, Sym() as x, low, high):
            return Int(fn("abs", f - g), x, low, high)
        case "normalise", (f, Sym() as x, low, high):
            return Div(ONE, Int(f, x, low, high))
        case "expect", (f, Sym() as x, density):
            return mean(f, x, density) or e
        case "variance", (f, Sym() as x, density):
            return _variance(f, x, density) or e
        case "mgf", (t, Sym() as x, density):
            return mean(exp(Mul((t, x))), x, density) or e
        case "entropy", (Sym() as x, density):
            return _divergence(x, density, None) or e
        case "kl", (Sym() as x, density, other):
            return _divergence(x, density, other) or e
    return e


def mean(f: Expr, x: Sym, density: Expr) -> Expr | None:
    """∫ f(x) p(x) dx over the support."""
    parts = pieces(density, x)
    if not parts:
        return None
    terms = tuple(Int(Mul((f, each.value)), x, each.low, each.high) for each in parts)
    return terms[0] if len(terms) == 1 else Add(terms)


def _variance(f: Expr, x: Sym, density: Expr) -> Expr | None:
    """∫ (f − m)² p: another way than the mean of the square minus the square of the mean."""
    centre = mean(f, x, density)
    return None if centre is None else mean(Pow(f - _outside(centre, x), TWO), x, density)


def _outside(e: Expr, x: Sym) -> Expr:
    """The same integral over a variable of its own, so that it can stand inside another."""
    y = Sym(x.name + " again")
    return mapped(e, lambda node: y if node == x else node)


def _divergence(x: Sym, density: Expr, other: Expr | None) -> Expr | None:
    """−∫ p ln p, or ∫ p ln(p/q)."""
    parts, others = pieces(density, x), () if other is None else pieces(other, x)
    if not parts or len(parts) != 1 or others is None or len(others) > 1:
        return None
    low, high, p = parts[0]
    inside = Neg(fn("ln", p)) if not others else fn("ln", p) - fn("ln", others[0].value)
    return Int(Mul((p, inside)), x, low, high)


CHECKS = dict.fromkeys(
    ("bracket", "average", "area", "normalise", "expect", "variance", "mgf", "entropy", "kl"), operator
)
CHECKS["bracket"] = bracket
CHECKS["diverges"] = divergence
CHECKS["converges"] = convergence
CHECKS["over"] = region
CHECKS["changed"] = changed
__all__ = ["CHECKS", "agreeing", "integral", "mean", "operator", "written_out"]
