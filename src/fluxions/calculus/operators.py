"""Operators of calculus: they stand in a tree until they are carried out."""

from __future__ import annotations

from typing import Literal

from fluxions.calculus.formulas import Expr, Sym, node

NAMED = frozenset(
    "minimum maximum saddle normal exponential uniform betadist gammadist".split()
)  # operators that only name what was found, or a distribution


class Standing(Expr):
    """A node that is carried out only when asked."""

    __slots__ = ()
    operates = stands = True


@node
class Diff(Standing):
    """d/dx of f, standing; `diff(f, x, 2)` is Diff(Diff(f, x), x)."""

    arg: Expr
    variable: Sym

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.arg, self.variable)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Diff(*children)  # type: ignore[arg-type]


@node
class At(Standing):
    """The value of `arg` (also of a standing derivative) where variable = point."""

    arg: Expr
    variable: Sym
    point: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.arg, self.variable, self.point)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return At(*children)  # type: ignore[arg-type]


@node
class Rate(Standing):
    """The average rate of change (f(b) − f(a)) / (b − a) in the variable, standing."""

    arg: Expr
    variable: Sym
    start: Expr
    end: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.arg, self.variable, self.start, self.end)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Rate(*children)  # type: ignore[arg-type]


@node
class Limit(Standing):
    """lim of `arg` as variable → point; side is "+", "-" or both ("")."""

    arg: Expr
    variable: Sym
    point: Expr
    side: Literal["", "+", "-"] = ""

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.arg, self.variable, self.point)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Limit(*children, side=self.side)  # type: ignore[arg-type, misc]


@node
class Int(Standing):
    """∫ arg dx: indefinite (no bounds) or from low to high."""

    arg: Expr
    variable: Sym
    low: Expr | None = None
    high: Expr | None = None

    @property
    def children(self) -> tuple[Expr, ...]:
        if self.low is None or self.high is None:
            return (self.arg, self.variable)
        return (self.arg, self.variable, self.low, self.high)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Int(*children)  # type: ignore[arg-type]


@node
class Sum(Standing):
    """Σ arg for index = low … high."""

    arg: Expr
    index: Sym
    low: Expr
    high: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.arg, self.index, self.low, self.high)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Sum(*children)  # type: ignore[arg-type]


@node
class Operator(Expr):
    """Any other operator of calculus by its name in the language: `implicit`, `descend`, `grad`, `taylor`, …"""

    name: str
    args: tuple[Expr, ...]

    @property
    def operates(self) -> bool:
        return self.name not in NAMED

    @property
    def stands(self) -> bool:
        return self.name not in NAMED or any(each.stands for each in self.args)

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.args

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Operator(self.name, children)


STANDING = (Diff, At, Rate, Limit, Int, Sum, Operator)
