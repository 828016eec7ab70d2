"""All rules, in the order in which a teacher tries them."""

from fluxions.calculus.derivation.rule import Rule
from fluxions.calculus.rules import derivatives, dynamics, implicit, inverses, limits, values

RULES: tuple[Rule, ...] = (
    *derivatives.RULES,
    *values.RULES,
    *limits.RULES,
    *dynamics.RULES,
    *implicit.RULES,
    *inverses.RULES,
)
