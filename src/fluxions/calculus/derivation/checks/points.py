"""The solutions of a system as numbers, by elimination over Q or by Newton's method: nothing of the rules is used."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import Add, And, Expr, Neg, Num, Operator, Rel, Set, Sym, Vector
from fluxions.calculus.numbers.balls import Unclear, Undefined, ball, precision, run, value_at
from fluxions.calculus.numbers.ideals import BITS, Coordinate, Point, Terms, real_points, terms_of, vanishes
from fluxions.calculus.numbers.newton import zeros_met
from fluxions.calculus.numbers.polynomials import TooBig, ratio_in
from fluxions.calculus.numbers.roots import Unsettled, zeros
from fluxions.calculus.numbers.tape import NoTape, rational_value, tape
from fluxions.calculus.trees import substituted, symbols

DRAWS = (Fraction(7, 5), Fraction(11, 3), Fraction(5, 7), Fraction(13, 4), Fraction(9, 8))  # for parameters
Points = tuple[Point, ...]
EDGE = Fraction(1, 2**20)


def points(e: Expr, budget: Budget) -> Points | None:
    """The solutions that e stands for; None where they are not finitely many or cannot be found."""
    match e:
        case Set(elements):
            found = [_point(each, budget) for each in elements]
            return None if any(each is None for each in found) else tuple(each for each in found if each is not None)
        case Operator("solve", ((Vector() | And()) as system, Vector() as v)):
            return _of_system(system.children, [x.name for x in v.entries if isinstance(x, Sym)], budget)
        case Operator("solve", (Rel() as equation, Sym() as x, a, b)):
            return _on_interval(_gap(equation), x, a, b, budget)
        case Operator("inside", (found, a, b)):
            known = points(found, budget)
            return None if known is None else tuple(each for each in known if _is_between(a, each[0], b, budget))
        case Operator("solve", (Rel() as equation, Vector((Sym(name),)) | Sym(name))):
            return _of_system((equation,), [name], budget)
        case Operator("together", parts):
            several = [points(each, budget) for each in parts]
            if any(each is None for each in several):
                return None
            return _once([point for each in several for point in each or ()])
        case Operator("each", (whole, (Vector() | Sym()) as v, inner)):
            known = points(inner, budget)
            return None if known is None else _put_in(whole, v, known, budget)
        case Operator("branch", (roots, Sym() as x, Vector(rest), Vector() as v)):
            return _of_branch(roots, x, rest, v, budget)
    single = _point(e, budget)
    return None if single is None or e.stands else (single,)


def _on_interval(gap: Expr, x: Sym, a: Expr, b: Expr, budget: Budget) -> Points | None:
    """All zeros from a to b, isolated by balls; the ends are looked at by a little more than the interval."""
    ends = [value_at(each, {}, BITS) for each in (a, b)]
    if any(each is None for each in ends):
        return None
    low, high = (Fraction(round(float(each.mid()) * 2**40), 2**40) for each in ends)  # type: ignore[union-attr]
    try:
        brackets = zeros(gap, x, (), (low - EDGE, high + EDGE), budget)
    except Unsettled:
        return None
    with precision(BITS):
        found = tuple((Coordinate(ball(left).union(ball(right))),) for left, right in brackets)
    return tuple(each for each in found if _is_between(a, each[0], b, budget))


def _is_between(a: Expr, at: Coordinate, b: Expr, budget: Budget) -> bool:
    """Is it not proved to lie outside?"""
    low, high = _coordinate(a, {}, budget), _coordinate(b, {}, budget)
    return low is not None and high is not None and not at.value < low.value and not at.value > high.value


def _names(v: Expr) -> list[str]:
    return [x.name for x in (v.entries if isinstance(v, Vector) else (v,)) if isinstance(x, Sym)]


def _once(found: Sequence[Point]) -> Points:
    kept: list[Point] = []
    for each in found:
        if not any(same_point(each, other) for other in kept):
            kept.append(each)
    return tuple(kept)


def same_point(a: Point, b: Point) -> bool:
    """Are all coordinates the same, as far as the balls tell?"""
    return len(a) == len(b) and all(p.same(q) for p, q in zip(a, b, strict=True))


def same_points(a: Points, b: Points) -> bool:
    """Has each of the first a partner among the second, and the other way round?"""
    return all(any(same_point(p, q) for q in b) for p in a) and all(any(same_point(p, q) for p in a) for q in b)


def _point(e: Expr, budget: Budget) -> Point | None:
    entries = e.entries if isinstance(e, Vector) else (e,)
    found = [_coordinate(each, {}, budget) for each in entries]
    return None if any(each is None for each in found) else tuple(each for each in found if each is not None)


def _coordinate(e: Expr, at: dict[str, Coordinate], budget: Budget) -> Coordinate | None:
    if not symbols(e) and (exact := rational_value(e)) is not None:
        with precision(BITS):
            return Coordinate(ball(exact), exact)
    try:
        return Coordinate(run(tape(e), {name: each.value for name, each in at.items()}, BITS, budget)[0])
    except (NoTape, Undefined, Unclear):
        return None


def _put_in(whole: Expr, v: Expr, known: Points, budget: Budget) -> Points | None:
    names = _names(v)
    found = []
    for point in known:
        at = dict(zip(names, point, strict=True))
        image = [_coordinate(each, at, budget) for each in (whole.entries if isinstance(whole, Vector) else (whole,))]
        if any(each is None for each in image):
            return None
        found.append(tuple(each for each in image if each is not None))
    return _once(found)


def _of_branch(roots: Expr, x: Sym, rest: Sequence[Expr], v: Vector, budget: Budget) -> Points | None:
    """The roots as one more equation: as it stands, or with the product of x − r, whose factors are rational."""
    names = [each.name for each in v.entries if isinstance(each, Sym)]
    if isinstance(roots, Operator) and roots.name == "solve":
        return _of_system((roots.args[0], *rest), names, budget)
    values = roots.children if isinstance(roots, Set) else (roots,)
    found: list[Point] = []
    for value in values:
        others = [name for name in names if name != x.name]
        there = [substituted(each, {x.name: value}) for each in rest]
        inner = _of_system(there, others, budget) if others else _of_numbers(there, budget)
        at = _coordinate(value, {}, budget)
        if inner is None or at is None:
            return None
        place = names.index(x.name)
        found += [(*point[:place], at, *point[place:]) for point in inner]
    return _once(found)


def _of_numbers(equations: Sequence[Expr], budget: Budget) -> Points | None:
    """One empty point where all equations between numbers hold, none where one does not."""
    for each in equations:
        value = _coordinate(_gap(each), {}, budget)
        if value is None:
            return None
        if not value.value.contains(0):
            return ()
    return ((),)


def _gap(equation: Expr) -> Expr:
    return Add((equation.left, Neg(equation.right))) if isinstance(equation, Rel) else equation


def _of_system(equations: Sequence[Expr], names: Sequence[str], budget: Budget) -> Points | None:
    gaps = [_gap(each) for each in equations]
    try:
        ratios = [ratio_in(each, names) for each in gaps]
        tops, bottoms = [terms_of(top) for top, _ in ratios], [terms_of(bottom) for _, bottom in ratios]
        found = _with_empty(tops, names, budget)
        if found is None:
            return None
        with precision(BITS):
            return tuple(each for each in found if not any(vanishes(bottom, each) for bottom in bottoms))
    except (TooBig, ZeroDivisionError):
        return _by_newton(gaps, names, budget)


def _by_newton(gaps: Sequence[Expr], names: Sequence[str], budget: Budget) -> Points | None:
    """The zeros of as many equations as there are unknowns, kept where the others hold too."""
    found: Points | None = None
    for chosen in combinations(gaps, len(names)):
        met = zeros_met(chosen, names, budget)
        found = met if found is None else found
        if met:
            values = [[_coordinate(gap, dict(zip(names, each, strict=True)), budget) for gap in gaps] for each in met]
            fits = [all(value is not None and value.value.contains(0) for value in row) for row in values]
            return tuple(each for each, fit in zip(met, fits, strict=True) if fit)
    return found


def _with_empty(tops: list[Terms], names: Sequence[str], budget: Budget) -> Points | None:
    if any(set(each) == {(0,) * len(names)} for each in tops):
        return ()
    return real_points([each for each in tops if each], len(names), budget)


def drawn(e: Expr, bound: Sequence[str], values: Sequence[Fraction] = DRAWS) -> Expr:
    """e with its parameters, all symbols but the unknowns, given numbers."""
    names = sorted(symbols(e) - set(bound))
    return substituted(e, {name: Num(value) for name, value in zip(names, values, strict=False)})


def unknowns_of(e: Expr) -> tuple[str, ...]:
    """The names that are looked for inside a goal."""
    match e:
        case Operator("solve", (_, Vector() as v)) | Operator("branch", (_, _, _, Vector() as v)):
            return tuple(x.name for x in v.entries if isinstance(x, Sym))
        case Operator("solve", (_, Sym(name), *_)):
            return (name,)
        case Operator("inside", (found, *_)):
            return unknowns_of(found)
        case Operator("each", (_, v, inner)):
            return (*_names(v), *unknowns_of(inner))
        case Operator("together", parts):
            return tuple(name for part in parts for name in unknowns_of(part))
    return ()


def same_solutions(before: Expr, after: Expr, budget: Budget) -> Check | None:
    """Do both stand for the same points?"""
    bound = (*unknowns_of(before), *unknowns_of(after))
    one, other = points(drawn(before, bound), budget), points(drawn(after, bound), budget)
    if one is None or other is None or not same_points(one, other):
        return None
    return Check("elimination", "numeric", len(one), BITS)
