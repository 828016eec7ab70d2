"""Mistakes in vector calculus."""

from __future__ import annotations

from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

LIST = "the divergence is left as a vector, its parts not added"
TURNED = "the curl is taken with its differences turned round"
MIDDLE = "the middle entry of a cross product or curl has the wrong sign"
PLUS = "in the curl the two derivatives are added"
BACK = "the path or surface is run through in the opposite direction"


def divergence(random: Random) -> Asked:
    a, b = random.randint(2, 6), random.randint(2, 6)
    return Asked(f"div([{a}x^2, x*y, {b}z], [x, y, z])", f"{2 * a}x + x + {b}", {
        LIST: f"[{2 * a}x, x, {b}]", "the sum of all partial derivatives is taken": f"{2 * a}x + y + x + {b}",
        "the parts of the divergence are multiplied": f"{2 * a * b}x^2",
        "the components are added before they are differentiated": f"{2 * a}x + y",
    })  # fmt: skip


def divergence_in_the_plane(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"div([x^2*y, {a}x*y^2], [x, y])", f"2x*y + {2 * a}x*y", {
        LIST: f"[2x*y, {2 * a}x*y]", "the curl is given where the divergence is asked": f"{a}y^2 - x^2",
        "each component is differentiated by the other variable": f"x^2 + {a}y^2",
        "in the divergence the parts are subtracted": f"2x*y - {2 * a}x*y",
    })  # fmt: skip


def curl(random: Random) -> Asked:
    a, b = random.sample(range(2, 8), 2)
    return Asked(f"curl([{a}y*z, x^2, {b}x*y], [x, y, z])", f"[{b}x, {a}y - {b}y, 2x - {a}z]", {
        MIDDLE: f"[{b}x, {b}y - {a}y, 2x - {a}z]", TURNED: f"[-{b}x, {b}y - {a}y, {a}z - 2x]",
        PLUS: f"[{b}x, {a}y + {b}y, 2x + {a}z]",
        "only the first derivative of each difference is taken": f"[{b}x, {a}y, 2x]",
    })  # fmt: skip


def curl_in_the_plane(random: Random) -> Asked:
    a, b = random.sample(range(2, 8), 2)
    return Asked(f"curl([{a}y^2, {b}x*y], [x, y])", f"{b}y - {2 * a}y", {
        TURNED: f"{2 * a}y - {b}y", PLUS: f"{b}y + {2 * a}y",
        "the divergence is given where the curl is asked": f"{b}x",
    })  # fmt: skip


def laplacian(random: Random) -> Asked:
    a, b = random.randint(2, 6), random.randint(2, 6)
    return Asked(f"laplacian({a}x^3 + {b}x*y^2, [x, y])", f"{6 * a}x + {2 * b}x", {
        "the second derivatives are left as a vector": f"[{6 * a}x, {2 * b}x]",
        "the first derivatives are added": f"{3 * a}x^2 + {b}y^2 + {2 * b}x*y",
        "the gradient is given where the Laplacian is asked": f"[{3 * a}x^2 + {b}y^2, {2 * b}x*y]",
        "the second derivative by one of the variables is left out": f"{6 * a}x",
        "the mixed second derivatives are added as well": f"{6 * a}x + {2 * b}x + {4 * b}y",
    })  # fmt: skip


def laplacian_of_a_wave(random: Random) -> Asked:
    a = random.randint(2, 5)
    return Asked(f"laplacian(sin({a}x)*y^3, [x, y])", f"-{a * a}sin({a}x)*y^3 + 6y*sin({a}x)", {
        "the derivative of the inner function is forgotten": f"-sin({a}x)*y^3 + 6y*sin({a}x)",
        "a minus sign is lost in the second derivative of a sine": f"{a * a}sin({a}x)*y^3 + 6y*sin({a}x)",
    })  # fmt: skip


def potential(random: Random) -> Asked:
    a, b = random.randint(2, 6), random.randint(2, 6)
    return Asked(f"potential([{2 * a}x*y, {a}x^2 + {2 * b}y], [x, y])", f"{a}x^2*y + {b}y^2", {
        "a shared term of the potential is counted twice": f"{2 * a}x^2*y + {b}y^2",
        "only the first component of the field is integrated": f"{a}x^2*y",
        "the field is differentiated instead of integrated": f"[{2 * a}y, {2 * b}]",
    })  # fmt: skip


def no_potential(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"potential([y, -{a}x], [x, y])", "dne", {
        "a potential is given although the field is not conservative": random.choice((f"x*y - {a}x*y", "x*y")),
    })  # fmt: skip


def work(random: Random) -> Asked:
    a, b = random.randint(1, 4), random.randint(2, 5)
    return Asked(f"line([{b}y, x], [x, y], [t, t^2], t, 0, {a})", str(Q((b + 2) * a**3, 3)), {
        BACK: str(-Q((b + 2) * a**3, 3)),
        "the velocity of the path is left out": str(Q(b * a**3, 3) + Q(a * a, 2)),
        "only the first component of the field does work": str(Q(b * a**3, 3)),
        "the products of the components are not added": f"[{Q(b * a**3, 3)}, {Q(2 * a**3, 3)}]",
    })  # fmt: skip


