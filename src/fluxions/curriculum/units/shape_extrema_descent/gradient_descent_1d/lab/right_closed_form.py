import numpy as np


def descend(a, centre, x0, eta, steps):
    return centre + (x0 - centre) * (1 - eta * a) ** np.arange(steps + 1)


def classify(a, eta):
    if eta < 1 / a:
        return "monotone"
    return "oscillating" if eta < 2 / a else "diverging"


def flow(a, centre, x0, times):
    decay = np.exp(-a * np.asarray(times))
    return decay * x0 + (1 - decay) * centre
