"""What may be taken to hold while a working is judged: what the solution needs, and where it starts."""

from __future__ import annotations

from fluxions.calculus.derivation.levels import needed
from fluxions.calculus.derivation.step import Derivation, Unsolved
from fluxions.calculus.diagnosis.odes import start_of
from fluxions.calculus.expr import Expr, Int, Rel, Sym, num
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import symbols


def conditions_of(task: Expr, derivation: Derivation | Unsolved) -> tuple[Expr, ...]:
    """Signs of the parameters of an integral; the neighbourhood in which the solution of an initial value lives."""
    start = start_of(task)
    if start is not None:
        ((name, value),) = start.items()
        place = rational_value(value)
        x = Sym(name)
        return () if place is None else (Rel(">", x, num(place)), Rel("<", x, num(place + 1)))
    if not isinstance(task, Int) or not isinstance(derivation, Derivation):
        return ()
    fixed = symbols(task) - {task.variable.name}
    found = (each.relation for each in needed(derivation))
    return tuple(each for each in found if isinstance(each, Rel) and each.op != "!=" and symbols(each) <= fixed)


__all__ = ["conditions_of"]
