"""Functions of numbers, taken entry by entry, and softmax with its relatives."""

from __future__ import annotations

from collections.abc import Callable

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.expr import ONE, PI, TWO, ZERO, Add, E, Expr, Fn, Neg, Num, Pow, Rel, Root, fn, sqrt
from fluxions.calculus.rules.matrix.build import hadamard, ones_like, over, product, quotient, scaled, transposed
from fluxions.calculus.rules.matrix.differentials import LAYOUT, Made, d, of
from fluxions.calculus.shapes import Shaped, depends, dim_expr, is_column, is_scalar, shape

Slope = Callable[[Expr], Expr]  # f'(u) of the argument u, a scalar or an array


def _one_minus(u: Expr, v: Expr) -> Expr:
    """1 − v of the shape of u."""
    return Add((ones_like(u), Neg(v)))


def _sigmoid_slope(u: Expr) -> Expr:
    s = fn("sigmoid", u)
    return hadamard(s, _one_minus(u, s))


def _silu_slope(u: Expr) -> Expr:
    return Add((fn("sigmoid", u), hadamard(u, _sigmoid_slope(u))))


def _gelu_slope(u: Expr) -> Expr:
    return Add((fn("Phi", u), hadamard(u, fn("phi", u))))


def _erf_slope(u: Expr) -> Expr:
    return product(over(TWO, sqrt(PI)), Pow(E, Neg(hadamard(u, u))))


def _square(u: Expr) -> Expr:
    return Pow(u, TWO) if is_scalar(u) else hadamard(u, u)


SLOPES: dict[str, Slope] = {
    "sin": lambda u: fn("cos", u), "cos": lambda u: Neg(fn("sin", u)),
    "tan": lambda u: Add((ones_like(u), _square(fn("tan", u)))),
    "sinh": lambda u: fn("cosh", u), "cosh": lambda u: fn("sinh", u),
    "tanh": lambda u: _one_minus(u, _square(fn("tanh", u))), "sigmoid": _sigmoid_slope,
    "softplus": lambda u: fn("sigmoid", u), "relu": lambda u: fn("step", u), "abs": lambda u: fn("sign", u),
    "silu": _silu_slope, "gelu": _gelu_slope, "erf": _erf_slope, "Phi": lambda u: fn("phi", u),
    "phi": lambda u: Neg(hadamard(u, fn("phi", u))),
}  # fmt: skip
BELOW: dict[str, Callable[[Expr], Expr]] = {  # f'(u) = 1 / g(u)
    "ln": lambda u: u, "arctan": lambda u: Add((ones_like(u), _square(u))),
    "arsinh": lambda u: sqrt(Add((ones_like(u), _square(u)))),
    "arcsin": lambda u: sqrt(_one_minus(u, _square(u))), "artanh": lambda u: _one_minus(u, _square(u)),
}  # fmt: skip
KINKED = frozenset({"relu", "abs"})


def named_function(f: Expr, x: Shaped) -> Made:
    """d f(Z) = f'(Z) ∘ dZ, entry by entry."""
    if not isinstance(f, Fn) or len(f.args) != 1:
        return None
    u = f.args[0]
    apart = (Condition(Rel("!=", u, ZERO), "assumed"),) if f.name in KINKED else ()
    if f.name in BELOW:
        return Found(quotient(d(u, x), BELOW[f.name](u)), (("f", f), ("Z", u)))
    if f.name in SLOPES:
        return Found(hadamard(SLOPES[f.name](u), d(u, x)), (("f", f), ("Z", u)), apart)
    return None


def exponential(f: Expr, x: Shaped) -> Made:
    """d exp(Z) = exp(Z) ∘ dZ, and d aᶻ = aᶻ ln a dz for a scalar z."""
    match f:
        case Pow(base, u) if base == E:
            return Found(hadamard(f, d(u, x)), (("f", f), ("Z", u)))
        case Pow(base, u) if is_scalar(u) and not depends(base, x):
            return Found(product(f, Fn("ln", (base,)), d(u, x)), (("f", f), ("Z", u)))
    return None


