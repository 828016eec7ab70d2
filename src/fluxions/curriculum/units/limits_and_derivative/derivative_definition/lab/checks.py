"""What a gradient checker must satisfy. One shelf: each function of the lab with every mistake that has a name."""

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
    Text,
)
from fluxions.labs.formulas import Smooth, bent, drawn_ridges, ridges, smooth, vector
from fluxions.labs.properties import order_fault

DEFINITION, DIFFERENCES = "derivative-definition", "finite-differences"
GRADIENT, CHECKING = "gradient-vector", "gradient-checking"
WORDS = ("right", "wrong", "undecided")
EPS = 2.0**-52
ENOUGH = 1e-5  # the relative error that the task allows a right gradient


# --- what f is ------------------------------------------------------------------------------------------------------
def squares(random, dimension):
    """‖A x − b‖² / 2 with gradient Aᵀ(A x − b)."""
    matrix = np.array([[round(random.uniform(-1, 1), 1) for _ in range(dimension)] for _ in range(dimension)])
    target = np.array([round(random.uniform(-2, 2), 1) for _ in range(dimension)])
    f = smooth(
        f"½ ‖A x − b‖² with A = {matrix.tolist()} and b = {target.tolist()}",
        dimension,
        lambda x: 0.5 * np.sum((matrix @ x - target) ** 2),
        lambda x: matrix.T @ (matrix @ x - target),
    )
    return f, lambda x: matrix @ (matrix @ x - target)


def point(random, dimension, size=1.0):
    return np.array([round(random.choice((-1, 1)) * random.uniform(0.2, 1.5), 2) * size for _ in range(dimension)])


ONE = ridges(("sin", "square"), [[1.0], [0.5]])
TWO = ridges(("exp", "sin"), [[0.5, -1.0], [1.0, 1.0]])
RELU = bent("relu", [1.0, 0.0], ridges(("square", "sin"), [[0.5, 0.5], [0.0, 1.0]]))


# --- step ------------------------------------------------------------------------------------------------------------
def scaled(x):
    """∛ε · max(1, |x|)."""
    return EPS ** (1 / 3) * np.maximum(1, np.abs(x))


def points(random):
    """The origin, entries near 1 and far from it."""
    drawn = [(np.array([0.0]),), (np.array([1e6, 0.0, -3.0]),)]
    drawn += [
        (np.array([random.choice((-1, 1)) * 10 ** random.uniform(-3, 6) for _ in range(n)]),) for n in (1, 2, 3, 5, 8)
    ]
    return tuple(drawn)


STEP = Function(
    "step",
    says="Each coordinate has the step that balances truncation and rounding",
    takes=(Array("x", "d"),),
    gives=Array("h", "d"),
    examples=((np.array([0.0, 2.0, -500.0]),),),
    inputs=points,
    reference=scaled,
    rtol=0.02,  # 6e-6 in place of the cube root is as good
    allowed=lambda x: True,
    misconceptions=(
        Misconception(
            "step-not-scaled",
            DIFFERENCES,
            "Your step is the same for every size of x. Where |x| is large, x + h is rounded at the size of x.",
            lambda x: np.full(x.shape, EPS ** (1 / 3)),
        ),
        Misconception(
            "step-of-forward-difference",
            DIFFERENCES,
            "The square root of ε balances a forward difference, whose error is of order h. Here it is of order h²: "
            "take the cube root.",
            lambda x: EPS**0.5 * np.maximum(1, np.abs(x)),
        ),
        Misconception(
            "step-vanishes-at-zero",
            DIFFERENCES,
            "Your step is ∛ε |x|, which is 0 at the origin. The larger of 1 and |x| belongs there.",
            lambda x: EPS ** (1 / 3) * np.abs(x),
        ),
        Misconception(
            "step-of-single-precision",
            DIFFERENCES,
            "That is the cube root of the ε of single precision. x is in double precision, where ε is 2⁻⁵².",
            lambda x: (2.0**-23) ** (1 / 3) * np.maximum(1, np.abs(x)),
        ),
        Misconception(
            "one-step-for-all",
            DIFFERENCES,
            "You take one step from the length of x. Each coordinate has its own size, and so its own step.",
            lambda x: np.full(x.shape, EPS ** (1 / 3) * max(1.0, float(np.linalg.norm(x)))),
        ),
    ),
)


