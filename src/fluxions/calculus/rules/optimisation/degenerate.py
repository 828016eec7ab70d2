"""Stationary points that the Hessian leaves open: the function on lines and parabolas, or a difference of one sign."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fluxions.calculus.equality.expansion import Polynomial, as_expr, polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Add, Expr, Mul, Neg, Num, Vector
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.rules.several.places import symbols_of
from fluxions.calculus.trees import substituted

Order = tuple[int, int]  # the degree of the first term that is not 0, and its sign


def about(f: Expr, v: Vector, point: Vector) -> Polynomial | None:
    """f(p + h) − f(p) as a polynomial in h, whose parts keep the names of the variables; None of anything else."""
    if any(rational_value(each) is None for each in point.entries):
        return None
    shifted = {x.name: Add((x, a)) for x, a in zip(symbols_of(v), point.entries, strict=True)}
    found = polynomial(tidied(substituted(f, shifted)))
    if found is None or any(name not in shifted for key in found for name, _ in key):
        return None
    return {key: c for key, c in found.items() if key}


def leading_orders(
    f: Expr, v: Vector, point: Vector, ways: Sequence[tuple[int, ...]]
) -> tuple[Order | None, ...] | None:
    """For each direction u the first term of f(p + tu) − f(p) in t; None in place of one where all are 0."""
    around = about(f, v, point)
    if around is None:
        return None
    names = [x.name for x in symbols_of(v)]
    return tuple(_first(around, dict(zip(names, way, strict=True))) for way in ways)


def _first(around: Polynomial, way: dict[str, int]) -> Order | None:
    by_degree: dict[int, Fraction] = {}
    for key, c in around.items():
        value = c
        for name, n in key:
            value *= way[name] ** n
        degree = sum(n for _, n in key)
        by_degree[degree] = by_degree.get(degree, Fraction(0)) + value
    found = next(((n, c) for n, c in sorted(by_degree.items()) if c), None)
    return None if found is None else (found[0], 1 if found[1] > 0 else -1)


def order_on_parabola(f: Expr, v: Vector, point: Vector, k: Num, turned: bool) -> Order | None:
    """The first term of f(p + (t, kt²)) − f(p) in t; turned: of f(p + (kt², t)) − f(p)."""
    around = about(f, v, point)
    if around is None:
        return None
    first, second = (x.name for x in symbols_of(v))
    line, bent = (second, first) if turned else (first, second)
    by_degree: dict[int, Fraction] = {}
    for key, c in around.items():
        powers = dict(key)
        n, m = powers.get(line, 0), powers.get(bent, 0)
        by_degree[n + 2 * m] = by_degree.get(n + 2 * m, Fraction(0)) + c * k.value**m
    found = next(((n, c) for n, c in sorted(by_degree.items()) if c), None)
    return None if found is None else (found[0], 1 if found[1] > 0 else -1)


def never_below(f: Expr, v: Vector, point: Vector, way: int) -> Expr | None:
    """f − f(p) in the distances to p where it is a sum of even powers with factors of the sign `way`; else None."""
    around = about(f, v, point)
    if not around or any(c * way < 0 or any(n % 2 for _, n in key) for key, c in around.items()):
        return None
    back = {x.name: tidied(Add((x, Neg(a)))) for x, a in zip(symbols_of(v), point.entries, strict=True)}
    return tidied(Mul((Num(1), substituted(as_expr(around), back))))
