"""Limits, series and algebra on the way: what is mistaken, by formulas in the numbers drawn."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic, signed


def hole(random: Random) -> Asked:
    """(x² − a²)/(x − a)."""
    a = random.randint(2, 9)
    return Asked(f"limit((x^2 - {a * a})/(x - {a}), x, {a})", f"{2 * a}", {
        "0/0 taken for 0": "0",
        "0/0 taken for 1": "1",
        "0/0 taken for no limit": "dne",
    })  # fmt: skip


def hole_of_two(random: Random) -> Asked:
    """(x² + (b − a)x − ab)/(x² − a²)."""
    a, b = random.randint(2, 5), random.randint(6, 9)
    top = f"x^2 {signed(b - a)}x - {a * b}"
    return Asked(f"limit(({top})/(x^2 - {a * a}), x, {a})", str(Fraction(a + b, 2 * a)), {
        "0/0 taken for 0": "0",
        "0/0 taken for 1": "1",
        "0/0 taken for no limit": "dne",
    })  # fmt: skip


def sine_over_line(random: Random) -> Asked:
    """sin(ax)/(bx)."""
    a, b = random.choice([(2, 3), (3, 2), (5, 2), (4, 3), (7, 2), (5, 4)])
    return Asked(f"limit(sin({a}x)/({b}x), x, 0)", f"{a}/{b}", {
        "every sine over its angle is 1": "1",
        "sine limit: factor upside down": f"{b}/{a}",
        "0/0 taken for 0": "0",
        "sine limit: only the outer factor": f"1/{b}",
    })  # fmt: skip


def cosine(random: Random) -> Asked:
    """(1 − cos ax)/x²."""
    a = random.randint(3, 8)
    return Asked(f"limit((1 - cos({a}x))/x^2, x, 0)", str(Fraction(a * a, 2)), {
        "cosine limit: factor not squared": str(Fraction(a, 2)),
        "cosine limit: factor lost": "1/2",
        "cosine limit: half lost": f"{a * a}",
        "0/0 taken for 0": "0",
    })  # fmt: skip


def of_exponential(random: Random) -> Asked:
    """(e^(ax) − 1)/(bx)."""
    a, b = random.choice([(2, 3), (3, 2), (5, 2), (4, 3), (7, 2), (5, 4)])
    return Asked(f"limit((exp({a}x) - 1)/({b}x), x, 0)", f"{a}/{b}", {
        "l'Hôpital: inner derivative forgotten": f"1/{b}",
        "0/0 taken for 0": "0",
        "0/0 taken for 1": "1",
    })  # fmt: skip


def not_indeterminate(random: Random) -> Asked:
    """(x² + a)/(x + b) at p: l'Hôpital where it does not apply."""
    a, b, p = random.randint(2, 9), random.randint(2, 9), random.randint(1, 4)
    while (p * p + a) == 2 * p * (p + b):
        a += 1
    return Asked(f"limit((x^2 + {a})/(x + {b}), x, {p})", str(Fraction(p * p + a, p + b)), {
        "l'Hôpital where it does not apply": f"{2 * p}",
    })  # fmt: skip


def at_infinity(random: Random) -> Asked:
    """(ax² + bx + c)/(dx² + e)."""
    a, d = random.choice([(2, 3), (5, 2), (3, 4), (7, 3), (4, 5)])
    b, c, e = random.randint(1, 9), random.choice([1, 11]), random.choice([7, 13])
    return Asked(f"limit(({a}x^2 + {b}x + {c})/({d}x^2 + {e}), x, inf)", f"{a}/{d}", {
        "infinity over infinity is 1": "1",
        "infinity over infinity is infinite": "inf",
        "ratio of the constant terms": f"{c}/{e}",
        "ratio turned over": f"{d}/{a}",
        "infinity over infinity is 0": "0",
    })  # fmt: skip


