"""Vector fields: divergence, curl, Laplacian."""

from fluxions.calculus.derivation.rule import Rule, on
from fluxions.calculus.rules.fields import derivatives

RULES: tuple[Rule, ...] = (*on(("div", "curl", "laplacian"), derivatives.RULES),)
