"""Functions of a vector that labs ask about, each with the gradient that was worked out by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np

from fluxions.labs.compare import as_array
from fluxions.labs.contract import Formula, Value

Vector: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
MINUS = "\u2212"


def nowhere(x: Vector) -> bool:
    """No point is a kink."""
    return False


@dataclass(frozen=True, repr=False)
class Smooth(Formula):
    """A function of `size` numbers with its gradient, and where it has a kink."""

    size: int
    gradient: Callable[[Vector], Vector]
    kinked: Callable[[Vector], bool] = nowhere


OUTER: Mapping[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = MappingProxyType({
    "sin": (np.sin, np.cos),
    "exp": (np.exp, np.exp),
    "tanh": (np.tanh, lambda z: 1 / np.cosh(z) ** 2),
    "square": (np.square, lambda z: 2 * z),
    "softplus": (lambda z: np.logaddexp(0, z), lambda z: 1 / (1 + np.exp(-z))),
})  # fmt: skip
LOW_SLOPE = MappingProxyType({"relu": 0.0, "leaky relu": 0.1, "abs": -1.0})


def vector(x: Value, size: int) -> Vector:
    """What a formula was asked at; ValueError where that is no vector of its size."""
    found = as_array(x)
    if found is None or found.dtype.kind not in "fiu" or found.shape != (size,):
        asked = "something else" if found is None else f"an array of shape {found.shape}, type {found.dtype.name}"
        raise ValueError(f"the function takes one array of {size} real numbers; it was asked at {asked}")
    return found.astype(np.float64)


def smooth(
    says: str,
    size: int,
    value: Callable[[Vector], Any],
    gradient: Callable[[Vector], Vector],
    kinked: Callable[[Vector], bool] = nowhere,
) -> Smooth:
    """A formula from its value and its gradient."""

    def at(x: Value) -> float:
        with np.errstate(all="ignore"):
            return float(value(vector(x, size)))

    return Smooth(says, at, size, gradient, kinked)


def line(row: Sequence[float]) -> str:
    """0.5 x0 − x1."""
    terms = (
        f"{each:g} x{place}" if abs(each) != 1 else f"{each:g}"[:-1] + f"x{place}"
        for place, each in enumerate(row)
        if each
    )
    return " + ".join(terms).replace("+ -", "- ").replace("-", MINUS)


def ridges(names: Sequence[str], rows: Any, weight: float = 1.0, size: float = 1.0) -> Smooth:
    """w Σ φ(a · x / size): each φ bends along its own direction a."""
    matrix = np.array(rows, dtype=np.float64)
    parts = [(*OUTER[name], row) for name, row in zip(names, matrix, strict=True)]
    inner = "{}" if size == 1.0 else f"({{}}) / {size:g}"
    says = " + ".join(f"{name}({inner.format(line(row))})" for name, row in zip(names, matrix, strict=True))
    return smooth(
        says if weight == 1.0 else f"{weight:g} ({says})",
        matrix.shape[1],
        lambda x: weight * sum(outer(row @ x / size) for outer, _, row in parts),
        lambda x: np.asarray(weight * sum(inner(row @ x / size) * row / size for _, inner, row in parts)),
    )


def drawn_ridges(random: Random, dimension: int, weight: float = 1.0, size: float = 1.0) -> Smooth:
    """Two unlike ridges with no coefficient near 0."""
    rows = [[round(random.choice((-1, 1)) * random.uniform(0.3, 1.0), 1) for _ in range(dimension)] for _ in range(2)]
    return ridges(random.sample(sorted(OUTER), 2), rows, weight, size)


def bent(kind: str, row: Sequence[float], rest: Smooth) -> Smooth:
    """A kink where a · x = 0, added to a smooth function; its gradient there is that of the lower side."""
    along, low = np.array(row, dtype=np.float64), LOW_SLOPE[kind]

    def slope(x: Vector) -> float:
        return 1.0 if along @ x > 0 else low

    return smooth(
        f"{kind}({line(row)}) + {rest.says}",
        rest.size,
        lambda x: rest(x) + slope(x) * (along @ x),
        lambda x: rest.gradient(x) + slope(x) * along,
        lambda x: bool(along @ x == 0),
    )
