"""What `midpoint`, `trapezoid`, `simpson`, `adaptive` and `posterior` must satisfy."""

import numpy as np
from fluxions_checks_lab_quadrature.integrands import (
    PARABOLAS,
    ROOT,
    TRAPEZOIDS,
    drawn,
    hill,
    integrand,
    left,
    middles,
    nodes,
    right,
    waves,
    weighted,
)
from fluxions_checks_lab_quadrature.together import PROPERTIES

from fluxions.labs import Array, Drawing, Figure, Function, Misconception, Number, Oracle, Series, Whole

SUMS, QUADRATURE = "riemann-sums", "numerical-quadrature"


# --- the three rules -------------------------------------------------------------------------------------------------
def panels(random):
    """Few panels and many, an even number of them; also intervals that run backwards."""
    cases = [(drawn(random), 0.0, 1.0, 2), (drawn(random), 1.0, -1.0, 4)]
    cases += [
        (drawn(random), round(random.uniform(-2, 0), 2), round(random.uniform(0.5, 2), 2), n)
        for n in (2, 4, 6, 10, 16, 40)
    ]
    return tuple(cases)


EXAMPLE = (waves(1.0, 1.0, 2.0, 0.0), 0.0, 1.0, 4)


def rule(name, says, reference, misconceptions):
    return Function(
        name,
        says=says,
        takes=(Oracle("f"), Number("a"), Number("b"), Whole("n")),
        gives=Number("integral"),
        examples=(EXAMPLE,),
        inputs=panels,
        reference=reference,
        rtol=1e-11,
        scale=lambda want, f, a, b, n: max(1.0, abs(want)),
        allowed=lambda f, a, b, n: a != b and n > 0 and n % 2 == 0 and abs(a) <= 2 and abs(b) <= 2,
        misconceptions=misconceptions,
    )


def times(reference, factor):
    return lambda f, a, b, n: reference(f, a, b, n) * factor(a, b, n)


MIDPOINT = rule(
    "midpoint",
    "The midpoint rule takes f in the middle of each panel",
    middles,
    (
        Misconception(
            "left-sum", SUMS, "That is the left sum. The midpoint rule takes f in the middle of a panel.", left
        ),
        Misconception(
            "right-sum", SUMS, "That is the right sum. The midpoint rule takes f in the middle of a panel.", right
        ),
        Misconception(
            "width-lost",
            SUMS,
            "The heights are added up, and nothing is multiplied by the width h = (b − a) / n.",
            times(middles, lambda a, b, n: n / (b - a)),
        ),
    ),
)
TRAPEZOID = rule(
    "trapezoid",
    "The trapezoid rule counts both ends half",
    TRAPEZOIDS,
    (
        Misconception(
            "ends-counted-whole",
            QUADRATURE,
            "The two ends belong to one panel each and count half; yours count whole.",
            weighted(1.0, 1.0, 1.0),
        ),
        Misconception(
            "ends-left-out", QUADRATURE, "The two ends are left out. Each counts half.", weighted(0.0, 1.0, 1.0)
        ),
        Misconception(
            "one-end-left-out",
            QUADRATURE,
            "That is the left sum: every panel takes its left end alone. A trapezoid takes the mean of both.",
            left,
        ),
    ),
)
SIMPSON = rule(
    "simpson",
    "Simpson's rule has the weights 1, 4, 2, …, 2, 4, 1",
    PARABOLAS,
    (
        Misconception(
            "fours-and-twos-swapped",
            QUADRATURE,
            "The weights 4 and 2 are swapped: the middle of each pair of panels counts 4.",
            weighted(1.0, 2.0, 4.0, 3.0),
        ),
        Misconception(
            "third-lost",
            QUADRATURE,
            "Three times too large: the weights 1, 4, 1 add up to 6 over a width of 2h, so h/3 stands in front.",
            weighted(1.0, 4.0, 2.0),
        ),
        Misconception(
            "sixth-of-a-panel",
            QUADRATURE,
            "Half of the right value: h/6 belongs to a step over two panels at once. With h = (b − a) / n it is h/3.",
            weighted(1.0, 4.0, 2.0, 6.0),
        ),
        Misconception(
            "fours-throughout",
            QUADRATURE,
            "All inner weights are 4. They alternate: 4, 2, 4.",
            weighted(1, 4.0, 4.0, 3.0),
        ),
    ),
)


# --- adaptive --------------------------------------------------------------------------------------------------------
def demands(random):
    """Smooth, steep, and steep at an end."""
    cases = [(drawn(random), 0.0, 2.0, 10 ** random.uniform(-8, -5)) for _ in range(4)]
    cases += [(hill(random.uniform(0.05, 0.5), random.uniform(-0.5, 0.5)), -1.0, 1.0, 1e-6) for _ in range(4)]
    return ((ROOT, 0.0, 1.0, 1e-5), *cases)


