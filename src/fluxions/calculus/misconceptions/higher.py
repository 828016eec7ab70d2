"""Wrong ways with derivatives that are taken again and again."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ZERO, Add, At, Diff, Expr, Mul, Num, Pow, Sym
from fluxions.calculus.trees import free_of, symbols


def negative_exponent_sign_lost(node: Expr) -> Expr | None:
    """d/dx u⁻ⁿ taken for n u⁻ⁿ⁻¹ · du/dx: the minus of the exponent is missing in front."""
    match node:
        case Diff(Pow(u, Num(n)), x) if n < 0 and not free_of(u, x):
            return Mul((Num(-n), Pow(u, Num(n - 1)), Diff(u, x)))
    return None


def middle_term_left_out(node: Expr) -> Expr | None:
    """(uv)'' taken for u''v + uv''."""
    match node:
        case Diff(Diff(Mul((u, v)), x), y) if x == y and not free_of(u, x) and not free_of(v, x):
            return Add((Mul((Diff(Diff(u, x), x), v)), Mul((u, Diff(Diff(v, x), x)))))
    return None


def one_derivative_too_many(node: Expr) -> Expr | None:
    """f'' taken for f''', and f'(a) for f''(a)."""
    match node:
        case Diff(Diff(f, x), y) if x == y and not isinstance(f, Diff):
            return Diff(node, x)
        case At(Diff(f, x) as slope, y, a) if x == y and is_place(a) and not isinstance(f, Diff):
            return At(Diff(slope, x), x, a)
    return None


def point_put_in_first(node: Expr) -> Expr | None:
    """f'(a) taken for the derivative of the number f(a), which is 0."""
    match node:
        case At(Diff(f, x), y, a) if x == y and is_place(a) and not free_of(f, x):
            return ZERO
    return None


def is_place(a: Expr) -> bool:
    """Is it a number or a name: a place, and not an inside that the chain rule puts in?"""
    return isinstance(a, Sym) or not symbols(a)


HIGHER = "higher-derivatives"
MISCONCEPTIONS = (
    Misconception("negative-exponent-sign-lost", "power-rule",
        "You brought a negative exponent down without its sign. The minus comes down too, so the signs alternate from "
        "one derivative to the next.",
        negative_exponent_sign_lost, "The sign of a negative exponent is missing", ("diff(x^(-2), x)", "2*x^(-3)")),
    Misconception("middle-term-left-out", HIGHER,
        "You differentiated each factor twice and added. Between them stands the middle term: "
        "$(fg)'' = f''g + 2f'g' + fg''$.",
        middle_term_left_out, "The middle term is missing", ("diff(x^2*e^x, x, 2)", "2*e^x + x^2*e^x")),
    Misconception("one-derivative-too-many", HIGHER,
        "You differentiated once too often. Count the derivatives that are asked for, and stop there.",
        one_derivative_too_many, "One derivative too many", ("diff(x^4, x, 2)", "24*x"), on=(Diff, At)),
    Misconception("point-put-in-first", "derivative-graphs",
        "You put the point in before differentiating, and a number has the derivative 0. Differentiate first, then put "
        "the point in.",
        point_put_in_first, "The point was put in too early", ("at(diff(x^3, x), x, 2)", "0"), on=(At,)),
)  # fmt: skip
