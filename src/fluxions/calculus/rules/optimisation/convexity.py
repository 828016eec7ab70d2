"""Definiteness of symmetric matrices by their minors, and convexity by the Hessian."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.expansion import Polynomial, polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Expr, Matrix, Neg, Num, Operator, Sym, Vector
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.gradients import slopes_of
from fluxions.calculus.rules.optimisation.algebra import sign
from fluxions.calculus.rules.optimisation.extrema import determinant_of, minors
from fluxions.calculus.rules.optimisation.smooth import never_negative, smooth
from fluxions.calculus.rules.several.places import symbols_of
from fluxions.calculus.trees import symbols

TRIED = (Fraction(0), Fraction(1), Fraction(-1), Fraction(2), Fraction(-3, 2), Fraction(1, 3))


def principal(rows: Sequence[Sequence[Expr]]) -> list[tuple[int, Expr]]:
    """All principal minors with their size, not only the leading ones."""
    return [
        (size, tidied(determinant_of([[rows[i][j] for j in chosen] for i in chosen])))
        for size in range(1, len(rows) + 1)
        for chosen in combinations(range(len(rows)), size)
    ]


def is_symmetric(rows: Sequence[Sequence[Expr]]) -> bool:
    """Are mirrored entries the same tree, tidied?"""
    return all(tidied(rows[i][j]) == tidied(rows[j][i]) for i in range(len(rows)) for j in range(i))


def definiteness(node: Expr) -> Expr | Found | None:
    """All leading minors > 0: positive definite; −, +, −, …: negative definite; else all principal minors decide."""
    match node:
        case Operator("definiteness", (Matrix(rows) as h,)) if len(rows) == len(rows[0]) <= 4 and is_symmetric(rows):
            leading = minors(rows)
            signs = [sign(each) for each in leading]
            if all(each == 1 for each in signs):
                return _named("positive_definite", h, leading)
            if all(each == (-1) ** (k + 1) for k, each in enumerate(signs)):
                return _named("negative_definite", h, leading)
            every = [(size, sign(each)) for size, each in principal(rows)]
            if any(seen is None for _, seen in every):
                return None
            shown = tuple(each for _, each in principal(rows))
            if all(seen >= 0 for _, seen in every):  # type: ignore[operator]
                return _named("positive_semidefinite", h, shown)
            if all(seen * (-1) ** size >= 0 for size, seen in every):
                return _named("negative_semidefinite", h, shown)
            return _named("indefinite", h, shown)
    return None


def _named(word: str, h: Matrix, shown: Sequence[Expr]) -> Found:
    return Found(Sym(word), (("h", h), ("d", Vector(tuple(shown))), ("k", Sym(word))))


def by_hessian(node: Expr) -> Expr | Found | None:
    """A smooth function is convex exactly where its Hessian is positive semidefinite."""
    match node:
        case Operator("convexity", (f, Vector() as v)) if symbols_of(v) and smooth(f, v):
            return Found(Operator("curvature", (v, Operator("hessian", (f, v)))), (("f", f),))
    return None


def sign_of_curvature(node: Expr) -> Expr | Found | None:
    """Convex: no principal minor is ever negative; concave: those of −H; neither: a point where both fail."""
    match node:
        case Operator("curvature", (Vector() as v, Matrix(rows) as h)) if (
            not h.stands and len(rows) == len(rows[0]) <= 3 and symbols_of(v)
        ):
            below = tuple(tuple(tidied(Neg(each)) for each in row) for row in rows)
            for word, matrix in (("convex", rows), ("concave", below)):
                found = [each for _, each in principal(matrix)]
                if all(stays_above(each) for each in found):
                    return Found(Sym(word), (("h", Matrix(matrix)), ("d", Vector(tuple(found))), ("k", Sym(word))))
    return None


def not_of_one_sign(node: Expr) -> Expr | Found | None:
    """Points where the Hessian has a negative, and where −H has one, show that the function is neither."""
    match node:
        case Operator("curvature", (Vector() as v, Matrix(rows) as h)) if (
            not h.stands and len(rows) == len(rows[0]) <= 3
        ):
            names = [x.name for x in symbols_of(v)]
            if symbols(h) - set(names):
                return None
            below = tuple(tuple(Neg(each) for each in row) for row in rows)
            up, down = _fails(rows, names), _fails(below, names)
            if up is None or down is None:
                return None
            return Found(Sym("neither"), (("h", h), ("p", up), ("q", down)))
    return None


def _fails(rows: Sequence[Sequence[Expr]], names: Sequence[str]) -> Vector | None:
    """A point at which a principal minor is negative for certain."""
    for _, minor in principal(rows):
        for place in product(TRIED, repeat=len(names)):
            value = value_at(minor, dict(zip(names, place, strict=True)))
            if value is not None and value < 0:
                return Vector(tuple(map(Num, place)))
    return None


def stays_above(e: Expr) -> bool:
    """Is e never negative? Shown by its form, or as a polynomial in one variable, or as a quadratic form."""
    if never_negative(e):
        return True
    seen = sign(e)
    if seen is not None:
        return seen >= 0
    flat = polynomial(e)
    return flat is not None and _polynomial_stays_above(flat)


def _polynomial_stays_above(flat: Polynomial) -> bool:
    if all(c > 0 and all(n % 2 == 0 for _, n in key) for key, c in flat.items()):
        return True
    names = sorted({name for key in flat for name, _ in key})
    if len(names) != 1 or max(sum(n for _, n in key) for key in flat) != 2:
        return False
    x = names[0]
    a, b, c = (flat.get(key, Fraction(0)) for key in (((x, 2),), ((x, 1),), ()))
    return a > 0 and b * b <= 4 * a * c


def is_convex(f: Expr, v: Vector) -> bool:
    """Is a polynomial of degree two or less convex? Its Hessian is constant."""
    names = [x.name for x in symbols_of(v)]
    slopes = slopes_of(f, names)
    bends = None if slopes is None else [slopes_of(each, names) for each in slopes]
    if bends is None or any(each is None for each in bends):
        return False
    rows = [[tidied(entry) for entry in row or ()] for row in bends]
    return all(stays_above(each) for _, each in principal(rows))


CONVEX = "convex-functions-nd"
RULES = (
    Rule("definiteness", "quadratic-forms-definiteness", "The minors of ${h}$ are ${d}$, so it is ${k}$.",
         definiteness, "definiteness by minors"),
    Rule("by-hessian", CONVEX, "The Hessian tells whether a function is convex.", by_hessian,
         "convexity by the Hessian"),
    Rule("sign-of-curvature", CONVEX, "The principal minors ${d}$ of ${h}$ are nowhere negative, so the "
         "function is ${k}$.",
         sign_of_curvature, "the sign of the Hessian"),
    Rule("not-of-one-sign", CONVEX, "The Hessian ${h}$ bends downwards somewhere at ${p}$ and upwards somewhere at "
         "${q}$, so the function is neither convex nor concave.", not_of_one_sign, "curvature of both signs"),
)  # fmt: skip
