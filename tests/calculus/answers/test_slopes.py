"""Gradients, Jacobians and the like as right values, and the mistakes about a slope in a direction; SymPy agrees."""

from __future__ import annotations

import pytest
import sympy as sp

from fluxions.calculus.answers.check import worked_out
from fluxions.calculus.expr import Expr, Matrix, Operator, Vector
from tests.calculus.answers.judged import Row, judged, tree
from tests.calculus.oracle import as_sympy

RIGHT = [
    ("[2x y, x^2]", "grad(x^2 y, [x, y])"),
    ("(y e^(x y), x e^(x y))", "grad(exp(x y), [x, y])"),
    ("2x i + 2y j", "grad(x^2 + y^2, [x, y])"),
    ("[x/sqrt(x^2+y^2), y/sqrt(x^2+y^2)]", "grad(sqrt(x^2+y^2), [x, y])"),
    ("[[2x, 0], [y, x]]", "jacobian([x^2, x y], [x, y])"),
    ("[[cos(t), -r sin(t)], [sin(t), r cos(t)]]", "jacobian([r cos(t), r sin(t)], [r, t])"),
    ("[[1, 2, 0], [0, z, y]]", "jacobian([x + 2y, y z], [x, y, z])"),
    ("[[2y, 2x], [2x, 0]]", "hessian(x^2 y, [x, y])"),
    ("x + y + z", "div([x y, y z, z x], [x, y, z])"),
    ("[-y, -z, -x]", "curl([x y, y z, z x], [x, y, z])"),
    ("2", "curl([-y, x], [x, y])"),
    ("6x + 2", "laplacian(x^3 + y^2, [x, y])"),
    ("[2, 6y]", "laplacian([x^2, y^3], [x, y])"),
    ("[4, 1]", "at(grad(x^2 y, [x, y]), [x, y], [1, 2])"),
    ("2", "dirderiv(x^2 + x y, [x, y], [1, 0], [3, 4])"),
    ("sqrt(2)", "dirderiv(x + y, [x, y], [1, 0], [1, 1])"),
    ("1", "dirderiv(x + 2y, [x, y], [1, 0], [1, 0])"),
    ("2a cos(t) + sin(t)", "dirderiv(x^2 + y, [x, y], [a, 0], [cos(t), sin(t)])"),
    ("(3(x+y) + 4x)/5", "dirderiv(x y + x^2/2, [x, y], [x, y], [3, 4])"),
    ("(3(x+y) + 4y)/5", "dirderiv(x y + x^2/2, [x, y], [y, x], [3, 4])"),  # the place names the variables crosswise
    ("1/3", "dirderiv(x y z, [x, y, z], [1, 1, 1], [2, 1, -2])"),
]

WRONG: list[Row] = [
    ("[2x y, x]", "grad(x^2 y, [x, y])", "wrong", "rooted"),
    ("2x y + x^2", "grad(x^2 y, [x, y])", "wrong", "wrong-type"),
    ("[[2x, y], [0, x]]", "jacobian([x^2, x y], [x, y])", "wrong", "transposed"),
    ("[y, z, x]", "curl([x y, y z, z x], [x, y, z])", "wrong", "sign"),
    ("(2, 1)", "dirderiv(x^2 + x y, [x, y], [1, 0], [3, 4])", "wrong", "gradient-for-directional-derivative"),
    ("[2x + y, x]", "dirderiv(x^2 + x y, [x, y], [1, 0], [3, 4])", "wrong", "gradient-for-directional-derivative"),
    ("2i + j", "dirderiv(x^2 + x y, [x, y], [1, 0], [3, 4])", "wrong", "gradient-for-directional-derivative"),
    ("(1, 2)", "dirderiv(x^2 + x y, [x, y], [1, 0], [3, 4])", "wrong", "wrong-type"),
    ("10", "dirderiv(x^2 + x y, [x, y], [1, 0], [3, 4])", "wrong", "not-normalised"),
    ("2", "dirderiv(x + y, [x, y], [1, 0], [1, 1])", "wrong", "not-normalised"),
    ("3(x+y) + 4x", "dirderiv(x y + x^2/2, [x, y], [x, y], [3, 4])", "wrong", "not-normalised"),
    ("9", "dirderiv(x^2 + x y, [x, y], [1, 0], [3, 4])", "wrong", "different-value"),
    ("2", "dirderiv(x + y, [x, y], [1, 0], [0, 1])", "wrong", "different-value"),  # the direction has length 1
]


@pytest.mark.parametrize("answer, task", RIGHT)
def test_right(answer: str, task: str) -> None:
    judged((answer, task, "right", "equal"))


@pytest.mark.parametrize("row", WRONG, ids=str)
def test_wrong(row: Row) -> None:
    judged(row)


@pytest.mark.parametrize("task", [task for _, task in RIGHT])
def test_the_value_is_that_of_sympy(task: str) -> None:
    asked = tree(task)
    ours = [as_sympy(each) for each in _entries(worked_out(asked))]
    theirs = [each for row in sp.Matrix(_by_sympy(asked)).tolist() for each in row]
    assert len(ours) == len(theirs) and all(sp.simplify(a - b) == 0 for a, b in zip(ours, theirs, strict=True))


def _entries(e: Expr) -> tuple[Expr, ...]:
    return e.children if isinstance(e, (Vector, Matrix)) else (e,)


def _by_sympy(e: Expr) -> list[object]:
    """The operator by its definition over SymPy's derivatives."""
    assert isinstance(e, Operator)
    if e.name == "at":
        values = dict(zip(_list(e.args[1]), _list(e.args[2]), strict=True))
        return [each.subs(values, simultaneous=True) for each in _by_sympy(e.args[0])]  # type: ignore[attr-defined]
    f = _list(e.args[0]) if isinstance(e.args[0], Vector) else as_sympy(e.args[0])
    names = _list(e.args[1])
    match e.name:
        case "grad":
            return [sp.diff(f, x) for x in names]
        case "jacobian":
            return [[sp.diff(each, x) for x in names] for each in f]
        case "hessian":
            return sp.hessian(f, names).tolist()
        case "div":
            return [sum(sp.diff(each, x) for each, x in zip(f, names, strict=True))]
        case "curl" if len(names) == 2:
            return [sp.diff(f[1], names[0]) - sp.diff(f[0], names[1])]
        case "curl":
            return [sp.diff(f[(i + 2) % 3], names[(i + 1) % 3]) - sp.diff(f[(i + 1) % 3], names[(i + 2) % 3])
                    for i in range(3)]  # fmt: skip
        case "laplacian":
            many = f if isinstance(f, list) else [f]
            return [sum(sp.diff(each, x, 2) for x in names) for each in many]
    s = sp.Symbol("s", real=True)  # the slope along a line through the place
    place, direction = _list(e.args[2]), _list(e.args[3])
    moved = f.subs({x: a + s * u for x, a, u in zip(names, place, direction, strict=True)}, simultaneous=True)
    return [sp.diff(moved, s).subs(s, 0) / sp.sqrt(sum(u**2 for u in direction))]


def _list(e: Expr) -> list[sp.Expr]:
    return [as_sympy(each) for each in e.children]
