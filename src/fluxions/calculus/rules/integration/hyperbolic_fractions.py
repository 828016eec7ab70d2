"""Fractions of sinh and cosh: u = cosh, sinh or tanh where a symmetry allows it."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.expr import ONE, TWO, Add, Div, Expr, Mul, Neg, Num, Pow, Sym, fn
from fluxions.calculus.rules.integration.angles import HYPERBOLIC, hyperbolic_waves
from fluxions.calculus.rules.integration.half_angle import COSINE, SINE, by_two_waves
from fluxions.calculus.rules.integration.integrand import fresh, put_in, substituting
from fluxions.calculus.rules.integration.lowest_terms import by_power, in_lowest_terms, is_polynomial
from fluxions.calculus.rules.integration.pieces import product

NAMES = tuple(HYPERBOLIC)


def _fraction(node: Expr) -> tuple[Expr, Sym, Expr, Expr] | None:
    """What `by_two_waves` sees, unless it is a product of powers, which has rules of its own."""
    powers = hyperbolic_waves(node)
    return None if powers is not None and powers.alone and powers.whole else by_two_waves(node, NAMES)


def cosh_for_odd_sinh(node: Expr) -> Expr | Found | None:
    """R(−sinh, cosh) = −R(sinh, cosh): u = cosh, du = sinh dw, sinh² = u² − 1."""
    return _turned(node, SINE, COSINE, "cosh", Num(-1))


def sinh_for_odd_cosh(node: Expr) -> Expr | Found | None:
    """R(sinh, −cosh) = −R(sinh, cosh): u = sinh, du = cosh dw, cosh² = u² + 1."""
    return _turned(node, COSINE, SINE, "sinh", ONE)


def _turned(node: Expr, spent: Sym, kept: Sym, name: str, added: Num) -> Found | None:
    seen = _fraction(node)
    if seen is None:
        return None
    f, x, w, slope = seen
    u = fresh(node, x)
    even = by_power(Div(f, spent), spent, 2, Add((Pow(kept, TWO), added)))
    if even is None:
        return None
    g = in_lowest_terms(put_in(Div(even, slope), kept, u))
    return Found(substituting(g, u, fn(name, w)), (("u", u), ("v", fn(name, w))))


def tanh_for_even(node: Expr) -> Expr | Found | None:
    """R(−sinh, −cosh) = R(sinh, cosh): u = tanh, sinh = u cosh, cosh² = 1/(1 − u²), dw = du/(1 − u²)."""
    seen = _fraction(node)
    if seen is None or is_polynomial(seen[0]):
        return None
    f, x, w, slope = seen
    u = fresh(node, x)
    below = Add((ONE, Neg(Pow(u, TWO))))
    even = by_power(put_in(f, SINE, Mul((u, COSINE))), COSINE, 2, Div(ONE, below))
    if even is None:
        return None
    g = in_lowest_terms(Div(even, product((slope, below))))
    return Found(substituting(g, u, fn("tanh", w)), (("u", u), ("v", fn("tanh", w)), ("w", w)))


TRIG = "trig-integrals"
RULES = (
    Rule("cosh-for-odd-sinh", TRIG,
         "The integrand is the hyperbolic sine times a function of the hyperbolic cosine: take ${u} = {v}$.",
         cosh_for_odd_sinh, "the hyperbolic cosine as the new variable", cost=3),
    Rule("sinh-for-odd-cosh", TRIG,
         "The integrand is the hyperbolic cosine times a function of the hyperbolic sine: take ${u} = {v}$.",
         sinh_for_odd_cosh, "the hyperbolic sine as the new variable", cost=3),
    Rule("tanh-for-even", TRIG,
         "The integrand stays as it is when both hyperbolic functions change their signs: take ${u} = {v}$, "
         "so that $\\cosh^2 {w} = 1/(1-{u}^2)$.",
         tanh_for_even, "the hyperbolic tangent as the new variable", cost=4),
)  # fmt: skip
