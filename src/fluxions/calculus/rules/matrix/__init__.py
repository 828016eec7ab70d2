"""Matrix calculus: the differential is taken, brought into the form tr(G' dX), and the gradient is read off."""

from fluxions.calculus.derivation.rule import Rule, on
from fluxions.calculus.rules.matrix import differentials, functions, jacobians, reading

RULES: tuple[Rule, ...] = (
    *on(("matgrad", "jacobian", "hessian"), jacobians.RULES),
    *on(("differential",), (*functions.RULES, *differentials.RULES)),
    *on(("readoff",), (*reading.RULES, *jacobians.READING)),
)

__all__ = ["RULES"]
