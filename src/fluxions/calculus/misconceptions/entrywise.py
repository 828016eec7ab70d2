"""Wrong rules for functions taken entry by entry, for softmax and for layers of a network."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.expr import Add, Div, E, Expr, Fn, Mul, Neg, Num, Operator, Pow
from fluxions.calculus.misconceptions.differentials import careful, factors, of
from fluxions.calculus.rules.matrix.build import hadamard, ones_like, parts, product, transposed
from fluxions.calculus.rules.matrix.differentials import d
from fluxions.calculus.rules.matrix.functions import BELOW, SLOPES
from fluxions.calculus.rules.matrix.jacobians import read_jacobian
from fluxions.calculus.rules.matrix.reading import read_off
from fluxions.calculus.shapes import SCALAR, Shaped, depends, dim_expr, dim_of, is_column, is_scalar, shape


def _entrywise(f: Expr) -> Expr | None:
    """Z, where f is a function of the entries of an array Z."""
    match f:
        case Fn(name, (u,)) if name in SLOPES or name in BELOW:
            return u if not is_scalar(u) else None
        case Pow(base, u) if base == E and not is_scalar(u):
            return u
    return None


def slope_of_activation_left_out(f: Expr, x: Shaped) -> Expr | None:
    """d f(Z) taken for dZ: the slope f'(Z) is missing."""
    u = _entrywise(f)
    return d(u, x) if u else None


def activation_for_its_slope(f: Expr, x: Shaped) -> Expr | None:
    """d f(Z) taken for f(Z) ∘ dZ, as if f were the exponential."""
    u = _entrywise(f)
    return hadamard(f, d(u, x)) if u and isinstance(f, Fn) else None


def sigmoid_slope_without_square(f: Expr, x: Shaped) -> Expr | None:
    """dσ(Z) taken for (1 − σ(Z)) ∘ dZ."""
    match f:
        case Fn("sigmoid" | "tanh", (u,)) if not is_scalar(u):
            return hadamard(Add((ones_like(u), Neg(f))), d(u, x))
    return None


def entrywise_as_matrix_product(f: Expr, x: Shaped) -> Expr | None:
    """A ∘ B taken for the matrix product AB, for square arrays."""
    match f:
        case Fn("hadamard", (a, b)) if shape(a)[0] == shape(a)[1] != SCALAR[0]:
            return d(product(a, b), x)
    return None


def one_entrywise_factor_held(f: Expr, x: Shaped) -> Expr | None:
    """d(A ∘ B) taken for dA ∘ B."""
    match f:
        case Fn("hadamard", (a, b)) if depends(a, x) and depends(b, x):
            return hadamard(b, d(a, x))
    return None


# --- softmax ---------------------------------------------------------------------------------------------------------
def _softmax(f: Expr) -> Expr | None:
    match f:
        case Fn("softmax", (z,)) if is_column(z):
            return z
    return None


def softmax_diagonal_only(f: Expr, x: Shaped) -> Expr | None:
    """d softmax(z) taken for s ∘ (1 − s) ∘ dz."""
    z = _softmax(f)
    return Add((hadamard(f, d(z, x)), Neg(hadamard(hadamard(f, f), d(z, x))))) if z else None


def softmax_with_plus(f: Expr, x: Shaped) -> Expr | None:
    """d softmax(z) taken for s ∘ dz + s (s' dz)."""
    z = _softmax(f)
    return Add((hadamard(f, d(z, x)), product(f, product(transposed(f), d(z, x))))) if z else None


def softmax_without_normaliser(f: Expr, x: Shaped) -> Expr | None:
    """d softmax(z) taken for s ∘ dz: the sum below held still."""
    z = _softmax(f)
    return hadamard(f, d(z, x)) if z else None


def log_sum_exp_as_sum(f: Expr, x: Shaped) -> Expr | None:
    """d ln Σ exp(z) taken for Σ dz."""
    match f:
        case Fn("logsumexp", (z,)) if is_column(z):
            return Fn("sum", (d(z, x),))
    return None


def log_sum_exp_undivided(f: Expr, x: Shaped) -> Expr | None:
    """d ln Σ exp(z) taken for Σ exp(z) dz."""
    match f:
        case Fn("logsumexp", (z,)) if is_column(z):
            return product(transposed(Pow(E, z)), d(z, x))
    return None


