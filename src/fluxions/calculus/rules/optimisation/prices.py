"""The price of a constraint: how the extremal value changes with the right side, read off as the multiplier."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import At, Diff, Div, Expr, Operator, Rel, Set, Sym, Vector
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.several.places import symbols_of, value_at_place
from fluxions.calculus.trees import substituted


def optimum_first(node: Expr) -> Expr | Found | None:
    """The task `shadowprice(f, [g = c], [x, y])`: first the extrema."""
    match node:
        case Operator("shadowprice", (f, Vector((Rel("="),)) as given, Vector() as v)) if symbols_of(v):
            return Operator("price", (f, given, v, Operator("lagrange", (f, given, v))))
    return None


def multiplier_as_price(node: Expr) -> Expr | Found | None:
    """λ = (∂f/∂x)/(∂g/∂x) at an extremum, for an x with ∂g/∂x ≠ 0: the change of the value per unit of c."""
    match node:
        case Operator("price", (f, Vector((Rel("=", g, c),)), Vector() as v, Set(named))) if named:
            prices = []
            for each in named:
                place = each.children[0]
                x = next((x for x in symbols_of(v) if _moves(g, v, place, x)), None)
                if x is None or not isinstance(place, Vector):
                    return None
                slopes = (value_at_place(Diff(f, x), v, place), value_at_place(Diff(g, x), v, place))
                prices.append(Div(*slopes))
            return Found(prices[0] if len(prices) == 1 else Set(tuple(prices)), (("c", c),))
    return None


def _moves(g: Expr, v: Vector, place: Expr, x: Sym) -> bool:
    """Is ∂g/∂x not 0 at the place?"""
    values = {y.name: a for y, a in zip(symbols_of(v), place.children, strict=True)}
    others = {name: a for name, a in values.items() if name != x.name}
    slope = value_at(At(Diff(substituted(g, others), x), x, values[x.name]), {})
    return slope is not None and bool(slope > 0 or slope < 0)


SKILL = "shadow-price-envelope"
RULES = (
    Rule("optimum-first", SKILL, "First find the extrema under the constraint.", optimum_first,
         "the extrema first"),
    Rule("multiplier-as-price", SKILL, "The multiplier is the quotient of the slopes there: by so much the extremal "
         "value changes for each unit of the right side ${c}$.", multiplier_as_price, "the multiplier as a price"),
)  # fmt: skip
