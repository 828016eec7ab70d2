"""Wrong changes of coordinates in double and triple integrals: what the element of area or volume is multiplied by."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, PI, TWO, Add, Div, Expr, Int, Mul, Operator, Pow, Vector, fn, sqrt
from fluxions.calculus.rules.multiple.coordinates import changed_variables, cylindrical, polar, round_bounds, spherical
from fluxions.calculus.trees import mapped


def _inside(e: Expr, change: Callable[[Expr], Expr]) -> Expr:
    """An iterated integral with its innermost integrand changed."""
    match e:
        case Int(inner, x, low, high):
            return Int(_inside(inner, change), x, low, high)
    return tidied(change(e))


def _round(node: Expr) -> tuple[Expr, Expr] | None:
    """An integral over a disc or a cylinder as an iterated one in polar coordinates, and its radius."""
    for rule in (polar, round_bounds, cylindrical):
        result = found(rule(node))
        if result is not None:
            return result.result, dict(result.using)["r"]
    return None


def radius_factor_left_out(node: Expr) -> Expr | None:
    """r dr dθ taken for dr dθ."""
    whole = _round(node)
    return _inside(whole[0], lambda e: Div(e, whole[1])) if whole else None


def radius_factor_squared(node: Expr) -> Expr | None:
    """r dr dθ taken for r² dr dθ."""
    whole = _round(node)
    return _inside(whole[0], lambda e: Mul((whole[1], e))) if whole else None


def radius_for_its_square(node: Expr) -> Expr | None:
    """x² + y² taken for r."""
    match node:
        case Operator("over", (f, Vector((x, y, *_)) as places, *rest)):
            square = Add((Pow(x, TWO), Pow(y, TWO)))
            shorter = mapped(f, lambda e: sqrt(square) if e == square else e)
            return Operator("over", (shorter, places, *rest)) if shorter != f and _round(node) else None
    return None


def half_a_turn(node: Expr) -> Expr | None:
    """The angle of a whole disc taken from 0 to π."""
    whole = _round(node)
    match whole:
        case (Int(inner, angle, low, high), _) if high == Mul((TWO, PI)):
            return Int(inner, angle, low, PI)
    return None


def _ball(node: Expr, wrongly: Callable[[Expr, Expr, Expr], Expr]) -> Expr | None:
    """A goal `over(…)` on a ball, its integrand with ρ² sin φ changed, given ρ and sin φ."""
    result = found(spherical(node))
    if result is None:
        return None
    names = dict(result.using)
    return _inside(result.result, lambda e: wrongly(e, names["r"], fn("sin", names["p"])))


def ball_element_left_out(node: Expr) -> Expr | None:
    """ρ² sin φ dρ dφ dθ taken for dρ dφ dθ."""
    return _ball(node, lambda e, rho, sine: Div(tidied(Div(e, rho**2)), sine))


def ball_sine_left_out(node: Expr) -> Expr | None:
    """ρ² sin φ dρ dφ dθ taken for ρ² dρ dφ dθ."""
    return _ball(node, lambda e, rho, sine: Div(e, sine))


def ball_radius_once(node: Expr) -> Expr | None:
    """ρ² sin φ dρ dφ dθ taken for ρ sin φ dρ dφ dθ."""
    return _ball(node, lambda e, rho, sine: Div(e, rho))


# --- any change of variables -----------------------------------------------------------------------------------------
def _changed(node: Expr, wrongly: Callable[[Expr, Expr], Expr]) -> Expr | None:
    """A goal `changed(…)`, the integrand f |J| made of f and J in somebody's way."""
    result = found(changed_variables(node))
    match result and result.result:
        case Int(Int(inner, u, a, b), v, c, d):
            parts = inner.factors if isinstance(inner, Mul) else (ONE, inner)
            f, size = parts[0], parts[-1]
            return Int(Int(wrongly(f, size.children[0]), u, a, b), v, c, d)
    return None


