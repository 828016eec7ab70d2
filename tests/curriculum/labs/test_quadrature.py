"""The mathematics of the quadrature lab, by a second method: Gauss-Legendre with many points."""

from random import Random

import numpy as np
import pytest

from fluxions.curriculum import load_labs

LAB = load_labs.lab("lab-quadrature")
FUNCTIONS = {each.name: each for each in LAB.functions}
PLACES, WEIGHTS = np.polynomial.legendre.leggauss(60)


def gauss(f, a, b, parts=40):
    """60 points in each of 40 parts: beyond double precision for what is smooth."""
    ends = np.linspace(a, b, parts + 1)
    half = (ends[1:] - ends[:-1]) / 2
    return float(half @ (f((ends[1:] + ends[:-1])[:, None] / 2 + half[:, None] * PLACES) @ WEIGHTS))


@pytest.mark.parametrize("seed", range(8))
def test_each_antiderivative_is_that_of_its_function(seed):
    for name in ("midpoint", "adaptive"):
        for f, a, b, _ in FUNCTIONS[name].inputs(Random(seed)):
            assert f.integral(a, b) == pytest.approx(gauss(f, a, b), rel=1e-6 if f.says == "√x" else 1e-11, abs=1e-12)


@pytest.mark.parametrize("seed", range(4))
def test_simpson_is_two_thirds_midpoint_and_one_third_trapezoid(seed):
    midpoint, trapezoid, simpson = (FUNCTIONS[each].reference for each in ("midpoint", "trapezoid", "simpson"))
    for f, a, b, n in FUNCTIONS["simpson"].inputs(Random(seed)):
        mixed = (2 * midpoint(f, a, b, n // 2) + trapezoid(f, a, b, n // 2)) / 3
        assert simpson(f, a, b, n) == pytest.approx(mixed, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("seed", range(4))
def test_the_posterior_of_a_coin_is_a_beta_density(seed):
    for log_p, a, b, n in FUNCTIONS["posterior"].inputs(Random(seed)):
        density = FUNCTIONS["posterior"].reference(log_p, a, b, n)
        x, h = np.linspace(a, b, n + 1), (b - a) / n
        assert h / 3 * (density[0] + density[-1] + 4 * density[1::2].sum() + 2 * density[2:-1:2].sum()) == (
            pytest.approx(1, rel=1e-12)
        )
        assert np.allclose(np.diff(np.log(density)), np.diff(log_p(x)), atol=1e-9), "the shape is that of e^log p"
