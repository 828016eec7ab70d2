"""Operators of several variables as plain partial derivatives, which stand: what a right value is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fluxions.calculus.expr import (
    ONE,
    TWO,
    Add,
    At,
    Diff,
    Div,
    Expr,
    Matrix,
    Mul,
    Operator,
    Pow,
    Sym,
    Vector,
    num,
    sqrt,
)  # fmt: skip
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import mapped, substituted

Meaning = Callable[..., Expr | None]


def written_out(e: Expr) -> Expr:
    """The tree without gradients, Jacobians, Hessians, slopes in a direction, divergences, curls and Laplacians."""
    return mapped(e, _meant) if e.stands else e


def _meant(node: Expr) -> Expr:
    match node:
        case Operator(name, (f, Vector() as variables, *rest)) if name in MEANINGS and names_of(variables):
            return MEANINGS[name](f, names_of(variables), *rest) or node
    return node


def names_of(variables: Vector) -> tuple[Sym, ...]:
    """The variables, where they are different symbols."""
    names = tuple(each for each in variables.entries if isinstance(each, Sym))
    return names if len(set(names)) == len(variables.entries) else ()


def gradient(f: Expr, names: tuple[Sym, ...]) -> Vector | None:
    """(∂f/∂x, ∂f/∂y, …)."""
    return None if isinstance(f, (Vector, Matrix)) else Vector(tuple(Diff(f, x) for x in names))


def _jacobian(f: Expr, names: tuple[Sym, ...]) -> Expr | None:
    """Row i, column j is ∂fᵢ/∂xⱼ."""
    return Matrix(tuple(tuple(Diff(each, x) for x in names) for each in f.entries)) if isinstance(f, Vector) else None


def _hessian(f: Expr, names: tuple[Sym, ...]) -> Expr | None:
    """Row i, column j is ∂²f/∂xᵢ∂xⱼ."""
    return None if isinstance(f, Vector) else Matrix(tuple(tuple(Diff(Diff(f, x), y) for y in names) for x in names))


def _divergence(f: Expr, names: tuple[Sym, ...]) -> Expr | None:
    """Σ ∂fᵢ/∂xᵢ."""
    if not isinstance(f, Vector) or len(f.entries) != len(names):
        return None
    return _sum(Diff(part, x) for part, x in zip(f.entries, names, strict=True))


def _curl(f: Expr, names: tuple[Sym, ...]) -> Expr | None:
    """(R_y − Q_z, P_z − R_x, Q_x − P_y) in space; the number Q_x − P_y in the plane."""
    match f, names:
        case Vector((p, q)), (x, y):
            return Diff(q, x) - Diff(p, y)
        case Vector((p, q, r)), (x, y, z):
            return Vector((Diff(r, y) - Diff(q, z), Diff(p, z) - Diff(r, x), Diff(q, x) - Diff(p, y)))
    return None


def _laplacian(f: Expr, names: tuple[Sym, ...]) -> Expr | None:
    """Σ ∂²f/∂xᵢ², of a field in each component."""
    if isinstance(f, Vector):
        return Vector(tuple(_sum(Diff(Diff(each, x), x) for x in names) for each in f.entries))
    return None if isinstance(f, Matrix) else _sum(Diff(Diff(f, x), x) for x in names)


def _sum(terms: Iterable[Expr]) -> Expr:
    found = tuple(terms)
    return found[0] if len(found) == 1 else Add(found)


def at_place(f: Expr, names: tuple[Sym, ...], place: Expr) -> Expr | None:
    """f where the variables are at the place, all put in at once."""
    if not isinstance(place, Vector) or len(place.entries) != len(names):
        return None
    if isinstance(f, (Vector, Matrix)):
        return f.rebuilt(tuple(at_place(each, names, place) or each for each in f.children))
    f = _carried_out(f)
    if not f.stands:
        return substituted(f, {x.name: a for x, a in zip(names, place.entries, strict=True)})
    fresh = {x.name: Sym(f"{x.name} here") for x in names}  # a name that no reader gives: the place may hold x itself
    moved = _renamed(f, fresh)
    for x, a in zip(names, place.entries, strict=True):
        moved = At(moved, fresh[x.name], a)
    return moved


def _carried_out(f: Expr) -> Expr:
    """The derivative in f as a formula, where the rules have one."""
    if not f.stands:
        return f
    from fluxions.calculus.derivation.step import Derivation
    from fluxions.calculus.solve import solve  # heavy, and only wanted here

    found = solve(f)
    return found.answer if isinstance(found, Derivation) else f


def _renamed(f: Expr, fresh: dict[str, Sym]) -> Expr:
    """f in other letters, also where it is differentiated by them."""
    return mapped(f, lambda node: fresh.get(node.name, node) if isinstance(node, Sym) else node)


def unscaled_slope(f: Expr, names: tuple[Sym, ...], place: Expr, direction: Expr) -> Expr | None:
    """∇f(a)·u, which is the slope in the direction u only where u has length 1."""
    steep = gradient(f, names)
    here = None if steep is None else at_place(steep, names, place)
    if here is None or not isinstance(direction, Vector) or len(direction.entries) != len(names):
        return None
    return _sum(Mul(pair) for pair in zip(here.children, direction.entries, strict=True))


def length(direction: Vector) -> Expr:
    """√(Σ uᵢ²); 1 where that is known."""
    total = _sum(Pow(each, TWO) for each in direction.entries)
    known = rational_value(total)
    return ONE if known == 1 else sqrt(total if known is None else num(known))


def _slope(f: Expr, names: tuple[Sym, ...], place: Expr, direction: Expr) -> Expr | None:
    """∇f(a)·u/|u|."""
    plain = unscaled_slope(f, names, place, direction)
    if plain is None or not isinstance(direction, Vector):
        return None
    size = length(direction)
    return plain if size == ONE else Div(plain, size)


MEANINGS: dict[str, Meaning] = {
    "grad": gradient, "jacobian": _jacobian, "hessian": _hessian, "div": _divergence, "curl": _curl,
    "laplacian": _laplacian, "dirderiv": _slope, "at": at_place,
}  # fmt: skip