# --- central ---------------------------------------------------------------------------------------------------------
def quotients(numerator, f, x, h):
    """One number for each coordinate, from f and the step along it."""
    return np.array([numerator(f, x, each, np.dot(each, h)) for each in np.eye(x.size)])


def two_sided(f, x, h):
    return quotients(lambda f, x, e, s: (f(x + s * e) - f(x - s * e)) / (2 * s), f, x, h)


def forward(f, x, h):
    return quotients(lambda f, x, e, s: (f(x + s * e) - f(x)) / s, f, x, h)


def not_put_back(f, x, h):
    moved = np.array(x, dtype=np.float64)
    found = []
    for place, each in enumerate(h):
        moved[place] += each
        above = f(moved)
        moved[place] -= 2 * each
        found.append((above - f(moved)) / (2 * each))
    return np.array(found)


def wide_steps(random):
    """Steps from 0.001 to 0.2, where truncation can be seen; one coordinate and many."""
    drawn = [(ONE, np.array([0.3]), np.array([0.1])), (TWO, np.array([1.0, -0.5]), np.array([0.01, 0.1]))]
    for n in (1, 2, 3, 3, 4, 6):
        x = point(random, n)
        drawn.append((drawn_ridges(random, n), x, np.array([10 ** random.uniform(-3, -0.7) for _ in range(n)])))
    return tuple(drawn)


CENTRAL = Function(
    "central",
    says="Every entry is a central difference along its own coordinate",
    takes=(Oracle("f"), Array("x", "d"), Array("h", "d")),
    gives=Array("g", "d"),
    examples=((TWO, np.array([1.0, 0.5]), np.array([0.1, 0.1])),),
    inputs=wide_steps,
    reference=two_sided,
    rtol=1e-9,
    scale=lambda want, f, x, h: np.maximum(np.abs(want), 1.0 + abs(f(x))),
    allowed=lambda f, x, h: x.shape == h.shape == (f.size,) and bool(np.all(h > 0)),
    misconceptions=(
        Misconception(
            "forward-difference",
            DEFINITION,
            "That is (f(x + h) − f(x)) / h, the quotient of the definition, with an error of order h. "
            "The central one takes a point on each side.",
            forward,
        ),
        Misconception(
            "backward-difference",
            DEFINITION,
            "That is (f(x) − f(x − h)) / h, with an error of order h. The central one takes a point on each side.",
            lambda f, x, h: forward(f, x, -h),
        ),
        Misconception(
            "two-of-the-width-lost",
            DIFFERENCES,
            "Twice too large: the two points are 2h apart, and you divide by h.",
            lambda f, x, h: 2 * two_sided(f, x, h),
        ),
        Misconception(
            "points-swapped",
            DIFFERENCES,
            "The sign is turned: the value at x + h comes first, that at x − h is taken away.",
            lambda f, x, h: -two_sided(f, x, h),
        ),
        Misconception(
            "second-difference",
            DIFFERENCES,
            "f(x + h) − 2 f(x) + f(x − h) over h² is the second derivative. The slope is asked for.",
            lambda f, x, h: 2 * (forward(f, x, h) - two_sided(f, x, h)) / h,
        ),
        Misconception(
            "not-put-back",
            GRADIENT,
            "A coordinate is not put back before the next is moved: a partial derivative moves one alone.",
            not_put_back,
        ),
        Misconception(
            "all-at-once",
            GRADIENT,
            "You move all coordinates at once. Each entry of the gradient moves its own and holds the others.",
            lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h),
        ),
    ),
)


