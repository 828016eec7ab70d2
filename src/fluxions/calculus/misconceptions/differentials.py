"""Wrong rules for differentials of matrices: products, powers, norms, inverses and determinants."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, TWO, Div, Expr, Fn, Mul, Neg, Num, Operator, Pow, Sym, num
from fluxions.calculus.rules.matrix.build import hadamard, over, parts, product, trace, transposed
from fluxions.calculus.rules.matrix.differentials import d
from fluxions.calculus.shapes import SCALAR, Clash, Shaped, depends, is_column, is_scalar, shape

Rewrite = Callable[[Expr], Expr | None]


def careful(rewrite: Rewrite) -> Rewrite:
    """The rewriting, declining what is no product or sum of fitting shapes."""

    def rule(node: Expr) -> Expr | None:
        try:
            return rewrite(node)
        except Clash:
            return None

    rule.__doc__ = rewrite.__doc__
    return rule


def of(rewrite: Callable[[Expr, Shaped], Expr | None]) -> Rewrite:
    """A wrong rule for the differential of what depends on x."""

    def rule(node: Expr) -> Expr | None:
        match node:
            case Operator("differential", (f, Shaped() as x)) if depends(f, x) and f != x:
                return rewrite(f, x)
        return None

    rule.__doc__ = rewrite.__doc__
    return careful(rule)


def factors(e: Expr) -> tuple[Expr, tuple[Expr, ...]]:
    """What commutes in front of a product, divisions too, and its arrays in order."""
    match e:
        case Div(top, bottom):
            front, word = factors(top)
            return product(Div(ONE, bottom), front), word
        case Neg(u):
            front, word = factors(u)
            return Neg(front), word
    number, scalars, word = parts(e)
    return product(num(number), *scalars), word


def _row(f: Expr) -> tuple[Expr, ...]:
    """The factors of a product, in order."""
    _, scalars, word = parts(f)
    inside = scalars[0].children if len(scalars) == 1 and not word and isinstance(scalars[0], Mul) else ()
    return inside or (*scalars, *word)


def _varied(f: Expr, x: Shaped, which: int) -> Expr | None:
    """The product with one of its moving factors varied, the others held still."""
    row = _row(f) if isinstance(f, Mul) else ()
    moving = [i for i, each in enumerate(row) if depends(each, x)]
    if len(moving) < 2:
        return None
    i = moving[which]
    return product(num(parts(f)[0]), *row[:i], d(row[i], x), *row[i + 1 :])


def later_factor_held(f: Expr, x: Shaped) -> Expr | None:
    """d(AB) taken for dA·B."""
    return _varied(f, x, 0)


def earlier_factor_held(f: Expr, x: Shaped) -> Expr | None:
    """d(AB) taken for A·dB; where AB is its own transpose both turns are alike, and the other name is used."""
    if transposed(f) == f:
        return None
    return _varied(f, x, -1)


def form_as_if_symmetric(f: Expr, x: Shaped) -> Expr | None:
    """d(x'Ax) taken for 2 (Ax)' dx, and d(XAX') for 2 XA dX', with an A that is not symmetric."""
    row = _row(f) if isinstance(f, Mul) else ()
    if len(row) < 3 or row[0] != transposed(row[-1]) or not depends(row[-1], x):
        return None
    middle = row[1:-1]
    if any(depends(each, x) for each in middle):
        return None
    turned = isinstance(row[0], Fn) and row[0].name == "transpose"
    form = transposed(product(*middle, row[-1])) if turned else product(row[0], *middle)
    return product(TWO, num(parts(f)[0]), form, d(row[-1], x))


@careful
def form_of_the_transpose(node: Expr) -> Expr | None:
    """The gradient of x'Ax taken for 2A'x."""
    match node:
        case Operator("matgrad", (f, Shaped() as x)) if is_column(x) and not is_scalar(x):
            row = _row(f) if isinstance(f, Mul) else ()
            if len(row) == 3 and row[0] == transposed(x) and row[2] == x and not depends(row[1], x):
                return product(TWO, num(parts(f)[0]), transposed(row[1]), x)
    return None


def power_as_of_a_number(f: Expr, x: Shaped) -> Expr | None:
    """d(Aⁿ) taken for n Aⁿ⁻¹ dA."""
    match f:
        case Pow(Shaped() | Mul() as a, Num(n)) if n > 1 and shape(a) != SCALAR and not is_column(a):
            return product(Num(n), a if n == 2 else Pow(a, Num(n - 1)), d(a, x))
        case Mul() if len(row := _row(f)) == 2 and row[0] == row[1] and shape(row[0]) != SCALAR:
            return product(TWO, num(parts(f)[0]), row[0], d(row[0], x))
    return None


# --- norms -----------------------------------------------------------------------------------------------------------
def _inner(r: Expr, x: Shaped) -> Expr:
    """r' dr, or the trace of it."""
    word = product(transposed(r), d(r, x))
    return word if is_column(r) else trace(word)


def _norm(f: Expr) -> Expr | None:
    match f:
        case Fn("norm", (r, *kind)) if ONE not in kind:
            return r
    return None


def _squared_norm(f: Expr) -> Expr | None:
    return _norm(f.base) if isinstance(f, Pow) and f.exponent == TWO else None


def two_of_the_square_lost(f: Expr, x: Shaped) -> Expr | None:
    """d‖r‖² taken for r' dr, and d z² for z dz."""
    r = _squared_norm(f)
    if r:
        return _inner(r, x)
    match f:
        case Pow(u, Num(n)) if n == 2 and (is_scalar(u) or is_column(u)):
            return hadamard(u, d(u, x))
    return None


def square_as_norm(f: Expr, x: Shaped) -> Expr | None:
    """d‖r‖² taken for r' dr/‖r‖."""
    r = _squared_norm(f)
    return over(_inner(r, x), f.base) if r and isinstance(f, Pow) else None


def norm_not_divided(f: Expr, x: Shaped) -> Expr | None:
    """d‖r‖ taken for r' dr."""
    r = _norm(f)
    return _inner(r, x) if r else None


def norm_as_square(f: Expr, x: Shaped) -> Expr | None:
    """d‖r‖ taken for 2 r' dr."""
    r = _norm(f)
    return product(TWO, _inner(r, x)) if r else None


# --- means -----------------------------------------------------------------------------------------------------------
def mean_as_sum(f: Expr, x: Shaped) -> Expr | None:
    """d of a mean taken for d of the sum."""
    match f:
        case Fn("mean", (a,)):
            return Fn("sum", (d(a, x),))
        case Div(u, Sym()):
            return d(u, x)
    return None


# --- inverses and determinants ---------------------------------------------------------------------------------------
def inverse_minus_lost(f: Expr, x: Shaped) -> Expr | None:
    """d(A⁻¹) taken for A⁻¹ dA A⁻¹."""
    match f:
        case Fn("inv", (a,)):
            return product(f, d(a, x), f)
    return None


def inverses_on_one_side(f: Expr, x: Shaped) -> Expr | None:
    """d(A⁻¹) taken for −A⁻² dA, as for a number."""
    match f:
        case Fn("inv", (a,)):
            return Neg(product(f, f, d(a, x)))
    return None


def inverse_once(f: Expr, x: Shaped) -> Expr | None:
    """d(A⁻¹) taken for −A⁻¹ dA."""
    match f:
        case Fn("inv", (a,)):
            return Neg(product(f, d(a, x)))
    return None


def inverse_once_behind(f: Expr, x: Shaped) -> Expr | None:
    """d(A⁻¹) taken for −dA A⁻¹."""
    match f:
        case Fn("inv", (a,)):
            return Neg(product(d(a, x), f))
    return None


def inverse_passed_over(f: Expr, x: Shaped) -> Expr | None:
    """d(A⁻¹) taken for dA."""
    match f:
        case Fn("inv", (a,)):
            return d(a, x)
    return None


def inverse_of_the_change(f: Expr, x: Shaped) -> Expr | None:
    """d(A⁻¹) taken for −dA."""
    match f:
        case Fn("inv", (a,)):
            return Neg(d(a, x))
    return None


def _volume(f: Expr) -> tuple[Expr, Expr] | None:
    """What stands before tr(A⁻¹ dA) in the differential of ln det A or det A, and A."""
    match f:
        case Fn("logdet", (a,)) | Fn("ln", (Fn("det", (a,)),)):
            return ONE, a
        case Fn("det", (a,)):
            return f, a
    return None


def inverse_not_transposed(f: Expr, x: Shaped) -> Expr | None:
    """The gradient of ln det A taken for A⁻¹, not its transpose."""
    found = _volume(f)
    return product(found[0], trace(product(transposed(Fn("inv", (found[1],))), d(found[1], x)))) if found else None


def inverse_below_trace_lost(f: Expr, x: Shaped) -> Expr | None:
    """d ln det A taken for tr(A dA), and d det A for det A · tr(A dA)."""
    found = _volume(f)
    return product(found[0], trace(product(found[1], d(found[1], x)))) if found else None


def determinant_kept(f: Expr, x: Shaped) -> Expr | None:
    """d ln det A taken for det A · tr(A⁻¹ dA)."""
    match _volume(f):
        case (front, a) if front == ONE:
            return product(Fn("det", (a,)), trace(product(Fn("inv", (a,)), d(a, x))))
    return None


def determinant_factor_lost(f: Expr, x: Shaped) -> Expr | None:
    """d det A taken for tr(A⁻¹ dA)."""
    match f:
        case Fn("det", (a,)):
            return trace(product(Fn("inv", (a,)), d(a, x)))
    return None


@careful
def one_over_determinant(node: Expr) -> Expr | None:
    """The gradient of ln det A taken for 1/det A."""
    match node:
        case Operator("matgrad", (f, Shaped() as x)):
            number, scalars, word = parts(f)
            match scalars:
                case (*front, Fn("logdet", (Shaped() as a,))) if a == x and not word:
                    return product(num(number), *front, Div(ONE, Fn("det", (a,))))
    return None


LAYOUT, LINEAR, TRACE, LOGDET, INVERSE, LOSS = (
    "matrix-differentials", "gradient-linear-quadratic", "trace-gradients", "derivative-logdet",
    "derivative-matrix-inverse", "gradient-dataset-loss",
)  # fmt: skip
MISCONCEPTIONS = (
    Misconception("later-factor-held", TRACE,
        "You varied the first factor alone. The variable stands in another factor too: vary each in its place and add.",
        of(later_factor_held), "A later factor was held still", ("matgrad(x'*A*x, x)", "A*x"), "x:n A:n,n"),
    Misconception("earlier-factor-held", TRACE,
        "You varied the last factor alone. The variable stands in an earlier factor too: vary each in its place and "
        "add.",
        of(earlier_factor_held), "An earlier factor was held still", ("matgrad(x'*A*x, x)", "A'*x"), "x:n A:n,n"),
    Misconception("form-as-if-symmetric", LINEAR,
        "You treated the matrix of the form as symmetric. In general the two turns give $A$ and its transpose: "
        "$(A + A^{\\top})x$.",
        of(form_as_if_symmetric), "A form as if its matrix were symmetric", ("matgrad(x'*A*x, x)", "2*A*x"),
        "x:n A:n,n"),
    Misconception("form-of-the-transpose", LINEAR,
        "You doubled the part with the transpose. In general the two turns give $A$ and its transpose, one each: "
        "$(A + A^{\\top})x$.",
        form_of_the_transpose, "The transpose twice in a form", ("matgrad(x'*A*x, x)", "2*A'*x"), "x:n A:n,n"),
    Misconception("power-as-of-a-number", LAYOUT,
        "You used the power rule for numbers. A matrix and its differential need not commute: write the power as a "
        "product and vary each factor.",
        of(power_as_of_a_number), "A matrix power as of a number", ("matgrad(a'*A^2*b, A)", "2*A'*a*b'"),
        "a:n b:n A:n,n"),
    Misconception("two-of-the-square-lost", LINEAR,
        "You lost the factor 2. The square of a length brings it down, as in one variable.",
        of(two_of_the_square_lost), "The factor two is missing",
        ("matgrad(norm(X*w - y)^2, w)", "X'*(X*w - y)"), "X:m,n w:n y:m"),
    Misconception("square-as-norm", LINEAR,
        "You differentiated the length, not its square. The squared length has no root: $d\\lVert r\\rVert^2 = "
        "2r^{\\top}dr$.",
        of(square_as_norm), "The norm for the squared norm",
        ("matgrad(norm(X*w - y)^2, w)", "X'*(X*w - y)/norm(X*w - y)"), "X:m,n w:n y:m"),
    Misconception("norm-not-divided", "gradient-vector",
        "You left out the division by the length. The length has a root: $d\\lVert r\\rVert = r^{\\top}dr/\\lVert "
        "r\\rVert$.",
        of(norm_not_divided), "The length below is missing", ("matgrad(norm(x), x)", "x"), "x:n"),
    Misconception("norm-as-square", "gradient-vector",
        "You differentiated the square of the length. The length itself has a root: divide the vector by its length.",
        of(norm_as_square), "The squared norm for the norm", ("matgrad(norm(x), x)", "2*x"), "x:n"),
    Misconception("mean-as-sum", LOSS,
        "You lost the division by the number of examples. A mean is the sum over that number, and so is its gradient.",
        of(mean_as_sum), "The sum in the place of the mean",
        ("matgrad(norm(X*w - y)^2/m, w)", "2*X'*(X*w - y)"), "X:m,n w:n y:m"),
    Misconception("inverse-minus-lost", INVERSE,
        "You lost the minus. Vary $AA^{-1} = I$ and solve for the change of the inverse: $d(A^{-1}) = "
        "-A^{-1}\\,dA\\,A^{-1}$.",
        of(inverse_minus_lost), "The minus of the inverse is missing",
        ("matgrad(a'*inv(A)*b, A)", "inv(A)'*a*b'*inv(A)'"), "a:n b:n A:n,n"),
    Misconception("inverses-on-one-side", INVERSE,
        "You put both inverses on the same side. They need not commute with the differential: one stands on each "
        "side.",
        of(inverses_on_one_side), "Both inverses on one side",
        ("matgrad(a'*inv(A)*b, A)", "-inv(A)'*inv(A)'*a*b'"), "a:n b:n A:n,n"),
    Misconception("inverse-once", INVERSE,
        "You wrote the inverse once. It stands on both sides of the differential: $d(A^{-1}) = -A^{-1}\\,dA\\,A^{-1}$.",
        of(inverse_once), "The second inverse is missing",
        ("matgrad(a'*inv(A)*b, A)", "-inv(A)'*a*b'"), "a:n b:n A:n,n"),
    Misconception("inverse-of-the-change", INVERSE,
        "You left out both inverses. The change of the inverse is $-A^{-1}\\,dA\\,A^{-1}$.",
        of(inverse_of_the_change), "Both inverses are missing", ("matgrad(a'*inv(A)*b, A)", "-a*b'"), "a:n b:n A:n,n"),
    Misconception("inverse-once-behind", INVERSE,
        "You wrote the inverse behind the differential alone. It stands on both sides: $d(A^{-1}) = "
        "-A^{-1}\\,dA\\,A^{-1}$.",
        of(inverse_once_behind), "The first inverse is missing",
        ("matgrad(a'*inv(A)*b, A)", "-a*b'*inv(A)'"), "a:n b:n A:n,n"),
    Misconception("inverse-passed-over", INVERSE,
        "You differentiated as if the matrix stood there and not its inverse. The change of the inverse is "
        "$-A^{-1}\\,dA\\,A^{-1}$.",
        of(inverse_passed_over), "The inverse was passed over", ("matgrad(a'*inv(A)*b, A)", "a*b'"), "a:n b:n A:n,n"),
    Misconception("inverse-not-transposed", LOGDET,
        "You gave the inverse. The gradient belongs to $\\operatorname{tr}(G^{\\top}dA)$, so it is the transposed "
        "inverse.",
        of(inverse_not_transposed), "The inverse is not transposed", ("matgrad(logdet(A), A)", "inv(A)"), "A:n,n"),
    Misconception("inverse-of-logdet-lost", LOGDET,
        "You left out the inverse. The logarithm of a number has one over the number as its slope; here that is the "
        "inverse matrix, transposed.",
        of(inverse_below_trace_lost), "The inverse of the log-determinant is missing",
        ("matgrad(logdet(A), A)", "A'"), "A:n,n"),
    Misconception("determinant-kept", LOGDET,
        "You kept the determinant as a factor. The logarithm divides by it, and the two cancel.",
        of(determinant_kept), "The determinant for its logarithm",
        ("matgrad(logdet(A), A)", "det(A)*inv(A)'"), "A:n,n"),
    Misconception("determinant-factor-lost", LOGDET,
        "You left out the determinant. Without the logarithm it stays in front: $\\det A\\cdot A^{-\\top}$.",
        of(determinant_factor_lost), "The factor of the determinant is missing",
        ("matgrad(det(A), A)", "inv(A)'"), "A:n,n"),
    Misconception("one-over-determinant", LOGDET,
        "You used the rule for the logarithm of a number. Each entry of the matrix moves the determinant: the gradient "
        "is the transposed inverse, a matrix.",
        one_over_determinant, "One over the determinant", ("matgrad(logdet(A), A)", "1/det(A)"), "A:n,n"),
)  # fmt: skip
