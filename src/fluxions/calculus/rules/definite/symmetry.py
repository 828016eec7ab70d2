"""Definite integrals halved or answered by symmetry: even, odd, mirrored at the middle, periodic."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import INF, ONE, PI, TWO, ZERO, Add, Diff, Div, Expr, Fn, Int, Mul, Neg, Num, Sym
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules.definite.fundamental import MINUS_INF, split_constant
from fluxions.calculus.rules.definite.powers import coefficients
from fluxions.calculus.trees import free_of, nodes, substituted

POINTS, BITS = 6, 106


def _about_zero(node: Expr) -> bool:
    match node:
        case Int(_, _, low, high) if low is not None and high is not None:
            return low != ZERO and (low == tidied(Neg(high)) or (low, high) == (MINUS_INF, INF))
    return False


def _mirrored(f: Expr, x: Sym) -> Expr:
    return substituted(f, {x.name: Neg(x)})


def _same(a: Expr, b: Expr) -> bool:
    return agree(a, b, POINTS, BITS) == "agree"


def odd(node: Expr) -> Expr | Found | None:
    """∫ f from −a to a is 0 for an odd f."""
    match node:
        case Int(f, x) if _about_zero(node) and _same(_mirrored(f, x), Neg(f)):
            return Found(ZERO, (("f", f), ("x", x)))
    return None


def even(node: Expr) -> Expr | Found | None:
    """∫ f from −a to a is twice the integral from 0 to a for an even f."""
    match node:
        case Int(f, x, _, high) if _about_zero(node) and not free_of(f, x) and _same(_mirrored(f, x), f):
            return Found(Mul((TWO, Int(f, x, ZERO, high))), (("f", f), ("a", high or ZERO)))
    return None


def odd_terms(node: Expr) -> Expr | Found | None:
    """The odd terms of a sum add nothing from −a to a."""
    match node:
        case Int(Add(terms), x, low, high) if _about_zero(node):
            kept = tuple(each for each in terms if not _same(_mirrored(each, x), Neg(each)))
            if 0 < len(kept) < len(terms):
                rest = kept[0] if len(kept) == 1 else Add(kept)
                return Found(Int(rest, x, low, high), (("f", rest),))
    return None


def mirrored_at_the_middle(node: Expr) -> Expr | Found | None:
    """With f(x) + f(a + b − x) = c the integral from a to b is c(b − a)/2."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None:
            number, moving = split_constant(f, x)
            if low == MINUS_INF or high == INF or not _balanced(moving, x):
                return None
            found = _constant(moving + substituted(moving, {x.name: tidied(low + high) - x}), x)
            if found is None:
                return None
            c = tidied(Mul((number, found)))
            return Found(tidied(Div(Mul((c, high - low)), TWO)), (("f", f), ("c", c), ("s", tidied(low + high))))
    return None


def _balanced(f: Expr, x: Sym) -> bool:
    """Is f a quotient over a sum that is no polynomial, as √sin x/(√sin x + √cos x)?"""
    match f:
        case Div(_, Add() as bottom):
            return not free_of(bottom, x) and coefficients(bottom, x) is None
    return False


def _constant(e: Expr, x: Sym) -> Expr | None:
    """0 or 1 (or another small whole number), if e has that value everywhere."""
    for value in (ONE, ZERO, TWO, Num(-1), Num(3), Num(4)):
        if _same(e, value):
            return value
    return None


def whole_periods(node: Expr) -> Expr | Found | None:
    """Over k periods the integral is k times that over one, from 0 on."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None and _trigonometric(f, x):
            for period in (PI, tidied(Mul((TWO, PI)))):
                count = tidied(Div(high - low, period))
                if isinstance(count, Num) and count.value.denominator == 1 and count.value >= 1:
                    moved = substituted(f, {x.name: x + period})
                    if (low, high) != (ZERO, period) and _same(f, moved):
                        one = Int(f, x, ZERO, period)
                        return Found(one if count == ONE else Mul((count, one)), (("n", count), ("p", period)))
    return None


def halves_alike(node: Expr) -> Expr | Found | None:
    """With f(a + b − x) = f(x) the integral is twice that over the first half."""
    match node:
        case Int(f, x, low, high) if low is not None and high is not None and _trigonometric(f, x):
            whole = tidied(low + high)
            if low == MINUS_INF or high == INF or not _same(substituted(f, {x.name: whole - x}), f):
                return None
            half = Int(f, x, low, tidied(Div(whole, TWO)))
            return Found(Mul((TWO, half)), (("s", whole), ("c", tidied(Div(whole, TWO)))))
    return None


def _trigonometric(f: Expr, x: Sym) -> bool:
    """Has it waves, and does it move at all? Half of a range where nothing moves is halved without end."""
    waves = any(isinstance(each, Fn) and each.name in ("sin", "cos", "tan", "abs") for each in nodes(f))
    return waves and not _same(Diff(f, x), ZERO)


FIRST = (
    Rule("odd-function", "definite-integral-properties",
         "${f}$ is odd and the range is symmetric about 0: the two halves cancel.", odd, "an odd function"),
    Rule("odd-terms", "definite-integral-properties",
         "The odd terms add nothing over a range symmetric about 0; ${f}$ is left.", odd_terms, "odd terms"),
)  # fmt: skip
EVEN = (
    Rule("even-function", "definite-integral-properties",
         "${f}$ is even and the range is symmetric about 0: take twice the half from 0 to ${a}$.", even,
         "an even function"),
)  # fmt: skip
REFLECTION = (
    Rule("mirrored-at-the-middle", "definite-integral-properties",
         "With $x$ exchanged for ${s}-x$ the function and its mirror image add up to ${c}$, so the integral is half of "
         "${c}$ times the width.", mirrored_at_the_middle, "a reflection of the range"),
)  # fmt: skip
LATE = (
    Rule("whole-periods", "definite-integral-properties",
         "The function has the period ${p}$: the integral is ${n}$ times that over one period from 0.", whole_periods,
         "periodicity"),
    Rule("halves-alike", "definite-integral-properties",
         "The function does not change when $x$ is exchanged for ${s}-x$: take twice the half up to ${c}$.",
         halves_alike, "two equal halves"),
)  # fmt: skip
