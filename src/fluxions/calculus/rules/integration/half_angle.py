"""Fractions of sine and cosine: u = cos, sin or tan where a symmetry allows it, else the tangent of the half angle."""

from __future__ import annotations

from functools import lru_cache

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Div, Expr, Fn, Int, Mul, Neg, Num, Pow, Root, Sym, fn
from fluxions.calculus.rules.integration.angles import CIRCULAR, angles_in, waves
from fluxions.calculus.rules.integration.integrand import (
    exchanged,
    factored,
    fresh,
    indefinite,
    line,
    of_powers,
    put_in,
    substituting,
)
from fluxions.calculus.rules.integration.lowest_terms import (
    by_power,
    in_lowest_terms,
    is_polynomial,
    share_of_arctangent,
)
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.trees import free_of

SINE, COSINE = Sym(" s"), Sym(" c")


@lru_cache(maxsize=1024)
def by_two_waves(node: Expr, names: tuple[str, ...] = tuple(CIRCULAR)) -> tuple[Expr, Sym, Expr, Expr] | None:
    """(f with the waves as SINE and COSINE, x, the angle, its slope) for functions of one angle alone."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    angles = angles_in(f, x, dict.fromkeys(names, (0, 0)))
    linear = line(angles[0], x) if len(angles) == 1 else None
    if linear is None:
        return None
    w = angles[0]
    values = (SINE, COSINE, Div(SINE, COSINE), Div(COSINE, SINE), Div(ONE, COSINE), Div(ONE, SINE))
    written = exchanged(f, {fn(name, w): value for name, value in zip(names, values, strict=True)})
    return (written, x, w, linear[0]) if free_of(written, x) else None


def _is_monomial(node: Expr) -> bool:
    """Powers of sine and cosine have rules of their own."""
    seen = waves(node)
    return seen is not None and seen.alone and seen.whole


@lru_cache(maxsize=1024)
def cosine_for_odd_sine(node: Expr) -> Expr | Found | None:
    """R(−sin, cos) = −R(sin, cos): u = cos, du = −sin dw."""
    return _turned(node, SINE, COSINE, "cos", -1)


@lru_cache(maxsize=1024)
def sine_for_odd_cosine(node: Expr) -> Expr | Found | None:
    """R(sin, −cos) = −R(sin, cos): u = sin, du = cos dw."""
    return _turned(node, COSINE, SINE, "sin", 1)


def _turned(node: Expr, spent: Sym, kept: Sym, name: str, sign: int) -> Found | None:
    seen = by_two_waves(node)
    if seen is None or _is_monomial(node):
        return None
    f, x, w, slope = seen
    u = fresh(node, x)
    even = by_power(Div(f, spent), spent, 2, Add((ONE, Neg(Pow(kept, TWO)))))
    if even is None or not free_of(even, spent):
        return None
    g = in_lowest_terms(put_in(Div(product((Num(sign), even)), slope), kept, u))
    return Found(substituting(g, u, fn(name, w)), (("u", u), ("v", fn(name, w))))


@lru_cache(maxsize=1024)
def tangent_for_even(node: Expr) -> Expr | Found | None:
    """R(−sin, −cos) = R(sin, cos): u = tan, sin = u cos, cos² = 1/(1 + u²), dw = du/(1 + u²)."""
    seen = by_two_waves(node)
    if seen is None or _is_monomial(node) or is_polynomial(seen[0]):
        return None
    f, x, w, slope = seen
    u = fresh(node, x)
    below = Add((ONE, Pow(u, TWO)))
    even = by_power(put_in(f, SINE, Mul((u, COSINE))), COSINE, 2, Div(ONE, below))
    if even is None or not free_of(even, COSINE):
        return None
    g = in_lowest_terms(Div(even, product((slope, below))))
    return Found(_with_angle(g, u, fn("tan", w), w), (("u", u), ("v", fn("tan", w)), ("w", w)))


def half_angle(node: Expr) -> Expr | Found | None:
    """u = tan(w/2): sin w = 2u/(1 + u²), cos w = (1 − u²)/(1 + u²), dw = 2 du/(1 + u²); where no symmetry helps."""
    seen = by_two_waves(node)
    if seen is None or is_polynomial(seen[0]) or any(shorter(node) for shorter in BY_SYMMETRY) or _is_monomial(node):
        return None
    f, x, w, slope = seen
    u = fresh(node, x, ("t", "u", "v"))
    below = Add((ONE, Pow(u, TWO)))
    sine, cosine = Div(Mul((TWO, u)), below), Div(Add((ONE, Neg(Pow(u, TWO)))), below)
    written = exchanged(f, {SINE: sine, COSINE: cosine})
    g = in_lowest_terms(Div(Mul((written, TWO)), product((slope, below))))
    inside = fn("tan", tidied(Div(w, TWO)))
    return Found(_with_angle(g, u, inside, inside.args[0]), (("u", u), ("v", inside), ("w", w)))


BY_SYMMETRY = (cosine_for_odd_sine, sine_for_odd_cosine, tangent_for_even)


def _with_angle(g: Expr, u: Sym, inside: Expr, angle: Expr) -> Expr:
    """∫ g du at u = tan(angle), where the part c/(1 + u²) of g is c·angle at once: never arctan(tan)."""
    c = share_of_arctangent(g, u)
    if not c:
        return substituting(g, u, inside)
    rest = in_lowest_terms(Add((g, Neg(Div(Num(c), Add((ONE, Pow(u, TWO))))))))
    first = tidied(product((Num(c), angle)))
    return first if rest == ZERO else Add((first, substituting(rest, u, inside)))


# ∫√(c(1 ± wave)) = sign · 2c · other / (slope · √…)
ROOTS = {("cos", 1): ("sin", 1), ("cos", -1): ("sin", -1), ("sin", 1): ("cos", -1), ("sin", -1): ("cos", 1)}


def root_of_one_and_wave(node: Expr) -> Expr | Found | None:
    """∫ √(c(1 + cos w)) dw = 2c sin w/√(c(1 + cos w)), and the like for 1 − cos w and 1 ± sin w."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    match list(powers.items()):
        case [(Add((first, second)) as inside, n)] if n * 2 == 1:
            c, moving = (first, second) if free_of(first, x) else (second, first)
        case _:
            return None
    scale, wave = factored(moving, x)
    sign = 1 if scale == c else -1 if scale == tidied(Neg(c)) else 0
    match list(wave.items()):
        case [(Fn("sin" | "cos" as name, (w,)), n)] if n == 1 and sign and free_of(c, x):
            linear = line(w, x)
        case _:
            return None
    if linear is None:
        return None
    other, turned = ROOTS[name, sign]
    above = product((Num(2 * turned), constant, c, fn(other, w)))
    result = tidied(Div(above, product((linear[0], Root(inside, TWO)))))
    return Found(result, (("u", Root(inside, TWO)), ("v", Root(Add((c, Neg(moving))), TWO))))


