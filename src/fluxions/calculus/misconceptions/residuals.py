"""Wrong gradients of losses: the residual and its target, the penalty, and what stands in front of the sum."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, Add, Div, Expr, Fn, Mul, Neg, Num, Operator, Pow, Sym
from fluxions.calculus.misconceptions.differentials import careful, of
from fluxions.calculus.rules.matrix.build import assembled, hadamard, ones_like, over, parts, product, transposed
from fluxions.calculus.rules.matrix.differentials import d
from fluxions.calculus.rules.matrix.sums import terms
from fluxions.calculus.shapes import SCALAR, Shaped, depends, dim_expr, dim_times, is_column, is_scalar, shape
from fluxions.calculus.trees import nodes

Part = Callable[[Expr, Shaped], bool]  # what a term of a loss is


def _moving_terms(node: Expr) -> tuple[tuple[Expr, ...], Shaped] | None:
    """The terms that depend on the variable of a gradient of a scalar."""
    match node:
        case Operator("matgrad", (f, Shaped() as x)) if is_scalar(f) and depends(f, x):
            return tuple(each for each in terms(f) if depends(each, x)), x
    return None


def _gradient(each: Iterable[Expr], x: Shaped) -> Expr:
    """The gradient, standing, of a sum of terms."""
    kept = tuple(each)
    return Operator("matgrad", (kept[0] if len(kept) == 1 else Add(kept), x))


def _apart(node: Expr, part: Part) -> tuple[Expr, Expr] | None:
    """The gradients of the other terms and of those of one kind, where there are both."""
    seen = _moving_terms(node)
    if seen is None:
        return None
    some = tuple(each for each in seen[0] if part(each, seen[1]))
    others = tuple(each for each in seen[0] if each not in some)
    return (_gradient(others, seen[1]), _gradient(some, seen[1])) if some and others else None


def _core(term: Expr, x: Shaped) -> Expr | None:
    """What moves in a term, without its sign and its constant factors, where that is one scalar."""
    match term:
        case Neg(u):
            return _core(u, x)
        case Div(u, c) if not depends(c, x):
            return _core(u, x)
    _, scalars, word = parts(term)
    moving = [each for each in scalars if depends(each, x)]
    return moving[0] if len(moving) == 1 and not word else None


def _is_penalty(term: Expr, x: Shaped) -> bool:
    """Is it a norm, or a square, of the variable itself?"""
    match _core(term, x):
        case Fn("norm", (u, *_)) | Pow(Fn("norm", (u, *_)), Num()):
            return u == x
        case Fn("sum" | "tr", (Pow(u, Num()) | Fn("abs", (u,)) | Mul((Fn("transpose", (_,)), u)),)):
            return u == x
        case Mul((first, last)):
            return last == x and first == transposed(x)
    return False


def _is_linear(term: Expr, x: Shaped) -> bool:
    """Is it a product in which the variable stands once, by itself?"""
    match _core(term, x):
        case Mul(factors) | Fn("tr", (Mul(factors),)):
            return [each for each in factors if depends(each, x)] in ([x], [transposed(x)])
    return False


def _is_loss(f: Expr) -> bool:
    """Does it compare with a target: squares of a difference, or a loss by softmax, sigmoid or softplus?"""
    for each in nodes(f):
        match each:
            case Fn("norm", (Add(), *_)):
                return True
            case Pow(Add() as r, Num(n)) if n == 2 and not is_scalar(r):
                return True
            case Mul((Fn("transpose", (Add() as r,)), *_, last)) if r == last:
                return True
            case Fn("logsumexp" | "softmax" | "softplus", _) | Fn("ln", (Fn("sigmoid", _),)):
                return True
    return False


# --- the residual ----------------------------------------------------------------------------------------------------
@careful
def residual_turned(node: Expr) -> Expr | None:
    """The gradient of a loss with the residual y − p in the place of p − y; a penalty keeps its sign."""
    seen = _moving_terms(node)
    if seen is None or not any(map(_is_loss, seen[0])):
        return None
    both = _apart(node, _is_penalty)
    return Add((Neg(both[0]), both[1])) if both else Neg(node)


def _residuals(f: Expr, x: Shaped, change: Callable[[tuple[Expr, ...], Shaped], Expr]) -> Expr:
    """f with every difference of arrays changed that a square is taken of."""
    match f:
        case Add(each) if not is_scalar(f):
            return change(each, x) if depends(f, x) and not all(depends(term, x) for term in each) else f
        case Add() | Neg() | Mul() | Div() | Pow():
            return f.rebuilt(tuple(_residuals(each, x, change) for each in f.children))
        case Fn("norm" | "mean" | "sum" | "tr" | "transpose" | "dot" | "hadamard"):
            return f.rebuilt(tuple(_residuals(each, x, change) for each in f.children))
    return f


def _changed(node: Expr, change: Callable[[tuple[Expr, ...], Shaped], Expr]) -> Expr | None:
    match node:
        case Operator("matgrad", (f, Shaped() as x)) if is_scalar(f) and depends(f, x) and _is_loss(f):
            made = _residuals(f, x, change)
            return Operator("matgrad", (made, x)) if made != f else None
    return None


@careful
def target_left_out(node: Expr) -> Expr | None:
    """‖Xw − y‖² taken for ‖Xw‖²: the constant was put to zero before the square."""

    def change(each: tuple[Expr, ...], x: Shaped) -> Expr:
        moving = tuple(term for term in each if depends(term, x))
        return moving[0] if len(moving) == 1 else Add(moving)

    return _changed(node, change)


@careful
def target_added(node: Expr) -> Expr | None:
    """‖Xw − y‖² taken for ‖Xw + y‖²."""
    return _changed(node, lambda each, x: Add(tuple(term.arg if isinstance(term, Neg) else term for term in each)))


# --- terms -----------------------------------------------------------------------------------------------------------
@careful
def penalty_left_out(node: Expr) -> Expr | None:
    """The gradient of loss and penalty taken for that of the loss."""
    both = _apart(node, _is_penalty)
    return both[0] if both else None


@careful
def penalty_subtracted(node: Expr) -> Expr | None:
    """The gradient of the penalty with the other sign."""
    both = _apart(node, _is_penalty)
    return Add((both[0], Neg(both[1]))) if both else None


@careful
def linear_term_left_out(node: Expr) -> Expr | None:
    """A term a'x taken for a constant, beside terms of another kind."""
    both = _apart(node, _is_linear)
    return both[0] if both else None


