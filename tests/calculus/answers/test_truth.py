"""Inequalities, intervals and equations: right in other words, wrong by a little; every witness confirmed by SymPy."""

from __future__ import annotations

import re
from fractions import Fraction
from random import Random

import pytest
import sympy as sp

from fluxions.calculus.answers.check import check
from fluxions.calculus.verdict import Right, Undecided, Witness, Wrong
from tests.calculus.answers.judged import Row, confirmed, judged, tree
from tests.calculus.oracle import as_sympy

RIGHT = ("right", "equal")
GAINED, LOST = ("wrong", "gained-solutions"), ("wrong", "lost-solutions")
OPEN, CLOSED = ("wrong", "endpoint-open"), ("wrong", "endpoint-closed")
WRONG = ("wrong", "different-value")

INEQUALITIES: list[Row] = [(*pair, *said) for said, pairs in {
    RIGHT: [
        ("x > 2", "2 < x"), ("-x < -2", "x > 2"), ("2x > 4", "x > 2"), ("x - 2 > 0", "x > 2"), ("x/3 > 2/3", "x > 2"),
        ("x^3 > 8", "x > 2"), ("2^x > 4", "x > 2"), ("ln(x) > ln(2)", "x > 2"), ("sqrt(x) > sqrt(2)", "x > 2"),
        ("x^2 < 4", "-2 < x < 2"), ("-2 < x and x < 2", "x^2 < 4"), ("abs(x) < 2", "x^2 < 4"),
        ("abs(x-2) < 3", "-1 < x < 5"), ("-3 < x-2 < 3", "abs(x-2) < 3"), ("x^2 - 4x - 5 < 0", "-1 < x < 5"),
        ("x^2 >= 4", "x <= -2 or x >= 2"), ("x >= 2 or x <= -2", "abs(x) >= 2"), ("x^2 < 2", "abs(x) < sqrt(2)"),
        ("1/x < 2", "x < 0 or x > 1/2"), ("(x-1)/(x+2) <= 0", "-2 < x <= 1"), ("1/(x^2-2) > 0", "x^2 > 2"),
        ("x != 1", "x < 1 or x > 1"), ("(x-1)^2 > 0", "x != 1"), ("x^2 + 1 > 0", "x > 0 or x <= 0"),
        ("x^2 < 0", "x < 1 and x > 2"), ("x^2 <= 0", "x = 0"), ("x^3 - x > 0", "-1 < x < 0 or x > 1"),
        ("exp(x) > 2", "x > ln(2)"), ("exp(2x) - 3exp(x) + 2 < 0", "0 < x < ln(2)"), ("exp(-x) < 1/10", "x > ln(10)"),
        ("ln(x) < 1", "0 < x < e"), ("ln(x)^2 < 1", "1/e < x < e"), ("ln(x^2) < 0", "-1 < x < 1 and x != 0"),
        ("sqrt(x+2) > x", "-2 <= x < 2"), ("sqrt(x) <= 3", "0 <= x <= 9"),
        ("sqrt(x) + sqrt(x+1) < 5", "0 <= x < 144/25"), ("abs(x-1) + abs(x+1) <= 2", "-1 <= x <= 1"),
        ("abs(x) > x", "x < 0"), ("max(x, -x) < 1", "-1 < x < 1"), ("x exp(x) > 0", "x > 0"),
        ("exp(x) >= x + 1", "x >= 0 or x < 0"), ("(exp(x)-1)^2 > 0", "x != 0"), ("x exp(x) > 1", "x > exp(-x)"),
        ("exp(x) + exp(-x) >= 2", "x^2 >= 0"), ("x ln(x) > 0", "x > 1"),
        ("sin(x) > 1/2 and 0 <= x <= 2pi", "pi/6 < x < 5pi/6"), ("tan(x) > 1 and 0 < x < pi", "pi/4 < x < pi/2"),
        ("sin(x) > 0", "2sin(x) > 0"), ("cos(x) >= 1", "cos(x) = 1"), ("sin(x) > -2", "x^2 >= 0"),
        ("sin(x)^2 < 1", "cos(x) != 0"), ("x > 2 and x > 3", "x > 3"), ("x > 2 or x > 3", "x > 2"),
        ("x^20 > 2", "abs(x) > 2^(1/20)"), ("x^2 < 10^(-20)", "abs(x) < 10^(-10)"), ("x+y > 1", "y > 1-x"),
        ("2x+2y > 2", "x+y > 1"), ("-x-y < -1", "x+y > 1"), ("x^2+y^2 < 1", "y^2 < 1-x^2"), ("x > a", "x-a > 0"),
        ("x > 1.5", "x > 3/2"), ("x > 0.5", "2x > 1"), ("x^2 - 2x + 1 <= 0", "x = 1"), ("0 < x < 1", "x^2 < x"),
    ],
    WRONG: [
        ("x > 3", "x > 2"), ("x < 2", "x > 2"), ("x^2 > 4", "x > 2"), ("x < 2", "x^2 < 4"), ("x > 1/2", "1/x < 2"),
        ("x < e", "ln(x) < 1"), ("x > 0.6931", "exp(x) > 2"), ("x > 0.567143290409783", "x exp(x) > 1"),
        ("x >= 2", "x^2 >= 4"), ("-1 < x < 6", "abs(x-2) < 3"), ("x > 1", "x^3 - x > 0"), ("x < 2", "sqrt(x+2) > x"),
        ("x > 1.41", "x > sqrt(2)"), ("sin(x) > 1/10", "sin(x) > 0"), ("x > 0", "x + exp(x) > 0"),
        ("x <= 9", "sqrt(x) <= 3"), ("x+y > 1", "x-y > 1"), ("y > 1-2x", "x+y > 1"), ("y > 1/x", "x y > 1"),
        ("pi/6 < x < 2", "sin(x) > 1/2 and 0 <= x <= 2pi"), ("1 < x < 2", "x^2 < x"), ("x > 2 and x < 1", "x > 2"),
    ],
    OPEN: [
        ("x > 2", "x >= 2"), ("-2 < x < 2", "x^2 <= 4"), ("x > ln(2)", "exp(x) >= 2"), ("0 < x <= 9", "sqrt(x) <= 3"),
        ("x != 0", "x^2 >= 0"), ("x < 1 or x > 2", "x <= 1 or x > 2"), ("abs(x) < sqrt(2)", "x^2 <= 2"),
        ("sin(x) < 1", "sin(x) <= 1"), ("x+y > 1", "x+y >= 1"),
    ],
    CLOSED: [
        ("x >= 2", "x > 2"), ("-1 <= x < 5", "abs(x-2) < 3"), ("x <= 0 or x >= 1/2", "1/x <= 2"),
        ("x >= 1", "1/(x-1) > 0"), ("x >= 0", "ln(x) < 1 or x >= 1"), ("-2 <= x <= 1", "(x-1)/(x+2) <= 0"),
        ("x^2 >= 0", "x != 0"), ("y >= x", "y > x"), ("0 <= x <= pi", "sin(x) > 0 and 0 <= x <= pi"),
        ("x^2+y^2 <= 1", "x^2+y^2 < 1"),
    ],
    ("wrong", "wrong-variable"): [("y > 2", "x > 2"), ("x > b", "x > a")],
    ("wrong", "wrong-type"): [("5", "x > 2"), ("x + 2", "x > 2"), ("x = 2", "x > 2")],
    ("undecided", "parameters"): [("a x > 1", "x > 1/a"), ("-a < x < a", "x^2 < a^2"), ("x > 2/a", "a x > 2")],
}.items() for pair in pairs]  # fmt: skip