# --- numeric_grad ----------------------------------------------------------------------------------------------------
def smooth_points(random):
    """Points near 1 and, with functions as wide, near a thousand and a million."""
    drawn = [(ONE, np.array([0.3])), (TWO, np.array([1.0, -0.5]))]
    for n, size in ((1, 1.0), (2, 1.0), (3, 1.0), (6, 1.0), (2, 1e3), (2, 1e6), (3, 1e6)):
        drawn.append((drawn_ridges(random, n, size=size), point(random, n, size)))
    return tuple(drawn)


NUMERIC = Function(
    "numeric_grad",
    says="The numerical gradient is right to seven digits",
    takes=(Oracle("f"), Array("x", "d")),
    gives=Array("g", "d"),
    examples=((TWO, np.array([1.0, 0.5])),),
    inputs=smooth_points,
    reference=lambda f, x: f.gradient(x),
    rtol=1e-7,
    scale=lambda want, f, x: np.full(want.shape, max(float(np.linalg.norm(want)), np.max(np.abs(1e-3 / x)))),
    coarse=False,
    misconceptions=(
        Misconception(
            "first-order-error",
            DIFFERENCES,
            "The error is that of a one-sided difference, of order h. Use your `central` with your `step`.",
            lambda f, x: forward(f, x, scaled(x)),
        ),
        Misconception(
            "step-left-unscaled",
            DIFFERENCES,
            "Right near 1, and spoiled by rounding where x is large: use the step that grows with |x|.",
            lambda f, x: two_sided(f, x, np.full(x.shape, EPS ** (1 / 3))),
        ),
    ),
)


# --- directional -----------------------------------------------------------------------------------------------------
def along(f, x, v):
    """∇f(x) · v / ‖v‖."""
    return float(f.gradient(x) @ v / np.linalg.norm(v))


def directions(random):
    """Short and long directions, along a coordinate and across all."""
    drawn = [(TWO, np.array([1.0, -0.5]), np.array([3.0, 4.0])), (ONE, np.array([0.3]), np.array([-2.0]))]
    for n in (1, 2, 3, 4, 6):
        v = np.array([random.gauss(0, 1) * 10 ** random.uniform(-0.5, 1.5) for _ in range(n)])
        drawn.append((drawn_ridges(random, n), point(random, n), v))
    return tuple(drawn)


DIRECTIONAL = Function(
    "directional",
    says="The slope along a direction is that along its unit vector",
    takes=(Oracle("f"), Array("x", "d"), Array("v", "d")),
    gives=Number("slope"),
    examples=((TWO, np.array([1.0, 0.5]), np.array([3.0, 4.0])),),
    inputs=directions,
    reference=along,
    rtol=1e-7,
    scale=lambda want, f, x, v: max(1.0, float(np.linalg.norm(f.gradient(x)))),
    coarse=False,
    misconceptions=(
        Misconception(
            "direction-not-unit",
            CHECKING,
            "Your slope grows with the length of v. Divide v by its length first.",
            lambda f, x, v: float(f.gradient(x) @ v),
        ),
        Misconception(
            "width-along-lost",
            DIFFERENCES,
            "The slope is twice too large: the two points along v are 2h apart, and you divide by h.",
            lambda f, x, v: 2 * along(f, x, v),
        ),
    ),
)


# --- relative_error --------------------------------------------------------------------------------------------------
def length(v):
    return float(np.linalg.norm(v))


def relative(claimed, numeric):
    """‖a − b‖ / max(1, ‖a‖, ‖b‖)."""
    return length(claimed - numeric) / max(1.0, length(claimed), length(numeric))


def pairs(random):
    """Gradients of every size, equal and apart, with errors that cancel in a sum."""
    drawn = [(np.array([1e-6]), np.array([2e-6])), (np.array([3.0, 4.0]), np.array([3.0, 4.0])),
             (np.array([3.0, 1.0]), np.array([1.0, 3.0])), (np.array([60.0, 80.0]), np.array([3.0, 4]))]  # fmt: skip
    for n in (1, 2, 3, 5):
        for size in (0.01, 1.0, 1e3):
            b = np.array([random.gauss(0, 1) * size for _ in range(n)])
            drawn.append((b * random.uniform(0.5, 1.5) + size * np.array([random.gauss(0, 0.1) for _ in range(n)]), b))
    return tuple(drawn)


