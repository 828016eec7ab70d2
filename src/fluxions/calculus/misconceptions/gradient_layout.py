"""Wrong ways of reading a gradient or a Jacobian off a differential: transposes, orders and sides."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.expr import ONE, Add, Expr, Fn, Operator, num
from fluxions.calculus.misconceptions.differentials import careful, factors
from fluxions.calculus.rules.matrix.build import parts, product, trace, transposed
from fluxions.calculus.rules.matrix.jacobians import read_jacobian, vec_of_product
from fluxions.calculus.rules.matrix.linear import Form, Term, changing
from fluxions.calculus.rules.matrix.reading import read_off
from fluxions.calculus.shapes import Shaped, depends, fits, is_column, is_scalar, shape
from fluxions.calculus.trees import mapped


def _gradient(node: Expr) -> Expr | None:
    """The gradient that a line `readoff` is about to give."""
    result = found(read_off(node))
    return result.result if result else None


def _jacobian(node: Expr) -> Expr | None:
    """The Jacobian that a line `readoff` is about to give."""
    result = found(read_jacobian(node))
    return result.result if result else None


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
    """(AB)' taken for A'B': each factor transposed, the order kept; XX' for X'X."""
    read = _gradient(node) or _jacobian(node)
    if read is None:
        return None
    front, word = factors(read)
    made = product(front, *word[::-1])
    if len(word) < 2 or made == read or not fits(made):
        return None
    turned = transposed(product(*word)) == product(*word)
    return made if turned or shape(made) == shape(read) else None


@careful
def transposes_dropped(node: Expr) -> Expr | None:
    """G taken without its transposes, where the shapes allow it: A(Ax − b) for A'(Ax − b)."""
    gradient = _gradient(node)
    if gradient is None:
        return None
    front, word = factors(gradient)
    made = product(front, *map(_plain, word))
    return made if len(word) > 1 and made != gradient and fits(made) and shape(made) == shape(gradient) else None


def _plain(e: Expr) -> Expr:
    """A' as A; a row stays a row."""
    match e:
        case Fn("transpose", (u,)) if not is_column(u):
            return u
    return e


@careful
def inner_for_outer_product(node: Expr) -> Expr | None:
    """The matrix ab' taken for the number a'b."""
    gradient = _gradient(node)
    front, word = factors(gradient) if gradient else (ONE, ())
    match word:
        case (a, Fn("transpose", (b,))) if is_column(a) and is_column(b) and shape(a) == shape(b):
            return product(front, transposed(a), b)
    return None


@careful
def outer_product_turned(node: Expr) -> Expr | None:
    """…ab'… taken for …ba'…, where more factors stand around it."""
    gradient = _gradient(node)
    front, word = factors(gradient) if gradient else (ONE, ())
    row = next((i for i, e in enumerate(word) if is_column(transposed(e)) and not is_column(e)), 0)
    if len(word) < 3 or not row or not is_column(word[row - 1]):
        return None
    made = product(front, *word[: row - 1], transposed(word[row]), transposed(word[row - 1]), *word[row + 1 :])
    return made if made != gradient and fits(made) and shape(made) == shape(node.children[1]) else None


def _under_trace(node: Expr) -> Expr | None:
    """The gradient, standing, of a multiple of a trace or of a log-determinant by a square matrix."""
    match node:
        case Operator("matgrad", (f, Shaped() as x)) if depends(f, x) and shape(x)[0] == shape(x)[1]:
            _, scalars, word = parts(f)
            traced = bool(scalars) and isinstance(scalars[-1], Fn) and scalars[-1].name in ("tr", "logdet")
            return node if traced and not word else None
    return None


@careful
def trace_kept(node: Expr) -> Expr | None:
    """The gradient G of tr(G'X) taken for tr G."""
    gradient = _under_trace(node)
    return Fn("tr", (gradient,)) if gradient and not is_scalar(gradient) else None


@careful
def one_for_identity(node: Expr) -> Expr | None:
    """The gradient of c tr X taken for the number c, and I left out where it stands beside other matrices."""
    match node:
        case Operator("matgrad", (f, Shaped() as x)):
            number, scalars, _ = parts(f)
            if scalars and scalars[-1] == Fn("tr", (x,)) and not is_scalar(x):
                return product(num(number), *scalars[:-1])
        case Operator("readoff", (_, Shaped() as x)) if not is_scalar(x):
            read = _jacobian(node)
            if isinstance(read, Add):
                made = Add(tuple(map(_without_identity, read.terms)))
                return made if made != read else None
    return None


