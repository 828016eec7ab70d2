"""All rules, in the order in which a teacher tries them."""

from fluxions.calculus.derivation.rule import Rule
from fluxions.calculus.rules import derivatives, dynamics, implicit, inverses, limits, logarithms, values

RULES: tuple[Rule, ...] = (
    *logarithms.RULES,
    *derivatives.RULES,
    *values.RULES,
    *limits.RULES,
    *dynamics.RULES,
    *implicit.RULES,
    *inverses.RULES,
)
