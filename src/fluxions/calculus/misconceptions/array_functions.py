"""Wrong rules for functions of a scalar made of arrays, for quotients and norms, and for the slopes of activations."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.expr import ONE, TWO, Add, Div, E, Expr, Fn, Neg, Num, Operator, Pow, Root, num
from fluxions.calculus.misconceptions.differentials import careful, factors, of
from fluxions.calculus.rules.matrix.build import hadamard, ones_like, over, parts, power, product, trace, transposed
from fluxions.calculus.rules.matrix.differentials import d
from fluxions.calculus.rules.matrix.functions import BELOW, SLOPES
from fluxions.calculus.rules.matrix.reading import read_off
from fluxions.calculus.rules.matrix.sums import terms
from fluxions.calculus.shapes import Shaped, depends, is_column, is_scalar, shape
from fluxions.calculus.trees import mapped


# --- a function of a scalar ------------------------------------------------------------------------------------------
def _outer(f: Expr) -> tuple[Expr, Expr] | None:
    """The scalar u inside a function of a scalar, and the slope of the function at u."""
    match f:
        case Pow(base, u) if base == E and is_scalar(u):
            return u, f
        case Pow(u, Num(n)) if is_scalar(u) and n != 1 and not (isinstance(u, Fn) and u.name == "norm"):
            return u, product(num(n), u if n == 2 else Pow(u, Num(n - 1)))
        case Root(u, Num(n)) if is_scalar(u) and n == 2:
            return u, Div(ONE, product(TWO, f))
        case Fn(name, (u,)) if is_scalar(u) and not is_column(u) and name in SLOPES:
            return u, SLOPES[name](u)
        case Fn(name, (u,)) if is_scalar(u) and name in BELOW:
            return u, Div(ONE, BELOW[name](u))
    return None


def outer_slope_left_out(f: Expr, x: Shaped) -> Expr | None:
    """d h(u) taken for du, where u is a scalar."""
    seen = _outer(f)
    return d(seen[0], x) if seen else None


@careful
def gradient_of_inside_left_out(node: Expr) -> Expr | None:
    """The gradient of h(u) taken for the number h'(u)."""
    match node:
        case Operator("matgrad", (f, Shaped() as x)) if not is_scalar(x) and depends(f, x):
            number, scalars, word = parts(f)
            seen = _outer(scalars[-1]) if scalars and not word and depends(scalars[-1], x) else None
            return product(num(number), *scalars[:-1], seen[1]) if seen and seen[0] != x else None
    return None


def half_of_root_lost(f: Expr, x: Shaped) -> Expr | None:
    """d √u taken for du/√u."""
    match f:
        case Root(u, Num(n)) if n == 2:
            return over(d(u, x), f) if is_scalar(u) else Fn("quotient", (d(u, x), f))
    return None


def root_multiplied(f: Expr, x: Shaped) -> Expr | None:
    """d √u taken for ½ √u du."""
    match f:
        case Root(u, Num(n)) if n == 2:
            return product(Div(ONE, TWO), hadamard(f, d(u, x)))
    return None


# --- quotients -------------------------------------------------------------------------------------------------------
def _quotient(f: Expr, x: Shaped) -> tuple[Expr, Expr] | None:
    match f:
        case Div(u, s) if depends(u, x) and depends(s, x):
            return u, s
    return None


def bottom_of_quotient_held(f: Expr, x: Shaped) -> Expr | None:
    """d(u/s) taken for du/s."""
    seen = _quotient(f, x)
    return over(d(seen[0], x), seen[1]) if seen else None


def quotient_terms_added(f: Expr, x: Shaped) -> Expr | None:
    """d(u/s) taken for du/s + u ds/s²."""
    seen = _quotient(f, x)
    if seen is None:
        return None
    u, s = seen
    return Add((over(d(u, x), s), over(product(d(s, x), u), power(s, 2))))


def bottom_not_squared(f: Expr, x: Shaped) -> Expr | None:
    """d(u/s) taken for du/s − u ds/s."""
    seen = _quotient(f, x)
    if seen is None:
        return None
    u, s = seen
    return Add((over(d(u, x), s), Neg(over(product(d(s, x), u), s))))


# --- norms -----------------------------------------------------------------------------------------------------------
def _inner(a: Expr, b: Expr) -> Expr:
    word = product(transposed(a), b)
    return word if is_column(a) else trace(word)


def divided_by_squared_length(f: Expr, x: Shaped) -> Expr | None:
    """d‖r‖ taken for r' dr/‖r‖²."""
    match f:
        case Fn("norm", (r, *kind)) if ONE not in kind:
            return over(_inner(r, d(r, x)), Pow(f, TWO))
    return None


