"""PyTorch inside the jail."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import torch

from fluxions.labs.frameworks import numpy_

VERSION = torch.__version__
LATE = ("torch._dynamo", "torch.fx.experimental.symbolic_shapes")  # by torch.func and autograd.grad; seconds each


def preload() -> None:
    """One thread, one small forward operation: a child of a process that ran two threads would hang."""
    numpy_.preload()
    for name in LATE:
        import_module(name)
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    str(torch.ones(3, dtype=torch.float64).square().sum())


def tensor(array: np.ndarray[Any, Any]) -> torch.Tensor:
    """An input as the learner gets it, in the precision it has."""
    return torch.from_numpy(array.copy())


def array(value: Any) -> np.ndarray[Any, Any] | None:
    """A tensor, detached, as a plain array; bfloat16 as float32, which holds it exactly."""
    if isinstance(value, torch.Tensor):
        plain = value.detach().cpu().resolve_conj().resolve_neg()
        plain = plain.float() if plain.dtype == torch.bfloat16 else plain
        return np.array(plain.numpy(), copy=True)
    return numpy_.array(value)
