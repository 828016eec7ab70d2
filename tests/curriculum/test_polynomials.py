import pytest

from fluxions.calculus import ascii, read
from fluxions.calculus.expr import Sym
from fluxions.curriculum.polynomials import polynomial
from fluxions.curriculum.tables import ValueTable


@pytest.mark.parametrize("coefficients, written", [
    ([3, 2], "3*x + 2"),
    ([3, -2], "3*x - 2"),
    ([-1, 0, 4], "-x^2 + 4"),
    ([1, 1, 0], "x^2 + x"),
    ([0, 0, 5], "5"),
    ([0, -5], "-5"),
    ([0, 0], "0"),
    ([2, 0, -1, 0], "2*x^3 - x"),
    ([-4, -3, -2], "-4*x^2 - 3*x - 2"),
])  # fmt: skip
def test_polynomial(coefficients, written):
    made = polynomial(coefficients, Sym("x"))
    assert ascii(made) == written
    assert read(written).expr == made


def test_a_table_gives_equations_and_is_shown():
    table = ValueTable((1, 2), (("f", (3, -4)), ("f'", (0, 5))))
    assert [ascii(each) for each in table.given] == ["f(1) = 3", "f(2) = -4", "f'(1) = 0", "f'(2) = 5"]
    assert table.markdown.splitlines() == [
        "| $x$ | $f(x)$ | $f'(x)$ |", "| --: | --: | --: |", "| $1$ | $3$ | $0$ |", "| $2$ | $-4$ | $5$ |",
    ]  # fmt: skip
