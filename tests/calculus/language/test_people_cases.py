"""Functions by cases, and the signs round an answer, as people write them."""

from __future__ import annotations

import pytest

from fluxions.calculus.language.reading import Kind
from tests.calculus.language.typed import check


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("1/x, x>0", None, "if(x > 0, 1/x)"),
        ("2e^(-2x), x > 0", None, "if(x > 0, 2*exp(-2*x))"),
        ("2e^{-2x}, x > 0", None, "if(x > 0, 2*exp(-2*x))"),
        ("{-5, x<-8/5; 0, x>-8/5}", None, "if(x < -8/5, -5, x > -8/5, 0)"),
        ("0 if x < 0, x^2 if x >= 0", None, "if(x < 0, 0, x >= 0, x^2)"),
        ("x^2 if x > 0 else 0", None, "if(x > 0, x^2, 0)"),
        ("x if x>0 otherwise -x", None, "if(x > 0, x, -x)"),
        ("if x>0 then x else -x", None, "if(x > 0, x, -x)"),
        ("x for x > 0, -x for x<0", None, "if(x > 0, x, x < 0, -x)"),
        (r"\begin{cases} x & x>0 \\ -x & x\le 0\end{cases}", None, "if(x > 0, x, x <= 0, -x)"),
        (r"\begin{cases} x, & \text{if } x>0 \\ -x, & \text{otherwise}\end{cases}", None, "if(x > 0, x, -x)"),
        (r"\begin{cases} x & \text{if } x>0 \\ -x & \text{else}\end{cases}", None, "if(x > 0, x, -x)"),
        (r"\begin{cases} x \text{ if } x>0 \\ -x \text{ otherwise}\end{cases}", None, "if(x > 0, x, -x)"),
        (r"\begin{cases} x & 0 \le x < 1 \\ 0 & \text{otherwise.}\end{cases}", None, "if(0 <= x and x < 1, x, 0)"),
        ("[x 0; 0 x]", None, "[[x, 0], [0, x]]"),
        ("[sin x; 2]", None, "[sin(x), 2]"),
        ("[x + 1; 2]", None, "[x + 1, 2]"),
        ("(-inf, 1) or (1, inf)", "interval", "(-inf, 1) U (1, inf)"),
        ("if (x > 2, 3, 0)", None, "if(x > 2, 3, 0)"),
        ("f(x) = x if x > 0 else 0", None, "f(x) = if(x > 0, x, 0)"),
        ("(0 if x > 2 else 3)", None, "if(x > 2, 0, 3)"),
        ("if x>1 then 2 else if x > 0 then 1 else 0", None, "if(x > 1, 2, x > 0, 1, 0)"),
        ("x, x > 0; -x, otherwise", None, "if(x > 0, x, -x)"),
        (r"x^2 \text{ if } x > 0", None, "if(x > 0, x^2)"),
        ("1 - x where x < 1", None, "if(x < 1, 1 - x)"),
        ("x when x >= 0, and -x when x < 0", None, "if(x >= 0, x, x < 0, -x)"),
        ("0 if x<0; 1 otherwise", None, "if(x < 0, 0, 1)"),
        ("x^2, 0 < x < 1", None, "if(0 < x and x < 1, x^2)"),
        ("x^2, 0 ≤ x ≤ 1", None, "if(0 <= x and x <= 1, x^2)"),
        ("2x, x in (0, 1)", None, "if(x ∈ (0, 1), 2*x)"),
        ("2x for 0<x<1, 0 otherwise", None, "if(0 < x and x < 1, 2*x, 0)"),
        ("2x for 0<x<1, 0 elsewhere", None, "if(0 < x and x < 1, 2*x, 0)"),
        ("∫ dx/x^2", None, "int(1/x^2, x)"),
        (r"\left\{\begin{array}{ll}x & x>0\\0 & x\le 0\end{array}\right.", None, "if(x > 0, x, x <= 0, 0)"),
        (r"\left\{\begin{matrix}x & x>0\\0 & x\le 0\end{matrix}\right.", None, "if(x > 0, x, x <= 0, 0)"),
    ],
)
def test_cases(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        (r"\left\{\begin{array}{l}x+y=3\\x-y=1\end{array}\right.", "x + y = 3 and x - y = 1"),
    ],
)
def test_cases_of_any_letters(typed: str, printed: str) -> None:
    check(typed, None, printed, free=True)


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("$x^2$", None, "x^2"),
        ("$$x^2$$", None, "x^2"),
        (r"\(x^2\)", None, "x^2"),
        (r"\[x^2\]", None, "x^2"),
        (r"\displaystyle x^2", None, "x^2"),
        (r"\displaystyle{x^2}", None, "x^2"),
        (r"\boxed{x^2}", None, "x^2"),
        ("x^2.", None, "x^2"),
        ("y = x^2", None, "y = x^2"),
    ],
)
def test_frames(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)
