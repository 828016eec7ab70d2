"""Wrong rules for line and surface integrals, and for the theorems of Green, Stokes and Gauss."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, Diff, Div, Expr, Int, Mul, Neg, Operator, Sym, Vector
from fluxions.calculus.rules.fields.integrals import divergence_theorem, green, is_curl_free, work
from fluxions.calculus.rules.several.places import symbols_of, value_at_place
from fluxions.calculus.trees import substituted


def _end(r: Vector, t: Sym, at: Expr) -> Vector:
    """Where the curve is at the parameter value `at`."""
    return Vector(tuple(tidied(substituted(each, {t.name: at})) for each in r.entries))


def ends_exchanged(node: Expr) -> Expr | None:
    """∫ F · dr taken from the end of the curve to its start."""
    match node:
        case Operator("line", (Vector(), *_)):
            return _negative(found(work(node)))
        case Operator("rise", (_, Vector() as v, start, end)):
            return Operator("rise", (node.children[0], v, end, start))
    return None


def _negative(result: Found | None) -> Expr | None:
    return Neg(result.result) if result else None


def velocity_left_out(node: Expr) -> Expr | None:
    """∫ F(r) · r' dt taken for ∫ (P + Q) dt along the curve."""
    match node:
        case Operator("line", (Vector(parts), Vector() as v, Vector() as r, Sym() as t, a, b)):
            return Int(Add(tuple(value_at_place(each, v, r) for each in parts)), t, a, b)
    return None


def field_at_the_parameter(node: Expr) -> Expr | None:
    """F(r(t)) taken for F(t, t)."""
    match node:
        case Operator("line", (Vector() as field, Vector() as v, Vector() as r, Sym() as t, a, b)):
            place = Vector((t,) * len(v.entries))
            return Int(Operator("dot", (value_at_place(field, v, place), Diff(r, t))), t, a, b)
    return None


def closed_loop_taken_for_zero(node: Expr) -> Expr | None:
    """∮ F · dr taken for 0, whatever the field."""
    match node:
        case Operator("line", (Vector(), _, Vector() as r, Sym() as t, a, b)) if _end(r, t, a) == _end(r, t, b):
            return ZERO
    return None


def potential_of_any_field(node: Expr) -> Expr | None:
    """∫ F · dr taken for the rise of ∫ P dx + ∫ Q dy, where the curl is not 0."""
    match node:
        case Operator("line", (Vector(parts), Vector() as v, Vector() as r, Sym() as t, a, b)):
            names = symbols_of(v)
            start, end = _end(r, t, a), _end(r, t, b)
            if len(names) != len(parts) or start == end or is_curl_free(parts, names):
                return None
            summed = Add(tuple(Int(part, x) for part, x in zip(parts, names, strict=True)))
            return Operator("rise", (summed, v, start, end))
    return None


def speed_left_out(node: Expr) -> Expr | None:
    """∫ f ds taken for ∫ f(r(t)) dt."""
    match node:
        case Operator("line", (f, Vector() as v, Vector() as r, Sym() as t, a, b)) if not isinstance(f, Vector):
            return Int(f if f == ONE else value_at_place(f, v, r), t, a, b)
    return None


def displacement_for_length(node: Expr) -> Expr | None:
    """The length of a curve taken for the distance of its ends."""
    match node:
        case Operator("line", (f, Vector(), Vector() as r, Sym() as t, a, b)) if f == ONE:
            start, end = _end(r, t, a), _end(r, t, b)
            gaps = tuple(tidied(q - p) for p, q in zip(start.entries, end.entries, strict=True))
            return Operator("norm", (Vector(gaps),))
    return None


def _along(node: Expr) -> tuple[Vector, Vector, Sym, Expr, Expr] | None:
    """(F on the curve, r, t, a, b) of a goal `line(F, …)`."""
    match node:
        case Operator("line", (Vector(parts), Vector() as v, Vector() as r, Sym() as t, a, b)):
            if len(parts) == len(r.entries) > 1:
                return Vector(tuple(value_at_place(each, v, r) for each in parts)), r, t, a, b
    return None


