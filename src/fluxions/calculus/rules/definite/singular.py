"""Where a function that is to be integrated has no value: zeros of denominators, edges of logarithms, poles of tan."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, pi

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.rule import Condition
from fluxions.calculus.equality.coefficients import coefficient
from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    PI,
    ZERO,
    Add,
    Div,
    E,
    Expr,
    Fn,
    Int,
    Mul,
    Neg,
    Num,
    Pow,
    Rel,
    Root,
    Sym,
    fn,
    sqrt,
)
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.ranges import between_for_certain, keeps_off_zero
from fluxions.calculus.rules.definite.powers import coefficients
from fluxions.calculus.trees import free_of, nodes, symbols

MOST_POLES = 12
LOOK = 4_000  # units for one guard


def guards(f: Expr, x: Sym) -> tuple[Expr, ...]:
    """Expressions at whose zeros f may have no finite value."""
    return tuple(dict.fromkeys(each for node in nodes(f) for each in _guards_of(node) if not free_of(each, x)))


def _guards_of(node: Expr) -> Iterator[Expr]:
    match node:
        case Div(_, bottom):
            yield bottom
        case Pow(base, Num(n)) if n < 0:
            yield base
        case Pow(base, exponent) if not isinstance(exponent, Num) and base != E and not isinstance(base, Num):
            yield base
        case Fn("ln", (u,)):
            yield u
        case Fn("tan" | "sec", (u,)):
            yield fn("cos", u)
        case Fn("cot" | "csc", (u,)):
            yield fn("sin", u)
        case Fn("artanh", (u,)):
            yield ONE - u**2


def singular_points(goal: Int) -> tuple[Expr, ...] | None:
    """The points of the closed range where f may have no value, in rising order; None where they are not all found."""
    assert goal.low is not None and goal.high is not None
    found: list[Expr] = []
    for guard in guards(goal.arg, goal.variable):
        if symbols(guard) != {goal.variable.name} or symbols(goal.low) | symbols(goal.high):
            continue  # with parameters it is a condition
        zeros = _zeros(guard, goal)
        if zeros is None:
            return None
        found.extend(zeros)
    return between_for_certain(tuple(dict.fromkeys(found)), goal.low, goal.high) if found else ()


def _zeros(guard: Expr, goal: Int) -> tuple[Expr, ...] | None:
    assert goal.low is not None and goal.high is not None
    if keeps_off_zero(guard, goal.variable, goal.low, goal.high, Budget(LOOK)):
        return ()
    return zeros(guard, goal.variable, goal.low, goal.high)


def zeros(e: Expr, x: Sym, low: Expr, high: Expr) -> tuple[Expr, ...] | None:
    """Exact zeros of e from low to high; None where no formula for them is at hand."""
    match e:
        case Mul(factors):
            parts = [zeros(each, x, low, high) for each in factors]
            return None if None in parts else tuple(zero for part in parts if part for zero in part)
        case Neg(u) | Pow(u, Num()) | Root(u, Num()) | Div(u, _) | Fn("arctan" | "arcsin" | "sinh" | "tanh", (u,)):
            return zeros(u, x, low, high)
        case Pow():
            return ()
        case Fn("ln", (u,)):
            return zeros(u - ONE, x, low, high)
        case Fn("sin" | "cos" as name, (u,)):
            return _angles(name, u, x, low, high)
        case Fn("exp" | "cosh"):
            return ()
        case Add() if (known := _sine_against_cosine(e, x, low, high)) is not None:
            return known
    return () if free_of(e, x) else _polynomial_zeros(e, x)


def _sine_against_cosine(e: Add, x: Sym, low: Expr, high: Expr) -> tuple[Expr, ...] | None:
    """a sin u + b cos u = 0 where tan u = −b/a: u = arctan(−b/a) + kπ."""
    match e.terms:
        case (first, second):
            parts = {name: (c, u) for c, each in map(coefficient, (first, second)) if each is not None
                     for name, u in _wave(each)}  # fmt: skip
            if set(parts) != {"sin", "cos"} or parts["sin"][1] != parts["cos"][1]:
                return None
            shift = tidied(fn("arctan", Num(-parts["cos"][0] / parts["sin"][0])))
            return _angles("sin", parts["sin"][1] - shift, x, low, high)
    return None


def _wave(e: Expr) -> tuple[tuple[str, Expr], ...]:
    return ((e.name, e.args[0]),) if isinstance(e, Fn) and e.name in ("sin", "cos") else ()


def _polynomial_zeros(e: Expr, x: Sym) -> tuple[Expr, ...] | None:
    known = polynomial(e)
    if known is None or any(name != x.name for key in known for name, _ in key):
        return None
    c = {sum(n for _, n in key): value for key, value in known.items()}
    if 0 not in c:
        lowest = min(c)
        rest = {n - lowest: value for n, value in c.items()}
        inner = _roots(rest)
        return None if inner is None else (ZERO, *inner)
    return _roots(c)


def _roots(c: dict[int, Fraction]) -> tuple[Expr, ...] | None:
    """Real roots of a polynomial of degree at most 2, or of a xⁿ + b."""
    degree = max(c)
    if degree == 0:
        return ()
    if degree == 1:
        return (Num(-c.get(0, Fraction(0)) / c[1]),)
    if set(c) <= {0, degree}:
        ratio = -c.get(0, Fraction(0)) / c[degree]
        if ratio < 0 and degree % 2 == 0:
            return ()
        size = tidied(Root(Num(abs(ratio)), Num(degree)))
        return (tidied(Neg(size)), size) if degree % 2 == 0 else (size if ratio > 0 else tidied(Neg(size)),)
    if degree == 2:
        a, b, k = c[2], c.get(1, Fraction(0)), c.get(0, Fraction(0))
        inside = b * b - 4 * a * k
        if inside < 0:
            return ()
        root = tidied(sqrt(Num(inside)))
        return tuple(tidied(Div(Num(-b) + sign * root, Num(2 * a))) for sign in (-1, 1))
    return None


def _angles(name: str, u: Expr, x: Sym, low: Expr, high: Expr) -> tuple[Expr, ...] | None:
    """x with u = kπ (sine) or π/2 + kπ (cosine), for u = ax + b."""
    known, ends = coefficients(u, x), [value_at(each, {}) for each in (low, high)]
    if known is None or not set(known) <= {0, 1} or None in ends or symbols(u) != {x.name}:
        return None
    slope, rest = known.get(1, ZERO), known.get(0, ZERO)
    offset = value_at(rest, {})
    if not isinstance(slope, Num) or offset is None:
        return None
    shift = Fraction(1, 2) if name == "cos" else Fraction(0)
    turns = sorted((float(slope.value) * float(end.mid()) + float(offset.mid())) / pi for end in ends if end)
    first, last = floor(turns[0] - shift) - 1, ceil(turns[1] - shift) + 1
    if last - first > MOST_POLES:
        return None
    places = (Mul((Num(k + shift), PI)) - rest for k in range(first, last + 1))
    return tuple(tidied(Div(each, slope)) for each in places)


def conditions(goal: Int) -> tuple[Condition, ...]:
    """What keeps f continuous on the range: proved by balls, or assumed where parameters stand in it."""
    assert goal.low is not None and goal.high is not None
    x = goal.variable
    found: list[Condition] = []
    for guard in guards(goal.arg, x):
        if _never_zero(guard):
            continue
        between = _beside(guard, x, goal.low, goal.high) if symbols(goal.low) | symbols(goal.high) else None
        if between is not None:
            found.extend(Condition(each, "assumed") for each in between)
            continue
        sure = keeps_off_zero(guard, x, goal.low, goal.high, Budget(LOOK))
        found.append(Condition(Rel("!=", guard, ZERO), "proved" if sure else "assumed"))
    return tuple(found)


def _beside(guard: Expr, x: Sym, low: Expr, high: Expr) -> tuple[Expr, ...] | None:
    """(a − c)(b − c) > 0 for each zero c of the guard: both bounds lie on the same side of it."""
    found = zeros(guard, x, low, high)
    if found is None:
        return None
    return tuple(Rel(">", tidied(Mul((tidied(low - c), tidied(high - c)))), ZERO) for c in found)


def _never_zero(e: Expr) -> bool:
    match e:
        case Pow(base, _) if base == E:
            return True
        case Num(value):
            return bool(value != 0)
        case Mul(factors):
            return all(map(_never_zero, factors))
    return False


__all__ = ["conditions", "guards", "singular_points", "zeros"]
