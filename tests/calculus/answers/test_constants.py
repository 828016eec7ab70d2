"""What moves with the variable, and how an antiderivative depends on its constants."""

import pytest

from fluxions.calculus.answers.check import check_antiderivative
from fluxions.calculus.answers.constants import moving, slope
from fluxions.calculus.expr import Diff, Expr, Sym
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.trees import alike, symbols
from tests.calculus.answers.rows import NAMES, code, tree

AT = {"x": -3, "a": 2, "A": 5, "B": 7, "C": 11}


@pytest.mark.parametrize(
    "whole, left",
    [
        ("x^2 + C", "x^2"),
        ("x^2 + 2 C + a - pi", "x^2"),
        ("C", "0"),
        ("ln|x| + ln(C)", "ln|x| + ln(C)"),  # real for C > 0 alone: it stays
        ("x + 1/C", "x + 1/C"),
        ("C x", "C x"),
        ("if(x<0, ln(-x) + A, ln(x) + B)", "if(x<0, ln(-x), ln(x))"),
        ("if(x<0, x^2 + A)", "if(x<0, x^2)"),
        ("if(x<0, A, B) + C", "if(x<0, 0, 0)"),
    ],
)
def test_moving(whole: str, left: str) -> None:
    found = moving(tree(whole), Sym("x"))
    assert alike(found, tree(left))
    same_value(Diff(found, Sym("x")), Diff(tree(whole), Sym("x")))


@pytest.mark.parametrize(
    "whole, by, carried",
    [
        ("x^2 + C", "C", "1"),
        ("x^2 - C", "C", "-(1)"),
        ("x^2 + C", "B", "0"),
        ("x^2 + A + A", "A", "1 + 1"),
        ("if(x<0, ln(-x) + A, ln(-x) + B)", "A", "if(x<0, 1, 0)"),
        ("if(x<0, 1, 0)", "x", "0"),
        ("if(x<0, A x, B)", "x", "if(x<0, diff(A x, x), 0)"),
        ("if(C<0, A, B)", "A", "if(C<0, 1, 0)"),
        ("x + C^2", "C", "diff(C^2, C)"),
        ("ln|C x|", "C", "diff(ln|C x|, C)"),
    ],
)
def test_slope(whole: str, by: str, carried: str) -> None:
    found = slope(tree(whole), Sym(by))
    assert alike(found, tree(carried))
    same_value(found, Diff(tree(whole), Sym(by)))


def same_value(one: Expr, other: Expr) -> None:
    """Both have one value at a point, the second by series."""
    first, second = (value_at(each, {name: AT[name] for name in symbols(each)}) for each in (one, other))
    assert first is not None
    assert second is not None
    assert first.overlaps(second)


@pytest.mark.parametrize(
    "answer, verdict, reason",
    [
        ("ln(x) + if(x<0, C, 0)", "wrong", "missing-constant"),  # C stands where the logarithm is not real
        ("ln(x) + (1 - sign(x)) C", "wrong", "missing-constant"),
        ("ln(x) + if(x>0, C, 0)", "right", "different-domain"),
        ("ln|x| + if(x<0, C, 0)", "right", "equal"),
    ],
)
def test_a_constant_counts_where_the_answer_is_real(answer: str, verdict: str, reason: str) -> None:
    found = check_antiderivative(answer, tree("1/x"), Sym("x"))
    assert (NAMES[type(found)], code(found)) == (verdict, reason), found