def circulation(random: Random) -> Asked:
    a = random.randint(2, 5)
    return Asked(f"line([-y, x], [x, y], [{a}cos(t), {a}sin(t)], t, 0, 2pi)", f"{2 * a * a}pi", {
        BACK: f"-{2 * a * a}pi", "a closed path is taken to give 0 for every field": "0",
        "the radius is counted once instead of twice": f"{2 * a}pi",
    })  # fmt: skip


def length(random: Random) -> Asked:
    (a, b, c), q = random.choice([(3, 4, 5), (6, 8, 10), (5, 12, 13)]), random.randint(2, 5)
    return Asked(f"line(1, [x, y], [{a}t, {b}t], t, 0, {q})", f"{c * q}", {
        "the speed of the path is left out": f"{q}",
        "the speed is taken as the sum of the components": f"{(a + b) * q}",
        "the root of the speed is not taken": f"{c * c * q}",
    })  # fmt: skip


def green(random: Random) -> Asked:
    a, b, r = *random.sample(range(2, 7), 2), random.randint(1, 3)
    task = f"green([-{a}y, {b}x], [x, y], [r*cos(t), r*sin(t)], [r, t], [0, {r}], [0, 2pi])"
    return Asked(task, f"{(a + b) * r * r}pi", {
        "the factor r of polar coordinates is forgotten": f"{2 * (a + b) * r}pi", PLUS: f"{(b - a) * r * r}pi",
        BACK: f"-{(a + b) * r * r}pi",
        "the divergence is used in Green's theorem in place of the curl": "0",
    })  # fmt: skip


def box(random: Random) -> Asked:
    a, p, q, r = random.randint(2, 5), random.randint(1, 3), random.randint(1, 3), random.randint(1, 3)
    task = f"gauss([{a}x, y, z^2], [x, y, z], [x, y, z], [x, y, z], [0, {p}], [0, {q}], [0, {r}])"
    v = p * q * r
    return Asked(task, f"{(a + 1) * v + v * r}", {
        "the divergence is integrated in one variable only": f"{(a + 1) * r + r * r}",
        "a component is left out of the divergence": f"{(a + 1) * v}",
        "the divergence is not multiplied by the volume": f"{a + 1 + 2 * r}",
    })  # fmt: skip


def ball(random: Random) -> Asked:
    a, b = random.randint(2, 5), random.randint(1, 3)
    ball = f"[r*sin(u)*cos(t), r*sin(u)*sin(t), r*cos(u)], [r, u, t], [0, {b}], [0, pi], [0, 2pi]"
    return Asked(f"gauss([{a}x, {a}y, z], [x, y, z], {ball})", f"{Q(4 * (2 * a + 1) * b**3, 3)}*pi", {
        "the area of the sphere is taken for its volume": f"{4 * (2 * a + 1) * b * b}*pi",
        "the factor of spherical coordinates is forgotten": f"{(2 * a + 1) * b * 2}*pi^2",
        "a component is left out of the divergence": f"{Q(4 * 2 * a * b**3, 3)}*pi",
    })  # fmt: skip


def flux(random: Random) -> Asked:
    a = random.randint(2, 6)
    task = f"flux([0, 0, {a}], [x, y, z], [u, w, u^2 + w^2], [u, w], [0, 1], [0, 2])"
    return Asked(task, f"{2 * a}", {
        BACK: f"-{2 * a}", "the area of the parameters is left out": f"{a}",
    })  # fmt: skip


def flux_of_a_tilted_plane(random: Random) -> Asked:
    a, b = random.randint(2, 6), random.randint(2, 5)
    task = f"flux([{a}, 0, 1], [x, y, z], [u, w, {b}u], [u, w], [0, 1], [0, 1])"
    return Asked(task, f"{1 - a * b}", {
        BACK: f"{a * b - 1}", "the normal is made a unit vector in a flux": f"{1 - a * b}/sqrt({1 + b * b})",
        "the slope of the surface is left out of its normal": "1",
        "the slope of the surface enters its normal with the wrong sign": f"{1 + a * b}",
    })  # fmt: skip


def cross(random: Random) -> Asked:
    u = [random.randint(1, 5) for _ in range(3)]
    v = [random.randint(1, 5) for _ in range(3)]
    x, y, z = u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]
    return Asked(f"cross([{u[0]}, {u[1]}, {u[2]}], [{v[0]}, {v[1]}, {v[2]}])", f"[{x}, {y}, {z}]", {
        MIDDLE: f"[{x}, {-y}, {z}]", "the factors of a cross product are exchanged": f"[{-x}, {-y}, {-z}]",
        "the inner product is given where the cross product is asked": (
            str(sum(a * b for a, b in zip(u, v, strict=True)))
        ),
        "the entries are multiplied one by one": f"[{u[0] * v[0]}, {u[1] * v[1]}, {u[2] * v[2]}]",
    })  # fmt: skip


TOPIC = Topic("vector calculus", (
    divergence, divergence_in_the_plane, curl, curl_in_the_plane, laplacian, laplacian_of_a_wave, potential,
    no_potential, work, circulation, length, green, box, ball, flux, flux_of_a_tilted_plane, cross,
))  # fmt: skip
