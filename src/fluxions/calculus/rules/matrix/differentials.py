"""The differential of sums, products, transposes, traces, norms and inverses, one rule for each way to combine."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Div, E, Expr, Fn, Mul, Neg, Num, Operator, Pow, Rel, num
from fluxions.calculus.rules.matrix.build import (
    assembled,
    hadamard,
    over,
    parts,
    power,
    product,
    quotient,
    trace,
    transposed,
)
from fluxions.calculus.rules.matrix.sums import terms
from fluxions.calculus.shapes import (
    SCALAR,
    Shaped,
    depends,
    differential_of,
    dim_expr,
    dim_times,
    is_column,
    is_scalar,
    shape,
)

MOST_FACTORS = 6
Made = Expr | Found | None


def d(u: Expr, x: Shaped) -> Expr:
    """du, standing; of X itself it is dX."""
    return differential_of(x) if u == x else Operator("differential", (u, x))


def of(rewrite: Callable[[Expr, Shaped], Made]) -> Callable[[Expr], Made]:
    """A rule for the differential of what depends on x."""

    def rule(node: Expr) -> Made:
        match node:
            case Operator("differential", (f, Shaped() as x)) if depends(f, x):
                return rewrite(f, x)
        return None

    rule.__doc__ = rewrite.__doc__
    return rule


def constant(node: Expr) -> Made:
    """dc = 0 where c does not depend on X."""
    match node:
        case Operator("differential", (f, Shaped() as x)) if not depends(f, x):
            return Found(ZERO if is_scalar(f) else Mul((ZERO, f)), (("X", x),))
    return None


def variable(f: Expr, x: Shaped) -> Made:
    """The differential of X is dX."""
    return Found(differential_of(x), (("X", x),)) if f == x else None


def addition(f: Expr, x: Shaped) -> Made:
    """d(u + v) = du + dv; terms without X have the differential 0."""
    if not isinstance(f, Add):
        return None
    moving = [_d_term(each, x) for each in terms(f) if depends(each, x)]
    return Found(moving[0] if len(moving) == 1 else Add(tuple(moving)), (("X", x),))


def _d_term(term: Expr, x: Shaped) -> Expr:
    """A sign stays outside."""
    return Neg(d(term.arg, x)) if isinstance(term, Neg) else d(term, x)


def constant_factor(f: Expr, x: Shaped) -> Made:
    """d(c·u) = c·du for numbers and scalars c that do not depend on X."""
    if not isinstance(f, (Mul, Neg, Div)):
        return None
    if isinstance(f, Div):
        if depends(f.bottom, x):
            return None
        return Found(over(d(f.top, x), f.bottom), (("c", Div(ONE, f.bottom)),))
    number, scalars, word = parts(f)
    still = tuple(each for each in scalars if not depends(each, x))
    moving = tuple(each for each in scalars if depends(each, x))
    if (number == 1 and not still) or (still and not moving and not word):
        return None
    inner = assembled(number / number, moving, word)
    constant = assembled(number, still, ())
    if inner == f:
        return None
    return Found(product(constant, d(inner, x)), (("c", constant),))


def multiplication(f: Expr, x: Shaped) -> Made:
    """d(ABC) = dA·BC + A·dB·C + AB·dC: only the factors that depend on X are varied."""
    if not isinstance(f, Mul) or len(f.factors) > 4 * MOST_FACTORS:
        return None
    number, scalars, word = parts(f)
    inside = scalars[0].children if len(scalars) == 1 and not word and isinstance(scalars[0], Mul) else ()
    row = inside or (*scalars, *word)
    moving = [i for i, each in enumerate(row) if depends(each, x)]
    if len(moving) > MOST_FACTORS:
        return None
    made = [product(num(number), *row[:i], d(row[i], x), *row[i + 1 :]) for i in moving]
    return Found(made[0] if len(made) == 1 else Add(tuple(made)), (("X", x),))


def division(f: Expr, x: Shaped) -> Made:
    """d(u/s) = du/s − u·ds/s² for a scalar s."""
    match f:
        case Div(u, s) if depends(s, x):
            first = (over(d(u, x), s),) if depends(u, x) else ()
            second = Neg(over(product(d(s, x), u), power(s, 2)))
            return Found(Add((*first, second)) if first else second, (("u", u), ("s", s)))
    return None


def square_of_norm(f: Expr, x: Shaped) -> Made:
    """d‖r‖² = 2 r' dr."""
    match f:
        case Pow(Fn("norm", (r,)), Num(n)) if n == 2 and is_column(r):
            return Found(product(TWO, transposed(r), d(r, x)), (("r", r),))
    return None


