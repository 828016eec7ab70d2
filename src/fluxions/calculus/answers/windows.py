"""Where statements about a number can be true at all: the stretch of the line to which two of them confine it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import gcd, lcm

from fluxions.calculus.expr import (
    INF,
    ONE,
    PI,
    TURNED,
    ZERO,
    And,
    Expr,
    Fn,
    Interval,
    Mul,
    Neg,
    Or,
    Rel,
    Set,
    Sym,
    Union,
    Vector,
)
from fluxions.calculus.numbers.balls import precision, value_at
from fluxions.calculus.numbers.polynomials import fraction, in_one_variable, outer
from fluxions.calculus.numbers.roots import WAVES, Window
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.regions import Belongs, Intersection, SetBuilder, Without
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols

LINE: Window = (None, None)
BITS = 64
MARGIN = Fraction(1, 16)


def window(statements: Sequence[Expr], assume: Sequence[Expr], t: Expr, x: Sym) -> Window:
    """Outside of it no statement holds, or the assumptions do not."""
    whole = _around([hull(each, t, x) for each in statements])
    return _within([whole, *(hull(each, t, x) for each in assume)])


def hull(e: Expr, element: Expr, x: Sym) -> Window:
    """An interval with rational ends outside of which a statement about x is false for certain."""
    match e:
        case Rel(op, left, right):
            return _half(op, left, right, x)
        case Interval(low, high):
            return _within([_half(">=", element, low, x), _half("<=", element, high, x)])
        case Vector((low, high)):
            return hull(Interval(low, high, False, False), element, x)
        case Set(found):
            return _around([_half("=", element, each, x) for each in found])
        case And(parts) | Intersection(parts):
            return _within([hull(each, element, x) for each in parts])
        case Or(parts) | Union(parts):
            return _around([hull(each, element, x) for each in parts])
        case Without(whole, _):
            return hull(whole, element, x)
        case Belongs(inside, within):
            return hull(within, inside, x)
        case SetBuilder(variable, condition, whole):
            inner = hull(substituted(condition, {variable.name: element}), element, x)
            return inner if whole is None else _within([inner, hull(whole, element, x)])
    return LINE


def _within(parts: Iterable[Window]) -> Window:
    found = list(parts)
    low = max((each for each, _ in found if each is not None), default=None)
    high = min((each for _, each in found if each is not None), default=None)
    return (low, high) if low is None or high is None or low <= high else (low, low)


def _around(parts: list[Window]) -> Window:
    lows, highs = [low for low, _ in parts if low is not None], [high for _, high in parts if high is not None]
    complete = bool(parts)
    return (
        min(lows) if complete and len(lows) == len(parts) else None,
        max(highs) if complete and len(highs) == len(parts) else None,
    )


def _half(op: str, left: Expr, right: Expr, x: Sym) -> Window:
    """The half-line of x < c, c > x; a single number for x = c."""
    if right == x:
        left, right, op = right, left, TURNED[op]
    ends = _ends(right) if left == x else LINE
    return (ends[0] if op in (">", ">=", "=") else None, ends[1] if op in ("<", "<=", "=") else None)


def _ends(bound: Expr) -> Window:
    """A rational a little below a constant, and one a little above it."""
    exact = rational_value(bound)
    if exact is not None:
        return exact, exact
    if symbols(bound) or bound in (INF, Neg(INF)):
        return LINE
    near = value_at(bound, {}, BITS)
    if near is None:
        return LINE
    with precision(BITS):
        return outer(near.lower()), outer(near.upper())


def period(guards: Sequence[Expr], x: Sym) -> Window | None:
    """One common period, where everything depends on x through waves of it alone."""
    speeds: set[tuple[Fraction, bool]] = set()
    for guard in guards:
        calm = mapped(guard, lambda node: ZERO if isinstance(node, Fn) and node.name in WAVES else node)
        if not free_of(calm, x):
            return None
        for node in nodes(guard):
            if isinstance(node, Fn) and node.name in WAVES and not free_of(node, x):
                speed = _speed(node.args[0], x)
                if speed is None:
                    return None
                speeds.add(speed)
    if len({by_pi for _, by_pi in speeds}) != 1:
        return None
    slowest = Fraction(gcd(*(abs(s.numerator) for s, _ in speeds)), lcm(*(s.denominator for s, _ in speeds)))
    length = (2 if next(iter(speeds))[1] else Fraction(44, 7)) / slowest
    return -MARGIN, length + MARGIN


def _speed(angle: Expr, x: Sym) -> tuple[Fraction, bool] | None:
    """a of the angle a·x + b, and whether it is a multiple of π."""
    by_pi = any(isinstance(each, Mul) and PI in each.factors and not free_of(each, x) for each in nodes(angle))
    line = in_one_variable(mapped(angle, lambda node: ONE if node == PI else node), x.name)
    if line is None or line.bottom.degree() > 0 or line.top.degree() != 1:
        return None
    return fraction(line.top[1]) / fraction(line.bottom[0]), by_pi
