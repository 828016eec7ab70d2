"""Line and surface integrals by a parametrisation, and the theorems of Green, Stokes and Gauss."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, At, Const, Diff, Expr, Int, Mul, Neg, Num, Operator, Rel, Sym, Vector
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.several.places import symbols_of, value_at_place
from fluxions.calculus.trees import substituted
from fluxions.calculus.verdict import Equal

GRID = tuple(Fraction(k, 11) for k in (1, 3, 6, 8, 10))  # shares of the way between two bounds
CUTS = (Fraction(1, 2), Fraction(2, 5), Fraction(3, 7), Fraction(1, 3))


def work(node: Expr) -> Expr | Found | None:
    """∫ F · dr = ∫ F(r(t)) · r'(t) dt: the task `line(F, [x, y], r, t, a, b)`."""
    match node:
        case Operator("line", (Vector() as field, Vector() as v, Vector() as r, Sym() as t, a, b)):
            along = Operator("dot", (value_at_place(field, v, r), Diff(r, t)))
            return Found(Int(along, t, a, b), (("r", r), ("t", t)))
    return None


def by_potential(node: Expr) -> Expr | Found | None:
    """∫ ∇φ · dr = φ(end) − φ(start), for a field with curl 0."""
    match node:
        case Operator("line", (Vector(parts) as field, Vector() as v, Vector() as r, Sym() as t, a, b)):
            names = symbols_of(v)
            if len(names) != len(parts) or len(r.entries) != len(parts) or not is_curl_free(parts, names):
                return None
            ends = [tidied(substituted(r, {t.name: end})) for end in (a, b)]
            return Found(Operator("rise", (Operator("potential", (field, v)), v, *ends)), (("F", field),))
    return None


def is_curl_free(parts: tuple[Expr, ...], names: tuple[Sym, ...]) -> bool:
    """Are the mixed derivatives of every two components equal?"""
    pairs = [(i, j) for i in range(len(parts)) for j in range(i)]
    return all(
        isinstance(equal(Diff(parts[i], names[j]), Diff(parts[j], names[i]), witnessed=False), Equal) for i, j in pairs
    )


def rise_of_potential(node: Expr) -> Expr | Found | None:
    """φ at the end minus φ at the start."""
    match node:
        case Operator("rise", (phi, Vector() as v, Vector() as start, Vector() as end)) if not phi.stands:
            if phi == Const("dne"):
                return None
            return Found(value_at_place(phi, v, end) - value_at_place(phi, v, start), (("a", start), ("b", end)))
    return None


def along_length(node: Expr) -> Expr | Found | None:
    """∫ f ds = ∫ f(r(t)) ‖r'(t)‖ dt; with f = 1 the length of the curve."""
    match node:
        case Operator("line", (f, Vector() as v, Vector() as r, Sym() as t, a, b)) if not isinstance(f, Vector):
            speed = Operator("norm", (Diff(r, t),))
            weighted = speed if f == ONE else Mul((value_at_place(f, v, r), speed))
            return Found(Int(weighted, t, a, b), (("r", r), ("t", t)))
    return None


def flux(node: Expr) -> Expr | Found | None:
    """∬ F · n dS = ∬ F(r) · (r_u × r_w) du dw: the task `flux(F, [x, y, z], r, [u, w], [a, b], [c, d])`."""
    match node:
        case Operator("flux", (Vector() as field, Vector() as v, Vector() as r, Vector((u, w)), *ends)):
            if not isinstance(u, Sym) or not isinstance(w, Sym):
                return None
            normal = Operator("cross", (Diff(r, u), Diff(r, w)))
            inside = Operator("dot", (value_at_place(field, v, r), normal))
            return Found(_iterated(inside, (u, w), ends), (("u", u), ("w", w), ("r", r)))
    return None


def surface(node: Expr) -> Expr | Found | None:
    """∬ f dS = ∬ f(r) ‖r_u × r_w‖ du dw; with f = 1 the area."""
    match node:
        case Operator("flux", (Vector(), *_)):
            return None
        case Operator("flux", (f, Vector() as v, Vector() as r, Vector((Sym() as u, Sym() as w)), *ends)):
            size = Operator("norm", (Operator("cross", (Diff(r, u), Diff(r, w))),))
            weighted = size if f == ONE else Mul((value_at_place(f, v, r), size))
            return Found(_iterated(weighted, (u, w), ends), (("r", r),))
    return None


def _iterated(inside: Expr, names: tuple[Expr, ...], ends: list[Expr]) -> Expr:
    """The integrals one around the other, the first variable innermost."""
    for name, pair in zip(names, ends, strict=True):
        inside = Int(inside, name, *pair.children)  # type: ignore[arg-type]
    return inside


def green(node: Expr) -> Expr | Found | None:
    """∮ P dx + Q dy = ∬ (Q_x − P_y) dA over what r fills: `green([P, Q], [x, y], r, [u, w], [a, b], [c, d])`."""
    match node:
        case Operator("green", (Vector((_, _)) as field, Vector() as v, Vector() as r, Vector() as w, *ends)):
            turning = value_at_place(Operator("curl", (field, v)), v, r)
            return _over_region(turning, r, w, ends)
    return None