def _without_identity(e: Expr) -> Expr:
    """c·I as c·𝟏𝟏', which is what a number beside a matrix means."""
    match e:
        case Fn("I", (size,)):
            return Fn("ones", (size, size))
    return e.rebuilt(tuple(map(_without_identity, e.children))) if e.children else e


@careful
def diagonal_as_vector(node: Expr) -> Expr | None:
    """A Jacobian with diag(v) taken with the vector v, what stands behind it left out."""
    read = _jacobian(node)
    front, word = factors(read) if read else (ONE, ())
    for place, e in enumerate(word):
        match e:
            case Fn("diag", (v,)) if is_column(v):
                return product(front, *word[:place], v)
    return None


@careful
def hessian_for_gradient(node: Expr) -> Expr | None:
    """The gradient taken for the Hessian."""
    match node:
        case Operator("matgrad", (f, Shaped() as x)) if is_column(x) and not is_scalar(x) and depends(f, x):
            return Operator("hessian", (f, x))
    return None


@careful
def gradient_for_hessian(node: Expr) -> Expr | None:
    """The Hessian taken for the gradient."""
    match node:
        case Operator("hessian", (f, Shaped() as x)) if depends(f, x):
            return Operator("matgrad", (f, x))
    return None


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
    return made if made != result.result and fits(made) else None


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
        "You have the factors in the other order. The transpose of a product reverses it, $(AB)^{\\top} = "
        "B^{\\top}A^{\\top}$, and matrices do not commute: keep each factor in its place.",
        transpose_order_kept, "The order of a transposed product", ("matgrad(tr(A*B*C), A)", "B'*C'"),
        "A:n,n B:n,n C:n,n"),
    Misconception("transposes-dropped", LAYOUT,
        "You dropped a transpose. What is carried over to the other side of an inner product is transposed: multiply "
        "by $A^{\\top}$.",
        transposes_dropped, "A transpose is missing", ("matgrad(norm(A*x - b)^2, x)", "2*A*(A*x - b)"),
        "A:n,n x:n b:n"),
    Misconception("inner-for-outer-product", TRACE,
        "You gave a number. A gradient has the shape of its variable: column times row, $ab^{\\top}$, is a matrix.",
        inner_for_outer_product, "The inner product for the outer one", ("matgrad(a'*A*b, A)", "a'*b"),
        "a:n b:n A:n,n"),
    Misconception("outer-product-turned", TRACE,
        "You exchanged the two vectors. The one that stands to the left of the matrix comes first: column times row.",
        outer_product_turned, "The vectors of the outer product are exchanged",
        ("matgrad(a'*inv(A)*b, A)", "-inv(A)'*b*a'*inv(A)'"), "a:n b:n A:n,n"),
    Misconception("trace-kept", TRACE,
        "You kept the trace. It belongs to the differential: the gradient is the matrix that stands beside $dX$ in it.",
        trace_kept, "The trace was kept", ("matgrad(tr(A*B), A)", "tr(B)"), "A:n,n B:n,n"),
    Misconception("one-for-identity", TRACE,
        "You wrote a number where a matrix belongs. The derivative of a matrix or a vector by itself is the identity: "
        "keep $I$.",
        one_for_identity, "A number in the place of the identity", ("matgrad(3*tr(A), A)", "3"), "A:n,n"),
    Misconception("hessian-for-gradient", LAYOUT,
        "You differentiated twice. The gradient is made of first derivatives; the second ones make the Hessian, a "
        "matrix.",
        hessian_for_gradient, "The Hessian in the place of the gradient", ("matgrad(x'*A*x, x)", "A + A'"),
        "A:n,n x:n"),
    Misconception("array-gradient-for-hessian", "hessian-glm",
        "You stopped at the gradient. The Hessian is its Jacobian: differentiate once more.",
        gradient_for_hessian, "The gradient of arrays for the Hessian", ("hessian(x'*S*x, x)", "2*S*x"),
        "S:n,n,symmetric x:n"),
    Misconception("diagonal-as-vector", JACOBIAN,
        "You gave a vector. Each output depends on its own input alone, so the Jacobian is a matrix with these slopes "
        "on its diagonal.",
        diagonal_as_vector, "A vector in the place of a diagonal matrix",
        ("jacobian(sigmoid(x), x)", "hadamard(sigmoid(x), ones(n) - sigmoid(x))"), "x:n"),
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
