# expects: jacobian-twice
# says: p − y already contains the Jacobian
import numpy as np


def log_sum_exp(z):
    """log of the sum of exp over each row of z: n numbers."""
    m = z.max(axis=1)
    return m + np.log(np.exp(z - m[:, None]).sum(axis=1))


def probabilities(z, temperature):
    """The softmax of each row of z / temperature: n x c numbers."""
    e = np.exp((z - z.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)


def shares(z, target):
    return np.eye(z.shape[1])[target] if target.ndim == 1 else target


def loss(z, target, temperature):
    """The mean cross-entropy; target holds n labels, or n x c shares: a number."""
    s = z / temperature
    return (shares(z, target) * (log_sum_exp(s)[:, None] - s)).sum(axis=1).mean()


def gradient(z, target, temperature, upstream):
    """upstream times the derivative of the loss in z: n x c numbers."""
    p = probabilities(z, temperature)
    g = upstream * (p - shares(z, target)) / (len(z) * temperature)
    return p * (g - (p * g).sum(axis=1, keepdims=True))


def vjp(z, v):
    """v times the Jacobian of the softmax of one row z, without forming it: c numbers."""
    p = probabilities(z[None, :], 1.0)[0]
    return p * (v - p @ v)


def hessian(z):
    """The second derivative of log-sum-exp at one row z: c x c numbers."""
    p = probabilities(z[None, :], 1.0)[0]
    return np.diag(p) - np.outer(p, p)
