"""All rules, in the order in which a teacher tries them."""

from fluxions.calculus.derivation.rule import Rule
from fluxions.calculus.rules import (
    derivatives,
    dynamics,
    equations,
    implicit,
    inverses,
    limits,
    logarithmic,
    logarithms,
    quotients,
    values,
)

RULES: tuple[Rule, ...] = (
    *logarithms.RULES,
    *quotients.RULES,
    *logarithmic.RULES,
    *derivatives.RULES,
    *values.RULES,
    *limits.RULES,
    *dynamics.RULES,
    *implicit.RULES,
    *equations.RULES,
    *inverses.RULES,
)
