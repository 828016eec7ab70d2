"""Lines of working on an equation that is to be solved: they are true at its solutions, or parts of it."""

from __future__ import annotations

from fluxions.calculus.expr import Expr, Operator, Rel, Set, Sym
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.trees import free_of, substituted


def unknown_of(task: Expr) -> Sym | None:
    """The name that the task wants the equation solved for."""
    match task:
        case Operator("solve", (Rel("="), Sym() as x)):
            return x
    return None


def holds_at_solutions(task: Expr, line: Rel, answer: Expr) -> bool:
    """Is the equation of a line true where the equation of the task is?"""
    x = unknown_of(task)
    if x is None or line.op != "=" or (free_of(line.left, x) and free_of(line.right, x)):
        return False
    solutions = answer.elements if isinstance(answer, Set) else (answer,)
    sides = ((substituted(line.left, {x.name: each}), substituted(line.right, {x.name: each})) for each in solutions)
    return all(agree(left, right) == "agree" for left, right in sides)


__all__ = ["holds_at_solutions", "unknown_of"]