def determinant_left_out(node: Expr) -> Expr | None:
    """|J| du dv taken for du dv."""
    return _changed(node, lambda f, j: f)


def determinant_upside_down(node: Expr) -> Expr | None:
    """|J| du dv taken for du dv/|J|."""
    return _changed(node, lambda f, j: Div(f, fn("abs", j)))


def determinant_with_its_sign(node: Expr) -> Expr | None:
    """|J| du dv taken for J du dv."""
    return _changed(node, lambda f, j: j if f == ONE else Mul((f, j)))


POLAR, CHANGE = "polar-integrals", "change-of-variables-integrals"
DISC, BALL = "[x, y], x^2 + y^2 <= 4", "[x, y, z], x^2 + y^2 + z^2 <= 4"
MISCONCEPTIONS = (
    Misconception("radius-factor-left-out", POLAR,
        "You took the element of area for $dr\\,d\\theta$. Rings further out are longer: multiply by $r$.",
        radius_factor_left_out, "The factor r is missing", (f"over(x^2 + y^2, {DISC})", "16pi/3")),
    Misconception("radius-factor-squared", POLAR,
        "You multiplied by $r$ twice. The element of area is $r\\,dr\\,d\\theta$, with one factor $r$.",
        radius_factor_squared, "A factor r too many", (f"over(x^2 + y^2, {DISC})", "64pi/5")),
    Misconception("radius-for-its-square", POLAR,
        "You wrote $r$ for $x^2 + y^2$. That is the square of the radius: $r^2$.",
        radius_for_its_square, "The radius for its square", (f"over((x^2 + y^2)^2, {DISC})", "8pi")),
    Misconception("half-a-turn", POLAR,
        "You let the angle run over half a turn. For the whole disc it runs from $0$ to $2\\pi$.",
        half_a_turn, "Half of the angle", (f"over(x^2 + y^2, {DISC})", "4pi")),
    Misconception("ball-element-left-out", CHANGE,
        "You left out the stretch of spherical coordinates. The element of volume is "
        "$\\rho^2\\sin\\varphi\\,d\\rho\\,d\\varphi\\,d\\theta$.",
        ball_element_left_out, "The stretch of spherical coordinates is missing", (f"over(1, {BALL})", "4pi^2")),
    Misconception("ball-sine-left-out", CHANGE,
        "You left out the sine. Circles around the axis are shorter towards the poles: multiply by $\\sin\\varphi$, "
        "with $\\varphi$ measured from the pole.",
        ball_sine_left_out, "The sine of the angle from the pole is missing", (f"over(1, {BALL})", "16pi^2/3")),
    Misconception("ball-radius-once", CHANGE,
        "You multiplied by the radius once, as in the plane. In space two directions are stretched: multiply by "
        "$\\rho^2$.",
        ball_radius_once, "The radius once, not squared", (f"over(1, {BALL})", "8pi")),
    Misconception("determinant-left-out", CHANGE,
        "You changed the variables without the Jacobian determinant. Multiply by its size: it says how areas are "
        "stretched.",
        determinant_left_out, "The Jacobian determinant is missing",
        ("changed(x, [x, y], [2u, 3v], [u, 0, 1], [v, 0, 1])", "1")),
    Misconception("determinant-upside-down", CHANGE,
        "You used the determinant of the inverse map. Take the old variables as functions of the new ones, and the "
        "determinant of their derivatives.",
        determinant_upside_down, "The determinant of the inverse map",
        ("changed(1, [x, y], [2u, 3v], [u, 0, 1], [v, 0, 1])", "1/6")),
    Misconception("determinant-with-its-sign", CHANGE,
        "You kept the sign of the determinant. Areas are not negative: take its absolute value.",
        determinant_with_its_sign, "The absolute value is missing",
        ("changed(x, [x, y], [2v, 3u], [u, 0, 1], [v, 0, 1])", "-6")),
)  # fmt: skip
