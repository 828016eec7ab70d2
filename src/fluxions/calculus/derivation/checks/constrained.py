"""Extrema under constraints confirmed: by the system with multipliers, and by points of the constraint nearby."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.meaning import alike, plain
from fluxions.calculus.derivation.checks.optimisation import NAMES, NEAR, WAYS, neighbour_ways
from fluxions.calculus.derivation.checks.points import Points, points, same_points
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import ZERO, Add, Diff, Expr, Matrix, Mul, Neg, Num, Operator, Rel, Set, Sym, Vector
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.gradients import slopes_of
from fluxions.calculus.numbers.inertia import inertia
from fluxions.calculus.numbers.points import seeded_points
from fluxions.calculus.numbers.surfaces import nearby, rise
from fluxions.calculus.trees import substituted, symbols

BITS = 400
SAMPLES = 60


def _gaps(given: Expr) -> tuple[Expr, ...]:
    """left − right of every constraint, turned so that an inequality says ≤ 0."""
    found = []
    for each in given.children:
        if isinstance(each, Rel):
            gap = Add((each.left, Neg(each.right)))
            found.append(Neg(gap) if each.op in (">", ">=") else gap)
    return tuple(found)


def _slope(f: Expr, x: Sym) -> Expr:
    """∂f/∂x exactly where f is rational, else standing for the jets."""
    names = [x.name, *sorted(symbols(f) - {x.name})]
    exact = slopes_of(f, names)
    return Diff(f, x) if exact is None else exact[0]


def _names(v: Expr) -> tuple[Sym, ...]:
    return tuple(each for each in v.children if isinstance(each, Sym))


def _candidates(f: Expr, given: Expr, v: Expr, budget: Budget) -> Points | None:
    """All points with ∇f = Σ λᵢ∇gᵢ and gᵢ = 0, from the whole system in the variables and the multipliers."""
    gaps, names = _gaps(given), _names(v)
    factors = tuple(Sym(f"factor_{i}") for i in range(len(gaps)))
    balance = [
        Add((_slope(f, x), *(Neg(Mul((factor, _slope(g, x)))) for factor, g in zip(factors, gaps, strict=True))))
        for x in names
    ]
    system = Vector(tuple(Rel("=", each, ZERO) for each in (*balance, *gaps)))
    found = points(Operator("solve", (system, Vector((*names, *factors)))), budget)
    return None if found is None else tuple(point[: len(names)] for point in found)


def lagrange(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The candidates are all points where the system with multipliers holds."""
    match before.args, after:
        case (f, given, v), Operator("onset", (g, again, w, found)) if (f, given, v) == (g, again, w):
            wanted, known = _candidates(f, given, v, budget), points(found, budget)
            right = wanted is not None and known is not None and same_points(wanted, known)
            return Check("elimination", "numeric", len(known or ()), BITS) if right else None
    return None


