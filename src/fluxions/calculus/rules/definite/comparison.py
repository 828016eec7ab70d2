"""Does an improper integral converge? By its exponent, by comparison with a power, or by its value."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import INF, ONE, ZERO, Const, Div, Expr, Int, Limit, Num, Operator, Pow, Rel, Sym
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.ranges import order
from fluxions.calculus.rules.convergence import CONVERGES, DIVERGES
from fluxions.calculus.rules.definite.fundamental import split_constant
from fluxions.calculus.rules.definite.powers import power_of
from fluxions.calculus.rules.definite.singular import singular_points
from fluxions.calculus.rules.growth import LOG, growth, leading
from fluxions.calculus.rules.tendency import Way, side_of
from fluxions.calculus.trees import nodes

SKILL = "improper-integrals"


def _tail(node: Expr) -> tuple[Expr, Sym, Expr] | None:
    """(f, x, a) where the question is whether ∫ f from a to ∞ converges, f of one sign far out and proper before."""
    match node:
        case Operator("converges", (Int(f, x, low, high) as goal,)) if high == INF and low is not None:
            if singular_points(goal) == () and side_of(f, Way(x, INF)) != 0:
                return f, x, low
    return None


def _power(x: Sym, p: Fraction) -> Expr:
    return Div(ONE, x if p == 1 else Pow(x, Num(p)))


def by_exponent(node: Expr) -> Expr | Found | None:
    """∫ x^(−p) from a > 0 to ∞ converges exactly for p > 1; from 0 to b exactly for p < 1."""
    match node:
        case Operator("converges", (Int(f, x, low, high),)) if low is not None and high is not None:
            n = power_of(split_constant(f, x)[1], x)
            if not isinstance(n, Num):
                return None
            p = -n.value
            if high == INF and order(low, ZERO) > 0:
                return Found(CONVERGES if p > 1 else DIVERGES, (("p", Num(p)), ("w", Rel(">", Sym("p"), ONE))))
            if low == ZERO and high != INF and p > 0:
                return Found(CONVERGES if p < 1 else DIVERGES, (("p", Num(p)), ("w", Rel("<", Sym("p"), ONE))))
    return None


def by_quotient(node: Expr) -> Expr | Found | None:
    """f against x^(−p), where f·x^p has a finite limit other than 0."""
    match _tail(node):
        case (f, x, low):
            grown = growth(f, Way(x, INF))
            kept = {} if grown is None else {scale: c for scale, c in grown.items() if abs(c) > 1e-9}
            if set(kept) != {LOG} or kept[LOG] >= 0:
                return None
            like = _power(x, Fraction(-kept[LOG]).limit_denominator(12))
            return _compared(Limit(tidied(Div(f, like)), x, INF), like, x, low, (("a", f), ("b", like)))
    return None


def by_order(node: Expr) -> Expr | Found | None:
    """0 ≤ f ≤ 1/x² from some place on, for what falls faster than every power."""
    match _tail(node):
        case (f, x, low):
            top = leading(growth(f, Way(x, INF)))
            like = _power(x, Fraction(2))
            if top is None or top[0] <= LOG or top[1] >= 0 or side_of(tidied(like - f), Way(x, INF)) < 1:
                return None
            found = _compared(ONE, like, x, low, (("a", f), ("b", like), ("order", Rel("<=", f, like))))
            return Found(found.result, found.using, (Condition(Rel("<=", f, like), "numeric"),))
    return None


def _compared(limit: Expr, like: Expr, x: Sym, low: Expr, using: tuple[tuple[str, Expr], ...]) -> Found:
    """The comparison with ∫ x^(−p) from a place above 0 on."""
    start = low if order(low, ZERO) > 0 else ONE
    return Found(Operator("comparison", (limit, Operator("converges", (Int(like, x, start, INF),)))), using)


def by_value(node: Expr) -> Expr | Found | None:
    """An integral that has been worked out converges if its value is a number."""
    match node:
        case Operator("converges", (value,)) if not value.stands:
            if any(each in (INF, Const("dne")) for each in nodes(value)):
                return Found(DIVERGES, (("v", value),))
            return Found(CONVERGES, (("v", value),)) if value_at(value, {}) is not None else None
    return None


RULES = (
    Rule("integral-of-a-power", SKILL, "The integral of $x^{-p}$ with $p={p}$ converges exactly for ${w}$.",
         by_exponent, "the integral of a power", early=True),
    Rule("comparison-of-integrals", SKILL, "Far out ${a}$ is like ${b}$: compare the two by their quotient.",
         by_quotient, "limit comparison of integrals", early=True),
    Rule("smaller-integral", SKILL, "From some place on $0\\le {a}\\le {b}$: compare with that integral.",
         by_order,
         "comparison of integrals", early=True),
    Rule("value-is-finite", SKILL, "The integral has been worked out: its value ${v}$ decides.", by_value,
         "the value of the integral"),
)  # fmt: skip
