"""What holds formulas: vectors, matrices, sets and intervals, and the relations between formulas.

Sets that are described instead of listed stand beside it, in `regions`.
"""

from __future__ import annotations

from typing import Literal

from fluxions.calculus.formulas import Expr, node

Order = Literal["=", "<", "<=", ">", ">=", "!="]
TURNED: dict[str, Order] = {
    "<": ">",
    ">": "<",
    "<=": ">=",
    ">=": "<=",
    "=": "=",
    "!=": "!=",
}  # with the sides exchanged


@node
class Vector(Expr):
    """A column of entries."""

    entries: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.entries

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Vector(children)


@node
class Matrix(Expr):
    """Rows of equal length."""

    rows: tuple[tuple[Expr, ...], ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return tuple(entry for row in self.rows for entry in row)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        width = len(self.rows[0])
        return Matrix(tuple(children[i : i + width] for i in range(0, len(children), width)))


@node
class Set(Expr):
    """Finitely many elements, as typed."""

    elements: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.elements

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Set(children)


@node
class Interval(Expr):
    """From low to high; an end is closed where it belongs to the interval."""

    low: Expr
    high: Expr
    closed_low: bool
    closed_high: bool

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.low, self.high)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Interval(*children, self.closed_low, self.closed_high)  # type: ignore[call-arg, arg-type]


@node
class Union(Expr):
    """A union of intervals and sets."""

    parts: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.parts

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Union(children)


@node
class Rel(Expr):
    """An equation or inequality; a chain `a < b <= c` is And of its links."""

    op: Order
    left: Expr
    right: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.left, self.right)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Rel(self.op, *children)


@node
class And(Expr):
    """All of the conditions."""

    parts: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.parts

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return And(children)


@node
class Or(Expr):
    """Any of the conditions."""

    parts: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.parts

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Or(children)
