import numpy as np


def logs(z, temperature=1.0):
    s = (z - z.max(axis=-1, keepdims=True)) / temperature
    return s - np.log(np.sum(np.exp(s), axis=-1, keepdims=True))


def log_sum_exp(z):
    return (z - logs(z))[:, 0]


def probabilities(z, temperature):
    return np.exp(logs(z, temperature))


def loss(z, target, temperature):
    if target.ndim == 1:
        return -np.mean(logs(z, temperature)[np.arange(len(z)), target])
    return -np.einsum("ik,ik->", target, logs(z, temperature)) / len(z)


def gradient(z, target, temperature, upstream):
    g = probabilities(z, temperature)
    if target.ndim == 1:
        g[np.arange(len(z)), target] -= 1
    else:
        g = g - target
    return g * (upstream / temperature / len(z))


def vjp(z, v):
    p = np.exp(logs(z))
    return p * v - p * np.dot(p, v)


def hessian(z):
    p = np.exp(logs(z))
    return np.einsum("i,ij->ij", p, np.eye(len(p)) - p)
