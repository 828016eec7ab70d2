"""Matrix calculus: the differential is taken, brought into the form tr(G' dX), and the gradient is read off."""

from dataclasses import replace

from fluxions.calculus.derivation.rule import Found, Rule, on
from fluxions.calculus.expr import Expr
from fluxions.calculus.rules.matrix import differentials, functions, jacobians, reading
from fluxions.calculus.shapes import Clash


def careful(rule: Rule) -> Rule:
    """The rule, declining what is no product or sum of fitting shapes."""

    def rewrite(node: Expr) -> Expr | Found | None:
        try:
            return rule.rewrite(node)
        except Clash:
            return None

    return replace(rule, rewrite=rewrite)


RULES: tuple[Rule, ...] = (
    *on(("matgrad", "jacobian", "hessian"), jacobians.RULES),
    *on(("differential",), (*differentials.RULES, *functions.RULES)),
    *on(("readoff",), (*reading.RULES, *jacobians.READING)),
)
RULES = tuple(careful(rule) for rule in RULES)

__all__ = ["RULES"]
