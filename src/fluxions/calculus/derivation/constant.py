"""The last step of an indefinite integral: all antiderivatives differ by a constant."""

from __future__ import annotations

from fluxions.calculus.derivation.step import Check, Step
from fluxions.calculus.expr import Add, Expr, Int, Sym
from fluxions.calculus.trees import nodes

NAMES = ("C", "C_1", "K", "K_1")


def with_constant(answer: Expr, task: Int) -> Step:
    """F becomes F + C, with a letter that the task does not use."""
    used = {each.name for each in (*nodes(answer), *nodes(task)) if isinstance(each, Sym)}
    constant = Sym(next(name for name in NAMES if name not in used))
    after = Add((*(answer.terms if isinstance(answer, Add) else (answer,)), constant))
    return Step(
        "constant-of-integration", "antiderivatives-basic",
        "Every antiderivative on an interval is this one plus a constant ${c}$.", answer, after, after, (),
        (("c", constant),), checked=Check("constant", "proved"),
    )  # fmt: skip


__all__ = ["with_constant"]