def other_degrees(random: Random) -> Asked:
    """(ax + b)/(cx² + d)."""
    a, b, c, d = random.randint(2, 9), random.randint(1, 9), random.randint(2, 9), random.randint(1, 9)
    while a == c:
        c = random.randint(2, 9)
    return Asked(f"limit(({a}x + {b})/({c}x^2 + {d}), x, inf)", "0", {
        "ratio of leading coefficients of other degrees": f"{a}/{c}",
        "infinity over infinity is infinite": "inf",
        "infinity over infinity is 1": "1",
    })  # fmt: skip


def compound(random: Random) -> Asked:
    """(1 + a/n)^(bn)."""
    a, b = random.randint(2, 6), random.randint(1, 3)
    power = "n" if b == 1 else f"({b}n)"
    return Asked(f"limit((1 + {a}/n)^{power}, n, inf)", f"e^{a * b}", {
        "one to the infinite is 1": "1",
        "compound limit: always e": "e",
        "one plus to the infinite is infinite": "inf",
    })  # fmt: skip


def difference_of_infinities(random: Random) -> Asked:
    """√(x² + ax) − x."""
    a = random.randint(2, 9)
    return Asked(f"limit(sqrt(x^2 + {a}x) - x, x, inf)", f"{a}/2", {
        "infinite minus infinite is 0": "0",
        "infinite minus infinite is infinite": "inf",
        "conjugate: half lost": f"{a}",
    })  # fmt: skip


def left_of_infinity(random: Random) -> Asked:
    """√(a²x² + b)/(x + c) for x → −∞."""
    a, b, c = random.randint(2, 7), random.randint(1, 9), random.randint(1, 9)
    return Asked(f"limit(sqrt({a * a}x^2 + {b})/(x + {c}), x, -inf)", f"-{a}", {
        "root of a square as x, left of 0": f"{a}",
        "infinity over infinity is 1": "1",
    })  # fmt: skip


def one_side(random: Random) -> Asked:
    """|x − a|/(x − a) from the left."""
    a = random.randint(1, 9)
    return Asked(f"limit(abs(x - {a})/(x - {a}), x, {a}, -)", "-1", {
        "absolute value cancelled": "1",
        "one-sided limit taken for none": "dne",
        "0/0 taken for 0": "0",
    })  # fmt: skip


def geometric(random: Random) -> Asked:
    """Σ a rⁿ from 1."""
    p, q = random.choice([(1, 3), (2, 3), (1, 4), (3, 4), (2, 5), (3, 5)])
    a = random.randint(2, 6)
    r = Fraction(p, q)
    return Asked(f"sum({a}*({p}/{q})^n, n, 1, inf)", str(a * r / (1 - r)), {
        "geometric: started at 0": str(a / (1 - r)),
        "geometric: plus in the denominator": str(a * r / (1 + r)),
        "geometric: ratio for the first term": str(r / (1 - r)),
        "geometric: infinite because the number of terms is": "inf",
    })  # fmt: skip


def geometric_from_zero(random: Random) -> Asked:
    """Σ (−1)ⁿ rⁿ from 0."""
    q = random.randint(2, 9)
    return Asked(f"sum((-1/{q})^n, n, 0, inf)", f"{q}/{q + 1}", {
        "geometric: sign of the ratio": f"{q}/{q - 1}",
        "geometric: started at 1": f"-1/{q + 1}",
    })  # fmt: skip


def harmonic_like(random: Random) -> Asked:
    """Σ a/n^p with p ≤ 1."""
    a, b = random.randint(2, 9), random.randint(1, 9)
    term = random.choice([f"{a}/(n + {b})", f"{a}/sqrt(n)", f"{a}/(n + {b})^(2/3)"])
    return Asked(f"converges(sum({term}, n, 1, inf))", "diverges", {
        "terms go to 0, so it converges": "converges",
    })  # fmt: skip


