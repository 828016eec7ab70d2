"""Fractions that are shorter to differentiate once they are rewritten."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import ONE, Add, Diff, Div, Expr, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.trees import free_of

Monomial = tuple[Fraction, Fraction]  # a and k of a·xᵏ


def divided_term_by_term(node: Expr) -> Expr | Found | None:
    """(a xᵐ + b xᵏ)/(c xⁿ) = a/c · xᵐ⁻ⁿ + b/c · xᵏ⁻ⁿ."""
    match node:
        case Diff(Div(Add(terms), bottom) as f, x):
            below = _monomial(bottom, x)
            above = [_monomial(term, x) for term in terms]
            if below is not None and below[0] != 0 and below[1] > 0 and None not in above:
                parts = [_term(a / below[0], k - below[1], x) for a, k in filter(None, above)]
                written = Add(tuple(parts))
                return Found(Diff(written, x), (("f", f), ("v", bottom), ("g", written)))
    return None


def reciprocal_of_power(node: Expr) -> Expr | Found | None:
    """c/uⁿ = c u⁻ⁿ and c/√u = c u^(−1/2), where u is more than x."""
    match node:
        case Diff(Div(c, Pow(u, Num(n)) as v), x) if _is_inside(c, u, x) and n > 0:
            return Found(Diff(_scaled(c, Pow(u, Num(-n))), x), (("v", v), ("n", Num(-n))))
        case Diff(Div(c, Root(u, Num(n)) as v), x) if _is_inside(c, u, x) and n.denominator == 1:
            return Found(Diff(_scaled(c, Pow(u, Num(-1 / n))), x), (("v", v), ("n", Num(-1 / n))))
    return None


def _is_inside(c: Expr, u: Expr, x: Sym) -> bool:
    return free_of(c, x) and not free_of(u, x) and u != x


def _scaled(c: Expr, u: Expr) -> Expr:
    return u if c == ONE else Mul((c, u))


def _monomial(e: Expr, x: Sym) -> Monomial | None:
    """e as a·xᵏ with numbers a and k."""
    match e:
        case Num(a):
            return a, Fraction(0)
        case Neg(u):
            inner = _monomial(u, x)
            return None if inner is None else (-inner[0], inner[1])
        case Pow(u, Num(k)) if u == x:
            return Fraction(1), k
        case Root(u, Num(n)) if u == x:
            return Fraction(1), 1 / n
        case Mul((Num(a), u)):
            inner = _monomial(u, x)
            return None if inner is None else (a * inner[0], inner[1])
    return (Fraction(1), Fraction(1)) if e == x else None


def _term(a: Fraction, k: Fraction, x: Sym) -> Expr:
    """a·xᵏ as it stands in a sum; c/xⁿ where a is whole and k = −n."""
    if a < 0:
        return Neg(_term(-a, k, x))
    if k == 0:
        return Num(a)
    if k < 0 and k.denominator == a.denominator == 1:
        return Div(Num(a), x if k == -1 else Pow(x, Num(-k)))
    power = x if k == 1 else Pow(x, Num(k))
    return power if a == 1 else Mul((Num(a), power))


RULES = (
    Rule("divided-term-by-term", "algebraic-manipulation",
         "Every term of the top can be divided by ${v}$, so no quotient rule is needed: write ${f}$ as ${g}$.",
         divided_term_by_term, "dividing term by term", inside=(Div,)),
    Rule("reciprocal-of-power", "power-rule",
         "The top is constant: write one over ${v}$ as a power with the exponent ${n}$; this spares the quotient rule.",
         reciprocal_of_power, "rewriting a reciprocal as a power", inside=(Div,)),
)  # fmt: skip
