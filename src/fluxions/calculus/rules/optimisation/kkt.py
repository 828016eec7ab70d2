"""KKT: every set of active constraints is a case; signs of multipliers and feasibility sort the candidates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ZERO, Add, And, Diff, Expr, Mul, Neg, Num, Operator, Rel, Set, Sym, Vector
from fluxions.calculus.rules.optimisation.algebra import set_of, sign
from fluxions.calculus.rules.optimisation.constrained import is_bounded
from fluxions.calculus.rules.optimisation.convexity import is_convex
from fluxions.calculus.rules.optimisation.extrema import extreme
from fluxions.calculus.rules.optimisation.smooth import smooth
from fluxions.calculus.rules.several.places import symbols_of, value_at_place
from fluxions.calculus.trees import substituted, symbols

MOST_CONSTRAINTS = 6


def below_zero(given: Expr) -> tuple[tuple[Expr, bool], ...] | None:
    """Each constraint as (g, is an equation) with g ≤ 0 or g = 0; None where one is neither."""
    if not isinstance(given, Vector):
        return None
    found: list[tuple[Expr, bool]] = []
    for each in given.entries:
        match each:
            case Rel("<=" | "<", left, right):
                found.append((tidied(Add((left, Neg(right)))), False))
            case Rel(">=" | ">", left, right):
                found.append((tidied(Add((right, Neg(left)))), False))
            case Rel("=", left, right):
                found.append((tidied(Add((left, Neg(right)))), True))
            case _:
                return None
    return tuple(found)


def _multipliers(count: int, *taken: Expr) -> tuple[Sym, ...]:
    used = frozenset[str]().union(*(symbols(each) for each in taken))
    letter = "mu" if not any(name.startswith("mu") for name in used) else "lambda"
    return tuple(Sym(f"{letter}_{k}") for k in range(1, count + 1))


def active_sets(node: Expr) -> Expr | Found | None:
    """min f with gᵢ ≤ 0: ∇f + Σ μᵢ∇gᵢ = 0 and gᵢ = 0 for each set of active constraints, the other μᵢ being 0."""
    match node:
        case Operator("kkt", (f, Vector() as given, Vector() as v)) if smooth(f, v):
            gaps = below_zero(given)
            if gaps is None or not 1 <= len(gaps) <= MOST_CONSTRAINTS or not all(smooth(g, v) for g, _ in gaps):
                return None
            always = [i for i, (_, equal) in enumerate(gaps) if equal]
            rest = [i for i, (_, equal) in enumerate(gaps) if not equal]
            chosen = [
                (*always, *more)
                for count in range(len(rest) + 1)
                for more in combinations(rest, count)
                if count + len(always) <= len(symbols_of(v))
            ]
            cases = tuple(
                Operator("active", (f, given, v, Set(tuple(Num(i + 1) for i in sorted(each))))) for each in chosen
            )
            together = cases[0] if len(cases) == 1 else Operator("together", cases)
            return Found(Operator("least", (f, given, v, together)), (("n", Num(len(cases))),))
    return None


def none_active(node: Expr) -> Expr | Found | None:
    """With no constraint active an extremum has ∇f = 0."""
    match node:
        case Operator("active", (f, Vector() as given, Vector() as v, Set(()) as active)):
            flat = Vector(tuple(Rel("=", Diff(f, x), ZERO) for x in symbols_of(v)))
            return Operator("allowed", (given, v, active, Operator("solve", (flat, v))))
    return None


def one_active_set(node: Expr) -> Expr | Found | None:
    """Stationarity with the multipliers of the active constraints, which hold with equality."""
    match node:
        case Operator("active", (f, Vector() as given, Vector() as v, Set(chosen) as active)) if chosen:
            gaps = below_zero(given)
            if gaps is None:
                return None
            places = [int(each.value) - 1 for each in chosen if isinstance(each, Num)]
            factors = _multipliers(len(gaps), f, given)
            balance = [
                Rel("=", Add((Diff(f, x), *(Mul((factors[i], Diff(gaps[i][0], x))) for i in places))), ZERO)
                for x in symbols_of(v)
            ]
            tight = [Rel("=", gaps[i][0], ZERO) for i in places]
            unknowns = Vector((*v.entries, *(factors[i] for i in places)))
            solutions = Operator("solve", (Vector((*balance, *tight)), unknowns))
            return Found(Operator("allowed", (given, v, active, solutions)), (("a", And(tuple(tight))),))
    return None


def sorted_candidates(node: Expr) -> Expr | Found | None:
    """Kept is what fulfils every constraint and has no negative multiplier of an inequality."""
    match node:
        case Operator("allowed", (Vector() as given, Vector() as v, Set(chosen) as active, points)):
            found, gaps = set_of(points), below_zero(given)
            if found is None or gaps is None:
                return None
            places = [int(each.value) - 1 for each in chosen if isinstance(each, Num)]
            kept: list[Expr] = []
            dropped: list[Expr] = []
            for each in found:
                count = len(v.entries)
                place, factors = Vector(each.children[:count]), each.children[count:]
                fits = _fits(gaps, places, v, place, factors)
                if fits is None:
                    return None
                (kept if fits else dropped).append(place)
            using = (("a", active), ("p", Set(tuple(kept))), ("q", Set(tuple(dropped))))
            return Found(Set(tuple(kept)), using)
    return None


def all_fit(node: Expr) -> Expr | Found | None:
    """Every candidate is kept."""
    return _if_any(node, dropped=False)


def none_fits(node: Expr) -> Expr | Found | None:
    """No candidate is kept."""
    return _if_any(node, kept=False)


def _if_any(node: Expr, *, kept: bool = True, dropped: bool = True) -> Found | None:
    found = sorted_candidates(node)
    if not isinstance(found, Found):
        return None
    using = dict(found.using)
    fits = bool(using["p"].children) == kept and bool(using["q"].children) == dropped
    return found if fits else None


def _fits(
    gaps: Sequence[tuple[Expr, bool]], places: Sequence[int], v: Vector, place: Vector, factors: Sequence[Expr]
) -> bool | None:
    """Is the point feasible, with μ ≥ 0 for every active inequality? None where a sign cannot be told."""
    values = {x.name: a for x, a in zip(symbols_of(v), place.entries, strict=True)}
    signs = [sign(substituted(g, values)) for g, _ in gaps]
    turned = [sign(factor) for i, factor in zip(places, factors, strict=True) if not gaps[i][1]]
    if None in signs or None in turned:
        return None
    feasible = all((seen == 0) if equal else (seen <= 0) for seen, (_, equal) in zip(signs, gaps, strict=True))  # type: ignore[operator]
    return feasible and all(seen >= 0 for seen in turned)  # type: ignore[operator]


def least_of_candidates(node: Expr) -> Expr | Found | None:
    """A convex problem has its minimum at any KKT point; on a bounded set the least candidate is the minimum."""
    match node:
        case Operator("least", (f, Vector() as given, Vector() as v, points)) if found := set_of(points):
            gaps = below_zero(given)
            if gaps is None:
                return None
            convex = is_convex(f, v) and all(_fits_convex(g, equal, v) for g, equal in gaps)
            if not convex and not any(is_bounded(g, v) and not equal for g, equal in gaps) and not _boxed(gaps, v):
                return None
            values = [tidied(_value(f, v, each)) for each in found]
            low = extreme(values, -1)
            if low is None:
                return None
            kept = tuple(
                Operator("minimum", (found[i], value_at_place(f, v, found[i])))  # type: ignore[arg-type]
                for i in low
            )
            return Found(Set(kept), (("p", Set(found)), ("m", values[low[0]])))
    return None


def _value(f: Expr, v: Vector, point: Expr) -> Expr:
    return substituted(f, {x.name: a for x, a in zip(symbols_of(v), point.children, strict=True)})


def _fits_convex(g: Expr, equal: bool, v: Vector) -> bool:
    """A convex inequality, or a linear equation."""
    return is_convex(g, v) and (not equal or is_convex(tidied(Neg(g)), v))


def _boxed(gaps: Sequence[tuple[Expr, bool]], v: Vector) -> bool:
    """Is each variable held between two numbers by linear constraints: x ≥ 0, y ≥ 0 and ax + by ≤ c with a, b > 0?"""
    flats = [polynomial(g) for g, _ in gaps]
    names = [x.name for x in symbols_of(v)]
    lower = {
        name for flat in flats if flat for name in names
        if set(flat) <= {((name, 1),), ()} and flat.get(((name, 1),), 0) < 0
    }  # fmt: skip
    upper = {
        name for flat in flats if flat and max(sum(n for _, n in key) for key in flat) == 1 for name in names
        if flat.get(((name, 1),), 0) > 0 and all(c > 0 for key, c in flat.items() if key)
    }  # fmt: skip
    return lower == set(names) == upper


SKILL = "kkt-conditions"
RULES = (
    Rule("active-sets", SKILL, "Each constraint is active, with equality, or idle, with multiplier zero: go through "
         "the ${n}$ sets of active constraints.", active_sets, "the sets of active constraints"),
    Rule("none-active", SKILL, "Take no constraint as active: then the gradient of the function is zero.", none_active,
         "no active constraint"),
    Rule("one-active-set", SKILL, "Take as active ${a}$: the gradient of the function plus multiples of the gradients "
         "of these constraints is zero.", one_active_set, "stationarity with active constraints"),
    Rule("all-feasible", SKILL, "Every candidate fulfils the constraints, and no multiplier is negative: keep ${p}$.",
         all_fit, "feasibility and signs"),
    Rule("none-feasible", SKILL, "A constraint is broken or a multiplier is negative at each of ${q}$: none is kept.",
         none_fits, "no feasible candidate"),
    Rule("feasible-and-signs", SKILL, "Feasible and with no negative multiplier are ${p}$; ruled out are ${q}$.",
         sorted_candidates, "the feasible candidates"),
    Rule("least-of-candidates", SKILL, "A minimum exists among the points ${p}$; the least value is ${m}$.",
         least_of_candidates, "the least value"),
)  # fmt: skip