def position_for_velocity(node: Expr) -> Expr | None:
    """∫ F(r) · r' dt taken for ∫ F(r) · r dt."""
    match _along(node):
        case (field, r, t, a, b):
            return Int(Operator("dot", (field, r)), t, a, b)
    return None


def first_component_of_work(node: Expr) -> Expr | None:
    """∫ P dx + Q dy taken for ∫ P dx."""
    match _along(node):
        case (field, r, t, a, b):
            return Int(Mul((field.entries[0], Diff(r.entries[0], t))), t, a, b)
    return None


def last_component_of_work(node: Expr) -> Expr | None:
    """∫ P dx + Q dy taken for ∫ Q dy."""
    match _along(node):
        case (field, r, t, a, b):
            return Int(Mul((field.entries[-1], Diff(r.entries[-1], t))), t, a, b)
    return None


def components_of_work_subtracted(node: Expr) -> Expr | None:
    """∫ P dx + Q dy taken for ∫ P dx − Q dy."""
    match _along(node):
        case (Vector((p, q)), Vector((x, y)), t, a, b):
            return Int(Mul((p, Diff(x, t))) - Mul((q, Diff(y, t))), t, a, b)
    return None


def speed_squared(node: Expr) -> Expr | None:
    """∫ f ds taken with the square of the speed."""
    match node:
        case Operator("line", (f, Vector() as v, Vector() as r, Sym() as t, a, b)) if not isinstance(f, Vector):
            square = Operator("dot", (Diff(r, t), Diff(r, t)))
            return Int(square if f == ONE else Mul((value_at_place(f, v, r), square)), t, a, b)
    return None


# --- through a surface -----------------------------------------------------------------------------------------------
def spread(inside: Expr, node: Expr) -> Expr | None:
    """The iterated integral of `inside` over the parameters of a goal `flux(…)`, `green(…)` or `gauss(…)`."""
    match node:
        case Operator("flux" | "green" | "gauss", (_, _, _, Vector() as w, *ends)) if len(ends) == len(w.entries):
            for name, pair in zip(symbols_of(w), ends, strict=True):
                inside = Int(inside, name, *pair.children)
            return inside
    return None


def unit_normal_alone(node: Expr) -> Expr | None:
    """∬ F · (r_u × r_w) du dw taken with the unit normal, without the area of the piece."""
    match node:
        case Operator("flux", (Vector() as field, Vector() as v, Vector() as r, Vector((Sym() as u, Sym() as w)), *_)):
            normal = Operator("cross", (Diff(r, u), Diff(r, w)))
            through = Operator("dot", (value_at_place(field, v, r), normal))
            return spread(Div(through, Operator("norm", (normal,))), node)
    return None


def graph_taken_as_flat(node: Expr) -> Expr | None:
    """The flux through a graph over u and w taken for ∬ R du dw: the normal of the plane below."""
    match node:
        case Operator("flux", (Vector((_, _, p)), Vector() as v, Vector((a, b, _)) as r, Vector((u, w)), *_)):
            return spread(value_at_place(p, v, r), node) if (a, b) == (u, w) else None
    return None


def area_factor_left_out(node: Expr) -> Expr | None:
    """∬ f dS taken for ∬ f(r) du dw."""
    match node:
        case Operator("flux", (f, Vector() as v, Vector() as r, *_)) if not isinstance(f, Vector):
            return spread(f if f == ONE else value_at_place(f, v, r), node)
    return None


def stretch_left_out(node: Expr) -> Expr | None:
    """Over a region or a solid given by other coordinates: the Jacobian determinant is missing."""
    match node:
        case Operator("green", (field, Vector() as v, Vector() as r, Vector() as w, *_)):
            result, inside = found(green(node)), Operator("curl", (field, v))
        case Operator("gauss", (field, Vector() as v, Vector() as r, Vector() as w, *_)):
            result, inside = found(divergence_theorem(node)), Operator("div", (field, v))
        case _:
            return None
    if result is None or set(r.entries) == set(w.entries):
        return None
    return spread(value_at_place(inside, v, r), node)


