"""Random objectives: never a wrong answer, never a crash, and hardly one unsolved."""

from collections import Counter
from random import Random

import numpy as np
import pytest

from fluxions.calculus import ascii, read, solve
from fluxions.calculus.derivation.step import Derivation
from tests.calculus.arrays_in_numpy import WORDS, entries, expected, spelled, value
from tests.calculus.objectives_drawn import task

AT = entries(7)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_random_objectives(seed):
    random = Random(f"objectives {seed}")
    seen: Counter[str] = Counter()
    for _ in range(40):
        goal = spelled(task(random))
        found = solve(goal)
        if not isinstance(found, Derivation):
            seen["unsolved"] += 1
            continue
        assert read(ascii(found.answer), WORDS).expr == found.answer
        wanted, got = expected(goal, AT), value(found.answer, AT)
        if not np.all(np.isfinite(wanted)) or abs(wanted).max() > 1e6:
            continue
        assert got.shape == wanted.shape, ascii(goal)
        size = 1 + abs(wanted).max()
        np.testing.assert_allclose(got, wanted, rtol=1e-3, atol=1e-4 * size, err_msg=ascii(goal))
        seen["right"] += 1
    assert seen["right"] >= 32 and seen["unsolved"] <= 2, seen
