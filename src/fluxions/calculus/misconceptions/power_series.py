"""Wrong ways to geometric series, the radius and interval of power series, and Taylor polynomials."""

from __future__ import annotations

from math import factorial

from fluxions.calculus.derivation.rule import Misconception, found
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    ZERO,
    Add,
    At,
    Div,
    Expr,
    Fn,
    Limit,
    Mul,
    Num,
    Operator,
    Pow,
    Root,
    Sum,
    Sym,
)
from fluxions.calculus.misconceptions.expansions import taylor_polynomial, taylor_task
from fluxions.calculus.misconceptions.series import powers_step
from fluxions.calculus.rules.power_series import radius
from fluxions.calculus.rules.sums import geometric_series
from fluxions.calculus.trees import free_of, mapped


def started_at_zero(goal: Expr) -> Expr | None:
    """The geometric series from 1 on taken from 0 on."""
    match goal:
        case Sum(a, n, low, high) if low == ONE and high == INF and found(geometric_series(goal)) is not None:
            return Sum(a, n, ZERO, high)
    return None


def ratio_as_first_term(goal: Expr) -> Expr | None:
    """The geometric series taken for q/(1 − q), though its first term is another."""
    seen = found(geometric_series(goal)) or found(geometric_series(_bare(goal)))
    match dict(seen.using) if seen else {}:
        case {"a": a, "q": q} if a != ONE:
            return Div(q, ONE - q)
    return None


def _bare(goal: Expr) -> Expr:
    """The sum without the constant factors of its terms."""
    match goal:
        case Sum(Mul(factors), n, low, high):
            moving = [each for each in factors if not free_of(each, n)]
            return Sum(moving[0], n, low, high) if len(moving) == 1 else goal
    return goal


def infinite_by_its_length(goal: Expr) -> Expr | None:
    """A convergent geometric series taken for infinite because it has no last term."""
    match goal:
        case Sum(_, _, _, high) if high == INF and found(geometric_series(_bare(goal))) is not None:
            return INF
    return None


def radius_always_one(goal: Expr) -> Expr | None:
    """The radius of Σ xⁿ given for every power series: what stands to the power n in its coefficients is left out."""
    return ONE if found(radius(goal)) is not None else None


def radius_infinite(goal: Expr) -> Expr | None:
    """A power series taken to converge everywhere because its coefficients go to 0."""
    return INF if found(radius(goal)) is not None else None


def radius_root_left_out(goal: Expr) -> Expr | None:
    """The radius of a series in x^(mn) taken for the limit of |cₙ/cₙ₊₁|, without the mth root."""
    match found(radius(goal)):
        case seen if seen is not None and isinstance(seen.result, Limit) and (m := powers_step(goal)) > 1:
            ratio = seen.result
            bare = ratio.arg.arg if isinstance(ratio.arg, Root) else tidied(Pow(ratio.arg, Num(m)))
            return Limit(bare, ratio.variable, ratio.point, ratio.side)
    return None


def centre_left_out(goal: Expr) -> Expr | None:
    """The interval about 0 instead of about the centre of the powers."""
    match goal:
        case Operator("convergence", (Sum(a, n, low, high), Sym() as x)):
            moved = mapped(a, lambda e: Pow(x, e.exponent) if _shifted_power(e, x) else e)  # type: ignore[attr-defined]
            return Operator("convergence", (Sum(moved, n, low, high), x)) if moved != a else None
    return None


def _shifted_power(e: Expr, x: Sym) -> bool:
    match e:
        case Pow(Add() as base, _):
            return free_of(tidied(x - base), x)
    return False


def inside_factor_left_out(goal: Expr) -> Expr | None:
    """The series of f(x) given for that of f(cx)."""
    match taylor_task(goal):
        case (Fn(name, (Mul((Num(), u)),)), x, a, n) if a == ZERO and u == x:
            return Operator("taylor", (Fn(name, (x,)), x, a, Num(n)))
        case (Pow(base, Mul((Num(), u))), x, a, n) if a == ZERO and u == x:
            return Operator("taylor", (Pow(base, x), x, a, Num(n)))
    return None


def value_left_out(goal: Expr) -> Expr | None:
    """The Taylor polynomial without its first term f(a)."""
    match taylor_task(goal):
        case (f, x, a, _):
            return goal - At(f, x, a)
    return None


