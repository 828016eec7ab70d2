"""Powers and products of the hyperbolic functions of one argument, and products of two arguments."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, Add, Div, Expr, Fn, Int, Mul, Neg, Num, Pow, Sym, fn
from fluxions.calculus.rules.integration.angles import Waves, hyperbolic_waves
from fluxions.calculus.rules.integration.integrand import (
    factored,
    fresh,
    indefinite,
    line,
    of_powers,
    power,
    quotient,
    signed,
    substituting,
)
from fluxions.calculus.rules.integration.pieces import product

MOST = 16


def odd_sinh(node: Expr) -> Expr | Found | None:
    """∫ sinhᵖ cosh^q with p odd: u = cosh, and sinh² = u² − 1."""
    seen = hyperbolic_waves(node)
    if seen is None or not seen.alone or not _odd(seen.p) or seen.p == 1 or (_odd(seen.q) and seen.q < seen.p):
        return None
    if seen.names == {"tanh"}:
        return None
    u = fresh(node, seen.x)
    return _turned(seen, u, "cosh", "sinh", Add((Pow(u, TWO), Num(-1))), (seen.p, seen.q))


def odd_cosh(node: Expr) -> Expr | Found | None:
    """∫ sinhᵖ cosh^q with q odd: u = sinh, and cosh² = 1 + u²."""
    seen = hyperbolic_waves(node)
    if seen is None or not seen.alone or not _odd(seen.q) or seen.q == 1 or (_odd(seen.p) and seen.p <= seen.q):
        return None
    if seen.names == {"coth"}:
        return None
    u = fresh(node, seen.x)
    return _turned(seen, u, "sinh", "cosh", Add((ONE, Pow(u, TWO))), (seen.q, seen.p))


def sinh_times(node: Expr) -> Expr | Found | None:
    """∫ sinh f(cosh): u = cosh, for a power f; the same for cosh f(sinh)."""
    seen = hyperbolic_waves(node)
    if seen is None or not seen.alone or 1 not in (seen.p, seen.q):
        return None
    u = fresh(node, seen.x)
    if seen.p == 1:
        return _turned(seen, u, "cosh", "sinh", ONE, (seen.p, seen.q))
    return _turned(seen, u, "sinh", "cosh", ONE, (seen.q, seen.p))


def _odd(n: Fraction) -> bool:
    return n.denominator == 1 and n % 2 == 1 and 0 < n <= MOST


def _turned(seen: Waves, u: Sym, kept: str, spent: str, square: Expr, powers: tuple[Fraction, Fraction]) -> Found:
    odd, rest = powers
    inside = fn(kept, seen.w)
    above = product(
        (quotient(seen.constant, seen.slope), power(square, (odd - 1) / 2), power(u, max(rest, Fraction(0))))
    )
    g = above if rest >= 0 else Div(above, power(u, -rest))
    using = (("u", u), ("v", inside), ("s", fn(spent, seen.w)), ("square", Pow(fn(spent, seen.w), TWO)), ("w", square))
    return Found(substituting(g, u, inside), using)


def tanh_kept(node: Expr) -> Expr | Found | None:
    """∫ tanhᵐ sechⁿ with n even and at least 4: u = tanh, du = sech², and sech² = 1 − u²."""
    return _by_tanh(node, least=4, most=MOST)


def sech_squared_times(node: Expr) -> Expr | Found | None:
    """∫ tanhᵐ sech²: u = tanh, du = sech²; the same for coth and csch."""
    return _by_tanh(node, least=2, most=2)


def _by_tanh(node: Expr, least: int, most: int) -> Found | None:
    seen = hyperbolic_waves(node)
    if seen is None or not seen.alone or not seen.whole:
        return None
    n = -(seen.p + seen.q)
    if n % 2 or not least <= n <= most:
        return None
    by_coth = seen.p < 0 and (seen.q >= 0 or seen.names <= {"coth", "csch"})
    kept, spent, m = ("coth", "csch", seen.q) if by_coth else ("tanh", "sech", seen.p)
    u, inside = fresh(node, seen.x), fn(kept, seen.w)
    square = Add((Pow(u, TWO), Num(-1))) if by_coth else Add((ONE, Neg(Pow(u, TWO))))
    constant = quotient(Neg(seen.constant) if by_coth else seen.constant, seen.slope)
    above = product((constant, power(square, n / 2 - 1), power(u, max(m, Fraction(0)))))
    g = above if m >= 0 else Div(above, power(u, -m))
    using = (("u", u), ("v", inside), ("square", Pow(fn(spent, seen.w), TWO)), ("w", square))
    return Found(substituting(g, u, inside), using)


def double_argument(node: Expr) -> Expr | Found | None:
    """sinh² = (cosh 2w − 1)/2 and cosh² = (cosh 2w + 1)/2, for even powers of both."""
    seen = hyperbolic_waves(node)
    if seen is None or not seen.whole or seen.p % 2 or seen.q % 2 or not 0 < seen.p + seen.q <= 4:
        return None
    if seen.p < 0 or seen.q < 0:
        return None
    doubled = tidied(Mul((TWO, seen.w)))
    wave = fn("cosh", doubled)
    m, n = int(seen.p / 2), int(seen.q / 2)
    powers: dict[int, int] = {}
    for i in range(m + 1):
        for j in range(n + 1):
            powers[i + j] = powers.get(i + j, 0) + comb(m, i) * (-1) ** (m - i) * comb(n, j)
    terms = tuple(_term(c, power(wave, k)) for k, c in sorted(powers.items(), reverse=True) if c)
    written = terms[0] if len(terms) == 1 else Add(terms)
    scale = Num(Fraction(1, 2 ** (m + n)))
    opened = Int(tidied(product((seen.constant, scale, seen.other, written))), seen.x)
    return Found(opened, (("u", seen.w), ("v", doubled)))


def _term(c: int, e: Expr) -> Expr:
    size = product((Num(abs(c)), e))
    return size if c > 0 else Neg(size)


def tanh_squared(node: Expr) -> Expr | Found | None:
    """tanh² = 1 − sech² and coth² = 1 + csch², also beside other factors."""
    seen = hyperbolic_waves(node)
    if seen is None or not seen.whole or seen.p + seen.q != 0 or abs(seen.p) != 2:
        return None
    spent, kept = ("tanh", "sech") if seen.p > 0 else ("coth", "csch")
    square = Pow(fn(kept, seen.w), TWO)
    other = Add((ONE, Neg(square))) if seen.p > 0 else Add((ONE, square))
    opened = Int(tidied(product((seen.constant, seen.other, other))), seen.x)
    return Found(opened, (("square", Pow(fn(spent, seen.w), TWO)), ("v", other)))


def square_by_the_other(node: Expr) -> Expr | Found | None:
    """An even power of sinh beside a power of cosh: sinh² = cosh² − 1, multiplied out; and the other way round."""
    seen = hyperbolic_waves(node)
    if seen is None or not seen.alone or not seen.whole or seen.p == 0 or seen.q == 0:
        return None
    sinh_goes = _even(seen.p) and (not _even(seen.q) or seen.p <= seen.q)
    if not sinh_goes and not _even(seen.q):
        return None
    spent, kept, even, rest = ("sinh", "cosh", seen.p, seen.q) if sinh_goes else ("cosh", "sinh", seen.q, seen.p)
    m, sign = int(even) // 2, -1 if sinh_goes else 1
    terms = tuple(_term(comb(m, i) * sign ** (m - i), _power(kept, seen.w, rest + 2 * i)) for i in range(m, -1, -1))
    other = Add((Pow(fn(kept, seen.w), TWO), Num(sign)))
    opened = Int(tidied(product((seen.constant, Add(terms)))), seen.x)
    return Found(opened, (("square", Pow(fn(spent, seen.w), TWO)), ("v", other)))


def _even(n: Fraction) -> bool:
    return n % 2 == 0 and 0 < n <= MOST


def _power(name: str, w: Expr, n: Fraction) -> Expr:
    reciprocal = {"sinh": "csch", "cosh": "sech"}[name]
    return power(fn(name, w), n) if n >= 0 else power(fn(reciprocal, w), -n)


def product_to_sum(node: Expr) -> Expr | Found | None:
    """sinh a cosh b = (sinh(a + b) + sinh(a − b))/2, and the like for two sinh and two cosh."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    found = [
        base for base, n in powers.items()
        if n == 1 and isinstance(base, Fn) and base.name in ("sinh", "cosh") and line(base.args[0], x) is not None
    ]  # fmt: skip
    pair = next(((a, b) for i, a in enumerate(found) for b in found[i + 1 :] if a.args != b.args), None)
    if pair is None:
        return None
    first, second = sorted(pair, key=lambda each: each.name, reverse=True)
    a, b = first.args[0], second.args[0]
    more, less = tidied(Add((a, b))), tidied(Add((a, Neg(b))))
    negative, size = signed(less)
    if first.name != second.name:
        terms = Add((fn("sinh", more), Neg(fn("sinh", size)) if negative else fn("sinh", size)))
    else:
        terms = Add((fn("cosh", more), Neg(fn("cosh", size)) if first.name == "sinh" else fn("cosh", size)))
    others = of_powers({base: n for base, n in powers.items() if base not in pair})
    opened = Int(tidied(product((Div(constant, TWO), others, terms))), x)
    return Found(opened, (("f", Mul(pair)), ("g", tidied(Div(terms, TWO)))))