@careful
def linear_term_turned(node: Expr) -> Expr | None:
    """The gradient of a term a'x with the other sign, beside terms of another kind."""
    both = _apart(node, _is_linear)
    return Add((both[0], Neg(both[1]))) if both else None


@careful
def constant_term_kept(node: Expr) -> Expr | None:
    """d(u + c) taken for du + c."""
    match node:
        case Operator("matgrad", (Add() as f, Shaped() as x)) if is_scalar(f):
            moving = tuple(each for each in terms(f) if depends(each, x))
            still = tuple(each for each in terms(f) if not depends(each, x))
            kept = tuple(product(each, ones_like(x)) for each in still)
            return Add((_gradient(moving, x), *kept)) if moving and still else None
    return None


# --- what stands in front --------------------------------------------------------------------------------------------
def number_in_front_lost(f: Expr, x: Shaped) -> Expr | None:
    """d(c·u) taken for du, for a number c."""
    number, scalars, word = parts(f)
    if abs(number) == 1 or not (scalars or word):
        return None
    return d(assembled(number / abs(number), scalars, word), x)


def weight_in_front_lost(f: Expr, x: Shaped) -> Expr | None:
    """d(s·u) taken for du, for a symbol s."""
    number, scalars, word = parts(f)
    moving = tuple(each for each in scalars if depends(each, x))
    if len(moving) == len(scalars) or not (moving or word):
        return None
    return d(assembled(number, moving, word), x)


