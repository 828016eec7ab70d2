"""The slope of a curve F(x, y) = 0 judged on the curve: there its equation may be used to rewrite the answer."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.equality.witness import printed, printed_apart
from fluxions.calculus.expr import Diff, Expr, Fn, Operator, Rel, Sym
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.curve import agree_on_curve
from fluxions.calculus.trees import mapped
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


def compared_on_curve(task: Operator, answer: Expr, expected: Expr) -> Comparison:
    """Two expressions in x and y compared at points of the curve."""
    match task.args:
        case (Rel("=", left, right), Sym() as y, Sym() as x):
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


def holds_with_slope(task: Operator, equation: Rel, slope: Expr) -> bool:
    """Is an equation in x, y and y' true on the curve when y' is its slope?"""
    match task.args:
        case (Rel("=", left, right), Sym() as y, Sym() as x):

            def filled(e: Expr) -> Expr:
                return mapped(e, lambda node: slope if _is_slope(node, y, x) else node)

            sides = filled(equation.left), filled(equation.right)
            return agree_on_curve(left - right, x, y, *sides)[0] == "agree"
    return False


def _is_slope(e: Expr, y: Sym, x: Sym) -> bool:
    return e == Diff(y, x) or (isinstance(e, Fn) and e.name == y.name + "'")