TRIG = "trig-integrals"
RULES = (
    Rule("odd-power-of-sinh", TRIG,
         "The power of ${s}$ is odd: keep one factor ${s}$ for the differential, write ${square}$ as ${w}$, "
         "and take ${u} = {v}$.", odd_sinh, "an odd power of sinh", cost=2),
    Rule("odd-power-of-cosh", TRIG,
         "The power of ${s}$ is odd: keep one factor ${s}$ for the differential, write ${square}$ as ${w}$, "
         "and take ${u} = {v}$.", odd_cosh, "an odd power of cosh", cost=2),
    Rule("sinh-times-power", TRIG, "Keep ${s}$ for the differential and take ${u} = {v}$.", sinh_times,
         "sinh times a power of cosh", cost=2),
    Rule("tanh-times-sech-squared", TRIG, "Keep ${square}$ for the differential and take ${u} = {v}$.",
         sech_squared_times, "a power of tanh times sech squared", cost=2),
    Rule("even-power-of-sech", TRIG,
         "Keep one factor ${square}$ for the differential, write the others as ${w}$, and take ${u} = {v}$.",
         tanh_kept, "an even power of sech", cost=2),
    Rule("double-argument", TRIG,
         "The powers are even: write $\\sinh^2 {u} = (\\cosh {v}-1)/2$ and $\\cosh^2 {u} = (\\cosh {v}+1)/2$.",
         double_argument, "the double-argument formulas", cost=3),
    Rule("tanh-squared", TRIG, "Write ${square}$ as ${v}$.", tanh_squared, "the identity of tanh and sech", cost=2),
    Rule("hyperbolic-square-by-the-other", TRIG, "Write ${square}$ as ${v}$ and multiply out.", square_by_the_other,
         "the hyperbolic identity of squares", cost=4),
    Rule("hyperbolic-product-to-sum", TRIG, "Write the product ${f}$ as the sum ${g}$.", product_to_sum,
         "the product-to-sum formula of hyperbolic functions", cost=2),
)  # fmt: skip
