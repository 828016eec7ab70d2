"""Integrals over a region: bounds for strips; polar, cylindrical and spherical coordinates; any change of variables."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    PI,
    TWO,
    ZERO,
    Add,
    Diff,
    Div,
    Expr,
    Int,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Root,
    Sym,
    Vector,
    fn,
    sqrt,
)  # fmt: skip
from fluxions.calculus.rules.multiple.regions import Ring, ring, strips
from fluxions.calculus.trees import mapped, symbols

HALF_TURN, TURN = PI, Mul((TWO, PI))
QUARTERS = {
    (0, 0): (ZERO, TURN), (0, 1): (ZERO, PI), (0, -1): (PI, TURN), (1, 1): (ZERO, Div(PI, TWO)),
    (-1, 1): (Div(PI, TWO), PI), (-1, -1): (PI, Div(Mul((Num(3), PI)), TWO)),
    (1, -1): (Neg(Div(PI, TWO)), ZERO), (1, 0): (Neg(Div(PI, TWO)), Div(PI, TWO)),
    (-1, 0): (Div(PI, TWO), Div(Mul((Num(3), PI)), TWO)),
}  # fmt: skip


def variables_of(e: Expr) -> tuple[Sym, ...]:
    """The variables that a region lies in."""
    return tuple(each for each in e.entries if isinstance(each, Sym)) if isinstance(e, Vector) else ()


def free_names(node: Expr, *wished: str) -> tuple[Sym, ...]:
    """Names that do not occur, the wished ones first."""
    taken = symbols(node)
    found: list[Sym] = []
    for name in wished:
        free = next(each for each in (name, *(f"{name}_{k}" for k in range(1, 20))) if each not in taken)
        found.append(Sym(free))
    return tuple(found)


def in_polar(f: Expr, x: Sym, y: Sym, r: Sym, angle: Sym) -> Expr:
    """f with x = r cos θ and y = r sin θ; x² + y² becomes r² at once."""
    squares = (Add((x**2, y**2)), Add((y**2, x**2)))
    minus = (Add((Neg(x**2), Neg(y**2))), Add((Neg(y**2), Neg(x**2))))

    def change(e: Expr) -> Expr:
        if e in squares:
            return r**2
        if e in minus:
            return Neg(r**2)
        return _without_squares(e, x, y, r)

    folded = mapped(f, change)
    round_only = folded if not symbols(folded) & {x.name, y.name} else None
    if round_only is None:
        moving = {x: Mul((r, fn("cos", angle))), y: Mul((r, fn("sin", angle)))}
        round_only = mapped(folded, lambda e: moving.get(e, e) if isinstance(e, Sym) else e)
    return tidied(mapped(tidied(round_only), lambda e: _positive_root(e, r)))


def _positive_root(e: Expr, r: Sym) -> Expr:
    """√(r²) = r for a radius."""
    return r if e == sqrt(r**2) else e


def _without_squares(e: Expr, x: Sym, y: Sym, r: Sym) -> Expr:
    """k ± x² ± y² among more terms of a sum becomes k ± r²."""
    if not isinstance(e, Add):
        return e
    for sign in (lambda u: u, Neg):
        pair = (sign(x**2), sign(y**2))
        if all(each in e.terms for each in pair):
            rest = tuple(each for each in e.terms if each not in pair)
            return Add((*rest, sign(r**2)))
    return e


def polar(node: Expr) -> Expr | Found | None:
    """∬ f dA over a disc, ring or sector is ∬ f(r cos θ, r sin θ) r dr dθ."""
    match node:
        case Operator("over", (f, places, *conditions)) if len(variables_of(places)) == 2:
            region = ring(variables_of(places), conditions)
            if region is None or region.others:
                return None
            x, y = variables_of(places)
            r, angle = free_names(node, "r", "theta")
            inner = tidied(Mul((in_polar(f, x, y, r, angle), r)))
            whole = Int(Int(inner, r, region.low, region.high), angle, *_sector(region, x, y))
            return Found(whole, (("x", x), ("y", y), ("r", r), ("t", angle)))
    return None


def _sector(region: Ring, x: Sym, y: Sym) -> tuple[Expr, Expr]:
    return QUARTERS[region.signs.get(x, 0), region.signs.get(y, 0)]


def cylindrical(node: Expr) -> Expr | Found | None:
    """∭ f dV over a cylinder is ∭ f r dz dr dθ."""
    match node:
        case Operator("over", (f, places, *conditions)) if len(variables_of(places)) == 3:
            region = ring(variables_of(places), conditions)
            if region is None or len(region.around) != 2:
                return None
            x, y = region.around
            (z, (low, high)), *more = region.others.items()
            if more:
                return None
            r, angle = free_names(node, "r", "theta")
            low, high = (in_polar(each, x, y, r, angle) for each in (low, high))
            inner = tidied(Mul((in_polar(f, x, y, r, angle), r)))
            whole = Int(Int(Int(inner, z, low, high), r, region.low, region.high), angle, *_sector(region, x, y))
            return Found(whole, (("x", x), ("y", y), ("r", r), ("t", angle)))
    return None


def spherical(node: Expr) -> Expr | Found | None:
    """∭ f dV over a ball or shell is ∭ f ρ² sin φ dρ dφ dθ, with z = ρ cos φ."""
    match node:
        case Operator("over", (f, places, *conditions)) if len(variables_of(places)) == 3:
            region = ring(variables_of(places), conditions)
            if region is None or len(region.around) != 3:
                return None
            x, y, z = variables_of(places)
            rho, polar_angle, angle = free_names(node, "rho", "phi", "theta")
            inside = tidied(_in_spherical(f, (x, y, z), (rho, polar_angle, angle)))
            weight = Mul((rho**2, fn("sin", polar_angle)))
            ends = {0: (ZERO, PI), 1: (ZERO, Div(PI, TWO)), -1: (Div(PI, TWO), PI)}[region.signs.get(z, 0)]
            inner = Int(tidied(Mul((inside, weight))), rho, region.low, region.high)
            whole = Int(Int(inner, polar_angle, *ends), angle, *_sector(region, x, y))
            return Found(whole, (("r", rho), ("p", polar_angle), ("t", angle)))
    return None


def _in_spherical(f: Expr, places: tuple[Sym, ...], new: tuple[Sym, ...]) -> Expr:
    (x, y, z), (rho, p, angle) = places, new
    squares = {v**2 for v in places}

    def change(e: Expr) -> Expr:
        if isinstance(e, Add) and squares <= set(e.terms):
            rest = tuple(each for each in e.terms if each not in squares)
            return Add((*rest, rho**2)) if rest else rho**2
        if isinstance(e, Add) and {Neg(each) for each in squares} <= set(e.terms):
            rest = tuple(each for each in e.terms if each not in {Neg(s) for s in squares})
            return Add((*rest, Neg(rho**2))) if rest else Neg(rho**2)
        return rho if e == sqrt(rho**2) else rho**3 if e == Pow(rho**2, Num(3, 2)) else e

    sine, cosine = fn("sin", p), fn("cos", p)
    moving: dict[Expr, Expr] = {
        x: Mul((rho, sine, fn("cos", angle))), y: Mul((rho, sine, fn("sin", angle))), z: Mul((rho, cosine)),
    }  # fmt: skip
    folded = mapped(f, change)
    return mapped(folded, lambda e: moving.get(e, e) if isinstance(e, Sym) else e)


def as_strips(node: Expr) -> Expr | Found | None:
    """∬ f dA over a(x) <= y <= b(x), c <= x <= d is an integral by y inside one by x."""
    match node:
        case Operator("over", (f, places, *conditions)):
            found = strips(variables_of(places), conditions)
            if found is None:
                return None
            (inner, inside), (outer, outside) = found
            whole = Int(Int(f, inner, *inside), outer, *outside)
            return Found(whole, (("x", outer), ("y", inner), ("a", inside[0]), ("b", inside[1])))
    return None


def changed_variables(node: Expr) -> Expr | Found | None:
    """∬ f(x, y) dx dy = ∬ f(X(u, v), Y(u, v)) |X_u Y_v − X_v Y_u| du dv."""
    match node:
        case Operator("changed", (f, places, Vector((first, second)), Vector((u, a, b)), Vector((v, c, d)))):
            names = variables_of(places)
            if len(names) != 2 or not isinstance(u, Sym) or not isinstance(v, Sym):
                return None
            moving = dict(zip(names, (first, second), strict=True))
            moved = mapped(f, lambda e: moving.get(e, e) if isinstance(e, Sym) else e)
            jacobian = Mul((Diff(first, u), Diff(second, v))) - Mul((Diff(first, v), Diff(second, u)))
            inner = fn("abs", jacobian) if moved == ONE else Mul((moved, fn("abs", jacobian)))
            return Found(Int(Int(inner, u, a, b), v, c, d), (("u", u), ("v", v)))
    return None


def round_bounds(node: Expr) -> Expr | Found | None:
    """An iterated integral up to √(R² − x²) over a function of x² + y² is one over a disc or a part of it."""
    match node:
        case Int(Int(f, y, low, high), x, c, d) if low is not None and high is not None and c is not None:
            radius = d or ZERO
            edges = _edges(radius, x)
            if tidied(high) not in edges or not _round(f, x, y):
                return None
            below = {tidied(Neg(each)) for each in edges}
            if tidied(low) not in {ZERO, *below} or tidied(c) not in (ZERO, tidied(Neg(radius))):
                return None
            signs = {y: 1 if low == ZERO else 0, x: 1 if c == ZERO else 0}
            r, angle = free_names(node, "r", "theta")
            inner = tidied(Mul((in_polar(f, x, y, r, angle), r)))
            whole = Int(Int(inner, r, ZERO, radius), angle, *_sector(Ring((x, y), ZERO, radius, signs, {}), x, y))
            return Found(whole, (("x", x), ("y", y), ("r", r), ("t", angle)))
    return None


def _edges(radius: Expr, x: Sym) -> set[Expr]:
    square = tidied(radius**2)
    return {tidied(each) for each in (sqrt(square - x**2), Root(Add((Neg(x**2), square)), TWO))}


def _round(f: Expr, x: Sym, y: Sym) -> bool:
    """Does f hold x² + y²?"""
    return "t round" not in symbols(in_polar(f, x, y, Sym("r round"), Sym("t round")))


POLAR = "polar-integrals"
RULES = (
    Rule("polar-coordinates", POLAR,
         "In polar coordinates ${x}={r}\\cos {t}$, ${y}={r}\\sin {t}$ the element of area is "
         "${r}\\,\\mathrm{d}{r}\\,\\mathrm{d}{t}$.", polar, "polar coordinates"),
    Rule("cylindrical-coordinates", POLAR,
         "In cylindrical coordinates ${x}={r}\\cos {t}$, ${y}={r}\\sin {t}$ the element of volume is "
         "${r}\\,\\mathrm{d}z\\,\\mathrm{d}{r}\\,\\mathrm{d}{t}$.", cylindrical, "cylindrical coordinates"),
    Rule("spherical-coordinates", "change-of-variables-integrals",
         "In spherical coordinates, ${r}$ the distance from 0 and ${p}$ the angle from the $z$-axis, the element of "
         "volume is ${r}^2\\sin {p}\\,\\mathrm{d}{r}\\,\\mathrm{d}{p}\\,\\mathrm{d}{t}$.", spherical,
         "spherical coordinates"),
    Rule("region-in-strips", "double-integrals",
         "For each ${x}$ the region goes from ${y}={a}$ to ${y}={b}$: integrate by ${y}$ first, then by ${x}$.",
         as_strips, "the region in strips"),
    Rule("change-of-variables", "change-of-variables-integrals",
         "In ${u}$ and ${v}$ the element of area is the absolute value of the Jacobian determinant times "
         "$\\mathrm{d}{u}\\,\\mathrm{d}{v}$.", changed_variables, "a change of variables"),
)  # fmt: skip
EARLY = (
    Rule("polar-for-round-bounds", POLAR,
         "The bounds describe a part of a disc: in polar coordinates ${x}={r}\\cos {t}$, ${y}={r}\\sin {t}$ the "
         "element of area is ${r}\\,\\mathrm{d}{r}\\,\\mathrm{d}{t}$.", round_bounds, "polar coordinates for a disc",
         early=True),
)  # fmt: skip
