"""Solutions of differential equations are confirmed by putting them in, with derivatives found by jets."""

from __future__ import annotations

from collections.abc import Sequence

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.same import BITS, POINTS, same
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import ZERO, Add, Diff, Div, Expr, Fn, Mul, Neg, Num, Operator, Rel, Sym
from fluxions.calculus.trees import free_of, mapped, substituted

PUT_IN = Check("substitution", "numeric", POINTS, BITS)


def ode(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """The equation with the solution, or with the slope that the opened equation says, is true."""
    match before.args:
        case (Rel("=", left, right), Sym() as y, Sym() as x, *known):
            slope = _slope(after, y, x)
            if slope is None:
                return None
            solution = _explicit(after, y)
            sides = (mapped(each, lambda e: _put(e, y, x, slope)) for each in (left, right))
            a, b = (each if solution is None else substituted(each, {y.name: solution}) for each in sides)
            return PUT_IN if same(a, b, budget) and _holds(after, y, x, known, budget) else None
    return None


def _put(e: Expr, y: Sym, x: Sym, slope: Expr) -> Expr:
    return slope if e == Diff(y, x) else e


def _explicit(after: Expr, y: Sym) -> Expr | None:
    """The right side of y = …"""
    match after:
        case Rel("=", left, right) if left == y and free_of(right, y):
            return right
    return None


def _slope(after: Expr, y: Sym, x: Sym) -> Expr | None:
    """y' by what a solution or an equation between x and y says."""
    match after:
        case Rel("=", left, right) if left == y and free_of(right, y):
            return Diff(right, x)
        case Rel("=", left, right) | Operator("balanced" | "explicit", (Rel("=", left, right), *_)):
            gap = Add((left, Neg(right)))
            return Neg(Div(Diff(gap, x), Diff(gap, y)))
        case Operator("weighted", (p, q, *_)):
            return Add((q, Neg(Mul((p, y)))))
        case Operator("ode", (Rel("=", Diff(u, t), right), *_)) if (u, t) == (y, x):
            return right
        case Operator("flow", (down, *_)):
            return Neg(down)
    return None


def _holds(after: Expr, y: Sym, x: Sym, known: Sequence[Expr], budget: Budget) -> bool:
    """Is a known value kept: by the solution itself, or by what is still to be worked on?"""
    match after, known:
        case _, []:
            return True
        case Operator(_, args), [value]:
            return args[-1] == value
        case Rel("=", left, right), [Rel("=", Fn(_, (a,)), b)]:
            at = {x.name: a, y.name: b}
            return same(substituted(left, at), substituted(right, at), budget)
    return False


def opened(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """A step between the equation and its solution: both say the same slope, and keep the known value."""
    names = [each for each in before.args if isinstance(each, Sym)][-2:]
    if before.name == "flow":
        names = [each for each in before.args[1:3] if isinstance(each, Sym)]
    if len(names) < 2:
        return None
    y, x = names
    known = [
        each for each in before.args if isinstance(each, Rel) and isinstance(each.left, Fn) and each.left.name == y.name
    ]
    if before.name == "weighted" and not same(Diff(before.args[2], x), before.args[0], budget):
        return None
    solution = _explicit(after, y)
    if isinstance(after, Operator) and after.name == "fitted":
        solution = _explicit(after.args[0], y)
    good = _same_slope(before, after, y, x, budget) if solution is None else _kept(before, solution, y, x, budget)
    return PUT_IN if good and _holds(after, y, x, known, budget) else None


def _same_slope(before: Operator, after: Expr, y: Sym, x: Sym, budget: Budget) -> bool:
    first, second = _slope(before, y, x), _slope(after, y, x)
    return first is not None and second is not None and same(first, second, budget)


def _kept(before: Operator, solution: Expr, y: Sym, x: Sym, budget: Budget) -> bool:
    """Do the two sides of the equation differ by a constant along the solution, or is it a member of the family?"""
    match before:
        case Operator("fitted", (family, *_)):
            return _member(family, solution, x, budget)
        case Operator("balanced" | "explicit", (Rel("=", left, right), *_)):
            along = substituted(Add((left, Neg(right))), {y.name: solution})
            return same(Diff(along, x), ZERO, budget)
    return False


def _member(family: Expr, solution: Expr, x: Sym, budget: Budget) -> bool:
    """Has the solution the slope of the family where they meet? Two members of a family never cross."""
    match family:
        case Rel("=", _, whole):
            for name in ("C", "K", "C_1", "K_1"):
                c = Sym(name)
                if not free_of(whole, c) and free_of(solution, c):
                    inverse = _solved_for(whole, c, solution)
                    return inverse is not None and same(Diff(inverse, x), ZERO, budget)
    return False


def _solved_for(whole: Expr, c: Sym, value: Expr) -> Expr | None:
    """c where whole, a quotient of linear terms in c, is the value."""
    if isinstance(whole, Neg):
        return _solved_for(whole.arg, c, Neg(value))
    top, bottom = (whole.top, whole.bottom) if isinstance(whole, Div) else (whole, Num(1))
    gap = Add((top, Neg(Mul((value, bottom)))))
    start, end = (substituted(gap, {c.name: Num(k)}) for k in (0, 1))
    return Div(start, Add((start, Neg(end))))


def euler(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """One step along the slope, or none left."""
    match before.args, after:
        case (f, Sym() as x, a, b, h, Num(n)), Operator("euler", (g, z, c, d, k, Num(left))):
            if (g, z, k, left) != (f, x, h, n - 1):
                return None
            slope = substituted(f, {x.name: a, "y": b})
            good = same(c, Add((a, h)), budget) and same(d, Add((b, Mul((h, slope)))), budget)
            return PUT_IN if good else None
        case (_, _, _, b, _, Num(n)), value if n == 0:
            return Check("same", "proved") if value == b else None
    return None


CHECKS = {"ode": ode, "euler": euler, **dict.fromkeys(("balanced", "weighted", "explicit", "fitted", "flow"), opened)}
