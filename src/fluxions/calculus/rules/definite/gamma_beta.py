"""Integrals that the gamma and the beta function name, and the values of these."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import INF, ONE, ZERO, Add, Div, Expr, Int, Mul, Num, Pow, Rel, Sym, fn
from fluxions.calculus.rules.definite.fundamental import split_constant
from fluxions.calculus.rules.definite.powers import coefficients, negative, power_of, split_exponential

BY_HAND = (0, 1, 2)  # powers for which the limit is taken as it is defined


def exponential_integral(node: Expr) -> Expr | Found | None:
    """∫ e^(−cx) dx from 0 to ∞ is 1/c."""
    match node:
        case Int(f, x, low, high) if low == ZERO and high == INF:
            c = _rate(f, x)
            if c is None or isinstance(c, Num):
                return None  # with a number the limit is taken as it is defined
            return Found(Div(ONE, c), (("c", c),), (Condition(Rel(">", c, ZERO), "assumed"),))
    return None


def _rate(f: Expr, x: Sym) -> Expr | None:
    """c where f is e^(−cx)."""
    factor, exponent = split_exponential(f)
    known = coefficients(exponent, x) if exponent is not None else None
    return negative(known[1]) if factor == ONE and known is not None and set(known) == {1} else None


def power_from_zero(node: Expr) -> Expr | Found | None:
    """∫ xⁿ dx from 0 to b is b^(n+1)/(n + 1), for n > −1."""
    match node:
        case Int(f, x, low, high) if low == ZERO and high is not None and high not in (INF, ZERO):
            n = power_of(f, x)
            if n is None or isinstance(n, Num):
                return None
            q = tidied(n + ONE)
            needed = Condition(Rel(">", n, Num(-1)), "assumed")
            return Found(tidied(Div(Pow(high, q), q)), (("n", n), ("b", high)), (needed,))
    return None


def gamma_integral(node: Expr) -> Expr | Found | None:
    """∫ x^p e^(−cx) dx from 0 to ∞ is Γ(p + 1)/c^(p+1)."""
    match node:
        case Int(f, x, low, high) if low == ZERO and high == INF:
            number, moving = split_constant(f, x)
            factor, exponent = split_exponential(moving)
            p = power_of(factor, x)
            known = coefficients(exponent, x) if exponent is not None else None
            if p is None or known is None or set(known) != {1}:
                return None
            c = negative(known[1])
            if isinstance(c, Num) and c.value <= 0:
                return None
            if isinstance(p, Num) and isinstance(c, Num) and p.value in BY_HAND:
                return None
            q = tidied(p + ONE)
            top = fn("gamma", q)
            value = top if c == ONE else Div(top, Pow(c, q))
            needed = [Condition(Rel(">", each, ZERO), "assumed") for each in (q, c) if not isinstance(each, Num)]
            return Found(_times(number, value), (("c", c), ("q", q)), tuple(needed))
    return None


def _times(number: Expr, value: Expr) -> Expr:
    return value if number == ONE else Mul((number, value))


def beta_integral(node: Expr) -> Expr | Found | None:
    """∫ x^(a−1) (1 − x)^(b−1) dx from 0 to 1 is B(a, b) = Γ(a)Γ(b)/Γ(a + b)."""
    match node:
        case Int(f, x, low, high) if low == ZERO and high == ONE:
            number, moving = split_constant(f, x)
            powers = _beta_powers(moving, x)
            if powers is None:
                return None
            a, b = (tidied(each + ONE) for each in powers)
            value = Div(Mul((fn("gamma", a), fn("gamma", b))), fn("gamma", tidied(Add((a, b)))))
            needed = [Condition(Rel(">", each, ZERO), "assumed") for each in (a, b) if not isinstance(each, Num)]
            return Found(_times(number, value), (("a", a), ("b", b)), tuple(needed))
    return None


def _beta_powers(f: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(p, q) with f = x^p (1 − x)^q, neither being 0."""
    match f:
        case Mul(factors):
            parts = [_one_power(each, x) for each in factors]
        case Div(top, bottom):
            above, below = _beta_powers(top, x) or _one_power(top, x), _beta_powers(bottom, x) or _one_power(bottom, x)
            if above is None or below is None:
                return None
            return _both(tidied(above[0] - below[0]), tidied(above[1] - below[1]))
        case _:
            return None
    if None in parts:
        return None
    sums = [tidied(Add(tuple(part[i] for part in parts if part))) for i in (0, 1)]
    return _both(*sums)


def powers_of_x_and_mirror(f: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(p, q) with f = x^p (1 − x)^q, either may be 0."""
    parts = [_one_power(each, x) for each in (f.factors if isinstance(f, Mul) else (f,))]
    if None in parts:
        return None
    first, second = (tidied(Add(tuple(part[i] for part in parts if part))) for i in (0, 1))
    return first, second


def _both(p: Expr, q: Expr) -> tuple[Expr, Expr] | None:
    return None if ZERO in (p, q) else (p, q)


def _one_power(e: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    first = power_of(e, x)
    if first is not None:
        return first, ZERO
    y = Sym(x.name + " mirrored")
    second = power_of(_mirrored(e, x, y), y)
    return None if second is None else (ZERO, second)


def _mirrored(e: Expr, x: Sym, y: Sym) -> Expr:
    """1 − x written as y."""
    if e == ONE - x:
        return y
    return e.rebuilt(tuple(_mirrored(child, x, y) for child in e.children)) if e.children else e


RULES = (
    Rule("power-from-zero", "improper-integrals",
         "For $n>-1$ the integral of $x^n$ from 0 to ${b}$ is ${b}^{n+1}/(n+1)$, also where it is improper at 0; here "
         "$n={n}$.", power_from_zero, "the power rule from 0 on"),
    Rule("exponential-integral", "improper-integrals",
         "For $c>0$ the integral of $e^{-cx}$ from 0 to $\\infty$ is $1/c$; here $c={c}$.", exponential_integral,
         "the integral of a decaying exponential"),
    Rule("gamma-integral", "gamma-beta-functions",
         "This is the integral of the gamma function: $\\int_0^\\infty x^{p-1}e^{-cx}\\,\\mathrm{d}x="
         "\\frac{\\Gamma(p)}{c^p}$ with $p={q}$ and $c={c}$.", gamma_integral, "the gamma integral"),
    Rule("beta-integral", "gamma-beta-functions",
         "This is the beta integral $B({a},{b})=\\frac{\\Gamma(a)\\Gamma(b)}{\\Gamma(a+b)}$.", beta_integral,
         "the beta integral"),
)  # fmt: skip
