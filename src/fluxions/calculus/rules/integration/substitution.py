"""Substitution: f(x) dx = h(u) du for an inside u = g(x) whose derivative is a factor of f."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, Add, At, Const, Div, E, Expr, Fn, Int, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.rules.integration.linearity import fresh
from fluxions.calculus.rules.integration.pieces import Pieces, built, linear, pieces, product, total
from fluxions.calculus.rules.integration.polynomials import Factors, divided, factors_of, monomials
from fluxions.calculus.rules.integration.sight import at_sight
from fluxions.calculus.rules.integration.slopes import slope
from fluxions.calculus.rules.integration.squares import coefficients
from fluxions.calculus.trees import canonical_key, free_of, nodes

MOST_CANDIDATES = 14


def substitutions(f: Expr, x: Sym) -> Iterator[tuple[Expr, Expr]]:
    """Every inside g with h such that f = h(g)·g', the most natural first; h is written in the symbol `fresh(f, x)`."""
    u = fresh(f, x)
    whole: list[tuple[Expr, Expr]] = []  # u' itself, up to a number: only where no inside of it serves
    served = False
    for g in candidates(f, x):
        h = substituted_by(f, x, g, u)
        if h is not None and free_of(h, u) and not isinstance(g, Add):
            whole.append((g, h))
        elif h is not None:
            served = True
            yield g, h
    yield from () if served else whole


@lru_cache(maxsize=8192)
def substituted_by(f: Expr, x: Sym, g: Expr, u: Sym) -> Expr | None:
    """h(u) with f = h(g)·g'."""
    inner = slope(g, x)
    if inner is None or inner == Num(0):
        return None
    quotient = pieces(Div(f, inner), x)
    h = through_pieces(quotient, x, g, u)
    if h is None:
        finer = normalised(quotient, x)
        h = through_pieces(finer, x, g, u) if finer != quotient else None
    return None if h is None else tidied(h)


def normalised(found: Pieces, x: Sym) -> Pieces:
    """The same with the polynomials that share a factor with one below the line split, so that it cancels."""
    whole = (base for base, n in found.powers if isinstance(base, (Add, Mul)) and _is_whole(n))
    split: dict[Expr, Factors | None] = {base: factors_of(base, x) for base in whole}
    below = {
        each for base, n in found.powers if _is_whole(n, -1) and (parts := split.get(base)) for each, _ in parts[1]
    }
    below |= {base for base, n in found.powers if base == x and _is_whole(n, -1)}
    result: list[Expr] = [found.constant]
    for base, n in found.powers:
        parts = split.get(base)
        if parts is not None and (_is_whole(n, -1) or any(each in below for each, _ in parts[1])):
            base = product((parts[0], *(each if k == 1 else Pow(each, Num(k)) for each, k in parts[1])))
        result.append(Pow(base, n))
    return pieces(Mul(tuple(result)), x)


def _is_whole(n: Expr, sign: int = 0) -> bool:
    return isinstance(n, Num) and n.value.denominator == 1 and (sign == 0 or n.value * sign > 0)


@lru_cache(maxsize=2048)
def candidates(f: Expr, x: Sym) -> tuple[Expr, ...]:
    """Insides worth trying: arguments, exponents, radicands, denominators, functions, and powers of x."""
    found: dict[object, Expr] = {}
    for node in nodes(f):
        for inside in _insides(node, x):
            if not free_of(inside, x) and inside != x:
                found.setdefault(canonical_key(inside), inside)
    for n in monomials(f, x):
        power = Pow(x, Num(n))
        found.setdefault(canonical_key(power), power)
    return tuple(sorted(found.values(), key=lambda g: _rank(g, x))[:MOST_CANDIDATES])


def _insides(node: Expr, x: Sym) -> Iterator[Expr]:
    match node:
        case Fn(_, (u,)):
            yield u
            yield node
        case Pow(base, Num()):
            yield base
        case Pow(Const("e"), u):
            yield u
            yield node
            bare = pieces(u, x)
            if bare.constant != ONE:
                yield Pow(E, built(Pieces(ONE, bare.powers)))
        case Pow(a, u) if free_of(a, x):
            yield u
            yield node
        case Root(u, _):
            yield u
            if linear(u, x) is not None:
                yield node
        case Div(_, bottom):
            yield bottom
            if isinstance(bottom, Mul):
                yield from bottom.factors
        case Mul(factors):
            yield from (each for each in factors if isinstance(each, Add))


def _rank(g: Expr, x: Sym) -> int:
    """Sums and products inside before single functions, lines last."""
    if linear(g, x) is not None:
        return 9
    match g:
        case Add():
            return 0
        case Pow(base, Num()) if base == x:
            return 1
        case Fn("ln" | "arctan" | "arcsin" | "arccos", _):
            return 1
        case Pow(Const("e"), _):
            return 3
    return 2


