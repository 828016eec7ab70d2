"""Wrong ways of reading a gradient or a Jacobian off a differential: transposes, orders and sides."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.expr import Expr, Fn, Operator
from fluxions.calculus.misconceptions.differentials import careful
from fluxions.calculus.rules.matrix.build import assembled, parts, product, trace, transposed
from fluxions.calculus.rules.matrix.jacobians import read_jacobian, vec_of_product
from fluxions.calculus.rules.matrix.linear import Form, Term, changing
from fluxions.calculus.rules.matrix.reading import read_off
from fluxions.calculus.shapes import Clash, is_scalar, shape
from fluxions.calculus.trees import mapped


def _gradient(node: Expr) -> Expr | None:
    """The gradient that a line `readoff` is about to give."""
    result = found(read_off(node))
    return result.result if result else None


def _fits(e: Expr) -> bool:
    try:
        shape(e)
    except Clash:
        return False
    return True


@careful
def gradient_read_transposed(node: Expr) -> Expr | None:
    """From df = tr(G' dX) the gradient taken for G'; that of an inverse alone has its own name."""
    gradient = _gradient(node)
    if gradient is None or is_scalar(gradient):
        return None
    turned = transposed(gradient)
    word = parts(turned)[2]
    alone = len(word) == 1 and isinstance(word[0], Fn) and word[0].name == "inv"
    return None if turned == gradient or alone else turned


@careful
def transpose_order_kept(node: Expr) -> Expr | None:
    """(AB)' taken for A'B': each factor transposed, the order kept."""
    gradient = _gradient(node)
    if gradient is None:
        return None
    number, scalars, word = parts(gradient)
    if len(word) < 2:
        return None
    made = assembled(number, scalars, word[::-1])
    return made if made != gradient and _fits(made) and shape(made) == shape(gradient) else None


@careful
def transposes_dropped(node: Expr) -> Expr | None:
    """G taken without its transposes, where the shapes allow it: A(Ax − b) for A'(Ax − b)."""
    gradient = _gradient(node)
    if gradient is None:
        return None
    number, scalars, word = parts(gradient)
    plain = tuple(e.args[0] if isinstance(e, Fn) and e.name == "transpose" else e for e in word)
    made = assembled(number, scalars, plain)
    return made if len(word) > 1 and made != gradient and _fits(made) and shape(made) == shape(gradient) else None


def not_cyclic(term: Term, of: Form) -> Expr | None:
    """tr(A dX B) taken for tr(AB dX): moved over a neighbour, not round the end."""
    if not term.traced or not term.left or not term.right or is_scalar(term.inner):
        return None
    return product(term.front, trace(product(*term.left, *term.right, term.inner)))


@careful
def trace_not_cyclic(node: Expr) -> Expr | None:
    """The line with every such term changed."""
    result = found(changing(not_cyclic, scalar=True)(node))
    return result.result if result else None


# --- Jacobians -------------------------------------------------------------------------------------------------------
@careful
def jacobian_read_transposed(node: Expr) -> Expr | None:
    """From df = J dx the Jacobian taken for J'."""
    result = found(read_jacobian(node))
    if result is None or is_scalar(result.result):
        return None
    turned = transposed(result.result)
    return turned if turned != result.result else None


def _kronecker(node: Expr, change: dict[str, bool]) -> Expr | None:
    """The line of stacked columns, its Kronecker product changed."""
    result = found(vec_of_product(node))
    if result is None or not isinstance(result.result, Operator):
        return None
    made = mapped(result.result, lambda e: _exchanged(e, **change))
    return made if made != result.result and _fits(made) else None


def _exchanged(e: Expr, *, swapped: bool, turned: bool) -> Expr:
    match e:
        case Fn("kron", (a, b)):
            a = transposed(a) if turned else a
            return Fn("kron", (b, a) if swapped else (a, b))
    return e


@careful
def kronecker_swapped(node: Expr) -> Expr | None:
    """vec(A dX B) = (B' ⊗ A) vec(dX) taken for A ⊗ B'."""
    return _kronecker(node, {"swapped": True, "turned": False})


@careful
def kronecker_not_transposed(node: Expr) -> Expr | None:
    """vec(A dX B) = (B' ⊗ A) vec(dX) taken for B ⊗ A."""
    return _kronecker(node, {"swapped": False, "turned": True})


LAYOUT, TRACE, PRODUCTS, JACOBIAN, KRON = (
    "matrix-differentials", "trace-gradients", "matrix-products-shapes", "jacobian-matrix", "kronecker-vec"
)  # fmt: skip
MISCONCEPTIONS = (
    Misconception("gradient-read-transposed", LAYOUT,
        "You read off what stands before the differential. It is the gradient transposed: turn it, so that the "
        "gradient has the shape of its variable.",
        gradient_read_transposed, "The gradient was not turned", ("matgrad(tr(A*B), A)", "B"), "A:n,n B:n,n"),
    Misconception("transpose-order-kept", PRODUCTS,
        "You transposed each factor and kept the order. The transpose of a product has the factors in reverse order: "
        "$(AB)^{\\top} = B^{\\top}A^{\\top}$.",
        transpose_order_kept, "The order of a transposed product", ("matgrad(tr(A*B*C), A)", "B'*C'"),
        "A:n,n B:n,n C:n,n"),
    Misconception("transposes-dropped", LAYOUT,
        "You dropped a transpose. What is carried over to the other side of an inner product is transposed: multiply "
        "by $A^{\\top}$.",
        transposes_dropped, "A transpose is missing", ("matgrad(norm(A*x - b)^2, x)", "2*A*(A*x - b)"),
        "A:n,n x:n b:n"),
    Misconception("trace-not-cyclic", TRACE,
        "You moved a factor over its neighbour. Under the trace factors move round from one end to the other, and keep "
        "their order.",
        trace_not_cyclic, "Factors reordered under the trace",
        ("matgrad(tr(A*X*B*C), X)", "C'*B'*A'"), "A:n,n X:n,n B:n,n C:n,n"),
    Misconception("jacobian-read-transposed", JACOBIAN,
        "You transposed the Jacobian. Each row belongs to one component: the matrix before the differential is the "
        "Jacobian as it stands.",
        jacobian_read_transposed, "The Jacobian of a map of vectors is transposed", ("jacobian(A*x, x)", "A'"),
        "A:m,n x:n"),
    Misconception("kronecker-swapped", KRON,
        "You exchanged the two factors of the Kronecker product. With stacked columns it is "
        "$\\operatorname{vec}(AXB) = (B^{\\top}\\otimes A)\\operatorname{vec}X$.",
        kronecker_swapped, "The factors of the Kronecker product are exchanged",
        ("jacobian(C*X*A, X)", "kron(C, A')"), "C:m,m X:m,n A:n,n"),
    Misconception("kronecker-not-transposed", KRON,
        "You left the second matrix as it is. With stacked columns it comes first and transposed: "
        "$(B^{\\top}\\otimes A)$.",
        kronecker_not_transposed, "The transpose in the Kronecker product is missing",
        ("jacobian(C*X*A, X)", "kron(A, C)"), "C:m,m X:m,n A:n,n"),
)  # fmt: skip
