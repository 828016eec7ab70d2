"""Divergence, curl and Laplacian, written out by partial derivatives."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import Add, Diff, Expr, Matrix, Operator, Vector
from fluxions.calculus.rules.several.places import symbols_of


def divergence(node: Expr) -> Expr | Found | None:
    """div F = Σ ∂Fᵢ/∂xᵢ."""
    match node:
        case Operator("div", (Vector(parts) as field, Vector() as v)) if len(parts) == len(symbols_of(v)) > 0:
            terms = tuple(Diff(part, x) for part, x in zip(parts, symbols_of(v), strict=True))
            return Found(terms[0] if len(terms) == 1 else Add(terms), (("F", field),))
    return None


def curl_in_space(node: Expr) -> Expr | Found | None:
    """curl (P, Q, R) = (R_y − Q_z, P_z − R_x, Q_x − P_y)."""
    match node:
        case Operator("curl", (Vector((p, q, r)) as field, Vector() as v)) if len(symbols_of(v)) == 3:
            x, y, z = symbols_of(v)
            turns = (Diff(r, y) - Diff(q, z), Diff(p, z) - Diff(r, x), Diff(q, x) - Diff(p, y))
            return Found(Vector(turns), (("F", field),))
    return None


def curl_in_plane(node: Expr) -> Expr | Found | None:
    """In the plane the curl of (P, Q) is the number Q_x − P_y."""
    match node:
        case Operator("curl", (Vector((p, q)) as field, Vector() as v)) if len(symbols_of(v)) == 2:
            x, y = symbols_of(v)
            return Found(Diff(q, x) - Diff(p, y), (("F", field),))
    return None


def laplacian(node: Expr) -> Expr | Found | None:
    """Δf = Σ ∂²f/∂xᵢ²; of a field it is taken in each component."""
    match node:
        case Operator("laplacian", (Vector(parts), Vector() as v)) if symbols_of(v):
            return Found(Vector(tuple(Operator("laplacian", (part, v)) for part in parts)), (("x", v),))
        case Operator("laplacian", (f, Vector() as v)) if symbols_of(v) and not isinstance(f, Matrix):
            terms = tuple(Diff(Diff(f, x), x) for x in symbols_of(v))
            return Found(terms[0] if len(terms) == 1 else Add(terms), (("x", v),))
    return None


RULES = (
    Rule("divergence", "divergence", "The divergence adds the derivative of each component by its own variable.",
         divergence, "the divergence"),
    Rule("curl-in-space", "curl", "Each component of the curl is a difference of two partial derivatives of the other "
         "two components.", curl_in_space, "the curl"),
    Rule("curl-in-plane", "curl", "In the plane the curl is $\\partial Q/\\partial x - \\partial P/\\partial y$.",
         curl_in_plane, "the curl in the plane"),
    Rule("laplacian", "laplacian", "The Laplacian adds the second derivatives by each variable.", laplacian,
         "the Laplacian"),
)  # fmt: skip
