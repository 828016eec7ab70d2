"""Euler's substitutions for the root of a quadratic with a linear term: late, when no other way is left."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import TWO, ZERO, Add, Div, Expr, Mul, Neg, Pow, Root, Sym
from fluxions.calculus.rules.integration.integrand import fresh, power, quotient, substituting
from fluxions.calculus.rules.integration.lowest_terms import in_lowest_terms
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.rules.integration.squares import root_of, sign_of
from fluxions.calculus.rules.integration.trigonometric_substitution import Radical, put_in_root, radical
from fluxions.calculus.trees import nodes


def euler_first(node: Expr) -> Expr | Found | None:
    """√(p x² + b x + c) = u − √p x, for a square p: x = (u² − c)/(2√p u + b)."""
    seen = radical(node)
    k = None if seen is None or seen.b == ZERO else _whole_root(seen.p)
    if seen is None or k is None:
        return None
    u = fresh(seen.f, seen.x)
    below = Add((product((TWO, k, u)), seen.b))
    value = in_lowest_terms(Div(Add((Pow(u, TWO), Neg(seen.c))), below))
    root = Add((u, Neg(product((k, value)))))
    top = Add((product((k, Pow(u, TWO))), product((seen.b, u)), product((k, seen.c))))
    slope = in_lowest_terms(Div(Mul((TWO, top)), Pow(below, TWO)))
    inside = tidied(Add((product((k, seen.x)), Root(seen.inside, TWO))))
    return _opened(seen, u, value, root, slope, inside)


def euler_second(node: Expr) -> Expr | Found | None:
    """√(p x² + b x + c) = x u + √c, for a square c: x = (2√c u − b)/(p − u²)."""
    seen = radical(node)
    k = None if seen is None or ZERO in (seen.b, seen.c) else _whole_root(seen.c)
    if seen is None or k is None:
        return None
    u = fresh(seen.f, seen.x)
    below = Add((seen.p, Neg(Pow(u, TWO))))
    above = Add((product((TWO, k, u)), Neg(seen.b)))
    value = in_lowest_terms(Div(above, below))
    root = Add((product((value, u)), k))
    slope_top = Add((Mul((product((TWO, k)), below)), Mul((TWO, u, above))))
    slope = in_lowest_terms(Div(slope_top, Pow(below, TWO)))
    inside = quotient(Add((Root(seen.inside, TWO), Neg(k))), seen.x)
    return _opened(seen, u, value, root, slope, inside)


def _whole_root(c: Expr) -> Expr | None:
    """√c where it needs no root sign."""
    if sign_of(c) != 1:
        return None
    root = root_of(c)
    return None if any(isinstance(e, Root) for e in nodes(root)) else root


def _opened(seen: Radical, u: Sym, value: Expr, root: Expr, slope: Expr, inside: Expr) -> Found:
    written = put_in_root(seen, lambda n: power(root, 2 * n), value)
    g = in_lowest_terms(Mul((written, slope)))
    using = (("u", u), ("v", inside), ("x", seen.x), ("w", value), ("s", slope), ("r", Root(seen.inside, TWO)))
    return Found(substituting(g, u, inside), using)


SAYS = "Take ${u} = {v}$: then ${x} = {w}$ and $d{x} = {s}\\,d{u}$, and ${r}$ is a fraction in ${u}$ too."
RULES = (
    Rule("euler-first", "integration-strategy", SAYS, euler_first, "Euler's first substitution", cost=16),
    Rule("euler-second", "integration-strategy", SAYS, euler_second, "Euler's second substitution", cost=16),
)
