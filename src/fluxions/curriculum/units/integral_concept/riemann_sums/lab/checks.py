"""What rules of quadrature must satisfy: their sums, their orders, what they are exact for, and honest bounds."""

from dataclasses import dataclass

import numpy as np

from fluxions.labs import (
    Array,
    Drawing,
    Figure,
    Formula,
    Function,
    Misconception,
    Number,
    Oracle,
    Property,
    Series,
    Whole,
)
from fluxions.labs.compare import as_array
from fluxions.labs.properties import order_fault

SUMS, QUADRATURE = "riemann-sums", "numerical-quadrature"


# --- integrands with an antiderivative worked out by hand ------------------------------------------------------------
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


# --- what holds between values ---------------------------------------------------------------------------------------
RULES = (("midpoint", middles, 2.0), ("trapezoid", TRAPEZOIDS, 2.0), ("simpson", PARABOLAS, 4.0))
COUNTS = (16, 32, 64)


def orders_of(rule, f):
    return [abs(rule(f, 0.0, 2.0, n) - f.integral(0.0, 2.0)) for n in COUNTS]


def order_found(ask, random):
    """The error against h = 2/n for n = 16, 32, 64: orders 2, 2, 4."""
    widths = [2 / n for n in COUNTS]
    for name, reference, order in RULES:
        f = drawn(random)
        while order_fault(widths, orders_of(reference, f), order, 0.05):
            f = drawn(random)
        mine = orders_of(lambda *inputs, name=name: float(ask(name, *inputs)), f)
        if (fault := order_fault(widths, mine, order, 0.1)) is not None:
            return f"`{name}`: {fault}"
    return None


def exactness(ask, random):
    for name, degree in (("midpoint", 1), ("trapezoid", 1), ("simpson", 3)):
        f = polynomial([random.uniform(-3, 3) for _ in range(degree + 1)])
        got, want = float(ask(name, f, -1.0, 2.0, 2)), f.integral(-1.0, 2.0)
        if abs(got - want) > 1e-11 * max(1.0, abs(want)):
            return f"`{name}` gives {got:.6g} for a polynomial of degree {degree} whose integral is {want:.6g}."
    return None


def parts(ask, random):
    """∫(f + cg) = ∫f + c∫g, and the two halves of an interval make the whole."""
    for name, _, _ in RULES:
        f, g, factor = drawn(random), drawn(random), round(random.uniform(-3, 3), 1)
        whole, other = (float(ask(name, each, 0.0, 2.0, 8)) for each in (f, g))
        both = float(ask(name, plus(f, g, factor), 0.0, 2.0, 8))
        halves = sum(float(ask(name, f, a, a + 1.0, 4)) for a in (0.0, 1.0))
        if abs(both - whole - factor * other) > 1e-9:
            return f"`{name}` is not linear: {both:.6g} for f + c g, and {whole + factor * other:.6g} from its parts."
        if abs(halves - whole) > 1e-9:
            return f"`{name}` gives {halves:.6g} over two halves and {whole:.6g} over the whole."
    return None


def bounds(ask, random):
    """|value − integral| ≤ bound ≤ tol for at least 95 of 100 integrands."""
    beyond, tol = 0, 1e-3
    for place in range(100):
        f = drawn(random) if place % 2 else hill(random.uniform(0.1, 0.6), random.uniform(-0.9, 0.9))
        found = ask("adaptive", f, -1.0, 1.0, tol)
        if found is None or found.shape != (2,):
            return "It gave no value and bound for one of them."
        value, bound = map(float, found)
        if not 0 <= bound <= tol:
            return f"The reported bound is {bound:.3g}; it should lie between 0 and the tolerance {tol:g}."
        beyond += abs(value - f.integral(-1.0, 1.0)) > bound + 1e-14
    return f"The true error is above the reported bound for {beyond} of 100 integrands." if beyond > 5 else None


def thrift(ask, random):
    """√x from 0, whose slope is unbounded there, with tolerance 1e-8: panels must become narrow there alone."""
    asked = []
    counting = Formula(ROOT.says, lambda x: asked.append(np.size(x)) or ROOT(x))
    ask("adaptive", counting, 0.0, 1.0, 1e-8)
    if sum(asked) > 5000:
        return f"For √x on [0, 1] it takes {sum(asked)} values. Only the panels near 0 need to become narrow."
    return None


PROPERTIES = (
    Property("The errors fall as h², h² and h⁴", ("midpoint", "trapezoid", "simpson"), order_found),
    Property(
        "Polynomials of degree 1, 1 and 3 are integrated exactly", ("midpoint", "trapezoid", "simpson"), exactness
    ),
    Property("The rules are linear, and halves make the whole", ("midpoint", "trapezoid", "simpson"), parts),
    Property("The true error is within the reported bound", ("adaptive",), bounds),
    Property("The adaptive rule spends its values where they are needed", ("adaptive",), thrift),
)


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


FUNCTIONS = (MIDPOINT, TRAPEZOID, SIMPSON, ADAPTIVE, POSTERIOR)
FIGURE = Figure("How the error of your Simpson's rule falls", picture)
FORBID = ("scipy.integrate", "trapz", "leggauss")
VECTORISED = False