def alternating(random: Random) -> Asked:
    """Σ (−1)ⁿ/(n + b)."""
    b = random.randint(1, 9)
    return Asked(f"converges(sum((-1)^n/(n + {b}), n, 1, inf))", "conditionally", {
        "alternating taken for absolute": "absolutely",
        "alternating: the moduli diverge, so it diverges": "diverges",
    })  # fmt: skip


def radius(random: Random) -> Asked:
    """Σ xⁿ/(n rⁿ)."""
    r = random.randint(2, 9)
    return Asked(f"radius(sum(x^n/(n*{r}^n), n, 1, inf), x)", f"{r}", {
        "radius: the ratio itself": f"1/{r}",
        "radius: the base ignored": "1",
        "radius: infinite": "inf",
    })  # fmt: skip


def radius_of_even(random: Random) -> Asked:
    """Σ x^(2n)/cⁿ."""
    r = random.randint(2, 9)
    return Asked(f"radius(sum(x^(2n)/{r * r}^n, n, 0, inf), x)", f"{r}", {
        "radius: root of an even power forgotten": f"{r * r}",
        "radius: the ratio itself": f"1/{r * r}",
    })  # fmt: skip


def interval(random: Random) -> Asked:
    """Σ (x − a)ⁿ/(n rⁿ)."""
    a, r = random.randint(2, 6), random.randint(2, 5)
    return Asked(f"convergence(sum((x - {a})^n/(n*{r}^n), n, 1, inf), x)", f"[{a - r}, {a + r})", {
        "interval: centre ignored": f"[-{r}, {r})",
        "interval: ends not looked at": f"({a - r}, {a + r})",
        "interval: both ends taken": f"closed({a - r}, {a + r})",
    })  # fmt: skip


def taylor_exponential(random: Random) -> Asked:
    """e^(ax) to the third order."""
    a = random.randint(2, 5)
    return Asked(f"taylor(exp({a}x), x, 0, 3)", f"1 + {a}x + {a * a}x^2/2 + {a**3}x^3/6", {
        "taylor: factorials forgotten": f"1 + {a}x + {a**2}x^2 + {a**3}x^3",
        "taylor: inner factor forgotten": "1 + x + x^2/2 + x^3/6",
        "taylor: divided by n, not by n!": f"1 + {a}x + {a * a}x^2/2 + {a**3}x^3/3",
        "taylor: inner factor not raised": f"1 + {a}x + {a}x^2/2 + {a}x^3/6",
        "taylor: constant term forgotten": f"{a}x + {a * a}x^2/2 + {a**3}x^3/6",
    })  # fmt: skip


def taylor_sine(random: Random) -> Asked:
    """sin(ax) to the fifth order."""
    a = random.randint(2, 4)
    third, fifth = Fraction(a**3, 6), Fraction(a**5, 120)
    return Asked(f"taylor(sin({a}x), x, 0, 5)", f"{a}x - {third}*x^3 + {fifth}*x^5", {
        "taylor: signs do not alternate": f"{a}x + {third}*x^3 + {fifth}*x^5",
        "taylor: factorials forgotten": f"{a}x - {a**3}x^3 + {a**5}x^5",
        "taylor: series of the cosine": f"1 - {Fraction(a**2, 2)}*x^2 + {Fraction(a**4, 24)}*x^4",
        "taylor: inner factor forgotten": "x - x^3/6 + x^5/120",
    })  # fmt: skip


def taylor_elsewhere(random: Random) -> Asked:
    """1/x at a to the second order."""
    a = random.randint(2, 5)
    return Asked(f"taylor(1/x, x, {a}, 2)", f"1/{a} - (x-{a})/{a**2} + (x-{a})^2/{a**3}", {
        "taylor: centre not shifted": f"1/{a} - x/{a**2} + x^2/{a**3}",
        "taylor: factorials forgotten": f"1/{a} - (x - {a})/{a**2} + 2(x - {a})^2/{a**3}",
        "taylor: shift of the wrong sign": f"1/{a} - (x+{a})/{a**2} + (x+{a})^2/{a**3}",
    })  # fmt: skip