RELATIVE = Function(
    "relative_error",
    says="The error is relative for large gradients and absolute for small ones",
    takes=(Array("claimed", "d"), Array("numeric", "d")),
    gives=Number("error"),
    examples=((np.array([3.0, 4.0]), np.array([3.0, 5.0])), (np.array([0.1]), np.array([0.2]))),
    inputs=pairs,
    reference=relative,
    rtol=1e-9,
    allowed=lambda claimed, numeric: claimed.shape == numeric.shape,
    misconceptions=(
        Misconception(
            "error-not-relative",
            CHECKING,
            "That is the length of the difference alone: divide it by the larger length where that is above 1.",
            lambda a, b: length(a - b),
        ),
        Misconception(
            "floor-lost",
            CHECKING,
            "Near a minimum rounding alone makes yours large: the 1 of the maximum is missing.",
            lambda a, b: length(a - b) / (max(length(a), length(b)) or 1.0),
        ),
        Misconception(
            "differences-cancel",
            CHECKING,
            "You add the differences up, and errors of opposite sign cancel. Take the length of the difference.",
            lambda a, b: abs(float(np.sum(a - b))) / max(1.0, length(a), length(b)),
        ),
        Misconception(
            "one-sided-scale",
            CHECKING,
            "You divide by the numerical gradient alone. The longer of the two belongs there.",
            lambda a, b: length(a - b) / max(1.0, length(b)),
        ),
        Misconception(
            "lengths-compared",
            CHECKING,
            "You compare the lengths, which two unlike vectors may share: take the length of the difference.",
            lambda a, b: abs(length(a) - length(b)) / max(1.0, length(a), length(b)),
        ),
    ),
)


# --- verdict ---------------------------------------------------------------------------------------------------------
def off_at(place, factor):
    return lambda g: np.where(np.arange(g.size) == place % g.size, factor * g, g)


PLANTED = (
    ("the sign turned", lambda g: -g),
    ("a factor 2 too much", lambda g: 2 * g),
    ("a factor 1/2 too much", lambda g: g / 2),
    ("divided by the number of coordinates", lambda g: g / g.size),
    ("the sign of one entry turned", off_at(1, -1.0)),
    ("one entry left out", off_at(-1, 0.0)),
    ("one entry 1 % too large", off_at(1, 1.01)),
    ("the first entry 2 % too small", off_at(0, 0.98)),
    ("the entries in reverse order", lambda g: g[::-1]),
    ("the sign of every entry lost", np.abs),
    ("all entries 0.5 % too large", lambda g: 1.005 * g),
)


def asked_as(says, size, gradient):
    return Formula(f"the gradient, {says}", lambda x: np.array(gradient(vector(x, size))))


def claim(f, says, change):
    return asked_as(says, f.size, lambda x: change(f.gradient(x)))


def true_claim(f):
    return claim(f, "right", lambda g: g)


def telling(random, dimension):
    """A smooth function and a point where no entry is near 0 nor equal to another, one of them negative."""
    while True:
        f, x = drawn_ridges(random, dimension), point(random, dimension)
        g = f.gradient(x)
        apart = np.min(np.abs(np.subtract.outer(np.abs(g), np.abs(g)) + 9 * np.eye(g.size)))
        if np.min(np.abs(g)) > 0.15 and apart > 0.05 and np.min(g) < 0 and np.max(np.abs(g)) < 20:
            return f, x


def transposed(random):
    while True:
        (f, other), x = squares(random, 3), point(random, 3)
        if length(f.gradient(x) - other(x)) > 0.3:
            return f, asked_as("A in the place of Aᵀ", 3, other), x


