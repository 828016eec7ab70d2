"""Half-open intervals with turned brackets, several intervals or points side by side, formulas below one another."""

from __future__ import annotations

import pytest

from fluxions.calculus.language import ascii, read
from fluxions.calculus.language.reading import Kind, Reading, Unreadable
from tests.calculus.language.typed import check


@pytest.mark.parametrize(
    "typed, want, printed",
    [
        ("]0,1[", "interval", "open(0, 1)"),
        ("]0,1[", None, "open(0, 1)"),
        ("[0,1[", "interval", "[0, 1)"),
        ("]0;1]", "interval", "(0, 1]"),
        ("]sin(1), 2]", None, "(sin(1), 2]"),
        ("]-inf, 2[", None, "(-inf, 2)"),
        ("[0, inf[", None, "[0, inf)"),
        ("[0,1[ U ]2,3]", "interval", "[0, 1) U (2, 3]"),
        ("]-∞;2[∪]3;+∞[", None, "(-inf, 2) U (3, inf)"),
        ("]0,2[∩]1/2,3[", None, "(0, 2) ∩ (1/2, 3)"),
        (r"R \ ]0,1[", None, "(-inf, inf) ∖ (0, 1)"),
        ("x ∈ ]0,1[", None, "x ∈ (0, 1)"),
        ("x in [0, inf[", None, "x ∈ [0, inf)"),
        ("{x | x ∈ ]0,1[}", None, "{x | x ∈ (0, 1)}"),
        (r"\left]0,1\right[", None, "open(0, 1)"),
        (r"\left[0,1\right[", None, "[0, 1)"),
        (r"\left]-\infty,2\right[\cup\left]3,\infty\right[", None, "(-inf, 2) U (3, inf)"),
        (r"]-\infty,2[\cup]3,\infty[", None, "(-inf, 2) U (3, inf)"),
        ("[1,2[x]]", None, "[1, 2*x]"),  # here the inner bracket multiplies
        ("[1,2][x]", None, "[1, 2]*x"),
        ("(1,2) and (3,4)", "interval", "(1, 2) U (3, 4)"),
        ("(-inf,2) and [3,4]", "interval", "(-inf, 2) U [3, 4]"),
        ("[1,2],[3,4]", "interval", "[1, 2] U [3, 4]"),
        ("(1,2); (3,4); (5,inf)", "interval", "(1, 2) U (3, 4) U (5, inf)"),
        ("]1,2[ and ]3,4[", "interval", "(1, 2) U (3, 4)"),
        ("x in (1,2) and x in (0,3)", "interval", "x ∈ (1, 2) and x ∈ (0, 3)"),  # statements: both hold
    ],
)
def test_intervals(typed: str, want: Kind | None, printed: str) -> None:
    check(typed, want, printed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("(3,4),(4,3)", "{[3, 4], [4, 3]}"),
        ("(3,4) and (4,3)", "{[3, 4], [4, 3]}"),
        ("(3,4); (4,3)", "{[3, 4], [4, 3]}"),
        ("x=3,y=4 or x=4,y=3", "x = 3 and y = 4 or x = 4 and y = 3"),
        ("x=3, y=4; x=4, y=3", "x = 3 and y = 4 or x = 4 and y = 3"),
        ("x=3 and y=4, x=4 and y=3", "x = 3 and y = 4 or x = 4 and y = 3"),
        ("(x,y)=(3,4), (x,y)=(4,3)", "[x, y] = [3, 4] or [x, y] = [4, 3]"),
        ("(x,y)=(3,4),(4,3)", "[x, y] = [3, 4] or [x, y] = [4, 3]"),
        ("x=a, y=b or x=b, y=a", "x = a and y = b or x = b and y = a"),
        ("x=3, x=4", "x = 3 or x = 4"),
        ("x=3 or x=4, y=4 or y=3", "(x = 3 or x = 4) and (y = 4 or y = 3)"),
        ("x=y, x=2-y", "x = y and x = 2 - y"),  # two equations, not two values
        ("x=1, x+y=3", "x = 1 and x + y = 3"),
        (r"\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}", "x = 1 and y = 2"),
        (r"\begin{align*} x + y &= 3, \\ x - y &= 1 \end{align*}", "x + y = 3 and x - y = 1"),
        (r"\begin{eqnarray} x &=& 1 \\ y &=& 2 \end{eqnarray}", "x = 1 and y = 2"),
        (r"\begin{aligned} x =& 1 \\ y =& 2 \end{aligned}", "x = 1 and y = 2"),
        (r"\begin{aligned} x&=1 & y&=2 \end{aligned}", "x = 1 and y = 2"),
        (r"\begin{aligned} 2x & {}+ y & {}= 3 \\ -x & {}- y & {}= 1 \end{aligned}", "2*x + y = 3 and -x - y = 1"),
        (r"\left\{\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}\right.", "x = 1 and y = 2"),
        (r"\begin{gathered} x \ge 1 \\ x \le 2 \end{gathered}", "x >= 1 and x <= 2"),
        (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "a = b and b = c"),
        (r"\begin{aligned} &x^2 + 1 \end{aligned}", "x^2 + 1"),
        (r"\begin{equation} x^2 \\ \end{equation}", "x^2"),
        (
            r"\left\{\begin{aligned} -x && x<0 \\ x && x \ge 0\end{aligned}\right.",
            "if(x < 0, -x, x >= 0, x)",
        ),
    ],
)
def test_systems(typed: str, printed: str) -> None:
    found = read(typed, want="system")
    assert isinstance(found, Reading), found
    assert ascii(found.expr) == printed


@pytest.mark.parametrize(
    "typed, want, code, span",
    [
        ("(0,1[", "interval", "brackets-differ", (0, 5)),
        ("]0,1,2[", "interval", "brackets-differ", (0, 7)),
        ("]0,1", "interval", "missing-operand", (0, 1)),
        ("[0,1[ + 2", None, "unclosed", (4, 5)),
        (r"\left)0,1\right(", None, "brackets-differ", (0, 16)),
        (r"\left\}0\right\{", None, "brackets-differ", (0, 16)),
        ("(1,2), 5", "interval", "comma", (5, 6)),
        ("(3,4),(4,3)", None, "comma", (5, 6)),  # a list, where no kind says of what
        (r"\begin{aligned} x^2 \\ x^3 \end{aligned}", None, "two-lines", (0, 40)),
        (r"\begin{aligned} \\ \end{aligned}", None, "empty-box", (0, 32)),
        (r"\begin{alignedat}{2} x \end{alignedat}", None, "environment", (0, 17)),
        (r"left\{\begin{matrix}x & x>0\\0 & x\le 0\end{matrix}\right.", None, "half-bracket", (51, 58)),
    ],
)
def test_refused(typed: str, want: Kind | None, code: str, span: tuple[int, int]) -> None:
    found = read(typed, want=want)
    assert isinstance(found, Unreadable), found
    assert (found.code, found.span) == (code, span)