def other_wave(goal: Expr) -> Expr | None:
    """The series of the cosine given for the sine, and that of the sine for the cosine."""
    match taylor_task(goal):
        case (Fn("sin" | "cos" as name, u), x, a, n):
            return Operator("taylor", (Fn("cos" if name == "sin" else "sin", u), x, a, Num(n)))
    return None


def shifted_the_other_way(goal: Expr) -> Expr | None:
    """Powers of x + a in the place of powers of x − a."""
    match taylor_task(goal):
        case (f, x, a, n) if a != ZERO:
            return taylor_polynomial(f, x, a, n, [factorial(k) for k in range(n + 1)], tidied(x + a))
    return None


GEOMETRIC, TAYLOR = "sequences-geometric-series", "taylor-polynomials"
MISCONCEPTIONS = (
    Misconception("series-started-at-zero", GEOMETRIC,
        "You summed from the term of exponent 0 on. This series begins with exponent 1: take its own first term over "
        "one minus the ratio.",
        started_at_zero, "The series was started at 0", ("sum(1/3^n, n, 1, inf)", "3/2")),
    Misconception("ratio-as-first-term", GEOMETRIC,
        "You put the ratio in as the first term. Write the first term out by putting the first index in, factors in "
        "front included.",
        ratio_as_first_term, "The ratio taken for the first term", ("sum(5*(1/3)^n, n, 1, inf)", "1/2")),
    Misconception("infinite-by-its-length", GEOMETRIC,
        "You took the sum for infinite because its terms never end. With a ratio between $-1$ and 1 the terms shrink "
        "so fast that the sum stays finite: first term over one minus the ratio.",
        infinite_by_its_length, "Endless, so infinite", ("sum(1/3^n, n, 1, inf)", "inf")),
    Misconception("radius-always-one", TAYLOR,
        "You gave the radius of $\\sum x^n$. Here the coefficients grow or shrink like powers: find the limit of "
        "$|c_n/c_{n+1}|$.",
        radius_always_one, "The base in the coefficients ignored",
        ("radius(sum(x^n/(n*4^n), n, 1, inf), x)", "1")),
    Misconception("radius-taken-infinite", TAYLOR,
        "You took the series to converge everywhere. Coefficients that go to 0 do not suffice for that: find the "
        "limit of $|c_n/c_{n+1}|$.",
        radius_infinite, "The radius taken for infinite", ("radius(sum(x^n/(n*4^n), n, 1, inf), x)", "inf")),
    Misconception("radius-root-left-out", TAYLOR,
        "You gave the bound for the power that stands in the series. Take its root: $|x^2| < R$ means "
        "$|x| < \\sqrt{R}$.",
        radius_root_left_out, "The root of the radius is missing", ("radius(sum(x^(2n)/25^n, n, 0, inf), x)", "25")),
    Misconception("centre-left-out", TAYLOR,
        "You gave the interval about 0. The powers are those of $x - a$: the interval lies about $a$.",
        centre_left_out, "The centre of the interval ignored",
        ("convergence(sum((x - 5)^n/(n*2^n), n, 1, inf), x)", "[-2, 2)")),
    Misconception("inside-factor-left-out", TAYLOR,
        "You gave the series with $x$ alone inside. Put the whole inside into every power of the series.",
        inside_factor_left_out, "The factor inside is left out", ("taylor(e^(3x), x, 0, 2)", "1 + x + x^2/2")),
    Misconception("first-value-left-out", TAYLOR,
        "You left out the first term. The polynomial begins with the value $f(a)$ itself.",
        value_left_out, "The value at the centre is missing", ("taylor(e^(3x), x, 0, 2)", "3x + 9x^2/2")),
    Misconception("series-of-the-other-wave", TAYLOR,
        "You exchanged the series of sine and cosine. The sine has odd powers and begins with $u$, the cosine even "
        "powers and begins with 1.",
        other_wave, "Sine and cosine exchanged", ("taylor(sin(2x), x, 0, 3)", "1 - 2x^2")),
    Misconception("shifted-the-other-way", TAYLOR,
        "You took powers of $x + a$. About the centre $a$ the powers are those of the distance $x - a$.",
        shifted_the_other_way, "The centre has the other sign",
        ("taylor(ln(x), x, 1, 2)", "x + 1 - (x + 1)^2/2")),
)  # fmt: skip
