"""The real zeros of any expression in one variable on a stretch of the line, each in an interval of its own.

Bisection in balls: a ball without zero excludes a zero, a slope of one sign makes a zero the only one there. Then
Newton's method on intervals narrows it to about 200 bits. What cannot be isolated so raises Unsettled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

from flint import arb, fmpq

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Diff, Expr, Fn, Sym
from fluxions.calculus.numbers.balls import Ball, Unclear, Undefined, cost, outputs, precision
from fluxions.calculus.numbers.polynomials import fraction, outer, rational
from fluxions.calculus.numbers.tape import NoTape, Tape, tape
from fluxions.calculus.trees import nodes, symbols

COARSE, FINE = 64, 240  # bits
SHORT = fmpq(1, 32)
TINY = fmpq(1, 2**26)
MIDDLE = fmpq(127, 256)  # where a piece is cut: seldom a zero itself
STEPS = 14  # of Newton's method, each of which about doubles the digits
MOST = 48  # zeros of one expression
WAVES = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
APPROACH = tuple(fmpq(1, 2**k) for k in (28, 40, 60, 90, 120))  # towards an edge of the domain
NEAR = 16  # up to here every piece is searched
SCAFFOLD = (fmpq(0), *(fmpq(sign * 2**k, 16) for sign in (-1, 1) for k in range(21)))
CALL = 16  # units of one evaluation, however short the tape
MOST_PIECES = 1_000  # of one stretch
PIECES = 64  # of one stretch far out
STEEPEST = 6  # order of a zero that is known exactly
DEEP = 3  # a zero of this order and one more is found as a zero of a derivative
Window = tuple[Fraction | None, Fraction | None]
Bracket = tuple[Fraction, Fraction]
Exact = Any  # flint.fmpq has no published types; its arithmetic is five times as quick as that of Fraction
Stretch = tuple[Exact, Exact]


class Unsettled(Exception):
    """The zeros could not be told apart or counted."""


def zeros(e: Expr, x: Sym, edges: Sequence[Bracket], window: Window, budget: Budget) -> tuple[Bracket, ...]:
    """Brackets of about 200 bits around all zeros; `edges` hold the poles, kinks and ends of the domain.

    Without an end of the window the search goes as far as 2¹⁶ on that side.
    """
    try:
        search = _Search.of(e, x, budget, frozenset(rational(end) for each in edges for end in each))
    except NoTape:
        raise Unsettled from None
    shut = {(rational(low), rational(high)) for low, high in edges}
    pieces = [piece for piece in pairwise(_stakes(window, search.sharp)) if piece not in shut]
    found: list[Stretch] = []
    for a, b in sorted(
        pieces, key=lambda piece: -max(map(abs, piece))
    ):  # what is far out soon shows that it has no end
        found += search.far(a, b) if min(abs(a), abs(b)) >= NEAR else search.isolated(a, b, DEEP)
        if len(found) > MOST:
            raise Unsettled
    return tuple((fraction(low), fraction(high)) for low, high in _apart(found))


def _apart(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Each zero once: one at a stake may have been met from both sides."""
    last: Stretch | None = None
    for each in sorted(found, key=lambda bracket: (bracket[0], bracket[1])):
        if last is None or each[0] > last[1]:
            last = each
            yield each


def _stakes(window: Window, sharp: frozenset[Exact]) -> list[Exact]:
    """Where the search begins: fine about 0, coarse far out, cut at the edges."""
    low, high = (None if end is None else rational(end) for end in window)
    if low is not None and high is not None:
        whole = [low + fmpq(k, 16) * (high - low) for k in range(17)]
    else:
        whole = [*SCAFFOLD, *(each for each in (low, high) if each is not None)]
    clear = [each for each in whole if all(abs(each - end) > TINY for end in sharp)]
    inside = (each for each in {*clear, *sharp} if (low is None or each >= low) and (high is None or each <= high))
    return sorted(inside)


