"""Rational points to try expressions at: seeded ones in several ranges, and those that people like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from flint import arb

Point = Mapping[str, Fraction]


class Sampled(dict[str, Fraction]):
    """A point whose coordinates are short binary fractions: their balls are exact at every precision, made once."""

    __slots__ = ("balls",)

    def __init__(self, values: Mapping[str, Fraction]) -> None:
        super().__init__(values)
        self.balls = {name: arb(value.numerator) / value.denominator for name, value in values.items()}


GRAIN = 2**14  # coordinates are k/2¹⁴, exact in binary and of no special kind

# rounds of sampling: (low, high) for the coordinates of one point after the other
RANGES: tuple[tuple[tuple[int | Fraction, int | Fraction], ...], ...] = (
    ((0, 2), (-3, 3), (Fraction(1, 8), 1), (-2, 0), (1, 4), (-1, 1), (0, 3)),
    ((2, 12), (-12, -2), (0, Fraction(1, 4)), (Fraction(-1, 4), 0), (-8, 8)),
    ((Fraction(1, 2), 1), (-1, Fraction(-1, 2)), (1, 2), (-2, -1), (0, 1), (-40, 40)),
    ((-100, 100), (10, 1000), (-1000, -10), (0, Fraction(1, 32)), (Fraction(-1, 32), 0)),
)
FAR: tuple[tuple[int, int], ...] = tuple(
    ends for k in (3, 5, 8, 12, 17) for ends in ((10**k, 10 ** (k + 1)), (-(10 ** (k + 1)), -(10**k)))
)
LIKED: tuple[Fraction, ...] = tuple(Fraction(each) for each in ("2", "1", "3", "0", "-1", "1/2", "10"))


def stream(seed: int) -> Iterator[int]:
    """Whole numbers below 2⁶⁴, the same on every machine (SplitMix64)."""
    state = seed & 0xFFFFFFFFFFFFFFFF
    while True:
        state = (state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & 0xFFFFFFFFFFFFFFFF
        yield z ^ (z >> 31)


def between(low: Fraction | int, high: Fraction | int, drawn: int) -> Fraction:
    """A number strictly between low and high with a small denominator; `drawn` says which."""
    step = Fraction(high - low) / GRAIN
    return low + step * (1 + drawn % (GRAIN - 1))


@lru_cache(maxsize=512)
def _drawn(names: tuple[str, ...], count: int, seed: int, phase: int) -> tuple[Point, ...]:
    numbers = stream(seed * 1_000_003 + phase * 7919 + len(names))
    ranges = RANGES[phase % len(RANGES)]
    points = []
    for i in range(count):
        low, high = ranges[i % len(ranges)]
        points.append(Sampled({name: between(low, high, next(numbers)) for name in names}))
    return tuple(points)


def seeded_points(names: Sequence[str], count: int = 14, *, seed: int = 0, phase: int = 0) -> tuple[Point, ...]:
    """Points with a value for each name; each phase of sampling lies in other ranges."""
    return _drawn(tuple(names), count, seed, phase)


@lru_cache(maxsize=256)
def far_points(names: tuple[str, ...]) -> tuple[Point, ...]:
    """Points of large coordinates, first of one size and sign, then of several."""
    numbers = stream(1_000_003)
    return tuple(
        {name: between(*FAR[(i + turn * place) % len(FAR)], next(numbers)) for place, name in enumerate(names)}
        for turn in range(3 if len(names) > 1 else 1)
        for i in range(len(FAR))
    )


def liked_points(names: Sequence[str]) -> Iterator[Point]:
    """Points a person can check by hand: 2, 1, 3, 0, …; in several variables shifted against each other."""
    yield from _liked(tuple(names)) if names else ({},)


@lru_cache(maxsize=128)
def _liked(names: tuple[str, ...]) -> tuple[Point, ...]:
    size = len(LIKED)
    return tuple(
        Sampled({name: LIKED[(i + shift * place) % size] for place, name in enumerate(names)})
        for shift in range(size if len(names) > 1 else 1)
        for i in range(size)
    )
