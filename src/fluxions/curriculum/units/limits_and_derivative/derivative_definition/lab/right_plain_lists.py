from math import sqrt

CUBE_ROOT = (2.0**-52) ** (1 / 3)


def step(x):
    return [CUBE_ROOT * max(1.0, abs(each)) for each in x]


def moved(x, place, by):
    return [each + by if k == place else each for k, each in enumerate(x)]


def central(f, x, h):
    return [(f(moved(x, k, s)) - f(moved(x, k, -s))) / (2 * s) for k, s in enumerate(h)]


def numeric_grad(f, x):
    return central(f, x, step(x))


def norm(v):
    return sqrt(sum(each**2 for each in v))


def directional(f, x, v):
    h = CUBE_ROOT * max(1.0, norm(x))
    above = [a + h * b / norm(v) for a, b in zip(x, v)]
    below = [a - h * b / norm(v) for a, b in zip(x, v)]
    return (f(above) - f(below)) / (2 * h)


def relative_error(claimed, numeric):
    return norm([a - b for a, b in zip(claimed, numeric)]) / max(1.0, norm(claimed), norm(numeric))


def verdict(f, grad, x):
    here = f(x)
    for k, s in enumerate(step(x)):
        right = (f(moved(x, k, s)) - here) / s
        left = (here - f(moved(x, k, -s))) / s
        if abs(right - left) > 0.01 * max(1.0, abs(right), abs(left)):
            return "undecided"
    return "right" if relative_error(list(grad(x)), numeric_grad(f, x)) < 1e-5 else "wrong"
