"""Systems of equations: as equations, values or points; every witness is put into both sides by fractions or SymPy."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from fluxions.calculus.answers.check import check
from fluxions.calculus.expr import And, Expr, Or, Rel, Set, Vector
from fluxions.calculus.verdict import Right, Witness, Wrong
from tests.calculus.answers.judged import Row, holds, judged, tree

RIGHT = ("right", "equal")
GAINED, LOST = ("wrong", "gained-solutions"), ("wrong", "lost-solutions")

SYSTEMS: list[Row] = [(*pair, *said) for said, pairs in {
    RIGHT: [
        ("x = 1 and y = 2", "x+y = 3 and x-y = -1"),
        ("x = 1, y = 2", "x+y = 3 and x-y = -1"),
        ("y = 2, x = 1", "x = 1 and y = 2"),
        ("(1, 2)", "x = 1 and y = 2"),
        ("[1, 2]", "x+y = 3 and x-y = -1"),
        ("(x, y) = (1, 2)", "x = 1 and y = 2"),
        ("x = y = 1", "x = 1 and y = 1"),
        ("2x = 2 and y = 2", "x = 1 and y = 2"),
        ("{(3, 4), (4, 3)}", "x+y = 7 and x y = 12"),
        ("(3, 4) or (4, 3)", "x+y = 7 and x y = 12"),
        ("(3, 4), (4, 3)", "x+y = 7 and x y = 12"),
        ("(3, 4) and (4, 3)", "x+y = 7 and x y = 12"),
        ("x = 3, y = 4 or x = 4, y = 3", "x+y = 7 and x y = 12"),
        ("x = 3, y = 4; x = 4, y = 3", "x+y = 7 and x y = 12"),
        ("(x, y) = (3, 4), (4, 3)", "x+y = 7 and x y = 12"),
        (r"\begin{aligned}x+y&=3\\x-y&=-1\end{aligned}", "x = 1 and y = 2"),
        ("x = 3 and y = 4 or x = 4 and y = 3", "x+y = 7 and x y = 12"),
        ("x = sqrt(2) and y = -sqrt(2) or x = -sqrt(2) and y = sqrt(2)", "x+y = 0 and x^2+y^2 = 4"),
        ("x = 1 and y = 2 and z = 3", "x+y+z = 6 and x-y = -1 and z = 3"),
        ("x+y = 3 and y+z = 5", "x-z = -2 and y+z = 5"),
        ("x = (a+b)/2 and y = (a-b)/2", "x+y = a and x-y = b"),
        ("x = 1/a and y = 2", "a x = 1 and y = 2"),
        ("x = 1/(a-1) and y = 1", "(a-1)x = 1 and y = 1"),
        ("x = 0 and y = 2", "exp(x) = 1 and y = 2"),
        ("x^2 = 2 and y = x", "y^2 = 2 and x = y"),
        ("x^2+y^2 = -1 and x = 1", "x = 1 and x = 2 and y = 1"),
        ("x^3 = y and y^3 = x and z = x-y", "x^3 = y and y^3 = x and z+y = x"),
        ("2x+3y-z = 1 and x-y = 0 and z = 4", "x = 1 and y = 1 and z = 4"),
        ("x = sqrt(2)/2 and y = sqrt(2)/2", "x+y = sqrt(2) and x-y = 0"),
        ("x = 0 and y = 0", "y = sin(x) and x = 0"),
        ("x = t and y = 3-t", "x+y = 3 and 2x+2y = 6"),
        ("x^2+y^2 = 1 and z = 0", "z = 0 and y^2 = 1-x^2"),
        ("x^5-x-1 = 0 and y = x", "y^5-y-1 = 0 and x = y"),
        ("x = -3 and y = 0", "(x^2-9)/(x-3) = 0 and y = 0"),
        ("x = 2 and y = -ln(2)", "ln(x)+y = 0 and x = 2"),
        ("x = 2 and y = ln(1/2)", "ln(x)+y = 0 and x = 2"),
        ("(1, 1) or (-1, -1)", "abs(x) = 1 and y = x"),
        ("x = 2lambda and y = lambda and x+2y = 4", "x = 2 and y = 1 and lambda = 1"),
        ("y' = x and x = 1", "x = 1 and y' = 1"),
        ("0.5x = 1 and y = 2", "x = 2 and y = 2"),
        (r"\begin{cases}x+y=3\\x-y=-1\end{cases}", "x = 1 and y = 2"),
        ("(x, y) ∈ {(3, 4), (4, 3)}", "x+y = 7 and x y = 12"),
        ("no solution", "x+y = 1 and x+y = 2"),
    ],
    GAINED: [
        ("(2, 1)", "x = 1 and y = 2"),
        ("x = 1 and y = 3", "x+y = 3 and x-y = -1"),
        ("(3, 4), (3, 3)", "x+y = 7 and x y = 12"),
        ("x+y = 3 and 2x+2y = 6", "x+y = 3 and x-y = -1"),
        ("x = 1.414 and y = -1.414", "x+y = 0 and x^2+y^2 = 4"),
        ("x+y = 3 and y+z = 5", "x-z = -1 and y+z = 5"),
        ("x = (a+b)/2 and y = (b-a)/2", "x+y = a and x-y = b"),
        ("x = 1", "x = 1 and y = 2"),
        ("x^2+y^2 = 1 and z = 0", "z = 0 and y = sqrt(1-x^2)"),
        ("x = 3 and y = 4", "x/(x-3) = 1 and y = 4"),
        ("x^2 = 9 and y = 0", "(x^2-9)/(x-3) = 0 and y = 0"),
        ("x^2 = 4 and y = 1", "x = 2 and y = 1"),
    ],
    LOST: [
        ("(3, 4)", "x+y = 7 and x y = 12"),
        ("x = 0 and y = 1", "x = 0 and (y-1)(y+1) = 0"),
        ("x = 1 and x = 2 and y = 1", "x = 1 and y = 1"),
        ("x = 2 and y = 1 and z = 3", "x+y = 3 and z = 3"),
    ],
    ("wrong", "wrong-type"): [("x > 1", "x = 1 and y = 1"), ("5", "x = 1 and y = 1"), ("(1, 2, 3)", "x = 1 and y = 2")],
    ("wrong", "wrong-variable"): [("a = 1 and b = 2", "x = 1 and y = 2"), ("x = 1 and z = 2", "x = 1 and y = 2")],
    ("undecided", "system"): [("sin(x) = 0 and y = x", "x = 0 and y = 0")],
}.items() for pair in pairs]  # fmt: skip


@pytest.mark.parametrize("row", SYSTEMS, ids=lambda row: f"{row[0]} | {row[1]}")
def test_systems(row: Row) -> None:
    found = judged(row, "system")
    if isinstance(found, Wrong) and found.witness is not None:
        sides = [holds(as_equations(tree(each, "system")), found.witness) for each in row[:2]]
        assert sides == [found.witness.answer == "solves it", found.witness.expected == "solves it"]
    assert (found_witness(found) is None) == (row[3] not in ("gained-solutions", "lost-solutions"))


def found_witness(found: object) -> Witness | None:
    return found.witness if isinstance(found, Wrong) else None


def as_equations(e: Expr) -> Expr:
    """Points as equations of x and y."""
    match e:
        case Vector((a, b)):
            return And((Rel("=", tree("x"), a), Rel("=", tree("y"), b)))
        case Set(parts) | Or(parts):
            return Or(tuple(as_equations(each) for each in parts))
    return e


def test_random_linear_systems_are_judged_as_fractions_judge_them() -> None:
    random = Random(6)
    for _ in range(60):
        rows = [[random.randint(-4, 4) for _ in range(3)] for _ in range(2)]
        (a, b, c), (d, e, f) = rows
        system = " and ".join(f"({p})x + ({q})y = {r}" for p, q, r in rows)
        if a * e == b * d:
            continue
        x, y = Fraction(c * e - b * f, a * e - b * d), Fraction(a * f - c * d, a * e - b * d)
        expected = tree(system, "system")
        assert isinstance(check(f"x = {x} and y = {y}", expected, kind="system"), Right)
        assert isinstance(check(f"({x}, {y})", expected, kind="system"), Right)
        assert isinstance(check(f"x = {x} and y = {y + Fraction(1, 1000)}", expected, kind="system"), Wrong)
        mixed = f"({a + 2 * d})x + ({b + 2 * e})y = {c + 2 * f} and ({d})x + ({e})y = {f}"
        assert isinstance(check(mixed, expected, kind="system"), Right)
