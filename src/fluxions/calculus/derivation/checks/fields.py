"""Fields confirmed: a potential by its gradient, a theorem by computing its other side."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.meaning import alike, by_meaning, plain
from fluxions.calculus.derivation.checks.points import drawn
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import (
    ONE,
    ZERO,
    Add,
    Const,
    Diff,
    Expr,
    Int,
    Matrix,
    Mul,
    Neg,
    Num,
    Operator,
    Root,
    Sym,
    Vector,
)  # fmt: skip
from fluxions.calculus.numbers.balls import Ball
from fluxions.calculus.numbers.gauss import BITS, Bounds, close, integral
from fluxions.calculus.trees import substituted, symbols

PARAMETERS = (Fraction(7, 5), Fraction(3, 2), Fraction(5, 7), Fraction(9, 8))


def _names(v: Expr) -> tuple[Sym, ...]:
    return tuple(each for each in v.children if isinstance(each, Sym))


# --- potentials ------------------------------------------------------------------------------------------------------
def potential(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The curl is that of the field."""
    match before.args, after:
        case (field, v), Operator("conservative", (again, w, curl)) if (field, v) == (again, w):
            return by_meaning(Operator("curl", (field, v)), curl, budget)
    return None


def conservative(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The components found so far are those of the gradient; without a potential the curl is not 0."""
    match before.args, after:
        case (field, v, _), Const("dne"):
            flat = plain(Operator("curl", (field, v)))
            zero = Vector((ZERO,) * len(flat.children)) if isinstance(flat, Vector) else ZERO
            return None if alike(flat, zero, budget) else Check("jets", "numeric", 5, BITS)
        case (field, v, _), Operator("gathered"):
            return gathered(Operator("gathered", (field, v)), after, budget)
    return None


def gathered(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """φ has the first k components as its partial derivatives."""
    field, v, *_ = before.args
    match after:
        case Operator("gathered", (again, w, Num(k), found)) if (field, v) == (again, w):
            pairs = list(zip(field.children, _names(v), strict=True))[: int(k)]
            right = all(alike(plain(Diff(found, x)), part, budget) for part, x in pairs)
        case Operator("gathered", (again, w, Num(k), found, missing)) if (field, v) == (again, w):
            part, x = field.children[int(k)], _names(v)[int(k)]
            right = alike(plain(Add((Diff(found, x), missing))), part, budget)
        case _:
            pairs = list(zip(field.children, _names(v), strict=True))
            right = all(alike(plain(Diff(after, x)), part, budget) for part, x in pairs)
    return Check("jets", "numeric", 5, BITS) if right else None


# --- integrals by a parametrisation ----------------------------------------------------------------------------------
def _put(field: Expr, v: Expr, r: Expr) -> Expr:
    """The field on the curve or surface."""
    return substituted(plain(field), {x.name: a for x, a in zip(_names(v), r.children, strict=True)})


def _dot(a: Expr, b: Expr) -> Expr:
    return Add(tuple(Mul(pair) for pair in zip(a.children, b.children, strict=True)))


def _size(a: Expr) -> Expr:
    return Root(_dot(a, a), Num(2))


def _speed(r: Expr, t: Sym) -> Vector:
    return Vector(tuple(Diff(each, t) for each in r.children))


def _cross(a: Vector, b: Vector) -> Vector:
    """εᵢⱼₖ aⱼ bₖ."""
    found = []
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        found.append(Add((Mul((a.entries[j], b.entries[k])), Neg(Mul((a.entries[k], b.entries[j]))))))
    return Vector(tuple(found))


def _line_integrand(field: Expr, v: Expr, r: Expr, t: Sym) -> Expr:
    put = _put(field, v, r)
    return _dot(put, _speed(r, t)) if isinstance(put, Vector) else Mul((put, _size(_speed(r, t))))


def _surface_integrand(field: Expr, v: Expr, r: Expr, u: Sym, w: Sym) -> Expr:
    put, normal = _put(field, v, r), _cross(_speed(r, u), _speed(r, w))
    return _dot(put, normal) if isinstance(put, Vector) else Mul((put, _size(normal)))


def line(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The integrand is F(r) · r′, at every sampled t."""
    match before.args, after:
        case (field, v, r, Sym() as t, a, b), Int(h, s, low, high) if (t, a, b) == (s, low, high):
            right = alike(_line_integrand(field, v, r, t), plain(h), budget)
            return Check("jets", "numeric", 5, BITS) if right else None
        case (Vector() as field, v, r, Sym() as t, a, b), Operator("rise", (phi, w, start, end)) if v == w:
            ends = [substituted(r, {t.name: each}) for each in (a, b)]
            gradient = plain(Operator("grad", (phi, v)))
            right = alike(ends[0], start, budget) and alike(ends[1], end, budget) and alike(gradient, field, budget)
            return Check("jets", "numeric", 5, BITS) if right else None
    return None


def rise(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """φ at both ends, by substitution."""
    phi, v, *ends = before.args
    if not _names(v) or any(len(each.children) != len(_names(v)) for each in ends):
        return None
    low, high = (_put(phi, v, each) for each in ends)
    right = alike(Add((high, Neg(low))), plain(after), budget)
    return Check("substitution", "numeric", 1, BITS) if right else None


def flux(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The integral of F(r) · (r_u × r_w) by Gauss's nodes."""
    before, after = _with_numbers(before, after)
    match before.args:
        case (field, v, r, Vector((Sym() as u, Sym() as w)), *ends):
            whole = integral(_surface_integrand(field, v, r, u, w), _bounds((u, w), ends), budget)
            return Check("nodes", "numeric", 324, BITS) if close(whole, _value(after, budget)) else None
    return None


def _bounds(names: Sequence[Sym], ends: Sequence[Expr]) -> tuple[Bounds, ...]:
    return tuple((x.name, pair.children[0], pair.children[1]) for x, pair in zip(names, ends, strict=True))


def _with_numbers(before: Operator, after: Expr) -> tuple[Operator, Expr]:
    """Parameters, all symbols but the variables and those of the surface, as numbers."""
    bound = [x.name for part in (before.args[1], before.args[3]) for x in _names(part)]
    numbered = drawn(before, bound, PARAMETERS)
    names = sorted(symbols(before) - set(bound))
    values = {name: Num(value) for name, value in zip(names, PARAMETERS, strict=False)}
    return (numbered if isinstance(numbered, Operator) else before), substituted(after, values)


# --- theorems: the other side ----------------------------------------------------------------------------------------
def _value(e: Expr, budget: Budget) -> Ball | None:
    """A number, or an integral that still stands, by Gauss's nodes."""
    bounds: list[Bounds] = []
    inside = e
    while isinstance(inside, Int) and inside.low is not None and inside.high is not None:
        bounds.append((inside.variable.name, inside.low, inside.high))
        inside = inside.arg
    return integral(plain(inside), tuple(reversed(bounds)), budget)


def _edge(field: Expr, v: Expr, r: Expr, names: tuple[Sym, Sym], ends: Sequence[Expr], budget: Budget) -> Ball | None:
    """∮ F · dr around the image of the region, with u from a to b first: the four sides of the rectangle."""
    u, w = names
    (a, b), (c, d) = (each.children for each in ends)
    t = Sym("edge")
    total: Ball | None = None
    sides = (
        ({u: _between(substituted(a, {w.name: c}), substituted(b, {w.name: c}), t), w: c}),
        ({u: substituted(b, {w.name: _between(c, d, t)}), w: _between(c, d, t)}),
        ({u: _between(substituted(b, {w.name: d}), substituted(a, {w.name: d}), t), w: d}),
        ({u: substituted(a, {w.name: _between(d, c, t)}), w: _between(d, c, t)}),
    )
    for side in sides:
        curve = Vector(tuple(substituted(each, {x.name: value for x, value in side.items()}) for each in r.children))
        part = integral(_line_integrand(field, v, curve, t), ((t.name, ZERO, ONE),), budget, 4)
        if part is None:
            return None
        total = part if total is None else total + part
    return total


def _between(a: Expr, b: Expr, t: Sym) -> Expr:
    return Add((a, Mul((t, Add((b, Neg(a)))))))


def green(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The line integral around the edge, whichever way the parametrisation turns."""
    before, after = _with_numbers(before, after)
    match before.args:
        case (Vector() as field, v, r, Vector((Sym() as u, Sym() as w)), *ends):
            around, inside = _edge(field, v, r, (u, w), ends, budget), _value(after, budget)
            turned = None if around is None else -around
            way = _turns(r, (u, w), ends, budget)
            right = close(around if way > 0 else turned, inside)
            return Check("the other side", "numeric", 80, BITS) if right else None
    return None


def _turns(r: Expr, names: Sequence[Sym], ends: Sequence[Expr], budget: Budget) -> int:
    """The sign of the volume that r covers: of the integral of its Jacobian determinant."""
    rows = [[Diff(each, x) for x in names] for each in r.children]
    inside = plain(Operator("det", (_matrix(rows),)))
    volume = integral(inside, _bounds(names, ends), budget, nodes=3)
    return -1 if volume is not None and volume < 0 else 1


def _matrix(rows: Sequence[Sequence[Expr]]) -> Expr:
    return Matrix(tuple(tuple(row) for row in rows))


def stokes(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The line integral around the edge of the surface."""
    before, after = _with_numbers(before, after)
    match before.args, after:
        case (
            (field, v, r, Vector((Sym() as u, Sym() as w)) as names, *ends),
            Operator("flux", (curl, x, s, again, *others)),
        ) if (v, r, names, ends) == (x, s, again, others):
            through = integral(_surface_integrand(curl, v, r, u, w), _bounds((u, w), ends), budget)
            right = close(_edge(field, v, r, (u, w), ends, budget), through)
            return Check("the other side", "numeric", 80, BITS) if right else None
    return None


def gauss(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The flux out through the six faces of the image of the box."""
    before, after = _with_numbers(before, after)
    match before.args:
        case (Vector() as field, v, r, Vector(names), *ends) if len(names) == len(ends) == 3:
            out, inside = _faces(field, v, r, _names(Vector(names)), ends, budget), _value(after, budget)
            way = _turns(r, _names(Vector(names)), ends, budget)
            right = close(out if out is None or way > 0 else -out, inside)
            return Check("the other side", "numeric", 6, BITS) if right else None
    return None


def _faces(field: Expr, v: Expr, r: Expr, names: Sequence[Sym], ends: Sequence[Expr], budget: Budget) -> Ball | None:
    """Each variable at its upper bound counts outwards, at its lower bound inwards."""
    total: Ball | None = None
    for i, x in enumerate(names):
        p, q = names[(i + 1) % 3], names[(i + 2) % 3]
        free = [(each, ends[k]) for k, each in enumerate(names) if each != x]
        for sign, bound in ((1, ends[i].children[1]), (-1, ends[i].children[0])):
            surface = Vector(tuple(substituted(each, {x.name: bound}) for each in r.children))
            bounds = [(each.name, *(substituted(end, {x.name: bound}) for end in pair.children)) for each, pair in free]
            part = integral(_surface_integrand(field, v, surface, p, q), bounds, budget)  # type: ignore[arg-type]
            if part is None:
                return None
            total = sign * part if total is None else total + sign * part
    return total


def cross(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """εᵢⱼₖ aⱼ bₖ."""
    match before.args:
        case (Vector() as a, Vector() as b):
            right = alike(_cross(a, b), plain(after), budget)
            return Check("balls", "numeric", 5, BITS) if right else None
    return None


CHECKS = {
    "potential": potential, "conservative": conservative, "gathered": gathered, "line": line, "rise": rise,
    "flux": flux, "cross": cross, "green": green, "stokes": stokes, "gauss": gauss,
}  # fmt: skip
