"""Extrema, constraints and descent: what is mistaken, by formulas in the numbers drawn."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic, signed


def cubic(random: Random) -> Asked:
    """Extrema of x³ − 3a²x."""
    a = random.randint(1, 4)
    low, high = -2 * a**3, 2 * a**3
    return Asked(f"extrema(x^3 - {3 * a * a}x, x)", f"{{maximum({-a}, {high}), minimum({a}, {low})}}", {
        "maximum and minimum exchanged": f"{{minimum({-a}, {high}), maximum({a}, {low})}}",
        "extrema: the negative root lost": f"{{minimum({a}, {low})}}",
        "extrema: zeros of the function": f"{{maximum(-sqrt({3 * a * a}), 0), minimum(sqrt({3 * a * a}), 0)}}",
        "extrema: slope for the value": f"{{maximum({-a}, 0), minimum({a}, 0)}}",
    })  # fmt: skip


def on_interval(random: Random) -> Asked:
    """x² − 2ax on [0, b] with b > 2a."""
    a = random.randint(1, 3)
    b = 2 * a + random.randint(1, 4)
    best, end = f"minimum({a}, {-a * a})", f"maximum({b}, {b * b - 2 * a * b})"
    return Asked(f"extrema(x^2 - {2 * a}x, x, 0, {b})", f"{{{best}, {end}}}", {
        "extrema: ends not looked at": f"{{{best}}}",
        "extrema: only the ends looked at": f"{{minimum(0, 0), {end}}}",
        "maximum and minimum exchanged": f"{{maximum({a}, {-a * a}), minimum({b}, {b * b - 2 * a * b})}}",
    })  # fmt: skip


def saddle(random: Random) -> Asked:
    """x² + axy + y² with a > 2."""
    a = random.randint(3, 8)
    return Asked(f"extrema(x^2 + {a}x*y + y^2, [x, y])", "{saddle([0, 0], 0)}", {
        "second-derivative test: only f_xx looked at": "{minimum([0, 0], 0)}",
        "second-derivative test: sign of the determinant": "{maximum([0, 0], 0)}",
    })  # fmt: skip


def bowl(random: Random) -> Asked:
    """x² + y² − 2ax − 2by."""
    a, b = random.randint(1, 5), random.randint(1, 5)
    v = -a * a - b * b
    return Asked(f"extrema(x^2 + y^2 - {2 * a}x - {2 * b}y, [x, y])", f"{{minimum([{a}, {b}], {v})}}", {
        "maximum and minimum exchanged": f"{{maximum([{a}, {b}], {v})}}",
        "second-derivative test: sign of the determinant": f"{{saddle([{a}, {b}], {v})}}",
        "extrema: sign of the critical point": f"{{minimum([{-a}, {-b}], {-3 * v})}}",
    })  # fmt: skip


def lagrange_product(random: Random) -> Asked:
    """xy with x + y = 2a."""
    a = random.randint(1, 9)
    return Asked(f"lagrange(x*y, [x + y = {2 * a}], [x, y])", f"{{maximum([{a}, {a}], {a * a})}}", {
        "maximum and minimum exchanged": f"{{minimum([{a}, {a}], {a * a})}}",
        "constraint ignored": "{saddle([0, 0], 0)}",
    })  # fmt: skip


def lagrange_circle(random: Random) -> Asked:
    """3x + 4y on a circle of radius 5k."""
    k = random.randint(1, 4)
    p, q = 3 * k, 4 * k
    return Asked(f"lagrange(3x + 4y, [x^2 + y^2 = {25 * k * k}], [x, y])",
        f"{{maximum([{p}, {q}], {25 * k}), minimum([{-p}, {-q}], {-25 * k})}}", {
        "maximum and minimum exchanged": f"{{minimum([{p}, {q}], {25 * k}), maximum([{-p}, {-q}], {-25 * k})}}",
        "extrema: the negative root lost": f"{{maximum([{p}, {q}], {25 * k})}}",
        "lagrange: a sign of the multiplier lost":
            f"{{maximum([{p}, {-q}], {-7 * k}), minimum([{-p}, {q}], {7 * k})}}",
    })  # fmt: skip


def lagrange_distance(random: Random) -> Asked:
    """x² + y² with ax + by = c."""
    a, b, k = random.randint(1, 4), random.randint(1, 4), random.randint(1, 4)
    c = k * (a * a + b * b)
    return Asked(f"lagrange(x^2 + y^2, [{a}x + {b}y = {c}], [x, y])",
        f"{{minimum([{k * a}, {k * b}], {k * k * (a * a + b * b)})}}", {
        "constraint ignored": "{minimum([0, 0], 0)}",
        "maximum and minimum exchanged": f"{{maximum([{k * a}, {k * b}], {k * k * (a * a + b * b)})}}",
        "lagrange: multiplier of the wrong sign": f"{{minimum([{-k * a}, {-k * b}], {k * k * (a * a + b * b)})}}",
    })  # fmt: skip


def kkt_inactive(random: Random) -> Asked:
    """(x − a)² + y² with x <= b, b > a or b < a."""
    a = random.randint(2, 6)
    b = a + random.choice([-1, 1, 2])
    right = (b, (b - a) ** 2) if b < a else (a, 0)
    wrong = (a, 0) if b < a else (b, (b - a) ** 2)
    kind = "constraint ignored" if b < a else "kkt: slack constraint taken as active"
    return Asked(f"kkt((x - {a})^2 + y^2, [x <= {b}], [x, y])", f"{{minimum([{right[0]}, 0], {right[1]})}}", {
        kind: f"{{minimum([{wrong[0]}, 0], {wrong[1]})}}",
        "maximum and minimum exchanged": f"{{maximum([{right[0]}, 0], {right[1]})}}",
    })  # fmt: skip


def one_step(random: Random) -> Asked:
    """One step of descent on (w − a)²."""
    a, w, n = random.randint(2, 9), random.randint(0, 1), random.choice([4, 5, 10])
    slope = 2 * (w - a)
    return Asked(f"descend((w - {a})^2, w, {w}, 1/{n}, 1)", str(w - Fraction(slope, n)), {
        "descent: uphill": str(w + Fraction(slope, n)),
        "descent: step size forgotten": f"{w - slope}",
        "descent: value instead of slope": str(w - Fraction((w - a) ** 2, n)),
        "descent: only the step": str(-Fraction(slope, n)) if w else str(Fraction(slope * slope, n)),
        "descent: divided by the step size": f"{w - slope * n}",
    })  # fmt: skip


def two_steps(random: Random) -> Asked:
    """Two steps of descent on aw²."""
    a, n = random.choice([(1, 4), (1, 5), (2, 10), (3, 10), (1, 10)])
    r = 1 - Fraction(2 * a, n)
    w = random.randint(2, 5)
    return Asked(f"descend({a}w^2, w, {w}, 1/{n}, 2)", str(w * r * r), {
        "descent: uphill": str(w * (2 - r) ** 2),
        "descent: slope of the start kept": str(w * (2 * r - 1)),
        "descent: one step too few": str(w * r),
        "descent: one step too many": str(w * r**3),
    })  # fmt: skip


def newton_step(random: Random) -> Asked:
    """One step of Newton's method for √a."""
    a, x = random.randint(2, 9), random.randint(2, 4)
    while a == x * x:
        a += 1
    f, slope = x * x - a, 2 * x
    return Asked(f"newton(x^2 - {a}, x, {x}, 1)", str(x - Fraction(f, slope)), {
        "newton: plus": str(x + Fraction(f, slope)),
        "newton: quotient turned over": str(x - Fraction(slope, f)),
        "newton: not divided by the slope": f"{x - f}",
        "newton: multiplied by the slope": f"{x - f * slope}",
        "newton: only the quotient": str(Fraction(f, slope)),
    })  # fmt: skip


def definite_matrix(random: Random) -> Asked:
    """[[a, b], [b, c]] by its determinant."""
    a, c = random.randint(1, 4), random.randint(1, 4)
    b = a * c + random.randint(1, 3)
    return Asked(f"definiteness([[{a}, {b}], [{b}, {c}]])", "indefinite", {
        "definiteness: only the diagonal looked at": "positive_definite",
        "definiteness: negative determinant taken for negative": "negative_definite",
    })  # fmt: skip


def convexity(random: Random) -> Asked:
    """ax² − by²."""
    a, b, c = random.randint(1, 5), random.randint(1, 5), random.randint(-4, 4)
    return Asked(f"convexity({a}x^2 {signed(c)}x*y - {b}y^2, [x, y])", "neither", {
        "convexity: one direction looked at": "convex",
    })  # fmt: skip


TOPIC = Topic("optimisation", (
    cubic, on_interval, saddle, bowl, lagrange_product, lagrange_circle, lagrange_distance, kkt_inactive, one_step,
    two_steps, newton_step, definite_matrix, convexity,
))  # fmt: skip
