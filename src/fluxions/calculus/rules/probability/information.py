"""Entropy and the divergence of Kullback and Leibler as expectations of log densities."""

from __future__ import annotations

from fluxions.calculus.derivation.densities import log_density, pieces
from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Expr, Operator, Sym, fn
from fluxions.calculus.rules.definite.powers import negative


def _log(density: Expr, x: Sym) -> Expr | None:
    """ln p(x), by its formula where it is written out in one piece."""
    known = log_density(density, x)
    parts = pieces(density, x) if known is None else None
    return known if known is not None else fn("ln", parts[0].value) if parts and len(parts) == 1 else None


def entropy(node: Expr) -> Expr | Found | None:
    """h(p) = E[−ln p(X)]."""
    match node:
        case Operator("entropy", (Sym() as x, density)):
            log = _log(density, x)
            if log is None:
                return None
            inside = tidied(negative(log))
            return Found(Operator("expect", (inside, x, density)), (("f", inside),))
    return None


def divergence(node: Expr) -> Expr | Found | None:
    """KL(p‖q) = E[ln p(X) − ln q(X)] with X drawn from p."""
    match node:
        case Operator("kl", (Sym() as x, density, other)):
            first, second = _log(density, x), _log(other, x)
            if first is None or second is None:
                return None
            inside = tidied(first - second)
            return Found(Operator("expect", (inside, x, density)), (("f", inside),))
    return None


RULES = (
    Rule("entropy-as-expectation", "entropy-cross-entropy",
         "The entropy is the expectation of minus the log density, which is ${f}$.", entropy,
         "the entropy as an expectation"),
    Rule("divergence-as-expectation", "kl-divergence",
         "The divergence is the expectation, under the first density, of the difference of the log densities: ${f}$.",
         divergence, "the Kullback–Leibler divergence as an expectation"),
)  # fmt: skip