def through_pieces(found: Pieces, x: Sym, g: Expr, u: Sym) -> Expr | None:
    """The product written in u = g, or None where an x is left."""
    parts: list[Expr] = [found.constant]
    for base, n in found.powers:
        part = through(built(Pieces(ONE, ((base, n),))), x, g, u)
        if part is None:
            return None
        parts.append(part)
    return built(pieces(product(parts), u))


def through(e: Expr, x: Sym, g: Expr, u: Sym) -> Expr | None:
    """e written in u = g, or None where an x is left."""
    if free_of(e, x):
        return e
    if e == g or canonical_key(e) == canonical_key(g):
        return u
    polynomial = coefficients(g, x)
    if polynomial is not None:
        digits = divided(e, g, x)
        if digits is not None:
            return total(product((digit, Pow(u, Num(n)))) for digit, n in digits)
        if isinstance(e, Sym):
            return None
    match e:
        case Sym():
            return _unrooted(x, g, u)
        case Pow(Const("e"), w):
            return _exponential(w, x, g, u)
        case Pow(base, Num(n)):
            return _power(base, n, x, g, u)
        case Root(base, Num(n)) if n.denominator == 1:
            return _power(base, 1 / n, x, g, u)
        case Add(terms):
            parts = _each_through(terms, x, g, u)
            return None if parts is None else total(parts)
    inner = _each_through(e.children, x, g, u)
    return None if inner is None else e.rebuilt(inner)


def _each_through(parts: tuple[Expr, ...], x: Sym, g: Expr, u: Sym) -> tuple[Expr, ...] | None:
    """All of them, or None as soon as an x is left in one."""
    written: list[Expr] = []
    for each in parts:
        part = through(each, x, g, u)
        if part is None:
            return None
        written.append(part)
    return tuple(written)


def _unrooted(x: Sym, g: Expr, u: Sym) -> Expr | None:
    """x = (uⁿ − b)/a where u is the nth root of a x + b; x = eᵘ where u is ln x; x = c/u where u is c/x."""
    match g:
        case Root(inside, Num(n)):
            line = linear(inside, x)
            if line is not None:
                return tidied(Div(Add((Pow(u, Num(n)), Neg(line[1]))), line[0]))
        case Fn("ln", (inside,)) if inside == x:
            return Pow(E, u)
        case Div(c, inside) if free_of(c, x) and (line := linear(inside, x)) is not None:
            return tidied(Div(Add((Div(c, u), Neg(line[1]))), line[0]))
    return None


def _power(base: Expr, n: Fraction, x: Sym, g: Expr, u: Sym) -> Expr | None:
    match g:
        case Pow(other, Num(m)) if other == base and (n / m).denominator == 1:
            return Pow(u, Num(n / m))
        case Root(other, Num(m)) if other == base and (n * m).denominator == 1:
            return Pow(u, Num(n * m))
    inner = through(base, x, g, u)
    return None if inner is None else Pow(inner, Num(n))


def _exponential(w: Expr, x: Sym, g: Expr, u: Sym) -> Expr | None:
    """e^w where u = e^v and w = k·v + c gives e^c·u^k."""
    match g:
        case Pow(Const("e"), v):
            parts: list[Expr] = []
            for term in w.terms if isinstance(w, Add) else (w,):
                if free_of(term, x):
                    parts.append(Pow(E, term))
                    continue
                ratio = tidied(Div(term, v))
                if isinstance(ratio, Num) and ratio.value.denominator == 1:
                    parts.append(Pow(u, ratio))
                    continue
                inner = through(term, x, g, u)
                if inner is None:
                    return None
                parts.append(Pow(E, inner))
            return product(parts)
    inner = through(w, x, g, u)
    return None if inner is None else Pow(E, inner)


def opened(goal: Int, g: Expr, h: Expr) -> Found:
    """The integral in u, taken back at u = g."""
    u = fresh(goal.arg, goal.variable)
    inner = slope(g, goal.variable)
    assert inner is not None
    return Found(At(Int(h, u), u, g), (("u", u), ("inside", g), ("s", inner), ("x", goal.variable)))


def exact(goal: Int) -> Found | None:
    """A substitution whose derivative stands there with its number, 2x cos(x²): no constant is taken out first."""
    f, x = goal.arg, goal.variable
    if len(pieces(f, x).powers) < 2:
        return None
    u = fresh(f, x)
    for g, h in substitutions(f, x):
        if linear(g, x) is None and pieces(h, u).constant == ONE and at_sight(h, u) is not None:
            return opened(goal, g, h)
    return None


def substitution(goal: Expr) -> Expr | Found | None:
    """∫ h(g(x)) g'(x) dx = ∫ h(u) du with u = g(x)."""
    match goal:
        case Int(f, x, None) if not free_of(f, x):
            return next((opened(goal, g, h) for g, h in substitutions(f, x)), None)
    return None


SUBSTITUTION = Rule(
    "substitution", "u-substitution", "Substitute ${u} = {inside}$, so that $d{u}/d{x} = {s}$.", substitution,
    "substitution", cost=3,
)  # fmt: skip
RULES = (SUBSTITUTION,)
