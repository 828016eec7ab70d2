"""Mistakes that many labs share, as transformations of a reference: each returns what a mistaken program returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Reference = Callable[..., Any]


def without_first(reference: Reference) -> Reference:
    """The starting value was not kept."""
    return lambda *inputs: np.asarray(reference(*inputs))[1:]


def late_by_one(reference: Reference) -> Reference:
    """Kept before the step was taken: the first value twice, the last never."""

    def late(*inputs: Any) -> Any:
        right = np.asarray(reference(*inputs))
        return np.concatenate([right[:1], right[:-1]]) if right.size > 1 else right

    return late