def square_of_sum(random: Random) -> Asked:
    """(x + a)², expanded on the way."""
    a = random.randint(2, 9)
    return Asked(f"int((x + {a})^2, x)", f"(x + {a})^3/3 + C", {
        "square spread over a sum": f"x^3/3 + {a * a}x + C",
        "middle term not doubled": f"x^3/3 + {a}x^2/2 + {a * a}x + C",
    })  # fmt: skip


def root_of_sum(random: Random) -> Asked:
    """√(x² + a²)."""
    a = random.randint(2, 9)
    return Asked(f"at(sqrt(x^2 + {a * a}), x, {a + 1})", f"sqrt({(a + 1) ** 2 + a * a})", {
        "root spread over a sum": f"{2 * a + 1}",
    })  # fmt: skip


def log_of_sum(random: Random) -> Asked:
    """ln(x + a), by parts of the sum."""
    a = random.randint(2, 9)
    return Asked(f"diff(x^2*ln(x + {a}), x)", f"2x ln(x + {a}) + x^2/(x + {a})", {
        "logarithm spread over a sum": f"2x(ln(x) + ln({a})) + x",
    })  # fmt: skip


def fraction_of_sum(random: Random) -> Asked:
    """(x² + a)/x, a term cancelled."""
    a = random.randint(2, 9)
    return Asked(f"int((x^2 + {a})/x, x)", f"x^2/2 + {a}ln(abs(x)) + C", {
        "cancelled a term, not a factor": f"x^2/2 + {a}x + C",
        "quotient of the integrals": f"(x^3/3 + {a}x)/(x^2/2) + C",
    })  # fmt: skip


def power_of_power(random: Random) -> Asked:
    """(xᵃ)ᵇ and xᵃxᵇ."""
    a, b = random.choice([(2, 3), (3, 2), (3, 4), (4, 3), (2, 5)])
    return Asked(f"diff((x^{a})^{b}, x)", f"{a * b}x^{a * b - 1}", {
        "powers of powers added": f"{a + b}x^{a + b - 1}",
    })  # fmt: skip


def product_of_powers(random: Random) -> Asked:
    """xᵃ·xᵇ integrated."""
    a, b = random.choice([(2, 3), (3, 4), (2, 5), (3, 5)])
    return Asked(f"int(x^{a}*x^{b}, x)", f"x^{a + b + 1}/{a + b + 1} + C", {
        "powers multiplied": f"x^{a * b + 1}/{a * b + 1} + C",
        "product of the integrals": f"x^{a + 1}/{a + 1} * x^{b + 1}/{b + 1} + C",
    })  # fmt: skip


def difference_quotient(random: Random) -> Asked:
    """((a + h)² − a²)/h with the square spread over the sum."""
    a, k = random.randint(2, 6), random.randint(2, 5)
    return Asked(f"limit(({k}({a} + h)^2 - {k * a * a})/h, h, 0)", f"{2 * a * k}", {
        "square spread over a sum": "0",
        "0/0 taken for 1": "1",
        "0/0 taken for no limit": "dne",
    })  # fmt: skip


LIMITS = Topic("limits", (
    hole, hole_of_two, sine_over_line, cosine, of_exponential, not_indeterminate, at_infinity, other_degrees, compound,
    difference_of_infinities, left_of_infinity, one_side,
))  # fmt: skip
SERIES = Topic("series", (
    geometric, geometric_from_zero, harmonic_like, alternating, radius, radius_of_even, interval, taylor_exponential,
    taylor_sine, taylor_elsewhere,
))  # fmt: skip
ALGEBRA = Topic("algebra", (
    square_of_sum, root_of_sum, log_of_sum, fraction_of_sum, power_of_power, product_of_powers, difference_quotient,
))  # fmt: skip
