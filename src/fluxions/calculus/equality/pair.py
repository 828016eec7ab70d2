"""Two expressions evaluated side by side: where both are real, where one is not, where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from fluxions.calculus.budget import Budget
from fluxions.calculus.expr import Add, Div, Expr, Mul, Neg, Num, Pow, Sym, num
from fluxions.calculus.numbers.balls import (
    PROBE,
    Ball,
    Unclear,
    Undefined,
    all_registers,
    cost,
    holds,
    outputs,
    outputs_of,
    point_of,
    precision,
    run,
)  # fmt: skip
from fluxions.calculus.numbers.corners import around_corners
from fluxions.calculus.numbers.domain import Bounds, bounds, cells, edges, kinks, moved_inside
from fluxions.calculus.numbers.far import beyond
from fluxions.calculus.numbers.loudness import needed_bits
from fluxions.calculus.numbers.points import Point, liked_points, seeded_points
from fluxions.calculus.numbers.polynomials import in_one_variable
from fluxions.calculus.numbers.tape import LONGEST_KEPT, NoTape, Tape, tape
from fluxions.calculus.trees import nodes, substituted, symbols

PHASES = 4
Side = Literal["real", "outside", "pole", "unclear"]  # outside: so is everything near by


@dataclass(frozen=True, slots=True)
class Sample:
    """What was found at a point."""

    at: Point
    left: Side
    right: Side
    gap: Ball | None = None  # left − right where both are real
    values: tuple[Ball, Ball] | None = None
    registers: Sequence[Any] = ()  # of both programs, where both are real

    @property
    def both(self) -> bool:
        return self.gap is not None

    @property
    def apart(self) -> bool:
        """Is it proved that they differ here?"""
        return self.gap is not None and not self.gap.contains(0)


@dataclass(slots=True)
class Pair:
    """The programs of two trees and of their difference, and the region that is assumed."""

    left: Expr
    right: Expr
    assume: tuple[Expr, ...]
    budget: Budget
    witnessed: bool = True  # is a difference to be shown to somebody?
    both: Tape = field(init=False)
    limits: Bounds = field(init=False)

    def __post_init__(self) -> None:
        self.both = _together(self.left, self.right)
        self.limits = bounds(self.assume)

    @property
    def names(self) -> tuple[str, ...]:
        return self.both.symbols

    def seeded(self, phase: int) -> Iterator[Point]:
        """The points of one round of sampling that the assumptions allow."""
        for point in seeded_points(self.names, phase=phase) if self.names else ({},):
            yield from self.allowed(point)

    def allowed(self, point: Point) -> Iterator[Point]:
        moved = moved_inside(point, self.limits)
        if not self.assume or holds(self.assume, {**self._others(), **moved}) is True:
            yield moved

    def _others(self) -> Point:
        """Symbols of the assumptions that the expressions do not have."""
        missing = assumed_symbols(self.assume) - set(self.names)
        return moved_inside({name: seeded_points((name,), 1)[0][name] for name in missing}, self.limits)

    def liked(self) -> Iterator[Point]:
        for point in liked_points(self.names):
            if not self.assume or holds(self.assume, {**self._others(), **point}) is True:
                yield point

    def cells(self, count: int = 2) -> Iterator[tuple[Point, bool]]:
        """Points between (True) and at (False) the places where a formula or a domain may change."""
        found: dict[Expr, None] = {}
        for each in (self.left, self.right):
            found.update(dict.fromkeys(kinks(each)))
            found.update(dict.fromkeys(edges(each)))
        if found:
            split = cells(tuple(found), self.names, self.budget, count)
            for points, inside in ((split.inside, True), (split.breaks, False)):
                yield from ((moved, inside) for point in points for moved in self.allowed(point))
        if len(found) > 1 < len(self.names):
            for point in around_corners(tuple(found), self.names):
                yield from ((moved, True) for moved in self.allowed(point))

    @property
    def bends(self) -> bool:
        """May a formula change where a guard that is no rational function is zero?"""
        return bool(self._bent())

    def _bent(self) -> tuple[Expr, ...]:
        return tuple(each for each in dict.fromkeys((*kinks(self.left), *kinks(self.right))) if not _is_rational(each))

    def beyond(self) -> Iterator[Point]:
        """Points on both sides of the zeros of such guards, however far out."""
        for point in beyond(self._bent(), self.names, self.budget):
            yield from self.allowed(point)

    def sample(self, at: Point, bits: int = PROBE) -> Sample:
        """Both values, their difference, or why there is none; the first point is tried once."""
        if bits != PROBE:
            return self._sample(at, bits)
        first: Sample | None = self.both.kept.get("first")
        if first is not None and first.at is at:
            return first
        found = self._sample(at, bits)
        self.both.kept.setdefault("first", found)
        return found

    def _sample(self, at: Point, bits: int) -> Sample:
        self.budget.spend(cost(self.both, bits))
        with precision(bits):
            point = point_of(at)
            try:
                registers = all_registers(self.both, point)
                left, right, gap = outputs_of(self.both, registers)
                return Sample(at, "real", "real", gap, (left, right), registers)
            except (Undefined, Unclear):
                sides = self._side(self.left, point, bits), self._side(self.right, point, bits)
                if "unclear" in sides and self.both.lazy and (exact := self._put(at)) is not None:
                    return exact
                return Sample(at, *sides)

    def gap(self, at: Point) -> Ball | None:
        """left − right where both are real; None elsewhere, without the reason."""
        if self.both.lazy:
            return self.sample(at).gap
        with precision(PROBE):
            try:
                return run(self.both, point_of(at), PROBE, self.budget)[2]
            except (Undefined, Unclear):
                return None

    def _put(self, at: Point) -> Sample | None:
        """The sample with exact numbers in the trees, where a ball does not tell which branch is taken."""
        point = {name: num(value) for name, value in at.items()}
        try:
            left, right, gap = outputs(
                tape(substituted(self.left, point), substituted(self.right, point), difference=True), {}
            )
        except (NoTape, Undefined, Unclear):
            return None
        return Sample(at, "real", "real", gap, (left, right))

    def _side(self, e: Expr, point: dict[str, Ball], bits: int) -> Side:
        try:
            run(tape(e), point, bits, self.budget)
        except Undefined as reason:
            return "outside" if reason.open else "pole"
        except Unclear:
            return "unclear"
        return "real"

    def heard(self, sample: Sample) -> Sample | None:
        """The sample at a precision at which every part is heard; None where that would cost too much."""
        bits = PROBE
        for _ in range(6):
            if not sample.registers:  # exact numbers stood in the trees
                return None
            with precision(bits):
                enough = needed_bits(self.both, sample.registers)
            if enough is None:
                return None
            if enough <= bits:
                return sample
            bits = enough
            sample = self.sample(sample.at, bits)
            if not sample.both or sample.apart:
                return sample
        return None


def _together(left: Expr, right: Expr) -> Tape:
    """The program of both; a pair that turns out different is compared again, for a near miss."""
    try:
        other, found = left._beside
        if other is right:
            return found  # type: ignore[no-any-return]
    except AttributeError:
        pass
    program = tape(left, right, difference=True)
    if len(program.code) <= LONGEST_KEPT:
        object.__setattr__(left, "_beside", (right, program))
    return program


def assumed_symbols(relations: Sequence[Expr]) -> frozenset[str]:
    """The names that relations speak of."""
    return frozenset().union(*(symbols(each) for each in relations))


def _is_rational(guard: Expr) -> bool:
    """Is the guard a rational function of its variables, so that its zeros on a line are known?"""
    if len(symbols(guard)) == 1:
        return in_one_variable(guard, next(iter(symbols(guard)))) is not None
    return all(_keeps_rational(node) for node in nodes(guard) if symbols(node))


def _keeps_rational(node: Expr) -> bool:
    match node:
        case Sym() | Neg() | Add() | Mul() | Div():
            return True
        case Pow(_, Num() as exponent):
            return exponent.value.denominator == 1
    return False
