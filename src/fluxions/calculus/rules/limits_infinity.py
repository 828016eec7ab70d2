"""Limits far out: divide by the highest power, keep the dominant term, compare how fast things grow."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.expansion import as_expr, polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    ZERO,
    Add,
    Div,
    Expr,
    Limit,
    Mul,
    Neg,
    Num,
    Pow,
    Root,
    Sym,
)  # fmt: skip
from fluxions.calculus.rules.factorials import factorials_peeled
from fluxions.calculus.rules.growth import Growth, growth, leading, outgrows
from fluxions.calculus.rules.limits_standard import factors_in
from fluxions.calculus.rules.tendency import MINUS_INF, Way, side_of, toward, way
from fluxions.calculus.trees import free_of, nodes

Terms = tuple[Expr, ...]


def _open(node: Expr) -> tuple[Expr, Way] | None:
    """What an undetermined limit at ±∞ is taken of."""
    if isinstance(node, Limit) and way(node).at_infinity and toward(node.arg, way(node)) is None:
        return node.arg, way(node)
    return None


def _again(node: Expr, f: Expr) -> Expr:
    return node.rebuilt((f, *node.children[1:]))


def divide_by_highest_power(node: Expr) -> Expr | Found | None:
    """p/q = (p/xⁿ)/(q/xⁿ) where n is the degree of the denominator; roots count with half the degree inside."""
    opened = _open(node)
    if opened is None or not isinstance(opened[0], Div):
        return None
    f, on = opened
    top, bottom = _terms(f.top), _terms(f.bottom)  # type: ignore[attr-defined]
    degrees = [_degree(each, on.x) for each in bottom]
    if any(each is None for each in degrees) or not any(isinstance(each, Add) for each in nodes(f)):
        return None
    n = max(each for each in degrees if each is not None)
    if n <= 0:
        return None
    parts = [[_over_power(each, on, n) for each in side] for side in (top, bottom)]
    if any(each is None for side in parts for each in side):
        return None
    above, below = (_added([each for each in side if each is not None]) for side in parts)
    return Found(_again(node, Div(above, below)), (("u", _power(on.x, n)),))


def _terms(e: Expr) -> Terms:
    if isinstance(e, Add):
        return e.terms
    flat = polynomial(e) if isinstance(e, (Mul, Pow)) else None
    if flat is not None:
        spread = as_expr(flat)
        return spread.terms if isinstance(spread, Add) else (spread,)
    return (e,)


def _added(terms: list[Expr]) -> Expr:
    return terms[0] if len(terms) == 1 else Add(tuple(terms))


def _power(x: Sym, n: Fraction) -> Expr:
    if n.denominator == 2:
        return Root(x, Num(2)) if n == Fraction(1, 2) else Pow(x, Num(n))
    return x if n == 1 else Pow(x, Num(n))


def _degree(term: Expr, x: Sym) -> Fraction | None:
    """The degree in x of a term: a monomial, or a root of a polynomial, with a number or letters in front."""
    if free_of(term, x):
        return Fraction(0)
    match term:
        case Neg(u):
            return _degree(u, x)
        case Root(u, Num(n)):
            inside = _degree_of_sum(u, x)
            return None if inside is None else inside / n
        case Sym():
            return Fraction(1)
        case Pow(u, Num(n)) if (d := _degree_of_sum(u, x)) is not None:
            return Fraction(d * n)
        case Mul(factors):
            parts = [_degree(each, x) for each in factors]
            return None if any(each is None for each in parts) else sum((each for each in parts if each), Fraction(0))
        case Div(u, v) if (d := _degree(u, x)) is not None and (e := _degree(v, x)) is not None:
            return d - e
    return None


def _degree_of_sum(e: Expr, x: Sym) -> Fraction | None:
    found = [_degree(each, x) for each in _terms(e)]
    return None if any(each is None for each in found) else max(each for each in found if each is not None)


def _over_power(term: Expr, on: Way, n: Fraction) -> Expr | None:
    """term/xⁿ; a root takes the power inside, with its sign where x is negative."""
    match term:
        case Neg(u):
            inner = _over_power(u, on, n)
            return None if inner is None else Neg(inner)
        case Root(u, Num(m)):
            power = m * n
            if (
                power.denominator != 1
                or m.denominator != 1
                or (m % 2 == 0 and on.at_infinity < 0 and n.denominator > 1)
            ):
                return None
            inside = Root(_spread(u, on.x, power), Num(m))
            turned = m % 2 == 0 and on.at_infinity < 0 and n % 2 == 1
            return Neg(inside) if turned else inside
        case Pow(Add() as u, Num(k)) if k.denominator > 1:
            power = n / k
            if power.denominator != 1 or (k.denominator % 2 == 0 and on.at_infinity < 0):
                return None
            return Pow(_spread(u, on.x, power), Num(k))
        case Mul(factors) if _has_roots_apart(factors):
            return _each_over_its_power(factors, on, n)
        case Mul(factors) if roots := [each for each in factors if isinstance(each, Root) and not free_of(each, on.x)]:
            inside_out = _over_power(roots[0], on, _degree(roots[0], on.x) or Fraction(0)) if len(roots) == 1 else None
            if inside_out is None:
                return None
            rest = tuple(each for each in factors if each is not roots[0])
            left = tidied(
                Div(Mul(rest) if len(rest) > 1 else rest[0], _power(on.x, n - (_degree(roots[0], on.x) or 0)))
            )
            return inside_out if left == ONE else Mul((left, inside_out))
    return tidied(Div(term, _power(on.x, n)))


def _has_roots_apart(factors: Terms) -> bool:
    """Are there two roots of sums among them, or one that is written as a power?"""
    powers = [each for each in factors if isinstance(each, Pow) and isinstance(each.base, Add)]
    fractional = any(isinstance(each.exponent, Num) and each.exponent.value.denominator > 1 for each in powers)
    return fractional or sum(isinstance(each, Root) and isinstance(each.arg, Add) for each in factors) > 1


def _each_over_its_power(factors: Terms, on: Way, n: Fraction) -> Expr | None:
    """∛x ∛(x + 1) / x^(2/3) = 1 · ∛(1 + 1/x): each factor is divided by the power that it grows like."""
    degrees = [_degree(each, on.x) or Fraction(0) for each in factors]
    parts = [_over_power(each, on, d) for each, d in zip(factors, degrees, strict=True)]
    left = sum(degrees, Fraction(0)) - n
    if any(each is None for each in parts) or left > 0:
        return None
    kept = [each for each in parts if each is not None and each != ONE]
    return _times([*kept, *((Div(ONE, _power(on.x, -left)),) if left else ())])


def _spread(e: Expr, x: Sym, n: Fraction) -> Expr:
    return _added([tidied(Div(each, _power(x, n))) for each in _terms(e)])


def growth_comparison(node: Expr) -> Expr | Found | None:
    """A quotient of two kinds of growth: ln x < xᵖ < eˣ < x! < xˣ; it goes to 0 or beyond all bounds."""
    opened = _open(node)
    if opened is None:
        return None
    f, on = opened
    above, below = _fast_and_slow(f, on)
    top, bottom = leading(growth(above, on)), leading(growth(below, on))
    total = leading(growth(f, on))
    if top is None or bottom is None or total is None or (top[0] == bottom[0] and top[0] == (0.0, 1.0)):
        return None
    sign = side_of(f, on)
    if total[1] > 0:
        return Found(INF if sign > 0 else MINUS_INF, (("u", above), ("v", below))) if sign else None
    return Found(ZERO, (("u", below), ("v", above)))


def _fast_and_slow(f: Expr, on: Way) -> tuple[Expr, Expr]:
    """What grows in a product, and what it is divided by: x³e⁻ˣ is x³ over eˣ."""
    above: list[Expr] = []
    below: list[Expr] = []
    _sort(f, on, above, below)
    return _times(above), _times(below)


def _sort(e: Expr, on: Way, above: list[Expr], below: list[Expr]) -> None:
    match e:
        case Neg(u):
            _sort(u, on, above, below)
        case Mul(factors):
            for each in factors:
                _sort(each, on, above, below)
        case Div(u, v):
            _sort(u, on, above, below)
            _sort(v, on, below, above)
        case Pow(base, v) if (found := leading(growth(e, on))) is not None and found[1] < 0:
            below.append(tidied(Pow(base, Neg(v))))
        case _ if not free_of(e, on.x):
            above.append(e)


def _times(factors: list[Expr]) -> Expr:
    return ONE if not factors else factors[0] if len(factors) == 1 else Mul(tuple(factors))


def dominant_term(node: Expr) -> Expr | Found | None:
    """A sum that stands as a factor is as good as the term that outgrows all others."""
    opened = _open(node)
    if opened is None:
        return None
    f, on = opened
    for factor, put in factors_in(f):
        inside = factor.arg if isinstance(factor, Root) else factor
        best = _largest(inside.terms, on) if isinstance(inside, Add) else None
        if best is not None and not free_of(best, on.x):
            by = Root(best, factor.degree) if isinstance(factor, Root) else best
            return Found(_again(node, put(by)), (("u", best), ("v", inside)))
    return None


def _largest(terms: Terms, on: Way) -> Expr | None:
    sizes: list[Growth | None] = [growth(each, on) for each in terms]
    for each, grown in zip(terms, sizes, strict=True):
        if all(other is grown or outgrows(grown, other) for other in sizes):
            return each
    return None


def factorials_peeled_off(node: Expr) -> Expr | Found | None:
    """(n + 1)! = (n + 1) · n!, so that factorials cancel."""
    opened = _open(node)
    if opened is None:
        return None
    peeled = factorials_peeled(opened[0])
    return None if peeled == opened[0] else Found(_again(node, peeled), (("u", peeled),))


SKILL = "limits-infinity-growth"
RULES = (
    Rule("factorials-peeled-off", SKILL, "Write the larger factorial by the smaller one: ${u}$.",
         factorials_peeled_off, "peeling off factors of a factorial"),
    Rule("divide-by-highest-power", SKILL, "Divide numerator and denominator by ${u}$, the highest power below.",
         divide_by_highest_power, "dividing by the highest power"),
    Rule("growth-comparison", SKILL, "In the end ${u}$ outgrows ${v}$: logarithms grow slower than powers, powers "
         "slower than exponentials, exponentials slower than factorials.", growth_comparison,
         "the comparison of growth"),
    Rule("dominant-term", SKILL, "Far out ${u}$ outgrows the other terms of ${v}$, so the sum is as good as it.",
         dominant_term, "the dominant term"),
)  # fmt: skip
