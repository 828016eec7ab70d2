"""Workings in several variables, with matrices, of optimisation, probability and vector calculus."""

from __future__ import annotations

from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Worked


def gradient(random: Random) -> Worked:
    a, b = random.randint(2, 7), random.randint(2, 7)
    fx, fy = f"{2 * a}x*y", f"{a}x^2 - {2 * b}y"
    return Worked(
        f"grad({a}x^2*y - {b}y^2, [x, y])", (f"∂f/∂x = {fx}", f"∂f/∂y = {fy}", f"∇f = ({fx}, {fy})"),
        {
            1: (f"∂f/∂x = {fx} - {b}y^2", f"∂f/∂y = {fy}", f"∇f = ({fx} - {b}y^2, {fy})"),
            2: (f"∂f/∂y = {a}x^2 - {b}y", f"∇f = ({fx}, {a}x^2 - {b}y)"), 3: (f"∇f = ({fy}, {fx})",),
        },
    )  # fmt: skip


def slope(random: Random) -> Worked:
    p, q, (u, v, n) = random.randint(1, 4), random.randint(1, 4), random.choice([(3, 4, 5), (4, 3, 5), (5, 12, 13)])
    fx, fy = 2 * p * q, p * p
    return Worked(
        f"dirderiv(x^2*y, [x, y], [{p}, {q}], [{u}, {v}])",
        ("∇f = (2x*y, x^2)", f"∇f({p}, {q}) = ({fx}, {fy})", f"|v| = sqrt({u * u} + {v * v}) = {n}",
         f"({fx}*{u} + {fy}*{v})/{n}", f"= {Q(fx * u + fy * v, n)}"),
        {
            2: (f"∇f({p}, {q}) = ({2 * p * q}, {q * q + p * p})", f"= {Q(fx * u + (q * q + p * p) * v, n)}"),
            3: (f"|v| = {u} + {v} = {u + v}", f"({fx}*{u} + {fy}*{v})/{u + v}"),
            4: (f"{fx}*{u} + {fy}*{v}", f"= {fx * u + fy * v}"),
        },
    )  # fmt: skip


def chain(random: Random) -> Worked:
    a, b = random.randint(2, 5), random.randint(2, 4)
    return Worked(
        f"chain(x^2*y, [x = {a}t, y = t^{b}], t)",
        (f"2x*y*{a} + x^2 * {b}t^{b - 1}", f"= 2*{a}t * t^{b} * {a} + ({a}t)^2 * {b}t^{b - 1}",
         f"= {2 * a * a}t^{b + 1} + {b * a * a}t^{b + 1}", f"= {a * a * (b + 2)}t^{b + 1}"),
        {
            1: (f"2x*y*{a}", f"= {2 * a * a}t^{b + 1}"),
            2: (f"= 2*{a}t * t^{b} * {a} + {a}t^2 * {b}t^{b - 1}", f"= {2 * a * a}t^{b + 1} + {b * a}t^{b + 1}"),
        },
    )  # fmt: skip


def tangent_plane(random: Random) -> Worked:
    p, q, a = random.randint(1, 4), random.randint(1, 4), random.randint(2, 5)
    f, fx, fy = p * p + a * q * q, 2 * p, 2 * a * q
    return Worked(
        f"tangent(x^2 + {a}y^2, [x, y], [{p}, {q}])",
        (f"f({p}, {q}) = {f}", f"f_x = 2x, f_y = {2 * a}y", f"∇f({p}, {q}) = ({fx}, {fy})",
         f"z = {f} + {fx}(x - {p}) + {fy}(y - {q})", f"z = {fx}x + {fy}y - {f}"),
        {
            3: (f"∇f({p}, {q}) = ({fx}, {a * q})", f"z = {f} + {fx}(x - {p}) + {a * q}(y - {q})"),
            4: (f"z = {f} + {fx}x + {fy}y",), 5: (f"z = {fx}x + {fy}y + {f}",),
        },
    )  # fmt: skip


