"""The last steps of an indefinite integral: brackets are cleared of fractions, and a constant is added."""

from __future__ import annotations

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.step import Check, Step
from fluxions.calculus.derivation.verify import checked
from fluxions.calculus.equality.denominators import numbers_multiplied_in, one_denominator
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


CLEAR = (
    ("fractions-taken-out", "Take the fractions out of the bracket.", one_denominator),
    ("numbers-multiplied-in", "Multiply the number into the bracket.", numbers_multiplied_in),
)


def brackets_cleared(answer: Expr, budget: Budget) -> tuple[Step, ...]:
    """The steps from e^x (x/2 − 1/4) to e^x (2x − 1)/4, and from a + (b − c)/3 to a + b/3 − c/3, where they fit."""
    steps = []
    for rule, says, clear in CLEAR:
        after = clear(answer)
        check = checked(answer, after, budget) if after != answer else None
        if check is not None:
            steps.append(Step(rule, "algebraic-manipulation", says, answer, after, after, (), checked=check))
            answer = after
    return tuple(steps)


__all__ = ["brackets_cleared", "with_constant"]
