"""The logarithm of a product, a quotient or a power is written as a sum before it is differentiated."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.expr import ONE, ZERO, Add, Const, Diff, Div, Expr, Fn, Mul, Neg, Num, Pow, Rel, Root, Sym, fn
from fluxions.calculus.trees import free_of


def logarithm_written_out(node: Expr) -> Expr | Found | None:
    """ln(a xⁿ eᵘ/b) = ln a + n ln x + u − ln b for x > 0, where a and b are positive numbers; n ln|x| for an even n."""
    match node:
        case Diff(Fn("ln", (inside,)) as f, x) if isinstance(inside, (Mul, Div, Pow, Root)) and not free_of(inside, x):
            terms = list(_logarithms(inside, x, fn("abs", x) if _is_of_both_signs(inside, x) else x))
            if terms and None not in terms:
                return _sum_of(f, [each for each in terms if each is not None], x)
    return None


def _sum_of(f: Expr, terms: list[Expr], x: Sym) -> Found:
    written = terms[0] if len(terms) == 1 else Add(tuple(terms))
    needed = (Condition(Rel(">", x, ZERO), "assumed"),) if any(_has_logarithm_of(each, x) for each in terms) else ()
    return Found(Diff(written, x), (("f", f), ("g", written)), needed)


def _has_logarithm_of(term: Expr, x: Sym) -> bool:
    return not free_of(term, x) and any(fn("ln", x) in (each, *each.children) for each in (term, *term.children))


def logarithm_of_absolute_value(node: Expr) -> Expr | Found | None:
    """d/dx ln|u| = u'/u, whatever the sign of u."""
    match node:
        case Diff(Fn("ln", (Fn("abs", (u,)),)), x) if not free_of(u, x):
            return Found(Div(ONE if u == x else Diff(u, x), u), (("u", u),))
    return None


def _is_of_both_signs(u: Expr, x: Sym) -> bool:
    """Has ln u a value for negative x too, where all powers of x are even?"""
    match u:
        case Mul() | Div():
            return all(_is_of_both_signs(each, x) for each in u.children)
        case Pow(base, Num(n)) if base == x:
            return bool(n.denominator == 1 and n % 2 == 0)
        case Pow(base, _) if _is_positive(base):
            return True
    return free_of(u, x)


def _logarithms(u: Expr, x: Sym, size: Expr) -> Iterator[Expr | None]:
    """The terms of ln u; None for a part that is no positive number, no power of x, whose size is given, nor of e."""
    match u:
        case Mul(factors):
            for each in factors:
                yield from _logarithms(each, x, size)
        case Div(top, bottom):
            yield from () if top == ONE else _logarithms(top, x, size)
            for term in _logarithms(bottom, x, size):
                yield None if term is None else Neg(term)
        case Pow(Const("e"), exponent):
            yield _signed(exponent)
        case Pow(base, exponent) if base == x and free_of(exponent, x):
            yield Mul((exponent, fn("ln", size)))
        case Pow(base, exponent) if _is_positive(base):
            yield Mul((exponent, fn("ln", base)))
        case Root(base, Num(n)) if base == x:
            yield Mul((Num(1 / n), fn("ln", x)))
        case _:
            yield fn("ln", u) if u == x or _is_positive(u) else None


def _signed(term: Expr) -> Expr:
    """−3x as a subtracted term, not as the product of −3 and x."""
    match term:
        case Mul((Num(c), *rest)) if c < 0:
            return Neg(Mul((Num(-c), *rest)))
    return term


def _is_positive(u: Expr) -> bool:
    return u in (Const("e"), Const("pi")) or (isinstance(u, Num) and u.value > 0)


RULES = (
    Rule("logarithm-of-absolute-value", "derivative-exp-log",
         "The derivative of $\\ln|u|$ is $u'/u$, whatever the sign of $u$; here $u = {u}$.",
         logarithm_of_absolute_value, "the derivative of ln|x|", inside=("ln",)),
    Rule("logarithm-written-out", "exponentials-logarithms",
         "The logarithm turns products into sums and powers into factors: write ${f}$ as ${g}$.",
         logarithm_written_out, "the laws of logarithms", inside=("ln",)),
)  # fmt: skip
