"""Equations solved for one unknown: a factor that is zero, a square, the output of a sigmoid or tanh."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    TWO,
    ZERO,
    Add,
    Const,
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
    sqrt,
)  # fmt: skip
from fluxions.calculus.rules.optimisation.algebra import root_of
from fluxions.calculus.trees import free_of


def factor_never_zero(node: Expr) -> Expr | Found | None:
    """c·eᵘ·v = 0 holds exactly where v = 0, for a constant c that is not 0."""
    match node:
        case Operator("solve", (Rel("=", left, zero), Sym() as x)) if zero == ZERO:
            factors, below = _factors(left)
            zeros = [each for each in factors if not _never_zero(each, x)]
            if len(zeros) == 1 and (len(factors) > 1 or below) and all(_never_zero(each, x) for each in below):
                return Found(Operator("solve", (Rel("=", zeros[0], ZERO), x)), (("v", zeros[0]),))
    return None


def _factors(e: Expr) -> tuple[list[Expr], list[Expr]]:
    """The factors above and below the line, signs left out."""
    match e:
        case Neg(u):
            return _factors(u)
        case Div(u, v):
            above, below = _factors(u)
            return above, [*below, v]
        case Mul(factors):
            parts = [_factors(each) for each in factors]
            return [each for above, _ in parts for each in above], [each for _, below in parts for each in below]
    return [e], []


def _never_zero(e: Expr, x: Sym) -> bool:
    match e:
        case Num(c):
            return bool(c != 0)
        case Pow(Const("e"), exponent):
            return not free_of(exponent, x)
        case Fn("phi", _):
            return True
    return False


def square_root_of_both_sides(node: Expr) -> Expr | Found | None:
    """k(x − a)² = d with d/k > 0 has the solutions a ± √(d/k)."""
    match node:
        case Operator("solve", (Rel("=", left, right), Sym() as x)):
            square = _square(Add((left, Neg(right))), x)
            if square is not None and square[1] > 0:
                centre, size = square
                root = root_of(size, 2)
                ends = (tidied(Add((Num(centre), Neg(root)))), tidied(Add((Num(centre), root))))
                shifted = Pow(tidied(Add((x, Num(-centre)))), TWO)
                return Found(Set(ends), (("square", shifted), ("size", Num(size))))
    return None


def _square(e: Expr, x: Sym) -> tuple[Fraction, Fraction] | None:
    """(a, c) where e is a multiple of (x − a)² − c."""
    known = polynomial(e)
    if known is None or any(name != x.name for key in known for name, _ in key):
        return None
    a, b, c = (known.get(key, Fraction(0)) for key in (((x.name, 2),), ((x.name, 1),), ()))
    if a == 0 or max(sum(n for _, n in key) for key in known) > 2:
        return None
    return -b / (2 * a), (b * b - 4 * a * c) / (4 * a * a)


def slope_by_output(node: Expr) -> Expr | Found | None:
    """c σ(u)(1 − σ(u)) = d where σ(u) is r or 1 − r, so u = ±ln(r/(1 − r)); c(1 − tanh² u) = d in the same way."""
    match node:
        case Operator("solve", (Rel("=", left, Num(d)), Sym() as x)):
            factors, below = _factors(left)
            numbers = [each.value for each in factors if isinstance(each, Num)]
            moving = [each for each in factors if not isinstance(each, Num)]
            if below or len(numbers) > 1 or free_of(left, x):
                return None
            scaled = d / numbers[0] if numbers else d
            return _sigmoid_slope(moving, scaled, x) or _tanh_slope(moving, scaled, x)
    return None


def _sigmoid_slope(moving: list[Expr], d: Fraction, x: Sym) -> Found | None:
    """σ(u) is (1 ± r)/2 with r = √(1 − 4d)."""
    match moving:
        case [Fn("sigmoid", (u,)) as output, rest] if rest == Add((ONE, Neg(output))) and 0 < 1 - 4 * d < 1:
            root = tidied(sqrt(Num(1 - 4 * d)))
            values = tuple(tidied(Div(each, TWO)) for each in (Add((ONE, root)), Add((ONE, Neg(root)))))
            return _both_ends(u, tidied(fn("ln", _odds(root))), x, output, values)
    return None


def _tanh_slope(moving: list[Expr], d: Fraction, x: Sym) -> Found | None:
    """tanh u is ±r with r = √(1 − d)."""
    match moving:
        case [Add((one, Neg(Pow(Fn("tanh", (u,)) as output, Num(n)))))] if one == ONE and n == 2 and 0 < 1 - d < 1:
            root = tidied(sqrt(Num(1 - d)))
            end = tidied(fn("ln", tidied(sqrt(_odds(root)))))
            return _both_ends(u, end, x, output, (root, tidied(Neg(root))))
    return None


def _odds(r: Expr) -> Expr:
    """(1 + r)/(1 − r)."""
    return tidied(Div(Add((ONE, r)), Add((ONE, Neg(r)))))


def _both_ends(u: Expr, end: Expr, x: Sym, output: Expr, values: tuple[Expr, ...]) -> Found:
    """The set of the x with u = ±end."""
    ends = tidied(Neg(end)), tidied(end)
    found = ends if u == x else tuple(Operator("solve", (Rel("=", u, each), x)) for each in ends)
    using = (("s", output), ("r", values[0]), ("q", values[1]), ("u", u), ("v", ends[1]))
    return Found(Set(found), using)


SKILL, SLOPES = "algebraic-manipulation", "sigmoid-logit-softplus"
RULES = (
    Rule("factor-never-zero", SKILL, "The other factors are never 0, so ${v}$ has to be 0.",
         factor_never_zero, "a product that is zero"),
    Rule("square-root-of-both-sides", SKILL, "This says ${square} = {size}$: take the root on both sides, with both "
         "signs.", square_root_of_both_sides, "the root of both sides"),
    Rule("slope-by-output", SLOPES, "The slope has this size where the output ${s}$ is ${r}$ or ${q}$, so "
         "${u} = \\pm {v}$.", slope_by_output, "the slope from the output"),
)  # fmt: skip