@pytest.mark.parametrize("row", INEQUALITIES, ids=lambda row: f"{row[0]} | {row[1]}")
def test_inequalities(row: Row) -> None:
    confirmed(row, judged(row, "inequality"), "inequality")


INTERVALS: list[Row] = [(*pair, *said) for said, pairs in {
    RIGHT: [
        ("(2, inf)", "x > 2"), ("2 < x", "(2, inf)"), ("x > 2", "(2, inf)"), ("(-inf, inf)", "(-inf, 0) U [0, inf)"),
        ("(0, 1] U (1, 2)", "(0, 2)"), ("(0, 1] U [1/2, 2)", "(0, 2)"), ("(1, 2) U (0, 1)", "(0, 1) U (1, 2)"),
        ("(0, sqrt(4))", "(0, 2)"), ("(-sqrt(2), sqrt(2))", "x^2 < 2"), ("(ln(2), inf)", "exp(x) > 2"),
        ("{1}", "[1, 1]"), ("x = 1", "[1, 1]"), ("[1, 1]", "{1}"), ("(0, 1) U {1}", "(0, 1]"), ("(1, 1)", "{}"),
        ("{}", "(1, 1)"), ("0 < x < 1", "(0, 1)"), ("0 < x and x < 1", "(0, 1)"), ("t > 2", "(2, inf)"),
        ("x > 0 and x < 1 or x > 2", "(0, 1) U (2, inf)"), ("x != 1", "(-inf, 1) U (1, inf)"),
        ("[pi, 2pi]", "pi <= x <= 2pi"), ("(a, a+1)", "a < x < a+1"), ("(0.5, 1)", "(1/2, 1)"),
        ("(2/4, 1)", "(1/2, 1)"), ("(-1, 1)", "abs(x) < 1"), ("[0, 1) U (1, 2]", "0 <= x <= 2 and x != 1"),
        ("(0, 1) U (0, 1)", "(0, 1)"), ("[0, 1] U {1/2}", "[0, 1]"), ("(2, 1)", "{}"), ("[2, 5)", "[sqrt(4), 10/2)"),
        ("(-inf, 3]", "x <= 3"), ("(sin(pi/6), 1)", "(1/2, 1)"), ("(sqrt(7+4sqrt(3)), inf)", "(2+sqrt(3), inf)"),
    ],
    OPEN: [
        ("(2, inf)", "[2, inf)"), ("(0, 1)", "[0, 1]"), ("[0, 1)", "[0, 1]"), ("(0, 1) U (1, 2)", "(0, 2)"),
        ("(a, a+1)", "a <= x < a+1"), ("(-inf, 0) U (0, inf)", "(-inf, inf)"), ("(0, 1)", "(0, 1) U {1}"),
        ("{}", "{3}"),
    ],
    CLOSED: [
        ("[2, inf)", "(2, inf)"), ("[0, 1]", "(0, 1)"), ("[0, 1]", "[0, 1)"), ("(-inf, inf)", "x != 1"),
        ("(0, 2)", "(0, 1) U (1, 2)"), ("[1, 1]", "(1, 1)"), ("[0, 1] U {3}", "[0, 1]"),
        ("[-sqrt(2), sqrt(2))", "x^2 < 2"),
    ],
    WRONG: [
        ("(0, 1)", "(0, 2)"), ("(0.333, 1)", "(1/3, 1)"), ("(0.333333333333, 1)", "(1/3, 1)"), ("(1, 0)", "(0, 1)"),
        ("(-2, inf)", "(2, inf)"), ("(-inf, 2)", "(2, inf)"), ("(0, 1) U (2, 3)", "(0, 3)"), ("(0, 3.14)", "(0, pi)"),
        ("(0, 1)", "{}"), ("(-sqrt(3), sqrt(3))", "x^2 < 2"), ("(0, inf)", "(0, 10^9)"),
    ],
    ("wrong", "wrong-type"): [("5", "(0, 1)"), ("x + 1", "(0, 1)"), ("x = 1", "(0, 1)")],
}.items() for pair in pairs]  # fmt: skip