def hessian(random: Random) -> Worked:
    a, b = random.randint(2, 5), random.randint(2, 5)
    return Worked(
        f"hessian(x^3 + {a}x^2*y - {b}y^2, [x, y])",
        (f"f_x = 3x^2 + {2 * a}x*y", f"f_y = {a}x^2 - {2 * b}y", f"f_xx = 6x + {2 * a}y", f"f_xy = {2 * a}x",
         f"f_yy = -{2 * b}", f"[[6x + {2 * a}y, {2 * a}x], [{2 * a}x, -{2 * b}]]"),
        {
            2: (f"f_y = {a}x^2 - {b}y", f"f_yy = -{b}"), 3: (f"f_xx = 6x + {2 * a}x*y",),
            4: ("f_xy = 0", f"f_yy = -{2 * b}", f"[[6x + {2 * a}y, 0], [0, -{2 * b}]]"),
        },
    )  # fmt: skip


def least_squares(random: Random) -> Worked:
    k = random.randint(2, 9)
    return Worked(
        f"matgrad({k}*norm(X*w - y)^2, w)",
        ("let r = X*w - y", f"df = {2 * k} r' dr", "dr = X dw", f"df = {2 * k}(X*w - y)'*X*dw",
         f"{2 * k}*X'*(X*w - y)"),
        {
            2: (f"df = {k} r' dr", "dr = X dw", f"{k}*X'*(X*w - y)"),
            4: (f"df = {2 * k}(X*w + y)'*X*dw", f"{2 * k}*X'*(X*w + y)"), 5: (f"{2 * k}*X'*X*w - y",),
        },
    )  # fmt: skip


def quadratic_form(random: Random) -> Worked:
    k = random.randint(2, 9)
    return Worked(
        f"matgrad({k}*x'*A*x, x)",
        (f"df = {k}*dx'*A*x + {k}*x'*A*dx", f"df = {k}*x'*A'*dx + {k}*x'*A*dx", f"df = {k}*x'*(A' + A)*dx",
         f"{k}*(A + A')*x"),
        {
            2: (f"df = {k}*x'*A*dx + {k}*x'*A*dx", f"df = {2 * k}*x'*A*dx", f"{2 * k}*A'*x"),
            4: (f"{2 * k}*A*x",),
        },
    )  # fmt: skip


def inverse(random: Random) -> Worked:
    k = random.randint(2, 9)
    return Worked(
        f"matgrad({k}*a'*inv(A)*z, A)",
        (f"df = -{k}*a'*inv(A)*dA*inv(A)*z", f"df = -{k}*tr(inv(A)*z*a'*inv(A)*dA)", f"-{k}*inv(A)'*a*z'*inv(A)'"),
        {
            1: (f"df = {k}*a'*inv(A)*dA*inv(A)*z", f"{k}*inv(A)'*a*z'*inv(A)'"),
            3: (f"-{k}*inv(A)*z*a'*inv(A)",),
        },
    )  # fmt: skip


def ridge(random: Random) -> Worked:
    k = random.randint(2, 9)
    return Worked(
        f"matgrad(norm(X*w - y)^2 + {k}*w'*w, w)",
        (f"df = 2(X*w - y)'*X*dw + {2 * k}*w'*dw", f"df = (2*X'*(X*w - y) + {2 * k}*w)'*dw",
         f"2*X'*(X*w - y) + {2 * k}*w"),
        {
            1: (f"df = 2(X*w - y)'*X*dw + {k}*w'*dw", f"2*X'*(X*w - y) + {k}*w"),
            3: (f"2*X'*(X*w - y) - {2 * k}*w",),
        },
    )  # fmt: skip


def cubic(random: Random) -> Worked:
    a = random.randint(1, 4)
    v = 2 * a**3
    return Worked(
        f"extrema(x^3 - {3 * a * a}x, x)",
        (f"f'(x) = 3x^2 - {3 * a * a}", f"3x^2 - {3 * a * a} = 0", f"x = {a} or x = -{a}", "f''(x) = 6x",
         f"f''({a}) = {6 * a} > 0, f''(-{a}) = -{6 * a} < 0", f"{{minimum({a}, -{v}), maximum(-{a}, {v})}}"),
        {
            1: (f"f'(x) = 2x^2 - {3 * a * a}",), 4: ("f''(x) = 6",),
            6: (f"{{maximum({a}, -{v}), minimum(-{a}, {v})}}",),
        },
    )  # fmt: skip


