"""Seeded draws that are the same on every machine: SplitMix64, rejection sampling, Fisher–Yates.

Source of the generator: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
OOPSLA 2014.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")
MASK = 0xFFFFFFFFFFFFFFFF


class Random:
    """A stream of draws made from a name; integers only, no dependence on hash order or float rounding."""

    __slots__ = ("_name", "_state")

    def __init__(self, name: str) -> None:
        self._name = name
        self._state = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")

    def fork(self, name: str) -> Random:
        """Another stream, not moved by draws from this one."""
        return Random(f"{self._name}/{name}")

    def bits(self) -> int:
        """The next 64 bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n: int) -> int:
        """A whole number from 0 to n − 1, all equally likely."""
        limit = (MASK + 1) - (MASK + 1) % n
        while (drawn := self.bits()) >= limit:
            pass
        return drawn % n

    def randint(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def choice(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.below(len(options))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in a random order."""
        mixed = list(items)
        for i in range(len(mixed) - 1, 0, -1):
            j = self.below(i + 1)
            mixed[i], mixed[j] = mixed[j], mixed[i]
        return mixed

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """`count` different places of the items, in a random order."""
        return self.shuffled(items)[:count]
