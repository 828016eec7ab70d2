"""What is integrated, with antiderivatives worked out by hand, and the sums that rules of quadrature are."""

from dataclasses import dataclass

import numpy as np

from fluxions.labs import Formula
from fluxions.labs.compare import as_array


@dataclass(frozen=True, repr=False)
class Integrand(Formula):
    """A function of one number, entry by entry for an array, with an antiderivative."""

    primitive: object = None

    def integral(self, a, b):
        return float(self.primitive(b) - self.primitive(a))


def integrand(says, value, primitive):
    def at(x):
        found = as_array(x)
        if found is None or found.dtype.kind not in "fiu":
            raise ValueError("the function takes a number or an array of numbers")
        with np.errstate(all="ignore"):
            values = np.asarray(value(found.astype(np.float64)))
        return values if values.ndim else float(values)

    return Integrand(says, at, primitive)


def waves(c, k, w, phase):
    return integrand(
        f"exp({k:g} x) + {c:g} sin({w:g} x + {phase:g})",
        lambda x: np.exp(k * x) + c * np.sin(w * x + phase),
        lambda x: np.exp(k * x) / k - c / w * np.cos(w * x + phase),
    )


def drawn(random):
    k = random.choice((-1, 1)) * random.uniform(0.5, 1.5)
    return waves(*(round(each, 2) for each in (random.uniform(0.5, 2), k, random.uniform(1, 3), random.uniform(0, 3))))


def polynomial(coefficients):
    p = np.polynomial.Polynomial(coefficients)
    return integrand(f"the polynomial {p}", p, p.integ())


def hill(width, centre):
    return integrand(
        f"1 / (1 + ((x − {centre:g}) / {width:g})²)",
        lambda x: 1 / (1 + ((x - centre) / width) ** 2),
        lambda x: width * np.arctan((x - centre) / width),
    )


def cusp(height, centre):
    """c √|x − m|, whose slope is unbounded at m."""
    return integrand(
        f"{height:g} √|x − {centre:g}|",
        lambda x: height * np.sqrt(np.abs(x - centre)),
        lambda x: height * 2 / 3 * np.sign(x - centre) * np.abs(x - centre) ** 1.5,
    )


def plus(f, g, factor):
    return Formula(f"{f.says} + {factor:g} ({g.says})", lambda x: f(x) + factor * g(x))


ROOT = integrand("√x", np.sqrt, lambda x: 2 / 3 * x**1.5)


# --- the three rules -------------------------------------------------------------------------------------------------
def nodes(a, b, n):
    return np.linspace(a, b, n + 1)


def middles(f, a, b, n):
    return (b - a) / n * float(np.sum(f(a + (b - a) / n * (np.arange(n) + 0.5))))


def weighted(first, odd, even, over=1.0):
    """h / over Σ w f: `first` at both ends, `odd` and `even` between."""

    def rule(f, a, b, n):
        weights = np.where(np.arange(n + 1) % 2, odd, even)
        weights[[0, -1]] = first
        return (b - a) / n / over * float(weights @ f(nodes(a, b, n)))

    return rule


TRAPEZOIDS = weighted(0.5, 1.0, 1.0)
PARABOLAS = weighted(1.0, 4.0, 2.0, 3.0)


def left(f, a, b, n):
    return (b - a) / n * float(np.sum(f(nodes(a, b, n)[:-1])))


def right(f, a, b, n):
    return (b - a) / n * float(np.sum(f(nodes(a, b, n)[1:])))