def entrywise_power(f: Expr, x: Shaped) -> Made:
    """d zⁿ = n zⁿ⁻¹ ∘ dz for a scalar or the entries of a vector."""
    match f:
        case Pow(u, Num(n)) if u != E and depends(u, x) and (is_scalar(u) or is_column(u)):
            lower = u if n == 2 else Pow(u, Num(n - 1))
            if n < 0:
                return Found(scaled(n, quotient(d(u, x), Pow(u, Num(1 - n)))), (("Z", u), ("n", Num(n))))
            return Found(scaled(n, hadamard(lower, d(u, x))), (("Z", u), ("n", Num(n))))
        case Pow(u, n) if u != E and is_scalar(u) and is_scalar(n) and not depends(n, x):
            return Found(product(n, Pow(u, Add((n, Neg(ONE)))), d(u, x)), (("Z", u), ("n", n)))
    return None


def root(f: Expr, x: Shaped) -> Made:
    """d √z = dz / (2√z), and so for every root."""
    match f:
        case Root(u, Num(n)):
            below = scaled(n, f) if n == 2 else scaled(n, Pow(f, Num(n - 1)))
            return Found(quotient(d(u, x), below), (("f", f), ("Z", u)))
    return None


def softmax(f: Expr, x: Shaped) -> Made:
    """d s = s ∘ dz − s (s' dz) for s = softmax(z); for a matrix in every row."""
    match f:
        case Fn("softmax", (z,)) if is_column(z):
            within = Add((hadamard(f, d(z, x)), Neg(product(f, product(transposed(f), d(z, x))))))
            return Found(within, (("z", z),))
        case Fn("softmax", (z,)):
            return Found(Add((hadamard(f, d(z, x)), Neg(hadamard(f, _row_means(f, d(z, x)))))), (("z", z),))
    return None


def _row_means(s: Expr, dz: Expr) -> Expr:
    """(S ∘ dZ) 𝟏 𝟏': in every row the mean of dZ with the weights S."""
    columns = Fn("ones", (_width(s),))
    return product(hadamard(s, dz), columns, Fn("transpose", (columns,)))


def _width(s: Expr) -> Expr:
    return dim_expr(shape(s)[1])


def log_softmax(f: Expr, x: Shaped) -> Made:
    """d ln softmax(z) = dz − 𝟏 (softmax(z)' dz); for a matrix in every row."""
    match f:
        case Fn("ln", (Fn("softmax", (z,)) as s,)) if is_column(z):
            middle = product(ones_like(z), product(transposed(s), d(z, x)))
            return Found(Add((d(z, x), Neg(middle))), (("z", z),))
        case Fn("ln", (Fn("softmax", (z,)) as s,)):
            return Found(Add((d(z, x), Neg(_row_means(s, d(z, x))))), (("z", z),))
    return None


def log_sum_exp(f: Expr, x: Shaped) -> Made:
    """d ln Σ exp(z) = softmax(z)' dz; for a matrix in every row."""
    match f:
        case Fn("logsumexp", (z,)) if is_column(z):
            return Found(product(transposed(Fn("softmax", (z,))), d(z, x)), (("z", z),))
        case Fn("logsumexp", (z,)):
            ones = Fn("ones", (_width(z),))
            return Found(product(hadamard(Fn("softmax", (z,)), d(z, x)), ones), (("z", z),))
    return None


SOFTMAX = "softmax-jacobian"
RULES = (
    Rule("d-log-softmax", "softmax-cross-entropy-gradient", "The logarithm of softmax is its argument less "
         "log-sum-exp, whose differential is the mean of that of ${z}$ with softmax as weights.", of(log_softmax),
         "the logarithm of softmax"),
    Rule("d-softmax", SOFTMAX, "Each entry of softmax grows with its own ${z}$ and falls with the weighted mean of "
         "all.", of(softmax), "the softmax rule"),
    Rule("d-log-sum-exp", SOFTMAX, "The differential of log-sum-exp is the mean of that of ${z}$ with softmax as "
         "weights.", of(log_sum_exp), "log-sum-exp"),
    Rule("d-exponential", LAYOUT, "The exponential is its own derivative, to another base times its logarithm: times "
         "the differential of ${Z}$.", of(exponential), "the exponential, entry by entry"),
    Rule("d-function", LAYOUT, "Differentiate the function entry by entry at ${Z}$, times the differential of its "
         "argument.", of(named_function), "a function taken entry by entry"),
    Rule("d-power", LAYOUT, "Bring the exponent ${n}$ down and lower it by one, times the differential of ${Z}$.",
         of(entrywise_power), "the power rule, entry by entry"),
    Rule("d-root", LAYOUT, "The differential of a root is that of ${Z}$ over the root's own derivative below.",
         of(root), "the root, entry by entry"),
)  # fmt: skip

__all__ = ["RULES"]