def sign_in_front_lost(f: Expr, x: Shaped) -> Expr | None:
    """d(−u) taken for du."""
    number, scalars, word = parts(f)
    return d(assembled(abs(number), scalars, word), x) if number < 0 else None


@careful
def sum_as_mean(node: Expr) -> Expr | None:
    """The gradient of a sum of squares divided by the number of residuals."""
    seen = _moving_terms(node)
    size = next(filter(None, map(_residuals_in, seen[0])), None) if seen else None
    if size is None:
        return None
    both = _apart(node, _is_penalty)
    return Add((Div(both[0], size), both[1])) if both else Div(node, size)


def _residuals_in(term: Expr) -> Expr | None:
    """How many residuals a sum is taken over, where their number is a symbol and no mean is taken."""
    if isinstance(term, Div) and not isinstance(term.bottom, Num):
        return None
    for each in nodes(term):
        match each:
            case Pow(Fn("norm", (Add() as r, *_)), Num(n)) if n == 2 and not _is_vector_shift(r):
                return _size_of(r)
            case Fn("sum", (Fn("softplus", (r,)),)) if not isinstance(r, Shaped):
                return _size_of(r)
    return None


def _size_of(r: Expr) -> Expr | None:
    size = dim_expr(shape(r)[0])
    return None if isinstance(size, Num) else size


def _is_vector_shift(r: Add) -> bool:
    """Is it a difference of plain vectors, x − a: no data?"""
    return all(isinstance(each.arg if isinstance(each, Neg) else each, Shaped) for each in r.terms)


def mean_over_the_other_size(f: Expr, x: Shaped) -> Expr | None:
    """A mean over m examples divided by the number of weights."""
    other = dim_expr(shape(x)[0])
    match f:
        case Fn("mean", (a,)) if dim_expr(dim_times(*shape(a))) != other:
            return over(Fn("sum", (d(a, x),)), other)
        case Div(u, Sym() as size) if size != other and shape(x) != SCALAR and size in _sizes_in(u):
            return over(d(u, x), other)
    return None


def _sizes_in(e: Expr) -> set[Expr]:
    return {dim_expr(size) for each in nodes(e) if isinstance(each, Shaped) for size in shape(each)}


# --- powers of entries and of scalars --------------------------------------------------------------------------------
def _power(f: Expr) -> tuple[Expr, Num] | None:
    """The base and the exponent of a power of a scalar, or of the entries of a vector; no length of an array."""
    match f:
        case Pow(Fn("norm", _), _):
            return None
        case Pow(u, Num(n) as exponent) if n not in (0, 1) and (is_scalar(u) or is_column(u)):
            return u, exponent
    return None


def exponent_not_in_front(f: Expr, x: Shaped) -> Expr | None:
    """d zⁿ taken for zⁿ⁻¹ dz; a square has its own name."""
    seen = _power(f)
    if seen is None or seen[1] == TWO:
        return None
    return hadamard(Pow(seen[0], Num(seen[1].value - 1)), d(seen[0], x))


def exponent_kept(f: Expr, x: Shaped) -> Expr | None:
    """d zⁿ taken for n zⁿ dz."""
    seen = _power(f)
    return product(seen[1], hadamard(f, d(seen[0], x))) if seen else None


