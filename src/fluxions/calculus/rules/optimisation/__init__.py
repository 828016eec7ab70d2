"""Optimisation: systems of equations, extrema and their kinds."""

from fluxions.calculus.derivation.rule import Rule, on
from fluxions.calculus.rules.optimisation import constrained, convexity, extrema, kkt, prices, roots, systems, waves

RULES: tuple[Rule, ...] = (
    *on(("solve", "branch", "each", "together"), systems.RULES),
    *on(("solve",), roots.RULES),
    *on(("solve", "inside"), waves.RULES),
    *on(("extrema", "classify", "kind", "candidates", "compare"), extrema.RULES),
    *on(("lagrange", "multipliers", "onset", "constrained", "tangential"), constrained.RULES),
    *on(("shadowprice", "price"), prices.RULES),
    *on(("kkt", "active", "allowed", "least"), kkt.RULES),
    *on(("definiteness", "convexity", "curvature"), convexity.RULES),
)