def cases(random):
    """Twelve planted mistakes and their right twins; kinks, and points near them; what is large, what is flat."""
    drawn = [(RELU, true_claim(RELU), np.array([0.0, 0.5])), (RELU, true_claim(RELU), np.array([0.01, 0.5]))]
    for place, (says, change) in enumerate(PLANTED):
        f, x = telling(random, 2 + place % 3)
        drawn += [(f, claim(f, says, change), x), (f, true_claim(f), x)]
    f, wrong, x = transposed(random)
    drawn += [(f, wrong, x), (f, true_claim(f), x)]
    for kind, row, x in (
        ("relu", [0, 1, 0], [0.5, 0, -1]),
        ("abs", [1, -1, 0], [0.5, 0.5, 1]),
        ("leaky relu", [1, 2, -1], [1, 0, 1]),
    ):
        f = bent(kind, row, drawn_ridges(random, 3))
        drawn.append((f, true_claim(f), np.array(x, dtype=np.float64)))
        drawn.append((f, true_claim(f), np.array(x, dtype=np.float64) + 0.02 * np.array(row)))
    large = drawn_ridges(random, 2, weight=1e7)
    flat, minimum = ridges(("square", "square"), [[1, 0], [0, 1]]), np.zeros(2)
    return (*drawn, (large, true_claim(large), point(random, 2)), (flat, true_claim(flat), minimum))


def judged(f, grad, x):
    """By the gradient worked out by hand, never by a difference."""
    return "undecided" if f.kinked(x) else differs(grad(x), f.gradient(x))


def differs(claimed, true, enough=ENOUGH):
    return "right" if relative(np.asarray(claimed), np.asarray(true)) < enough else "wrong"


def both_sides(f, x):
    """The mean of the slopes on the two sides, which a central difference finds also at a kink."""
    return two_sided(f, x, np.full(x.shape, 1e-5)) if f.kinked(x) else f.gradient(x)


def as_if(compared):
    """A verdict that knows kinks and compares something less than the gradients."""
    return lambda f, grad, x: "undecided" if f.kinked(x) else compared(grad(x), f.gradient(x))


VERDICT = Function(
    "verdict",
    says="Wrong gradients are rejected, right ones accepted, and a kink is left undecided",
    takes=(Oracle("f"), Oracle("grad"), Array("x", "d")),
    gives=Text("verdict", WORDS),
    examples=(
        (TWO, true_claim(TWO), np.array([1.0, 0.5])),
        (TWO, claim(TWO, "the sign of one entry turned", off_at(1, -1.0)), np.array([1.0, 0.5])),
        (RELU, true_claim(RELU), np.array([0.0, 0.5])),
    ),
    inputs=cases,
    reference=judged,
    misconceptions=(
        Misconception(
            "kink-called-wrong",
            CHECKING,
            "At a kink you call the gradient wrong. There the slopes of the two sides differ, and a central difference "
            "is only their mean.",
            lambda f, grad, x: differs(grad(x), both_sides(f, x)),
        ),
        Misconception(
            "kink-called-right",
            CHECKING,
            "At a kink you call the gradient right. It agrees with one side alone: there is no gradient to agree with.",
            lambda f, grad, x: differs(grad(x), f.gradient(x)),
        ),
        Misconception(
            "signs-compared-away",
            CHECKING,
            "A gradient with a turned sign passes: you compare absolute values.",
            as_if(lambda a, b: differs(np.abs(a), np.abs(b))),
        ),
        Misconception(
            "first-entry-only",
            CHECKING,
            "Only the first entry is compared. A mistake in any other passes.",
            as_if(lambda a, b: differs(a[:1], b[:1])),
        ),
        Misconception(
            "one-fixed-direction",
            CHECKING,
            "Only the sum of the entries is compared, the slope along (1, …, 1). Entries in another order pass: "
            "take every coordinate, or random directions.",
            as_if(lambda a, b: differs(np.sum(a, keepdims=True), np.sum(b, keepdims=True))),
        ),
        Misconception(
            "only-lengths-judged",
            CHECKING,
            "Only the lengths are compared. A gradient that points elsewhere passes.",
            as_if(lambda a, b: differs(np.array([length(a)]), np.array([length(b)]))),
        ),
        Misconception(
            "only-angle-judged",
            CHECKING,
            "Only the angle is compared. A lost factor 2 passes.",
            as_if(lambda a, b: "right" if a @ b >= (1 - 1e-9) * length(a) * length(b) else "wrong"),
        ),
        Misconception(
            "bound-too-loose",
            CHECKING,
            "One entry off by 1 % passes. In double precision a right gradient agrees to 1e-5 and far better.",
            as_if(lambda a, b: differs(a, b, 0.1)),
        ),
    ),
)


