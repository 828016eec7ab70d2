# expects: last-only
# says: You return the last value alone
import numpy as np


def descend(a, centre, x0, eta, steps):
    """x0, x1, ... of gradient descent on a/2 (x - centre)^2: an array of steps + 1 numbers."""
    x = x0
    trace = [x]
    for _ in range(steps):
        x = x - eta * a * (x - centre)
        trace.append(x)
    return trace[-1]


def classify(a, eta):
    """What the learning rate eta does at curvature a: "monotone", "oscillating" or "diverging"."""
    factor = 1 - eta * a
    if abs(factor) > 1:
        return "diverging"
    return "monotone" if factor > 0 else "oscillating"


def flow(a, centre, x0, times):
    """The exact gradient flow from x0 at each of the times: an array as long as times."""
    return centre + (x0 - centre) * np.exp(-a * times)