ADAPTIVE = Function(
    "adaptive",
    says="The adaptive rule comes near the integral",
    takes=(Oracle("f"), Number("a"), Number("b"), Number("tol")),
    gives=Array("value and bound", "2"),
    examples=((EXAMPLE[0], 0.0, 1.0, 1e-6),),
    inputs=demands,
    reference=lambda f, a, b, tol: np.array([f.integral(a, b), tol]),
    rtol=1.0,  # a rule may be misled on one integrand: tolerance and bound are judged over a hundred below
    scale=lambda want, f, a, b, tol: np.array([1000 * tol, 1e300]),
    misconceptions=(
        Misconception(
            "bound-before-value",
            QUADRATURE,
            "The bound comes first. Return the value of the integral, then the bound.",
            lambda f, a, b, tol: np.array([0.0, f.integral(a, b)]),
        ),
    ),
)


# --- posterior -------------------------------------------------------------------------------------------------------
def normalised(log_p, a, b, n):
    """e^(l − max l) over its integral by Simpson's rule."""
    with np.errstate(all="ignore"):
        heights = np.exp(log_p(nodes(a, b, n)) - np.max(log_p(nodes(a, b, n))))
        return heights / PARABOLAS(lambda x: heights, a, b, n)


def unshifted(log_p, a, b, n):
    with np.errstate(all="ignore"):
        heights = np.exp(log_p(nodes(a, b, n)))
        return heights / PARABOLAS(lambda x: heights, a, b, n)


def heights_alone(log_p, a, b, n):
    return normalised(log_p, a, b, n) / np.max(normalised(log_p, a, b, n))


def log_posterior(successes, failures, shift):
    return integrand(
        f"{successes} log x + {failures} log(1 − x) + {shift:g}",
        lambda x: successes * np.log(x) + failures * np.log1p(-x) + shift,
        None,
    )


def posteriors(random):
    """A coin tossed a few times and often; logarithms near 0 and far below what exp can hold."""
    cases = [(log_posterior(3, 2, 0.0), 0.01, 0.99, 20)]
    for shift in (0.0, -2000.0, 900.0, -5.0):
        k, m = random.randint(1, 30), random.randint(1, 30)
        cases.append((log_posterior(k, m, shift), 0.02, 0.97, random.choice((10, 30, 60))))
    return tuple(cases)


POSTERIOR = Function(
    "posterior",
    says="The posterior has the integral 1, however small its logarithm",
    takes=(Oracle("log_p"), Number("a"), Number("b"), Whole("n")),
    gives=Array("density", "n + 1"),
    examples=((log_posterior(7, 3, 0.0), 0.05, 0.95, 6),),
    inputs=posteriors,
    reference=normalised,
    rtol=1e-9,
    scale=lambda want, log_p, a, b, n: np.full(want.shape, np.max(want)),
    misconceptions=(
        Misconception(
            "maximum-not-taken-out",
            QUADRATURE,
            "exp leaves the range of numbers. Subtract the largest logarithm first: the factor cancels.",
            unshifted,
        ),
        Misconception(
            "sum-of-one",
            QUADRATURE,
            "Your values add up to 1. A density has the integral 1: the width of a panel is missing.",
            lambda *inputs: normalised(*inputs) / np.sum(normalised(*inputs)),
        ),
        Misconception(
            "largest-is-one",
            QUADRATURE,
            "Your largest value is 1: the heights are not divided by their integral.",
            heights_alone,
        ),
    ),
)


# --- the figure -------------------------------------------------------------------------------------------------------
def picture(ask):
    """log₁₀ of the errors of Simpson's rule against log₁₀ n for exp(x) + sin 2x on [0, 1]."""
    f, counts = EXAMPLE[0], (2, 4, 8, 16, 32, 64, 128)
    across = tuple(float(np.log10(n)) for n in counts)

    def curve(name, role, rule):
        found = [rule(f, 0.0, 1.0, n) for n in counts]
        if any(each is None or np.shape(each) != () for each in found):
            return None
        heights = (float(np.log10(max(abs(float(each) - f.integral(0.0, 1.0)), 1e-16))) for each in found)
        return Series(name, role, across, tuple(heights))

    exact = curve("Simpson", "true", PARABOLAS)
    mine = curve("yours", "mine", lambda *inputs: ask("simpson", *inputs))
    same = mine is not None and np.allclose(mine.y, exact.y, rtol=0, atol=0.2)
    seen = "Yours falls as steeply." if same else "Yours does not fall as that of Simpson's rule does."
    says = f"For exp(x) + sin(2x) on [0, 1]. Ten times as many panels leave a ten-thousandth of the error. {seen}"
    return Drawing((exact, *((mine,) if mine else ())), "log₁₀ n", "log₁₀ of the error", says)


__all__ = ["PROPERTIES"]

FUNCTIONS = (MIDPOINT, TRAPEZOID, SIMPSON, ADAPTIVE, POSTERIOR)
FIGURE = Figure("How the error of your Simpson's rule falls", picture)
FORBID = ("scipy.integrate", "trapz", "leggauss")
VECTORISED = False