@pytest.mark.parametrize("row", INTERVALS, ids=lambda row: f"{row[0]} | {row[1]}")
def test_intervals(row: Row) -> None:
    confirmed(row, judged(row, "interval"), "interval")


NOTATIONS: list[tuple[str, str]] = [
    ("(-inf, 1) or (2, inf)", "x < 1 or x > 2"),
    (r"\left(-\infty,1\right)\lor\left(2,\infty\right)", "x < 1 or x > 2"),
    ("x in (-inf, 1) U (2, inf)", "x < 1 or x > 2"),
    (r"x\in\left(-\infty,1\right)\cup\left(2,\infty\right)", "x < 1 or x > 2"),
    (r"\mathbb{R}\setminus\left\lbrack1,2\right\rbrack", "x < 1 or x > 2"),
    ("R \\ {1}", "x != 1"),
    ("R", "(-inf, inf)"),
    ("x ∈ R", "(-inf, inf)"),
    ("all real numbers", "(-inf, inf)"),
    ("{x | x > 2}", "(2, inf)"),
    ("{x in R | x > 2}", "(2, inf)"),
    ("(0, 2) ∩ (1, 3)", "(1, 2)"),
    ("no solution", "{}"),
    ("∅", "(1, 1)"),
    ("(1, 2) or 5", "(1, 2) U {5}"),
    ("1 < x and x < 2 or x = 5", "(1, 2) U {5}"),
    ("(-inf, 1) and (2, inf)", "(-inf, 1) U (2, inf)"),
]


