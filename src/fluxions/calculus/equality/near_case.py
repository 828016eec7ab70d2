"""A wrong answer beside the right one, and what may be said of how close it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.pair import Pair, Sample
from fluxions.calculus.equality.ratio import together
from fluxions.calculus.expr import Add, Diff, Expr
from fluxions.calculus.numbers.balls import PROBE, Ball, Unclear, Undefined, ball, point_of, precision, run
from fluxions.calculus.numbers.jets import constant
from fluxions.calculus.numbers.tape import NoTape, tape
from fluxions.calculus.verdict import Equal, Text

SEEN = 5  # points
STEP = Fraction(1, 2**80)  # to the point beside, whose values give slopes to about half of PROBE
SLOPE_BITS = 40  # of such a slope that are relied upon


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A code and what is told."""

    reason: str
    message: Text


@dataclass(slots=True)
class Case:
    """The two values, the function that the task began with, and what is assumed."""

    answer: Expr
    expected: Expr
    given: Expr | None
    assume: tuple[Expr, ...]
    budget: Budget
    kept: Pair | None = None
    seen: list[Sample] = field(default_factory=list)  # where both are real, as far as they have been looked for
    left: Iterator[Sample] | None = None

    @property
    def pair(self) -> Pair:
        """Both side by side."""
        if self.kept is None:
            self.kept = Pair(self.answer, self.expected, self.assume, self.budget)
        return self.kept

    def samples(self) -> Iterator[Sample]:
        """Some points where both are real, each worked out once for all rungs."""
        yield from self.seen
        if self.left is None:
            self.left = islice(together(self.pair), SEEN)
        for sample in self.left:
            self.seen.append(sample)
            yield sample

    @property
    def first(self) -> Sample | None:
        """The first of them."""
        return self.seen[0] if self.seen else next(self.samples(), None)

    def values(self) -> Iterator[tuple[Ball, Ball]]:
        """Both values at those points."""
        return (each.values for each in self.samples() if each.values is not None)

    def may_be(self, gap: Callable[[Ball, Ball], Ball]) -> bool:
        """May this combination of both values be 0 everywhere, going by the first point?"""
        sample = self.first
        return sample is None or sample.values is None or bool(gap(*sample.values).contains(0))

    def slopes(self) -> tuple[Ball, Ball] | None:
        """Both derivatives at the first point to `SLOPE_BITS`, by values beside it; None in several variables."""
        sample = self.first
        if sample is None or len(self.pair.names) != 1:
            return None
        (name,) = self.pair.names
        beside = self.pair.sample({name: sample.at[name] + STEP})
        if beside.values is None or sample.values is None:
            return None
        with precision(PROBE):
            left, right = ((up - down) / ball(STEP) for up, down in zip(beside.values, sample.values, strict=True))
        return left, right

    def may_swap(self, a: str, b: str) -> bool:
        """May the answer be the right value with two letters in each other's place, going by the first point?"""
        sample = self.first
        if sample is None or sample.values is None:
            return True
        swapped = self.pair.sample({**sample.at, a: sample.at[b], b: sample.at[a]})
        return swapped.values is None or swapped.values[0].overlaps(sample.values[1])

    def terms(self, e: Add) -> list[Ball] | None:
        """The values of the terms of a sum at the first point."""
        sample = self.first
        try:
            return None if sample is None else run(tape(*e.terms), point_of(sample.at), PROBE, self.budget)
        except (NoTape, Undefined, Unclear):
            return None

    def same(self, a: Expr, b: Expr, *more: Expr) -> bool:
        """Are they equal for certain or as good as certain, under more assumptions?"""
        if not more and self._apart(a, b):
            return False
        return isinstance(equal(a, b, assume=(*self.assume, *more), budget=self.budget, witnessed=False), Equal)

    def _apart(self, a: Expr, b: Expr) -> bool:
        """Do they differ at the first point? The answer and the right value are known there already."""
        try:
            sample = self.first
        except NoTape:
            return False
        if sample is None:
            return False
        one, other = self._value(a, sample), self._value(b, sample)
        return one is not None and other is not None and not one.overlaps(other)

    def _value(self, e: Expr, sample: Sample) -> Ball | None:
        assert sample.values is not None
        if e is self.answer:
            return sample.values[0]
        if e is self.expected:
            return sample.values[1]
        if e is self.given and (known := self._differentiated(sample)) is not None:
            return known
        try:
            return run(tape(e), point_of(sample.at), PROBE, self.budget)[0]
        except (NoTape, Undefined, Unclear):
            return None

    def _differentiated(self, sample: Sample) -> Ball | None:
        """The value of the function whose derivative is expected, which was expanded for it."""
        program = self.pair.both
        row = program.outputs[1] - len(program.leaves)
        own = isinstance(self.expected, Diff) and self.expected.arg is self.given
        if not own or row < 0 or not sample.registers:
            return None
        op, parts = program.code[row]
        return constant(sample.registers[parts[0]]) if op == "diff" else None
