"""Expressions as typed: frozen trees that are built without being evaluated.

`Num(2) * Num(3)` is a product. Equality is structure (`2/4` is not `1/2`); patterns match values
(`case Pow(u, Num(n))` binds the Fraction n).

One shelf: whoever takes a tree apart matches over these nodes together, and each is a few lines of the same shape.
Half of the lines are `children` and `rebuilt`, written out: made from the fields, they cost a fifth of the speed of
generating problems. Sets that are described instead of listed stand beside it, in `regions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter
from typing import Any, ClassVar, Literal, TypeVar, dataclass_transform

Node = TypeVar("Node")
Order = Literal["=", "<", "<=", ">", ">=", "!="]
TURNED: dict[str, Order] = {
    "<": ">",
    ">": "<",
    "<=": ">=",
    ">=": "<=",
    "=": "=",
    "!=": "!=",
}  # with the sides exchanged


class Expr:
    """A node. `children` are its sub-expressions in printing order; `rebuilt` puts others in their place."""

    __slots__ = ("_beside", "_hash", "_outline", "_shaped", "_stands", "_symbols", "_tape")  # facts, kept once known
    _beside: tuple[Expr, Any]
    _hash: int
    _outline: int
    _shaped: bool
    _stands: bool
    _symbols: frozenset[str]
    _tape: Any
    _parts: ClassVar[Any]  # an attrgetter: what tells this node from others of its type

    @property
    def children(self) -> tuple[Expr, ...]:
        return ()

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        """The same kind of node with other children, in the order of `children`."""
        return self

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            found = hash((type(self).__name__, self._parts(self)))
            object.__setattr__(self, "_hash", found)
            return found

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return type(self) is type(other) and hash(self) == hash(other) and self._parts(self) == other._parts(other)

    @property
    def stands(self) -> bool:
        """Is an operator of calculus left in this tree?"""
        try:
            return self._stands
        except AttributeError:
            found = (isinstance(self, STANDING) and not _is_named(self)) or any(each.stands for each in self.children)
            object.__setattr__(self, "_stands", found)
            return found

    def __add__(self, other: Expr | int | Fraction) -> Expr:
        return Add(_terms(self) + _terms(expr(other)))

    def __radd__(self, other: int | Fraction) -> Expr:
        return expr(other) + self

    def __sub__(self, other: Expr | int | Fraction) -> Expr:
        return Add((*_terms(self), Neg(expr(other))))

    def __rsub__(self, other: int | Fraction) -> Expr:
        return expr(other) - self

    def __mul__(self, other: Expr | int | Fraction) -> Expr:
        return Mul(_factors(self) + _factors(expr(other)))

    def __rmul__(self, other: int | Fraction) -> Expr:
        return expr(other) * self

    def __truediv__(self, other: Expr | int | Fraction) -> Expr:
        return Div(self, expr(other))

    def __rtruediv__(self, other: int | Fraction) -> Expr:
        return expr(other) / self

    def __pow__(self, other: Expr | int | Fraction) -> Expr:
        return Pow(self, expr(other))

    def __neg__(self) -> Expr:
        return Neg(self)


def expr(value: Expr | int | Fraction) -> Expr:
    """A number as a literal; an expression as it is."""
    return value if isinstance(value, Expr) else Num(value)


def _terms(e: Expr) -> tuple[Expr, ...]:
    return e.terms if isinstance(e, Add) else (e,)


def _factors(e: Expr) -> tuple[Expr, ...]:
    return e.factors if isinstance(e, Mul) else (e,)


class Num(Expr):
    """A rational literal as typed: `2/4` is Num(2, 4), `0.50` is Num(50, 100, places=2). Matches its Fraction."""

    __slots__ = ("bottom", "places", "top", "value")
    __match_args__: ClassVar[tuple[str, ...]] = ("value",)
    _parts: ClassVar[Any] = attrgetter("top", "bottom", "places")
    top: int
    bottom: int
    places: int | None
    value: Fraction

    def __init__(self, top: int | Fraction, bottom: int = 1, places: int | None = None) -> None:
        if isinstance(top, Fraction):
            top, bottom = top.numerator, top.denominator * bottom
        if bottom <= 0:
            raise ValueError("a literal has a positive denominator")
        keep = object.__setattr__
        keep(self, "top", top)
        keep(self, "bottom", bottom)
        keep(self, "places", places)
        keep(self, "value", Fraction(top) if bottom == 1 else Fraction(top, bottom))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("expressions are frozen")

    def __repr__(self) -> str:
        return f"Num({self.top})" if self.bottom == 1 else f"Num({self.top}, {self.bottom})"


def num(top: int | Fraction, bottom: int = 1) -> Num:
    """A literal."""
    return Num(top, bottom)


@dataclass_transform(frozen_default=True, eq_default=False)
def node(kind: type[Node]) -> type[Node]:
    """A frozen, slotted dataclass whose equality is that of Expr."""
    made = dataclass(frozen=True, slots=True, eq=False)(kind)
    made._parts = attrgetter(*made.__match_args__)  # type: ignore[attr-defined]
    return made


@node
class Sym(Expr):
    """A variable or a named constant of the problem: `x`, `x_1`, `eta`."""

    name: str


@node
class Const(Expr):
    """`pi`, `e`, `i`, `inf`, `dne` (a limit that does not exist), or what a series does: `converges`, `diverges`, …"""

    name: Literal["pi", "e", "i", "inf", "dne", "converges", "absolutely", "conditionally", "diverges"]


@node
class Add(Expr):
    """A sum in the order typed; a difference holds `Neg` terms."""

    terms: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.terms

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Add(children)


@node
class Mul(Expr):
    """A product in the order typed."""

    factors: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.factors

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Mul(children)


@node
class Neg(Expr):
    """−u."""

    arg: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.arg,)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Neg(*children)


@node
class Div(Expr):
    """A fraction, kept apart from a power with exponent −1."""

    top: Expr
    bottom: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.top, self.bottom)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Div(*children)


@node
class Pow(Expr):
    """baseᵉˣᵖᵒⁿᵉⁿᵗ; `e^x` is Pow(Const("e"), x)."""

    base: Expr
    exponent: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.base, self.exponent)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Pow(*children)


@node
class Root(Expr):
    """The real nth root; `sqrt(u)` is Root(u, Num(2))."""

    arg: Expr
    degree: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.arg, self.degree)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Root(*children)


@node
class Fn(Expr):
    """A function of numbers applied: `sin(x)`, `log(x, 2)`, `sigmoid(z)`; `f'(x)` is Fn("f'", (x,)) for a named f."""

    name: str
    args: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.args

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Fn(self.name, children)


def fn(name: str, *args: Expr) -> Fn:
    """A function applied."""
    return Fn(name, args)


@node
class Piecewise(Expr):
    """The value of the first branch whose condition holds, else `otherwise` (None: undefined there)."""

    branches: tuple[tuple[Expr, Expr], ...]  # (condition, value)
    otherwise: Expr | None = None

    @property
    def children(self) -> tuple[Expr, ...]:
        flat = tuple(part for branch in self.branches for part in branch)
        return flat if self.otherwise is None else (*flat, self.otherwise)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        pairs = tuple(zip(children[0::2], children[1::2], strict=False))
        return Piecewise(pairs, None if self.otherwise is None else children[-1])


@node
class Diff(Expr):
    """d/dx of f, standing; `diff(f, x, 2)` is Diff(Diff(f, x), x)."""

    arg: Expr
    variable: Sym

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.arg, self.variable)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Diff(*children)  # type: ignore[arg-type]


@node
class At(Expr):
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
class Rate(Expr):
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
class Limit(Expr):
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
class Int(Expr):
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
class Sum(Expr):
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
    def children(self) -> tuple[Expr, ...]:
        return self.args

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Operator(self.name, children)


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


NAMED = frozenset(
    "minimum maximum saddle normal exponential uniform betadist gammadist".split()
)  # operators that only name what was found, or a distribution


def _is_named(e: Expr) -> bool:
    return isinstance(e, Operator) and e.name in NAMED


STANDING = (Diff, At, Rate, Limit, Int, Sum, Operator)  # carried out only when asked
E = Const("e")
PI = Const("pi")
INF = Const("inf")
ZERO = Num(0)
ONE = Num(1)
TWO = Num(2)


def exp(u: Expr) -> Expr:
    """eᵘ, the one form of the exponential."""
    return Pow(E, u)


def sqrt(u: Expr) -> Expr:
    """The square root."""
    return Root(u, TWO)


__all__ = [
    "INF",
    "ONE",
    "PI",
    "STANDING",
    "TWO",
    "ZERO",
    "Add",
    "And",
    "At",
    "Const",
    "Diff",
    "Div",
    "E",
    "Expr",
    "Fn",
    "Int",
    "Interval",
    "Limit",
    "Matrix",
    "Mul",
    "Neg",
    "Num",
    "Operator",
    "Or",
    "Order",
    "Piecewise",
    "Pow",
    "Rate",
    "Rel",
    "Root",
    "Set",
    "Sum",
    "Sym",
    "Union",
    "Vector",
    "exp",
    "expr",
    "fn",
    "num",
    "sqrt",
]  # fmt: skip
