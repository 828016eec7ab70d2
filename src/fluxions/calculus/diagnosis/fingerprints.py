"""What an answer looks like at fixed points: unlike fingerprints belong to different answers, at the price of a glance.

A hash would be quicker still, but ln(x²) and 2 ln(x) have different points where they are real: only the common ones
are compared. Like fingerprints prove nothing; `matching` confirms them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import inf, isfinite
from typing import Literal

from fluxions.calculus.expr import Const, Diff, Expr, Interval, Matrix, Operator, Rel, Set, Sym, Vector
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.array_agreement import values as array_values
from fluxions.calculus.numbers.arrays import entries
from fluxions.calculus.numbers.balls import Unclear, Undefined, holds, outputs, point_of, precision
from fluxions.calculus.numbers.points import Point, seeded_points
from fluxions.calculus.numbers.tape import NoTape, tape
from fluxions.calculus.shapes import Clash, is_shaped, shape
from fluxions.calculus.trees import nodes
from fluxions.calculus.vocabulary import VERDICTS

BITS = 96
POINTS = 4  # of the first range, and as many of the next
ENOUGH = 3  # real values that tell answers apart; where the first range has them, the next is not looked at
NUMBERS = ("pi", "e", "i")  # constants that have a value
NEAR = 1e-9  # relative
Kind = Literal["value", "ratio", "entries", "set", "named", "unseen"]
Values = tuple[float | None, ...]  # None: not real there


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Values at the points, or the fingerprints of the parts; a ratio is told apart by its proportions only."""

    kind: Kind
    values: Values = ()
    parts: tuple[Fingerprint, ...] = ()
    name: str = ""  # of what the parts belong to


CONVERGENT = (Const("converges"), Const("absolutely"))  # of positive terms the same


@dataclass(frozen=True, slots=True)
class Sight:
    """Where answers to a task are looked at, and the variable of the integral whose answers differ by a constant."""

    points: tuple[Point, ...]
    names: frozenset[str]
    variable: Sym | None = None
    further: tuple[Point, ...] = ()  # where too few values are real at the points

    def of(self, e: Expr) -> Fingerprint:
        """The fingerprint of an answer."""
        match e:
            case Vector(parts):
                return self._entries(parts)
            case Matrix(rows):
                return self._entries(tuple(chain.from_iterable(rows)))
            case Interval(low, high):
                return self._entries((low, high))
            case Set(parts):
                return Fingerprint("set", parts=tuple(self.of(each) for each in parts))
            case Operator(name, parts) if not e.stands:
                return Fingerprint("named", parts=tuple(self.of(each) for each in parts), name=name)
            case Rel("=", left, right) if not isinstance(left, Rel):
                return Fingerprint("ratio", self._values(left - right))
        if is_shaped(e):
            return _of_arrays(e)
        if isinstance(e, Sym) and e.name in VERDICTS:
            return Fingerprint("named", name=e.name)
        if any(isinstance(node, Const) and node.name not in NUMBERS for node in nodes(e)):
            return Fingerprint("named", name="converges" if e in CONVERGENT else ascii(e))
        found = self._values(e if self.variable is None else Diff(e, self.variable))
        return Fingerprint("unseen") if all(value is None for value in found) else Fingerprint("value", found)

    def _entries(self, parts: Sequence[Expr]) -> Fingerprint:
        return Fingerprint("entries", parts=tuple(self.of(each) for each in parts))

    def _values(self, e: Expr) -> Values:
        try:
            program = tape(e, keep=False)
        except NoTape:
            return ()
        if not set(program.symbols) <= self.names:
            return ()
        with precision(BITS):
            if not program.symbols:
                return (_value(program, self.points[0]),) * len(self.points) + (None,) * len(self.further)
            first = tuple(_value(program, point) for point in self.points)
            if sum(value is not None for value in first) >= ENOUGH:
                return first + (None,) * len(self.further)
            return first + tuple(_value(program, point) for point in self.further)


def _value(program: object, point: Point) -> float | None:
    try:
        value = outputs(program, point_of(point))[0]  # type: ignore[arg-type]
    except (Undefined, Unclear, NoTape, AttributeError):
        return None
    try:
        known = (value.is_finite() and value.rel_accuracy_bits() > 40) or value == 0
        number = float(value.mid()) if known else inf
    except (AttributeError, ValueError, OverflowError):
        return None
    return number if isfinite(number) else None  # too large to be told apart


@lru_cache(maxsize=256)
def sight(names: frozenset[str], assume: tuple[Expr, ...] = (), variable: Sym | None = None) -> Sight:
    """The points for these names; where conditions are assumed, those that fulfil them."""
    ordered = sorted(names)
    first, next_range = (
        tuple(_fitting(seeded_points(ordered, POINTS, phase=phase), assume)) if ordered else () for phase in (0, 1)
    )
    if not first and not next_range:
        return Sight(tuple(seeded_points(ordered, POINTS)) if ordered else ({},), names, variable)
    return Sight(first, names, variable, next_range) if first else Sight(next_range, names, variable)


def _fitting(points: Iterable[Point], assume: tuple[Expr, ...]) -> Iterator[Point]:
    return (point for point in points if not assume or holds(assume, point) is not False)


def _of_arrays(e: Expr) -> Fingerprint:
    """The entries of an expression of vectors and matrices at the first drawn place."""
    try:
        shape(e)
        seen = next(iter(array_values(e, e)), None)
    except Clash:
        return Fingerprint("unseen")
    if seen is None:
        return Fingerprint("unseen")
    return Fingerprint("value", tuple(float(each.mid()) for each in entries(seen.left)), name="array")


def alike(a: Fingerprint, b: Fingerprint) -> bool:
    """May the two belong to the same answer?"""
    if "unseen" in (a.kind, b.kind):
        return True
    if (a.kind, a.name) != (b.kind, b.name):
        return False
    match a.kind:
        case "value":
            return _close(a.values, b.values)
        case "ratio":
            return _in_proportion(a.values, b.values)
        case "set":
            pairs = ((a.parts, b.parts), (b.parts, a.parts))
            return all(any(alike(each, other) for other in those) for these, those in pairs for each in these)
    return len(a.parts) == len(b.parts) and all(map(alike, a.parts, b.parts))


def _close(a: Values, b: Values) -> bool:
    if len(a) != len(b):
        return not a or not b  # no value at all tells nothing
    return all(_near(u, v) for u, v in zip(a, b, strict=True) if u is not None and v is not None)


def _near(u: float, v: float) -> bool:
    return u == v or abs(u - v) <= NEAR * max(abs(u), abs(v), NEAR)


def _in_proportion(a: Values, b: Values) -> bool:
    """Are the values those of the same equation, up to a factor?"""
    pairs = [(u, v) for u, v in zip(a, b, strict=False) if u is not None and v is not None]
    return all(_near(u * pairs[0][1], v * pairs[0][0]) for u, v in pairs)


def factor_between(a: Fingerprint, b: Fingerprint) -> float | None:
    """The number c with a = c b at every point; None where there is none, or fewer than two points tell."""
    if a.kind != "value" or b.kind != "value" or len(a.values) != len(b.values):
        return None
    pairs = [(u, v) for u, v in zip(a.values, b.values, strict=True) if u is not None and v is not None]
    if len(pairs) < 2 or any(v == 0 for _, v in pairs):
        return None
    ratio = pairs[0][0] / pairs[0][1]
    return ratio if all(_near(u, ratio * v) for u, v in pairs) else None


__all__ = ["Fingerprint", "Sight", "alike", "factor_between", "sight"]
