import numpy as np


def log_sum_exp(z):
    """log of the sum of exp over each row of z: n numbers."""


def probabilities(z, temperature):
    """The softmax of each row of z / temperature: n x c numbers."""


def loss(z, target, temperature):
    """The mean cross-entropy; target holds n labels, or n x c shares: a number."""


def gradient(z, target, temperature, upstream):
    """upstream times the derivative of the loss in z: n x c numbers."""


def vjp(z, v):
    """v times the Jacobian of the softmax of one row z, without forming it: c numbers."""


def hessian(z):
    """The second derivative of log-sum-exp at one row z: c x c numbers."""
