"""How the result of an operator of calculus is confirmed, a table by its name; one file for each subject.

A check is a function (before, after, budget) -> Check | None; None: refuted, or not confirmed. It shares no code
with the rules: what must be true of the result is tried by balls, jets, quadrature or exact substitution.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks import (
    claims,
    constrained,
    definite,
    dynamics,
    fields,
    limits,
    meaning,
    optimisation,
    posterior,
    series,
    taylor,
)
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import Expr, Operator, Vector

Confirm = Callable[[Operator, Expr, Budget], Check | None]


def _of_a_list(several: Confirm, one: Confirm | None) -> Confirm:
    """Of a list of variables the first, of one variable the second."""

    def confirm(before: Operator, after: Expr, budget: Budget) -> Check | None:
        chosen = several if isinstance(before.args[1], Vector) else one
        return None if chosen is None else chosen(before, after, budget)

    return confirm


ONE: Mapping[str, Confirm] = {
    **claims.CHECKS,
    **limits.CHECKS,
    **series.CHECKS,
    **taylor.CHECKS,
    **dynamics.CHECKS,
    **definite.CHECKS,
    **posterior.CHECKS,
}
SEVERAL: Mapping[str, Confirm] = {
    **meaning.CHECKS,
    **optimisation.CHECKS,
    **constrained.CHECKS,
    **fields.CHECKS,
}
EITHER: Mapping[str, Confirm] = {**meaning.EITHER}  # operators of one variable and of a list of them
CHECKS: Mapping[str, Confirm] = {
    **ONE,
    **SEVERAL,
    **{name: _of_a_list(several, ONE.get(name)) for name, several in EITHER.items()},
    **{name: _of_a_list(*both) for name, both in optimisation.EITHER.items()},
}
