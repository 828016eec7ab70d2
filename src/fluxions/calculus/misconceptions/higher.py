"""Wrong ways with derivatives that are taken again and again."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Diff, Expr, Mul, Num, Pow
from fluxions.calculus.trees import free_of


def negative_exponent_sign_lost(node: Expr) -> Expr | None:
    """d/dx u⁻ⁿ taken for n u⁻ⁿ⁻¹ · du/dx: the minus of the exponent is missing in front."""
    match node:
        case Diff(Pow(u, Num(n)), x) if n < 0 and not free_of(u, x):
            return Mul((Num(-n), Pow(u, Num(n - 1)), Diff(u, x)))
    return None


MISCONCEPTIONS = (
    Misconception("negative-exponent-sign-lost", "power-rule",
        "You brought a negative exponent down without its sign. The minus comes down too, so the signs alternate from "
        "one derivative to the next.",
        negative_exponent_sign_lost, "The sign of a negative exponent is missing", ("diff(x^(-2), x)", "2*x^(-3)")),
)  # fmt: skip