@pytest.mark.parametrize("answer, expected", NOTATIONS)
def test_regions_in_every_notation(answer: str, expected: str) -> None:
    judged((answer, expected, *RIGHT), "interval")


EQUATIONS: list[Row] = [(*pair, *said) for said, pairs in {
    RIGHT: [
        ("y = 2x+1", "2x-y+1 = 0"), ("2y = 4x+2", "y = 2x+1"), ("x = (y-1)/2", "y = 2x+1"),
        ("y-3 = 2(x-1)", "y = 2x+1"), ("x/2+y/3 = 1", "3x+2y = 6"), ("x+y+z = 1", "z = 1-x-y"),
        ("2x+2y+2z = 2", "x+y+z = 1"), ("x^2+y^2 = 1", "y^2 = 1-x^2"), ("(x-1)^2+(y-2)^2 = 25", "x^2-2x+y^2-4y = 20"),
        ("x^2/4+y^2/9 = 1", "9x^2+4y^2 = 36"), ("abs(y) = abs(x)", "y^2 = x^2"), ("x y = 1", "y = 1/x"),
        ("y(x-1) = 1", "y = 1/(x-1)"), ("ln(y) = x", "y = exp(x)"), ("y = ln(x)", "x = exp(y)"),
        ("y - b = m x", "y = m x + b"), ("a x = 1", "x = 1/a"), ("P V = n R T", "P = n R T/V"), ("x = y", "y = x"),
        ("x^2 = 4", "abs(x) = 2"), ("x = 2 or x = -2", "x^2 = 4"), ("{2, -2}", "x^2 = 4"), ("x^3 = 8", "x = 2"),
        ("2x = 2", "x = 1"), ("x^2-2x+1 = 0", "x = 1"), ("sqrt(x) = 2", "x = 4"), ("1/x = 1", "x = 1"),
        ("x^2/x = 1", "x = 1"), ("sqrt(x) = x", "x^2 = x"), ("ln(x) = 1", "x = e"), ("ln(x^2) = 0", "x^2 = 1"),
        ("exp(x^2) = 2", "x^2 = ln(2)"), ("exp(x) = x+1", "x = 0"), ("sin(x) = x", "x = 0"),
        ("cos(x) = x", "x - cos(x) = 0"), ("sin(2x) = 0", "sin(x) cos(x) = 0"), ("cos(x)^2 = 1", "sin(x) = 0"),
        ("sin(pi x) = 0", "tan(pi x) = 0"), ("x^5-x-1 = 0", "x^5 = x+1"), ("x = x", "0 = 0"), ("1 = 0", "x^2 = -1"),
        ("x^4 = -2", "x^2 = -1"), ("y' = 2y", "y' - 2y = 0"), ("dy/dx = 2y", "y' = 2y"), ("f(x) = x+x", "f(x) = 2x"),
        ("x^2+y^2 = 0", "x^2+2y^2 = 0"), ("x^2+y^2 = -1", "x^2+y^2 = -2"), ("(x^2+y^2+1)(x-1) = 0", "x = 1"),
        ("x^2+y^2 = 0", "x^4+y^4 = 0"), ("x^x = 4", "x = 2"), ("x^2+x y+y^2 = 0", "x^2+y^2 = 0"),
        ("sqrt(x^2+y^2) = 2", "x^2+y^2 = 4"), ("z = x y", "x y - z = 0"), ("x = 0.5", "2x = 1"),
    ],
    GAINED: [
        ("x^2 = 4", "x = 2"), ("x^2 = 1", "x = 1"), ("y^2 = x^2", "y = x"), ("x^2+y^2 = 1", "y = sqrt(1-x^2)"),
        ("(y-1)(x-1) = 0", "x = 1"), ("x = y^2", "y = sqrt(x)"), ("(x^2+y^2)(x-1) = 0", "x = 1"),
        ("sin(2x) = 0", "sin(x) = 0"), ("x y = 1", "y = 2/x"), ("x = x", "x = 1"), ("tan(x) = x", "x = 0"),
        ("2^x = x^2", "x = 2 or x = 4"), ("x = cos(y)", "y = arccos(x)"), ("x^2 = x", "sqrt(x) = -x"),
        ("x(x-1) = 0", "x ln(x) = 0"), ("x^2+y^2 = 4", "x^2+y^2 = 1"), ("((x-2)^2+(y-3)^2)(x-1) = 0", "x = 1"),
        ("x^2 = 2", "x = sqrt(2)"), ("x = 4", "sqrt(x) = -2"), ("x = 2.718281828459045", "ln(x) = 1"),
        ("x = 0.739085133215", "cos(x) = x"),
    ],
    LOST: [
        ("x = 2", "x^2 = 4"), ("r = 2", "r^2 = 4"), ("x^2+1 = 0", "x = 1"), ("sqrt(x) = -2", "x = 4"),
        ("sin(x) = 0", "sin(2x) = 0"), ("y = -exp(x)", "ln(y) = x"), ("x+y+z = 2", "x+y+z = 1"),
        ("P V = n R", "P V = n R T"), ("x^2+y^2 = 0", "x = 0"), ("x = 1", "(x-1)(x-2) = 0"),
    ],
    WRONG: [("y = 2x+2", "y = 2x+1"), ("y' = 2x", "y' = 2y"), ("y = x^2", "y = 2x")],
    ("wrong", "wrong-variable"): [("x = 3", "y = 3"), ("g(x) = 2x", "f(x) = 2x"), ("v = t", "y = t")],
    ("wrong", "wrong-type"): [("2x+1", "y = 2x+1"), ("y > 2", "y = 2"), ("[1, 2]", "y = 2x")],
}.items() for pair in pairs]  # fmt: skip


