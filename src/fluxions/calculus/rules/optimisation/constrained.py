"""Lagrange: parallel gradients, the candidates on the constraint, then their values or the curvature along it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.expansion import Polynomial, polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ZERO,
    Add,
    Diff,
    Expr,
    Matrix,
    Mul,
    Neg,
    Num,
    Operator,
    Rel,
    Set,
    Sym,
    Vector,
)  # fmt: skip
from fluxions.calculus.rules.optimisation.algebra import gaps_of, primitive, set_of, sign, vanishing, written_out
from fluxions.calculus.rules.optimisation.extrema import determinant_of, extreme, minors
from fluxions.calculus.rules.optimisation.smooth import smooth
from fluxions.calculus.rules.several.places import symbols_of, value_at_place
from fluxions.calculus.trees import substituted, symbols

MULTIPLIERS = ("lambda", "mu", "nu")


def multipliers_for(count: int, *taken: Expr) -> tuple[Sym, ...] | None:
    """λ for one constraint, λ and μ for two; none that the task uses itself."""
    used = frozenset[str]().union(*(symbols(each) for each in taken))
    free = [Sym(name) for name in (*MULTIPLIERS, *(f"lambda_{k}" for k in range(1, 7))) if name not in used]
    return tuple(free[:count]) if count <= len(free) else None


def parallel_gradients(node: Expr) -> Expr | Found | None:
    """On the constraint an extremum has ∇f = λ∇g wherever ∇g is not 0."""
    match node:
        case Operator("lagrange", (f, Vector() as given, Vector() as v)) if smooth(f, v):
            gaps, names = gaps_of(given), symbols_of(v)
            if gaps is None or not 1 <= len(gaps) < len(names) or not all(smooth(g, v) for g in gaps):
                return None
            factors = multipliers_for(len(gaps), f, given)
            if factors is None:
                return None
            balance = tuple(Rel("=", Diff(f, x), _weighted(factors, [Diff(g, x) for g in gaps])) for x in names)
            slopes = Operator("multipliers", (Vector(balance), Vector(factors), given, v))
            return Found(Operator("onset", (f, given, v, slopes)), (("l", factors[0]), ("x", v)))
    return None


def _weighted(factors: Sequence[Expr], parts: Sequence[Expr]) -> Expr:
    terms = tuple(Mul((factor, part)) for factor, part in zip(factors, parts, strict=True))
    return terms[0] if len(terms) == 1 else Add(terms)


def without_multipliers(node: Expr) -> Expr | Found | None:
    """aᵢ = λbᵢ for all i makes every determinant of the columns a and b zero: aᵢbⱼ = aⱼbᵢ."""
    match node:
        case Operator("multipliers", (Vector(balance), Vector(factors), Vector() as given, Vector() as v)):
            gaps = gaps_of(given)
            rows = [_row(each, factors) for each in balance]
            if gaps is None or any(row is None for row in rows) or any(each.stands for each in balance):
                return None
            size = len(factors) + 1
            crossed = [
                primitive(determinant_of([row for row in chosen if row is not None]))
                for chosen in combinations(rows, size)
            ]
            kept = [each for each in dict.fromkeys(crossed) if each != ZERO]
            regular = _regular(gaps, v)
            return Found(Operator("solve", (vanishing((*kept, *gaps)), v)), (("l", factors[0]),), regular)
    return None


def _row(equation: Expr, factors: Sequence[Expr]) -> list[Expr] | None:
    """(a, b₁, …) of an equation a = λb₁ + μb₂ + …"""
    if not isinstance(equation, Rel):
        return None
    names = [each.name for each in factors if isinstance(each, Sym)]
    zero: dict[str, Expr] = dict.fromkeys(names, ZERO)
    return [equation.left, *(tidied(substituted(equation.right, zero | {name: Num(1)})) for name in names)]


def _regular(gaps: Sequence[Expr], v: Vector) -> tuple[Condition, ...]:
    """The gradient of a single constraint is not 0 on it: proved where it is linear or an ellipsoid, else assumed."""
    zero = Vector((ZERO,) * len(v.entries))
    if len(gaps) != 1:
        return tuple(Condition(Rel("!=", Operator("grad", (each, v)), zero), "assumed") for each in gaps)
    flat = polynomial(gaps[0])
    proved = flat is not None and (
        max(sum(n for _, n in key) for key in flat) == 1 or (is_bounded(gaps[0], v) and _only_squares(flat))
    )
    return (Condition(Rel("!=", Operator("grad", (gaps[0], v)), zero), "proved" if proved else "assumed"),)


def _only_squares(flat: Polynomial) -> bool:
    """A sum aᵢxᵢⁿ = c with c ≠ 0 has no point where its gradient is 0."""
    return bool(flat.get(())) and all(len(key) <= 1 for key in flat)


def is_bounded(g: Expr, v: Vector) -> bool:
    """Is the set g = 0 bounded, seen from the terms of the highest degree: even powers alone, or a definite form?"""
    flat = polynomial(g)
    if not flat or any(name not in {x.name for x in symbols_of(v)} for key in flat for name, _ in key):
        return False
    names = [x.name for x in symbols_of(v)]
    highest = max(sum(n for _, n in key) for key in flat)
    top = {key: c for key, c in flat.items() if sum(n for _, n in key) == highest}
    pure = [top.get(((name, highest),)) for name in names]
    if highest == 2:
        rows = [[Num(_entry(top, a, b)) for b in names] for a in names]
        signs = [sign(each) for each in minors(rows)]
        return all(each == 1 for each in signs) or all(each == (-1) ** (k + 1) for k, each in enumerate(signs))
    even = all(n % 2 == 0 for key in top for _, n in key)
    return even and None not in pure and len({c > 0 for c in top.values()}) == 1


def _entry(top: Polynomial, a: str, b: str) -> Fraction:
    if a == b:
        return top.get(((a, 2),), Fraction(0))
    first, second = sorted((a, b))
    return top.get(((first, 1), (second, 1)), Fraction(0)) / 2


def values_on_bounded_set(node: Expr) -> Expr | Found | None:
    """On a bounded closed set f has a least and a greatest value, and they are among the candidates."""
    match node:
        case Operator("onset", (f, Vector() as given, Vector() as v, points)) if (found := set_of(points)) is not None:
            gaps = gaps_of(given)
            if gaps is None or len(found) < 2 or not any(is_bounded(g, v) for g in gaps):
                return None
            values = [tidied(_value(f, v, point)) for point in found]
            low, high = extreme(values, -1), extreme(values, 1)
            if low is None or high is None or len(low) + len(high) != len(found) or low == high:
                return None
            pairs = Set(tuple(Vector((point, value_at_place(f, v, point))) for point in found))  # type: ignore[arg-type]
            return Found(Operator("compare", (pairs,)), (("p", Set(found)),))
    return None


def _value(f: Expr, v: Vector, point: Expr) -> Expr:
    return substituted(f, {x.name: a for x, a in zip(symbols_of(v), point.children, strict=True)})


def each_candidate(node: Expr) -> Expr | Found | None:
    """Each candidate for itself: its multipliers, then the curvature along the constraint."""
    match node:
        case Operator("onset", (f, Vector() as given, Vector() as v, points)) if (found := set_of(points)) is not None:
            kinds = tuple(Operator("constrained", (f, given, v, point)) for point in found)
            return Found(Set(kinds), (("p", Set(found)),))
    return None


def multipliers_at_point(node: Expr) -> Expr | Found | None:
    """λ at the candidate, from ∇f = λ∇g there."""
    match node:
        case Operator("constrained", (f, Vector() as given, Vector() as v, Vector() as point)):
            gaps = gaps_of(given)
            factors = None if gaps is None else multipliers_for(len(gaps), f, given)
            if gaps is None or factors is None:
                return None
            balance = []
            for x in symbols_of(v):
                slopes = [value_at_place(Diff(each, x), v, point) for each in (f, *gaps)]
                balance.append(Rel("=", slopes[0], _weighted(factors, slopes[1:])))
            found = Operator("solve", (Vector(tuple(balance)), Vector(factors)))
            return Found(Operator("constrained", (f, given, v, point, found)), (("p", point), ("l", factors[0])))
    return None


def curvature_along(node: Expr) -> Expr | Found | None:
    """Second order on the constraint: the Hessian of f − λg along the directions that ∇g allows."""
    match node:
        case Operator("constrained", (f, Vector() as given, Vector() as v, Vector() as point, solved)):
            gaps, found = gaps_of(given), set_of(solved)
            if gaps is None or found is None or len(found) != 1:
                return None
            known = found[0].entries if isinstance(found[0], Vector) else (found[0],)
            lagrangian = Add((f, *(Neg(Mul((factor, g))) for factor, g in zip(known, gaps, strict=True))))
            slopes = value_at_place(Operator("jacobian", (Vector(gaps), v)), v, point)
            bends = value_at_place(Operator("hessian", (lagrangian, v)), v, point)
            return Found(Operator("tangential", (f, v, point, slopes, bends)), (("p", point), ("l", Vector(known))))
    return None


def kind_on_constraint(node: Expr) -> Expr | Found | None:
    """Positive along every allowed direction: minimum; negative: maximum; both: saddle."""
    match node:
        case Operator("tangential", (f, Vector() as v, Vector() as point, Matrix(slopes), Matrix(bends))):
            ways = allowed(slopes)
            if ways is None or {len(slopes[0])} != {len(bends), *map(len, bends)}:
                return None
            form = [[_form(a, bends, b) for b in ways] for a in ways]
            signs = [sign(each) for each in minors(form)]
            if None in signs or signs[-1] == 0:
                return None
            name = "saddle"
            if all(each == 1 for each in signs):
                name = "minimum"
            elif all(each == (-1) ** (k + 1) for k, each in enumerate(signs)):
                name = "maximum"
            using = (("p", point), ("u", Set(tuple(Vector(tuple(way)) for way in ways))), ("d", Vector(minors(form))),
                     ("k", Sym(name)))  # fmt: skip
            return Found(Operator(name, (point, value_at_place(f, v, point))), using)
    return None


def _form(a: Sequence[Expr], bends: Sequence[Sequence[Expr]], b: Sequence[Expr]) -> Expr:
    terms = [Mul((p, row, q)) for p, line in zip(a, bends, strict=True) for row, q in zip(line, b, strict=True)]
    return written_out(Add(tuple(terms)))


def allowed(slopes: Sequence[Sequence[Expr]]) -> list[list[Expr]] | None:
    """A basis of the directions along which no constraint changes; None where the gradients depend on each other."""
    rows = [list(row) for row in slopes]
    count = len(rows[0])
    pivots: list[int] = []
    for i, row in enumerate(rows):
        place = next((k for k, entry in enumerate(row) if sign(entry) not in (0, None)), None)
        if place is None:
            return None
        rows[i] = [tidied(entry / row[place]) for entry in row]
        pivots.append(place)
        for j, other in enumerate(rows):
            if j != i:
                factor = other[place]
                rows[j] = [tidied(a - factor * b) for a, b in zip(other, rows[i], strict=True)]
    free = [k for k in range(count) if k not in pivots]
    found = []
    for k in free:
        way: list[Expr] = [ZERO] * count
        way[k] = Num(1)
        for place, row in zip(pivots, rows, strict=True):
            way[place] = tidied(Neg(row[k]))
        found.append(way)
    return found


SKILL = "lagrange-multipliers"
RULES = (
    Rule("parallel-gradients", SKILL, "At an extremum on the constraint the gradient of the function is a multiple of "
         "the gradient of the constraint; ${l}$ is the multiplier.", parallel_gradients,
         "the multiplier rule of Lagrange"),
    Rule("without-multipliers", SKILL, "Eliminate ${l}$: columns that are multiples of each other have determinants "
         "that are zero. The constraint stays.", without_multipliers, "eliminating the multiplier"),
    Rule("values-on-bounded-set", SKILL, "The constraint set is closed and bounded, so there is a least and a greatest "
         "value; compare them at the candidates ${p}$.", values_on_bounded_set, "comparing the values"),
    Rule("each-candidate", SKILL, "Take each of the candidates ${p}$ for itself.", each_candidate,
         "the candidates one by one"),
    Rule("multipliers-at-point", SKILL, "Find the multiplier ${l}$ at ${p}$.", multipliers_at_point,
         "the multiplier at a candidate"),
    Rule("curvature-along", SKILL, "With the multipliers ${l}$, the second derivatives of $f - \\lambda g$ at ${p}$ "
         "decide along the constraint.", curvature_along, "the curvature along the constraint"),
    Rule("kind-on-constraint", SKILL, "Along the constraint one can move in the directions ${u}$; there the second "
         "derivatives have the minors ${d}$, which makes it a ${k}$.", kind_on_constraint,
         "the second-order test on the constraint"),
)  # fmt: skip
