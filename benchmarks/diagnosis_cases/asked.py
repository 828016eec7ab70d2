"""A task with its answer, what mistakes make of it, and a working that may go wrong in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Asked:
    """A task, its answer, and for each kind of mistake the answer that it leads to."""

    task: str
    right: str
    mistakes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Worked:
    """A task, a right working of it, and for each line that may go wrong (from 1) what is written from there on."""

    task: str
    lines: tuple[str, ...]
    slips: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Topic:
    """The templates of one topic; `matrices` says that names have shapes."""

    name: str
    tasks: tuple[Callable[[Random], Asked], ...]
    matrices: bool = False


def signed(n: int) -> str:
    """`+ 3` or `- 3`."""
    return f"+ {n}" if n >= 0 else f"- {-n}"


def nonzero(random: Random, low: int, high: int) -> int:
    """A whole number that is not 0."""
    return random.choice([n for n in range(low, high + 1) if n])
