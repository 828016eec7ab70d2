"""What `descend`, `classify` and `flow` must satisfy, all from x_k - c = (1 - eta a)^k (x_0 - c)."""

import numpy as np

from fluxions.labs import Array, Drawing, Figure, Function, Misconception, Number, Property, Series, Text, Whole
from fluxions.labs.misconceptions import late_by_one, without_first
from fluxions.labs.properties import order_fault

DESCENT, STABILITY, FLOW = "gradient-descent-1d", "learning-rate-stability-1d", "gradient-flow"
WORDS = ("monotone", "oscillating", "diverging")


# --- descend ---------------------------------------------------------------------------------------------------------
def trace(a, centre, x0, eta, steps):
    """x_k = c + (1 - eta a)^k (x_0 - c)."""
    return centre + (1 - eta * a) ** np.arange(steps + 1) * (x0 - centre)


def uphill(a, centre, x0, eta, steps):
    return trace(-a, centre, x0, eta, steps)


def half_lost(a, centre, x0, eta, steps):
    return trace(2 * a, centre, x0, eta, steps)


def value_for_slope(a, centre, x0, eta, steps):
    return stepped(lambda x: a / 2 * (x - centre) ** 2, x0, eta, steps)


def centre_lost(a, centre, x0, eta, steps):
    return trace(a, 0.0, x0, eta, steps)


def gradients_added_up(a, centre, x0, eta, steps):
    total = [0.0]

    def slope(x):
        total[0] += a * (x - centre)
        return total[0]

    return stepped(slope, x0, eta, steps)


def one_step_short(a, centre, x0, eta, steps):
    return trace(a, centre, x0, eta, max(steps - 1, 0))


def one_step_more(a, centre, x0, eta, steps):
    return trace(a, centre, x0, eta, steps + 1)


def last_only(a, centre, x0, eta, steps):
    return trace(a, centre, x0, eta, steps)[-1]


def stepped(slope, x0, eta, steps):
    x = [x0]
    with np.errstate(all="ignore"):
        for _ in range(steps):
            x.append(x[-1] - np.float64(eta) * slope(np.float64(x[-1])))
    return np.array(x)


def descents(random):
    """Curvatures over two decades, rates in each regime, starts on both sides and far away; also no step at all."""
    ratios = [0.3, 1.0, 1.7, 2.4, 0.05] + [random.uniform(0.02, 2.6) for _ in range(9)]
    drawn = [(1.0, 0.0, 1.0, 0.5, 3), (2.0, 1.0, -3.0, 0.25, 1), (0.5, -2.0, 4.0, 1.0, 0)]
    for ratio in ratios:
        a = 10 ** random.uniform(-1, 1)
        centre = round(random.uniform(-5, 5), 3)
        start = centre + random.choice((-1, 1)) * 10 ** random.uniform(-1, 2)
        drawn.append((a, centre, start, ratio / a, random.choice((2, 5, 12, 40))))
    return tuple(drawn)


def size_of_step(want, a, centre, x0, eta, steps):
    """Rounding happens at the size of the iterate, the centre and the start."""
    return np.maximum(np.abs(want), max(abs(centre), abs(x0)))