@dataclass(frozen=True, slots=True)
class _Search:
    x: Sym
    tree: Expr
    value: Tape
    slope: Tape
    bend: Tape  # the second derivative
    budget: Budget
    sharp: frozenset[Exact]  # places beside which the expression may fail to be real
    order: int = 0  # of the derivative that is searched
    made: list[_Search] = field(default_factory=list)  # the search of the slope, once it was wanted
    exact: dict[Exact, bool] = field(default_factory=dict)  # ends of stretches: is the value 0 there for certain?

    @classmethod
    def of(cls, e: Expr, x: Sym, budget: Budget, sharp: frozenset[Exact], order: int = 0) -> _Search:
        """The search for the zeros of e; raises NoTape."""
        slope = Diff(e, x)
        return cls(x, e, tape(e), tape(slope), tape(Diff(slope, x)), budget, sharp, order)

    def over(self, program: Tape, low: Exact, high: Exact, bits: int = COARSE) -> Ball | None:
        """A ball around all values on [low, high]; None where that cannot be told, Undefined where it is never real."""
        order = self.order + (program is not self.value) + (program is self.bend)
        self.budget.spend(CALL + cost(program, bits) * (2 + 3 * order) // 2)
        with precision(bits):
            at = arb(low) if low == high else arb(low).union(arb(high))
            try:
                return outputs(program, {self.x.name: at})[0]
            except (Unclear, ValueError):  # a series over a ball with 0 has no quotient
                return None

    def sign(self, at: Exact) -> int | None:
        """The sign at a point; 0 only where it is exactly 0."""
        for bits in (COARSE, FINE):
            try:
                value = self.over(self.value, at, at, bits)
            except Undefined:
                return None
            if value is not None and (value > 0 or value < 0 or value.is_zero()):
                return 1 if value > 0 else -1 if value < 0 else 0
        return None

    def isolated(self, low: Exact, high: Exact, deep: int, pieces: int = MOST_PIECES) -> Iterator[Stretch]:
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
            elif zero := [end for end in self.exact_zeros(low, high) if end in (a, b) and self.alone(end, a, b)]:
                yield zero[0], zero[0]
            elif b - a < self.least(a, b):
                yield from self.blurred(a, b, deep)
            else:
                middle = a + (b - a) * MIDDLE
                stack += [(middle, b), (a, middle)]

    @property
    def steeper(self) -> _Search:
        """The search for the zeros of the slope."""
        if not self.made:
            slope = Diff(self.tree, self.x)
            self.made.append(_Search.of(slope, self.x, self.budget, self.sharp, self.order + 1))
        return self.made[0]

    def exact_zeros(self, *ends: Exact) -> list[Exact]:
        """Those of the ends of a stretch at which the value is 0 for certain."""
        for end in ends:
            if end not in self.exact:
                self.exact[end] = self.sign(end) == 0
        return [end for end in ends if self.exact[end]]

    def alone(self, end: Exact, a: Exact, b: Exact) -> bool:
        """Is a zero the only one in [a, b]: the derivatives are 0 there too up to one that is 0 nowhere in it?"""
        search = self
        while search.order - self.order < STEEPEST:
            search = search.steeper
            try:
                along = search.over(search.value, a, b)
                if along is not None and not along.contains(0):
                    return True
                value = search.over(search.value, end, end)
            except Undefined:
                return False
            if value is None or not value.is_zero():
                return False
        return False

    def least(self, a: Exact, b: Exact) -> Exact:
        """The width below which a piece is not cut any more: much less where it does not touch an edge."""
        width = TINY * max(fmpq(1), abs(a))
        return width if a in self.sharp or b in self.sharp else width / 1024

    def slope_over(self, a: Exact, b: Exact) -> Ball | None:
        """A ball around the slope; on short pieces by the mean value theorem too: f′(m) + f″(I)(I − m)."""
        slope = self.over(self.slope, a, b)
        if slope is None or not slope.contains(0) or b - a > SHORT:
            return slope
        bend, middle = self.over(self.bend, a, b), self.over(self.slope, (a + b) / 2, (a + b) / 2)
        if bend is None or middle is None:
            return slope
        with precision(COARSE):
            half: Ball = arb((b - a) / 2)
            return middle + bend * (-half).union(half)

    @property
    def waves(self) -> bool:
        """Does it rise and fall for ever?"""
        name = self.x.name
        return any(isinstance(each, Fn) and each.name in WAVES and name in symbols(each) for each in nodes(self.tree))

    def far(self, a: Exact, b: Exact) -> Iterator[Stretch]:
        """The zeros far out: excluded by a ball, else looked for where the sign changes; of a wave, in a few pieces."""
        try:
            value = self.over(self.value, a, b)
        except Undefined:
            return
        if value is not None and not value.contains(0):
            return
        if any(
            isinstance(node, Fn) and node.name in WAVES and self.x.name in symbols(node) for node in nodes(self.tree)
        ):
            yield from self.isolated(a, b, DEEP, PIECES)
            return
        stakes = [a + fmpq(k, 8) * (b - a) for k in range(9)]
        for low, high in pairwise(stakes):
            try:
                value = self.over(self.value, low, high)
            except Undefined:  # real in another part of the stretch alone
                continue
            if (value is None or value.contains(0)) and len(
                {self.sign(low), self.sign((low + high) / 2), self.sign(high)}
            ) > 1:
                yield from self.isolated(low, high, DEEP)

    def crossing(self, a: Exact, b: Exact) -> Iterator[Stretch]:
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

    def narrowed(self, a: Exact, b: Exact) -> Stretch:
        """Newton's method on intervals: m − f(m)/f′(I), cut with I; a simple rational that is the zero itself."""
        with precision(FINE):
            inside = arb(a).union(arb(b))
            for _ in range(STEPS):
                self.budget.spend(3 * CALL + cost(self.value, FINE) + 2 * cost(self.slope, FINE))
                middle = inside.mid()
                try:
                    step = outputs(self.value, {self.x.name: middle})[0] / outputs(self.slope, {self.x.name: inside})[0]
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
        if low <= near <= high and self.sign(rational(near)) == 0:
            return rational(near), rational(near)
        if high - low > Fraction(1, 2**150):
            raise Unsettled
        return rational(low), rational(high)

    def blurred(self, a: Exact, b: Exact, deep: int) -> Iterator[Stretch]:
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
        found = sorted(set(self.steeper.isolated(a, b, deep - 1)))
        yield from found
        for low, high in pairwise([a, *(end for bracket in found for end in bracket), b]):
            if (low, high) not in found and low < high:
                yield from self.monotone(low, high, {end for bracket in found for end in bracket})

    def monotone(self, a: Exact, b: Exact, turns: set[Exact]) -> Iterator[Stretch]:
        """The zero between two places where the slope is 0; at such a place itself it has been told already."""
        silent = {end for end in (a, b) if self.sign(end) is None}
        if not silent:
            yield from self.crossing(a, b)
        elif not silent <= turns:
            raise Unsettled
