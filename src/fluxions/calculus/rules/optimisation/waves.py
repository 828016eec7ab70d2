"""Equations of waves on an interval: `solve(equation, x, a, b)`, by factors in the sine and the cosine of one angle."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    PI,
    TWO,
    ZERO,
    Add,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    Set,
    Sym,
    fn,
)
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.optimisation.algebra import gap, in_order, sign, split
from fluxions.calculus.trees import free_of, nodes

MOST = 24
WAVES = frozenset({"sin", "cos"})


def has_waves(e: Expr, x: Sym) -> bool:
    """Does the variable stand in a sine or a cosine?"""
    return any(isinstance(each, Fn) and each.name in WAVES and not free_of(each, x) for each in nodes(e))


def split_waves(node: Expr) -> Expr | Found | None:
    """A product is zero where one of its factors is, on the interval."""
    match node:
        case Operator("solve", (Rel("=") as equation, Sym() as x, a, b)) if (e := gap(equation)) is not None:
            factors = split(e, (x,))
            if not factors:
                return None
            cases = tuple(Operator("solve", (Rel("=", each, ZERO), x, a, b)) for each in factors)
            using = (("p", factors[0] if len(factors) == 1 else Mul(factors)),)
            return Found(cases[0] if len(cases) == 1 else Operator("together", cases), using)
    return None


def no_wave(node: Expr) -> Expr | Found | None:
    """Without waves the equation is solved on the whole line, and what lies outside is left out."""
    match node:
        case Operator("solve", (Rel("=", left, right) as equation, Sym() as x, a, b)):
            if not (has_waves(left, x) or has_waves(right, x)):
                return Found(Operator("inside", (Operator("solve", (equation, x)), a, b)), (("a", a), ("b", b)))
    return None


def left_outside(node: Expr) -> Expr | Found | None:
    """The solutions from a to b."""
    match node:
        case Operator("inside", (found, a, b)) if not found.stands:
            parts = found.elements if isinstance(found, Set) else (found,)
            kept = [each for each in parts if _between(a, each, b)]
            return Found(Set(tuple(kept)), (("a", a), ("b", b)))
    return None


def _between(a: Expr, value: Expr, b: Expr) -> bool:
    low, high = sign(Add((value, Neg(a)))), sign(Add((b, Neg(value))))
    return low in (0, 1) and high in (0, 1)


def double_angle(node: Expr) -> Expr | Found | None:
    """sin 2u = 2 sin u cos u and cos 2u = 2 cos² u − 1 = 1 − 2 sin² u, where u stands in a wave too."""
    match node:
        case Operator("solve", (Rel("=") as equation, Sym() as x, a, b)) if (e := gap(equation)) is not None:
            waves = [each for each in nodes(e) if isinstance(each, Fn) and each.name in WAVES and not free_of(each, x)]
            for wave in waves:
                u = tidied(Div(wave.args[0], TWO))
                if all(other.args[0] != u for other in waves):
                    continue
                sine, cosine = fn("sin", u), fn("cos", u)
                by = _doubled(wave.name, sine, cosine, cosine in waves)
                changed = tidied(_exchanged(e, wave, by))
                return Found(Operator("solve", (Rel("=", changed, ZERO), x, a, b)), (("u", wave), ("v", by)))
    return None


def _doubled(name: str, sine: Expr, cosine: Expr, by_cosine: bool) -> Expr:
    if name == "sin":
        return Mul((TWO, sine, cosine))
    return Mul((TWO, Pow(cosine, TWO))) - ONE if by_cosine else ONE - Mul((TWO, Pow(sine, TWO)))


def one_wave(node: Expr) -> Expr | Found | None:
    """sin u = k, cos u = k, or a sin u + b cos u = 0, on an interval: one value, its mirror, and all periods."""
    match node:
        case Operator("solve", (Rel("=") as equation, Sym() as x, a, b)) if (e := gap(equation)) is not None:
            known = _angles(e, x)
            if known is None:
                return None
            u, said, starts, period = known
            line = polynomial(u)
            slope = None if line is None else line.get(((x.name, 1),))
            if line is None or not slope or set(line) - {((x.name, 1),), ()}:
                return None
            shift = line.get((), Fraction(0))
            found = [each for start in starts for each in _periods(start, period, slope, shift, a, b)]
            if len(found) > MOST:
                return None
            return Found(Set(in_order(tuple(dict.fromkeys(found)))), (("e", said), ("a", a), ("b", b)))
    return None


def _angles(e: Expr, x: Sym) -> tuple[Expr, Expr, tuple[Expr, ...], Expr] | None:
    """(u, the equation, the angles in one period, the period) of an equation linear in the waves of one angle."""
    waves = {each for each in nodes(e) if isinstance(each, Fn) and each.name in WAVES and not free_of(each, x)}
    angles = {each.args[0] for each in waves}
    if len(angles) != 1:
        return None
    u = next(iter(angles))
    flat = polynomial(substituted_waves(e, u))
    if flat is None or set(flat) - {(("zs", 1),), (("zc", 1),), ()}:
        return None
    s, c, k = (flat.get(key, Fraction(0)) for key in ((("zs", 1),), (("zc", 1),), ()))
    if s and c and not k:
        ratio = Num(-c / s)
        return u, Rel("=", fn("tan", u), ratio), (tidied(fn("arctan", ratio)),), PI
    if (s and c) or not (s or c):
        return None
    value = Num(-k / (s or c))
    if abs(value.value) > 1:
        return u, Rel("=", fn("sin" if s else "cos", u), value), (), PI
    if s:
        angle = tidied(fn("arcsin", value))
        return u, Rel("=", fn("sin", u), value), (angle, tidied(PI - angle)), Mul((TWO, PI))
    angle = tidied(fn("arccos", value))
    return u, Rel("=", fn("cos", u), value), (angle, tidied(Neg(angle))), Mul((TWO, PI))


def substituted_waves(e: Expr, u: Expr) -> Expr:
    """The sine and the cosine of u as the symbols zs and zc."""
    return _exchanged(_exchanged(e, fn("sin", u), Sym("zs")), fn("cos", u), Sym("zc"))


def _periods(start: Expr, period: Expr, slope: Fraction, shift: Fraction, a: Expr, b: Expr) -> Iterator[Expr]:
    """All x from a to b with slope·x + shift = start + n·period."""
    ends = [value_at(tidied(Div(Add((Mul((Num(slope), end)), Num(shift), Neg(start))), period)), {}) for end in (a, b)]
    if any(each is None for each in ends):
        return
    low, high = sorted(float(each.mid()) for each in ends)  # type: ignore[union-attr]
    for n in range(floor(low) - 1, ceil(high) + 2):
        angle = Add((start, Mul((Num(n), period)), Num(-shift)))
        value = tidied(Div(angle, Num(slope)))
        if _between(a, value, b):
            yield value


def _exchanged(e: Expr, old: Expr, new: Expr) -> Expr:
    if e == old:
        return new
    return e.rebuilt(tuple(_exchanged(each, old, new) for each in e.children)) if e.children else e


SKILL = "trig-functions"
RULES = (
    Rule("no-wave", SKILL, "Solve on the whole line and keep what lies from ${a}$ to ${b}$.", no_wave,
         "an equation without waves"),
    Rule("left-outside", SKILL, "Keep the solutions from ${a}$ to ${b}$.", left_outside, "the solutions inside",
         silent=True),
    Rule("one-wave", SKILL, "From ${a}$ to ${b}$ find all angles with ${e}$: one of them, its mirror image, and every "
         "period.", one_wave, "an equation for a wave"),
    Rule("double-angle", SKILL, "Write ${u}$ by the single angle: ${v}$.", double_angle, "the double angle"),
    Rule("waves-by-factors", SKILL, "Factor: ${p} = 0$, so one of the factors is zero.", split_waves,
         "the zeros of the factors"),
)  # fmt: skip
