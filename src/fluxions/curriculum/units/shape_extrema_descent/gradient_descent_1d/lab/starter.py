import numpy as np


def descend(a, centre, x0, eta, steps):
    """x0, x1, ... of gradient descent on a/2 (x - centre)^2: an array of steps + 1 numbers."""


def classify(a, eta):
    """What the learning rate eta does at curvature a: "monotone", "oscillating" or "diverging"."""


def flow(a, centre, x0, times):
    """The exact gradient flow from x0 at each of the times: an array as long as times."""
