"""How fast expressions grow towards infinity: logarithms, powers, exponentials, factorials, compared by exponents.

A growth is the logarithm of a size as a sum over scales: ln|e| ≈ Σ c · scale, from x² down to ln ln x.
"""

from __future__ import annotations

from math import log

from fluxions.calculus.equality.coefficients import coefficient
from fluxions.calculus.expr import Add, Div, E, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.tendency import Way
from fluxions.calculus.trees import free_of

Scale = tuple[float, float]  # (k, 0): x to the k; (1, 1): x ln x; (0, 1): ln x; (0, 0.5): ln ln x
Growth = dict[Scale, float]
N_LOG_N, LINEAR, LOG, LOG_LOG = (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.5)
BITS = 106


def growth(e: Expr, on: Way) -> Growth | None:
    """The growth of |e| for x → ±∞; a function that swings between bounds has the growth of a constant."""
    if free_of(e, on.x):
        return {}
    match e:
        case Sym():
            return {LOG: 1.0}
        case Neg(u):
            return growth(u, on)
        case Mul(factors):
            return _together([growth(each, on) for each in factors])
        case Div(u, v):
            return _together([growth(u, on), _times(growth(v, on), -1)])
        case Root(u, Num(n)):
            return _times(growth(u, on), 1 / float(n))
        case Pow(u, Num(n)):
            return _times(growth(u, on), float(n))
        case Pow(u, v) if free_of(u, on.x):
            return _of_exponential(u, v, on)
        case Pow(Sym(), v) if (p := exponents(v, on)) is not None and set(p) <= {1.0} and on.at_infinity > 0:
            return {N_LOG_N: p.get(1.0, 0.0)}
        case Add(terms):
            small = _of_small_difference(terms, on)
            return small if small is not None else _largest([growth(each, on) for each in terms])
        case Fn(name, (u,)):
            return _of_function(name, u, on)
    return None


def _of_small_difference(terms: tuple[Expr, ...], on: Way) -> Growth | None:
    """1 − cos u falls like u², eᵘ − 1 like u, for u → 0; None for any other sum."""
    match terms:
        case (Num(a), Neg(Fn("cos", (u,)))) | (Neg(Fn("cos", (u,))), Num(a)) if a == 1:
            return _times(_shrinking(u, on), 2)
        case (Pow(base, u), (Num() | Neg()) as one) if base == E and one in (Num(-1), Neg(Num(1))):
            return _shrinking(u, on)
    return None


def _shrinking(u: Expr, on: Way) -> Growth | None:
    grown = growth(u, on)
    top = leading(grown)
    return grown if top is not None and top[1] < 0 else None


def _of_function(name: str, u: Expr, on: Way) -> Growth | None:
    if name in ("sin", "tan", "arctan", "arcsin", "sinh", "tanh"):
        small = growth(u, on)
        shrinks = leading(small)
        if shrinks is not None and shrinks[1] < 0:
            return small  # as good as its argument there
    if name in ("sin", "cos", "arctan", "tanh", "sigmoid", "erf", "Phi"):
        return {}
    if name == "ln":
        match u:
            case Add((Num(a), v)) if a == 1 and (small := _shrinking(v, on)) is not None:
                return small  # ln(1 + v) falls like v
        inner = leading(growth(u, on))
        if inner is None:
            return None
        scale, by = inner
        return {LOG_LOG: 1.0} if scale == LOG else {LOG: scale[0]} if by > 0 and scale[1] == 0 else None
    if name in ("factorial", "gamma") and on.at_infinity > 0:
        number, rest = coefficient(u)
        k = float(number)
        if rest == on.x and k > 0:
            half = 0.5 if name == "factorial" else -0.5
            return {N_LOG_N: k, LINEAR: k * log(k) - k, LOG: half}
    if name in ("sinh", "cosh"):
        return _times(_of_exponential(E, u, on), 1)
    return growth(u, on) if name == "abs" else None


def _of_exponential(a: Expr, v: Expr, on: Way) -> Growth | None:
    value = value_at(a, {}, BITS)
    parts = exponents(v, on)
    if value is None or not value > 0 or parts is None:
        return None
    rate = 1.0 if a == E else float(value.log().mid())
    return {(k, 0.0): rate * c for k, c in parts.items() if k > 0 and rate * c}


def exponents(v: Expr, on: Way) -> dict[float, float] | None:
    """v as a sum of powers of |x| with numbers in front: {power: number}."""
    found: dict[float, float] = {}
    for term in v.terms if isinstance(v, Add) else (v,):
        part = _power_of_x(term, on)
        if part is None:
            return None
        k, c = part
        found[k] = found.get(k, 0.0) + c
    return found


def _power_of_x(term: Expr, on: Way) -> tuple[float, float] | None:
    if free_of(term, on.x):
        value = value_at(term, {}, BITS)
        return None if value is None else (0.0, float(value.mid()))
    match term:
        case Sym():
            return 1.0, float(on.at_infinity)
        case Neg(u):
            part = _power_of_x(u, on)
            return None if part is None else (part[0], -part[1])
        case Pow(u, Num(n)) if (part := _power_of_x(u, on)) is not None:
            return (part[0] * float(n), part[1] ** float(n)) if n.denominator == 1 or part[1] > 0 else None
        case Root(u, Num(n)) if (part := _power_of_x(u, on)) is not None and part[1] > 0:
            return part[0] / float(n), part[1] ** (1 / float(n))
        case Mul(factors):
            k, c = 0.0, 1.0
            for each in factors:
                if (part := _power_of_x(each, on)) is None:
                    return None
                k, c = k + part[0], c * part[1]
            return k, c
        case Div(u, w):
            above, below = _power_of_x(u, on), _power_of_x(w, on)
            return (
                None if above is None or below is None or not below[1] else (above[0] - below[0], above[1] / below[1])
            )
    return None


def _times(found: Growth | None, by: float) -> Growth | None:
    return None if found is None else {scale: by * c for scale, c in found.items()}


def _together(parts: list[Growth | None]) -> Growth | None:
    total: Growth = {}
    for part in parts:
        if part is None:
            return None
        for scale, c in part.items():
            total[scale] = total.get(scale, 0.0) + c
    return total


def leading(found: Growth | None) -> tuple[Scale, float] | None:
    """The largest scale on which there is growth or decay, and how much; None where there is none."""
    if found is None:
        return None
    kept = {scale: c for scale, c in found.items() if abs(c) > 1e-9}
    return max(kept.items()) if kept else None


def outgrows(u: Growth | None, v: Growth | None) -> bool:
    """Does v/u go to zero?"""
    if u is None or v is None:
        return False
    gap = leading(_together([u, _times(v, -1)]))
    return gap is not None and gap[1] > 0


def _largest(parts: list[Growth | None]) -> Growth | None:
    """The growth of a sum whose largest term outgrows the others."""
    for each in parts:
        if each is not None and all(other is each or outgrows(each, other) for other in parts):
            return each
    return None