def square_of_frobenius(f: Expr, x: Shaped) -> Made:
    """d‖A‖² = 2 tr(A' dA) for the Frobenius norm."""
    match f:
        case Pow(Fn("norm", (a, kind)), Num(n)) if n == 2 and kind != ONE and not is_column(a):
            return Found(product(TWO, trace(product(transposed(a), d(a, x)))), (("A", a),))
    return None


def norm(f: Expr, x: Shaped) -> Made:
    """d‖r‖ = r' dr / ‖r‖ away from r = 0."""
    match f:
        case Fn("norm", (r, *kind)) if ONE not in kind:
            top = product(transposed(r), d(r, x)) if is_column(r) else trace(product(transposed(r), d(r, x)))
            apart = Condition(Rel("!=", f, ZERO), "assumed")
            return Found(over(top, f), (("r", r),), (apart,))
    return None


def absolute_norm(f: Expr, x: Shaped) -> Made:
    """d‖r‖₁ = sign(r)' dr away from its kinks."""
    match f:
        case Fn("norm", (r, Num(n))) if n == 1:
            signs = Fn("sign", (r,))
            top = product(transposed(signs), d(r, x)) if is_column(r) else trace(product(transposed(signs), d(r, x)))
            return Found(top, (("r", r),))
    return None


def transpose(f: Expr, x: Shaped) -> Made:
    """d(A') = (dA)'."""
    match f:
        case Fn("transpose", (a,)):
            return Found(Fn("transpose", (d(a, x),)), (("A", a),))
    return None


def linear(f: Expr, x: Shaped) -> Made:
    """The trace, the sum of entries, diag and vec are linear: they are taken of the differential."""
    match f:
        case Fn("tr" | "sum" | "diag" | "vec" as name, (a,)):
            return Found(Fn(name, (d(a, x),)), (("A", a),))
    return None


def mean(f: Expr, x: Shaped) -> Made:
    """The mean of n entries is their sum over n."""
    match f:
        case Fn("mean", (a,)):
            count = dim_expr(dim_times(*shape(a)))
            return Found(over(Fn("sum", (d(a, x),)), count), (("A", a), ("n", count)))
    return None


def inner_product(f: Expr, x: Shaped) -> Made:
    """⟨a, b⟩ = a'b, and tr(A'B) for matrices."""
    match f:
        case Fn("dot", (a, b)):
            word = product(transposed(a), b)
            return Found(d(word if is_column(a) else trace(word), x), (("a", a), ("b", b)))
    return None


def inverse(f: Expr, x: Shaped) -> Made:
    """d(A⁻¹) = −A⁻¹ dA A⁻¹."""
    match f:
        case Fn("inv", (a,)):
            there = Condition(Rel("!=", Fn("det", (a,)), ZERO), "assumed")
            return Found(Neg(product(f, d(a, x), f)), (("A", a),), (there,))
    return None


def determinant(f: Expr, x: Shaped) -> Made:
    """d det A = det A · tr(A⁻¹ dA)."""
    match f:
        case Fn("det", (a,)):
            there = Condition(Rel("!=", f, ZERO), "assumed")
            return Found(product(f, trace(product(Fn("inv", (a,)), d(a, x)))), (("A", a),), (there,))
    return None


def log_determinant(f: Expr, x: Shaped) -> Made:
    """d ln det A = tr(A⁻¹ dA)."""
    match f:
        case Fn("logdet", (a,)) | Fn("ln", (Fn("det", (a,)),)):
            there = Condition(Rel(">", Fn("det", (a,)), ZERO), "assumed")
            return Found(trace(product(Fn("inv", (a,)), d(a, x))), (("A", a),), (there,))
    return None


def entrywise_product(f: Expr, x: Shaped) -> Made:
    """d(A ∘ B) = dA ∘ B + A ∘ dB."""
    match f:
        case Fn("hadamard", (a, b)):
            first = (hadamard(b, d(a, x)),) if depends(a, x) else ()
            second = (hadamard(a, d(b, x)),) if depends(b, x) else ()
            return Found(total_standing((*first, *second)), (("A", a), ("B", b)))
    return None


def entrywise_quotient(f: Expr, x: Shaped) -> Made:
    """d(A ⊘ B) = dA ⊘ B − A ∘ dB ⊘ (B ∘ B)."""
    match f:
        case Fn("quotient", (a, b)):
            first = (quotient(d(a, x), b),) if depends(a, x) else ()
            second = (Neg(hadamard(quotient(a, hadamard(b, b)), d(b, x))),) if depends(b, x) else ()
            return Found(total_standing((*first, *second)), (("A", a), ("B", b)))
    return None


