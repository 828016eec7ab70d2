"""Wrong rules for gradients, and for slopes in a direction."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import TWO, Add, Diff, Div, Expr, Neg, Num, Operator, Pow, Root, Vector, sqrt
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.rules.several.places import symbols_of, value_at_place


def slopes(node: Expr) -> tuple[Expr, ...]:
    """The partial derivatives that a goal `grad(f, [x, y])` asks for; none of any other goal."""
    match node:
        case Operator("grad", (f, Vector() as v)) if not isinstance(f, Vector):
            return tuple(Diff(f, x) for x in symbols_of(v))
    return ()


def along_the_level_curve(node: Expr) -> Expr | None:
    """∇f taken for (−f_y, f_x), which points along the level curve."""
    found = slopes(node)
    return Vector((Neg(found[1]), found[0])) if len(found) == 2 else None


def slope_of_the_height(node: Expr) -> Expr | None:
    """∇f taken for (f_x, f_y, −1), the normal of the graph."""
    found = slopes(node)
    return Vector((*found, Num(-1))) if len(found) > 1 else None


def partials_added(node: Expr) -> Expr | None:
    """∇f taken for f_x + f_y."""
    found = slopes(node)
    return Add(found) if len(found) > 1 else None


def roots_of_the_slopes(node: Expr) -> Expr | None:
    """∇f taken for its length √(f_x² + f_y²)."""
    found = slopes(node)
    return sqrt(Add(tuple(Pow(each, TWO) for each in found))) if len(found) > 1 else None


# --- in a direction --------------------------------------------------------------------------------------------------
def _at_the_place(node: Expr) -> tuple[Expr, Vector, Vector] | None:
    """∇f(a), the place a and the direction of a goal `dirderiv(f, [x, y], a, u)`."""
    match node:
        case Operator("dirderiv", (f, Vector() as v, Vector() as place, Vector() as u)) if symbols_of(v):
            return value_at_place(Operator("grad", (f, v)), v, place), place, u
    return None


def _squared_length(u: Vector) -> Fraction | None:
    return rational_value(tidied(Add(tuple(Pow(each, TWO) for each in u.entries))))


def _unit(u: Vector) -> Vector | None:
    """The unit vector in the direction u, a vector of numbers."""
    total = _squared_length(u)
    if not total:
        return None
    return u if total == 1 else Vector(tuple(Div(each, Root(Num(total), TWO)) for each in u.entries))


def _dot(slope: Expr, u: Vector) -> Expr:
    return Operator("dot", (slope, Vector(tuple(map(tidied, u.entries)))))


def direction_not_unit(node: Expr) -> Expr | None:
    """D_u f taken for ∇f · u with a u that is no unit vector."""
    found = _at_the_place(node)
    if found is None or _squared_length(found[2]) in (0, 1, None):
        return None
    return _dot(found[0], found[2])


def divided_by_the_square(node: Expr) -> Expr | None:
    """D_u f taken for ∇f · u/‖u‖²."""
    found = _at_the_place(node)
    total = _squared_length(found[2]) if found else None
    return Div(_dot(found[0], found[2]), Num(total)) if found and total not in (0, 1, None) and total else None


def target_as_direction(node: Expr) -> Expr | None:
    """The direction from a to b taken for b itself, not for b − a."""
    found = _at_the_place(node)
    if found is None:
        return None
    slope, place, u = found
    target = Vector(tuple(tidied(Add(pair)) for pair in zip(place.entries, u.entries, strict=True)))
    unit = _unit(target)
    return _dot(slope, unit) if unit and target != u else None


def steepest_for_asked(node: Expr) -> Expr | None:
    """D_u f taken for ‖∇f‖, the slope in the steepest direction."""
    found = _at_the_place(node)
    return Operator("norm", (found[0],)) if found else None


def gradient_for_slope(node: Expr) -> Expr | None:
    """D_u f taken for the vector ∇f(a)."""
    found = _at_the_place(node)
    return found[0] if found else None


GRADIENT, DIRECTION = "gradient-vector", "directional-derivative"
MISCONCEPTIONS = (
    Misconception("along-the-level-curve", "steepest-descent-geometry",
        "You turned the gradient into the direction of the level curve. The gradient stands across it: its entries are "
        "the partial derivatives, in the order of the variables.",
        along_the_level_curve, "The gradient along the level curve", ("grad(x^2*y, [x, y])", "[-x^2, 2x*y]")),
    Misconception("entry-for-the-height", GRADIENT,
        "You added an entry for the value of the function. The gradient has one entry for each variable, no more.",
        slope_of_the_height, "An entry too many", ("grad(x^2*y, [x, y])", "[2x*y, x^2, -1]")),
    Misconception("partials-added", GRADIENT,
        "You added the partial derivatives. The gradient is a vector: keep them as its entries.",
        partials_added, "The partial derivatives were added", ("grad(x^2*y, [x, y])", "2x*y + x^2")),
    Misconception("length-of-the-gradient", GRADIENT,
        "You gave the length of the gradient. What is asked for is the vector of the partial derivatives itself.",
        roots_of_the_slopes, "The length in the place of the vector",
        ("grad(x^2*y, [x, y])", "sqrt(4x^2*y^2 + x^4)")),
    Misconception("direction-not-unit", DIRECTION,
        "You used the direction with its length. Divide it by its length first: a slope is measured per unit of "
        "length.",
        direction_not_unit, "The direction is no unit vector", ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "16")),
    Misconception("divided-by-the-square", DIRECTION,
        "You divided by the square of the length of the direction. Divide by its length, once.",
        divided_by_the_square, "Divided by the square of the length",
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "16/25")),
    Misconception("target-as-direction", DIRECTION,
        "You took the point to go to as the direction. The direction is that point minus the point where you stand.",
        target_as_direction, "The target in the place of the direction",
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 1])", "19/5")),
    Misconception("steepest-for-asked", DIRECTION,
        "You gave the slope in the steepest direction. In the direction that is asked for it is the dot product of the "
        "gradient with the unit vector.",
        steepest_for_asked, "The steepest slope in the place of the asked one",
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "sqrt(17)")),
    Misconception("gradient-for-slope", DIRECTION,
        "You gave the gradient. The slope in a direction is a number: take the dot product with the unit vector.",
        gradient_for_slope, "The gradient in the place of a slope",
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "[4, 1]")),
)  # fmt: skip
