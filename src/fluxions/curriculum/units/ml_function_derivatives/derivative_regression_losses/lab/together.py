"""What holds between `loss`, `gradient`, `ridge` and `descend`, and the data on which it is tried."""

import numpy as np

from fluxions.labs import Property


def data(random, n, d, worst=30.0):
    """Features in unlike units about unlike centres, no two of them nearly the same, and targets with noise."""
    rng = np.random.default_rng(random.getrandbits(64))
    while True:
        raw = rng.normal(size=(n, d)) @ (np.eye(d) + 0.3 * rng.normal(size=(d, d)))
        spread = raw.std(axis=0)
        if n > d + 1 and np.linalg.cond((raw - raw.mean(axis=0)) / spread) ** 2 < worst:
            break
    features = rng.uniform(-3, 3, d) + raw / spread * 2 ** rng.uniform(-1.5, 1.5, d)
    return features, features @ rng.uniform(-2, 2, d) + rng.uniform(-4, 4) + rng.normal(size=n)


def precision(*values):
    """The coarsest unit of rounding among arrays."""
    return max(float(np.finfo(each.dtype).eps) if each.dtype.kind == "f" else 2.0**-52 for each in values)


def apart(left, right, within, *values):
    """Are two arrays further apart than so much of their size, or than rounding explains?"""
    size = max(float(np.max(np.abs(left))), float(np.max(np.abs(right))), 1.0)
    return bool(np.max(np.abs(left - right)) > max(within, 2000 * precision(*values)) * size)


def difference_fault(ask, random):
    """A loss that is quadratic has exact central differences at any step: here along random directions of length 1."""
    for n, d in ((6, 2), (10, 4)):
        X, y = data(random, n, d)
        rng = np.random.default_rng(random.getrandbits(64))
        at, mine = rng.uniform(-2, 2, d + 1), None
        mine = ask("gradient", X, y, at[:-1], float(at[-1]))
        for _ in range(5):
            v = rng.normal(size=d + 1)
            v /= np.linalg.norm(v)
            up, down = (ask("loss", X, y, (at + t * v)[:-1], float((at + t * v)[-1])) for t in (1, -1))
            found, said = (up - down) / 2, mine @ v
            if abs(found - said) > max(1e-9, 100 * precision(up, down, mine)) * (abs(up) + abs(down) + 1):
                return f"Along one direction your loss rises by {found:.6g} per unit and your gradient says {said:.6g}."
    return None


def orthogonal_fault(ask, random):
    X, y = data(random, 12, 3)
    found = ask("ridge", X, y, 0.0)
    r = y - X @ found[:-1] - found[-1]
    within = max(1e-9, 2000 * precision(found))
    if abs(r.sum()) > within * np.abs(y).sum() * 10:
        return f"The residuals add up to {r.sum():.4g}; with a free intercept it is 0."
    products = X.T @ r
    if np.any(np.abs(products) > within * (np.abs(X).T @ np.abs(y)) * 10):
        return f"The product of a column with the residuals is {products[np.argmax(np.abs(products))]:.4g}; it is 0."
    return None


def routes_fault(ask, random):
    """Where the gradient is zero, what the closed form gives, where descent comes to rest."""
    X, y = data(random, 14, 3, worst=10.0)
    closed, walked_to = ask("ridge", X, y, 0.0), ask("descend", X, y, 0.6, 300)
    if apart(closed, walked_to, 1e-6, closed, walked_to):
        return "After 300 steps the descent is not where the closed form is."
    left = ask("gradient", X, y, closed[:-1].astype(float), float(closed[-1]))
    if apart(left, np.zeros_like(left), 1e-6, closed, left):
        return "At the closed form your gradient is not zero."
    penalised = ask("ridge", X, y, 0.7)
    left = ask("gradient", X, y, penalised[:-1].astype(float), float(penalised[-1]))
    if apart(left, np.append(-0.7 * penalised[:-1], 0.0), 1e-6, penalised, left):
        return "At the ridge solution your gradient is not −λw, and 0 for the intercept."
    return None


def turned(rng, d):
    """A random orthogonal matrix."""
    return np.linalg.qr(rng.normal(size=(d, d)))[0]


def affine_fault(ask, random):
    X, y = data(random, 12, 3)
    rng = np.random.default_rng(random.getrandbits(64))
    A = turned(rng, 3) * rng.uniform(0.5, 2, 3) @ turned(rng, 3)
    other = X @ A + rng.uniform(-2, 2, 3)
    first, second = ask("ridge", X, y, 0.0), ask("ridge", other, y, 0.0)
    if apart(X @ first[:-1] + first[-1], other @ second[:-1] + second[-1], 1e-6, first, second):
        return "New features XA + m, with A invertible, change your predictions. Least squares does not see the units."
    return None


def units_fault(ask, random):
    """X' = c X Q + m with Q orthogonal and penalty c^2: w' = Q^T w / c and b' = b - m w'."""
    X, y = data(random, 11, 3)
    rng = np.random.default_rng(random.getrandbits(64))
    Q, c, m, penalty = turned(rng, 3), float(rng.uniform(0.4, 3)), rng.uniform(-2, 2, 3), float(rng.uniform(0.1, 1))
    first, second = ask("ridge", X, y, penalty), ask("ridge", c * X @ Q + m, y, c**2 * penalty)
    w = Q.T @ first[:-1] / c
    if apart(np.append(w, first[-1] - m @ w), second, 1e-6, first, second):
        return "In units c times smaller, with the penalty c²λ, the weights should be divided by c, and are not."
    return None


PROPERTIES = (
    Property("The gradient agrees with differences of your loss", ("loss", "gradient"), difference_fault),
    Property("Without a penalty the residuals are orthogonal to every column", ("ridge",), orthogonal_fault),
    Property(
        "A zero gradient, the closed form and descent lead to the same place",
        ("gradient", "ridge", "descend"),
        routes_fault,
    ),
    Property("Without a penalty, predictions do not depend on the units of the features", ("ridge",), affine_fault),
    Property("With a penalty, the weights change with the units as derived", ("ridge",), units_fault),
)
