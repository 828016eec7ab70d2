# expects: two-not-cancelled
# says: Your gradient is twice too large
import numpy as np


def loss(X, y, w, b):
    """Half the mean of the squared residuals X w + b - y: a number."""
    return np.mean((X @ w + b - y) ** 2) / 2


def gradient(X, y, w, b):
    """The derivatives of the loss in w, then the one in b: d + 1 numbers."""
    r = X @ w + b - y
    return 2 * np.append(X.T @ r / len(y), r.mean())


def ridge(X, y, penalty):
    """The w and b that minimise loss + penalty/2 |w|^2, b last: d + 1 numbers."""
    n, d = X.shape
    centre = X.mean(axis=0)
    C = X - centre
    w = np.linalg.solve(C.T @ C + n * penalty * np.eye(d), C.T @ (y - y.mean()))
    return np.append(w, y.mean() - centre @ w)


def descend(X, y, eta, steps):
    """Descent from zero on standardised features; w and b for the features as given, b last: d + 1 numbers."""
    centre, spread = X.mean(axis=0), X.std(axis=0)
    Z = (X - centre) / spread
    at = np.zeros(X.shape[1] + 1)
    for _ in range(steps):
        at = at - eta / 2 * gradient(Z, y, at[:-1], at[-1])
    w = at[:-1] / spread
    return np.append(w, at[-1] - centre @ w)