def multipliers(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The points found without the multipliers are those of the system with them."""
    match before.args:
        case (Vector(balance), Vector(factors), Vector(given), Vector(v)):
            system = Operator("solve", (Vector((*balance, *given)), Vector((*v, *factors))))
            whole, known = points(system, budget), points(after, budget)
            if whole is None or known is None or not same_points(tuple(each[: len(v)] for each in whole), known):
                return None
            return Check("elimination", "numeric", len(known), BITS)
    return None


def onset(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Each value is that of f at its candidate; each kind is that which the points of the constraint nearby show."""
    f, given, v, found = before.args
    places = found.children if isinstance(found, Set) else (found,)
    match after:
        case Operator("compare", (Set(pairs),)) if len(pairs) == len(places):
            held = all(
                pair.children[0] == place and alike(_value(f, v, place), plain(pair.children[1]), budget)
                for pair, place in zip(pairs, places, strict=True)
            )
            return Check("substitution", "numeric", len(places), BITS) if held else None
        case Set(named) if len(named) == len(places):
            held = all(
                isinstance(each, Operator) and each.args[0] == place and kind_near(f, given, v, each, budget)
                for each, place in zip(named, places, strict=True)
            )
            return Check("neighbours", "numeric", len(WAYS) * len(places), BITS) if held else None
    return None


def _value(f: Expr, v: Expr, place: Expr) -> Expr:
    return substituted(f, {x.name: a for x, a in zip(_names(v), place.children, strict=True)})


def kind_near(f: Expr, given: Expr, v: Expr, named: Operator, budget: Budget) -> bool:
    """Are the values at points of the constraint nearby larger, smaller, or both?"""
    if named.name not in NAMES or not alike(_value(f, v, named.args[0]), plain(named.args[1]), budget):
        return False
    names, place = [x.name for x in _names(v)], named.args[0].children
    seen: set[int] = set()
    for way in neighbour_ways(len(names)):
        for side in (1, -1):
            budget.spend(400)
            there = nearby(_gaps(given), names, place, [Fraction(side * k) for k in way], NEAR.value)
            seen.add(0 if there is None else rise(f, place, names, there))
    seen.discard(0)  # a direction across the constraint leads back to the point itself
    return seen == {"minimum": {1}, "maximum": {-1}, "saddle": {1, -1}}[named.name]


def constrained(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The multipliers balance the gradients; the second derivatives are those of f − λg."""
    if not isinstance(after, Operator):
        return None
    f, given, v, place, *known = before.args
    gaps = _gaps(given)
    match after.name, after.args:
        case "constrained", (g, again, w, p, found) if (f, given, v, place) == (g, again, w, p) and not known:
            factors = _factors(found)
            pairs = [
                (_at(Diff(f, x), v, place), _weighted(factors, [_at(Diff(gap, x), v, place) for gap in gaps]))
                for x in _names(v)
            ]
            held = len(factors) == len(gaps) and all(alike(a, b, budget) for a, b in pairs)
            return Check("jets", "numeric", len(pairs), BITS) if held else None
        case "tangential", (g, w, p, slopes, bends) if (f, v, place) == (g, w, p) and known:
            whole = Add((f, Neg(_weighted(_factors(known[0]), gaps))))
            first = plain(Operator("at", (Operator("jacobian", (Vector(gaps), v)), v, place)))
            second = plain(Operator("at", (Operator("hessian", (whole, v)), v, place)))
            held = alike(first, plain(slopes), budget) and alike(second, plain(bends), budget)
            return Check("jets", "numeric", 5, BITS) if held else None
    return None


def _factors(found: Expr) -> tuple[Expr, ...]:
    """The multipliers of a solution set with one element."""
    match found:
        case Set((single,)):
            return _factors(single)
        case Vector(factors):
            return factors
        case Set():
            return ()
    return (found,)


def _at(e: Expr, v: Expr, place: Expr) -> Expr:
    return plain(Operator("at", (e, v, place)))


def _weighted(factors: Sequence[Expr], parts: Sequence[Expr]) -> Expr:
    return Add(tuple(Mul((factor, part)) for factor, part in zip(factors, parts, strict=False)))


def tangential(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """[[0, J], [Jᵀ, B]] has m more positive and m more negative eigenvalues than B on the kernel of J."""
    match before.args:
        case (f, v, place, Matrix(slopes), Matrix(bends)) if isinstance(after, Operator) and after.name in NAMES:
            m, n = len(slopes), len(bends)
            border = [[*([ZERO] * m), *row] for row in slopes]
            below = [[*(slopes[i][j] for i in range(m)), *bends[j]] for j in range(n)]
            found = inertia([*border, *below])
            if found is None or after.args[0] != place or not alike(_value(f, v, place), plain(after.args[1]), budget):
                return None
            negative, zero, positive = found[0] - m, found[1], found[2] - m
            name = "saddle" if negative and positive else "maximum" if negative else "minimum"
            return Check("bordered", "numeric", 1, BITS) if name == after.name and not zero else None
    return None


# --- inequalities ----------------------------------------------------------------------------------------------------
def _feasible(given: Expr, v: Expr, place: Sequence[Expr]) -> bool:
    values = dict(zip((x.name for x in _names(v)), place, strict=True))
    for each, gap in zip(given.children, _gaps(given), strict=True):
        value = value_at(substituted(gap, values), {}, BITS)
        if value is None or value > 0 or (isinstance(each, Rel) and each.op == "=" and not value.contains(0)):
            return False
    return True


def kkt(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Every candidate fulfils the constraints."""
    match before.args, after:
        case (f, given, v), Operator("least", (g, again, w, found)) if (f, given, v) == (g, again, w):
            places = found.children if isinstance(found, Set) else ()
            held = all(_feasible(given, v, place.children) for place in places)
            return Check("substitution", "numeric", len(places), BITS) if held else None
    return None


def active(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The points are all solutions of the system of this case, with the multipliers."""
    match before.args, after:
        case (f, given, v, Set(chosen) as which), Operator("allowed", (again, w, other, found)) if (
            given,
            v,
            which,
        ) == (again, w, other):
            gaps = [_gaps(given)[int(each.value) - 1] for each in chosen if isinstance(each, Num)]
            factors = tuple(Sym(f"factor_{i}") for i in range(len(gaps)))
            balance = [
                Add((_slope(f, x), *(Mul((factor, _slope(g, x))) for factor, g in zip(factors, gaps, strict=True))))
                for x in _names(v)
            ]
            system = Vector(tuple(Rel("=", each, ZERO) for each in (*balance, *gaps)))
            wanted = points(Operator("solve", (system, Vector((*_names(v), *factors)))), budget)
            known = points(found, budget)
            right = wanted is not None and known is not None and same_points(wanted, known)
            return Check("elimination", "numeric", len(known or ()), BITS) if right else None
    return None


def allowed(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Kept are exactly the feasible points whose multipliers of inequalities are not negative."""
    given, v, which, found = before.args
    places = [int(each.value) - 1 for each in which.children if isinstance(each, Num)]
    count, kept = len(v.children), []
    for each in found.children if isinstance(found, Set) else ():
        place, factors = each.children[:count], each.children[count:]
        signs = [value_at(factor, {}, BITS) for factor in factors]
        open_ = [given.children[i] for i in places]
        fine = all(
            value is not None and (not value < 0 or (isinstance(rel, Rel) and rel.op == "="))
            for value, rel in zip(signs, open_, strict=True)
        )
        if fine and _feasible(given, v, place):
            kept.append(Vector(place))
    right = isinstance(after, Set) and set(after.elements) == set(kept)
    return Check("substitution", "numeric", len(kept), BITS) if right else None


def least(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """No sampled feasible point has a smaller value, nor has a feasible neighbour."""
    f, given, v, _ = before.args
    if not isinstance(after, Set) or not after.elements:
        return None
    for each in after.elements:
        if not isinstance(each, Operator) or each.name != "minimum" or not _feasible(given, v, each.args[0].children):
            return None
        if not alike(_value(f, v, each.args[0]), plain(each.args[1]), budget):
            return None
        if any(_lower(f, v, place, each.args[1]) for place in _around(given, v, each.args[0].children)):
            return None
    return Check("samples", "numeric", SAMPLES, BITS)


def _around(given: Expr, v: Expr, place: Sequence[Expr]) -> list[tuple[Expr, ...]]:
    """Feasible points near the place, and some anywhere."""
    names = [x.name for x in _names(v)]
    steps = [Num(1, 2**k) for k in (1, 3, 8, 20)]
    close = [
        tuple(Add((a, Mul((Num(side * k), step)))) for a, k in zip(place, way, strict=True))
        for way in neighbour_ways(len(names)) for side in (1, -1) for step in steps
    ]  # fmt: skip
    far = [tuple(Num(each[name]) for name in names) for each in seeded_points(names, SAMPLES)]
    return [each for each in (*close, *far) if _feasible(given, v, each)]


def _lower(f: Expr, v: Expr, place: Sequence[Expr], value: Expr) -> bool:
    there = value_at(Add((_value(f, v, Vector(tuple(place))), Neg(value))), {}, BITS)
    return there is not None and bool(there < 0)


def shadow_price(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The extrema are those of the same task, each of which was confirmed when it was found."""
    match before.args, after:
        case (f, given, v), Operator("price", (g, again, w, Set(named))) if (f, given, v) == (g, again, w):
            held = all(isinstance(each, Operator) and kind_near(f, given, v, each, budget) for each in named)
            return Check("neighbours", "numeric", len(WAYS), BITS) if held else None
    return None


def price(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """∇f = λ∇g in every component, at the extremum that the price belongs to."""
    f, given, v, named = before.args
    prices = after.elements if isinstance(after, Set) else (after,)
    for each, factor in zip(named.children, prices, strict=True):
        slopes = [[_at(Diff(part, x), v, each.children[0]) for x in _names(v)] for part in (f, *_gaps(given))]
        if not all(alike(a, Mul((factor, b)), budget) for a, b in zip(*slopes, strict=True)):
            return None
    return Check("jets", "numeric", len(prices), BITS)


# --- definiteness and convexity --------------------------------------------------------------------------------------
def definiteness(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The signs of the eigenvalues, from the characteristic polynomial."""
    match before.args, after:
        case (Matrix(rows),), Sym(word):
            found = inertia(rows)
            if found is None:
                return None
            negative, zero, positive = found
            name = "indefinite"
            if not negative or not positive:
                name = ("negative" if negative else "positive") + ("_semidefinite" if zero else "_definite")
            return Check("eigenvalues", "numeric", 1, BITS) if name == word else None
    return None


def convexity(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The Hessian is that of f."""
    match before.args, after:
        case (f, v), Operator("curvature", (w, bends)) if v == w:
            held = alike(plain(Operator("hessian", (f, v))), plain(bends), budget)
            return Check("jets", "numeric", 5, BITS) if held else None
    return None


def curvature(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The eigenvalues of the Hessian at sampled points are of the signs that the word says."""
    match before.args, after:
        case (Vector() as v, Matrix(rows)), Sym(word):
            names = [x.name for x in _names(v)]
            seen = [inertia(rows, each) for each in seeded_points(names, SAMPLES)]
            known = [each for each in seen if each is not None]
            if len(known) < SAMPLES // 4:
                return None
            down, up = any(each[0] for each in known), any(each[2] for each in known)
            right = {"convex": not down, "concave": not up, "neither": down and up}.get(word, False)
            return Check("eigenvalues", "numeric", len(known), BITS) if right else None
    return None


CHECKS = {
    "lagrange": lagrange, "multipliers": multipliers, "onset": onset, "constrained": constrained,
    "tangential": tangential, "kkt": kkt, "active": active, "allowed": allowed, "least": least,
    "definiteness": definiteness, "convexity": convexity, "curvature": curvature,
    "shadowprice": shadow_price, "price": price,
}  # fmt: skip
