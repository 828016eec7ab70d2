"""Powers and products of the trigonometric functions of one angle."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, Add, Div, Expr, Int, Mul, Neg, Num, Pow, fn
from fluxions.calculus.rules.integration.angles import Waves, waves
from fluxions.calculus.rules.integration.integrand import fresh, power, signed, substituting
from fluxions.calculus.rules.integration.pieces import product

MOST = 16  # the largest power that is written out


def _over(constant: Expr, slope: Expr) -> Expr:
    return constant if slope == ONE else Div(constant, slope)


def _bracket(u: Expr, sign: int, n: Fraction) -> Expr:
    """(1 ± u²)ⁿ."""
    square = Pow(u, TWO)
    return power(Add((ONE, square if sign > 0 else Neg(square))), n)


def odd_sine(node: Expr) -> Expr | Found | None:
    """∫ sinᵖ cos^q with p odd: u = cos, and sin² = 1 − u²."""
    seen = waves(node)
    if seen is None or not seen.alone or not _odd(seen.p) or seen.p == 1 or (_odd(seen.q) and seen.q < seen.p):
        return None
    if seen.names == {"tan"}:  # the reduction formula
        return None
    return _turned(seen, "cos", "sin", seen.p, seen.q, Neg(seen.constant))


def odd_cosine(node: Expr) -> Expr | Found | None:
    """∫ sinᵖ cos^q with q odd: u = sin, and cos² = 1 − u²."""
    seen = waves(node)
    if seen is None or not seen.alone or not _odd(seen.q) or seen.q == 1 or (_odd(seen.p) and seen.p <= seen.q):
        return None
    if seen.names == {"cot"}:
        return None
    return _turned(seen, "sin", "cos", seen.q, seen.p, seen.constant)


def sine_times(node: Expr) -> Expr | Found | None:
    """∫ sin f(cos): u = cos, for a power f; the same for cos f(sin)."""
    seen = waves(node)
    return _sine_times(seen) if seen is not None and seen.names <= {"sin", "cos"} else None


def mixed_as_sine_times(node: Expr) -> Expr | Found | None:
    """The same where tangents and their like make it up: sec/tan² = cos/sin²."""
    seen = waves(node)
    return _sine_times(seen) if seen is not None and not seen.names <= {"sin", "cos"} else None


def _sine_times(seen: Waves) -> Found | None:
    if not seen.alone or 1 not in (seen.p, seen.q):
        return None
    if seen.p == 1:
        return _turned(seen, "cos", "sin", seen.p, seen.q, Neg(seen.constant))
    return _turned(seen, "sin", "cos", seen.q, seen.p, seen.constant)


def _odd(n: Fraction) -> bool:
    return n.denominator == 1 and n % 2 == 1 and 0 < n <= MOST


def _turned(seen: Waves, kept: str, spent: str, odd: Fraction, rest: Fraction, constant: Expr) -> Found:
    """One factor of `spent` makes du; the rest of it becomes (1 − u²)."""
    inside = fn(kept, seen.w)
    u = fresh(inside, seen.x)
    above = product((*_signed_bracket(_over(constant, seen.slope), u, (odd - 1) / 2), power(u, max(rest, Fraction(0)))))
    g = above if rest >= 0 else Div(above, power(u, -rest))
    wave = fn(spent, seen.w)
    du = tidied(product((seen.slope, Neg(wave) if kept == "cos" else wave)))
    using = (("u", u), ("v", inside), ("s", wave), ("square", Pow(wave, TWO)), ("du", du), ("x", seen.x),
             ("f", _quotient(seen.w, seen.p, seen.q)))  # fmt: skip
    return Found(substituting(g, u, inside), using)


def _signed_bracket(constant: Expr, u: Expr, n: Fraction) -> tuple[Expr, Expr]:
    """c and (1 − u²)ⁿ, or −c and (u² − 1)ⁿ for an odd n where c has a minus."""
    negative, size = signed(constant)
    if negative and n % 2 == 1:
        return size, power(Add((Pow(u, TWO), Num(-1))), n)
    return constant, _bracket(u, -1, n)


def secant_kept(node: Expr) -> Expr | Found | None:
    """∫ tanᵐ secⁿ with m odd and n ≥ 1: u = sec, du = sec tan, and tan² = u² − 1; the same for cot and csc."""
    seen = waves(node)
    if seen is None or not seen.alone or not seen.whole:
        return None
    if seen.names <= {"tan", "sec"} and "tan" in seen.names:
        m, n, kept, spent, sign = seen.p, -(seen.p + seen.q), "sec", "tan", 1
    elif seen.names <= {"cot", "csc"} and "cot" in seen.names:
        m, n, kept, spent, sign = seen.q, -(seen.p + seen.q), "csc", "cot", -1
    else:
        return None
    if not _odd(m) or m == 1 or n < 1:
        return None
    inside = fn(kept, seen.w)
    u = fresh(inside, seen.x)
    square = Add((Pow(u, TWO), Num(-1)))
    constant = _over(seen.constant if sign > 0 else Neg(seen.constant), seen.slope)
    g = product((constant, power(square, (m - 1) / 2), power(u, n - 1)))
    using = (("u", u), ("v", inside), ("s", Mul((inside, fn(spent, seen.w)))), ("square", Pow(fn(spent, seen.w), TWO)))
    return Found(substituting(g, u, inside), using)


def tangent_kept(node: Expr) -> Expr | Found | None:
    """∫ tanᵐ secⁿ with n even and at least 4: u = tan, du = sec², and sec² = 1 + u²; the same for cot and csc."""
    return _by_tangent(waves(node), least=4, most=MOST)


def secant_squared_times(node: Expr) -> Expr | Found | None:
    """∫ tanᵐ sec²: u = tan, du = sec²; the same for cot and csc."""
    return _by_tangent(waves(node), least=2, most=2)


def _by_tangent(seen: Waves | None, least: int, most: int) -> Found | None:
    if seen is None or not seen.alone:
        return None
    n = -(seen.p + seen.q)
    if n.denominator != 1 or n % 2 or not least <= n <= most or (seen.p.denominator != 1 and seen.q.denominator == 1):
        return None
    by_cotangent = seen.p < 0 and (seen.q >= 0 or seen.names <= {"cot", "csc"})
    kept, spent, m = ("cot", "csc", seen.q) if by_cotangent else ("tan", "sec", seen.p)
    inside = fn(kept, seen.w)
    u = fresh(inside, seen.x)
    constant = _over(Neg(seen.constant) if by_cotangent else seen.constant, seen.slope)
    above = product((constant, _bracket(u, 1, n / 2 - 1), power(u, max(m, Fraction(0)))))
    g = above if m >= 0 else Div(above, power(u, -m))
    using = (("u", u), ("v", inside), ("square", Pow(fn(spent, seen.w), TWO)))
    return Found(substituting(g, u, inside), using)


def half_angles(node: Expr) -> Expr | Found | None:
    """sin² = (1 − cos 2w)/2 and cos² = (1 + cos 2w)/2, for even powers of both."""
    seen = waves(node)
    if seen is None or not seen.whole or not _small_and_even(seen.p, seen.q):
        return None
    w2 = tidied(Mul((TWO, seen.w)))
    if seen.p == seen.q:
        return None
    wave = fn("cos", w2)
    parts = (
        power(Div(Add((ONE, Neg(wave))), TWO), seen.p / 2),
        power(Div(Add((ONE, wave)), TWO), seen.q / 2),
    )
    scale = Num(Fraction(1, 2 ** int((seen.p + seen.q) / 2)))
    terms = _expanded(int(seen.p / 2), int(seen.q / 2))
    written = Add(tuple(scaled_wave(c, wave, k) for k, c in enumerate(terms) if c))
    opened = Int(tidied(product((seen.constant, scale, seen.other, written))), seen.x)
    squares = product(parts)
    return Found(opened, (("u", seen.w), ("v", w2), ("g", squares)))


def _small_and_even(p: Fraction, q: Fraction) -> bool:
    most = 6 if p and q else 4
    return p >= 0 and q >= 0 and p % 2 == 0 and q % 2 == 0 and 0 < p + q <= most


def _expanded(m: int, n: int) -> list[int]:
    """The coefficients of (1 − c)ᵐ(1 + c)ⁿ."""
    found = [0] * (m + n + 1)
    for i in range(m + 1):
        for j in range(n + 1):
            found[i + j] += comb(m, i) * (-1) ** i * comb(n, j)
    return found


def scaled_wave(c: int, wave: Expr, k: int) -> Expr:
    """c · waveᵏ with its sign in front."""
    size = product((Num(abs(c)), power(wave, k)))
    return size if c > 0 else Neg(size)


def double_angle_product(node: Expr) -> Expr | Found | None:
    """(sin w cos w)ⁿ = (sin 2w / 2)ⁿ."""
    seen = waves(node)
    if seen is None or not seen.whole or seen.p != seen.q or not 0 < seen.p <= MOST:
        return None
    if seen.alone and _odd(seen.p):
        return None
    wave = fn("sin", tidied(Mul((TWO, seen.w))))
    constant = Div(seen.constant, Num(2 ** int(seen.p)))
    opened = Int(tidied(product((constant, seen.other, power(wave, seen.p)))), seen.x)
    return Found(opened, (("u", seen.w), ("v", wave)))


def pythagoras_to_one(node: Expr) -> Expr | Found | None:
    """An even power of sine (cosine) beside a power of the other: sin² = 1 − cos², written out as a sum."""
    seen = waves(node)
    if seen is None or not seen.alone or not seen.whole or seen.p == 0 or seen.q == 0:
        return None
    p, q = seen.p, seen.q
    sine_goes = _even(p) and (not _even(q) or p <= q)
    if not sine_goes and not _even(q):
        return None
    spent, kept, even, rest = ("sin", "cos", p, q) if sine_goes else ("cos", "sin", q, p)
    m = int(even) // 2
    terms = tuple(
        _signed((-1) ** i, product((Num(comb(m, i)), _wave_power(kept, seen.w, rest + 2 * i)))) for i in range(m + 1)
    )
    square = Pow(fn(spent, seen.w), TWO)
    other = Add((ONE, Neg(Pow(fn(kept, seen.w), TWO))))
    opened = Int(tidied(product((seen.constant, Add(terms)))), seen.x)
    return Found(opened, (("square", square), ("v", other)))


def _even(n: Fraction) -> bool:
    return n % 2 == 0 and 0 < n <= MOST


def _signed(sign: int, e: Expr) -> Expr:
    return e if sign > 0 else Neg(e)


RECIPROCAL = {"sin": "csc", "cos": "sec", "sinh": "csch", "cosh": "sech"}


def _wave_power(name: str, w: Expr, n: Fraction) -> Expr:
    """sinⁿ w, as a power of the cosecant where n is negative."""
    return power(fn(name, w), n) if n >= 0 else power(fn(RECIPROCAL[name], w), -n)


def tangent_squared(node: Expr) -> Expr | Found | None:
    """tan² = sec² − 1 beside odd powers of the secant or other factors; cot² = csc² − 1."""
    seen = waves(node)
    if seen is None or not seen.whole:
        return None
    n = -(seen.p + seen.q)
    if seen.names <= {"tan", "sec"} and "tan" in seen.names:
        m, spent, kept = seen.p, "tan", "sec"
    elif seen.names <= {"cot", "csc"} and "cot" in seen.names:
        m, spent, kept = seen.q, "cot", "csc"
    else:
        return None
    if not _even(m) or n < 0 or (n % 2 == 0 and n > 0 and seen.alone):
        return None
    half = int(m) // 2
    if half > 1 and n == 0:  # the reduction formula is shorter
        return None
    terms = tuple(
        _signed((-1) ** i, product((Num(comb(half, i)), power(fn(kept, seen.w), n + 2 * (half - i)))))
        for i in range(half + 1)
    )
    opened = Int(tidied(product((seen.constant, seen.other, Add(terms)))), seen.x)
    square, other = Pow(fn(spent, seen.w), TWO), Add((Pow(fn(kept, seen.w), TWO), Num(-1)))
    return Found(opened, (("square", square), ("v", other)))


def one_as_squares(node: Expr) -> Expr | Found | None:
    """1/(sinᵐ cosⁿ): the 1 on top is written as sin² + cos², which splits the fraction."""
    seen = waves(node)
    if seen is None or not seen.alone or not seen.whole or seen.p >= 0 or seen.q >= 0:
        return None
    if (seen.p + seen.q) % 2 == 0:
        return None
    split = tuple(_quotient(seen.w, seen.p + 2 * (1 - i), seen.q + 2 * i) for i in range(2))
    ones = Add((Pow(fn("sin", seen.w), TWO), Pow(fn("cos", seen.w), TWO)))
    return Found(Int(tidied(product((seen.constant, Add(split)))), seen.x), (("v", ones),))


def _quotient(w: Expr, p: Fraction, q: Fraction) -> Expr:
    above = product((power(fn("sin", w), max(p, Fraction(0))), power(fn("cos", w), max(q, Fraction(0)))))
    below = product((power(fn("sin", w), max(-p, Fraction(0))), power(fn("cos", w), max(-q, Fraction(0)))))
    return above if below == ONE else Div(above, below)


TRIG = "trig-integrals"
RULES = (
    Rule("odd-power-of-sine", TRIG,
         "The power of ${s}$ is odd: keep one factor ${s}$ for the differential, write ${square}$ as $1-{u}^2$, "
         "and take ${u} = {v}$: then $d{u} = {du}\\,d{x}$.",
         odd_sine, "an odd power of sine", cost=2),
    Rule("odd-power-of-cosine", TRIG,
         "The power of ${s}$ is odd: keep one factor ${s}$ for the differential, write ${square}$ as $1-{u}^2$, "
         "and take ${u} = {v}$: then $d{u} = {du}\\,d{x}$.",
         odd_cosine, "an odd power of cosine", cost=2),
    Rule("sine-times-power", TRIG, "Keep ${s}$ for the differential and take ${u} = {v}$: then $d{u} = {du}\\,d{x}$.",
         sine_times, "sine times a power of cosine", cost=2),
    Rule("mixed-waves-as-sine-and-cosine", TRIG,
         "By sine and cosine alone this is ${f}$. Take ${u} = {v}$: then $d{u} = {du}\\,d{x}$.",
         mixed_as_sine_times, "writing all by sine and cosine", cost=2),
    Rule("tangent-times-secant-squared", TRIG, "Keep ${square}$ for the differential and take ${u} = {v}$.",
         secant_squared_times, "a power of tangent times secant squared", cost=2),
    Rule("secant-times-tangent", TRIG,
         "Keep ${s}$ for the differential, write ${square}$ as ${u}^2-1$, and take ${u} = {v}$.",
         secant_kept, "an odd power of tangent", cost=2),
    Rule("even-power-of-secant", TRIG,
         "Keep one factor ${square}$ for the differential, write the others as $1+{u}^2$, and take ${u} = {v}$.",
         tangent_kept, "an even power of secant", cost=2),
    Rule("half-angle-squares", TRIG,
         "The powers are even: write $\\sin^2 {u} = (1-\\cos {v})/2$ and $\\cos^2 {u} = (1+\\cos {v})/2$.",
         half_angles, "the half-angle formulas", cost=3),
    Rule("double-angle-product", TRIG, "Sine times cosine is half the sine of the double angle: ${v}/2$.",
         double_angle_product, "the double-angle formula", cost=3),
    Rule("tangent-squared", TRIG, "Write ${square}$ as ${v}$.", tangent_squared, "the identity of tangent and secant",
         cost=2),
    Rule("square-by-the-other", TRIG, "Write ${square}$ as ${v}$ and multiply out.", pythagoras_to_one,
         "the Pythagorean identity", cost=4),
    Rule("one-as-squares", TRIG, "Write the 1 on top as ${v}$ and split the fraction.", one_as_squares,
         "writing 1 as a sum of squares", cost=4),
)  # fmt: skip
