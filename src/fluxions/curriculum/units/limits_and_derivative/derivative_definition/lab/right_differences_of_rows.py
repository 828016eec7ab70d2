import numpy as np

EPS = 2.0**-52


def step(x):
    return np.where(abs(x) > 1, abs(x), 1.0) * np.cbrt(EPS)


def central(f, x, h):
    rows = np.diag(h)
    above = np.array([f(row) for row in x + rows])
    below = np.array([f(row) for row in x - rows])
    return np.einsum("i,i->i", above - below, 0.5 / h)


def numeric_grad(f, x):
    h = (x + step(x)) - x  # the step as it is after rounding
    return central(f, x, h)


def directional(f, x, v):
    length = np.sqrt(np.sum(v**2))
    t = 6e-6 * max(1.0, np.max(np.abs(x)))
    return (f(x + t / length * v) - f(x - t / length * v)) / 2 / t


def relative_error(claimed, numeric):
    scale = np.max([1.0, np.sqrt(claimed @ claimed), np.sqrt(numeric @ numeric)])
    return np.sqrt(np.sum((claimed - numeric) ** 2)) / scale


def verdict(f, grad, x):
    h = step(x)
    here = f(x)
    bends = np.array([f(x + row) - 2 * here + f(x - row) for row in np.diag(h)]) / h
    numeric = numeric_grad(f, x)
    if np.max(np.abs(bends)) > 1e-3 * max(1.0, np.linalg.norm(numeric)):
        return "undecided"
    return "wrong" if relative_error(np.asarray(grad(x)), numeric) > 1e-6 else "right"
