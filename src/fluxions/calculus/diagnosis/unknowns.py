"""The unknowns of a system, extremum or constraint, and the points that its equations are true at."""

from __future__ import annotations

from dataclasses import dataclass

from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.expr import NAMED, ZERO, Add, Diff, Div, Expr, Neg, Operator, Rel, Set, Sym, Vector
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import free_of, substituted, symbols

Point = dict[str, Expr]


@dataclass(frozen=True, slots=True)
class Unknowns:
    """What is sought, all points where the equations hold, and whether these are known to be all."""

    names: tuple[Sym, ...]
    points: tuple[Point, ...]
    equations: tuple[Rel, ...]
    function: Expr | None = None
    constraints: tuple[Expr, ...] = ()  # what is 0


def unknowns_of(task: Expr, target: Expr) -> Unknowns | None:
    """The unknowns of a task that asks where something holds; None where it asks for something else."""
    match task:
        case Operator("solve", (Rel("=") as equation, Sym() as x, *_)):
            return Unknowns((x,), _points(target, (x,)), (equation,))
        case Operator("solve", (Vector(equations), Vector(xs), *_)):
            names = _symbols(xs)
            return Unknowns(names, _points(target, names), tuple(each for each in equations if isinstance(each, Rel)))
        case Operator("extrema", (f, Sym() as x, *_)):
            return _of_extrema(f, (x,), target)
        case Operator("extrema", (f, Vector(xs), *_)):
            return _of_extrema(f, _symbols(xs), target)
        case Operator("lagrange" | "kkt", (f, Vector(constraints), Vector(xs))):
            names = _symbols(xs)
            gaps = tuple(Add((each.left, Neg(each.right))) for each in constraints if isinstance(each, Rel))
            return Unknowns(names, _points(target, names), (), f, gaps)
    return None


def _symbols(xs: tuple[Expr, ...]) -> tuple[Sym, ...]:
    return tuple(each for each in xs if isinstance(each, Sym))


def _of_extrema(f: Expr, names: tuple[Sym, ...], target: Expr) -> Unknowns:
    equations = tuple(Rel("=", Diff(f, x), ZERO) for x in names)
    points = list(_points(target, names))
    if len(names) == 1:
        found = solve(Operator("solve", (equations[0], names[0])))
        more = _points(found.answer, names) if isinstance(found, Derivation) else ()
        points = list(more) or points  # critical, though no extrema may be there
    return Unknowns(names, tuple(points), equations, f)


def _points(target: Expr, names: tuple[Sym, ...]) -> tuple[Point, ...]:
    elements = target.elements if isinstance(target, Set) else (target,)
    found: list[Point] = []
    for each in elements:
        at = each.args[0] if isinstance(each, Operator) and each.name in NAMED and each.args else each
        values = at.entries if isinstance(at, Vector) else (at,)
        if len(values) == len(names) and not any(value.stands for value in values):
            found.append({x.name: value for x, value in zip(names, values, strict=True)})
    return tuple(found)


def multiplier_at(found: Unknowns, point: Point) -> Expr | None:
    """λ of ∇f = λ ∇g at a point, for one constraint; None where that is not one number."""
    if found.function is None or len(found.constraints) != 1:
        return None
    for x in found.names:
        slope = _value(Diff(found.constraints[0], x), point)
        if agree(slope, ZERO) == "differ":
            return Div(_value(Diff(found.function, x), point), slope)
    return None


def _value(e: Expr, point: Point) -> Expr:
    return substituted(e, point)


def holds(e: Rel, point: Point) -> bool | None:
    """Is an equation true at a point? None where that is not decided."""
    gap = [substituted(each, point) for each in (e.left, e.right)]
    try:
        said = agree(gap[0], gap[1])
    except NoTape:
        return None
    return {"agree": True, "differ": False}.get(said)


def is_case_of(e: Rel, earlier: Rel) -> bool:
    """Does an equation follow from this one, x = … put in: is it one of its factors?"""
    for name, value in ((e.left, e.right), (e.right, e.left)):
        if isinstance(name, Sym) and free_of(value, name) and name.name in symbols(Add((earlier.left, earlier.right))):
            sides = [substituted(each, {name.name: value}) for each in (earlier.left, earlier.right)]
            try:
                if agree(sides[0], sides[1]) == "agree":
                    return True
            except NoTape:
                continue
    return False


__all__ = ["Point", "Unknowns", "holds", "is_case_of", "multiplier_at", "unknowns_of"]
