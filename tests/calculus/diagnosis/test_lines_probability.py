"""Working on densities: normalising constants, expectations, variances, generating functions."""

import pytest

from tests.calculus.diagnosis.notebooks import goes_wrong, unflagged

DOUBLE = "if(0 <= x and x <= 1, 2*x, 0)"

RIGHT = [
    ("normalise(x^2, x, 0, 1)", "int_0^1 x^2 dx = 1/3 | c/3 = 1 | c = 3"),
    ("normalise(x^2, x, 0, 1)", "c int_0^1 x^2 dx = 1 | c [x^3/3]_0^1 = 1 | c = 3"),
    ("normalise(exp(-3*x), x, 0, inf)", "int_0^inf e^(-3x) dx = 1/3 | k * 1/3 = 1 | k = 3"),
    ("normalise(x*(1 - x), x, 0, 1)", "int_0^1 (x - x^2) dx | = 1/2 - 1/3 | = 1/6 | c = 6"),
    (f"expect(x, x, {DOUBLE})", "E[X] = int_0^1 x*2x dx | = int_0^1 2x^2 dx | = [2x^3/3]_0^1 | = 2/3"),
    (f"expect(x, x, {DOUBLE})", "int_0^1 2x^2 dx | 2/3"),
    (f"expect(x^2, x, {DOUBLE})", "E[X^2] = int_0^1 2x^3 dx | [x^4/2]_0^1 | 1/2"),
    (f"variance(x, x, {DOUBLE})", "E[X] = 2/3 | E[X^2] = 1/2 | Var(X) = E[X^2] - E[X]^2 | = 1/2 - 4/9 | = 1/18"),
    (f"variance(x, x, {DOUBLE})",
     "E[X] = int_0^1 2x^2 dx = 2/3 | E[X^2] = int_0^1 2x^3 dx = 1/2 | 1/2 - (2/3)^2 = 1/18"),
    (f"variance(x, x, {DOUBLE})", "int_0^1 2x (x - 2/3)^2 dx | 1/18"),
    ("expect(x, x, exponential(2))",
     "int_0^inf 2x e^(-2x) dx | [-x e^(-2x)]_0^inf + int_0^inf e^(-2x) dx | 0 + 1/2 | 1/2"),
    ("expect(x, x, uniform(0, 1))", "E[X] = int_0^1 x dx = 1/2 | 1/2"),
    ("variance(x, x, uniform(2, 8))", "E[X] = 5 | E[X^2] = int_2^8 x^2/6 dx | E[X^2] = 28 | Var(X) = 28 - 25 | 3"),
    ("expect(3*x + 2, x, normal(1, 4))", "3 E[X] + 2 | 3*1 + 2 | 5"),
    ("variance(3*x + 2, x, normal(1, 4))", "9 Var(X) | 9 * 16 | 144"),
    ("expect(x^2, x, normal(mu, s))", "Var(X) + E[X]^2 | s^2 + mu^2"),
    ("mgf(t, x, exponential(3))", "int_0^inf 3 e^(t x) e^(-3x) dx | int_0^inf 3 e^(-(3 - t) x) dx | 3/(3 - t)"),
    ("int(3*exp(-3*x), x, 2, inf)", "[-e^(-3x)]_2^inf | 0 + e^(-6) | e^(-6)"),
]  # fmt: skip

WRONG = [
    ("normalise(x^2, x, 0, 1)", 1, "int_0^1 x^2 dx = 1/2 | c/2 = 1 | c = 2"),
    ("normalise(x^2, x, 0, 1)", 2, "int_0^1 x^2 dx = 1/3 | c = 1/3"),
    ("normalise(exp(-3*x), x, 0, inf)", 2, "int_0^inf e^(-3x) dx = 1/3 | k + 1/3 = 1 | k = 2/3"),
    ("normalise(x*(1 - x), x, 0, 1)", 2, "int_0^1 (x - x^2) dx | = 1/2 + 1/3 | = 5/6"),
    (f"expect(x, x, {DOUBLE})", 1, "E[X] = int_0^1 2x dx | = 1"),
    (f"expect(x, x, {DOUBLE})", 2, "E[X] = int_0^1 2x^2 dx | = [x^3/3]_0^1 | = 1/3"),
    (f"expect(x^2, x, {DOUBLE})", 1, "E[X^2] = 4/9 | 4/9"),
    (f"variance(x, x, {DOUBLE})", 2, "E[X] = 2/3 | E[X^2] = 4/9 | 0"),
    (f"variance(x, x, {DOUBLE})", 3, "E[X] = 2/3 | E[X^2] = 1/2 | Var(X) = E[X^2] - E[X] | = -1/6"),
    (f"variance(x, x, {DOUBLE})", 3, "E[X] = 2/3 | E[X^2] = 1/2 | Var(X) = 1/2 + (2/3)^2 | 17/18"),
    ("expect(x, x, exponential(2))", 1, "int_0^inf x e^(-2x) dx | 1/4"),
    ("expect(x, x, exponential(2))", 2, "int_0^inf 2x e^(-2x) dx | [-x e^(-2x)]_0^inf - int_0^inf e^(-2x) dx | -1/2"),
    ("variance(x, x, uniform(2, 8))", 2, "E[X] = 5 | E[X^2] = int_2^8 x^2 dx | 168 - 25"),
    ("expect(3*x + 2, x, normal(1, 4))", 1, "3 E[X] | 3"),
    ("variance(3*x + 2, x, normal(1, 4))", 1, "3 Var(X) + 2 | 50"),
    ("variance(3*x + 2, x, normal(1, 4))", 2, "9 Var(X) | 9 * 4 | 36"),
    ("expect(x^2, x, normal(mu, s))", 2, "Var(X) + E[X]^2 | s + mu^2"),
    ("mgf(t, x, exponential(3))", 2, "int_0^inf 3 e^(t x) e^(-3x) dx | 3/(3 + t)"),
    ("int(3*exp(-3*x), x, 2, inf)", 2, "[-e^(-3x)]_2^inf | 0 - e^(-6) | -e^(-6)"),
]  # fmt: skip


@pytest.mark.parametrize("task, lines", RIGHT)
def test_right_working_is_not_flagged(task, lines):
    unflagged(task, lines)


@pytest.mark.parametrize("task, at, lines", WRONG)
def test_the_first_wrong_line(task, at, lines):
    goes_wrong(task, lines, at)