def multiplier(random: Random) -> Worked:
    k, m = random.randint(2, 4), random.randint(1, 5)
    c = 2 * k * m
    return Worked(
        f"lagrange(x*y, [x + {k}y = {c}], [x, y])",
        (f"L = x*y - λ(x + {k}y - {c})", "y - λ = 0", f"x - {k}λ = 0", f"x = {k}y", f"{2 * k}y = {c}",
         f"y = {m}, x = {k * m}", f"{{maximum([{k * m}, {m}], {k * m * m})}}"),
        {
            3: ("x - λ = 0", "x = y", f"{k + 1}y = {c}"), 4: (f"y = {k}x", f"x + {k * k}x = {c}"),
            6: (f"y = {2 * m}, x = {2 * k * m}",),
        },
    )  # fmt: skip


def bowl(random: Random) -> Worked:
    m = random.randint(1, 5)
    return Worked(
        f"extrema(x^2 + x*y + y^2 - {3 * m}x, [x, y])",
        (f"f_x = 2x + y - {3 * m} = 0", "f_y = x + 2y = 0", "x = -2y", f"-4y + y = {3 * m}", f"y = -{m}, x = {2 * m}",
         "det H = 2*2 - 1 = 3", f"{{minimum([{2 * m}, -{m}], -{3 * m * m})}}"),
        {
            1: (f"f_x = 2x - {3 * m} = 0", "f_y = x + 2y = 0"), 3: ("x = 2y", f"4y + y = {3 * m}"),
            7: (f"{{saddle([{2 * m}, -{m}], -{3 * m * m})}}",),
        },
    )  # fmt: skip


def descent(random: Random) -> Worked:
    p, w, h = random.randint(1, 5), random.randint(6, 9), Q(1, random.choice([4, 8]))
    one = w - h * 2 * (w - p)
    two = one - h * 2 * (one - p)
    return Worked(
        f"descend((w - {p})^2, w, {w}, {h}, 2)",
        (f"f'(w) = 2(w - {p})", f"w_1 = {w} - {h} * {2 * (w - p)} = {one}", f"w_2 = {one} - {h} * {2 * (one - p)}",
         f"w_2 = {two}"),
        {
            1: (f"f'(w) = w - {p}", f"w_1 = {w} - {h} * {w - p}"), 2: (f"w_1 = {w} + {h} * {2 * (w - p)}",),
            3: (f"w_2 = {one} - {h} * {2 * (w - p)}", f"w_2 = {one - h * 2 * (w - p)}"),
        },
    )  # fmt: skip


def second_moment(random: Random) -> Worked:
    m, s = random.randint(1, 5), random.randint(2, 4)
    return Worked(
        f"expect(x^2, x, normal({m}, {s}))", ("Var(X) + E[X]^2", f"= {s}^2 + {m}^2", f"= {s * s + m * m}"),
        {
            1: ("Var(X) - E[X]^2", f"= {s * s - m * m}"), 2: (f"= {s} + {m}^2", f"= {s + m * m}"),
        },
    )  # fmt: skip


def variance(random: Random) -> Worked:
    b = random.randint(2, 6)
    e, e2 = Q(2 * b, 3), Q(b * b, 2)
    return Worked(
        f"variance(x, x, if(0 <= x and x <= {b}, 2x/{b * b}, 0))",
        (f"E[X] = ∫_0^{b} 2x^2/{b * b} dx = {e}", f"E[X^2] = ∫_0^{b} 2x^3/{b * b} dx", f"E[X^2] = {e2}",
         f"Var(X) = {e2} - ({e})^2", f"= {Q(b * b, 18)}"),
        {
            1: (f"E[X] = ∫_0^{b} 2x/{b * b} dx = 1",), 4: (f"Var(X) = {e2} - {e}", f"= {e2 - e}"),
            5: (f"= {Q(b * b, 9)}",),
        },
    )  # fmt: skip


def normalised(random: Random) -> Worked:
    n, b = random.randint(2, 4), random.randint(2, 3)
    whole = Q(b ** (n + 1), n + 1)
    return Worked(
        f"normalise(x^{n}, x, 0, {b})",
        (f"c ∫_0^{b} x^{n} dx = 1", f"c [x^{n + 1}/{n + 1}]_0^{b} = 1", f"{whole} c = 1", f"c = {1 / whole}"),
        {
            2: (f"c [x^{n + 1}]_0^{b} = 1", f"c = 1/{b ** (n + 1)}"), 4: (f"c = {whole}",),
        },
    )  # fmt: skip


