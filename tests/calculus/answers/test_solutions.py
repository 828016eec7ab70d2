"""Equations, inequalities and intervals by their solutions; each witness is tried by SymPy."""

import pytest
import sympy

from fluxions.calculus.verdict import Wrong
from tests.calculus.answers.rows import holds

INEQUALITIES = [
    ("x > 2", "x > 2", "right", ""),
    ("2 < x", "x > 2", "right", ""),
    ("(2, inf)", "x > 2", "right", ""),
    ("-x < -2", "x > 2", "right", ""),
    ("x^2 > 4 and x > 0", "x > 2", "right", ""),
    ("x^3 > 8", "x > 2", "right", ""),
    ("e^x > e^2", "x > 2", "right", ""),
    ("x >= 2", "x > 2", "wrong", "endpoint-closed"),
    ("x > 2", "x >= 2", "wrong", "endpoint-open"),
    ("x^2 > 4", "x > 2", "wrong", "different-value"),
    ("x < 2", "x > 2", "wrong", "different-value"),
    ("x > 2.0000001", "x > 2", "wrong", "different-value"),
    ("x < 1 or x > 2", "(x-1)(x-2) > 0", "right", ""),
    ("x <= 1 or x >= 2", "(x-1)(x-2) > 0", "wrong", "endpoint-closed"),
    ("1 < x < 2", "(x-1)(x-2) > 0", "wrong", "different-value"),
    ("x != 1", "(x-1)^2 > 0", "right", ""),
    ("x < 1 or x > 1", "(x-1)^2 > 0", "right", ""),
    ("x > 1", "(x-1)^2 > 0", "wrong", "different-value"),
    ("-1 < x < 5", "|x-2| < 3", "right", ""),
    ("(-1, 5)", "|x-2| < 3", "right", ""),
    ("[-1, 5]", "|x-2| < 3", "wrong", "endpoint-closed"),
    ("x < 5", "|x-2| < 3", "wrong", "different-value"),
    ("-sqrt(2) < x < sqrt(2)", "x^2 < 2", "right", ""),
    ("-1.4142 < x < 1.4142", "x^2 < 2", "wrong", "different-value"),
    ("-sqrt(2) < x <= sqrt(2)", "x^2 < 2", "wrong", "endpoint-closed"),
    ("|x| < sqrt(2)", "x^2 < 2", "right", ""),
    ("x > ln(2)", "e^x > 2", "right", ""),
    ("x >= ln(2)", "e^x > 2", "wrong", "endpoint-closed"),
    ("x > 0.6931", "e^x > 2", "wrong", "different-value"),
    ("0 < x < ln(2)", "e^(2x) - 3e^x + 2 < 0", "right", ""),
    ("0 < x < 1", "ln(x) < 0", "right", ""),
    ("x < 1", "ln(x) < 0", "wrong", "different-value"),
    ("x > 0", "1/x > 0", "right", ""),
    ("x >= 0", "1/x > 0", "wrong", "endpoint-closed"),
    ("x < -1 or x > 0", "(x+1)/x > 0", "right", ""),
    ("x > -1", "(x+1)/x > 0", "wrong", "different-value"),
    ("0 <= x <= 4", "sqrt(x) <= 2", "right", ""),
    ("x <= 4", "sqrt(x) <= 2", "wrong", "different-value"),
    ("x >= 0", "sqrt(x) >= 0", "right", ""),
    ("x^2 < 1 - y^2", "x^2 + y^2 < 1", "right", ""),
    ("x^2 <= 1 - y^2", "x^2 + y^2 < 1", "wrong", "endpoint-closed"),
    ("x + y < 1", "x^2 + y^2 < 1", "wrong", "different-value"),
    ("2x + 2y > 4", "x + y > 2", "right", ""),
    ("y > 2 - x", "x + y > 2", "right", ""),
    ("x > y", "x + y > 2", "wrong", "different-value"),
    ("y > 2", "x > 2", "wrong", "wrong-variable"),
    ("2x", "x > 2", "wrong", "wrong-type"),
    ("x = 2", "x > 2", "wrong", "wrong-type"),
    ("x^3 - x - 1 >= 0", "x^3 - x > 1", "wrong", "endpoint-closed"),
    ("x^3 - x - 1 > 0", "x^3 - x > 1", "right", ""),
    ("sin(x) > 0 and 0 < x < 7", "0 < x < pi or 2pi < x < 7", "right", ""),
    ("0 < x < pi", "sin(x) > 0", "wrong", "different-value"),
    ("max(x, 1) > 2", "x > 2", "right", ""),
    ("x^2 >= 0", "x^2 > -1", "right", ""),
]  # fmt: skip
INTERVALS = [
    ("(1, 2]", "(1, 2]", "right", ""),
    ("1 < x <= 2", "(1, 2]", "right", ""),
    ("2 >= x > 1", "(1, 2]", "right", ""),
    ("]1, 2]", "(1, 2]", "right", ""),
    ("]1, 2[", "(1, 2)", "right", ""),
    ("[1, 2[ and ]2, 3]", "[1, 2) U (2, 3]", "right", ""),
    ("[1, 2],[3, 4]", "[1, 2] U [3, 4]", "right", ""),
    ("(1, 2)", "(1, 2]", "wrong", "endpoint-open"),
    ("]1, 2[", "(1, 2]", "wrong", "endpoint-open"),
    ("(1, 3) and (2, 4)", "(1, 4)", "right", ""),
    ("(1, 3) and (2, 4)", "(2, 3)", "unreadable", "ambiguous-reading"),
    ("(1, 3) and (2, 4)", "(2, 5)", "wrong", "different-value"),
    ("[1, 2],[3, 4]", "[1, 2] U [3, 5]", "wrong", "different-value"),
    ("[1, 2]", "(1, 2]", "wrong", "endpoint-closed"),
    ("(1, inf)", "(1, 2]", "wrong", "different-value"),
    ("(1, 3]", "(1, 2]", "wrong", "different-value"),
    ("(2, 1)", "(1, 2)", "wrong", "different-value"),
    ("(1, sqrt(4)]", "(1, 2]", "right", ""),
    ("x > 2", "(2, inf)", "right", ""),
    ("t > 2", "(2, inf)", "right", ""),
    ("(0, 1) U (1, 2)", "(0, 2)", "wrong", "endpoint-open"),
    ("(0, 1] U (1, 2)", "(0, 2)", "right", ""),
    ("(0, 1) U [1/2, 2)", "(0, 2)", "right", ""),
    ("(1, 2) U (0, 1)", "(0, 1) U (1, 2)", "right", ""),
    ("x < 1 or x > 1", "(-inf, 1) U (1, inf)", "right", ""),
    ("x != 1", "(-inf, 1) U (1, inf)", "right", ""),
    ("(-inf, inf)", "(-inf, 1) U (1, inf)", "wrong", "endpoint-closed"),
    ("[0, pi/2]", "[0, pi/2]", "right", ""),
    ("[0, 1.5708]", "[0, pi/2]", "wrong", "different-value"),
    ("x^2 < 4", "(-2, 2)", "right", ""),
    ("(-a, a)", "(-a, a)", "right", ""),
    ("[-a, a]", "(-a, a)", "wrong", "endpoint-closed"),
    ("x^2 + 1", "(1, 2)", "wrong", "wrong-type"),
    ("(-inf, 1) or (2, inf)", "x < 1 or x > 2", "right", ""),
    ("(-inf, 1] or (2, inf)", "x < 1 or x > 2", "wrong", "endpoint-closed"),
    ("(1, 2) or [3, 4)", "(1, 2) U [3, 4)", "right", ""),
]  # fmt: skip
EQUATIONS = [
    ("y = 4 ln(x)", "y = ln(x^4)", "right", "different-domain"),
    ("y = 2x + 1", "y = 1 + 2x", "right", ""),
    ("2y = 4x + 2", "y = 1 + 2x", "right", ""),
    ("y - 2x = 1", "y = 1 + 2x", "right", ""),
    ("y - 3 = 2(x - 1)", "y = 1 + 2x", "right", ""),
    ("x = (y-1)/2", "y = 1 + 2x", "right", ""),
    ("y = 2x + 2", "y = 1 + 2x", "wrong", "different-value"),
    ("y = 1 - 2x", "y = 1 + 2x", "wrong", "different-value"),
    ("x^2 + y^2 = 1", "y^2 = 1 - x^2", "right", ""),
    ("x^2 + y^2 = 1", "y = sqrt(1 - x^2)", "wrong", "gained-solutions"),
    ("y = sqrt(1 - x^2)", "x^2 + y^2 = 1", "wrong", "lost-solutions"),
    ("x^2 = 1", "x = 1", "wrong", "gained-solutions"),
    ("x = 1", "x^2 = 1", "wrong", "lost-solutions"),
    ("|x| = 1", "x^2 = 1", "right", ""),
    ("x^3 = 1", "x = 1", "right", ""),
    ("x^3 - x - 1 = 0", "(x^3 - x - 1)(x^2 + 1) = 0", "right", ""),
    ("(x-1)^2 = 0", "x = 1", "right", ""),
    ("x^2 = x", "x = 1", "wrong", "gained-solutions"),
    ("e^x = 2", "x = ln(2)", "right", ""),
    ("x = 0.6931", "e^x = 2", "wrong", "gained-solutions"),
    ("ln(x) = 1", "x = e", "right", ""),
    ("x/y = 2", "x = 2y", "right", ""),  # but for one point
    ("y' = 2y", "y' - 2y = 0", "right", ""),
    ("dy/dx = 2y", "y' = 2y", "right", ""),
    ("y' = 2x", "y' = 2y", "wrong", ""),
    ("x y = 1", "y = 1/x", "right", ""),
    ("2x", "y = 2x", "wrong", "wrong-type"),
    ("x = 1 or x = -1", "x^2 = 1", "right", ""),
    ("{1, -1}", "x^2 = 1", "right", ""),
]  # fmt: skip


