"""The real zeros of any expression in one variable on a stretch of the line, each in an interval of its own.

Bisection in balls: a ball without zero excludes a zero, a slope of one sign makes a zero the only one there. Then
Newton's method on intervals narrows it to about 200 bits. What cannot be isolated so raises Unsettled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Diff, Expr, Fn, Sym
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, ball, cost, outputs, precision
from fluxions.calculus.numbers.polynomials import outer
from fluxions.calculus.numbers.tape import NoTape, Tape, tape
from fluxions.calculus.trees import nodes, symbols

COARSE, FINE = 64, 240  # bits
SHORT = Fraction(1, 32)
TINY = Fraction(1, 2**26)
STEPS = 14  # of Newton's method, each of which about doubles the digits
MOST = 48  # zeros of one expression
WAVES = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
APPROACH = tuple(Fraction(1, 2**k) for k in (28, 40, 60, 90, 120))  # towards an edge of the domain
NEAR = 16  # up to here every piece is searched
SCAFFOLD = (Fraction(0), *(sign * Fraction(2**k, 16) for sign in (-1, 1) for k in range(21)))
JET = 5  # times as long takes each order of a derivative
MOST_PIECES = 1_000  # of one stretch
PIECES = 64  # of one stretch far out
DEEP = 3  # a zero of this order and one more is found as a zero of a derivative
Window = tuple[Fraction | None, Fraction | None]
Bracket = tuple[Fraction, Fraction]


class Unsettled(Exception):
    """The zeros could not be told apart or counted."""


def zeros(e: Expr, x: Sym, edges: Sequence[Bracket], window: Window, budget: Budget) -> tuple[Bracket, ...]:
    """Brackets of about 200 bits around all zeros; `edges` hold the poles, kinks and ends of the domain.

    Without an end of the window the search goes as far as 2¹⁶ on that side.
    """
    try:
        search = _Search(x.name, tape(e), tape(Diff(e, x)), e, budget, frozenset(end for each in edges for end in each))
    except NoTape:
        raise Unsettled from None
    shut = set(edges)
    pieces = [piece for piece in pairwise(_stakes(window, search.sharp)) if piece not in shut]
    found: list[Bracket] = []
    for a, b in sorted(
        pieces, key=lambda piece: -max(map(abs, piece))
    ):  # what is far out soon shows that it has no end
        found += search.far(a, b) if min(abs(a), abs(b)) >= NEAR else search.isolated(a, b, DEEP)
        if len(found) > MOST:
            raise Unsettled
    return tuple(_apart(found))


def _apart(found: Sequence[Bracket]) -> Iterator[Bracket]:
    """Each zero once: one at a stake may have been met from both sides."""
    last: Bracket | None = None
    for each in sorted(found, key=lambda bracket: (bracket[0], bracket[1])):
        if last is None or each[0] > last[1]:
            last = each
            yield each


def _stakes(window: Window, sharp: frozenset[Fraction]) -> list[Fraction]:
    """Where the search begins: fine about 0, coarse far out, cut at the edges."""
    low, high = window
    if low is not None and high is not None:
        whole = [low + Fraction(k, 16) * (high - low) for k in range(17)]
    else:
        whole = [*SCAFFOLD, *(each for each in (low, high) if each is not None)]
    clear = [each for each in whole if all(abs(each - end) > TINY for end in sharp)]
    inside = (each for each in {*clear, *sharp} if (low is None or each >= low) and (high is None or each <= high))
    return sorted(inside)


@dataclass(frozen=True, slots=True)
class _Search:
    x: str
    value: Tape
    slope: Tape
    tree: Expr
    budget: Budget
    sharp: frozenset[Fraction]  # places beside which the expression may fail to be real
    order: int = 0  # of the derivative that is searched

    def over(self, program: Tape, low: Fraction, high: Fraction, bits: int = COARSE) -> Ball | None:
        """A ball around all values on [low, high]; None where that cannot be told, Undefined where it is never real."""
        self.budget.spend(cost(program, bits) * (1 + JET * (self.order + (program is not self.value))))
        with precision(bits), suppress(Unclear, ValueError):  # a series over a ball with 0 has no quotient
            at = ball(low) if low == high else ball(low).union(ball(high))
            value: Ball = outputs(program, {self.x: at})[0]
            return value
        return None

    def sign(self, at: Fraction) -> int | None:
        """The sign at a point; 0 only where it is exactly 0."""
        for bits in (COARSE, FINE):
            try:
                value = self.over(self.value, at, at, bits)
            except Undefined:
                return None
            if value is not None and (value > 0 or value < 0 or value.is_zero()):
                return 1 if value > 0 else -1 if value < 0 else 0
        return None

    def isolated(self, low: Fraction, high: Fraction, deep: int, pieces: int = MOST_PIECES) -> Iterator[Bracket]:
        """The zeros in [low, high], cut in so many pieces at most."""
        stack = [(low, high)]
        while stack:
            pieces -= 1
            if not pieces:
                raise Unsettled
            a, b = stack.pop()
            try:
                value = self.over(self.value, a, b)
                slope = None if value is None or not value.contains(0) else self.slope_over(a, b)
            except Undefined:
                continue
            if value is not None and not value.contains(0):
                continue
            if slope is not None and not slope.contains(0):
                yield from self.crossing(a, b)
            elif b - a < self.least(a, b):
                yield from self.blurred(a, b, deep)
            else:
                middle = a + (b - a) * Fraction(127, 256)  # seldom a zero itself
                stack += [(middle, b), (a, middle)]

    def least(self, a: Fraction, b: Fraction) -> Fraction:
        """The width below which a piece is not cut any more: much less where it does not touch an edge."""
        width = TINY * max(Fraction(1), abs(a))
        return width if a in self.sharp or b in self.sharp else width / 1024

    def slope_over(self, a: Fraction, b: Fraction) -> Ball | None:
        """A ball around the slope; on short pieces by the mean value theorem too: f′(m) + f″(I)(I − m)."""
        slope = self.over(self.slope, a, b)
        if slope is None or not slope.contains(0) or b - a > SHORT:
            return slope
        bend, middle = self.over(self.bend, a, b), self.over(self.slope, (a + b) / 2, (a + b) / 2)
        if bend is None or middle is None:
            return slope
        with precision(COARSE):
            half: Ball = ball((b - a) / 2)
            return middle + bend * (-half).union(half)

    @property
    def bend(self) -> Tape:
        """The second derivative."""
        return tape(Diff(Diff(self.tree, Sym(self.x)), Sym(self.x)))

    def far(self, a: Fraction, b: Fraction) -> Iterator[Bracket]:
        """The zeros far out: excluded by a ball, else looked for where the sign changes; of a wave, in a few pieces."""
        try:
            value = self.over(self.value, a, b)
        except Undefined:
            return
        if value is not None and not value.contains(0):
            return
        if any(isinstance(node, Fn) and node.name in WAVES and self.x in symbols(node) for node in nodes(self.tree)):
            yield from self.isolated(a, b, DEEP, PIECES)
            return
        stakes = [a + Fraction(k, 8) * (b - a) for k in range(9)]
        for low, high in pairwise(stakes):
            value = self.over(self.value, low, high)
            if (value is None or value.contains(0)) and len(
                {self.sign(low), self.sign((low + high) / 2), self.sign(high)}
            ) > 1:
                yield from self.isolated(low, high, DEEP)

    def crossing(self, a: Fraction, b: Fraction) -> Iterator[Bracket]:
        """The zero, if there is one, where the expression only rises or only falls."""
        before, after = self.sign(a), self.sign(b)
        if before is None:  # a zero that no ball shows to be one
            a -= (b - a) / 64
            before = self.sign(a)
        if after is None:
            b += (b - a) / 64
            after = self.sign(b)
        if before is None or after is None:
            raise Unsettled
        if before == 0 or after == 0:
            yield (a, a) if before == 0 else (b, b)
        elif before != after:
            yield self.narrowed(a, b)

    def narrowed(self, a: Fraction, b: Fraction) -> Bracket:
        """Newton's method on intervals: m − f(m)/f′(I), cut with I; a simple rational that is the zero itself."""
        with precision(FINE):
            inside = ball(a).union(ball(b))
            for _ in range(STEPS):
                self.budget.spend(cost(self.value, FINE) + cost(self.slope, FINE))
                middle = inside.mid()
                try:
                    step = outputs(self.value, {self.x: middle})[0] / outputs(self.slope, {self.x: inside})[0]
                except (Undefined, Unclear):
                    break
                following = middle - step
                if not following.is_finite() or not inside.overlaps(following):
                    break
                smaller = inside.intersection(following)
                if smaller.rad() * 2 > inside.rad():
                    break
                inside = smaller
            low, high = outer(inside.lower()), outer(inside.upper())
        near = ((low + high) / 2).limit_denominator(1000)
        if low <= near <= high and self.sign(near) == 0:
            return near, near
        if high - low > Fraction(1, 2**150):
            raise Unsettled
        return low, high

    def blurred(self, a: Fraction, b: Fraction, deep: int) -> Iterator[Bracket]:
        """A piece too small to cut: beside an edge of the domain nothing may change its sign; else a double zero."""
        edge = next((each for each in (a, b) if each in self.sharp), None)
        if edge is not None:
            towards = 1 if edge == a else -1
            signs = [self.sign(edge + towards * step) for step in APPROACH]
            if len(set(signs)) == 1:
                return
            raise Unsettled
        if deep == 0:
            raise Unsettled
        turning = Diff(self.tree, Sym(self.x))
        slopes = _Search(self.x, self.slope, self.bend, turning, self.budget, self.sharp, self.order + 1)
        found = sorted(set(slopes.isolated(a, b, deep - 1)))
        yield from found
        for low, high in pairwise([a, *(end for bracket in found for end in bracket), b]):
            if (low, high) not in found and low < high:
                yield from self.monotone(low, high, {end for bracket in found for end in bracket})

    def monotone(self, a: Fraction, b: Fraction, turns: set[Fraction]) -> Iterator[Bracket]:
        """The zero between two places where the slope is 0; at such a place itself it has been told already."""
        silent = {end for end in (a, b) if self.sign(end) is None}
        if not silent:
            yield from self.crossing(a, b)
        elif not silent <= turns:
            raise Unsettled