def inward_flux(node: Expr) -> Expr | None:
    """The flux out of a solid taken with the normal that points inwards."""
    match node:
        case Operator("gauss", _):
            return _negative(found(divergence_theorem(node)))
    return None


def stokes_without_curl(node: Expr) -> Expr | None:
    """∮ F · dr taken for the flux of F itself."""
    match node:
        case Operator("stokes", (Vector(), *_) as args):
            return Operator("flux", args)
    return None


def stokes_with_divergence(node: Expr) -> Expr | None:
    """∮ F · dr taken for ∬ div F dS."""
    match node:
        case Operator(
            "stokes", (Vector() as field, Vector() as v, Vector() as r, Vector((Sym() as u, Sym() as w)), *ends)
        ):
            source = value_at_place(Operator("div", (field, v)), v, r)
            size = Operator("norm", (Operator("cross", (Diff(r, u), Diff(r, w))),))
            return spread(Mul((source, size)), Operator("flux", (field, v, r, Vector((u, w)), *ends)))
    return None


def green_of_the_field(node: Expr) -> Expr | None:
    """∮ P dx + Q dy taken for ∬ (P + Q) dA: the field itself in the place of its curl."""
    match node:
        case Operator("green", (Vector(parts), Vector() as v, Vector() as r, Vector(), *_)):
            result = found(green(node))
            if result is None:
                return None
            whole = Add(tuple(value_at_place(each, v, r) for each in parts))
            size = dict(result.using).get("J", ONE)
            return spread(whole if size == ONE else Mul((whole, size)), node)
    return None