def _one_norm(f: Expr) -> Expr | None:
    match f:
        case Fn("norm", (r, Num(n))) if n == 1:
            return r
    return None


def sum_for_one_norm(f: Expr, x: Shaped) -> Expr | None:
    """d‖r‖₁ taken for d of the sum of the entries."""
    r = _one_norm(f)
    return Fn("sum", (d(r, x),)) if r else None


def square_for_one_norm(f: Expr, x: Shaped) -> Expr | None:
    """d‖r‖₁ taken for 2 r' dr."""
    r = _one_norm(f)
    return product(TWO, _inner(r, d(r, x))) if r else None


def length_for_one_norm(f: Expr, x: Shaped) -> Expr | None:
    """d‖r‖₁ taken for r' dr/‖r‖₂."""
    r = _one_norm(f)
    return over(_inner(r, d(r, x)), Fn("norm", (r,))) if r and is_column(r) else None


@careful
def length_for_the_vector(node: Expr) -> Expr | None:
    """The gradient of ‖r‖² taken for the number 2‖r‖."""
    match node:
        case Operator("matgrad", (f, Shaped())):
            number, scalars, word = parts(f)
            match scalars:
                case (*front, Pow(Fn("norm", _) as length, Num(n))) if n == 2 and not word:
                    return product(num(number), *front, TWO, length)
    return None


# --- activations -----------------------------------------------------------------------------------------------------
def scores_for_predictions(f: Expr, x: Shaped) -> Expr | None:
    """d softplus(Z) taken for Z ∘ dZ, and d logsumexp(z) for z' dz: the scores in the place of the predictions."""
    match f:
        case Fn("softplus", (u,)) if not is_scalar(u):
            return hadamard(u, d(u, x))
        case Fn("logsumexp", (u,)) if is_column(u):
            return product(transposed(u), d(u, x))
    return None


def differentiated_once_more(f: Expr, x: Shaped) -> Expr | None:
    """d softplus(Z) taken for σ(Z)(1 − σ(Z)) ∘ dZ."""
    match f:
        case Fn("softplus", (u,)) if not is_scalar(u):
            return hadamard(SLOPES["sigmoid"](u), d(u, x))
    return None


def plus_in_slope(f: Expr, x: Shaped) -> Expr | None:
    """dσ(Z) taken for σ(1 + σ) ∘ dZ, and d tanh(Z) for (1 + tanh²) ∘ dZ."""
    match f:
        case Fn("sigmoid", (u,)) if not is_scalar(u):
            return hadamard(hadamard(f, Add((ones_like(u), f))), d(u, x))
        case Fn("tanh", (u,)) if not is_scalar(u):
            return hadamard(Add((ones_like(u), hadamard(f, f))), d(u, x))
    return None


def slope_at_the_input(f: Expr, x: Shaped) -> Expr | None:
    """d f(Z) taken for f'(X) ∘ dZ, where X has the shape of Z."""
    match f:
        case Fn(name, (u,)) if name in SLOPES and not is_scalar(u) and u != x and shape(u) == shape(x):
            return hadamard(SLOPES[name](x), d(u, x))
    return None


def slope_at_the_output(f: Expr, x: Shaped) -> Expr | None:
    """d f(Z) taken for f'(f(Z)) ∘ dZ."""
    match f:
        case Fn("sigmoid" | "tanh" | "sin" | "cos" as name, (u,)) if not is_scalar(u):
            return hadamard(SLOPES[name](f), d(u, x))
    return None


@careful
def slope_of_prediction_once_more(node: Expr) -> Expr | None:
    """The gradient X'(p − y) of a loss taken for X'((p − y) ∘ p(1 − p)), with p = σ(z) or softmax(z)."""
    result = found(read_off(node))
    if result is None:
        return None
    made = mapped(result.result, _with_slope)
    return made if made != result.result else None


def _with_slope(e: Expr) -> Expr:
    """(p − y) ∘ p(1 − p) of a residual p − y, a column or a row; what is no residual stays."""
    if not isinstance(e, Add) or is_scalar(e) or len(e.terms) != 2:
        return e
    made = [p for each in terms(e) for p in factors(each)[1] if isinstance(p, Fn) and not _is_data(p)]
    if len(made) != 1 or _function(made[0]) not in ("sigmoid", "softmax"):
        return e
    p = made[0]
    return hadamard(e, hadamard(p, Add((ones_like(p), Neg(p)))))


def _is_data(e: Fn) -> bool:
    return e.name == "transpose" and not isinstance(e.args[0], Fn)


def _function(e: Fn) -> str:
    """The function that is taken, also where the result is turned."""
    inner = e.args[0]
    return inner.name if e.name == "transpose" and isinstance(inner, Fn) else e.name


