import numpy as np


def step(x):
    """The step of each coordinate, cube root of eps times max(1, |x|): an array of d numbers."""


def central(f, x, h):
    """Central differences of f at x, with the step h[i] along coordinate i: an array of d numbers."""


def numeric_grad(f, x):
    """The gradient of f at x, by central differences with your steps: an array of d numbers."""


def directional(f, x, v):
    """The slope of f at x along the unit vector of v, from two values of f: a number."""


def relative_error(claimed, numeric):
    """The length of the difference over max(1, both lengths): a number."""


def verdict(f, grad, x):
    """Is grad the gradient of f at x? "right", "wrong" or, at a kink, "undecided"."""
