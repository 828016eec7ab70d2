"""Jacobians and Hessians: the differential of a vector as J dx, of a matrix by vec and the Kronecker product."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import ONE, ZERO, Expr, Fn, Mul, Operator
from fluxions.calculus.rules.matrix.build import diagonal, ones_like, product, quotient, transposed, zeros_like
from fluxions.calculus.rules.matrix.linear import Form, Term, Word, changing, form, term_of
from fluxions.calculus.rules.matrix.reading import scalar_transposed, sum_as_product
from fluxions.calculus.rules.matrix.sums import below, factored, signed, total
from fluxions.calculus.shapes import (
    ONCE,
    SCALAR,
    Shaped,
    depends,
    dim_expr,
    dim_times,
    is_column,
    is_scalar,
    names_in,
    shape,
)

Made = Expr | Found | None


def gradient_by_differential(node: Expr) -> Made:
    """The gradient is read off the differential."""
    match node:
        case Operator("matgrad", (f, Shaped() as x)) if not depends(f, x):
            return Found(zeros_like(x), (("X", x),))
        case Operator("matgrad", (f, Shaped() as x)):
            return Found(Operator("readoff", (Operator("differential", (f, x)), x)), (("X", x),))
    return None


def jacobian_by_differential(node: Expr) -> Made:
    """The Jacobian is read off the differential df = J dx."""
    match node:
        case Operator("jacobian", (f, Shaped() as x)) if not depends(f, x):
            rows, columns = dim_times(*shape(f)), dim_times(*shape(x))
            if (rows, columns) == SCALAR:
                return Found(ZERO, (("X", x),))
            return Found(Fn("zeros", (dim_expr(rows), dim_expr(columns))), (("X", x),))
        case Operator("jacobian", (f, Shaped() as x)) if is_scalar(f) and not is_scalar(x):
            return Found(Fn("transpose", (Operator("matgrad", (f, x)),)), (("X", x),)) if is_column(x) else None
        case Operator("jacobian", (f, Shaped() as x)):
            return Found(Operator("readoff", (Operator("differential", (f, x)), x)), (("X", x),))
    return None


def hessian_by_gradient(node: Expr) -> Made:
    """The Hessian is the Jacobian of the gradient."""
    match node:
        case Operator("hessian", (f, Shaped() as x)):
            return Found(Operator("jacobian", (Operator("matgrad", (f, x)), x)), (("X", x),))
    return None


def scalar_behind(term: Term, of: Form) -> Expr | None:
    """(a' dx) b = b a' dx."""
    if not is_scalar(term.inner) or not term.right or is_scalar(of.dx):
        return None
    scalar = term_of(term.inner, of.dx)
    for change in (sum_as_product, scalar_transposed):
        changed = scalar and change(scalar, of)
        scalar = term_of(changed, of.dx) if changed else scalar
    if scalar is None or scalar.right or scalar.traced or not is_column(scalar.inner) or is_scalar(scalar.inner):
        return None
    return Mul((*_factors(product(term.front, scalar.front)), *term.right, *scalar.left, scalar.inner))


def _factors(e: Expr) -> Word:
    return () if e == ONE else e.factors if isinstance(e, Mul) else (e,)


def entrywise_as_diagonal(term: Term, of: Form) -> Expr | None:
    """h ∘ u = diag(h) u, and diag(u) h = diag(h) u."""
    match term.inner:
        case Fn("hadamard", (h, u)) if is_column(u):
            still, moving = (h, u) if of.dx.name in names_in(u) else (u, h)
            return product(term.front, *term.left, diagonal(still), moving, *term.right)
        case Fn("quotient", (u, h)) if is_column(u) and of.dx.name not in names_in(h):
            return product(term.front, *term.left, diagonal(quotient(ones_like(h), h)), u, *term.right)
        case Fn("diag", (u,)) if is_column(u) and term.right and is_column(behind := product(*term.right)):
            return product(term.front, *term.left, diagonal(behind), u)
    return None


def transpose_carried(term: Term, of: Form) -> Expr | None:
    """(AB)' = B'A', and (u')' = u."""
    match term.inner:
        case Fn("transpose", (u,)) if u != of.dx and (turned := transposed(u)) != term.inner:
            return product(term.front, *term.left, turned, *term.right)
    return None


