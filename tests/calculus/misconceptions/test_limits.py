"""Wrong limits, sums, verdicts on series and Taylor polynomials, as they are typed."""

import pytest

from tests.calculus.misconceptions.named import named


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("limit((x^2 - 4)/(x - 2), x, 2)", "1", "zero-over-zero-one"),
        ("limit((x^2 - 4)/(x - 2), x, 2)", "0", "zero-over-zero-zero"),
        ("limit((5x^3 + x)/(2x^3 - 1), x, inf)", "1", "infinity-over-infinity-one"),
        ("limit((6x + 1)/(3x^2 + 1), x, inf)", "2", "leading-coefficients-anyway"),
        ("limit(sqrt(x^2 + 4x) - x, x, inf)", "0", "infinities-subtracted"),
        ("limit((1 + 3/x)^x, x, inf)", "1", "one-to-infinity-one"),
        ("limit((1 + 3/x)^x, x, inf)", "3", "logarithm-not-undone"),
        ("limit(x^3*e^(-x), x, inf)", "inf", "exponential-beaten"),
        ("limit((x^2 + 3)/(x + 2), x, 1)", "2", "lhopital-without-need"),
        ("limit(1/(x - 2), x, 2, +)", "-inf", "limit-from-the-other-side"),
        ("limit(abs(x - 3)/(x - 3), x, 3)", "0", "sides-averaged"),
        ("limit(if(x = 2, 7, 3x), x, 2)", "7", "value-for-limit"),
        ("sum(1/4^n, n, 1, inf)", "4/3", "first-term-one"),
        ("sum(7, k, 1, m)", "7", "constant-summed-once"),
        ("sum(3^k, k, 0, m)", "(3^m - 1)/2", "one-term-too-few"),
        ("converges(sum(1/n, n, 1, inf))", "converges", "null-terms-converge"),
        ("converges(sum(2^n/n!, n, 0, inf))", "diverges", "quotient-test-reversed"),
        ("converges(sum((-1)^n/sqrt(n), n, 1, inf))", "absolutely", "alternating-absolutely"),
        ("radius(sum((x - 2)^n/(n*3^n), n, 1, inf), x)", "1/3", "radius-inverted"),
        ("convergence(sum(x^n/n, n, 1, inf), x)", "(-1, 1)", "ends-not-tried"),
        ("convergence(sum(x^n/n, n, 1, inf), x)", "-1 <= x <= 1", "ends-taken-in"),
        ("taylor(cos(x), x, 0, 4)", "1 - x^2 + x^4", "factorials-left-out"),
        ("taylor(sin(x), x, 0, 3)", "x + x^3/6", "series-signs-lost"),
        ("taylor(ln(x), x, 1, 2)", "x - x^2/2", "powers-not-shifted"),
        ("taylor(e^(3x), x, 0, 2)", "1 + 3x + 3x^2/2", "inside-not-raised"),
        ("remainder(e^x, x, 0, 3, 1)", "1/24", "remainder-at-the-centre"),
    ],
)
def test_a_wrong_limit_or_series_is_explained(task, answer, name):
    assert name in named(task, answer)