def scaled_variance(random: Random) -> Worked:
    a, b, s = random.randint(2, 5), random.randint(1, 9), random.randint(2, 4)
    return Worked(
        f"variance({a}x + {b}, x, normal(1, {s}))", (f"{a}^2 Var(X)", f"= {a * a} * {s}^2", f"= {a * a * s * s}"),
        {
            1: (f"{a} Var(X)", f"= {a} * {s * s}", f"= {a * s * s}"), 2: (f"= {a * a} * {s}", f"= {a * a * s}"),
        },
    )  # fmt: skip


def divergence(random: Random) -> Worked:
    a, b = random.randint(2, 6), random.randint(2, 6)
    return Worked(
        f"div([{a}x^2, x*y, {b}z], [x, y, z])",
        (f"diff({a}x^2, x) + diff(x*y, y) + diff({b}z, z)", f"= {2 * a}x + x + {b}", f"= {2 * a + 1}x + {b}"),
        {
            1: (f"diff({a}x^2, x) - diff(x*y, y) + diff({b}z, z)", f"= {2 * a}x - x + {b}"),
            2: (f"= {2 * a}x + y + {b}",), 3: (f"= {2 * a}x + {b}",),
        },
    )  # fmt: skip


def curl_in_the_plane(random: Random) -> Worked:
    a, b = random.randint(2, 4), random.randint(9, 12)
    return Worked(
        f"curl([{a}y^2, {b}x*y], [x, y])",
        (f"diff({b}x*y, x) - diff({a}y^2, y)", f"= {b}y - {2 * a}y", f"= {b - 2 * a}y"),
        {
            1: (f"diff({a}y^2, y) - diff({b}x*y, x)", f"= {2 * a}y - {b}y"),
            2: (f"= {b}x - {2 * a}y",), 3: (f"= {b + 2 * a}y",),
        },
    )  # fmt: skip


def work(random: Random) -> Worked:
    a, b = random.randint(1, 4), random.randint(2, 5)
    return Worked(
        f"line([{b}y, x], [x, y], [t, t^2], t, 0, {a})",
        ("r'(t) = (1, 2t)", f"F(r(t)) = ({b}t^2, t)", f"∫_0^{a} ({b}t^2 + 2t^2) dt", f"[{b + 2}t^3/3]_0^{a}",
         f"= {Q((b + 2) * a**3, 3)}"),
        {
            1: ("r'(t) = (1, t)", f"F(r(t)) = ({b}t^2, t)", f"∫_0^{a} ({b}t^2 + t^2) dt"),
            3: (f"∫_0^{a} ({b}t^2 + t) dt",), 4: (f"[{b + 2}t^3]_0^{a}", f"= {(b + 2) * a**3}"),
        },
    )  # fmt: skip


def potential(random: Random) -> Worked:
    a, b = random.randint(2, 6), random.randint(2, 6)
    return Worked(
        f"potential([{2 * a}x*y, {a}x^2 + {2 * b}y], [x, y])",
        (f"f_x = {2 * a}x*y", f"f = {a}x^2*y + g(y)", f"f_y = {a}x^2 + g'(y)", f"g'(y) = {2 * b}y", f"g(y) = {b}y^2",
         f"f = {a}x^2*y + {b}y^2"),
        {
            2: (f"f = {2 * a}x^2*y + g(y)",), 5: (f"g(y) = {2 * b}y^2", f"f = {a}x^2*y + {2 * b}y^2"),
            6: (f"f = {a}x^2*y - {b}y^2",),
        },
    )  # fmt: skip


def green(random: Random) -> Worked:
    a, b, r = *random.sample(range(2, 7), 2), random.randint(2, 3)
    return Worked(
        f"green([-{a}y, {b}x], [x, y], [r*cos(t), r*sin(t)], [r, t], [0, {r}], [0, 2pi])",
        (f"int({a + b}*r, [r, 0, {r}], [t, 0, 2pi])", f"= 2pi * {a + b} * {r * r}/2", f"= {(a + b) * r * r} pi"),
        {
            1: (f"int({abs(b - a)}*r, [r, 0, {r}], [t, 0, 2pi])", f"= {abs(b - a) * r * r} pi"),
            2: (f"= 2pi * {a + b} * {r}/2", f"= {(a + b) * r} pi"),
        },
    )  # fmt: skip


SEVERAL = (gradient, slope, chain, tangent_plane, hessian)
MATRICES = (least_squares, quadratic_form, inverse, ridge)
OPTIMISATION = (cubic, multiplier, bowl, descent)
PROBABILITY = (second_moment, variance, normalised, scaled_variance)
FIELDS = (divergence, curl_in_the_plane, work, potential, green)
