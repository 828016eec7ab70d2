import numpy as np


def single(*values):
    return [np.asarray(each, dtype=np.float32) for each in values]


def loss(X, y, w, b):
    X, y, w, b = single(X, y, w, b)
    return np.mean((X @ w + b - y) ** 2) / 2


def gradient(X, y, w, b):
    X, y, w, b = single(X, y, w, b)
    r = X @ w + b - y
    return np.append(r @ X, r.sum()) / np.float32(len(r))


def ridge(X, y, penalty):
    X, y = single(X, y)
    C = X - X.mean(axis=0)
    system = C.T @ C / np.float32(len(y)) + np.float32(penalty) * np.eye(X.shape[1], dtype=np.float32)
    w = np.linalg.inv(system) @ (C.T @ y / np.float32(len(y)))
    return np.append(w, y.mean() - X.mean(axis=0) @ w)


def descend(X, y, eta, steps):
    X, y, eta = single(X, y, eta)
    m, s = X.mean(axis=0), X.std(axis=0)
    at = np.zeros(X.shape[1] + 1, dtype=np.float32)
    for _ in range(steps):
        at = at - eta * gradient((X - m) / s, y, at[:-1], at[-1])
    return np.append(at[:-1] / s, at[-1] - np.sum(at[:-1] * m / s))
