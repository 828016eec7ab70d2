"""From a differential to the gradient: dX is brought to the end of a trace, and its partner is read off."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import Add, Expr, Fn, Mul, Num, Operator
from fluxions.calculus.rules.matrix.build import (
    diagonal,
    hadamard,
    ones_like,
    product,
    quotient,
    trace,
    transposed,
    zeros_like,
)
from fluxions.calculus.rules.matrix.linear import Form, Term, changing, form
from fluxions.calculus.rules.matrix.sums import below, factored, signed, terms
from fluxions.calculus.shapes import SCALAR, Shaped, differential_of, dim_expr, is_column, is_scalar, names_in, shape

Made = Expr | Found | None


def multiplied_out(term: Term, of: Form) -> Expr | None:
    """A(U + V)B = AUB + AVB where U and V hold dX."""
    if not isinstance(term.inner, Add):
        return None
    split = (Term(term.front, term.left, each, term.right, term.traced) for each in terms(term.inner))
    return Add(tuple(each.whole() for each in split))


def sum_of_entrywise(term: Term, of: Form) -> Expr | None:
    """The sum of the entries of h ∘ u is h'u, of H ∘ U it is tr(H'U)."""
    match term.inner:
        case Fn("sum", (Fn("hadamard", (first, second)),)):
            still, moving = (first, second) if of.dx.name in names_in(second) else (second, first)
            word = product(transposed(still), moving)
            return product(term.front, word if is_column(moving) else trace(word))
    return None


def sum_as_product(term: Term, of: Form) -> Expr | None:
    """The sum of the entries of u is 𝟏'u, of a matrix U it is 𝟏'U𝟏."""
    match term.inner:
        case Fn("sum", (u,)):
            rows, columns = shape(u)
            if (rows, columns) == SCALAR:
                return product(term.front, u)
            ones = ones_like(u)
            if is_column(u):
                return product(term.front, transposed(ones), u)
            left, right = (Fn("ones", (each,)) for each in ones.args)  # type: ignore[attr-defined]
            return product(term.front, Fn("transpose", (left,)), u, right)
    return None


def scalar_transposed(term: Term, of: Form) -> Expr | None:
    """A scalar equals its transpose: du' a = a' du."""
    scalar = not term.traced and (of.scalar or is_scalar(product(*term.left, term.inner, *term.right)))
    turned = isinstance(term.inner, Fn) and term.inner.name == "transpose"
    if not scalar or not turned:
        return None
    word = (transposed(each) for each in reversed((*term.left, term.inner, *term.right)))
    return product(term.front, *word)


def scalar_as_trace(term: Term, of: Form) -> Expr | None:
    """a' U b = tr(b a' U): a scalar is its own trace, and factors move round in it."""
    if term.traced or is_scalar(term.inner) or (not term.right and is_column(term.inner)):
        return None
    return product(term.front, trace(product(*term.right, *term.left, term.inner)))


def cyclic(term: Term, of: Form) -> Expr | None:
    """tr(A U B) = tr(B A U)."""
    if not term.traced or not term.right or is_scalar(term.inner):
        return None
    return product(term.front, trace(product(*term.right, *term.left, term.inner)))


def transposed_in_trace(term: Term, of: Form) -> Expr | None:
    """tr(A U') = tr(A' U)."""
    match term.inner:
        case Fn("transpose", (u,)) if term.traced and not term.right:
            left = (transposed(term.before),) if term.left else ()
            return product(term.front, trace(product(*left, u)))
    return None


def scalar_out_of_trace(term: Term, of: Form) -> Expr | None:
    """tr(ds A) = tr(A) ds."""
    if not term.traced or not is_scalar(term.inner) or not term.right:
        return None
    return product(term.front, trace(product(*term.left, *term.right)), term.inner)


def entrywise_moved(term: Term, of: Form) -> Expr | None:
    """a'(h ∘ u) = (a ∘ h)' u and tr(A(H ∘ U)) = tr((A ∘ H')U)."""
    if term.right or not term.left or not isinstance(term.inner, Fn):
        return None
    if term.inner.name not in ("hadamard", "quotient"):
        return None
    first, second = term.inner.args
    behind = of.dx.name in names_in(second)
    if term.inner.name == "quotient" and behind:
        return None
    still, moving = (first, second) if behind else (second, first)
    partner = transposed(term.before)
    combined = hadamard(partner, still) if term.inner.name == "hadamard" else quotient(partner, still)
    word = product(transposed(combined), moving)
    return product(term.front, trace(word) if term.traced else word)


def trace_of_entrywise(term: Term, of: Form) -> Expr | None:
    """tr(H ∘ U) = tr((I ∘ H')U)."""
    match term.inner:
        case Fn("hadamard", (h, u)) if term.traced and not term.left and not term.right:
            still, moving = (h, u) if of.dx.name in names_in(u) else (u, h)
            return product(term.front, trace(product(diagonal(Fn("diag", (still,))), moving)))
    return None


def diagonal_moved(term: Term, of: Form) -> Expr | None:
    """tr(A diag(u)) = diag(A)' u and a' diag(U) = tr(diag(a) U)."""
    match term.inner:
        case Fn("diag", (u,)) if term.traced and is_column(u) and not term.right:
            column = Fn("diag", (term.before,)) if term.left else ones_like(u)
            return product(term.front, transposed(column), u)
        case Fn("diag", (u,)) if not term.traced and not is_column(u) and not term.right and term.left:
            return product(term.front, trace(product(diagonal(transposed(term.before)), u)))
    return None


def stacked(term: Term, of: Form) -> Expr | None:
    """vec(A)' vec(U) = tr(A' U)."""
    match term.left, term.inner:
        case (*_, Fn("transpose", (Fn("vec", (a,)),))), Fn("vec", (u,)) if len(term.left) == 1 and not term.right:
            return product(term.front, trace(product(transposed(a), u)))
    return None


def trace_of_kronecker(term: Term, of: Form) -> Expr | None:
    """tr(A ⊗ B) = tr A · tr B."""
    match term.inner:
        case Fn("kron", (a, b)) if term.traced and not term.left and not term.right and shape(a)[0] == shape(a)[1]:
            return product(term.front, trace(a), trace(b))
    return None


def cancelled(node: Expr) -> Made:
    """From df = 0 the gradient is 0."""
    match node:
        case Operator("readoff", (Num(n), Shaped() as x)) if n == 0:
            return Found(zeros_like(x), (("X", x),))
    return None


def gradient_terms(found: Form) -> list[Expr] | None:
    """The gradient of each term, where every dX stands at the end."""
    made = []
    for term in found.terms:
        if term.inner != found.dx or term.right:
            return None
        if shape(found.x) == SCALAR or not term.left:
            identity = (Fn("I", (dim_expr(shape(found.x)[0]),)),) if term.traced else ()
            made.append(product(term.front, *term.left, *identity))
        elif term.traced or is_column(found.x):
            made.append(product(term.front, transposed(term.before)))
        else:
            return None
    return made


def reading_form(node: Expr) -> Made:
    """The line as tr(G' dX), for a vector as g' dx."""
    found = form(node)
    if found is None or not found.scalar:
        return None
    gradient = _gradient(found)
    if gradient is None:
        return None
    line = Operator("readoff", (_in_reading_form(gradient, found.x), found.x))
    return None if line == node else Found(line, (("X", found.x), ("G", gradient)))


def _gradient(found: Form) -> Expr | None:
    made = gradient_terms(found)
    return None if made is None else signed(below(factored(made)))


def _in_reading_form(gradient: Expr, x: Shaped) -> Expr:
    dx = differential_of(x)
    if shape(x) == SCALAR:
        return Mul((gradient, dx))
    turned = isinstance(gradient, Fn) and gradient.name == "transpose"
    word = Mul((gradient.args[0] if turned else Fn("transpose", (gradient,)), dx))  # type: ignore[attr-defined]
    return word if is_column(x) else Fn("tr", (word,))


def read_off(node: Expr) -> Made:
    """From df = tr(G' dX) the gradient is G."""
    match node:
        case Operator("readoff", (line, Shaped() as x)) if not line.stands and is_scalar(line):
            gradient = _read(line, x)
            if gradient is not None and _in_reading_form(gradient, x) == line:
                return Found(gradient, (("X", x), ("G", gradient)))
    return None


def _read(line: Expr, x: Shaped) -> Expr | None:
    match line:
        case Mul((g, dx)) if shape(x) == SCALAR and dx == differential_of(x):
            return g
        case Mul((turned, dx)) | Fn("tr", (Mul((turned, dx)),)) if dx == differential_of(x):
            inner = isinstance(turned, Fn) and turned.name == "transpose"
            return turned.args[0] if inner else Fn("transpose", (turned,))  # type: ignore[attr-defined]
    return None


TRACE = "trace-gradients"
LAYOUT = "matrix-differentials"
RULES = (
    Rule("read-off", LAYOUT, "The differential is the gradient, transposed, times the differential of ${X}$: read the "
         "gradient off.", read_off, "reading the gradient off"),
    Rule("differential-cancels", LAYOUT, "The terms cancel: nothing here changes with ${X}$, so the gradient is 0.",
         cancelled, "terms that cancel"),
    Rule("multiply-out-differential", LAYOUT, "Multiply out, so that each term holds one differential.",
         changing(multiplied_out), "multiplying out"),
    Rule("sum-of-entrywise", LAYOUT, "The sum of all entries of an entrywise product is the inner product of the two.",
         changing(sum_of_entrywise, scalar=True), "an entrywise product summed"),
    Rule("sum-as-product", LAYOUT, "The sum of all entries is a product with vectors of ones.",
         changing(sum_as_product, scalar=True), "a sum as a product with ones"),
    Rule("scalar-transposed", LAYOUT, "A scalar equals its transpose: turn it so that the differential stands last.",
         changing(scalar_transposed), "a scalar equals its transpose"),
    Rule("trace-of-kronecker", "kronecker-vec", "The trace of a Kronecker product is the product of the traces.",
         changing(trace_of_kronecker, scalar=True), "the trace of a Kronecker product"),
    Rule("scalar-out-of-trace", TRACE, "A scalar comes out of the trace.", changing(scalar_out_of_trace, scalar=True),
         "a scalar out of the trace"),
    Rule("scalar-as-trace", TRACE, "A scalar is its own trace, and under the trace factors move round: bring the "
         "differential to the end.", changing(scalar_as_trace, scalar=True), "a scalar as a trace"),
    Rule("cyclic-trace", TRACE, "Under the trace factors move round: bring the differential to the end.",
         changing(cyclic, scalar=True), "the cyclic property of the trace"),
    Rule("transpose-in-trace", TRACE, "A matrix and its transpose have the same trace: turn the product so that the "
         "differential is not transposed.", changing(transposed_in_trace, scalar=True), "the trace of a transpose"),
    Rule("entrywise-moved", LAYOUT, "An entrywise factor moves from one side of an inner product to the other.",
         changing(entrywise_moved, scalar=True), "moving an entrywise factor"),
    Rule("trace-of-entrywise", TRACE, "The trace of an entrywise product only meets the diagonal.",
         changing(trace_of_entrywise, scalar=True), "the trace of an entrywise product"),
    Rule("diagonal-moved", TRACE, "Only the diagonal meets a diagonal matrix.", changing(diagonal_moved, scalar=True),
         "a diagonal matrix under the trace"),
    Rule("stacked", "kronecker-vec", "The inner product of stacked matrices is the trace of one transposed times the "
         "other.", changing(stacked, scalar=True), "the inner product of stacked matrices"),
    Rule("reading-form", LAYOUT, "Write the line as one transposed factor times the differential of ${X}$.",
         reading_form, "the reading form"),
)  # fmt: skip
