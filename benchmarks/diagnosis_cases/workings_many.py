"""Workings in several variables, with matrices, of optima, of probability and of fields, and where each may slip."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.diagnosis_cases.asked import Worked


def gradient(random: Random) -> Worked:
    """∇(ax²y + by³)."""
    a, b = random.randint(2, 7), random.randint(2, 5)
    f = f"{a}x^2*y + {b}y^3"
    return Worked(f"grad({f}, [x, y])", (
        f"[diff({f}, x), diff({f}, y)]",
        f"[{2 * a}x*y, diff({f}, y)]",
        f"[{2 * a}x*y, {a}x^2 + {3 * b}y^2]",
    ), {
        2: (f"[{2 * a}x*y + {b}y^3, diff({f}, y)]", f"[{2 * a}x*y + {b}y^3, {a}x^2 + {3 * b}y^2]"),
        3: (f"[{2 * a}x*y, {a}x^2 + {b}y^2]",),
    })  # fmt: skip


def direction(random: Random) -> Worked:
    """The slope of ax²y in the direction (3, 4)."""
    a, p, q = random.randint(2, 6), random.choice([1, 3]), random.randint(1, 3)
    gx, gy = 2 * a * p * q, a * p * p
    return Worked(f"dirderiv({a}x^2*y, [x, y], [{p}, {q}], [3, 4])", (
        f"dot([{gx}, {gy}], [3/5, 4/5])", f"{gx}*3/5 + {gy}*4/5", str(Fraction(3 * gx + 4 * gy, 5)),
    ), {
        1: (f"dot([{gx}, {gy}], [3, 4])", f"{gx}*3 + {gy}*4", f"{3 * gx + 4 * gy}"),
        2: (f"{gx}*3/5 + {gx}*4/5", str(Fraction(7 * gx, 5))),
        3: (str(Fraction(3 * gx + 4 * gy, 25)),),
    })  # fmt: skip


def chain(random: Random) -> Worked:
    """d/dt of x²y along x = at, y = t³."""
    a = random.randint(2, 7)
    return Worked(f"chain(x^2*y, [x = {a}t, y = t^3], t)", (
        f"2*({a}t)*t^3*diff({a}t, t) + ({a}t)^2*diff(t^3, t)",
        f"2*({a}t)*t^3*{a} + ({a}t)^2*3t^2",
        f"{2 * a * a}t^4 + {3 * a * a}t^4",
        f"{5 * a * a}t^4",
    ), {
        1: (f"2*({a}t)*t^3*diff({a}t, t)", f"2*({a}t)*t^3*{a}", f"{2 * a * a}t^4"),
        2: (f"2*({a}t)*t^3 + ({a}t)^2*3t^2", f"{2 * a}t^4 + {3 * a * a}t^4", f"{2 * a + 3 * a * a}t^4"),
        4: (f"{6 * a**4}t^8",),
    })  # fmt: skip


def hessian(random: Random) -> Worked:
    """The Hessian of ax³ + bxy²."""
    a, b = random.randint(2, 6), random.randint(2, 6)
    f = f"{a}x^3 + {b}x*y^2"
    return Worked(f"hessian({f}, [x, y])", (
        f"jacobian([{3 * a}x^2 + {b}y^2, {2 * b}x*y], [x, y])",
        f"[[diff({3 * a}x^2 + {b}y^2, x), {2 * b}y], [diff({2 * b}x*y, x), {2 * b}x]]",
        f"[[{6 * a}x, {2 * b}y], [{2 * b}y, {2 * b}x]]",
    ), {
        2: (f"[[diff({3 * a}x^2 + {b}y^2, x), 0], [0, {2 * b}x]]", f"[[{6 * a}x, 0], [0, {2 * b}x]]"),
        3: (f"[[{6 * a}x, {2 * b}y], [{2 * b}x, {2 * b}x]]",),
    })  # fmt: skip


def tangent_plane(random: Random) -> Worked:
    """The tangent plane of ax² + y² at (p, q)."""
    a, p, q = random.randint(2, 5), random.randint(1, 3), random.randint(1, 3)
    fx, fy, h = 2 * a * p, 2 * q, a * p * p + q * q
    return Worked(f"tangent({a}x^2 + y^2, [x, y], [{p}, {q}])", (
        f"{h} + {fx}(x - {p}) + {fy}(y - {q})",
        f"{h} + {fx}x - {fx * p} + {fy}y - {fy * q}",
        f"{fx}x + {fy}y - {h}",
    ), {
        1: (f"{fx}(x - {p}) + {fy}(y - {q})", f"{fx}x + {fy}y - {fx * p + fy * q}"),
        2: (f"{h} + {fx}x - {fx * p} + {fy}y - {q}", f"{fx}x + {fy}y + {h - fx * p - q}".replace("+ -", "- ")),
        3: (f"{fx}x + {fy}y + {h}",),
    })  # fmt: skip


def mixed(random: Random) -> Worked:
    """∂²/∂y∂x of xⁿ sin(ay)."""
    n, a = random.randint(2, 5), random.randint(2, 7)
    return Worked(f"diff(diff(x^{n}*sin({a}y), x), y)", (
        f"diff({n}x^{n - 1}*sin({a}y), y)",
        f"{n}x^{n - 1}*diff(sin({a}y), y)",
        f"{n}x^{n - 1}*cos({a}y)*{a}",
        f"{a * n}x^{n - 1} cos({a}y)",
    ), {
        1: (f"diff({n}x^{n}*sin({a}y), y)", f"{n}x^{n}*cos({a}y)*{a}", f"{a * n}x^{n} cos({a}y)"),
        3: (f"{n}x^{n - 1}*cos({a}y)", f"{n}cos({a}y) x^{n - 1}"),
    })  # fmt: skip


def iterated(random: Random) -> Worked:
    """∫∫ (ax + by) over a rectangle."""
    a, b, p, q = (2 * random.randint(1, 4) for _ in "abpq")
    inner = a * p * p // 2
    value = inner * q + p * b * q * q // 2
    slipped = inner * q + b * q * q // 2
    return Worked(f"int({a}x + {b}y, [x, 0, {p}], [y, 0, {q}])", (
        f"int(int({a}x + {b}y, x, 0, {p}), y, 0, {q})",
        f"int({inner} + {b * p}y, y, 0, {q})",
        f"{inner}*{q} + {b * p}*{q}^2/2",
        f"{value}",
    ), {
        2: (f"int({inner} + {b}y, y, 0, {q})", f"{inner}*{q} + {b}*{q}^2/2", f"{slipped}"),
        3: (f"{inner} + {b * p}*{q}^2/2", f"{inner + p * b * q * q // 2}"),
    })  # fmt: skip


def least_squares(random: Random) -> Worked:
    """c‖Xw − y‖²."""
    c = random.randint(1, 6)
    d, front = 2 * c, f"{c}*" if c > 1 else ""
    return Worked(f"matgrad({front}norm(X*w - y)^2, w)", (
        f"df = {d}(X w - y)'X dw", f"{d}X'(X w - y)", f"{d}X'X w - {d}X'y",
    ), {
        2: (f"{c}X'(X w - y)", f"{c}X'X w - {c}X'y"),
        3: (f"{d}X'X w - {c}X'y",),
    })  # fmt: skip


def quadratic(random: Random) -> Worked:
    """c x′Ax."""
    c = random.randint(2, 9)
    return Worked(f"matgrad({c}*x'*A*x, x)", (
        f"df = {c}dx'A x + {c}x'A dx", f"{c}A x + {c}A'x", f"{c}(A + A')x",
    ), {
        2: (f"{c}A x + {c}A x", f"{2 * c}A x"),
        3: (f"{2 * c}A'x",),
    })  # fmt: skip


def frobenius(random: Random) -> Worked:
    """c‖XW − Y‖²."""
    c = random.randint(1, 6)
    d, front = 2 * c, f"{c}*" if c > 1 else ""
    return Worked(f"matgrad({front}norm(X*W - Y, F)^2, W)", (
        f"df = {d}tr((X W - Y)'X dW)", f"{d}X'(X W - Y)", f"{d}X'X W - {d}X'Y",
    ), {
        2: (f"{d}X'(Y - X W)", f"{d}X'Y - {d}X'X W"),
        3: (f"{d}X'X W + {d}X'Y",),
    })  # fmt: skip


def descent(random: Random) -> Worked:
    """One step on (w − a)²."""
    a, n = random.randint(3, 9), random.choice([4, 5, 10])
    move = Fraction(2 * (a - 1), n)
    return Worked(f"descend((w - {a})^2, w, 1, 1/{n}, 1)", (
        f"1 - 1/{n}*2(1 - {a})", f"1 + {2 * (a - 1)}/{n}", str(1 + move),
    ), {
        1: (f"1 + 1/{n}*2(1 - {a})", f"1 - {2 * (a - 1)}/{n}", str(1 - move)),
        2: (f"1 - {2 * (a - 1)}/{n}", str(1 - move)),
        3: (str(2 + move),),
    })  # fmt: skip


def newton(random: Random) -> Worked:
    """One step for √a."""
    x = random.randint(2, 4)
    a = x * x + random.choice([-1, 1, 2])
    f, m = x * x - a, 2 * x
    return Worked(f"newton(x^2 - {a}, x, {x}, 1)", (
        f"{x} - ({x}^2 - {a})/(2*{x})", f"{x} - ({f})/{m}", str(x - Fraction(f, m)),
    ), {
        1: (f"{x} + ({x}^2 - {a})/(2*{x})", f"{x} + ({f})/{m}", str(x + Fraction(f, m))),
        2: (f"{x} - {m}/({f})", str(x - Fraction(m, f))),
    })  # fmt: skip


def cubic(random: Random) -> Worked:
    """Extrema of x³ − 3a²x."""
    a = random.randint(1, 5)
    v = 2 * a**3
    return Worked(f"extrema(x^3 - {3 * a * a}x, x)", (
        f"f'(x) = 3x^2 - {3 * a * a}", f"3x^2 - {3 * a * a} = 0", f"x = {-a} or x = {a}",
        f"{{maximum({-a}, {v}), minimum({a}, {-v})}}",
    ), {
        1: (f"f'(x) = 3x^2 - {6 * a * a}", f"3x^2 = {6 * a * a}", f"x = -sqrt({2 * a * a}) or x = sqrt({2 * a * a})"),
        4: (f"{{minimum({-a}, {v}), maximum({a}, {-v})}}",),
    })  # fmt: skip


def lagrange(random: Random) -> Worked:
    """xy with x + y = 2a."""
    a = random.randint(2, 9)
    return Worked(f"lagrange(x*y, [x + y = {2 * a}], [x, y])", (
        "y = x", f"2x = {2 * a}", f"x = {a}", f"{{maximum([{a}, {a}], {a * a})}}",
    ), {
        4: (f"{{minimum([{a}, {a}], {a * a})}}",),
    })  # fmt: skip


def zeros(random: Random) -> Worked:
    """ax² = bx."""
    a, b = random.randint(2, 9), random.randint(1, 9)
    return Worked(f"solve({a}x^2 + {b}x = 0, x)", (
        f"x({a}x + {b}) = 0", f"x = 0 or {a}x + {b} = 0", f"x = 0 or x = -{b}/{a}",
    ), {
        1: (f"{a}x + {b} = 0", f"{a}x = -{b}", f"x = -{b}/{a}"),
        3: (f"x = 0 or x = {b}/{a}",),
    })  # fmt: skip


def variance(random: Random) -> Worked:
    """The variance under 2x/b² on [0, b]."""
    b = random.choice([1, 2, 4, 5, 6])
    p = f"if(0 <= x and x <= {b}, 2x/{b * b}, 0)"
    second, mean = Fraction(b * b, 2), Fraction(2 * b, 3)
    return Worked(f"variance(x, x, {p})", (
        f"int(x^2*2x/{b * b}, x, 0, {b}) - int(x*2x/{b * b}, x, 0, {b})^2",
        f"{second} - ({mean})^2",
        str(second - mean**2),
    ), {
        1: (f"int(x^2*2x/{b * b}, x, 0, {b}) - int(x*2x/{b * b}, x, 0, {b})", f"{second} - {mean}", str(second - mean)),
        3: (str(second + mean**2),),
    })  # fmt: skip


def mean(random: Random) -> Worked:
    """The mean under 2x/b² on [0, b]."""
    b = random.randint(2, 6)
    return Worked(f"expect(x, x, if(0 <= x and x <= {b}, 2x/{b * b}, 0))", (
        f"int(x*2x/{b * b}, x, 0, {b})", f"2/{b * b}*{b}^3/3", str(Fraction(2 * b, 3)),
    ), {
        1: (f"int(2x/{b * b}, x, 0, {b})", f"1/{b * b}*{b}^2", "1"),
        2: (f"2/{b * b}*{b}^2/2", "1"),
    })  # fmt: skip


def normalising(random: Random) -> Worked:
    """The constant that makes xⁿ a density on [0, b]."""
    n, b = random.randint(1, 4), random.randint(2, 4)
    whole = Fraction(b ** (n + 1), n + 1)
    return Worked(f"normalise(x^{n}, x, 0, {b})", (
        f"1/int(x^{n}, x, 0, {b})", f"1/({b}^{n + 1}/{n + 1})", str(1 / whole),
    ), {
        2: (f"1/({b}^{n + 1})", str(Fraction(1, b ** (n + 1)))),
        3: (str(whole),),
    })  # fmt: skip


def linear_mean(random: Random) -> Worked:
    """E[ax² + b] under a normal density."""
    a, b, m, s = random.randint(2, 5), random.randint(1, 9), random.randint(1, 5), random.randint(2, 5)
    return Worked(f"expect({a}x^2 + {b}, x, normal({m}, {s}))", (
        f"{a}*expect(x^2, x, normal({m}, {s})) + {b}", f"{a}({m}^2 + {s}^2) + {b}", f"{a * (m * m + s * s) + b}",
    ), {
        2: (f"{a}({m}^2) + {b}", f"{a * m * m + b}"),
        3: (f"{a * (m * m + s * s)}",),
    })  # fmt: skip


def divergence(random: Random) -> Worked:
    """div (ax²y, byz, cz²)."""
    a, b, c = (random.randint(2, 7) for _ in "abc")
    return Worked(f"div([{a}x^2*y, {b}y*z, {c}z^2], [x, y, z])", (
        f"diff({a}x^2*y, x) + diff({b}y*z, y) + diff({c}z^2, z)",
        f"{2 * a}x*y + {b}z + {2 * c}z",
        f"{2 * a}x*y + {b + 2 * c}z",
    ), {
        1: (f"diff({a}x^2*y, x) + diff({b}y*z, x) + diff({c}z^2, x)", f"{2 * a}x*y + 0 + 0", f"{2 * a}x*y"),
        2: (f"{2 * a}x*y + {b}y + {2 * c}z",),
        3: (f"{2 * a}x*y + {2 * b * c}z",),
    })  # fmt: skip


def curl(random: Random) -> Worked:
    """The curl of (ay², bxy) in the plane."""
    a, b = random.sample(range(2, 9), 2)
    if b == 2 * a:
        b += 1
    return Worked(f"curl([{a}y^2, {b}x*y], [x, y])", (
        f"diff({b}x*y, x) - diff({a}y^2, y)", f"{b}y - {2 * a}y", f"{b - 2 * a}y",
    ), {
        1: (f"diff({a}y^2, y) - diff({b}x*y, x)", f"{2 * a}y - {b}y", f"{2 * a - b}y"),
        2: (f"{b}y - {a}y", f"{b - a}y"),
    })  # fmt: skip


def work(random: Random) -> Worked:
    """The work of (ay, bx) along (t, t²)."""
    a, b = random.sample(range(2, 9), 2)
    return Worked(f"line([{a}y, {b}x], [x, y], [t, t^2], t, 0, 1)", (
        f"int({a}t^2*1 + {b}t*2t, t, 0, 1)", f"int({a + 2 * b}t^2, t, 0, 1)", str(Fraction(a + 2 * b, 3)),
    ), {
        1: (f"int({a}t^2 + {b}t, t, 0, 1)", f"{a}/3 + {b}/2", str(Fraction(a, 3) + Fraction(b, 2))),
        2: (f"int({a + b}t^2, t, 0, 1)", str(Fraction(a + b, 3))),
        3: (str(Fraction(a + 2 * b, 2)),),
    })  # fmt: skip


def laplacian(random: Random) -> Worked:
    """∆(ax³ + bxy²)."""
    a, b = random.randint(2, 7), random.randint(2, 7)
    f = f"{a}x^3 + {b}x*y^2"
    return Worked(f"laplacian({f}, [x, y])", (
        f"diff({f}, x, 2) + diff({f}, y, 2)", f"{6 * a}x + {2 * b}x", f"{6 * a + 2 * b}x",
    ), {
        1: (f"diff({f}, x) + diff({f}, y)", f"{3 * a}x^2 + {b}y^2 + {2 * b}x*y"),
        2: (f"{6 * a}x + {2 * b}y",),
    })  # fmt: skip


def green(random: Random) -> Worked:
    """(−ay, bx) around a circle."""
    a, b, r = random.randint(1, 5), random.randint(1, 5), random.choice([1, 3, 4])
    value = (a + b) * r * r
    return Worked(f"green([-{a}y, {b}x], [x, y], [s*cos(t), s*sin(t)], [s, t], [0, {r}], [0, 2pi])", (
        f"int({a + b}s, [s, 0, {r}], [t, 0, 2pi])",
        f"int({a + b}*{r}^2/2, t, 0, 2pi)",
        f"{value}pi",
    ), {
        1: (f"int({a + b}, [s, 0, {r}], [t, 0, 2pi])", f"int({(a + b) * r}, t, 0, 2pi)", f"{2 * (a + b) * r}pi"),
        2: (f"int({a + b}*{r}^2, t, 0, 2pi)", f"{2 * value}pi"),
    })  # fmt: skip


SEVERAL = (gradient, direction, chain, hessian, tangent_plane, mixed, iterated)
MATRICES = (least_squares, quadratic, frobenius)
OPTIMISATION = (descent, newton, cubic, lagrange)
PROBABILITY = (variance, mean, normalising, linear_mean)
FIELDS = (divergence, curl, work, laplacian, green)
