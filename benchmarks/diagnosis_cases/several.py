"""Several variables: what is mistaken, by formulas in the numbers drawn."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic


def partial(random: Random) -> Asked:
    """∂/∂x of axⁿyᵐ + by."""
    a, b, n, m = random.randint(2, 7), random.randint(2, 9), random.randint(3, 5), random.randint(2, 4)
    return Asked(f"diff({a}x^{n}*y^{m} + {b}y, x)", f"{a * n}x^{n - 1}*y^{m}", {
        "partial: the other variable differentiated too": f"{a * n * m}x^{n - 1}*y^{m - 1} + {b}",
        "partial: term of the other variable kept": f"{a * n}x^{n - 1}*y^{m} + {b}y",
        "partial: factor of the other variable dropped": f"{a * n}x^{n - 1}",
        "partial: by the other variable": f"{a * m}x^{n}*y^{m - 1} + {b}",
        "exponent not lowered": f"{a * n}x^{n}*y^{m}",
    })  # fmt: skip


def partial_of_exponential(random: Random) -> Asked:
    """∂/∂x of e^(axy)."""
    a = random.randint(2, 7)
    return Asked(f"diff(exp({a}x*y), x)", f"{a}y*exp({a}x*y)", {
        "inner derivative forgotten": f"exp({a}x*y)",
        "inner derivative: the other variable lost": f"{a}*exp({a}x*y)",
        "partial: by the other variable": f"{a}x*exp({a}x*y)",
    })  # fmt: skip


def gradient(random: Random) -> Asked:
    """∇(ax²y + by³)."""
    a, b = random.randint(2, 7), random.randint(2, 5)
    x, y = f"{2 * a}x*y", f"{a}x^2 + {3 * b}y^2"
    return Asked(f"grad({a}x^2*y + {b}y^3, [x, y])", f"[{x}, {y}]", {
        "gradient: components exchanged": f"[{y}, {x}]",
        "gradient summed": f"{x} + {y}",
        "partial: term of the other variable kept": f"[{x} + {b}y^3, {y}]",
        "partial: factor of the other variable dropped": f"[{2 * a}x, {y}]",
    })  # fmt: skip


def gradient_at_point(random: Random) -> Asked:
    """∇(x² + axy) at a point."""
    a, p, q = random.randint(2, 5), random.randint(1, 4), random.randint(1, 4)
    return Asked(f"at(grad(x^2 + {a}x*y, [x, y]), [x, y], [{p}, {q}])", f"[{2 * p + a * q}, {a * p}]", {
        "value instead of slope": f"{p * p + a * p * q}",
        "gradient: components exchanged": f"[{a * p}, {2 * p + a * q}]",
        "point's coordinates exchanged": f"[{2 * q + a * p}, {a * q}]" if p != q else f"[{2 * p + a}, {a}]",
    })  # fmt: skip


def direction(random: Random) -> Asked:
    """The slope of ax²y in the direction (3, 4)."""
    a, p, q = random.randint(2, 6), random.randint(1, 3), random.randint(1, 3)
    u, v = random.choice([(3, 4), (4, 3), (6, 8)])
    size = 5 if u < 6 else 10
    gx, gy = 2 * a * p * q, a * p * p
    return Asked(f"dirderiv({a}x^2*y, [x, y], [{p}, {q}], [{u}, {v}])", str(Fraction(gx * u + gy * v, size)), {
        "direction not normalised": f"{gx * u + gy * v}",
        "gradient for the slope in a direction": f"[{gx}, {gy}]",
        "direction ignored: components added": f"{gx + gy}",
        "direction divided by the square of its length": str(Fraction(gx * u + gy * v, size * size)),
        "direction: function's value instead of its gradient": str(Fraction(a * p * p * q * (u + v), size)),
    })  # fmt: skip


def jacobian(random: Random) -> Asked:
    """The Jacobian of (axy, x² + by)."""
    a, b = random.randint(2, 9), random.randint(2, 9)
    return Asked(f"jacobian([{a}x*y, x^2 + {b}y], [x, y])", f"[[{a}y, {a}x], [2x, {b}]]", {
        "jacobian transposed": f"[[{a}y, 2x], [{a}x, {b}]]",
        "jacobian: only the diagonal": f"[[{a}y, 0], [0, {b}]]",
    })  # fmt: skip


def hessian(random: Random) -> Asked:
    """The Hessian of ax³ + bxy²."""
    a, b = random.randint(2, 6), random.randint(2, 6)
    return Asked(f"hessian({a}x^3 + {b}x*y^2, [x, y])", f"[[{6 * a}x, {2 * b}y], [{2 * b}y, {2 * b}x]]", {
        "hessian: mixed derivatives forgotten": f"[[{6 * a}x, 0], [0, {2 * b}x]]",
        "hessian: diagonal exchanged": f"[[{2 * b}x, {2 * b}y], [{2 * b}y, {6 * a}x]]",
        "hessian: sign of the mixed derivatives": f"[[{6 * a}x, -{2 * b}y], [-{2 * b}y, {2 * b}x]]",
    })  # fmt: skip


def chain_of_paths(random: Random) -> Asked:
    """d/dt of x²y along x = at, y = t³."""
    a = random.randint(2, 7)
    return Asked(f"chain(x^2*y, [x = {a}t, y = t^3], t)", f"{5 * a * a}t^4", {
        "chain: path through y missing": f"{2 * a * a}t^4",
        "chain: path through x missing": f"{3 * a * a}t^4",
        "chain: inner derivatives missing": f"{2 * a}t^4 + {a * a}t^2",
        "chain: paths multiplied": f"{6 * a**3}t^8",
    })  # fmt: skip


def chain_of_waves(random: Random) -> Asked:
    """d/dt of xy along x = sin at, y = t²."""
    a = random.randint(2, 7)
    return Asked(f"chain(x*y, [x = sin({a}t), y = t^2], t)", f"{a}t^2 cos({a}t) + 2t sin({a}t)", {
        "chain: path through y missing": f"{a}t^2*cos({a}t)",
        "chain: path through x missing": f"2t*sin({a}t)",
        "chain: inner derivatives missing": f"t^2 + sin({a}t)",
        "inner derivative forgotten": f"t^2 cos({a}t) + 2t sin({a}t)",
    })  # fmt: skip


def tangent_plane(random: Random) -> Asked:
    """The tangent plane of ax² + y² at (p, q)."""
    a, p, q = random.randint(2, 5), random.randint(1, 3), random.randint(1, 3)
    fx, fy, h = 2 * a * p, 2 * q, a * p * p + q * q
    return Asked(f"tangent({a}x^2 + y^2, [x, y], [{p}, {q}])", f"{fx}x + {fy}y - {h}", {
        "tangent without the height": f"{fx}(x - {p}) + {fy}(y - {q})",
        "tangent without the shift": f"{h} + {fx}x + {fy}y",
        "tangent plane: slopes left as functions": f"{h} + {2 * a}x(x - {p}) + 2y(y - {q})",
        "tangent with the shift of the wrong sign": f"{h} + {fx}(x + {p}) + {fy}(y + {q})",
    })  # fmt: skip


def mixed(random: Random) -> Asked:
    """∂²/∂x∂y of xⁿ sin(ay)."""
    n, a = random.randint(2, 5), random.randint(2, 7)
    return Asked(f"diff(diff(x^{n}*sin({a}y), x), y)", f"{a * n}x^{n - 1}cos({a}y)", {
        "inner derivative forgotten": f"{n}x^{n - 1}cos({a}y)",
        "mixed: only the first derivative": f"{n}x^{n - 1}sin({a}y)",
        "sign of the derivative of sine": f"-{a * n}x^{n - 1}cos({a}y)",
        "mixed: derivatives added": f"{n}x^{n - 1}sin({a}y) + {a}x^{n}cos({a}y)",
    })  # fmt: skip


TOPIC = Topic("several variables", (
    partial, partial_of_exponential, gradient, gradient_at_point, direction, jacobian, hessian, chain_of_paths,
    chain_of_waves, tangent_plane, mixed,
))  # fmt: skip
