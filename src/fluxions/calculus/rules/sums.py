"""Sums worked out: written out, split, geometric, telescoping, powers of whole numbers, series that are known."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    TWO,
    ZERO,
    Add,
    Div,
    Expr,
    Fn,
    Limit,
    Mul,
    Neg,
    Num,
    Pow,
    Rel,
    Sum,
    Sym,
    exp,
    fn,
)  # fmt: skip
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.rules.terms import cancelled, factors_of, quotient
from fluxions.calculus.trees import free_of, substituted, symbols

FEW_TERMS, MOST_TERMS = 4, 12


def few_terms(node: Expr) -> Expr | Found | None:
    """A sum of at most four terms is written out at once."""
    return _written_out(node, FEW_TERMS)


def written_out(node: Expr) -> Expr | Found | None:
    """A sum of some terms for which nothing shorter is known, each with its number put in."""
    return _written_out(node, MOST_TERMS)


def _written_out(node: Expr, most: int) -> Found | None:
    match node:
        case Sum(a, n, Num(low), Num(high)) if low.denominator == high.denominator == 1 and 0 <= high - low < most:
            terms = tuple(substituted(a, {n.name: Num(k)}) for k in range(int(low), int(high) + 1))
            return Found(terms[0] if len(terms) == 1 else Add(terms), (("n", n), ("a", node.low), ("b", node.high)))
    return None


def constant_terms(node: Expr) -> Expr | Found | None:
    """Σ c = c times the number of terms."""
    match node:
        case Sum(c, n, low, high) if free_of(c, n) and high != INF:
            count = tidied(Add((high, Neg(low), ONE)))
            return Found(Mul((c, count)), (("c", c), ("n", count)))
    return None


def constant_in_front(node: Expr) -> Expr | Found | None:
    """Σ c·a = c·Σ a."""
    match node:
        case Sum(a, n, low, high):
            sign, above, below = factors_of(a)
            fixed = ([each for each in above if free_of(each, n)], [each for each in below if free_of(each, n)])
            c = tidied(quotient(*fixed))
            c = tidied(Neg(c)) if sign < 0 else c
            moving = (
                [each for each in above if not free_of(each, n)],
                [each for each in below if not free_of(each, n)],
            )
            if c != ONE and any(moving):
                return Found(Mul((c, Sum(quotient(*moving), n, low, high))), (("c", c),))
    return None


def term_by_term(node: Expr) -> Expr | Found | None:
    """Σ (a + b) = Σ a + Σ b, for finite sums."""
    match node:
        case Sum(Add(terms), n, low, high):
            return Add(tuple(_signed(each, n, low, high) for each in terms))
        case Sum(a, n, low, high) if high != INF and (flat := _flat(a, n)) is not None and isinstance(flat, Add):
            return Found(Sum(flat, n, low, high), (("a", flat),))
    return None


def brackets_out(node: Expr) -> Expr | Found | None:
    """(n + 1)·xⁿ = n·xⁿ + xⁿ in a series."""
    match node:
        case Sum(Mul(factors), n, low, high) if high == INF:
            place = next((i for i, each in enumerate(factors) if isinstance(each, Add) and not free_of(each, n)), None)
            if place is not None:
                rest = (*factors[:place], *factors[place + 1 :])
                bracket = factors[place]
                flat = Add(tuple(_times(each, rest) for each in bracket.children))
                return Found(Sum(flat, n, low, high), (("a", flat),))
    return None


def _times(term: Expr, rest: tuple[Expr, ...]) -> Expr:
    return Neg(_times(term.arg, rest)) if isinstance(term, Neg) else tidied(Mul((term, *rest)))


def logarithm_split(node: Expr) -> Expr | Found | None:
    """ln(u/v) = ln u − ln v, so that neighbours cancel."""
    match node:
        case Sum(Fn("ln", (Div(u, v),)), n, low, high):
            split = Add((fn("ln", u), Neg(fn("ln", v))))
            if telescoping(Sum(split, n, low, high)) is not None:
                return Found(Sum(split, n, low, high), (("a", node.arg), ("b", split)))
    return None


def _signed(term: Expr, n: Sym, low: Expr, high: Expr) -> Expr:
    return Neg(Sum(term.arg, n, low, high)) if isinstance(term, Neg) else Sum(term, n, low, high)


def _flat(a: Expr, n: Sym) -> Expr | None:
    from fluxions.calculus.equality.expansion import as_expr

    known = polynomial(a)
    return None if known is None or n.name not in symbols(a) else as_expr(known)


def sum_of_powers(node: Expr) -> Expr | Found | None:
    """1 + 2 + … + N = N(N + 1)/2, and the same for squares and cubes, from 1 on."""
    match node:
        case Sum(a, n, low, high) if high != INF and low in (ZERO, ONE):
            k = 1 if a == n else int(a.exponent.value) if _is_power(a, n) else 0  # type: ignore[attr-defined]
            up = tidied(high + ONE)
            if k == 1:
                return Found(Div(Mul((high, up)), TWO), (("a", a), ("n", high)))
            if k == 2:
                twice = tidied(TWO * high + ONE)
                return Found(Div(Mul((high, up, twice)), Num(6)), (("a", a), ("n", high)))
            if k == 3:
                return Found(Div(Mul((Pow(high, TWO), Pow(up, TWO))), Num(4)), (("a", a), ("n", high)))
    return None


def _is_power(a: Expr, n: Sym) -> bool:
    return isinstance(a, Pow) and a.base == n and isinstance(a.exponent, Num) and a.exponent.value in (2, 3)


def _power_with_ratio(a: Expr, n: Sym) -> Expr | None:
    """q where a is a constant times qⁿ."""
    following = substituted(a, {n.name: n + ONE})
    _, above, below = factors_of(following)
    _, over, under = factors_of(a)
    if not any(isinstance(each, Pow) and not free_of(each.exponent, n) for each in (*over, *under)):
        return None
    ratio = cancelled(quotient(above + under, below + over), n)
    return ratio if free_of(ratio, n) else None


def geometric_sum(node: Expr) -> Expr | Found | None:
    """a + aq + … to qᴺ: the first term times (1 − q^(number of terms))/(1 − q), for q ≠ 1."""
    match node:
        case Sum(a, n, low, high) if high != INF and (q := _power_with_ratio(a, n)) is not None and q != ONE:
            first = tidied(substituted(a, {n.name: low}))
            count = tidied(Add((high, Neg(low), ONE)))
            closed = Div(Mul((first, Add((ONE, Neg(Pow(q, count)))))), Add((ONE, Neg(q))))
            needs = () if not symbols(q) else (Condition(Rel("!=", q, ONE), "assumed"),)
            return Found(closed, (("a", first), ("q", q), ("n", count)), needs)
    return None


def geometric_series(node: Expr) -> Expr | Found | None:
    """a + aq + aq² + … = a/(1 − q) for |q| < 1."""
    match node:
        case Sum(a, n, low, high) if high == INF and (q := _power_with_ratio(a, n)) is not None:
            size = value_at(fn("abs", q), {}, 106) if not symbols(q) else None
            if size is not None and not size < 1:
                return None
            first = tidied(substituted(a, {n.name: low}))
            needs = Condition(Rel("<", fn("abs", q), ONE), "assumed" if size is None else "proved")
            return Found(Div(first, Add((ONE, Neg(q)))), (("a", first), ("q", q)), (needs,))
    return None


def geometric_differentiated(node: Expr) -> Expr | Found | None:
    """Σ n qⁿ = q/(1 − q)² for |q| < 1: the geometric series differentiated and multiplied by q."""
    match node:
        case Sum(a, n, low, high) if high == INF and low in (ZERO, ONE):
            sign, above, below = factors_of(a)
            if n in above:
                rest = quotient([each for each in above if each != n], below)
                q = _power_with_ratio(rest, n)
                size = None if q is None or symbols(q) else value_at(fn("abs", q), {}, 106)
                if q is None or (size is not None and not size < 1):
                    return None
                scale = tidied(
                    Div(substituted(rest, {n.name: ZERO}), ONE) if sign > 0 else Neg(substituted(rest, {n.name: ZERO}))
                )
                closed = Div(q, Pow(Add((ONE, Neg(q))), TWO))
                needs = Condition(Rel("<", fn("abs", q), ONE), "assumed" if size is None else "proved")
                return Found(closed if scale == ONE else Mul((scale, closed)), (("q", q),), (needs,))
    return None


def exponential_series(node: Expr) -> Expr | Found | None:
    """Σ uⁿ/n! = eᵘ, from 0 on."""
    match node:
        case Sum(a, n, low, high) if high == INF and low == ZERO:
            _, above, below = factors_of(a)
            if fn("factorial", n) in below:
                rest = quotient(above, [each for each in below if each != fn("factorial", n)])
                start = tidied(substituted(rest, {n.name: ZERO}))
                u = ONE if free_of(rest, n) else _power_with_ratio(rest, n)
                if u is not None:
                    return Found(exp(u) if start == ONE else Mul((start, exp(u))), (("u", u),))
    return None


def logarithm_series(node: Expr) -> Expr | Found | None:
    """Σ uⁿ/n = −ln(1 − u), from 1 on, for −1 ≤ u < 1."""
    match node:
        case Sum(a, n, low, high) if high == INF and low == ONE:
            sign, above, below = factors_of(a)
            if n in below:
                rest = quotient(above, [each for each in below if each != n])
                u, start = _power_with_ratio(rest, n), tidied(substituted(rest, {n.name: ZERO}))
                if u is not None:
                    closed = fn("ln", tidied(Add((ONE, Neg(u)))))
                    scale = tidied(Neg(start)) if sign > 0 else start
                    inside = Condition(Rel("<", fn("abs", u), ONE), "assumed") if symbols(u) else None
                    return Found(Neg(closed) if scale == Num(-1) else closed if scale == ONE else Mul((scale, closed)),
                                 (("u", u),), (inside,) if inside else ())  # fmt: skip
    return None


def difference_of_neighbours(node: Expr) -> Expr | Found | None:
    """A term with whole-number gaps below the line split into partial fractions: 1/(n(n + 1)) = 1/n − 1/(n + 1)."""
    match node:
        case Sum(Div(c, Mul((u, v))), n, low, high) if free_of(c, n):
            gap = tidied(v - u)
            slope = tidied(substituted(u, {n.name: n + ONE}) - u)
            if isinstance(gap, Num) and gap.value != 0 and isinstance(slope, Num) and slope.value != 0:
                shift = gap.value / slope.value
                if shift.denominator == 1:
                    front = tidied(Div(c, gap))
                    parts = Add((Div(ONE, u), Neg(Div(ONE, v))))
                    inner = Sum(parts, n, low, high)
                    return Found(inner if front == ONE else Mul((front, inner)), (("a", node.arg), ("b", parts)))
    return None


def factored_below(node: Expr) -> Expr | Found | None:
    """n² + n below the line as n(n + 1)."""
    match node:
        case Sum(Div(c, bottom), n, low, high) if free_of(c, n) and not isinstance(bottom, Mul):
            known = polynomial(bottom)
            if known is None or any(name != n.name for key in known for name, _ in key):
                return None
            a, b, d = (known.get(key, Fraction(0)) for key in (((n.name, 2),), ((n.name, 1),), ()))
            square = b * b - 4 * a * d
            root = Fraction(_root(square.numerator), _root(square.denominator)) if square > 0 else Fraction(0)
            if a == 0 or max(sum(k for _, k in key) for key in known) > 2 or root == 0 or root * root != square:
                return None
            low_root, high_root = sorted(((-b - root) / (2 * a), (-b + root) / (2 * a)))
            scale = a
            factors = []
            for each in (high_root, low_root):
                factors.append(tidied(Num(each.denominator) * n - Num(each.numerator)))
                scale /= each.denominator
            whole = Mul(tuple(factors))
            return Found(Sum(Div(tidied(Div(c, Num(scale))), whole), n, low, high), (("u", bottom), ("v", whole)))
    return None


def _root(n: int) -> int:
    from math import isqrt

    return isqrt(n)


def telescoping(node: Expr) -> Expr | Found | None:
    """Σ (b(n) − b(n + k)): all but the first k and the last k terms cancel."""
    match node:
        case Sum(Add((first, Neg(second))), n, low, high) if not free_of(first, n):
            for k in (1, 2, 3, 4, -1, -2):
                later = substituted(first, {n.name: tidied(n + Num(k))})
                if tidied(later - second) == ZERO:
                    return _collapsed(first, n, low, high, k)
    return None


def _collapsed(b: Expr, n: Sym, low: Expr, high: Expr, k: int) -> Found:
    """b(low) + … + b(low + k − 1) − b(high + 1) − … − b(high + k); the other way round for a negative k."""
    upper = Sym("N" if "N" not in symbols(b) else "M") if high == INF else high
    starts = [tidied(substituted(b, {n.name: tidied(low + Num(i))})) for i in (range(k) if k > 0 else range(k, 0))]
    tails = [substituted(b, {n.name: tidied(upper + Num(i + 1))}) for i in (range(k) if k > 0 else range(k, 0))]
    minus = [Neg(each) for each in (tails if k > 0 else starts)]
    left = Add((*(starts if k > 0 else tails), *minus))
    return Found(Limit(left, upper, INF) if high == INF else left, (("b", b), ("v", left)))  # type: ignore[arg-type]


def shifted_start(node: Expr) -> Expr | Found | None:
    """A sum from 1 on is the sum from 0 on without its first term, where that is the known one."""
    match node:
        case Sum(a, n, low, high) if high == INF and isinstance(low, Num) and low.value == 1:
            whole = Sum(a, n, ZERO, high)
            if exponential_series(whole) is not None:
                return Found(
                    Add((whole, Neg(substituted(a, {n.name: ZERO})))), (("a", substituted(a, {n.name: ZERO})),)
                )
    return None


def binomial_sum(node: Expr) -> Expr | Found | None:
    """Σ binomial(N, n) uⁿ = (1 + u)ᴺ, from 0 to N."""
    match node:
        case Sum(a, n, low, high) if low == ZERO:
            _, above, below = factors_of(a)
            choose = Fn("binomial", (high, n))
            if choose in above:
                rest = quotient([each for each in above if each != choose], below)
                u = ONE if free_of(rest, n) else _power_with_ratio(rest, n)
                if u is not None and tidied(substituted(rest, {n.name: ZERO})) == ONE:
                    return Found(Pow(Add((ONE, u)), high), (("u", u), ("n", high)))
    return None


SKILL, INDEX, SERIES = "sequences-geometric-series", "summation-index-notation", "taylor-polynomials"
RULES = (
    Rule("few-terms", INDEX, "Only a few terms: write them out for ${n}$ from ${a}$ to ${b}$.", few_terms,
         "a few terms written out"),
    Rule("sum-constant-in-front", INDEX, "The constant ${c}$ stands in front of the sum.", constant_in_front,
         "the constant in front of a sum"),
    Rule("sum-of-a-constant", INDEX, "The same term ${c}$ is added ${n}$ times.", constant_terms,
         "a sum of equal terms"),
    Rule("binomial-theorem", INDEX, "By the binomial theorem this is $(1 + {u})^{n}$ with $n = {n}$.", binomial_sum,
         "the binomial theorem"),
    Rule("sum-of-powers", INDEX, "Use the known sum of ${a}$ up to ${n}$.", sum_of_powers, "the sum of powers"),
    Rule("geometric-sum", SKILL, "A geometric sum: first term ${a}$, ratio ${q}$, ${n}$ terms.", geometric_sum,
         "the geometric sum"),
    Rule("geometric-series-sum", SKILL, "A geometric series with first term ${a}$ and ratio ${q}$: first term over "
         "one minus the ratio.", geometric_series, "the sum of the geometric series"),
    Rule("geometric-differentiated", SKILL, "Differentiate the geometric series and multiply by $q$: the sum of "
         "$n q^n$ is $q/(1-q)^2$; here $q = {q}$.",
         geometric_differentiated, "the differentiated geometric series"),
    Rule("exponential-series", SERIES, "This is the series of $\\mathrm{e}^u$ at $u = {u}$.", exponential_series,
         "the exponential series"),
    Rule("logarithm-series", SERIES, "This is the series of $-\\ln(1 - u)$ at $u = {u}$.", logarithm_series,
         "the logarithm series"),
    Rule("from-zero-on", SKILL, "Begin at 0 and take the first term ${a}$ away again.", shifted_start,
         "the missing first term"),
    Rule("telescoping", SKILL, "Neighbours cancel; what is left of all the terms is ${v}$.", telescoping,
         "a telescoping sum"),
    Rule("factored-below", "algebraic-manipulation", "Factor below the line: ${u} = {v}$.", factored_below,
         "factors below the line"),
    Rule("difference-of-neighbours", "partial-fractions", "Split the term: ${a}$ is a multiple of ${b}$.",
         difference_of_neighbours, "a difference of neighbours"),
    Rule("logarithm-as-difference", "exponentials-logarithms",
         "The logarithm of a quotient is a difference: ${a} = {b}$.",
         logarithm_split, "the logarithm of a quotient in a sum"),
    Rule("series-brackets-out", "algebraic-manipulation", "Multiply the bracket out: ${a}$.", brackets_out,
         "the bracket multiplied out"),
    Rule("sum-term-by-term", INDEX, "Sum term by term, multiplied out where there are brackets.", term_by_term,
         "the sum term by term"),
    Rule("terms-written-out", INDEX, "Write the terms out for ${n}$ from ${a}$ to ${b}$.", written_out,
         "the terms written out"),
)  # fmt: skip
