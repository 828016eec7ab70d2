"""The references of the lab against NumPy's own solver, differences and the eigenvalues of descent."""

import sys
from random import Random

import numpy as np
import pytest

from fluxions.curriculum import load_labs

LAB = load_labs.lab("lab-linear-regression")
CHECKS = sys.modules["fluxions_checks_lab_linear_regression"]


@pytest.mark.parametrize("seed", range(20))
def test_each_reference_agrees_with_a_second_way(seed):
    random = Random(seed)
    X, y = CHECKS.data(random, 9, 3)
    at, n = np.random.default_rng(seed).normal(size=4), 9
    A = np.column_stack([X, np.ones(n)])
    assert CHECKS.half_mean_square(X, y, at[:3], at[3]) == pytest.approx(np.linalg.norm(A @ at - y) ** 2 / 18)
    for j, each in enumerate(np.eye(4)):
        up, down = (CHECKS.half_mean_square(X, y, (at + t * each)[:3], (at + t * each)[3]) for t in (0.5, -0.5))
        assert CHECKS.slope(X, y, at[:3], at[3])[j] == pytest.approx(up - down, abs=1e-10)
    rows = np.vstack([A, np.sqrt(n * 0.4) * np.eye(3, 4)])
    assert CHECKS.fitted(X, y, 0.4) == pytest.approx(np.linalg.lstsq(rows, np.append(y, np.zeros(3)), rcond=None)[0])
    Z = (X - X.mean(0)) / X.std(0)
    values, vectors = np.linalg.eigh(Z.T @ Z / n)
    w = vectors @ ((1 - (1 - 0.2 * values) ** 7) / values * (vectors.T @ (Z.T @ y) / n)) / X.std(0)
    b = y.mean() * (1 - 0.8**7) - X.mean(0) @ w
    assert CHECKS.descended(X, y, 0.2, 7) == pytest.approx(np.append(w, b))


def test_the_figure_holds_the_learners_own_curve():
    drawing = LAB.figure.draw(lambda name, *inputs: CHECKS.descended(*inputs))
    true, _, mine = drawing.series
    assert true.y == pytest.approx(mine.y) and true.y[0] > true.y[-1] and "lies on the exact curve" in drawing.says
    assert len(LAB.figure.draw(lambda name, *inputs: None).series) == 2
