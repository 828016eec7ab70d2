"""What may be taken to hold while a working is judged: what the solution needs, and where it starts."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.derivation.levels import needed
from fluxions.calculus.derivation.step import Derivation, Unsolved
from fluxions.calculus.diagnosis.odes import start_of
from fluxions.calculus.expr import Expr, Int, Operator, Rel, Sym, Vector, num
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import symbols


def conditions_of(task: Expr, derivation: Derivation | Unsolved) -> tuple[Expr, ...]:
    """Signs of the parameters of an integral, ranges of those of a curve or surface, where an initial value lives."""
    start = start_of(task)
    if start is not None:
        ((name, value),) = start.items()
        place = rational_value(value)
        x = Sym(name)
        return () if place is None else (Rel(">", x, num(place)), Rel("<", x, num(place + 1)))
    if ranges := ranges_of(task):
        return tuple(each for x, low, high in ranges for each in _between(x, low, high))
    if not isinstance(task, Int) or not isinstance(derivation, Derivation):
        return ()
    fixed = symbols(task) - {task.variable.name}
    found = (each.relation for each in needed(derivation))
    return tuple(each for each in found if isinstance(each, Rel) and each.op != "!=" and symbols(each) <= fixed)


def ranges_of(task: Expr) -> tuple[tuple[Sym, Expr, Expr], ...]:
    """What the parameters of a curve or a surface run through: there |u| is u, and a length has one sign."""
    match task:
        case Operator("line", (_, _, _, Sym() as t, low, high)):
            return ((t, low, high),)
        case Operator("flux" | "green" | "stokes" | "gauss", (_, _, _, Vector(ws), *ends)):
            pairs = zip(ws, ends, strict=False)
            return tuple(
                (w, end.entries[0], end.entries[1])
                for w, end in pairs
                if isinstance(w, Sym) and isinstance(end, Vector) and len(end.entries) == 2
            )
    return ()


def _between(x: Sym, low: Expr, high: Expr) -> Iterator[Expr]:
    """The ends of a range that are rational numbers, as relations."""
    first, last = rational_value(low), rational_value(high)
    if first is not None:
        yield Rel(">", x, num(first))
    if last is not None:
        yield Rel("<", x, num(last))


__all__ = ["conditions_of"]
