"""NumPy inside the jail."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

VERSION = np.__version__


def preload() -> None:
    """Import what NumPy imports late, so that no child has to."""
    for name in ("fft", "linalg", "polynomial", "random", "testing"):
        import_module(f"numpy.{name}")
    np.linalg.svd(np.eye(3))
    str(np.array([0.5, 1e300]))


def tensor(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """An input as the learner gets it."""
    return array


def array(value: Any) -> np.ndarray[Any, Any] | None:
    """A value of this framework as a plain array; None for anything else."""
    if isinstance(value, np.ndarray):
        return np.array(value, copy=True, subok=False)
    return np.asarray(value) if isinstance(value, np.generic) else None