# --- what holds between them -----------------------------------------------------------------------------------------
def decades_fault(ask, random):
    """‖central − ∇f‖ over h = 0.1 … 0.001: order 2."""
    steps = tuple(10 ** (-1 - place / 2) for place in range(5))
    for _ in range(3):
        f, x = drawn_ridges(random, 3), point(random, 3)
        while order_fault(steps, [error_at(two_sided, f, x, h) for h in steps], order=2.0, within=0.05):
            f, x = drawn_ridges(random, 3), point(random, 3)
        errors = [error_at(lambda *inputs: ask("central", *inputs), f, x, h) for h in steps]
        if (fault := order_fault(steps, errors, order=2.0, within=0.1)) is not None:
            return fault
    return None


def error_at(rule, f, x, h):
    return length(rule(f, x, np.full(x.shape, h)) - f.gradient(x))


def counted_fault(ask, random):
    """The values of f that a slope along a direction costs, counted where f is answered."""
    asked = []
    f = drawn_ridges(random, 30)
    counting = Smooth(f.says, lambda x: asked.append(x) or f.at(x), 30, f.gradient)
    x, v = point(random, 30), point(random, 30)
    found = float(ask("directional", counting, x, v))
    if len(asked) > 4:
        return f"In 30 dimensions it asks f {len(asked)} times. Two values suffice for one direction."
    want = along(f, x, v)
    if abs(found - want) > 1e-6 * max(1.0, length(f.gradient(x))):
        return f"In 30 dimensions the slope is {found:.6g}; it should be {want:.6g}."
    return None


PROPERTIES = (
    Property("The error of a central difference falls as h² over two decades", ("central",), decades_fault),
    Property("A slope along a direction costs two values of f in any dimension", ("directional",), counted_fault),
)


def picture(ask):
    """log₁₀ of the error against log₁₀ h for exp at 1: truncation falls with h², then rounding grows as 1/h."""
    f = ridges(("exp",), [[1.0]])
    at = np.array([1.0])
    powers = tuple(-1 - place / 2 for place in range(23))

    def curve(name, role, rule):
        found = [rule(f, at, np.array([10**each])) for each in powers]
        if any(each is None or each.shape != (1,) for each in found):
            return None
        errors = tuple(float(np.log10(max(abs(each[0] - np.e), 1e-16))) for each in found)
        return Series(name, role, powers, errors)

    exact = curve("central", "true", two_sided)
    mine = curve("yours", "mine", lambda *inputs: ask("central", *inputs))
    same = mine is not None and np.allclose(mine.y[:10], exact.y[:10], rtol=0, atol=0.1)
    seen = "Yours falls as steeply." if same else "Yours does not fall as a central difference does."
    says = f"For f(x) = exp(x) at 1. The error falls with slope 2 to h = 1e-5; below that rounding takes over. {seen}"
    return Drawing((exact, *((mine,) if mine else ())), "log₁₀ h", "log₁₀ of the error", says)


FUNCTIONS = (STEP, CENTRAL, NUMERIC, DIRECTIONAL, RELATIVE, VERDICT)
FIGURE = Figure("How the error depends on the step", picture)
FORBID = ("autograd", "gradcheck", "approx_fprime", "jacrev", "jacfwd", "backward", "jvp", "vjp")
VECTORISED = False
