"""Wrong expectations, densities, posteriors, and solutions of differential equations, as they are typed."""

import pytest

from tests.calculus.misconceptions.named import named

TWO_X = "if(0 <= x and x <= 1, 2*x, 0)"


@pytest.mark.parametrize(
    "task, answer, name",
    [
        ("expect(x^2, x, exponential(1/2))", "4", "function-of-the-mean"),
        ("variance(x, x, uniform(2, 8))", "36", "twelfth-left-out"),
        ("variance(x, x, uniform(2, 8))", "9", "half-range-squared"),
        ("variance(x, x, uniform(2, 8))", "25/3", "spread-by-the-sum"),
        ("variance(x, x, uniform(2, 8))", "5", "mean-for-variance"),
        ("variance(x, x, uniform(2, 8))", "25", "mean-squared-alone"),
        ("variance(x, x, uniform(2, 8))", "53", "moments-added"),  # 28 + 25
        ("expect(x, x, uniform(2, 8))", "6", "width-for-mean"),
        ("expect(x^2, x, uniform(2, 8))", "34", "averaged-at-the-ends"),
        ("expect(x^2, x, normal(5, 2))", "21", "second-moment-by-difference"),
        ("variance(7*x - 1, x, normal(0, 3))", "9", "variance-factor-dropped"),
        ("expect(7*x - 1, x, normal(2, 3))", "7", "shift-scaled-too"),
        ("expect(x^4, x, normal(0, 3))", "3", "standard-normal-taken"),
        ("expect(x, x, exponential(5))", "ln(2)/5", "median-for-mean"),
        ("mgf(t, x, normal(1, 4))", "exp(t + 16t^2)", "half-of-generating-square-lost"),
        ("mgf(t, x, normal(1, 4))", "exp(t - 8t^2)", "generating-square-turned"),
        ("mgf(t, x, normal(1, 4))", "exp(t + 2t^2)", "generating-deviation-once"),
        ("mgf(t, x, normal(1, 4))", "exp(8t^2)", "generating-mean-left-out"),
        ("mgf(t, x, normal(1, 4))", "t + 8t^2", "cumulants-for-moments"),
        ("mgf(t, x, exponential(5))", "5exp(-5t)", "density-for-generating-function"),
        ("posterior(p^3*(1 - p)^2, betadist(2, 4), p)", "betadist(2, 4)", "data-left-out"),
        ("posterior(p^3*(1 - p)^2, betadist(2, 4), p)", "betadist(6, 8)", "counts-multiplied"),
        ("posterior(p^3*(1 - p)^2, betadist(2, 4), p)", "betadist(6, 5)", "beta-parameters-exchanged"),
        ("posterior(p^3*(1 - p)^2, betadist(2, 4), p)", "betadist(6, 7)", "parameters-one-too-large"),
        ("posterior(exp(-3*l)*l^2, gammadist(4, 1/2), l)", "gammadist(6, 5)", "gamma-rate-as-scale"),
        ("posterior(exp(-3*l)*l^2, gammadist(4, 1/2), l)", "gammadist(5, 1/5)", "gamma-exponent-as-shape"),
        ("variance(2*x - 1, x, uniform(0, 6))", "5", "variance-scaled-once"),
        ("variance(2*x + 1, x, uniform(0, 6))", "13", "variance-shifted"),
        (f"variance(x, x, {TWO_X})", "1/2", "square-without-the-mean"),
        ("variance(x, x, normal(0, 9))", "9", "variance-read-for-deviation"),
        ("expect(x, x, exponential(5))", "5", "rate-for-scale"),
        ("normalise(x^3, x, 0, 2)", "4", "normaliser-not-turned-over"),
        ("int(phi(x), x, 1, inf)", "Phi(1)", "tail-for-distribution"),
        ("int(phi(x), x, 0, 2)", "phi(2) - phi(0)", "height-for-area"),
        ("expect(x^6, x, normal(0, 1))", "1", "even-moments-all-one"),
        ("int(exp(-5*x^2), x, -inf, inf)", "pi/5", "gaussian-root-lost"),
        ("int(exp(-x^2/2), x, -inf, inf)", "sqrt(pi)", "gaussian-half-ignored"),
        ("int(x^5*e^(-x), x, 0, inf)", "720", "gamma-as-factorial"),
        ("int(x^4*e^(-3x), x, 0, inf)", "8", "gamma-rate-once"),
        ("kl(x, exponential(2), exponential(1))", "ln(1/2) + 1", "divergence-turned-round"),
        ("posterior(p^4*(1 - p)^6, betadist(1, 1), p)", "betadist(5, 11)", "trials-for-failures"),
        ("posterior(r^3*exp(-2*r), exponential(1), r)", "gammadist(4, 1/2)", "prior-left-out"),
        ("euler(2y, x, 0, 1, 1/4, 2)", "9", "euler-step-left-out"),
        ("ode(y' = 3y, y, x)", "y = e^(3x) + C", "constant-at-the-end"),
        ("ode(y' = -y, y, t, y(0) = 4)", "y = 4e^t", "rate-sign-lost"),
        ("expect(x, x, if(0 <= x and x <= 4, x/8, 0))", "2", "mean-in-the-middle"),
        ("expect(x, x, if(0 <= x and x <= 4, x/8, 0))", "1", "area-for-mean"),
        ("variance(x, x, uniform(1, 9))", "2/3", "uniform-width-once"),
        ("expect(x^2, x, uniform(2, 8))", "9", "half-width-as-mean"),
        ("variance(x, x, uniform(0, 12))", "sqrt(12)", "deviation-for-variance"),
        ("variance(x, x, exponential(5))", "1/5", "deviation-for-variance"),
        ("expect(x, x, exponential(5))", "1/25", "density-constant-lost"),
        ("mgf(t, x, exponential(5))", "1/(5 - t)", "density-constant-lost"),
        ("expect(x^2, x, normal(2, 5))", "25", "variance-for-second-moment"),
        ("variance(x, x, if(0 <= x and x <= 4, x/8, 0))", "-8/9", "variance-turned-round"),
        ("variance(4x + 3, x, normal(2, 5))", "100", "variance-factor-once"),
        ("expect(4x + 3, x, normal(2, 5))", "8", "mean-shift-dropped"),
        ("expect(4x + 3, x, normal(2, 5))", "5", "mean-factor-dropped"),
        ("normalise(x^3, x, 0, 2)", "-3", "normaliser-by-difference"),
        ("mgf(t, x, exponential(5))", "5/(5 + t)", "generating-sign-turned"),
        ("posterior(p^4*(1 - p)^6, betadist(1, 3), p)", "betadist(7, 7)", "counts-exchanged"),
    ],
)
def test_a_wrong_answer_is_explained(task, answer, name):
    assert name in named(task, answer)
