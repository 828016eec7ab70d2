import numpy as np


def loss(X, y, w, b):
    """Half the mean of the squared residuals X w + b - y: a number."""


def gradient(X, y, w, b):
    """The derivatives of the loss in w, then the one in b: d + 1 numbers."""


def ridge(X, y, penalty):
    """The w and b that minimise loss + penalty/2 |w|^2, b last: d + 1 numbers."""


def descend(X, y, eta, steps):
    """Descent from zero on standardised features; w and b for the features as given, b last: d + 1 numbers."""
