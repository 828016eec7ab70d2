import numpy as np


def descend(a, centre, x0, eta, steps):
    distance = np.cumprod(np.concatenate([[x0 - centre], np.full(steps, 1 - eta * a)]))
    return centre + distance


def classify(a, eta):
    return ["monotone", "oscillating", "diverging"][min(int(eta * a), 2)]


def flow(a, centre, x0, times):
    return np.array([x0 + (x0 - centre) * np.expm1(-a * t) for t in times])
