# expects: forward-difference
# says: That is (f(x + h) − f(x)) / h
import numpy as np


def step(x):
    """The step of each coordinate, cube root of eps times max(1, |x|): an array of d numbers."""
    return np.finfo(np.float64).eps ** (1 / 3) * np.maximum(1, np.abs(x))


def central(f, x, h):
    """Central differences of f at x, with the step h[i] along coordinate i: an array of d numbers."""
    g = np.empty(x.size)
    for i in range(x.size):
        e = np.zeros(x.size)
        e[i] = h[i]
        g[i] = (f(x + e) - f(x)) / h[i]
    return g


def numeric_grad(f, x):
    """The gradient of f at x, by central differences with your steps: an array of d numbers."""
    h = np.finfo(np.float64).eps ** (1 / 3) * np.maximum(1, np.abs(x))
    moves = np.diag(h)
    return np.array([(f(x + e) - f(x - e)) / (2 * s) for e, s in zip(moves, h)])


def directional(f, x, v):
    """The slope of f at x along the unit vector of v, from two values of f: a number."""
    u = v / np.linalg.norm(v)
    h = np.finfo(np.float64).eps ** (1 / 3) * max(1, np.linalg.norm(x))
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


def relative_error(claimed, numeric):
    """The length of the difference over max(1, both lengths): a number."""
    return np.linalg.norm(claimed - numeric) / max(1, np.linalg.norm(claimed), np.linalg.norm(numeric))


def sides_differ(f, x):
    """Do the slopes to the right and to the left stay apart, by far more than h times a curvature?"""
    h, here = 6e-6 * np.maximum(1, np.abs(x)), f(x)
    right, left = np.empty(x.size), np.empty(x.size)
    for i in range(x.size):
        e = np.zeros(x.size)
        e[i] = h[i]
        right[i], left[i] = (f(x + e) - here) / h[i], (here - f(x - e)) / h[i]
    return np.linalg.norm(right - left) > 1e-2 * max(1, np.linalg.norm(right))


def verdict(f, grad, x):
    """Is grad the gradient of f at x? "right", "wrong" or, at a kink, "undecided"."""
    if sides_differ(f, x):
        return "undecided"
    claimed, numeric = grad(x), numeric_grad(f, x)
    scale = max(1, np.linalg.norm(claimed), np.linalg.norm(numeric))
    return "right" if np.linalg.norm(claimed - numeric) < 1e-5 * scale else "wrong"
