"""Integration by human methods: the rules, and the planner that chooses among them."""

from fluxions.calculus.rules.integration import algebra, linearity, multiples, parts, rational, substitution, table
from fluxions.calculus.rules.integration.methods import WAVES_AND_ROOTS

RULES = (
    *linearity.RULES[:2],
    *table.RULES,
    *linearity.RULES[2:],
    *substitution.RULES,
    *algebra.RULES,
    *parts.RULES,
    *rational.RULES,
    *multiples.RULES,
    *WAVES_AND_ROOTS,
)

__all__ = ["RULES"]
