"""Wrong rules for the slopes of Gaussian bumps, of their density and of its logarithm."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import TWO, Add, Const, Diff, Div, Expr, Fn, Mul, Neg, Num, Pow, Sym
from fluxions.calculus.misconceptions.insides import without_minus
from fluxions.calculus.trees import free_of, nodes


def _has_a_square(e: Expr) -> bool:
    return any(isinstance(each, Pow) and each.exponent == TWO for each in nodes(e))


def bump_minus_lost(node: Expr) -> Expr | None:
    """d/dx e^(−v) taken for e^(−v) v'; for e⁻ˣ that is an inner derivative left out."""
    match node:
        case Diff(Pow(Const("e"), exponent) as bump, x) if (v := without_minus(exponent, x)) is not None and v != x:
            return Mul((bump, Diff(v, x)))
    return None


def width_lost(node: Expr) -> Expr | None:
    """d/dx (u²/(2s²)) taken for u u', as if s were 1."""
    match node:
        case Diff(Div(Pow(u, Num(n)) as square, bottom), x) if n == 2 and not free_of(u, x):
            if free_of(bottom, x) and bottom != TWO:
                return Div(Diff(square, x), TWO)
    return None


def exponent_only(node: Expr) -> Expr | None:
    """d/dx e^(−v) taken for −v', where v is a square over a width."""
    match node:
        case Diff(Pow(Const("e"), Neg(v) as exponent), x) if not free_of(v, x) and _has_a_square(v):
            return Diff(exponent, x)
    return None


def normaliser_held_constant(node: Expr) -> Expr | None:
    """The derivative in s of a density e^(−v)/(s c), or of its logarithm, with s held constant in front."""
    match node:
        case Diff(Div(bump, bottom), x) if bump_by_its_width(bump, x) and not free_of(bottom, x):
            return Div(Diff(bump, x), bottom)
        case Diff(Add(terms), x) if any(_over_square(each, x) for each in terms):
            rest = tuple(each for each in terms if each != Neg(Fn("ln", (x,))))
            if len(rest) < len(terms):
                return Diff(rest[0] if len(rest) == 1 else Add(rest), x)
    return None


def bump_by_its_width(e: Expr, x: Sym) -> bool:
    """Is it e^(−v) with x² below the line in v?"""
    match e:
        case Pow(Const("e"), Neg(v)):
            return _over_square(v, x)
    return False


def _over_square(term: Expr, x: Expr) -> bool:
    """Is x² below the line in a term?"""
    return any(isinstance(each, Div) and Pow(x, TWO) in set(nodes(each.bottom)) for each in nodes(term))


SKILL = "derivative-gaussian-density"
MISCONCEPTIONS = (
    Misconception("bump-minus-lost", SKILL,
        "You lost the minus of the exponent. Its derivative has the minus as well: a bump falls to the right of its "
        "centre.",
        bump_minus_lost, "The minus of the exponent is missing",
        ("diff(exp(-(x - 1)^2/8), x)", "exp(-(x - 1)^2/8)*(x - 1)/4")),
    Misconception("width-lost", SKILL,
        "You lost the width. The exponent is $-(x-\\mu)^2/(2s^2)$, so its derivative is $-(x-\\mu)/s^2$: divide by "
        "$s^2$.",
        width_lost, "The width is missing", ("diff(exp(-(x - 1)^2/8), x)", "-exp(-(x - 1)^2/8)*(x - 1)")),
    Misconception("exponent-only", SKILL,
        "You differentiated the exponent only. The exponential stays as a factor beside that derivative.",
        exponent_only, "Only the exponent was differentiated", ("diff(exp(-(x - 1)^2/8), x)", "-(x - 1)/4")),
    Misconception("normaliser-held-constant", SKILL,
        "You held the factor in front constant. It contains the width as well: differentiate it too.",
        normaliser_held_constant, "The normalising factor was held constant",
        ("diff(exp(-(9/(2s^2)))/s, s)", "9exp(-9/(2s^2))/s^4")),
)  # fmt: skip
