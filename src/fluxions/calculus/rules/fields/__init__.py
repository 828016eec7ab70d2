"""Vector fields: divergence, curl, Laplacian, potentials, and their integrals along curves and over surfaces."""

from fluxions.calculus.derivation.rule import Rule, on
from fluxions.calculus.rules.fields import derivatives, integrals, potentials

RULES: tuple[Rule, ...] = (
    *on(("div", "curl", "laplacian"), derivatives.RULES),
    *on(("potential", "conservative", "gathered"), potentials.RULES),
    *on(("line", "flux", "green", "stokes", "gauss"), integrals.RULES),
)
