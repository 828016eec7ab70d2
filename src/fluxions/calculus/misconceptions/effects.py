"""Wrong effects of features on a probability: what the link does to a coefficient."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Diff, Div, Expr, Fn, Num, Sym
from fluxions.calculus.trees import free_of, symbols


def _of_several(z: Expr, x: Sym) -> bool:
    """Does the score depend on x, and on more than x?"""
    return not free_of(z, x) and len(symbols(z)) > 1


def coefficient_for_effect(node: Expr) -> Expr | None:
    """∂/∂x σ(z) taken for ∂z/∂x, where z is a score of several features."""
    match node:
        case Diff(Fn("sigmoid" | "Phi", (z,)), x) if _of_several(z, x):
            return Diff(z, x)
    return None


def effect_at_one_half(node: Expr) -> Expr | None:
    """∂/∂x σ(z) taken for ∂z/∂x / 4, its value at σ = 1/2."""
    match node:
        case Diff(Fn("sigmoid", (z,)), x) if _of_several(z, x):
            return Div(Diff(z, x), Num(4))
    return None


def interaction_before_the_link(node: Expr) -> Expr | None:
    """∂²/∂x∂y σ(z) taken for ∂²z/∂x∂y, the coefficient of the product."""
    match node:
        case Diff(Diff(Fn("sigmoid" | "Phi", (z,)), x), y) if x != y and not free_of(z, x) and not free_of(z, y):
            return Diff(Diff(z, x), y)
    return None


MARGINAL, INTERACTION = "marginal-effects", "interaction-effects"
MISCONCEPTIONS = (
    Misconception("coefficient-for-effect", MARGINAL,
        "You gave the coefficient. It is the effect on the score; for the probability multiply by the slope of the "
        "link there.",
        coefficient_for_effect, "The coefficient in the place of the effect", ("diff(sigmoid(2x - y), x)", "2")),
    Misconception("effect-at-one-half", MARGINAL,
        "You used the slope of the link at a probability of one half. It is $p(1-p)$ at the probability that the model "
        "gives here.",
        effect_at_one_half, "The effect at a probability of one half", ("diff(sigmoid(2x - y), x)", "1/2")),
    Misconception("interaction-before-the-link", INTERACTION,
        "You read the interaction off the score. On the scale of the probability the link bends it: differentiate the "
        "probability by both features.",
        interaction_before_the_link, "The interaction before the link",
        ("diff(diff(sigmoid(x + 2y + 3x*y), x), y)", "3")),
)  # fmt: skip
