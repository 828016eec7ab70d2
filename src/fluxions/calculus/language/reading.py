"""What a reader returns: the tree, how ambiguous places were taken, and where each part stood in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from fluxions.calculus.expr import Expr
from fluxions.calculus.trees import Path
from fluxions.calculus.verdict import Text, Unreadable

Syntax = Literal["auto", "ascii", "latex"]
Kind = Literal[
    "auto", "expression", "number", "vector", "matrix", "set", "multiset", "interval", "equation", "system",
    "inequality", "piecewise", "family", "density", "antiderivative", "choice",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """Two readings are common here: which was taken, and how the other is written."""

    message: Text
    span: tuple[int, int]
    other: Expr | None = None  # the whole expression under the other reading


@dataclass(frozen=True, slots=True)
class Reading:
    """A tree with the notes and spans of its source."""

    expr: Expr
    text: str
    notes: tuple[Note, ...] = ()
    spans: Mapping[Path, tuple[int, int]] = field(default_factory=dict)


__all__ = ["Kind", "Note", "Reading", "Syntax", "Unreadable"]
