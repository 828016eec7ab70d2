"""Wrong rules for logarithms of products and of numbers, and for the logarithm of a base."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, Diff, Div, E, Expr, Fn, Mul, Num, Pow, fn
from fluxions.calculus.trees import free_of


def logarithm_of_product_multiplied(node: Expr) -> Expr | None:
    """ln(uv) taken for ln u · ln v."""
    match node:
        case Diff(Fn("ln", (Mul(factors),)), x) if any(not free_of(each, x) for each in factors):
            return Diff(Mul(tuple(fn("ln", each) for each in factors)), x)
    return None


def number_in_logarithm_moves(node: Expr) -> Expr | None:
    """d/dx ln c taken for 1/c, where c is a number."""
    match node:
        case Diff(Fn("ln", (Num() as c,)), _) if c.value > 0:
            return Div(ONE, c)
    return None


def base_logarithm_upside_down(node: Expr) -> Expr | None:
    """d/dx aˣ taken for aˣ/ln a, and d/dx log_b x for ln b/x."""
    match node:
        case Diff(Pow(a, u), x) if u == x and free_of(a, x) and a != E:
            return Div(Pow(a, u), fn("ln", a))
        case Diff(Fn("log", (u, b)), x) if u == x and free_of(b, x):
            return Div(fn("ln", b), x)
    return None


SKILL, LAWS = "derivative-exp-log", "exponentials-logarithms"
MISCONCEPTIONS = (
    Misconception("logarithm-of-product-multiplied", LAWS,
        "You multiplied the logarithms of the factors. The logarithm of a product is their sum: "
        "$\\ln(uv) = \\ln u + \\ln v$.",
        logarithm_of_product_multiplied, "The logarithms were multiplied", ("diff(ln(3*x^2), x)", "2ln(3)/x")),
    Misconception("number-in-logarithm-moves", SKILL,
        "You differentiated the logarithm of a number as if the number moved. It is a constant, so its derivative "
        "is 0.",
        number_in_logarithm_moves, "The logarithm of a number was differentiated",
        ("diff(ln(x) + ln(3), x)", "1/x + 1/3")),
    Misconception("base-logarithm-upside-down", SKILL,
        "You exchanged multiplying and dividing by the logarithm of the base. It is a factor for $a^x$, and stands "
        "under the line for $\\log_b x$.",
        base_logarithm_upside_down, "The logarithm of the base is upside down", ("diff(2^x, x)", "2^x/ln(2)")),
)  # fmt: skip
