# expects: left-sum
# says: That is the left sum. The midpoint rule
import numpy as np


def midpoint(f, a, b, n):
    """The integral of f from a to b by the midpoint rule with n panels: a number."""
    h = (b - a) / n
    return h * np.sum(f(a + h * np.arange(n)))


def trapezoid(f, a, b, n):
    """The same by the trapezoid rule: a number."""
    y = f(np.linspace(a, b, n + 1))
    return (b - a) / n * (np.sum(y) - (y[0] + y[-1]) / 2)


def simpson(f, a, b, n):
    """The same by composite Simpson, n even: a number."""
    y = f(np.linspace(a, b, n + 1))
    return (b - a) / n / 3 * (y[0] + 4 * np.sum(y[1:-1:2]) + 2 * np.sum(y[2:-1:2]) + y[-1])


def adaptive(f, a, b, tol):
    """The integral to within tol, and a bound of its error: an array of two numbers."""

    def part(a, b, ya, ym, yb, tol):
        m = (a + b) / 2
        yl, yr = f((a + m) / 2), f((m + b) / 2)
        whole = (b - a) / 6 * (ya + 4 * ym + yb)
        halves = (b - a) / 12 * (ya + 4 * yl + 2 * ym + 4 * yr + yb)
        gap = (halves - whole) / 15
        if abs(gap) <= tol or b - a < 1e-12:
            return np.array([halves + gap, abs(gap)])
        return part(a, m, ya, yl, ym, tol / 2) + part(m, b, ym, yr, yb, tol / 2)

    edges = np.linspace(a, b, 9)
    y = f(np.linspace(a, b, 17))
    return sum(part(edges[i], edges[i + 1], *y[2 * i : 2 * i + 3], tol / 8) for i in range(8))


def posterior(log_p, a, b, n):
    """The density proportional to exp(log_p), normalised by Simpson, at the n + 1 ends of the panels: an array."""
    x = np.linspace(a, b, n + 1)
    p = np.exp(log_p(x) - np.max(log_p(x)))
    return p / ((b - a) / n / 3 * (p[0] + 4 * np.sum(p[1:-1:2]) + 2 * np.sum(p[2:-1:2]) + p[-1]))
