"""A tangent given as an equation of its points, such as y - 6 = 2(x - 1)."""

from __future__ import annotations

from dataclasses import replace

from fluxions.calculus.expr import Add, Expr, Mul, Neg, Num, Operator, Sym, num
from fluxions.calculus.language.lines import Line
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.problem import Problem
from fluxions.calculus.trees import substituted, symbols

HEIGHT = Sym("y")


def solved_for_height(problem: Problem, line: Line) -> Line:
    """An equation a + c y = b of the points of a tangent as y = (b - a)/c; any other line as it is."""
    task, left, reading = problem.task, line.name, line.reading
    if not isinstance(task, Operator) or task.name != "tangent" or HEIGHT.name in symbols(task):
        return line
    if left is None or left == HEIGHT or len(line.sides) != 1 or not isinstance(reading, Reading):
        return line
    terms = (*_terms(left), *(Neg(each) for each in _terms(reading.expr)))
    with_height = [each for each in terms if HEIGHT.name in symbols(each)]
    factor = _factor(with_height[0]) if len(with_height) == 1 else None
    if factor is None:
        return line
    rest = [substituted(each, {HEIGHT.name: num(0)}) for each in terms]
    value = Neg(Add(tuple(rest))) / factor
    return replace(line, name=HEIGHT, sides=(value,), reading=Reading(value, reading.text))


def _terms(e: Expr) -> tuple[Expr, ...]:
    return e.terms if isinstance(e, Add) else (e,)


def _factor(term: Expr) -> Num | None:
    """The number c of a term c y that is not 0."""
    match term:
        case Sym():
            return num(1)
        case Neg(inner):
            found = _factor(inner)
            return None if found is None else num(-found.value)
        case Mul((Num() as factor, Sym())) if factor.value:
            return factor
    return None
