"""Values of the learner's program as values that can cross."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np

DEEPEST, LONGEST_LIST, LONGEST_TEXT = 4, 10_000, 4096


class CannotCross(ValueError):
    """The value has no plain form; the message says why."""


def plain(value: Any, framework: ModuleType, depth: int = 0) -> Any:
    """Arrays and tensors as plain arrays, numbers, words, and lists and dicts of these up to four deep."""
    if depth > DEEPEST:
        raise CannotCross(f"it nests deeper than {DEEPEST}")
    array = framework.array(value)
    if array is not None:
        return array
    kind = type(value)
    if value is None or kind in (bool, int, float):
        return value
    if kind is complex:
        return np.array(value)
    if kind is str:
        return value[:LONGEST_TEXT]
    if kind in (list, tuple):
        if len(value) > LONGEST_LIST:
            raise CannotCross(f"a list has more than {LONGEST_LIST} entries")
        return [plain(each, framework, depth + 1) for each in value]
    if kind is dict:
        return {str(name): plain(each, framework, depth + 1) for name, each in value.items()}
    raise CannotCross(f"a value of type {kind.__name__} is not a number, an array, a word or a list of these")
