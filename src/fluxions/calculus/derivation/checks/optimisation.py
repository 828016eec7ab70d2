"""Extrema confirmed: the slopes are zero there and nowhere else, and the values around are larger, smaller, or both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks import claims
from fluxions.calculus.derivation.checks.meaning import alike, plain
from fluxions.calculus.derivation.checks.points import Points, points, same_point, same_points, same_solutions
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import ZERO, Add, Diff, Expr, Mul, Neg, Num, Operator, Rel, Set, Sym, Vector
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.gradients import slopes_of
from fluxions.calculus.trees import substituted

NEAR = Num(1, 2**24)
BITS = 400
WAYS = ((1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (1, 2), (2, -1), (1, -2), (3, 1), (1, 3), (3, -1), (1, -3), (3, 2),
        (2, 3), (3, -2), (2, -3), (4, 1), (1, 4), (4, -1), (1, -4), (4, 3), (3, 4), (4, -3), (3, -4))  # fmt: skip
NAMES = ("minimum", "maximum", "saddle")


def _symbols(v: Expr) -> tuple[Sym, ...]:
    parts = v.entries if isinstance(v, Vector) else (v,)
    return tuple(each for each in parts if isinstance(each, Sym))


def _coordinates(point: Expr) -> tuple[Expr, ...]:
    return point.entries if isinstance(point, Vector) else (point,)


def _elements(e: Expr) -> tuple[Expr, ...]:
    return e.elements if isinstance(e, Set) else (e,)


def stationary(f: Expr, v: Expr, found: Expr, budget: Budget) -> Points | None:
    """The given points, where they are all points with zero slopes; None otherwise."""
    names = [x.name for x in _symbols(v)]
    exact = slopes_of(f, names)
    gaps = exact if exact is not None else tuple(Diff(f, x) for x in _symbols(v))
    system = Operator("solve", (Vector(tuple(Rel("=", gap, ZERO) for gap in gaps)), Vector(_symbols(v))))
    wanted, given = points(system, budget), points(found, budget)
    if wanted is None or given is None:
        return None
    return given if same_points(wanted, given) else None


def extrema(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """What is to be classified are all stationary points, on an interval all of them inside."""
    match before.args, after:
        case (f, v), Operator("classify", (g, w, found)) if (f, v) == (g, w):
            given = stationary(f, v, found, budget)
            return None if given is None else Check("elimination", "numeric", len(given), BITS)
        case (f, x, a, b), Operator("candidates", (g, y, found, c, d)) if (f, x, a, b) == (g, y, c, d):
            slope = Rel("=", Diff(f, x), ZERO)  # type: ignore[arg-type]
            if isinstance(before.args[1], Sym) and (whole := points(found, budget)) is not None:
                inside = points(Operator("solve", (slope, x, a, b)), budget)
                if inside is not None and all(any(same_point(p, q) for q in whole) for p in inside):
                    return Check("isolated zeros", "numeric", len(inside), BITS)
            given = stationary(f, x, found, budget)
            return None if given is None else Check("elimination", "numeric", len(given), BITS)
    return None


def classified(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The second derivatives are those of f; the kinds are those that the neighbours show."""
    match before.args, after:
        case (f, v, found), Operator("classify", (g, w, again, bend)) if (f, v) == (g, w):
            right = _elements(found) == _elements(again) and alike(plain(_bend(f, v)), plain(bend), budget)
            return Check("jets", "numeric", 5, 106) if right else None
        case (_, _, found, *_), Set(()) if not _elements(found):
            return Check("elimination", "numeric", 0, BITS)
        case (f, v, found, _), Set(kinds) if len(kinds) == len(_elements(found)):
            held = [
                isinstance(each, Operator) and each.args[0] == point and neighbours_agree(f, v, each, budget)
                for each, point in zip(kinds, _elements(found), strict=True)
            ]
            return Check("neighbours", "numeric", len(WAYS) * len(held), BITS) if all(held) else None
    return None


def _bend(f: Expr, v: Expr) -> Expr:
    return Operator("hessian", (f, v)) if isinstance(v, Vector) else Diff(Diff(f, v), v)  # type: ignore[arg-type]


