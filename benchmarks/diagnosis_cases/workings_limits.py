"""Workings of limits, series and differential equations, and where each may slip."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.diagnosis_cases.asked import Worked


def factored(random: Random) -> Worked:
    """A limit by factoring."""
    a, b = random.randint(2, 5), random.randint(6, 9)
    return Worked(f"limit((x^2 + {b - a}x - {a * b})/(x^2 - {a * a}), x, {a})", (
        f"limit(((x - {a})(x + {b}))/((x - {a})(x + {a})), x, {a})",
        f"limit((x + {b})/(x + {a}), x, {a})",
        f"({a} + {b})/({a} + {a})",
        str(Fraction(a + b, 2 * a)),
    ), {
        1: (f"limit(((x - {a})(x - {b}))/((x - {a})(x + {a})), x, {a})", f"limit((x - {b})/(x + {a}), x, {a})",
            str(Fraction(a - b, 2 * a))),
        2: (f"limit((x + {b})/(x - {b}), x, {a})", str(Fraction(a + b, a - b))),
        4: (str(Fraction(a + b, a)),),
    })  # fmt: skip


def conjugate(random: Random) -> Worked:
    """√(x² + ax) − x."""
    a = random.randint(2, 9)
    r = f"sqrt(x^2 + {a}x)"
    return Worked(f"limit({r} - x, x, inf)", (
        f"limit(({r} - x)({r} + x)/({r} + x), x, inf)",
        f"limit({a}x/({r} + x), x, inf)",
        f"limit({a}/(sqrt(1 + {a}/x) + 1), x, inf)",
        f"{a}/2",
    ), {
        2: (f"limit((2x^2 + {a}x)/({r} + x), x, inf)", "inf"),
        3: (f"limit({a}/sqrt(1 + {a}/x), x, inf)", f"{a}"),
        4: (f"{a}",),
    })  # fmt: skip


def hospital(random: Random) -> Worked:
    """(1 − cos ax)/x²."""
    a = random.randint(3, 9)
    return Worked(f"limit((1 - cos({a}x))/x^2, x, 0)", (
        f"limit({a}sin({a}x)/(2x), x, 0)", f"limit({a * a}cos({a}x)/2, x, 0)", str(Fraction(a * a, 2)),
    ), {
        1: (f"limit(sin({a}x)/(2x), x, 0)", f"limit({a}cos({a}x)/2, x, 0)", str(Fraction(a, 2))),
        2: (f"limit({a}cos({a}x)/2, x, 0)", str(Fraction(a, 2))),
    })  # fmt: skip


def highest_power(random: Random) -> Worked:
    """(ax² + bx)/(dx² + e)."""
    a, d, b, e = random.randint(2, 9), random.randint(2, 9), random.randint(1, 9), random.randint(1, 9)
    return Worked(f"limit(({a}x^2 + {b}x)/({d}x^2 + {e}), x, inf)", (
        f"limit(({a} + {b}/x)/({d} + {e}/x^2), x, inf)", f"({a} + 0)/({d} + 0)", str(Fraction(a, d)),
    ), {
        1: (f"limit(({a} + {b})/({d} + {e}/x^2), x, inf)", f"({a + b})/({d} + 0)", str(Fraction(a + b, d))),
        2: (f"({a} + {b})/({d} + 0)", str(Fraction(a + b, d))),
    })  # fmt: skip


def from_definition(random: Random) -> Worked:
    """The slope of kx² from its definition."""
    k = random.randint(2, 9)
    return Worked(f"limit(rate({k}x^2, x, x, x + h), h, 0)", (
        f"limit(({k}(x + h)^2 - {k}x^2)/h, h, 0)",
        f"limit(({2 * k}x h + {k}h^2)/h, h, 0)",
        f"limit({2 * k}x + {k}h, h, 0)",
        f"{2 * k}x",
    ), {
        2: (f"limit(({k}x h + {k}h^2)/h, h, 0)", f"limit({k}x + {k}h, h, 0)", f"{k}x"),
        3: (f"limit({2 * k}x h + {k}h, h, 0)", "0"),
    })  # fmt: skip


def geometric(random: Random) -> Worked:
    """Σ a rⁿ from 1."""
    p, q = random.choice([(1, 3), (2, 3), (1, 4), (3, 4), (2, 5)])
    a, r = random.randint(2, 9), Fraction(p, q)
    return Worked(f"sum({a}*({p}/{q})^n, n, 1, inf)", (
        f"{a} sum(({p}/{q})^n, n, 1, inf)", f"{a} * ({p}/{q})/(1 - {p}/{q})", str(a * r / (1 - r)),
    ), {
        2: (f"{a}/(1 - {p}/{q})", str(a / (1 - r))),
        3: (str(a * r / (1 + r)),),
    })  # fmt: skip


def telescope(random: Random) -> Worked:
    """Σ a/(n(n + 1)) up to m."""
    a, m = random.randint(2, 9), random.randint(5, 20)
    return Worked(f"sum({a}/(n*(n + 1)), n, 1, {m})", (
        f"sum({a}/n - {a}/(n + 1), n, 1, {m})", f"{a} - {a}/{m + 1}", str(a - Fraction(a, m + 1)),
    ), {
        1: (f"sum(1/n - {a}/(n + 1), n, 1, {m})",),
        2: (f"{a} - {a}/{m}", str(a - Fraction(a, m))),
    })  # fmt: skip


def arithmetic(random: Random) -> Worked:
    """Σ (an + b) up to m."""
    a, b, m = random.randint(2, 6), random.randint(2, 9), random.randint(5, 12)
    whole = a * m * (m + 1) // 2
    return Worked(f"sum({a}n + {b}, n, 1, {m})", (
        f"{a} sum(n, n, 1, {m}) + sum({b}, n, 1, {m})", f"{a}*{m}*{m + 1}/2 + {b}*{m}", f"{whole} + {b * m}",
        f"{whole + b * m}",
    ), {
        1: (f"{a} sum(n, n, 1, {m}) + {b}", f"{a}*{m}*{m + 1}/2 + {b}", f"{whole + b}"),
        2: (f"{a}*{m}*{m - 1}/2 + {b}*{m}", f"{a * m * (m - 1) // 2 + b * m}"),
    })  # fmt: skip


def taylor(random: Random) -> Worked:
    """e^(ax) to the third order."""
    a = random.randint(2, 5)
    return Worked(f"taylor(exp({a}x), x, 0, 3)", (
        f"1 + ({a}x) + ({a}x)^2/2 + ({a}x)^3/6",
        f"1 + {a}x + {a * a}x^2/2 + {a**3}x^3/6",
        f"1 + {a}x + {Fraction(a * a, 2)}*x^2 + {Fraction(a**3, 6)}*x^3",
    ), {
        1: (f"1 + ({a}x) + ({a}x)^2 + ({a}x)^3", f"1 + {a}x + {a * a}x^2 + {a**3}x^3"),
        2: (f"1 + {a}x + {a}x^2/2 + {a}x^3/6",),
    })  # fmt: skip


def separated(random: Random) -> Worked:
    """y′ = ky."""
    k = random.randint(2, 9)
    return Worked(f"ode(y' = {k}y, y, x)", (
        f"int(1/y, y) = int({k}, x)", f"ln|y| = {k}x + C", f"y = C e^({k}x)",
    ), {
        2: ("ln|y| = x + C", "y = C e^x"),
        3: (f"y = e^({k}x) + C",),
    })  # fmt: skip


def euler(random: Random) -> Worked:
    """Two steps of Euler's method for y′ = ky from 1."""
    k, n = random.randint(2, 5), random.choice([5, 10])
    s = Fraction(k, n)
    first, last = 1 + s, (1 + s) ** 2
    return Worked(f"euler({k}y, x, 0, 1, 1/{n}, 2)", (
        f"1 + 1/{n}*{k} + 1/{n}*{k}*(1 + 1/{n}*{k})", f"{first} + 1/{n}*{k}*{first}", str(last),
    ), {
        2: (f"{first} + 1/{n}*{k}", str(1 + 2 * s)),
        3: (str(last + Fraction(1, n)),),
    })  # fmt: skip


LIMITS = (factored, conjugate, hospital, highest_power, from_definition)
SERIES = (geometric, telescope, arithmetic, taylor)
ODE = (separated, euler)
