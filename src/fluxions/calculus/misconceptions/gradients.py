"""Wrong rules for gradients, and for slopes in a direction."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import TWO, ZERO, Add, Diff, Div, Expr, Mul, Neg, Num, Operator, Pow, Root, Vector, sqrt
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


def entries_exchanged(node: Expr) -> Expr | None:
    """(f_x, f_y) taken for (f_y, f_x)."""
    found = slopes(node)
    return Vector(found[::-1]) if len(found) > 1 else None


def gradient_downhill(node: Expr) -> Expr | None:
    """∇f taken for −∇f."""
    found = slopes(node)
    return Vector(tuple(Neg(each) for each in found)) if found else None


def _gradient_at(node: Expr) -> tuple[Expr, Vector, Vector] | None:
    """f, its variables and the place of a goal ∇f(a)."""
    match node:
        case Operator("at", (Operator("grad", (f, Vector() as v)), Vector() as w, Vector() as place)) if v == w:
            return None if isinstance(f, Vector) else (f, v, place)
    return None


def value_for_gradient(node: Expr) -> Expr | None:
    """∇f(a) taken for f(a)."""
    match _gradient_at(node):
        case (f, v, place):
            return value_at_place(f, v, place)
    return None


def coordinates_exchanged(node: Expr) -> Expr | None:
    """∇f(a, b) taken for ∇f(b, a)."""
    match _gradient_at(node):
        case (f, v, place) if len(place.entries) == 2:
            return value_at_place(Operator("grad", (f, v)), v, Vector(place.entries[::-1]))
    return None


def place_put_in_first(node: Expr) -> Expr | None:
    """∇f(a) taken for the gradient of the number f(a), which is 0."""
    match _gradient_at(node):
        case (_, v, _):
            return Vector((ZERO,) * len(v.entries))
    return None


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


def direction_left_out(node: Expr) -> Expr | None:
    """D_u f taken for the sum of the entries of ∇f."""
    match node:
        case Operator("dirderiv", (f, Vector() as v, Vector() as place, Vector())) if names := symbols_of(v):
            return Add(tuple(value_at_place(Diff(f, x), v, place) for x in names))
    return None


def value_in_the_direction(node: Expr) -> Expr | None:
    """D_u f taken for f(a) times the sum of the entries of the unit vector."""
    match node:
        case Operator("dirderiv", (f, Vector() as v, Vector() as place, Vector() as u)) if unit := _unit(u):
            return Mul((value_at_place(f, v, place), Add(unit.entries)))
    return None


def divided_by_the_sum(node: Expr) -> Expr | None:
    """D_u f taken with the sum of the entries of u for its length."""
    found = _at_the_place(node)
    total = rational_value(tidied(Add(found[2].entries))) if found else None
    return Div(_dot(found[0], found[2]), Num(total)) if found and total else None


def multiplied_by_the_length(node: Expr) -> Expr | None:
    """D_u f taken for ∇f · u ‖u‖."""
    found = _at_the_place(node)
    total = _squared_length(found[2]) if found else None
    return Mul((_dot(found[0], found[2]), Root(Num(total), TWO))) if found and total and total != 1 else None


def direction_exchanged(node: Expr) -> Expr | None:
    """D_u f taken with the entries of u in the wrong order."""
    found = _at_the_place(node)
    unit = _unit(found[2]) if found and len(found[2].entries) == 2 else None
    return _dot(found[0], Vector(unit.entries[::-1])) if found and unit else None


def direction_turned(node: Expr) -> Expr | None:
    """D_u f taken for the slope in the direction −u."""
    found = _at_the_place(node)
    unit = _unit(found[2]) if found else None
    return Neg(_dot(found[0], unit)) if found and unit else None


def products_subtracted(node: Expr) -> Expr | None:
    """D_u f taken for f_x u₁ − f_y u₂."""
    found = _at_the_place(node)
    unit = _unit(found[2]) if found and len(found[2].entries) == 2 else None
    return _dot(found[0], Vector((unit.entries[0], Neg(unit.entries[1])))) if found and unit else None


def gradient_at_the_direction(node: Expr) -> Expr | None:
    """D_u f taken for ∇f(u) · u: the direction is put into the gradient."""
    match node:
        case Operator("dirderiv", (f, Vector() as v, Vector(), Vector() as u)) if symbols_of(v) and (unit := _unit(u)):
            return _dot(value_at_place(Operator("grad", (f, v)), v, u), unit)
    return None


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
    Misconception("gradient-in-the-other-order", GRADIENT,
        "You exchanged the entries. They stand in the order of the variables: the derivative by the first one first.",
        entries_exchanged, "The gradient in the other order", ("grad(x^2*y, [x, y])", "[x^2, 2x*y]")),
    Misconception("gradient-downhill", GRADIENT,
        "You gave the direction of steepest descent. The gradient points uphill: its entries are the partial "
        "derivatives, without a minus.",
        gradient_downhill, "The gradient points downhill", ("grad(x^2*y, [x, y])", "[-2x*y, -x^2]")),
    Misconception("value-for-gradient", GRADIENT,
        "You gave the value of the function there. The gradient holds its partial derivatives: differentiate first, "
        "then put the point in.",
        value_for_gradient, "The value in the place of the gradient",
        ("at(grad(x^2*y, [x, y]), [x, y], [3, 2])", "18"), on=("at",)),
    Misconception("gradient-at-exchanged-place", GRADIENT,
        "You exchanged the coordinates of the point. Put each one in for its own variable.",
        coordinates_exchanged, "The gradient is taken at exchanged coordinates",
        ("at(grad(x^2*y, [x, y]), [x, y], [3, 2])", "[12, 4]"), on=("at",)),
    Misconception("place-put-in-first", GRADIENT,
        "You put the point in before differentiating, and a number has the derivative 0. Differentiate first, then put "
        "the point in.",
        place_put_in_first, "The point was put into the function first",
        ("at(grad(x^2*y, [x, y]), [x, y], [3, 2])", "[0, 0]"), on=("at",)),
    Misconception("direction-left-out", DIRECTION,
        "You added the partial derivatives and left out the direction. Each is multiplied by its entry of the unit "
        "vector first.",
        direction_left_out, "The direction is missing", ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "5")),
    Misconception("value-in-the-direction", DIRECTION,
        "You used the value of the function there. It is the gradient that is multiplied with the unit vector: "
        "differentiate first.",
        value_in_the_direction, "The value in the place of the gradient in a direction",
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "14/5")),
    Misconception("divided-by-the-sum", DIRECTION,
        "You divided by the sum of the entries of the direction. Its length is the root of the sum of their squares.",
        divided_by_the_sum, "Divided by the sum of the entries",
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "16/7")),
    Misconception("multiplied-by-the-length", DIRECTION,
        "You multiplied by the length of the direction. Divide by it: a slope is measured per unit of length.",
        multiplied_by_the_length, "Multiplied by the length of the direction",
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "80")),
    Misconception("direction-exchanged", DIRECTION,
        "You exchanged the entries of the direction. The derivative by the first variable goes with the first entry.",
        direction_exchanged, "The entries of the direction are exchanged",
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "19/5")),
    Misconception("direction-turned", DIRECTION,
        "You took the opposite direction. The slope keeps the sign of the dot product with the direction as it is "
        "given.",
        direction_turned, "The opposite direction", ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "-16/5")),
    Misconception("products-subtracted", DIRECTION,
        "You subtracted the second product. A dot product adds: $f_x u_1 + f_y u_2$.",
        products_subtracted, "A minus in the dot product", ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "8/5")),
    Misconception("gradient-at-the-direction", DIRECTION,
        "You put the direction into the gradient. The gradient is taken at the point; the direction is what it is "
        "multiplied with.",
        gradient_at_the_direction, "The gradient is taken at the direction",
        ("dirderiv(x^2*y, [x, y], [1, 2], [3, 4])", "108/5")),
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