def kind(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The kind is the one that the neighbours of the point show."""
    f, v, point, _ = before.args
    if not isinstance(after, Operator) or after.name not in NAMES or after.args[0] != point:
        return None
    return Check("neighbours", "numeric", len(WAYS), BITS) if neighbours_agree(f, v, after, budget) else None


def neighbours_agree(f: Expr, v: Expr, named: Operator, budget: Budget) -> bool:
    """Is the value that of f, and are the values on lines through the point larger, smaller, or both?"""
    if named.name not in NAMES:
        return False
    names, place = [x.name for x in _symbols(v)], _coordinates(named.args[0])
    here = substituted(f, dict(zip(names, place, strict=True)))
    if not alike(here, plain(named.args[1]), budget):
        return False
    seen = set(_rises(f, names, place, here, budget))
    return seen >= {1, -1} if named.name == "saddle" else seen == {1 if named.name == "minimum" else -1}


def _rises(f: Expr, names: Sequence[str], place: Sequence[Expr], here: Expr, budget: Budget) -> Iterator[int]:
    """The signs of f − f(p) on a small step to both sides in every direction."""
    for way in neighbour_ways(len(names)):
        for side in (1, -1):
            moved: dict[str, Expr] = {
                name: Add((a, Mul((Num(side * k), NEAR)))) for name, a, k in zip(names, place, way, strict=True)
            }
            yield _rise(f, moved, here, budget)
    for k in (1, -1, 2, -2, 3, -3, 4, -4) if len(names) == 2 else ():
        for line, bent in (names, names[::-1]):
            places = dict(zip(names, place, strict=True))
            square = Mul((Num(k, 2), NEAR, NEAR))
            moved = {line: Add((places[line], NEAR)), bent: Add((places[bent], square))}
            yield _rise(f, moved, here, budget)


def _rise(f: Expr, moved: dict[str, Expr], here: Expr, budget: Budget) -> int:
    gap = value_at(Add((substituted(f, moved), Neg(here))), {}, BITS, budget)
    return 0 if gap is None else 1 if gap > 0 else -1 if gap < 0 else 0


def neighbour_ways(count: int) -> Sequence[tuple[int, ...]]:
    if count == 1:
        return ((1,),)
    if count == 2:
        return WAYS
    pairs = [
        tuple(w[0] if k == i else w[1] if k == j else 0 for k in range(count))
        for i in range(count) for j in range(i) for w in WAYS
    ]  # fmt: skip
    spread = [tuple(1 if (mask >> k) & 1 else -1 for k in range(count)) for mask in range(2 ** (count - 1))]
    return tuple(dict.fromkeys((*pairs, *spread)))


def candidates(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The ends, and every zero of the derivative between them, each with the value of f there."""
    match before.args, after:
        case (f, Sym() as x, flat, a, b), Operator("compare", (Set(pairs),)):
            places = [each.children[0] for each in pairs]
            inside = [each for each in _elements(flat) if _below(a, each) and _below(each, b)]
            right = set(places) == {a, b, *inside} and all(
                alike(substituted(f, {x.name: each.children[0]}), plain(each.children[1]), budget) for each in pairs
            )
            return Check("substitution", "numeric", len(places), BITS) if right else None
    return None


def _below(a: Expr, b: Expr) -> bool:
    gap = value_at(Add((b, Neg(a))), {}, BITS)
    return gap is not None and bool(gap > 0)


def compared(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """No value is below a minimum or above a maximum, and all that are as low or as high are named."""
    match before.args, after:
        case (Set(pairs),), Set(named) if named:
            values = {each.children[0]: each.children[1] for each in pairs}
            kinds = {each.children[0]: each.name for each in named if isinstance(each, Operator)}
            if any(values.get(each.children[0]) != each.children[1] for each in named):
                return None
            low = [values[place] for place, name in kinds.items() if name == "minimum"]
            high = [values[place] for place, name in kinds.items() if name == "maximum"]
            rest = [value for place, value in values.items() if place not in kinds]
            if not low or not high:
                return None
            right = all(_below(m, each) for m in low[:1] for each in (*rest, *high)) and all(
                _below(each, m) for m in high[:1] for each in (*rest, *low)
            )
            level = all(alike(each, m, budget) for group in (low, high) for m in group[:1] for each in group)
            return Check("balls", "numeric", len(values), BITS) if right and level else None
    return None


def solutions(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Of one equation as it always was confirmed, else by its points."""
    if len(before.args) == 4:
        return same_solutions(before, after, budget)
    found = claims.CHECKS["solve"](before, after, budget)
    return found if found is not None else same_solutions(before, after, budget)


CHECKS = {
    **dict.fromkeys(("together", "each", "branch", "inside"), same_solutions),
    "extrema": extrema, "classify": classified, "kind": kind, "candidates": candidates, "compare": compared,
}  # fmt: skip
EITHER = {"solve": (same_solutions, solutions)}