DESCEND = Function(
    "descend",
    says="Every step is the one that the slope asks for",
    takes=(Number("a"), Number("centre"), Number("x0"), Number("eta"), Whole("steps")),
    gives=Array("trace", "steps + 1"),
    examples=((2.0, 1.0, 5.0, 0.25, 4), (1.0, -1.0, 2.0, 1.5, 6)),
    inputs=descents,
    reference=trace,
    rtol=1e-12,
    scale=size_of_step,
    allowed=lambda a, centre, x0, eta, steps: a > 0 and eta > 0 and x0 != centre and steps > 0,
    misconceptions=(
        Misconception("uphill", DESCENT, "You add the slope, which climbs. Descent subtracts it.", uphill),
        Misconception(
            "value-for-slope",
            DESCENT,
            "You step by the loss itself. The step is the learning rate times the slope of the loss.",
            value_for_slope,
        ),
        Misconception(
            "gradients-added-up",
            DESCENT,
            "Each gradient is added to those before it. Set `x.grad` to zero before the next `backward`.",
            gradients_added_up,
        ),
        Misconception(
            "half-lost",
            DESCENT,
            "Your slope is twice too large: the half in front cancels the 2 of the square.",
            half_lost,
        ),
        Misconception(
            "centre-lost", DESCENT, "Your slope is that of a parabola about 0, not about the centre.", centre_lost
        ),
        Misconception(
            "start-not-kept", DESCENT, "The start is missing: the trace begins with `x0` itself.", without_first(trace)
        ),
        Misconception(
            "kept-before-the-step",
            DESCENT,
            "You keep each value before its step is taken: the start stands twice and the last step is missing.",
            late_by_one(trace),
        ),
        Misconception(
            "one-step-short", DESCENT, "One step too few: `steps` steps give `steps` + 1 numbers.", one_step_short
        ),
        Misconception(
            "one-step-more", DESCENT, "One step too many: `steps` steps give `steps` + 1 numbers.", one_step_more
        ),
        Misconception(
            "last-only", DESCENT, "You return the last value alone. The whole trace is asked for.", last_only
        ),
    ),
)


# --- classify --------------------------------------------------------------------------------------------------------
def regime(a, eta):
    """By |1 - eta a| < 1 and the sign of 1 - eta a."""
    factor = 1 - eta * a
    return "diverging" if abs(factor) > 1 else "monotone" if factor > 0 else "oscillating"


def rates(random):
    """Both sides of eta = 1/a and of eta = 2/a, close by and far off, at curvatures over four decades."""
    ratios = [0.5, 1.5, 3.0, 0.97, 1.03, 1.97, 2.03]
    ratios += [random.uniform(*each) for each in ((0.01, 0.95), (1.05, 1.95), (2.05, 9.0)) for _ in range(5)]
    drawn = [(1.0, 0.5), (1.0, 1.5), (1.0, 3.0), (4.0, 0.4), (0.25, 3.0)]
    for ratio in ratios:
        a = 10 ** random.uniform(-2, 2)
        drawn.append((a, ratio / a))
    return tuple(drawn)


CLASSIFY = Function(
    "classify",
    says="The learning rate is judged rightly on both sides of 1/a and of 2/a",
    takes=(Number("a"), Number("eta")),
    gives=Text("regime", WORDS),
    examples=((2.0, 0.25), (2.0, 0.75), (2.0, 1.25)),
    inputs=rates,
    reference=regime,
    allowed=lambda a, eta: a > 0 and eta > 0 and min(abs(eta * a - 1), abs(eta * a - 2)) > 0.01,
    misconceptions=(
        Misconception(
            "limit-is-one-over-a",
            STABILITY,
            "You call everything above 1/a diverging. Up to 2/a the distance still shrinks; it only changes sign.",
            lambda a, eta: "monotone" if eta * a < 1 else "diverging",
        ),
        Misconception(
            "sign-ignored",
            STABILITY,
            "You look only at the size of the factor. Its sign says whether the iterates jump from side to side.",
            lambda a, eta: "monotone" if abs(1 - eta * a) < 1 else "diverging",
        ),
        Misconception(
            "curvature-ignored",
            STABILITY,
            "You compare the rate with 1 and 2 alone. The limits are 1/a and 2/a: they depend on the curvature.",
            lambda a, eta: regime(1.0, eta),
        ),
        Misconception(
            "half-lost-in-the-limit",
            STABILITY,
            "Your limits are half of the right ones: the curvature of the loss is a, not 2a.",
            lambda a, eta: regime(2 * a, eta),
        ),
    ),
)


# --- flow ------------------------------------------------------------------------------------------------------------
def solved(a, centre, x0, times):
    """x(t) = c + (x_0 - c) e^(-a t)."""
    return centre + (x0 - centre) * np.exp(-a * times)


