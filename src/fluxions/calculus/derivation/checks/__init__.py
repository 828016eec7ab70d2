"""How the result of an operator of calculus is confirmed, a table by its name; one file for each subject.

A check is a function (before, after, budget) -> Check | None; None: refuted, or not confirmed. It shares no code
with the rules: what must be true of the result is tried by balls, jets, quadrature or exact substitution.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks import claims, definite, limits, posterior
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import Expr, Operator

Confirm = Callable[[Operator, Expr, Budget], Check | None]

CHECKS: Mapping[str, Confirm] = {**claims.CHECKS, **definite.CHECKS, **limits.CHECKS, **posterior.CHECKS}
