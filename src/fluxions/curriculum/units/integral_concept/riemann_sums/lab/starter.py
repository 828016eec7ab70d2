import numpy as np


def midpoint(f, a, b, n):
    """The integral of f from a to b by the midpoint rule with n panels: a number."""


def trapezoid(f, a, b, n):
    """The same by the trapezoid rule: a number."""


def simpson(f, a, b, n):
    """The same by composite Simpson, n even: a number."""


def adaptive(f, a, b, tol):
    """The integral to within tol, and a bound of its error: an array of two numbers."""


def posterior(log_p, a, b, n):
    """The density proportional to exp(log_p), normalised by Simpson, at the n + 1 ends of the panels: an array."""