def vec_of_product(node: Expr) -> Made:
    """vec(A dX B) = (B' ⊗ A) vec(dX); a row and a column have the same vec."""
    found = form(node)
    if found is None or found.scalar or is_scalar(found.dx):
        return None
    flat = all(not term.right and term.inner == found.dx and is_column(found.x) for term in found.terms)
    made = [_stacked(each, found.dx) for each in found.terms]
    if flat or any(each is None for each in made):
        return None
    line = total(each for each in made if each is not None)
    return Found(Operator("readoff", (line, found.x)), (("X", found.x),))


def _stacked(term: Term, dx: Shaped) -> Expr | None:
    """The term with its columns stacked, as a matrix times vec(dX)."""
    if term.inner == Fn("transpose", (dx,)) and not is_column(dx):
        if not is_column(product(*term.left, term.inner, *term.right)):
            return None
        turned = (transposed(each) for each in reversed((*term.left, term.inner, *term.right)))
        again = term_of(product(term.front, *turned), dx)
        return None if again is None else _stacked(again, dx)
    inner = _stacked_inner(term.inner, dx)
    if inner is None:
        return None
    rows, columns = shape(term.inner)
    left = product(*term.left) if term.left else Fn("I", (dim_expr(rows),))
    right = transposed(product(*term.right)) if term.right else Fn("I", (dim_expr(columns),))
    if columns == ONCE and not term.right:
        return product(term.front, *term.left, *inner)
    if rows == ONCE and not term.left:
        return product(term.front, right, *inner)
    return product(term.front, *((Fn("kron", (right, left)),) if term.left or term.right else ()), *inner)


def _stacked_inner(e: Expr, dx: Shaped) -> Word | None:
    """vec of dX, and of H ∘ dX = diag(vec H) vec(dX)."""
    stacked = dx if is_column(dx) else Fn("vec", (dx,))
    match e:
        case Shaped() if e == dx:
            return (stacked,)
        case Fn("transpose", (u,)) if u == dx and is_column(dx):
            return (stacked,)
        case Fn("hadamard", (h, u)) if dx in (h, u):
            return (diagonal(Fn("vec", (h if u == dx else u,))), stacked)
    return None


def read_jacobian(node: Expr) -> Made:
    """From df = J dx the Jacobian is J."""
    found = form(node)
    if found is None or found.scalar:
        return None
    made = []
    for term in found.terms:
        ends = term.inner in (found.dx, Fn("vec", (found.dx,)))
        if is_scalar(found.dx) and ends:
            made.append(product(term.front, *term.left, *term.right))
        elif ends and not term.right and not is_matrix(term.inner):
            made.append(product(term.front, *term.left) if term.left else _identity(term, found))
        else:
            return None
    jacobian = signed(below(factored(made)))
    return Found(jacobian, (("X", found.x), ("J", jacobian)))


def is_matrix(e: Expr) -> bool:
    return not is_column(e)


def _identity(term: Term, found: Form) -> Expr:
    return product(term.front, Fn("I", (dim_expr(dim_times(*shape(found.x))),)))


RULES = (
    Rule("hessian-by-gradient", "hessian-glm", "The Hessian is the Jacobian of the gradient by ${X}$.",
         hessian_by_gradient, "the Hessian as the Jacobian of the gradient"),
    Rule("gradient-by-differential", "matrix-differentials", "Take the differential; the gradient by ${X}$ is read "
         "off it.", gradient_by_differential, "the gradient by differentials"),
    Rule("jacobian-by-differential", "jacobian-matrix", "Take the differential; the Jacobian by ${X}$ is the factor "
         "before it.", jacobian_by_differential, "the Jacobian by differentials"),
)  # fmt: skip
READING = (
    Rule("scalar-behind", "matrix-differentials", "A scalar may stand behind: then the differential comes last.",
         changing(scalar_behind, scalar=False), "a scalar moved behind"),
    Rule("transpose-carried", "matrix-products-shapes", "The transpose of a product is the product of the transposes, "
         "in reverse order.", changing(transpose_carried, scalar=False), "the transpose of a product"),
    Rule("entrywise-as-diagonal", "hessian-glm", "An entrywise product with a vector is a product with a diagonal "
         "matrix.", changing(entrywise_as_diagonal, scalar=False), "an entrywise product as a diagonal matrix"),
    Rule("vec-of-product", "kronecker-vec", "Stack the columns: a factor on the left and one on the right become a "
         "Kronecker product.", vec_of_product, "vec of a product"),
    Rule("read-jacobian", "jacobian-matrix", "The Jacobian is what stands before the differential of ${X}$.",
         read_jacobian, "reading the Jacobian off"),
)  # fmt: skip

__all__ = ["READING", "RULES"]
