"""How many numbers an array should hold: the letters of its shape, counted on the inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from fluxions.labs.contract import Array, Function, Text, Value, Whole


def expected_shape(function: Function, inputs: Sequence[Value]) -> tuple[int, ...] | None:
    """The shape of what a function gives at these inputs; None where a letter is counted nowhere, or for a word."""
    if isinstance(function.gives, Text):
        return None
    if not isinstance(function.gives, Array):
        return ()
    known = _counted(function, inputs)
    sizes = [_size(each, known) for each in function.gives.shape.split("×")]
    return None if None in sizes else tuple(each for each in sizes if each is not None)


def _counted(function: Function, inputs: Sequence[Value]) -> dict[str, int]:
    """n = 4, d = 2, steps = 3."""
    known: dict[str, int] = {}
    for kind, value in zip(function.takes, inputs, strict=True):
        match kind:
            case Whole(name):
                known[name] = value
            case Array(shape=shape) if len(words := shape.split("×")) == np.ndim(value):
                known |= dict(zip((each.strip() for each in words), np.shape(value), strict=True))
    return known


def _size(term: str, known: Mapping[str, int]) -> int | None:
    """n + 1."""
    parts = [int(each) if each.isdigit() else known.get(each) for each in map(str.strip, term.split("+"))]
    return None if None in parts else sum(each for each in parts if each is not None)