def log_softmax_own_only(f: Expr, x: Shaped) -> Expr | None:
    """d ln softmax(z) taken for dz, without the normaliser."""
    match f:
        case Fn("ln", (Fn("softmax", (z,)),)) if is_column(z):
            return d(z, x)
    return None


# --- layers ----------------------------------------------------------------------------------------------------------
def _inner_gradient(f: Expr, x: Shaped) -> Expr | None:
    """The gradient of f by what is inside it, where that is more than x."""
    match f:
        case Pow(Fn("norm", (r, *_)), Num(n)) if n == 2 and r != x:
            return product(Num(2), r)
        case Fn("sum", (Fn(name, (u,)),)) if name in SLOPES and u != x and not is_scalar(u):
            return SLOPES[name](u)
        case Neg(u):
            inner = _inner_gradient(u, x)
            return None if inner is None else Neg(inner)
        case Mul((Num() as c, u)):
            inner = _inner_gradient(u, x)
            return None if inner is None else product(c, inner)
        case Div(u, c) if not depends(c, x):
            inner = _inner_gradient(u, x)
            return None if inner is None else product(Div(Num(1), c), inner)
    return None


@careful
def inner_matrix_left_out(node: Expr) -> Expr | None:
    """The gradient of ‖Xw − y‖² taken for 2(Xw − y): the factor X' of the inside is missing, its sign too or not."""
    match node:
        case Operator("matgrad", (f, Shaped() as x)) if depends(f, x):
            return _inner_gradient(f, x)
        case Operator("readoff", (_, Shaped() as x)):
            return _without_first(node, x)
    return None


def _without_first(node: Expr, x: Shaped) -> Expr | None:
    """A gradient X'r without the factor X', or a Jacobian diag(h)·A without the last matrix A."""
    gradient, jacobian = (found(rule(node)) for rule in (read_off, read_jacobian))
    if gradient is not None:
        front, word = factors(gradient.result)
        match word:
            case (Fn("transpose", (Shaped(),)), *rest) if rest and any(isinstance(e, (Add, Fn)) for e in rest):
                return product(front, *rest)
    elif jacobian is not None:
        front, word = factors(jacobian.result)
        match word:
            case (*rest, Shaped()) if rest:
                return product(front, *rest)
    return None


def _read(node: Expr) -> tuple[Expr, Shaped] | None:
    """The gradient that a line `readoff` is about to give, and its variable."""
    result = found(read_off(node))
    x = node.children[-1] if node.children else None
    return (result.result, x) if result is not None and isinstance(x, Shaped) else None


def _over_the_batch(node: Expr) -> tuple[Expr, Expr] | None:
    """G without the vector of ones behind it that sums over the batch, and the size of the batch."""
    seen = _read(node)
    if seen is None:
        return None
    number, scalars, word = parts(seen[0])
    match word:
        case (*rest, Fn("ones", (size,))) if rest:
            return product(Num(number), *scalars, *rest), size
    return None


@careful
def batch_not_summed(node: Expr) -> Expr | None:
    """The gradient of a bias taken for the whole array of slopes, not summed over the batch."""
    found_here = _over_the_batch(node)
    return found_here[0] if found_here else None


@careful
def batch_averaged(node: Expr) -> Expr | None:
    """The gradient of a bias averaged over the batch, not summed."""
    found_here, seen = _over_the_batch(node), _read(node)
    return Div(seen[0], dim_expr(dim_of(found_here[1]))) if found_here and seen else None


