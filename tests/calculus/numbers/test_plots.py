"""Columns for plots, and the program that a browser runs."""

from __future__ import annotations

import json
import math
from fractions import Fraction

import numpy as np
import pytest

from fluxions.calculus.expr import Expr, Sym, fn
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.plots import OPERATIONS, program, values
from fluxions.calculus.numbers.tape import PLAIN, NoTape

COLUMN = np.array([-2.5, -1.0, -0.5, 0.0, 0.25, 0.5, 1.0, 1.5, 3.0])


def tree(text: str) -> Expr:
    found = read(text)
    assert isinstance(found, Reading), found
    return found.expr


@pytest.mark.parametrize("text", [
    "x^2+1", "sin(x)/x", "ln(x)", "sqrt(x)", "cbrt(x)", "x^(2/3)", "e^(-1/x)", "1/(1+e^(-x))", "x^x", "relu(x)",
    "if(x<0, -x, sqrt(x))", "max(x, 1/2)", "log(x, 2)", "diff(sin(x^2), x)", "at(diff(t^3, t), t, x)", "Ei(x)",
    "tan(x)", "1/x^2", "|x|", "floor(x)", "x!",
    *(f"{name}(x)" for name in sorted(PLAIN)),
])  # fmt: skip
def test_columns_are_the_ball_values_and_nan_where_there_are_none(text: str) -> None:
    found = values(tree(text), COLUMN)
    for at, column_value in zip(COLUMN, found, strict=True):
        exact = value_at(tree(text), {"x": Fraction(float(at))})
        if exact is None:
            assert math.isnan(column_value)
        else:
            assert column_value == pytest.approx(float(exact.mid()), rel=1e-12, abs=1e-12)


def test_two_variables_and_their_order() -> None:
    grid = values(tree("x-2y"), *np.meshgrid([1.0, 2.0], [10.0, 20.0]))
    assert grid.tolist() == [[-19.0, -18.0], [-39.0, -38.0]]
    turned = values(tree("x-2y"), np.array([10.0]), np.array([1.0]), variables=(Sym("y"), Sym("x")))
    assert turned.tolist() == [-19.0]
    with pytest.raises(ValueError, match="2 columns"):
        values(tree("x-2y"), COLUMN)


def test_a_constant_is_one_number() -> None:
    assert float(values(tree("2pi"))) == 2 * math.pi


def test_the_program_is_plain_json_and_gives_the_same_values() -> None:
    written = json.loads(json.dumps(program(tree("x^2 sin(y) + 1/2"), (Sym("x"), Sym("y")))))
    assert written["symbols"] == ["x", "y"]
    at = [3.0, 0.5]
    registers = [at[value] if kind == "sym" else value for kind, value in written["leaves"]]
    for op, *args in written["code"]:
        registers.append(OPERATIONS[op](*(registers[each] for each in args)))
    assert registers[written["output"]] == pytest.approx(9 * math.sin(0.5) + 0.5)


def test_what_a_browser_cannot_run_is_refused() -> None:
    with pytest.raises(NoTape):
        program(tree("diff(x^2, x)"), (Sym("x"),))
    with pytest.raises(ValueError, match="no variable is given for y"):
        program(fn("sin", Sym("y")), (Sym("x"),))