def kronecker(f: Expr, x: Shaped) -> Made:
    """d(A ⊗ B) = dA ⊗ B + A ⊗ dB."""
    match f:
        case Fn("kron", (a, b)):
            first = (Fn("kron", (d(a, x), b)),) if depends(a, x) else ()
            second = (Fn("kron", (a, d(b, x))),) if depends(b, x) else ()
            return Found(total_standing((*first, *second)), (("A", a), ("B", b)))
    return None


def matrix_power(f: Expr, x: Shaped) -> Made:
    """Aⁿ is the product A·…·A, whose factors do not commute with dA."""
    match f:
        case Pow(a, Num(n)) if a != E and not is_column(a) and shape(a) != SCALAR and 2 <= n <= MOST_FACTORS:
            return Found(d(Mul((a,) * int(n)), x), (("A", a), ("n", Num(n))))
    return None


def total_standing(made: tuple[Expr, ...]) -> Expr:
    """A sum of what still stands, in order."""
    return made[0] if len(made) == 1 else Add(made)


LAYOUT = "matrix-differentials"
SQUARES = "gradient-linear-quadratic"
TRACE = "trace-gradients"
LOGDET = "derivative-logdet"
INVERSE = "derivative-matrix-inverse"
RULES = (
    Rule("d-constant", LAYOUT, "Nothing here depends on ${X}$: the differential is 0.", constant, "a constant"),
    Rule("d-variable", LAYOUT, "The differential of ${X}$ is its small change.", of(variable), "the variable"),
    Rule("d-sum", LAYOUT, "Take the differential term by term; a term without ${X}$ has none.", of(addition),
         "the sum rule for differentials"),
    Rule("d-squared-norm", SQUARES, "The differential of a squared length is twice ${r}$, transposed, times its "
         "differential.", of(square_of_norm), "the squared norm"),
    Rule("d-squared-frobenius", TRACE, "The squared Frobenius norm is the trace of a matrix transposed times itself: "
         "its differential is twice that trace with one of them varied, $A={A}$.", of(square_of_frobenius),
         "the squared Frobenius norm"),
    Rule("d-constant-factor", LAYOUT, "The factor ${c}$ does not vary: it stays in front.", of(constant_factor),
         "the constant factor rule for differentials"),
    Rule("d-product", LAYOUT, "Vary one factor at a time, each in its place; what does not depend on ${X}$ stays.",
         of(multiplication), "the product rule for differentials"),
    Rule("d-quotient", LAYOUT, "Quotient rule for a scalar below: vary ${u}$, then ${s}$.", of(division),
         "the quotient rule for differentials"),
    Rule("d-norm", SQUARES, "The differential of a length is ${r}$, transposed, times its differential, over the "
         "length.", of(norm), "the norm"),
    Rule("d-absolute-norm", SQUARES, "The differential of a sum of absolute values takes the sign of each entry of "
         "${r}$.", of(absolute_norm), "the 1-norm"),
    Rule("d-transpose", LAYOUT, "The differential of a transpose is the transpose of the differential.", of(transpose),
         "the transpose rule"),
    Rule("d-linear", TRACE, "Sums and traces are linear: this one is taken of the differential of ${A}$.", of(linear),
         "the rule for linear functions"),
    Rule("d-mean", LAYOUT, "A mean is the sum of the entries over their number, ${n}$.", of(mean), "the mean"),
    Rule("d-dot", TRACE, "Write the inner product of ${a}$ and ${b}$ as a matrix product.", of(inner_product),
         "the inner product as a product"),
    Rule("d-log-determinant", LOGDET, "The differential of the logarithm of a determinant is the trace of the "
         "inverse times the differential, here of ${A}$.", of(log_determinant), "the log-determinant"),
    Rule("d-determinant", LOGDET, "Jacobi's formula: the differential of a determinant is the determinant times "
         "the trace of the inverse times the differential, here of ${A}$.", of(determinant), "Jacobi's formula"),
    Rule("d-inverse", INVERSE, "The differential of an inverse has the inverse on both sides of the differential "
         "and a minus, here of ${A}$.", of(inverse), "the inverse"),
    Rule("d-hadamard", LAYOUT, "Entry by entry the product rule holds: vary one factor, then the other.",
         of(entrywise_product), "the entrywise product rule"),
    Rule("d-entrywise-quotient", LAYOUT, "Entry by entry the quotient rule holds: vary ${A}$, then ${B}$.",
         of(entrywise_quotient), "the entrywise quotient rule"),
    Rule("d-kronecker", "kronecker-vec", "The product rule holds for the Kronecker product: vary ${A}$, then ${B}$.",
         of(kronecker), "the Kronecker product rule"),
    Rule("d-matrix-power", LAYOUT, "Write the power as a product: ${A}$ and its differential do not commute.",
         of(matrix_power), "a matrix power as a product"),
)  # fmt: skip

__all__ = ["LAYOUT", "RULES", "TRACE", "d", "of", "total_standing"]