def flows(random):
    """One time and many, the start among them."""
    drawn = [(1.0, 0.0, 1.0, np.array([1.0])), (2.0, 1.0, -1.0, np.array([0.0, 0.5, 1.0]))]
    for length in (1, 2, 5, 9, 12, 3, 7, 20):
        a = 10 ** random.uniform(-1, 0.7)
        centre = round(random.uniform(-4, 4), 3)
        start = centre + random.choice((-1, 1)) * random.uniform(0.5, 9)
        drawn.append((a, centre, start, np.array(sorted(random.uniform(0, 4) for _ in range(length)))))
    return tuple(drawn)


EXACT = Function(
    "flow",
    says="The flow is exact at every time",
    takes=(Number("a"), Number("centre"), Number("x0"), Array("times", "n")),
    gives=Array("positions", "n"),
    examples=((2.0, 1.0, 5.0, np.array([0.0, 0.5, 1.0])),),
    inputs=flows,
    reference=solved,
    rtol=1e-11,
    scale=lambda want, a, centre, x0, times: np.maximum(np.abs(want), max(abs(centre), abs(x0))),
    allowed=lambda a, centre, x0, times: a > 0 and x0 != centre,
    misconceptions=(
        Misconception(
            "flows-to-zero",
            FLOW,
            "Yours flows to 0. It is the distance to the centre that decays.",
            lambda a, centre, x0, times: x0 * np.exp(-a * times),
        ),
        Misconception(
            "flows-uphill",
            FLOW,
            "Yours moves away from the minimum: the exponent of a decay is negative.",
            lambda a, centre, x0, times: centre + (x0 - centre) * np.exp(a * times),
        ),
        Misconception(
            "curvature-lost-in-the-flow",
            FLOW,
            "Yours decays at the same pace whatever the curvature: the exponent is −a t.",
            lambda a, centre, x0, times: centre + (x0 - centre) * np.exp(-times),
        ),
        Misconception(
            "one-long-step",
            FLOW,
            "That is a single step of length t. The flow is the limit of many short ones, an exponential.",
            lambda a, centre, x0, times: centre + (x0 - centre) * (1 - a * times),
        ),
    ),
)


# --- both together ---------------------------------------------------------------------------------------------------
def gap_fault(ask, random):
    """|x_n - x(T)| at eta = T/n for n = 32, 64, 128: order 1."""
    for _ in range(3):
        a, centre, time = random.uniform(0.5, 2), random.uniform(-2, 2), random.uniform(0.8, 1.5)
        start = centre + random.choice((-1, 1)) * random.uniform(2, 5)
        end = float(ask("flow", a, centre, start, np.array([time]))[0])
        steps = (32, 64, 128)
        gaps = [abs(float(ask("descend", a, centre, start, time / n, n)[-1]) - end) for n in steps]
        if (fault := order_fault([time / n for n in steps], gaps, order=1.0, within=0.1)) is not None:
            return fault
    return None


HALVING = Property(
    "Half the learning rate leaves half the gap to the flow",
    needs=("descend", "flow"),
    fault=gap_fault,
)


def picture(ask):
    """The trace for a = 1, c = 1 from 5 with eta = 1.6, which jumps about the minimum, beside the exact one."""
    a, centre, start, eta, steps = 1.0, 1.0, 5.0, 1.6, 10
    exact = trace(a, centre, start, eta, steps)
    series = [Series("exact", "true", tuple(range(steps + 1)), tuple(map(float, exact)))]
    mine = ask("descend", a, centre, start, eta, steps)
    if mine is not None and mine.dtype.kind in "fiu" and mine.ndim == 1 and 0 < mine.size <= 2 * steps:
        series.append(Series("yours", "mine", tuple(range(mine.size)), tuple(map(float, mine))))
    same = mine is not None and mine.shape == exact.shape and np.allclose(mine, exact, rtol=0, atol=1e-9)
    seen = "Yours lie on the exact ones." if same else "Yours do not lie on the exact ones."
    return Drawing(tuple(series), "step k", "x", f"With a = 1, centre 1, start 5 and rate 1.6. {seen}")


FUNCTIONS = (DESCEND, CLASSIFY, EXACT)
PROPERTIES = (HALVING,)
FIGURE = Figure("Your iterates against the exact ones", picture)
FORBID = ("torch.optim",)
VECTORISED = False
