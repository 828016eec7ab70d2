"""The methods that take an idea, in the order of a textbook; each gives every way in which it fits an integral."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fluxions.calculus.derivation.rule import Found, Rule, found
from fluxions.calculus.expr import Int
from fluxions.calculus.rules.integration import (
    algebra,
    backwards,
    euler,
    exponential,
    half_angle,
    hyperbolic,
    hyperbolic_fractions,
    inverse,
    parts,
    products,
    rational,
    reduction,
    roots,
    substitution,
    trigonometric,
    trigonometric_substitution,
)

Ways = Iterator[tuple[Rule, Found]]
Method = Callable[[Int], Ways]


def by_substitution(goal: Int) -> Ways:
    """Every inside that works."""
    for g, h in substitution.substitutions(goal.arg, goal.variable):
        yield substitution.SUBSTITUTION, substitution.opened(goal, g, h)


def by_parts(goal: Int) -> Ways:
    """Every cut whose dv is seen at once."""
    for u, dv in parts.cuts(goal.arg, goal.variable):
        result = parts.parted(goal, u, dv)
        if result is not None:
            yield parts.BY_PARTS, result


def each_of(rules: Sequence[Rule]) -> Method:
    """Rules that fit in one way at most."""

    def ways(goal: Int) -> Ways:
        for rule in rules:
            result = found(rule.rewrite(goal))
            if result is not None:
                yield rule, result

    return ways


WAVES_AND_ROOTS = (
    *trigonometric.RULES,
    *products.RULES,
    *reduction.RULES,
    *hyperbolic.RULES,
    *inverse.RULES,
    *backwards.RULES,
    *roots.RULES,
    *exponential.RULES,
    *half_angle.RULES,
    *hyperbolic_fractions.RULES,
    *trigonometric_substitution.RULES,
    *euler.RULES,
)
IDEA_RULES = (*substitution.RULES, *algebra.RULES, *parts.RULES, *rational.RULES, *WAVES_AND_ROOTS)
METHODS: tuple[Method, ...] = (
    by_substitution,
    each_of(algebra.RULES),
    each_of((parts.TABULAR, parts.CIRCULAR)),
    by_parts,
    each_of(rational.RULES),
    each_of(WAVES_AND_ROOTS),
)
