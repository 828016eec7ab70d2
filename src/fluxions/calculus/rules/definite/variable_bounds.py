"""The derivative of an integral by its bounds, and under the integral sign."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import Add, Diff, Expr, Int, Mul, Neg, Sym
from fluxions.calculus.trees import free_of, substituted


def at_the_upper_bound(node: Expr) -> Expr | Found | None:
    """d/dx ∫ f(t) dt from a to b(x) is f(b(x)) b'(x), and minus the same at a lower bound; f free of x."""
    match node:
        case Diff(Int(f, t, low, high), x) if low is not None and high is not None and free_of(f, x) and x != t:
            terms = _ends(node.arg, x)  # type: ignore[arg-type]
            if not terms:
                return None
            return Found(terms[0] if len(terms) == 1 else Add(terms), (("f", f), ("x", x)))
    return None


def _ends(e: Int, x: Sym) -> tuple[Expr, ...]:
    """f(b) b' and −f(a) a', where the bounds depend on x."""
    terms: list[Expr] = []
    for end, sign in ((e.high, 1), (e.low, -1)):
        if end is None or free_of(end, x):
            continue
        value = substituted(e.arg, {e.variable.name: end})
        slope = value if end == x else Mul((value, Diff(end, x)))
        terms.append(slope if sign > 0 else Neg(slope))
    return tuple(terms)


def leibniz(node: Expr) -> Expr | Found | None:
    """d/dx ∫ f(x, t) dt = f(x, b) b' − f(x, a) a' + ∫ ∂f/∂x dt."""
    match node:
        case Diff(Int(f, t, low, high), x) if low is not None and high is not None and not free_of(f, x) and x != t:
            terms = _ends(node.arg, x)  # type: ignore[arg-type]
            inside = Int(Diff(f, x), t, low, high)
            return Found(Add((*terms, inside)) if terms else inside, (("f", f), ("x", x)))
    return None


RULES = (
    Rule("derivative-by-the-bound", "ftc-accumulation",
         "The derivative of an integral by its upper bound is the integrand at that bound, by its lower bound "
         "minus that; a bound that is a function of ${x}$ brings its own derivative.", at_the_upper_bound,
         "the first part of the fundamental theorem", inside=(Int,), early=True),
    Rule("under-the-integral", "differentiating-under-integral",
         "Differentiate under the integral sign by ${x}$, and add what the moving bounds bring.", leibniz,
         "Leibniz's rule", inside=(Int,), early=True),
)  # fmt: skip
