import numpy as np


def residuals(X, y, w, b):
    r = np.full(len(y), b) - y
    for j in range(X.shape[1]):
        r = r + X[:, j] * w[j]
    return r


def loss(X, y, w, b):
    return sum([(residuals(X, y, w, b) ** 2).sum() / (2 * len(y))])


def gradient(X, y, w, b):
    r = residuals(X, y, w, b)
    return [float(np.mean(r * column)) for column in X.T] + [float(np.mean(r))]


def ridge(X, y, penalty):
    A = np.vstack([X - X.mean(axis=0), np.sqrt(len(y) * penalty) * np.eye(X.shape[1])])
    t = np.concatenate([y - y.mean(), np.zeros(X.shape[1])])
    w = np.linalg.lstsq(A, t, rcond=None)[0]
    return [*map(float, w), float(y.mean() - X.mean(axis=0) @ w)]


def descend(X, y, eta, steps):
    m = [float(column.mean()) for column in X.T]
    s = [float(column.std()) for column in X.T]
    Z = np.column_stack([(X[:, j] - m[j]) / s[j] for j in range(len(m))])
    w, b = [0.0] * len(m), 0.0
    for _ in range(steps):
        *in_w, in_b = gradient(Z, y, np.array(w), b)
        w = [w[j] - eta * in_w[j] for j in range(len(w))]
        b -= eta * in_b
    w = [each / spread for each, spread in zip(w, s)]
    return w + [b - sum(each * middle for each, middle in zip(w, m))]