LOSS, SQUARES, CROSS, LAYOUT = (
    "gradient-dataset-loss", "gradient-linear-quadratic", "softmax-cross-entropy-gradient", "matrix-differentials"
)  # fmt: skip
SIZES = "X:m,n w:n y:m"
FORM_SIZES = "w:n a:n S:n,n,symmetric"
RIDGE, FORM = "matgrad(norm(X*w - y)^2 + lambda*norm(w)^2, w)", "matgrad(w'*S*w - a'*w, w)"
MISCONCEPTIONS = (
    Misconception("residual-turned", CROSS,
        "You took target minus prediction. The gradient of the loss has prediction minus target.",
        residual_turned, "The residual is turned", ("matgrad(logsumexp(x) - p'*x, x)", "p - softmax(x)"), "x:n p:n"),
    Misconception("target-left-out", SQUARES,
        "You dropped the target as a constant. It stands inside the square, where it meets the prediction: the "
        "residual stays whole.",
        target_left_out, "The constant inside the square was dropped",
        ("matgrad(norm(X*w - y)^2, w)", "2*X'*X*w"), SIZES),
    Misconception("target-added", SQUARES,
        "You turned the minus inside the square into a plus. The residual is prediction minus target.",
        target_added, "Prediction and target were added", ("matgrad(norm(X*w - y)^2, w)", "2*X'*(X*w + y)"), SIZES),
    Misconception("penalty-left-out", LOSS,
        "You left out the penalty. It depends on the weights as well: add its gradient to that of the loss.",
        penalty_left_out, "The penalty is missing", (RIDGE, "2*X'*(X*w - y)"), SIZES),
    Misconception("penalty-subtracted", LOSS,
        "You subtracted the gradient of the penalty. The penalty is added to the loss, and so is its gradient.",
        penalty_subtracted, "The penalty has the other sign", (RIDGE, "2*X'*(X*w - y) - 2*lambda*w"), SIZES),
    Misconception("linear-term-left-out", SQUARES,
        "You treated the linear term as a constant. The gradient of $a^{\\top}x$ is $a$: keep it.",
        linear_term_left_out, "The linear term is missing", (FORM, "2*S*w"), FORM_SIZES),
    Misconception("linear-term-turned", SQUARES,
        "You gave the linear term the other sign. Its gradient keeps the sign that stands before the term.",
        linear_term_turned, "The sign of the linear term", (FORM, "2*S*w + a"), FORM_SIZES),
    Misconception("constant-beside-kept", LAYOUT,
        "You kept a term that does not depend on the variable. It does not change, so its differential is zero.",
        constant_term_kept, "A constant term in the gradient", ("matgrad(a'*x + 5, x)", "a + 5"), "a:n x:n"),
    Misconception("number-in-front-lost", LAYOUT,
        "You lost the number in front. It does not vary and stays as a factor, beside what the differential brings "
        "down.",
        of(number_in_front_lost), "The number in front is missing",
        ("matgrad(norm(X*w - y)^2/2, w)", "2*X'*(X*w - y)"), SIZES),
    Misconception("weight-in-front-lost", LAYOUT,
        "You lost the constant in front of a term. It does not vary and stays as a factor of the gradient.",
        of(weight_in_front_lost), "The weight of a term is missing", (RIDGE, "2*X'*(X*w - y) + 2*w"), SIZES),
    Misconception("sign-in-front-lost", LAYOUT,
        "You lost the minus in front of a term. It stays in front of the differential.",
        of(sign_in_front_lost), "The minus in front is missing", ("matgrad(-a'*x, x)", "a"), "a:n x:n"),
    Misconception("sum-as-mean", LOSS,
        "You divided by the number of examples. The loss is a sum here, so its gradient is one as well.",
        sum_as_mean, "The mean in the place of the sum",
        ("matgrad(norm(X*w - y)^2, w)", "2/m*X'*(X*w - y)"), SIZES),
    Misconception("mean-over-the-other-size", LOSS,
        "You divided by the number of weights. A mean over examples is divided by the number of examples.",
        of(mean_over_the_other_size), "Divided by the other size",
        ("matgrad(norm(X*w - y)^2/m, w)", "2/n*X'*(X*w - y)"), SIZES),
    Misconception("array-exponent-not-in-front", LAYOUT,
        "You lowered the exponent and did not bring it down. The power rule does both, also entry by entry.",
        of(exponent_not_in_front), "The exponent of the power is missing in front",
        ("matgrad(sum(x^3), x)", "x^2"), "x:n"),
    Misconception("array-exponent-kept", LAYOUT,
        "You brought the exponent down and did not lower it. The power rule does both, also entry by entry.",
        of(exponent_kept), "The exponent of the power was kept", ("matgrad(sum(x^3), x)", "3*x^3"), "x:n"),
)  # fmt: skip