def softmax_parts_exchanged(f: Expr, x: Shaped) -> Expr | None:
    """d softmax(z) taken for s (s' dz) − s ∘ dz."""
    match f:
        case Fn("softmax", (z,)) if is_column(z):
            return Add((product(f, product(transposed(f), d(z, x))), Neg(hadamard(f, d(z, x)))))
    return None


def softmax_own_part_lost(f: Expr, x: Shaped) -> Expr | None:
    """d softmax(z) taken for −s (s' dz)."""
    match f:
        case Fn("softmax", (z,)) if is_column(z):
            return Neg(product(f, product(transposed(f), d(z, x))))
    return None


def log_sum_exp_without_inside(f: Expr, x: Shaped) -> Expr | None:
    """d ln Σ exp(z) taken for Σ dz / Σ exp(z)."""
    match f:
        case Fn("logsumexp", (z,)) if is_column(z):
            return over(Fn("sum", (d(z, x),)), Fn("sum", (Pow(E, z),)))
    return None


@careful
def one_over_sum(node: Expr) -> Expr | None:
    """The gradient of log-sum-exp taken for the number 1/Σ exp(z)."""
    match node:
        case Operator("matgrad", (Fn("logsumexp", (z,)), Shaped())) if is_column(z):
            return Div(ONE, Fn("sum", (Pow(E, z),)))
    return None


