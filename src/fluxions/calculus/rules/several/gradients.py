"""Gradients, Jacobians, Hessians and slopes in a direction, each written out by partial derivatives."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    TWO,
    Add,
    Diff,
    Div,
    Expr,
    Matrix,
    Mul,
    Num,
    Operator,
    Pow,
    Rel,
    Vector,
    sqrt,
)  # fmt: skip
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.rules.several.places import symbols_of, value_at_place


def gradient(node: Expr) -> Expr | Found | None:
    """∇f = (∂f/∂x, ∂f/∂y, …)."""
    match node:
        case Operator("grad", (f, Vector() as v)) if (names := symbols_of(v)) and not isinstance(f, (Vector, Matrix)):
            return Found(Vector(tuple(Diff(f, x) for x in names)), (("f", f), ("x", v)))
    return None


def jacobian(node: Expr) -> Expr | Found | None:
    """Row i, column j of the Jacobian is ∂fᵢ/∂xⱼ."""
    match node:
        case Operator("jacobian", (Vector(parts), Vector() as v)) if names := symbols_of(v):
            rows = tuple(tuple(Diff(part, x) for x in names) for part in parts)
            return Found(Matrix(rows), (("f", Vector(parts)), ("x", v)))
    return None


def hessian(node: Expr) -> Expr | Found | None:
    """The Hessian is the Jacobian of the gradient."""
    match node:
        case Operator("hessian", (f, Vector() as v)) if symbols_of(v) and not isinstance(f, (Vector, Matrix)):
            return Found(Operator("jacobian", (Operator("grad", (f, v)), v)), (("f", f),))
    return None


def component_by_component(node: Expr) -> Expr | Found | None:
    """d/dt of a vector or a matrix is taken in every entry."""
    match node:
        case Diff(Vector() | Matrix() as many, t):
            return Found(many.rebuilt(tuple(Diff(each, t) for each in many.children)), (("t", t),))
    return None


def unit_direction(node: Expr) -> Expr | Found | None:
    """A direction of length other than 1 is divided by its length."""
    match node:
        case Operator("dirderiv", (f, v, place, Vector(parts) as u)):
            squares = [rational_value(Pow(each, TWO)) or _square(each) for each in parts]
            if any(each is None for each in squares):
                return None
            total = sum((each for each in squares if each is not None), Fraction(0))
            if total in (0, 1):
                return None
            length = tidied(sqrt(Num(total)))
            unit = Vector(tuple(tidied(Div(each, length)) for each in parts))
            return Found(Operator("dirderiv", (f, v, place, unit)), (("u", u), ("n", length), ("e", unit)))
    return None


def _square(e: Expr) -> Fraction | None:
    """The square of a number like 3/√5."""
    return rational_value(tidied(Pow(e, TWO)))


def slope_in_direction(node: Expr) -> Expr | Found | None:
    """D_u f(a) = ∇f(a) · u for a unit vector u."""
    match node:
        case Operator("dirderiv", (f, Vector() as v, Vector() as place, Vector(parts) as u)) if symbols_of(v):
            squares = [_square(each) for each in parts]
            known = None not in squares
            if known and sum(each for each in squares if each is not None) != 1:
                return None
            slope = Operator("dot", (value_at_place(Operator("grad", (f, v)), v, place), u))
            length = Rel("=", Add(tuple(Pow(each, TWO) for each in parts)), ONE)
            needed = () if known else (Condition(length, "assumed"),)
            return Found(slope, (("u", u), ("a", place)), needed)
    return None


def linearity_in_place(f: Expr, v: Vector, place: Vector) -> Expr:
    """f(a) + Σ ∂f/∂xᵢ(a)(xᵢ − aᵢ), with the values at a standing."""
    moved = [_shift(x, a) for x, a in zip(v.entries, place.entries, strict=True)]
    slopes = [value_at_place(Diff(f, x), v, place) for x in symbols_of(v)]
    terms = [Mul((slope, step)) for slope, step in zip(slopes, moved, strict=True)]
    return Add((value_at_place(f, v, place), *terms))


def _shift(x: Expr, a: Expr) -> Expr:
    """x − a, tidy: x where a is 0."""
    return tidied(x - a)


def tangent_plane(node: Expr) -> Expr | Found | None:
    """The tangent plane at a: f(a) + ∇f(a) · (x − a)."""
    match node:
        case Operator("tangent", (f, Vector() as v, Vector() as place)) if len(symbols_of(v)) == len(place.entries):
            return Found(linearity_in_place(f, v, place), (("x", v), ("a", place)))
    return None


def second_order(node: Expr) -> Expr | Found | None:
    """To second order: f(a) + ∇f(a)·h + ½ hᵀH(a)h with h = x − a."""
    match node:
        case Operator("taylor", (f, Vector() as v, Vector() as place, Num(n))) if n in (0, 1, 2):
            names = symbols_of(v)
            if len(names) != len(place.entries):
                return None
            if n == 0:
                return Found(value_at_place(f, v, place), (("x", v), ("a", place)))
            flat = linearity_in_place(f, v, place)
            return Found(Add((*flat.children, *(_bends(f, v, place) if n == 2 else ()))), (("x", v), ("a", place)))
    return None


def _bends(f: Expr, v: Vector, place: Vector) -> tuple[Expr, ...]:
    """½fᵢᵢ hᵢ² and fᵢⱼ hᵢhⱼ: a mixed term stands twice in the quadratic form."""
    names = symbols_of(v)
    steps = [_shift(x, a) for x, a in zip(names, place.entries, strict=True)]
    found: list[Expr] = []
    for i, x in enumerate(names):
        for j in range(i, len(names)):
            value = value_at_place(Diff(Diff(f, x), names[j]), v, place)
            found.append(Mul((Num(1, 2), value, Pow(steps[i], TWO))) if i == j else Mul((value, steps[i], steps[j])))
    return tuple(found)


def differential(node: Expr) -> Expr | Found | None:
    """df = Σ ∂f/∂xᵢ dxᵢ: the task `differential(f, [x, y], [dx, dy])`."""
    match node:
        case Operator("differential", (f, Vector() as v, Vector(steps))) if len(symbols_of(v)) == len(steps):
            terms = tuple(Mul((Diff(f, x), step)) for x, step in zip(symbols_of(v), steps, strict=True))
            return Found(terms[0] if len(terms) == 1 else Add(terms), (("f", f), ("x", v)))
    return None


GRADIENT, HESSIAN, JACOBIAN = "gradient-vector", "hessian-matrix", "jacobian-matrix"
DIRECTION, TANGENT = "directional-derivative", "tangent-plane-differentiability"
RULES = (
    Rule("gradient", GRADIENT, "The gradient lists the partial derivatives, one for each variable.", gradient,
         "the gradient", on=("grad",)),
    Rule("hessian", HESSIAN, "The Hessian holds the second partial derivatives: it is the Jacobian of the gradient.",
         hessian, "the Hessian", on=("hessian",)),
    Rule("jacobian", JACOBIAN, "Each row holds the partial derivatives of one component.", jacobian, "the Jacobian",
         on=("jacobian",)),
    Rule("component-by-component", "vector-valued-curves", "Differentiate each component by ${t}$.",
         component_by_component, "the derivative of a vector", on=(Diff,), inside=(Vector, Matrix)),
    Rule("unit-direction", DIRECTION, "The direction ${u}$ has length ${n}$, so divide by it: the unit vector is "
         "${e}$.", unit_direction, "the unit vector", on=("dirderiv",)),
    Rule("slope-in-direction", DIRECTION, "The slope in the direction of a unit vector is the gradient at ${a}$ "
         "times that vector.", slope_in_direction, "the slope in a direction", on=("dirderiv",)),
    Rule("tangent-plane", TANGENT, "The tangent plane has the value and the partial derivatives of the function at "
         "${a}$.", tangent_plane, "the tangent plane", on=("tangent",)),
    Rule("second-order", "quadratic-approximation", "Take the value, the partial derivatives and the second partial "
         "derivatives at ${a}$; a mixed one counts twice, which cancels the half.", second_order,
         "the Taylor polynomial in several variables", on=("taylor",)),
    Rule("differential", TANGENT, "The differential adds each partial derivative times the change of its variable.",
         differential, "the total differential", on=("differential",)),
)  # fmt: skip
