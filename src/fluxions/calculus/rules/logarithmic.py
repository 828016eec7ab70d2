"""Differentiation through the logarithm: products become sums, and f' = f (ln f)'."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import Add, Diff, Div, E, Expr, Fn, Mul, Neg, Num, Operator, Pow, Root, Sym, fn
from fluxions.calculus.trees import free_of


def logarithm_spread(node: Expr) -> Expr | Found | None:
    """ln(u^m v / w) = m ln u + ln v − ln w, where at least two of the parts move."""
    match node:
        case Diff(Fn("ln", (f,)), x) if isinstance(f, (Mul, Div)):
            terms = spread(f)
            if sum(not free_of(each, x) for each in terms) >= 2:
                return Found(Diff(Add(terms), x), (("f", f),))
    return None


def spread(f: Expr) -> tuple[Expr, ...]:
    """The terms of ln f."""
    match f:
        case Mul(factors):
            return tuple(term for each in factors for term in spread(each))
        case Div(Num(n), v) if n == 1:
            return tuple(_turned(each) for each in spread(v))
        case Div(u, v):
            return (*spread(u), *(_turned(each) for each in spread(v)))
        case Pow(base, exponent) if base == E:
            return (exponent,)
        case Pow(base, Num(n) as exponent) if n.denominator == 1 and n % 2 == 0:
            return (Mul((exponent, fn("ln", fn("abs", base)))),)
        case Pow(base, exponent):
            return (Mul((exponent, fn("ln", base))),)
        case Root(u, degree):
            return (Div(fn("ln", u), degree),)
    return (fn("ln", f),)


def _turned(term: Expr) -> Expr:
    return term.arg if isinstance(term, Neg) else Neg(term)


def through_the_logarithm(node: Expr) -> Expr | Found | None:
    """f' = f (ln f)': the task `logdiff(f, x)`."""
    match node:
        case Operator("logdiff", (f, Sym() as x)):
            return Found(Mul((f, Diff(fn("ln", f), x))), (("f", f),))
    return None


SKILL = "logarithmic-differentiation"
RULES = (
    Rule("through-the-logarithm", SKILL, "The derivative is the function times the derivative of its logarithm.",
         through_the_logarithm, "the log-derivative identity", on=("logdiff",)),
    Rule("logarithm-spread", "exponentials-logarithms",
         "The logarithm of a product is a sum, that of a quotient a difference, and exponents become factors.",
         logarithm_spread, "the laws of the logarithm", on=(Diff,), inside=("ln",)),
)  # fmt: skip