LAYOUT, SQUARES, NORM, NEURON, SOFTMAX, CROSS, LSE = (
    "matrix-differentials", "gradient-linear-quadratic", "gradient-vector", "backprop-neuron", "softmax-jacobian",
    "softmax-cross-entropy-gradient", "log-sum-exp",
)  # fmt: skip
EXP, ROOT = "matgrad(exp(a'*x), x)", "matgrad(sqrt(x'*x), x)"
RAYLEIGH, RAYLEIGH_SIZES = "matgrad((a'*x)/(b'*x), x)", "a:n b:n x:n"
LOGISTIC = "matgrad(sum(softplus(X*w)) - y'*X*w, w)"
MISCONCEPTIONS = (
    Misconception("scalar-outer-slope-left-out", LAYOUT,
        "You differentiated the inside alone. The function around it has a slope as well: multiply by it, taken at the "
        "inside.",
        of(outer_slope_left_out), "The slope of the outer function is missing", (EXP, "a"), "a:n x:n"),
    Misconception("gradient-of-the-inside-left-out", LAYOUT,
        "You differentiated the outer function alone, which gives a number. Multiply by the gradient of the inside, a "
        "vector.",
        gradient_of_inside_left_out, "The gradient of the inside is missing", (EXP, "exp(a'*x)"), "a:n x:n"),
    Misconception("half-of-array-root-lost", LAYOUT,
        "You lost the 2 below. The derivative of a root is one over twice the root.",
        of(half_of_root_lost), "The two below a root of an array", (ROOT, "2*x/sqrt(x'*x)"), "x:n"),
    Misconception("array-root-multiplied", LAYOUT,
        "You multiplied by the root. Its derivative divides: one over twice the root.",
        of(root_multiplied), "Multiplied by the root, not divided", (ROOT, "sqrt(x'*x)*x"), "x:n"),
    Misconception("array-quotient-bottom-held", LAYOUT,
        "You held the bottom still. It depends on the variable too: subtract its part, $u\\,ds/s^2$.",
        of(bottom_of_quotient_held), "The bottom of a quotient of arrays was held still",
        (RAYLEIGH, "a/(b'*x)"), RAYLEIGH_SIZES),
    Misconception("array-quotient-plus", LAYOUT,
        "You added the two parts of the quotient. When the bottom grows the quotient falls: subtract its part.",
        of(quotient_terms_added), "A plus in a quotient of arrays",
        (RAYLEIGH, "a/(b'*x) + (a'*x)*b/(b'*x)^2"), RAYLEIGH_SIZES),
    Misconception("array-quotient-bottom-once", LAYOUT,
        "You divided the part of the bottom once. It is divided by the square of the bottom.",
        of(bottom_not_squared), "The bottom of a quotient of arrays is not squared",
        (RAYLEIGH, "a/(b'*x) - (a'*x)*b/(b'*x)"), RAYLEIGH_SIZES),
    Misconception("divided-by-squared-length", NORM,
        "You divided by the square of the length. The gradient of the length is a unit vector: divide by the length, "
        "once.",
        of(divided_by_squared_length), "The length below is squared", ("matgrad(norm(x), x)", "x/norm(x)^2"), "x:n"),
    Misconception("sum-for-one-norm", SQUARES,
        "You left out the signs. The 1-norm adds absolute values: each entry has the slope $+1$ or $-1$, by its sign.",
        of(sum_for_one_norm), "The signs of the 1-norm are missing", ("matgrad(norm(x, 1), x)", "ones(n)"), "x:n"),
    Misconception("square-for-one-norm", SQUARES,
        "You differentiated the squared length. The 1-norm adds absolute values: its gradient has the sign of each "
        "entry.",
        of(square_for_one_norm), "The squared norm for the 1-norm", ("matgrad(norm(x, 1), x)", "2*x"), "x:n"),
    Misconception("length-for-one-norm", SQUARES,
        "You differentiated the Euclidean length. The 1-norm adds absolute values: its gradient has the sign of each "
        "entry.",
        of(length_for_one_norm), "The length for the 1-norm", ("matgrad(norm(x, 1), x)", "x/norm(x)"), "x:n"),
    Misconception("length-for-the-vector", SQUARES,
        "You gave the length, a number. The gradient of a squared length is twice the vector itself.",
        length_for_the_vector, "Twice the length for twice the vector", ("matgrad(norm(x)^2, x)", "2*norm(x)"), "x:n"),
    Misconception("scores-for-predictions", NEURON,
        "You used the scores in the place of the predictions. The slope of the loss has them after the activation: the "
        "sigmoid or the softmax of the scores.",
        of(scores_for_predictions), "The activation is missing", (LOGISTIC, "X'*(X*w - y)"), "X:m,n w:n y:m"),
    Misconception("differentiated-once-more", NEURON,
        "You differentiated once too often. The slope of softplus is the sigmoid itself; $\\sigma(1 - \\sigma)$ is the "
        "slope of the sigmoid.",
        of(differentiated_once_more), "The slope of the sigmoid for the sigmoid",
        ("matgrad(sum(softplus(x)), x)", "hadamard(sigmoid(x), ones(n) - sigmoid(x))"), "x:n"),
    Misconception("plus-in-activation-slope", NEURON,
        "You turned a sign in the slope of the activation. It is $\\sigma(1 - \\sigma)$, and for tanh $1 - \\tanh^2$.",
        of(plus_in_slope), "A plus in the slope of the activation",
        ("jacobian(tanh(x), x)", "diag(ones(n) + hadamard(tanh(x), tanh(x)))"), "x:n"),
    Misconception("activation-slope-at-input", NEURON,
        "You took the slope of the activation at the input. It belongs where the activation is taken: at the weighted "
        "sum.",
        of(slope_at_the_input), "The slope of the activation at the input",
        ("jacobian(tanh(A*x), x)", "diag(ones(n) - hadamard(tanh(x), tanh(x)))*A"), "A:n,n x:n"),
    Misconception("activation-slope-at-output", NEURON,
        "You took the slope of the activation at its own output. It belongs where the activation is taken: at the "
        "weighted sum.",
        of(slope_at_the_output), "The slope of the activation at the output",
        ("jacobian(tanh(x), x)", "diag(ones(n) - hadamard(tanh(tanh(x)), tanh(tanh(x))))"), "x:n"),
    Misconception("prediction-slope-once-more", CROSS,
        "You multiplied by the slope of the prediction as well. It cancels against the logarithm of the loss: what is "
        "left is prediction minus target.",
        slope_of_prediction_once_more, "The slope of the prediction once too often",
        ("matgrad(logsumexp(x) - p'*x, x)",
         "hadamard(softmax(x) - p, hadamard(softmax(x), ones(n) - softmax(x)))"), "x:n p:n"),
    Misconception("softmax-parts-exchanged", SOFTMAX,
        "You exchanged the two parts. Each entry grows with its own input: the diagonal part has the plus.",
        of(softmax_parts_exchanged), "The parts of the softmax Jacobian are exchanged",
        ("jacobian(softmax(x), x)", "softmax(x)*softmax(x)' - diag(softmax(x))"), "x:n"),
    Misconception("softmax-own-part-lost", SOFTMAX,
        "You left out the diagonal part. Each entry grows with its own input: add the softmax on the diagonal.",
        of(softmax_own_part_lost), "The diagonal of the softmax Jacobian is missing",
        ("jacobian(softmax(x), x)", "-softmax(x)*softmax(x)'"), "x:n"),
    Misconception("log-sum-exp-without-inside", LSE,
        "You left out the exponentials above. The derivative of the logarithm is one over the sum, times the slope of "
        "the sum, which is each exponential.",
        of(log_sum_exp_without_inside), "The exponentials above are missing",
        ("matgrad(logsumexp(x), x)", "ones(n)/sum(exp(x))"), "x:n"),
    Misconception("one-over-the-sum", LSE,
        "You differentiated the logarithm alone, which gives a number. Multiply by the slope of the sum, which is each "
        "exponential: that makes the softmax.",
        one_over_sum, "One over the sum of exponentials", ("matgrad(logsumexp(x), x)", "1/sum(exp(x))"), "x:n"),
)  # fmt: skip
