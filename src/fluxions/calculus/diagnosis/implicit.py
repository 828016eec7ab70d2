"""The slope of a curve F(x, y) = 0 judged on the curve: there its equation may be used to rewrite the answer."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.equality.witness import printed, printed_apart
from fluxions.calculus.expr import At, Diff, Expr, Fn, Operator, Rel, Sym
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.curve import agree_on_curve
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import mapped, nodes
from fluxions.calculus.verdict import Comparison, Different, Equal, Right, Text, Undecided, Unknown, Witness, Wrong


def on_curve(task: Operator, answer: Expr, expected: Expr) -> Right | Wrong | Undecided:
    """The verdict on an answer to `implicit(F = G, y, x)` that differs from ours off the curve."""
    match compared_on_curve(task, answer, expected):
        case Equal(certificate):
            return Right("equal-on-the-curve", certificate, Text("Equal to our form by the equation of the curve."))
        case Different(_, witness, reason):
            return Wrong(reason, Text("This is not the slope of the curve."), witness, "counterexample")
        case Unknown(why):
            return Undecided(why)


def curve_of(task: Expr) -> Operator | None:
    """The slope of a curve that a task asks for, also where it asks at a point or for the second derivative."""
    while isinstance(task, At):
        task = task.arg
    match task:
        case Operator("implicit", (curve, y, x, *_)):
            return Operator("implicit", (curve, y, x))
    return None


def slope_stands_in(task: Expr, answer: Expr) -> bool:
    """Is the answer true on the curve, with the slope y' still in it, or with the point not put in yet?"""
    goal = task
    while isinstance(goal, At):
        goal = goal.arg
    curve = curve_of(goal)
    if curve is None or not isinstance(goal, Operator):
        return False
    _, y, x = curve.args
    primed = any(_is_slope(each, y, x) for each in nodes(answer))  # type: ignore[arg-type]
    if not primed and goal == task:
        return False
    found, slope = solve(goal), solve(curve)
    if not isinstance(found, Derivation) or not isinstance(slope, Derivation):
        return False
    filled = mapped(answer, lambda node: slope.answer if _is_slope(node, y, x) else node)  # type: ignore[arg-type]
    return isinstance(on_curve(goal, filled, found.answer), Right)


def compared_on_curve(task: Operator, answer: Expr, expected: Expr) -> Comparison:
    """Two expressions in x and y compared at points of the curve."""
    match task.args:
        case (Rel("=", left, right), Sym() as y, Sym() as x, *_):
            outcome, point = agree_on_curve(left - right, x, y, answer, expected)
        case _:
            return Unknown("no-curve")
    if outcome == "agree":
        return Equal("probed")
    if outcome == "unknown" or point is None:
        return Unknown("few-points")
    return Different((), _witness(x, y, point, answer, expected))


def _witness(x: Sym, y: Sym, point: tuple[Fraction, Fraction], answer: Expr, expected: Expr) -> Witness | None:
    at = {x.name: point[0], y.name: point[1]}
    values = [value_at(each, at) for each in (x, y, answer, expected)]
    if any(value is None for value in values):
        return None
    return Witness(((x.name, str(point[0])), (y.name, printed(values[1]))), *printed_apart(values[2], values[3]))


def with_slope(task: Operator, equation: Rel, slope: Expr) -> Literal["agree", "differ", "unknown"]:
    """Is an equation in x, y and y' true on the curve when y' is its slope?"""
    match task.args:
        case (Rel("=", left, right), Sym() as y, Sym() as x):

            def filled(e: Expr) -> Expr:
                return mapped(e, lambda node: slope if _is_slope(node, y, x) else node)

            sides = filled(equation.left), filled(equation.right)
            return agree_on_curve(left - right, x, y, *sides)[0]
    return "unknown"


def _is_slope(e: Expr, y: Sym, x: Sym) -> bool:
    return e == Diff(y, x) or (isinstance(e, Fn) and e.name == y.name + "'")
