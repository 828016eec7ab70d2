"""Vector calculus: what is mistaken, by formulas in the numbers drawn."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

XYZ = "[x, y, z]"


def divergence(random: Random) -> Asked:
    """div (ax²y, byz, cz²)."""
    a, b, c = (random.randint(2, 7) for _ in "abc")
    return Asked(f"div([{a}x^2*y, {b}y*z, {c}z^2], {XYZ})", f"{2 * a}x*y + {b + 2 * c}z", {
        "divergence as a vector": f"[{2 * a}x*y, {b}z, {2 * c}z]",
        "divergence: all by x": f"{2 * a}x*y",
        "divergence: components added": f"{a}x^2*y + {b}y*z + {c}z^2",
        "divergence: with the signs of the curl": f"{2 * a}x*y - {b}z + {2 * c}z",
    })  # fmt: skip


def divergence_in_plane(random: Random) -> Asked:
    """div (axy², bx²y)."""
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"div([{a}x*y^2, {b}x^2*y], [x, y])", f"{a}y^2 + {b}x^2", {
        "divergence as a vector": f"[{a}y^2, {b}x^2]",
        "divergence: crosswise": f"{2 * a}x*y + {2 * b}x*y",
        "curl for the divergence": f"{2 * b}x*y - {2 * a}x*y",
    })  # fmt: skip


def curl(random: Random) -> Asked:
    """rot (ayz, bxz, cxy)."""
    a, b, c = random.sample(range(2, 9), 3)
    return Asked(f"curl([{a}y*z, {b}x*z, {c}x*y], {XYZ})", f"[{c - b}x, {a - c}y, {b - a}z]", {
        "curl: sign turned round": f"[{b - c}x, {c - a}y, {a - b}z]",
        "curl: sign of the middle entry": f"[{c - b}x, {c - a}y, {b - a}z]",
        "curl: plus instead of minus": f"[{c + b}x, {a + c}y, {b + a}z]",
    })  # fmt: skip


def curl_in_plane(random: Random) -> Asked:
    """The curl of (ay², bxy) in the plane."""
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"curl([{a}y^2, {b}x*y], [x, y])", f"{b}y - {2 * a}y", {
        "curl: sign turned round": f"{2 * a}y - {b}y",
        "curl: plus instead of minus": f"{b}y + {2 * a}y",
        "divergence for the curl": f"{b}x",
    })  # fmt: skip


def laplacian(random: Random) -> Asked:
    """∆(ax³ + bxy²)."""
    a, b = random.randint(2, 7), random.randint(2, 7)
    return Asked(f"laplacian({a}x^3 + {b}x*y^2, [x, y])", f"{6 * a}x + {2 * b}x", {
        "laplacian as a vector": f"[{6 * a}x, {2 * b}x]",
        "laplacian: first derivatives": f"{3 * a}x^2 + {b}y^2 + {2 * b}x*y",
        "laplacian: mixed derivatives added": f"{6 * a}x + {2 * b}x + {4 * b}y",
        "laplacian: only by x": f"{6 * a}x",
    })  # fmt: skip


def potential(random: Random) -> Asked:
    """A potential of (2axy, ax² + 2by)."""
    a, b = random.randint(2, 7), random.randint(2, 7)
    return Asked(f"potential([{2 * a}x*y, {a}x^2 + {2 * b}y], [x, y])", f"{a}x^2*y + {b}y^2", {
        "potential: shared term counted twice": f"{2 * a}x^2*y + {b}y^2",
        "potential: part of the other variable forgotten": f"{a}x^2*y",
        "potential: differentiated": f"{2 * a}y + {2 * b}",
    })  # fmt: skip


def no_potential(random: Random) -> Asked:
    """(ay, bx) has none."""
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"potential([{a}y, {b}x], [x, y])", "dne", {
        "potential: curl not looked at": f"{a}x*y",
    })  # fmt: skip


def work(random: Random) -> Asked:
    """The work of (ay, bx) along (t, t²)."""
    a, b = random.sample(range(2, 9), 2)
    return Asked(f"line([{a}y, {b}x], [x, y], [t, t^2], t, 0, 1)", str(Fraction(a, 3) + Fraction(2 * b, 3)), {
        "line integral: velocity forgotten": str(Fraction(a, 3) + Fraction(b, 2)),
        "line integral: run backwards": str(-Fraction(a, 3) - Fraction(2 * b, 3)),
        "line integral: position for the velocity": str(Fraction(a, 4) + Fraction(b, 4)),
    })  # fmt: skip


def length(random: Random) -> Asked:
    """The length of (3at, 4at)."""
    a, b = random.randint(1, 4), random.randint(2, 5)
    return Asked(f"line(1, [x, y], [{3 * a}t, {4 * a}t], t, 0, {b})", f"{5 * a * b}", {
        "arc length: speed forgotten": f"{b}",
        "arc length: root forgotten": f"{25 * a * a * b}",
        "arc length: components added": f"{7 * a * b}",
    })  # fmt: skip


def sphere_flux(random: Random) -> Asked:
    """The flux of (0, 0, a) through the plane z = bx + cy over a rectangle."""
    a, p, q, b = random.randint(2, 7), random.randint(1, 4), random.randint(1, 4), random.randint(2, 5)
    surface = f"[u, w, {b}u], [u, w], [0, {p}], [0, {q}]"
    return Asked(f"flux([0, 0, {a}], {XYZ}, {surface})", f"{a * p * q}", {
        "flux: normal turned round": f"{-a * p * q}",
        "flux: normal made a unit vector": f"{a * p * q}/sqrt({1 + b * b})",
        "flux: area for the normal": f"{a * p * q}*sqrt({1 + b * b})",
    })  # fmt: skip


def green(random: Random) -> Asked:
    """(−ay, bx) around a circle of radius r."""
    a, b, r = random.randint(1, 5), random.randint(1, 5), random.randint(1, 4)
    while a == b:
        b += 1
    disc = f"[s*cos(t), s*sin(t)], [s, t], [0, {r}], [0, 2pi]"
    return Asked(f"green([-{a}y, {b}x], [x, y], {disc})", f"{(a + b) * r * r}pi", {
        "green: clockwise": f"-{(a + b) * r * r}pi",
        "green: plus instead of minus": f"{(b - a) * r * r}pi",
        "polar: the factor r forgotten": f"{2 * (a + b) * r}pi",
    })  # fmt: skip


def gauss(random: Random) -> Asked:
    """(ax, by, cz) out of a box."""
    a, b, c = (random.randint(1, 5) for _ in "abc")
    p, q, r = (random.randint(1, 3) for _ in "pqr")
    box = f"{XYZ}, {XYZ}, [0, {p}], [0, {q}], [0, {r}]"
    return Asked(f"gauss([{a}x, {b}y, {c}z], {XYZ}, {box})", f"{(a + b + c) * p * q * r}", {
        "gauss: inwards": f"{-(a + b + c) * p * q * r}",
        "gauss: only one derivative": f"{a * p * q * r}",
    })  # fmt: skip


def cross_product(random: Random) -> Asked:
    """A cross product of numbers."""
    a, b, c, d, e, f = random.sample(range(1, 10), 6)
    i, j, k = b * f - c * e, c * d - a * f, a * e - b * d
    return Asked(f"cross([{a}, {b}, {c}], [{d}, {e}, {f}])", f"[{i}, {j}, {k}]", {
        "cross product: sign of the middle entry": f"[{i}, {-j}, {k}]",
        "cross product: factors exchanged": f"[{-i}, {-j}, {-k}]",
        "cross product: entries multiplied": f"[{a * d}, {b * e}, {c * f}]",
    })  # fmt: skip


TOPIC = Topic("vector calculus", (
    divergence, divergence_in_plane, curl, curl_in_plane, laplacian, potential, no_potential, work, length,
    sphere_flux, green, gauss, cross_product,
))  # fmt: skip
