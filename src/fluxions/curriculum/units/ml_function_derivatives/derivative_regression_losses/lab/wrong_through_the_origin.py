# expects: through-the-origin
# says: Your fit has no intercept
import numpy as np


def loss(X, y, w, b):
    """Half the mean of the squared residuals X w + b - y: a number."""
    return np.mean((X @ w + b - y) ** 2) / 2


def gradient(X, y, w, b):
    """The derivatives of the loss in w, then the one in b: d + 1 numbers."""
    r = X @ w + b - y
    return np.append(X.T @ r / len(y), r.mean())


def ridge(X, y, penalty):
    """The w and b that minimise loss + penalty/2 |w|^2, b last: d + 1 numbers."""
    n, d = X.shape
    w = np.linalg.solve(X.T @ X + n * penalty * np.eye(d), X.T @ y)
    return np.append(w, 0.0)


def descend(X, y, eta, steps):
    """Descent from zero on standardised features; w and b for the features as given, b last: d + 1 numbers."""
    centre, spread = X.mean(axis=0), X.std(axis=0)
    Z = (X - centre) / spread
    at = np.zeros(X.shape[1] + 1)
    for _ in range(steps):
        at = at - eta * gradient(Z, y, at[:-1], at[-1])
    w = at[:-1] / spread
    return np.append(w, at[-1] - centre @ w)
