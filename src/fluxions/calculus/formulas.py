"""Formulas as typed: frozen trees that are built without being evaluated.

`Num(2) * Num(3)` is a product. Equality is structure (`2/4` is not `1/2`); patterns match values
(`case Pow(u, Num(n))` binds the Fraction n).

One shelf: whoever takes a tree apart matches over these nodes together, and each is a few lines of the same shape.
Many of the lines are `children` and `rebuilt`, written out: made from the fields, they cost a fifth of the speed of
generating problems. What acts on formulas stands in `operators`, what holds them in `containers`.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from fractions import Fraction
from operator import attrgetter
from typing import Any, ClassVar, Literal, TypeVar, dataclass_transform

Node = TypeVar("Node")


class Expr:
    """A node. `children` are its sub-expressions in printing order; `rebuilt` puts others in their place."""

    __slots__ = (
        "_beside",
        "_hash",
        "_kinds",
        "_outline",
        "_shaped",
        "_stands",
        "_symbols",
        "_tape",
    )  # facts, kept once known
    _beside: tuple[Expr, Any]
    _hash: int
    _kinds: frozenset[object]
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
    def operates(self) -> bool:
        """Is the node itself an operator of calculus, which stands until it is carried out?"""
        return False

    @property
    def stands(self) -> bool:
        """Is an operator of calculus left in this tree?"""
        known: bool | None = getattr(self, "_stands", None)  # an exception at each new node would cost more
        if known is None:
            known = self.operates
            for each in () if known else self.children:
                if each.stands:
                    known = True
                    break
            KEEP_STANDS(self, known)
        return known

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


_EXPR: Any = Expr
KEEP_STANDS, KEEP_SYMBOLS = _EXPR._stands.__set__, _EXPR._symbols.__set__


def expr(value: Expr | int | Fraction) -> Expr:
    """A number as a literal; an expression as it is."""
    return value if isinstance(value, Expr) else Num(value)


def _terms(e: Expr) -> tuple[Expr, ...]:
    return e.terms if isinstance(e, Add) else (e,)


def _factors(e: Expr) -> tuple[Expr, ...]:
    return e.factors if isinstance(e, Mul) else (e,)


SMALL = {n: Fraction(n) for n in range(-100, 101)}  # made once: a fraction takes a microsecond


class Num(Expr):
    """A rational literal as typed: `2/4` is Num(2, 4), `0.50` is Num(50, 100, places=2). Matches its Fraction."""

    __slots__ = ("bottom", "places", "top", "value")
    stands = False
    __match_args__: ClassVar[tuple[str, ...]] = ("value",)
    _parts: ClassVar[Any] = attrgetter("top", "bottom", "places")
    top: int
    bottom: int
    places: int | None
    value: Fraction

    def __init__(self, top: int | Fraction, bottom: int = 1, places: int | None = None) -> None:
        if type(top) is not int and isinstance(top, Fraction):  # in this order: Fraction is slow to ask
            known = top if bottom == 1 else None
            top, bottom = top.numerator, top.denominator * bottom
        else:
            known = SMALL.get(top) if bottom == 1 else None
        if bottom <= 0:
            raise ValueError("a literal has a positive denominator")
        write_top, write_bottom, write_places, write_value = PARTS
        write_top(self, top)
        write_bottom(self, bottom)
        write_places(self, places)
        write_value(self, Fraction(top, bottom) if known is None else known)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("expressions are frozen")

    def __repr__(self) -> str:
        return f"Num({self.top})" if self.bottom == 1 else f"Num({self.top}, {self.bottom})"


_NUM: Any = Num
PARTS = tuple(each.__set__ for each in (_NUM.top, _NUM.bottom, _NUM.places, _NUM.value))


def num(top: int | Fraction, bottom: int = 1) -> Num:
    """A literal."""
    return Num(top, bottom)


@dataclass_transform(frozen_default=True, eq_default=False)
def node(kind: type[Node]) -> type[Node]:
    """A frozen, slotted dataclass whose equality is that of Expr."""
    made: Any = dataclass(frozen=True, slots=True, eq=False)(kind)
    made._parts = attrgetter(*made.__match_args__)
    if all(each.default is MISSING for each in fields(made)):
        made.__init__ = _init(made) or made.__init__
    found: type[Node] = made
    return found


def _init(kind: Any) -> Any:
    """An `__init__` that writes the slots themselves, in half the time that a frozen dataclass's own takes.

    For up to three fields without defaults, given in their order.
    """
    match [getattr(kind, name).__set__ for name in kind.__match_args__]:
        case [write]:

            def one(self: Any, value: Any) -> None:
                write(self, value)

            return one
        case [first, second]:

            def two(self: Any, a: Any, b: Any) -> None:
                first(self, a)
                second(self, b)

            return two
        case [first, second, third]:

            def three(self: Any, a: Any, b: Any, c: Any) -> None:
                first(self, a)
                second(self, b)
                third(self, c)

            return three
    return None


@node
class Sym(Expr):
    """A variable or a named constant of the problem: `x`, `x_1`, `eta`."""

    name: str
    stands = False

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        return self is other or (type(other) is Sym and self.name == other.name)


@node
class Const(Expr):
    """`pi`, `e`, `i`, `inf`, `dne` (a limit that does not exist), or what a series does: `converges`, `diverges`, …"""

    name: Literal["pi", "e", "i", "inf", "dne", "converges", "absolutely", "conditionally", "diverges"]
    stands = False


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
