"""Roots of quadratics: x = a sin t, a tan t, a sec t or a sinh t, and the way back by the triangle."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import TWO, ZERO, Add, Div, Expr, Mul, Neg, Num, Pow, Rel, Root, Sym, fn, sqrt
from fluxions.calculus.rules.integration.integrand import (
    ANGLES,
    factored,
    fresh,
    indefinite,
    of_powers,
    power,
    quotient,
    substituting,
    surd,
)
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.rules.integration.squares import quadratic, root_of, sign_of
from fluxions.calculus.trees import canonical_key, free_of, substituted


class Radical(NamedTuple):
    """The one quadratic p x² + b x + c of which f holds odd powers of the root; all else in f is rational."""

    f: Expr
    x: Sym
    inside: Expr
    p: Expr
    b: Expr
    c: Expr


@lru_cache(maxsize=1024)
def radical(node: Expr) -> Radical | None:
    """The integrand as a rational function of x and the root of one quadratic."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    inside = _one_radicand(f, x)
    found = None if inside is None else quadratic(inside, x)
    if inside is None or found is None or _is_square(*found):
        return None
    return Radical(f, x, inside, *found)


def _is_square(p: Expr, b: Expr, c: Expr) -> bool:
    """Is p x² + b x + c a multiple of a square, so that its root is one of |x + b/(2p)|?"""
    return tidied(Add((Pow(b, TWO), Neg(Mul((Num(4), p, c)))))) == ZERO


def _one_radicand(f: Expr, x: Sym) -> Expr | None:
    """The radicand, if there is one and f is rational in x and its root."""
    found: dict[object, Expr] = {}
    stack = [f]
    while stack:
        e = stack.pop()
        if free_of(e, x) or e == x:
            continue
        inside, n = root_and_power(e)
        if inside is not None and n.denominator == 2:
            found[canonical_key(inside)] = inside
        elif isinstance(e, (Add, Mul, Neg, Div)):
            stack.extend(e.children)
        elif isinstance(e, Pow) and isinstance(e.exponent, Num) and e.exponent.value.denominator == 1:
            stack.append(e.base)
        else:
            return None
    return next(iter(found.values())) if len(found) == 1 else None


def root_and_power(e: Expr) -> tuple[Expr | None, Fraction]:
    """The base and the exponent of a root or a power with a number on top."""
    match e:
        case Root(u, Num(n)) if n.denominator == 1 and n > 0:
            return u, 1 / n
        case Pow(u, Num(n)):
            return u, n
    return None, Fraction(1)


def square_completed(node: Expr) -> Expr | Found | None:
    """p x² + b x + c = p u² + c − b²/(4p) with u = x + b/(2p)."""
    seen = radical(node)
    if seen is None or seen.b == ZERO:
        return None
    x, shift = seen.x, tidied(Div(seen.b, Mul((TWO, seen.p))))
    u = fresh(seen.f, x)
    rest = tidied(Add((seen.c, Neg(Div(Pow(seen.b, TWO), Mul((Num(4), seen.p)))))))
    pure = tidied(Add((product((seen.p, Pow(u, TWO))), rest)))
    inside = tidied(Add((x, shift)))
    g = put_in_root(seen, lambda n: power(pure, n), tidied(Add((u, Neg(shift)))))
    shown = substituted(pure, {u.name: inside})
    return Found(substituting(g, u, inside), (("g", seen.inside), ("v", shown), ("u", u), ("w", inside)))


def put_in_root(seen: Radical, root: Callable[[Fraction], Expr], x: Expr) -> Expr:
    """f with powers of its radicand and x exchanged; `root` maps an exponent to the power of the radicand."""
    key = canonical_key(seen.inside)

    def exchanged(e: Expr) -> Expr:
        if e == seen.x:
            return x
        if free_of(e, seen.x):
            return e
        inside, n = root_and_power(e)
        if inside is not None and canonical_key(inside) == key:
            return root(n)
        if canonical_key(e) == key:
            return root(Fraction(1))
        return e.rebuilt(tuple(exchanged(child) for child in e.children))

    return exchanged(seen.f)


class Turn(NamedTuple):
    """x = size · wave(t), root of the radicand = a · other(t), dx = size · slope(t) dt, t = angle(x/size)."""

    wave: str
    other: str
    slope: Callable[[Sym], Expr]
    angle: str


SINE = Turn("sin", "cos", lambda t: fn("cos", t), "arcsin")
TANGENT = Turn("tan", "sec", lambda t: Pow(fn("sec", t), TWO), "arctan")
SECANT = Turn("sec", "tan", lambda t: Mul((fn("sec", t), fn("tan", t))), "arcsec")
SINH = Turn("sinh", "cosh", lambda t: fn("cosh", t), "arsinh")
COSH = Turn("cosh", "sinh", lambda t: fn("sinh", t), "arcosh")