LINE, SURFACE, GREEN, STOKES, GAUSS = (
    "line-integrals", "surface-flux", "greens-theorem", "stokes-theorem", "divergence-theorem"
)  # fmt: skip
WORK = "line([y, x*y], [x, y], [t, t^2], t, 0, 1)"
CIRCLE = "[2cos(t), 2sin(t)], t, 0, 2pi"
DISC = "[r*cos(t), r*sin(t)], [r, t], [0, 1], [0, 2pi]"
ROOF = "[x, y, z], [u, w, 2u + 2w], [u, w], [0, 1], [0, 1]"
MISCONCEPTIONS = (
    Misconception("ends-exchanged", LINE,
        "You went along the curve the other way, from its end to its start. Work changes its sign with the direction: "
        "take the value at the end minus the value at the start.",
        ends_exchanged, "The curve was run through backwards", (WORK, "-11/15")),
    Misconception("velocity-left-out", LINE,
        "You integrated the field along the parameter without the velocity of the curve. Multiply by it: the work is "
        "the dot product of field and velocity.",
        velocity_left_out, "The velocity is missing", (WORK, "7/12")),
    Misconception("field-at-the-parameter", LINE,
        "You put the parameter itself into the field. Put in where the curve is: the coordinates as functions of the "
        "parameter.",
        field_at_the_parameter, "The field is taken at the parameter", (WORK, "1")),
    Misconception("closed-loop-taken-for-zero", "gradient-theorem",
        "You took the work around a closed curve for zero. That holds for a field with a potential: test the curl "
        "first.",
        closed_loop_taken_for_zero, "Zero around a closed curve", (f"line([1 - y, x], [x, y], {CIRCLE})", "0")),
    Misconception("potential-of-any-field", "gradient-theorem",
        "You used a potential that this field does not have. Test the curl first; where it is not zero, integrate "
        "along the curve.",
        potential_of_any_field, "The gradient theorem for a field without potential", (WORK, "3/2")),
    Misconception("speed-left-out", LINE,
        "You integrated over the parameter. A step along the curve is longer or shorter than that: multiply by the "
        "speed, the length of the velocity.",
        speed_left_out, "The speed factor is missing", ("line(x, [x, y], [3t, 4t], t, 0, 1)", "3/2")),
    Misconception("displacement-for-length", LINE,
        "You measured the straight line between the ends. The length of the curve is the integral of its speed.",
        displacement_for_length, "The distance of the ends for the length",
        ("line(1, [x, y], [2cos(t), 2sin(t)], t, 0, pi)", "4")),
    Misconception("position-for-velocity", LINE,
        "You multiplied by the position. A step along the curve is its velocity times $dt$: differentiate the curve "
        "first.",
        position_for_velocity, "The position in the place of the velocity", (WORK, "5/12")),
    Misconception("first-component-of-work", LINE,
        "You took the first component alone. The work adds what each component does along its own direction.",
        first_component_of_work, "Only the first component of the work", (WORK, "1/3")),
    Misconception("last-component-of-work", LINE,
        "You took the last component alone. The work adds what each component does along its own direction.",
        last_component_of_work, "Only the last component of the work", (WORK, "2/5")),
    Misconception("components-of-work-subtracted", LINE,
        "You subtracted the second component. The work is a dot product: $P\\,dx + Q\\,dy$.",
        components_of_work_subtracted, "A minus in the work", (WORK, "-1/15")),
    Misconception("speed-squared", LINE,
        "You multiplied by the square of the speed. The step is the speed itself: take the root.",
        speed_squared, "The speed was squared", ("line(x, [x, y], [3t, 4t], t, 0, 1)", "75/2")),
    Misconception("unit-normal-alone", SURFACE,
        "You took the normal with length one and left out the area. The cross product of the two tangent vectors "
        "carries both: do not divide by its length.",
        unit_normal_alone, "The area of the piece is missing",
        (f"flux([0, 0, 1], {ROOF})", "1/3")),
    Misconception("graph-taken-as-flat", SURFACE,
        "You used the normal of the plane below. The surface is tilted: take the cross product of its two tangent "
        "vectors.",
        graph_taken_as_flat, "The tilt of the surface is missing", (f"flux([1, 0, 3], {ROOF})", "3")),
    Misconception("area-factor-left-out", SURFACE,
        "You integrated over the parameters. A piece of the surface has the area of a parallelogram: multiply by the "
        "length of the cross product of the two tangent vectors.",
        area_factor_left_out, "The area factor is missing",
        ("flux(1, [x, y, z], [u, w, u + w], [u, w], [0, 1], [0, 1])", "1")),
    Misconception("stretch-left-out", "jacobian-determinant",
        "You changed the coordinates without the Jacobian determinant. In polar coordinates the element of area is "
        "$r\\,dr\\,d\\theta$: multiply by the stretch.",
        stretch_left_out, "The stretch of the new coordinates is missing", (f"green([-y, x], [x, y], {DISC})", "4pi")),
    Misconception("inward-flux", GAUSS,
        "You took the normal that points inwards. The divergence theorem counts what goes out: the flux is the "
        "integral of the divergence, with its sign.",
        inward_flux, "The flux inwards",
        ("gauss([x, y, z], [x, y, z], [x, y, z], [x, y, z], [0, 1], [0, 2], [0, 3])", "-18")),
    Misconception("stokes-without-curl", STOKES,
        "You took the flux of the field itself. The circulation around the edge is the flux of the curl.",
        stokes_without_curl, "The curl is missing",
        ("stokes([z, x, 2y], [x, y, z], [u, w, 1 - u - w], [u, w], [0, 1 - w], [0, 1])", "2/3")),
    Misconception("stokes-with-divergence", STOKES,
        "You integrated the divergence over the surface. The circulation around its edge is the flux of the curl.",
        stokes_with_divergence, "The divergence in the theorem of Stokes",
        (f"stokes([x, x, 0], {ROOF})", "3")),
    Misconception("green-of-the-field", GREEN,
        "You integrated the components of the field over the region. Green's theorem integrates the curl, "
        "$\\partial Q/\\partial x - \\partial P/\\partial y$.",
        green_of_the_field, "The field in the place of its curl",
        ("green([1, x], [x, y], [x, y], [x, y], [0, 1], [0, 1])", "3/2")),
)  # fmt: skip