@pytest.mark.parametrize("row", EQUATIONS, ids=lambda row: f"{row[0]} | {row[1]}")
def test_equations(row: Row) -> None:
    found = judged(row, "equation")
    if row[3] in ("gained-solutions", "lost-solutions"):
        confirmed(row, found, "equation")
    if row[2] == "wrong" and row[3] not in ("wrong-type", "wrong-variable"):
        assert isinstance(found, Wrong) and found.witness is not None


def test_a_removed_point_counts_where_it_is_the_only_solution() -> None:
    judged(("x^2/x = 0", "x = 0", *LOST), "equation")
    judged(("x = 0", "x^2/x = 0", *GAINED), "equation")


@pytest.mark.parametrize("assume, row", [
    ("a > 0", ("x > 2/a", "a x > 2", *RIGHT)), ("a < 0", ("x > 2/a", "a x > 2", *WRONG)),
    ("a < 0", ("x < 2/a", "a x > 2", *RIGHT)), ("a > 0", ("-a < x < a", "x^2 < a^2", *RIGHT)),
    ("a < 0", ("a < x < -a", "x^2 < a^2", *RIGHT)), ("x > 0", ("x > 2", "x^2 > 4", *RIGHT)),
])  # fmt: skip
def test_what_is_assumed_decides(assume: str, row: Row) -> None:
    judged(row, "inequality", assume=(tree(assume),))


