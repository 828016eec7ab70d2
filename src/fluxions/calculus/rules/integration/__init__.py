"""Integration by human methods: the rules, and the planner that chooses among them."""

from fluxions.calculus.rules.integration import algebra, linearity, parts, rational, substitution, table

RULES = (
    *linearity.RULES[:1],
    *table.RULES,
    *linearity.RULES[1:],
    *substitution.RULES,
    *algebra.RULES,
    *parts.RULES,
    *rational.RULES,
)

__all__ = ["RULES"]
