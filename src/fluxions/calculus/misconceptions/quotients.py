"""More wrong rules for quotients."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import Diff, Div, Expr
from fluxions.calculus.misconceptions.gaussians import bump_by_its_width
from fluxions.calculus.trees import free_of


def bottom_held_still(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for u'/v; in a density by its width it is the normaliser that is held constant."""
    match node:
        case Diff(Div(u, v), x) if not (free_of(u, x) or free_of(v, x) or bump_by_its_width(u, x)):
            return Div(Diff(u, x), v)
    return None


MISCONCEPTIONS = (
    Misconception("bottom-held-still", "quotient-rule",
        "You differentiated the top and kept the bottom as if it were constant. The bottom changes too: "
        "$(f'g - fg')/g^2$.",
        bottom_held_still, "Only the top was differentiated", ("diff(sin(x)/x^2, x)", "cos(x)/x^2")),
)  # fmt: skip
