import numpy as np


def with_ones(X):
    return np.hstack([X, np.ones((X.shape[0], 1))])


def loss(X, y, w, b):
    r = with_ones(X) @ np.append(w, b) - y
    return r @ r / (2 * r.size)


def gradient(X, y, w, b):
    A = with_ones(X)
    return A.T @ (A @ np.append(w, b) - y) / A.shape[0]


def ridge(X, y, penalty):
    A = with_ones(X)
    free = np.diag([penalty] * X.shape[1] + [0.0])
    return np.linalg.solve(A.T @ A / len(A) + free, A.T @ y / len(A))


def descend(X, y, eta, steps):
    m, s = X.mean(0), X.std(0)
    A = with_ones((X - m) / s)
    H, c = A.T @ A / len(A), A.T @ y / len(A)
    at = np.zeros(len(c))
    while steps > 0:
        at += eta * (c - H @ at)
        steps -= 1
    return np.concatenate([at[:-1] / s, [at[-1] - (at[:-1] * m / s).sum()]])