def divergence_theorem(node: Expr) -> Expr | Found | None:
    """The flux out of a solid is ∭ div F dV: `gauss(F, [x, y, z], r, [u, v, w], [a, b], [c, d], [e, f])`."""
    match node:
        case Operator("gauss", (Vector() as field, Vector() as v, Vector() as r, Vector() as w, *ends)):
            source = value_at_place(Operator("div", (field, v)), v, r)
            return _over_region(source, r, w, ends)
    return None


def _over_region(inside: Expr, r: Vector, w: Vector, ends: list[Expr]) -> Found | None:
    """The integral over the image of r, with the Jacobian determinant where r is more than the variables."""
    names = symbols_of(w)
    if len(names) != len(ends) or len(r.entries) != len(names):
        return None
    if set(r.entries) == set(names):
        return Found(_iterated(inside, names, ends), (("J", ONE), ("r", r)))
    stretch = Operator("det", (Operator("jacobian", (r, w)),))
    way = _sign_inside(r, names, ends)
    if way is None:
        return None
    size: Expr = stretch if way > 0 else Neg(stretch)
    everywhere = all(sign in (way, 0) for sign in _signs_inside(r, names, ends))
    needed = (Condition(Rel(">=", size, ZERO), "numeric" if everywhere else "assumed"),)
    return Found(_iterated(Mul((inside, size)), names, ends), (("J", size), ("r", r)), needed)


def _sign_inside(r: Vector, names: tuple[Sym, ...], ends: list[Expr]) -> int | None:
    """The sign of the Jacobian determinant at a point inside; the bounds of a variable may hold the later ones."""
    return next((sign for cut in CUTS if (sign := _sign_at(r, names, ends, (cut,) * len(names)))), None)


def _signs_inside(r: Vector, names: tuple[Sym, ...], ends: list[Expr]) -> list[int | None]:
    """The signs on a grid; None where there is no value, or none that is certain."""
    return [_sign_at(r, names, ends, cuts) for cuts in product(GRID, repeat=len(names))]


def _sign_at(r: Vector, names: tuple[Sym, ...], ends: list[Expr], cuts: tuple[Fraction, ...]) -> int | None:
    place: dict[str, Expr] = {}
    for name, pair, cut in reversed(list(zip(names, ends, cuts, strict=True))):
        low, high = (substituted(each, place) for each in pair.children)
        place[name.name] = low + Mul((Num(cut), high - low))
    value = value_at(_determinant(r, names, place), {})
    return None if value is None else 1 if value > 0 else -1 if value < 0 else 0


def _determinant(r: Vector, names: tuple[Sym, ...], place: dict[str, Expr]) -> Expr:
    rows = [[_slope_at(part, x, place) for x in names] for part in r.entries]
    if len(names) == 2:
        (a, b), (c, d) = rows
        return a * d - b * c
    (a, b, c), (d, e, f), (g, h, i) = rows
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def _slope_at(part: Expr, x: Sym, place: dict[str, Expr]) -> Expr:
    others = {name: value for name, value in place.items() if name != x.name}
    return At(Diff(substituted(part, others), x), x, place[x.name])


def stokes(node: Expr) -> Expr | Found | None:
    """∮ F · dr around the edge of a surface is the flux of curl F through it."""
    match node:
        case Operator("stokes", (Vector((_, _, _)) as field, Vector() as v, Vector() as r, Vector() as w, *ends)):
            return Found(Operator("flux", (Operator("curl", (field, v)), v, r, w, *ends)), (("F", field),))
    return None


RULES = (
    Rule("work", "line-integrals", "Put the curve into the field and multiply by its velocity: the work is an integral "
         "over ${t}$.", work, "the work along a curve"),
    Rule("by-potential", "gradient-theorem", "The field has curl zero, so only the ends count: find its potential.",
         by_potential, "the gradient theorem"),
    Rule("rise-of-potential", "gradient-theorem", "The work is the potential at the end ${b}$ minus the potential at "
         "the start ${a}$.", rise_of_potential, "the rise of the potential"),
    Rule("along-length", "line-integrals", "A step along the curve has the length of its velocity times that of "
         "${t}$.", along_length, "the integral along the length"),
    Rule("flux", "surface-flux", "Put the surface into the field and multiply by its normal, the cross product of the "
         "derivatives by ${u}$ and ${w}$: their order says which side counts.", flux, "the flux through a surface"),
    Rule("surface", "surface-flux", "A piece of the surface has the area of the parallelogram of its two tangent "
         "vectors: the length of their cross product.", surface, "the integral over a surface"),
    Rule("green", "greens-theorem", "Green's theorem: the circulation around the edge is the integral of the curl over "
         "the region; the area is stretched by ${J}$.", green, "Green's theorem"),
    Rule("divergence-theorem", "divergence-theorem", "The divergence theorem: the flux out of the solid is the "
         "integral of the divergence over it; the volume is stretched by ${J}$.", divergence_theorem,
         "the divergence theorem"),
    Rule("stokes", "stokes-theorem", "The theorem of Stokes: the circulation around the edge is the flux of the curl "
         "through the surface.", stokes, "the theorem of Stokes"),
)  # fmt: skip
