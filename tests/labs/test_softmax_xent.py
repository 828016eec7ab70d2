"""The references of the lab against mpmath with 60 digits, and against differences."""

import sys
from random import Random

import mpmath as mp
import numpy as np
import pytest

from fluxions.curriculum import load_labs

LAB = load_labs.lab("lab-softmax-xent")
CHECKS = sys.modules["fluxions_checks_lab_softmax_xent"]


def exact(row, temperature=1.0):
    """Log-sum-exp and softmax of a row, from the definitions, without a maximum taken out."""
    s = [mp.mpf(float(each)) / mp.mpf(temperature) for each in row]
    total = mp.fsum(mp.exp(each) for each in s)
    return s, mp.log(total), [mp.exp(each) / total for each in s]


@pytest.mark.parametrize("seed", range(5))
def test_values_agree_with_the_definitions_in_many_digits(seed):
    with mp.workdps(60):
        for place, (z, target, temperature) in enumerate(CHECKS.asked(Random(seed))):
            shares = np.eye(z.shape[1])[target] if place % 2 == 0 else target
            rows = [exact(row, temperature) for row in z]
            assert CHECKS.lse(z) == pytest.approx([float(exact(row)[1]) for row in z], rel=1e-12)
            assert CHECKS.soft(z, temperature) == pytest.approx(
                np.array([[*map(float, p)] for *_, p in rows]), abs=1e-11
            )
            losses = [mp.fsum(float(y) * (total - each) for y, each in zip(share, s, strict=True))
                      for share, (s, total, _) in zip(shares, rows, strict=True)]  # fmt: skip
            assert CHECKS.cross_entropy(z, target, temperature) == pytest.approx(float(mp.fsum(losses) / len(z)))


def test_derivatives_agree_with_differences():
    rng = np.random.default_rng(3)
    z, y, h = rng.normal(size=(3, 4)), rng.integers(0, 4, 3), 1e-5
    slope = CHECKS.slope(z, y, 0.7, 2.5)
    for i in range(3):
        for k in range(4):
            step = np.zeros((3, 4))
            step[i, k] = h
            up, down = (CHECKS.cross_entropy(z + s * step, y, 0.7) for s in (1, -1))
            assert slope[i, k] == pytest.approx(2.5 * (up - down) / (2 * h), abs=1e-8)
            up, down = (CHECKS.soft(z + s * step, 1.0)[i] for s in (1, -1))
            assert CHECKS.second(z[i])[k] == pytest.approx((up - down) / (2 * h), abs=1e-9)


def test_the_figure_holds_the_learners_own_curve():
    true, mine = LAB.figure.draw(lambda name, *inputs: np.asarray(CHECKS.cross_entropy(*inputs))).series
    assert true.y == pytest.approx(mine.y) and true.y[0] == pytest.approx(200 + np.log(2)) and true.y[-1] < 1e-12
    assert len(LAB.figure.draw(lambda name, *inputs: None).series) == 1
