"""Values at a point of several variables: `at(f, [x, y], [a, b])`, all coordinates put in at once."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import Expr, Operator, Sym, Vector
from fluxions.calculus.trees import substituted


def symbols_of(v: Vector) -> tuple[Sym, ...]:
    """The variables of a list of different symbols; none where it is no such list."""
    names = tuple(each for each in v.entries if isinstance(each, Sym))
    return names if len(set(names)) == len(v.entries) else ()


def are_variables(v: Expr) -> bool:
    """Is it a symbol, or a list of different symbols?"""
    return isinstance(v, Sym) or (isinstance(v, Vector) and bool(symbols_of(v)))


def value_at_place(f: Expr, v: Vector, place: Vector) -> Expr:
    """The standing value of f where the variables are at the place."""
    return Operator("at", (f, v, place))


def put_in(node: Expr) -> Expr | Found | None:
    """f at (x, y) = (a, b) is f with a and b in the places of x and y."""
    match node:
        case Operator("at", (f, Vector() as v, Vector() as place)) if len(symbols_of(v)) == len(place.entries):
            values = {x.name: a for x, a in zip(symbols_of(v), place.entries, strict=True)}
            return Found(substituted(f, values), (("x", v), ("a", place)))
    return None


RULES = (
    Rule("put-in", "multivariable-functions-contours", "Put in the coordinates of the point ${a}$.", put_in,
         "the value at a point"),
)  # fmt: skip