def one_and_cosine_as_square(node: Expr) -> Expr | Found | None:
    """1 + cos w = 2 cos²(w/2) and 1 − cos w = 2 sin²(w/2) below the line, beside a factor that is no wave."""
    goal = indefinite(node)
    if goal is None or by_two_waves(node) is not None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    for base, n in powers.items():
        seen = _one_and_cosine(base, x) if n.denominator == 1 and n < 0 else None
        if seen is None:
            continue
        scale, name, w = seen
        square = product((tidied(Mul((TWO, scale))), Pow(fn(name, tidied(Div(w, TWO))), TWO)))
        others = {each: k for each, k in powers.items() if each != base}
        written = of_powers({**others, square: n}, constant)
        return Found(Int(tidied(written), x), (("u", base), ("v", square)))
    return None


def _one_and_cosine(e: Expr, x: Sym) -> tuple[Expr, str, Expr] | None:
    """(c, cos or sin, w) of c(1 + cos w) or c(1 − cos w)."""
    match e:
        case Add((first, second)):
            c, moving = (first, second) if free_of(first, x) else (second, first)
        case _:
            return None
    scale, wave = factored(moving, x)
    match list(wave.items()):
        case [(Fn("cos", (w,)), n)] if n == 1 and free_of(c, x) and scale in (c, tidied(Neg(c))):
            return None if line(w, x) is None else (c, "cos" if scale == c else "sin", w)
    return None


TRIG = "trig-integrals"
RULES = (
    Rule("one-and-cosine-as-square", TRIG, "Write ${u}$ as ${v}$.", one_and_cosine_as_square,
         "the square of the half angle", cost=2),
    Rule("root-of-one-and-wave", TRIG,
         "Multiply top and bottom by ${v}$ and integrate; what comes out holds on each arch of ${u}$.",
         root_of_one_and_wave, "the root of one plus a wave", cost=3),
    Rule("cosine-for-odd-sine", TRIG,
         "The integrand changes its sign with the sine, so it is the sine times a function of the cosine: "
         "take ${u} = {v}$.",
         cosine_for_odd_sine, "the cosine as the new variable", cost=3),
    Rule("sine-for-odd-cosine", TRIG,
         "The integrand changes its sign with the cosine, so it is the cosine times a function of the sine: "
         "take ${u} = {v}$.",
         sine_for_odd_cosine, "the sine as the new variable", cost=3),
    Rule("tangent-for-even", TRIG,
         "The integrand stays as it is when sine and cosine both change their signs: take ${u} = {v}$, "
         "so that $\\cos^2 {w} = 1/(1+{u}^2)$.",
         tangent_for_even, "the tangent as the new variable", cost=4),
    Rule("half-angle", TRIG,
         "Take the tangent of the half angle, ${u} = {v}$: then $\\sin {w} = 2{u}/(1+{u}^2)$ and "
         "$\\cos {w} = (1-{u}^2)/(1+{u}^2)$.",
         half_angle, "the half-angle substitution", cost=8),
)  # fmt: skip
