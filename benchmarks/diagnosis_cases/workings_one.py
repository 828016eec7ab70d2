"""Workings of derivatives and integrals in one variable, and where each may slip."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.diagnosis_cases.asked import Worked, signed


def product(random: Random) -> Worked:
    """xⁿ e^(ax)."""
    n, a = random.randint(2, 6), random.randint(2, 6)
    return Worked(f"diff(x^{n}*exp({a}x), x)", (
        f"diff(x^{n}, x)*exp({a}x) + x^{n}*diff(exp({a}x), x)",
        f"= {n}x^{n - 1} exp({a}x) + {a}x^{n} exp({a}x)",
        f"= x^{n - 1} e^({a}x) ({n} + {a}x)",
    ), {
        1: (f"diff(x^{n}, x)*diff(exp({a}x), x)", f"= {n}x^{n - 1} * {a}e^({a}x)", f"= {a * n}x^{n - 1}e^({a}x)"),
        2: (f"= {n}x^{n - 1} exp({a}x) + x^{n} exp({a}x)", f"= x^{n - 1} e^({a}x) ({n} + x)"),
        3: (f"= x^{n - 1} e^({a}x) ({n} + {a})",),
    })  # fmt: skip


def quotient(random: Random) -> Worked:
    """(ax + b)/(x² + c)."""
    a, b, c = random.randint(2, 7), random.randint(1, 9), random.randint(1, 9)
    v = f"(x^2 + {c})"
    return Worked(f"diff(({a}x + {b})/{v}, x)", (
        f"({a}{v} - ({a}x + {b})*2x)/{v}^2",
        f"({a}x^2 + {a * c} - {2 * a}x^2 - {2 * b}x)/{v}^2",
        f"({a * c} - {2 * b}x - {a}x^2)/{v}^2",
    ), {
        1: (f"({a}{v} + ({a}x + {b})*2x)/{v}^2", f"({a}x^2 + {a * c} + {2 * a}x^2 + {2 * b}x)/{v}^2",
            f"({3 * a}x^2 + {2 * b}x + {a * c})/{v}^2"),
        2: (f"({a}x^2 + {a * c} - {2 * a}x^2 + {2 * b}x)/{v}^2", f"({a * c} + {2 * b}x - {a}x^2)/{v}^2"),
    })  # fmt: skip


def named_inside(random: Random) -> Worked:
    """(ax + b)ⁿ with a name for the inside."""
    a, b, n = random.randint(2, 7), random.randint(1, 9), random.randint(3, 7)
    return Worked(f"diff(({a}x + {b})^{n}, x)", (
        f"let u = {a}x + {b}", f"{n}u^{n - 1} * {a}", f"{a * n}({a}x + {b})^{n - 1}",
    ), {
        2: (f"{n}u^{n - 1}", f"{n}({a}x + {b})^{n - 1}"),
        3: (f"{a * n}({a}x + {b})^{n}",),
    })  # fmt: skip


def primes(random: Random) -> Worked:
    """x² sin(ax), with primes."""
    a = random.randint(2, 9)
    return Worked(f"diff(x^2*sin({a}x), x)", (
        f"(x^2)' sin({a}x) + x^2 (sin({a}x))'",
        f"2x sin({a}x) + x^2 cos({a}x) ({a}x)'",
        f"2x sin({a}x) + {a}x^2 cos({a}x)",
        f"x(2sin({a}x) + {a}x cos({a}x))",
    ), {
        2: (f"2x sin({a}x) + x^2 cos({a}x)", f"x(2sin({a}x) + x cos({a}x))"),
        3: (f"2x sin({a}x) - {a}x^2 cos({a}x)", f"x(2sin({a}x) - {a}x cos({a}x))"),
        4: (f"x(2sin({a}x) + {a}cos({a}x))",),
    })  # fmt: skip


def implicit(random: Random) -> Worked:
    """x² + axy + y² = c."""
    a, c = random.randint(3, 9), random.randint(3, 40)
    return Worked(f"implicit(x^2 + {a}x*y + y^2 = {c}, y, x)", (
        f"2x + {a}y + {a}x y' + 2y y' = 0",
        f"({a}x + 2y) y' = -2x - {a}y",
        f"y' = -(2x + {a}y)/({a}x + 2y)",
    ), {
        1: (f"2x + {a}x y' + 2y y' = 0", f"({a}x + 2y) y' = -2x", f"y' = -2x/({a}x + 2y)"),
        2: (f"({a}x + 2y) y' = 2x + {a}y", f"y' = (2x + {a}y)/({a}x + 2y)"),
        3: (f"y' = -({a}x + 2y)/(2x + {a}y)",),
    })  # fmt: skip


def second(random: Random) -> Worked:
    """x e^(ax), twice."""
    a = random.randint(2, 7)
    return Worked(f"diff(x*exp({a}x), x, 2)", (
        f"f'(x) = e^({a}x) + {a}x e^({a}x)",
        f"f''(x) = {a}e^({a}x) + {a}e^({a}x) + {a * a}x e^({a}x)",
        f"f''(x) = ({2 * a} + {a * a}x) e^({a}x)",
    ), {
        2: (f"f''(x) = {a}e^({a}x) + {a * a}x e^({a}x)", f"f''(x) = ({a} + {a * a}x) e^({a}x)"),
        3: (f"f''(x) = ({a} + {a * a}x) e^({a}x)",),
    })  # fmt: skip


def logs_first(random: Random) -> Worked:
    """ln(xⁿ(ax + b)), taken apart first."""
    n, a, b = random.randint(2, 6), random.randint(2, 6), random.randint(1, 9)
    v = f"({a}x + {b})"
    return Worked(f"diff(ln(x^{n}*{v}), x)", (
        f"diff({n}ln(x) + ln{v}, x)",
        f"{n}/x + {a}/{v}",
        f"({n}{v} + {a}x)/(x{v})",
        f"({(n + 1) * a}x + {n * b})/(x{v})",
    ), {
        1: (f"diff({n}ln(x)*ln{v}, x)", f"{n}/x * ln{v} + {n}ln(x) * {a}/{v}"),
        2: (f"{n}/x + 1/{v}", f"({n}{v} + x)/(x{v})", f"({n * a + 1}x + {n * b})/(x{v})"),
        4: (f"({(n + 1) * a}x + {b})/(x{v})",),
    })  # fmt: skip


def slope(random: Random) -> Worked:
    """The slope of ax³ + bx² at p."""
    a, b, p = random.randint(2, 5), random.randint(2, 9), random.choice([-3, -2, 2, 3])
    value = 3 * a * p * p + 2 * b * p
    half = 3 * a * p * p + b * p
    return Worked(f"at(diff({a}x^3 + {b}x^2, x), x, {p})", (
        f"f'(x) = {3 * a}x^2 + {2 * b}x",
        f"f'({p}) = {3 * a}*({p})^2 + {2 * b}*({p})",
        f"f'({p}) = {3 * a * p * p} + {2 * b * p}".replace("+ -", "- "),
        f"f'({p}) = {value}",
    ), {
        1: (f"f'(x) = {3 * a}x^2 + {b}x", f"f'({p}) = {3 * a}*({p})^2 + {b}*({p})", f"f'({p}) = {half}"),
        3: (f"f'({p}) = {-3 * a * p * p} + {2 * b * p}".replace("+ -", "- "), f"f'({p}) = {value - 6 * a * p * p}"),
        4: (f"f'({p}) = {value + 1}",),
    })  # fmt: skip


def root(random: Random) -> Worked:
    """√(ax² + b)."""
    a, b = random.randint(2, 9), random.randint(1, 9)
    u = f"({a}x^2 + {b})"
    return Worked(f"diff(sqrt{u}, x)", (
        f"diff({u}^(1/2), x)", f"1/2 {u}^(-1/2) * {2 * a}x", f"{2 * a}x/(2sqrt{u})", f"{a}x/sqrt{u}",
    ), {
        2: (f"1/2 {u}^(1/2) * {2 * a}x", f"{a}x sqrt{u}"),
        3: (f"{2 * a}x/sqrt{u}", f"{2 * a}x {u}^(-1/2)"),
    })  # fmt: skip


def tangent(random: Random) -> Worked:
    """The tangent of x² + bx at p."""
    b, p = random.randint(1, 7), random.choice([1, 2, 3])
    h, m, n = p * p + b * p, 2 * p + b, 2 * p + 2 * b
    return Worked(f"tangent(x^2 + {b}x, x, {p})", (
        f"f({p}) = {h}", f"f'({p}) = {m}", f"y - {h} = {m}(x - {p})", f"y = {m}x - {p * p}",
    ), {
        2: (f"f'({p}) = {n}", f"y - {h} = {n}(x - {p})", f"y = {n}x {signed(h - n * p)}"),
        3: (f"y - {h} = {m}(x + {p})", f"y = {m}x + {h + m * p}"),
        4: (f"y = {m}x - {p * p + p}",),
    })  # fmt: skip


def square_first(random: Random) -> Worked:
    """∫ (x + a)², expanded."""
    a = random.randint(2, 9)
    return Worked(f"int((x + {a})^2, x)", (
        f"int(x^2 + {2 * a}x + {a * a}, x)",
        f"int(x^2, x) + int({2 * a}x, x) + int({a * a}, x)",
        f"x^3/3 + {a}x^2 + {a * a}x + C",
    ), {
        1: (f"int(x^2 + {a * a}, x)", f"int(x^2, x) + int({a * a}, x)", f"x^3/3 + {a * a}x + C"),
        3: (f"x^3/3 + {2 * a}x^2 + {a * a}x + C",),
    })  # fmt: skip


def substitution(random: Random) -> Worked:
    """∫ x e^(ax²)."""
    a = random.randint(2, 7)
    return Worked(f"int(x*exp({a}x^2), x)", (
        f"let u = {a}x^2", f"1/{2 * a} int(exp(u), u)", f"1/{2 * a} exp(u) + C", f"exp({a}x^2)/{2 * a} + C",
    ), {
        2: (f"{2 * a} int(exp(u), u)", f"{2 * a} exp(u) + C", f"{2 * a}exp({a}x^2) + C"),
        4: (f"exp({a}x^2)/{a} + C",),
    })  # fmt: skip


def parts(random: Random) -> Worked:
    """∫ x e^(ax)."""
    a = random.randint(2, 7)
    return Worked(f"int(x*exp({a}x), x)", (
        f"x e^({a}x)/{a} - int(e^({a}x)/{a}, x)",
        f"x e^({a}x)/{a} - e^({a}x)/{a * a} + C",
        f"e^({a}x) ({a}x - 1)/{a * a} + C",
    ), {
        1: (f"x e^({a}x)/{a} + int(e^({a}x)/{a}, x)", f"x e^({a}x)/{a} + e^({a}x)/{a * a} + C",
            f"e^({a}x) ({a}x + 1)/{a * a} + C"),
        2: (f"x e^({a}x)/{a} - e^({a}x)/{a} + C", f"e^({a}x) (x - 1)/{a} + C"),
        3: (f"e^({a}x) (x - 1)/{a * a} + C",),
    })  # fmt: skip


def parts_twice(random: Random) -> Worked:
    """∫ ax² eˣ."""
    a = random.randint(2, 9)
    return Worked(f"int({a}x^2*exp(x), x)", (
        f"{a}x^2 e^x - int({2 * a}x e^x, x)",
        f"{a}x^2 e^x - {2 * a}x e^x + int({2 * a}e^x, x)",
        f"{a}x^2 e^x - {2 * a}x e^x + {2 * a}e^x + C",
        f"{a}e^x (x^2 - 2x + 2) + C",
    ), {
        2: (f"{a}x^2 e^x - {2 * a}x e^x - int({2 * a}e^x, x)", f"{a}x^2 e^x - {2 * a}x e^x - {2 * a}e^x + C",
            f"{a}e^x (x^2 - 2x - 2) + C"),
        4: (f"{a}e^x (x^2 - 2x + 1) + C",),
    })  # fmt: skip


def partial_fractions(random: Random) -> Worked:
    """∫ s/((x − a)(x + b))."""
    a, b = random.randint(1, 6), random.randint(1, 6)
    return Worked(f"int({a + b}/((x - {a})*(x + {b})), x)", (
        f"int(1/(x - {a}) - 1/(x + {b}), x)",
        f"int(1/(x - {a}), x) - int(1/(x + {b}), x)",
        f"ln|x - {a}| - ln|x + {b}| + C",
        f"ln|(x - {a})/(x + {b})| + C",
    ), {
        1: (f"int(1/(x - {a}) + 1/(x + {b}), x)", f"ln|x - {a}| + ln|x + {b}| + C"),
        4: (f"ln|(x - {a})(x + {b})| + C",),
    })  # fmt: skip


def sine_squared(random: Random) -> Worked:
    """∫ sin²(ax)."""
    a = random.randint(2, 6)
    return Worked(f"int(sin({a}x)^2, x)", (
        f"int((1 - cos({2 * a}x))/2, x)",
        f"int(1/2, x) - 1/2 int(cos({2 * a}x), x)",
        f"x/2 - sin({2 * a}x)/{4 * a} + C",
    ), {
        1: (f"int((1 + cos({2 * a}x))/2, x)", f"x/2 + sin({2 * a}x)/{4 * a} + C"),
        3: (f"x/2 - sin({2 * a}x)/2 + C",),
    })  # fmt: skip


def divided_first(random: Random) -> Worked:
    """∫ (x² + a)/x."""
    a = random.randint(2, 9)
    return Worked(f"int((x^2 + {a})/x, x)", (
        f"int(x + {a}/x, x)", f"int(x, x) + {a} int(1/x, x)", f"x^2/2 + {a}ln|x| + C",
    ), {
        1: (f"int(x + {a}, x)", f"int(x, x) + int({a}, x)", f"x^2/2 + {a}x + C"),
        3: (f"x^2/2 - {a}/x^2 + C",),
    })  # fmt: skip


def definite(random: Random) -> Worked:
    """∫ 3ax² + b from p to q."""
    a, b, p, q = random.randint(1, 4), random.randint(1, 9), random.randint(1, 2), random.randint(3, 4)
    high, low = a * q**3 + b * q, a * p**3 + b * p
    return Worked(f"int({3 * a}x^2 + {b}, x, {p}, {q})", (
        f"at({a}x^3 + {b}x, x, {q}) - at({a}x^3 + {b}x, x, {p})",
        f"({a}*{q}^3 + {b}*{q}) - ({a}*{p}^3 + {b}*{p})",
        f"{high} - {low}",
        f"{high - low}",
    ), {
        2: (f"({a}*{q}^3 + {b}*{q}) - {a}*{p}^3 + {b}*{p}", f"{high - low + 2 * b * p}"),
        3: (f"{low} - {high}", f"{low - high}"),
    })  # fmt: skip


def changed_bounds(random: Random) -> Worked:
    """∫ 2x(x² + b)ⁿ from 0 to q, with new bounds."""
    b, n, q = random.randint(1, 4), random.randint(2, 3), random.randint(2, 3)
    high, k = q * q + b, n + 1
    value, slipped = Fraction(high**k - b**k, k), Fraction(q**k, k)
    return Worked(f"int(2x*(x^2 + {b})^{n}, x, 0, {q})", (
        f"let u = x^2 + {b}", f"int(u^{n}, u, {b}, {high})", f"{high}^{k}/{k} - {b}^{k}/{k}", str(value),
    ), {
        2: (f"int(u^{n}, u, 0, {q})", f"{q}^{k}/{k} - 0", str(slipped)),
        3: (f"{high}^{k} - {b}^{k}", str(high**k - b**k)),
    })  # fmt: skip


def definite_parts(random: Random) -> Worked:
    """∫ ax eˣ from 0 to q."""
    a, q = random.randint(2, 6), random.randint(2, 4)
    return Worked(f"int({a}x*exp(x), x, 0, {q})", (
        f"at({a}x*e^x, x, {q}) - at({a}x*e^x, x, 0) - int({a}e^x, x, 0, {q})",
        f"{a * q}e^{q} - ({a}e^{q} - {a})",
        f"{a * (q - 1)}e^{q} + {a}",
    ), {
        2: (f"{a * q}e^{q} - {a}e^{q} - {a}", f"{a * (q - 1)}e^{q} - {a}"),
        3: (f"{a * (q - 1)}e^{q} - {a}",),
    })  # fmt: skip


def improper(random: Random) -> Worked:
    """∫ a/x² from p to ∞."""
    a, p = random.randint(2, 9), random.randint(1, 5)
    return Worked(f"int({a}/x^2, x, {p}, inf)", (
        f"limit(int({a}/x^2, x, {p}, t), t, inf)", f"limit({a}/{p} - {a}/t, t, inf)", f"{a}/{p}",
    ), {
        2: (f"limit({a}/t - {a}/{p}, t, inf)", f"-{a}/{p}"),
    })  # fmt: skip


DERIVATIVES = (product, quotient, named_inside, primes, implicit, second, slope, root, tangent)
ALGEBRA = (square_first, divided_first, logs_first)
INTEGRALS = (substitution, parts, parts_twice, partial_fractions, sine_squared)
DEFINITE = (definite, changed_bounds, definite_parts, improper)