@pytest.mark.parametrize("row", INEQUALITIES, ids=str)
def test_inequalities(row: tuple[str, str, str, str]) -> None:
    witnessed(holds(row, "inequality"), row)


@pytest.mark.parametrize("row", INTERVALS, ids=str)
def test_intervals(row: tuple[str, str, str, str]) -> None:
    found = holds(row, "interval")
    if isinstance(found, Wrong) and found.reason != "wrong-type":
        assert found.witness is not None


@pytest.mark.parametrize("row", EQUATIONS, ids=str)
def test_equations(row: tuple[str, str, str, str]) -> None:
    found = holds(row, "equation")
    if isinstance(found, Wrong) and found.reason.endswith("-solutions"):
        witnessed(found, row)


def witnessed(found: object, row: tuple[str, str, str, str]) -> None:
    """SymPy agrees that exactly one of the statements holds at the witness."""
    if not isinstance(found, Wrong) or found.reason in ("wrong-type", "wrong-variable"):
        return
    assert found.witness is not None, found
    if any(name.endswith("'") or value.startswith("the root") for name, value in found.witness.at):
        return
    point = {name: sympy.sympify(value.replace("^", "**")) for name, value in found.witness.at}
    sides = [true_at(text, point) for text in row[:2]]
    assert sorted(sides) == [False, True], (found, sides)
    assert sides[0] is (found.witness.answer in ("inside", "solves it")), found


