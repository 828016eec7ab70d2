"""Formulas of matrix calculus evaluated by NumPy from their texts, and gradients by differences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.diagnosis_cases.matrices import SHAPES

SIZES = {"m": 5, "n": 3, "k": 2}
STEP = 1e-5
Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Of:
    """A matrix whose product with a number scales it; a vector is a column."""

    a: Array

    def __add__(self, other: Of) -> Of:
        return Of(_entrywise(self, other, np.add))

    def __sub__(self, other: Of) -> Of:
        return Of(_entrywise(self, other, np.subtract))

    def __mul__(self, other: Of) -> Of:
        scales = 1 in (self.a.size, other.a.size) and self.a.shape[1:] != other.a.shape[:1]
        return Of(self.a * other.a if scales else self.a @ other.a)

    def __truediv__(self, other: Of) -> Of:
        return Of(self.a / other.a.item())

    def __neg__(self) -> Of:
        return Of(-self.a)

    def __pow__(self, other: Of) -> Of:
        return Of(self.a ** other.a.item())

    @property
    def T(self) -> Of:
        return Of(self.a.T)


def _entrywise(a: Of, b: Of, by: Any) -> Array:
    if a.a.shape != b.a.shape:
        raise ValueError("shapes differ")
    found: Array = by(a.a, b.a)
    return found


def _number(value: float) -> Of:
    return Of(np.array([[value]], dtype=float))


def _sigmoid(v: Of) -> Of:
    return Of(1 / (1 + np.exp(-v.a)))


FUNCTIONS: dict[str, Any] = {
    "norm": lambda u, kind=None: _number(np.linalg.norm(u.a)), "tr": lambda u: _number(np.trace(u.a)),
    "det": lambda u: _number(np.linalg.det(u.a)), "logdet": lambda u: _number(np.log(np.linalg.det(u.a))),
    "inv": lambda u: Of(np.linalg.inv(u.a)), "sum": lambda u: _number(u.a.sum()),
    "mean": lambda u: _number(u.a.mean()), "sigmoid": _sigmoid, "softplus": lambda u: Of(np.log1p(np.exp(u.a))),
    "exp": lambda u: Of(np.exp(u.a)),
    "F": None, "number": _number,
}  # fmt: skip


def drawn(seed: int) -> dict[str, Of]:
    """Matrices and vectors under their names; square ones have a positive determinant."""
    random = np.random.default_rng(seed)
    found = {name: _number(size) for name, size in SIZES.items()}
    for name, shape in SHAPES.items():
        rows, columns = ([SIZES[each] for each in shape[:2]] + [1, 1])[:2] if shape else (1, 1)
        a = random.normal(size=(rows, columns)) + (3 * np.eye(rows) if rows == columns and rows > 1 else 0)
        found[name] = Of((a + a.T) / 2 if "symmetric" in shape else a)
    return found


def value(text: str, at: Mapping[str, Of]) -> Array:
    """The entries of a formula; ValueError where its shapes do not fit."""
    text = re.sub(r"(?<=[A-Za-z)])'", ".T", text).replace("^", "**")
    text = re.sub(r"(?<=[A-Za-z0-9)])(?<!\bmatgrad)\s+(?=[A-Za-z(])", "*", text)
    text = re.sub(
        r"(?<=\d)(?=[A-Za-z(])|\.T(?=[A-Za-z(])|(?<=\))(?=[A-Za-z(])|(?<=\b[XYWASCBwxzapyt])(?=\()", _times, text
    )
    text = re.sub(r"(?<![\w.])(\d+)", r"number(\1)", text)
    found: Of = eval(text, {"__builtins__": {}}, {**FUNCTIONS, **at})  # noqa: S307  our own texts
    return found.a


def _times(match: re.Match[str]) -> str:
    return match[0] + "*"


def differences(task: str, at: Mapping[str, Of]) -> Array:
    """The gradient or Jacobian of a task by central differences."""
    operator, inner = task.partition("(")[::2]
    formula, _, name = inner[:-1].rpartition(", ")
    if operator == "hessian":
        formula_of = lambda place: differences(f"matgrad({formula}, {name})", {**at, name: place}).ravel()  # noqa: E731
    else:
        formula_of = lambda place: value(formula, {**at, name: place}).ravel()  # noqa: E731
    here = at[name].a
    step = STEP * (10 if operator == "hessian" else 1)
    columns = []
    for index in np.ndindex(here.shape):
        moved = np.zeros_like(here)
        moved[index] = step
        columns.append((formula_of(Of(here + moved)) - formula_of(Of(here - moved))) / (2 * step))
    slopes = np.array(columns)
    return slopes.reshape(here.shape) if operator == "matgrad" else slopes.T


def agrees(task: str, answer: str) -> bool:
    """Is the answer the gradient of the task, entry by entry? A formula whose shapes do not fit is not."""
    at = drawn(7)
    try:
        found = value(answer, at)
    except (ValueError, TypeError, AttributeError):
        return False
    wanted = differences(task, at)
    return found.shape == wanted.shape and bool(np.allclose(found, wanted, rtol=1e-4, atol=1e-5))