def test_random_inequalities_are_judged_as_fractions_judge_them() -> None:
    random = Random(16)
    verdicts = []
    for _ in range(150):
        answer, expected = (_inequality(random) for _ in range(2))
        verdicts.append(_against_fractions(answer, expected))
        text = _inequality(random)
        verdicts.append(_against_fractions(f"3({text.split(' ')[0]}) {text.split(' ')[1]} 0", text))
    assert {Right, Wrong} <= set(verdicts) and Undecided not in verdicts


def _inequality(random: Random) -> str:
    """A product of lines over a line, compared with 0: `(x-1)(x+2)/(x-3) >= 0`."""
    lines = [f"(x-({random.randint(-3, 3)}/{random.randint(1, 2)}))" for _ in range(random.randint(1, 3))]
    below = f"/(x-({random.randint(-3, 3)}))" if random.random() < 0.5 else ""
    return f"{''.join(lines)}{below} {random.choice(['<', '<=', '>', '>='])} 0"


def _against_fractions(answer: str, expected: str) -> type:
    found = check(answer, tree(expected), kind="inequality")
    truths = [[_truth(text, Fraction(k, 4)) for k in range(-20, 21)] for text in (answer, expected)]
    match found:
        case Right():
            assert truths[0] == truths[1], (answer, expected)
        case Wrong(witness=Witness(((_, at),))):
            assert _truth(answer, Fraction(at)) != _truth(expected, Fraction(at)), (answer, expected, at)
    return type(found)


def _truth(text: str, x: Fraction) -> bool:
    """The truth by Python's own fractions."""
    body = re.sub(r"(\d+)/(\d+)", r"Fraction(\1, \2)", text).replace(")(", ")*(").replace("3(", "3*(")
    try:
        return bool(eval(body, {"x": x, "Fraction": Fraction}))  # noqa: S307
    except ZeroDivisionError:
        return False


EMPTY = ("(x^2+1)", "(x^2+y^2+1)", "(exp(x)+1)")
POINTS = {"(x^2+y^2)": (0, 0), "((x-1)^2+(y-2)^2)": (1, 2), "(x^2-x y+y^2)": (0, 0)}
CURVES = (
    "(x-1)", "(y+2)", "(x-y)", "(x+y-1)", "(x^2+y^2-4)", "(x^2-y)", "(x y-1)", "(x^2-2y^2)", "(y-exp(x))", "(x-sin(y))",
)  # fmt: skip


def test_products_of_curves_are_the_same_where_their_curves_and_points_are() -> None:
    random = Random(4)
    known = (*EMPTY, *POINTS, *CURVES)
    for _ in range(120):
        right = [random.choice(known) for _ in range(random.randint(1, 2))]
        mine = [*right, random.choice(known)] if random.random() < 0.6 else [random.choice(known) for _ in right]
        answer = f"{random.choice(('', '3', '-'))}{''.join(each + random.choice(('', '^2')) for each in mine)} = 0"
        found = check(answer, tree(f"{''.join(right)} = 0"), kind="equation")
        assert isinstance(found, Right if _covered(mine, right) and _covered(right, mine) else Wrong), (answer, right)


def _covered(these: list[str], those: list[str]) -> bool:
    """Is every curve and point of these among those?"""
    return all(
        each in EMPTY or each in those or (each in POINTS and any(_through(other, POINTS[each]) for other in those))
        for each in these
    )


def _through(curve: str, point: tuple[int, int]) -> bool:
    x, y = (sp.Symbol(name, real=True) for name in "xy")
    return bool(as_sympy(tree(curve)).subs({x: point[0], y: point[1]}) == 0)
