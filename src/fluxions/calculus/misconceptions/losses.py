"""Wrong rules for the slopes of the log-loss, in the probability and in the logit."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, Add, At, Diff, Div, Expr, Fn, Mul, Neg, Sym
from fluxions.calculus.rules.derivatives import fresh
from fluxions.calculus.trees import free_of, mapped, nodes


def stops_at_probability(node: Expr) -> Expr | None:
    """dL/dz taken for dL/dp at p = σ(z), where L has both ln p and ln(1 − p): the factor dp/dz is missing."""
    match node:
        case Diff(loss, x):
            both = _certain(loss) & _complementary(loss)
            p = next((each for each in both if not free_of(each, x)), None)
            if p is not None:
                u = fresh(loss)
                return At(Diff(mapped(loss, lambda each: u if each == p else each), u), u, p)
    return None


def stops_at_logit(node: Expr) -> Expr | None:
    """dL/dw taken for dL/dz at z = wx + b, where L has both ln σ(z) and ln(1 − σ(z)): the factor dz/dw is missing."""
    match node:
        case Diff(loss, x):
            both = _certain(loss) & _complementary(loss)
            z = next((each.children[0] for each in both if not free_of(each, x)), x)
            if z != x:
                u = fresh(loss)
                return At(Diff(mapped(loss, lambda each: u if each == z else each), u), u, z)
    return None


def _certain(loss: Expr) -> set[Expr]:
    """Every σ(z) of which the logarithm is taken in the loss."""
    return {
        each.args[0] for each in nodes(loss) if isinstance(each, Fn) and each.name == "ln" and _sigmoid(each.args[0])
    }


def _complementary(loss: Expr) -> set[Expr]:
    """Every σ(z) in a logarithm of 1 − σ(z)."""
    found = map(_complement, _logarithms(loss))
    return {each for each in found if each is not None and _sigmoid(each)}


def _logarithms(e: Expr) -> Iterator[Expr]:
    """What the logarithms in e are taken of."""
    return (each.args[0] for each in nodes(e) if isinstance(each, Fn) and each.name == "ln")


def _complement(e: Expr) -> Expr | None:
    """u, where e is 1 − u."""
    match e:
        case Add((one, Neg(u))) if one == ONE:
            return u
    return None


def _sigmoid(e: Expr) -> bool:
    return isinstance(e, Fn) and e.name == "sigmoid"


def loss_minus_lost(node: Expr) -> Expr | None:
    """The slope of −L taken for that of L, where L is made of logarithms."""
    match node:
        case Diff(Neg(u), x) if any(True for _ in _logarithms(u)):
            return Diff(u, x)
    return None


def complement_sign_lost(node: Expr) -> Expr | None:
    """d/dx ln(1 − u) taken for u'/(1 − u), for a u that is more than x."""
    match node:
        case Diff(Fn("ln", (inside,)), x):
            u = _complement(inside)
            if u is not None and not isinstance(u, Sym) and not free_of(u, x):
                return Mul((Div(ONE, inside), Diff(u, x)))
    return None


SKILL = "derivative-log-loss"
MISCONCEPTIONS = (
    Misconception("stops-at-probability", SKILL,
        "You stopped at the slope in the probability. The logit moves the probability: multiply by "
        "$\\sigma(1-\\sigma)$.",
        stops_at_probability, "The step from logit to probability is missing",
        ("diff(-(1/5*ln(sigmoid(z)) + 4/5*ln(1 - sigmoid(z))), z)", "-(1/5/sigmoid(z) - 4/5/(1 - sigmoid(z)))")),
    Misconception("stops-at-logit", SKILL,
        "You stopped at the slope in the logit. The logit moves with the weight: multiply by the input.",
        stops_at_logit, "The step from weight to logit is missing",
        ("diff(-(1/5*ln(sigmoid(3w)) + 4/5*ln(1 - sigmoid(3w))), w)", "sigmoid(3w) - 1/5")),
    Misconception("loss-minus-lost", SKILL,
        "You lost the minus in front of the logarithms. The loss is minus the log-likelihood, so its slope keeps that "
        "sign.",
        loss_minus_lost, "The minus of the loss is missing", ("diff(-ln(sigmoid(z)), z)", "1 - sigmoid(z)")),
    Misconception("complement-sign-lost", SKILL,
        "You lost the minus of $1 - p$. When $p$ grows, $1 - p$ falls: its derivative is $-p'$.",
        complement_sign_lost, "The minus of one minus p is missing",
        ("diff(ln(sigmoid(z)) + ln(1 - sigmoid(z)), z)", "1")),
)  # fmt: skip
