"""Mistakes in extrema, constraints, descent and Newton's method."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

EXCHANGED = "maximum and minimum are exchanged"
ONE = "one of the stationary points is lost"
IGNORED = "the constraint is not looked at"
UP = "the step is added instead of subtracted"
OLD = "the slope at the start is used in every step"


def cubic(random: Random) -> Asked:
    a = random.randint(1, 4)
    top, low = 2 * a**3, -2 * a**3
    return Asked(f"extrema(x^3 - {3 * a * a}x, x)", f"{{maximum(-{a}, {top}), minimum({a}, {low})}}", {
        EXCHANGED: f"{{minimum(-{a}, {top}), maximum({a}, {low})}}",
        "a stationary point is lost because only the positive root is taken": f"{{minimum({a}, {low})}}",
        "the value of the slope is given for the value of the function": f"{{maximum(-{a}, 0), minimum({a}, 0)}}",
        "the value of the second derivative is given for the value of the function": (
            f"{{maximum(-{a}, -{6 * a}), minimum({a}, {6 * a})}}"
        ),
    })  # fmt: skip


def parabola(random: Random) -> Asked:
    a, p = random.randint(2, 5), random.randint(1, 6)
    return Asked(f"extrema({2 * a * p}x - {a}x^2, x)", f"{{maximum({p}, {a * p * p})}}", {
        EXCHANGED: f"{{minimum({p}, {a * p * p})}}",
        "the zeros of the function are taken for its stationary points": f"{{maximum(0, 0), maximum({2 * p}, 0)}}",
    })  # fmt: skip


def flat(random: Random) -> Asked:
    a = random.randint(2, 9)
    return Asked(f"extrema({a}x^4, x)", "{minimum(0, 0)}", {
        "a second derivative of 0 is taken to mean that there is no extremum": "{saddle(0, 0)}",
    })  # fmt: skip


def terrace(random: Random) -> Asked:
    a, c = random.randint(2, 9), random.randint(1, 9)
    return Asked(f"extrema({a}x^3 + {c}, x)", f"{{saddle(0, {c})}}", {
        "every stationary point is taken to be an extremum": f"{{minimum(0, {c})}}",
    })  # fmt: skip


def interval(random: Random) -> Asked:
    p = random.randint(2, 6)
    q = p + random.randint(1, p - 1)
    at_q = q * q - 2 * p * q
    return Asked(f"extrema(x^2 - {2 * p}x, x, 0, {q})", f"{{maximum(0, 0), minimum({p}, -{p * p})}}", {
        "the ends of the interval are not looked at": f"{{minimum({p}, -{p * p})}}",
        "only the ends of the interval are looked at": f"{{maximum(0, 0), minimum({q}, {at_q})}}",
        EXCHANGED: f"{{minimum(0, 0), maximum({p}, -{p * p})}}",
    })  # fmt: skip


def far_end(random: Random) -> Asked:
    a = random.randint(1, 3)
    b = 3 * a
    low, high = -2 * a**3, b**3 - 3 * a * a * b
    return Asked(f"extrema(x^3 - {3 * a * a}x, x, 0, {b})", f"{{minimum({a}, {low}), maximum({b}, {high})}}", {
        "the ends of the interval are not looked at": f"{{minimum({a}, {low})}}",
        "a stationary point outside of the interval is kept": f"{{maximum(-{a}, {-low}), minimum({a}, {low})}}",
    })  # fmt: skip


def bowl(random: Random) -> Asked:
    m = random.randint(1, 5)
    return Asked(f"extrema(x^2 + x*y + y^2 - {3 * m}x, [x, y])", f"{{minimum([{2 * m}, -{m}], -{3 * m * m})}}", {
        "the mixed term is left out of the equations": f"{{minimum([{Q(3 * m, 2)}, 0], -{Q(9 * m * m, 4)})}}",
        EXCHANGED: f"{{maximum([{2 * m}, -{m}], -{3 * m * m})}}",
        "a positive determinant of the Hessian is taken for a saddle": f"{{saddle([{2 * m}, -{m}], -{3 * m * m})}}",
    })  # fmt: skip


def twisted(random: Random) -> Asked:
    a = random.randint(3, 9)
    return Asked(f"extrema(x^2 + {a}x*y + y^2, [x, y])", "{saddle([0, 0], 0)}", {
        "a point is classified by the second derivatives of the single variables alone": "{minimum([0, 0], 0)}",
    })  # fmt: skip


def bowl_and_saddle(random: Random) -> Asked:
    a = random.randint(1, 4)
    v = 2 * a**3
    return Asked(f"extrema(x^3 - {3 * a * a}x + y^2, [x, y])", f"{{saddle([-{a}, 0], {v}), minimum([{a}, 0], -{v})}}", {
        "a saddle is called a maximum because one second derivative is negative": (
            f"{{maximum([-{a}, 0], {v}), minimum([{a}, 0], -{v})}}"
        ),
        "a stationary point is lost because only the positive root is taken": f"{{minimum([{a}, 0], -{v})}}",
        "minimum and saddle are exchanged": f"{{minimum([-{a}, 0], {v}), saddle([{a}, 0], -{v})}}",
    })  # fmt: skip


def largest_product(random: Random) -> Asked:
    k, m = random.randint(2, 4), random.randint(1, 4)
    c = 2 * k * m
    even, turned = Q(c, 1 + k), Q(c, 1 + k * k)
    return Asked(f"lagrange(x*y, [x + {k}y = {c}], [x, y])", f"{{maximum([{k * m}, {m}], {k * m * m})}}", {
        "the coefficient of the constraint is lost in its gradient": f"{{maximum([{even}, {even}], {even * even})}}",
        EXCHANGED: f"{{minimum([{k * m}, {m}], {k * m * m})}}",
        "the gradient of a product is taken with its entries exchanged": (
            f"{{maximum([{turned}, {k * turned}], {k * turned * turned})}}"
        ),
        IGNORED: "{saddle([0, 0], 0)}",
    })  # fmt: skip


def nearest(random: Random) -> Asked:
    k, m = random.randint(2, 4), random.randint(1, 3)
    c = m * (1 + k * k)
    even = Q(c, 1 + k)
    return Asked(f"lagrange(x^2 + y^2, [x + {k}y = {c}], [x, y])", f"{{minimum([{m}, {k * m}], {m * c})}}", {
        IGNORED: "{minimum([0, 0], 0)}", EXCHANGED: f"{{maximum([{m}, {k * m}], {m * c})}}",
        "the coefficient of the constraint is lost in its gradient": (
            f"{{minimum([{even}, {even}], {2 * even * even})}}"
        ),
    })  # fmt: skip


def on_a_circle(random: Random) -> Asked:
    (a, b, c), m = random.choice([(3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13)]), random.randint(1, 3)
    task = f"lagrange({a}x + {b}y, [x^2 + y^2 = {(c * m) ** 2}], [x, y])"
    p, q, v = a * m, b * m, c * c * m
    return Asked(task, f"{{minimum([-{p}, -{q}], -{v}), maximum([{p}, {q}], {v})}}", {
        "a stationary point is lost because only the positive root is taken": f"{{maximum([{p}, {q}], {v})}}",
        EXCHANGED: f"{{maximum([-{p}, -{q}], -{v}), minimum([{p}, {q}], {v})}}",
        "the coordinates are exchanged when the multiplier is removed": (
            f"{{minimum([-{q}, -{p}], -{2 * a * b * m}), maximum([{q}, {p}], {2 * a * b * m})}}"
        ),
    })  # fmt: skip


def shadow_price(random: Random) -> Asked:
    k, m = random.randint(2, 4), random.randint(2, 6)
    c = 2 * k * m
    return Asked(f"shadowprice(x*y, [x + {k}y = {c}], [x, y])", f"{m}", {
        "the sign of the multiplier is turned": f"-{m}",
        "the optimal value is given for the multiplier": f"{k * m * m}",
        "the coefficient of the constraint is lost in its gradient": f"{k * m}",
    })  # fmt: skip


def free_minimum(random: Random) -> Asked:
    p, q = random.randint(1, 3), random.randint(1, 3)
    c = p + q + 2 * random.randint(1, 3)
    d = Q(c - p - q, 2)
    return Asked(
        f"kkt((x - {p})^2 + (y - {q})^2, [x + y <= {c}], [x, y])", f"{{minimum([{p}, {q}], 0)}}", {
            "a constraint is taken to be active although the free minimum fulfils it": (
                f"{{minimum([{p + d}, {q + d}], {2 * d * d})}}"
            ),
        },
    )  # fmt: skip


def bound_minimum(random: Random) -> Asked:
    p, q = random.randint(3, 6), random.randint(3, 6)
    d = random.randint(1, 2)
    c = p + q - 2 * d
    return Asked(
        f"kkt((x - {p})^2 + (y - {q})^2, [x + y <= {c}], [x, y])", f"{{minimum([{p - d}, {q - d}], {2 * d * d})}}", {
            IGNORED: f"{{minimum([{p}, {q}], 0)}}",
            "the two coordinates are taken to be equal": (
                f"{{minimum([{Q(c, 2)}, {Q(c, 2)}], {(p - Q(c, 2)) ** 2 + (q - Q(c, 2)) ** 2})}}"
            ),
            "the sign of the multiplier term is turned": f"{{minimum([{p + d}, {q + d}], {2 * d * d})}}",
        },
    )  # fmt: skip


def descent(random: Random) -> Asked:
    p, w, a = random.randint(1, 5), random.randint(6, 9), random.randint(1, 3)
    h = Q(1, random.choice([4, 8, 10]))

    def slope(v: Q | int) -> Q | int:
        return 2 * a * (v - p)

    one = w - h * slope(w)
    two = one - h * slope(one)
    up = w + h * slope(w)
    half = w - h * slope(w) / 2
    square = f"{a}(w - {p})^2" if a > 1 else f"(w - {p})^2"
    return Asked(f"descend({square}, w, {w}, {h}, 2)", str(two), {
        UP: str(up + h * slope(up)), OLD: str(one - h * slope(w)), "only one step of the iteration is taken": str(one),
        "the factor 2 of a square is lost in the slope": str(half - h * slope(half) / 2),
        "the step size is left out": str(p + (w - p) * (1 - 2 * a) ** 2),
        "the function is used in place of its slope": str(_twice(lambda v: v - h * a * (v - p) ** 2, Q(w))),
        "one step too many is taken": str(two - h * slope(two)),
    })  # fmt: skip


def _twice(step: Callable[[Q], Q], start: Q) -> Q:
    return step(step(start))


def descent_of_a_quartic(random: Random) -> Asked:
    w, h = random.randint(1, 3), Q(1, random.choice([10, 20]))
    return Asked(f"descend(w^4 - w^2, w, {w}, {h}, 1)", str(w - h * (4 * w**3 - 2 * w)), {
        UP: str(w + h * (4 * w**3 - 2 * w)), "the step size is left out": str(w - (4 * w**3 - 2 * w)),
        "only the step is given, not subtracted from the old value": str(h * (4 * w**3 - 2 * w)),
        "the function is used in place of its slope": str(w - h * (w**4 - w**2)),
    })  # fmt: skip


def newton(random: Random) -> Asked:
    a, x = random.randint(2, 9), Q(random.randint(2, 4))
    slope, value = lambda v: 2 * v, lambda v: v * v - a
    return Asked(f"newton(x^2 - {a}, x, {x}, 2)", str(_twice(lambda v: v - value(v) / slope(v), x)), {
        UP: str(_twice(lambda v: v + value(v) / slope(v), x)),
        "only one step of the iteration is taken": str(x - value(x) / slope(x)),
        "Newton's quotient is turned over": (
            str(_twice(lambda v: v - slope(v) / value(v), x)) if value(x) and value(x - slope(x) / value(x)) else "0"
        ),
        OLD: str(_twice(lambda v: v - value(v) / slope(x), x)),
    })  # fmt: skip


def newton_on_a_cubic(random: Random) -> Asked:
    a, x = random.randint(2, 9), Q(random.randint(2, 3))
    value, slope, bend = x**3 - a * x - 1, 3 * x * x - a, 6 * x
    return Asked(f"newton(x^3 - {a}x - 1, x, {x}, 1)", str(x - value / slope), {
        UP: str(x + value / slope), "Newton's quotient is turned over": str(x - slope / value),
        "the step for an optimum is taken where a zero is sought": str(x - slope / bend),
        "only the step is given, not subtracted from the old value": str(value / slope),
    }) if slope and value else newton_on_a_cubic(random)  # fmt: skip


def definite(random: Random) -> Asked:
    a, c = random.randint(1, 4), random.randint(1, 4)
    b = random.randint(5, 8)
    return Asked(f"definiteness([[{a}, {b}], [{b}, {c}]])", "indefinite", {
        "a matrix is called definite by its diagonal alone": "positive_definite",
    })  # fmt: skip


def negative(random: Random) -> Asked:
    a, c, b = random.randint(4, 7), random.randint(4, 7), random.randint(1, 3)
    return Asked(f"definiteness([[-{a}, {b}], [{b}, -{c}]])", "negative_definite", {
        "a positive determinant alone is taken for positive definite": "positive_definite",
        "a matrix with entries of both signs is called indefinite": "indefinite",
    })  # fmt: skip


def semidefinite(random: Random) -> Asked:
    a, b = random.choice([(1, 2), (1, 3), (2, 3), (3, 2), (2, 1)])
    return Asked(f"definiteness([[{a * a}, {a * b}], [{a * b}, {b * b}]])", "positive_semidefinite", {
        "a determinant of 0 is overlooked": "positive_definite",
    })  # fmt: skip


def convex(random: Random) -> Asked:
    a = random.randint(3, 9)
    return Asked(f"convexity(x^2 + {a}x*y + y^2, [x, y])", "neither", {
        "convexity is judged by the second derivatives of the single variables alone": "convex",
    })  # fmt: skip


def concave(random: Random) -> Asked:
    a, b = random.randint(2, 9), random.randint(2, 9)
    return Asked(f"convexity(-{a}x^2 - {b}y^2 + x, [x, y])", "concave", {"convex and concave are exchanged": "convex"})


TOPIC = Topic("optimisation", (
    cubic, parabola, flat, terrace, interval, far_end, bowl, twisted, bowl_and_saddle, largest_product, nearest,
    on_a_circle, shadow_price, free_minimum, bound_minimum, descent, descent_of_a_quartic, newton, newton_on_a_cubic,
    definite, negative, semidefinite, convex, concave,
))  # fmt: skip
