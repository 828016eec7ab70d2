"""The mathematics of the gradient checker, by a second method: extrapolated differences, and bounds on the kinks."""

from random import Random

import numpy as np
import pytest

from fluxions.curriculum import load_labs

LAB = load_labs.lab("lab-gradcheck")
FUNCTIONS = {each.name: each for each in LAB.functions}
SEEDS = range(12)


def richardson(f, x, place):
    """The slope by central differences of three widths, extrapolated: an error of order h⁶."""
    move = np.eye(x.size)[place] * np.maximum(1, np.abs(x))
    size = move[place]
    one, two, four = ((f(x + h * move) - f(x - h * move)) / (2 * h * size) for h in (4e-3, 2e-3, 1e-3))
    return (64 * four - 20 * two + one) / 45


@pytest.mark.parametrize("seed", SEEDS)
def test_each_gradient_is_that_of_its_function(seed):
    judged = ((f, x) for f, _, x in FUNCTIONS["verdict"].inputs(Random(seed)))
    unbent = [(f, x) for f, x in judged if "relu" not in f.says and "abs" not in f.says]
    for f, x in (*FUNCTIONS["numeric_grad"].inputs(Random(seed)), *unbent):
        found = np.array([richardson(f, x, place) for place in range(x.size)])
        assert np.allclose(found, f.gradient(x), rtol=1e-8, atol=1e-9 * (1 + abs(f(x)))), f.says


@pytest.mark.parametrize("seed", SEEDS)
def test_a_verdict_is_never_a_matter_of_taste(seed):
    planted, twins, kinks = 0, 0, 0
    for f, grad, x in FUNCTIONS["verdict"].inputs(Random(seed)):
        true, claimed = f.gradient(x), np.asarray(grad(x))
        apart = np.linalg.norm(true - claimed) / max(1, np.linalg.norm(true), np.linalg.norm(claimed))
        verdict = FUNCTIONS["verdict"].reference(f, grad, x)
        h = 2.0 ** (-52 / 3) * np.maximum(1, np.abs(x))
        bends = [abs(f(x + s * e) - 2 * f(x) + f(x - s * e)) / s for s, e in zip(h, np.eye(x.size), strict=True)]
        bend = max(bends) / max(1, np.linalg.norm(true))
        match verdict:
            case "undecided":
                kinks += 1
                assert bend > 0.01
            case "wrong":
                planted += 1
                assert apart > 2e-4 and bend < 1e-3
            case "right":
                twins += 1
                assert apart == 0 and bend < 1e-3
    assert planted == 12 and twins >= 12 and kinks >= 3


def test_every_planted_mistake_is_another():
    said = {grad.says for f, grad, _ in FUNCTIONS["verdict"].inputs(Random(1)) if grad.says != "the gradient, right"}
    assert len(said) == 12


def test_the_step_is_where_the_error_is_least():
    """Among powers of ten the error of exp at 1 is least beside the cube root of ε."""
    errors = {power: abs((np.exp(1 + 10**power) - np.exp(1 - 10**power)) / (2 * 10**power) - np.e)
              for power in np.arange(-12.0, -1.0)}  # fmt: skip
    best = min(errors, key=errors.get)
    assert abs(best - np.log10(FUNCTIONS["step"].reference(np.array([1.0]))[0])) < 1.3
