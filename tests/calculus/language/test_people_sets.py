"""Sets, lists and relations, as people write them."""

from __future__ import annotations

import pytest

from fluxions.calculus.language.reading import Kind
from tests.calculus.language.typed import check


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("x = ±2", None, "x = 2 or x = -2"),
        (r"x=\pm 2", None, "x = 2 or x = -2"),
        ("1 ± 2", None, "{1 + 2, 1 - 2}"),
        ("x = 1 ± sqrt(2)", None, "x = 1 + sqrt(2) or x = 1 - sqrt(2)"),
        ("{x | x > 2}", None, "{x | x > 2}"),
        ("{x : x ≠ 1}", None, "{x | x != 1}"),
        ("{x ∈ R | x > 2}", None, "{x ∈ (-inf, inf) | x > 2}"),
        (r"\{x\mid x>2\}", None, "{x | x > 2}"),
        (r"\{x \in \mathbb{R} : x > 2\}", None, "{x ∈ (-inf, inf) | x > 2}"),
        (r"R \ {1}", None, "(-inf, inf) ∖ {1}"),
        ("ℝ∖{1}", None, "(-inf, inf) ∖ {1}"),
        (r"\mathbb{R}\setminus\{1\}", None, "(-inf, inf) ∖ {1}"),
        ("(0,2)∩(1,3)", None, "(0, 2) ∩ (1, 3)"),
        (r"(0,2)\cap(1,3)", None, "(0, 2) ∩ (1, 3)"),
        ("no solution", "set", "{}"),
        ("none", "set", "{}"),
        ("∅", None, "{}"),
        ("{}", None, "{}"),
        ("x ∈ (1,2)", None, "x ∈ (1, 2)"),
        ("x in (1,2)", None, "x ∈ (1, 2)"),
        (r"x\in(1,2)", None, "x ∈ (1, 2)"),
        ("R", None, "(-inf, inf)"),
        (r"\mathbb{R}", None, "(-inf, inf)"),
        ("{x|x>2}", None, "{x | x > 2}"),
        ("{x|x>2, x<5}", None, "{x | x > 2 and x < 5}"),
        ("{x | |x| < 2}", None, "{x | abs(x) < 2}"),
        ("{x | x < -1 or x > 1}", None, "{x | x < -1 or x > 1}"),
        ("{ x : x >= 0 }", None, "{x | x >= 0}"),
        (r"\{x : |x|<2\}", None, "{x | abs(x) < 2}"),
        (r"\left\{x \in \mathbb{R} \mid x \neq 1\right\}", None, "{x ∈ (-inf, inf) | x != 1}"),
        (r"\left\{x \middle| x>2\right\}", None, "{x | x > 2}"),
        (r"\mathbb{R}\setminus\left\{0\right\}", None, "(-inf, inf) ∖ {0}"),
        (r"\mathbb R", None, "(-inf, inf)"),
        (r"R\{1}", None, "(-inf, inf) ∖ {1}"),
        (r"R \ {0, 1}", None, "(-inf, inf) ∖ {0, 1}"),
        ("(-∞, 1) ∪ (1, ∞)", None, "(-inf, 1) U (1, inf)"),
        ("(-oo, 1) U (1, oo)", None, "(-inf, 1) U (1, inf)"),
        ("(-inf, 1) or (1, inf)", None, "(-inf, 1) or (1, inf)"),
        ("[0, 1] ∪ {3}", None, "[0, 1] U {3}"),
        (r"(0, 5) \ {1, 2}", None, "(0, 5) ∖ {1, 2}"),
        ("x ∈ R", None, "x ∈ (-inf, inf)"),
        (r"x ∈ ℝ \ {1}", None, "x ∈ (-inf, inf) ∖ {1}"),
        (r"x \in \mathbb{R}", None, "x ∈ (-inf, inf)"),
        ("x in R", None, "x ∈ (-inf, inf)"),
        ("all real numbers", None, "(-inf, inf)"),
        ("no solutions", None, "{}"),
        ("No real solution.", None, "{}"),
        ("there is no solution", None, "{}"),
        (r"\text{no solution}", None, "{}"),
        ("does not exist", None, "dne"),
        ("DNE", None, "dne"),
        ("x = 2 ± 3i", None, "x = 2 + 3*i or x = 2 - 3*i"),
        ("x = (−3 ± √5)/2", None, "x = (-3 + sqrt(5))/2 or x = (-3 - sqrt(5))/2"),
        (r"x = \frac{-3 \pm \sqrt{5}}{2}", None, "x = (-3 + sqrt(5))/2 or x = (-3 - sqrt(5))/2"),
        (r"\pm 2", "set", "{2, -2}"),
        ("±2", "set", "{2, -2}"),
        ("{±2}", None, "{2, -2}"),
        ("{1 ± sqrt(2)}", None, "{1 + sqrt(2), 1 - sqrt(2)}"),
        ("±1, ±2", "set", "{1, -1, 2, -2}"),
        ("x = ±1 ± sqrt(2)", None, "x = 1 + sqrt(2) or x = -1 - sqrt(2)"),
        ("x = 1 +/- 2", None, "x = 1 + 2 or x = 1 - 2"),
        ("y = ±sqrt(x)", None, "y = sqrt(x) or y = -sqrt(x)"),
        (r"x = \pm 1 \mp 2", None, "x = 1 - 2 or x = -1 + 2"),
        ("|x| = ±2", None, "abs(x) = 2 or abs(x) = -2"),
        ("x ≠ ±1", None, "x != 1 and x != -1"),
        ("5,9", "set", "{5, 9}"),
        ("5,9", "vector", "[5, 9]"),
        ("1, 2, 3", "multiset", "{1, 2, 3}"),
        ("-1, 1/2", "set", "{-1, 1/2}"),
        ("5 and 9", "set", "5 and 9"),
        ("5 or 9", "set", "{5, 9}"),
        ("x=1,x=2,x=3", None, "x = 1 or x = 2 or x = 3"),
        ("x=1 and x=2", None, "x = 1 and x = 2"),
        ("x = 1, y = -2, z = 3", None, "x = 1 and y = -2 and z = 3"),
        ("y=2x+1", None, "y = 2*x + 1"),
        ("(x, y) = (1, 2)", None, "[x, y] = [1, 2]"),
        ("x=2; x=3", None, "x = 2 or x = 3"),
        ("x+y=3, x-y=1", "system", "x + y = 3 and x - y = 1"),
    ],
)
def test_sets(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("t ∈ [0, 2)", "t ∈ [0, 2)"),
        ("x+y=3; x-y=1", "x + y = 3 and x - y = 1"),
        (r"\begin{cases} x+y=3 \\ x-y=1\end{cases}", "x + y = 3 and x - y = 1"),
        (r"\begin{cases}x=1\\y=2\end{cases}", "x = 1 and y = 2"),
    ],
)
def test_sets_of_any_letters(typed: str, printed: str) -> None:
    check(typed, None, printed, free=True)


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("x=1, y=2", None, "x = 1 and y = 2"),
        ("x = 1; y = 2", None, "x = 1 and y = 2"),
        ("x=5, x=9", None, "x = 5 or x = 9"),
        ("x = 5 or 9", None, "x = 5 or x = 9"),
        ("x = 1, 2", None, "x = 1 or x = 2"),
        ("x=5 or x=9", None, "x = 5 or x = 9"),
    ],
)
def test_lists(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("x=5 and y=6", "x = 5 and y = 6"),
    ],
)
def test_lists_of_any_letters(typed: str, printed: str) -> None:
    check(typed, None, printed, free=True)


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("1 < x <= 3", None, "1 < x and x <= 3"),
        ("1 < x > 3", None, "1 < x and x > 3"),
        ("x ≠ 1", None, "x != 1"),
        ("x != 1", None, "x != 1"),
        (r"x \ne 1", None, "x != 1"),
        ("x<1 or x>2", None, "x < 1 or x > 2"),
        ("-1<x<1", None, "-1 < x and x < 1"),
        ("3 > x >= 1", None, "3 > x and x >= 1"),
        ("x < -1 ∨ x > 1", None, "x < -1 or x > 1"),
    ],
)
def test_relations(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)
