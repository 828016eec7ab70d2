"""Wrong rules for flux and for the theorems of Green and Gauss: what is integrated, and over what."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.expr import ONE, Add, Diff, Expr, Mul, Operator, Sym, Vector
from fluxions.calculus.misconceptions.circulation import spread
from fluxions.calculus.rules.fields.integrals import divergence_theorem, green
from fluxions.calculus.rules.several.places import symbols_of, value_at_place


def _normal(r: Vector, u: Sym, w: Sym) -> Expr:
    return Operator("cross", (Diff(r, u), Diff(r, w)))


def strength_times_area(node: Expr) -> Expr | None:
    """∬ F · n dS taken for ∬ ‖F‖ dS: the direction of the field does not count."""
    match node:
        case Operator("flux", (Vector() as field, Vector() as v, Vector() as r, Vector((Sym() as u, Sym() as w)), *_)):
            size = Operator("norm", (_normal(r, u, w),))
            return spread(Mul((Operator("norm", (value_at_place(field, v, r),)), size)), node)
    return None


def area_alone(node: Expr) -> Expr | None:
    """∬ F · n dS taken for the area of the surface."""
    match node:
        case Operator("flux", (Vector(), _, Vector() as r, Vector((Sym() as u, Sym() as w)), *_)):
            return spread(Operator("norm", (_normal(r, u, w),)), node)
    return None


def slopes_added_in_flux(node: Expr) -> Expr | None:
    """Through a graph −P h_u − Q h_w + R taken for P h_u + Q h_w + R."""
    match node:
        case Operator("flux", (Vector((p, q, s)), Vector() as v, Vector((a, b, height)) as r, Vector((u, w)), *_)):
            if (a, b) != (u, w) or not isinstance(u, Sym) or not isinstance(w, Sym):
                return None
            parts = tuple(value_at_place(each, v, r) for each in (p, q, s))
            return spread(Add((Mul((parts[0], Diff(height, u))), Mul((parts[1], Diff(height, w))), parts[2])), node)
    return None


# --- the theorems ----------------------------------------------------------------------------------------------------
def _field_of(node: Expr, name: str) -> tuple[tuple[Expr, ...], Vector, Vector, Vector] | None:
    """The components, the variables, the map and its parameters of a goal `green(…)` or `gauss(…)`."""
    match node:
        case Operator(kind, (Vector(parts), Vector() as v, Vector() as r, Vector() as w, *_)) if kind == name:
            return (parts, v, r, w) if len(parts) == len(symbols_of(v)) else None
    return None


def _stretch(node: Expr) -> Expr:
    """The factor of area or volume that the right rule uses."""
    result = found(green(node)) or found(divergence_theorem(node))
    return ONE if result is None else dict(result.using).get("J", ONE)


def _over(inside: Expr, node: Expr) -> Expr | None:
    size = _stretch(node)
    return spread(inside if size == ONE else Mul((inside, size)), node)


def curl_not_integrated(node: Expr) -> Expr | None:
    """∬ (Q_x − P_y) dA taken for Q_x − P_y, and ∭ div F dV for div F."""
    for name, inside in (("green", "curl"), ("gauss", "div")):
        match _field_of(node, name):
            case (parts, v, r, w) if set(r.entries) == set(w.entries):
                return Operator(inside, (Vector(parts), v))
    return None


def region_alone(node: Expr) -> Expr | None:
    """∬ (Q_x − P_y) dA taken for the area, and ∭ div F dV for the volume."""
    return _over(ONE, node) if _field_of(node, "green") or _field_of(node, "gauss") else None


FLUX, GREEN = "surface-flux", "greens-theorem"
ROOF = "[x, y, z], [u, w, 2u + 2w], [u, w], [0, 1], [0, 1]"
SQUARE = "green([3y, 8x], [x, y], [x, y], [x, y], [0, 2], [0, 3])"
MISCONCEPTIONS = (
    Misconception("strength-times-area", FLUX,
        "You multiplied the length of the field by the area. Only what goes through counts: take the dot product of "
        "the field with the normal.",
        strength_times_area, "The direction of the field is left out", (f"flux([0, 0, 1], {ROOF})", "3")),
    Misconception("area-alone", FLUX,
        "You gave the area of the surface. The flux multiplies each piece by what the field has across it.",
        area_alone, "The area in the place of the flux", (f"flux([1, 0, 1], {ROOF})", "3")),
    Misconception("flux-slopes-added", FLUX,
        "You added the slopes of the surface. The normal of a graph is $(-h_x, -h_y, 1)$: they have a minus.",
        slopes_added_in_flux, "The minus in the normal of a graph is missing", (f"flux([1, 0, 3], {ROOF})", "5")),
    Misconception("curl-not-integrated", GREEN,
        "You stopped at what is to be integrated. Integrate it over the whole region: for a constant, multiply by the "
        "area or the volume.",
        curl_not_integrated, "The integral over the region is missing", (SQUARE, "5")),
    Misconception("region-alone", GREEN,
        "You gave the area or the volume. What is integrated over it is the curl, or the divergence.",
        region_alone, "The size of the region alone", (SQUARE, "6")),
)  # fmt: skip