SOFTMAX, CROSS, NEURON, DENSE, GLM, LAYOUT, SQUARES = (
    "softmax-jacobian", "softmax-cross-entropy-gradient", "backprop-neuron", "backprop-dense-batch", "hessian-glm",
    "matrix-differentials", "gradient-linear-quadratic",
)  # fmt: skip
BIAS, BIAS_SHAPES = "matgrad(sum(softplus(X*W + ones(m)*b')), b)", "X:m,n W:n,k b:k"
UNIT, UNIT_SHAPES = "matgrad(sum(sigmoid(X*w)), w)", "X:m,n w:n"
MISCONCEPTIONS = (
    Misconception("activation-slope-left-out", NEURON,
        "You went through the activation without its slope. Multiply entry by entry by its derivative at the values it "
        "was given.",
        of(slope_of_activation_left_out), "The slope of the activation is missing", (UNIT, "X'*ones(m)"), UNIT_SHAPES),
    Misconception("activation-for-its-slope", GLM,
        "You used the value of the activation for its slope. Its derivative is another function: for the sigmoid "
        "$\\sigma(1 - \\sigma)$.",
        of(activation_for_its_slope), "The value of the activation for its slope", (UNIT, "X'*sigmoid(X*w)"),
        UNIT_SHAPES),
    Misconception("activation-slope-half", GLM,
        "You kept one factor of the slope. It is $\\sigma(1 - \\sigma)$, and for tanh $1 - \\tanh^2$, entry by entry.",
        of(sigmoid_slope_without_square), "Half of the slope of the activation", (UNIT, "X'*(ones(m) - sigmoid(X*w))"),
        UNIT_SHAPES),
    Misconception("entrywise-as-matrix-product", "matrix-products-shapes",
        "You multiplied as matrices where the entries are multiplied one by one. Keep the entrywise product: each "
        "entry meets the one in its own place.",
        of(entrywise_as_matrix_product), "A matrix product for an entrywise one",
        ("matgrad(sum(hadamard(A, B)), A)", "ones(n)*ones(n)'*B'"), "A:n,n B:n,n"),
    Misconception("entrywise-factor-held", LAYOUT,
        "You varied one of the two entrywise factors. The variable stands in both: vary one, then the other, and add.",
        of(one_entrywise_factor_held), "An entrywise factor was held still",
        ("matgrad(sum(hadamard(x, x)), x)", "x"), "x:n"),
    Misconception("softmax-diagonal-only", SOFTMAX,
        "You kept the diagonal alone. Every entry of softmax depends on every input through the sum below: off the "
        "diagonal stands $-p_i p_j$.",
        of(softmax_diagonal_only), "Softmax as if its entries were apart",
        ("jacobian(softmax(x), x)", "diag(softmax(x)) - diag(hadamard(softmax(x), softmax(x)))"), "x:n"),
    Misconception("softmax-with-plus", SOFTMAX,
        "You added the second part. When one input grows, the other entries fall: subtract it, so that off the "
        "diagonal stands $-p_i p_j$.",
        of(softmax_with_plus), "A plus in the softmax Jacobian",
        ("jacobian(softmax(x), x)", "diag(softmax(x)) + softmax(x)*softmax(x)'"), "x:n"),
    Misconception("softmax-without-normaliser", SOFTMAX,
        "You held the sum below still. It contains every exponential: differentiate it as well.",
        of(softmax_without_normaliser), "The normaliser was held still",
        ("jacobian(softmax(x), x)", "diag(softmax(x))"), "x:n"),
    Misconception("log-sum-exp-as-sum", "log-sum-exp",
        "You treated log-sum-exp as a plain sum. Its gradient is softmax: shares that add up to one.",
        of(log_sum_exp_as_sum), "Log-sum-exp as a plain sum", ("matgrad(logsumexp(x), x)", "ones(n)"), "x:n"),
    Misconception("log-sum-exp-undivided", "log-sum-exp",
        "You left out the division by the sum. The logarithm divides: the gradient is each exponential over their sum.",
        of(log_sum_exp_undivided), "The sum below is missing", ("matgrad(logsumexp(x), x)", "exp(x)"), "x:n"),
    Misconception("log-softmax-own-only", CROSS,
        "You differentiated the exponent alone. The logarithm of the sum moves too: subtract its gradient, softmax.",
        of(log_softmax_own_only), "The normaliser of the logarithm is missing",
        ("matgrad(-p'*ln(softmax(x)), x)", "-p"), "x:n p:n"),
    Misconception("inner-matrix-left-out", SQUARES,
        "You differentiated the outside and left out the matrix inside. Multiply from the left by its transpose.",
        inner_matrix_left_out, "The matrix of the inside is missing",
        ("matgrad(norm(A*x - b)^2, x)", "2*(A*x - b)"), "A:m,n x:n b:m"),
    Misconception("batch-not-summed", DENSE,
        "You gave the slopes of each example. One bias serves the whole batch: add the rows.",
        batch_not_summed, "The batch is not summed", (BIAS, "sigmoid(X*W + ones(m)*b')'"), BIAS_SHAPES),
    Misconception("batch-averaged", "broadcasting-gradients",
        "You averaged over the batch. A bias that is used for every example adds their slopes: the loss has no mean "
        "here.",
        batch_averaged, "Averaged where the sum is asked", (BIAS, "sigmoid(X*W + ones(m)*b')'*ones(m)/m"), BIAS_SHAPES),
)  # fmt: skip