def true_at(text: str, point: dict[str, sympy.Expr]) -> bool:
    """The truth of alternatives of chains of relations, by numbers to fifty digits."""
    if text.startswith(("(", "[")) and text.endswith((")", "]")) and "," in text:
        low, high = text[1:-1].split(",")
        text = f"{low} <{'=' if text[0] == '[' else ''} x <{'=' if text[-1] == ']' else ''} {high}"
    return any(all(chain_at(each, point) for each in part.split(" and ")) for part in text.split(" or "))


def chain_at(text: str, point: dict[str, sympy.Expr]) -> bool:
    parts: list[str] = []
    for word in text.replace("<=", "≤").replace(">=", "≥").replace("!=", "≠"):
        if word in "<>≤≥≠=":
            parts += [word, ""]
        else:
            parts = [*parts[:-1], parts[-1] + word] if parts else [word]
    values = [number(each, point) for each in parts[0::2]]
    return all(compared(op, a, b) for op, a, b in zip(parts[1::2], values, values[1:], strict=False))


def number(text: str, point: dict[str, sympy.Expr]) -> sympy.Expr:
    from sympy.parsing.sympy_parser import (
        convert_xor,
        implicit_multiplication_application,
        parse_expr,
        standard_transformations,
    )

    while "|" in text:
        before, inside, after = text.split("|", 2)
        text = f"{before}Abs({inside}){after}"
    names = {"e": sympy.E, "inf": sympy.oo, "max": sympy.Max, "ln": sympy.log}
    changes = (*standard_transformations, convert_xor, implicit_multiplication_application)
    return parse_expr(text, local_dict=names, transformations=changes).subs(point)


def compared(op: str, a: sympy.Expr, b: sympy.Expr) -> bool:
    gap = a - b
    if not gap.is_finite or sympy.im(gap.evalf(60)) != 0:
        return (a, b).count(sympy.oo) + (a, b).count(-sympy.oo) > 0
    value = gap.evalf(60)
    zero = abs(value) < sympy.Float("1e-45")
    return {"=": zero, "≠": not zero, "<": value < 0 and not zero, "≤": value < 0 or zero,
            ">": value > 0 and not zero, "≥": value > 0 or zero}[op]  # fmt: skip
