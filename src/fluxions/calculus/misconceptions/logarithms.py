"""Wrong rules for logarithms of numbers, and for the logarithm of a base."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, Diff, Div, E, Expr, Fn, Num, Pow, fn
from fluxions.calculus.trees import free_of


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


SKILL = "derivative-exp-log"
MISCONCEPTIONS = (
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