def sine_substitution(node: Expr) -> Expr | Found | None:
    """√(a² − x²): x = a sin t, where cos t ≥ 0 on [−π/2, π/2]."""
    return _turned(radical(node), SINE, -1, 1)


def tangent_substitution(node: Expr) -> Expr | Found | None:
    """√(a² + x²): x = a tan t, where sec t > 0 on (−π/2, π/2)."""
    return _turned(radical(node), TANGENT, 1, 1)


def secant_substitution(node: Expr) -> Expr | Found | None:
    """√(x² − a²): x = a sec t, with t of the sign of x, so that tan t ≥ 0 for x ≥ a and for x ≤ −a."""
    return _turned(radical(node), SECANT, 1, -1)


def sinh_substitution(node: Expr) -> Expr | Found | None:
    """√(a² + x²): x = a sinh t, where cosh t > 0."""
    return _turned(radical(node), SINH, 1, 1)


def cosh_substitution(node: Expr) -> Expr | Found | None:
    """√(x² − a²) for x ≥ a: x = a cosh t with t ≥ 0."""
    return _turned(radical(node), COSH, 1, -1)


def tangent_for_powers(node: Expr) -> Expr | Found | None:
    """1/(x² + a²)ⁿ for n ≥ 2: x = a tan t."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    _, powers = factored(f, x)
    squares = [(base, n) for base, n in powers.items() if n <= -2 and n.denominator == 1]
    others = [base for base in powers if base not in {b for b, _ in squares} and base != x]
    found = quadratic(squares[0][0], x) if len(squares) == 1 and not others else None
    if found is None:
        return None
    return _turned(Radical(f, x, squares[0][0], *found), TANGENT, 1, 1)


def _turned(seen: Radical | None, turn: Turn, first: int, last: int) -> Found | None:
    """The integral in t for a radicand p x² + c with the signs given; a letter counts as positive and is told."""
    if seen is None or seen.b != ZERO or seen.c == ZERO:
        return None
    signs = [sign_of(each) for each in (seen.p, seen.c)]
    if signs[0] not in (None, first) or signs[1] not in (None, last):
        return None
    k, a = root_of(seen.p if first > 0 else tidied(Neg(seen.p))), root_of(seen.c if last > 0 else tidied(Neg(seen.c)))
    t, x = fresh(seen.f, seen.x, ANGLES), seen.x
    size = surd(tidied(quotient(a, k)))
    moved, side = product((size, fn(turn.wave, t))), product((a, fn(turn.other, t)))
    dx = product((size, turn.slope(t)))
    g = Mul((put_in_root(seen, lambda n: power(side, 2 * n), moved), dx))
    constant, powers = factored(g, t)
    inverse: Expr = fn(turn.angle, tidied(quotient(x, size)))
    if turn is SECANT:
        inverse = Mul((fn("sign", x), inverse))
    needed = tuple(Condition(Rel(">", each, ZERO), "assumed") for each in (k, a) if sign_of(each) is None)
    if turn is COSH:
        needed = (*needed, Condition(Rel(">", x, size), "assumed"))
    using = (("x", x), ("v", moved), ("r", sqrt(seen.inside)), ("s", side), ("w", dx), ("t", t))
    return Found(substituting(of_powers(powers, surd(constant)), t, inverse), using, needed)


TRIG = "integration-strategy"
SAYS = "then ${r} = {s}$ and $d{x} = {w}\\,d{t}$."
RULES = (
    Rule("square-under-the-root", "completing-square-integrals",
         "Complete the square under the root, ${g} = {v}$, and take ${u} = {w}$.", square_completed,
         "completing the square", cost=3),
    Rule("sine-substitution", TRIG, "Take ${x} = {v}$ with $-\\pi/2 \\le {t} \\le \\pi/2$: " + SAYS, sine_substitution,
         "the sine substitution", cost=5),
    Rule("tangent-substitution", TRIG, "Take ${x} = {v}$ with $-\\pi/2 < {t} < \\pi/2$: " + SAYS, tangent_substitution,
         "the tangent substitution", cost=5),
    Rule("secant-substitution", TRIG,
         "Take ${x} = {v}$, with ${t}$ between $0$ and $\\pi/2$ for positive ${x}$ and between $-\\pi$ and $-\\pi/2$ "
         "for negative ${x}$: " + SAYS,
         secant_substitution, "the secant substitution", cost=5),
    Rule("tangent-for-powers", TRIG,
         "Take ${x} = {v}$ with $-\\pi/2 < {t} < \\pi/2$: " + SAYS, tangent_for_powers,
         "the tangent substitution for powers", cost=5),
    Rule("sinh-substitution", TRIG, "Take ${x} = {v}$: " + SAYS, sinh_substitution, "the hyperbolic sine substitution",
         cost=10),
    Rule("cosh-substitution", TRIG, "Take ${x} = {v}$ with ${t} \\ge 0$: " + SAYS, cosh_substitution,
         "the hyperbolic cosine substitution", cost=14),
)  # fmt: skip
