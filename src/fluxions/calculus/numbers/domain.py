"""Where an expression changes its manner: guards, the cells between their zeros, and points in every cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import (
    TURNED,
    Add,
    And,
    Expr,
    Fn,
    Neg,
    Num,
    Piecewise,
    Pow,
    Rel,
    Root,
    Sym,
    num,
)  # fmt: skip
from fluxions.calculus.numbers.balls import Unclear, Undefined, cost, outputs, point_of, precision
from fluxions.calculus.numbers.points import Point, seeded_points
from fluxions.calculus.numbers.polynomials import in_one_variable
from fluxions.calculus.numbers.tape import NoTape, rational_value, tape
from fluxions.calculus.trees import canonical_key, kinds, nodes, substituted, symbols

KINKED = frozenset({"abs", "sign", "relu"})
INVERSE = frozenset({"arcsin", "arccos", "artanh", "arcsec", "arccsc", "arcosh"})  # real on one side of 1 or −1
STEPS = range(-3, 4)  # jumps of a floor that are looked at
POSITIVE = frozenset({"ln", "Ci", "li"})
KINKING = frozenset({Piecewise, "min", "max", "floor", "ceil", *KINKED})
EDGED = frozenset({Root, Pow, Piecewise, "log", "logit", *POSITIVE, *INVERSE})
MAY_BEND, MAY_END = frozenset({Fn, Piecewise}), frozenset({Root, Pow, Fn, Piecewise})
MOST_BREAKS = 40
MOST_SEARCHED = 8  # guards whose zeros are looked for by changes of sign
MOST_CHANGES = 8  # of one guard
HALVINGS = 16  # half as many along a line, where a zero is seldom a simple number
SIGN_BITS = 64
SHORT = 10**9  # the largest denominator of a point that is tried
ISOLATION = 400  # units for the zeros of a polynomial
GRID = tuple(Fraction(k, 2) + Fraction(1, 97) for k in range(-24, 24))
ALONG = "along a line"  # a name that no reader gives
Bounds = Mapping[str, tuple[Fraction | None, Fraction | None]]


def kinks(e: Expr) -> tuple[Expr, ...]:
    """Expressions at whose zeros e may change its formula: inside |u|, between max and min, in conditions."""
    if KINKING.isdisjoint(kinds(e)):
        return ()
    return _distinct(each for node in nodes(e) if type(node) in MAY_BEND for each in _kinks_of(node))


def _kinks_of(node: Expr) -> Iterator[Expr]:
    match node:
        case Fn("floor" | "ceil", (u,)):
            yield from (Add((u, num(k))) for k in STEPS)
        case Fn(name, (u,)) if name in KINKED:
            yield u
        case Fn("min" | "max", args):
            for i, u in enumerate(args):
                yield from (Add((u, Neg(v))) for v in args[i + 1 :])
        case Piecewise(branches):
            for condition, _ in branches:
                yield from (Add((each.left, Neg(each.right))) for each in nodes(condition) if isinstance(each, Rel))


def edges(e: Expr) -> tuple[Expr, ...]:
    """Expressions at whose zeros e may begin or cease to be real: radicands, arguments of logs, 1 ± u in arcsin u."""
    if EDGED.isdisjoint(kinds(e)):
        return ()
    return _distinct(each for node in nodes(e) if type(node) in MAY_END for each in _edges_of(node))


def _edges_of(node: Expr) -> Iterator[Expr]:
    match node:
        case Root(u, degree):
            value = rational_value(degree)
            if value is None or value.numerator % 2 == 0:
                yield u
        case Pow(_, Num(n)) if n.denominator == 1:
            return
        case Pow(u, exponent):
            value = rational_value(exponent)
            if value is None:
                yield from () if rational_value(u) is not None or not symbols(u) else (u,)
            elif value.denominator % 2 == 0:
                yield u
        case Fn(name, (u,)) if name in POSITIVE:
            yield u
        case Fn("log", (u, b)):
            yield from (u, b)
        case Piecewise(_, None):
            yield from _kinks_of(node)
        case Fn("logit", (u,)):
            yield from (u, Add((num(1), Neg(u))))
        case Fn(name, (u,)) if name in INVERSE:
            yield from (Add((u, num(1))), Add((u, num(-1))))


def same_conditions(a: Expr, b: Expr) -> bool:
    """Does the same restrict both domains, so that they are the same up to isolated points?"""
    one, other = edges(a), edges(b)
    return one == other or _keys(one) == _keys(other)


def _keys(guards: tuple[Expr, ...]) -> frozenset[object]:
    return frozenset(canonical_key(each) for each in guards if symbols(each))


def _distinct(found: Iterator[Expr]) -> tuple[Expr, ...]:
    return tuple(dict.fromkeys(found))


def bounds(assume: Sequence[Expr]) -> Bounds:
    """The intervals that assumptions like x > 0 and 1 < x leave for each symbol."""
    found: dict[str, tuple[Fraction | None, Fraction | None]] = {}
    for relation in _links(assume):
        left, right = relation.left, relation.right
        op: str = relation.op
        if isinstance(right, Sym) and not isinstance(left, Sym):
            left, right, op = right, left, TURNED[op]
        value = rational_value(right)
        if not isinstance(left, Sym) or value is None:
            continue
        low, high = found.get(left.name, (None, None))
        if op in (">", ">="):
            low = value if low is None else max(low, value)
        elif op in ("<", "<="):
            high = value if high is None else min(high, value)
        found[left.name] = (low, high)
    return found


def _links(assume: Sequence[Expr]) -> Iterator[Rel]:
    for each in assume:
        if isinstance(each, And):
            yield from _links(each.parts)
        elif isinstance(each, Rel):
            yield each


def moved_inside(point: Point, limits: Bounds) -> Point:
    """The point with every coordinate carried into the interval that is assumed for it."""
    if not limits:
        return point
    return {name: _carried(value, *limits.get(name, (None, None))) for name, value in point.items()}


def _carried(value: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    if (low is None or value > low) and (high is None or value < high):
        return value
    if low is not None and high is not None:
        share = (value - value.__floor__()) * Fraction(7, 8) + Fraction(1, 16)
        return low + (high - low) * share
    step = abs(value) + Fraction(1, 64)
    return low + step if low is not None else high - step if high is not None else value


@dataclass(frozen=True, slots=True)
class Cells:
    """Points inside the cells that the zeros of some guards leave, and the zeros that are simple rationals."""

    inside: tuple[Point, ...] = ()
    breaks: tuple[Point, ...] = ()


def cells(guards: Sequence[Expr], names: Sequence[str], budget: Budget, count: int = 2) -> Cells:
    """At least `count` points in every cell; in several variables along a few lines through it."""
    if not names or not guards:
        return Cells()
    if len(names) == 1:
        inside, breaks = _on_a_line(guards, names[0], budget, count)
        return Cells(tuple({names[0]: each} for each in inside), tuple({names[0]: each} for each in breaks))
    found: tuple[list[Point], list[Point]] = ([], [])
    for start, end in pairwise(seeded_points(names, 4, seed=5)):
        line = {name: num(start[name]) + num(end[name] - start[name]) * Sym(ALONG) for name in names}
        on_line = _on_a_line([substituted(guard, line) for guard in guards], ALONG, budget, count)
        for points, where in zip(found, on_line, strict=True):
            points += [{name: start[name] + (end[name] - start[name]) * t for name in names} for t in where]
    found[0].extend(_along_axes(guards, names, budget))
    return Cells(tuple(found[0]), tuple(found[1]))


def _along_axes(guards: Sequence[Expr], names: Sequence[str], budget: Budget) -> Iterator[Point]:
    """Guards in one variable alone: points of each of its cells, with other values of the others every time."""
    for name in names:
        own = [guard for guard in guards if symbols(guard) == {name}]
        inside, _ = _on_a_line(own, name, budget, 1) if own else ([], [])
        for value in inside[: 2 * MOST_BREAKS]:
            yield from ({**point, name: value} for point in seeded_points(names, 3, seed=6))


def _on_a_line(guards: Sequence[Expr], x: str, budget: Budget, count: int) -> tuple[list[Fraction], list[Fraction]]:
    found: set[tuple[Fraction, Fraction]] = set()
    searched = 0
    for guard in guards:
        if symbols(guard) != {x} or len(found) > MOST_BREAKS:
            continue
        budget.spend(ISOLATION)
        known = in_one_variable(guard, x)
        if known is not None:
            found.update(known.breaks())
        elif searched < MOST_SEARCHED:
            searched += 1
            found.update(_sign_changes(guard, x, budget))
    ends = sorted(found)[:MOST_BREAKS]
    if not ends:
        return [], []
    steps = [Fraction(3**k, 7) for k in range(count)]
    inside = [(ends[0][0] - step).limit_denominator(SHORT) for step in steps]
    inside += [(ends[-1][1] + step).limit_denominator(SHORT) for step in steps]
    for (_, low), (high, _) in pairwise(ends):
        if low < high:
            inside += [shortened(low, high, Fraction(2 * k + 1, 2 * count + 1)) for k in range(count)]
    return inside, [_simple(low, high) for low, high in ends]


def shortened(low: Fraction, high: Fraction, share: Fraction) -> Fraction:
    """A number that far between the two, with a small denominator where the cell has room for one."""
    value = low + (high - low) * share
    short = value.limit_denominator(SHORT)
    return short if low < short < high else value


def _simple(low: Fraction, high: Fraction) -> Fraction:
    """The rational with the smallest denominator near a root: the root itself where that is a simple fraction."""
    return ((low + high) / 2).limit_denominator(1000)


def _sign_changes(guard: Expr, x: str, budget: Budget) -> list[tuple[Fraction, Fraction]]:
    """Small intervals where a guard that is no rational function changes its sign, looked for on [−12, 12]."""
    try:
        program = tape(guard)
    except NoTape:
        return []
    units = cost(program, SIGN_BITS)

    def sign(at: Fraction) -> int:
        budget.spend(units)
        try:
            with precision(SIGN_BITS):
                value = outputs(program, point_of({x: at}))[0]
        except (Undefined, Unclear, NoTape):
            return 0
        return 1 if value > 0 else -1 if value < 0 else 0

    signs = [(at, sign(at)) for at in GRID]
    found: list[tuple[Fraction, Fraction]] = []
    for (low, before), (high, after) in pairwise(signs):
        if before * after < 0 and len(found) < MOST_CHANGES:
            found.append(_narrowed(low, high, before, sign, HALVINGS // 2 if x == ALONG else HALVINGS))
    return found


def _narrowed(
    low: Fraction, high: Fraction, before: int, sign: Callable[[Fraction], int], halvings: int
) -> tuple[Fraction, Fraction]:
    for _ in range(halvings):
        middle = (low + high) / 2
        low, high = (middle, high) if sign(middle) == before else (low, middle)
    return low, high
