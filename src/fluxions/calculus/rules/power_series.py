"""Power series: the radius by the ratio of coefficients, and the interval with both its ends."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    Const,
    Div,
    Expr,
    Interval,
    Limit,
    Neg,
    Num,
    Operator,
    Pow,
    Root,
    Set,
    Sum,
    Sym,
)  # fmt: skip
from fluxions.calculus.rules.convergence import DIVERGES
from fluxions.calculus.rules.tendency import is_zero
from fluxions.calculus.rules.terms import alternation, cancelled, factors_of, next_over_this, quotient
from fluxions.calculus.trees import free_of, substituted, symbols


def _power_series(a: Expr, n: Sym, x: Sym) -> tuple[Expr, Expr, Fraction] | None:
    """(cₙ, centre, m) where a is cₙ (x − centre)^(mn + b)."""
    _, above, below = factors_of(a)
    moving = [each for each in above if not free_of(each, x)]
    if len(moving) != 1 or any(not free_of(each, x) for each in below) or not isinstance(moving[0], Pow):
        return None
    base, exponent = moving[0].base, moving[0].exponent
    step = tidied(substituted(exponent, {n.name: n + ONE}) - exponent)
    centre = tidied(x - base)
    if not isinstance(step, Num) or step.value <= 0 or not free_of(centre, x):
        return None

    rest = quotient([each for each in above if each is not moving[0]], below)
    return rest, centre, step.value


def radius(node: Expr) -> Expr | Found | None:
    """R = lim |cₙ/cₙ₊₁|, its mth root for powers of (x − a)ᵐ."""
    match node:
        case Operator("radius", (Sum(a, n, _, high), Sym() as x)) if high == INF:
            parts = _power_series(a, n, x)
            if parts is None:
                return None
            c, centre, m = parts
            size = alternation(c, n)[1]
            inverse = _reciprocal(next_over_this(size, n))
            ratio = inverse if m == 1 else tidied(Root(inverse, Num(m)))
            return Found(Limit(ratio, n, INF), (("c", size), ("a", centre)))
    return None


def _reciprocal(e: Expr) -> Expr:
    match e:
        case Div(u, v):
            return tidied(v if u == ONE else Div(v, u))
    return tidied(Div(ONE, e))


def interval_begun(node: Expr) -> Expr | Found | None:
    """First the radius; then the two ends."""
    match node:
        case Operator("convergence", (Sum(a, n, low, high) as series, Sym() as x)) if high == INF:
            if _power_series(a, n, x) is not None:
                radius_first = Operator("radius", (series, x))
                return Found(Operator("within", (radius_first, a, n, low, x)), (("x", x),))
    return None


def whole_line(node: Expr) -> Expr | Found | None:
    """An infinite radius: it converges everywhere."""
    match node:
        case Operator("within", (r, *_)) if r == INF:
            return Found(Interval(Neg(INF), INF, False, False), (("r", r),))
    return None


def only_the_centre(node: Expr) -> Expr | Found | None:
    """The radius 0: it converges at the centre alone."""
    match node:
        case Operator("within", (r, a, Sym() as n, _, Sym() as x)) if r != INF and is_zero(r):
            parts = _power_series(a, n, x)
            return None if parts is None else Found(Set((parts[1],)), (("a", parts[1]),))
    return None


def ends_to_try(node: Expr) -> Expr | Found | None:
    """Inside a − R < x < a + R it converges, outside it does not; the two ends are tried one by one."""
    match node:
        case Operator("within", (r, a, Sym() as n, low, Sym() as x)) if r != INF and not is_zero(r):
            parts = _power_series(a, n, x)
            if parts is None:
                return None
            left, right = tidied(parts[1] - r), tidied(parts[1] + r)
            ends = [Operator("converges", (Sum(_at_end(a, x, end), n, low, INF),)) for end in (left, right)]
            return Found(Operator("endpoints", (left, right, *ends)), (("a", left), ("b", right)))
    return None


def _at_end(a: Expr, x: Sym, end: Expr) -> Expr:

    n = next((Sym(each) for each in sorted(symbols(a) - {x.name})), x)
    put_in = substituted(a, {x.name: end})
    sign, size = alternation(tidied(put_in), n)
    size = cancelled(size, n)
    return (
        size
        if sign > 0
        else Div(Pow(Num(-1), n), size.bottom)
        if isinstance(size, Div) and size.top == ONE
        else tidied(Pow(Num(-1), n) * size)
    )


def ends_found(node: Expr) -> Expr | Found | None:
    """An end belongs to the interval where the series converges there."""
    match node:
        case Operator("endpoints", (left, right, Const() as at_left, Const() as at_right)):
            return Found(
                Interval(left, right, at_left != DIVERGES, at_right != DIVERGES),
                (("a", left), ("b", right), ("u", at_left), ("v", at_right)),
            )
    return None


TAYLOR = "taylor-polynomials"
POWERS = (
    Rule("radius-by-ratio", TAYLOR, "The radius is the limit of $|c_n/c_{n+1}|$ for the coefficients $c_n = {c}$, up "
         "to sign; the centre is ${a}$.", radius, "the radius by the ratio", early=True),
    Rule("radius-first", TAYLOR, "Find the radius first, then try the two ends.", interval_begun,
         "the interval of convergence", early=True),
    Rule("whole-line", TAYLOR, "The radius is infinite: the series converges for every number.", whole_line,
         "convergence on the whole line"),
    Rule("only-the-centre", TAYLOR, "The radius is 0: the series converges at ${a}$ alone.", only_the_centre,
         "convergence at the centre alone"),
    Rule("ends-to-try", TAYLOR, "Between ${a}$ and ${b}$ the series converges, outside it does not: the two ends are "
         "left.", ends_to_try, "the two ends"),
    Rule("ends-found", TAYLOR, "At ${a}$ the series ${u}$, at ${b}$ it ${v}$.", ends_found, "the ends decided"),
)  # fmt: skip
